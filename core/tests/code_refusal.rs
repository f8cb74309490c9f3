//! Each refusal, its message, and what comes of versions and of contents that are not allowed.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

mod code_support;

use code_support::{assert_reads, assert_refused, grouped, repaired, word, words, wrong};
use diagnose_core::code::{Change, EncodeError, Reading, Refusal, read};

#[test]
fn messages() {
    let says = |refusal: Refusal, text| assert_eq!(refusal.to_string(), text);
    let length = |characters| Refusal::Length { characters };
    says(length(18), "it has 18 characters, a code has 20, 24 or 28");
    says(length(1), "it has 1 character, a code has 20, 24 or 28");
    says(length(0), "it has 0 characters, a code has 20, 24 or 28");
    says(
        Refusal::Unreadable { illegible: 5 },
        "5 of its characters are in no code, at most 4 can be filled in",
    );
    says(
        Refusal::CheckSymbols,
        "its check symbols do not hold, and too much is wrong to repair it",
    );
    says(
        Refusal::Several,
        "one character is missing or too many, and more than one code fits",
    );
    says(
        Refusal::Contents,
        "its check symbols hold, but its contents are not allowed",
    );
}

#[test]
fn messages_of_writing() {
    let says = |error: EncodeError, text| assert_eq!(error.to_string(), text);
    says(
        EncodeError::Complaint { complaint: 16 },
        "complaint 16 is not one of 0 to 15",
    );
    says(
        EncodeError::Check { check: 31 },
        "check 31 is not one of 0 to 30",
    );
    says(
        EncodeError::Finding {
            check: 7,
            finding: 16,
        },
        "finding 16 of check 7 is not one of 0 to 15",
    );
    says(
        EncodeError::Order {
            check: 6,
            previous: 7,
        },
        "check 6 is listed after check 7",
    );
    says(
        EncodeError::TooMany { entries: 7 },
        "it lists 7 checks, a code has room for 6",
    );
    says(
        EncodeError::Outcome {
            check: 7,
            outcome: 4,
        },
        "outcome 4 of check 7 is not one of 0 to 3",
    );
}

/// The first fields, up to the complaint, of a payload with this version and mode.
fn head(version: u64, mode: u64) -> Vec<(u64, u32)> {
    vec![
        (version, 4),
        (mode, 1),
        (34, 10),
        (2, 6),
        (7, 6),
        (31, 8),
        (9123, 17),
        (3, 4),
    ]
}

fn word_with(length: usize, version: u64, mode: u64, rest: &[(u64, u32)]) -> String {
    word(length, &[&head(version, mode), rest].concat())
}

/// The word with its third character wrong.
fn slip(word: &str) -> String {
    word.bytes()
        .enumerate()
        .map(|(place, character)| {
            char::from(if place == 2 {
                wrong(character, 5)
            } else {
                character
            })
        })
        .collect()
}

#[test]
fn another_version_is_newer_only_if_nothing_was_changed() {
    for length in [20, 24, 28] {
        for number in 2..16 {
            let word = word_with(length, number, number % 2, &[(0x155, 9)]);
            match read(&word) {
                Reading::Newer { code, version } => {
                    assert_eq!(code.as_str(), grouped(&word));
                    assert_eq!(version, i64::try_from(number).unwrap());
                }
                other => panic!("{other:?}"),
            }
            let typed = grouped(&word)
                .to_lowercase()
                .replace('0', "o")
                .replace('1', "l");
            assert_eq!(read(&typed), read(&word));
            assert_refused(&slip(&word), Refusal::CheckSymbols);
            assert_refused(&word.replacen(|_| true, "?", 1), Refusal::CheckSymbols);
            let extra = "?".to_owned() + &word;
            assert_refused(&extra, Refusal::CheckSymbols);
            let missing: String = word.chars().skip(1).collect();
            assert!(matches!(
                read(&missing),
                Reading::Refused(Refusal::CheckSymbols | Refusal::Several)
            ));
        }
    }
}

#[test]
fn version_0_is_refused_for_its_contents() {
    for length in [20, 24, 28] {
        let word = word_with(length, 0, 0, &[]);
        assert_refused(&word, Refusal::Contents);
        assert_refused(&slip(&word), Refusal::Contents);
        assert_refused(&("?".to_owned() + &word), Refusal::Contents);
    }
}

#[test]
fn contents_that_are_not_allowed_are_refused() {
    let refused = |length, mode, rest: &[(u64, u32)]| {
        let word = word_with(length, 1, mode, rest);
        assert_refused(&word, Refusal::Contents);
        assert_refused(&slip(&word), Refusal::Contents);
        let extra = "?".to_owned() + &word;
        assert_refused(&extra, Refusal::Contents);
    };
    // Out of order, twice.
    refused(24, 0, &[(8, 5), (3, 4), (7, 5), (3, 4)]);
    refused(24, 0, &[(8, 5), (3, 4), (8, 5), (4, 4)]);
    // An entry after the end of the list, or a finding for no check.
    refused(24, 0, &[(8, 5), (3, 4), (0, 9), (9, 5), (3, 4)]);
    refused(20, 0, &[(0, 5), (1, 4)]);
    // Padding that is not 0, each bit of it.
    for bit in 0..5 {
        refused(20, 0, &[(8, 5), (3, 4), (1 << bit, 5)]);
    }
    for bit in 0..9 {
        refused(20, 0, &[(0, 5), (1 << bit, 9)]);
    }
    for bit in 0..7 {
        refused(
            24,
            0,
            &[
                (1, 5),
                (3, 4),
                (2, 5),
                (3, 4),
                (3, 5),
                (3, 4),
                (1 << bit, 7),
            ],
        );
    }
    for bit in 0..6 {
        refused(28, 1, &[(0xAAAA_AAAA_AAAA, 48), (1 << bit, 6)]);
    }
    // Dense at another length.
    refused(20, 1, &[]);
    refused(24, 1, &[]);
}

#[test]
fn a_list_is_read_at_any_length() {
    for length in [20, 24, 28] {
        for rest in [&[][..], &[(8, 5), (3, 4)]] {
            let word = word_with(length, 1, 0, rest);
            assert_reads(&word, &word, &Change::Exact);
            assert_reads(&slip(&word), &word, &repaired(&[2]));
        }
    }
    let two = word_with(28, 1, 0, &[(8, 5), (3, 4), (31, 5), (15, 4)]);
    assert_reads(&two, &two, &Change::Exact);
}

#[test]
fn shifted_and_uniform_words_are_no_codes() {
    for word in words() {
        for by in 1..word.len() {
            let (start, end) = word.split_at(by);
            assert_refused(&format!("{end}{start}"), Refusal::CheckSymbols);
        }
    }
    for length in [20, 24, 28] {
        for character in "0123456789ABCDEFGHJKMNPQRSTVWXYZ".chars() {
            let text = character.to_string().repeat(length);
            assert_refused(&text, Refusal::CheckSymbols);
        }
    }
}
