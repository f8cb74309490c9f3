//! What the tests of the code share: an encoder of its own, written from the specification alone,
//! words of every length and mode, and ways to damage them.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    reason = "each test takes what it needs, and a test may fail"
)]

use diagnose_core::code::{Change, Reading, Refusal, read};

pub(crate) const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// One word of each length and mode: 20, 24, 28 list, 28 dense.
pub(crate) fn words() -> [String; 4] {
    let head = |mode| {
        [
            (1, 4),
            (mode, 1),
            (34, 10),
            (2, 6),
            (7, 6),
            (31, 8),
            (9123, 17),
            (3, 4),
        ]
    };
    let entry = |check: u64, finding: u64| [(check + 1, 5), (finding, 4)];
    let list = |entries: &[(u64, u64)]| {
        let entries = entries
            .iter()
            .flat_map(|(check, finding)| entry(*check, *finding));
        head(0).into_iter().chain(entries).collect::<Vec<_>>()
    };
    let outcomes = (0..24).map(|check| (check * 7 / 3 % 4, 2));
    [
        word(20, &list(&[(7, 5)])),
        word(24, &list(&[(2, 3), (6, 1), (11, 9)])),
        word(
            28,
            &list(&[(0, 15), (1, 0), (9, 1), (13, 4), (29, 2), (30, 8)]),
        ),
        word(28, &head(1).into_iter().chain(outcomes).collect::<Vec<_>>()),
    ]
}

/// The characters, without hyphens, of a word with these fields, each a value and its width.
pub(crate) fn word(length: usize, fields: &[(u64, u32)]) -> String {
    let mut bits: Vec<u8> = fields
        .iter()
        .flat_map(|(value, width)| (0..*width).rev().map(move |bit| (value >> bit & 1) as u8))
        .collect();
    bits.resize((length - 6) * 5, 0);
    let symbols = bits
        .chunks(5)
        .map(|bits| bits.iter().fold(0, |symbol, bit| symbol << 1 | bit));
    word_of_symbols(symbols.collect())
}

/// The coefficients of the generator, which are also a word that holds: the highest first.
pub(crate) const GENERATOR: [u8; 7] = [1, 26, 20, 24, 14, 6, 31];

const MASKS: [&[u8]; 3] = [
    &[
        27, 21, 12, 9, 1, 25, 20, 22, 28, 28, 4, 21, 13, 23, 30, 29, 2, 4, 16, 31,
    ],
    &[
        8, 30, 8, 27, 1, 9, 12, 9, 19, 17, 31, 19, 15, 13, 19, 7, 17, 24, 22, 17, 7, 21, 17, 2,
    ],
    &[
        28, 16, 23, 18, 10, 14, 23, 8, 24, 12, 0, 26, 13, 0, 15, 20, 2, 17, 14, 20, 24, 27, 25, 1,
        5, 14, 10, 15,
    ],
];

/// The characters of the word with this payload.
pub(crate) fn word_of_symbols(payload: Vec<u8>) -> String {
    // Long division, as on paper.
    let mut rest = payload.clone();
    rest.extend([0; 6]);
    for place in 0..payload.len() {
        let quotient = rest[place];
        for (offset, coefficient) in GENERATOR.iter().enumerate() {
            rest[place + offset] ^= product(quotient, *coefficient);
        }
    }
    let mut symbols = payload;
    symbols.extend_from_slice(&rest[symbols.len()..]);
    text(&masked(symbols))
}

/// The characters of these values.
pub(crate) fn text(shown: &[u8]) -> String {
    let character = |value: &u8| char::from(ALPHABET[usize::from(*value)]);
    shown.iter().map(character).collect()
}

/// The values of these characters.
pub(crate) fn values(text: &str) -> Vec<u8> {
    let value = |character| ALPHABET.iter().position(|other| *other == character);
    text.bytes()
        .map(|character| value(character).unwrap() as u8)
        .collect()
}

/// The symbols of a word as they are shown, or the other way round.
fn masked(symbols: Vec<u8>) -> Vec<u8> {
    let mask = MASKS
        .iter()
        .find(|mask| mask.len() == symbols.len())
        .unwrap();
    symbols
        .iter()
        .zip(*mask)
        .map(|(symbol, mask)| symbol ^ mask)
        .collect()
}

/// The first symbols of a word, of this length, that are shown with these values.
pub(crate) fn unmasked(length: usize, shown: &[u8]) -> Vec<u8> {
    let mut symbols = shown.to_vec();
    symbols.resize(length, 0);
    let mut symbols = masked(symbols);
    symbols.truncate(shown.len());
    symbols
}

/// The product in GF(32).
pub(crate) fn product(a: u8, b: u8) -> u8 {
    let mut sum = 0;
    for bit in (0..5).rev() {
        sum <<= 1;
        if sum > 31 {
            sum ^= 0x25;
        }
        if b >> bit & 1 == 1 {
            sum ^= a;
        }
    }
    sum
}

/// The groups of four, joined by hyphens.
pub(crate) fn grouped(word: &str) -> String {
    let groups: Vec<&str> = word
        .as_bytes()
        .chunks(4)
        .map(|group| str::from_utf8(group).unwrap())
        .collect();
    groups.join("-")
}

/// Asserts that a text is read as a word with this change.
#[track_caller]
pub(crate) fn assert_reads(text: &str, word: &str, expected: &Change) {
    match read(text) {
        Reading::Read { change, code, .. } => {
            assert!(
                code.as_str()
                    .bytes()
                    .filter(|byte| *byte != b'-')
                    .eq(word.bytes()),
                "{text} is read as {code}, not {word}"
            );
            assert_eq!(change, *expected, "{text}");
        }
        other => panic!("{text} is not read: {other:?}"),
    }
}

/// Asserts that a text is refused, and why.
#[track_caller]
pub(crate) fn assert_refused(text: &str, refusal: Refusal) {
    assert_eq!(read(text), Reading::Refused(refusal), "{text}");
}

/// A place as it is told, from 1.
pub(crate) fn told(place: usize) -> i64 {
    i64::try_from(place).unwrap() + 1
}

pub(crate) fn repaired(places: &[usize]) -> Change {
    let mut places: Vec<i64> = places.iter().map(|place| told(*place)).collect();
    places.sort_unstable();
    Change::Repaired { places }
}

/// A character in place of another: its value changed by this, 1 to 31.
pub(crate) fn wrong(character: u8, change: u8) -> u8 {
    let value = ALPHABET
        .iter()
        .position(|other| *other == character)
        .unwrap() as u8;
    ALPHABET[usize::from(value ^ change)]
}

/// Calls with every rising choice of `size` of the numbers below `count`.
pub(crate) fn choices(count: usize, size: usize, mut call: impl FnMut(&[usize])) {
    let mut chosen: Vec<usize> = (0..size).collect();
    loop {
        call(&chosen);
        let Some(next) = (0..size).rev().find(|i| chosen[*i] < count - size + i) else {
            return;
        };
        chosen[next] += 1;
        for i in next + 1..size {
            chosen[i] = chosen[i - 1] + 1;
        }
    }
}

/// SplitMix64: the same numbers on every machine.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    pub(crate) fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound as u64) as usize
    }

    /// So many different numbers below a bound.
    pub(crate) fn places(&mut self, count: usize, bound: usize) -> Vec<usize> {
        let mut places = Vec::new();
        while places.len() < count {
            let place = self.below(bound);
            if !places.contains(&place) {
                places.push(place);
            }
        }
        places
    }
}
