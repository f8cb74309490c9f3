//! The installation: what the operating system says of it, and what `integrity` found on disk.

use crate::{
    fact::Fact,
    record::{choice, record},
    source::{IosSource, PackageName},
    time::Time,
};

record! {
    /// The installation on Android.
    pub struct AndroidInstallFacts {
        /// `PackageInfo.signingInfo` (28): each signer's certificates; before, `GET_SIGNATURES` (1).
        pub signers: Fact<Vec<Signer>>,
        /// What install verification found on each file, the base first. *Not run* until it ran.
        pub files: Fact<Vec<ApkFile>>,
        /// What install verification found wrong with the files as a set, each once; empty when nothing is.
        /// *Not run* until it ran.
        pub split_problems: Fact<Vec<SplitProblem>>,
        /// `InstallSourceInfo.getInstallingPackageName()` (30; before, `getInstallerPackageName()`); where it names
        /// none, `getInitiatingPackageName()` (30). `none` where neither names one.
        pub installer: Fact<PackageName>,
        /// `InstallSourceInfo.getUpdateOwnerPackageName()` (34); `none` for no owner.
        pub update_owner: Fact<PackageName>,
        /// The device that the mark names which registration leaves where backups carry it (salted hash of ANDROID_ID).
        pub registered_on: Fact<RestoreMark>,
    }
}

record! {
    /// One signer of an app.
    pub struct Signer {
        /// The signer's certificates from the oldest to the current one: one, or more after a rotation of keys.
        pub lineage: Vec<Certificate>,
    }
}

record! {
    /// One signing certificate.
    pub struct Certificate {
        /// SHA-256 of the certificate, 64 lower-case hexadecimal digits.
        pub sha256: String,
        /// Its subject is `CN=Android Debug`.
        pub debug: bool,
    }
}

record! {
    /// One APK of the app.
    pub struct ApkFile {
        /// Which part of the app it is.
        pub part: ApkPart,
        /// Whether it is what its signer signed.
        pub verdict: FileVerdict,
        /// The signers that install verification read from it.
        pub signers: Fact<Vec<Signer>>,
    }
}

choice! {
    /// Which part of the app an APK is.
    pub enum ApkPart {
        /// The base APK. There is exactly one.
        Base,
        /// A split APK.
        Split,
    }
}

choice! {
    /// The verdict of install verification on one file.
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
}

choice! {
    /// What is wrong with the files of an app as a set: the causes of check 12, install.splits.
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
}

choice! {
    /// The phone that the mark of registration names.
    pub enum RestoreMark {
        /// This phone.
        Same,
        /// Another phone.
        Other,
        /// There is no mark.
        #[cfg_attr(not(plain), serde(rename = "none"))]
        Unmarked,
    }
}

record! {
    /// How the app's own main process ended: `ActivityManager.getHistoricalProcessExitReasons()` (30).
    pub struct CrashFacts {
        /// Every exit that the call returned for the main process.
        pub exits: Fact<Vec<ProcessExit>>,
        /// `PackageInfo.lastUpdateTime` (9), by the phone's own clock.
        pub last_update: Fact<Time>,
    }
}

record! {
    /// One `ApplicationExitInfo` (30).
    pub struct ProcessExit {
        /// `getReason()`.
        pub reason: ExitReason,
        /// `getTimestamp()`, by the phone's own clock.
        pub at: Time,
        /// Seconds from the start of the process to its end, from the app's own `setProcessStateSummary()` (30);
        /// 0 or above.
        pub seconds_since_start: Fact<i64>,
    }
}

choice! {
    /// `ApplicationExitInfo.REASON_*` (30).
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
}

record! {
    /// The installation on iOS.
    pub struct IosInstallFacts {
        /// What install verification found on each part, the executable first. *Not run* until it ran.
        pub files: Fact<Vec<BundleFile>>,
        /// Where the app came from: `AppTransaction` (16), else the receipt's name and the embedded profile.
        pub source: Fact<IosSource>,
        /// `ExpirationDate` of `embedded.mobileprovision`, or that there is none.
        pub profile_expiry: Fact<ProfileExpiry>,
        /// The device that the mark names which registration leaves where backups carry it (beside a keychain item of
        /// this device only).
        pub registered_on: Fact<RestoreMark>,
    }
}

record! {
    /// One part of the app's bundle.
    pub struct BundleFile {
        /// Which part it is.
        pub part: BundlePart,
        /// Whether it is what its signer signed.
        pub verdict: FileVerdict,
    }
}

choice! {
    /// Which part of the app's bundle a file is.
    pub enum BundlePart {
        /// Code: the main executable or a framework's. There is at least one.
        Executable,
        /// Everything else.
        Resources,
    }
}

/// When the embedded provisioning profile ends.
///
/// In JSON `"none"` or an RFC 3339 time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProfileExpiry {
    /// The app carries no provisioning profile.
    Absent,
    /// It ends at this moment.
    Ends {
        /// The moment.
        at: Time,
    },
}
