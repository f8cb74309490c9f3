//! Catalogues become tables, and tables Rust source.

use crate::catalogue::{Catalogue, Row};
use crate::refusal::{Problem, Refusal};
use crate::sentence::Piece;
use crate::table::{Part, Span, Table, Variant};

/// The tables of one language, owned.
#[derive(Debug, Default)]
pub struct Tables {
    language: String,
    text: String,
    rows: Vec<Span>,
    parts: Vec<Part>,
    variants: Vec<Variant>,
}

/// The words do not fit the numbers of the tables.
struct TooLarge;

impl Tables {
    /// Lays out a catalogue.
    ///
    /// # Errors
    /// The first sentence that does not fit.
    pub fn of(catalogue: &Catalogue) -> Result<Self, Refusal> {
        let mut tables = Self {
            language: catalogue.language.clone(),
            ..Self::default()
        };
        for Row { place, pieces, .. } in catalogue.rows.values() {
            let too_large = |TooLarge| Refusal {
                place: place.clone(),
                problem: Problem::TooLarge,
            };
            let row = tables.push(pieces).map_err(too_large)?;
            tables.rows.push(row);
        }
        Ok(tables)
    }

    /// The table as the core has it.
    pub fn table(&self) -> Table<'_> {
        Table {
            language: &self.language,
            text: &self.text,
            rows: &self.rows,
            parts: &self.parts,
            variants: &self.variants,
        }
    }

    fn push(&mut self, pieces: &[Piece]) -> Result<Span, TooLarge> {
        let parts: Vec<_> = pieces
            .iter()
            .map(|piece| self.part(piece))
            .collect::<Result<_, _>>()?;
        append(&mut self.parts, parts)
    }

    fn part(&mut self, piece: &Piece) -> Result<Part, TooLarge> {
        match piece {
            Piece::Text(text) => self.text(text),
            Piece::Argument(number) => Ok(Part::Argument(*number)),
            Piece::Select { argument, variants } => {
                let variants: Vec<_> = variants
                    .iter()
                    .map(|variant| {
                        Ok(Variant {
                            key: variant.key,
                            parts: self.push(&variant.pieces)?,
                        })
                    })
                    .collect::<Result<_, _>>()?;
                Ok(Part::Select {
                    argument: *argument,
                    variants: append(&mut self.variants, variants)?,
                })
            }
        }
    }

    fn text(&mut self, text: &str) -> Result<Part, TooLarge> {
        let start = self.text.find(text).unwrap_or_else(|| {
            self.text.push_str(text);
            self.text.len() - text.len()
        });
        let start = start.try_into().map_err(|_| TooLarge)?;
        let length = text.len().try_into().map_err(|_| TooLarge)?;
        Ok(Part::Text { start, length })
    }
}

/// Appends items to a list and gives their places.
fn append<T>(list: &mut Vec<T>, items: Vec<T>) -> Result<Span, TooLarge> {
    let start = list.len().try_into().map_err(|_| TooLarge)?;
    list.extend(items);
    let end = list.len().try_into().map_err(|_| TooLarge)?;
    Ok(Span { start, end })
}

/// The source of the ids of a catalogue under a name, with their kinds. The catalogues of other
/// languages share them.
///
/// # Errors
/// The first id that does not fit.
pub fn emit_ids(name: &str, catalogue: &Catalogue) -> Result<String, Refusal> {
    let (mut names, mut ends, mut kinds) = (String::new(), Vec::new(), Vec::new());
    for (id, row) in &catalogue.rows {
        names.push_str(id);
        let end = u16::try_from(names.len()).map_err(|_| Refusal {
            place: row.place.clone(),
            problem: Problem::TooLarge,
        })?;
        ends.push(end);
        let kind = catalogue
            .kinds
            .iter()
            .position(|kind| kind.name == row.kind.name)
            .unwrap_or_default();
        kinds.push(kind);
    }
    Ok(format!(
        "pub(super) static {name}: &Ids = &Ids {{\n    names: {names:?},\n    ends: &{ends:?},\n    kinds: &{kinds:?},\n}};\n"
    ))
}

/// The source of one catalogue under a name, a table for each language. The first is the one that
/// everything falls back to. `ids` and `kinds` are the Rust names of its ids and of its table of kinds.
///
/// # Errors
/// The first sentence that does not fit in a table.
pub fn emit_tables(
    name: &str,
    ids: &str,
    kinds: &str,
    catalogues: &[Catalogue],
) -> Result<String, Refusal> {
    let tables = catalogues
        .iter()
        .map(|catalogue| Ok(emit_table(&Tables::of(catalogue)?)));
    let mut tables = tables.collect::<Result<Vec<_>, _>>()?.into_iter();
    let first = tables.next().unwrap_or_default();
    let more: String = tables.map(|table| format!("        {table},\n")).collect();
    Ok(format!(
        "pub(super) static {name}: Tables = Tables {{\n    ids: {ids},\n    kinds: {kinds},\n    first: {first},\n    more: &[\n{more}    ],\n}};\n"
    ))
}

/// The literal of a table: what `Debug` prints of the parts is their Rust source.
fn emit_table(tables: &Tables) -> String {
    let Tables {
        language,
        text,
        rows,
        parts,
        variants,
    } = tables;
    format!(
        "&Table {{ language: {language:?}, text: {text:?}, rows: &{rows:?}, parts: &{parts:?}, variants: &{variants:?} }}"
    )
}
