//! What the program tells of every case is what a person has read.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a failure here is what a test is for"
)]

use diagnose_cases::{all, told, told_file};
use diagnose_core::{report::Owner, words::Audience};
use std::{collections::BTreeSet, fs, path::Path};

#[test]
fn what_is_told_of_every_case_stands_in_tests_told() {
    let tests = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
    let cases = all(tests).unwrap();
    for case in &cases {
        let path = tests.join(format!("told/{}.txt", case.name));
        let read = fs::read_to_string(&path).unwrap_or_default();
        assert_eq!(
            read,
            told_file(case).unwrap(),
            "{}: after reading it, write it anew: cargo run -p diagnose-cases -- told --write",
            case.name
        );
    }
    let files: BTreeSet<String> = fs::read_dir(tests.join("told"))
        .unwrap()
        .map(|entry| {
            entry
                .unwrap()
                .path()
                .file_stem()
                .unwrap()
                .to_str()
                .unwrap()
                .to_owned()
        })
        .collect();
    let names: BTreeSet<String> = cases.iter().map(|case| case.name.clone()).collect();
    assert_eq!(files, names, "one file for each case");
}

#[test]
fn every_finding_with_an_owner_has_a_step() {
    let tests = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
    for case in all(tests).unwrap() {
        for audience in [Audience::User, Audience::Technician] {
            let advice = told(&case, audience).unwrap().advice;
            for finding in advice.findings {
                assert_eq!(
                    finding.owner.is_some(),
                    !finding.steps.is_empty() || finding.fixed_by.is_some(),
                    "{}: {}",
                    case.name,
                    finding.title
                );
            }
        }
    }
}

#[test]
fn nobody_is_told_to_uninstall_before_there_is_a_new_activation_email() {
    let tests = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
    let mut uninstalled = 0;
    for case in all(tests).unwrap() {
        for audience in [Audience::User, Audience::Technician] {
            let advice = told(&case, audience).unwrap().advice;
            let steps = advice.findings.iter().flat_map(|finding| &finding.steps);
            let mut new_email = false;
            for step in steps {
                new_email |= step.text.contains("new activation e-mail")
                    || step.text.contains(&case.profile().unwrap().words.reset);
                if step.text.contains("uninstall") {
                    uninstalled += 1;
                    assert!(new_email, "{}: {}", case.name, step.text);
                }
            }
        }
    }
    assert!(uninstalled > 20, "{uninstalled}");
}

#[test]
fn what_needs_the_technician_says_so_first() {
    let tests = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
    let mut seen = 0;
    for case in all(tests).unwrap() {
        let diagnosis = told(&case, Audience::User).unwrap();
        for finding in &diagnosis.advice.findings {
            let remedy = diagnosis.report.finding(finding.check).unwrap().remedy();
            let (Some(Owner::Technician | Owner::Vendor), Some(first)) =
                (finding.owner, finding.steps.first())
            else {
                continue;
            };
            // A crash may be gone with an update, which the user can try at once.
            if remedy != Some("update_then_reinstall") {
                seen += 1;
                let text = first.text.to_lowercase();
                assert!(text.contains("support"), "{}: {}", case.name, first.text);
            }
        }
    }
    assert!(seen > 50, "{seen}");
}
