//! The shared test cases: a phone, what is different on it, a question, and what is expected.
//!
//! `tests/phones` holds whole phones as facts, `tests/cases` the cases. What a case expects was judged by hand from
//! `docs/checks.md`; no command writes it.
#![forbid(unsafe_code)]

mod case;
mod path;
mod told;

pub use case::{Case, CaseError, Contrast, Judged, all, phones};
pub use path::set;
pub use told::{expand, told, told_file};
