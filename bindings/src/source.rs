//! Where an app came from.

pub use diagnose_core::source::{AndroidSource, IosSource, PackageName};

/// What kind of program installed an Android app.
#[uniffi::remote(Enum)]
pub enum AndroidSource {
    /// Google Play.
    Play,
    /// Samsung's Galaxy Store.
    Galaxy,
    /// Another app store.
    OtherStore,
    /// The organisation's device management.
    Organisation,
    /// A tool that moves apps from an old phone, or restores a backup.
    RestoreTool,
    /// An app with which people pass files on.
    FileSharing,
    /// The system's own installer: someone opened an APK.
    PackageInstaller,
    /// The Android Debug Bridge.
    Adb,
    /// No installer is named: it came with the phone, or was restored.
    Unnamed,
    /// An app that is in no list of ours.
    Other,
}

/// Where an iOS app came from.
#[uniffi::remote(Enum)]
pub enum IosSource {
    /// The App Store.
    Store,
    /// `TestFlight`.
    Testflight,
    /// An enterprise or ad hoc distribution.
    Enterprise,
    /// An alternative marketplace.
    Marketplace,
}

/// The name of an Android package, or `none` where Android names none.
#[uniffi::remote(Record)]
pub struct PackageName {
    /// A name of the form that Android allows, such as `com.android.vending`; or `none`, which no app can be called
    /// that Android installs.
    pub name: String,
}
