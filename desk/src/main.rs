//! The support desk's program: diagnoses a phone's facts, reads its code.
#![forbid(unsafe_code)]

mod catalogue;
mod cli;
mod command_line;
mod compare;
mod compare_page;
mod comparison;
mod diagnose;
mod explain;
mod failure;
mod files;
mod page;
mod phone;
mod playbook;
mod progress;
mod qr;
mod read;
mod read_back;
mod stream;
mod verify;
mod verify_page;

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    let result = match cli::Cli::try_parse() {
        Ok(cli) => command_line::run(cli.command),
        Err(error) if error.use_stderr() => Err(failure::Failure::from(error)),
        // Help and version are answers.
        Err(error) => {
            return if error.print().is_ok() {
                ExitCode::SUCCESS
            } else {
                ExitCode::FAILURE
            };
        }
    };
    match result {
        Ok(status) => status,
        Err(failure) => failure.tell(),
    }
}
