//! A value that no phone can have is refused, whether it came as JSON or through the fields of the record.
#![cfg(feature = "json")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

#[path = "facts_support/mod.rs"]
mod support;

use diagnose_core::{
    Question, Reader,
    complaint::Complaint,
    diagnose,
    fact::Fact,
    facts::{
        AndroidFacts, DeviceFacts, IosFacts, Phone,
        install::{ApkPart, ProfileExpiry},
    },
    profiles,
    source::PackageName,
    time::{Date, Time},
    version::AppVersion,
    words::Audience,
};
use proptest::prelude::{any, prop_assert, proptest};
use serde_json::{Value, json};
use support::{ANDROID, IOS, all_refused, at, phone, phones, read, refused, set};

const DIGEST: &str = "phone.android.install.signers.known[0].lineage[0].sha256";
const CHANNELS: &str = "phone.android.notifications.channels.known";

fn record(at: &str, delay_seconds: i64) -> Value {
    json!([{
        "at": at,
        "event": "arrived",
        "delay_seconds": {"known": delay_seconds},
        "app_version": "2.7.31",
        "settings": {
            "app": "pass", "channel": "pass", "presentation": "pass", "background": "pass", "data": "pass",
            "push_service": "pass"
        }
    }])
}

fn exit(seconds_since_start: i64) -> Value {
    json!([{
        "reason": "crash",
        "at": "2026-11-23T10:00:00Z",
        "seconds_since_start": {"known": seconds_since_start}
    }])
}

#[test]
fn a_number_that_no_phone_has_is_told_with_its_range() {
    all_refused(&[
        (
            "phone.android.os.api_level",
            json!(0),
            "found 0, expected 1 to 999",
        ),
        (
            "phone.android.os.api_level",
            json!(-1),
            "found -1, expected 1 to 999",
        ),
        (
            "phone.android.os.api_level",
            json!(1000),
            "found 1000, expected 1 to 999",
        ),
        ("phone.ios.os.major", json!(0), "found 0, expected 1 to 99"),
        (
            "phone.ios.os.major",
            json!(100),
            "found 100, expected 1 to 99",
        ),
        (
            "phone.ios.os.minor",
            json!(-1),
            "found -1, expected 0 to 99",
        ),
        (
            "phone.ios.os.minor",
            json!(100),
            "found 100, expected 0 to 99",
        ),
        (
            "phone.android.usage.days_since_last_use.known",
            json!(-1),
            "found -1, expected 0 to 36500",
        ),
        (
            "phone.android.usage.days_since_last_use.known",
            json!(36_501),
            "found 36501, expected 0 to 36500",
        ),
        (
            "phone.android.push.play_services_version.known",
            json!(-1),
            "found -1, expected 0 or above",
        ),
        (
            "phone.android.storage.free_bytes.known",
            json!(-1),
            "found -1, expected 0 or above",
        ),
        (
            "phone.ios.storage.free_bytes.known",
            json!(-1),
            "found -1, expected 0 or above",
        ),
        (
            "phone.android.user.id.known",
            json!(-1),
            "found -1, expected 0 to 21474",
        ),
        (
            "phone.android.user.id.known",
            json!(21_475),
            "found 21475, expected 0 to 21474",
        ),
    ]);
    let at = "2026-11-24T07:00:00Z";
    for (delay, message) in [
        (-1, "found -1, expected 0 to 31536000"),
        (31_536_001, "found 31536001, expected 0 to 31536000"),
    ] {
        refused(
            &set("delivery.records.known", record(at, delay)),
            &format!("`delivery.records.known[0].delay_seconds.known`: {message}"),
        );
    }
    refused(
        &set("phone.android.crashes.exits.known", exit(-1)),
        "`phone.android.crashes.exits.known[0].seconds_since_start.known`: found -1, expected 0 or above",
    );
}

#[test]
fn the_last_number_of_each_range_is_taken() {
    for (path, values) in [
        ("phone.android.os.api_level", vec![1, 999]),
        ("phone.ios.os.major", vec![1, 99]),
        ("phone.ios.os.minor", vec![0, 99]),
        (
            "phone.android.usage.days_since_last_use.known",
            vec![0, 36_500],
        ),
        (
            "phone.android.push.play_services_version.known",
            vec![0, i64::MAX],
        ),
        ("phone.android.storage.free_bytes.known", vec![0, i64::MAX]),
        ("phone.ios.storage.free_bytes.known", vec![0, i64::MAX]),
        ("phone.android.user.id.known", vec![0, 21_474]),
    ] {
        for value in values {
            assert!(read(&set(path, json!(value))).is_ok(), "{path} {value}");
        }
    }
    for facts in [
        set("delivery.records.known", record("2026-11-24T07:00:00Z", 0)),
        set(
            "delivery.records.known",
            record("0000-01-01T00:00:00Z", 31_536_000),
        ),
        set("phone.android.crashes.exits.known", exit(0)),
        set("phone.android.crashes.exits.known", exit(i64::MAX)),
    ] {
        assert!(read(&facts).is_ok());
    }
}

#[test]
fn a_time_of_the_host_or_the_network_is_not_before_2015() {
    for path in [
        "host.server_time.known",
        "phone.android.clock.network.known",
    ] {
        refused(
            &set(path, json!("2015-01-01T00:59:59+01:00")),
            &format!("`{path}`: found 2014-12-31T23:59:59Z, expected a time from 2015 on"),
        );
        assert!(read(&set(path, json!("2015-01-01T00:00:00Z"))).is_ok());
    }
    assert!(
        read(&set(
            "host.token_issued.known",
            json!("1970-01-01T00:00:00Z")
        ))
        .is_ok()
    );
}

#[test]
fn a_digest_is_64_lower_case_hexadecimal_digits() {
    let digest = "3f9a0c5b7d2e41688c1f0a9be7d35264a1b8c7d6e5f40392817263544536271f";
    let colons = "3F:9A:0C:5B:7D:2E:41:68:8C:1F:0A:9B:E7:D3:52:64:A1:B8:C7:D6:E5";
    for (wrong, shown) in [
        ("", ""),
        (
            &digest[1..],
            "f9a0c5b7d2e41688c1f0a9be7d35264a1b8c7d6e5f403928172635445362…",
        ),
        (
            &format!("{digest}0"),
            "3f9a0c5b7d2e41688c1f0a9be7d35264a1b8c7d6e5f40392817263544536…",
        ),
        (
            &digest.to_uppercase(),
            "3F9A0C5B7D2E41688C1F0A9BE7D35264A1B8C7D6E5F40392817263544536…",
        ),
        (
            colons,
            "3F:9A:0C:5B:7D:2E:41:68:8C:1F:0A:9B:E7:D3:52:64:A1:B8:C7:D6:…",
        ),
    ] {
        refused(
            &set(DIGEST, json!(wrong)),
            &format!("`{DIGEST}`: found \"{shown}\", expected 64 lower-case hexadecimal digits"),
        );
    }
}

#[test]
fn a_channel_id_has_the_checked_form() {
    let path = format!("{CHANNELS}[0].id");
    let long = "a".repeat(101);
    let cut = format!("{}…", "a".repeat(60));
    for (wrong, shown) in [
        ("", ""),
        ("lock out", "lock out"),
        ("lockout ", "lockout "),
        ("jane@example.org", "jane@example.org"),
        ("Sperrung für Jana", "Sperrung für Jana"),
        (long.as_str(), cut.as_str()),
    ] {
        refused(
            &set(&path, json!(wrong)),
            &format!(
                "`{path}`: found \"{shown}\", expected 1 to 100 letters, digits, `.`, `_`, `-`, `:` or `/`"
            ),
        );
    }
    for right in ["a", "news.v2_de-AT:push/1", &"a".repeat(100)] {
        assert!(read(&set(&path, json!(right))).is_ok(), "{right}");
    }
}

#[test]
fn what_can_be_there_only_once_is_told_with_the_first() {
    refused(
        &set(&format!("{CHANNELS}[1].id"), json!("lockout")),
        &format!("`{CHANNELS}[1]`: found the same as at [0], expected each one once"),
    );
    refused(
        &set(
            "phone.android.install.split_problems.known",
            json!(["page_size", "foreign_split", "page_size"]),
        ),
        "`phone.android.install.split_problems.known[2]`: found the same as at [0], expected each one once",
    );
}

#[test]
fn a_list_that_cannot_be_empty_is_told() {
    let file = |part: &str| json!({"part": part, "verdict": "intact", "signers": {"unreadable": "not_run"}});
    all_refused(&[
        (
            "phone.android.install.signers.known",
            json!([]),
            "found an empty list, expected at least one signer",
        ),
        (
            "phone.android.install.files.known[0].signers.known",
            json!([]),
            "found an empty list, expected at least one signer",
        ),
        (
            "phone.android.install.signers.known[0].lineage",
            json!([]),
            "found an empty list, expected at least one certificate",
        ),
        (
            "phone.android.install.files.known",
            json!([]),
            "found 0 base APKs, expected exactly one",
        ),
        (
            "phone.android.install.files.known",
            json!([file("split")]),
            "found 0 base APKs, expected exactly one",
        ),
        (
            "phone.android.install.files.known",
            json!([file("base"), file("split"), file("base")]),
            "found 2 base APKs, expected exactly one",
        ),
        (
            "phone.ios.install.files.known",
            json!([{"part": "resources", "verdict": "intact"}]),
            "found no executable, expected at least one",
        ),
    ]);
}

/// What `diagnose` says of a phone in order that a program changed.
fn told(name: &str, change: impl FnOnce(&mut DeviceFacts)) -> String {
    let mut facts = read(&phone(name)).unwrap();
    change(&mut facts);
    diagnose_it(&facts, None).unwrap_err()
}

fn diagnose_it(facts: &DeviceFacts, complaint: Option<Complaint>) -> Result<(), String> {
    let question = Question {
        complaint,
        received: Some(Time::YEAR_2026),
    };
    let profile = profiles::profile("blink").unwrap();
    let reader = Reader::new("en", Audience::User);
    diagnose(facts, &question, &profile, &reader)
        .map(|_| ())
        .map_err(|error| error.to_string())
}

fn known<T>(value: T) -> Fact<T> {
    Fact::Known { value }
}

fn android(facts: &mut DeviceFacts) -> &mut AndroidFacts {
    match &mut facts.phone {
        Phone::Android { facts } => facts,
        Phone::Ios { .. } => panic!("iOS"),
    }
}

fn ios(facts: &mut DeviceFacts) -> &mut IosFacts {
    match &mut facts.phone {
        Phone::Ios { facts } => facts,
        Phone::Android { .. } => panic!("Android"),
    }
}

#[test]
fn milliseconds_in_a_record_are_told_as_such() {
    let milliseconds = Time::from_seconds(1_795_507_200_000);
    let message = "found 1795507200000, expected seconds since 1970 in the years 0000 to 9999 (milliseconds are \
                   too large)";
    assert_eq!(
        told(ANDROID, |f| f.host.server_time = known(milliseconds)),
        format!("in the facts, `host.server_time.known`: {message}")
    );
    assert_eq!(
        told(ANDROID, |f| f.host.token_issued = known(milliseconds)),
        format!("in the facts, `host.token_issued.known`: {message}")
    );
    assert_eq!(
        told(ANDROID, |f| android(f).clock.network = known(milliseconds)),
        format!("in the facts, `phone.android.clock.network.known`: {message}")
    );
    assert_eq!(
        told(ANDROID, |f| {
            android(f).crashes.last_update = known(milliseconds);
        }),
        format!("in the facts, `phone.android.crashes.last_update.known`: {message}")
    );
    assert_eq!(
        told(IOS, |f| {
            ios(f).install.profile_expiry = known(ProfileExpiry::Ends { at: milliseconds });
        }),
        format!("in the facts, `phone.ios.install.profile_expiry.known`: {message}")
    );
}

#[test]
fn milliseconds_in_a_stamp_of_the_shell_are_told_as_such() {
    let milliseconds = Time::from_seconds(1_795_507_200_000);
    let message = "found 1795507200000, expected seconds since 1970 in the years 0000 to 9999 (milliseconds are \
                   too large)";
    let mut facts = read(&set(
        "delivery.records.known",
        record("2026-11-24T07:00:00Z", 1),
    ))
    .unwrap();
    if let Fact::Known { value } = &mut facts.delivery.records {
        value[0].at = milliseconds;
    }
    assert_eq!(
        diagnose_it(&facts, None).unwrap_err(),
        format!("in the facts, `delivery.records.known[0].at`: {message}")
    );
    let mut facts = read(&set("phone.android.crashes.exits.known", exit(1))).unwrap();
    if let Fact::Known { value } = &mut android(&mut facts).crashes.exits {
        value[0].at = milliseconds;
    }
    assert_eq!(
        diagnose_it(&facts, None).unwrap_err(),
        format!("in the facts, `phone.android.crashes.exits.known[0].at`: {message}")
    );
}

#[test]
fn an_impossible_value_in_a_record_is_told_by_diagnose() {
    assert_eq!(
        told(ANDROID, |f| android(f).os.api_level = 0),
        "in the facts, `phone.android.os.api_level`: found 0, expected 1 to 999"
    );
    assert_eq!(
        told(IOS, |f| ios(f).os.major = -17),
        "in the facts, `phone.ios.os.major`: found -17, expected 1 to 99"
    );
    assert_eq!(
        told(ANDROID, |f| f.host.server_time =
            known(Time::from_seconds(0))),
        "in the facts, `host.server_time.known`: found 1970-01-01T00:00:00Z, expected a time from 2015 on"
    );
    assert_eq!(
        told(ANDROID, |f| {
            let date = Date {
                year: 2026,
                month: 13,
                day: 1,
            };
            android(f).os.security_patch = known(date);
        }),
        "in the facts, `phone.android.os.security_patch.known`: found 2026-13-01, expected a day that a calendar has"
    );
    assert_eq!(
        told(ANDROID, |f| {
            android(f).install.installer = known(PackageName {
                name: "Google Play".into(),
            });
        }),
        "in the facts, `phone.android.install.installer.known`: found \"Google Play\", expected a package name such \
         as \"com.android.vending\", or \"none\""
    );
    assert_eq!(
        told(ANDROID, |f| {
            if let Fact::Known { value } = &mut android(f).notifications.channels {
                value[0].id = "lock out".into();
            }
        }),
        "in the facts, `phone.android.notifications.channels.known[0].id`: found \"lock out\", expected 1 to 100 \
         letters, digits, `.`, `_`, `-`, `:` or `/`"
    );
    assert_eq!(
        told(ANDROID, |f| {
            if let Fact::Known { value } = &mut android(f).install.files {
                value.retain(|file| file.part != ApkPart::Base);
            }
        }),
        "in the facts, `phone.android.install.files.known`: found 0 base APKs, expected exactly one"
    );
}

#[test]
fn an_impossible_version_in_a_record_is_told_by_diagnose() {
    let negative = AppVersion::new(-2, 7, 31);
    let personal = AppVersion {
        pre_release: "jane@example.org".into(),
        ..AppVersion::new(2, 7, 31)
    };
    assert_eq!(
        told(ANDROID, |f| f.app.version = known(negative.clone())),
        "in the facts, `app.version.known`: found \"-2.7.31\", expected a version such as \"2.7.31\""
    );
    assert_eq!(
        told(IOS, |f| f.host.newest_version = known(personal)),
        "in the facts, `host.newest_version.known`: found \"2.7.31-jane@example.org\", expected a version such as \
         \"2.7.31\""
    );
    let mut facts = read(&set(
        "delivery.records.known",
        record("2026-11-24T07:00:00Z", 1),
    ))
    .unwrap();
    if let Fact::Known { value } = &mut facts.delivery.records {
        value[0].app_version = negative;
    }
    assert_eq!(
        diagnose_it(&facts, None).unwrap_err(),
        "in the facts, `delivery.records.known[0].app_version`: found \"-2.7.31\", expected a version such as \
         \"2.7.31\""
    );
}

#[test]
fn the_phones_clock_takes_every_time_that_json_can_write() {
    for (text, same) in [
        ("0000-01-01T00:00:00Z", "0000-01-01T00:00:00Z"),
        ("1601-01-01T00:00:00Z", "1601-01-01T00:00:00Z"),
        ("1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z"),
        ("1970-01-01T00:00:00+14:00", "1969-12-31T10:00:00Z"),
        ("2026-11-24T08:00:00.999999999Z", "2026-11-24T08:00:00Z"),
        ("1969-12-31T23:59:58.5Z", "1969-12-31T23:59:58Z"),
        ("2026-11-24t08:00:00z", "2026-11-24T08:00:00Z"),
        ("2026-11-24T08:00:00-00:00", "2026-11-24T08:00:00Z"),
        ("9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z"),
    ] {
        let facts = read(&set("clock.phone", json!(text))).unwrap();
        assert_eq!(facts.clock.phone.to_string(), same, "{text}");
        diagnose_it(&facts, None).unwrap();
    }
}

/// Asks every complaint of every phone whose clock stands so.
fn diagnose_with_clock(seconds: i64) -> Result<(), String> {
    for (_, mut facts) in phones() {
        *at(&mut facts, "host.server_time") = json!({"unreadable": "host_silent"});
        let mut facts = read(&facts).unwrap();
        facts.clock.phone = Time::from_seconds(seconds);
        for complaint in Complaint::ALL {
            diagnose_it(&facts, Some(complaint))?;
        }
    }
    Ok(())
}

#[test]
fn the_phones_clock_takes_the_outermost_numbers() {
    for seconds in [
        i64::MIN,
        i64::MIN + 1,
        -1,
        0,
        1_795_507_200_000,
        i64::MAX - 1,
        i64::MAX,
    ] {
        assert_eq!(diagnose_with_clock(seconds), Ok(()), "{seconds}");
    }
}

proptest! {
    #[test]
    fn the_phones_clock_takes_any_number(seconds in any::<i64>()) {
        prop_assert!(diagnose_with_clock(seconds).is_ok());
    }
}
