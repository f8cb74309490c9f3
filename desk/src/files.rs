//! Facts, profiles and cases from files.

use crate::failure::Failure;
use diagnose_cases::Case;
use diagnose_core::{facts::DeviceFacts, input::InputError, profile::Profile, profiles};
use std::{
    fs,
    io::{self, Read},
    path::{Path, PathBuf},
};

/// The profile that is used if none is given.
const OWN_PROFILE: &str = "blink";

/// A text file; `-` for standard input.
fn text(path: &Path) -> Result<String, Failure> {
    let mut text = String::new();
    let read = if path == Path::new("-") {
        io::stdin().read_to_string(&mut text)
    } else {
        fs::read_to_string(path).map(|read| {
            text = read;
            text.len()
        })
    };
    match read {
        Ok(_) => Ok(text),
        Err(error) => Err(Failure::input(format_args!("read {}", shown(path)), error)),
    }
}

fn shown(path: &Path) -> String {
    if path == Path::new("-") {
        "standard input".to_owned()
    } else {
        path.display().to_string()
    }
}

/// The facts of a phone.
pub(crate) fn facts(path: &Path) -> Result<DeviceFacts, Failure> {
    DeviceFacts::from_json(&text(path)?).map_err(|error| unusable("facts", path, &error))
}

/// The profile of a file, or Blink's own.
pub(crate) fn profile(path: Option<&Path>) -> Result<Profile, Failure> {
    match path {
        Some(path) => {
            Profile::from_json(&text(path)?).map_err(|error| unusable("profile", path, &error))
        }
        None => profiles::profile(OWN_PROFILE)
            .ok_or_else(|| Failure::input("find the profile", "blink is not compiled in")),
    }
}

fn unusable(what: &str, path: &Path, error: &InputError) -> Failure {
    Failure::input(format_args!("use the {what} in {}", shown(path)), error)
}

/// A validated profile as JSON.
pub(crate) fn profile_json(path: Option<&Path>) -> Result<String, Failure> {
    let profile = profile(path)?;
    serde_json::to_string_pretty(&profile)
        .map_err(|error| Failure::input("write the profile", error))
}

/// The complete facts of a case, by its file or by its name.
pub(crate) fn case_facts(case: &str) -> Result<String, Failure> {
    let by_name = PathBuf::from(format!("tests/cases/{case}.json"));
    let path = if Path::new(case).exists() {
        PathBuf::from(case)
    } else {
        by_name
    };
    let facts = Case::load(&path).and_then(|case| case.facts());
    let facts =
        facts.map_err(|error| Failure::input(format_args!("use the case {case}"), error))?;
    serde_json::to_string_pretty(&facts).map_err(|error| Failure::input("write the facts", error))
}
