//! Makes the files that the phones' screens take their words from.
#![forbid(unsafe_code)]

use std::fs;
use std::io;
use std::path::Path;
use std::process::ExitCode;

use diagnose_words::shell::{Made, made};

const USAGE: &str = "\
usage: diagnose-words           what differs between the files of the screen's words and core/words/LANGUAGE/shell.ftl
       diagnose-words --write   writes them anew (\"write\" does too)
       Run it in the root of the repository.";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let write_anew = match args.as_slice() {
        [] => false,
        ["--write" | "write"] => true,
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    let files = match made(Path::new("")) {
        Ok(files) => files,
        Err(error) => {
            eprintln!("could not make the words of the screen: {error}");
            return ExitCode::FAILURE;
        }
    };
    let mut status = ExitCode::SUCCESS;
    for Made { path, text } in &files {
        let found = fs::read_to_string(path).unwrap_or_default();
        if found == *text {
            continue;
        }
        if write_anew {
            if let Err(error) = write(Path::new(path), text) {
                eprintln!("could not write {path}: {error}");
                return ExitCode::FAILURE;
            }
            println!("{path} written");
        } else {
            print_difference(path, &found, text);
            status = ExitCode::FAILURE;
        }
    }
    status
}

fn write(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, text)
}

/// Prints the lines from the first to the last that differs.
fn print_difference(path: &str, found: &str, made: &str) {
    let (mut found, mut made): (Vec<_>, Vec<_>) = (found.lines().collect(), made.lines().collect());
    let same = |(a, b): &(&&str, &&str)| a == b;
    let first = found.iter().zip(&made).take_while(same).count();
    (found, made) = (found.split_off(first), made.split_off(first));
    let last = found
        .iter()
        .rev()
        .zip(made.iter().rev())
        .take_while(same)
        .count();
    println!("{path}:{}: found -, expected +", first + 1);
    for (sign, lines) in [('-', found), ('+', made)] {
        for line in lines.iter().take(lines.len() - last) {
            println!("{sign}{line}");
        }
    }
}
