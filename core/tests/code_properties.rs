//! Properties of writing and reading, over generated payloads and texts.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

mod code_support;

use code_support::{word, word_of_symbols};
use diagnose_core::code::{Change, Contents, Entry, Payload, Reading, encode, read, spelled};
use diagnose_core::os::Os;
use proptest::collection::{btree_map, vec};
use proptest::prelude::{Just, Strategy, any, prop_assert_eq, prop_oneof, proptest};

fn any_os() -> impl Strategy<Value = Os> {
    prop_oneof![
        number(63).prop_map(|api| Os::Android { api }),
        (number(71), number(15)).prop_map(|(major, minor)| Os::Ios { major, minor }),
    ]
}

/// Any number, more often one about as large as this.
fn number(large: i64) -> impl Strategy<Value = i64> {
    prop_oneof![4 => -2..large + 3, 1 => any::<i64>()]
}

fn any_contents() -> impl Strategy<Value = Contents> {
    let entries = btree_map(0..31, 0..16, 0..=6).prop_map(|entries| {
        let entry = |(check, finding)| Entry { check, finding };
        entries.into_iter().map(entry).collect()
    });
    let outcomes = vec(0..4i64, 24).prop_map(|outcomes| outcomes.try_into().unwrap());
    prop_oneof![
        entries.prop_map(Contents::List),
        outcomes.prop_map(Contents::Dense),
    ]
}

fn any_payload() -> impl Strategy<Value = Payload> {
    let app_version = [number(63), number(63), number(255)];
    (
        any_os(),
        app_version,
        number(131_071),
        0..16i64,
        any_contents(),
    )
        .prop_map(|(os, app_version, hour, complaint, contents)| Payload {
            os,
            app_version,
            hour,
            complaint,
            contents,
        })
}

/// The payload as the specification clamps it.
fn clamped(payload: &Payload) -> Payload {
    let [major, minor, patch] = payload.app_version;
    Payload {
        os: match payload.os {
            Os::Android { api } => Os::Android {
                api: api.clamp(0, 63),
            },
            Os::Ios { major, minor } => Os::Ios {
                major: major.clamp(12, 71),
                minor: minor.clamp(0, 15),
            },
        },
        app_version: [major.clamp(0, 63), minor.clamp(0, 63), patch.clamp(0, 255)],
        hour: payload.hour.clamp(0, 131_071),
        ..payload.clone()
    }
}

/// The word of a payload, by the encoder of the tests.
fn expected_word(payload: &Payload) -> String {
    let payload = clamped(payload);
    let field = |value: i64, width| (u64::try_from(value).unwrap(), width);
    let os = match payload.os {
        Os::Android { api } => api,
        Os::Ios { major, minor } => 64 + (major - 12) * 16 + minor,
    };
    let dense = matches!(payload.contents, Contents::Dense(_));
    let [major, minor, patch] = payload.app_version;
    let mut fields = vec![
        field(1, 4),
        field(dense.into(), 1),
        field(os, 10),
        field(major, 6),
        field(minor, 6),
        field(patch, 8),
        field(payload.hour, 17),
        field(payload.complaint, 4),
    ];
    let length = match payload.contents {
        Contents::Dense(outcomes) => {
            fields.extend(outcomes.map(|outcome| field(outcome, 2)));
            28
        }
        Contents::List(entries) => {
            for entry in &entries {
                fields.push(field(i64::from(entry.check) + 1, 5));
                fields.push(field(entry.finding.into(), 4));
            }
            match entries.len() {
                0..=1 => 20,
                2..=3 => 24,
                _ => 28,
            }
        }
    };
    word(length, &fields)
}

/// Texts that are likely to be nearly codes.
fn any_text() -> impl Strategy<Value = String> {
    let symbol = prop_oneof![
        20 => "[0-9A-Za-z]",
        1 => Just("?".to_owned()),
        1 => Just("-".to_owned()),
        1 => any::<char>().prop_map(String::from),
    ];
    prop_oneof![
        any::<String>(),
        vec(symbol, 17..32).prop_map(|symbols| symbols.concat()),
        any_spelled_text(),
    ]
}

/// Texts that are likely to be nearly spelled codes: a code in words, some of them others.
fn any_spelled_text() -> impl Strategy<Value = String> {
    let slip = (
        0..28usize,
        "[a-z]{1,4}|[0-9A-Z]|Mike|oh|ray|x ray|Uniform|\\PC",
    );
    (any_payload(), vec(slip, 0..4)).prop_map(|(payload, slips)| {
        let aloud = spelled(&encode(&payload).unwrap());
        let mut words: Vec<&str> = aloud.split(' ').filter(|word| *word != "-").collect();
        for (place, slip) in &slips {
            if let Some(word) = words.get_mut(*place) {
                *word = slip;
            }
        }
        words.join(" ")
    })
}

proptest! {
    #![proptest_config(proptest::test_runner::Config { cases: 2000, failure_persistence: None, ..Default::default() })]

    #[test]
    fn what_is_written_is_read(payload in any_payload()) {
        let code = encode(&payload).unwrap();
        let expected = Reading::Read { change: Change::Exact, code, payload: clamped(&payload) };
        prop_assert_eq!(read(code.as_str()), expected);
    }

    #[test]
    fn what_is_spelled_is_read(payload in any_payload(), choices in vec(0..4usize, 28), between in "[ ,.-]{1,3}") {
        let code = encode(&payload).unwrap();
        let expected = Reading::Read { change: Change::Exact, code, payload: clamped(&payload) };
        prop_assert_eq!(&read(&spelled(&code)), &expected);
        prop_assert_eq!(read(&spelled_otherwise(code.as_str(), &choices, &between)), expected);
    }

    #[test]
    fn a_second_encoder_agrees(payload in any_payload()) {
        let code = encode(&payload).unwrap();
        prop_assert_eq!(code.as_str().replace('-', ""), expected_word(&payload));
    }

    #[test]
    fn any_text_is_read_or_refused(text in any_text()) {
        check_answer(&text);
    }

    #[test]
    fn any_payload_bits_are_read_or_refused(
        length in prop_oneof![Just(14usize), Just(18), Just(22)],
        first in prop_oneof![Just(2u8), Just(3), 0..32u8],
        mut symbols in vec(0..32u8, 22),
    ) {
        symbols.truncate(length - 1);
        symbols.insert(0, first);
        check_answer(&word_of_symbols(symbols));
    }
}

/// The code in words and characters, at each place the one that is chosen.
fn spelled_otherwise(code: &str, choices: &[usize], between: &str) -> String {
    let said = code
        .chars()
        .filter(|c| *c != '-')
        .zip(choices)
        .map(|(character, choice)| {
            let plain = character.to_string();
            let forms: Vec<&str> = match character {
                '0' => vec![&plain, "zero", "Oh", "OSCAR"],
                '1' => vec![&plain, "one", "India", "lima"],
                '2' => vec![&plain, "two"],
                '3' => vec![&plain, "three", "tree"],
                '4' => vec![&plain, "four", "fower"],
                '5' => vec![&plain, "five", "fife"],
                '6' => vec![&plain, "six"],
                '7' => vec![&plain, "SEVEN"],
                '8' => vec![&plain, "eight"],
                '9' => vec![&plain, "nine", "niner"],
                'A' => vec![&plain, "Alfa", "alpha"],
                'J' => vec![&plain, "Juliett", "juliet"],
                'W' => vec![&plain, "Whiskey", "whisky"],
                'X' => vec![&plain, "x ray", "X-Ray", "xray"],
                _ => vec![&plain, diagnose_core::code::spoken(character).unwrap()],
            };
            (*forms.get(*choice).unwrap_or(&plain.as_str())).to_owned()
        });
    said.collect::<Vec<_>>().join(between)
}

/// What is answered is consistent: a code that is read is read again, exactly, to the same
/// payload, which is written as that code where it is no longer than it has to be.
#[track_caller]
fn check_answer(text: &str) {
    match read(text) {
        Reading::Read { code, payload, .. } => {
            let again = read(code.as_str());
            let change = Change::Exact;
            assert_eq!(
                again,
                Reading::Read {
                    change,
                    code,
                    payload: payload.clone()
                }
            );
            let written = encode(&payload).unwrap();
            assert!(written == code || written.as_str().len() < code.as_str().len());
        }
        Reading::Newer { code, version } => {
            assert!((2..16).contains(&version));
            assert_eq!(read(code.as_str()), Reading::Newer { code, version });
        }
        Reading::Refused(_) => {}
    }
}
