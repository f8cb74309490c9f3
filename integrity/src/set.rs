//! The APKs of an installed app, looked at together.

use std::{io, ops::ControlFlow};

use thiserror::Error;

use crate::{
    CertificateDigest, ReadAt,
    entries::{Archive, ArchiveError, Entry, EntryProblem},
    entry_data::whole,
    manifest::{ApkInfo, ManifestError},
    native::{Carried, Interrupted, Libraries, Look, OpenLibrary},
    splits::{self, Part, Phone, SplitProblem},
};

/// Bytes of a manifest; large apps have some hundred thousand.
const MANIFEST_MAX: u32 = 4 << 20;
const MANIFEST: &[u8] = b"AndroidManifest.xml";

/// One APK of an installed app.
#[derive(Clone, Copy)]
pub struct InstalledApk<'a> {
    /// The file.
    pub apk: &'a dyn ReadAt,
    /// SHA-256 of each signer's certificate, the current one after a rotation, in any order. Without
    /// it signers are not compared.
    pub signers: Option<&'a [CertificateDigest]>,
    /// Its signature covers its contents and was verified. Otherwise the libraries that are loaded
    /// from it are held to their CRC-32.
    pub intact: bool,
}

/// What the phone is, as far as a set of APKs depends on it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Device {
    /// `Build.SUPPORTED_ABIS` (21), the best first. Without them ABIs and libraries are not judged.
    pub abis: Vec<String>,
    /// `DisplayMetrics.densityDpi`, in dots per inch.
    pub density: Option<u32>,
    /// The languages of `LocaleList.getDefault()` (24) as BCP 47 tags, in any order.
    pub languages: Vec<String>,
    /// Bytes of a memory page: `sysconf(_SC_PAGESIZE)`, 4096 or 16384. Without it the alignment of
    /// libraries in memory is not judged.
    pub page_size: Option<u32>,
}

/// What was found on a set of APKs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetFindings {
    /// What is wrong, each once, in the order of [`SplitProblem`]; empty where nothing is.
    pub problems: Vec<SplitProblem>,
    /// What each APK says of itself, in the order given.
    pub apks: Vec<ApkInfo>,
    /// The ABI that the app runs with.
    pub abi: Option<String>,
    /// How the native libraries were looked at.
    pub libraries: Libraries,
}

/// Why a set was not judged.
#[derive(Debug, Error)]
pub enum SetError {
    /// The set is empty.
    #[error("there is no APK")]
    NoApk,
    /// The first file has to be the base.
    #[error("the first APK is not the base but the split {0}")]
    NotBase(String),
    /// One APK cannot be read.
    #[error("APK {}: {problem}", .apk.saturating_add(1))]
    Apk {
        /// Its place in the set, from 0.
        apk: usize,
        /// What is wrong with it.
        problem: ApkProblem,
    },
    /// The folder of the extracted libraries, or a file in it, cannot be read.
    #[error("the extracted libraries: {0}")]
    Folder(io::Error),
    /// `progress` said so.
    #[error("stopped on request")]
    Stopped,
}

/// Why it is not known what is inside an APK.
#[derive(Debug, Error)]
pub enum ApkProblem {
    /// It is no APK, or the system cannot read it.
    #[error(transparent)]
    Archive(#[from] ArchiveError),
    /// There is no `AndroidManifest.xml`.
    #[error("it has no AndroidManifest.xml")]
    NoManifest,
    /// There are several; Android installs no such APK.
    #[error("it has more than one AndroidManifest.xml")]
    TwoManifests,
    /// Larger than any app's.
    #[error("its AndroidManifest.xml is larger than 4 MB")]
    LargeManifest,
    /// The manifest cannot be taken out of the APK.
    #[error("AndroidManifest.xml: {0}")]
    ManifestEntry(EntryProblem),
    /// The manifest breaks its form.
    #[error("AndroidManifest.xml: {0}")]
    Manifest(#[from] ManifestError),
    /// Two entries share bytes of the file.
    #[error("its entries overlap")]
    Overlap,
}

impl From<io::Error> for ApkProblem {
    fn from(error: io::Error) -> Self {
        Self::Archive(error.into())
    }
}

impl ApkInfo {
    /// Reads what an APK says of itself.
    ///
    /// # Errors
    /// [`ApkProblem`]
    pub fn read(apk: &dyn ReadAt) -> Result<Self, ApkProblem> {
        survey(&Archive::open(apk)?, &[]).map(|(info, _)| info)
    }
}

/// Says whether the APKs of an app, the base first, are one whole app on this phone: base and splits
/// belong together, none that is required is missing, and the native libraries for the ABI in use
/// are there and whole.
///
/// `folder` opens extracted libraries (see [`OpenLibrary`]); without it they are not judged, which
/// [`SetFindings::libraries`] tells. `progress` is given the bytes that were read since it was last
/// called, and stops the work by [`ControlFlow::Break`].
///
/// # Errors
/// [`SetError`]: what of the set could not be read. A set is judged as a whole or not at all.
pub fn check_set(
    apks: &[InstalledApk<'_>],
    device: &Device,
    folder: Option<&OpenLibrary<'_>>,
    progress: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> Result<SetFindings, SetError> {
    let mut archives = Vec::with_capacity(apks.len());
    let mut infos = Vec::with_capacity(apks.len());
    let mut carried = Vec::with_capacity(apks.len());
    for (apk, installed) in apks.iter().enumerate() {
        let failed = |problem: ApkProblem| SetError::Apk { apk, problem };
        let archive = Archive::open(installed.apk).map_err(|error| failed(error.into()))?;
        let (info, libraries) = survey(&archive, &device.abis).map_err(failed)?;
        archives.push(archive);
        infos.push(info);
        carried.push(libraries);
    }
    let base = infos.first().ok_or(SetError::NoApk)?;
    if let Some(split) = &base.split {
        return Err(SetError::NotBase(split.clone()));
    }
    let abis = usable_abis(base, &device.abis);
    let abi = abis
        .iter()
        .copied()
        .find(|abi| carried.iter().any(|carried| carried.abis.contains(abi)));
    let parts: Vec<Part<'_>> = infos
        .iter()
        .zip(apks)
        .zip(&carried)
        .map(|((info, installed), carried)| Part {
            info,
            signers: installed.signers,
            carried,
        })
        .collect();
    let phone = Phone {
        abis: &abis,
        abi_in_use: abi,
        density: device.density,
        languages: &device.languages,
    };
    let mut problems = splits::problems(&parts, &phone);
    let libraries = match abi {
        None if carried.iter().any(|carried| carried.any) => Libraries::NoAbi,
        None => Libraries::None,
        Some(abi) => {
            let extract = base.extract_native_libs;
            let mut look = Look::new(abi, device.page_size, folder, progress);
            for (apk, (archive, installed)) in archives.iter().zip(apks).enumerate() {
                let looked = if extract {
                    look.extracted(archive)
                } else {
                    look.in_apk(archive, installed.intact)
                };
                looked.map_err(|interrupted| interrupted.at(apk))?;
            }
            let found = look.finish();
            problems.extend(
                [
                    (found.missing, SplitProblem::NativeLibraryMissing),
                    (found.damaged, SplitProblem::NativeLibraryDamaged),
                    (found.page_size, SplitProblem::PageSize),
                ]
                .into_iter()
                .filter_map(|(is, problem)| is.then_some(problem)),
            );
            match (extract, folder) {
                (false, _) => Libraries::InApks,
                (true, Some(_)) => Libraries::Extracted,
                (true, None) => Libraries::NoFolder,
            }
        }
    };
    Ok(SetFindings {
        problems: problems.into_iter().collect(),
        abi: abi.map(str::to_owned),
        libraries,
        apks: infos,
    })
}

impl Interrupted {
    fn at(self, apk: usize) -> SetError {
        let problem = match self {
            Self::Archive(error) => error.into(),
            Self::Overlap => ApkProblem::Overlap,
            Self::Folder(error) => return SetError::Folder(error),
            Self::Stopped => return SetError::Stopped,
        };
        SetError::Apk { apk, problem }
    }
}

/// The manifest, and for which ABIs there are libraries, in one pass over the central directory.
fn survey<'a>(
    archive: &Archive<'_>,
    abis: &'a [String],
) -> Result<(ApkInfo, Carried<'a>), ApkProblem> {
    let mut carried = Carried::default();
    let mut manifest: Option<Entry> = None;
    for entry in archive.entries() {
        let entry = entry?;
        if entry.name == MANIFEST {
            if manifest.is_some() {
                return Err(ApkProblem::TwoManifests);
            }
            manifest = Some(entry);
        } else {
            carried.add(&entry.name, abis);
        }
    }
    let entry = manifest.ok_or(ApkProblem::NoManifest)?;
    let bytes = whole(archive, &entry, MANIFEST_MAX)?.map_err(|problem| match problem {
        Some(problem) => ApkProblem::ManifestEntry(problem),
        None => ApkProblem::LargeManifest,
    })?;
    Ok((ApkInfo::from_manifest(&bytes)?, carried))
}

/// The phone's ABIs, only those of 32 bits where the app asks for them and there are any.
fn usable_abis<'a>(base: &ApkInfo, abis: &'a [String]) -> Vec<&'a str> {
    let all = || abis.iter().map(String::as_str);
    let narrow: Vec<&str> = all().filter(|abi| !abi.contains("64")).collect();
    if base.use_32bit_abi && !narrow.is_empty() {
        narrow
    } else {
        all().collect()
    }
}
