//! Where the sections of an APK are: entries, APK Signing Block, central directory, end record.
//! Found as a device finds them (AOSP `ZipUtils` and `ApkSigningBlockUtils`), so that what is
//! checked here is what Android would read.

use std::{io, ops::Range};

use thiserror::Error;

use crate::{ReadAt, read_at::read_exact_at};

/// APPNOTE.TXT, section 4.3.16: the end record without its comment.
const END_SIZE: u64 = 22;
const END_SIGNATURE: [u8; 4] = *b"PK\x05\x06";
const COMMENT_MAX: u64 = u16::MAX as u64;
/// APPNOTE.TXT, section 4.3.15.
const ZIP64_LOCATOR_SIZE: u64 = 20;
const ZIP64_LOCATOR_SIGNATURE: [u8; 4] = *b"PK\x06\x07";
/// The block's last field (APK Signature Scheme v2, "Format").
const BLOCK_MAGIC: [u8; 16] = *b"APK Sig Block 42";
/// The second size and the magic, at the end of the block.
const BLOCK_FOOTER_SIZE: u64 = 24;
/// Both sizes and the magic, around no pair at all.
const BLOCK_MIN_SIZE: u64 = 32;

/// Byte ranges in the file. `entries`, `signing_block` and `central_directory` follow one another
/// without a gap; between `central_directory` and `end` there may be one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sections {
    /// From the first byte to the signing block, or to the central directory.
    pub(crate) entries: Range<u64>,
    /// Absent where no block ends before the central directory; an error where one does, but
    /// cannot be delimited.
    pub(crate) signing_block: Result<Option<Range<u64>>, BlockError>,
    /// As the end record states it.
    pub(crate) central_directory: Range<u64>,
    /// The end record with its comment, to the end of the file.
    pub(crate) end: Range<u64>,
    /// How many entries the end record states.
    pub(crate) entry_count: u16,
}

/// Why the sections could not be found: the file is not a ZIP archive that Android reads.
#[derive(Debug, Error)]
pub(crate) enum SectionsError {
    #[error("the file has no ZIP end of central directory record")]
    NoEnd,
    #[error("the file is a ZIP64 archive")]
    Zip64,
    #[error("the ZIP central directory does not lie before its end record")]
    Directory,
    #[error(transparent)]
    Read(#[from] io::Error),
}

/// Why an APK Signing Block that is there could not be delimited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum BlockError {
    /// The size at its end would have it start before the file, or leaves it no room.
    #[error("its size {0} is out of range")]
    Size(u64),
    /// The size at its start is another than that at its end.
    #[error("its two sizes {first} and {second} do not agree")]
    Sizes {
        /// At its start.
        first: u64,
        /// At its end.
        second: u64,
    },
}

impl Sections {
    /// # Errors
    /// [`SectionsError`]
    pub(crate) fn find(file: &dyn ReadAt) -> Result<Self, SectionsError> {
        let length = file.length()?;
        let (end_start, record) = find_end(file, length)?;
        if has_zip64_locator(file, end_start)? {
            return Err(SectionsError::Zip64);
        }
        let [_, _, _, _, _, _, _, _, _, _, record @ ..] = record;
        let [c0, c1, s0, s1, s2, s3, o0, o1, o2, o3, _, _] = record;
        let size = u64::from(u32::from_le_bytes([s0, s1, s2, s3]));
        let offset = u64::from(u32::from_le_bytes([o0, o1, o2, o3]));
        let central_directory = offset..offset + size;
        if central_directory.end > end_start {
            return Err(SectionsError::Directory);
        }
        let signing_block = find_block(file, offset)?;
        let entries_end = match &signing_block {
            Ok(Some(block)) => block.start,
            Ok(None) | Err(_) => offset,
        };
        Ok(Self {
            entries: 0..entries_end,
            signing_block,
            central_directory,
            end: end_start..length,
            entry_count: u16::from_le_bytes([c0, c1]),
        })
    }
}

/// The end record that is nearest to the end of the file and whose comment reaches exactly to it.
fn find_end(file: &dyn ReadAt, length: u64) -> Result<(u64, [u8; 22]), SectionsError> {
    let Some(without_comment) = length.checked_sub(END_SIZE) else {
        return Err(SectionsError::NoEnd);
    };
    let mut record = [0; 22];
    read_exact_at(file, &mut record, without_comment)?;
    if record.starts_with(&END_SIGNATURE) && record.ends_with(&[0, 0]) {
        return Ok((without_comment, record));
    }
    let comment = without_comment.min(COMMENT_MAX);
    let start = without_comment - comment;
    let mut tail = vec![0; usize::try_from(END_SIZE + comment).unwrap_or_default()];
    read_exact_at(file, &mut tail, start)?;
    tail.windows(record.len())
        .enumerate()
        .rev()
        .find_map(|(at, window)| {
            let record = <[u8; 22]>::try_from(window).ok()?;
            let [.., low, high] = record;
            let comment = usize::from(u16::from_le_bytes([low, high]));
            let reaches = at + record.len() + comment == tail.len();
            (reaches && record.starts_with(&END_SIGNATURE)).then_some((start + at as u64, record))
        })
        .ok_or(SectionsError::NoEnd)
}

fn has_zip64_locator(file: &dyn ReadAt, end_start: u64) -> io::Result<bool> {
    let Some(locator) = end_start.checked_sub(ZIP64_LOCATOR_SIZE) else {
        return Ok(false);
    };
    let mut signature = [0; 4];
    read_exact_at(file, &mut signature, locator)?;
    Ok(signature == ZIP64_LOCATOR_SIGNATURE)
}

/// The block that ends where the central directory starts.
fn find_block(
    file: &dyn ReadAt,
    directory: u64,
) -> io::Result<Result<Option<Range<u64>>, BlockError>> {
    if directory < BLOCK_MIN_SIZE {
        return Ok(Ok(None));
    }
    let mut footer = [0; 24];
    read_exact_at(file, &mut footer, directory - BLOCK_FOOTER_SIZE)?;
    if !footer.ends_with(&BLOCK_MAGIC) {
        return Ok(Ok(None));
    }
    let [a, b, c, d, e, f, g, h, ..] = footer;
    let second = u64::from_le_bytes([a, b, c, d, e, f, g, h]);
    // AOSP holds the block in one array, whose length is an i32.
    let start = second
        .checked_add(8)
        .filter(|total| second >= BLOCK_FOOTER_SIZE && *total <= u64::from(i32::MAX.unsigned_abs()))
        .and_then(|total| directory.checked_sub(total));
    let Some(start) = start else {
        return Ok(Err(BlockError::Size(second)));
    };
    let mut first = [0; 8];
    read_exact_at(file, &mut first, start)?;
    let first = u64::from_le_bytes(first);
    if first == second {
        Ok(Ok(Some(start..directory)))
    } else {
        Ok(Err(BlockError::Sizes { first, second }))
    }
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::indexing_slicing,
        reason = "a failure here is what a test is for"
    )]

    use super::*;

    fn end(count: u16, size: u32, offset: u32, comment: &[u8]) -> Vec<u8> {
        let mut record = END_SIGNATURE.to_vec();
        record.extend([0; 4]);
        record.extend(count.to_le_bytes());
        record.extend(count.to_le_bytes());
        record.extend(size.to_le_bytes());
        record.extend(offset.to_le_bytes());
        record.extend(u16::try_from(comment.len()).unwrap().to_le_bytes());
        record.extend(comment);
        record
    }

    fn block(first: u64, pairs: &[u8], second: u64) -> Vec<u8> {
        let mut block = first.to_le_bytes().to_vec();
        block.extend(pairs);
        block.extend(second.to_le_bytes());
        block.extend(BLOCK_MAGIC);
        block
    }

    fn file(entries: usize, block: &[u8], directory: usize, comment: &[u8]) -> Vec<u8> {
        let mut file = vec![b'e'; entries];
        file.extend(block);
        let offset = u32::try_from(file.len()).unwrap();
        file.extend(vec![b'd'; directory]);
        file.extend(end(3, u32::try_from(directory).unwrap(), offset, comment));
        file
    }

    #[test]
    fn sections_with_and_without_block_and_comment() {
        let plain = Sections::find(&file(100, &[], 50, b"")).unwrap();
        assert_eq!(plain.entries, 0..100);
        assert_eq!(plain.signing_block, Ok(None));
        assert_eq!(plain.central_directory, 100..150);
        assert_eq!(plain.end, 150..172);
        assert_eq!(plain.entry_count, 3);
        let comment = vec![b'c'; 65_535];
        let signed = Sections::find(&file(100, &block(32, b"12345678", 32), 50, &comment)).unwrap();
        assert_eq!(signed.entries, 0..100);
        assert_eq!(signed.signing_block, Ok(Some(100..140)));
        assert_eq!(signed.central_directory, 140..190);
        assert_eq!(signed.end, 190..190 + 22 + 65_535);
    }

    #[test]
    fn the_end_record_nearest_to_the_end_counts() {
        // A whole end record inside the comment of another one: Android takes the inner one.
        let inner = end(1, 0, 7, b"");
        let sections = Sections::find(&file(100, &[], 50, &inner)).unwrap();
        assert_eq!(sections.end, 172..194);
        assert_eq!(sections.central_directory, 7..7);
    }

    fn refusal(file: &[u8]) -> String {
        Sections::find(&file.to_vec()).unwrap_err().to_string()
    }

    #[test]
    fn what_is_no_zip_is_refused() {
        let none = "the file has no ZIP end of central directory record";
        assert_eq!(refusal(b""), none);
        assert_eq!(refusal(&[0; 21]), none);
        assert_eq!(refusal(&[0; 100_000]), none);
        let mut extended = file(100, &[], 50, b"");
        extended.push(0);
        assert_eq!(refusal(&extended), none);
        let outside = "the ZIP central directory does not lie before its end record";
        let mut reversed = vec![0; 10];
        reversed.extend(end(0, 0, 11, b""));
        assert_eq!(refusal(&reversed), outside);
        assert_eq!(refusal(&end(0, u32::MAX, u32::MAX, b"")), outside);
        let mut zip64 = file(100, &[], 50, b"");
        zip64[130..134].copy_from_slice(&ZIP64_LOCATOR_SIGNATURE);
        assert_eq!(refusal(&zip64), "the file is a ZIP64 archive");
    }

    #[test]
    fn a_block_that_cannot_be_delimited_is_an_error() {
        let problem = |first, second| {
            let file = file(100, &block(first, b"12345678", second), 50, b"");
            Sections::find(&file)
                .unwrap()
                .signing_block
                .map_err(|error| error.to_string())
        };
        assert_eq!(problem(32, 32), Ok(Some(100..140)));
        let error = |text: &str| Err(text.to_owned());
        assert_eq!(
            problem(33, 32),
            error("its two sizes 33 and 32 do not agree")
        );
        assert_eq!(problem(32, 23), error("its size 23 is out of range"));
        assert_eq!(problem(32, 133), error("its size 133 is out of range"));
        let huge = u64::MAX;
        assert_eq!(
            problem(32, huge),
            error(&format!("its size {huge} is out of range"))
        );
    }
}
