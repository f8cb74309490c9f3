//! What `read` prints of a code that was changed.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a failure here is what a test is for"
)]

mod support;

use std::io::Write;
use support::{json, program, said, stdout};

const CODE: &str = "SNH8-01BM-VN41-8QW8-3KVG";
const HEAD: &str = "Not confirmed: read this code back to the user before you believe it";
const ALOUD: &str = "Aloud   Sierra November Hotel 8 - 0 1 Bravo Mike - Victor November 4 1 - 8\n        \
     Quebec Whiskey 8 - 3 Kilo Victor Golf\n";

/// What was heard, and what is said of each change.
const CHANGES: [(&str, &[&str]); 8] = [
    (
        "SNH8-01BM-VN41-8QW8-3KVX",
        &["Character 20 (group 5): heard X (X-ray), taken as G (Golf)"],
    ),
    (
        "SNH8-01BM-VM41-8QW9-3KVG",
        &[
            "Character 10 (group 3): heard M (Mike), taken as N (November)",
            "Character 16 (group 4): heard 9, taken as 8",
        ],
    ),
    (
        "?NH8-?1BM-?N41-?QW8-3KVG",
        &[
            "Character 1 (group 1): not understood, taken as S (Sierra)",
            "Character 5 (group 2): not understood, taken as 0",
            "Character 9 (group 3): not understood, taken as V (Victor)",
            "Character 13 (group 4): not understood, taken as 8",
        ],
    ),
    // O is heard as 0, and U as nothing.
    (
        "ONH8-U1BM-VN41-8QW8-3KVG",
        &[
            "Character 1 (group 1): heard 0, taken as S (Sierra)",
            "Character 5 (group 2): not understood, taken as 0",
        ],
    ),
    (
        "SNH8-01BM-V41-8QW8-3KVG",
        &["Character 10 (group 3): missing, taken as N (November)"],
    ),
    (
        "SNH8-01BM-VNZ41-8QW8-3KVG",
        &["Character 11 of what was heard: Z (Zulu), one too many, left out"],
    ),
    (
        "SNH8-01BM-VN?41-8QW8-3KVG",
        &["Character 11 of what was heard: not understood, one too many, left out"],
    ),
    (
        "Sierra November Hotel 8 0 1 Bravo Mike Victor November 4 1 8 Quebec Whiskey 8 3 Kilo Victor Uniform",
        &["Character 20 (group 5): not understood, taken as G (Golf)"],
    ),
];

/// What is said of a whole code, from *Phone* on.
fn of_the_phone() -> String {
    let (_, page) = said(&["read", CODE]);
    page[page.find("Phone ").unwrap()..].to_owned()
}

#[test]
fn a_changed_code_is_read_back_before_anything_else() {
    let phone = of_the_phone();
    for (heard, changes) in CHANGES {
        let changed: String = changes
            .iter()
            .zip(["Changed ", "        ", "        ", "        "])
            .map(|(change, label)| format!("{label}{change}\n"))
            .collect();
        let expected = format!("{HEAD}\nCode    {CODE}\n{ALOUD}{changed}{phone}");
        assert_eq!(said(&["read", heard]), (0, expected), "{heard}");
    }
}

#[test]
fn nothing_is_read_back_of_an_exact_code() {
    assert_eq!(
        said(&["read", CODE]).1,
        format!("Code    {CODE}\n{}", of_the_phone())
    );
    let (_, markdown) = said(&["read", CODE, "--markdown"]);
    assert!(markdown.starts_with("## "), "{markdown}");
}

#[test]
fn a_ticket_says_it_first_too() {
    let (_, exact) = said(&["read", CODE, "--markdown"]);
    for (heard, changes) in CHANGES {
        let changed: String = changes
            .iter()
            .map(|change| format!("- {change}\n"))
            .collect();
        let expected = format!(
            "**{HEAD}:** `{CODE}`\n\
             \n\
             Sierra November Hotel 8 - 0 1 Bravo Mike - Victor November 4 1 - 8 Quebec Whiskey 8 - 3 Kilo Victor Golf\n\
             \n\
             {changed}\n{exact}"
        );
        assert_eq!(
            said(&["read", heard, "--markdown"]),
            (0, expected),
            "{heard}"
        );
    }
}

#[test]
fn json_tells_the_places() {
    for (heard, places, status) in [
        (CHANGES[1].0, vec![10, 16], "repaired"),
        (CHANGES[4].0, vec![10], "one_missing"),
        (CHANGES[6].0, vec![11], "one_extra"),
        (CHANGES[7].0, vec![20], "repaired"),
    ] {
        let read = json(&["read", "--json", heard]);
        assert_eq!(read["changed"], serde_json::json!(places), "{heard}");
        assert_eq!(read["status"], status);
        assert_eq!(read["code"], CODE);
    }
}

#[test]
fn a_stream_in_words_says_it_too() {
    let mut child = program()
        .args(["read", "-"])
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let lines = format!("{}\n{CODE}\n{}\n", CHANGES[0].0, CHANGES[7].0);
    child
        .stdin
        .take()
        .unwrap()
        .write_all(lines.as_bytes())
        .unwrap();
    let output = child.wait_with_output().unwrap();
    let expected: String = [CHANGES[0].0, CODE, CHANGES[7].0]
        .map(|heard| said(&["read", heard]).1 + "\n")
        .concat();
    assert_eq!(stdout(&output), expected);
}

#[test]
fn a_word_of_no_spelling_alphabet_is_named_by_its_place() {
    let spelled = "Sierra November Hotel 8 0 1 Bravo Mike Viktor November 4 1 8 Quebec Whiskey 8 3 Kilo Victor Golf";
    assert_eq!(
        said(&["read", spelled]),
        (
            3,
            "Could not read the code: its word 9 is no spelling word.\n".to_owned()
        )
    );
    assert_eq!(json(&["read", "--json", spelled])["reason"], "unreadable");
    // In arguments as in one.
    let words: Vec<&str> = ["read"].into_iter().chain(spelled.split(' ')).collect();
    assert_eq!(said(&words), said(&["read", spelled]));
}
