//! The code as it is read aloud (section "Reading").

use super::shown::Code;
use super::spelling_alphabet;

/// The code as a person reads it aloud from the screen: each letter's word of the NATO alphabet,
/// digits as they are, ` - ` between the groups.
///
/// # Examples
///
/// ```
/// use diagnose_core::code::{Reading, read, spelled};
///
/// let Reading::Read { code, .. } = read("SME8-01BM-VMX5-DQW0-M8E6") else {
///     panic!("it is a code");
/// };
/// assert!(spelled(&code).starts_with("Sierra Mike Echo 8 - 0 1 Bravo Mike - "));
/// ```
pub fn spelled(code: &Code) -> String {
    let mut text = String::new();
    for character in code.as_str().chars() {
        if !text.is_empty() {
            text.push(' ');
        }
        match spoken(character) {
            Some(word) => text.push_str(word),
            None => text.push(character),
        }
    }
    text
}

/// The word that is read aloud for a letter; None for a digit, which is read as it is.
///
/// # Examples
///
/// ```
/// use diagnose_core::code::spoken;
///
/// assert_eq!(spoken('X'), Some("X-ray"));
/// assert_eq!(spoken('8'), None);
/// ```
pub fn spoken(character: char) -> Option<&'static str> {
    spelling_alphabet::word(character).filter(|_| character.is_ascii_uppercase())
}
