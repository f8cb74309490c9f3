//! Deserialises a [`Node`] without any leniency, and knows the path of what is wrong.
//!
//! serde_json alone takes a list for a record and names no path.

use super::{name_in_path, node::Node};
use crate::input::{InputError, quoted};
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
        Self::new("nothing", "a value: every field is required").inside(field)
    }

    fn unknown_field(field: &str, expected: &'static [&'static str]) -> Self {
        Self::new("an unknown field", one_of(expected)).inside(&name_in_path(field))
    }

    fn unknown_variant(variant: &str, expected: &'static [&'static str]) -> Self {
        Self::new(quoted(variant), one_of(expected))
    }
}

fn one_of(names: &[&str]) -> String {
    list(names, "or")
}

fn list(names: &[&str], joint: &str) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match names.as_slice() {
        [] => "nothing".to_owned(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} {joint} {last}", first.join(", ")),
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
        InputError::new(self.node, expected)
    }
}

/// Refuses the first field that a record does not have. It may be one that the record has by another name: then what
/// is expected are the fields that are missing.
fn only_known(given: &[(String, Node)], fields: &'static [&'static str]) -> Result<(), InputError> {
    let Some((unknown, _)) = given
        .iter()
        .find(|(name, _)| !fields.contains(&name.as_str()))
    else {
        return Ok(());
    };
    let missing: Vec<&str> = fields
        .iter()
        .copied()
        .filter(|field| given.iter().all(|(name, _)| name != field))
        .collect();
    let expected = match missing.as_slice() {
        [] => format!("only {}", list(fields, "and")),
        [field] => format!("`{field}`, which is missing"),
        fields => format!("one of those that are missing: {}", one_of(fields)),
    };
    Err(InputError::new("an unknown field", expected).inside(&name_in_path(unknown)))
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
        "i64" => "a whole number of at most 64 bits".to_owned(),
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
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, InputError> {
        if let Node::Object(given) = self.node {
            only_known(given, fields)?;
        }
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, InputError> {
        let name = match self.node {
            Node::Text(text) => text,
            Node::Object(fields) => match fields.as_slice() {
                [(name, _)] if variants.contains(&name.as_str()) => name,
                _ => variants.first().copied().unwrap_or_default(),
            },
            _ => variants.first().copied().unwrap_or_default(),
        };
        visitor.visit_enum(Variant {
            name,
            node: self.node,
            variants,
        })
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

/// A variant of an enumeration: a text that names a plain one, or an object with one field that names one with
/// contents. Only the type knows which of them it has; where the node is neither, the name is any that the type knows.
struct Variant<'a> {
    name: &'a str,
    node: &'a Node,
    variants: &'static [&'static str],
}

impl<'de> EnumAccess<'de> for Variant<'_> {
    type Error = InputError;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(
        self,
        seed: V,
    ) -> Result<(V::Value, Self), InputError> {
        Ok((seed.deserialize(self.name.into_deserializer())?, self))
    }
}

impl<'a> Variant<'a> {
    /// The contents of the one field.
    fn contents(&self) -> Result<Value<'a>, InputError> {
        let expected = format!("an object with one field, {}", one_of(self.variants));
        let Node::Object(fields) = self.node else {
            return Err(InputError::new(self.node, expected));
        };
        match fields.as_slice() {
            [(name, node)] if name == self.name => Ok(Value { node }),
            [(name, _)] => Err(de::Error::unknown_field(name, self.variants)),
            _ => {
                let found = format!("an object with {} fields", fields.len());
                Err(InputError::new(found, expected))
            }
        }
    }
}

impl<'de> VariantAccess<'de> for Variant<'_> {
    type Error = InputError;

    fn unit_variant(self) -> Result<(), InputError> {
        match self.node {
            Node::Text(_) => Ok(()),
            _ => Err(InputError::new(self.node, one_of(self.variants))),
        }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(
        self,
        seed: T,
    ) -> Result<T::Value, InputError> {
        seed.deserialize(self.contents()?)
            .map_err(|e| e.inside(self.name))
    }

    fn tuple_variant<V: Visitor<'de>>(
        self,
        _length: usize,
        visitor: V,
    ) -> Result<V::Value, InputError> {
        self.contents()?
            .deserialize_seq(visitor)
            .map_err(|e| e.inside(self.name))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, InputError> {
        self.contents()?
            .deserialize_struct("", fields, visitor)
            .map_err(|e| e.inside(self.name))
    }
}
