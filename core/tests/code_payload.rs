//! The fields of a payload: clamps, what is refused in writing, and the defaults.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

use diagnose_core::code::{
    Contents, DefaultOutcome, EncodeError, Entry, Payload, Reading, default_finding, encode,
    is_fallback, read,
};
use diagnose_core::os::Os;

fn payload() -> Payload {
    Payload {
        os: Os::Android { api: 34 },
        app_version: [2, 7, 31],
        hour: 9123,
        complaint: 3,
        contents: Contents::List(vec![]),
    }
}

fn list(entries: &[(i32, i32)]) -> Contents {
    let entry = |(check, finding): &(i32, i32)| Entry {
        check: *check,
        finding: *finding,
    };
    Contents::List(entries.iter().map(entry).collect())
}

/// What is read of the code that is written.
fn carried(payload: &Payload) -> Payload {
    match read(encode(payload).unwrap().as_str()) {
        Reading::Read { payload, .. } => payload,
        other => panic!("{payload:?} is read as {other:?}"),
    }
}

#[test]
fn the_os_is_clamped() {
    let carried = |os| carried(&Payload { os, ..payload() }).os;
    for (api, kept) in [
        (i64::MIN, 0),
        (-1, 0),
        (0, 0),
        (62, 62),
        (63, 63),
        (64, 63),
        (i64::MAX, 63),
    ] {
        assert_eq!(carried(Os::Android { api }), Os::Android { api: kept });
    }
    for (major, kept) in [
        (i64::MIN, 12),
        (11, 12),
        (12, 12),
        (71, 71),
        (72, 71),
        (i64::MAX, 71),
    ] {
        for (minor, kept_minor) in [
            (i64::MIN, 0),
            (-1, 0),
            (0, 0),
            (15, 15),
            (16, 15),
            (i64::MAX, 15),
        ] {
            let kept = Os::Ios {
                major: kept,
                minor: kept_minor,
            };
            assert_eq!(carried(Os::Ios { major, minor }), kept);
        }
    }
}

#[test]
fn every_os_is_carried() {
    let apis = (0..64).map(|api| Os::Android { api });
    let versions = (12..72).flat_map(|major| (0..16).map(move |minor| Os::Ios { major, minor }));
    for os in apis.chain(versions) {
        assert_eq!(carried(&Payload { os, ..payload() }).os, os);
    }
}

#[test]
fn the_app_version_is_clamped() {
    for (app_version, kept) in [
        ([0, 0, 0], [0, 0, 0]),
        ([63, 63, 255], [63, 63, 255]),
        ([64, 64, 256], [63, 63, 255]),
        ([-1, 1, -1], [0, 1, 0]),
        ([i64::MIN, i64::MAX, i64::MAX], [0, 63, 255]),
    ] {
        let payload = Payload {
            app_version,
            ..payload()
        };
        assert_eq!(carried(&payload).app_version, kept);
    }
}

#[test]
fn the_hour_is_clamped() {
    for (hour, kept) in [
        (i64::MIN, 0),
        (-1, 0),
        (0, 0),
        (1, 1),
        (131_071, 131_071),
        (131_072, 131_071),
        (i64::MAX, 131_071),
    ] {
        assert_eq!(carried(&Payload { hour, ..payload() }).hour, kept);
    }
}

#[test]
fn every_complaint_is_carried_and_no_other() {
    for complaint in 0..16 {
        assert_eq!(
            carried(&Payload {
                complaint,
                ..payload()
            })
            .complaint,
            complaint
        );
    }
    for complaint in [i64::MIN, -1, 16, i64::MAX] {
        let payload = Payload {
            complaint,
            ..payload()
        };
        assert_eq!(encode(&payload), Err(EncodeError::Complaint { complaint }));
    }
}

#[test]
fn every_entry_is_carried() {
    for (check, finding) in (0..31).flat_map(|check| (0..16).map(move |finding| (check, finding))) {
        let payload = Payload {
            contents: list(&[(check, finding)]),
            ..payload()
        };
        assert_eq!(carried(&payload), payload);
    }
}

#[test]
fn the_shortest_word_is_taken() {
    let entries = [(0, 0), (1, 15), (9, 1), (23, 3), (29, 2), (30, 15)];
    for (count, length) in [
        (0, 20),
        (1, 20),
        (2, 24),
        (3, 24),
        (4, 28),
        (5, 28),
        (6, 28),
    ] {
        let contents = list(&entries.into_iter().take(count).collect::<Vec<_>>());
        let payload = Payload {
            contents,
            ..payload()
        };
        let code = encode(&payload).unwrap();
        assert_eq!(code.as_str().chars().filter(|c| *c != '-').count(), length);
        assert_eq!(carried(&payload), payload);
        let first = match length {
            20 => 'S',
            24 => 'A',
            _ => 'Y',
        };
        assert!(code.as_str().starts_with(first), "{code}");
    }
}

#[test]
fn dense_outcomes_are_carried() {
    for outcome in 0..4 {
        for check in 0..24 {
            let outcomes = std::array::from_fn(|i| if i == check { outcome } else { 3 - outcome });
            let payload = Payload {
                contents: Contents::Dense(outcomes),
                ..payload()
            };
            assert_eq!(carried(&payload), payload);
            let code = encode(&payload).unwrap();
            assert!(
                code.as_str().starts_with('Z') && code.as_str().len() == 34,
                "{code}"
            );
        }
    }
}

#[test]
fn contents_that_have_no_word_are_not_written() {
    let error = |contents| {
        encode(&Payload {
            contents,
            ..payload()
        })
        .unwrap_err()
    };
    let order = |check, previous| EncodeError::Order { check, previous };
    assert_eq!(error(list(&[(7, 0), (6, 0)])), order(6, 7));
    assert_eq!(error(list(&[(3, 0), (7, 0), (7, 1)])), order(7, 7));
    for check in [i32::MIN, -1, 31, i32::MAX] {
        assert_eq!(error(list(&[(check, 0)])), EncodeError::Check { check });
    }
    for finding in [i32::MIN, -1, 16, i32::MAX] {
        assert_eq!(
            error(list(&[(30, finding)])),
            EncodeError::Finding { check: 30, finding }
        );
    }
    let entries: Vec<(i32, i32)> = (0..31).map(|check| (check, 0)).collect();
    for count in 7..31 {
        let listed = list(entries.get(..count).unwrap());
        let entries = i64::try_from(count).unwrap();
        assert_eq!(error(listed), EncodeError::TooMany { entries });
    }
    for outcome in [i64::MIN, -1, 4, i64::MAX] {
        let outcomes = std::array::from_fn(|i| if i == 23 { outcome } else { 3 });
        assert_eq!(
            error(Contents::Dense(outcomes)),
            EncodeError::Outcome { check: 23, outcome }
        );
    }
}

/// The default of each check 0 to 30, one letter each: pass, unknown, not applicable.
fn defaults(os: Os) -> String {
    (0..31)
        .map(|check| match default_finding(&os, check) {
            DefaultOutcome::Pass => 'p',
            DefaultOutcome::Unknown => 'u',
            DefaultOutcome::NotApplicable => 'n',
        })
        .collect()
}

#[test]
fn defaults_are_as_specified() {
    //        0    5    10   15   20   25   30
    let ios = "pnpnpupnpununppppnppppppuuuuuuu";
    let android_30 = "pppppppppupppppnppppppppuuuuuuu";
    let android_26 = "pppppppppupppppnpnppppppuuuuuuu";
    let android_24 = "pppnpppppupppppnpnppppppuuuuuuu";
    for major in [i64::MIN, 12, 17, 26, i64::MAX] {
        assert_eq!(defaults(Os::Ios { major, minor: 0 }), ios);
    }
    for (api, expected) in [
        (i64::MIN, android_24),
        (24, android_24),
        (25, android_24),
        (26, android_26),
        (29, android_26),
        (30, android_30),
        (63, android_30),
        (i64::MAX, android_30),
    ] {
        assert_eq!(defaults(Os::Android { api }), expected, "API level {api}");
    }
    for check in [i32::MIN, -1, 31, i32::MAX] {
        assert_eq!(
            default_finding(&Os::Android { api: 34 }, check),
            DefaultOutcome::Unknown
        );
    }
}

#[test]
fn a_fallback_word_has_neither_hour_nor_version_and_is_a_list() {
    let payload = |hour, app_version, contents| Payload {
        hour,
        app_version,
        contents,
        ..payload()
    };
    assert!(is_fallback(&payload(0, [0, 0, 0], list(&[]))));
    assert!(is_fallback(&payload(0, [0, 0, 0], list(&[(3, 3)]))));
    assert!(!is_fallback(&payload(
        0,
        [0, 0, 0],
        Contents::Dense([0; 24])
    )));
    assert!(!is_fallback(&payload(1, [0, 0, 0], list(&[]))));
    assert!(!is_fallback(&payload(0, [0, 0, 1], list(&[]))));
    // As it is written, not as it is given.
    let given = payload(-5, [-1, 0, -1], list(&[]));
    assert!(is_fallback(&given) && is_fallback(&carried(&given)));
}
