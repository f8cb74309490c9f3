//! What is particular to one app.

use crate::{
    source::{AndroidSource, IosSource},
    time::Date,
    version::AppVersion,
};
pub use diagnose_core::profile::{
    AndroidProfile, AndroidPush, ChannelRule, IosProfile, IosPush, IosPushKind, IosVersion,
    Profile, ProfileWords, PushMessage, PushPriority,
};

/// Everything that is particular to one app.
#[uniffi::remote(Record)]
pub struct Profile {
    /// The version of this form: 1.
    pub profile_version: i64,
    /// The profile's name and that of its folder: 1 to 32 lower-case letters, digits and `-`.
    pub id: String,
    /// The day on which the versions in here, and what the next one needs, were true.
    pub as_of: Date,
    /// How the app and its surroundings are called.
    pub words: ProfileWords,
    /// The oldest version of the app that still works.
    pub minimum_version: Option<AppVersion>,
    /// The newest version in the stores; believed for 90 days from `as_of`, if the host does not say.
    pub newest_version: Option<AppVersion>,
    /// Days that a proof of delivery lasts, 1 to 365.
    pub proof_days: i64,
    /// Hours that an activation link lives, 1 to 8760.
    pub link_hours: i64,
    /// What counts on Android.
    pub android: AndroidProfile,
    /// What counts on iOS.
    pub ios: IosProfile,
    /// The fields, by path, whose values we assume without knowing them.
    pub assumed: Vec<String>,
}

/// How the app and its surroundings are called; each a text of 1 to 200 characters.
#[uniffi::remote(Record)]
pub struct ProfileWords {
    /// The app.
    pub app: String,
    /// The console in which support works.
    pub console: String,
    /// Where a user is reset there.
    pub reset: String,
    /// How a user reaches support.
    pub support: String,
}

/// What counts on Android.
#[uniffi::remote(Record)]
pub struct AndroidProfile {
    /// The app's package.
    pub package: Option<String>,
    /// The lowest API level on which the app runs, 1 to 999.
    pub minimum_api: Option<i64>,
    /// The lowest API level on which the app's next version runs, 1 to 999.
    pub next_api: Option<i64>,
    /// SHA-256 of the certificates that may sign the app, each 64 lower-case hexadecimal digits.
    pub signers: Vec<String>,
    /// The notification channels that must work.
    pub channels: Vec<ChannelRule>,
    /// Whether the app creates these channels whenever it starts, so that a missing one is a fault.
    pub creates_channels_at_start: bool,
    /// How the app's push is built.
    pub push: AndroidPush,
    /// The installers that are accepted; empty: no rule about stores.
    pub sources: Vec<AndroidSource>,
}

/// A notification channel that must work.
#[uniffi::remote(Record)]
pub struct ChannelRule {
    /// The channel's id, as in the facts.
    pub id: String,
    /// Whether its notifications should pop up.
    pub pop_up: bool,
}

/// How a push by Firebase Cloud Messaging is built.
#[uniffi::remote(Record)]
pub struct AndroidPush {
    /// The message's priority.
    pub priority: PushPriority,
    /// The message's kind.
    pub message: PushMessage,
    /// Whether the app must fetch something from its server before it can show the notification.
    pub must_fetch: bool,
    /// The oldest version code of Google Play services that delivers it, 0 or above.
    pub play_services_at_least: Option<i64>,
}

/// `android.priority` of a message by Firebase Cloud Messaging.
#[uniffi::remote(Enum)]
pub enum PushPriority {
    /// Delivered when the phone wakes.
    Normal,
    /// Wakes the phone.
    High,
}

/// The kind of a message by Firebase Cloud Messaging.
#[uniffi::remote(Enum)]
pub enum PushMessage {
    /// Shown by the system; the app does not see it arrive.
    Notification,
    /// Handed to the app.
    Data,
}

/// What counts on iOS.
#[uniffi::remote(Record)]
pub struct IosProfile {
    /// The app's bundle identifier.
    pub bundle: Option<String>,
    /// The app's number in the App Store, 1 or above.
    pub store_id: Option<i64>,
    /// The lowest version of iOS on which the app runs.
    pub minimum: Option<IosVersion>,
    /// The lowest version of iOS on which the app's next version runs.
    pub next: Option<IosVersion>,
    /// How the app's push is built.
    pub push: IosPush,
    /// The sources that are accepted; empty: no rule about stores.
    pub sources: Vec<IosSource>,
}

/// A version of iOS.
#[uniffi::remote(Record)]
pub struct IosVersion {
    /// The first number, 1 to 99.
    pub major: i64,
    /// The second number, 0 to 99.
    pub minor: i64,
}

/// How a push by Apple's push service is built.
#[uniffi::remote(Record)]
pub struct IosPush {
    /// The kind of the push.
    pub kind: IosPushKind,
    /// Whether its interruption level is time-sensitive.
    pub time_sensitive: bool,
}

/// The kind of a push by Apple's push service.
#[uniffi::remote(Enum)]
pub enum IosPushKind {
    /// Shown by the system.
    Alert,
    /// `content-available` alone: handed to the app, which must be allowed to run.
    Silent,
}
