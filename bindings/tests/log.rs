//! The log of all cases holds ids and outcomes, and nothing that a phone or a host said.
#![allow(clippy::unwrap_used, reason = "a failure here is what a test is for")]

use diagnose::{diagnosis::diagnose, question::Reader};
use diagnose_core::{checks, complaint::Complaint, fact::Reason};
use log::{Level, LevelFilter, Log, Metadata, Record};
use std::{collections::BTreeSet, path::Path, sync::Mutex};

static RECORDS: Mutex<Vec<(Level, String)>> = Mutex::new(Vec::new());

struct Capture;

impl Log for Capture {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &Record<'_>) {
        let told = (record.level(), record.args().to_string());
        RECORDS.lock().unwrap().push(told);
    }

    fn flush(&self) {}
}

/// Every word that a log may hold.
fn allowed() -> BTreeSet<String> {
    let mut words: BTreeSet<String> = "diagnosed: verdict complaint answer check none - \
        Blocked AtRisk NotProven Healthy NoAnswer Explained NotThisPhone CannotTell \
        Pass Warn Fail Unknown NotApplicable"
        .split(' ')
        .map(str::to_owned)
        .collect();
    for check in checks::ALL {
        words.insert(check.id.to_owned());
        words.extend(check.causes.iter().map(|cause| cause.id.to_owned()));
        words.extend(check.warn.iter().map(|warn| warn.id.to_owned()));
    }
    words.extend(Reason::ALL.map(|reason| reason.id().to_owned()));
    words.extend(Complaint::ALL.map(|complaint| complaint.id().to_owned()));
    words
}

/// The first word that a log may not hold.
fn stranger<'a>(allowed: &BTreeSet<String>, text: &'a str) -> Option<&'a str> {
    text.split(' ')
        .map(|word| word.trim_end_matches(','))
        .find(|word| !allowed.contains(*word))
}

#[test]
fn the_log_holds_ids_and_outcomes_alone() {
    log::set_logger(&Capture).unwrap();
    log::set_max_level(LevelFilter::Trace);
    let allowed = allowed();
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests");
    let mut planted = 0;
    for case in diagnose_cases::all(&tests).unwrap() {
        let facts = case.facts().unwrap();
        let version = facts.app.version.get().ok().map(ToString::to_string);
        let reader = Reader {
            language: "en".into(),
            offset_minutes: 0,
            maker: None,
        };
        diagnose(
            facts,
            case.question().unwrap(),
            case.profile().unwrap(),
            reader,
        )
        .unwrap();
        let records = std::mem::take(&mut *RECORDS.lock().unwrap());
        assert!(records.len() > 20, "{}: {records:?}", case.name);
        for (level, text) in &records {
            assert_eq!(
                stranger(&allowed, text),
                None,
                "{}: {level} {text}",
                case.name
            );
        }
        // The same eye sees a fact's value where one is.
        if let Some(version) = version {
            let text = format!("check install.version Pass {version}");
            assert_eq!(stranger(&allowed, &text), Some(version.as_str()));
            planted += 1;
        }
    }
    assert!(planted > 100);
}
