//! The words of the phone's screen, `core/words/LANGUAGE/shell.ftl`, and the files that are made of
//! them. The core does not contain them: a screen takes its words from its platform.

use std::fs;
use std::path::Path;

use crate::android;
use crate::catalogue::Catalogue;
use crate::kind::{Argument, Kind, Type};
use crate::refusal::Refusal;
use crate::source::Source;

/// The kind of all texts of the screen.
///
/// A text that has arguments takes them in this order, those that it does not use left out. A new
/// argument comes last, for then no text takes its arguments in another order.
pub static TEXT: Kind = Kind {
    name: "text",
    places: &["*"],
    arguments: &[
        text("app"),
        text("support"),
        text("state"),
        text("title"),
        text("code"),
        text("time"),
        number("count"),
        number("number"),
        number("of"),
        number("percent"),
        number("seconds"),
    ],
};

const fn text(name: &'static str) -> Argument {
    let holds = Type::Text;
    Argument { name, holds }
}

const fn number(name: &'static str) -> Argument {
    let holds = Type::Number;
    Argument { name, holds }
}

/// The language whose ids all others have.
const REFERENCE: &str = "en";

/// The folder of the languages, from the root of the repository.
const WORDS: &str = "core/words";

/// The folder of Android's resources, from the root of the repository.
const ANDROID: &str = "android/src/main/res";

/// A file that is made of the words.
#[derive(Debug)]
pub struct Made {
    /// The path from the root of the repository.
    pub path: String,
    /// What is in it.
    pub text: String,
}

/// Why the files could not be made.
#[derive(Debug, thiserror::Error)]
pub enum ShellError {
    /// A file or folder could not be read.
    #[error("{path}: {error}")]
    File {
        /// The path from the root of the repository.
        path: String,
        /// What the system says.
        error: std::io::Error,
    },
    /// Sentences were refused; a line for each.
    #[error("{}", lines(.0))]
    Refused(Vec<Refusal>),
}

fn lines(refusals: &[Refusal]) -> String {
    let lines: Vec<_> = refusals.iter().map(ToString::to_string).collect();
    lines.join("\n")
}

/// Makes the files of all languages, in the repository with this root.
///
/// # Errors
/// A file could not be read, or what was refused in the first language in which something was.
pub fn made(root: &Path) -> Result<Vec<Made>, ShellError> {
    let reference = catalogue(root, REFERENCE)?;
    let mut files = Vec::new();
    for language in languages(root)? {
        let catalogue = catalogue(root, &language)?;
        catalogue
            .check_same_ids(&reference)
            .map_err(ShellError::Refused)?;
        let folder = if language == REFERENCE {
            "values".to_owned()
        } else {
            format!("values-{language}")
        };
        files.push(Made {
            path: format!("{ANDROID}/{folder}/strings.xml"),
            text: android::strings_xml(&catalogue, &reference).map_err(ShellError::Refused)?,
        });
    }
    Ok(files)
}

fn catalogue(root: &Path, language: &str) -> Result<Catalogue, ShellError> {
    let path = format!("{WORDS}/{language}/shell.ftl");
    let text = fs::read_to_string(root.join(&path)).map_err(|error| ShellError::File {
        path: path.clone(),
        error,
    })?;
    let source = Source {
        path: &path,
        text: &text,
    };
    Catalogue::compile(language, &[source], &[&TEXT]).map_err(ShellError::Refused)
}

fn languages(root: &Path) -> Result<Vec<String>, ShellError> {
    let failed = |error| ShellError::File {
        path: WORDS.to_owned(),
        error,
    };
    let folders = fs::read_dir(root.join(WORDS)).map_err(failed)?;
    let names = folders.map(|folder| Ok(folder?.file_name().to_string_lossy().into_owned()));
    let mut names = names.collect::<Result<Vec<_>, _>>().map_err(failed)?;
    names.sort();
    Ok(names)
}
