//! Every phone and every case is judged as a person judged it.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a failure here is what a test is for"
)]

use diagnose_cases::{Case, Judged, all, phones, told};
use diagnose_core::{
    Question, Reader, checks, complaint::Complaint, diagnose, facts::DeviceFacts, profiles,
    report::Report, words::Audience,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

fn tests() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

fn cases() -> Vec<Case> {
    all(tests()).unwrap()
}

/// Each phone's own outcomes, complete.
fn own_outcomes() -> BTreeMap<String, BTreeMap<String, String>> {
    phones(tests())
        .unwrap()
        .into_iter()
        .map(|(name, _, _, judged)| {
            let complete = checks::ALL
                .iter()
                .map(|check| {
                    let outcome = judged.findings.get(check.id).map_or("pass", String::as_str);
                    (check.id.to_owned(), outcome.to_owned())
                })
                .collect();
            (name, complete)
        })
        .collect()
}

/// What differs between what is expected and what is said, one line each.
fn differences(
    name: &str,
    expected: &Judged,
    outcomes: &BTreeMap<String, String>,
    report: &Report,
) -> Vec<String> {
    let said = Judged {
        verdict: serde_json::to_value(report.verdict)
            .unwrap()
            .as_str()
            .unwrap()
            .to_owned(),
        answer: serde_json::to_value(&report.answer).unwrap(),
        findings: Judged::outcomes(report),
    };
    let mut lines = Vec::new();
    if said.verdict != expected.verdict {
        lines.push(format!(
            "{name}: verdict: said {}, judged {}",
            said.verdict, expected.verdict
        ));
    }
    if said.answer != expected.answer {
        lines.push(format!(
            "{name}: answer: said {}, judged {}",
            said.answer, expected.answer
        ));
    }
    for (id, outcome) in outcomes {
        if said.findings[id] != *outcome {
            lines.push(format!(
                "{name}: {id}: said {}, judged {outcome}",
                said.findings[id]
            ));
        }
    }
    lines
}

#[test]
fn every_phone_is_judged_as_a_person_judged_it() {
    let own = own_outcomes();
    let mut lines = Vec::new();
    for (name, facts, profile, judged) in phones(tests()).unwrap() {
        let facts = DeviceFacts::from_value(&facts).unwrap();
        let profile = profiles::profile(&profile).unwrap();
        let reader = Reader::new("en", Audience::User);
        let report = diagnose(&facts, &Question::default(), &profile, &reader)
            .unwrap()
            .report;
        lines.extend(differences(&name, &judged, &own[&name], &report));
    }
    assert!(lines.is_empty(), "\n{}\n", lines.join("\n"));
}

#[test]
fn every_case_is_judged_as_a_person_judged_it() {
    let own = own_outcomes();
    let mut lines = Vec::new();
    let cases = cases();
    for case in &cases {
        let mut expected = own[&case.phone].clone();
        expected.extend(case.judged.findings.clone());
        match told(case, Audience::User) {
            Ok(diagnosis) => {
                lines.extend(differences(
                    &case.name,
                    &case.judged,
                    &expected,
                    &diagnosis.report,
                ));
            }
            Err(error) => lines.push(format!("{}: {error}", case.name)),
        }
    }
    assert!(lines.is_empty(), "\n{}\n", lines.join("\n"));
    println!("{} cases judged", cases.len());
    assert!(cases.len() >= 90, "{} cases", cases.len());
}

#[test]
fn every_contrast_differs_as_a_person_judged_it() {
    let mut lines = Vec::new();
    for case in cases() {
        let Some(contrast) = &case.contrast else {
            continue;
        };
        assert_eq!(
            contrast.set.len(),
            1,
            "{}: a contrast changes one fact",
            case.name
        );
        let reader = Reader::new("en", Audience::User);
        let of = |facts: DeviceFacts| {
            let diagnosis = diagnose(
                &facts,
                &case.question().unwrap(),
                &case.profile().unwrap(),
                &reader,
            )
            .unwrap();
            Judged::outcomes(&diagnosis.report)
        };
        let before = of(case.facts().unwrap());
        let after = match case.contrast_facts(contrast) {
            Ok(facts) => of(facts),
            Err(error) => {
                lines.push(format!("{}: contrast: {error}", case.name));
                continue;
            }
        };
        for (id, outcome) in &after {
            let expected = contrast.findings.get(id).unwrap_or(&before[id]);
            if outcome != expected {
                lines.push(format!(
                    "{}: contrast: {id}: said {outcome}, judged {expected}",
                    case.name
                ));
            }
        }
    }
    assert!(lines.is_empty(), "\n{}\n", lines.join("\n"));
}

/// Causes that no fact can tell.
const RESERVED: [&str; 3] = [
    "notifications.app locked_by_organisation",
    "notifications.data own_switch",
    "registration.camera never_asked",
];

#[test]
fn every_cause_and_every_warning_has_a_case_that_tells_it_and_one_that_differs_in_one_fact() {
    let mut told: BTreeSet<String> = BTreeSet::new();
    let mut contrasted: BTreeSet<String> = BTreeSet::new();
    for case in cases() {
        for (id, outcome) in &case.judged.findings {
            let cause = match outcome.split_once(' ') {
                Some(("fail", cause)) => cause.to_owned(),
                None if outcome == "warn" => "warn".to_owned(),
                _ => continue,
            };
            let row = format!("{id} {cause}");
            // A case that sets one fact on a phone that does not tell it is its own contrast.
            let contrasts = |contrast: &diagnose_cases::Contrast| {
                contrast
                    .findings
                    .get(id)
                    .is_some_and(|other| other != outcome)
            };
            if case.contrast.as_ref().is_some_and(contrasts)
                || (case.set.len() == 1 && case.set_profile.is_empty())
            {
                contrasted.insert(row.clone());
            }
            told.insert(row);
        }
    }
    let rows = checks::ALL.iter().flat_map(|check| {
        let causes = check.causes.iter().map(|cause| cause.id);
        let warn = check.warn.as_ref().map(|_| "warn");
        causes
            .chain(warn)
            .map(|cause| format!("{} {cause}", check.id))
    });
    let wanted: BTreeSet<String> = rows
        .filter(|row| !RESERVED.contains(&row.as_str()))
        .collect();
    assert_eq!(
        wanted.difference(&told).collect::<Vec<_>>(),
        Vec::<&String>::new(),
        "no case tells these"
    );
    assert_eq!(
        wanted.difference(&contrasted).collect::<Vec<_>>(),
        Vec::<&String>::new(),
        "nothing is set against these"
    );
}

#[test]
fn every_outcome_that_a_check_allows_has_a_case_on_each_platform() {
    let mut seen: BTreeSet<(String, String, String)> = BTreeSet::new();
    for case in cases() {
        let report = told(&case, Audience::User).unwrap().report;
        let platform = if case.phone.contains("ios") {
            "ios"
        } else {
            "android"
        };
        for (id, outcome) in Judged::outcomes(&report) {
            let outcome = outcome.split(' ').next().unwrap().to_owned();
            seen.insert((platform.to_owned(), id, outcome));
        }
    }
    let mut missing = Vec::new();
    for check in checks::ALL {
        for platform in ["android", "ios"] {
            if check.devices() != "both" && check.devices() != platform {
                continue;
            }
            // Versions are always known, and iOS has no work profile to ask for.
            let always_known =
                check.id == "os.version" || (check.id, platform) == ("device.profile", "ios");
            for outcome in ["pass", "unknown"] {
                if (outcome != "unknown" || !always_known)
                    && !seen.contains(&(platform.into(), check.id.into(), outcome.into()))
                {
                    missing.push(format!("{platform} {} {outcome}", check.id));
                }
            }
        }
    }
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn every_complaint_has_a_case_for_each_kind_of_answer_it_can_have() {
    let mut seen: BTreeSet<(i32, String)> = BTreeSet::new();
    for case in cases() {
        let complaint = case
            .question()
            .unwrap()
            .complaint
            .map_or(0, Complaint::number);
        seen.insert((
            complaint,
            case.judged.answer["kind"].as_str().unwrap().to_owned(),
        ));
    }
    let kinds = |complaint| match complaint {
        0 | 15 => vec!["none"],
        5 => vec!["explained", "not_this_phone"],
        _ => vec!["explained", "not_this_phone", "cannot_tell"],
    };
    for complaint in [0, 1, 2, 3, 4, 5, 6, 15] {
        for kind in kinds(complaint) {
            assert!(
                seen.contains(&(complaint, kind.to_owned())),
                "complaint {complaint}: {kind}"
            );
        }
    }
}
