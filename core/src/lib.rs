//! The judgement of Blink Diagnose: what keeps an app from working on a phone, from facts to findings, advice and a
//! short code.
#![forbid(unsafe_code)]

pub mod advice;
pub mod checks;
pub mod code;
pub mod complaint;
pub mod details;
pub mod diagnosis;
pub mod fact;
pub mod facts;
pub mod input;
#[cfg(feature = "json")]
mod json;
#[doc(hidden)]
pub mod ladders;
pub mod link;
pub mod maker;
pub mod os;
pub mod playbook;
pub mod profile;
pub mod profiles;
pub mod reader;
mod record;
mod remedies;
pub mod report;
pub mod rung;
#[cfg(feature = "schema")]
mod schema;
pub mod source;
pub mod time;
pub mod version;
mod versions;
pub mod words;

pub use diagnosis::{DiagnoseError, Diagnosis, Question, diagnose};
pub use reader::Reader;
