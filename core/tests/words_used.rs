//! Every sentence is told by some advice, and every finding has its sentences.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a failure here is what a test is for"
)]
#![cfg(feature = "technician")]

use diagnose_core::{
    Question, Reader,
    advice::{Advice, advice},
    checks,
    code::{Contents, Entry, Payload, report_of},
    complaint::{AnswerKind, Complaint},
    details::Detail,
    fact::Reason,
    maker::Maker,
    os::Os,
    profile::Profile,
    profiles,
    report::{Outcome, Owner, Report, Verdict},
    time::Time,
    version::AppVersion,
    words::{Audience, Words},
};
use std::collections::BTreeSet;

/// A version of each system that has names of its own.
const SYSTEMS: [Os; 11] = [
    Os::Android { api: 24 },
    Os::Android { api: 27 },
    Os::Android { api: 28 },
    Os::Android { api: 29 },
    Os::Android { api: 30 },
    Os::Android { api: 31 },
    Os::Android { api: 33 },
    Os::Android { api: 34 },
    Os::Android { api: 35 },
    Os::Ios {
        major: 17,
        minor: 4,
    },
    Os::Ios {
        major: 26,
        minor: 0,
    },
];

fn profile() -> Profile {
    profiles::profile("blink").unwrap()
}

fn reader(audience: Audience) -> Reader {
    Reader::new("en", audience)
}

fn word(os: Os, entries: Vec<Entry>) -> Payload {
    Payload {
        os,
        app_version: [2, 7, 31],
        hour: 9000,
        complaint: 0,
        contents: Contents::List(entries),
    }
}

/// Reports with each thing that a code can say of each check, those of a newer phone included, and with details.
fn reports() -> Vec<Report> {
    let mut reports = Vec::new();
    for os in SYSTEMS {
        for check in 0..=30 {
            for finding in 0..=15 {
                for days in [1, 5] {
                    let mut report = report_of(&word(os, vec![Entry { check, finding }]));
                    for finding in &mut report.findings {
                        finding.details = vec![
                            Detail::Count { value: days },
                            Detail::Days { value: days },
                            Detail::Time {
                                value: Time::YEAR_2026,
                            },
                            Detail::Version {
                                value: AppVersion::new(2, 8, 0),
                            },
                        ];
                    }
                    reports.push(report);
                }
            }
        }
        let dense = Contents::Dense([3; 24]);
        reports.push(report_of(&Payload {
            contents: dense,
            ..word(os, Vec::new())
        }));
        for reason in Reason::ALL {
            let mut report = report_of(&word(os, Vec::new()));
            for finding in &mut report.findings {
                (finding.outcome, finding.reason) = (Outcome::Unknown, Some(reason));
            }
            reports.push(report);
        }
        for verdict in [
            Verdict::Blocked,
            Verdict::AtRisk,
            Verdict::NotProven,
            Verdict::Healthy,
        ] {
            for kind in [
                AnswerKind::Explained,
                AnswerKind::NotThisPhone,
                AnswerKind::CannotTell,
            ] {
                let mut report = report_of(&word(os, Vec::new()));
                (report.verdict, report.answer.kind) = (verdict, kind);
                for finding in &mut report.findings {
                    finding.details = vec![Detail::Time {
                        value: Time::YEAR_2026,
                    }];
                }
                reports.push(report);
            }
        }
    }
    reports
}

fn sentences(advice: &Advice, told: &mut BTreeSet<String>) {
    told.extend([&advice.headline, &advice.verdict].map(String::clone));
    told.extend(
        [&advice.proof, &advice.link, &advice.folded]
            .into_iter()
            .flatten()
            .cloned(),
    );
    let folded = advice
        .folded
        .as_deref()
        .and_then(|folded| folded.split_once(": "));
    told.extend(
        folded
            .iter()
            .flat_map(|(_, names)| names.split("; "))
            .map(str::to_owned),
    );
    for finding in &advice.findings {
        // A check's name stands within this sentence.
        told.extend(
            finding
                .title
                .strip_prefix("Not checked: ")
                .map(str::to_owned),
        );
        told.insert(finding.title.clone());
        told.extend(finding.why.iter().chain(&finding.detail).cloned());
        for step in &finding.steps {
            told.insert(step.text.clone());
            // The names of two makers stand side by side, a sentence for each.
            for (end, _) in step.text.match_indices(". ") {
                let (first, second) = step.text.split_at(end + 1);
                told.extend([first.to_owned(), second.trim_start().to_owned()]);
            }
        }
    }
}

#[test]
fn every_message_and_every_variant_is_told() {
    for audience in [Audience::User, Audience::Technician] {
        let mut told = BTreeSet::new();
        for report in reports() {
            for maker in Maker::ALL {
                let mut reader = reader(audience);
                reader.maker = Some(maker);
                sentences(&advice(&report, &profile(), &reader), &mut told);
            }
        }
        told.extend(links(audience));
        let mut silent = Vec::new();
        let mut count = 0;
        for row in Words::new("en", audience).rows() {
            for variant in &row.variants {
                count += 1;
                if !told.iter().any(|sentence| variant.fits(sentence)) {
                    silent.push(format!("{} [{}]", row.id, variant.key));
                }
            }
        }
        assert_eq!(silent, Vec::<String>::new(), "nothing tells these");
        assert!(count > 300, "{count} sentences");
    }
}

/// What is told of an activation link before and after its end.
fn links(audience: Audience) -> Vec<String> {
    let facts = include_str!("../../tests/phones/android-15-in-order.json");
    let facts = diagnose_core::facts::DeviceFacts::from_json(facts).unwrap();
    ["2026-11-24T07:00:00Z", "2026-11-20T07:00:00Z"]
        .map(|received| {
            let question = Question {
                complaint: Some(Complaint::LinkInactive),
                received: Some(Time::from_rfc3339(received).unwrap()),
            };
            let diagnosis =
                diagnose_core::diagnose(&facts, &question, &profile(), &reader(audience));
            diagnosis.unwrap().advice.link.unwrap()
        })
        .to_vec()
}

#[test]
fn every_cause_and_every_warning_has_a_title_and_a_why_of_its_own_an_owner_and_a_step() {
    for audience in [Audience::User, Audience::Technician] {
        let mut with_steps = BTreeSet::new();
        let mut all = BTreeSet::new();
        for os in SYSTEMS {
            let (mut titles, mut whys) = (BTreeSet::new(), BTreeSet::new());
            for check in checks::ALL {
                let warned = check.warn.as_ref().map(|_| 0);
                let failed = check.causes.iter().map(|cause| cause.number + 3);
                for finding in warned.into_iter().chain(failed) {
                    let report = report_of(&word(
                        os,
                        vec![Entry {
                            check: check.number,
                            finding,
                        }],
                    ));
                    let advice = advice(&report, &profile(), &reader(audience));
                    let told = &advice.findings[0];
                    assert_eq!(told.check, check.number);
                    assert!(
                        titles.insert(told.title.clone()),
                        "{} stands twice",
                        told.title
                    );
                    let why = told.why.clone().unwrap();
                    assert!(whys.insert(why), "{:?} stands twice", told.why);
                    all.insert((check.number, finding));
                    if !told.steps.is_empty() {
                        with_steps.insert((check.number, finding));
                    }
                    assert!(told.owner.is_some(), "{} {finding}", check.id);
                }
            }
        }
        // Of a cause that its platform cannot have nothing is told; which it has, the cases say.
        assert_eq!(with_steps, all);
    }
}

#[test]
fn what_is_not_known_has_no_why() {
    for audience in [Audience::User, Audience::Technician] {
        let mut without = BTreeSet::new();
        for report in reports() {
            for told in advice(&report, &profile(), &reader(audience)).findings {
                let unknown = [
                    "Not checked: ",
                    "Check number ",
                    "Something is wrong with ",
                    "A newer warning about ",
                ]
                .into_iter()
                .find(|start| told.title.starts_with(start));
                assert_eq!(told.why.is_none(), unknown.is_some(), "{}", told.title);
                without.extend(unknown);
            }
        }
        assert_eq!(without.len(), 4, "{without:?}");
    }
}

#[test]
fn a_link_that_ends_this_very_moment_has_expired() {
    let facts = include_str!("../../tests/phones/android-15-in-order.json");
    let facts = diagnose_core::facts::DeviceFacts::from_json(facts).unwrap();
    let told = |received: &str, complaint| {
        let received = Some(Time::from_rfc3339(received).unwrap());
        let question = Question {
            complaint: Some(complaint),
            received,
        };
        let mut reader = reader(Audience::User);
        reader.offset_minutes = 60;
        diagnose_core::diagnose(&facts, &question, &profile(), &reader)
            .unwrap()
            .advice
            .link
    };
    // The server's time is 08:00 UTC, a link lives 48 hours.
    assert_eq!(
        told("2026-11-22T08:00:00Z", Complaint::LinkInactive).unwrap(),
        "Your activation link has not been valid since 2026-11-24 09:00 (UTC+01:00)"
    );
    assert_eq!(
        told("2026-11-22T08:00:01Z", Complaint::LinkInactive).unwrap(),
        "Your activation link is valid until 2026-11-24 09:00 (UTC+01:00) at the latest"
    );
    assert_eq!(told("2026-11-22T08:00:01Z", Complaint::NumberInUse), None);
}

#[test]
fn the_technician_is_told_whose_job_it_is() {
    let report = report_of(&word(
        SYSTEMS[8],
        vec![Entry {
            check: 11,
            finding: 3,
        }],
    ));
    let advice = advice(&report, &profile(), &reader(Audience::Technician));
    assert_eq!(advice.findings[0].owner, Some(Owner::Technician));
    let step = &advice.findings[0].steps[0].text;
    assert!(
        step.contains("Passportal") && step.contains("Reset User"),
        "{step}"
    );
}
