//! A catalogue becomes Android's `strings.xml`.
//!
//! - An id becomes a name: `diagnose_`, for a library's resources are merged with the app's, and the
//!   id with underscores for hyphens and dots.
//! - A selector on a number makes the text `<plurals>`, an item for each category.
//! - Arguments are numbered from 1 in the order of the kind, those left out that the reference
//!   language does not use in this text; what is selected on counts as used. A text with arguments is
//!   a format, so its percent signs are doubled.
//!
//! What is escaped and why: "Handling special characters" of Android's "String resources". aapt2
//! makes one blank of several and drops those at both ends; it takes other blanks as they are, but
//! nobody could tell them apart in the file.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use crate::catalogue::{Catalogue, Row};
use crate::kind::{Argument, Kind, Type};
use crate::refusal::{Problem, Refusal, Refusals};
use crate::sentence::{Piece, Variant};
use crate::table::Key;

/// The `strings.xml` of a language. The reference is the catalogue of the language that everything
/// falls back to, or this one itself.
///
/// # Errors
/// All that `strings.xml` cannot express, and all texts that the program could not fill in like those
/// of the reference, by file and line.
pub fn strings_xml(catalogue: &Catalogue, reference: &Catalogue) -> Result<String, Vec<Refusal>> {
    let mut refusals = Refusals::default();
    let mut names = BTreeMap::new();
    let mut xml = head(&catalogue.file);
    for (id, row) in &catalogue.rows {
        let name = format!("diagnose_{}", id.replace(['-', '.'], "_"));
        if let Some(first) = names.insert(name.clone(), id) {
            let problem = Problem::SameName {
                row: id.clone(),
                name: name.clone(),
                first: first.clone(),
            };
            refusals.add(row.place.clone(), problem);
        }
        let like = reference.rows.get(id).unwrap_or(row);
        match check(id, row, like, &reference.file) {
            // Writing to a string does not fail.
            Ok(()) => {
                let _ = write(&mut xml, &name, row, &used(like));
            }
            Err(problem) => refusals.add(row.place.clone(), problem),
        }
    }
    refusals.into_result(xml + "</resources>\n")
}

// No two hyphens may stand in a comment of XML: the command takes "write" for "--write".
fn head(file: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>
<!-- Made of {file} by: cargo run -q -p diagnose-words write
     Above a text stand its arguments. -->
<resources>
"
    )
}

/// Checks that the selector can be expressed, and that the program can fill in the text as it fills in
/// the reference's.
fn check(id: &str, row: &Row, reference: &Row, file: &str) -> Result<(), Problem> {
    if let Some((_, variants)) = selector(row) {
        for variant in variants {
            match variant.key {
                Key::Plural(_) => {}
                Key::Exact(_) => {
                    return Err(Problem::ExactNumber {
                        row: id.into(),
                        key: variant.name.clone(),
                    });
                }
                Key::Place(_) => return Err(Problem::KeySelector { row: id.into() }),
            }
        }
    }
    let selected = |row: &Row| selector(row).map(|(number, _)| number);
    if selected(row) != selected(reference) {
        let expected = match selected(reference) {
            Some(number) => format!("a selector on \"${}\"", name_of(row.kind, number)),
            None => "no selector".to_owned(),
        };
        return Err(Problem::OtherPlural {
            row: id.into(),
            expected,
            file: file.into(),
        });
    }
    match used(row).difference(&used(reference)).next() {
        Some(&number) => Err(Problem::OtherArgument {
            row: id.into(),
            argument: name_of(row.kind, number).to_owned(),
            file: file.into(),
        }),
        None => Ok(()),
    }
}

/// The argument that a text selects on, with the variants.
fn selector(row: &Row) -> Option<(u8, &[Variant])> {
    row.pieces.iter().find_map(|piece| match piece {
        Piece::Select { argument, variants } => Some((*argument, &**variants)),
        _ => None,
    })
}

/// The numbers of the arguments that a text uses.
fn used(row: &Row) -> BTreeSet<u8> {
    let mut numbers = BTreeSet::new();
    let mut add = |pieces: &[Piece]| {
        for piece in pieces {
            if let Piece::Argument(number) = piece {
                numbers.insert(*number);
            }
        }
    };
    add(&row.pieces);
    let selector = selector(row);
    for variant in selector.map_or(&[][..], |(_, variants)| variants) {
        add(&variant.pieces);
    }
    numbers.extend(selector.map(|(number, _)| number));
    numbers
}

fn argument(kind: &Kind, number: u8) -> Option<&Argument> {
    kind.arguments.get(usize::from(number))
}

fn name_of(kind: &Kind, number: u8) -> &'static str {
    argument(kind, number).map_or("", |argument| argument.name)
}

/// Writes a text with the arguments that it takes.
fn write(xml: &mut String, name: &str, row: &Row, used: &BTreeSet<u8>) -> std::fmt::Result {
    if !used.is_empty() {
        let arguments = (1..).zip(used);
        let arguments: Vec<_> = arguments
            .map(|(place, &number)| format!("{place} ${}", name_of(row.kind, number)))
            .collect();
        writeln!(xml, "    <!-- {} -->", arguments.join(", "))?;
    }
    let Some((_, variants)) = selector(row) else {
        let text = format(row.kind, &row.pieces, used);
        // aapt2 takes the percent signs of what is no format for slips.
        let formatted = if used.is_empty() && text.contains('%') {
            " formatted=\"false\""
        } else {
            ""
        };
        return writeln!(
            xml,
            "    <string name=\"{name}\"{formatted}>{text}</string>"
        );
    };
    writeln!(xml, "    <plurals name=\"{name}\">")?;
    for Variant {
        name: category,
        pieces,
        ..
    } in variants
    {
        let pieces = row.pieces.iter().flat_map(|piece| match piece {
            Piece::Select { .. } => pieces.iter(),
            piece => std::slice::from_ref(piece).iter(),
        });
        let text = format(row.kind, pieces, used);
        writeln!(xml, "        <item quantity=\"{category}\">{text}</item>")?;
    }
    writeln!(xml, "    </plurals>")
}

/// The text between the tags.
fn format<'p>(
    kind: &Kind,
    pieces: impl IntoIterator<Item = &'p Piece>,
    used: &BTreeSet<u8>,
) -> String {
    let mut escaped = String::new();
    for piece in pieces {
        match piece {
            Piece::Text(text) => escape(&mut escaped, text, !used.is_empty()),
            Piece::Argument(number) => {
                let place = used.range(..=number).count();
                let directive = match argument(kind, *number).map(|argument| argument.holds) {
                    Some(Type::Number) => 'd',
                    _ => 's',
                };
                let _ = write!(escaped, "%{place}${directive}");
            }
            // A selector has no selector within.
            Piece::Select { .. } => {}
        }
    }
    match escaped.strip_suffix(' ') {
        Some(text) => format!("{text}\\u0020"),
        None => escaped,
    }
}

fn escape(escaped: &mut String, text: &str, formatted: bool) {
    for character in text.chars() {
        match character {
            '\\' | '\'' | '"' => escaped.extend(['\\', character]),
            // A reference to a resource or to the theme.
            '@' | '?' if escaped.is_empty() => escaped.extend(['\\', character]),
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '%' if formatted => escaped.push_str("%%"),
            ' ' if !escaped.is_empty() && !escaped.ends_with(' ') => escaped.push(' '),
            blank if blank.is_whitespace() => {
                let _ = write!(escaped, "\\u{:04X}", u32::from(blank));
            }
            character => escaped.push(character),
        }
    }
}
