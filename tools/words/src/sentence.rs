//! A pattern of Fluent becomes the pieces of a sentence, with its terms put in.

use fluent_syntax::ast::{CallArguments, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::unicode::unescape_unicode_to_string;

use crate::entries::Entries;
use crate::kind::{Kind, Type};
use crate::refusal::{Problem, Refusals, list};
use crate::selector;
use crate::source::Source;
use crate::table::Key;
use crate::text::{invisible, join_lines};

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    Text(String),
    Argument(u8),
    Select {
        argument: u8,
        variants: Vec<Variant>,
    },
}

/// A variant of a selector; no piece of it is a selector.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Variant {
    pub(crate) key: Key,
    pub(crate) name: String,
    pub(crate) pieces: Vec<Piece>,
}

/// Compiles one sentence.
pub(crate) struct Compiler<'c, 's> {
    pub(crate) language: &'c str,
    pub(crate) entries: &'c Entries<'s>,
    pub(crate) kind: &'static Kind,
    /// The sentence's id.
    pub(crate) row: &'c str,
    pub(crate) refusals: &'c mut Refusals,
    pub(crate) selected: bool,
}

/// What a pattern stands in.
#[derive(Clone, Copy)]
pub(crate) struct Inside<'s> {
    pub(crate) source: Source<'s>,
    pub(crate) term: bool,
    pub(crate) variant: bool,
}

impl<'s> Compiler<'_, 's> {
    pub(crate) fn pattern(&mut self, inside: Inside<'s>, pattern: &Pattern<&'s str>) -> Vec<Piece> {
        let mut pieces = Vec::new();
        // Fluent gives each line as an element of its own.
        let mut lines = String::new();
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => {
                    self.check_visible(inside, value);
                    lines.push_str(value);
                }
                PatternElement::Placeable { expression } => {
                    push_text(&mut pieces, &join_lines(&std::mem::take(&mut lines)));
                    self.placeable(inside, expression, &mut pieces);
                }
            }
        }
        push_text(&mut pieces, &join_lines(&lines));
        pieces
    }

    fn placeable(
        &mut self,
        inside: Inside<'s>,
        expression: &Expression<&'s str>,
        pieces: &mut Vec<Piece>,
    ) {
        match expression {
            Expression::Inline(inline) => self.inline(inside, inline, pieces),
            Expression::Select { selector, variants } => {
                pieces.extend(selector::compile(self, inside, selector, variants));
            }
        }
    }

    fn inline(
        &mut self,
        inside: Inside<'s>,
        inline: &InlineExpression<&'s str>,
        pieces: &mut Vec<Piece>,
    ) {
        let source = inside.source;
        match inline {
            InlineExpression::StringLiteral { value } => {
                let text = unescape_unicode_to_string(value);
                if let Some((_, character)) = invisible(&text) {
                    self.refusals.add(
                        source.place_of(value),
                        Problem::InvisibleCharacter { character },
                    );
                }
                push_text(pieces, &text);
            }
            InlineExpression::VariableReference { id } => {
                if let Some((number, holds)) = self.argument(inside, id.name) {
                    if let Type::Keys(_) = holds {
                        let problem = Problem::KeyAsWords {
                            argument: id.name.into(),
                        };
                        self.refusals.add(source.place_of(id.name), problem);
                    }
                    pieces.push(Piece::Argument(number));
                }
            }
            InlineExpression::TermReference {
                id,
                attribute: _,
                arguments,
            } => {
                for piece in self.term(inside, id.name, arguments.as_ref()) {
                    match piece {
                        Piece::Text(text) => push_text(pieces, &text),
                        piece => pieces.push(piece),
                    }
                }
            }
            InlineExpression::FunctionReference { id, .. } => {
                let problem = Problem::Function {
                    function: id.name.into(),
                };
                self.refusals.add(source.place_of(id.name), problem);
            }
            InlineExpression::MessageReference { id, .. } => {
                let problem = Problem::MessageReference { id: id.name.into() };
                self.refusals.add(source.place_of(id.name), problem);
            }
            InlineExpression::NumberLiteral { value } => {
                let problem = Problem::NumberLiteral {
                    number: (*value).into(),
                };
                self.refusals.add(source.place_of(value), problem);
            }
            InlineExpression::Placeable { .. } => {
                self.refusals
                    .add(source.place_of(name_of(inline)), Problem::NestedBraces);
            }
        }
    }

    /// The pieces of a term.
    fn term(
        &mut self,
        inside: Inside<'s>,
        id: &'s str,
        arguments: Option<&CallArguments<&'s str>>,
    ) -> Vec<Piece> {
        let place = inside.source.place_of(id);
        let entries = self.entries;
        let problem = if inside.term {
            // Not followed: terms could refer to each other in a circle.
            Problem::TermInTerm { term: id.into() }
        } else if arguments.is_some() {
            Problem::TermArguments { term: id.into() }
        } else if let Some(term) = entries.terms.get(id) {
            term.used.set(true);
            let inside = Inside {
                source: term.source,
                term: true,
                ..inside
            };
            return self.pattern(inside, &term.pattern);
        } else {
            let expected = list(entries.terms.keys().map(|term| format!("-{term}")));
            Problem::UnknownTerm {
                term: id.into(),
                expected,
            }
        };
        self.refusals.add(place, problem);
        Vec::new()
    }

    /// The number of an argument, and what it holds.
    pub(crate) fn argument(&mut self, inside: Inside<'s>, name: &'s str) -> Option<(u8, Type)> {
        let mut arguments = (0..).zip(self.kind.arguments);
        if let Some((number, argument)) = arguments.find(|(_, argument)| argument.name == name) {
            return Some((number, argument.holds));
        }
        let expected = list(
            self.kind
                .arguments
                .iter()
                .map(|argument| format!("${}", argument.name)),
        );
        let problem = Problem::UnknownArgument {
            row: self.row.into(),
            kind: self.kind.name,
            argument: name.into(),
            expected,
        };
        self.refusals.add(inside.source.place_of(name), problem);
        None
    }

    fn check_visible(&mut self, inside: Inside<'s>, line: &'s str) {
        if let Some((offset, character)) = invisible(line.trim_end_matches('\n')) {
            let place = inside.source.place_of(line.get(offset..).unwrap_or(line));
            self.refusals
                .add(place, Problem::InvisibleCharacter { character });
        }
    }
}

fn push_text(pieces: &mut Vec<Piece>, text: &str) {
    match pieces.last_mut() {
        _ if text.is_empty() => {}
        Some(Piece::Text(before)) => before.push_str(text),
        _ => pieces.push(Piece::Text(text.to_owned())),
    }
}

/// Whether nothing but blanks is told.
pub(crate) fn is_blank(pieces: &[Piece]) -> bool {
    pieces
        .iter()
        .all(|piece| matches!(piece, Piece::Text(text) if text.trim().is_empty()))
}

/// What an expression names first: its place is the expression's.
pub(crate) fn name_of<'s>(expression: &InlineExpression<&'s str>) -> &'s str {
    match expression {
        InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value } => {
            value
        }
        InlineExpression::FunctionReference { id, .. }
        | InlineExpression::MessageReference { id, .. }
        | InlineExpression::TermReference { id, .. }
        | InlineExpression::VariableReference { id } => id.name,
        InlineExpression::Placeable { expression } => {
            let (Expression::Inline(inner)
            | Expression::Select {
                selector: inner, ..
            }) = &**expression;
            name_of(inner)
        }
    }
}
