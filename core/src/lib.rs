//! The judgement of Blink Diagnose: what keeps an app from working on a phone, from facts to findings.
#![forbid(unsafe_code)]

pub mod fact;
pub mod facts;
pub mod input;
#[cfg(feature = "json")]
mod json;
pub mod os;
pub mod profile;
pub mod profiles;
mod record;
#[cfg(feature = "schema")]
mod schema;
pub mod source;
pub mod time;
pub mod version;
