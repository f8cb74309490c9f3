//! From what was heard to the payload, or to the reason why there is none (section "Reading").

use super::bits::Reader;
use super::correction::{self, BOUND};
use super::heard::HeardPlaces;
use super::payload::{Payload, VERSION};
use super::places::Places;
use super::shown::Code;
use super::spelled;
use super::word::{Length, Word};

/// What reading a code came to.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(
    clippy::large_enum_variant,
    reason = "it is taken apart where it is received; a box would be an allocation for each code"
)]
pub enum Reading {
    /// A code of version 1.
    Read {
        /// What was changed. Read it back to the caller before it is believed.
        change: Change,
        /// The code as it should have been heard.
        code: Code,
        /// What it carries.
        payload: Payload,
    },
    /// A code of a version that this program does not know, heard without a slip.
    Newer {
        /// The code.
        code: Code,
        /// Its version, 2 to 15.
        version: i64,
    },
    /// No code, or none that can be told for certain.
    Refused(Refusal),
}

/// What had to be changed to get a code from what was heard. Places are counted from 1, without
/// the separators.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Nothing. Case, separators, O for 0 and I or L for 1 do not count.
    Exact,
    /// The characters at these places were wrong or illegible.
    Repaired {
        /// One to four places, rising, the illegible ones among them.
        places: Vec<i64>,
    },
    /// One character was missing.
    OneMissing {
        /// Where it stands in the code. Of several places that give the same code, the lowest.
        place: i64,
    },
    /// There was one character too many.
    OneExtra {
        /// Where it stood in what was heard. Of several places that give the same code, the
        /// lowest.
        place: i64,
    },
}

/// Why a code is refused. Each message continues "could not read the code: ".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Refusal {
    /// It has not the length of a code, and one character missing or too many does not explain
    /// it.
    #[error(
        "it has {characters} character{}, a code has 20, 24 or 28",
        if *characters == 1 { "" } else { "s" }
    )]
    Length {
        /// How many characters it has, without the separators.
        characters: i64,
    },
    /// More characters are illegible than can be filled in.
    #[error("{illegible} of its characters are in no code, at most 4 can be filled in")]
    Unreadable {
        /// How many characters are illegible, 5 to 28.
        illegible: i64,
    },
    /// It is no code, and none is near enough.
    #[error("its check symbols do not hold, and too much is wrong to repair it")]
    CheckSymbols,
    /// One character is missing or too many, and it cannot be told which.
    #[error("one character is missing or too many, and more than one code fits")]
    Several,
    /// It is spelled, but for a word that is none of the spelling alphabet.
    #[error("its word {place} is no spelling word")]
    Word {
        /// Which word, from 1; *X ray* is one.
        place: i64,
    },
    /// The check symbols hold, but what they protect was not written by this format.
    #[error("its check symbols hold, but its contents are not allowed")]
    Contents,
}

/// Reads a code as it was heard, typed or pasted, and repairs what can be repaired for certain
/// (section "Reading").
///
/// Case and separators do not matter, `O` is read as 0, `I` and `L` as 1, and any other character
/// that is in no code (`?` is a good one) stands for a place that was not understood. Within
/// 2·(wrong) + (illegible) ≤ 4 the code is repaired; beyond it, up to 9, it is always refused.
/// One missing character and one too many are found if nothing else is wrong.
///
/// The code may be spelled, wholly or in part: `Sierra Mike Echo eight`, `x ray`, `niner`. Each word is then one place.
///
/// Text of any size is read in linear time and constant memory.
///
/// # Examples
///
/// ```
/// use diagnose_core::code::{Change, Reading, read};
///
/// let Reading::Read { change, code, payload } = read("SME8-01BM-VMX5-D?WO-M8F6") else {
///     panic!("it can be repaired");
/// };
/// assert_eq!(change, Change::Repaired { places: vec![14, 19] });
/// assert_eq!(code.as_str(), "SME8-01BM-VMX5-DQW0-M8E6");
/// assert_eq!(payload.hour, 9123);
/// ```
pub fn read(heard: &str) -> Reading {
    let found = find_word(&HeardPlaces::typed(heard));
    let found = match spelled_instead(heard, &found) {
        Some((_, spelled)) => spelled,
        None => found,
    };
    match found {
        Ok((word, change)) => interpret(&word, change),
        Err(refusal) => Reading::Refused(
            spelled::stray_word(heard)
                .map_or(refusal, |place| Refusal::Word { place: told(place) }),
        ),
    }
}

/// What was heard at each place, in the characters of a code, as [`read`] takes the text; None where a place was
/// illegible. Of a text that is longer than every code, the first 29 places.
///
/// # Examples
///
/// ```
/// use diagnose_core::code::heard_characters;
///
/// assert_eq!(heard_characters("s Mike ? oh"), [Some('S'), Some('M'), None, Some('0')]);
/// ```
pub fn heard_characters(heard: &str) -> Vec<Option<char>> {
    let typed = HeardPlaces::typed(heard);
    let places = match spelled_instead(heard, &find_word(&typed)) {
        Some((spelled, _)) => spelled,
        None => typed,
    };
    places.shown().collect()
}

/// What a text came to.
type Found = Result<(Word, Change), Refusal>;

/// What a text came to as a spelled one, and its places, if that stands and not what it came to as typed.
fn spelled_instead(text: &str, typed: &Found) -> Option<(HeardPlaces, Found)> {
    if matches!(typed, Ok((_, Change::Exact))) {
        return None;
    }
    let places = spelled::hear(text)?;
    let found = find_word(&places);
    // The groups of a code may be spelling words, all of them: PAPA, KILO, MIKE.
    let is_length = |found: &Found| matches!(found, Err(Refusal::Length { .. }));
    (!is_length(&found) || is_length(typed)).then_some((places, found))
}

/// The one word that was meant, whatever it carries.
fn find_word(heard: &HeardPlaces) -> Found {
    let count = heard.count();
    if let Some(length) = Length::from_symbols(count) {
        return of_length(heard, length);
    }
    let candidate = if let Some(length) = Length::from_symbols(count + 1) {
        one_missing(heard, length)?
    } else if let Some(length) = Length::from_symbols(count.saturating_sub(1)) {
        one_extra(heard, length)?
    } else {
        None
    };
    candidate.ok_or(Refusal::Length {
        characters: told(count),
    })
}

fn of_length(heard: &HeardPlaces, length: Length) -> Found {
    let word = Word::unmask(length, heard.symbols());
    let illegible = heard.illegible();
    if illegible.count() > BOUND {
        return Err(Refusal::Unreadable {
            illegible: told(illegible.count()),
        });
    }
    let (word, changed) = correction::correct(&word, illegible).ok_or(Refusal::CheckSymbols)?;
    let change = if changed.is_empty() {
        Change::Exact
    } else {
        Change::Repaired {
            places: changed.told(),
        }
    };
    Ok((word, change))
}

fn one_missing(heard: &HeardPlaces, length: Length) -> Result<Option<(Word, Change)>, Refusal> {
    if !heard.illegible().is_empty() {
        return Ok(None);
    }
    let candidates = (0..length.symbols()).filter_map(|place| {
        let word = Word::unmask(length, heard.with_gap(place));
        let word = correction::fill(&word, Places::NONE.with(place))?;
        Some((place, word))
    });
    let only = only_word(candidates)?;
    Ok(only.map(|(place, word)| {
        let place = told(place + 1);
        (word, Change::OneMissing { place })
    }))
}

fn one_extra(heard: &HeardPlaces, length: Length) -> Result<Option<(Word, Change)>, Refusal> {
    let candidates = (0..heard.count())
        .filter(|place| heard.illegible().without(*place).is_empty())
        .map(|place| (place, Word::unmask(length, heard.without(place))))
        .filter(|(_, word)| correction::holds(word));
    let only = only_word(candidates)?;
    Ok(only.map(|(place, word)| {
        let place = told(place + 1);
        (word, Change::OneExtra { place })
    }))
}

/// The first of the candidates if all of them are the same word.
fn only_word(
    mut candidates: impl Iterator<Item = (usize, Word)>,
) -> Result<Option<(usize, Word)>, Refusal> {
    let first = candidates.next();
    match first {
        Some((_, word)) if candidates.any(|(_, other)| other != word) => Err(Refusal::Several),
        _ => Ok(first),
    }
}

/// What a word that holds means.
fn interpret(word: &Word, change: Change) -> Reading {
    let mut bits = Reader::new(word.length(), word.symbols());
    let code = Code::new(word);
    let version = Payload::take_version(&mut bits);
    match version {
        0 => Reading::Refused(Refusal::Contents),
        VERSION => match Payload::read(bits, word.length()) {
            Some(payload) => Reading::Read {
                change,
                code,
                payload,
            },
            None => Reading::Refused(Refusal::Contents),
        },
        _ if change == Change::Exact => Reading::Newer { code, version },
        // That a newer version was heard with a slip is less likely than that it was none.
        _ => Reading::Refused(Refusal::CheckSymbols),
    }
}

fn told(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
