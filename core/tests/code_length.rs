//! One character missing, and one too many.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

mod code_support;

use code_support::{
    ALPHABET, GENERATOR, assert_reads, assert_refused, grouped, product, text, told, unmasked,
    values, word, word_of_symbols, words, wrong,
};
use diagnose_core::code::{Change, Reading, Refusal, read};

/// Asserts that the word is told, at this place, or that several fit; returns whether it is told.
fn tells(text: &str, word: &str, expected: &Change) -> bool {
    match read(text) {
        Reading::Refused(Refusal::Several) => false,
        Reading::Read { change, code, .. } => {
            assert_eq!(code.as_str(), grouped(word), "{text}");
            assert_eq!(change, *expected, "{text}");
            true
        }
        other => panic!("{text}: {other:?}"),
    }
}

/// The lowest place of the run of equal characters in which this place stands.
fn first_of_run(text: &str, place: usize) -> usize {
    let character = text.as_bytes().get(place);
    let run = text.bytes().take(place).rev();
    place - run.take_while(|other| Some(other) == character).count()
}

#[test]
fn every_missing_character_is_found_or_several_fit() {
    let mut told_words = 0;
    for word in words() {
        for place in 0..word.len() {
            let mut text = word.clone();
            text.remove(place);
            let place = told(first_of_run(&word, place));
            told_words += usize::from(tells(&text, &word, &Change::OneMissing { place }));
        }
    }
    assert_eq!(told_words, 100, "of 100");
}

#[test]
fn every_added_character_is_found_or_several_fit() {
    let mut told_words = 0;
    for word in words() {
        for place in 0..=word.len() {
            for added in ALPHABET.map(char::from).into_iter().chain(['?', 'U']) {
                let mut text = word.clone();
                text.insert(place, added);
                let place = told(first_of_run(&text, place));
                told_words += usize::from(tells(&text, &word, &Change::OneExtra { place }));
            }
        }
    }
    assert_eq!(told_words, 3536, "of 3536");
}

#[test]
fn of_equal_neighbours_the_lowest_place_is_told() {
    let fields = [
        (1, 4),
        (0, 1),
        (29, 10),
        (2, 6),
        (7, 6),
        (31, 8),
        (1, 17),
        (0, 4),
    ];
    let doubled = |word: &String| word.as_bytes().windows(2).any(|pair| pair[0] == pair[1]);
    let word = (0..1 << 17)
        .map(|hour| {
            let mut fields = fields;
            fields[6].0 = hour;
            word(20, &fields)
        })
        .find(doubled)
        .unwrap();
    let pair = word
        .as_bytes()
        .windows(2)
        .position(|pair| pair[0] == pair[1])
        .unwrap();
    for place in [pair, pair + 1] {
        let mut text = word.clone();
        text.remove(place);
        assert_reads(&text, &word, &Change::OneMissing { place: told(pair) });
    }
    for place in pair..=pair + 2 {
        let mut text = word.clone();
        text.insert(place, char::from(word.as_bytes()[pair]));
        assert_reads(&text, &word, &Change::OneExtra { place: told(pair) });
    }
}

#[test]
fn nothing_else_may_be_illegible_or_wrong() {
    let [word, ..] = words();
    for place in 1..word.len() {
        // Some of the characters are 0, which an illegible one must not be taken for.
        for other in [b'?', wrong(word.as_bytes()[place], 9)] {
            let mut text = word.clone().into_bytes();
            text[place] = other;
            let text = String::from_utf8(text).unwrap();
            assert_refused(&text[1..], Refusal::Length { characters: 19 });
            for extra in ["7", "?"] {
                let refusal = Refusal::Length { characters: 21 };
                assert_refused(&(extra.to_owned() + &text), refusal);
            }
        }
    }
}

/// Two words that are alike but for one missing character, and but for one too many.
///
/// Where the difference of two words is a multiple of the generator, which has seven symbols,
/// and each of these seven is the one before it plus that symbol of the difference, the one word
/// is the other one shifted there.
struct Alike {
    words: [String; 2],
    missing: String,
    extra: String,
}

/// Two such words whose difference begins at a place, out of the first values that they show.
fn alike(mut shown: Vec<u8>, place: usize, factor: u8) -> Alike {
    let difference = GENERATOR.map(|coefficient| product(coefficient, factor));
    for (k, symbol) in difference.into_iter().take(6).enumerate() {
        shown[place + k + 1] = shown[place + k] ^ symbol;
    }
    let length = shown.len() + 6;
    let one = word_of_symbols(unmasked(length, &shown));
    let mut other = values(&one);
    for (k, symbol) in difference.into_iter().enumerate() {
        other[place + k] ^= symbol;
    }
    let mut missing = one.clone();
    missing.remove(place);
    let mut extra = values(&one);
    extra.insert(place + 7, extra[place + 6] ^ difference[6]);
    Alike {
        words: [one, text(&other)],
        missing,
        extra: text(&extra),
    }
}

#[test]
fn of_several_words_that_fit_none_is_chosen() {
    for word in words() {
        let payload = values(&word[..word.len() - 6]);
        for (place, factor) in (1..5).flat_map(|place| (1..32).map(move |by| (place, by))) {
            let alike = alike(payload.clone(), place, factor);
            for word in &alike.words {
                assert!(matches!(read(word), Reading::Read { .. }), "{word}");
            }
            assert_refused(&alike.missing, Refusal::Several);
            assert_refused(&alike.extra, Refusal::Several);
        }
    }
}

#[test]
fn malformed_words_and_other_versions_count_among_the_several() {
    let [word, ..] = words();
    let mut met = [0; 3];
    for first in 0..32 {
        for (place, factor) in (0..8).flat_map(|place| (1..32).map(move |by| (place, by))) {
            let mut payload = values(&word[..14]);
            payload[place] = first;
            let alike = alike(payload, place, factor);
            let [one, other] = alike.words.map(|word| match read(&word) {
                Reading::Read { .. } => 0,
                Reading::Refused(Refusal::Contents) => 1,
                Reading::Newer { .. } => 2,
                other => panic!("{word}: {other:?}"),
            });
            if (one == 0) != (other == 0) {
                met[one + other] += 1;
            }
            assert_refused(&alike.missing, Refusal::Several);
            assert_refused(&alike.extra, Refusal::Several);
        }
    }
    assert!(met[1] > 0 && met[2] > 0, "{met:?}");
}

#[test]
fn other_lengths_are_refused() {
    for characters in (0..19).chain([22, 26]).chain(30..100) {
        let text: String = "SME801BMVMX5DQW0M8E6"
            .chars()
            .cycle()
            .take(characters)
            .collect();
        let characters = i64::try_from(characters).unwrap();
        assert_refused(&text, Refusal::Length { characters });
    }
}

#[test]
fn a_word_among_the_first_characters_of_a_longer_text_is_not_taken() {
    let [_, _, word, _] = words();
    assert_refused(&(word.clone() + "??"), Refusal::Length { characters: 30 });
    assert_refused(&word.repeat(10), Refusal::Length { characters: 280 });
}
