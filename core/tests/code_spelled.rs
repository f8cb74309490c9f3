//! Codes in spelling words (section "Spelled").
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a failure here is what a test is for"
)]

mod code_support;

use code_support::{
    Random, assert_reads, assert_refused, choices, grouped, repaired, words, wrong,
};
use diagnose_core::code::{Change, Reading, Refusal, heard_characters, read, spelled, spoken};
use std::time::Instant;

const WORD: &str = "SME801BMVMX5DQW0M8E6";
const SPELLED: &str = "Sierra Mike Echo eight zero one Bravo Mike Victor Mike X-ray five Delta Quebec \
                       Whiskey zero Mike eight Echo six";

/// The table of `docs/diagnostic-code.md`.
fn table() -> Vec<(char, Vec<&'static str>)> {
    let page = include_str!("../../docs/diagnostic-code.md");
    let section = page.split_once("## Spelled").unwrap().1;
    let section = section.split_once("\n## ").unwrap().0;
    let rows = section
        .lines()
        .filter(|line| line.starts_with("| "))
        .skip(1);
    rows.map(|line| {
        let (character, words) = line.trim_matches(['|', ' ']).split_once(" | ").unwrap();
        (character.parse().unwrap(), words.split(", ").collect())
    })
    .collect()
}

/// The words of a character.
fn words_of(character: char) -> Vec<&'static str> {
    let row = table().into_iter().find(|(other, _)| *other == character);
    row.unwrap().1
}

/// A code in words, of each character's the one that is chosen; joined by this.
fn in_words(code: &str, between: &str, mut choose: impl FnMut(&[&str]) -> usize) -> String {
    let words = code.chars().map(|character| {
        let words = words_of(character);
        words[choose(&words)]
    });
    words.collect::<Vec<_>>().join(between)
}

#[test]
fn the_document_lists_every_character_once() {
    let characters: String = table().iter().map(|(character, _)| *character).collect();
    assert_eq!(characters, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    for (character, words) in table() {
        let aloud = character.is_ascii_alphabetic().then(|| words[0]);
        assert_eq!(spoken(character), aloud, "{character}");
    }
}

#[test]
fn each_word_of_the_document_stands_for_its_character_in_any_case() {
    for (character, words) in table() {
        for word in words {
            for word in [word.to_owned(), word.to_lowercase(), word.to_uppercase()] {
                let expected = heard_characters(&character.to_string())[0];
                assert_eq!(
                    heard_characters(&format!("{word} Mike")),
                    [expected, Some('M')],
                    "{word}"
                );
            }
        }
    }
}

#[test]
fn a_code_in_words_is_read() {
    assert_reads(SPELLED, WORD, &Change::Exact);
    for text in [
        "Sierra Mike E 8 zero 1 Bravo M victor mike x 5 D Quebec Whiskey 0 Mike eight echo 6",
        "SIERRA, MIKE, ECHO, EIGHT, OH, ONE, BRAVO, MIKE, VICTOR, MIKE, XRAY, FIFE, DELTA, QUEBEC, WHISKY, O, \
         MIKE, EIGHT, ECHO, SIX.",
        "sierra mike echo eight - oh india bravo mike - victor mike x ray five - delta quebec whiskey oscar - \
         mike eight echo six",
        "Sierra Mike Echo 8 - zero Lima Bravo Mike\nVictor Mike X  -  ray 5\tDelta Quebec Whiskey 0 / Mike 8 Echo 6\r\n",
    ] {
        assert_reads(text, WORD, &Change::Exact);
    }
}

#[test]
fn every_code_is_read_from_its_spelling_and_from_each_other_word() {
    for word in words() {
        let Reading::Read { code, .. } = read(&word) else {
            panic!("{word}")
        };
        assert_reads(&spelled(&code), &word, &Change::Exact);
        let most = table().iter().map(|(_, words)| words.len()).max().unwrap();
        for variant in 0..most {
            for between in [" ", "-", ", ", " - ", ".", "\u{2014}"] {
                let text = in_words(&word, between, |words| variant.min(words.len() - 1));
                assert_reads(&text, &word, &Change::Exact);
            }
        }
    }
}

#[test]
fn slips_are_repaired_as_in_a_typed_code() {
    let mut random = Random(5);
    for word in words() {
        choices(word.len(), 2, |places| {
            let mut text = word.as_bytes().to_vec();
            for place in places {
                text[*place] = wrong(text[*place], 1 + u8::try_from(random.below(31)).unwrap());
            }
            let text = String::from_utf8(text).unwrap();
            let text = in_words(&text, " ", |words| random.below(words.len()));
            assert_reads(&text, &word, &repaired(places));
        });
    }
    let replaced = |word: &str, by: &str| SPELLED.replacen(word, by, 1);
    assert_reads(&replaced("Sierra", "?"), WORD, &repaired(&[0]));
    assert_reads(&replaced("Sierra", "Uniform"), WORD, &repaired(&[0]));
    assert_reads(
        &replaced("Sierra ", ""),
        WORD,
        &Change::OneMissing { place: 1 },
    );
    assert_reads(
        &replaced("Mike", "Mike Kilo"),
        WORD,
        &Change::OneExtra { place: 3 },
    );
}

#[test]
fn what_was_heard_is_told_place_by_place() {
    assert_eq!(
        heard_characters("oscar x ray uniform, l 9"),
        [Some('0'), Some('X'), None, Some('1'), Some('9')]
    );
    assert_eq!(heard_characters("sm u"), [Some('S'), Some('M'), None]);
    assert_eq!(heard_characters(&"sierra ".repeat(100)).len(), 29);
    assert_eq!(heard_characters(""), []);
}

#[test]
fn words_that_are_groups_are_read_as_typed() {
    let mut random = Random(7);
    let groups = ["PAPA", "XRAY", "ECHO", "GOLF", "MIKE", "ZERO", "FIVE"];
    for text in ["PAPA", "XRAY", "x-ray"] {
        assert_refused(text, Refusal::Length { characters: 4 });
    }
    assert_refused("SEVEN", Refusal::Length { characters: 5 });
    // As typed it has the length of a code, as words it has not.
    for _ in 0..1000 {
        let text: Vec<&str> = (0..5).map(|_| groups[random.below(groups.len())]).collect();
        assert_refused(&text.join("-"), Refusal::CheckSymbols);
    }
    assert_refused("papa kilo", Refusal::Length { characters: 2 });
    // A group that is a word does not make the others words.
    let Reading::Refused(refusal) = read("SME8-ECHO-VMX5-DQW0-M8E6") else {
        panic!("it is refused")
    };
    assert_eq!(refusal, Refusal::CheckSymbols);
}

#[test]
fn a_word_of_no_spelling_alphabet_is_told_by_its_place() {
    for (text, place) in [
        (SPELLED.replacen("Echo", "Ecko", 1), 3),
        (
            SPELLED.replacen("X-ray", "X ray", 1).replace("six", "sixx"),
            20,
        ),
        (format!("code: {SPELLED}"), 1),
        (format!("{SPELLED}, over"), 21),
    ] {
        assert_refused(&text, Refusal::Word { place });
    }
    assert_eq!(
        Refusal::Word { place: 3 }.to_string(),
        "its word 3 is no spelling word"
    );
    // Not where other words are as many.
    for text in [
        "one moment",
        "hello, I cannot read it out",
        "sierra nevada",
        "ray x ray",
    ] {
        let Reading::Refused(Refusal::Length { .. }) = read(text) else {
            panic!("{text}: {:?}", read(text))
        };
    }
}

#[test]
fn hostile_texts_are_read_in_linear_time() {
    for token in [
        "sierra ",
        "x ray ",
        "x-",
        "ray ",
        "sierra",
        "u ",
        "seven ",
        "zzzzzzzz ",
    ] {
        let read_of = |repeats: usize| {
            let text = token.repeat(repeats);
            let start = Instant::now();
            assert!(matches!(read(&text), Reading::Refused(_)), "{token}");
            start.elapsed()
        };
        read_of(1 << 10);
        let (short, long) = (read_of(1 << 16), read_of(1 << 20));
        // Sixteen times the text; a machine that is busy may be slower by itself.
        assert!(long < short * 16 * 8, "{token}: {short:?}, then {long:?}");
    }
    let sierras = "sierra ".repeat(1 << 20);
    assert_refused(
        &sierras,
        Refusal::Length {
            characters: 1 << 20,
        },
    );
}

#[test]
fn grouping_does_not_matter() {
    let spaced: Vec<String> = WORD.chars().map(String::from).collect();
    assert_reads(&spaced.join(" "), WORD, &Change::Exact);
    assert_reads(&grouped(WORD), WORD, &Change::Exact);
}
