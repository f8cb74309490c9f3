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
        Value::Number(number) => i16::try_from(number)
            .ok()
            .and_then(|number| with(Key::Exact(number)))
            .or_else(|| with(Key::Plural(category(language, number)))),
        Value::Key(place) => with(Key::Place(place)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::table::Span;
    use super::*;

    const ALL: Span = Span { start: 0, end: 1 };

    fn render_part(part: Part, value: Option<Value<'_>>) -> Option<String> {
        let variants = [Variant {
            key: Key::Exact(1),
            parts: Span { start: 0, end: 0 },
        }];
        let table = Table {
            language: "en",
            text: "wörd",
            rows: &[ALL],
            parts: &[part],
            variants: &variants,
        };
        render(&table, 0, &|_| value)
    }

    #[test]
    fn an_absent_argument_gives_no_sentence() {
        assert_eq!(
            render_part(Part::Argument(0), Some(Value::Number(-7))).as_deref(),
            Some("-7")
        );
        assert_eq!(render_part(Part::Argument(0), None), None);
        let select = Part::Select {
            argument: 0,
            variants: ALL,
        };
        assert_eq!(
            render_part(select, Some(Value::Number(1))).as_deref(),
            Some("")
        );
        assert_eq!(render_part(select, None), None);
    }

    #[test]
    fn a_table_that_does_not_fit_gives_no_sentence() {
        let beyond = Span { start: 1, end: 9 };
        let backwards = Span { start: 1, end: 0 };
        let one = Some(Value::Number(1));
        for (part, value) in [
            (
                Part::Text {
                    start: 2,
                    length: 1,
                },
                None,
            ), // within a character
            (
                Part::Text {
                    start: 0,
                    length: 9,
                },
                None,
            ),
            (
                Part::Text {
                    start: u32::MAX,
                    length: u16::MAX,
                },
                None,
            ),
            (
                Part::Select {
                    argument: 0,
                    variants: beyond,
                },
                one,
            ),
            (
                Part::Select {
                    argument: 0,
                    variants: backwards,
                },
                one,
            ),
            (
                Part::Select {
                    argument: 0,
                    variants: ALL,
                },
                Some(Value::Number(2)),
            ),
            (
                Part::Select {
                    argument: 0,
                    variants: ALL,
                },
                Some(Value::Key(1)),
            ),
            (
                Part::Select {
                    argument: 0,
                    variants: ALL,
                },
                Some(Value::Text("1")),
            ),
            (Part::Argument(0), Some(Value::Key(0))),
        ] {
            assert_eq!(render_part(part, value), None, "{part:?}");
        }
        let none = Table {
            language: "en",
            text: "",
            rows: &[],
            parts: &[],
            variants: &[],
        };
        assert_eq!(render(&none, 0, &|_| None), None);
    }
}
