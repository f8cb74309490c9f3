//! The sentences of one language, each by its id.

use std::collections::BTreeMap;

use fluent_syntax::ast::Pattern;

use crate::claim::Claims;
use crate::entries::{Entries, Message};
use crate::kind::Kind;
use crate::plural::{LANGUAGES, categories};
use crate::refusal::{Problem, Refusal, Refusals, list};
use crate::sentence::{Compiler, Inside, Piece, is_blank};
use crate::source::{Place, Source};

/// The sentences of one language.
#[derive(Debug)]
pub struct Catalogue {
    pub(crate) language: String,
    /// The kinds that its rows can have.
    pub(crate) kinds: Vec<&'static Kind>,
    /// The path of its first file.
    pub(crate) file: String,
    /// In the order of their ids, as the search at run time needs them.
    pub(crate) rows: BTreeMap<String, Row>,
}

#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) place: Place,
    pub(crate) kind: &'static Kind,
    pub(crate) pieces: Vec<Piece>,
}

impl Catalogue {
    /// Compiles the sentences of some files.
    ///
    /// The language is one that [`LANGUAGES`] has. Terms are known in all of the files, and ids are
    /// unique in them.
    ///
    /// # Errors
    /// All that was refused, by file and line.
    pub fn compile(
        language: &str,
        sources: &[Source<'_>],
        kinds: &[&'static Kind],
    ) -> Result<Self, Vec<Refusal>> {
        let mut refusals = Refusals::default();
        let file = sources.first().map_or("", |source| source.path).to_owned();
        let mut catalogue = Self {
            language: language.to_owned(),
            kinds: kinds.to_vec(),
            file,
            rows: BTreeMap::new(),
        };
        if categories(language).is_none() {
            for source in sources {
                let problem = Problem::UnknownLanguage {
                    language: language.into(),
                    expected: list(LANGUAGES),
                };
                refusals.add(source.place_at(0), problem);
            }
            return refusals.into_result(catalogue);
        }
        let entries = Entries::read(sources, &mut refusals);
        for (id, message) in &entries.messages {
            catalogue.add(&entries, Claims::of(kinds, id), id, message, &mut refusals);
        }
        if refusals.count() == 0 {
            // A sentence that was refused may have used one.
            entries.check_terms_used(&mut refusals);
        }
        refusals.into_result(catalogue)
    }

    /// Checks that this catalogue has the ids of the reference, no fewer and no more. A missing id is
    /// told where it stands in the reference, for that is where its sentence is read.
    ///
    /// # Errors
    /// All ids that are missing or in excess.
    pub fn check_same_ids(&self, reference: &Self) -> Result<(), Vec<Refusal>> {
        let mut refusals = Refusals::default();
        for (id, row) in &reference.rows {
            if !self.rows.contains_key(id) {
                let problem = Problem::MissingId {
                    id: id.clone(),
                    file: self.file.clone(),
                };
                refusals.add(row.place.clone(), problem);
            }
        }
        for (id, row) in &self.rows {
            if !reference.rows.contains_key(id) {
                let problem = Problem::ExcessId {
                    id: id.clone(),
                    file: reference.file.clone(),
                };
                refusals.add(row.place.clone(), problem);
            }
        }
        refusals.into_result(())
    }

    /// The ids, in the order of the rows.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.rows.keys().map(String::as_str)
    }

    /// The kind of the sentence with an id.
    pub fn kind_of(&self, id: &str) -> Option<&'static Kind> {
        self.rows.get(id).map(|row| row.kind)
    }

    /// Adds a message's value and attributes.
    fn add<'s>(
        &mut self,
        entries: &Entries<'s>,
        claims: Claims,
        id: &'s str,
        message: &Message<'s>,
        refusals: &mut Refusals,
    ) {
        let place = message.source.place_of(id);
        let Some(kind) = claims.value else {
            let problem = Problem::UnclaimedMessage {
                id: id.into(),
                expected: claims.expected_ids(),
            };
            refusals.add(place, problem);
            return;
        };
        match &message.value {
            Some(pattern) => {
                let value = (id, message.source, pattern);
                self.add_row(entries, kind, id.to_owned(), value, refusals);
            }
            None => refusals.add(
                place,
                Problem::MissingValue {
                    id: id.into(),
                    kind: kind.name,
                },
            ),
        }
        for attribute in &message.attributes {
            let name = attribute.id.name;
            let place = message.source.place_of(name);
            let row = format!("{id}.{name}");
            let Some(kind) = claims.attribute(name) else {
                let expected = claims.expected_attributes();
                let problem = Problem::UnclaimedAttribute {
                    id: id.into(),
                    attribute: name.into(),
                    expected,
                };
                refusals.add(place, problem);
                continue;
            };
            if let Some(first) = self.rows.get(&row) {
                let first = first.place.clone();
                refusals.add(place, Problem::DuplicateAttribute { row, first });
                continue;
            }
            let value = (name, message.source, &attribute.value);
            self.add_row(entries, kind, row, value, refusals);
        }
    }

    /// Compiles a sentence that stands at a name and adds it.
    fn add_row<'s>(
        &mut self,
        entries: &Entries<'s>,
        kind: &'static Kind,
        id: String,
        (name, source, pattern): (&'s str, Source<'s>, &Pattern<&'s str>),
        refusals: &mut Refusals,
    ) {
        let place = source.place_of(name);
        let before = refusals.count();
        let language = &self.language;
        let mut compiler = Compiler {
            language,
            entries,
            kind,
            row: &id,
            refusals,
            selected: false,
        };
        let inside = Inside {
            source,
            term: false,
            variant: false,
        };
        let pieces = compiler.pattern(inside, pattern);
        if refusals.count() == before {
            check_not_empty(&id, &place, &pieces, refusals);
        }
        self.rows.insert(
            id,
            Row {
                place,
                kind,
                pieces,
            },
        );
    }
}

/// Refuses a sentence of which nothing is told, if only in one variant.
fn check_not_empty(id: &str, place: &Place, pieces: &[Piece], refusals: &mut Refusals) {
    let is_select = |piece: &Piece| matches!(piece, Piece::Select { .. });
    let (selectors, others): (Vec<_>, Vec<_>) = pieces.iter().cloned().partition(is_select);
    if !is_blank(&others) {
        return;
    }
    match selectors.first() {
        Some(Piece::Select { variants, .. }) => {
            for variant in variants.iter().filter(|variant| is_blank(&variant.pieces)) {
                let problem = Problem::EmptyVariant {
                    row: id.into(),
                    key: variant.name.clone(),
                };
                refusals.add(place.clone(), problem);
            }
        }
        _ => refusals.add(place.clone(), Problem::EmptySentence { row: id.into() }),
    }
}
