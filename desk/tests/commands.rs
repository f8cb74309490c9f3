//! The commands of the README, word for word.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a failure here is what a test is for"
)]

use std::path::Path;

#[test]
fn the_commands_of_the_documents_say_what_stands_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    std::env::set_current_dir(root).unwrap();
    let program = Path::new(env!("CARGO_BIN_EXE_blink-desk"));
    trycmd::TestCases::new()
        .register_bin("blink-desk", program)
        // The script beside the README installs what it misses and runs this program; tests/run runs it itself.
        .register_bin("./blink-desk", program)
        .case("README.md")
        .run();
}

#[test]
fn every_command_of_the_readme_is_run() {
    let readme = include_str!("../../README.md");
    let mut fence = None;
    let mut commands = 0;
    for line in readme.lines() {
        if let Some(kind) = line.strip_prefix("```") {
            fence = if fence.is_some() { None } else { Some(kind) };
            assert_ne!(kind, "sh", "trycmd skips such a block silently");
            continue;
        }
        if fence == Some("console")
            && let Some(command) = line.strip_prefix("$ ")
        {
            commands += 1;
            let program = command.split(' ').next().unwrap();
            // It would call itself; a fresh Debian runs it.
            assert!(
                matches!(program, "./blink-desk" | "blink-desk" | "tests/run"),
                "{command}"
            );
        }
    }
    assert!(commands >= 3, "{commands} commands");
}
