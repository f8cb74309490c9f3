//! A case that cannot be used says why.
#![allow(clippy::unwrap_used, reason = "a failure here is what a test is for")]

use diagnose_cases::Case;
use serde_json::{Value, json};
use std::{fs, path::PathBuf};

/// A case beside the real ones, with one value of it replaced, and what it says when it is used.
fn says(name: &str, changes: &[(&str, Value)]) -> String {
    let tests = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
    let real = tests.join("cases/ios-interruptions-focus-on.json");
    let mut case: Value = serde_json::from_str(&fs::read_to_string(real).unwrap()).unwrap();
    for (field, value) in changes {
        *case.pointer_mut(field).unwrap() = value.clone();
    }
    let folder = std::env::temp_dir().join(format!("cases-{}-{name}", std::process::id()));
    fs::create_dir_all(folder.join("cases")).unwrap();
    fs::create_dir_all(folder.join("phones")).unwrap();
    fs::copy(
        tests.join("phones/ios-18-in-order.json"),
        folder.join("phones/ios-18-in-order.json"),
    )
    .unwrap();
    let path = folder.join("cases/case.json");
    fs::write(&path, case.to_string()).unwrap();
    let used = Case::load(&path).and_then(|case| {
        case.question()?;
        case.profile()?;
        case.facts()
    });
    let message = used
        .unwrap_err()
        .to_string()
        .replace(folder.to_str().unwrap(), "");
    fs::remove_dir_all(&folder).unwrap();
    message
}

#[test]
fn a_case_that_cannot_be_used_says_why() {
    for (name, changes, message) in [
        (
            "path",
            vec![("/set", json!({"phone.ios.focus": {"known": true}}))],
            "the path `phone.ios.focus` leads nowhere",
        ),
        (
            "complaint",
            vec![("/question/complaint", json!(7))],
            "7 is no complaint",
        ),
        (
            "profile",
            vec![("/profile", json!("ferry"))],
            "there is no profile \"ferry\"",
        ),
        (
            "phone",
            vec![("/phone", json!("fridge"))],
            "/cases/../phones/fridge.json: No such file or directory (os error 2)",
        ),
        (
            "facts",
            vec![("/set", json!({"phone.ios.os.major": 0}))],
            "`phone.ios.os.major`: found 0, expected 1 to 99",
        ),
        (
            "time",
            vec![("/question/received", json!("yesterday"))],
            "found \"yesterday\", expected an RFC 3339 time such as \"2026-11-24T08:00:00Z\" or \
             \"2026-11-24T09:00:00+01:00\"",
        ),
        (
            "form",
            vec![("/judged", json!("blocked"))],
            "/cases/case.json: invalid type: string \"blocked\", expected struct Judged at line 1 column 257",
        ),
    ] {
        assert_eq!(says(name, &changes), message, "{name}");
    }
}
