//! Files by their paths.

use crate::read_at::ReadAt;
use std::{fs::File, io, path::Path};

/// Opens an APK. What cannot be opened is a reader that says why: an answer about this file,
/// [`Verdict::Unreadable`](crate::Verdict::Unreadable). Only regular files are opened.
#[must_use]
pub fn open_apk(path: &Path) -> Box<dyn ReadAt> {
    match regular(path) {
        Ok(file) => Box::new(file),
        Err(error) => Box::new(Unopened(error)),
    }
}

/// Opens a library by its file name in the folder to which the installer extracted them
/// (`ApplicationInfo.nativeLibraryDir`), as [`OpenLibrary`](crate::OpenLibrary) asks for it; `None` where there
/// is no such file.
///
/// # Errors
/// What the system says, and that it is no regular file.
pub fn open_library(folder: &Path, name: &str) -> io::Result<Option<Box<dyn ReadAt>>> {
    match regular(&folder.join(name)) {
        Ok(file) => Ok(Some(Box::new(file))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Opens a file. Opening a pipe would wait for whoever writes into it.
fn regular(path: &Path) -> io::Result<File> {
    let kind = std::fs::metadata(path)?.file_type();
    if kind.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if !kind.is_file() {
        return Err(io::Error::other("not a regular file"));
    }
    File::open(path)
}

struct Unopened(io::Error);

impl Unopened {
    fn error(&self) -> io::Error {
        match self.0.raw_os_error() {
            Some(code) => io::Error::from_raw_os_error(code),
            None => io::Error::new(self.0.kind(), self.0.to_string()),
        }
    }
}

impl ReadAt for Unopened {
    fn length(&self) -> io::Result<u64> {
        Err(self.error())
    }

    fn read_at(&self, _: &mut [u8], _: u64) -> io::Result<usize> {
        Err(self.error())
    }
}
