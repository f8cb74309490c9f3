//! The digest over chunks of 1 MB (APK Signature Scheme v2, "Integrity-protected contents").

use std::num::NonZeroUsize;

use sha2::{Digest, Sha256, Sha512};

use crate::protected::{Halt, Meter, Protected, spread};

const CHUNK_SIZE: u64 = 1024 * 1024;
const CHUNK_PREFIX: u8 = 0xa5;
const TOP_PREFIX: u8 = 0x5a;

pub(crate) fn sha256(
    contents: &Protected<'_>,
    threads: NonZeroUsize,
    meter: &Meter<'_>,
) -> Result<Vec<u8>, Halt> {
    digest::<Sha256>(contents, threads, meter)
}

pub(crate) fn sha512(
    contents: &Protected<'_>,
    threads: NonZeroUsize,
    meter: &Meter<'_>,
) -> Result<Vec<u8>, Halt> {
    digest::<Sha512>(contents, threads, meter)
}

fn digest<D: Digest>(
    contents: &Protected<'_>,
    threads: NonZeroUsize,
    meter: &Meter<'_>,
) -> Result<Vec<u8>, Halt> {
    let counts = contents.lengths.map(|length| length.div_ceil(CHUNK_SIZE));
    let count = counts.iter().sum();
    let digests = spread(threads, count, &|unit, buffer| {
        let (start, length) = chunk(contents.lengths, unit);
        let mut digest = D::new();
        digest.update([CHUNK_PREFIX]);
        digest.update(low_32_bits(length));
        let mut position = start;
        let mut rest = length;
        while rest > 0 {
            let step = rest.min(buffer.len() as u64);
            let buffer = buffer.get_mut(..usize::try_from(step).unwrap_or_default());
            let buffer = buffer.unwrap_or_default();
            contents.read(buffer, position)?;
            digest.update(&*buffer);
            position += step;
            rest -= step;
        }
        meter.add(length)?;
        Ok(digest.finalize())
    })?;
    let mut top = D::new();
    top.update([TOP_PREFIX]);
    top.update(low_32_bits(count));
    for digest in digests {
        top.update(digest);
    }
    Ok(top.finalize().to_vec())
}

/// Start and length of a chunk; a section's last one may be shorter, an empty one has none.
fn chunk(lengths: [u64; 3], mut unit: u64) -> (u64, u64) {
    let mut section = 0;
    for length in lengths {
        let start = unit.saturating_mul(CHUNK_SIZE);
        if let Some(rest) = length.checked_sub(start).filter(|rest| *rest > 0) {
            return (section + start, rest.min(CHUNK_SIZE));
        }
        unit = unit.saturating_sub(length.div_ceil(CHUNK_SIZE));
        section += length;
    }
    (section, 0)
}

/// The format's `uint32`; a file that Android reads has fewer chunks by far.
fn low_32_bits(number: u64) -> [u8; 4] {
    let [a, b, c, d, ..] = number.to_le_bytes();
    [a, b, c, d]
}
