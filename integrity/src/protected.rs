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
}

impl<'a> Meter<'a> {
    pub(crate) fn new(work: &Work<'a>, all: u64) -> Result<Self, Halt> {
        let meter = Self {
            progress: work.progress,
            done: Mutex::new(0),
            all,
        };
        meter.add(0)?;
        Ok(meter)
    }

    pub(crate) fn add(&self, bytes: u64) -> Result<(), Halt> {
        let Some(progress) = self.progress else {
            return Ok(());
        };
        // Held while the callback runs, so that it hears rising numbers, one at a time.
        let mut done = self.done.lock().unwrap_or_else(PoisonError::into_inner);
        *done = done.saturating_add(bytes).min(self.all);
        match progress(Progress {
            done: *done,
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
