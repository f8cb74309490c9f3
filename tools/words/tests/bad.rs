//! Every refusal, word for word, with its file and line.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a failure here is what a test is for"
)]

mod kinds;

use diagnose_words::{Catalogue, Problem, Refusal, Source, Tables};
use kinds::KINDS;

/// What is refused in each file of `bad/`, which is named by the problem that it has.
const BAD: &[(&str, &[&str])] = &[
    (
        "syntax",
        &[r#"bad/syntax.ftl:2: this is not Fluent: expected a token starting with "}""#],
    ),
    (
        "duplicate-message",
        &[
            r#"bad/duplicate-message.ftl:4: the message "find-a" stands here again, expected it once, at bad/duplicate-message.ftl:1"#,
        ],
    ),
    (
        "duplicate-attribute",
        &[
            r#"bad/duplicate-attribute.ftl:3: the attribute "find-a.why" stands here again, expected it once, at bad/duplicate-attribute.ftl:2"#,
        ],
    ),
    (
        "unclaimed-message",
        &[
            r#"bad/unclaimed-message.ftl:2: no kind claims the message "title", expected an id that begins with one of "find-", "remedy-""#,
        ],
    ),
    (
        "unclaimed-attribute",
        &[
            r#"bad/unclaimed-attribute.ftl:3: the message "find-a" may not have the attribute ".tooltip", expected one of .why, .step"#,
            r#"bad/unclaimed-attribute.ftl:5: the message "remedy-a" may not have the attribute ".why", expected none"#,
        ],
    ),
    (
        "missing-value",
        &[
            r#"bad/missing-value.ftl:1: the message "find-a" has no value, expected a sentence of the kind "title""#,
        ],
    ),
    (
        "empty-sentence",
        &[r#"bad/empty-sentence.ftl:2: the sentence "find-a.why" is empty, expected words"#],
    ),
    (
        "empty-variant",
        &[
            r#"bad/empty-variant.ftl:1: the sentence "find-a" is empty in the variant "one", expected words"#,
        ],
    ),
    (
        "duplicate-term",
        &[
            r#"bad/duplicate-term.ftl:2: the term "-app" stands here again, expected it once, at bad/duplicate-term.ftl:1"#,
        ],
    ),
    (
        "term-attribute",
        &[
            r#"bad/term-attribute.ftl:2: the term "-app" has the attribute ".gender", expected none"#,
        ],
    ),
    (
        "term-in-term",
        &[
            r#"bad/term-in-term.ftl:1: the term "-two" stands within a term, expected it in a message"#,
            r#"bad/term-in-term.ftl:2: the term "-one" stands within a term, expected it in a message"#,
        ],
    ),
    (
        "term-arguments",
        &[r#"bad/term-arguments.ftl:2: the term "-app" is given arguments, expected none"#],
    ),
    (
        "unknown-term",
        &[r#"bad/unknown-term.ftl:2: there is no term "-console", expected one of -app"#],
    ),
    (
        "unused-term",
        &[r#"bad/unused-term.ftl:2: nothing uses the term "-app", expected a message that does"#],
    ),
    (
        "unknown-argument",
        &[
            r#"bad/unknown-argument.ftl:4: the kind "why" of "find-a.why" has no argument "$count", expected one of $app"#,
        ],
    ),
    (
        "key-as-words",
        &[
            r#"bad/key-as-words.ftl:1: the argument "$platform" is a key and no words, expected a selector on it"#,
        ],
    ),
    (
        "function",
        &[r#"bad/function.ftl:1: the function "NUMBER" is called, expected no functions"#],
    ),
    (
        "message-reference",
        &[
            r#"bad/message-reference.ftl:2: the message "find-a" is referred to, expected a term or an argument"#,
        ],
    ),
    (
        "number-literal",
        &[r#"bad/number-literal.ftl:1: the number 5 stands in braces, expected it as text"#],
    ),
    (
        "nested-braces",
        &[r#"bad/nested-braces.ftl:1: braces stand within braces, expected one pair"#],
    ),
    (
        "invisible-character",
        &[
            r#"bad/invisible-character.ftl:2: the invisible character U+200B stands in the text, expected none"#,
        ],
    ),
    (
        "other-selector",
        &[
            r#"bad/other-selector.ftl:2: the selector in "find-a" is no argument, expected one that is a number or a key"#,
        ],
    ),
    (
        "text-selector",
        &[r#"bad/text-selector.ftl:2: the selector "$app" is a text, expected a number or a key"#],
    ),
    (
        "second-selector",
        &[
            r#"bad/second-selector.ftl:2: a second selector stands in "find-a", expected one at most, those in terms counted"#,
        ],
    ),
    (
        "nested-selector",
        &[
            r#"bad/nested-selector.ftl:5: a selector stands within a selector in "find-a", expected one at most, those in terms counted"#,
        ],
    ),
    (
        "duplicate-variant",
        &[
            r#"bad/duplicate-variant.ftl:5: the variant "01" stands here again, expected it once, at bad/duplicate-variant.ftl:3"#,
        ],
    ),
    (
        "unknown-key",
        &[
            r#"bad/unknown-key.ftl:5: the argument "$platform" has no key "windows", expected one of android, ios"#,
        ],
    ),
    (
        "missing-key",
        &[
            r#"bad/missing-key.ftl:2: the selector "$platform" has no variant for "ios", expected one for each of android, ios"#,
        ],
    ),
    (
        "unknown-category",
        &[
            r#"bad/unknown-category.ftl:4: the language "en" has no plural category "few", expected a whole number or one of one, other"#,
        ],
    ),
    (
        "missing-category",
        &[
            r#"bad/missing-category.ftl:2: the selector "$count" has no variant for the plural category "one", expected one for each of one, other"#,
        ],
    ),
    (
        "no-whole-number",
        &[
            r#"bad/no-whole-number.ftl:3: the variant 1.5 is no whole number of 64 bits, expected one"#,
        ],
    ),
];

/// The problems whose tests are elsewhere: below, for they need another language, a second file or too much text, and
/// those of `strings.xml` in `android.rs`.
const ELSEWHERE: &[&str] = &[
    "unknown-language",
    "missing-id",
    "excess-id",
    "too-large",
    "exact-number",
    "key-selector",
    "same-name",
    "other-plural",
    "other-argument",
];

fn bad(name: &str) -> (String, String) {
    let text = std::fs::read_to_string(format!("tests/bad/{name}.ftl")).expect("a file");
    (format!("bad/{name}.ftl"), text)
}

fn compile(language: &str, (path, text): &(String, String)) -> Result<Catalogue, Vec<Refusal>> {
    Catalogue::compile(language, &[Source { path, text }], KINDS)
}

fn told(refusals: &[Refusal]) -> Vec<String> {
    refusals.iter().map(ToString::to_string).collect()
}

/// The name of a problem in the way of file names.
fn name_of(problem: &Problem) -> String {
    let name = format!("{problem:?}");
    let name = name.split([' ', '(']).next().unwrap_or_default();
    let hyphen = |(place, letter): (usize, char)| {
        let hyphen = (place > 0 && letter.is_uppercase()).then_some('-');
        hyphen.into_iter().chain([letter.to_ascii_lowercase()])
    };
    name.chars().enumerate().flat_map(hyphen).collect()
}

#[test]
fn each_bad_file_is_refused_word_for_word() {
    for (name, expected) in BAD {
        let refusals = compile("en", &bad(name)).expect_err(name);
        assert_eq!(told(&refusals), *expected, "{name}");
        for refusal in refusals {
            assert_eq!(name_of(&refusal.problem), *name);
        }
    }
}

#[test]
fn each_problem_has_its_bad_file() {
    let names: Vec<_> = BAD
        .iter()
        .map(|(name, _)| *name)
        .chain(ELSEWHERE.iter().copied())
        .collect();
    let problems = include_str!("../src/refusal.rs")
        .matches("    #[error(")
        .count();
    assert_eq!(names.len(), problems);
    for file in std::fs::read_dir("tests/bad").expect("a folder") {
        let file = file
            .expect("a file")
            .file_name()
            .into_string()
            .expect("a name");
        let name = file.strip_suffix(".ftl").expect("a name");
        assert!(names.contains(&name), "{name}");
    }
}

#[test]
fn a_language_without_plural_rules_is_refused() {
    let refusals = compile("xx", &bad("unknown-language")).expect_err("a refusal");
    assert_eq!(
        told(&refusals),
        [
            r#"bad/unknown-language.ftl:1: the language "xx" has no plural rules, expected one of ar, de, en, fr"#
        ]
    );
}

fn check_against_reference(name: &str) -> Vec<String> {
    let text = include_str!("good/reference.ftl").to_owned();
    let reference = compile("en", &("good/reference.ftl".to_owned(), text)).expect("a catalogue");
    let catalogue = compile("de", &bad(name)).expect("a catalogue");
    told(&catalogue.check_same_ids(&reference).expect_err("a refusal"))
}

#[test]
fn an_id_that_a_language_lacks_is_refused() {
    assert_eq!(
        check_against_reference("missing-id"),
        [
            r#"good/reference.ftl:2: "find-a.why" is not in bad/missing-id.ftl, expected the same ids in both"#
        ]
    );
}

#[test]
fn an_id_that_a_language_has_in_excess_is_refused() {
    assert_eq!(
        check_against_reference("excess-id"),
        [
            r#"bad/excess-id.ftl:4: "find-b.why" is in this file only, expected it in good/reference.ftl too"#,
            r#"bad/excess-id.ftl:5: "find-c" is in this file only, expected it in good/reference.ftl too"#,
        ]
    );
}

#[test]
fn a_text_that_is_too_long_for_the_tables_is_refused() {
    let text = format!("find-a = A\nfind-b = {}\n", "b".repeat(65_536));
    let catalogue = compile("en", &("long.ftl".to_owned(), text)).expect("a catalogue");
    let refusal = Tables::of(&catalogue).expect_err("a refusal");
    assert_eq!(name_of(&refusal.problem), "too-large");
    assert_eq!(
        refusal.to_string(),
        "long.ftl:2: the words do not fit their table, expected at most 65535 parts in all and 65535 bytes in one"
    );
}

#[test]
fn all_refusals_are_told_at_once_in_the_order_of_the_lines() {
    let text = "find-z = { $a }\nfind-z = Z\nfind-b = { $b }\n- = B\n";
    let refusals = compile("en", &("many.ftl".to_owned(), text.to_owned())).expect_err("refusals");
    assert_eq!(
        told(&refusals),
        [
            r#"many.ftl:1: the kind "title" of "find-z" has no argument "$a", expected one of $app, $count, $platform"#,
            r#"many.ftl:2: the message "find-z" stands here again, expected it once, at many.ftl:1"#,
            r#"many.ftl:3: the kind "title" of "find-b" has no argument "$b", expected one of $app, $count, $platform"#,
            "many.ftl:4: this is not Fluent: expected one of \"a-zA-Z\"",
        ]
    );
}

#[test]
fn syntax_errors_are_told_where_they_are() {
    for (text, told) in [
        (
            "find-a\nfind-b = B\n",
            r#"1: this is not Fluent: expected a token starting with "=""#,
        ),
        (
            "find-a = A\nfind-b =\nfind-c = C\n",
            r#"2: this is not Fluent: expected a message field for "find-b""#,
        ),
        (
            "find-a = A\n    .why =\n    .step = C\n",
            "2: this is not Fluent: expected a value of the attribute",
        ),
        (
            "find-a = { $app -> [one] A }\n",
            r#"1: this is not Fluent: expected one of "\n | \r\n""#,
        ),
        (
            "find-a = { $count ->\n    [one] A\n }\n",
            "3: this is not Fluent: the select expression must have a default variant",
        ),
        (
            "find-a = A\n    B } C\n",
            "2: this is not Fluent: unbalanced closing brace",
        ),
        (
            "find-a = { \"A }\n",
            "1: this is not Fluent: unterminated string literal",
        ),
        (
            "find-a = A { find-b.c ->\n   *[d] A\n}\n",
            "1: this is not Fluent: message attributes can't be used as a selector",
        ),
        (
            "find-a = { -app.gender }\n",
            "1: this is not Fluent: term attributes can't be used as a selector",
        ),
        (
            "os.version = A\n",
            r#"1: this is not Fluent: expected a token starting with "=""#,
        ),
        (
            "find-a = A {",
            "1: this is not Fluent: expected an inline expression",
        ),
        (
            "find-a = A { $app",
            r#"1: this is not Fluent: expected a token starting with "}""#,
        ),
        (
            "\u{feff}find-a = A\n",
            r#"1: this is not Fluent: expected one of "a-zA-Z""#,
        ),
    ] {
        let refusals = compile("en", &("a.ftl".to_owned(), text.to_owned())).expect_err(text);
        let first = refusals.first().expect("a refusal");
        assert_eq!(first.to_string(), format!("a.ftl:{told}"), "{text}");
    }
}

#[test]
fn a_selector_in_a_term_counts_where_the_term_stands() {
    let term = "-days = { $count ->\n    [one] day\n   *[other] days\n}\n";
    let variants = "[android] { -days }\n   *[ios] iOS";
    for (message, told) in [
        (
            format!("find-a = {{ $platform ->\n    {variants}\n}}\n"),
            r#"1: a selector stands within a selector in "find-a", expected one at most, those in terms counted"#,
        ),
        (
            "find-a = { -days }, { -days }\n".to_owned(),
            r#"1: a second selector stands in "find-a", expected one at most, those in terms counted"#,
        ),
        (
            "remedy-a = { -days }\n".to_owned(),
            r#"1: the kind "step" of "remedy-a" has no argument "$count", expected one of $app, $platform"#,
        ),
    ] {
        let text = format!("{term}{message}");
        let refusals = compile("en", &("a.ftl".to_owned(), text)).expect_err(told);
        let lines: Vec<_> = refusals.iter().map(ToString::to_string).collect();
        assert_eq!(lines, [format!("a.ftl:{told}")]);
    }
}
