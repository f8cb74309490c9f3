//! A facts file that a careless host writes is refused with a message that says at once what to do.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a failure here is what a test is for"
)]
#![cfg(feature = "json")]

#[path = "facts_support/mod.rs"]
mod support;

use diagnose_core::facts::DeviceFacts;
use serde_json::json;
use support::{
    ANDROID, IOS, added, all_refused, at, phone, phone_text, refused, removed, renamed, set,
    text_refused,
};

const FACT: &str = r#"{"known": VALUE} or {"unreadable": REASON}"#;
const TIME: &str =
    r#"an RFC 3339 time such as "2026-11-24T08:00:00Z" or "2026-11-24T09:00:00+01:00""#;
const REASONS: &str = "`no_api`, `no_permission`, `call_failed`, `host_silent`, `not_run`, `hidden`, \
                       `changed_by_opening` or `unsupported`";

#[test]
fn an_unknown_field_is_told_with_the_fields_that_belong_there() {
    refused(
        &added("clock.time_zone", json!("UTC")),
        "`clock.time_zone`: found an unknown field, expected only `phone`",
    );
    refused(
        &added("serial", json!("R58M1")),
        "`serial`: found an unknown field, expected only `facts_version`, `clock`, `app`, `host`, `delivery` \
         and `phone`",
    );
    refused(
        &added(
            "phone.android.notifications.channels.known[1].name",
            json!("News"),
        ),
        "`phone.android.notifications.channels.known[1].name`: found an unknown field, expected only `id`, \
         `importance`, `group_blocked`, `lock_screen` and `bypasses_dnd`",
    );
}

#[test]
fn a_renamed_field_is_told_by_the_new_name_and_the_old_one_expected() {
    for (path, to, message) in [
        (
            "host",
            "server",
            "`server`: found an unknown field, expected `host`, which is missing",
        ),
        (
            "host.has_token",
            "hasToken",
            "`host.hasToken`: found an unknown field, expected `has_token`, which is missing",
        ),
        (
            "phone.android.os.api_level",
            "sdk_int",
            "`phone.android.os.sdk_int`: found an unknown field, expected `api_level`, which is missing",
        ),
        (
            "phone.ios.notifications.notification_centre",
            "notification_center",
            "`phone.ios.notifications.notification_center`: found an unknown field, expected \
             `notification_centre`, which is missing",
        ),
    ] {
        refused(&renamed(path, to), message);
    }
}

#[test]
fn of_several_missing_fields_an_unknown_one_may_be_any() {
    let mut facts = renamed("phone.android.push.play_services_enabled", "enabled");
    support::remove(&mut facts, "phone.android.push.host_reachable");
    refused(
        &facts,
        "`phone.android.push.enabled`: found an unknown field, expected one of those that are missing: \
         `play_services_enabled` or `host_reachable`",
    );
}

#[test]
fn a_missing_field_is_told_at_every_depth() {
    for path in [
        "clock",
        "phone",
        "clock.phone",
        "app.version",
        "host.registration",
        "phone.android.os",
        "phone.android.os.api_level",
        "phone.android.install.signers.known[0].lineage[0].debug",
        "phone.ios.camera.authorization",
    ] {
        refused(
            &removed(path),
            &format!("`{path}`: found nothing, expected a value: every field is required"),
        );
    }
}

#[test]
fn another_version_is_told_before_anything_else() {
    let message = "expected 1, the only version that this program reads";
    all_refused(&[
        ("facts_version", json!(2), &format!("found 2, {message}")),
        ("facts_version", json!(0), &format!("found 0, {message}")),
        (
            "facts_version",
            json!("1"),
            &format!("found \"1\", {message}"),
        ),
        (
            "facts_version",
            json!(1.0),
            &format!("found 1.0, {message}"),
        ),
        (
            "facts_version",
            json!(null),
            &format!("found null, {message}"),
        ),
    ]);
    refused(
        &removed("facts_version"),
        &format!("`facts_version`: found nothing, {message}"),
    );
    text_refused(
        r#"{"screen": {}, "facts_version": 3}"#,
        &format!("`facts_version`: found 3, {message}"),
    );
    text_refused(
        r#"{"screen": {}}"#,
        &format!("`facts_version`: found nothing, {message}"),
    );
}

#[test]
fn a_value_without_known_around_it_is_no_fact() {
    let path = "phone.android.notifications.enabled";
    for (value, found) in [
        (json!(null), "null"),
        (json!(true), "true"),
        (json!(1), "1"),
        (json!(0.5), "0.5"),
        (json!("yes"), "\"yes\""),
        (json!([true]), "a list"),
    ] {
        refused(
            &set(path, value),
            &format!("`{path}`: found {found}, expected {FACT}"),
        );
    }
}

#[test]
fn a_fact_is_either_known_or_unreadable() {
    all_refused(&[
        (
            "host.has_token",
            json!({}),
            &format!("found an empty object, expected {FACT}"),
        ),
        (
            "host.has_token",
            json!({"known": true, "unreadable": "no_api"}),
            &format!("found more than one field, expected {FACT}"),
        ),
        (
            "host.has_token",
            json!({"unreadable": "no_api", "known": true, "note": 1}),
            &format!("found more than one field, expected {FACT}"),
        ),
        (
            "host.has_token",
            json!({"known": true, "note": "read twice"}),
            &format!("found more than one field, expected {FACT}"),
        ),
    ]);
    refused(
        &set("host.has_token", json!({"value": true})),
        "`host.has_token.value`: found an unknown field, expected `known` or `unreadable`",
    );
    refused(
        &set("host.has_token", json!({"known": null})),
        "`host.has_token.known`: found null, expected true or false",
    );
}

#[test]
fn a_reason_is_one_of_eight() {
    for (reason, found) in [
        (json!("security_exception"), "\"security_exception\""),
        (json!("NoApi"), "\"NoApi\""),
        (json!(null), "null"),
        (json!(3), "3"),
        (json!({"no_api": null}), "an object"),
    ] {
        refused(
            &set("host.has_token", json!({"unreadable": reason})),
            &format!("`host.has_token.unreadable`: found {found}, expected {REASONS}"),
        );
    }
}

#[test]
fn an_enumeration_takes_only_its_names() {
    let path = "phone.android.background.data_saver.known";
    for (value, found) in [
        (json!("on"), "\"on\""),
        (json!("Enabled"), "\"Enabled\""),
        (json!(3), "3"),
        (json!(true), "true"),
        (json!(null), "null"),
        (json!([]), "a list"),
        (json!(["enabled"]), "a list"),
        (json!({}), "an object"),
        (json!({"enabled": null}), "an object"),
        (json!({"on": 1, "off": 0}), "an object"),
    ] {
        refused(
            &set(path, value),
            &format!("`{path}`: found {found}, expected `disabled`, `whitelisted` or `enabled`"),
        );
    }
}

#[test]
fn a_value_of_another_type_is_told() {
    let number = "a whole number of at most 64 bits";
    all_refused(&[
        (
            "phone.android.os.api_level",
            json!("35"),
            &format!("found \"35\", expected {number}"),
        ),
        (
            "phone.android.os.api_level",
            json!(35.5),
            &format!("found 35.5, expected {number}"),
        ),
        (
            "phone.android.os.api_level",
            json!(35.0),
            &format!("found 35.0, expected {number}"),
        ),
        (
            "phone.android.os.api_level",
            json!({"known": 35}),
            &format!("found an object, expected {number}"),
        ),
        (
            "phone.android.storage.free_bytes.known",
            json!(9_223_372_036_854_775_808_u64),
            &format!("found 9.223372036854776e18, expected {number}"),
        ),
        (
            "phone.android.storage.free_bytes.known",
            json!(1e300),
            &format!("found 1e300, expected {number}"),
        ),
        (
            "phone.android.network.connected.known",
            json!(1),
            "found 1, expected true or false",
        ),
        (
            "phone.android.network.connected.known",
            json!("true"),
            "found \"true\", expected true or false",
        ),
        (
            "phone.android.notifications.channels.known[0].id",
            json!(7),
            "found 7, expected a text",
        ),
        (
            "phone.android.notifications.channels.known",
            json!({"lockout": "high"}),
            "found an object, expected a list",
        ),
        (
            "delivery.records.known",
            json!("none"),
            "found \"none\", expected a list",
        ),
    ]);
}

#[test]
fn a_number_too_long_for_any_type_is_told() {
    let text = phone_text(IOS);
    text_refused(
        &text.replace("\"major\": 18", "\"major\": 123456789012345678901234567890"),
        "`phone.ios.os.major`: found 1.2345678901234568e29, expected a whole number of at most 64 bits",
    );
    text_refused(
        &text.replace("\"major\": 18", "\"major\": -9223372036854775809"),
        "`phone.ios.os.major`: found -9.223372036854776e18, expected a whole number of at most 64 bits",
    );
}

#[test]
fn a_time_is_an_rfc_3339_text() {
    for (value, found) in [
        (json!(1_795_507_200_000_i64), "1795507200000"),
        (json!(1_795_507_200), "1795507200"),
        (json!("1795507200"), "\"1795507200\""),
        (json!("2026-11-24T08:00:00"), "\"2026-11-24T08:00:00\""),
        (json!("2026-11-24 08:00:00"), "\"2026-11-24 08:00:00\""),
        (
            json!("2026-11-24T08:00:00+0100"),
            "\"2026-11-24T08:00:00+0100\"",
        ),
        (json!("2026-11-24"), "\"2026-11-24\""),
        (json!("2026-02-30T08:00:00Z"), "\"2026-02-30T08:00:00Z\""),
        (
            json!("Tue, 24 Nov 2026 08:00:00 GMT"),
            "\"Tue, 24 Nov 2026 08:00:00 GMT\"",
        ),
        (json!(""), "\"\""),
        (json!(null), "null"),
    ] {
        for path in ["clock.phone", "host.server_time.known"] {
            refused(
                &set(path, value.clone()),
                &format!("`{path}`: found {found}, expected {TIME}"),
            );
        }
    }
}

#[test]
fn days_versions_packages_and_expiries_show_their_form() {
    all_refused(&[
        (
            "phone.android.os.security_patch.known",
            json!("2026-11-05T00:00:00Z"),
            "found \"2026-11-05T00:00:00Z\", expected a day such as \"2026-11-05\"",
        ),
        (
            "phone.android.os.security_patch.known",
            json!("2026-11-31"),
            "found \"2026-11-31\", expected a day such as \"2026-11-05\"",
        ),
        (
            "app.version.known",
            json!("v2.7.31"),
            "found \"v2.7.31\", expected a version such as \"2.7.31\"",
        ),
        (
            "app.version.known",
            json!(2.7),
            "found 2.7, expected a version such as \"2.7.31\"",
        ),
        (
            "phone.android.install.installer.known",
            json!("Google Play"),
            "found \"Google Play\", expected a package name such as \"com.android.vending\", or \"none\"",
        ),
        (
            "phone.android.install.installer.known",
            json!(null),
            "found null, expected a package name such as \"com.android.vending\", or \"none\"",
        ),
        (
            "phone.ios.install.profile_expiry.known",
            json!("never"),
            "found \"never\", expected an RFC 3339 time such as \"2026-11-24T08:00:00Z\", or \"none\"",
        ),
    ]);
}

#[test]
fn a_list_is_no_record_and_a_record_is_no_list() {
    text_refused("[]", "found a list, expected an object");
    text_refused(
        &format!("[{}]", phone(ANDROID)),
        "found a list, expected an object",
    );
    all_refused(&[
        (
            "clock",
            json!(["2026-11-24T08:00:02Z"]),
            "found a list, expected an object",
        ),
        (
            "phone.android.os",
            json!([35, {"known": "2026-11-05"}]),
            "found a list, expected an object",
        ),
        (
            "phone.android.notifications.channels.known[0]",
            json!(["lockout", "high"]),
            "found a list, expected an object",
        ),
        ("host", json!(null), "found null, expected an object"),
    ]);
}

#[test]
fn the_top_is_an_object() {
    for (text, found) in [
        ("null", "null"),
        ("1", "1"),
        ("\"facts\"", "\"facts\""),
        ("true", "true"),
    ] {
        text_refused(text, &format!("found {found}, expected an object"));
    }
}

#[test]
fn a_fact_of_the_other_platform_is_an_unknown_field() {
    refused(
        &added(
            "phone.ios.network.aeroplane_mode",
            json!({"unreadable": "no_api"}),
        ),
        "`phone.ios.network.aeroplane_mode`: found an unknown field, expected only `connected`",
    );
    refused(
        &added(
            "phone.android.notifications.time_sensitive",
            json!({"known": "enabled"}),
        ),
        "`phone.android.notifications.time_sensitive`: found an unknown field, expected only `enabled`, \
         `permission_declared`, `rationale`, `was_granted`, `asked`, `importance`, `paused`, `on_lock_screen`, \
         `interruption_filter` and `channels`",
    );
    let mut facts = phone(IOS);
    let android = at(&mut phone(ANDROID), "phone.android").take();
    *at(&mut facts, "phone.ios") = android;
    refused(
        &facts,
        "`phone.ios.clock`: found an unknown field, expected only `os`, `notifications`, `background`, `push`, \
         `network`, `install`, `storage` and `camera`",
    );
}

#[test]
fn a_phone_has_one_platform() {
    let one = "expected an object with one field, `android` or `ios`";
    all_refused(&[
        (
            "phone",
            json!({}),
            &format!("found an object with 0 fields, {one}"),
        ),
        (
            "phone",
            json!({"android": {}, "ios": {}}),
            &format!("found an object with 2 fields, {one}"),
        ),
        (
            "phone",
            json!("android"),
            &format!("found \"android\", {one}"),
        ),
        ("phone", json!(null), &format!("found null, {one}")),
        ("phone", json!([]), &format!("found a list, {one}")),
        (
            "phone",
            json!("windows"),
            "found \"windows\", expected `android` or `ios`",
        ),
    ]);
    refused(
        &set("phone", json!({"harmony": {}})),
        "`phone.harmony`: found an unknown field, expected `android` or `ios`",
    );
    refused(
        &set("phone", json!({"ios": "18.4"})),
        "`phone.ios`: found \"18.4\", expected an object",
    );
}

#[test]
fn a_field_given_twice_is_told_wherever_it_stands() {
    let twice = "found this field a second time, expected each field once";
    let text = phone_text(ANDROID);
    for (once, again, path) in [
        (
            "\"facts_version\": 1",
            "\"facts_version\": 1",
            "facts_version",
        ),
        (
            "\"has_token\"",
            "\"has_token\": {}, \"has_token\"",
            "host.has_token",
        ),
        (
            "{\"known\": 3}",
            "{\"known\": 3, \"known\": 4}",
            "phone.android.usage.days_since_last_use.known",
        ),
        (
            "\"id\": \"news\"",
            "\"id\": \"a\", \"id\": \"b\"",
            "phone.android.notifications.channels.known[1].id",
        ),
    ] {
        assert!(text.contains(once), "{once}");
        let again = if once == again {
            format!("{once}, {once}")
        } else {
            again.to_owned()
        };
        text_refused(
            &text.replacen(once, &again, 1),
            &format!("`{path}`: {twice}"),
        );
    }
}

#[test]
fn a_text_that_is_no_json_is_told_with_line_and_column() {
    text_refused("", "found an empty text, expected JSON");
    text_refused(" \n", "found an empty text, expected JSON");
    text_refused(
        "facts: 1",
        "found no JSON (expected ident at line 1 column 3), expected JSON",
    );
    text_refused(
        "{\"facts_version\": 1,\n \"clock\"",
        "found no JSON (EOF while parsing an object at line 2 column 8), expected JSON",
    );
    text_refused(
        "{\"facts_version\": 1,}",
        "found no JSON (trailing comma at line 1 column 21), expected JSON",
    );
    text_refused(
        &format!("{} {{}}", phone(IOS)),
        &format!(
            "found no JSON (trailing characters at line 1 column {}), expected JSON",
            phone(IOS).to_string().len() + 2
        ),
    );
}

#[test]
fn deep_nesting_is_refused_without_a_stack_overflow() {
    let message = "found no JSON (recursion limit exceeded at line 1 column 128), expected JSON";
    text_refused(&"[".repeat(100_000), message);
    let objects = "{\"a\":".repeat(100_000);
    text_refused(
        &objects,
        "found no JSON (recursion limit exceeded at line 1 column 636), expected JSON",
    );
}

#[test]
fn what_a_message_repeats_stays_short_and_on_one_line() {
    refused(
        &set(
            "clock",
            json!({"phone": "1970-01-01T00:00:00Z", "a\n\u{1b}[31mb": 1}),
        ),
        r"`clock.a\n\u{1b}[31mb`: found an unknown field, expected only `phone`",
    );
    refused(
        &set("host.server.known", json!("\u{0}\n")),
        r#"`host.server.known`: found "\0\n", expected `answered`, `unreachable`, `tls_refused` or `error`"#,
    );
    let long = "é".repeat(1000);
    let short = "é".repeat(60);
    refused(
        &added(&format!("clock.{long}"), json!(1)),
        &format!("`clock.{short}…`: found an unknown field, expected only `phone`"),
    );
    refused(
        &set("clock.phone", json!(long)),
        &format!("`clock.phone`: found \"{short}…\", expected {TIME}"),
    );
    text_refused(
        r#"{"a\u0000b\n": 1, "a\u0000b\n": 2}"#,
        r"`a\0b\n`: found this field a second time, expected each field once",
    );
}

#[test]
fn an_error_carries_path_found_and_expected_apart() {
    let facts = set(
        "phone.android.notifications.channels.known[1].importance",
        json!("loud"),
    );
    let error = DeviceFacts::from_value(&facts).unwrap_err();
    assert_eq!(
        error.path,
        "phone.android.notifications.channels.known[1].importance"
    );
    assert_eq!(error.found, "\"loud\"");
    assert_eq!(
        error.expected,
        "`blocked`, `min`, `low`, `default` or `high`"
    );
}
