//! The entries of an APK: its central directory, read as a stream, and where the data of one entry
//! lies. Held to what Android's own reader asks (AOSP `libziparchive`).

use std::{io, ops::Range};

use thiserror::Error;

use crate::{
    ReadAt,
    read_at::read_exact_at,
    sections::{Sections, SectionsError},
};

/// APPNOTE.TXT, section 4.3.12: a record of the central directory without name, extra field and
/// comment.
const RECORD_SIZE: usize = 46;
const RECORD_SIGNATURE: [u8; 4] = *b"PK\x01\x02";
/// APPNOTE.TXT, section 4.3.7: a local header without name and extra field.
const LOCAL_SIZE: usize = 30;
const LOCAL_SIGNATURE: [u8; 4] = *b"PK\x03\x04";
/// APPNOTE.TXT, section 4.4.4, bit 0.
const ENCRYPTED: u16 = 1;
/// APPNOTE.TXT, section 4.4.4, bit 3: sizes and CRC-32 follow the data.
const DESCRIPTOR: u16 = 1 << 3;
/// APPNOTE.TXT, section 4.4.8: the value is in the ZIP64 extra field.
const IN_ZIP64: u32 = u32::MAX;
/// Bytes of the central directory that are held at a time, unless one name is longer.
const WINDOW: u64 = 32 * 1024;

/// APPNOTE.TXT, section 4.4.5.
pub(crate) const STORED: u16 = 0;
/// APPNOTE.TXT, section 4.4.5.
pub(crate) const DEFLATED: u16 = 8;

/// Why the entries of an APK cannot be read.
#[derive(Debug, Error)]
#[error(transparent)]
pub struct ArchiveError(#[from] Problem);

impl ArchiveError {
    /// The system could not read the file, as opposed to a file that is no APK.
    pub fn is_io(&self) -> bool {
        matches!(
            self.0,
            Problem::Read(_) | Problem::Sections(SectionsError::Read(_))
        )
    }

    /// What the system said, if it could not read the file.
    pub(crate) fn into_io(self) -> Option<io::Error> {
        match self.0 {
            Problem::Read(error) | Problem::Sections(SectionsError::Read(error)) => Some(error),
            _ => None,
        }
    }
}

impl From<io::Error> for ArchiveError {
    fn from(error: io::Error) -> Self {
        Self(Problem::Read(error))
    }
}

impl From<SectionsError> for ArchiveError {
    fn from(error: SectionsError) -> Self {
        Self(Problem::Sections(error))
    }
}

#[derive(Debug, Error)]
enum Problem {
    #[error(transparent)]
    Sections(SectionsError),
    #[error(transparent)]
    Read(io::Error),
    #[error("the ZIP central directory ends inside a record")]
    Short,
    #[error("the ZIP central directory holds something else than a record")]
    Signature,
}

/// Why the data of one entry cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum EntryProblem {
    /// Signature, name, method, sizes, CRC-32 or encryption.
    #[error("its local header and the central directory do not agree")]
    Header,
    /// Before the file's first byte, or in or after what follows the entries.
    #[error("its data lies outside the entries")]
    Outside,
    /// Sizes of more than 32 bits.
    #[error("it has the ZIP64 format")]
    Zip64,
    /// By a password; Android installs no such APK.
    #[error("it is encrypted")]
    Encrypted,
    /// Neither stored nor deflated; the number of APPNOTE.TXT, section 4.4.5.
    #[error("its compression method {0} is not known")]
    Method(u16),
    /// The stream breaks a rule of RFC 1951, or does not end.
    #[error("its data cannot be inflated")]
    Inflate,
    /// More or less than the central directory states.
    #[error("its data has another size")]
    Size,
    /// The data is not what was put in.
    #[error("its data has another CRC-32")]
    Crc,
}

/// One record of the central directory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    /// As in the file: no rule says that it is UTF-8.
    pub(crate) name: Vec<u8>,
    pub(crate) flags: u16,
    pub(crate) method: u16,
    pub(crate) crc32: u32,
    /// Bytes in the file.
    pub(crate) compressed: u32,
    /// Bytes of the data.
    pub(crate) size: u32,
    /// Where its local header starts.
    header: u32,
}

/// An APK whose sections were found.
pub(crate) struct Archive<'a> {
    apk: &'a dyn ReadAt,
    sections: Sections,
}

impl<'a> Archive<'a> {
    pub(crate) fn open(apk: &'a dyn ReadAt) -> Result<Self, ArchiveError> {
        let sections = Sections::find(apk)?;
        Ok(Self { apk, sections })
    }

    pub(crate) fn apk(&self) -> &'a dyn ReadAt {
        self.apk
    }

    /// Bytes of local headers and data: no entry, and no sum of entries that do not overlap, has
    /// more.
    pub(crate) fn entries_size(&self) -> u64 {
        self.sections
            .entries
            .end
            .saturating_sub(self.sections.entries.start)
    }

    /// As many records as the end record states, in their order. A record has at least 46 bytes, so
    /// the file's size bounds their number.
    pub(crate) fn entries(&self) -> Entries<'a> {
        Entries {
            apk: self.apk,
            next: self.sections.central_directory.start,
            end: self.sections.central_directory.end,
            left: self.sections.entry_count,
            window: Vec::new(),
            start: 0,
        }
    }

    /// Where the entry's data lies, once its local header agrees with its record.
    pub(crate) fn data(&self, entry: &Entry) -> io::Result<Result<Range<u64>, EntryProblem>> {
        if [entry.compressed, entry.size, entry.header].contains(&IN_ZIP64) {
            return Ok(Err(EntryProblem::Zip64));
        }
        let end = self.sections.entries.end;
        let header = u64::from(entry.header);
        let name_at = header + LOCAL_SIZE as u64;
        if name_at + entry.name.len() as u64 > end {
            return Ok(Err(EntryProblem::Outside));
        }
        let mut local = [0; LOCAL_SIZE];
        read_exact_at(self.apk, &mut local, header)?;
        let flags = u16_at(&local, 6);
        let by_descriptor = flags & DESCRIPTOR != 0;
        let agrees = local.starts_with(&LOCAL_SIGNATURE)
            && u16_at(&local, 8) == entry.method
            && (flags ^ entry.flags) & ENCRYPTED == 0
            && (by_descriptor
                || u32_at(&local, 14) == entry.crc32
                    && u32_at(&local, 18) == entry.compressed
                    && u32_at(&local, 22) == entry.size)
            && usize::from(u16_at(&local, 26)) == entry.name.len();
        if !agrees {
            return Ok(Err(EntryProblem::Header));
        }
        let mut name = vec![0; entry.name.len()];
        read_exact_at(self.apk, &mut name, name_at)?;
        if name != entry.name {
            return Ok(Err(EntryProblem::Header));
        }
        if flags & ENCRYPTED != 0 {
            return Ok(Err(EntryProblem::Encrypted));
        }
        let start = name_at + name.len() as u64 + u64::from(u16_at(&local, 28));
        let data = start..start + u64::from(entry.compressed);
        if data.end > end {
            return Ok(Err(EntryProblem::Outside));
        }
        Ok(Ok(data))
    }
}

/// The records of the central directory, read in pieces.
pub(crate) struct Entries<'a> {
    apk: &'a dyn ReadAt,
    /// Where the file is read next.
    next: u64,
    /// Where the central directory ends.
    end: u64,
    /// Records still to come.
    left: u16,
    window: Vec<u8>,
    /// The first byte of the window that was not taken.
    start: usize,
}

impl Iterator for Entries<'_> {
    type Item = Result<Entry, ArchiveError>;

    /// Nothing follows an error.
    fn next(&mut self) -> Option<Self::Item> {
        self.left = self.left.checked_sub(1)?;
        let entry = self.read();
        if entry.is_err() {
            self.left = 0;
        }
        Some(entry)
    }
}

impl Entries<'_> {
    fn read(&mut self) -> Result<Entry, ArchiveError> {
        let record = self.take(RECORD_SIZE)?;
        if !record.starts_with(&RECORD_SIGNATURE) {
            return Err(Problem::Signature.into());
        }
        let name_size = usize::from(u16_at(record, 28));
        let rest = usize::from(u16_at(record, 30)) + usize::from(u16_at(record, 32));
        let mut entry = Entry {
            name: Vec::new(),
            flags: u16_at(record, 8),
            method: u16_at(record, 10),
            crc32: u32_at(record, 16),
            compressed: u32_at(record, 20),
            size: u32_at(record, 24),
            header: u32_at(record, 42),
        };
        entry.name = self.take(name_size)?.to_vec();
        self.take(rest)?;
        Ok(entry)
    }

    fn take(&mut self, size: usize) -> Result<&[u8], ArchiveError> {
        let held = self.window.len().saturating_sub(self.start);
        if held < size {
            let missing = (size - held) as u64;
            let left = self.end.saturating_sub(self.next);
            if missing > left {
                return Err(Problem::Short.into());
            }
            self.window.drain(..self.start);
            self.start = 0;
            let piece = left.min(missing.max(WINDOW));
            self.window
                .resize(held + usize::try_from(piece).unwrap_or_default(), 0);
            let fresh = self.window.get_mut(held..).unwrap_or_default();
            read_exact_at(self.apk, fresh, self.next)?;
            self.next += piece;
        }
        let taken = self.start..self.start + size;
        self.start = taken.end;
        self.window.get(taken).ok_or_else(|| Problem::Short.into())
    }
}

/// Little endian; 0 outside, which is not asked for: the records have fixed sizes.
fn u16_at(record: &[u8], at: usize) -> u16 {
    match record.get(at..) {
        Some([a, b, ..]) => u16::from_le_bytes([*a, *b]),
        _ => 0,
    }
}

/// As [`u16_at`].
fn u32_at(record: &[u8], at: usize) -> u32 {
    match record.get(at..) {
        Some([a, b, c, d, ..]) => u32::from_le_bytes([*a, *b, *c, *d]),
        _ => 0,
    }
}
