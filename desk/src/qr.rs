//! `blink-desk qr`: a code as a QR code in the terminal.

use crate::{failure::Failure, output::print, page, read};
use anstyle::{Ansi256Color, Style};
use diagnose_core::code::{self, Code, QrMatrix, Reading, qr_matrix};
use std::process::ExitCode;

/// How wide the quiet zone is on each side (ISO/IEC 18004).
const QUIET: i64 = 4;
/// Black on white, whatever the terminal's own colours are: these two of the 256 are the same in every palette.
const PAPER: Style = Style::new()
    .fg_color(Some(anstyle::Color::Ansi256(Ansi256Color(16))))
    .bg_color(Some(anstyle::Color::Ansi256(Ansi256Color(231))));

pub(crate) fn run(code: &[String]) -> Result<ExitCode, Failure> {
    let heard = code.join(" ");
    let reading = code::read(&heard);
    let drawn = match &reading {
        Reading::Read { code, .. } | Reading::Newer { code, .. } => drawing(code) + "\n",
        Reading::Refused(_) => String::new(),
    };
    print(&format!(
        "{drawn}{}{}",
        read::code_lines(&reading, &heard),
        read::unread("the code", "The code", &reading),
    ))?;
    Ok(read::exit_code(&reading))
}

/// The QR code with its quiet zone, two rows of modules a line. Without colours a block is dark, as on paper.
fn drawing(code: &Code) -> String {
    let matrix = qr_matrix(code);
    let mut text = String::new();
    let end = matrix.size + QUIET;
    for row in (-QUIET..end).step_by(2) {
        let line: String = (-QUIET..end)
            .map(|column| half_blocks(&matrix, row, column))
            .collect();
        text += &page::styled(PAPER, &line);
        text.push('\n');
    }
    text
}

/// A module and the one below it.
fn half_blocks(matrix: &QrMatrix, row: i64, column: i64) -> char {
    match (
        is_dark(matrix, row, column),
        is_dark(matrix, row + 1, column),
    ) {
        (true, true) => '█',
        (true, false) => '▀',
        (false, true) => '▄',
        (false, false) => ' ',
    }
}

fn is_dark(matrix: &QrMatrix, row: i64, column: i64) -> bool {
    let side = 0..matrix.size;
    side.contains(&row)
        && side.contains(&column)
        && usize::try_from(row * matrix.size + column)
            .ok()
            .and_then(|index| matrix.dark.get(index))
            .is_some_and(|dark| *dark)
}
