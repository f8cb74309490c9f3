//! The whole diagnosis of a phone, and its report as a code. Goals: diagnose 10 µs, encode 2 µs.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a failure here is what a test is for"
)]

use diagnose_core::{
    Question, Reader, code::encode_report, complaint::Complaint, diagnose, facts::DeviceFacts,
    profiles, report, words::Audience,
};

fn main() {
    divan::main();
}

const PHONES: [&str; 3] = [
    "android-15-in-order",
    "android-15-locked-out",
    "ios-18-in-order",
];

fn facts(phone: &str) -> DeviceFacts {
    let path = format!(
        "{}/../tests/phones/{phone}.json",
        env!("CARGO_MANIFEST_DIR")
    );
    DeviceFacts::from_json(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn question() -> Question {
    Question {
        complaint: Some(Complaint::NoNotifications),
        received: None,
    }
}

/// Facts in; report, advice and code out.
#[divan::bench(args = PHONES)]
fn diagnose_with_advice_and_code(bencher: divan::Bencher<'_, '_>, phone: &str) {
    let (facts, profile) = (facts(phone), profiles::profile("blink").unwrap());
    let (question, reader) = (question(), Reader::new("en", Audience::User));
    bencher.bench(|| diagnose(&facts, &question, &profile, &reader).unwrap());
}

/// The judgement alone.
#[divan::bench(args = PHONES)]
fn report_alone(bencher: divan::Bencher<'_, '_>, phone: &str) {
    let (facts, profile) = (facts(phone), profiles::profile("blink").unwrap());
    bencher.bench(|| report::report(&facts, Some(Complaint::NoNotifications), &profile));
}

/// A report as a code.
#[divan::bench(args = PHONES)]
fn encode_a_report(bencher: divan::Bencher<'_, '_>, phone: &str) {
    let (facts, profile) = (facts(phone), profiles::profile("blink").unwrap());
    let report = diagnose(
        &facts,
        &question(),
        &profile,
        &Reader::new("en", Audience::User),
    )
    .unwrap()
    .report;
    bencher.bench(|| encode_report(&report).unwrap());
}
