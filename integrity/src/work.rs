//! How the work is done: on how many threads, with whom told how far it is.

use std::{num::NonZeroUsize, ops::ControlFlow};

use thiserror::Error;

/// How far a file's contents have been digested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Bytes of the contents digested so far, which never falls; where more than one digest is
    /// needed, its mean.
    pub done: u64,
    /// Bytes of the contents: of the file without its signing block.
    pub all: u64,
}

/// Told of progress before each signer and after each MB at the latest, from any of the threads but
/// one at a time; its answer stops the work.
pub type OnProgress<'a> = &'a (dyn Fn(Progress) -> ControlFlow<()> + Sync);

/// How to do it.
#[derive(Clone, Copy)]
pub struct Work<'a> {
    /// Over how many threads digesting is spread, the calling one among them.
    pub threads: NonZeroUsize,
    /// Who is told of progress and may stop it.
    pub progress: Option<OnProgress<'a>>,
}

impl Default for Work<'_> {
    /// On the calling thread alone, and nobody told.
    fn default() -> Self {
        Self {
            threads: NonZeroUsize::MIN,
            progress: None,
        }
    }
}

/// The progress callback ended the work before there was a verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("stopped on request")]
pub struct Stopped;
