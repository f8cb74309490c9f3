//! The constants that keep a shifted, an all-zero and a rotated word from being a code
//! (section "Shape").

use super::word::Length;

/// What is added to each symbol of a word of this length, from the first place on.
pub(super) const fn mask(length: Length) -> &'static [u8] {
    match length {
        Length::Short => &MASK_20,
        Length::Middle => &MASK_24,
        Length::Long => &MASK_28,
    }
}

const MASK_20: [u8; 20] = [
    27, 21, 12, 9, 1, 25, 20, 22, 28, 28, 4, 21, 13, 23, 30, 29, 2, 4, 16, 31,
];
const MASK_24: [u8; 24] = [
    8, 30, 8, 27, 1, 9, 12, 9, 19, 17, 31, 19, 15, 13, 19, 7, 17, 24, 22, 17, 7, 21, 17, 2,
];
const MASK_28: [u8; 28] = [
    28, 16, 23, 18, 10, 14, 23, 8, 24, 12, 0, 26, 13, 0, 15, 20, 2, 17, 14, 20, 24, 27, 25, 1, 5,
    14, 10, 15,
];
