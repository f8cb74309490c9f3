//! What is no Fluent at all, told where it stands.

use fluent_syntax::parser::{self, ErrorKind, ParserError};

use crate::refusal::{Problem, Refusals};
use crate::source::Source;

/// Refuses what the parser could not read.
pub(crate) fn refuse(source: Source<'_>, error: &ParserError, refusals: &mut Refusals) {
    let entry = error.slice.clone().unwrap_or(error.pos.clone());
    let junk = source.text.get(entry.clone()).unwrap_or_default();
    let (kind, offset) = match junk.trim_start().strip_prefix('.') {
        Some(attribute) => {
            let start =
                entry.start + junk.trim_start().as_ptr() as usize - junk.as_ptr() as usize + 1;
            match in_attribute(attribute) {
                Some(error) => (message(&error.kind), start + error.pos.start),
                None => ("expected a value of the attribute".to_owned(), start),
            }
        }
        None => (message(&error.kind), error.pos.start),
    };
    let offset = line_meant(source.text, offset).max(entry.start);
    refusals.add(source.place_at(offset), Problem::Syntax(kind));
}

/// What is wrong in an attribute, whose text begins with its name. The parser keeps that to itself:
/// it ends the message before the attribute, and then misses an id. Read as a message of its own, the
/// attribute has the same error.
fn in_attribute(attribute: &str) -> Option<ParserError> {
    let (_, errors) = parser::parse(attribute).err()?;
    errors.into_iter().next()
}

/// The parser notices what is missing at the end of a line only when it meets the next line: then
/// the last one that has something on it is meant.
fn line_meant(text: &str, offset: usize) -> usize {
    match text.get(..offset) {
        Some(before) if before.ends_with('\n') => before.trim_end().len(),
        _ => offset,
    }
}

/// The parser's message as a fragment on one line.
fn message(kind: &ErrorKind) -> String {
    let message = kind.to_string().replace('\r', "\\r").replace('\n', "\\n");
    let mut characters = message.chars();
    let first = characters.next().map(|first| first.to_ascii_lowercase());
    first.into_iter().chain(characters).collect()
}
