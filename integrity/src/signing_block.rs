//! The pairs of id and value of which an APK Signing Block is made (APK Signature Scheme v2,
//! "APK Signing Block", "Format").

use std::{io, ops::Range};

use crate::{ReadAt, read_at::read_exact_at, scheme::Scheme};

/// Both sizes and the magic stand around the pairs.
const HEADER_SIZE: u64 = 8;
const FOOTER_SIZE: u64 = 24;
/// A `uint64` length in front of id and value, and the id, which the length counts.
const LENGTH_SIZE: u64 = 8;
const ID_SIZE: u64 = 4;
/// Android reads a length as an i32.
const LENGTH_MAX: u64 = i32::MAX as u64;

/// Where the schemes' values are. Of several pairs of one id Android reads the first; padding,
/// source stamps and ids that are unknown it passes over.
#[derive(Debug, Default)]
pub(crate) struct SchemeBlocks {
    v2: Option<Range<u64>>,
    v3: Option<Range<u64>>,
    v31: Option<Range<u64>>,
    /// Whether the pairs end in one that reaches over the end of the block. What stands before it
    /// Android finds all the same.
    pub(crate) malformed: bool,
}

impl SchemeBlocks {
    pub(crate) fn find(file: &dyn ReadAt, block: &Range<u64>) -> io::Result<Self> {
        let mut found = Self::default();
        let mut window = Window::default();
        let mut position = block.start.saturating_add(HEADER_SIZE);
        let end = block.end.saturating_sub(FOOTER_SIZE);
        while position < end {
            let rest = end - position;
            if rest < LENGTH_SIZE {
                found.malformed = true;
                break;
            }
            let length = u64::from_le_bytes(window.read(file, position, end)?);
            if !(ID_SIZE..=LENGTH_MAX).contains(&length) || length > rest - LENGTH_SIZE {
                found.malformed = true;
                break;
            }
            position += LENGTH_SIZE;
            let id = u32::from_le_bytes(window.read(file, position, end)?);
            let value = position + ID_SIZE..position + length;
            for scheme in Scheme::ALL {
                if scheme.id() == id {
                    found.place(scheme).get_or_insert_with(|| value.clone());
                }
            }
            position += length;
        }
        Ok(found)
    }

    fn place(&mut self, scheme: Scheme) -> &mut Option<Range<u64>> {
        match scheme {
            Scheme::V2 => &mut self.v2,
            Scheme::V3 => &mut self.v3,
            Scheme::V31 => &mut self.v31,
        }
    }

    pub(crate) fn get(&self, scheme: Scheme) -> Option<&Range<u64>> {
        match scheme {
            Scheme::V2 => self.v2.as_ref(),
            Scheme::V3 => self.v3.as_ref(),
            Scheme::V31 => self.v31.as_ref(),
        }
    }

    /// Oldest first.
    pub(crate) fn schemes(&self) -> Vec<Scheme> {
        Scheme::ALL
            .into_iter()
            .filter(|scheme| self.get(*scheme).is_some())
            .collect()
    }
}

/// A piece of the file, so that millions of small pairs do not cost a read each.
#[derive(Default)]
struct Window {
    start: u64,
    bytes: Vec<u8>,
}

impl Window {
    const SIZE: u64 = 16 * 1024;

    /// `N` bytes at `position`, reading up to `end` at most; rising positions are read once.
    fn read<const N: usize>(
        &mut self,
        file: &dyn ReadAt,
        position: u64,
        end: u64,
    ) -> io::Result<[u8; N]> {
        if let Some(bytes) = self.get(position) {
            return Ok(bytes);
        }
        self.start = position;
        let length = end.saturating_sub(position).min(Self::SIZE);
        self.bytes
            .resize(usize::try_from(length).unwrap_or_default(), 0);
        read_exact_at(file, &mut self.bytes, position)?;
        self.get(position)
            .ok_or_else(|| io::ErrorKind::UnexpectedEof.into())
    }

    fn get<const N: usize>(&self, position: u64) -> Option<[u8; N]> {
        let at = usize::try_from(position.checked_sub(self.start)?).ok()?;
        self.bytes.get(at..)?.first_chunk().copied()
    }
}
