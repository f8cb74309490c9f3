//! What a phone observed.

use crate::fact::AppVersionFact;
use crate::{
    android::AndroidFacts, delivery::DeliveryFacts, host::HostFacts, ios::IosFacts, time::Time,
};
pub use diagnose_core::facts::{AppFacts, ClockFacts, DeviceFacts, Phone};

/// Everything that the checks read about one phone at one moment.
#[uniffi::remote(Record)]
pub struct DeviceFacts {
    /// The phone's own clock.
    pub clock: ClockFacts,
    /// The app itself.
    pub app: AppFacts,
    /// What only the host app and its server know.
    pub host: HostFacts,
    /// The shell's own record of tests.
    pub delivery: DeliveryFacts,
    /// What the operating system says.
    pub phone: Phone,
}

/// The facts of one platform.
#[uniffi::remote(Enum)]
pub enum Phone {
    /// A phone with Android.
    Android {
        /// What Android says.
        facts: AndroidFacts,
    },
    /// A phone with iOS or a tablet with iPadOS.
    Ios {
        /// What iOS says.
        facts: IosFacts,
    },
}

/// The phone's own clock.
#[uniffi::remote(Record)]
pub struct ClockFacts {
    /// `System.currentTimeMillis()` / `Date()` when the facts were taken. Any value: a clock can be wrong.
    pub phone: Time,
}

/// The app itself.
#[uniffi::remote(Record)]
pub struct AppFacts {
    /// `PackageInfo.versionName` (1) / `CFBundleShortVersionString`. A text that is no version is *call failed*.
    pub version: AppVersionFact,
}
