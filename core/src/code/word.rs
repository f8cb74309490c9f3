//! A Reed–Solomon word: the symbols of a code before the mask.

use super::gf32::Element;
use super::mask::mask;

/// How many symbols the longest word has.
const LONGEST: usize = 28;

/// The three lengths of a word (section "Shape").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Length {
    /// 20 symbols, a payload of 70 bits.
    Short,
    /// 24 symbols, a payload of 90 bits.
    Middle,
    /// 28 symbols, a payload of 110 bits.
    Long,
}

impl Length {
    pub(super) const fn from_symbols(symbols: usize) -> Option<Length> {
        match symbols {
            20 => Some(Length::Short),
            24 => Some(Length::Middle),
            28 => Some(Length::Long),
            _ => None,
        }
    }

    pub(super) const fn symbols(self) -> usize {
        mask(self).len()
    }

    pub(super) const fn payload_bits(self) -> u32 {
        match self {
            Length::Short => 70,
            Length::Middle => 90,
            Length::Long => 110,
        }
    }
}

/// The symbols of a word, without the mask. It need not hold: see `correction`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word {
    length: Length,
    /// Zero after the length.
    symbols: [Element; LONGEST],
}

impl Word {
    /// The word of these symbols: zero where there are too few, cut where there are too many.
    pub(super) fn new(length: Length, symbols: impl IntoIterator<Item = Element>) -> Word {
        let mut word = Word {
            length,
            symbols: [Element::ZERO; LONGEST],
        };
        for (place, symbol) in word.symbols_mut().zip(symbols) {
            *place = symbol;
        }
        word
    }

    /// The word whose symbols are shown as these.
    pub(super) fn unmask(length: Length, shown: impl IntoIterator<Item = Element>) -> Word {
        let word = Word::new(length, shown);
        Word::new(length, word.masked())
    }

    /// The symbols as they are shown. The mask is its own inverse.
    pub(super) fn masked(&self) -> impl Iterator<Item = Element> {
        self.symbols()
            .zip(mask(self.length))
            .map(|(symbol, mask)| symbol + Element::from_low_bits(*mask))
    }

    pub(super) const fn length(&self) -> Length {
        self.length
    }

    pub(super) fn symbols(&self) -> impl Iterator<Item = Element> {
        self.symbols.into_iter().take(self.length.symbols())
    }

    pub(super) fn symbols_mut(&mut self) -> impl Iterator<Item = &mut Element> {
        self.symbols.iter_mut().take(self.length.symbols())
    }
}
