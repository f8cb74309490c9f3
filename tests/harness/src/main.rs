//! Expands the shared cases, and writes what the program tells of them.
#![forbid(unsafe_code)]

use diagnose_cases::{CaseError, all, expand, told_file};
use std::{fs, path::Path, process::ExitCode};

const USAGE: &str = "\
usage: cases expand [FOLDER]   complete facts, profile, question and expectations of each case, one file each
                               (FOLDER: target/cases)
       cases told              which files of tests/told are not what the program tells
       cases told --write      writes them anew, to be read by a person";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let result = match args.as_slice() {
        ["expand"] => write_expanded(Path::new("target/cases")),
        ["expand", folder] => write_expanded(Path::new(folder)),
        ["told"] => tell(false),
        ["told", "--write"] => tell(true),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match result {
        Ok(status) => status,
        Err(error) => {
            eprintln!("cases: could not read the cases: {error}");
            ExitCode::FAILURE
        }
    }
}

fn write(path: &Path, text: &str) -> Result<(), CaseError> {
    fs::write(path, text).map_err(|error| CaseError::File {
        path: path.to_owned(),
        error,
    })
}

fn write_expanded(folder: &Path) -> Result<ExitCode, CaseError> {
    let cases = all(Path::new("tests"))?;
    fs::create_dir_all(folder).map_err(|error| CaseError::File {
        path: folder.to_owned(),
        error,
    })?;
    for case in &cases {
        write(&folder.join(format!("{}.json", case.name)), &expand(case)?)?;
    }
    println!("{} cases in {}", cases.len(), folder.display());
    Ok(ExitCode::SUCCESS)
}

fn tell(write_anew: bool) -> Result<ExitCode, CaseError> {
    let mut differ = 0;
    for case in all(Path::new("tests"))? {
        let path = Path::new("tests/told").join(format!("{}.txt", case.name));
        let told = told_file(&case)?;
        if fs::read_to_string(&path).is_ok_and(|read| read == told) {
            continue;
        }
        differ += 1;
        if write_anew {
            write(&path, &told)?;
        } else {
            println!("{} differs", path.display());
        }
    }
    println!("{differ} {}", if write_anew { "written" } else { "differ" });
    Ok(if differ == 0 || write_anew {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
