//! Text that runs from right to left, and how a text argument is kept apart from it (Unicode UAX #9).

/// Starts an isolate whose direction its first strong character gives (FIRST STRONG ISOLATE).
const ISOLATE: char = '\u{2068}';
/// Ends it (POP DIRECTIONAL ISOLATE).
const END: char = '\u{2069}';

/// Appends an argument, isolated where it or the language runs from right to left: only there can
/// the two disturb each other, and elsewhere nobody should copy characters that cannot be seen.
pub(super) fn push_argument(sentence: &mut String, language: &str, argument: &str) {
    if is_right_to_left(language) || argument.chars().any(runs_right_to_left) {
        sentence.push(ISOLATE);
        sentence.push_str(argument);
        sentence.push(END);
    } else {
        sentence.push_str(argument);
    }
}

/// Whether a language, named by its first subtag, is written from right to left.
fn is_right_to_left(language: &str) -> bool {
    matches!(language, "ar" | "dv" | "fa" | "he" | "ps" | "ur" | "yi")
}

/// Whether a character lies in a block whose characters have the bidirectional class R or AL by
/// default (UAX #9, DerivedBidiClass.txt), or is one of the marks that give that direction.
fn runs_right_to_left(character: char) -> bool {
    matches!(character,
        '\u{590}'..='\u{8FF}'           // Hebrew, Arabic, Syriac, Thaana, N'Ko, Samaritan, Mandaic
        | '\u{200F}' | '\u{202B}' | '\u{202E}' | '\u{2067}'
        | '\u{FB1D}'..='\u{FDFF}'       // presentation forms A
        | '\u{FE70}'..='\u{FEFC}'       // presentation forms B
        | '\u{10800}'..='\u{10FFF}'
        | '\u{1E800}'..='\u{1EFFF}')
}
