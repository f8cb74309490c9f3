//! Standard output.

use crate::failure::Failure;
use std::{io::Write, process::ExitCode};

/// Prints a text whole, once it is there whole.
pub(crate) fn print(text: &str) -> Result<ExitCode, Failure> {
    let mut out = anstream::stdout().lock();
    out.write_all(text.as_bytes())?;
    if !text.ends_with('\n') {
        out.write_all(b"\n")?;
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}
