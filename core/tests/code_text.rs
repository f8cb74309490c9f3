//! What is skipped, what is folded, and what is illegible.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod code_support;

use code_support::{assert_reads, assert_refused, repaired};
use diagnose_core::code::{Change, Code, Refusal};

const WORD: &str = "SME801BMVMX5DQW0M8E6";

/// The text with something else at this place.
fn with(place: usize, other: &str) -> String {
    let mut text = WORD.to_owned();
    text.replace_range(place..=place, other);
    text
}

#[test]
fn separators_are_skipped() {
    let separators = " \t\r\n\u{a0}\u{3000}\u{2028}-_.,:;/|\
        \u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2015}\u{2212}\u{ad}\u{b7}\u{2022}\
        \u{200b}\u{200c}\u{200d}\u{200e}\u{200f}\u{2060}\u{feff}";
    for separator in separators.chars() {
        for place in [0, 1, 7, 20] {
            let mut text = WORD.to_owned();
            text.insert(place, separator);
            assert_reads(&text, WORD, &Change::Exact);
        }
    }
    let between: String = WORD
        .chars()
        .flat_map(|c| separators.chars().chain([c]))
        .collect();
    assert_reads(&(between + separators), WORD, &Change::Exact);
}

#[test]
fn neighbours_of_the_separators_are_illegible() {
    for other in
        "\u{2016}\u{2213}\u{ac}\u{b6}\u{b8}\u{2021}\u{2023}\u{206a}\u{fefe}+=*'\"()\\\u{301}"
            .chars()
    {
        assert_reads(&with(7, &other.to_string()), WORD, &repaired(&[7]));
    }
}

#[test]
fn ascii_case_is_folded() {
    assert_reads(&WORD.to_lowercase(), WORD, &Change::Exact);
}

#[test]
fn o_is_0_and_i_and_l_are_1() {
    for zero in ["O", "o"] {
        assert_reads(&WORD.replace('0', zero), WORD, &Change::Exact);
    }
    for one in ["I", "i", "L", "l"] {
        assert_reads(&WORD.replace('1', one), WORD, &Change::Exact);
    }
}

#[test]
fn every_other_character_is_illegible() {
    // U, other scripts' digits and letters that look alike or fold to ASCII, and a character of
    // several code units.
    for other in "Uu?!\u{661}\u{6f1}\u{967}\u{ff11}\u{ff33}\u{2460}\u{421}\u{391}\u{212a}\u{17f}\u{131}\u{130}ßé😀\0\u{7f}\u{10ffff}".chars() {
        for place in [0, 5, 19] {
            assert_reads(&with(place, &other.to_string()), WORD, &repaired(&[place]));
        }
        let text: String = std::iter::repeat_n(other, 20).collect();
        assert_refused(&text, Refusal::Unreadable { illegible: 20 });
    }
}

#[test]
fn a_letter_and_its_combining_mark_are_two_places() {
    assert_reads(&with(7, "M\u{301}"), WORD, &Change::OneExtra { place: 9 });
}

#[test]
fn text_without_places_has_length_0() {
    for text in ["", " - - ", "\u{feff}", "\n"] {
        assert_refused(text, Refusal::Length { characters: 0 });
    }
}

#[test]
fn a_large_text_is_only_counted() {
    let text = "ä".repeat(1_000_000);
    assert_refused(
        &text,
        Refusal::Length {
            characters: 1_000_000,
        },
    );
    let text = "-".repeat(1_000_000) + WORD;
    assert_reads(&text, WORD, &Change::Exact);
}

#[test]
fn a_shown_code_is_taken_exactly() {
    for shown in ["SME8-01BM-VMX5-DQW0-M8E6", "SNH8-01BM-VN41-8QW8-3KVG"] {
        let code = Code::from_shown(shown).unwrap();
        assert_eq!(code.as_str(), shown);
        let moved = format!("{}-{}", &shown[..3], &shown[3..].replacen('-', "", 1));
        for other in [
            &shown.to_lowercase(),
            &shown.replace('0', "O"),
            &shown.replace('-', ""),
            &shown.replacen('-', " ", 1),
            &format!("{shown} "),
            &shown[1..],
            &moved,
            "",
        ] {
            assert_ne!(other, shown);
            assert_eq!(Code::from_shown(other), None, "{other}");
        }
        for place in 0..shown.len() {
            let mut wrong = shown.to_owned();
            wrong.replace_range(place..=place, "Z");
            assert_eq!(Code::from_shown(&wrong), None, "{wrong}");
        }
    }
}
