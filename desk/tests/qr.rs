//! The QR code in the terminal, seen as a camera sees it.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a failure here is what a test is for"
)]

mod support;

use std::process::Command;
use support::{program, said, stdout};

/// A code of 20, of 24 and of 28 characters.
const CODES: [&str; 3] = [
    "SNH8-01BM-VN41-8QW8-3KVG",
    "ATWT-39CB-XNPJ-WAHY-NRZS-ZRHC",
    "YGAK-86KB-R2BT-X5D4-QAJD-4JA5-DGB0",
];

/// A terminal's own colours, as grey values.
#[derive(Clone, Copy)]
struct Theme {
    text: u8,
    background: u8,
}

const LIGHT: Theme = Theme {
    text: 0,
    background: 255,
};
const DARK: Theme = Theme {
    text: 200,
    background: 10,
};

/// The side of a module in pixels.
const MODULE: usize = 4;

/// The rows of grey values that a terminal shows for a text: a cell is a module wide and two high.
fn shown(text: &str, theme: Theme) -> Vec<Vec<u8>> {
    let mut rows = Vec::new();
    for line in text.lines() {
        let (mut upper, mut lower) = (Vec::new(), Vec::new());
        let mut now = theme;
        let mut rest = line;
        while let Some(character) = rest.chars().next() {
            if let Some(sequence) = rest.strip_prefix("\x1b[") {
                let (style, after) = sequence.split_once('m').unwrap();
                match style {
                    "" | "0" => now = theme,
                    "38;5;16" => now.text = 0,
                    "48;5;231" => now.background = 255,
                    "1" => {}
                    other => panic!("an unknown style {other}"),
                }
                rest = after;
                continue;
            }
            let (above, below) = match character {
                '█' => (now.text, now.text),
                '▀' => (now.text, now.background),
                '▄' => (now.background, now.text),
                ' ' => (now.background, now.background),
                // Any letter covers something.
                _ => (now.text, now.background),
            };
            upper.push(above);
            lower.push(below);
            rest = &rest[character.len_utf8()..];
        }
        rows.extend([upper, lower]);
    }
    rows
}

/// What a decoder reads on a terminal of 80 columns.
fn decoded(text: &str, theme: Theme) -> Vec<String> {
    let rows = shown(text, theme);
    let grey = |x: usize, y: usize| {
        let row = rows.get(y / MODULE);
        let module = row.and_then(|row| row.get(x / MODULE));
        module.copied().unwrap_or(theme.background)
    };
    let mut image =
        rqrr::PreparedImage::prepare_from_greyscale(80 * MODULE, rows.len() * MODULE, grey);
    let grids = image.detect_grids();
    grids.iter().map(|grid| grid.decode().unwrap().1).collect()
}

fn coloured(code: &str) -> String {
    let output = program()
        .args(["qr", code])
        .env("CLICOLOR_FORCE", "1")
        .output()
        .unwrap();
    stdout(&output).to_owned()
}

#[test]
fn a_decoder_reads_the_code_on_dark_and_on_light_terminals() {
    for code in CODES {
        let drawn = coloured(code);
        for theme in [LIGHT, DARK] {
            assert_eq!(decoded(&drawn, theme), [code]);
        }
    }
}

#[test]
fn a_decoder_reads_the_plain_blocks_as_dark_ink() {
    for code in CODES {
        let (status, drawn) = said(&["qr", code]);
        assert_eq!(status, 0);
        assert!(!drawn.contains('\x1b'));
        assert_eq!(decoded(&drawn, LIGHT), [code]);
    }
}

#[test]
fn the_quiet_zone_is_four_modules_wide_on_every_side() {
    for (code, modules) in CODES.iter().zip([21, 25, 25]) {
        let drawn = coloured(code);
        let (qr, below) = drawn.split_once("\n\n").unwrap();
        let rows = shown(qr, DARK);
        // The last line has one row more.
        assert_eq!(rows.len(), modules + 2 * 4 + 1);
        for (y, row) in rows.iter().enumerate() {
            assert_eq!(row.len(), modules + 2 * 4);
            for (x, grey) in row.iter().enumerate() {
                let inside = 4..4 + modules;
                if !inside.contains(&x) || !inside.contains(&y) {
                    assert_eq!(*grey, 255, "row {y}, column {x}");
                }
            }
        }
        // The finder's corner begins right behind it.
        assert_eq!((rows[4][4], rows[4][10]), (0, 0));
        assert_eq!(below, format!("\x1b[1mCode    \x1b[0m{code}\n"));
    }
}

#[test]
fn colours_are_for_terminals_without_no_color() {
    let terminal = |no_color: &str| {
        let command = format!("{} qr {}", env!("CARGO_BIN_EXE_blink-desk"), CODES[0]);
        let output = Command::new("script")
            .args(["-qec", &command, "/dev/null"])
            .env("TERM", "xterm")
            .env("NO_COLOR", no_color)
            .env_remove("CLICOLOR_FORCE")
            .output()
            .unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    assert_eq!(decoded(&terminal("").replace('\r', ""), DARK), [CODES[0]]);
    assert!(!terminal("1").contains('\x1b'));
}

#[test]
fn a_code_comes_in_groups_and_in_spelling_words() {
    let plain = said(&["qr", CODES[0]]);
    assert_eq!(said(&["qr", "snh8", "o1bm", "vn41", "8qw8", "3kvg"]), plain);
    let spelled = "Sierra November Hotel 8 0 1 Bravo Mike Victor November 4 1 8 Quebec Whiskey 8 3 Kilo Victor Golf";
    let words: Vec<&str> = ["qr"].into_iter().chain(spelled.split(' ')).collect();
    assert_eq!(said(&words), plain);
}

#[test]
fn a_repaired_code_is_drawn_as_it_should_be_and_must_be_read_back() {
    let (status, drawn) = said(&["qr", "SNH8-01BM-VN41-8QW8-3KVX"]);
    assert_eq!(status, 0);
    assert_eq!(decoded(&drawn, LIGHT), [CODES[0]]);
    let (_, told) = drawn.split_once("\n\n").unwrap();
    assert_eq!(
        told,
        "Not confirmed: read this code back to the user before you believe it\n\
         Code    SNH8-01BM-VN41-8QW8-3KVG\n\
         Aloud   Sierra November Hotel 8 - 0 1 Bravo Mike - Victor November 4 1 - 8\n        \
         Quebec Whiskey 8 - 3 Kilo Victor Golf\n\
         Changed Character 20 (group 5): heard X (X-ray), taken as G (Golf)\n"
    );
}

#[test]
fn a_refused_code_is_not_drawn_and_a_newer_one_is() {
    assert_eq!(
        said(&["qr", "SNH8"]),
        (
            3,
            "Could not read the code: it has 4 characters, a code has 20, 24 or 28.\n".to_owned()
        )
    );
    let newer = "ZME8-01BM-VMXE-6R5C-788F";
    let (status, drawn) = said(&["qr", newer]);
    assert_eq!(status, 4);
    assert_eq!(decoded(&drawn, LIGHT), [newer]);
    assert!(drawn.ends_with(
        "Code    ZME8-01BM-VMXE-6R5C-788F\nThe code is of version 2; this program reads version 1.\n"
    ));
}
