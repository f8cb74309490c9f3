//! A set of places in a word.

/// A set of places, counted from 0; a word has at most 29 of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Places(u32);

impl Places {
    pub(super) const NONE: Places = Places(0);

    /// This set and the place, which is below 32.
    pub(super) const fn with(self, place: usize) -> Places {
        Places(self.0 | 1 << place)
    }

    /// This set but for the place, which is below 32.
    pub(super) const fn without(self, place: usize) -> Places {
        Places(self.0 & !(1 << place))
    }

    pub(super) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(super) fn count(self) -> usize {
        self.iter().count()
    }

    /// The places, rising.
    pub(super) fn iter(self) -> impl Iterator<Item = usize> {
        (0..32).filter(move |place| self.0 >> place & 1 == 1)
    }

    /// The places as people count them, from 1.
    pub(super) fn told(self) -> Vec<i64> {
        (1..=32)
            .filter(|place| self.0 >> (place - 1) & 1 == 1)
            .collect()
    }
}
