//! The picture in the README is what the program prints.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a failure here is what a test is for"
)]

use std::{path::Path, process::Command};

/// Set to write the picture anew.
const WRITE: &str = "WRITE";

#[test]
fn the_picture_shows_what_the_program_prints() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let output = Command::new(env!("CARGO_BIN_EXE_blink-desk"))
        .args(["diagnose", "tests/phones/android-15-locked-out.json"])
        .current_dir(&root)
        .env_remove("NO_COLOR")
        .env("CLICOLOR_FORCE", "1")
        .output()
        .unwrap();
    let printed = String::from_utf8(output.stdout).unwrap();
    let command = "$ ./blink-desk diagnose tests/phones/android-15-locked-out.json\n";
    let term = anstyle_svg::Term::new()
        .palette(anstyle_svg::WIN10_CONSOLE)
        .fg_color(anstyle::AnsiColor::BrightWhite.into());
    let picture = term.render_svg(&format!("{command}{printed}"));
    let path = root.join("docs/diagnose.svg");
    if std::env::var_os(WRITE).is_some() {
        std::fs::write(&path, &picture).unwrap();
    }
    let drawn = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(
        drawn, picture,
        "look at it, then: WRITE=1 cargo test -p blink-desk --test picture"
    );
}
