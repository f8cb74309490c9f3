//! The data of an entry, stored or deflated, in pieces of bounded size.

use std::{io, ops::ControlFlow};

use miniz_oxide::{
    DataFormat, MZFlush, MZStatus,
    inflate::stream::{InflateState, ZeroReset, inflate},
};

use crate::{
    crc32::Crc32,
    entries::{Archive, DEFLATED, Entry, EntryProblem, STORED},
    read_at::read_exact_at,
};

/// Bytes read, and bytes given out, at a time.
const PIECE: usize = 32 * 1024;

/// What is given a piece of data and the bytes of the file that were read for it, and says whether
/// to go on. A piece may be empty.
pub(crate) type Sink<'a> = dyn FnMut(&[u8], u64) -> ControlFlow<()> + 'a;

/// How the reading of an entry ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    /// All data was read, and its size and CRC-32 are right.
    Whole,
    /// The sink had enough.
    Stopped,
}

/// Reads entries, with buffers that serve one after another.
pub(crate) struct Contents {
    state: Box<InflateState>,
    input: Vec<u8>,
    output: Vec<u8>,
}

impl Contents {
    pub(crate) fn new() -> Self {
        Self {
            state: InflateState::new_boxed(DataFormat::Raw),
            input: vec![0; PIECE],
            output: vec![0; PIECE],
        }
    }

    /// Gives the data of `entry` to `sink`, never more than the size that the entry states.
    pub(crate) fn read(
        &mut self,
        archive: &Archive<'_>,
        entry: &Entry,
        sink: &mut Sink<'_>,
    ) -> io::Result<Result<End, EntryProblem>> {
        let data = match archive.data(entry)? {
            Ok(data) => data,
            Err(problem) => return Ok(Err(problem)),
        };
        let deflated = match entry.method {
            STORED if entry.size != entry.compressed => return Ok(Err(EntryProblem::Size)),
            STORED => false,
            DEFLATED => true,
            other => return Ok(Err(EntryProblem::Method(other))),
        };
        let mut out = Out {
            left: u64::from(entry.size),
            crc: Crc32::new(),
        };
        self.state.reset_as(ZeroReset);
        let mut at = data.start;
        let mut ended = !deflated;
        while at < data.end {
            let length = self
                .input
                .len()
                .min(usize::try_from(data.end - at).unwrap_or(usize::MAX));
            let input = self.input.get_mut(..length).unwrap_or_default();
            read_exact_at(archive.apk(), input, at)?;
            at += length as u64;
            if !deflated {
                match out.give(input, length as u64, sink) {
                    Ok(ControlFlow::Continue(())) => continue,
                    Ok(ControlFlow::Break(())) => return Ok(Ok(End::Stopped)),
                    Err(problem) => return Ok(Err(problem)),
                }
            }
            let mut rest: &[u8] = input;
            let mut read = length as u64;
            loop {
                let step = inflate(&mut self.state, rest, &mut self.output, MZFlush::None);
                rest = rest.get(step.bytes_consumed..).unwrap_or_default();
                let piece = self.output.get(..step.bytes_written).unwrap_or_default();
                match out.give(piece, std::mem::take(&mut read), sink) {
                    Ok(ControlFlow::Continue(())) => {}
                    Ok(ControlFlow::Break(())) => return Ok(Ok(End::Stopped)),
                    Err(problem) => return Ok(Err(problem)),
                }
                match step.status {
                    Ok(MZStatus::StreamEnd) => ended = true,
                    // It may hold data that did not fit into the output.
                    Ok(_) if !rest.is_empty() || step.bytes_written == self.output.len() => {
                        continue;
                    }
                    Ok(_) => {}
                    // No input and nothing held: the next piece.
                    Err(miniz_oxide::MZError::Buf) if rest.is_empty() => {}
                    Err(_) => return Ok(Err(EntryProblem::Inflate)),
                }
                break;
            }
            if ended {
                break;
            }
        }
        Ok(if !ended {
            Err(EntryProblem::Inflate)
        } else if out.left != 0 {
            Err(EntryProblem::Size)
        } else if out.crc.finish() != entry.crc32 {
            Err(EntryProblem::Crc)
        } else {
            Ok(End::Whole)
        })
    }
}

struct Out {
    left: u64,
    crc: Crc32,
}

impl Out {
    fn give(
        &mut self,
        piece: &[u8],
        read: u64,
        sink: &mut Sink<'_>,
    ) -> Result<ControlFlow<()>, EntryProblem> {
        self.left = self
            .left
            .checked_sub(piece.len() as u64)
            .ok_or(EntryProblem::Size)?;
        self.crc.update(piece);
        Ok(sink(piece, read))
    }
}

/// The whole data of an entry, at most `limit` bytes.
///
/// The inner error is `None` where the entry states more than `limit`.
pub(crate) fn whole(
    archive: &Archive<'_>,
    entry: &Entry,
    limit: u32,
) -> io::Result<Result<Vec<u8>, Option<EntryProblem>>> {
    if entry.size > limit {
        return Ok(Err(None));
    }
    let mut data = Vec::new();
    let read = Contents::new().read(archive, entry, &mut |piece, _| {
        data.extend_from_slice(piece);
        ControlFlow::Continue(())
    })?;
    Ok(read.map(|_| data).map_err(Some))
}
