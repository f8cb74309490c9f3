//! How a native library is aligned in memory: the `p_align` of its loadable segments. (System V ABI,
//! "ELF Header" and "Program Header"; Android runs little endian only.)

/// `PT_LOAD`.
const LOAD: u64 = 1;
/// `Elf32_Phdr` and `Elf64_Phdr`.
const SIZE_32: usize = 32;
const SIZE_64: usize = 56;
/// Program headers that are looked at; a library has about ten.
const SEGMENTS_MAX: usize = 256;
/// `Elf64_Ehdr`, the longer of the two headers.
pub(crate) const HEADER_SIZE: usize = 64;

/// Where a library's program headers lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Segments {
    /// Position in the library.
    pub(crate) at: u64,
    /// Bytes, at most 14336.
    pub(crate) size: usize,
    wide: bool,
}

impl Segments {
    /// From the first [`HEADER_SIZE`] bytes; nothing where they begin no ELF library.
    pub(crate) fn of(header: &[u8]) -> Option<Self> {
        let (wide, at, sizes_at, size) = match header {
            // ELFCLASS32 and ELFCLASS64, each ELFDATA2LSB.
            [0x7f, b'E', b'L', b'F', 1, 1, ..] => (false, number(header, 28, 4)?, 42, SIZE_32),
            [0x7f, b'E', b'L', b'F', 2, 1, ..] => (true, number(header, 32, 8)?, 54, SIZE_64),
            _ => return None,
        };
        // The linker accepts no other size.
        if number(header, sizes_at, 2)? != size as u64 {
            return None;
        }
        let count = usize::try_from(number(header, sizes_at + 2, 2)?).ok()?;
        Some(Self {
            at,
            size: size * count.min(SEGMENTS_MAX),
            wide,
        })
    }

    /// The least alignment in bytes of the loadable segments among these program headers, or
    /// nothing where they state none. Alignments of 0 and 1, and those that are no power of two,
    /// count for nothing, as the linker takes them (bionic `ElfReader::CheckProgramHeaderAlignment`).
    pub(crate) fn least_alignment(&self, headers: &[u8]) -> Option<u64> {
        let (size, align_at, align_size) = if self.wide {
            (SIZE_64, 48, 8)
        } else {
            (SIZE_32, 28, 4)
        };
        headers
            .chunks_exact(size)
            .filter(|header| number(header, 0, 4) == Some(LOAD))
            .filter_map(|header| number(header, align_at, align_size))
            .filter(|align| *align > 1 && align.is_power_of_two())
            .min()
    }
}

/// Little endian.
fn number(bytes: &[u8], at: usize, size: usize) -> Option<u64> {
    let bytes = bytes.get(at..)?.get(..size)?;
    Some(
        bytes
            .iter()
            .rev()
            .fold(0, |number, byte| (number << 8) | u64::from(*byte)),
    )
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::indexing_slicing,
        reason = "a failure here is what a test is for"
    )]

    use super::*;

    /// Segments: type and alignment.
    fn elf(wide: bool, segments: &[(u32, u64)]) -> Vec<u8> {
        let mut elf = vec![0; 64];
        elf[..6].copy_from_slice(&[0x7f, b'E', b'L', b'F', 1 + u8::from(wide), 1]);
        let count = u16::try_from(segments.len()).unwrap().to_le_bytes();
        if wide {
            elf[32..40].copy_from_slice(&64_u64.to_le_bytes());
            elf[54..56].copy_from_slice(&56_u16.to_le_bytes());
            elf[56..58].copy_from_slice(&count);
        } else {
            elf[28..32].copy_from_slice(&64_u32.to_le_bytes());
            elf[42..44].copy_from_slice(&32_u16.to_le_bytes());
            elf[44..46].copy_from_slice(&count);
        }
        for (kind, align) in segments {
            let mut segment = vec![0; if wide { 56 } else { 32 }];
            segment[..4].copy_from_slice(&kind.to_le_bytes());
            if wide {
                segment[48..].copy_from_slice(&align.to_le_bytes());
            } else {
                segment[28..].copy_from_slice(&u32::try_from(*align).unwrap().to_le_bytes());
            }
            elf.extend(segment);
        }
        elf
    }

    fn least(elf: &[u8]) -> Option<u64> {
        let segments = Segments::of(&elf[..elf.len().min(HEADER_SIZE)])?;
        let at = usize::try_from(segments.at).ok()?;
        let rest = elf.get(at..)?;
        segments.least_alignment(&rest[..rest.len().min(segments.size)])
    }

    #[test]
    fn the_least_of_the_loadable_segments() {
        for wide in [false, true] {
            let least = |segments: &[(u32, u64)]| least(&elf(wide, segments));
            assert_eq!(least(&[(1, 4096)]), Some(4096));
            assert_eq!(least(&[(1, 16384), (1, 65536)]), Some(16384));
            assert_eq!(least(&[(1, 65536), (1, 4096), (1, 16384)]), Some(4096));
            // PT_DYNAMIC and PT_GNU_RELRO are not loaded.
            assert_eq!(least(&[(2, 8), (1, 16384), (0x6474_e552, 1)]), Some(16384));
            // As the linker takes them.
            assert_eq!(least(&[(1, 0), (1, 1), (1, 4097), (1, 16384)]), Some(16384));
            assert_eq!(least(&[(1, 0)]), None);
            assert_eq!(least(&[]), None);
        }
    }

    #[test]
    fn what_is_no_library_states_nothing() {
        let whole = elf(true, &[(1, 4096), (1, 16384)]);
        assert_eq!(least(&whole), Some(4096));
        assert_eq!(least(b""), None);
        assert_eq!(least(&whole[..57]), None);
        for (at, byte) in [(0, 0), (4, 0), (4, 3), (5, 2), (54, 55)] {
            let mut broken = whole.clone();
            broken[at] = byte;
            assert_eq!(least(&broken), None, "byte {at} = {byte}");
        }
        // Cut inside the table: what is there counts.
        assert_eq!(least(&whole[..64 + 56 + 55]), Some(4096));
        assert_eq!(least(&whole[..64 + 55]), None);
    }

    #[test]
    fn at_most_256_segments_are_read() {
        let header = |wide| Segments::of(&elf(wide, &[(1, 4096); 65_535])[..64]).unwrap();
        assert_eq!(header(false).size, 256 * 32);
        assert_eq!(header(true).size, 256 * 56);
        let mut far = elf(true, &[(1, 4096)]);
        far[32..40].copy_from_slice(&u64::MAX.to_le_bytes());
        assert_eq!(Segments::of(&far).unwrap().at, u64::MAX);
    }
}
