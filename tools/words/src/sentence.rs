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
    /// Whether it has its selector.
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
        let name = name_of(inline);
        match inline {
            InlineExpression::StringLiteral { value } => {
                let text = unescape_unicode_to_string(value);
                if let Some((_, character)) = invisible(&text) {
                    self.refuse(inside, name, Problem::InvisibleCharacter { character });
                }
                push_text(pieces, &text);
            }
            InlineExpression::VariableReference { .. } => {
                if let Some((number, holds)) = self.argument(inside, name) {
                    if let Type::Keys(_) = holds {
                        self.refuse(
                            inside,
                            name,
                            Problem::KeyAsWords {
                                argument: name.into(),
                            },
                        );
                    }
                    pieces.push(Piece::Argument(number));
                }
            }
            // The parser refuses a term's attribute here.
            InlineExpression::TermReference { arguments, .. } => {
                for piece in self.term(inside, name, arguments.as_ref()) {
                    match piece {
                        Piece::Text(text) => push_text(pieces, &text),
                        piece => pieces.push(piece),
                    }
                }
            }
            InlineExpression::FunctionReference { .. } => {
                self.refuse(
                    inside,
                    name,
                    Problem::Function {
                        function: name.into(),
                    },
                );
            }
            InlineExpression::MessageReference { .. } => {
                self.refuse(inside, name, Problem::MessageReference { id: name.into() });
            }
            InlineExpression::NumberLiteral { .. } => {
                self.refuse(
                    inside,
                    name,
                    Problem::NumberLiteral {
                        number: name.into(),
                    },
                );
            }
            InlineExpression::Placeable { .. } => self.refuse(inside, name, Problem::NestedBraces),
        }
    }

    /// The pieces of a term.
    fn term(
        &mut self,
        inside: Inside<'s>,
        id: &'s str,
        arguments: Option<&CallArguments<&'s str>>,
    ) -> Vec<Piece> {
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
        self.refuse(inside, id, problem);
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
        self.refuse(inside, name, problem);
        None
    }

    fn check_visible(&mut self, inside: Inside<'s>, line: &'s str) {
        if let Some((offset, character)) = invisible(line.trim_end_matches('\n')) {
            let here = line.get(offset..).unwrap_or(line);
            self.refuse(inside, here, Problem::InvisibleCharacter { character });
        }
    }

    /// Refuses what a slice of the source names.
    pub(crate) fn refuse(&mut self, inside: Inside<'s>, slice: &str, problem: Problem) {
        self.refusals.add(inside.source.place_of(slice), problem);
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
