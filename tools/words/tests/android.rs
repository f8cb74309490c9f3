//! `strings.xml`: what it holds, what it cannot hold, and that aapt2 reads from it what the catalogue says.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a failure here is what a test is for"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use diagnose_words::kind::{Argument, Kind, Type, Value};
use diagnose_words::shell::TEXT;
use diagnose_words::{Catalogue, Source, Tables, kind, plural, strings_xml, table};

mod kinds;

#[path = "../../../core/src/words/direction.rs"]
mod direction;
#[allow(unreachable_pub)]
#[path = "../../../core/src/words/render.rs"]
mod render;

fn catalogue(language: &str, path: &str, text: &str, kinds: &[&'static Kind]) -> Catalogue {
    Catalogue::compile(language, &[Source { path, text }], kinds).expect("a catalogue")
}

fn english(text: &str) -> Catalogue {
    catalogue("en", "en.ftl", text, &[&TEXT])
}

fn xml(text: &str) -> String {
    let english = english(text);
    strings_xml(&english, &english).expect("strings")
}

/// The lines between the tags of the resources.
fn resources(xml: &str) -> &str {
    let (_, lines) = xml.split_once("<resources>\n").expect("a begin");
    lines.strip_suffix("</resources>\n").expect("an end")
}

#[test]
fn the_head_says_what_makes_it() {
    assert_eq!(
        xml("yes = Yes\n"),
        r#"<?xml version="1.0" encoding="utf-8"?>
<!-- Made of en.ftl by: cargo run -q -p diagnose-words write
     Above a text stand its arguments. -->
<resources>
    <string name="diagnose_yes">Yes</string>
</resources>
"#
    );
}

#[test]
fn arguments_have_the_order_of_the_kind_and_a_selector_makes_plurals() {
    let text = "both-orders = { $number } of { $app }, { $number }\n\
        found = In { $app } { $count ->\n    [one] one thing\n   *[other] { $count } things\n} stood\n\
        plain = 100% of it\n\
        formatted = 100% of { $app }\n";
    assert_eq!(
        resources(&xml(text)),
        r#"    <!-- 1 $app, 2 $number -->
    <string name="diagnose_both_orders">%2$d of %1$s, %2$d</string>
    <!-- 1 $app -->
    <string name="diagnose_formatted">100%% of %1$s</string>
    <!-- 1 $app, 2 $count -->
    <plurals name="diagnose_found">
        <item quantity="one">In %1$s one thing stood</item>
        <item quantity="other">In %1$s %2$d things stood</item>
    </plurals>
    <string name="diagnose_plain" formatted="false">100% of it</string>
"#
    );
}

#[test]
fn blanks_that_look_alike_are_written_as_escapes() {
    assert_eq!(
        resources(&xml("a = 5{\"\\u00A0\"}s{\"\\u202F\"}?\n")),
        "    <string name=\"diagnose_a\">5\\u00A0s\\u202F?</string>\n"
    );
}

#[test]
fn attributes_have_names_too() {
    let catalogue = catalogue("en", "en.ftl", "find-a = A\n    .why = B\n", kinds::KINDS);
    assert_eq!(
        resources(&strings_xml(&catalogue, &catalogue).expect("strings")),
        "    <string name=\"diagnose_find_a\">A</string>\n    <string name=\"diagnose_find_a_why\">B</string>\n"
    );
}

#[test]
fn a_translation_is_filled_in_like_the_reference() {
    let english = english("a = { $app } { $code }\nb = { $app }\n");
    let german = catalogue("de", "de.ftl", "a = { $code }\nb = 5 %\n", &[&TEXT]);
    assert_eq!(
        resources(&strings_xml(&german, &english).expect("strings")),
        r#"    <!-- 1 $app, 2 $code -->
    <string name="diagnose_a">%2$s</string>
    <!-- 1 $app -->
    <string name="diagnose_b">5 %%</string>
"#
    );
}

#[test]
fn the_categories_are_those_of_the_language() {
    let variants = |keys: &[&str]| -> String {
        let variants = keys.iter().map(|key| {
            format!(
                "    {}[{key}] {key}\n",
                if *key == "other" { "*" } else { " " }
            )
        });
        format!("a = {{ $count ->\n{}    }}\n", variants.collect::<String>())
    };
    let english = english(&variants(&["one", "other"]));
    let keys = ["zero", "one", "two", "few", "many", "other"];
    let arabic = catalogue("ar", "ar.ftl", &variants(&keys), &[&TEXT]);
    let items = keys.map(|key| format!("        <item quantity=\"{key}\">{key}</item>\n"));
    assert_eq!(
        resources(&strings_xml(&arabic, &english).expect("strings")),
        format!(
            "    <!-- 1 $count -->\n    <plurals name=\"diagnose_a\">\n{}    </plurals>\n",
            items.concat()
        )
    );
}

/// What is refused of a catalogue whose reference is another.
fn refused(catalogue: &Catalogue, reference: &Catalogue) -> Vec<String> {
    let refusals = strings_xml(catalogue, reference).expect_err("a refusal");
    refusals.iter().map(ToString::to_string).collect()
}

#[test]
fn an_exact_number_is_refused() {
    let english =
        english("a = A\nb = { $count ->\n    [0] None\n    [one] One\n   *[other] More\n}\n");
    assert_eq!(
        refused(&english, &english),
        [
            r#"en.ftl:2: the selector in "b" has a variant for the number 0, expected plural categories only, for strings.xml has no other"#
        ]
    );
}

#[test]
fn a_selector_on_a_key_is_refused() {
    let text = "find-a = { $platform ->\n    [android] A\n   *[ios] B\n}\n";
    let catalogue = catalogue("en", "en.ftl", text, kinds::KINDS);
    assert_eq!(
        refused(&catalogue, &catalogue),
        [
            r#"en.ftl:1: the selector in "find-a" is on a key, expected one on a number, for strings.xml has no other"#
        ]
    );
}

#[test]
fn two_ids_with_one_name_are_refused() {
    let english = english("a-b = A\na_b = B\n");
    assert_eq!(
        refused(&english, &english),
        [
            r#"en.ftl:2: "a_b" is called diagnose_a_b in strings.xml, expected a name that "a-b" does not have"#
        ]
    );
}

#[test]
fn a_translation_that_cannot_be_filled_in_is_refused() {
    let selector = |argument| format!("{{ ${argument} ->\n    [one] A\n   *[other] B\n}}\n");
    let english = english(&format!(
        "a = A\nb = B {{ $app }}\nc = {}d = {}",
        selector("count"),
        selector("count")
    ));
    let german = format!(
        "a = {}b = B {{ $app }} {{ $code }}\nc = {}d = D\n",
        selector("count"),
        selector("seconds")
    );
    let german = catalogue("de", "de.ftl", &german, &[&TEXT]);
    assert_eq!(
        refused(&german, &english),
        [
            r#"de.ftl:1: the sentence "a" selects otherwise than in en.ftl, expected no selector"#,
            r#"de.ftl:5: the sentence "b" uses "$code", expected none that it does not use in en.ftl"#,
            r#"de.ftl:6: the sentence "c" selects otherwise than in en.ftl, expected a selector on "$count""#,
            r#"de.ftl:10: the sentence "d" selects otherwise than in en.ftl, expected a selector on "$count""#,
        ]
    );
}

/// What aapt2 reads from a `strings.xml`: the texts by their names, of plurals `NAME.CATEGORY`.
fn read_by_aapt2(folder: &str, xml: &str) -> BTreeMap<String, String> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(folder);
    fs::create_dir_all(folder.join("res/values")).unwrap();
    fs::write(folder.join("res/values/strings.xml"), xml).unwrap();
    let manifest = r#"<manifest xmlns:android="http://schemas.android.com/apk/res/android" package="app.words"/>"#;
    fs::write(folder.join("AndroidManifest.xml"), manifest).unwrap();
    let aapt2 = |arguments: &str| {
        let output = Command::new("aapt2")
            .args(arguments.split(' '))
            .current_dir(&folder)
            .output()
            .expect("aapt2, of Debian's package aapt");
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8(output.stdout).unwrap()
    };
    aapt2("compile --dir res -o res.zip");
    aapt2("link --manifest AndroidManifest.xml -o res.apk res.zip");
    let mut texts = BTreeMap::new();
    let mut name = "";
    let dump = aapt2("dump resources res.apk");
    for line in dump.lines() {
        if let Some(("", resource)) = line.split_once("    resource ") {
            (_, name) = resource.split_once('/').expect("a name");
        } else if let Some(text) = line.strip_prefix("      () \"") {
            texts.insert(name.to_owned(), text.strip_suffix('"').unwrap().to_owned());
        } else if let Some((category, text)) = line.trim_start().split_once("=\"") {
            let text = text.strip_suffix('"').unwrap().to_owned();
            texts.insert(format!("{name}.{category}"), text);
        }
    }
    texts
}

/// The arguments of each name, as the comments above the texts have them.
fn arguments(xml: &str) -> BTreeMap<&str, Vec<&str>> {
    let mut found = BTreeMap::new();
    let mut above = Vec::new();
    for line in resources(xml).lines() {
        if let Some(comment) = line.trim().strip_prefix("<!-- ") {
            let arguments = comment.strip_suffix(" -->").unwrap().split(", ");
            above = (1..)
                .zip(arguments)
                .map(|(place, argument)| argument.strip_prefix(&format!("{place} $")).unwrap())
                .collect();
        } else if let Some((_, rest)) = line.split_once(" name=\"") {
            found.insert(rest.split('"').next().unwrap(), std::mem::take(&mut above));
        }
    }
    found
}

/// A value for each argument that no other has; the number is that of the category `one` or `other`.
fn value<'v>(argument: &Argument, texts: &'v [String], category: &str) -> Value<'v> {
    let place = TEXT
        .arguments
        .iter()
        .position(|other| other.name == argument.name)
        .unwrap();
    match argument.holds {
        Type::Number if category == "one" => Value::Number(1),
        Type::Number => Value::Number(100 + i64::try_from(place).unwrap()),
        _ => Value::Text(&texts[place]),
    }
}

/// A format filled in as Java's formatter does it, as far as the files use it.
fn fill(format: &str, values: &[Value<'_>]) -> String {
    let mut filled = String::new();
    let mut rest = format;
    while let Some((before, after)) = rest.split_once('%') {
        filled += before;
        if let Some(after) = after.strip_prefix('%') {
            filled.push('%');
            rest = after;
            continue;
        }
        let (place, after) = after.split_once('$').expect("a place");
        let place: usize = place.parse().expect("a place");
        let directive;
        (directive, rest) = after.split_at(1);
        match (directive, values[place - 1]) {
            ("d", Value::Number(number)) => filled += &number.to_string(),
            ("s", Value::Text(text)) => filled += text,
            other => panic!("{format} is given {other:?}"),
        }
    }
    filled + rest
}

/// Checks that each text of an English catalogue, read by aapt2 and filled in as Java's formatter does it, is
/// what the core makes of the same sentence.
fn check_read_alike(folder: &str, english: &Catalogue) {
    let xml = strings_xml(english, english).expect("strings");
    let read = read_by_aapt2(folder, &xml);
    let given: Vec<_> = TEXT
        .arguments
        .iter()
        .map(|argument| format!("<{}>", argument.name))
        .collect();
    let tables = Tables::of(english).expect("tables");
    let names = arguments(&xml);
    let mut told = BTreeMap::new();
    let mut filled = BTreeMap::new();
    for (name, text) in &read {
        let (id, category) = name.split_once('.').unwrap_or((name, "other"));
        let places = &names[id];
        let row = english
            .ids()
            .position(|row| format!("diagnose_{}", row.replace('-', "_")) == id)
            .unwrap();
        let values = |number: u8| {
            let argument = &TEXT.arguments[usize::from(number)];
            Some(value(argument, &given, category))
        };
        told.insert(name, render::render(&tables.table(), row, &values).unwrap());
        let values: Vec<_> = places
            .iter()
            .map(|place| {
                let argument = TEXT.arguments.iter().find(|one| one.name == *place);
                value(argument.unwrap(), &given, category)
            })
            .collect();
        let text = if values.is_empty() {
            text.clone()
        } else {
            fill(text, &values)
        };
        filled.insert(name, text);
    }
    assert_eq!(filled, told);
    assert_eq!(names.len(), english.ids().count());
    assert!(read.len() >= names.len());
}

#[test]
fn aapt2_reads_the_words_of_the_screen() {
    let text = fs::read_to_string("../../core/words/en/shell.ftl").unwrap();
    check_read_alike("shell", &english(&text));
}

#[test]
fn aapt2_reads_what_was_escaped() {
    check_read_alike("escaped", &english(include_str!("escaped.ftl")));
}
