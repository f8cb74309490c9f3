//! One observation of a phone, or the reason why it could not be made.

use crate::{
    android::{
        Channel, DataSaver, Importance, InterruptionFilter, LockScreenVisibility, StandbyBucket,
    },
    delivery::DeliveryRecord,
    host::{Registration, ServerAnswer, TokenOnServer},
    install::{ApkFile, BundleFile, ProcessExit, ProfileExpiry, RestoreMark, Signer, SplitProblem},
    ios::{
        AlertStyle, BackgroundRefresh, CameraAuthorization, NotificationAuthorization,
        NotificationSetting,
    },
    source::{IosSource, PackageName},
    time::{Date, Time},
    version::AppVersion,
};
use diagnose_core::fact::Fact;
pub use diagnose_core::fact::Reason;

/// Mirrors [`Fact`] for one type of value: other languages know no generics here.
macro_rules! fact {
    ($($name:ident($value:ty))+) => {$(
        /// What one call returned, or why nothing can be said.
        pub type $name = Fact<$value>;

        /// What one call returned, or why nothing can be said.
        #[uniffi::remote(Enum)]
        pub enum $name {
            /// The call returned this value.
            Known {
                /// What the call returned.
                value: $value,
            },
            /// The value could not be read.
            Unreadable {
                /// Why it could not be read.
                reason: Reason,
            },
        }
    )+};
}

fact! {
    AlertStyleFact(AlertStyle)
    ApkFilesFact(Vec<ApkFile>)
    AppVersionFact(AppVersion)
    BackgroundRefreshFact(BackgroundRefresh)
    BoolFact(bool)
    BundleFilesFact(Vec<BundleFile>)
    CameraAuthorizationFact(CameraAuthorization)
    ChannelsFact(Vec<Channel>)
    DataSaverFact(DataSaver)
    DateFact(Date)
    DeliveryRecordsFact(Vec<DeliveryRecord>)
    ImportanceFact(Importance)
    InterruptionFilterFact(InterruptionFilter)
    IosSourceFact(IosSource)
    LockScreenVisibilityFact(LockScreenVisibility)
    NotificationAuthorizationFact(NotificationAuthorization)
    NotificationSettingFact(NotificationSetting)
    NumberFact(i64)
    PackageNameFact(PackageName)
    ProcessExitsFact(Vec<ProcessExit>)
    ProfileExpiryFact(ProfileExpiry)
    RegistrationFact(Registration)
    RestoreMarkFact(RestoreMark)
    ServerAnswerFact(ServerAnswer)
    SignersFact(Vec<Signer>)
    SplitProblemsFact(Vec<SplitProblem>)
    StandbyBucketsFact(Vec<StandbyBucket>)
    TimeFact(Time)
    TokenOnServerFact(TokenOnServer)
}

/// Why a fact is unreadable, or a check unknown.
#[uniffi::remote(Enum)]
pub enum Reason {
    /// This version of the operating system has no such call.
    NoApi,
    /// A permission or an entitlement is missing.
    NoPermission,
    /// The call failed.
    CallFailed,
    /// The host app did not say.
    HostSilent,
    /// The test or the verification was not run.
    NotRun,
    /// The phone's maker hides it.
    Hidden,
    /// Opening the app changes it, so that reading it would mislead.
    ChangedByOpening,
    /// A form that is not supported, such as a signature scheme that is not checked.
    Unsupported,
}
