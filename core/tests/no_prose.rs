//! Prose stands in the words, the profiles and the error messages, and nowhere else in the core.
#![allow(clippy::unwrap_used, reason = "a failure here is what a test is for")]

use std::{fs, path::Path};

/// Files whose long texts are error messages, what such a message expects, or the names of screens.
const ERRORS: [&str; 13] = [
    "code/encoding.rs",
    "code/reading.rs",
    "diagnosis.rs",
    "facts/fact_json.rs",
    "facts/valid.rs",
    "input.rs",
    "json/mod.rs",
    "json/node.rs",
    "json/strict.rs",
    "json/text_values.rs",
    "ladders.rs",
    "profile.rs",
    "source.rs",
];

/// A text that is longer says something to somebody.
const LONGEST: usize = 30;

/// The texts between quotation marks in a line of code: no comment, no attribute.
fn texts(line: &str) -> Vec<String> {
    let code = line.trim_start();
    if code.starts_with("//") || code.starts_with("#[") || code.contains("reason = ") {
        return Vec::new();
    }
    let escaped = code.replace("\\\"", "'");
    escaped
        .split('"')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect()
}

fn look(folder: &Path, root: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            look(&path, root, found);
            continue;
        }
        let name = path
            .strip_prefix(root)
            .unwrap()
            .to_str()
            .unwrap()
            .to_owned();
        if ERRORS.contains(&name.as_str()) || name.ends_with("tests.rs") {
            continue;
        }
        let source = fs::read_to_string(&path).unwrap();
        let code = source.split("#[cfg(test)]\nmod tests").next().unwrap();
        for line in code.lines() {
            // Names of packages and alphabets are long, and no prose; nor is what is put in.
            let long = texts(line).into_iter().filter(|text| {
                let words: String = text
                    .split('{')
                    .map(|part| part.split('}').next_back().unwrap())
                    .collect();
                words.contains(' ') && words.chars().count() > LONGEST
            });
            found.extend(long.map(|text| format!("{name}: {text}")));
        }
    }
}

#[test]
fn no_text_in_the_core_is_long_enough_to_be_prose() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    look(&root, &root, &mut found);
    assert_eq!(found, Vec::<String>::new());
}
