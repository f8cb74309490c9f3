//! How JSON writes a fact.

use crate::{
    fact::{Fact, Reason},
    facts::install::ProfileExpiry,
    json::text_values::{TIME_OR_NONE, as_text, parse_time},
};
use serde::{
    Deserialize, Deserializer,
    de::{Error, MapAccess, Unexpected, Visitor},
};
use std::{fmt, marker::PhantomData};

as_text!(
    ProfileExpiry,
    TIME_OR_NONE,
    |text| match text {
        "none" => Some(ProfileExpiry::Absent),
        _ => Some(ProfileExpiry::Ends {
            at: parse_time(text)?
        }),
    },
    |expiry| match expiry {
        ProfileExpiry::Absent => &"none" as &dyn fmt::Display,
        ProfileExpiry::Ends { at } => at,
    }
);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Fact<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(FactVisitor(PhantomData))
    }
}

struct FactVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for FactVisitor<T> {
    type Value = Fact<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("{\"known\": VALUE} or {\"unreadable\": REASON}")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Fact<T>, A::Error> {
        let mut fact = None;
        while let Some(name) = fields.next_key::<String>()? {
            if fact.is_some() {
                return Err(A::Error::invalid_value(
                    Unexpected::Other("more than one field"),
                    &self,
                ));
            }
            fact = Some(match name.as_str() {
                "known" => Fact::Known {
                    value: fields.next_value()?,
                },
                "unreadable" => Fact::Unreadable {
                    reason: fields.next_value::<Reason>()?,
                },
                _ => return Err(A::Error::unknown_field(&name, &["known", "unreadable"])),
            });
        }
        fact.ok_or_else(|| A::Error::invalid_value(Unexpected::Other("an empty object"), &self))
    }
}
