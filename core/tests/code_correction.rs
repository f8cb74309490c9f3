//! What is repaired, exhaustively, and what never is.
#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test may fail"
)]

mod code_support;

use code_support::{Random, assert_reads, assert_refused, choices, repaired, words, wrong};
use diagnose_core::code::{Change, Reading, Refusal, read};

/// The text with some places changed.
fn damaged(word: &str, change: impl FnOnce(&mut [u8])) -> String {
    let mut text = word.as_bytes().to_vec();
    change(&mut text);
    String::from_utf8(text).unwrap()
}

#[test]
fn words_are_read() {
    for word in words() {
        assert_reads(&word, &word, &Change::Exact);
    }
}

#[test]
fn every_wrong_character_is_repaired() {
    for word in words() {
        for place in 0..word.len() {
            for by in 1..32 {
                let text = damaged(&word, |text| text[place] = wrong(text[place], by));
                assert_reads(&text, &word, &repaired(&[place]));
            }
        }
    }
}

#[test]
fn every_two_wrong_characters_are_repaired() {
    for word in words() {
        choices(word.len(), 2, |places| {
            let expected = repaired(places);
            for (first, second) in (1..32).flat_map(|by| (1..32).map(move |other| (by, other))) {
                let text = damaged(&word, |text| {
                    text[places[0]] = wrong(text[places[0]], first);
                    text[places[1]] = wrong(text[places[1]], second);
                });
                assert_reads(&text, &word, &expected);
            }
        });
    }
}

#[test]
fn every_swap_of_neighbours_is_repaired() {
    for word in words() {
        for place in 1..word.len() {
            let text = damaged(&word, |text| text.swap(place - 1, place));
            let expected = if text == word {
                Change::Exact
            } else {
                repaired(&[place - 1, place])
            };
            assert_reads(&text, &word, &expected);
        }
    }
}

#[test]
fn every_one_to_four_illegible_characters_are_filled_in() {
    for word in words() {
        for count in 1..=4 {
            choices(word.len(), count, |places| {
                let text = damaged(&word, |text| places.iter().for_each(|p| text[*p] = b'?'));
                assert_reads(&text, &word, &repaired(places));
            });
        }
    }
}

#[test]
fn one_wrong_character_beside_one_or_two_illegible_ones_is_repaired() {
    for word in words() {
        for illegible in 1..=2 {
            choices(word.len(), illegible + 1, |places| {
                let expected = repaired(places);
                for wrong_one in places {
                    for by in 1..32 {
                        let text = damaged(&word, |text| {
                            places.iter().for_each(|place| text[*place] = b'?');
                            text[*wrong_one] = wrong(word.as_bytes()[*wrong_one], by);
                        });
                        assert_reads(&text, &word, &expected);
                    }
                }
            });
        }
    }
}

#[test]
fn beyond_the_bound_nothing_is_accepted() {
    let beyond: Vec<(usize, usize)> = (0..=4)
        .flat_map(|wrong| (0..=4).map(move |illegible| (wrong, illegible)))
        .filter(|(wrong, illegible)| (5..=9).contains(&(2 * wrong + illegible)))
        .collect();
    let mut random = Random(2026);
    for word in words() {
        for (wrong_ones, illegible) in &beyond {
            for _ in 0..40_000 {
                let places = random.places(wrong_ones + illegible, word.len());
                let text = damaged(&word, |text| {
                    for (i, place) in places.into_iter().enumerate() {
                        text[place] = match i < *wrong_ones {
                            true => wrong(text[place], 1 + u8::try_from(random.below(31)).unwrap()),
                            false => b'?',
                        };
                    }
                });
                assert_refused(&text, Refusal::CheckSymbols);
            }
        }
    }
}

#[test]
fn five_and_more_illegible_characters_are_unreadable() {
    for word in words() {
        for count in 5..=word.len() {
            let text = damaged(&word, |text| text[..count].fill(b'#'));
            let illegible = i64::try_from(count).unwrap();
            assert_refused(&text, Refusal::Unreadable { illegible });
        }
    }
}

#[test]
fn random_words_are_nearly_all_refused() {
    let mut random = Random(1);
    let mut accepted = 0;
    for _ in 0..300_000 {
        let text: String = (0..20)
            .map(|_| char::from(code_support::ALPHABET[random.below(32)]))
            .collect();
        if !matches!(read(&text), Reading::Refused(_)) {
            accepted += 1;
        }
    }
    // Spheres of radius two around the words hold 1 in 5,800 of all texts, and most of them have
    // another version with something to repair, or contents that are not allowed.
    assert!(accepted < 30, "{accepted}");
}
