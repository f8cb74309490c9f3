//! The Reed–Solomon code over GF(32): its check symbols, and the correction of wrong and of
//! illegible symbols (section "Shape").
//!
//! A word is the polynomial whose highest coefficient is its first symbol; it holds when
//! α⁰ … α⁵ are roots. A place's *locator* is α to the power of its coefficient, and a change of
//! e₁, e₂, … at the places with the locators X₁, X₂, … has the syndromes
//! Sₖ = e₁X₁ᵏ + e₂X₂ᵏ + …, from which everything here follows. In characteristic 2 there are no
//! minus signs.

use super::gf32::Element;
use super::places::Places;
use super::word::Word;

/// How many check symbols a word has, which is how many roots the generator has.
pub(super) const CHECK_SYMBOLS: usize = 6;

/// 2·(wrong) + (illegible) may be this much: less than the six check symbols could repair, so
/// that a word which is far from every code is refused and not guessed.
pub(super) const BOUND: usize = 4;

/// The generator (x + α⁰)(x + α¹) … (x + α⁵) below its highest coefficient, which is 1.
const GENERATOR: [u8; CHECK_SYMBOLS] = [26, 20, 24, 14, 6, 31];

/// The check symbols of a payload: the remainder of its division by the generator.
pub(super) fn check_symbols(payload: impl Iterator<Item = Element>) -> [Element; CHECK_SYMBOLS] {
    payload.fold([Element::ZERO; CHECK_SYMBOLS], |remainder, symbol| {
        let [first, rest @ ..] = remainder;
        let quotient = first + symbol;
        let mut next = GENERATOR.map(|coefficient| quotient * Element::from_low_bits(coefficient));
        for (coefficient, shifted) in next.iter_mut().zip(rest) {
            *coefficient += shifted;
        }
        next
    })
}

/// Whether the check symbols hold.
pub(super) fn holds(word: &Word) -> bool {
    is_zero(&syndromes(word))
}

/// The one word that holds within 2·(wrong) + (illegible) ≤ [`BOUND`] of this one, and the
/// places that were changed for it, the illegible ones among them. What stands at an illegible
/// place does not matter.
pub(super) fn correct(word: &Word, illegible: Places) -> Option<(Word, Places)> {
    let errors_allowed = BOUND.checked_sub(illegible.count())? / 2;
    // Forney's modified syndromes: those of the wrong places alone, for the locator polynomial
    // of the illegible ones is zero where they are.
    let erasure_locator = locator_polynomial(word, illegible);
    let syndromes = syndromes(word);
    let mut modified = [Element::ZERO; CHECK_SYMBOLS];
    let window = illegible.count() + 1;
    for (syndrome, window) in modified.iter_mut().zip(syndromes.windows(window)) {
        *syndrome = dot(window, &erasure_locator);
    }
    let modified = modified.get(..=CHECK_SYMBOLS - window)?;

    let attempt = |errors: Places| {
        let places = errors.iter().fold(illegible, Places::with);
        fill(word, places).map(|word| (word, places))
    };
    if is_zero(modified) {
        return attempt(Places::NONE);
    }
    // Peterson's solutions for one error, then for two. Neither looks at every equation: the
    // proof is that the filled word holds.
    let one = || attempt(one_error(word, modified)?);
    let two = || attempt(two_errors(word, modified)?);
    match errors_allowed {
        0 => None,
        1 => one(),
        _ => one().or_else(two),
    }
}

/// The word that holds and differs from this one at these places only, of which there are at
/// most [`BOUND`].
pub(super) fn fill(word: &Word, places: Places) -> Option<Word> {
    if places.count() > BOUND {
        return None;
    }
    let syndromes = syndromes(word);
    let mut filled = *word;
    for place in places.iter() {
        // The polynomial that is zero at all the other places leaves one unknown.
        let others = locator_polynomial(word, places.without(place));
        let change = dot(&syndromes, &others) / evaluate(&others, locator(word, place));
        *filled.symbols_mut().nth(place)? += change?;
    }
    holds(&filled).then_some(filled)
}

/// The place of a single error with these syndromes: S₁ = S₀X.
fn one_error(word: &Word, syndromes: &[Element]) -> Option<Places> {
    let [s0, s1, ..] = *syndromes else {
        return None;
    };
    let x = (s1 / s0)?;
    roots(word, |locator| locator + x, 1)
}

/// The places of two errors with these syndromes: the roots of x² + ax + b, where
/// S₂ = aS₁ + bS₀ and S₃ = aS₂ + bS₁.
fn two_errors(word: &Word, syndromes: &[Element]) -> Option<Places> {
    let [s0, s1, s2, s3, ..] = *syndromes else {
        return None;
    };
    let determinant = s1 * s1 + s0 * s2;
    let a = ((s1 * s2 + s0 * s3) / determinant)?;
    let b = ((s1 * s3 + s2 * s2) / determinant)?;
    roots(word, |x| (x + a) * x + b, 2)
}

/// The places of the word where the polynomial is zero, if there are as many as expected.
fn roots(word: &Word, polynomial: impl Fn(Element) -> Element, expected: usize) -> Option<Places> {
    let places = (0..word.length().symbols())
        .filter(|place| polynomial(locator(word, *place)) == Element::ZERO)
        .fold(Places::NONE, Places::with);
    (places.count() == expected).then_some(places)
}

/// The values of the word at α⁰ … α⁵, by Horner's rule.
fn syndromes(word: &Word) -> [Element; CHECK_SYMBOLS] {
    const ROOTS: [Element; CHECK_SYMBOLS] = [
        Element::alpha_to(0),
        Element::alpha_to(1),
        Element::alpha_to(2),
        Element::alpha_to(3),
        Element::alpha_to(4),
        Element::alpha_to(5),
    ];
    word.symbols()
        .fold([Element::ZERO; CHECK_SYMBOLS], |mut values, symbol| {
            for (value, root) in values.iter_mut().zip(ROOTS) {
                *value = *value * root + symbol;
            }
            values
        })
}

/// A polynomial of degree [`BOUND`] at most, from its constant on.
type Polynomial = [Element; BOUND + 1];

/// The polynomial that is zero at the locators of these places, of which there are at most
/// [`BOUND`].
fn locator_polynomial(word: &Word, places: Places) -> Polynomial {
    let mut one = [Element::ZERO; BOUND + 1];
    one[0] = Element::ONE;
    places.iter().fold(one, |mut polynomial, place| {
        // Times (x + X), from the constant on.
        let x = locator(word, place);
        let mut below = Element::ZERO;
        for coefficient in &mut polynomial {
            let old = *coefficient;
            *coefficient = old * x + below;
            below = old;
        }
        polynomial
    })
}

fn locator(word: &Word, place: usize) -> Element {
    Element::alpha_to((word.length().symbols() - 1).saturating_sub(place))
}

fn evaluate(polynomial: &Polynomial, x: Element) -> Element {
    polynomial
        .iter()
        .rev()
        .fold(Element::ZERO, |value, coefficient| value * x + *coefficient)
}

/// The sum of products, as far as the shorter one goes.
fn dot(a: &[Element], b: &[Element]) -> Element {
    a.iter()
        .zip(b)
        .fold(Element::ZERO, |sum, (a, b)| sum + *a * *b)
}

fn is_zero(elements: &[Element]) -> bool {
    elements.iter().all(|element| *element == Element::ZERO)
}
