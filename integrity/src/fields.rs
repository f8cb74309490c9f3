//! Reads the little-endian, length-prefixed fields of which the signature schemes are made.

use thiserror::Error;

/// A field or its length reaches over the end of what holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("a field reaches over its end")]
pub(crate) struct Short;

/// What is left to read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fields<'a>(pub(crate) &'a [u8]);

impl<'a> Fields<'a> {
    pub(crate) fn u32(&mut self) -> Result<u32, Short> {
        let (number, rest) = self.0.split_first_chunk().ok_or(Short)?;
        self.0 = rest;
        Ok(u32::from_le_bytes(*number))
    }

    /// A `uint32` length and that many bytes.
    pub(crate) fn prefixed(&mut self) -> Result<Self, Short> {
        let length = usize::try_from(self.u32()?).map_err(|_| Short)?;
        let (field, rest) = self.0.split_at_checked(length).ok_or(Short)?;
        self.0 = rest;
        Ok(Self(field))
    }

    /// The elements of a sequence, each with its length; ends after the first that is short.
    pub(crate) fn elements(mut self) -> impl Iterator<Item = Result<Self, Short>> {
        std::iter::from_fn(move || {
            if self.0.is_empty() {
                return None;
            }
            let element = self.prefixed();
            if element.is_err() {
                self.0 = &[];
            }
            Some(element)
        })
    }
}
