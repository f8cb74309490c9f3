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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failure here is what a test is for")]

    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    fn pair(length: u64, id: u32, value: &[u8]) -> Vec<u8> {
        [&length.to_le_bytes(), id.to_le_bytes().as_slice(), value].concat()
    }

    /// The pairs between eight bytes in front and 24 behind.
    fn find(pairs: &[Vec<u8>]) -> SchemeBlocks {
        let file = [vec![0; 8], pairs.concat(), vec![0; 24]].concat();
        SchemeBlocks::find(&file, &(0..file.len() as u64)).unwrap()
    }

    #[test]
    fn the_first_pair_of_an_id_counts() {
        let v2 = Scheme::V2.id();
        let found = find(&[
            pair(4, 7, b""),
            pair(7, v2, b"abc"),
            pair(4, v2, b""),
            pair(5, 9, b"x"),
        ]);
        assert_eq!(found.get(Scheme::V2), Some(&(32..35)));
        assert_eq!(found.get(Scheme::V3), None);
        assert_eq!(found.schemes(), [Scheme::V2]);
        assert!(!found.malformed);
    }

    #[test]
    fn every_scheme_is_found() {
        let found = find(&[
            pair(5, 0x1b93_ad61, b"a"),
            pair(6, 0xf053_68c0, b"bc"),
            pair(4, 0x4272_6577, b""),
            pair(4, 0x7109_871a, b""),
        ]);
        assert_eq!(found.get(Scheme::V31), Some(&(20..21)));
        assert_eq!(found.get(Scheme::V3), Some(&(33..35)));
        assert_eq!(found.get(Scheme::V2), Some(&(59..59)));
        assert_eq!(found.schemes(), [Scheme::V2, Scheme::V3, Scheme::V31]);
    }

    #[test]
    fn pairs_end_at_one_that_is_malformed() {
        let good = || pair(5, Scheme::V3.id(), b"a");
        let v2 = |length| pair(length, Scheme::V2.id(), b"a");
        for (length, malformed) in [
            (5, false),
            (4, true),
            (3, true),
            (0, true),
            (6, true),
            (1 << 31, true),
            (u64::MAX, true),
        ] {
            let found = find(&[good(), v2(length)]);
            assert_eq!(found.malformed, malformed, "{length}");
            assert_eq!(found.get(Scheme::V3), Some(&(20..21)));
        }
        assert!(find(&[vec![0; 7]]).malformed);
        assert!(!find(&[]).malformed);
    }

    struct Counting(Vec<u8>, AtomicUsize);

    impl ReadAt for Counting {
        fn length(&self) -> io::Result<u64> {
            self.0.length()
        }

        fn read_at(&self, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
            self.1.fetch_add(buffer.len(), Ordering::Relaxed);
            assert!(buffer.len() <= 16 * 1024);
            self.0.read_at(buffer, offset)
        }
    }

    #[test]
    fn a_million_pairs_are_read_once() {
        let mut block = vec![0; 8];
        for id in 0..1_000_000 {
            block.extend(pair(4, id, b""));
        }
        block.extend(pair(5, Scheme::V2.id(), b"a"));
        block.extend([0; 24]);
        let length = block.len();
        let file = Counting(block, AtomicUsize::new(0));
        let found = SchemeBlocks::find(&file, &(0..length as u64)).unwrap();
        let start = length as u64 - 25;
        assert_eq!(found.get(Scheme::V2), Some(&(start..start + 1)));
        let read = file.1.into_inner();
        // A pair that straddles two windows is read twice.
        assert!(read < length + length / 1000, "{read} of {length}");
    }
}
