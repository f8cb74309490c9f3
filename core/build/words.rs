//! Compiles the words of each language whose feature is on into static tables.

use crate::{kinds::KINDS, playbook_kinds};
use diagnose_words::{Catalogue, Refusal, Source, emit_ids, emit_tables, kind::Kind};
use std::{env, error::Error, fs};

/// The language whose ids all others have, and that they fall back to.
const REFERENCE: &str = "en";

/// The languages that are compiled in, and the source so far.
pub(crate) struct Words {
    languages: Vec<String>,
    pub(crate) source: String,
}

/// The files of one catalogue, one a language.
pub(crate) struct Files<'a> {
    /// The folder of the languages, from the root of the repository.
    pub(crate) folder: &'a str,
    /// The name of the file without its ending.
    pub(crate) file: &'a str,
    /// The kinds of its sentences, and their name in Rust.
    pub(crate) kinds: (&'a [&'static Kind], &'a str),
}

/// The kinds of the playbooks.
pub(crate) const PLAYBOOK_KINDS: (&[&Kind], &str) = (playbook_kinds::KINDS, "PLAYBOOK_KINDS");

/// Compiles `words/LANGUAGE/CATALOGUE.ftl` of each language whose feature is on. What is refused is
/// told by file and line and stops the build.
pub(crate) fn compile() -> Result<Words, Box<dyn Error>> {
    let mut words = Words {
        languages: languages()?,
        source: String::new(),
    };
    let files = |file| Files {
        folder: "core/words",
        file,
        kinds: (KINDS, "KINDS"),
    };
    let Some(reference) = words.reference(&files("findings"))? else {
        return Ok(words);
    };
    words.source += &emit_ids("IDS", &reference);
    words.add("FINDINGS", "IDS", &files("findings"), &reference)?;
    if has_feature("technician") {
        words.add("TECHNICIAN", "IDS", &files("technician"), &reference)?;
    }
    Ok(words)
}

impl Words {
    /// The catalogue whose ids those of all other languages must have; none where something was
    /// refused.
    pub(crate) fn reference(&self, files: &Files<'_>) -> Result<Option<Catalogue>, Box<dyn Error>> {
        catalogue(REFERENCE, files)
    }

    /// Adds the tables of a catalogue under a name, one for each language.
    pub(crate) fn add(
        &mut self,
        name: &str,
        ids: &str,
        files: &Files<'_>,
        reference: &Catalogue,
    ) -> Result<(), Box<dyn Error>> {
        let mut catalogues = Vec::new();
        for language in &self.languages {
            let Some(catalogue) = catalogue(language, files)? else {
                continue;
            };
            if let Err(refusals) = catalogue.check_same_ids(reference) {
                tell(&refusals);
            }
            catalogues.push(catalogue);
        }
        self.source += &emit_tables(name, ids, files.kinds.1, &catalogues)?;
        Ok(())
    }
}

/// One catalogue of one language; none where something was refused.
fn catalogue(language: &str, files: &Files<'_>) -> Result<Option<Catalogue>, Box<dyn Error>> {
    let path = format!("{}/{language}/{}.ftl", files.folder, files.file);
    // Not the folder: the words of the screen are there too, and are not the core's.
    println!("cargo::rerun-if-changed=../{path}");
    let text =
        fs::read_to_string(format!("../{path}")).map_err(|error| format!("{path}: {error}"))?;
    let source = Source {
        path: &path,
        text: &text,
    };
    match Catalogue::compile(language, &[source], files.kinds.0) {
        Ok(catalogue) => Ok(Some(catalogue)),
        Err(refusals) => {
            tell(&refusals);
            Ok(None)
        }
    }
}

/// Refusals end the build, and cargo prints each of them.
fn tell(refusals: &[Refusal]) {
    for refusal in refusals {
        println!("cargo::error={refusal}");
    }
}

/// The languages whose features are on, the reference first.
fn languages() -> Result<Vec<String>, Box<dyn Error>> {
    let mut languages = Vec::new();
    for folder in fs::read_dir("words")? {
        let language = folder?.file_name().to_string_lossy().into_owned();
        if has_feature(&language) {
            languages.push(language);
        }
    }
    languages.sort_by_key(|language| (language != REFERENCE, language.clone()));
    if languages.is_empty() {
        return Err("no language is compiled in, expected a feature such as \"en\"".into());
    }
    Ok(languages)
}

/// Whether a cargo feature of the core is on.
pub(crate) fn has_feature(name: &str) -> bool {
    env::var_os(format!(
        "CARGO_FEATURE_{}",
        name.to_uppercase().replace('-', "_")
    ))
    .is_some()
}
