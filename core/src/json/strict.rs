//! Deserialises a [`Node`] without any leniency, and knows the path of what is wrong.
//!
//! serde_json alone takes a list for a record and names no path.

use super::node::Node;
use crate::input::InputError;
use serde::{
    Deserializer,
    de::{
        self, DeserializeSeed, EnumAccess, Expected, IntoDeserializer, MapAccess, SeqAccess,
        Unexpected, VariantAccess, Visitor,
    },
    forward_to_deserialize_any,
};
use std::fmt::Display;

impl de::Error for InputError {
    fn custom<T: Display>(message: T) -> Self {
        Self::new(message, "another value")
    }

    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::new(found, expected)
    }

    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::new(found, expected)
    }

    fn missing_field(field: &'static str) -> Self {
        Self::new("nothing", "this field").inside(field)
    }

    fn unknown_field(field: &str, expected: &'static [&'static str]) -> Self {
        Self::new("a field that does not belong here", one_of(expected)).inside(field)
    }

    fn unknown_variant(variant: &str, expected: &'static [&'static str]) -> Self {
        Self::new(format_args!("{variant:?}"), one_of(expected))
    }
}

fn one_of(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.as_slice() {
        [] => "no field".to_owned(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

/// Gives a node to serde.
#[derive(Clone, Copy)]
pub(super) struct Value<'a> {
    node: &'a Node,
}

impl<'a> Value<'a> {
    pub(super) const fn new(node: &'a Node) -> Self {
        Self { node }
    }

    fn wrong(self, expected: impl Display) -> InputError {
        let found = match self.node {
            Node::Null => "null".to_owned(),
            Node::Bool(value) => value.to_string(),
            Node::Integer(value) => value.to_string(),
            Node::Float(value) => value.to_string(),
            Node::Text(text) => format!("{:?}", shortened(text)),
            Node::List(_) => "a list".to_owned(),
            Node::Object(_) => "an object".to_owned(),
        };
        InputError::new(found, expected)
    }
}

/// A text that fits into an error message.
fn shortened(text: &str) -> String {
    match text.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// What a visitor expects, as a text.
struct Wanted<'v, V>(&'v V);

impl<'de, V: Visitor<'de>> Display for Wanted<'_, V> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.expecting(f)
    }
}

/// The visitor's own word for what it expects, unless it speaks of Rust types.
fn expected_by<'de, V: Visitor<'de>>(visitor: &V) -> String {
    let text = Wanted(visitor).to_string();
    if text.starts_with("struct ") || text.starts_with("enum ") {
        return "an object".to_owned();
    }
    match text.as_str() {
        "a boolean" => "true or false".to_owned(),
        "i64" | "i32" => "a whole number".to_owned(),
        "a string" => "a text".to_owned(),
        "a sequence" => "a list".to_owned(),
        _ => text,
    }
}

impl<'de> Deserializer<'de> for Value<'_> {
    type Error = InputError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, InputError> {
        let expected = expected_by(&visitor);
        match self.node {
            Node::Bool(value) => visitor.visit_bool(*value),
            Node::Integer(value) => visitor.visit_i64(*value),
            Node::Text(text) => visitor.visit_str(text),
            _ => return Err(self.wrong(expected)),
        }
        .map_err(|_: InputError| self.wrong(expected))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, InputError> {
        match self.node {
            Node::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, InputError> {
        match self.node {
            Node::List(nodes) => visitor.visit_seq(List {
                nodes: nodes.iter().enumerate(),
            }),
            _ => Err(self.wrong(expected_by(&visitor))),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, InputError> {
        match self.node {
            Node::Object(fields) => visitor.visit_map(Fields {
                fields: fields.iter(),
                value: None,
            }),
            _ => Err(self.wrong(expected_by(&visitor))),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, InputError> {
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, InputError> {
        match self.node {
            Node::Text(text) => visitor.visit_enum(Variant {
                name: text,
                value: None,
                variants,
            }),
            Node::Object(fields) => match fields.as_slice() {
                [(name, value)] => visitor.visit_enum(Variant {
                    name,
                    value: Some(value),
                    variants,
                }),
                _ => Err(InputError::new(
                    format_args!("an object with {} fields", fields.len()),
                    format_args!("one field, {}", one_of(variants)),
                )),
            },
            _ => Err(self.wrong(one_of(variants))),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        newtype_struct tuple tuple_struct identifier ignored_any
    }
}

struct List<'a> {
    nodes: std::iter::Enumerate<std::slice::Iter<'a, Node>>,
}

impl<'de> SeqAccess<'de> for List<'_> {
    type Error = InputError;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, InputError> {
        match self.nodes.next() {
            Some((index, node)) => seed
                .deserialize(Value { node })
                .map(Some)
                .map_err(|e| e.at(index)),
            None => Ok(None),
        }
    }
}

struct Fields<'a> {
    fields: std::slice::Iter<'a, (String, Node)>,
    value: Option<(&'a str, &'a Node)>,
}

impl<'de> MapAccess<'de> for Fields<'_> {
    type Error = InputError;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, InputError> {
        match self.fields.next() {
            Some((name, node)) => {
                self.value = Some((name, node));
                seed.deserialize(name.as_str().into_deserializer())
                    .map(Some)
            }
            None => Ok(None),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(
        &mut self,
        seed: V,
    ) -> Result<V::Value, InputError> {
        match self.value.take() {
            Some((name, node)) => seed.deserialize(Value { node }).map_err(|e| e.inside(name)),
            None => Err(InputError::new("nothing", "a value")),
        }
    }
}

struct Variant<'a> {
    name: &'a str,
    value: Option<&'a Node>,
    variants: &'static [&'static str],
}

impl<'de> EnumAccess<'de> for Variant<'_> {
    type Error = InputError;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(
        self,
        seed: V,
    ) -> Result<(V::Value, Self), InputError> {
        let variant =
            seed.deserialize(self.name.into_deserializer())
                .map_err(|e: InputError| {
                    if self.value.is_some() {
                        InputError::new(e.found, e.expected).inside(self.name)
                    } else {
                        e
                    }
                })?;
        Ok((variant, self))
    }
}

impl<'de> VariantAccess<'de> for Variant<'_> {
    type Error = InputError;

    fn unit_variant(self) -> Result<(), InputError> {
        match self.value {
            None => Ok(()),
            Some(_) => Err(InputError::new("an object", one_of(self.variants))),
        }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(
        self,
        seed: T,
    ) -> Result<T::Value, InputError> {
        match self.value {
            Some(node) => seed
                .deserialize(Value { node })
                .map_err(|e| e.inside(self.name)),
            None => Err(InputError::new(
                format_args!("{:?}", self.name),
                "an object",
            )),
        }
    }

    fn tuple_variant<V: Visitor<'de>>(
        self,
        _length: usize,
        _visitor: V,
    ) -> Result<V::Value, InputError> {
        Err(InputError::new("an object", one_of(self.variants)))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, InputError> {
        match self.value {
            Some(node) => Value { node }
                .deserialize_map(visitor)
                .map_err(|e| e.inside(self.name)),
            None => Err(InputError::new(
                format_args!("{:?}", self.name),
                "an object",
            )),
        }
    }
}
