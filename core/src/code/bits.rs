//! The bits of a payload, most significant first (section "Payload").

use super::gf32::Element;
use super::word::Length;

const SYMBOL: u32 = 5;

/// The bits of a payload, of which the longest has 110, as they are put one field after the other.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Writer {
    bits: u128,
    width: u32,
}

impl Writer {
    /// Puts a field of this width. What does not fit into it is cut, and a negative value is 0.
    pub(super) fn put(&mut self, value: i64, width: u32) {
        let value = u128::try_from(value).unwrap_or(0) & low_bits(width);
        self.bits = self.bits << width | value;
        self.width += width;
    }

    /// The symbols of the payload at this length, padded with zeros.
    pub(super) fn symbols(self, length: Length) -> impl Iterator<Item = Element> + Clone {
        let bits = self.bits << length.payload_bits().saturating_sub(self.width);
        (0..length.payload_bits() / SYMBOL).rev().map(move |place| {
            let [low, ..] = (bits >> (place * SYMBOL)).to_le_bytes();
            Element::from_low_bits(low)
        })
    }
}

/// The bits of a payload as they are taken, one field after the other.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reader {
    bits: u128,
    left: u32,
}

impl Reader {
    /// The payload at the start of these symbols.
    pub(super) fn new(length: Length, symbols: impl Iterator<Item = Element>) -> Reader {
        let left = length.payload_bits();
        let bits = symbols.zip(0..left / SYMBOL).fold(0, |bits, (symbol, _)| {
            bits << SYMBOL | u128::from(symbol.value())
        });
        Reader { bits, left }
    }

    /// Takes a field of this width, which is less than 64 and at most what is left.
    pub(super) fn take(&mut self, width: u32) -> i64 {
        self.left = self.left.saturating_sub(width);
        let value = self.bits >> self.left & low_bits(width);
        i64::try_from(value).unwrap_or(i64::MAX)
    }

    /// How many bits were not taken yet.
    pub(super) const fn left(&self) -> u32 {
        self.left
    }

    /// Whether all bits that were not taken are zero.
    pub(super) const fn rest_is_zero(&self) -> bool {
        self.bits & low_bits(self.left) == 0
    }
}

const fn low_bits(width: u32) -> u128 {
    (1 << width) - 1
}
