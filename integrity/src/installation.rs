//! A whole installation: each file by itself, then all of them together.

use std::{cell::Cell, ops::ControlFlow};

use crate::{
    CertificateDigest, ReadAt,
    damage::{DamagedEntries, damaged_entries},
    native::{Libraries, OpenLibrary},
    set::{Device, InstalledApk, SetError, SetFindings, check_set},
    verdict::Verdict,
    verify::verify_apk,
    work::{Progress, Work},
};

/// The files of an installed app, and the phone on which they are.
#[derive(Clone, Copy)]
pub struct Installation<'a> {
    /// The base first, then the splits in any order (`ApplicationInfo.sourceDir` and
    /// `splitSourceDirs`). What cannot even be opened is a reader that fails.
    pub apks: &'a [&'a dyn ReadAt],
    /// `Build.VERSION.SDK_INT`.
    pub sdk: u32,
    /// What the set is held to.
    pub device: &'a Device,
    /// Opens extracted libraries; without it they are not compared.
    pub libraries: Option<&'a OpenLibrary<'a>>,
}

/// What was found on an installation.
#[derive(Debug)]
pub struct InstallationFindings {
    /// On each file, in the order given.
    pub files: Vec<FileFindings>,
    /// On all of them together.
    pub set: Result<SetFindings, SetError>,
    /// Whether everything that the set depends on was known: the phone's ABIs and the folder of
    /// the extracted libraries, if there are any; density and languages, if the app requires
    /// splits for them. An empty list of problems says nothing of what was not known.
    pub complete: bool,
}

/// What was found on one file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileFindings {
    /// None where the work was stopped before.
    pub verdict: Option<Verdict>,
    /// Of a damaged file, which of its entries are. None of others, and where its entries cannot be
    /// found at all.
    pub damaged_entries: Option<DamagedEntries>,
}

impl FileFindings {
    /// SHA-256 of each signer's current certificate; none where the file is not intact.
    #[must_use]
    pub fn signers(&self) -> Vec<CertificateDigest> {
        match &self.verdict {
            Some(Verdict::Intact { signers, .. }) => signers
                .iter()
                .filter_map(|signer| signer.current())
                .map(|certificate| certificate.digest)
                .collect(),
            _ => Vec::new(),
        }
    }

    fn is_intact(&self) -> bool {
        matches!(self.verdict, Some(Verdict::Intact { .. }))
    }
}

/// Verifies each APK of an installation, looks into the damaged ones for what is damaged, and then
/// judges all together.
///
/// `work` is told of progress over the bytes of all files. Looking for damaged entries and at
/// native libraries reads bytes again: the callback is asked meanwhile, and told the same number.
/// Where it stops the work, the files that were not reached have no verdict and the set is
/// [`SetError::Stopped`].
#[must_use]
pub fn verify_installation(
    installation: &Installation<'_>,
    work: &Work<'_>,
) -> InstallationFindings {
    let lengths: Vec<u64> = installation
        .apks
        .iter()
        .map(|apk| apk.length().unwrap_or(0))
        .collect();
    let tally = Tally {
        work,
        before: Cell::new(0),
        all: lengths
            .iter()
            .fold(0, |all, length| u64::saturating_add(all, *length)),
        stopped: Cell::new(false),
    };
    let mut files = Vec::with_capacity(installation.apks.len());
    for (apk, length) in installation.apks.iter().zip(lengths) {
        files.push(tally.file(*apk, length, installation.sdk));
    }
    let set = tally.set(installation, &files);
    InstallationFindings {
        complete: set
            .as_ref()
            .is_ok_and(|set| all_known(set, installation.device)),
        set,
        files,
    }
}

/// Progress over all files.
struct Tally<'a> {
    work: &'a Work<'a>,
    /// Bytes of the files before this one.
    before: Cell<u64>,
    all: u64,
    stopped: Cell<bool>,
}

impl Tally<'_> {
    fn file(&self, apk: &dyn ReadAt, length: u64, sdk: u32) -> FileFindings {
        if self.stopped.get() {
            return FileFindings::default();
        }
        let (before, all) = (self.before.get(), self.all);
        let inner = self.work.progress;
        let scaled = move |progress: Progress| match inner {
            Some(told) => told(Progress {
                done: before.saturating_add(share(length, progress)),
                all,
            }),
            None => ControlFlow::Continue(()),
        };
        let work = Work {
            threads: self.work.threads,
            progress: inner.is_some().then_some(&scaled),
        };
        let Ok(verdict) = verify_apk(apk, sdk, &work) else {
            self.stopped.set(true);
            return FileFindings::default();
        };
        self.before.set(before.saturating_add(length));
        let damaged_entries = match verdict {
            // The signature says what is wrong; an archive without entries adds nothing.
            Verdict::Damaged { .. } => damaged_entries(apk, &mut |_| self.again()).ok(),
            _ => None,
        };
        FileFindings {
            verdict: Some(verdict),
            damaged_entries,
        }
    }

    fn set(
        &self,
        installation: &Installation<'_>,
        files: &[FileFindings],
    ) -> Result<SetFindings, SetError> {
        if self.stopped.get() {
            return Err(SetError::Stopped);
        }
        let signers: Vec<_> = files
            .iter()
            .map(|file| file.is_intact().then(|| file.signers()))
            .collect();
        let apks: Vec<_> = installation
            .apks
            .iter()
            .zip(&signers)
            .map(|(apk, signers)| InstalledApk {
                apk: *apk,
                signers: signers.as_deref(),
                intact: signers.is_some(),
            })
            .collect();
        check_set(
            &apks,
            installation.device,
            installation.libraries,
            &mut |_| self.again(),
        )
    }

    /// Bytes are read that were counted before.
    fn again(&self) -> ControlFlow<()> {
        let flow = match self.work.progress {
            Some(told) => told(Progress {
                done: self.before.get(),
                all: self.all,
            }),
            None => ControlFlow::Continue(()),
        };
        if flow.is_break() {
            self.stopped.set(true);
        }
        flow
    }
}

/// A file's part of the bytes, whatever its digests are counted in.
fn share(length: u64, progress: Progress) -> u64 {
    u128::from(length)
        .saturating_mul(progress.done.into())
        .checked_div(progress.all.into())
        .and_then(|done| u64::try_from(done).ok())
        .unwrap_or(0)
}

fn all_known(set: &SetFindings, device: &Device) -> bool {
    let requires = |dimension: &str| {
        set.apks
            .iter()
            .flat_map(|apk| &apk.required_split_types)
            .any(|kind| kind.rsplit("__").next() == Some(dimension))
    };
    let libraries = match set.libraries {
        Libraries::None | Libraries::InApks | Libraries::Extracted => true,
        Libraries::NoAbi | Libraries::NoFolder => false,
    };
    libraries
        && (device.density.is_some() || !requires("density"))
        && (!device.languages.is_empty() || !requires("language"))
}
