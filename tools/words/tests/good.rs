//! What is compiled comes out as the core renders it.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a failure here is what a test is for"
)]

use std::collections::BTreeMap;

use diagnose_words::kind::{Kind, Value};
use diagnose_words::table::{Part, Variant};
use diagnose_words::{Catalogue, Source, Tables, emit_ids, emit_tables, kind, plural, table};

mod kinds;

#[path = "../../../core/src/words/direction.rs"]
mod direction;
#[allow(unreachable_pub)]
#[path = "../../../core/src/words/render.rs"]
mod render;

use kinds::KINDS;

const EN: &str = include_str!("good/en.ftl");

fn compile(language: &str, text: &str) -> Catalogue {
    Catalogue::compile(
        language,
        &[Source {
            path: "good.ftl",
            text,
        }],
        KINDS,
    )
    .expect("a catalogue")
}

/// Renders the sentence with an id; the platform is the place of its key.
fn say(language: &str, text: &str, id: &str, app: &str, count: i64, platform: u8) -> String {
    let catalogue = compile(language, text);
    let rows: BTreeMap<_, _> = catalogue.ids().zip(0..).collect();
    let (kind, row) = (
        catalogue.kind_of(id).expect("an id"),
        *rows.get(id).expect("an id"),
    );
    let tables = Tables::of(&catalogue).expect("tables");
    let values = |number: u8| {
        let Kind { arguments, .. } = kind;
        match arguments[usize::from(number)].name {
            "app" => Some(Value::Text(app)),
            "count" => Some(Value::Number(count)),
            _ => Some(Value::Key(platform)),
        }
    };
    render::render(&tables.table(), row, &values).expect("a sentence")
}

fn en(id: &str, count: i64, platform: u8) -> String {
    say("en", EN, id, "Blink", count, platform)
}

#[test]
fn text_arguments_and_attributes() {
    assert_eq!(en("find-plain", 0, 0), "Plain words");
    assert_eq!(en("find-plain.why", 0, 0), "Blink needs them.");
    assert_eq!(en("find-plain.step", 0, 0), "Open the phone’s settings.");
}

#[test]
fn a_line_break_is_one_blank() {
    let joined = "The first line and the second, and, indented, a third of Blink 7 times.";
    assert_eq!(en("find-lines", 7, 0), joined);
    let other_breaks = EN.replace('\n', "\r\n");
    assert_eq!(
        say("en", &other_breaks, "find-lines", "Blink", 7, 0),
        joined
    );
}

#[test]
fn literals_are_unescaped() {
    assert_eq!(en("find-literals", 0, 0), "{Blink} “ü” \"");
    assert_eq!(en("find-blank", 0, 0), "Non\u{A0}breaking, non breaking");
}

#[test]
fn terms_are_put_in_with_their_selector() {
    assert_eq!(
        en("find-term", 0, 0),
        "Found no place, open the phone’s settings."
    );
    assert_eq!(
        en("find-term", 1, 0),
        "Found one place, open the phone’s settings."
    );
    assert_eq!(
        en("find-term", 2, 0),
        "Found 2 places in Blink, open the phone’s settings."
    );
}

#[test]
fn a_key_takes_its_variant() {
    assert_eq!(en("find-keys", 0, 0), "On Android only");
    assert_eq!(en("find-keys", 0, 1), "On iOS, in Blink only");
}

#[test]
fn an_exact_number_goes_before_its_category() {
    assert_eq!(en("find-exact", 1, 0), "exactly one");
    assert_eq!(en("find-exact", -1, 0), "category");
    assert_eq!(en("find-exact", -3, 0), "exactly minus three");
    assert_eq!(en("find-exact", i64::MIN, 0), "-9223372036854775808");
}

#[test]
fn a_variant_may_be_empty_where_the_sentence_is_not() {
    assert_eq!(en("find-part", 1, 0), "1 phone");
    assert_eq!(en("find-part", 2, 0), "2 phones");
}

#[test]
fn each_category_of_arabic_takes_its_variant() {
    let text = "find-a = { $count ->
        [zero] صفر
        [one] واحد
        [two] اثنان
        [few] قليل
        [many] كثير
       *[other] غير ذلك
    }\n";
    for (count, told) in [
        (0, "صفر"),
        (1, "واحد"),
        (2, "اثنان"),
        (103, "قليل"),
        (11, "كثير"),
        (100, "غير ذلك"),
    ] {
        assert_eq!(say("ar", text, "find-a", "", count, 0), told);
    }
}

#[test]
fn text_is_isolated_from_the_other_direction_only() {
    let text = "find-a = A { $app } { $count }\n";
    assert_eq!(say("en", text, "find-a", "Blink", 1, 0), "A Blink 1");
    for app in ["بلينك", "בלינק", "ܒ", "ބ", "ߓ", "Blink א"] {
        assert_eq!(
            say("de", text, "find-a", app, 1, 0),
            format!("A \u{2068}{app}\u{2069} 1")
        );
    }
    assert_eq!(
        say("ar", text, "find-a", "Blink", 1, 0),
        "A \u{2068}Blink\u{2069} 1"
    );
}

#[test]
fn terms_are_known_in_all_files_of_a_catalogue() {
    let sources = [
        Source {
            path: "a.ftl",
            text: "find-a = { -b }",
        },
        Source {
            path: "b.ftl",
            text: "-b = B",
        },
    ];
    assert!(Catalogue::compile("en", &sources, KINDS).is_ok());
}

#[test]
fn equal_text_is_stored_once() {
    let tables = Tables::of(&compile("en", "find-a = Words\nremedy-a = Words\n")).expect("tables");
    assert_eq!(tables.table().text, "Words");
    assert_eq!(tables.table().parts.len(), 2);
    assert!(tables.table().parts.iter().all(|part| matches!(
        part,
        Part::Text {
            start: 0,
            length: 5
        }
    )));
}

#[test]
fn the_source_is_what_the_core_includes() {
    let text =
        "find-b = { $count ->\n    [0] A\n    [one] “A”\n   *[other] A\n}\nfind-a = { $app }\n";
    let catalogue = compile("en", text);
    assert_eq!(
        emit_ids("IDS", &catalogue).expect("source"),
        "pub(super) static IDS: &Ids = &Ids {
    names: \"find-afind-b\",
    ends: &[6, 12],
    kinds: &[0, 0],
};
"
    );
    assert_eq!(
        emit_tables("FINDINGS", "IDS", "KINDS", &[catalogue]).expect("source"),
        "pub(super) static FINDINGS: Tables = Tables {
    ids: IDS,
    kinds: KINDS,
    first: &Table { language: \"en\", text: \"A“A”\", \
rows: &[Span { start: 0, end: 1 }, Span { start: 4, end: 5 }], \
parts: &[Argument(0), Text { start: 0, length: 1 }, Text { start: 1, length: 7 }, \
Text { start: 0, length: 1 }, Select { argument: 1, variants: Span { start: 0, end: 3 } }], \
variants: &[Variant { key: Exact(0), parts: Span { start: 1, end: 2 } }, \
Variant { key: Plural(One), parts: Span { start: 2, end: 3 } }, \
Variant { key: Plural(Other), parts: Span { start: 3, end: 4 } }] },
    more: &[
    ],
};
"
    );
}

#[test]
fn parts_and_variants_are_small() {
    // A language's tables are budgeted; there are thousands of them.
    assert_eq!(size_of::<Part>(), 8);
    assert_eq!(size_of::<Variant>(), 8);
}
