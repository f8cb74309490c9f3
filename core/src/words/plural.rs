//! Plural categories of whole numbers, by the cardinal rules of Unicode CLDR (TR35, part 3,
//! "Language Plural Rules").

/// A plural category.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Category {
    /// `zero`
    Zero,
    /// `one`
    One,
    /// `two`
    Two,
    /// `few`
    Few,
    /// `many`
    Many,
    /// `other`, which every language has.
    Other,
}

use Category::{Few, Many, One, Other, Two, Zero};

impl Category {
    /// The name that CLDR and Fluent give it.
    pub fn name(self) -> &'static str {
        match self {
            Zero => "zero",
            One => "one",
            Two => "two",
            Few => "few",
            Many => "many",
            Other => "other",
        }
    }
}

/// The languages whose rules are here.
pub const LANGUAGES: &[&str] = &["ar", "de", "en", "fr"];

/// The categories that whole numbers have in a language; none where its rules are not here.
pub fn categories(language: &str) -> Option<&'static [Category]> {
    match language {
        "ar" => Some(&[Zero, One, Two, Few, Many, Other]),
        "de" | "en" => Some(&[One, Other]),
        "fr" => Some(&[One, Many, Other]),
        _ => None,
    }
}

/// The category of a number, *other* in a language whose rules are not here. The rules speak of the
/// number's digits: the sign does not count.
pub fn category(language: &str, number: i64) -> Category {
    let number = number.unsigned_abs();
    match language {
        "ar" => match (number, number % 100) {
            (0, _) => Zero,
            (1, _) => One,
            (2, _) => Two,
            (_, 3..=10) => Few,
            (_, 11..=99) => Many,
            _ => Other,
        },
        "de" | "en" if number == 1 => One,
        "fr" => match number {
            0 | 1 => One,
            _ if number.is_multiple_of(1_000_000) => Many,
            _ => Other,
        },
        _ => Other,
    }
}
