//! The documented JSON form of the facts, version 1.

use super::{AppFacts, ClockFacts, DeliveryFacts, DeviceFacts, HostFacts, Phone};
use crate::{
    input::InputError,
    json::{from_json, from_value},
    record::record,
};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The version of the JSON form that this library reads and writes.
pub const FACTS_VERSION: i64 = 1;

record! {
    /// What a phone observed at one moment.
    #[cfg_attr(feature = "schema", schemars(rename = "DeviceFacts"))]
    pub struct FactsDocument {
        /// The version of this form: 1.
        #[cfg_attr(feature = "schema", schemars(extend("const" = FACTS_VERSION)))]
        facts_version: i64,
        /// The phone's own clock.
        clock: ClockFacts,
        /// The app itself.
        app: AppFacts,
        /// What only the host app and its server know.
        host: HostFacts,
        /// The shell's own record of tests.
        delivery: DeliveryFacts,
        /// What the operating system says.
        phone: Phone,
    }
}

impl From<FactsDocument> for DeviceFacts {
    fn from(document: FactsDocument) -> Self {
        let FactsDocument {
            facts_version: _,
            clock,
            app,
            host,
            delivery,
            phone,
        } = document;
        Self {
            clock,
            app,
            host,
            delivery,
            phone,
        }
    }
}

impl From<DeviceFacts> for FactsDocument {
    fn from(facts: DeviceFacts) -> Self {
        let DeviceFacts {
            clock,
            app,
            host,
            delivery,
            phone,
        } = facts;
        Self {
            facts_version: FACTS_VERSION,
            clock,
            app,
            host,
            delivery,
            phone,
        }
    }
}

impl DeviceFacts {
    /// Reads facts from their JSON form.
    ///
    /// # Errors
    /// The first thing that is wrong, with its path: no JSON, another version, a field given twice, unknown or
    /// missing, a wrong type, an impossible value.
    pub fn from_json(text: &str) -> Result<Self, InputError> {
        from_json::<Self>(text, "facts_version", FACTS_VERSION).and_then(Self::valid)
    }

    /// Reads facts from a JSON value.
    ///
    /// # Errors
    /// As [`Self::from_json`].
    pub fn from_value(value: &serde_json::Value) -> Result<Self, InputError> {
        from_value::<Self>(value, "facts_version", FACTS_VERSION).and_then(Self::valid)
    }

    fn valid(self) -> Result<Self, InputError> {
        self.validate().map(|()| self)
    }
}

/// The single record of a platform, without a field of its own around it.
pub(super) mod facts_alone {
    use super::{Deserialize, Deserializer, Serialize, Serializer};

    pub(crate) fn serialize<T: Serialize, S: Serializer>(
        facts: &T,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        facts.serialize(serializer)
    }

    pub(crate) fn deserialize<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<T, D::Error> {
        T::deserialize(deserializer)
    }
}

#[cfg(feature = "schema")]
impl DeviceFacts {
    /// The JSON Schema (draft 2020-12) of the JSON form. Ranges and forms of texts are only described in it.
    #[must_use]
    pub fn json_schema() -> serde_json::Value {
        let mut schema = schemars::schema_for!(FactsDocument).to_value();
        if let Some(definitions) = schema.get_mut("$defs").and_then(|d| d.as_object_mut()) {
            *definitions = std::mem::take(definitions)
                .into_iter()
                .map(|(name, definition)| (readable(&name), definition))
                .collect();
        }
        name_readably(&mut schema);
        schema
    }
}

/// The name of a definition without the generator's words: `ChannelListFact` for `Array_of_ChannelFact`.
#[cfg(feature = "schema")]
fn readable(name: &str) -> String {
    let fact = |inner: &str| match inner.strip_prefix("Array_of_") {
        Some(item) => format!("{item}ListFact"),
        None if inner == "boolean" => "BooleanFact".to_owned(),
        None if inner == "int64" => "NumberFact".to_owned(),
        None => format!("{inner}Fact"),
    };
    name.strip_suffix("Fact")
        .map_or_else(|| name.to_owned(), fact)
}

/// Gives every reference the name of its definition.
#[cfg(feature = "schema")]
fn name_readably(schema: &mut serde_json::Value) {
    match schema {
        serde_json::Value::Object(fields) => {
            for (field, value) in fields {
                match value
                    .as_str()
                    .and_then(|text| text.strip_prefix("#/$defs/"))
                {
                    Some(name) if field == "$ref" => {
                        *value = format!("#/$defs/{}", readable(name)).into();
                    }
                    _ => name_readably(value),
                }
            }
        }
        serde_json::Value::Array(values) => values.iter_mut().for_each(name_readably),
        _ => {}
    }
}
