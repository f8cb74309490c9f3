//! What only the phone knows of a finding, and how it is told.
#![cfg(all(feature = "json", feature = "harbour"))]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a failure here is what a test is for"
)]

use diagnose_core::{Question, Reader, diagnose, facts::DeviceFacts, profiles, words::Audience};
use serde_json::{Value, json};

const ANDROID: &str = include_str!("../../tests/phones/harbour-android-14-in-order.json");
const IOS: &str = include_str!("../../tests/phones/harbour-ios-26-in-order.json");

/// The detail of a check on a phone with these facts; the reader's clock is an hour east of UTC.
fn detail(phone: &str, changes: &[(&str, Value)], check: i32) -> Option<String> {
    let mut facts: Value = serde_json::from_str(phone).unwrap();
    for (path, value) in changes {
        *facts.pointer_mut(path).unwrap() = json!({ "known": value });
    }
    let facts = DeviceFacts::from_value(&facts).unwrap();
    let mut reader = Reader::new("en", Audience::User);
    reader.offset_minutes = 60;
    let profile = profiles::profile("harbour").unwrap();
    let advice = diagnose(&facts, &Question::default(), &profile, &reader)
        .unwrap()
        .advice;
    if check == 9 && advice.proof.is_some() {
        return advice.proof;
    }
    let finding = advice
        .findings
        .into_iter()
        .find(|finding| finding.check == check);
    finding
        .unwrap_or_else(|| panic!("check {check} says nothing"))
        .detail
}

/// A record of delivery on a phone in order.
fn record(at: &str, event: &str) -> Value {
    json!({
        "at": at,
        "event": event,
        "delay_seconds": {"known": 3},
        "app_version": "4.6.1",
        "settings": {
            "app": "pass", "channel": "pass", "presentation": "pass", "background": "pass", "data": "pass",
            "push_service": "pass"
        }
    })
}

fn exit(reason: &str, at: &str, seconds: i64) -> Value {
    json!({"reason": reason, "at": at, "seconds_since_start": {"known": seconds}})
}

#[test]
fn days_are_counted_whole() {
    let patched = |day: &str| {
        detail(
            ANDROID,
            &[("/phone/android/os/security_patch", json!(day))],
            1,
        )
    };
    // Now is 2026-11-24 08:00 UTC.
    assert_eq!(patched("2025-11-23").unwrap(), "It is 366 days old.");
    let unused = [
        ("/phone/android/usage/days_since_last_use", json!(61)),
        ("/phone/android/notifications/enabled", json!(false)),
    ];
    assert_eq!(
        detail(ANDROID, &unused, 2).unwrap(),
        "The app was not used for 61 days."
    );
    assert_eq!(
        detail(ANDROID, &unused[..1], 6).unwrap(),
        "The app was not used for 61 days."
    );
}

#[test]
fn a_proof_names_the_newest_of_the_strongest_records() {
    let records = |list: &[(&str, &str)]| {
        let list: Vec<Value> = list.iter().map(|(at, event)| record(at, event)).collect();
        detail(ANDROID, &[("/delivery/records", json!(list))], 9).unwrap()
    };
    let older = ("2026-11-20T06:00:00Z", "arrived");
    let newer = ("2026-11-21T06:00:00Z", "arrived");
    let weak = ("2026-11-22T06:00:00Z", "arrived_in_front");
    let weaker = ("2026-11-19T06:00:00Z", "local_seen");
    assert_eq!(
        records(&[older, newer]),
        "It arrived at 2026-11-21 07:00 (UTC+01:00)."
    );
    assert_eq!(
        records(&[older, newer, weak]),
        "It arrived at 2026-11-21 07:00 (UTC+01:00)."
    );
    assert_eq!(
        records(&[weaker, weak]),
        "It was recorded at this time: 2026-11-22 07:00 (UTC+01:00)."
    );
    // A list that is not in order is judged by its times.
    assert_eq!(
        records(&[weak, newer, older]),
        "It arrived at 2026-11-21 07:00 (UTC+01:00)."
    );
    let failed = ("2026-11-23T06:00:00Z", "not_arrived");
    assert_eq!(
        records(&[newer, failed]),
        "Time of the test: 2026-11-23 07:00 (UTC+01:00)."
    );
}

#[test]
fn a_version_is_the_one_that_is_needed() {
    let version = |version: &str| detail(ANDROID, &[("/app/version", json!(version))], 14).unwrap();
    assert_eq!(version("4.1.9"), "The oldest version that works is 4.2.0.");
    assert_eq!(version("4.6.0"), "The newest version is 4.6.1.");
}

#[test]
fn crashes_are_counted_as_their_title_counts_them() {
    let crashes =
        |exits: Value| detail(ANDROID, &[("/phone/android/crashes/exits", exits)], 17).unwrap();
    let (monday, tuesday) = ("2026-11-23T06:00:00Z", "2026-11-24T06:00:00Z");
    let long_ago = "2026-11-01T06:00:00Z";
    assert_eq!(
        crashes(json!([exit("crash", monday, 400)])),
        "It happened 1 time in the last 7 days."
    );
    // Two at start; the third ran for long, the fourth is too old.
    let at_start = json!([
        exit("crash", monday, 2),
        exit("crash", tuesday, 9),
        exit("anr", tuesday, 60),
        exit("crash", long_ago, 1)
    ]);
    assert_eq!(crashes(at_start), "It happened 2 times in the last 7 days.");
    // Three crashes of either sort: all three are counted.
    let repeated = json!([
        exit("crash", monday, 400),
        exit("crash", tuesday, 400),
        exit("crash_native", tuesday, 400)
    ]);
    assert_eq!(crashes(repeated), "It happened 3 times in the last 7 days.");
}

#[test]
fn a_time_is_told_in_the_readers_zone() {
    let ends = |at: &str| {
        let changes = [
            ("/phone/ios/install/source", json!("enterprise")),
            ("/phone/ios/install/profile_expiry", json!(at)),
        ];
        detail(IOS, &changes, 15).unwrap()
    };
    assert_eq!(
        ends("2026-11-24T07:00:00Z"),
        "It has not been valid since 2026-11-24 08:00 (UTC+01:00)."
    );
    assert_eq!(
        ends("2026-12-01T12:00:00Z"),
        "It is valid until 2026-12-01 13:00 (UTC+01:00)."
    );
    let right = detail(
        ANDROID,
        &[("/host/server_time", json!("2026-11-24T09:00:00Z"))],
        18,
    );
    assert_eq!(
        right.unwrap(),
        "The right time is 2026-11-24 10:00 (UTC+01:00)."
    );
}

#[test]
fn what_could_not_be_seen_says_why() {
    let mut facts: Value = serde_json::from_str(ANDROID).unwrap();
    facts["host"]["registration"] = json!({"unreadable": "host_silent"});
    let told = detail(&facts.to_string(), &[], 21);
    assert_eq!(told.unwrap(), "Harbour did not say.");
}
