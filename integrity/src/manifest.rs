//! What an APK says of itself in `AndroidManifest.xml`, read as Android's installer reads it (AOSP
//! `ApkLiteParseUtils`).

use std::collections::BTreeSet;

use thiserror::Error;

use crate::axml::{Android, AxmlError, Document, Element, Node};

const NAME: Android = Android("name", 0x0101_0003);
const VALUE: Android = Android("value", 0x0101_0024);
const VERSION_CODE: Android = Android("versionCode", 0x0101_021b);
const EXTRACT_NATIVE_LIBS: Android = Android("extractNativeLibs", 0x0101_04ea);
const USE_32BIT_ABI: Android = Android("use32bitAbi", 0x0101_0515);
const IS_FEATURE_SPLIT: Android = Android("isFeatureSplit", 0x0101_055b);
const VERSION_CODE_MAJOR: Android = Android("versionCodeMajor", 0x0101_0576);
const IS_SPLIT_REQUIRED: Android = Android("isSplitRequired", 0x0101_0591);
const REQUIRED_SPLIT_TYPES: Android = Android("requiredSplitTypes", 0x0101_064e);
const SPLIT_TYPES: Android = Android("splitTypes", 0x0101_064f);

/// What app bundles said before Android had `isSplitRequired` (29).
const SPLITS_REQUIRED: &str = "com.android.vending.splits.required";

/// Bytes of a package, a split or a type; Android allows 223.
const NAME_MAX: usize = 255;
/// Names in one list.
const LIST_MAX: usize = 1024;

/// What an APK says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApkInfo {
    /// The app's package.
    pub package: String,
    /// `versionCode`, and `versionCodeMajor` (28) in the upper 32 bits; 0 where none is given, as
    /// Android takes it.
    pub version_code: u64,
    /// The split's name; none for the base.
    pub split: Option<String>,
    /// The feature that a configuration split belongs to; none for the base's.
    pub config_for_split: Option<String>,
    /// It is a feature split (26).
    pub feature_split: bool,
    /// The base does not run alone: `isSplitRequired` (29), or what app bundles said before in
    /// `com.android.vending.splits.required`.
    pub split_required: bool,
    /// The types of splits that must be there (33), such as `base__abi`.
    pub required_split_types: BTreeSet<String>,
    /// The types of which this split is (33).
    pub split_types: BTreeSet<String>,
    /// The splits that this one needs: `uses-split` (26).
    pub uses_splits: BTreeSet<String>,
    /// The installer extracts the native libraries (23). True where nothing is said.
    pub extract_native_libs: bool,
    /// The app runs with a 32-bit ABI where the phone has one (21).
    pub use_32bit_abi: bool,
}

/// Why a manifest cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error(transparent)]
pub struct ManifestError(#[from] Problem);

#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
enum Problem {
    #[error(transparent)]
    Axml(AxmlError),
    #[error("its first element is not \"manifest\"")]
    Root,
    #[error("it names no package")]
    NoPackage,
    #[error("a name in it is longer than 255 bytes")]
    LongName,
    #[error("a list in it has more than 1024 names")]
    LongList,
}

impl From<AxmlError> for ManifestError {
    fn from(error: AxmlError) -> Self {
        Self(Problem::Axml(error))
    }
}

impl ApkInfo {
    /// Reads the bytes of a binary `AndroidManifest.xml`.
    ///
    /// # Errors
    /// It is not one, or it breaks the form.
    pub fn from_manifest(bytes: &[u8]) -> Result<Self, ManifestError> {
        let document = Document::parse(bytes)?;
        let mut nodes = document.nodes();
        let Some(Node::Start(root)) = nodes.next().transpose()? else {
            return Err(Problem::Root.into());
        };
        let mut info = Self::from_root(&root)?;
        // The root is open.
        let mut depth = 1_u32;
        let mut in_application = false;
        while let Some(node) = nodes.next().transpose()? {
            let Node::Start(element) = node else {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    break;
                }
                continue;
            };
            if depth == 1 {
                in_application = element.is("application");
                if in_application {
                    info.read_application(&element);
                } else if element.is("uses-split") {
                    let name = element.android_text(NAME)?;
                    info.uses_splits.extend(named(name)?);
                    if info.uses_splits.len() > LIST_MAX {
                        return Err(Problem::LongList.into());
                    }
                }
            } else if depth == 2 && in_application && element.is("meta-data") {
                info.split_required |= element.android_is(NAME, SPLITS_REQUIRED)
                    && element.android_switch(VALUE) == Some(true);
            }
            depth = depth.saturating_add(1);
        }
        Ok(info)
    }

    fn from_root(root: &Element<'_>) -> Result<Self, ManifestError> {
        if !root.is("manifest") {
            return Err(Problem::Root.into());
        }
        let minor = root.android_number(VERSION_CODE).unwrap_or(0);
        let major = root.android_number(VERSION_CODE_MAJOR).unwrap_or(0);
        Ok(Self {
            package: named(root.text("package")?)?.ok_or(Problem::NoPackage)?,
            version_code: (u64::from(major) << 32) | u64::from(minor),
            split: named(root.text("split")?)?,
            config_for_split: named(root.text("configForSplit")?)?,
            feature_split: root.android_switch(IS_FEATURE_SPLIT).unwrap_or(false),
            split_required: root.android_switch(IS_SPLIT_REQUIRED).unwrap_or(false),
            required_split_types: types(root.android_text(REQUIRED_SPLIT_TYPES)?)?,
            split_types: types(root.android_text(SPLIT_TYPES)?)?,
            uses_splits: BTreeSet::new(),
            extract_native_libs: true,
            use_32bit_abi: false,
        })
    }

    fn read_application(&mut self, application: &Element<'_>) {
        self.extract_native_libs = application
            .android_switch(EXTRACT_NATIVE_LIBS)
            .unwrap_or(true);
        self.use_32bit_abi = application.android_switch(USE_32BIT_ABI).unwrap_or(false);
    }
}

/// An empty name is none.
fn named(name: Option<String>) -> Result<Option<String>, ManifestError> {
    match name {
        Some(name) if name.len() > NAME_MAX => Err(Problem::LongName.into()),
        name => Ok(name.filter(|name| !name.is_empty())),
    }
}

/// Separated by commas, blanks around them dropped.
fn types(list: Option<String>) -> Result<BTreeSet<String>, ManifestError> {
    let mut types = BTreeSet::new();
    for name in list.iter().flat_map(|list| list.split(',')) {
        types.extend(named(Some(name.trim().to_owned()))?);
        if types.len() > LIST_MAX {
            return Err(Problem::LongList.into());
        }
    }
    Ok(types)
}
