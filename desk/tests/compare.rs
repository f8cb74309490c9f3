//! Two codes compared: every pair of outcomes, what is noted, what is printed.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a failure here is what a test is for"
)]

mod support;

use diagnose_core::{
    code::{Contents, Entry, Payload, encode},
    os::Os,
};
use serde_json::{Value, json as value};
use support::{json, said};

const ANDROID: Os = Os::Android { api: 35 };
const IOS: Os = Os::Ios {
    major: 18,
    minor: 4,
};
/// The use of data in the background: it has two causes that weaken, one that blocks, and a warning.
const DATA: i32 = 7;
const REFUSED: &str = "SNH8";
const NEWER: &str = "ZME8-01BM-VMXE-6R5C-788F";

fn payload(entries: &[(i32, i32)]) -> Payload {
    let entry = |(check, finding): &(i32, i32)| Entry {
        check: *check,
        finding: *finding,
    };
    Payload {
        os: ANDROID,
        app_version: [2, 7, 31],
        hour: 7856,
        complaint: 0,
        contents: Contents::List(entries.iter().map(entry).collect()),
    }
}

fn code(payload: &Payload) -> String {
    encode(payload).unwrap().to_string()
}

fn compared(before: &Payload, after: &Payload) -> Value {
    json(&["compare", &code(before), &code(after), "--json"])
}

/// The word for a check that stands in one of the three lists; it must stand in no other.
fn step(compared: &Value, check: i32) -> &'static str {
    let lists = ["better", "worse", "same"];
    let holds = |list: &&&str| numbers(compared, list).contains(&check);
    let found: Vec<&&str> = lists.iter().filter(holds).collect();
    assert_eq!(found.len(), 1, "{check} in {found:?}");
    found[0]
}

fn numbers(compared: &Value, list: &str) -> Vec<i32> {
    let numbers = compared[list].as_array().unwrap();
    numbers
        .iter()
        .map(|number| i32::try_from(number.as_i64().unwrap()).unwrap())
        .collect()
}

/// The states of check 7 in a code: its default, and what a list can say of it.
const STATES: [(&str, Option<i32>); 7] = [
    ("pass", None),
    ("not applicable", Some(2)),
    ("unknown", Some(1)),
    ("warn", Some(0)),
    ("weakens", Some(4)),
    ("weakens otherwise", Some(5)),
    ("blocks", Some(3)),
];

fn in_state(state: Option<i32>) -> Payload {
    payload(
        &state
            .map(|finding| (DATA, finding))
            .into_iter()
            .collect::<Vec<_>>(),
    )
}

#[test]
fn every_pair_of_outcomes_is_better_worse_or_the_same() {
    // By hand, from docs/interfaces.md: a row for each state before, a column for each after. Then what else is true:
    // k newly known, u not known any more, c another cause.
    let table = [
        //  pass  n/a   unk   warn  weak  other block
        ["=", "=", "-u", "-", "-", "-", "-"],
        ["=", "=", "=", "-", "-", "-", "-"],
        ["+k", "=", "=", "-k", "-k", "-k", "-k"],
        ["+", "+", "=u", "=", "-", "-", "-"],
        ["+", "+", "=u", "+", "=", "=c", "-c"],
        ["+", "+", "=u", "+", "=c", "=", "-c"],
        ["+", "+", "=u", "+", "+c", "+c", "="],
    ];
    for ((old, before), row) in STATES.iter().zip(table) {
        for ((new, after), expected) in STATES.iter().zip(row) {
            let compared = compared(&in_state(*before), &in_state(*after));
            let sign = match step(&compared, DATA) {
                "better" => "+",
                "worse" => "-",
                _ => "=",
            };
            let marks = [
                ("newly_known", "k"),
                ("no_longer_known", "u"),
                ("cause_changed", "c"),
            ];
            let told: String = marks
                .iter()
                .filter(|(list, _)| !numbers(&compared, list).is_empty())
                .map(|(_, mark)| *mark)
                .collect();
            assert_eq!(format!("{sign}{told}"), expected, "{old}, then {new}");
            // Every check stands in one list, and only this one may have moved.
            for check in (0..24).filter(|check| *check != DATA) {
                assert_eq!(step(&compared, check), "same", "{check}");
            }
        }
    }
}

#[test]
fn a_cause_that_was_not_carried_is_neither_better_nor_worse() {
    let mut outcomes = [0; 24];
    for (place, outcome) in [(DATA, 3), (9, 2), (15, 2)] {
        outcomes[usize::try_from(place).unwrap()] = outcome;
    }
    let dense = Payload {
        contents: Contents::Dense(outcomes),
        ..payload(&[])
    };
    for finding in [3, 4, 5] {
        let list = payload(&[(DATA, finding)]);
        for compared in [compared(&list, &dense), compared(&dense, &list)] {
            assert_eq!(step(&compared, DATA), "same", "{finding}");
            assert_eq!(compared["cause_changed"], value!([]));
        }
    }
    // What differs in outcome is told all the same.
    assert_eq!(step(&compared(&dense, &payload(&[])), DATA), "better");
    assert_eq!(
        step(&compared(&payload(&[(DATA, 0)]), &dense), DATA),
        "worse"
    );
}

#[test]
fn delivery_that_is_proven_is_better_and_a_lost_proof_is_worse() {
    // A listed finding that repeats the default means pass; unknown is check 9's.
    let (unknown, proven) = (payload(&[]), payload(&[(9, 1)]));
    assert_eq!(step(&compared(&unknown, &proven), 9), "better");
    assert_eq!(step(&compared(&proven, &unknown), 9), "worse");
    let verdicts = compared(&unknown, &proven);
    assert_eq!(verdicts["before"]["verdict"], "not_proven");
    assert_eq!(verdicts["after"]["verdict"], "healthy");
}

#[test]
fn a_check_of_a_newer_phone_is_compared_too() {
    let compared = compared(&payload(&[]), &payload(&[(25, 3)]));
    assert_eq!(step(&compared, 25), "worse");
    assert_eq!(numbers(&compared, "newly_known"), [25]);
    // Both unknown where neither lists it: not worth a number.
    assert!(!numbers(&compared, "same").contains(&26));
}

#[test]
fn what_speaks_against_comparing_is_noted() {
    let before = payload(&[(DATA, 3)]);
    let noted = |after: Payload| compared(&before, &after)["notes"].clone();
    let changed = || payload(&[]);
    assert_eq!(noted(changed()), value!([]));
    assert_eq!(noted(before.clone()), value!(["nothing_changed"]));
    assert_eq!(
        noted(Payload {
            os: IOS,
            ..changed()
        }),
        value!(["other_platform"])
    );
    for (os, notes) in [
        (Os::Android { api: 34 }, value!(["older_os"])),
        (Os::Android { api: 36 }, value!([])),
    ] {
        assert_eq!(noted(Payload { os, ..changed() }), notes);
    }
    for (hour, notes) in [
        (7855, value!(["after_is_older"])),
        (7856, value!([])),
        (7857, value!([])),
        // Not known.
        (0, value!([])),
    ] {
        assert_eq!(noted(Payload { hour, ..changed() }), notes, "{hour}");
    }
    for (app_version, notes) in [
        ([2, 7, 30], value!(["older_app"])),
        ([2, 6, 99], value!(["older_app"])),
        ([2, 8, 0], value!([])),
        ([0, 0, 0], value!([])),
    ] {
        assert_eq!(
            noted(Payload {
                app_version,
                ..changed()
            }),
            notes,
            "{app_version:?}"
        );
    }
    assert_eq!(
        noted(Payload {
            complaint: 6,
            ..changed()
        }),
        value!(["other_complaint"])
    );
    let fallback = Payload {
        hour: 0,
        app_version: [0, 0, 0],
        ..changed()
    };
    assert_eq!(noted(fallback.clone()), value!(["not_run_after"]));
    assert_eq!(
        compared(&fallback, &before)["notes"],
        value!(["not_run_before"])
    );
    let ios = |minor| Payload {
        os: Os::Ios { major: 18, minor },
        ..changed()
    };
    assert_eq!(
        compared(&ios(4), &ios(3))["notes"],
        value!(["older_os", "nothing_changed"])
    );
}

#[test]
fn the_page_says_what_is_gone_what_is_new_and_what_is_left() {
    let before = code(&payload(&[
        (2, 3),
        (3, 6),
        (6, 0),
        (10, 3),
        (11, 1),
        (20, 4),
    ]));
    let after = code(&Payload {
        hour: 7855,
        ..payload(&[(3, 0), (4, 5), (6, 3), (10, 1), (18, 1), (20, 10)])
    });
    let (status, page) = said(&["compare", &before, &after]);
    assert_eq!(status, 0);
    for line in page.lines() {
        assert!(line.chars().count() <= 80, "{line}");
    }
    let (head, told) = page.split_once("\n\nNote    ").unwrap();
    let verdict = |code: &str| {
        let read = json(&["read", "--json", code]);
        read["advice"]["verdict"].as_str().unwrap().to_owned()
    };
    assert_eq!(
        head,
        format!(
            "Before\n\
             Code    {before}\n\
             Phone   Android API 35, Blink 2.7.31, 2026-11-24 08:00 UTC\n\
             Verdict {}\n\
             \n\
             After\n\
             Code    {after}\n\
             Phone   Android API 35, Blink 2.7.31, 2026-11-24 07:00 UTC\n\
             Verdict {}",
            verdict(&before),
            verdict(&after)
        )
    );
    let was = |check| title(&before, check);
    let is = |check| title(&after, check);
    let expected = format!(
        "AFTER was taken 1 hour before BEFORE: are the codes the wrong way round?\n\
         \n\
         Better\n\
         ! {}\n  Before: {}\n\
         ! {}\n  Before: {}\n\
         ✓ Gone: {}\n\
         ✓ Not known before, in order now: the app's installed files\n\
         \n\
         Worse\n\
         ✗ {}\n  Before: {}\n\
         ! {}\n  It was in order before.\n\
         ? In order before, not known now: the phone's clock\n\
         \n\
         Still there\n\
         ? Not seen any more, may be gone: {}\n\
         \n\
         Unchanged: 14 in order, 1 not applicable, 1 not known\n",
        is(20),
        was(20),
        is(3),
        was(3),
        was(2),
        is(6),
        was(6),
        is(4),
        was(10),
    );
    // Where a line is broken does not matter here.
    let joined = |text: &str| text.replace("\n  ", " ");
    assert_eq!(joined(told), joined(&expected));
}

#[test]
fn a_change_of_platform_and_other_notes_are_said() {
    let android = payload(&[(2, 3)]);
    let says = |after: Payload, told: &str| {
        let (_, page) = said(&["compare", &code(&android), &code(&after)]);
        let page = page.replace("\n        ", " ");
        assert!(page.contains(&format!("Note    {told}\n")), "{page}");
    };
    says(
        Payload {
            os: IOS,
            ..android.clone()
        },
        "These are two phones, before an Android phone and after an iPhone or iPad: nothing here is a change of one.",
    );
    says(
        Payload {
            os: Os::Android { api: 30 },
            ..android.clone()
        },
        "The system is older after than before: these may be two phones.",
    );
    says(
        Payload {
            app_version: [2, 7, 0],
            ..android.clone()
        },
        "The app is older after than before: these may be two phones.",
    );
    says(
        Payload {
            hour: 7800,
            ..android.clone()
        },
        "AFTER was taken 56 hours before BEFORE: are the codes the wrong way round?",
    );
    says(
        Payload {
            complaint: 3,
            ..android.clone()
        },
        "The two answer different complaints, which can change the verdict.",
    );
    says(
        Payload {
            hour: 0,
            app_version: [0, 0, 0],
            ..android.clone()
        },
        "No diagnosis had run after.",
    );
    says(android.clone(), "Both codes say the same of every check.");
}

/// The title of a check's advice.
fn title(code: &str, check: i32) -> String {
    let read = json(&["read", "--json", code]);
    let findings = read["advice"]["findings"].as_array().unwrap();
    let finding = findings.iter().find(|finding| finding["check"] == check);
    finding.unwrap()["title"].as_str().unwrap().to_owned()
}

#[test]
fn the_words_are_those_of_the_reader() {
    let (before, after) = (code(&payload(&[(2, 3)])), code(&payload(&[])));
    let plain = said(&["compare", &before, &after]);
    assert_eq!(
        said(&["compare", &before, &after, "--for", "technician"]),
        plain
    );
    for option in [
        ["--for", "user"].as_slice(),
        &["--profile", "profiles/harbour/profile.json"],
        &["--json"],
    ] {
        let (status, changed) = said(&[&["compare", &before, &after], option].concat());
        assert_eq!(status, 0, "{option:?}");
        assert_ne!(changed, plain.1, "{option:?}");
    }
}

#[test]
fn a_code_that_is_not_read_is_named() {
    let good = code(&payload(&[]));
    let refused = |name: &str| {
        format!("Could not read {name}: it has 4 characters, a code has 20, 24 or 28.\n")
    };
    let newer = |name: &str| format!("{name} is of version 2; this program reads version 1.\n");
    for (before, after, status, told) in [
        (REFUSED, good.as_str(), 3, refused("BEFORE")),
        (&good, REFUSED, 3, refused("AFTER")),
        (REFUSED, REFUSED, 3, refused("BEFORE") + &refused("AFTER")),
        (NEWER, &good, 4, newer("BEFORE")),
        (&good, NEWER, 4, newer("AFTER")),
        (NEWER, NEWER, 4, newer("BEFORE") + &newer("AFTER")),
        // What was refused must be asked for again.
        (NEWER, REFUSED, 3, newer("BEFORE") + &refused("AFTER")),
        (REFUSED, NEWER, 3, refused("BEFORE") + &newer("AFTER")),
    ] {
        assert_eq!(said(&["compare", before, after]), (status, told));
        let (json_status, printed) = said(&["compare", before, after, "--json"]);
        assert_eq!(json_status, status);
        let printed: Value = serde_json::from_str(&printed).unwrap();
        for name in LISTS {
            assert_eq!(printed[name], Value::Null, "{name}");
        }
        for (side, code) in [("before", before), ("after", after)] {
            let status = match code {
                REFUSED => "refused",
                NEWER => "newer_version",
                _ => "exact",
            };
            assert_eq!(printed[side]["status"], status);
        }
    }
}

const LISTS: [&str; 7] = [
    "better",
    "worse",
    "same",
    "newly_known",
    "no_longer_known",
    "cause_changed",
    "notes",
];

#[test]
fn every_name_is_always_there() {
    let printed = compared(&payload(&[(2, 3)]), &payload(&[]));
    let object = printed.as_object().unwrap();
    let names: Vec<&str> = object.keys().map(String::as_str).collect();
    assert_eq!(names, [&LISTS[..], &["before", "after"]].concat());
    let read = json(&["read", &code(&payload(&[])), "--json"]);
    for name in read
        .as_object()
        .unwrap()
        .keys()
        .filter(|name| *name != "advice")
    {
        assert_eq!(printed["after"][name], read[name], "{name}");
    }
}

#[test]
fn a_repaired_code_must_be_read_back_first() {
    let spelled = "Sierra November Hotel eight oh one Bravo Mike Victor November four one eight Quebec \
                   Whiskey eight three Kilo Victor X-ray";
    let (status, page) = said(&["compare", spelled, "SNH8-01BM-VN41-8QW8-3KVG"]);
    assert_eq!(status, 0);
    assert!(
        page.starts_with(
            "Before\n\
             Not confirmed: read this code back to the user before you believe it\n\
             Code    SNH8-01BM-VN41-8QW8-3KVG\n\
             Aloud   Sierra November Hotel 8 - 0 1 Bravo Mike - Victor November 4 1 - 8\n        \
             Quebec Whiskey 8 - 3 Kilo Victor Golf\n\
             Changed Character 20 (group 5): heard X (X-ray), taken as G (Golf)\n\
             Phone   Android API 29, Blink 2.7.31, 2027-01-16 04:00 UTC, complaint 1\n"
        ),
        "{page}"
    );
    assert!(
        page.contains("Note    Both codes say the same of every check.\n"),
        "{page}"
    );
}
