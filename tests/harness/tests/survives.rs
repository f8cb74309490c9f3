//! Any report survives its code, as far as the code carries it.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a failure here is what a test is for"
)]

use diagnose_cases::{all, told};
use diagnose_core::{
    checks,
    code::{Contents, Entry, Payload, Reading, encode_report, read, report_of},
    os::Os,
    report::{Outcome, Report},
    words::Audience,
};
use proptest::prelude::*;
use std::path::Path;

/// A report as its code carries it: outcomes and, but for a dense word, causes.
fn carried(report: &Report, dense: bool) -> Vec<(i32, Outcome, Option<i32>)> {
    report
        .findings
        .iter()
        .map(|finding| {
            (
                finding.check,
                finding.outcome,
                finding.cause.filter(|_| !dense),
            )
        })
        .collect()
}

fn read_again(report: &Report) -> (Report, bool) {
    let code = encode_report(report).unwrap();
    let Reading::Read {
        payload,
        code: canonical,
        ..
    } = read(code.as_str())
    else {
        panic!("{code} is refused");
    };
    assert_eq!(code, canonical);
    (
        report_of(&payload),
        matches!(payload.contents, Contents::Dense(_)),
    )
}

#[test]
fn the_report_of_every_case_survives_its_code() {
    let tests = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
    for case in all(tests).unwrap() {
        let report = told(&case, Audience::User).unwrap().report;
        let (again, dense) = read_again(&report);
        assert_eq!(
            (again.os, again.complaint),
            (report.os, report.complaint),
            "{}",
            case.name
        );
        assert_eq!(again.hour, report.hour, "{}", case.name);
        assert_eq!(
            carried(&again, dense),
            carried(&report, dense),
            "{}",
            case.name
        );
        if !dense {
            assert_eq!(again.verdict, report.verdict, "{}", case.name);
            assert_eq!(again.answer, report.answer, "{}", case.name);
        }
    }
}

#[test]
fn a_phone_in_order_gives_twenty_characters_on_each_platform() {
    for phone in ["harbour-android-14-in-order", "harbour-ios-26-in-order"] {
        let path = format!("{}/../phones/{phone}.json", env!("CARGO_MANIFEST_DIR"));
        let facts =
            diagnose_core::facts::DeviceFacts::from_json(&std::fs::read_to_string(path).unwrap())
                .unwrap();
        let profile = diagnose_core::profiles::profile("harbour").unwrap();
        let report = diagnose_core::report::report(&facts, None, &profile);
        assert_eq!(
            encode_report(&report).unwrap().as_str().len(),
            24,
            "{phone}: 20 and four hyphens"
        );
    }
}

/// Any list word: its entries rise, and each says something that its check can say.
fn payloads() -> impl Strategy<Value = Payload> {
    let os = prop_oneof![
        (1..=63i64).prop_map(|api| Os::Android { api }),
        (12..=71i64, 0..=15i64).prop_map(|(major, minor)| Os::Ios { major, minor }),
    ];
    let entries = proptest::collection::btree_map(0..24i32, 0..=15i32, 0..=6);
    (os, 1..=131_071i64, 0..=15i64, entries).prop_map(|(os, hour, complaint, entries)| Payload {
        os,
        app_version: [2, 7, 31],
        hour,
        complaint,
        contents: Contents::List(
            entries
                .into_iter()
                .map(|(check, finding)| Entry { check, finding })
                .collect(),
        ),
    })
}

proptest! {
    #[test]
    fn any_report_survives_its_code(payload in payloads()) {
        let report = report_of(&payload);
        prop_assert_eq!(report.findings.len(), checks::COUNT);
        let (again, dense) = read_again(&report);
        prop_assert!(!dense);
        prop_assert_eq!(again, report);
    }
}
