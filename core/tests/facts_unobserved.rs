//! A phone of which nothing was observed.
#![allow(clippy::unwrap_used, reason = "a failure here is what a test is for")]

use diagnose_core::{
    Question, Reader, diagnose,
    fact::Reason,
    facts::DeviceFacts,
    profiles,
    report::{Outcome, report},
    words::Audience,
};

#[test]
fn nothing_is_said_of_it_but_its_version() {
    let facts = DeviceFacts::unobserved_android(34);
    let (question, reader) = (Question::default(), Reader::new("en", Audience::User));
    let profile = profiles::profile("blink").unwrap();
    let report = diagnose(&facts, &question, &profile, &reader)
        .unwrap()
        .report;
    assert_eq!(report.app_version, None);
    for finding in report.findings {
        let (outcome, reason) = (finding.outcome, finding.reason);
        match finding.check {
            // The only fact, and what only iOS has.
            0 => assert_eq!(outcome, Outcome::Pass),
            15 => assert_eq!(outcome, Outcome::NotApplicable),
            // Nobody named a signer, whatever the phone has.
            _ => {
                assert_eq!(outcome, Outcome::Unknown, "{}", finding.check);
                assert_eq!(reason, Some(Reason::NotRun), "{}", finding.check);
            }
        }
    }
}

#[test]
fn its_version_is_the_one_given() {
    let profile = profiles::profile("blink").unwrap();
    let old = report(&DeviceFacts::unobserved_android(23), None, &profile);
    let first = old.findings.first().unwrap();
    assert_eq!((first.check, first.outcome), (0, Outcome::Fail));
}
