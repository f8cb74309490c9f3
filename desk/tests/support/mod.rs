//! Runs the program as another program would.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "each test takes what it needs, and a failure here is what a test is for"
)]

use serde_json::Value;
use std::process::{Command, Output};

/// The program in the repository's folder, without what would change its colours.
pub(crate) fn program() -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_blink-desk"));
    program
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
        .env_remove("NO_COLOR")
        .env_remove("CLICOLOR_FORCE");
    program
}

pub(crate) fn run(args: &[&str]) -> Output {
    program().args(args).output().unwrap()
}

/// What stands on standard output; on standard error stands nothing.
#[track_caller]
pub(crate) fn stdout(output: &Output) -> &str {
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    str::from_utf8(&output.stdout).unwrap()
}

/// The exit status and what stands on standard output.
#[track_caller]
pub(crate) fn said(args: &[&str]) -> (i32, String) {
    let output = run(args);
    (output.status.code().unwrap(), stdout(&output).to_owned())
}

#[track_caller]
pub(crate) fn json(args: &[&str]) -> Value {
    serde_json::from_str(stdout(&run(args))).unwrap()
}
