//! Whether the files of an installed Android app are what their signer signed, whether any is
//! missing, and which part is at fault. Readers in, verdicts out.

#![forbid(unsafe_code)]

mod read_at;
mod sections;

pub use read_at::ReadAt;
