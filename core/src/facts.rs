//! What a phone observed: one immutable record, filled by the probes of the phone's shell and by the host app.
//!
//! A fact is what one call returned, never a conclusion. Facts come in groups, one record each, as a probe reads
//! them. Nothing here can hold a name, number, e-mail, token, serial or path of a person.

pub mod android;
pub mod delivery;
#[cfg(feature = "json")]
mod fact_json;
pub mod host;
pub mod install;
pub mod ios;
#[cfg(feature = "json")]
mod json;
mod unobserved;
mod valid;

use crate::{
    fact::Fact,
    os::{Os, Platform},
    record::record,
    time::Time,
    version::AppVersion,
};
pub use android::AndroidFacts;
pub use delivery::DeliveryFacts;
pub use host::HostFacts;
pub use ios::IosFacts;
#[cfg(feature = "json")]
pub use json::FACTS_VERSION;

/// Everything that the checks read about one phone at one moment.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "json", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(
    feature = "json",
    serde(from = "json::FactsDocument", into = "json::FactsDocument")
)]
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
#[allow(
    clippy::large_enum_variant,
    reason = "one value a diagnosis; a box would not cross to other languages"
)]
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "json", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "json", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Phone {
    /// A phone with Android.
    #[cfg_attr(feature = "json", serde(with = "json::facts_alone"))]
    #[cfg_attr(feature = "schema", schemars(with = "AndroidFacts"))]
    Android {
        /// What Android says.
        facts: AndroidFacts,
    },
    /// A phone with iOS or a tablet with iPadOS.
    #[cfg_attr(feature = "json", serde(with = "json::facts_alone"))]
    #[cfg_attr(feature = "schema", schemars(with = "IosFacts"))]
    Ios {
        /// What iOS says.
        facts: IosFacts,
    },
}

record! {
    /// The phone's own clock.
    pub struct ClockFacts {
        /// `System.currentTimeMillis()` / `Date()` when the facts were taken. Any value: a clock can be wrong.
        pub phone: Time,
    }
}

record! {
    /// The app itself.
    pub struct AppFacts {
        /// `PackageInfo.versionName` (1) / `CFBundleShortVersionString`. A text that is no version is *call failed*.
        pub version: Fact<AppVersion>,
    }
}

impl DeviceFacts {
    /// Platform and version of the operating system.
    #[must_use]
    pub const fn os(&self) -> Os {
        match &self.phone {
            Phone::Android { facts } => Os::Android {
                api: facts.os.api_level,
            },
            Phone::Ios { facts } => Os::Ios {
                major: facts.os.major,
                minor: facts.os.minor,
            },
        }
    }

    /// The platform alone.
    #[must_use]
    pub const fn platform(&self) -> Platform {
        self.os().platform()
    }

    pub(crate) const fn android(&self) -> Option<&AndroidFacts> {
        match &self.phone {
            Phone::Android { facts } => Some(facts),
            Phone::Ios { .. } => None,
        }
    }

    pub(crate) const fn ios(&self) -> Option<&IosFacts> {
        match &self.phone {
            Phone::Ios { facts } => Some(facts),
            Phone::Android { .. } => None,
        }
    }
}
