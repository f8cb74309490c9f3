//! APKs for the tests of `diagnose-integrity`: built by `aapt` and `zipalign`, signed by apksigner
//! or by a small signer that follows the specification and not the library under test, and then
//! damaged. Nothing here reads `diagnose-integrity`.

#![forbid(unsafe_code)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    missing_docs,
    reason = "only tests use it: a failure here fails them"
)]

pub mod aapt;
pub mod apksigner;
pub mod cache;
pub mod digest;
pub mod elf;
pub mod keys;
pub mod lineage;
pub mod signer;
pub mod signing_block;
pub mod zip;

mod tool;
