//! Crockford's base 32, and how forgivingly it is heard (sections "Shape" and "Reading").

use super::gf32::Element;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// What one character of a text that should be a code is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Heard {
    /// It only separates, and is skipped.
    Separator,
    Symbol(Element),
    /// It takes a place, but cannot be in a code.
    Illegible,
}

/// The character that shows a symbol, in ASCII.
#[expect(clippy::indexing_slicing, reason = "an element is below 32")]
pub(super) const fn character(symbol: Element) -> u8 {
    ALPHABET[symbol.value() as usize]
}

pub(super) fn hear(character: char) -> Heard {
    if is_separator(character) {
        return Heard::Separator;
    }
    let folded = match character.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    (0..32)
        .map(Element::from_low_bits)
        .find(|symbol| char::from(self::character(*symbol)) == folded)
        .map_or(Heard::Illegible, Heard::Symbol)
}

/// Whether a character is skipped: what people and programs put between groups, and what comes
/// along unseen when a text is copied.
pub(super) fn is_separator(character: char) -> bool {
    // Most characters are none: the quickest question first.
    !character.is_ascii_alphanumeric()
        && (character.is_whitespace()
            || matches!(
                character,
                '-' | '_' | '.' | ',' | ':' | ';' | '/' | '|'
                    | '\u{2010}'..='\u{2015}' // hyphens and dashes
                    | '\u{2212}' // minus sign
                    | '\u{00AD}' // soft hyphen
                    | '\u{00B7}' // middle dot
                    | '\u{2022}' // bullet
                    | '\u{200B}'..='\u{200F}' // zero width, and marks of direction
                    | '\u{2060}' // word joiner
                    | '\u{FEFF}' // byte order mark
            ))
}
