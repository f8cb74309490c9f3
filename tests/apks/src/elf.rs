//! The smallest ELF files that a loader's first look accepts.

/// A shared library with one `PT_LOAD` segment for each of these alignments, `filling` bytes long.
#[must_use]
pub fn library(alignments: &[u64], filling: usize) -> Vec<u8> {
    let count = alignments.len() as u16;
    let mut out = b"\x7fELF\x02\x01\x01".to_vec();
    out.resize(16, 0);
    // ET_DYN, AArch64, version 1.
    for half in [3_u16, 183, 1, 0] {
        out.extend(half.to_le_bytes());
    }
    // Entry, program headers, section headers.
    for word in [0_u64, 64, 0] {
        out.extend(word.to_le_bytes());
    }
    // Flags, then sizes and counts.
    out.extend(0_u32.to_le_bytes());
    for half in [64_u16, 56, count, 64, 0, 0] {
        out.extend(half.to_le_bytes());
    }
    for alignment in alignments {
        // PT_LOAD, readable and executable.
        out.extend(1_u32.to_le_bytes());
        out.extend(5_u32.to_le_bytes());
        let length = 64 + 56 * u64::from(count) + filling as u64;
        for word in [0, 0, 0, length, length, *alignment] {
            out.extend(word.to_le_bytes());
        }
    }
    out.extend((0..filling).map(|place| (place * 31 % 251) as u8));
    out
}
