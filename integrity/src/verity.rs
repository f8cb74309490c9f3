//! The root of a Merkle tree over pages of 4 KB, as fs-verity builds it, with the contents' length
//! (AOSP `VerityBuilder`; APK Signature Scheme v3, signature algorithms 0x0421, 0x0423, 0x0425).

use std::num::NonZeroUsize;

use sha2::{Digest, Sha256};

use crate::protected::{Halt, Meter, Protected, spread};

/// Of data and tree alike.
pub(crate) const PAGE_SIZE: usize = 4096;
const DIGEST_SIZE: usize = 32;
/// How many digests fill a page of the tree.
const FAN_OUT: usize = PAGE_SIZE / DIGEST_SIZE;
/// The data under one page of the tree's lowest level: the unit of work, whose digests never all
/// stand in memory.
const UNIT_SIZE: u64 = (PAGE_SIZE * FAN_OUT) as u64;
const SALT: [u8; 8] = [0; 8];

/// Root and length. The entries must end on a page.
pub(crate) fn digest(
    contents: &Protected<'_>,
    threads: NonZeroUsize,
    meter: &Meter<'_>,
) -> Result<Vec<u8>, Halt> {
    let length = contents.length();
    let [entries, ..] = contents.lengths;
    let mut level = spread(threads, length.div_ceil(UNIT_SIZE), &|unit, buffer| {
        let start = unit * UNIT_SIZE;
        let end = length.min(start + UNIT_SIZE);
        let mut digests = Vec::with_capacity(PAGE_SIZE);
        let mut position = start;
        while position < end {
            // Entries and central directory are apart in the file.
            let stretch = if position < entries {
                entries.min(end)
            } else {
                end
            };
            let step = (stretch - position).min(buffer.len() as u64);
            let buffer = buffer.get_mut(..usize::try_from(step).unwrap_or_default());
            let buffer = buffer.unwrap_or_default();
            contents.read(buffer, position)?;
            digests.extend(buffer.chunks(PAGE_SIZE).flat_map(page_digest));
            position += step;
        }
        meter.add(end - start)?;
        Ok(page_digest(&digests))
    })?;
    while level.len() > 1 {
        level = level
            .chunks(FAN_OUT)
            .map(|page| page_digest(page.as_flattened()))
            .collect();
    }
    let mut digest = level.concat();
    digest.extend(length.to_le_bytes());
    Ok(digest)
}

/// A page that is not full counts as filled up with zeros.
fn page_digest(page: &[u8]) -> [u8; DIGEST_SIZE] {
    let mut digest = Sha256::new();
    digest.update(SALT);
    digest.update(page);
    let missing = PAGE_SIZE.saturating_sub(page.len());
    digest.update([0; PAGE_SIZE].get(..missing).unwrap_or_default());
    digest.finalize().into()
}
