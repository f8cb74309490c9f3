//! The words of the screen: their tone, the files that are made of them, and the command that makes these.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic,
    clippy::arithmetic_side_effects,
    reason = "a failure here is what a test is for"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use diagnose_words::kind::Value;
use diagnose_words::shell::{TEXT, made};
use diagnose_words::{Catalogue, Source, Tables, kind, plural, table};

#[path = "../../../core/src/words/direction.rs"]
mod direction;
#[allow(unreachable_pub)]
#[path = "../../../core/src/words/render.rs"]
mod render;
#[path = "../../../core/tests/tone_support/mod.rs"]
mod tone_support;

use tone_support::{Form, faults};

const ROOT: &str = "../..";

#[test]
fn the_files_are_what_the_words_make() {
    let files = made(Path::new(ROOT)).unwrap();
    assert_eq!(files[0].path, "android/src/main/res/values/strings.xml");
    for file in files {
        let found = fs::read_to_string(Path::new(ROOT).join(&file.path)).unwrap();
        assert!(
            found == file.text,
            "{} differs; make it anew: cargo run -q -p diagnose-words -- --write",
            file.path
        );
    }
}

/// How a text must end, which its beginning tells: buttons, headings and labels are one line without a mark;
/// where a sentence ends within, another ends at the end. Progress may end with "…".
fn form(text: &str) -> (Form, &str) {
    if text.ends_with(['.', '?']) || [". ", "? "].iter().any(|mark| text.contains(mark)) {
        return (Form::Sentences, text);
    }
    (Form::Heading, text.strip_suffix('…').unwrap_or(text))
}

fn tone(id: &str, text: &str) -> Vec<String> {
    let (form, text) = form(text);
    faults(form, [(id, text)])
}

#[test]
fn every_text_keeps_the_tone() {
    let text = fs::read_to_string(format!("{ROOT}/core/words/en/shell.ftl")).unwrap();
    let source = Source {
        path: "shell.ftl",
        text: &text,
    };
    let catalogue = Catalogue::compile("en", &[source], &[&TEXT]).unwrap();
    let tables = Tables::of(&catalogue).unwrap();
    let mut broken = Vec::new();
    for (row, id) in catalogue.ids().enumerate() {
        // Both categories of English.
        for count in [1, 12] {
            let values = |number: u8| {
                Some(match TEXT.arguments[usize::from(number)].name {
                    "app" => Value::Text("Blink"),
                    "support" => Value::Text("the IT support that set Blink up for you"),
                    "state" => Value::Text("Needs fixing"),
                    "title" => Value::Text("This is a title of some eight words"),
                    "code" => Value::Text("ABCD-EFGH-JKMN-PQRS-TVWX"),
                    "time" => Value::Text("2026-11-24 09:00 (UTC+01:00)"),
                    _ => Value::Number(count),
                })
            };
            let text = render::render(&tables.table(), row, &values).unwrap();
            broken.extend(tone(id, &text));
        }
    }
    assert_eq!(broken, Vec::<String>::new(), "{}", broken.join("\n"));
}

#[test]
fn a_text_that_breaks_the_tone_is_found() {
    for text in [
        "Open this setting",
        "Looking at this phone…",
        "Did you see it?",
        "Not arrived yet. It may still come.",
    ] {
        assert_eq!(tone("id", text), [""; 0], "{text}");
    }
    for (text, told) in [
        (
            "Not arrived yet. Wait",
            "id: a sentence ends with a full stop: Not arrived yet. Wait",
        ),
        (
            "Not arrived yet. Wait…",
            "id: a sentence ends with a full stop: Not arrived yet. Wait…",
        ),
        ("Code:", "id: a heading ends without a mark: Code:"),
        ("Please wait…", "id: \"please\": Please wait"),
    ] {
        assert_eq!(tone("id", text), [told]);
    }
}

/// A folder like the root of the repository, with these files in it.
fn root(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&root);
    fs::create_dir_all(&root).unwrap();
    for (path, text) in files {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    root
}

/// What the command prints and says on standard error in a folder, and its exit status.
fn run(root: &Path, arguments: &[&str]) -> (String, String, Option<i32>) {
    let output = Command::new(env!("CARGO_BIN_EXE_diagnose-words"))
        .args(arguments)
        .current_dir(root)
        .output()
        .unwrap();
    (
        String::from_utf8(output.stdout).unwrap(),
        String::from_utf8(output.stderr).unwrap(),
        output.status.code(),
    )
}

fn ok(stdout: &str) -> (String, String, Option<i32>) {
    (stdout.to_owned(), String::new(), Some(0))
}

#[test]
fn the_command_writes_what_it_finds_missing_or_changed() {
    let root = root(
        "write",
        &[
            ("core/words/en/shell.ftl", "no = No\nyes = Yes\n"),
            ("core/words/de/shell.ftl", "no = Nein\nyes = Ja\n"),
        ],
    );
    let (told, _, status) = run(&root, &[]);
    assert_eq!(status, Some(1));
    assert_eq!(
        told,
        r#"android/src/main/res/values-de/strings.xml:1: found -, expected +
+<?xml version="1.0" encoding="utf-8"?>
+<!-- Made of core/words/de/shell.ftl by: cargo run -q -p diagnose-words write
+     Above a text stand its arguments. -->
+<resources>
+    <string name="diagnose_no">Nein</string>
+    <string name="diagnose_yes">Ja</string>
+</resources>
android/src/main/res/values/strings.xml:1: found -, expected +
+<?xml version="1.0" encoding="utf-8"?>
+<!-- Made of core/words/en/shell.ftl by: cargo run -q -p diagnose-words write
+     Above a text stand its arguments. -->
+<resources>
+    <string name="diagnose_no">No</string>
+    <string name="diagnose_yes">Yes</string>
+</resources>
"#
    );
    let german = "android/src/main/res/values-de/strings.xml";
    let english = "android/src/main/res/values/strings.xml";
    assert_eq!(
        run(&root, &["--write"]),
        ok(&format!("{german} written\n{english} written\n"))
    );
    assert_eq!(run(&root, &[]), ok(""));
    fs::write(
        root.join("core/words/en/shell.ftl"),
        "no = No\nyes = Right\n",
    )
    .unwrap();
    let difference = format!(
        "{english}:6: found -, expected +
-    <string name=\"diagnose_yes\">Yes</string>
+    <string name=\"diagnose_yes\">Right</string>
"
    );
    assert_eq!(run(&root, &[]), (difference, String::new(), Some(1)));
    assert_eq!(run(&root, &["write"]), ok(&format!("{english} written\n")));
    assert_eq!(run(&root, &[]), ok(""));
}

#[test]
fn what_cannot_be_made_is_told() {
    let told = |name: &str, files: &[(&str, &str)]| {
        let (told, error, status) = run(&root(name, files), &["--write"]);
        assert_eq!((told.as_str(), status), ("", Some(1)), "{name}");
        let told = error.strip_prefix("could not make the words of the screen: ");
        told.expect(&error).to_owned()
    };
    let english = ("core/words/en/shell.ftl", "no = No\nyes = Yes\n");
    assert_eq!(
        told("nothing", &[]),
        "core/words/en/shell.ftl: No such file or directory (os error 2)\n"
    );
    assert_eq!(
        told("no-german", &[english, ("core/words/de/findings.ftl", "")]),
        "core/words/de/shell.ftl: No such file or directory (os error 2)\n"
    );
    assert_eq!(
        told(
            "argument",
            &[(english.0, "no = { $ap }\nyes = Yes\n    .title = { $app }\n")]
        ),
        "core/words/en/shell.ftl:1: the kind \"text\" of \"no\" has no argument \"$ap\", expected one of $app, \
$support, $state, $title, $code, $time, $count, $number, $of, $percent, $seconds
core/words/en/shell.ftl:3: the message \"yes\" may not have the attribute \".title\", expected none\n"
    );
    assert_eq!(
        told("id", &[english, ("core/words/de/shell.ftl", "no = Nein\n")]),
        "core/words/en/shell.ftl:2: \"yes\" is not in core/words/de/shell.ftl, expected the same ids in both\n"
    );
    assert_eq!(
        told(
            "exact",
            &[(
                english.0,
                "no = { $count ->\n    [1] A\n    [one] B\n   *[other] C\n}\n"
            )]
        ),
        "core/words/en/shell.ftl:1: the selector in \"no\" has a variant for the number 1, expected plural \
categories only, for strings.xml has no other\n"
    );
    // A line break within a text would be lost or told wrongly.
    assert_eq!(
        told("break", &[(english.0, "no = No{\"\\u000A\"}\n")]),
        "core/words/en/shell.ftl:1: the invisible character U+000A stands in the text, expected none\n"
    );
}

#[test]
fn an_unknown_option_is_told_how_it_is_used() {
    let (told, error, status) = run(&root("usage", &[]), &["--check"]);
    assert_eq!((told.as_str(), status), ("", Some(2)));
    assert!(error.starts_with("usage: diagnose-words  "), "{error}");
}
