//! Why a command could not be carried out: one line on standard error, and an exit status.

use std::{fmt::Display, io, process::ExitCode};

/// Why a command could not be carried out.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The input could not be used.
    Input(String),
    /// The command line could not be used.
    Usage(String),
    /// The reader of the output went away, which is no failure.
    BrokenPipe,
}

impl Failure {
    /// An input that could not be used.
    pub(crate) fn input(attempt: impl Display, error: impl Display) -> Self {
        Self::Input(format!("could not {attempt}: {error}"))
    }

    /// Says it on standard error and gives the exit status: 1 for input, 2 for usage.
    pub(crate) fn tell(self) -> ExitCode {
        let (message, status) = match self {
            Self::Input(message) => (message, 1),
            Self::Usage(message) => (message, 2),
            Self::BrokenPipe => return ExitCode::SUCCESS,
        };
        anstream::eprintln!("blink-desk: {message}");
        ExitCode::from(status)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::BrokenPipe,
            _ => Self::input("write", error),
        }
    }
}

impl From<clap::Error> for Failure {
    /// Clap's message in one line, without its own usage.
    fn from(error: clap::Error) -> Self {
        let text = error.render().to_string();
        let told: Vec<&str> = text
            .lines()
            .take_while(|line| {
                !line.starts_with("Usage:") && !line.starts_with("For more information")
            })
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .collect();
        let told = told.join(" ");
        Self::Usage(format!(
            "{}; see blink-desk --help",
            told.strip_prefix("error: ").unwrap_or(&told)
        ))
    }
}
