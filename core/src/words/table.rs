//! The compiled words of one language.
//!
//! Everything refers by number instead of by pointer: a pointer costs a relocation in a shared
//! library, several times what the number needs. Ids stand apart, once for all languages.

use super::plural::Category;
use std::cmp::Ordering;

/// The ids of a catalogue, each with the kind of its sentence.
#[derive(Debug)]
pub struct Ids {
    /// All names in ascending order without anything between: each a message's id, or `MESSAGE.ATTRIBUTE`.
    pub names: &'static str,
    /// Where each name ends, in bytes.
    pub ends: &'static [u16],
    /// The place of each kind in the table of kinds.
    pub kinds: &'static [u8],
}

impl Ids {
    /// The name in a row, none where there is no such row.
    pub fn name(&self, row: usize) -> Option<&'static str> {
        let start = match row.checked_sub(1) {
            Some(before) => *self.ends.get(before)?,
            None => 0,
        };
        self.names
            .get(start.into()..usize::from(*self.ends.get(row)?))
    }

    /// The row of a name, none where no row has it.
    pub fn find(&self, name: &str) -> Option<usize> {
        let (mut low, mut high) = (0, self.ends.len());
        while low < high {
            let middle = low.midpoint(high);
            match self.name(middle)?.cmp(name) {
                Ordering::Less => low = middle + 1,
                Ordering::Greater => high = middle,
                Ordering::Equal => return Some(middle),
            }
        }
        None
    }
}

/// The sentences of one language.
#[derive(Debug)]
pub struct Table<'a> {
    /// The language, a BCP 47 tag.
    pub language: &'a str,
    /// All text, cut up by [`Part::Text`].
    pub text: &'a str,
    /// The parts of each sentence, in the order of the ids.
    pub rows: &'a [Span],
    /// The parts of all sentences and variants.
    pub parts: &'a [Part],
    /// The variants of all selectors.
    pub variants: &'a [Variant],
}

/// A part of a sentence.
#[derive(Clone, Copy, Debug)]
pub enum Part {
    /// A piece of the table's text, in bytes.
    Text {
        /// Where it starts.
        start: u32,
        /// How long it is.
        length: u16,
    },
    /// The argument with this number.
    Argument(u8),
    /// One of several variants.
    Select {
        /// The number of the argument that decides.
        argument: u8,
        /// The variants, in the table's.
        variants: Span,
    },
}

/// A variant of a selector.
#[derive(Clone, Copy, Debug)]
pub struct Variant {
    /// When it is taken.
    pub key: Key,
    /// Its parts, in the table's; none of them is a selector.
    pub parts: Span,
}

/// When a variant is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// On exactly this number; goes before the category, wherever it stands.
    Exact(i16),
    /// On a number of this category.
    Plural(Category),
    /// On the key with this place in its set.
    Place(u8),
}

/// A range of places in one of a table's lists.
#[derive(Clone, Copy, Debug)]
pub struct Span {
    /// The first place.
    pub start: u16,
    /// The place after the last.
    pub end: u16,
}

impl Span {
    /// The items of a list that the span covers, none where it does not fit.
    pub fn of<T>(self, list: &[T]) -> Option<&[T]> {
        list.get(usize::from(self.start)..usize::from(self.end))
    }
}

impl<'a> Table<'a> {
    /// A piece of the text, none where it does not fit.
    pub fn piece(&self, start: u32, length: u16) -> Option<&'a str> {
        let start = usize::try_from(start).ok()?;
        self.text.get(start..start.checked_add(length.into())?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_its_row() {
        let names = ["check-a", "check-a.why", "check-b", "step-a"];
        let ids = Ids {
            names: "check-acheck-a.whycheck-bstep-a",
            ends: &[7, 18, 25, 31],
            kinds: &[0, 1, 0, 2],
        };
        for (row, name) in names.iter().enumerate() {
            assert_eq!(ids.name(row), Some(*name));
            assert_eq!(ids.find(name), Some(row));
        }
        assert_eq!(ids.name(4), None);
        for absent in ["", "check", "check-a.", "check-aa", "step-b", "ö"] {
            assert_eq!(ids.find(absent), None, "{absent}");
        }
    }
}
