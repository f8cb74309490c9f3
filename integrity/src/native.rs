//! The native libraries that the app runs with: which ABI the phone chose, and whether each library
//! that the APKs carry for it is there and whole. (AOSP `NativeLibraryHelper`.)

use std::{
    collections::{BTreeMap, BTreeSet},
    io,
    ops::ControlFlow,
};

use crate::{
    ReadAt,
    crc32::Crc32,
    elf::{self, Segments},
    entries::{Archive, ArchiveError, Entry, EntryProblem, STORED},
    entry_data::{Contents, End},
};

/// Opens a library by its file name in the folder to which the installer extracted them
/// (`ApplicationInfo.nativeLibraryDir`); `None` where there is no such file.
pub type OpenLibrary<'a> = dyn Fn(&str) -> io::Result<Option<Box<dyn ReadAt>>> + 'a;

/// Whether the native libraries were looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Libraries {
    /// The APKs carry none.
    None,
    /// They carry none for an ABI of the phone's, or it is not known which ABIs that are.
    NoAbi,
    /// They are loaded from the APKs, and were looked at.
    InApks,
    /// They are extracted, and were compared with the APKs.
    Extracted,
    /// They are extracted, and the folder was not given. Their alignment was looked at.
    NoFolder,
}

/// What a device requires where pages have 4 KB, and the installer everywhere.
const PAGE: u64 = 4096;
/// Bytes compared at a time.
const PIECE: usize = 32 * 1024;

/// A library by its path in an APK: ABI and file name. What else lies under `lib/` is not extracted
/// (`NativeLibrariesIterator::next`).
pub(crate) fn library(path: &[u8]) -> Option<(&str, &str)> {
    let (abi, file) = std::str::from_utf8(path)
        .ok()?
        .strip_prefix("lib/")?
        .rsplit_once('/')?;
    let safe = |byte: u8| byte.is_ascii_alphanumeric() || b"+,-.=_".contains(&byte);
    let named = file.len() > "lib.so".len() && file.starts_with("lib") && file.ends_with(".so");
    // No file system holds a longer name.
    (named && file.len() <= 255 && file.bytes().all(safe)).then_some((abi, file))
}

/// For which ABIs an APK carries libraries.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Carried<'a> {
    /// For any, one that the phone does not have too.
    pub(crate) any: bool,
    /// Those that the phone has.
    pub(crate) abis: BTreeSet<&'a str>,
}

impl<'a> Carried<'a> {
    pub(crate) fn add(&mut self, path: &[u8], abis: &'a [String]) {
        if let Some((abi, _)) = library(path) {
            self.any = true;
            self.abis
                .extend(abis.iter().map(String::as_str).find(|known| *known == abi));
        }
    }
}

/// What is wrong with the libraries.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct LibraryProblems {
    pub(crate) missing: bool,
    pub(crate) damaged: bool,
    pub(crate) page_size: bool,
}

/// Why looking at them ended before its end.
pub(crate) enum Interrupted {
    /// An APK cannot be read.
    Archive(ArchiveError),
    /// An extracted library cannot be read.
    Folder(io::Error),
    /// Entries overlap.
    Overlap,
    /// `progress` said so.
    Stopped,
}

impl From<ArchiveError> for Interrupted {
    fn from(error: ArchiveError) -> Self {
        Self::Archive(error)
    }
}

impl From<io::Error> for Interrupted {
    fn from(error: io::Error) -> Self {
        Self::Archive(error.into())
    }
}

/// Looks at the libraries of the ABI in use, one APK after another.
pub(crate) struct Look<'a> {
    abi: &'a str,
    /// Bytes of a memory page, where it is known.
    page_size: Option<u32>,
    /// Where the libraries were extracted to.
    folder: Option<&'a OpenLibrary<'a>>,
    progress: &'a mut dyn FnMut(u64) -> ControlFlow<()>,
    problems: LibraryProblems,
    contents: Contents,
    extracted: BTreeMap<String, Extracted>,
}

impl<'a> Look<'a> {
    pub(crate) fn new(
        abi: &'a str,
        page_size: Option<u32>,
        folder: Option<&'a OpenLibrary<'a>>,
        progress: &'a mut dyn FnMut(u64) -> ControlFlow<()>,
    ) -> Self {
        Self {
            abi,
            page_size,
            folder,
            progress,
            problems: LibraryProblems::default(),
            contents: Contents::new(),
            extracted: BTreeMap::new(),
        }
    }

    /// Libraries that are loaded from this APK. Where its contents were not verified they are held
    /// to their CRC-32: what a signature covers is what the signer signed.
    pub(crate) fn in_apk(
        &mut self,
        archive: &Archive<'_>,
        verified: bool,
    ) -> Result<(), Interrupted> {
        let page = self.page_size.map_or(PAGE, u64::from).max(PAGE);
        self.each(archive, |look, entry, left| {
            // Android opens no entry whose headers disagree.
            let Ok(data) = archive.data(entry)? else {
                look.problems.damaged = true;
                return Ok(());
            };
            if entry.method != STORED {
                look.problems.missing = true;
                return Ok(());
            }
            if page > PAGE && data.start % page != 0 {
                look.problems.page_size = true;
            } else if data.start % PAGE != 0 {
                look.problems.missing = true;
            }
            if !verified && look.read(archive, entry, left, &mut |_| true)?.is_err() {
                look.problems.damaged = true;
            }
            look.alignment(archive, entry, left)
        })
    }

    /// Libraries that were extracted from this APK. [`Look::finish`] says what is wrong with them.
    pub(crate) fn extracted(&mut self, archive: &Archive<'_>) -> Result<(), Interrupted> {
        self.each(archive, |look, entry, left| {
            if let (Some(open), Some((_, file))) = (look.folder, library(&entry.name)) {
                let seen = match look.extracted.get_mut(file) {
                    Some(seen) => seen,
                    None => {
                        let seen = Extracted::read(open, file, look.progress)?;
                        look.extracted.entry(file.to_owned()).or_insert(seen)
                    }
                };
                // Where its headers disagree the entry is what is damaged, and nothing can be said
                // of the file.
                let comparable = archive.data(entry)?.is_ok();
                let same = seen.found == Some((u64::from(entry.size), entry.crc32));
                seen.agrees |= same || !comparable && seen.found.is_some();
            }
            look.alignment(archive, entry, left)
        })
    }

    /// What was found over all APKs.
    pub(crate) fn finish(mut self) -> LibraryProblems {
        // Several APKs may carry one file name; the installer leaves one of them.
        for seen in self.extracted.values().filter(|seen| !seen.agrees) {
            match seen.found {
                None => self.problems.missing = true,
                Some(_) => self.problems.damaged = true,
            }
        }
        self.problems
    }

    /// `each` is given what may still be read of the archive, in bytes: every library is read at
    /// most three times, once whole and twice for its alignment.
    fn each(
        &mut self,
        archive: &Archive<'_>,
        mut each: impl FnMut(&mut Self, &Entry, &mut u64) -> Result<(), Interrupted>,
    ) -> Result<(), Interrupted> {
        let mut left = archive.entries_size().saturating_mul(3);
        for entry in archive.entries() {
            let entry = entry?;
            if library(&entry.name).is_some_and(|(abi, _)| abi == self.abi) {
                if (self.progress)(0).is_break() {
                    return Err(Interrupted::Stopped);
                }
                each(self, &entry, &mut left)?;
            }
        }
        Ok(())
    }

    /// On a phone whose pages are larger than 4 KB (Android 15 and above), a library whose segments
    /// are aligned to less cannot be loaded.
    fn alignment(
        &mut self,
        archive: &Archive<'_>,
        entry: &Entry,
        left: &mut u64,
    ) -> Result<(), Interrupted> {
        let Some(page) = self.page_size.map(u64::from).filter(|page| *page > PAGE) else {
            return Ok(());
        };
        let header = self.part(archive, entry, left, 0, elf::HEADER_SIZE)?;
        if let Some(segments) = Segments::of(&header) {
            let headers = self.part(archive, entry, left, segments.at, segments.size)?;
            let least = segments.least_alignment(&headers);
            self.problems.page_size |= least.is_some_and(|least| least < page);
        }
        Ok(())
    }

    /// `size` bytes of an entry's data from `at`, or as many of them as can be read.
    fn part(
        &mut self,
        archive: &Archive<'_>,
        entry: &Entry,
        left: &mut u64,
        at: u64,
        size: usize,
    ) -> Result<Vec<u8>, Interrupted> {
        let mut part = Vec::new();
        let mut skip = at;
        // What is wrong with the data is not asked here.
        _ = self.read(archive, entry, left, &mut |piece| {
            let skipped = skip.min(piece.len() as u64);
            skip -= skipped;
            let piece = usize::try_from(skipped)
                .ok()
                .and_then(|skipped| piece.get(skipped..))
                .unwrap_or_default();
            part.extend(piece.iter().take(size - part.len()));
            part.len() < size
        })?;
        Ok(part)
    }

    /// Reads an entry until `sink` has enough.
    fn read(
        &mut self,
        archive: &Archive<'_>,
        entry: &Entry,
        left: &mut u64,
        sink: &mut dyn FnMut(&[u8]) -> bool,
    ) -> Result<Result<End, EntryProblem>, Interrupted> {
        let mut interrupted = None;
        let progress = &mut *self.progress;
        let read = self.contents.read(archive, entry, &mut |piece, read| {
            match left.checked_sub(read) {
                Some(less) => *left = less,
                None => interrupted = Some(Interrupted::Overlap),
            }
            if progress(read).is_break() {
                interrupted = Some(Interrupted::Stopped);
            }
            if interrupted.is_none() && sink(piece) {
                ControlFlow::Continue(())
            } else {
                ControlFlow::Break(())
            }
        })?;
        match interrupted {
            Some(interrupted) => Err(interrupted),
            None => Ok(read),
        }
    }
}

/// A file name that APKs carry, in the folder of the extracted libraries.
struct Extracted {
    /// The file's size in bytes and its CRC-32; none where there is no file.
    found: Option<(u64, u32)>,
    /// An APK carries just that.
    agrees: bool,
}

impl Extracted {
    fn read(
        open: &OpenLibrary<'_>,
        name: &str,
        progress: &mut dyn FnMut(u64) -> ControlFlow<()>,
    ) -> Result<Self, Interrupted> {
        let mut found = None;
        if let Some(library) = open(name).map_err(Interrupted::Folder)? {
            let mut crc = Crc32::new();
            let mut buffer = vec![0; PIECE];
            let mut at = 0_u64;
            loop {
                let length = match library.read_at(&mut buffer, at) {
                    Ok(0) => break,
                    Ok(length) => length,
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                    Err(error) => return Err(Interrupted::Folder(error)),
                };
                crc.update(buffer.get(..length).unwrap_or_default());
                at = at.saturating_add(length as u64);
                if progress(length as u64).is_break() {
                    return Err(Interrupted::Stopped);
                }
            }
            found = Some((at, crc.finish()));
        }
        Ok(Self {
            found,
            agrees: false,
        })
    }
}
