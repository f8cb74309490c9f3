//! The record of tests and pushes.

use crate::fact::{DeliveryRecordsFact, NumberFact};
use crate::{time::Time, version::AppVersion};
pub use diagnose_core::facts::delivery::{
    DeliveryEvent, DeliveryFacts, DeliveryRecord, Level, SettingsLevels,
};

/// The shell's own record of test pushes, pushes and local tests.
#[uniffi::remote(Record)]
pub struct DeliveryFacts {
    /// Everything recorded, in the order in which it happened.
    pub records: DeliveryRecordsFact,
}

/// One push or test, and what became of it.
#[uniffi::remote(Record)]
pub struct DeliveryRecord {
    /// When it came or failed, by the phone's own clock.
    pub at: Time,
    /// What became of it.
    pub event: DeliveryEvent,
    /// Seconds from the request, or from the server's sending, to the arrival: 0 to 31536000.
    /// *Not run* where nothing was timed.
    pub delay_seconds: NumberFact,
    /// The app's version at that time.
    pub app_version: AppVersion,
    /// How the settings stood at that time.
    pub settings: SettingsLevels,
}

/// What became of a push or a test.
#[uniffi::remote(Enum)]
pub enum DeliveryEvent {
    /// A push arrived while the phone was locked or the app not in front.
    Arrived,
    /// A push arrived while the app was in front.
    ArrivedInFront,
    /// The user saw a local test notification.
    LocalSeen,
    /// A test push did not arrive.
    NotArrived,
    /// A push arrived, and the user saw nothing.
    ArrivedNotSeen,
    /// The user did not see a local test notification.
    LocalNotSeen,
    /// The server could not send a test push.
    NotSent,
}

/// How the checks stood that a proof of delivery depends on.
#[uniffi::remote(Record)]
pub struct SettingsLevels {
    /// Check 2, notifications.app.
    pub app: Level,
    /// Check 3, notifications.channel.
    pub channel: Level,
    /// Check 4, notifications.presentation.
    pub presentation: Level,
    /// Check 6, notifications.background.
    pub background: Level,
    /// Check 7, notifications.data.
    pub data: Level,
    /// Check 8, notifications.push_service.
    pub push_service: Level,
}

/// How a check stood, the better first; *unknown* is not compared.
#[uniffi::remote(Enum)]
pub enum Level {
    /// It passed.
    Pass,
    /// It warned.
    Warn,
    /// It failed with a cause that weakens.
    Weakens,
    /// It failed with a cause that blocks.
    Blocks,
    /// It was unknown or not applicable.
    Unknown,
}
