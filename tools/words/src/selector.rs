//! A selector and its variants.

use fluent_syntax::ast::{self, InlineExpression, VariantKey};

use crate::kind::Type;
use crate::plural::categories;
use crate::refusal::{Problem, list};
use crate::sentence::{Compiler, Inside, Piece, Variant, name_of};
use crate::table::Key;

/// Compiles a selector; none where it was refused.
pub(crate) fn compile<'s>(
    compiler: &mut Compiler<'_, 's>,
    inside: Inside<'s>,
    selector: &InlineExpression<&'s str>,
    variants: &[ast::Variant<&'s str>],
) -> Option<Piece> {
    let name = name_of(selector);
    let row = compiler.row.to_owned();
    if inside.variant {
        compiler.refuse(inside, name, Problem::NestedSelector { row });
        return None;
    }
    if std::mem::replace(&mut compiler.selected, true) {
        compiler.refuse(inside, name, Problem::SecondSelector { row });
        return None;
    }
    let choice = Choice::of(compiler, inside, selector)?;
    let mut compiled = Vec::new();
    let mut seen: Vec<(Key, &str)> = Vec::new();
    for variant in variants {
        let text = text_of(&variant.key);
        match choice.key(&variant.key) {
            Err(problem) => compiler.refuse(inside, text, problem),
            Ok(key) => match seen.iter().find(|(first, _)| *first == key) {
                Some((_, first)) => {
                    let first = inside.source.place_of(first);
                    let key = text.to_owned();
                    compiler.refuse(inside, text, Problem::DuplicateVariant { key, first });
                }
                None => {
                    seen.push((key, text));
                    let within = Inside {
                        variant: true,
                        ..inside
                    };
                    let pieces = compiler.pattern(within, &variant.value);
                    compiled.push(Variant {
                        key,
                        name: text.to_owned(),
                        pieces,
                    });
                }
            },
        }
    }
    // Fluent's default variant makes up for none: it would hide what was forgotten.
    for &(key, case) in &choice.cases {
        if seen.iter().all(|(other, _)| *other != key) {
            compiler.refuse(inside, name, choice.missing(case));
        }
    }
    Some(Piece::Select {
        argument: choice.number,
        variants: compiled,
    })
}

/// What is selected on.
struct Choice<'s> {
    /// The name of the argument.
    argument: &'s str,
    /// Its number.
    number: u8,
    /// The language by whose plural categories a number is selected; none for keys.
    language: Option<String>,
    /// What must have a variant: each category or key, with its name.
    cases: Vec<(Key, &'static str)>,
}

impl<'s> Choice<'s> {
    /// What a selector selects on; none where it was refused.
    fn of(
        compiler: &mut Compiler<'_, 's>,
        inside: Inside<'s>,
        selector: &InlineExpression<&'s str>,
    ) -> Option<Self> {
        let argument = name_of(selector);
        let problem = match selector {
            InlineExpression::VariableReference { .. } => {
                let (number, holds) = compiler.argument(inside, argument)?;
                match holds {
                    Type::Number => {
                        let categories = categories(compiler.language)?.iter();
                        let cases = categories
                            .map(|&one| (Key::Plural(one), one.name()))
                            .collect();
                        let language = Some(compiler.language.to_owned());
                        return Some(Self {
                            argument,
                            number,
                            language,
                            cases,
                        });
                    }
                    Type::Keys(keys) => {
                        let places = (0..).map(Key::Place);
                        let cases = places.zip(keys.iter().copied()).collect();
                        return Some(Self {
                            argument,
                            number,
                            language: None,
                            cases,
                        });
                    }
                    Type::Text => Problem::TextSelector {
                        argument: argument.to_owned(),
                    },
                }
            }
            InlineExpression::FunctionReference { .. } => Problem::Function {
                function: argument.to_owned(),
            },
            _ => Problem::OtherSelector {
                row: compiler.row.to_owned(),
            },
        };
        compiler.refuse(inside, argument, problem);
        None
    }

    /// The key of a variant.
    fn key(&self, key: &VariantKey<&str>) -> Result<Key, Problem> {
        let text = text_of(key);
        if let (Some(_), VariantKey::NumberLiteral { .. }) = (&self.language, key) {
            let number = text.parse().map(Key::Exact);
            return number.map_err(|_| Problem::NoWholeNumber {
                key: text.to_owned(),
            });
        }
        let case = self.cases.iter().find(|(_, name)| *name == text);
        case.map(|&(key, _)| key)
            .ok_or_else(|| self.unknown(text.to_owned()))
    }

    fn unknown(&self, key: String) -> Problem {
        let expected = self.expected();
        match self.language.clone() {
            Some(language) => Problem::UnknownCategory {
                language,
                key,
                expected,
            },
            None => Problem::UnknownKey {
                argument: self.argument.to_owned(),
                key,
                expected,
            },
        }
    }

    fn missing(&self, key: &'static str) -> Problem {
        let (argument, expected) = (self.argument.to_owned(), self.expected());
        match self.language {
            Some(_) => Problem::MissingCategory {
                argument,
                key,
                expected,
            },
            None => Problem::MissingKey {
                argument,
                key,
                expected,
            },
        }
    }

    fn expected(&self) -> String {
        list(self.cases.iter().map(|(_, name)| name))
    }
}

/// The key as the file has it.
fn text_of<'s>(key: &VariantKey<&'s str>) -> &'s str {
    let (VariantKey::Identifier { name: text } | VariantKey::NumberLiteral { value: text }) = key;
    text
}
