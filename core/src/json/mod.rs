//! JSON that says what is wrong with it.

mod node;
mod strict;
pub(crate) mod text_values;

use crate::input::{InputError, shortened};
use node::Node;
use serde::{Deserialize, de::DeserializeOwned};

/// Reads a versioned record from a JSON text.
///
/// # Errors
/// The first thing that is wrong, with its path: no JSON, a field given twice, another version, an unknown or missing
/// field, a wrong type (a list for a record too).
pub(crate) fn from_json<T: DeserializeOwned>(
    text: &str,
    version_field: &str,
    version: i64,
) -> Result<T, InputError> {
    from_node(&Node::parse(text)?, version_field, version)
}

/// Reads a versioned record from a JSON value.
///
/// # Errors
/// As [`from_json`].
pub(crate) fn from_value<T: DeserializeOwned>(
    value: &serde_json::Value,
    version_field: &str,
    version: i64,
) -> Result<T, InputError> {
    from_node(&Node::from(value), version_field, version)
}

/// The version comes first: what another version calls its fields is no mistake of this one.
fn from_node<T: DeserializeOwned>(
    node: &Node,
    version_field: &str,
    version: i64,
) -> Result<T, InputError> {
    if let Node::Object(_) = node {
        let expected = format!("{version}, the only version that this program reads");
        match node.field(version_field) {
            Some(Node::Integer(found)) if *found == version => Ok(()),
            Some(found) => Err(InputError::new(found, expected)),
            None => Err(InputError::new("nothing", expected)),
        }
        .map_err(|e| e.inside(version_field))?;
    }
    T::deserialize(strict::Value::new(node))
}

/// A field's name from outside as a path shows it: shortened, on one line.
fn name_in_path(name: &str) -> String {
    shortened(name).escape_debug().to_string()
}

/// Reads a value that may be null but not missing: serde takes a missing `Option` silently.
pub(crate) fn nullable<'de, T: Deserialize<'de>, D: serde::Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    Option::deserialize(deserializer)
}
