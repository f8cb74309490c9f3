//! The code as it is read aloud (section "Reading").

use super::shown::Code;

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
        match word(character) {
            Some(word) => text.push_str(word),
            None => text.push(character),
        }
    }
    text
}

/// The word for a letter that a code can have.
const fn word(letter: char) -> Option<&'static str> {
    Some(match letter {
        'A' => "Alfa",
        'B' => "Bravo",
        'C' => "Charlie",
        'D' => "Delta",
        'E' => "Echo",
        'F' => "Foxtrot",
        'G' => "Golf",
        'H' => "Hotel",
        'J' => "Juliett",
        'K' => "Kilo",
        'M' => "Mike",
        'N' => "November",
        'P' => "Papa",
        'Q' => "Quebec",
        'R' => "Romeo",
        'S' => "Sierra",
        'T' => "Tango",
        'V' => "Victor",
        'W' => "Whiskey",
        'X' => "X-ray",
        'Y' => "Yankee",
        'Z' => "Zulu",
        _ => return None,
    })
}
