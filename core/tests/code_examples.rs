//! The examples of the specification, written, read and spelled.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

use diagnose_core::code::{Change, Contents, Entry, Payload, Reading, encode, read, spelled};
use diagnose_core::os::Os;

fn examples() -> [(Payload, &'static str); 3] {
    let entry = |check, finding| Entry { check, finding };
    [
        (
            Payload {
                os: Os::Android { api: 34 },
                app_version: [2, 7, 31],
                hour: 9123,
                complaint: 3,
                contents: Contents::List(vec![]),
            },
            "SME8-01BM-VMX5-DQW0-M8E6",
        ),
        (
            Payload {
                os: Os::Android { api: 29 },
                app_version: [2, 7, 31],
                hour: 9124,
                complaint: 1,
                contents: Contents::List(vec![entry(7, 5)]),
            },
            "SNH8-01BM-VN41-8QW8-3KVG",
        ),
        (
            Payload {
                os: Os::Ios {
                    major: 17,
                    minor: 4,
                },
                app_version: [2, 8, 0],
                hour: 10001,
                complaint: 2,
                contents: Contents::List(vec![entry(2, 3), entry(6, 1), entry(11, 9)]),
            },
            "ATWT-39CB-XNPJ-WAHY-NRZS-ZRHC",
        ),
    ]
}

#[test]
fn are_written_as_specified() {
    for (payload, text) in examples() {
        let code = encode(&payload).unwrap();
        assert_eq!(code.as_str(), text);
        assert_eq!(code.to_string(), text);
        assert_eq!(format!("{code:?}"), format!("Code({text:?})"));
    }
}

#[test]
fn are_read_as_specified() {
    for (payload, text) in examples() {
        let code = encode(&payload).unwrap();
        let change = Change::Exact;
        assert_eq!(
            read(text),
            Reading::Read {
                change,
                code,
                payload
            }
        );
    }
}

#[test]
fn are_spelled() {
    let [(first, _), (second, _), (third, _)] = examples();
    assert_eq!(
        spelled(&encode(&first).unwrap()),
        "Sierra Mike Echo 8 - 0 1 Bravo Mike - Victor Mike X-ray 5 - Delta Quebec Whiskey 0 - \
         Mike 8 Echo 6"
    );
    assert_eq!(
        spelled(&encode(&second).unwrap()),
        "Sierra November Hotel 8 - 0 1 Bravo Mike - Victor November 4 1 - 8 Quebec Whiskey 8 - \
         3 Kilo Victor Golf"
    );
    assert_eq!(
        spelled(&encode(&third).unwrap()),
        "Alfa Tango Whiskey Tango - 3 9 Charlie Bravo - X-ray November Papa Juliett - \
         Whiskey Alfa Hotel Yankee - November Romeo Zulu Sierra - Zulu Romeo Hotel Charlie"
    );
}

#[test]
fn every_letter_has_its_word() {
    // The spelled text of a code without digits has one word a letter, each beginning with it.
    let mut letters: Vec<char> = Vec::new();
    for hour in 1..2000 {
        let [(mut payload, _), ..] = examples();
        payload.hour = hour;
        let code = encode(&payload).unwrap();
        let spelled = spelled(&code);
        let initials = spelled.split(' ').map(|word| word.chars().next().unwrap());
        assert!(
            code.as_str()
                .chars()
                .filter(|c| *c != '-')
                .eq(initials.filter(|c| *c != '-'))
        );
        for word in spelled.split(' ').filter(|word| word.len() > 1) {
            letters.extend(word.chars().next());
        }
    }
    letters.sort_unstable();
    letters.dedup();
    assert_eq!(
        letters.into_iter().collect::<String>(),
        "ABCDEFGHJKMNPQRSTVWXYZ"
    );
}
