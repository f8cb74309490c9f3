//! All rows with all their variants, for tests that count what was told.

use super::Words;
use super::kind::Kind;
use super::table::{Key, Part};
use Piece::{Argument, Exactly};

/// A row of a catalogue.
#[derive(Clone, Debug)]
pub struct Row {
    /// The id: a message's, or `MESSAGE.ATTRIBUTE`.
    pub id: &'static str,
    /// The name of its kind.
    pub kind: &'static str,
    /// Its variants; a sentence without a selector has one, whose key is empty.
    pub variants: Vec<RowVariant>,
}

/// A variant of a row.
#[derive(Clone, Debug)]
pub struct RowVariant {
    /// When it is taken, as the `.ftl` says it: `one`, `7`, `android`.
    pub key: String,
    pieces: Vec<Piece>,
}

#[derive(Clone, Copy, Debug)]
enum Piece {
    Exactly(&'static str),
    /// What the argument with this name puts in.
    Argument(&'static str),
}

impl RowVariant {
    /// Whether a sentence can be this variant, whatever its arguments were.
    pub fn fits(&self, sentence: &str) -> bool {
        fits(&self.pieces, sentence)
    }

    /// The sentence, each argument replaced by what is given for its name.
    pub fn told<'a>(&self, given: impl Fn(&'static str) -> &'a str) -> String {
        let pieces = self.pieces.iter().map(|piece| match *piece {
            Exactly(text) => text,
            Argument(name) => given(name),
        });
        pieces.collect()
    }
}

fn fits(pieces: &[Piece], sentence: &str) -> bool {
    match pieces.split_first() {
        None => sentence.is_empty(),
        Some((Exactly(text), rest)) => sentence
            .strip_prefix(text)
            .is_some_and(|sentence| fits(rest, sentence)),
        Some((Argument(_), rest)) => {
            let ends = sentence
                .char_indices()
                .map(|(end, _)| end)
                .chain([sentence.len()]);
            ends.filter_map(|end| sentence.get(end..))
                .any(|sentence| fits(rest, sentence))
        }
    }
}

impl Words {
    /// All rows, in the order of their ids.
    #[doc(hidden)]
    pub fn rows(self) -> impl Iterator<Item = Row> {
        self.tables
            .ids
            .kinds
            .iter()
            .zip(self.table.rows)
            .enumerate()
            .filter_map(move |(row, (&kind, span))| {
                let kind = self.tables.kinds.get(usize::from(kind))?;
                let parts = span.of(self.table.parts)?;
                let selected = parts.iter().find_map(|part| match part {
                    Part::Select { argument, variants } => Some((*argument, *variants)),
                    _ => None,
                });
                let variants = match selected {
                    None => vec![RowVariant {
                        key: String::new(),
                        pieces: self.pieces(kind, parts, &[])?,
                    }],
                    Some((argument, variants)) => {
                        let holds = kind.arguments.get(usize::from(argument))?.holds;
                        let variants = variants.of(self.table.variants)?.iter().map(|variant| {
                            Some(RowVariant {
                                key: variant.key.name(holds)?,
                                pieces: self.pieces(
                                    kind,
                                    parts,
                                    variant.parts.of(self.table.parts)?,
                                )?,
                            })
                        });
                        variants.collect::<Option<_>>()?
                    }
                };
                Some(Row {
                    id: self.tables.ids.name(row)?,
                    kind: kind.name,
                    variants,
                })
            })
    }

    /// The pieces of a sentence whose selector takes the chosen parts.
    fn pieces(self, kind: &Kind, parts: &[Part], chosen: &[Part]) -> Option<Vec<Piece>> {
        let mut pieces = Vec::new();
        for part in parts {
            match *part {
                Part::Text { start, length } => {
                    pieces.push(Exactly(self.table.piece(start, length)?));
                }
                Part::Argument(number) => {
                    pieces.push(Argument(kind.arguments.get(usize::from(number))?.name));
                }
                Part::Select { .. } => pieces.extend(self.pieces(kind, chosen, &[])?),
            }
        }
        Some(pieces)
    }
}

impl Key {
    /// The key as the `.ftl` says it.
    fn name(self, holds: super::kind::Type) -> Option<String> {
        match (self, holds) {
            (Self::Exact(number), _) => Some(number.to_string()),
            (Self::Plural(category), _) => Some(category.name().to_owned()),
            (Self::Place(place), super::kind::Type::Keys(keys)) => {
                keys.get(usize::from(place)).map(|&key| key.to_owned())
            }
            (Self::Place(_), _) => None,
        }
    }
}
