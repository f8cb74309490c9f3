//! Which entries of a damaged APK fail their own CRC-32, so that support knows whether it is one
//! bad block or a foreign file.

use std::ops::ControlFlow;

use crate::{
    ReadAt,
    entries::{Archive, ArchiveError, EntryProblem},
    entry_data::{Contents, End},
};

/// Entries that are named; the rest is counted.
const NAMED: usize = 100;
/// Bytes of a name that are kept.
const NAME_MAX: usize = 512;
/// Data of all entries, in multiples of the file's own size, that is inflated at most: an APK holds
/// about three times its size, a bomb a thousand times.
const INFLATED_MAX: u64 = 100;
/// Data that is inflated however small the file is, in bytes.
const INFLATED_MIN: u64 = 1 << 24;

/// What [`damaged_entries`] found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DamagedEntries {
    /// The first of them, in the order of the central directory; at most 100.
    pub entries: Vec<DamagedEntry>,
    /// How many there are.
    pub count: u32,
    /// Every entry was looked at. Not so where the work was stopped, where the central directory is
    /// damaged itself, and where entries overlap or inflate to more than a hundred times the file.
    pub complete: bool,
}

/// An entry whose data is not what was put in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DamagedEntry {
    /// Its name; what is not UTF-8 is replaced, and what is longer than 512 bytes is cut.
    pub name: String,
    /// What it is to a user.
    pub kind: EntryKind,
    /// What does not agree.
    pub problem: EntryProblem,
}

/// What an entry is to a user.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EntryKind {
    /// The app's code: `classes.dex`, `classes2.dex` and so on.
    Code,
    /// Pictures, texts and layouts: `res/`, `resources.arsc`, `assets/`.
    Resources,
    /// A native library: `lib/`.
    Library,
    /// `AndroidManifest.xml`.
    Manifest,
    /// The signature of scheme v1 and what else is in `META-INF/`.
    Signature,
    /// Anything else.
    Other,
}

impl EntryKind {
    fn of(name: &[u8]) -> Self {
        let dex = name
            .strip_prefix(b"classes")
            .and_then(|name| name.strip_suffix(b".dex"))
            .is_some_and(|number| number.iter().all(u8::is_ascii_digit));
        if dex {
            Self::Code
        } else if name == b"AndroidManifest.xml" {
            Self::Manifest
        } else if name == b"resources.arsc"
            || name.starts_with(b"res/")
            || name.starts_with(b"assets/")
        {
            Self::Resources
        } else if name.starts_with(b"lib/") {
            Self::Library
        } else if name.starts_with(b"META-INF/") {
            Self::Signature
        } else {
            Self::Other
        }
    }
}

/// Reads every entry of a damaged APK and names those that fail their own size or CRC-32, or whose
/// local header differs from the central directory. `progress` is given the bytes of the file that
/// were read since it was last called, and stops the work by [`ControlFlow::Break`].
///
/// An entry that is encrypted, or of a compression method that is not known, is passed over: nothing
/// shows that it is damaged. Buffers are small and of fixed size, the time is linear in the file's.
///
/// # Errors
/// The file has no end record or is a ZIP64 archive, or the system cannot read it.
pub fn damaged_entries(
    apk: &dyn ReadAt,
    progress: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> Result<DamagedEntries, ArchiveError> {
    let archive = Archive::open(apk)?;
    let mut contents = Contents::new();
    let mut found = DamagedEntries {
        entries: Vec::new(),
        count: 0,
        complete: false,
    };
    let mut stored = archive.entries_size();
    let mut inflated = stored.saturating_mul(INFLATED_MAX).max(INFLATED_MIN);
    for entry in archive.entries() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) if error.is_io() => return Err(error),
            Err(_) => return Ok(found),
        };
        let read = contents.read(&archive, &entry, &mut |piece, read| {
            let within = (|| {
                stored = stored.checked_sub(read)?;
                inflated = inflated.checked_sub(piece.len() as u64)?;
                Some(())
            })();
            match within {
                Some(()) => progress(read),
                None => ControlFlow::Break(()),
            }
        })?;
        match read {
            Ok(End::Whole)
            | Err(EntryProblem::Encrypted | EntryProblem::Method(_) | EntryProblem::Zip64) => {}
            Ok(End::Stopped) => return Ok(found),
            Err(problem) => found.add(&entry.name, problem),
        }
    }
    found.complete = true;
    Ok(found)
}

impl DamagedEntries {
    fn add(&mut self, name: &[u8], problem: EntryProblem) {
        self.count = self.count.saturating_add(1);
        if self.entries.len() < NAMED {
            self.entries.push(DamagedEntry {
                name: String::from_utf8_lossy(name.get(..NAME_MAX).unwrap_or(name)).into_owned(),
                kind: EntryKind::of(name),
                problem,
            });
        }
    }
}
