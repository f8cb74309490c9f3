//! The core for Kotlin and Swift, by UniFFI: mirrors of its types, its few calls, and the log. No rule, no sentence and
//! no default stands here.
//!
//! Types that can cross as they are, are mirrored without a conversion (`uniffi::remote`), the others with one that
//! names every field: where the core changes, this does not compile.

pub mod advice;
pub mod android;
#[cfg(feature = "cases")]
pub mod cases;
pub mod code;
pub mod delivery;
pub mod diagnosis;
pub mod error;
pub mod fact;
pub mod facts;
pub mod host;
pub mod install;
pub mod ios;
pub mod logging;
pub mod parse;
pub mod playbook;
pub mod profile;
pub mod profiles;
pub mod question;
pub mod report;
pub mod rung;
pub mod source;
pub mod time;
pub mod verification;
pub mod version;

uniffi::setup_scaffolding!();
