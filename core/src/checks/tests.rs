//! The table of checks against its documentation, and what checks read against what they say they read.

use super::{ALL, Check, Judgement, Rule, Subject, judge, read::AnyRead};
use crate::{
    code::{DefaultOutcome, default_finding},
    facts::DeviceFacts,
    os::Os,
    profile::Profile,
    profiles,
    report::{Effect, Owner},
};
use serde_json::{Map, Value, json};
use std::{collections::BTreeSet, fs, path::PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}

#[test]
fn the_table_is_the_frozen_one() {
    let frozen = fs::read_to_string(root().join("docs/checks.tsv")).unwrap();
    let mut table = String::from("check\tid\tdevices\tcause\tcause_id\teffect\towner\tremedy\n");
    let owner = |owner| match owner {
        Owner::User => "user",
        Owner::Technician => "technician",
        Owner::Vendor => "vendor",
    };
    for check in ALL {
        let mut row = |cause: &str, id, effect, by, remedy| {
            let devices = check.devices();
            let fields = [
                &check.number.to_string(),
                check.id,
                devices,
                cause,
                id,
                effect,
                owner(by),
                remedy,
            ];
            table.push_str(&(fields.join("\t") + "\n"));
        };
        for cause in check.causes {
            let effect = match cause.effect {
                Effect::Blocks => "blocks",
                Effect::Weakens => "weakens",
            };
            row(
                &cause.number.to_string(),
                cause.id,
                effect,
                cause.owner,
                cause.remedy,
            );
        }
        if let Some(warn) = &check.warn {
            row(
                "warn",
                warn.id,
                if warn.counts { "counts" } else { "no" },
                warn.owner,
                warn.remedy,
            );
        }
    }
    assert_eq!(table, frozen);
}

#[test]
fn each_check_stands_at_its_number_and_its_causes_fit_a_code() {
    for (number, check) in (0..).zip(ALL) {
        assert_eq!(check.number, number);
        for (cause, number) in check.causes.iter().zip(0..) {
            assert_eq!(cause.number, number, "{}", check.id);
            assert!(number <= 12, "{}", check.id);
        }
    }
}

#[test]
fn a_code_presumes_not_applicable_where_the_table_says_so() {
    let systems = (1..=63)
        .map(|api| Os::Android { api })
        .chain((12..=30).map(|major| Os::Ios { major, minor: 0 }));
    for os in systems {
        for check in ALL {
            let applicable = match os {
                Os::Android { api } => {
                    api >= check.android_from && !matches!(check.android, Rule::NotApplicable)
                }
                Os::Ios { .. } => !matches!(check.ios, Rule::NotApplicable),
            };
            let presumed = default_finding(&os, check.number);
            assert_eq!(
                presumed != DefaultOutcome::NotApplicable,
                applicable,
                "{} on {os:?}",
                check.id
            );
        }
    }
}

/// The facts and checks that a check says it reads on a phone.
fn says_it_reads(check: &'static Check, facts: &DeviceFacts) -> Vec<&'static dyn AnyRead> {
    let rule = if facts.android().is_some() {
        &check.android
    } else {
        &check.ios
    };
    let (reads, checks) = match rule {
        Rule::NotApplicable => return Vec::new(),
        Rule::Row(row) => (row.reads, row.checks),
        Rule::Own { reads, checks, .. } => (*reads, *checks),
    };
    let of_checks = checks.iter().flat_map(|check| says_it_reads(check, facts));
    reads.iter().copied().chain(of_checks).collect()
}

/// The phones, and what the cases make of them.
fn documents() -> Vec<Value> {
    let read = |path: PathBuf| -> Value {
        serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
    };
    let files = |folder: &str| {
        let mut files: Vec<PathBuf> = fs::read_dir(root().join(folder))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
        files.sort();
        files
    };
    let phones = files("tests/phones")
        .into_iter()
        .filter(|path| !path.ends_with("judged.json"))
        .map(read);
    let cases = files("tests/cases").into_iter().map(|path| {
        let case = read(path);
        let phone = case["phone"].as_str().unwrap();
        let mut document = read(root().join(format!("tests/phones/{phone}.json")));
        let set: &Map<String, Value> = case["set"].as_object().unwrap();
        for (path, value) in set {
            let pointer = format!("/{}", path.replace(['.', '['], "/").replace(']', ""));
            *document.pointer_mut(&pointer).unwrap() = value.clone();
        }
        document
    });
    phones.chain(cases).collect()
}

/// The places of all facts in a document, lists within facts left whole.
fn places(value: &Value, place: &str, found: &mut Vec<String>) {
    let Some(fields) = value.as_object() else {
        return;
    };
    if fields.contains_key("known") || fields.contains_key("unreadable") {
        found.push(place.to_owned());
    } else {
        for (name, value) in fields {
            places(value, &format!("{place}/{name}"), found);
        }
    }
}

/// Other values that a fact could have.
fn others(fact: &Value) -> Vec<Value> {
    let known = |value: Value| json!({ "known": value });
    let mut others = vec![
        json!({"unreadable": "call_failed"}),
        json!({"unreadable": "no_api"}),
    ];
    match &fact["known"] {
        Value::Bool(value) => others.push(known(json!(!value))),
        Value::Number(_) => others.extend([0, 61, 999, 1_000_000_000].map(|n| known(json!(n)))),
        Value::String(text) if text.ends_with('Z') || text == "none" => {
            let times = [
                "2019-05-01T00:00:00Z",
                "2026-11-24T06:00:00Z",
                "2026-12-01T00:00:00Z",
            ];
            others.extend(times.map(|time| known(json!(time))));
            others.push(known(json!("com.android.shell")));
        }
        Value::String(_) => {
            let texts = [
                "2019-05-01",
                "0.9.0",
                "9.0.0",
                "min",
                "default",
                "priority",
                "alarms",
                "enabled",
                "disabled",
                "denied",
                "restricted",
                "provisional",
                "not_determined",
                "other",
                "never",
                "removed",
                "refused",
                "unreachable",
                "error",
                "none",
                "enterprise",
                "testflight",
                "com.xiaomi.midrop",
                "com.android.shell",
            ];
            others.extend(texts.map(|text| known(json!(text))));
        }
        Value::Array(_) => others.push(known(json!([]))),
        _ => others.extend([json!(true), json!(false), json!(61), json!("none")].map(known)),
    }
    others
}

fn judgements(facts: &DeviceFacts, profile: &Profile) -> Vec<Judgement> {
    ALL.iter()
        .map(|check| judge(check, &Subject::new(facts, profile)))
        .collect()
}

/// The facts, by their places in `document`, that move a check.
fn moving(document: &Value, profiles: &[Profile]) -> BTreeSet<String> {
    let mut moved = BTreeSet::new();
    let before = DeviceFacts::from_value(document).unwrap();
    let judged: Vec<_> = profiles.iter().map(|p| judgements(&before, p)).collect();
    let mut found = Vec::new();
    places(document, "", &mut found);
    for place in found {
        for other in others(document.pointer(&place).unwrap()) {
            let mut changed = document.clone();
            *changed.pointer_mut(&place).unwrap() = other.clone();
            let Ok(after) = DeviceFacts::from_value(&changed) else {
                continue;
            };
            for (profile, were) in profiles.iter().zip(&judged) {
                let are = judgements(&after, profile);
                for ((check, was), is) in ALL.into_iter().zip(were).zip(are) {
                    if *was == is {
                        continue;
                    }
                    moved.insert(place.clone());
                    let shows = |facts| {
                        let subject = Subject::new(facts, profile);
                        says_it_reads(check, &before)
                            .iter()
                            .map(|read| read.shown(&subject))
                            .collect::<Vec<_>>()
                    };
                    assert_ne!(
                        shows(&before),
                        shows(&after),
                        "{place} = {other} moved {} from {was:?} to {is:?}, which does not read it",
                        check.id
                    );
                }
            }
        }
    }
    moved
}

#[test]
fn no_fact_moves_a_check_that_does_not_say_that_it_reads_it() {
    let alert = profiles::profile("blink").unwrap();
    let mut time_sensitive = alert.clone();
    time_sensitive.ios.push.time_sensitive = true;
    let profiles = [alert, time_sensitive, profiles::profile("harbour").unwrap()];
    let documents = documents();
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let moving: BTreeSet<String> = std::thread::scope(|scope| {
        let parts: Vec<_> = documents
            .chunks(documents.len().div_ceil(threads))
            .map(|part| {
                scope.spawn(|| {
                    part.iter()
                        .flat_map(|d| moving(d, &profiles))
                        .collect::<Vec<_>>()
                })
            })
            .collect();
        parts
            .into_iter()
            .flat_map(|part| part.join().unwrap())
            .collect()
    });
    // Every fact moves something: none is asked for in vain.
    let mut found = BTreeSet::new();
    for document in &documents {
        let mut places_here = Vec::new();
        places(document, "", &mut places_here);
        found.extend(places_here);
    }
    assert_eq!(
        found.difference(&moving).collect::<Vec<_>>(),
        Vec::<&String>::new()
    );
}
