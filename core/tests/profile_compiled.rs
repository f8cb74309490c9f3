//! What is particular to one app stands in its profile, and nowhere in the core.
#![cfg(feature = "json")]
#![allow(clippy::unwrap_used, reason = "a test may fail")]

#[path = "facts_support/mod.rs"]
mod support;

use diagnose_core::{profile::Profile, profiles};
use serde_json::Value;
use std::{
    fs,
    path::{Path, PathBuf},
};
use support::{repository, text};

#[test]
fn a_compiled_profile_is_the_one_in_its_file() {
    assert!(!profiles::ids().is_empty());
    for id in profiles::ids() {
        let written = text(&format!("profiles/{id}/profile.json"));
        let compiled = profiles::profile(id).unwrap();
        assert_eq!(compiled.id, id);
        assert_eq!(compiled.validate(), Ok(()), "{id}");
        assert_eq!(Profile::from_json(&written), Ok(compiled.clone()), "{id}");
        assert_eq!(
            serde_json::to_value(&compiled).unwrap(),
            serde_json::from_str::<Value>(&written).unwrap(),
            "{id}"
        );
    }
}

#[test]
fn an_unknown_profile_is_none() {
    for id in ["", "Blink", "blink ", "another"] {
        assert_eq!(profiles::profile(id), None, "{id}");
    }
}

#[cfg(feature = "harbour")]
#[test]
fn every_folder_of_profiles_can_be_compiled_in() {
    let mut folders: Vec<String> = fs::read_dir(repository("profiles"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    folders.sort();
    assert_eq!(profiles::ids(), folders);
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else {
            found.push(path);
        }
    }
}

#[test]
fn the_core_knows_no_app_and_no_console() {
    let mut found = Vec::new();
    files(&repository("core/src"), &mut found);
    files(&repository("core/words"), &mut found);
    for path in found {
        for (line, number) in fs::read_to_string(&path).unwrap().lines().zip(1..) {
            // Only the name of the project, and the id by which a test asks for a profile.
            let said = line
                .replace("Blink Diagnose", "")
                .replace("profile(\"blink\")", "")
                .to_lowercase();
            assert!(
                !said.contains("blink") && !said.contains("passportal"),
                "{}:{number}: {line}",
                path.display()
            );
        }
    }
}
