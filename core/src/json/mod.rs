//! JSON that says what is wrong with it.

mod node;
mod strict;
pub(crate) mod text_values;

use crate::input::InputError;
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
    if let Some(Node::Integer(found)) = node.field(version_field)
        && *found != version
    {
        return Err(InputError::new(found, version).inside(version_field));
    }
    T::deserialize(strict::Value::new(node))
}

/// Reads a value that may be null but not missing: serde takes a missing `Option` silently.
pub(crate) fn nullable<'de, T: Deserialize<'de>, D: serde::Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    Option::deserialize(deserializer)
}
