//! The signed contents of an APK: all but the signing block, in three sections, with the offset in
//! the end record set back to where the signing block starts (APK Signature Scheme v2,
//! "Integrity-protected contents").

use std::{
    io,
    num::NonZeroUsize,
    ops::{ControlFlow, Range},
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    thread,
};

use crate::{
    ReadAt,
    read_at::read_exact_at,
    sections::Sections,
    work::{OnProgress, Progress, Work},
};

/// What is read at once, for each thread.
pub(crate) const BUFFER_SIZE: usize = 64 * 1024;
/// Where the end record has the central directory's offset (APPNOTE.TXT, section 4.3.16).
const OFFSET_FIELD: u64 = 16;

/// The contents as one stretch of bytes from 0.
pub(crate) struct Protected<'a> {
    file: &'a dyn ReadAt,
    entries: u64,
    /// How many bytes are left out after the entries.
    gap: u64,
    /// Lengths of entries, central directory and end record.
    pub(crate) lengths: [u64; 3],
    /// Where the offset field is, and what it is read as.
    offset_field: Range<u64>,
    offset: [u8; 4],
}

impl<'a> Protected<'a> {
    pub(crate) fn new(file: &'a dyn ReadAt, sections: &Sections) -> Self {
        let length = |range: &Range<u64>| range.end.saturating_sub(range.start);
        let lengths = [
            length(&sections.entries),
            length(&sections.central_directory),
            length(&sections.end),
        ];
        let field = (lengths.iter().sum::<u64>() - length(&sections.end)) + OFFSET_FIELD;
        Self {
            file,
            entries: sections.entries.end,
            gap: sections
                .central_directory
                .start
                .saturating_sub(sections.entries.end),
            lengths,
            offset_field: field..field + 4,
            // The offset before it was a u32, and this one is lower.
            offset: u32::try_from(sections.entries.end)
                .unwrap_or_default()
                .to_le_bytes(),
        }
    }

    pub(crate) fn length(&self) -> u64 {
        self.lengths.iter().sum()
    }

    /// Fills `buffer` from position `start`, which must not straddle the end of the entries.
    pub(crate) fn read(&self, buffer: &mut [u8], start: u64) -> io::Result<()> {
        let gap = if start < self.entries { 0 } else { self.gap };
        read_exact_at(self.file, buffer, start.saturating_add(gap))?;
        for (position, byte) in self.offset_field.clone().zip(self.offset) {
            let at = position
                .checked_sub(start)
                .and_then(|at| usize::try_from(at).ok());
            if let Some(place) = at.and_then(|at| buffer.get_mut(at)) {
                *place = byte;
            }
        }
        Ok(())
    }
}

/// Why digesting ended early.
#[derive(Debug)]
pub(crate) enum Halt {
    Stopped,
    Read(io::Error),
}

impl From<io::Error> for Halt {
    fn from(error: io::Error) -> Self {
        Self::Read(error)
    }
}

/// Counts what is done for the progress callback.
pub(crate) struct Meter<'a> {
    progress: Option<OnProgress<'a>>,
    done: Mutex<u64>,
    all: u64,
    /// How many times the contents are digested, each by another algorithm.
    passes: u64,
}

impl<'a> Meter<'a> {
    pub(crate) fn new(work: &Work<'a>, all: u64, passes: usize) -> Self {
        Self {
            progress: work.progress,
            done: Mutex::new(0),
            all,
            passes: (passes as u64).max(1),
        }
    }

    pub(crate) fn add(&self, bytes: u64) -> Result<(), Halt> {
        let Some(progress) = self.progress else {
            return Ok(());
        };
        // Held while the callback runs, so that it hears rising numbers, one at a time.
        let mut done = self.done.lock().unwrap_or_else(PoisonError::into_inner);
        *done = done.saturating_add(bytes);
        let share = (*done / self.passes).min(self.all);
        match progress(Progress {
            done: share,
            all: self.all,
        }) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(Halt::Stopped),
        }
    }
}

/// Digests the unit of this number, with a buffer of the thread's own.
pub(crate) type Digester<'a, D> = dyn Fn(u64, &mut [u8]) -> Result<D, Halt> + Sync + 'a;

/// Digests `count` units, spread over the threads; the digests in order.
pub(crate) fn spread<D: Send>(
    threads: NonZeroUsize,
    count: u64,
    digest: &Digester<'_, D>,
) -> Result<Vec<D>, Halt> {
    let next = AtomicU64::new(0);
    let halted = AtomicBool::new(false);
    let work = || {
        let mut buffer = vec![0; BUFFER_SIZE];
        let mut digests = Vec::new();
        while !halted.load(Ordering::Relaxed) {
            let unit = next.fetch_add(1, Ordering::Relaxed);
            if unit >= count {
                break;
            }
            let digest =
                digest(unit, &mut buffer).inspect_err(|_| halted.store(true, Ordering::Relaxed))?;
            digests.push((unit, digest));
        }
        Ok::<_, Halt>(digests)
    };
    let others = threads
        .get()
        .min(usize::try_from(count).unwrap_or(usize::MAX))
        .saturating_sub(1);
    let mut digests = thread::scope(|scope| {
        let threads: Vec<_> = (0..others)
            // Where the system gives no further thread, those that run do the work.
            .map_while(|_| thread::Builder::new().spawn_scoped(scope, work).ok())
            .collect();
        let mut digests = work();
        for thread in threads {
            let more = thread
                .join()
                .unwrap_or_else(|panic| std::panic::resume_unwind(panic));
            digests = match (digests, more) {
                (Ok(mut digests), Ok(more)) => {
                    digests.extend(more);
                    Ok(digests)
                }
                (Err(halt), _) | (Ok(_), Err(halt)) => Err(halt),
            };
        }
        digests
    })?;
    digests.sort_unstable_by_key(|(unit, _)| *unit);
    Ok(digests.into_iter().map(|(_, digest)| digest).collect())
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::indexing_slicing,
        reason = "a failure here is what a test is for"
    )]

    use sha2::{Digest, Sha256, Sha512};

    use super::*;
    use crate::{chunked, verity};

    /// Bytes that differ from place to place, in the sections of an APK of these lengths.
    fn apk(entries: usize, block: usize, directory: usize, comment: usize) -> (Vec<u8>, Sections) {
        let end = 22 + comment;
        let file: Vec<u8> = (0..entries + block + directory + end)
            .map(|at| u8::try_from((at * 31 + at / 251 * 7) % 256).unwrap())
            .collect();
        let position = |length: usize| u64::try_from(length).unwrap();
        let sections = Sections {
            entries: 0..position(entries),
            signing_block: Ok(Some(position(entries)..position(entries + block))),
            central_directory: position(entries + block)..position(entries + block + directory),
            end: position(entries + block + directory)..position(file.len()),
            entry_count: 0,
        };
        (file, sections)
    }

    /// The three sections as the specification has them, apart.
    fn apart(file: &[u8], sections: &Sections) -> [Vec<u8>; 3] {
        let cut = |range: &Range<u64>| {
            file[usize::try_from(range.start).unwrap()..usize::try_from(range.end).unwrap()]
                .to_vec()
        };
        let mut end = cut(&sections.end);
        let offset = u32::try_from(sections.entries.end).unwrap();
        end[16..20].copy_from_slice(&offset.to_le_bytes());
        [
            cut(&sections.entries),
            cut(&sections.central_directory),
            end,
        ]
    }

    /// Written down from the specification, in memory.
    fn chunked_reference<D: Digest>(sections: &[Vec<u8>; 3]) -> Vec<u8> {
        let chunks: Vec<&[u8]> = sections
            .iter()
            .flat_map(|section| section.chunks(1_048_576))
            .collect();
        let mut top = vec![0x5a];
        top.extend(u32::try_from(chunks.len()).unwrap().to_le_bytes());
        for chunk in chunks {
            let mut whole = vec![0xa5];
            whole.extend(u32::try_from(chunk.len()).unwrap().to_le_bytes());
            whole.extend(chunk);
            top.extend(D::digest(&whole));
        }
        D::digest(&top).to_vec()
    }

    /// Level by level, each filled up with zeros.
    fn verity_reference(sections: &[Vec<u8>; 3]) -> Vec<u8> {
        let mut level = sections.concat();
        let length = u64::try_from(level.len()).unwrap();
        loop {
            level.resize(level.len().div_ceil(4096) * 4096, 0);
            let digests: Vec<u8> = level
                .chunks(4096)
                .flat_map(|page| Sha256::digest([&[0; 8], page].concat()))
                .collect();
            // One page was left: that was the top of the tree, unless it was the data itself.
            if digests.len() == 32 && level.len() == 4096 && length > 4096 {
                return [digests, length.to_le_bytes().to_vec()].concat();
            }
            if length <= 4096 {
                let mut top = digests;
                top.resize(4096, 0);
                let root = Sha256::digest([&[0; 8], top.as_slice()].concat());
                return [root.to_vec(), length.to_le_bytes().to_vec()].concat();
            }
            level = digests;
        }
    }

    #[test]
    fn digests_agree_with_the_specification_written_plainly() {
        const MB: usize = 1_048_576;
        // Entries, block, directory, comment: no chunk, one, several; sections that fill chunks,
        // pages, units and buffers to the byte, or miss them by one.
        let lengths = [
            (0, 4096, 0, 0),
            (4096, 4096, 100, 65_535),
            (4096 * 127, 8192, 4096 - 22, 0),
            (4096 * 127, 8192, 4096 - 22 + 1, 0),
            (4096 * 128, 4096, 46, 0),
            (MB - 4096, 4096, MB + 1, 3),
            (MB, 4096, MB, 0),
            (2 * MB + 4096, 4096, 70_000, 9),
            (128 * 4096 * 3, 4096, 128 * 4096 - 22, 0),
        ];
        for lengths in lengths {
            let (entries, block, directory, comment) = lengths;
            let (file, sections) = apk(entries, block, directory, comment);
            let apart = apart(&file, &sections);
            let contents = Protected::new(&file, &sections);
            assert_eq!(contents.length(), (file.len() - block) as u64);
            for threads in [1, 2, 7] {
                let threads = NonZeroUsize::new(threads).unwrap();
                let meter = Meter::new(&Work::default(), 0, 1);
                let found = chunked::sha256(&contents, threads, &meter).unwrap();
                assert_eq!(found, chunked_reference::<Sha256>(&apart), "{lengths:?}");
                let found = chunked::sha512(&contents, threads, &meter).unwrap();
                assert_eq!(found, chunked_reference::<Sha512>(&apart), "{lengths:?}");
                let found = verity::digest(&contents, threads, &meter).unwrap();
                assert_eq!(found, verity_reference(&apart), "{lengths:?}");
            }
        }
    }

    #[test]
    fn a_failure_of_one_unit_ends_the_others() {
        let begun = AtomicU64::new(0);
        let halt = spread(NonZeroUsize::new(2).unwrap(), 1_000_000, &|unit, _| {
            begun.fetch_add(1, Ordering::Relaxed);
            if unit == 3 {
                Err(Halt::Stopped)
            } else {
                Ok(unit)
            }
        });
        assert!(matches!(halt, Err(Halt::Stopped)));
        assert!(begun.into_inner() < 1_000_000);
    }

    #[test]
    fn digests_come_in_the_order_of_their_units() {
        let units = spread(NonZeroUsize::new(4).unwrap(), 5_000, &|unit, _| Ok(unit)).unwrap();
        assert_eq!(units, (0..5_000).collect::<Vec<_>>());
    }
}
