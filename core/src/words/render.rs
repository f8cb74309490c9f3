//! A row and its arguments become a sentence.

use super::direction::push_argument;
use super::kind::Value;
use super::plural::category;
use super::table::{Key, Part, Table, Variant};

/// Gives the value of the argument with a number.
type Values<'f, 'a> = &'f dyn Fn(u8) -> Option<Value<'a>>;

/// Renders the sentence in a row of the table; none where there is no such row or an argument that
/// the sentence uses is absent.
pub fn render(table: &Table<'_>, row: usize, values: Values<'_, '_>) -> Option<String> {
    let mut sentence = String::new();
    push(
        &mut sentence,
        table,
        table.rows.get(row)?.of(table.parts)?,
        values,
    )?;
    Some(sentence)
}

fn push(
    sentence: &mut String,
    table: &Table<'_>,
    parts: &[Part],
    values: Values<'_, '_>,
) -> Option<()> {
    for part in parts {
        match *part {
            Part::Text { start, length } => sentence.push_str(table.piece(start, length)?),
            Part::Argument(number) => match values(number)? {
                Value::Text(text) => push_argument(sentence, table.language, text),
                Value::Number(number) => sentence.push_str(&number.to_string()),
                Value::Key(_) => return None,
            },
            Part::Select { argument, variants } => {
                let variants = variants.of(table.variants)?;
                let chosen = choose(variants, table.language, values(argument)?)?;
                push(sentence, table, chosen.parts.of(table.parts)?, values)?;
            }
        }
    }
    Some(())
}

/// The variant that a value takes. The compiler saw to it that there is one.
fn choose<'v>(variants: &'v [Variant], language: &str, value: Value<'_>) -> Option<&'v Variant> {
    let with = |key| variants.iter().find(|variant| variant.key == key);
    match value {
        Value::Text(_) => None,
        Value::Number(number) => {
            with(Key::Exact(number)).or_else(|| with(Key::Plural(category(language, number))))
        }
        Value::Key(place) => with(Key::Place(place)),
    }
}
