//! Arithmetic in GF(32), the field of the code's symbols (section "Shape").

use std::ops::{Add, AddAssign, Div, Mul};

/// The field polynomial x⁵ + x² + 1.
const POLYNOMIAL: u8 = 0x25;
/// The order of the multiplicative group: α to this power is 1 again.
const ORDER: u8 = 31;

/// `EXP[i]` is αⁱ. Two rounds long, so that a sum of two logarithms needs no reduction.
const EXP: [u8; 64] = exponentials();
/// `LOG[x]` is the i below 31 with αⁱ = x. The entry of 0, which has no logarithm, is not used.
const LOG: [u8; 32] = logarithms();

/// An element of GF(32): one symbol of a code. Always below 32.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Element(u8);

impl Element {
    pub(super) const ZERO: Element = Element(0);
    pub(super) const ONE: Element = Element(1);

    /// The element of the lowest five bits.
    pub(super) const fn from_low_bits(bits: u8) -> Element {
        Element(bits & 31)
    }

    /// 0 to 31.
    pub(super) const fn value(self) -> u8 {
        self.0
    }

    /// α to a power.
    #[expect(clippy::indexing_slicing, reason = "a remainder by 31 is below 64")]
    pub(super) const fn alpha_to(power: usize) -> Element {
        Element(EXP[power % ORDER as usize])
    }
}

impl Add for Element {
    type Output = Element;

    #[expect(
        clippy::suspicious_arithmetic_impl,
        reason = "in characteristic 2 the sum, and the difference, is the exclusive or"
    )]
    fn add(self, other: Element) -> Element {
        Element(self.0 ^ other.0)
    }
}

impl AddAssign for Element {
    fn add_assign(&mut self, other: Element) {
        *self = *self + other;
    }
}

impl Mul for Element {
    type Output = Element;

    #[expect(
        clippy::indexing_slicing,
        reason = "an element is below 32, and a sum of two logarithms below 64"
    )]
    fn mul(self, other: Element) -> Element {
        if self == Element::ZERO || other == Element::ZERO {
            return Element::ZERO;
        }
        Element(EXP[usize::from(LOG[usize::from(self.0)] + LOG[usize::from(other.0)])])
    }
}

impl Div for Element {
    /// Nothing when divided by zero.
    type Output = Option<Element>;

    #[expect(
        clippy::indexing_slicing,
        reason = "an element is below 32, and a logarithm at most 30"
    )]
    fn div(self, other: Element) -> Option<Element> {
        let inverse = Element(EXP[usize::from(ORDER - LOG[usize::from(other.0)])]);
        (other != Element::ZERO).then(|| self * inverse)
    }
}

#[expect(clippy::indexing_slicing, reason = "the index runs to the length")]
const fn exponentials() -> [u8; 64] {
    let mut table = [0; 64];
    let mut power = 1;
    let mut i = 0;
    while i < table.len() {
        table[i] = power;
        power <<= 1;
        if power > 31 {
            power ^= POLYNOMIAL;
        }
        i += 1;
    }
    table
}

#[expect(clippy::indexing_slicing, reason = "powers of α are below 32")]
const fn logarithms() -> [u8; 32] {
    let mut table = [0; 32];
    let mut i = 0;
    while i < ORDER {
        table[EXP[i as usize] as usize] = i;
        i += 1;
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Multiplication as it is defined, without a table.
    fn product(a: u8, b: u8) -> u8 {
        let unreduced = (0..5).fold(0u16, |sum, bit| {
            sum ^ ((u16::from(a) << bit) * u16::from(b >> bit & 1))
        });
        let reduced = (5..9).rev().fold(unreduced, |rest, bit| {
            rest ^ ((u16::from(POLYNOMIAL) << (bit - 5)) * (rest >> bit & 1))
        });
        u8::try_from(reduced).unwrap()
    }

    #[test]
    fn products_agree_with_the_definition() {
        for (a, b) in (0..32).flat_map(|a| (0..32).map(move |b| (a, b))) {
            let product = Element(product(a, b));
            assert_eq!(Element(a) * Element(b), product, "{a} by {b}");
            assert_eq!(product / Element(b), (b != 0).then_some(Element(a)));
        }
    }

    #[test]
    fn alpha_is_two_and_generates_the_group() {
        assert_eq!(Element::alpha_to(1), Element(2));
        assert_eq!(Element::alpha_to(31), Element::ONE);
        let mut seen: Vec<u8> = (0..31).map(|i| Element::alpha_to(i).value()).collect();
        seen.sort_unstable();
        assert_eq!(seen, (1..32).collect::<Vec<u8>>());
    }
}
