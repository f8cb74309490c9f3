//! Carries out one command.

use crate::{
    catalogue,
    cli::{Cli, Command},
    compare, diagnose, explain,
    failure::Failure,
    files, qr, read, verify,
};
use clap::CommandFactory;
use std::{fs, io::Write, path::Path, process::ExitCode};

/// Carries out one command; the exit status is that of `docs/interfaces.md`.
pub(crate) fn run(command: Command) -> Result<ExitCode, Failure> {
    match command {
        Command::Diagnose(args) => diagnose::run(&args),
        Command::Read(args) => read::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Compare(args) => compare::run(&args),
        Command::Qr { code } => qr::run(&code),
        Command::Verify(args) => verify::run(&args),
        Command::Checks { json } => print(&if json {
            catalogue::json()?
        } else {
            catalogue::text()
        }),
        Command::Facts { case } => print(&files::case_facts(&case)?),
        Command::Profile { file } => print(&files::profile_json(file.as_deref())?),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Cli::command(), "blink-desk", &mut script);
            print(&String::from_utf8_lossy(&script))
        }
        Command::Man { to: None } => {
            let mut page = Vec::new();
            clap_mangen::Man::new(Cli::command()).render(&mut page)?;
            print(&String::from_utf8_lossy(&page))
        }
        Command::Man { to: Some(folder) } => write_pages(&folder),
    }
}

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

fn write_pages(folder: &Path) -> Result<ExitCode, Failure> {
    let failed = |error| {
        Failure::input(
            format_args!("write the pages to {}", folder.display()),
            error,
        )
    };
    fs::create_dir_all(folder).map_err(failed)?;
    clap_mangen::generate_to(Cli::command(), folder).map_err(failed)?;
    Ok(ExitCode::SUCCESS)
}
