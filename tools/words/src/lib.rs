//! Compiles Project Fluent sentences into static tables at build time.
#![forbid(unsafe_code)]
