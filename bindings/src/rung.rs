//! A screen that a step opens.

use diagnose_core::rung as core;

/// One way to help the reader along with a step. A phone tries the rungs of a step in their order; each can fail, and
/// the step's words stand beside it.
///
/// Texts name in braces what only the phone knows: `{package}`, the package name of the app that is diagnosed, where
/// the profile does not have it; `{uid}`, its user id.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Enum)]
#[cfg_attr(feature = "cases", derive(serde::Serialize))]
#[cfg_attr(feature = "cases", serde(rename_all = "snake_case", tag = "kind"))]
pub enum Rung {
    /// Android: start an activity by this action.
    Screen {
        /// The action, such as `android.settings.DATE_SETTINGS`.
        action: String,
        /// The intent's data, such as `package:{package}`, if it has any.
        data: Option<String>,
        /// The intent's extras.
        extras: Vec<Extra>,
    },
    /// Ask for a permission: on Android by `requestPermissions()` (23) and this name, on iOS by the request of the
    /// framework that the name stands for: `notifications`, `camera`.
    Permission {
        /// The permission's name.
        name: String,
    },
    /// iOS: open the address that this constant of UIKit holds.
    Settings {
        /// The constant, such as `UIApplication.openSettingsURLString`.
        constant: String,
    },
    /// Open an address.
    Url {
        /// The address, such as `market://details?id={package}`.
        url: String,
    },
    /// Post a notification on this phone, in the app.
    TestNotification,
    /// Ask the app's server for a push, where the host app can.
    TestPush,
    /// Open the app's own registration, where the host app has a way in.
    Registration,
}

/// An extra of an intent.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
#[cfg_attr(feature = "cases", derive(serde::Serialize))]
pub struct Extra {
    /// The extra's name, such as `android.provider.extra.APP_PACKAGE`.
    pub name: String,
    /// Its value.
    #[cfg_attr(feature = "cases", serde(flatten))]
    pub value: ExtraValue,
}

/// The value of an extra, with its type.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Enum)]
pub enum ExtraValue {
    /// A `String`.
    Text {
        /// The value.
        value: String,
    },
    /// An `int`; what is named in braces.
    Number {
        /// The value.
        value: String,
    },
    /// A `String`: the id of the channel at this place of the facts' `notifications.channels`, from 0.
    Channel {
        /// The place.
        place: i64,
    },
}

impl From<core::Rung> for Rung {
    fn from(rung: core::Rung) -> Self {
        match rung {
            core::Rung::Screen {
                action,
                data,
                extras,
            } => Self::Screen {
                action: action.to_owned(),
                data,
                extras: extras.into_iter().map(Into::into).collect(),
            },
            core::Rung::Permission { name } => Self::Permission {
                name: name.to_owned(),
            },
            core::Rung::Settings { constant } => Self::Settings {
                constant: constant.to_owned(),
            },
            core::Rung::Url { url } => Self::Url { url },
            core::Rung::TestNotification => Self::TestNotification,
            core::Rung::TestPush => Self::TestPush,
            core::Rung::Registration => Self::Registration,
        }
    }
}

impl From<core::Extra> for Extra {
    fn from(extra: core::Extra) -> Self {
        let core::Extra { name, value } = extra;
        Self {
            name: name.to_owned(),
            value: match value {
                core::ExtraValue::String(value) => ExtraValue::Text { value },
                core::ExtraValue::Int(value) => ExtraValue::Number { value },
                core::ExtraValue::Channel(place) => ExtraValue::Channel { place },
            },
        }
    }
}

/// As the core writes it.
#[cfg(feature = "cases")]
impl serde::Serialize for ExtraValue {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.clone() {
            Self::Text { value } => core::ExtraValue::String(value),
            Self::Number { value } => core::ExtraValue::Int(value),
            Self::Channel { place } => core::ExtraValue::Channel(place),
        }
        .serialize(serializer)
    }
}
