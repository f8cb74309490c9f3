//! The JSON Schema of types that JSON writes as a text.

use crate::{
    facts::install::ProfileExpiry,
    json::text_values::{DATE, TIME, TIME_OR_NONE},
    source::{self, PackageName},
    time::{Date, Time},
    version::{self, AppVersion},
};

macro_rules! text_schema {
    ($type:ident, $expected:expr) => {
        impl schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "description": $expected })
            }
        }
    };
}

text_schema!(AppVersion, version::EXPECTED);
text_schema!(Date, DATE);
text_schema!(PackageName, source::EXPECTED);
text_schema!(ProfileExpiry, TIME_OR_NONE);
text_schema!(Time, TIME);
