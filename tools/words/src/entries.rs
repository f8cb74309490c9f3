//! The messages and terms of some files, each id once.

use std::cell::Cell;
use std::collections::BTreeMap;

use fluent_syntax::ast::{Attribute, Entry, Pattern};
use fluent_syntax::parser;

use crate::refusal::{Problem, Refusals};
use crate::source::Source;
use crate::syntax;

/// What was read from some files.
#[derive(Debug, Default)]
pub(crate) struct Entries<'s> {
    pub(crate) messages: BTreeMap<&'s str, Message<'s>>,
    pub(crate) terms: BTreeMap<&'s str, Term<'s>>,
}

#[derive(Debug)]
pub(crate) struct Message<'s> {
    pub(crate) source: Source<'s>,
    pub(crate) value: Option<Pattern<&'s str>>,
    pub(crate) attributes: Vec<Attribute<&'s str>>,
}

#[derive(Debug)]
pub(crate) struct Term<'s> {
    pub(crate) source: Source<'s>,
    pub(crate) pattern: Pattern<&'s str>,
    pub(crate) used: Cell<bool>,
}

impl<'s> Entries<'s> {
    /// Reads the files.
    pub(crate) fn read(sources: &[Source<'s>], refusals: &mut Refusals) -> Self {
        let mut entries = Self::default();
        for &source in sources {
            let resource = parser::parse(source.text).unwrap_or_else(|(resource, errors)| {
                for error in &errors {
                    syntax::refuse(source, error, refusals);
                }
                resource
            });
            for entry in resource.body {
                entries.add(source, entry, refusals);
            }
        }
        entries
    }

    /// Refuses the terms that no sentence used.
    pub(crate) fn check_terms_used(&self, refusals: &mut Refusals) {
        for (id, term) in self.terms.iter().filter(|(_, term)| !term.used.get()) {
            refusals.add(
                term.source.place_of(id),
                Problem::UnusedTerm { term: (*id).into() },
            );
        }
    }

    fn add(&mut self, source: Source<'s>, entry: Entry<&'s str>, refusals: &mut Refusals) {
        match entry {
            Entry::Message(message) => {
                let id = message.id.name;
                if let Some((first_id, first)) = self.messages.get_key_value(id) {
                    let first = first.source.place_of(first_id);
                    refusals.add(
                        source.place_of(id),
                        Problem::DuplicateMessage {
                            id: id.into(),
                            first,
                        },
                    );
                    return;
                }
                let (value, attributes) = (message.value, message.attributes);
                self.messages.insert(
                    id,
                    Message {
                        source,
                        value,
                        attributes,
                    },
                );
            }
            Entry::Term(term) => {
                let id = term.id.name;
                if let Some((first_id, first)) = self.terms.get_key_value(id) {
                    let first = first.source.place_of(first_id);
                    refusals.add(
                        source.place_of(id),
                        Problem::DuplicateTerm {
                            term: id.into(),
                            first,
                        },
                    );
                    return;
                }
                for attribute in &term.attributes {
                    let attribute = attribute.id.name;
                    let problem = Problem::TermAttribute {
                        term: id.into(),
                        attribute: attribute.into(),
                    };
                    refusals.add(source.place_of(attribute), problem);
                }
                self.terms.insert(
                    id,
                    Term {
                        source,
                        pattern: term.value,
                        used: Cell::new(false),
                    },
                );
            }
            // Junk is among the parser's errors.
            Entry::Comment(_)
            | Entry::GroupComment(_)
            | Entry::ResourceComment(_)
            | Entry::Junk { .. } => {}
        }
    }
}
