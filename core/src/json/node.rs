//! A JSON value as it was written, its fields in order.

use super::name_in_path;
use crate::input::{InputError, quoted};
use serde::{
    Deserialize, Deserializer,
    de::{Error, MapAccess, SeqAccess, Visitor},
};
use std::{collections::HashSet, fmt};

/// A JSON value as it was written.
#[derive(Debug)]
pub(super) enum Node {
    Null,
    Bool(bool),
    Integer(i64),
    /// A number that is no `i64`, as serde_json gives it.
    Float(f64),
    Text(String),
    List(Vec<Self>),
    Object(Vec<(String, Self)>),
}

/// Between a path and the message of an error that only has room for a text.
const PATH_END: char = '\u{0}';

impl Node {
    /// Reads a JSON text.
    pub(super) fn parse(text: &str) -> Result<Self, InputError> {
        serde_json::from_str(text).map_err(|error| {
            let message = error.to_string();
            match message.split_once(PATH_END) {
                Some((path, _)) => {
                    InputError::new("this field a second time", "each field once").inside(path)
                }
                None if text.trim().is_empty() => InputError::new("an empty text", "JSON"),
                None => InputError::new(format_args!("no JSON ({message})"), "JSON"),
            }
        })
    }

    /// The field of that name, if this is an object that has it.
    pub(super) fn field(&self, name: &str) -> Option<&Self> {
        let Self::Object(fields) = self else {
            return None;
        };
        fields
            .iter()
            .find_map(|(field, node)| (field == name).then_some(node))
    }
}

impl fmt::Display for Node {
    /// As an error message says what was found.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Bool(value) => value.fmt(f),
            Self::Integer(value) => value.fmt(f),
            // Debug keeps the point of 1000.0 and writes 1e300 short.
            Self::Float(value) => write!(f, "{value:?}"),
            Self::Text(text) => f.write_str(&quoted(text)),
            Self::List(_) => f.write_str("a list"),
            Self::Object(_) => f.write_str("an object"),
        }
    }
}

impl From<&serde_json::Value> for Node {
    fn from(value: &serde_json::Value) -> Self {
        use serde_json::Value;
        match value {
            Value::Null => Self::Null,
            Value::Bool(value) => Self::Bool(*value),
            Value::Number(number) => number.as_i64().map_or_else(
                || Self::Float(number.as_f64().unwrap_or(f64::NAN)),
                Self::Integer,
            ),
            Value::String(text) => Self::Text(text.clone()),
            Value::Array(values) => Self::List(values.iter().map(Self::from).collect()),
            Value::Object(fields) => Self::Object(
                fields
                    .iter()
                    .map(|(name, value)| (name.clone(), value.into()))
                    .collect(),
            ),
        }
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NodeVisitor)
    }
}

struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Node, E> {
        Ok(Node::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Node, E> {
        Ok(Node::Integer(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Node, E> {
        #[expect(clippy::cast_precision_loss, reason = "only shown as too large")]
        Ok(i64::try_from(value).map_or_else(|_| Node::Float(value as f64), Node::Integer))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Node, E> {
        Ok(Node::Float(value))
    }

    fn visit_str<E>(self, text: &str) -> Result<Node, E> {
        Ok(Node::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Node, A::Error> {
        let mut nodes = Vec::new();
        while let Some(node) = list
            .next_element()
            .map_err(|e| within(&format!("[{}]", nodes.len()), e))?
        {
            nodes.push(node);
        }
        Ok(Node::List(nodes))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Node, A::Error> {
        let mut fields: Vec<(String, Node)> = Vec::new();
        let mut names = HashSet::new();
        while let Some(name) = object.next_key::<String>()? {
            if !names.insert(name.clone()) {
                let name = name_in_path(&name);
                return Err(A::Error::custom(format_args!("{name}{PATH_END}")));
            }
            let node = object
                .next_value()
                .map_err(|e| within(&name_in_path(&name), e))?;
            fields.push((name, node));
        }
        Ok(Node::Object(fields))
    }
}

/// The error of a field given twice, seen from one level up; any other as it is.
fn within<E: Error>(field: &str, error: E) -> E {
    let message = error.to_string();
    match message.split_once(PATH_END) {
        Some((path, _)) if path.starts_with('[') => {
            E::custom(format_args!("{field}{path}{PATH_END}"))
        }
        Some((path, _)) => E::custom(format_args!("{field}.{path}{PATH_END}")),
        None => error,
    }
}
