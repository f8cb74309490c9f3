//! The places of a text that should be a code (section "Reading", 1).

use super::alphabet::{self, Heard};
use super::gf32::Element;
use super::places::Places;

/// A word of the longest length with one character too many.
const LONGEST: usize = 29;

/// The places of a text that should be a code.
#[derive(Clone, Copy, Debug)]
pub(super) struct HeardPlaces {
    /// The first places, zero where one is illegible.
    symbols: [Element; LONGEST],
    /// The illegible ones among the first places.
    illegible: Places,
    /// How many places there are in all.
    count: usize,
}

impl HeardPlaces {
    /// Nothing was heard yet.
    pub(super) const NONE: HeardPlaces = HeardPlaces {
        symbols: [Element::ZERO; LONGEST],
        illegible: Places::NONE,
        count: 0,
    };

    /// The places of a text of any size in which each character stands for itself.
    pub(super) fn typed(text: &str) -> HeardPlaces {
        let mut heard = HeardPlaces::NONE;
        for character in text.chars() {
            heard.hear(character);
        }
        heard
    }

    /// Hears one more character: what is longer than every code is only counted.
    pub(super) fn hear(&mut self, character: char) {
        let symbol = match alphabet::hear(character) {
            Heard::Separator => return,
            Heard::Symbol(symbol) => Some(symbol),
            Heard::Illegible => None,
        };
        if let Some(place) = self.symbols.get_mut(self.count) {
            match symbol {
                Some(symbol) => *place = symbol,
                None => self.illegible = self.illegible.with(self.count),
            }
        }
        self.count += 1;
    }

    /// What stands at the first places, as a code shows it; None where it is illegible.
    pub(super) fn shown(&self) -> impl Iterator<Item = Option<char>> {
        let legible = |place| self.illegible.without(place) == self.illegible;
        self.symbols().enumerate().map(move |(place, symbol)| {
            legible(place).then(|| char::from(alphabet::character(symbol)))
        })
    }

    pub(super) const fn count(&self) -> usize {
        self.count
    }

    pub(super) const fn illegible(&self) -> Places {
        self.illegible
    }

    /// The symbols: all of them, where there are no more than a code and one can have.
    pub(super) fn symbols(&self) -> impl Iterator<Item = Element> {
        self.symbols.into_iter().take(self.count)
    }

    /// The symbols with a zero put in, so that it stands at this place.
    pub(super) fn with_gap(&self, place: usize) -> impl Iterator<Item = Element> {
        self.symbols()
            .take(place)
            .chain([Element::ZERO])
            .chain(self.symbols().skip(place))
    }

    /// The symbols but for the one at this place.
    pub(super) fn without(&self, place: usize) -> impl Iterator<Item = Element> {
        self.symbols()
            .take(place)
            .chain(self.symbols().skip(place + 1))
    }
}
