//! A selector and its variants.

use fluent_syntax::ast::{self, InlineExpression, VariantKey};

use crate::kind::Type;
use crate::plural::categories;
use crate::refusal::{Problem, list};
use crate::sentence::{Compiler, Inside, Piece, Variant, name_of};
use crate::table::Key;

/// What the keys of a selector's variants can be.
#[derive(Clone, Copy)]
enum Choice {
    Number,
    Keys(&'static [&'static str]),
}

/// Compiles a selector; none where it was refused.
pub(crate) fn compile<'s>(
    compiler: &mut Compiler<'_, 's>,
    inside: Inside<'s>,
    selector: &InlineExpression<&'s str>,
    variants: &[ast::Variant<&'s str>],
) -> Option<Piece> {
    let name = name_of(selector);
    let place = inside.source.place_of(name);
    if inside.variant {
        let problem = Problem::NestedSelector {
            row: compiler.row.into(),
        };
        compiler.refusals.add(place, problem);
        return None;
    }
    if std::mem::replace(&mut compiler.selected, true) {
        let problem = Problem::SecondSelector {
            row: compiler.row.into(),
        };
        compiler.refusals.add(place, problem);
        return None;
    }
    let (argument, choice) = choice(compiler, inside, selector)?;
    let mut compiled: Vec<Variant> = Vec::new();
    let mut keys: Vec<(Key, &str)> = Vec::new();
    for variant in variants {
        let (VariantKey::Identifier { name: text } | VariantKey::NumberLiteral { value: text }) =
            variant.key;
        let place = inside.source.place_of(text);
        let key = match key(compiler, name, choice, &variant.key) {
            Ok(key) => key,
            Err(problem) => {
                compiler.refusals.add(place, problem);
                continue;
            }
        };
        if let Some((_, first)) = keys.iter().find(|(first, _)| *first == key) {
            let first = inside.source.place_of(first);
            compiler.refusals.add(
                place,
                Problem::DuplicateVariant {
                    key: text.into(),
                    first,
                },
            );
            continue;
        }
        keys.push((key, text));
        let pieces = compiler.pattern(
            Inside {
                variant: true,
                ..inside
            },
            &variant.value,
        );
        compiled.push(Variant {
            key,
            name: text.into(),
            pieces,
        });
    }
    for problem in missing(compiler.language, name, choice, &compiled) {
        compiler.refusals.add(place.clone(), problem);
    }
    Some(Piece::Select {
        argument,
        variants: compiled,
    })
}

/// The number of the argument that is selected on, and what its keys can be.
fn choice<'s>(
    compiler: &mut Compiler<'_, 's>,
    inside: Inside<'s>,
    selector: &InlineExpression<&'s str>,
) -> Option<(u8, Choice)> {
    let name = name_of(selector);
    let problem = match selector {
        InlineExpression::VariableReference { .. } => match compiler.argument(inside, name)? {
            (number, Type::Number) => return Some((number, Choice::Number)),
            (number, Type::Keys(keys)) => return Some((number, Choice::Keys(keys))),
            (_, Type::Text) => Problem::TextSelector {
                argument: name.into(),
            },
        },
        InlineExpression::FunctionReference { .. } => Problem::Function {
            function: name.into(),
        },
        _ => Problem::OtherSelector {
            row: compiler.row.into(),
        },
    };
    compiler.refusals.add(inside.source.place_of(name), problem);
    None
}

fn key(
    compiler: &Compiler<'_, '_>,
    argument: &str,
    choice: Choice,
    key: &VariantKey<&str>,
) -> Result<Key, Problem> {
    let language = compiler.language;
    match (choice, key) {
        (
            Choice::Keys(keys),
            VariantKey::Identifier { name } | VariantKey::NumberLiteral { value: name },
        ) => {
            let place = (0..).zip(keys).find(|(_, key)| *key == name);
            place
                .map(|(place, _)| Key::Place(place))
                .ok_or_else(|| Problem::UnknownKey {
                    argument: argument.into(),
                    key: (*name).into(),
                    expected: list(keys),
                })
        }
        (Choice::Number, VariantKey::NumberLiteral { value }) => value
            .parse()
            .map(Key::Exact)
            .map_err(|_| Problem::NoWholeNumber {
                key: (*value).into(),
            }),
        (Choice::Number, VariantKey::Identifier { name }) => {
            let categories = categories(language).unwrap_or_default();
            let category = categories.iter().find(|category| category.name() == *name);
            category
                .map(|&category| Key::Plural(category))
                .ok_or_else(|| Problem::UnknownCategory {
                    language: language.into(),
                    key: (*name).into(),
                    expected: list(categories.iter().map(|category| category.name())),
                })
        }
    }
}

/// What has no variant. Fluent's default variant makes up for none: it would hide what was forgotten.
fn missing(language: &str, argument: &str, choice: Choice, variants: &[Variant]) -> Vec<Problem> {
    let lacks = |key| variants.iter().all(|variant| variant.key != key);
    match choice {
        Choice::Keys(keys) => {
            let missing = (0..)
                .zip(keys)
                .filter(|&(place, _)| lacks(Key::Place(place)));
            let problem = |(_, key): (u8, &&str)| Problem::MissingKey {
                argument: argument.into(),
                key: (*key).into(),
                expected: list(keys),
            };
            missing.map(problem).collect()
        }
        Choice::Number => {
            let categories = categories(language).unwrap_or_default();
            let missing = categories
                .iter()
                .filter(|&&category| lacks(Key::Plural(category)));
            let problem = |category: &crate::plural::Category| Problem::MissingCategory {
                argument: argument.into(),
                key: category.name(),
                expected: list(categories.iter().map(|category| category.name())),
            };
            missing.map(problem).collect()
        }
    }
}
