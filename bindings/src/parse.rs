//! Texts that an operating system gives, as the values that facts hold.

use crate::{
    error::{DiagnoseError, unexpected},
    time::Date,
    version::AppVersion,
};

/// At most so many characters of a text from outside are told.
const TOLD: usize = 60;

/// Reads an app's version as a store writes it: `PackageInfo.versionName` (1) / `CFBundleShortVersionString`.
///
/// # Errors
/// `Text`: it is no version.
#[uniffi::export]
pub fn parse_app_version(text: String) -> Result<AppVersion, DiagnoseError> {
    AppVersion::parse(&text).ok_or_else(|| no_text(&text, "a version such as \"2.7.31\""))
}

/// Reads a day: `YYYY-MM-DD`, as `Build.VERSION.SECURITY_PATCH` (23).
///
/// # Errors
/// `Text`: it is no day that a calendar has.
#[uniffi::export]
pub fn parse_date(text: String) -> Result<Date, DiagnoseError> {
    Date::parse(&text).ok_or_else(|| no_text(&text, "a day such as \"2026-11-05\""))
}

pub(crate) fn no_text(text: &str, expected: &str) -> DiagnoseError {
    let told: String = text.chars().take(TOLD).collect();
    DiagnoseError::Text(unexpected("", format_args!("{told:?}"), expected))
}
