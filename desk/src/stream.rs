//! Codes from standard input, one a line.

use crate::{failure::Failure, read::Answered};
use diagnose_core::code;
use std::{
    io::{self, BufRead, Write},
    process::ExitCode,
};

/// Reads one code a line and answers in order: with one JSON object a line and without advice, or in words.
pub(crate) fn run(json: bool, words: impl Fn(&str) -> String) -> Result<ExitCode, Failure> {
    let mut input = io::stdin().lock();
    let mut output = io::BufWriter::with_capacity(1 << 16, anstream::stdout().lock());
    let mut line = Vec::new();
    loop {
        line.clear();
        let read = input.read_until(b'\n', &mut line);
        if read.map_err(|error| Failure::input("read standard input", error))? == 0 {
            break;
        }
        // What is no UTF-8 is illegible.
        let heard = String::from_utf8_lossy(&line);
        if json {
            let reading = code::read(&heard);
            serde_json::to_writer(&mut output, &Answered::new(&reading).json())
                .map_err(io::Error::from)?;
            output.write_all(b"\n")?;
        } else {
            output.write_all(words(&heard).as_bytes())?;
            output.write_all(b"\n")?;
        }
    }
    output.flush()?;
    Ok(ExitCode::SUCCESS)
}
