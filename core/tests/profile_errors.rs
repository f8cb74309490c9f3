//! A profile that is wrong is refused with a message that says at once what to do.
#![cfg(feature = "json")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

#[path = "facts_support/mod.rs"]
mod support;

use diagnose_core::{
    Question, Reader, diagnose,
    facts::DeviceFacts,
    profile::{IosVersion, Profile},
    time::Date,
    version::AppVersion,
    words::Audience,
};
use proptest::{
    prelude::{any, prop_assert, proptest},
    sample::{Index, select},
};
use serde_json::{Value, json};
use std::mem::discriminant;
use support::{ANDROID, at, paths, phone_text, remove, text};

const TYPES: [&str; 7] = ["null", "true", "-1", "1.5", "\"x\"", "[]", "{}"];
const DIGEST: &str = "3f9a0c5b7d2e41688c1f0a9be7d35264a1b8c7d6e5f40392817263544536271f";

fn file(id: &str) -> String {
    text(&format!("profiles/{id}/profile.json"))
}

/// The invented app's profile, which leaves nothing out.
fn harbour() -> Value {
    serde_json::from_str(&file("harbour")).unwrap()
}

fn set(path: &str, value: Value) -> Value {
    let mut profile = harbour();
    *at(&mut profile, path) = value;
    profile
}

fn removed(path: &str) -> Value {
    let mut profile = harbour();
    remove(&mut profile, path);
    profile
}

fn renamed(record: &str, from: &str, to: &str) -> Value {
    let mut profile = harbour();
    let fields = at(&mut profile, record).as_object_mut().unwrap();
    let value = fields.shift_remove(from).unwrap();
    fields.insert(to.to_owned(), value);
    profile
}

#[track_caller]
fn refused(profile: &Value, message: &str) {
    match Profile::from_json(&profile.to_string()) {
        Ok(_) => panic!("taken, expected: {message}"),
        Err(error) => assert_eq!(error.to_string(), message),
    }
}

#[track_caller]
fn all_refused(table: &[(&str, Value, &str)]) {
    for (path, value, message) in table {
        refused(&set(path, value.clone()), &format!("`{path}`: {message}"));
    }
}

#[test]
fn another_version_is_told_before_anything_else() {
    let message = "expected 1, the only version that this program reads";
    all_refused(&[
        ("profile_version", json!(2), &format!("found 2, {message}")),
        (
            "profile_version",
            json!("1"),
            &format!("found \"1\", {message}"),
        ),
    ]);
    refused(
        &json!({"app": "Harbour"}),
        &format!("`profile_version`: found nothing, {message}"),
    );
    refused(
        &json!({"app": "Harbour", "profile_version": 9}),
        &format!("`profile_version`: found 9, {message}"),
    );
}

#[test]
fn an_unknown_a_renamed_and_a_missing_field_are_told() {
    refused(
        &renamed("android.push", "must_fetch", "fetches"),
        "`android.push.fetches`: found an unknown field, expected `must_fetch`, which is missing",
    );
    let mut profile = harbour();
    *at(&mut profile, "ios.push") = json!({"kind": "alert", "time_sensitive": true, "badge": true});
    refused(
        &profile,
        "`ios.push.badge`: found an unknown field, expected only `kind` and `time_sensitive`",
    );
    for path in [
        "id",
        "as_of",
        "words.reset",
        "android.channels[0].pop_up",
        "ios.push",
        "assumed",
    ] {
        refused(
            &removed(path),
            &format!("`{path}`: found nothing, expected a value: every field is required"),
        );
    }
}

const NULLABLE: [&str; 10] = [
    "minimum_version",
    "newest_version",
    "android.package",
    "android.minimum_api",
    "android.next_api",
    "android.push.play_services_at_least",
    "ios.bundle",
    "ios.store_id",
    "ios.minimum",
    "ios.next",
];

#[test]
fn what_may_be_null_may_not_be_missing() {
    for path in NULLABLE {
        let profile = set(path, json!(null)).to_string();
        assert!(Profile::from_json(&profile).is_ok(), "{path}");
        refused(
            &removed(path),
            &format!("`{path}`: found nothing, expected a value: every field is required"),
        );
    }
}

#[test]
fn nothing_else_may_be_null() {
    let profile = harbour();
    for path in paths(&profile) {
        if !NULLABLE.contains(&path.as_str()) {
            let error = Profile::from_json(&set(&path, json!(null)).to_string()).unwrap_err();
            assert_eq!((error.path, error.found), (path, "null".to_owned()));
        }
    }
}

#[test]
fn a_value_of_another_type_is_told() {
    all_refused(&[
        (
            "words",
            json!(["Harbour"]),
            "found a list, expected an object",
        ),
        ("words.app", json!(7), "found 7, expected a text"),
        (
            "proof_days",
            json!("14"),
            "found \"14\", expected a whole number of at most 64 bits",
        ),
        (
            "proof_days",
            json!(14.5),
            "found 14.5, expected a whole number of at most 64 bits",
        ),
        (
            "android.push.must_fetch",
            json!("no"),
            "found \"no\", expected true or false",
        ),
        (
            "android.push.priority",
            json!("urgent"),
            "found \"urgent\", expected `normal` or `high`",
        ),
        (
            "android.push.message",
            json!("both"),
            "found \"both\", expected `notification` or `data`",
        ),
        (
            "android.channels",
            json!({}),
            "found an object, expected a list",
        ),
        (
            "ios.minimum",
            json!("16.0"),
            "found \"16.0\", expected an object",
        ),
        (
            "ios.push.kind",
            json!(0),
            "found 0, expected `alert` or `silent`",
        ),
        (
            "ios.sources[0]",
            json!("app_store"),
            "found \"app_store\", expected `store`, `testflight`, `enterprise` or `marketplace`",
        ),
        (
            "android.sources[1]",
            json!("com.android.vending"),
            "found \"com.android.vending\", expected `play`, `galaxy`, `other_store`, `organisation`, `restore_tool`, \
             `file_sharing`, `package_installer`, `adb`, `none` or `other`",
        ),
        (
            "as_of",
            json!("01.10.2026"),
            "found \"01.10.2026\", expected a day such as \"2026-11-05\"",
        ),
        (
            "as_of",
            json!("2026-02-29"),
            "found \"2026-02-29\", expected a day such as \"2026-11-05\"",
        ),
        (
            "minimum_version",
            json!("v4"),
            "found \"v4\", expected a version such as \"2.7.31\"",
        ),
        (
            "newest_version",
            json!(4.6),
            "found 4.6, expected a version such as \"2.7.31\"",
        ),
    ]);
}

#[test]
fn a_number_out_of_its_range_is_told() {
    all_refused(&[
        ("proof_days", json!(0), "found 0, expected 1 to 365"),
        ("proof_days", json!(366), "found 366, expected 1 to 365"),
        ("link_hours", json!(0), "found 0, expected 1 to 8760"),
        ("link_hours", json!(8761), "found 8761, expected 1 to 8760"),
        (
            "android.minimum_api",
            json!(0),
            "found 0, expected 1 to 999",
        ),
        (
            "android.next_api",
            json!(1000),
            "found 1000, expected 1 to 999",
        ),
        (
            "android.push.play_services_at_least",
            json!(-1),
            "found -1, expected 0 or above",
        ),
        ("ios.store_id", json!(0), "found 0, expected 1 or above"),
        ("ios.minimum.major", json!(0), "found 0, expected 1 to 99"),
        ("ios.next.minor", json!(100), "found 100, expected 0 to 99"),
    ]);
}

#[test]
fn a_text_that_cannot_be_is_told() {
    let words = "expected 1 to 200 characters on one line, without a blank at either end";
    let id = "expected 1 to 32 lower-case letters, digits or `-`";
    let package = "expected a package name such as \"com.example.app\"";
    let bundle = "expected a bundle identifier such as \"com.example.app\"";
    let channel = "expected 1 to 100 letters, digits, `.`, `_`, `-`, `:` or `/`";
    all_refused(&[
        ("id", json!(""), &format!("found \"\", {id}")),
        ("id", json!("Harbour"), &format!("found \"Harbour\", {id}")),
        (
            "id",
            json!("../blink"),
            &format!("found \"../blink\", {id}"),
        ),
        ("words.app", json!(""), &format!("found \"\", {words}")),
        (
            "words.console",
            json!("Pier "),
            &format!("found \"Pier \", {words}"),
        ),
        (
            "words.reset",
            json!("a\nb"),
            &format!("found \"a\\nb\", {words}"),
        ),
        (
            "words.support",
            json!("x".repeat(201)),
            &format!("found \"{}…\", {words}", "x".repeat(60)),
        ),
        (
            "android.package",
            json!("harbour"),
            &format!("found \"harbour\", {package}"),
        ),
        (
            "android.package",
            json!("org.example harbour"),
            &format!("found \"org.example harbour\", {package}"),
        ),
        ("ios.bundle", json!(""), &format!("found \"\", {bundle}")),
        (
            "ios.bundle",
            json!("org.example.häfen"),
            &format!("found \"org.example.häfen\", {bundle}"),
        ),
        (
            "android.channels[1].id",
            json!("lock out"),
            &format!("found \"lock out\", {channel}"),
        ),
        (
            "android.signers[1]",
            json!("3F:9A"),
            "found \"3F:9A\", expected 64 lower-case hexadecimal digits",
        ),
    ]);
}

#[test]
fn what_stands_twice_in_a_list_is_told() {
    let twice = "found the same as at [0], expected each one once";
    for (path, value) in [
        ("android.signers", json!([DIGEST, DIGEST])),
        (
            "android.channels",
            json!([{"id": "lockout", "pop_up": true}, {"id": "lockout", "pop_up": false}]),
        ),
        ("android.sources", json!(["play", "play"])),
        ("ios.sources", json!(["store", "store"])),
        ("assumed", json!(["proof_days", "proof_days"])),
    ] {
        refused(&set(path, value), &format!("`{path}[1]`: {twice}"));
    }
}

#[test]
fn an_assumed_field_exists() {
    for path in [
        "",
        "proof_day",
        "android.push.",
        "android/push",
        "android.signers.0",
        "ios.push.kind.alert",
    ] {
        refused(
            &set("assumed", json!(["words.app", path])),
            &format!(
                "`assumed[1]`: found {path:?}, expected the path of a field, such as \"android.push.priority\""
            ),
        );
    }
    refused(
        &set("assumed", json!("proof_days")),
        "`assumed`: found \"proof_days\", expected a list",
    );
}

#[test]
fn a_field_given_twice_and_a_text_that_is_no_json_are_told() {
    for (text, message) in [
        (
            file("harbour").replacen("\"kind\"", "\"kind\": \"alert\", \"kind\"", 1),
            "`ios.push.kind`: found this field a second time, expected each field once",
        ),
        (String::new(), "found an empty text, expected JSON"),
        ("[]".to_owned(), "found a list, expected an object"),
        (
            "{".repeat(100_000),
            "found no JSON (key must be a string at line 1 column 2), expected JSON",
        ),
        (
            "[".repeat(100_000),
            "found no JSON (recursion limit exceeded at line 1 column 128), expected JSON",
        ),
    ] {
        assert_eq!(Profile::from_json(&text).unwrap_err().to_string(), message);
    }
}

/// What `diagnose` says with the invented app's profile that a program changed.
fn told(change: impl FnOnce(&mut Profile)) -> String {
    let facts = DeviceFacts::from_json(&phone_text(ANDROID)).unwrap();
    let mut profile = Profile::from_json(&file("harbour")).unwrap();
    change(&mut profile);
    let reader = Reader::new("en", Audience::User);
    diagnose(&facts, &Question::default(), &profile, &reader)
        .unwrap_err()
        .to_string()
}

#[test]
fn an_impossible_value_in_a_record_is_told_by_diagnose() {
    assert_eq!(
        told(|p| p.profile_version = 2),
        "in the profile, `profile_version`: found 2, expected 1"
    );
    assert_eq!(
        told(|p| p.as_of = Date {
            year: 2026,
            month: 0,
            day: 1
        }),
        "in the profile, `as_of`: found 2026-00-01, expected a day that a calendar has"
    );
    assert_eq!(
        told(|p| p.minimum_version = Some(AppVersion::new(-4, 2, 0))),
        "in the profile, `minimum_version`: found \"-4.2.0\", expected a version such as \"2.7.31\""
    );
    assert_eq!(
        told(|p| p.ios.next = Some(IosVersion {
            major: 17,
            minor: -1
        })),
        "in the profile, `ios.next.minor`: found -1, expected 0 to 99"
    );
    assert_eq!(
        told(|p| p.android.signers.push(DIGEST.to_uppercase())),
        "in the profile, `android.signers[2]`: found \"3F9A0C5B7D2E41688C1F0A9BE7D35264A1B8C7D6E5F40392817263544536…\", \
         expected 64 lower-case hexadecimal digits"
    );
    assert_eq!(
        told(|p| p.words.support = "line\nline".to_owned()),
        "in the profile, `words.support`: found \"line\\nline\", expected 1 to 200 characters on one line, without a \
         blank at either end"
    );
}

#[test]
fn a_value_is_only_replaced_by_one_of_its_own_kind_or_null() {
    let profile = harbour();
    for path in paths(&profile) {
        for value in TYPES {
            let value: Value = serde_json::from_str(value).unwrap();
            let before = at(&mut harbour(), &path).take();
            match Profile::from_json(&set(&path, value.clone()).to_string()) {
                Ok(_) => assert!(
                    value.is_null() || discriminant(&before) == discriminant(&value),
                    "{path} takes {value} for {before}"
                ),
                Err(error) => assert!(
                    error.path.starts_with(&path) || path.starts_with(&error.path),
                    "{path} = {value}: {error}"
                ),
            }
        }
    }
}

proptest! {
    #[test]
    fn a_damaged_profile_is_read_or_refused_on_one_line(
        id in select(vec!["blink", "harbour"]),
        start in any::<Index>(),
        length in 0_usize..20,
        new in "[^a-z]{0,3}",
    ) {
        let mut chars: Vec<char> = file(id).chars().collect();
        let start = start.index(chars.len());
        let end = (start + length).min(chars.len());
        chars.splice(start..end, new.chars());
        if let Err(error) = Profile::from_json(&String::from_iter(chars)) {
            prop_assert!(!error.to_string().contains(char::is_control), "{error}");
        }
    }
}
