//! A code as people spell it: spelling words and single characters (section "Spelled").

use super::alphabet::is_separator;
use super::heard::HeardPlaces;
use super::spelling_alphabet;

/// The places of a spelled text. None where it is not spelled: where one of its words is neither a spelling word nor a
/// single character, or where it is one word alone, of which PAPA, XRAY and SEVEN could be part of a code as well.
pub(super) fn hear(text: &str) -> Option<HeardPlaces> {
    let mut places = HeardPlaces::NONE;
    for token in tokens(text) {
        match token {
            Token::Word(character) | Token::Character(character) => places.hear(character),
            Token::Other => return None,
        }
    }
    (places.count() > 1).then_some(places)
}

/// The first word, counted from 1, that is neither a spelling word nor a single character, where spelling words
/// outnumber its like: that is a spelled code with a slip, and nothing else.
pub(super) fn stray_word(text: &str) -> Option<usize> {
    let (mut words, mut others, mut first) = (0_usize, 0_usize, None);
    for (place, token) in tokens(text).enumerate() {
        match token {
            Token::Word(_) => words += 1,
            Token::Character(_) => (),
            Token::Other => {
                others += 1;
                first = first.or(Some(place + 1));
            }
        }
    }
    first.filter(|_| words > others)
}

/// What stands between two separators.
enum Token {
    /// A spelling word, by its character.
    Word(char),
    /// A single character, whatever it is.
    Character(char),
    Other,
}

/// What stands between the separators, *X ray* as one word.
fn tokens(text: &str) -> impl Iterator<Item = Token> {
    let mut after_x = false;
    text.split(is_separator)
        .filter(|token| !token.is_empty())
        .filter_map(move |token| {
            let rest_of_x_ray = after_x && token.eq_ignore_ascii_case("ray");
            after_x = token.eq_ignore_ascii_case("x");
            (!rest_of_x_ray).then(|| classify(token))
        })
}

fn classify(token: &str) -> Token {
    let mut characters = token.chars();
    match (characters.next(), characters.next()) {
        (Some(character), None) => Token::Character(character),
        _ => spelling_alphabet::character(token).map_or(Token::Other, Token::Word),
    }
}
