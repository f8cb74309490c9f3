//! Compiles the playbooks of each profile that has some and whose feature is on: their words into
//! further catalogues, their steps into static tables.

use crate::{
    playbook_form::Playbooks,
    profiles::PROFILES,
    words::{Files, PLAYBOOK_KINDS, Words, has_feature},
};
use diagnose_words::emit_ids;
use std::{env, error::Error, fs, path::Path};

/// Adds the playbooks' words to the words, and writes `words.rs` and `playbooks.rs` into the build's
/// output folder.
pub(crate) fn compile(mut words: Words) -> Result<(), Box<dyn Error>> {
    let mut tables = String::new();
    let mut steps = String::new();
    for profile in PROFILES {
        let folder = format!("profiles/{profile}");
        println!("cargo::rerun-if-changed=../{folder}");
        let path = format!("{folder}/playbooks.json");
        if !has_feature(profile) || !Path::new("..").join(&path).exists() {
            continue;
        }
        let text = fs::read_to_string(format!("../{path}"))?;
        let refused = |error| format!("{path}: {error}");
        let playbooks = Playbooks::from_json(&text).map_err(refused)?;
        for (audience, variant) in [("user", "User"), ("technician", "Technician")] {
            // The phone library holds nothing of the technician's.
            if audience == "technician" && !has_feature("technician") {
                continue;
            }
            let file = format!("playbook-{audience}");
            let files = Files {
                folder: &folder,
                file: &file,
                kinds: PLAYBOOK_KINDS,
            };
            let Some(reference) = words.reference(&files)? else {
                continue;
            };
            let ids: Vec<&str> = reference.ids().collect();
            playbooks.check_words(audience, &ids).map_err(refused)?;
            let name = format!("{profile}_{audience}")
                .to_uppercase()
                .replace('-', "_");
            words.source += &emit_ids(&format!("{name}_IDS"), &reference)?;
            words.add(&name, &format!("{name}_IDS"), &files, &reference)?;
            tables += &format!("    ({profile:?}, Audience::{variant}, &{name}),\n");
            steps += &format!(
                "    ({profile:?}, Audience::{variant}, &[\n{}    ]),\n",
                playbooks.source(audience)
            );
        }
    }
    words.source +=
        &format!("pub(super) static PLAYBOOKS: &[(&str, Audience, &Tables)] = &[\n{tables}];\n");
    let out = env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?;
    fs::write(Path::new(&out).join("words.rs"), words.source)?;
    fs::write(
        Path::new(&out).join("playbooks.rs"),
        format!("static COMPILED: &[Compiled] = &[\n{steps}];\n"),
    )?;
    Ok(())
}
