//! Verification of single APKs, by the public interface.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    reason = "a failure here is what a test is for"
)]

mod corpus;
mod flips;
mod messages;
mod reading;
