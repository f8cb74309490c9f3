//! A screen that a step opens.

/// One way to help the reader along with a step. A phone tries the rungs of a step in their order; each can fail, and
/// the step's words stand beside it.
///
/// Texts name in braces what only the phone knows: `{package}`, the package name of the app that is diagnosed, where
/// the profile does not have it; `{uid}`, its user id.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
#[cfg_attr(feature = "json", serde(rename_all = "snake_case", tag = "kind"))]
pub enum Rung {
    /// Android: start an activity by this action.
    Screen {
        /// The action, such as `android.settings.DATE_SETTINGS`.
        action: &'static str,
        /// The intent's data, such as `package:{package}`, if it has any.
        data: Option<String>,
        /// The intent's extras.
        extras: Vec<Extra>,
    },
    /// Ask for a permission: on Android by `requestPermissions()` (23) and this name, on iOS by the request of the
    /// framework that the name stands for: `notifications`, `camera`.
    Permission {
        /// The permission's name.
        name: &'static str,
    },
    /// iOS: open the address that this constant of UIKit holds.
    Settings {
        /// The constant, such as `UIApplication.openSettingsURLString`.
        constant: &'static str,
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
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
pub struct Extra {
    /// The extra's name, such as `android.provider.extra.APP_PACKAGE`.
    pub name: &'static str,
    /// Its value.
    #[cfg_attr(feature = "json", serde(flatten))]
    pub value: ExtraValue,
}

/// The value of an extra, with its type.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
#[cfg_attr(
    feature = "json",
    serde(rename_all = "snake_case", tag = "type", content = "value")
)]
pub enum ExtraValue {
    /// A `String`.
    String(String),
    /// An `int`; what is named in braces.
    Int(String),
    /// A `String`: the id of the channel at this place of the facts' `notifications.channels`, from 0.
    Channel(i64),
}
