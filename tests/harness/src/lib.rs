//! The shared test cases.
#![forbid(unsafe_code)]
