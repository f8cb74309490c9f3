//! Turns each `profiles/ID/profile.json` whose feature is on into a function that returns it.

use crate::profile::Profile;
use std::{env, fs, path::Path};

/// The profiles that can be compiled in, each with the cargo feature of its name.
pub(crate) const PROFILES: &[&str] = &["blink", "harbour"];

/// Writes `profiles.rs` into the build's output folder.
pub(crate) fn compile() -> Result<(), String> {
    let mut source = String::from(
        "/// The profiles that are compiled in, by id.\n\
         #[allow(unused_imports, clippy::type_complexity, clippy::wildcard_imports, reason = \"generated\")]\n\
         pub(crate) static COMPILED: &[(&str, fn() -> Profile)] = &[\n",
    );
    for id in PROFILES {
        let path = format!("../profiles/{id}/profile.json");
        println!("cargo::rerun-if-changed={path}");
        if env::var_os(format!("CARGO_FEATURE_{}", id.to_uppercase())).is_none() {
            continue;
        }
        let text =
            fs::read_to_string(&path).map_err(|error| format!("could not read {path}: {error}"))?;
        let profile =
            Profile::from_json(&text).map_err(|error| format!("could not read {path}: {error}"))?;
        if profile.id != *id {
            return Err(format!(
                "could not read {path}: `id`: found {:?}, expected {id:?}",
                profile.id
            ));
        }
        source.push_str(&format!(
            "    ({id:?}, || {}),\n",
            literal(&format!("{profile:?}"))
        ));
    }
    source.push_str("];\n");
    let folder = env::var_os("OUT_DIR").ok_or("could not write profiles.rs: OUT_DIR is not set")?;
    let file = Path::new(&folder).join("profiles.rs");
    fs::write(&file, source).map_err(|error| format!("could not write profiles.rs: {error}"))
}

/// Rust's debug form of a record is the expression that makes it, but for its texts and lists.
fn literal(debug: &str) -> String {
    let mut expression = String::new();
    let mut in_text = false;
    let mut escaped = false;
    for c in debug.chars() {
        match c {
            '"' if !in_text => {
                in_text = true;
                expression.push_str("String::from(\"");
            }
            '"' if !escaped => {
                in_text = false;
                expression.push_str("\")");
            }
            '[' if !in_text => expression.push_str("vec!["),
            _ => expression.push(c),
        }
        escaped = in_text && c == '\\' && !escaped;
    }
    expression
}
