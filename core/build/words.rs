//! Compiles the words of each language whose feature is on into static tables.

use crate::kinds::KINDS;
use diagnose_words::{Catalogue, Refusal, Source, emit_ids, emit_tables};
use std::{env, error::Error, fs, path::Path};

/// The language whose ids all others have, and that they fall back to.
const REFERENCE: &str = "en";

/// Compiles `words/LANGUAGE/CATALOGUE.ftl` of each language whose feature is on. What is refused is
/// told by file and line and stops the build.
pub(crate) fn compile() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=words");
    let languages = languages()?;
    let Some(reference) = catalogue(REFERENCE, "findings")? else {
        return Ok(());
    };
    let mut source = emit_ids(&reference);
    for (name, file, wanted) in [
        ("FINDINGS", "findings", true),
        ("TECHNICIAN", "technician", has_feature("technician")),
    ] {
        if !wanted {
            continue;
        }
        let mut catalogues = Vec::new();
        for language in &languages {
            let Some(catalogue) = catalogue(language, file)? else {
                continue;
            };
            if let Err(refusals) = catalogue.check_same_ids(&reference) {
                tell(&refusals);
            }
            catalogues.push(catalogue);
        }
        source += &emit_tables(name, &catalogues)?;
    }
    fs::write(Path::new(&env::var("OUT_DIR")?).join("words.rs"), source)?;
    Ok(())
}

/// One catalogue of one language; none where something was refused.
fn catalogue(language: &str, name: &str) -> Result<Option<Catalogue>, Box<dyn Error>> {
    let path = format!("words/{language}/{name}.ftl");
    let text = fs::read_to_string(&path).map_err(|error| format!("core/{path}: {error}"))?;
    let source = Source {
        path: &format!("core/{path}"),
        text: &text,
    };
    match Catalogue::compile(language, &[source], KINDS) {
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

fn has_feature(name: &str) -> bool {
    env::var_os(format!(
        "CARGO_FEATURE_{}",
        name.to_uppercase().replace('-', "_")
    ))
    .is_some()
}
