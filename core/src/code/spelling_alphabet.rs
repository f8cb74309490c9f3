//! The words with which people spell (section "Spelled").

/// A character, and the words that stand for it: the first is read aloud.
///
/// The letters' words are those of ICAO Annex 10, volume II, 5.2.1.3, with the spellings of ordinary dictionaries
/// beside them; the digits' are English, with what radio operators say where no other word sounds like it. The letters
/// that no code has are here too: they are then heard as typed ones are.
pub(super) const WORDS: [(char, &[&str]); 36] = [
    ('0', &["zero", "oh"]),
    ('1', &["one"]),
    ('2', &["two"]),
    ('3', &["three", "tree"]),
    ('4', &["four", "fower"]),
    ('5', &["five", "fife"]),
    ('6', &["six"]),
    ('7', &["seven"]),
    ('8', &["eight"]),
    ('9', &["nine", "niner"]),
    ('A', &["Alfa", "Alpha"]),
    ('B', &["Bravo"]),
    ('C', &["Charlie"]),
    ('D', &["Delta"]),
    ('E', &["Echo"]),
    ('F', &["Foxtrot"]),
    ('G', &["Golf"]),
    ('H', &["Hotel"]),
    ('I', &["India"]),
    ('J', &["Juliett", "Juliet"]),
    ('K', &["Kilo"]),
    ('L', &["Lima"]),
    ('M', &["Mike"]),
    ('N', &["November"]),
    ('O', &["Oscar"]),
    ('P', &["Papa"]),
    ('Q', &["Quebec"]),
    ('R', &["Romeo"]),
    ('S', &["Sierra"]),
    ('T', &["Tango"]),
    ('U', &["Uniform"]),
    ('V', &["Victor"]),
    ('W', &["Whiskey", "Whisky"]),
    ('X', &["X-ray", "Xray"]),
    ('Y', &["Yankee"]),
    ('Z', &["Zulu"]),
];

/// The word that is read aloud for a character.
pub(super) fn word(character: char) -> Option<&'static str> {
    let (_, words) = WORDS.iter().find(|(other, _)| *other == character)?;
    words.first().copied()
}

/// The character for which a word stands, in any case.
pub(super) fn character(word: &str) -> Option<char> {
    WORDS
        .iter()
        .find(|(_, words)| words.iter().any(|other| other.eq_ignore_ascii_case(word)))
        .map(|(character, _)| *character)
}
