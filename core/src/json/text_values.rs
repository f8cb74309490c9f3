//! Moments, days, versions and package names as JSON writes them: one text each.

use crate::{
    input::{InputError, quoted},
    source::{self, PackageName},
    time::{Date, Time},
    version::{self, AppVersion},
};
use serde::de::{Error, Unexpected, Visitor};
use std::fmt;

pub(crate) const TIME: &str =
    "an RFC 3339 time such as \"2026-11-24T08:00:00Z\" or \"2026-11-24T09:00:00+01:00\"";
pub(crate) const TIME_OR_NONE: &str =
    "an RFC 3339 time such as \"2026-11-24T08:00:00Z\", or \"none\"";
pub(crate) const DATE: &str = "a day such as \"2026-11-05\"";

impl Time {
    /// Reads an RFC 3339 time; a fraction of a second is dropped.
    ///
    /// # Errors
    /// A text that is none.
    pub fn from_rfc3339(text: &str) -> Result<Self, InputError> {
        parse_time(text).ok_or_else(|| InputError::new(quoted(text), TIME))
    }
}

/// Reads RFC 3339; a fraction of a second is dropped.
pub(crate) fn parse_time(text: &str) -> Option<Time> {
    let format = &::time::format_description::well_known::Rfc3339;
    let moment = ::time::OffsetDateTime::parse(text, format).ok()?;
    let time = Time {
        seconds: moment.unix_timestamp(),
    };
    (Time::FIRST..=Time::LAST).contains(&time).then_some(time)
}

/// A type that JSON writes as a text.
pub(crate) struct TextVisitor<T> {
    pub(crate) expected: &'static str,
    pub(crate) parse: fn(&str) -> Option<T>,
}

impl<T> Visitor<'_> for TextVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        (self.parse)(text).ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
    }
}

macro_rules! as_text {
    ($type:ty, $expected:expr, $parse:expr, |$value:ident| $text:expr) => {
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str($crate::json::text_values::TextVisitor {
                    expected: $expected,
                    parse: $parse,
                })
            }
        }

        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let $value = self;
                serializer.collect_str($text)
            }
        }
    };
}

pub(crate) use as_text;

as_text!(Date, DATE, Date::parse, |date| date);
as_text!(
    AppVersion,
    version::EXPECTED,
    AppVersion::parse,
    |version| version
);
as_text!(
    PackageName,
    source::EXPECTED,
    PackageName::parse,
    |package| &package.name
);
as_text!(Time, TIME, parse_time, |time| time);
