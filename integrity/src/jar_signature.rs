//! Whether a JAR signature (scheme v1) would decide over an APK in which no newer scheme is found.

use std::{io, ops::ControlFlow};

use crate::{
    ReadAt,
    entries::{Archive, Entry},
    entry_data::Contents,
    scheme::Scheme,
};

/// Names the newer schemes by which the APK was signed too. (APK Signature Scheme v2, "Rollback protections".)
const HEADER: &[u8] = b"X-Android-APK-Signed:";
/// The header stands in the main section, at the start.
const MAIN_SECTION_MAX: usize = 8 * 1024;

/// Whether there is a signature file, and none says that a scheme is missing which this level reads. An archive that
/// cannot be read has none.
///
/// # Errors
/// The file cannot be read.
pub(crate) fn decides(apk: &dyn ReadAt, sdk: u32) -> io::Result<bool> {
    let archive = match Archive::open(apk) {
        Ok(archive) => archive,
        Err(error) => return error.into_io().map_or(Ok(false), Err),
    };
    let mut found = false;
    for entry in archive.entries() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => return error.into_io().map_or(Ok(false), Err),
        };
        if is_signature_file(&entry.name) {
            if names_scheme_read_at(&main_section(&archive, &entry)?, sdk) {
                return Ok(false);
            }
            found = true;
        }
    }
    Ok(found)
}

/// `META-INF/NAME.SF`, in any case.
fn is_signature_file(name: &[u8]) -> bool {
    let name = name.to_ascii_uppercase();
    name.strip_prefix(b"META-INF/")
        .is_some_and(|name| name.ends_with(b".SF") && !name.contains(&b'/'))
}

/// As much of it as can be unpacked.
fn main_section(archive: &Archive<'_>, entry: &Entry) -> io::Result<Vec<u8>> {
    let mut text = Vec::new();
    let _damage = Contents::new().read(archive, entry, &mut |piece, _| {
        let left = MAIN_SECTION_MAX.saturating_sub(text.len());
        text.extend(piece.iter().take(left));
        if left > piece.len() {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(())
        }
    })?;
    Ok(text)
}

fn names_scheme_read_at(main_section: &[u8], sdk: u32) -> bool {
    let mut lines = main_section.split(|byte| matches!(byte, b'\n' | b'\r'));
    let Some(named) = lines.find_map(|line| line.strip_prefix(HEADER)) else {
        return false;
    };
    named
        .split(|byte| *byte == b',')
        .any(|id| match id.trim_ascii() {
            b"2" => sdk >= Scheme::V2.since(),
            b"3" => sdk >= Scheme::V3.since(),
            _ => false,
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_file_stands_in_meta_inf_itself() {
        for (name, is_one) in [
            ("META-INF/CERT.SF", true),
            ("meta-inf/a.sf", true),
            ("META-INF/a/CERT.SF", false),
            ("META-INF/CERT.RSA", false),
            ("CERT.SF", false),
        ] {
            assert_eq!(is_signature_file(name.as_bytes()), is_one, "{name}");
        }
    }

    #[test]
    fn a_scheme_is_missed_from_the_level_that_reads_it() {
        for (text, at_24, at_28) in [
            (
                "Signature-Version: 1.0\r\nX-Android-APK-Signed: 2, 3\r\n",
                true,
                true,
            ),
            ("X-Android-APK-Signed: 3\n", false, true),
            ("X-Android-APK-Signed: 4\n", false, false),
            ("Signature-Version: 1.0\r\n\r\n", false, false),
            ("", false, false),
        ] {
            assert_eq!(names_scheme_read_at(text.as_bytes(), 24), at_24, "{text}");
            assert_eq!(names_scheme_read_at(text.as_bytes(), 28), at_28, "{text}");
        }
    }
}
