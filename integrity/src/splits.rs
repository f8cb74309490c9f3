//! Whether base and splits are one whole app: what Android's installer asks of a set of APKs (AOSP
//! `PackageInstallerSession.validateApkInstallLocked`), and what an app bundle's parts have to be on
//! this phone.

use std::collections::BTreeSet;

use crate::{CertificateDigest, manifest::ApkInfo, native::Carried};

/// The ABIs of Android (NDK, "Android ABIs"): as app bundles write them in a split's name, and their names.
pub const ABIS: [(&str, &str); 8] = [
    ("arm64_v8a", "arm64-v8a"),
    ("armeabi_v7a", "armeabi-v7a"),
    ("armeabi", "armeabi"),
    ("x86_64", "x86_64"),
    ("x86", "x86"),
    ("riscv64", "riscv64"),
    ("mips64", "mips64"),
    ("mips", "mips"),
];

/// The names of screen densities in resources, and `DisplayMetrics.DENSITY_*` (1), in dots per inch.
pub const DENSITIES: [(&str, u32); 7] = [
    ("ldpi", 120),
    ("mdpi", 160),
    ("tvdpi", 213),
    ("hdpi", 240),
    ("xhdpi", 320),
    ("xxhdpi", 480),
    ("xxxhdpi", 640),
];

/// ISO 639 codes that changed; Android and Java still give the old ones in places.
const OLD_LANGUAGES: [(&str, &str); 4] = [("iw", "he"), ("in", "id"), ("ji", "yi"), ("tl", "fil")];

/// What is wrong with the files of an app as a set, gravest for an installation first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SplitProblem {
    /// A native library is missing, or lies in its APK so that Android cannot load it.
    NativeLibraryMissing,
    /// A native library is not the one that an APK carries.
    NativeLibraryDamaged,
    /// The split for the phone's ABI is missing.
    AbiSplitMissing,
    /// An APK is of another package, version or signer than the base, or is there twice.
    ForeignSplit,
    /// A native library does not fit the phone's memory pages, which are larger than 4 KB.
    PageSize,
    /// Another split that is required is missing.
    RequiredSplitMissing,
    /// A split for the screen's density, which the base requires, is missing.
    DensityMissing,
    /// A split for the language, which the base requires, is missing.
    LanguageMissing,
}

/// One APK of the set, the base first.
pub(crate) struct Part<'a> {
    pub(crate) info: &'a ApkInfo,
    /// SHA-256 of the signers' certificates, where they are known.
    pub(crate) signers: Option<&'a [CertificateDigest]>,
    pub(crate) carried: &'a Carried<'a>,
}

/// The phone, as far as the set depends on it.
pub(crate) struct Phone<'a> {
    /// The ABIs that the app can run with, best first; none where they are not known.
    pub(crate) abis: &'a [&'a str],
    /// The first of them for which any APK carries a library (AOSP
    /// `NativeLibraryHelper.findSupportedAbi`).
    pub(crate) abi_in_use: Option<&'a str>,
    /// Dots per inch.
    pub(crate) density: Option<u32>,
    pub(crate) languages: &'a [String],
}

/// What a configuration split is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Configuration<'a> {
    Abi(&'a str),
    /// `None` for every density: `nodpi`, `anydpi`.
    Density(Option<u32>),
    Language(&'a str),
    Other,
}

impl<'a> Configuration<'a> {
    /// From a name that app bundles give: `config.arm64_v8a`, `FEATURE.config.de`. With the feature,
    /// which is empty for the base.
    fn of(info: &'a ApkInfo) -> Option<(&'a str, Self)> {
        let name = info.split.as_deref()?;
        let (feature, configuration) = match name.strip_prefix("config.") {
            Some(configuration) => ("", configuration),
            None => name.rsplit_once(".config.")?,
        };
        let feature = info.config_for_split.as_deref().unwrap_or(feature);
        Some((feature, Self::named(configuration)))
    }

    fn named(name: &'a str) -> Self {
        if let Some((_, abi)) = ABIS.iter().find(|(split, _)| *split == name) {
            return Self::Abi(abi);
        }
        if name == "nodpi" || name == "anydpi" {
            return Self::Density(None);
        }
        if let Some((_, density)) = DENSITIES.iter().find(|(bucket, _)| *bucket == name) {
            return Self::Density(Some(*density));
        }
        if let Some(density) = name.strip_suffix("dpi").and_then(|name| name.parse().ok()) {
            return Self::Density(Some(density));
        }
        let language = primary(name);
        let is_language = matches!(language.len(), 2 | 3)
            && language.bytes().all(|byte| byte.is_ascii_lowercase());
        if is_language {
            Self::Language(language)
        } else {
            Self::Other
        }
    }

    fn dimension(self) -> Option<&'static str> {
        match self {
            Self::Abi(_) => Some("abi"),
            Self::Density(_) => Some("density"),
            Self::Language(_) => Some("language"),
            Self::Other => None,
        }
    }
}

/// The language of a BCP 47 tag or of a resource qualifier: `de` of `de-AT`, `de_AT` and `de-rAT`.
fn primary(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or(tag)
}

fn same_language(one: &str, other: &str) -> bool {
    let current = |tag| {
        let language = primary(tag).to_ascii_lowercase();
        match OLD_LANGUAGES.iter().find(|(old, _)| *old == language) {
            Some((_, new)) => (*new).to_owned(),
            None => language,
        }
    };
    current(one) == current(other)
}

/// A set is judged by its own words: what no APK requires is never missing. The order of
/// [`SplitProblem`], each once.
pub(crate) fn problems(parts: &[Part<'_>], phone: &Phone<'_>) -> BTreeSet<SplitProblem> {
    let mut problems = BTreeSet::new();
    let Some((base, splits)) = parts.split_first() else {
        return problems;
    };
    if foreign(base, splits) {
        problems.insert(SplitProblem::ForeignSplit);
    }
    let present = covered(parts);
    let required = set(parts
        .iter()
        .flat_map(|part| &part.info.required_split_types)
        .map(String::as_str));
    for kind in &required {
        if !present.contains(*kind) {
            problems.insert(match dimension(kind) {
                "abi" => SplitProblem::AbiSplitMissing,
                "density" => SplitProblem::DensityMissing,
                "language" => SplitProblem::LanguageMissing,
                _ => SplitProblem::RequiredSplitMissing,
            });
        }
    }
    // What bundles say that are older than the types (33).
    if base.info.split_required && required.is_empty() && splits.is_empty() {
        problems.insert(SplitProblem::RequiredSplitMissing);
    }
    let names = set(splits.iter().filter_map(|part| part.info.split.as_deref()));
    if parts
        .iter()
        .flat_map(|part| &part.info.uses_splits)
        .any(|name| !names.contains(name.as_str()))
    {
        problems.insert(SplitProblem::RequiredSplitMissing);
    }
    if abi_missing(parts, phone) {
        problems.insert(SplitProblem::AbiSplitMissing);
    }
    for kind in &required {
        match dimension(kind) {
            "density" if other_density(splits, feature(kind), phone.density) => {
                problems.insert(SplitProblem::DensityMissing);
            }
            "language" if other_language(splits, feature(kind), phone.languages) => {
                problems.insert(SplitProblem::LanguageMissing);
            }
            _ => {}
        }
    }
    problems
}

/// `abi` of `base__abi`, as app bundles name types.
fn dimension(kind: &str) -> &str {
    kind.rsplit_once("__")
        .map_or(kind, |(_, dimension)| dimension)
}

/// Empty for the base, as in a split's name.
fn feature(kind: &str) -> &str {
    match kind.rsplit_once("__") {
        Some(("base", _)) | None => "",
        Some((feature, _)) => feature,
    }
}

fn foreign(base: &Part<'_>, splits: &[Part<'_>]) -> bool {
    // Some ten at most.
    let within = |some: &[CertificateDigest], others: &[CertificateDigest]| {
        some.iter().all(|signer| others.contains(signer))
    };
    let mut names = BTreeSet::new();
    splits.iter().any(|part| {
        part.info.package != base.info.package
            || part.info.version_code != base.info.version_code
            || part
                .signers
                .zip(base.signers)
                .is_some_and(|(one, other)| !within(one, other) || !within(other, one))
            // A second base, or one split twice.
            || part.info.split.as_deref().is_none_or(|name| !names.insert(name))
    })
}

/// The types that the APKs have; for a split that states none, those that its name says.
fn covered(parts: &[Part<'_>]) -> BTreeSet<String> {
    let mut covered = BTreeSet::new();
    for info in parts.iter().map(|part| part.info) {
        if !info.split_types.is_empty() {
            covered.extend(info.split_types.iter().cloned());
        } else if let Some((feature, configuration)) = Configuration::of(info) {
            let module = if feature.is_empty() { "base" } else { feature };
            covered.extend(
                configuration
                    .dimension()
                    .map(|dimension| format!("{module}__{dimension}")),
            );
        } else {
            covered.extend(info.split.iter().map(|name| format!("{name}__module")));
        }
    }
    covered
}

/// The libraries are for other phones: of the whole app (`INSTALL_FAILED_NO_MATCHING_ABIS`), or of
/// the base or a feature whose configuration splits are all for other ABIs.
fn abi_missing(parts: &[Part<'_>], phone: &Phone<'_>) -> bool {
    if phone.abis.is_empty() {
        return false;
    }
    let Some(in_use) = phone.abi_in_use else {
        return parts.iter().any(|part| part.carried.any)
            || features(parts)
                .iter()
                .any(|feature| !abi_splits(parts, feature).any(|abi| phone.abis.contains(&abi)));
    };
    features(parts).into_iter().any(|feature| {
        let by_itself = parts
            .iter()
            .filter(|part| part.info.split.as_deref().unwrap_or("") == feature)
            .any(|part| part.carried.abis.contains(in_use));
        !by_itself && !abi_splits(parts, feature).any(|abi| abi == in_use)
    })
}

/// The base and the features that have splits for ABIs.
fn features<'a>(parts: &[Part<'a>]) -> BTreeSet<&'a str> {
    set(parts
        .iter()
        .filter_map(|part| match Configuration::of(part.info)? {
            (feature, Configuration::Abi(_)) => Some(feature),
            _ => None,
        }))
}

/// Collected one by one: `collect` brings a sort of its own.
fn set<'a>(names: impl Iterator<Item = &'a str>) -> BTreeSet<&'a str> {
    let mut set = BTreeSet::new();
    set.extend(names);
    set
}

fn abi_splits<'a>(parts: &[Part<'a>], of: &str) -> impl Iterator<Item = &'a str> {
    parts
        .iter()
        .filter_map(move |part| match Configuration::of(part.info)? {
            (feature, Configuration::Abi(abi)) if feature == of => Some(abi),
            _ => None,
        })
}

/// There are splits for densities, all of them for screens of less than half or more than twice the
/// dots. A setting of display size or resolution moves the density within that, and pictures stay
/// sharp enough.
fn other_density(splits: &[Part<'_>], of: &str, density: Option<u32>) -> bool {
    let Some(density) = density else {
        return false;
    };
    let mut there = splits
        .iter()
        .filter_map(|part| match Configuration::of(part.info)? {
            (feature, Configuration::Density(split)) if feature == of => Some(split),
            _ => None,
        })
        .peekable();
    there.peek().is_some()
        && there.all(|split| {
            split.is_some_and(|split| {
                split.saturating_mul(2) < density || density.saturating_mul(2) < split
            })
        })
}

/// There are splits for languages, none of them for one that the phone has.
fn other_language(splits: &[Part<'_>], of: &str, languages: &[String]) -> bool {
    let mut there = splits
        .iter()
        .filter_map(|part| match Configuration::of(part.info)? {
            (feature, Configuration::Language(split)) if feature == of => Some(split),
            _ => None,
        })
        .peekable();
    !languages.is_empty()
        && there.peek().is_some()
        && !there.any(|split| {
            languages
                .iter()
                .any(|language| same_language(split, language))
        })
}
