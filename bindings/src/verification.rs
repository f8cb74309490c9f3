//! Install verification: paths in, verdicts and install facts out.

use crate::{
    error::{DiagnoseError, unexpected},
    fact::{ApkFilesFact, SplitProblemsFact},
    install::{ApkPart, FileVerdict},
    logging,
};
use diagnose_core::fact::Fact;
use diagnose_integrity::{
    self as integrity, FileFindings, InstallationFindings, ReadAt, Verdict, Work,
    facts::InstallFacts, open_apk, open_library,
};
use std::{
    num::NonZeroUsize,
    ops::ControlFlow,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    thread,
    time::Duration,
};

/// How often progress is told: some hundred times in a verification of any length that a user waits for.
const TELL_EVERY: Duration = Duration::from_millis(50);

/// The files of an installed Android app.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct InstalledFiles {
    /// The base APK's path: `ApplicationInfo.sourceDir` (1).
    pub base: String,
    /// The split APKs' paths in any order: `ApplicationInfo.splitSourceDirs` (21).
    pub splits: Vec<String>,
    /// The folder of the extracted native libraries: `ApplicationInfo.nativeLibraryDir` (9). Without it
    /// they are not judged.
    pub library_folder: Option<String>,
}

/// What the phone is, as far as an installation depends on it.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Device {
    /// `Build.VERSION.SDK_INT` (4), 1 to 999.
    pub api_level: i64,
    /// `Build.SUPPORTED_ABIS` (21), the best first. Without them ABIs and libraries are not judged.
    pub abis: Vec<String>,
    /// `DisplayMetrics.densityDpi`, in dots per inch, 1 to 100000, if it is known.
    pub density: Option<i64>,
    /// The languages of `LocaleList.getDefault()` (24) as BCP 47 tags, in any order.
    pub languages: Vec<String>,
    /// Bytes of a memory page: `Os.sysconf(_SC_PAGESIZE)` (21), 1 to 1073741824; phones have 4096 or 16384.
    /// Without it alignment is not judged.
    pub page_size: Option<i64>,
}

/// What was found on an installation.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Verification {
    /// What was found on each file, in the order given, the base first.
    pub files: Vec<VerifiedFile>,
    /// For `AndroidInstallFacts.files`.
    pub files_fact: ApkFilesFact,
    /// For `AndroidInstallFacts.splitProblems`.
    pub split_problems_fact: SplitProblemsFact,
    /// Why the files were not judged as a set, in English, where they were not.
    pub set_problem: Option<String>,
    /// Whether the callback stopped the work: files that were not reached are *not run*.
    pub stopped: bool,
}

/// What was found on one APK.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct VerifiedFile {
    /// Which part of the app it is.
    pub part: ApkPart,
    /// Whether it is what its signer signed.
    pub verdict: FileVerdict,
    /// Why it is not intact, in English, for a developer; missing where it is, and where it was not looked at.
    pub reason: Option<String>,
    /// SHA-256 of each signer's current certificate, 64 lower-case hexadecimal digits; none where it is not intact.
    pub signers: Vec<String>,
    /// The names of damaged entries, at most 100, of a damaged file.
    pub damaged_entries: Vec<String>,
}

/// Is told how far install verification is.
#[uniffi::export(with_foreign)]
pub trait VerifyProgress: Send + Sync {
    /// So many bytes of all are verified; never called again after it answered false. On the thread that waits
    /// for the verification, every 50 milliseconds at most.
    ///
    /// # Errors
    /// Whatever it throws stops the work.
    fn advanced(&self, done: i64, total: i64) -> Result<bool, ProgressError>;
}

/// The callback failed, which stops the work.
// Not flat: a flat error that the callback throws cannot be read here, which is a panic.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, uniffi::Error)]
pub enum ProgressError {
    /// It threw something.
    #[error("the progress callback failed")]
    Failed,
}

impl From<uniffi::UnexpectedUniFFICallbackError> for ProgressError {
    /// Its reason is the host's stack trace.
    fn from(_: uniffi::UnexpectedUniFFICallbackError) -> Self {
        Self::Failed
    }
}

/// Verifies the files of an installed Android app. Blocks the calling thread; the work is spread over the phone's cores.
/// A path that is gone, cannot be read or is a directory is a verdict: *unreadable*.
///
/// # Errors
/// `Installation`: an impossible value of the device.
#[uniffi::export]
pub fn verify_installation(
    files: InstalledFiles,
    device: Device,
    progress: Option<Arc<dyn VerifyProgress>>,
) -> Result<Verification, DiagnoseError> {
    let sdk = in_range("api_level", device.api_level, 999)?;
    let phone = integrity::Device {
        abis: device.abis,
        density: device
            .density
            .map(|density| in_range("density", density, 100_000))
            .transpose()?,
        languages: device.languages,
        page_size: device
            .page_size
            .map(|size| in_range("page_size", size, 1 << 30))
            .transpose()?,
    };
    let apks: Vec<Box<dyn ReadAt>> = std::iter::once(&files.base)
        .chain(&files.splits)
        .map(|path| open_apk(Path::new(path)))
        .collect();
    let apks: Vec<&dyn ReadAt> = apks.iter().map(AsRef::as_ref).collect();
    let folder = files.library_folder.as_deref();
    let libraries = folder.map(|folder| move |name: &str| open_library(Path::new(folder), name));
    let told = Told::new(&apks);
    let found = told.follow(progress.as_deref(), |work| {
        integrity::verify_installation(
            &integrity::Installation {
                apks: &apks,
                sdk,
                device: &phone,
                libraries: libraries.as_ref().map(|open| open as _),
            },
            work,
        )
    })?;
    logging::installation(&found);
    Ok(Verification::new(&found, told.stopped.into_inner()))
}

fn in_range(field: &str, value: i64, most: u32) -> Result<u32, DiagnoseError> {
    u32::try_from(value)
        .ok()
        .filter(|value| (1..=most).contains(value))
        .ok_or_else(|| {
            let expected = format!("1 to {most}");
            DiagnoseError::Installation(unexpected(field, value, &expected))
        })
}

impl Verification {
    fn new(found: &InstallationFindings, stopped: bool) -> Self {
        let InstallFacts {
            files: files_fact,
            split_problems: split_problems_fact,
        } = found.into();
        let judged: &[_] = match &files_fact {
            Fact::Known { value } => value,
            Fact::Unreadable { .. } => &[],
        };
        Self {
            files: judged
                .iter()
                .zip(&found.files)
                .map(|(judged, file)| VerifiedFile {
                    part: judged.part,
                    verdict: judged.verdict,
                    reason: reason(file),
                    signers: file.signers().iter().map(ToString::to_string).collect(),
                    damaged_entries: file.damaged_entries.as_ref().map_or_else(
                        Vec::new,
                        |damaged| {
                            damaged
                                .entries
                                .iter()
                                .map(|entry| entry.name.clone())
                                .collect()
                        },
                    ),
                })
                .collect(),
            files_fact,
            split_problems_fact,
            set_problem: found.set.as_ref().err().map(ToString::to_string),
            stopped,
        }
    }
}

fn reason(file: &FileFindings) -> Option<String> {
    match file.verdict.as_ref()? {
        Verdict::Intact { .. } => None,
        Verdict::Damaged { problem } => Some(problem.to_string()),
        Verdict::NotChecked { reason } => Some(reason.to_string()),
        Verdict::Unreadable { message, .. } => Some(message.clone()),
    }
}

/// What the working threads leave for the one that tells: a call into the host from a thread that it does not know
/// costs more, and each would be a new thread there.
struct Told {
    done: AtomicU64,
    all: AtomicU64,
    stopped: AtomicBool,
}

impl Told {
    fn new(apks: &[&dyn ReadAt]) -> Self {
        let lengths = apks.iter().map(|apk| apk.length().unwrap_or(0));
        Self {
            done: AtomicU64::new(0),
            all: AtomicU64::new(lengths.fold(0, u64::saturating_add)),
            stopped: AtomicBool::new(false),
        }
    }

    /// Does the work on other threads and tells of its progress on this one.
    fn follow<T: Send>(
        &self,
        progress: Option<&dyn VerifyProgress>,
        work: impl FnOnce(&Work<'_>) -> T + Send,
    ) -> Result<T, DiagnoseError> {
        let threads = thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
        let Some(progress) = progress else {
            return Ok(work(&Work {
                threads,
                progress: None,
            }));
        };
        let finished = AtomicBool::new(false);
        let waiting = thread::current();
        thread::scope(|scope| {
            let finished = &finished;
            let worker = thread::Builder::new().spawn_scoped(scope, move || {
                let note = |progress: integrity::Progress| {
                    self.done.store(progress.done, Ordering::Relaxed);
                    self.all.store(progress.all, Ordering::Relaxed);
                    if self.stopped.load(Ordering::Relaxed) {
                        ControlFlow::Break(())
                    } else {
                        ControlFlow::Continue(())
                    }
                };
                let found = work(&Work {
                    threads,
                    progress: Some(&note),
                });
                finished.store(true, Ordering::Release);
                waiting.unpark();
                found
            });
            let worker = worker.map_err(|error| DiagnoseError::Failed(error.to_string()))?;
            let mut finished_yet = false;
            while !self.stopped.load(Ordering::Relaxed) {
                let (done, all) = (
                    self.done.load(Ordering::Relaxed),
                    self.all.load(Ordering::Relaxed),
                );
                let bytes = |bytes: u64| i64::try_from(bytes).unwrap_or(i64::MAX);
                if !matches!(progress.advanced(bytes(done), bytes(all)), Ok(true)) {
                    self.stopped.store(!finished_yet, Ordering::Relaxed);
                    break;
                }
                if finished_yet {
                    break;
                }
                thread::park_timeout(TELL_EVERY);
                // A worker that panicked set no mark.
                finished_yet = finished.load(Ordering::Acquire) || worker.is_finished();
            }
            worker.join().map_err(|_| {
                DiagnoseError::Failed("verification ended without an answer".to_owned())
            })
        })
    }
}
