//! The code as it is shown.

use std::fmt;

use super::alphabet::{Heard, character, hear};
use super::correction::holds;
use super::gf32::Element;
use super::word::{Length, Word};

/// How many characters stand together.
const GROUP: usize = 4;
/// Seven groups and the six hyphens between them.
const LONGEST: usize = 34;

/// A diagnostic code as it is shown: 20, 24 or 28 characters in groups of four, joined by `-`
/// (section "Shape").
///
/// A value of this type always has check symbols that hold, but what they protect need not be a
/// payload of version 1: [`Reading::Newer`](super::Reading::Newer) carries such a code. It comes
/// from [`encode`](super::encode), [`read`](super::read) and [`Code::from_shown`] only.
///
/// # Examples
///
/// ```
/// use diagnose_core::code::{Reading, read};
///
/// let Reading::Read { code, .. } = read("sme8 o1bm vmx5 dqw0 m8e6") else {
///     panic!("it is a code");
/// };
/// assert_eq!(code.as_str(), "SME8-01BM-VMX5-DQW0-M8E6");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Code {
    /// ASCII, and zero after the length.
    text: [u8; LONGEST],
    length: usize,
}

impl Code {
    /// The code of a word, which holds.
    pub(super) fn new(word: &Word) -> Code {
        let mut text = [0; LONGEST];
        let mut places = text.iter_mut();
        let mut length = 0;
        for (place, symbol) in word.masked().enumerate() {
            let hyphen = (place > 0 && place % GROUP == 0).then_some(b'-');
            for (byte, place) in hyphen
                .into_iter()
                .chain([character(symbol)])
                .zip(&mut places)
            {
                *place = byte;
                length += 1;
            }
        }
        Code { text, length }
    }

    /// The code of a text that is a code exactly as it is shown. None for any other: nothing is heard and nothing is
    /// repaired, as [`read`](super::read) does.
    ///
    /// # Examples
    ///
    /// ```
    /// use diagnose_core::code::Code;
    ///
    /// assert!(Code::from_shown("SME8-01BM-VMX5-DQW0-M8E6").is_some());
    /// assert!(Code::from_shown("SME8-01BM-VMX5-DQW0-M8E7").is_none());
    /// ```
    pub fn from_shown(text: &str) -> Option<Code> {
        if text.len() > LONGEST {
            return None;
        }
        let symbols: Vec<Element> = text
            .chars()
            .filter_map(|character| match hear(character) {
                Heard::Symbol(symbol) => Some(symbol),
                Heard::Separator | Heard::Illegible => None,
            })
            .collect();
        let word = Word::unmask(Length::from_symbols(symbols.len())?, symbols);
        let code = Code::new(&word);
        (holds(&word) && code.as_str() == text).then_some(code)
    }

    /// The text as it is shown, copied and put into a QR code: groups of four joined by `-`, 24,
    /// 29 or 34 bytes of ASCII.
    pub fn as_str(&self) -> &str {
        let text = self.text.get(..self.length).unwrap_or_default();
        str::from_utf8(text).unwrap_or_default()
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Code").field(&self.as_str()).finish()
    }
}
