//! The judgement of Blink Diagnose.
#![forbid(unsafe_code)]

pub mod code;
pub mod words;
