//! The plural rules against those of ICU4X, which are generated from CLDR.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a failure here is what a test is for"
)]

use diagnose_words::plural::{Category, LANGUAGES, categories, category};
use icu_locale::Locale;
use icu_plurals::{PluralCategory, PluralRules};

fn icu(language: &str) -> PluralRules {
    let locale: Locale = language.parse().expect("a locale");
    PluralRules::try_new_cardinal(locale.into()).expect("compiled rules")
}

fn same(category: PluralCategory) -> Category {
    match category {
        PluralCategory::Zero => Category::Zero,
        PluralCategory::One => Category::One,
        PluralCategory::Two => Category::Two,
        PluralCategory::Few => Category::Few,
        PluralCategory::Many => Category::Many,
        PluralCategory::Other => Category::Other,
    }
}

/// 0 to 1000, the neighbours of powers of ten, and the ends.
fn numbers() -> impl Iterator<Item = i64> {
    let powers = (3..19).flat_map(|power| {
        let ten = 10_i64.pow(power);
        [
            ten - 1,
            ten,
            ten + 1,
            ten + 2,
            ten + 11,
            2 * (ten / 2),
            3 * (ten / 4),
        ]
    });
    let numbers = (0..=1000).chain(powers).chain([i64::MAX]);
    numbers
        .flat_map(|number| [number, -number])
        .chain([i64::MIN])
}

#[test]
fn the_category_is_that_of_icu() {
    for language in LANGUAGES {
        let rules = icu(language);
        for number in numbers() {
            assert_eq!(
                category(language, number),
                same(rules.category_for(number)),
                "{language} {number}"
            );
        }
    }
}

#[test]
fn the_categories_are_those_that_whole_numbers_take() {
    for language in LANGUAGES {
        let categories = categories(language).expect("a language with rules");
        let mut icu: Vec<_> = icu(language)
            .categories()
            .map(|category| same(category).name())
            .collect();
        let mut ours: Vec<_> = categories.iter().map(|category| category.name()).collect();
        icu.sort_unstable();
        ours.sort_unstable();
        assert_eq!(ours, icu, "{language}");
        for wanted in categories {
            assert!(
                numbers().any(|number| category(language, number) == *wanted),
                "{language} {wanted:?}"
            );
        }
    }
}

#[test]
fn a_language_without_rules_has_no_categories() {
    assert_eq!(categories("xx"), None);
    assert_eq!(categories("de-AT"), None);
    assert_eq!(category("xx", 1), Category::Other);
}
