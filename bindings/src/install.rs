//! The installation.

use crate::fact::{
    ApkFilesFact, BundleFilesFact, IosSourceFact, NumberFact, PackageNameFact, ProcessExitsFact,
    ProfileExpiryFact, RestoreMarkFact, SignersFact, SplitProblemsFact, TimeFact,
};
use crate::time::Time;
pub use diagnose_core::facts::install::{
    AndroidInstallFacts, ApkFile, ApkPart, BundleFile, BundlePart, Certificate, CrashFacts,
    ExitReason, FileVerdict, IosInstallFacts, ProcessExit, ProfileExpiry, RestoreMark, Signer,
    SplitProblem,
};

/// The installation on Android.
#[uniffi::remote(Record)]
pub struct AndroidInstallFacts {
    /// `PackageInfo.signingInfo` (28): each signer's certificates; before, `GET_SIGNATURES` (1).
    pub signers: SignersFact,
    /// What install verification found on each file, the base first. *Not run* until it ran.
    pub files: ApkFilesFact,
    /// What install verification found wrong with the files as a set, each once; empty when nothing is.
    /// *Not run* until it ran.
    pub split_problems: SplitProblemsFact,
    /// `InstallSourceInfo.getInstallingPackageName()` (30; before, `getInstallerPackageName()`); where it names
    /// none, `getInitiatingPackageName()` (30). `none` where neither names one.
    pub installer: PackageNameFact,
    /// `InstallSourceInfo.getUpdateOwnerPackageName()` (34); `none` for no owner.
    pub update_owner: PackageNameFact,
    /// The device that the mark names which registration leaves where backups carry it (salted hash of ANDROID_ID).
    pub registered_on: RestoreMarkFact,
}

/// One signer of an app.
#[uniffi::remote(Record)]
pub struct Signer {
    /// The signer's certificates from the oldest to the current one: one, or more after a rotation of keys.
    pub lineage: Vec<Certificate>,
}

/// One signing certificate.
#[uniffi::remote(Record)]
pub struct Certificate {
    /// SHA-256 of the certificate, 64 lower-case hexadecimal digits.
    pub sha256: String,
    /// Its subject is `CN=Android Debug`.
    pub debug: bool,
}

/// One APK of the app.
#[uniffi::remote(Record)]
pub struct ApkFile {
    /// Which part of the app it is.
    pub part: ApkPart,
    /// Whether it is what its signer signed.
    pub verdict: FileVerdict,
    /// The signers that install verification read from it.
    pub signers: SignersFact,
}

/// Which part of the app an APK is.
#[uniffi::remote(Enum)]
pub enum ApkPart {
    /// The base APK. There is exactly one.
    Base,
    /// A split APK.
    Split,
}

/// The verdict of install verification on one file.
#[uniffi::remote(Enum)]
pub enum FileVerdict {
    /// It is what its signer signed.
    Intact,
    /// It is not what its signer signed.
    Damaged,
    /// It has a form of signature that is not checked.
    NotChecked,
    /// It could not be read.
    Unreadable,
    /// Verification did not run, or was stopped before this file.
    NotRun,
}

/// What is wrong with the files of an app as a set: the causes of check 12, install.splits.
#[uniffi::remote(Enum)]
pub enum SplitProblem {
    /// Cause 0: a native library is missing.
    NativeLibraryMissing,
    /// Cause 1: a native library is damaged.
    NativeLibraryDamaged,
    /// Cause 2: the split for the phone's ABI is missing.
    AbiSplitMissing,
    /// Cause 3: a split is of another version or signer.
    ForeignSplit,
    /// Cause 4: a native library does not fit 16 KB pages, on a phone that has them.
    PageSize,
    /// Cause 5: another split that the base requires is missing.
    RequiredSplitMissing,
    /// Cause 6: a split for the screen's density, which the base requires, is missing.
    DensityMissing,
    /// Cause 7: a split for the language, which the base requires, is missing.
    LanguageMissing,
}

/// The phone that the mark of registration names.
#[uniffi::remote(Enum)]
pub enum RestoreMark {
    /// This phone.
    Same,
    /// Another phone.
    Other,
    /// There is no mark.
    Unmarked,
}

/// How the app's own main process ended: `ActivityManager.getHistoricalProcessExitReasons()` (30).
#[uniffi::remote(Record)]
pub struct CrashFacts {
    /// Every exit that the call returned for the main process.
    pub exits: ProcessExitsFact,
    /// `PackageInfo.lastUpdateTime` (9), by the phone's own clock.
    pub last_update: TimeFact,
}

/// One `ApplicationExitInfo` (30).
#[uniffi::remote(Record)]
pub struct ProcessExit {
    /// `getReason()`.
    pub reason: ExitReason,
    /// `getTimestamp()`, by the phone's own clock.
    pub at: Time,
    /// Seconds from the start of the process to its end, from the app's own `setProcessStateSummary()` (30);
    /// 0 or above.
    pub seconds_since_start: NumberFact,
}

/// `ApplicationExitInfo.REASON_*` (30).
#[uniffi::remote(Enum)]
pub enum ExitReason {
    /// `REASON_UNKNOWN`.
    Unknown,
    /// `REASON_EXIT_SELF`.
    ExitSelf,
    /// `REASON_SIGNALED`.
    Signaled,
    /// `REASON_LOW_MEMORY`.
    LowMemory,
    /// `REASON_CRASH`.
    Crash,
    /// `REASON_CRASH_NATIVE`.
    CrashNative,
    /// `REASON_ANR`.
    Anr,
    /// `REASON_INITIALIZATION_FAILURE`.
    InitializationFailure,
    /// `REASON_PERMISSION_CHANGE`.
    PermissionChange,
    /// `REASON_EXCESSIVE_RESOURCE_USAGE`.
    ExcessiveResourceUsage,
    /// `REASON_USER_REQUESTED`.
    UserRequested,
    /// `REASON_USER_STOPPED`.
    UserStopped,
    /// `REASON_DEPENDENCY_DIED`.
    DependencyDied,
    /// `REASON_OTHER`.
    Other,
    /// `REASON_FREEZER` (34).
    Freezer,
    /// `REASON_PACKAGE_STATE_CHANGE` (34).
    PackageStateChange,
    /// `REASON_PACKAGE_UPDATED` (34).
    PackageUpdated,
}

/// The installation on iOS.
#[uniffi::remote(Record)]
pub struct IosInstallFacts {
    /// What install verification found on each part, the executable first. *Not run* until it ran.
    pub files: BundleFilesFact,
    /// Where the app came from: `AppTransaction` (16), else the receipt's name and the embedded profile.
    pub source: IosSourceFact,
    /// `ExpirationDate` of `embedded.mobileprovision`, or that there is none.
    pub profile_expiry: ProfileExpiryFact,
    /// The device that the mark names which registration leaves where backups carry it (beside a keychain item of
    /// this device only).
    pub registered_on: RestoreMarkFact,
}

/// One part of the app's bundle.
#[uniffi::remote(Record)]
pub struct BundleFile {
    /// Which part it is.
    pub part: BundlePart,
    /// Whether it is what its signer signed.
    pub verdict: FileVerdict,
}

/// Which part of the app's bundle a file is.
#[uniffi::remote(Enum)]
pub enum BundlePart {
    /// Code: the main executable or a framework's. There is at least one.
    Executable,
    /// Everything else.
    Resources,
}

/// When the embedded provisioning profile ends.
///
/// In JSON `"none"` or an RFC 3339 time.
#[uniffi::remote(Enum)]
pub enum ProfileExpiry {
    /// The app carries no provisioning profile.
    Absent,
    /// It ends at this moment.
    Ends {
        /// The moment.
        at: Time,
    },
}
