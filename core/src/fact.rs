//! One observation of a phone, or the reason why it could not be made.

use std::fmt;

/// What one call returned, or why nothing can be said.
///
/// In JSON `{"known": VALUE}` or `{"unreadable": REASON}`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
#[cfg_attr(
    feature = "json",
    serde(rename_all = "snake_case", bound(serialize = "T: serde::Serialize"))
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "{T}Fact"))]
pub enum Fact<T> {
    /// The call returned this value.
    #[cfg_attr(feature = "json", serde(serialize_with = "value_alone"))]
    #[cfg_attr(feature = "schema", schemars(with = "T"))]
    Known {
        /// What the call returned.
        value: T,
    },
    /// The value could not be read.
    #[cfg_attr(feature = "json", serde(serialize_with = "value_alone"))]
    #[cfg_attr(feature = "schema", schemars(with = "Reason"))]
    Unreadable {
        /// Why it could not be read.
        reason: Reason,
    },
}

/// Writes the single field of a variant without a record around it.
#[cfg(feature = "json")]
pub(crate) fn value_alone<T: serde::Serialize, S: serde::Serializer>(
    value: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    value.serialize(serializer)
}

impl<T> Fact<T> {
    /// The value, or the reason why there is none.
    ///
    /// # Errors
    /// The reason why the fact is unreadable.
    pub fn get(&self) -> Result<&T, Reason> {
        match self {
            Self::Known { value } => Ok(value),
            Self::Unreadable { reason } => Err(*reason),
        }
    }
}

/// Why a fact is unreadable, or a check unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "json", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "json", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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

impl Reason {
    /// Every reason, in the order of the documentation.
    pub const ALL: [Self; 8] = [
        Self::NoApi,
        Self::NoPermission,
        Self::CallFailed,
        Self::HostSilent,
        Self::NotRun,
        Self::Hidden,
        Self::ChangedByOpening,
        Self::Unsupported,
    ];

    /// The reason's name in JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::NoApi => "no_api",
            Self::NoPermission => "no_permission",
            Self::CallFailed => "call_failed",
            Self::HostSilent => "host_silent",
            Self::NotRun => "not_run",
            Self::Hidden => "hidden",
            Self::ChangedByOpening => "changed_by_opening",
            Self::Unsupported => "unsupported",
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}
