//! `docs/profile.md` documents every field of a profile, and what it shows is read.
#![cfg(feature = "json")]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

#[path = "facts_support/mod.rs"]
mod support;

use diagnose_core::profile::Profile;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use support::{at, paths, text};

/// The invented app's profile, which leaves nothing out.
fn harbour() -> Value {
    serde_json::from_str(&text("profiles/harbour/profile.json")).unwrap()
}

/// The rows of the page with so many cells, the first of them a path.
fn rows(cells: usize) -> Vec<Vec<String>> {
    let page = text("docs/profile.md");
    let rows = page.lines().map(|line| {
        let line = line.trim_start_matches('|').trim_end_matches('|');
        line.split('|').map(|cell| cell.trim().to_owned()).collect()
    });
    rows.filter(|row: &Vec<String>| row.len() == cells && row[0].starts_with('`'))
        .collect()
}

#[test]
fn every_field_is_documented_and_no_other() {
    let mut profile = harbour();
    let fields: BTreeSet<String> = paths(&profile)
        .into_iter()
        .filter(|path| match at(&mut profile, path) {
            Value::Object(_) => matches!(path.as_str(), "ios.minimum" | "ios.next"),
            _ => !path.ends_with(']') && !path.contains("[1]"),
        })
        .map(|path| format!("`{}`", path.replace("[0]", "[]")))
        .collect();
    let documented: BTreeSet<String> = rows(4).into_iter().map(|row| row[0].clone()).collect();
    assert_eq!(documented, fields);
}

#[test]
fn what_may_be_null_is_documented() {
    for row in rows(4) {
        let path = row[0].trim_matches('`').replace("[]", "[0]");
        let mut profile = harbour();
        *at(&mut profile, &path) = json!(null);
        let taken = Profile::from_json(&profile.to_string()).is_ok();
        assert_eq!(row[3] == "null", taken, "{path}");
    }
}

#[test]
fn every_shown_message_is_what_the_mistake_says() {
    let shown = rows(3);
    assert!(!shown.is_empty());
    for row in shown {
        let mut profile = harbour();
        let value = serde_json::from_str(row[1].trim_matches('`')).unwrap();
        *at(&mut profile, row[0].trim_matches('`')) = value;
        let error = Profile::from_json(&profile.to_string()).unwrap_err();
        assert_eq!(error.to_string(), row[2]);
    }
}
