//! Versions of an app as the stores write them.

use crate::input::{InputError, Validate};
use std::{cmp::Ordering, fmt};

/// An app's version. Ordered by Semantic Versioning 2.0.0, section 11: a pre-release comes before its release.
///
/// In JSON a text: strict Semantic Versioning first (build metadata is dropped); else one to four leading numbers,
/// where a missing one is 0 and the fourth, and everything after a blank, `(` or `_`, is dropped.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct AppVersion {
    /// The first number, 0 or above.
    pub major: i64,
    /// The second number, 0 or above.
    pub minor: i64,
    /// The third number, 0 or above.
    pub patch: i64,
    /// What follows the first `-`, such as `beta.1`; empty for a release.
    pub pre_release: String,
}

/// What a version looks like, for error messages.
pub(crate) const EXPECTED: &str = "a version such as \"2.7.31\"";

impl AppVersion {
    /// A release.
    #[must_use]
    pub const fn new(major: i64, minor: i64, patch: i64) -> Self {
        Self {
            major,
            minor,
            patch,
            pre_release: String::new(),
        }
    }

    /// Reads a version as a store writes it. None for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if let Ok(strict) = semver::Version::parse(text) {
            return Some(Self {
                major: i64::try_from(strict.major).ok()?,
                minor: i64::try_from(strict.minor).ok()?,
                patch: i64::try_from(strict.patch).ok()?,
                pre_release: strict.pre.as_str().to_owned(),
            });
        }
        let end = text.find(|c: char| c.is_whitespace() || c == '(' || c == '_');
        let mut numbers = [0; 4];
        for (place, part) in text
            .get(..end.unwrap_or(text.len()))?
            .split('.')
            .enumerate()
        {
            if part.is_empty() || !part.bytes().all(|b| b.is_ascii_digit()) {
                return None;
            }
            *numbers.get_mut(place)? = part.parse().ok()?;
        }
        let [major, minor, patch, _] = numbers;
        Some(Self::new(major, minor, patch))
    }

    /// Whether each number is 0 or above and the pre-release one that Semantic Versioning allows.
    pub(crate) fn is_possible(&self) -> bool {
        self.major >= 0
            && self.minor >= 0
            && self.patch >= 0
            && semver::Prerelease::new(&self.pre_release).is_ok()
    }
}

impl fmt::Display for AppVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.major, self.minor, self.patch)?;
        if !self.pre_release.is_empty() {
            write!(f, "-{}", self.pre_release)?;
        }
        Ok(())
    }
}

impl Ord for AppVersion {
    fn cmp(&self, other: &Self) -> Ordering {
        let pre_release = |version: &Self| {
            semver::Prerelease::new(&version.pre_release).unwrap_or(semver::Prerelease::EMPTY)
        };
        (self.major, self.minor, self.patch, pre_release(self)).cmp(&(
            other.major,
            other.minor,
            other.patch,
            pre_release(other),
        ))
    }
}

impl PartialOrd for AppVersion {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Validate for AppVersion {
    fn validate(&self) -> Result<(), InputError> {
        if self.is_possible() {
            return Ok(());
        }
        Err(InputError::new(format_args!("\"{self}\""), EXPECTED))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stores_versions_are_read() {
        for (text, read) in [
            ("2.7.31", "2.7.31"),
            ("2.8.0-beta.1", "2.8.0-beta.1"),
            ("2.7.31+85", "2.7.31"),
            ("2", "2.0.0"),
            ("2.7", "2.7.0"),
            ("02.07.031", "2.7.31"),
            ("2.7.31.4", "2.7.31"),
            ("2.7.31 (1234)", "2.7.31"),
            ("2.7.31(1234)", "2.7.31"),
            ("2.7_rc", "2.7.0"),
            ("0.0.0", "0.0.0"),
        ] {
            assert_eq!(AppVersion::parse(text).unwrap().to_string(), read, "{text}");
        }
    }

    #[test]
    fn anything_else_is_no_version() {
        for text in [
            "",
            " 2.7",
            "v2.7.31",
            "2.7-beta",
            "2..7",
            "2.7.",
            ".7",
            "2.7.31.4.5",
            "2.8.0-beta (12)",
            "-1.0.0",
            "+2.7",
            "2,7",
            "٢.٧",
            "99999999999999999999.0.0",
            "9223372036854775808.0.0",
            "(2.7)",
        ] {
            assert_eq!(AppVersion::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_pre_release_comes_before_its_release() {
        let ordered = [
            "2.7.31",
            "2.8.0-alpha",
            "2.8.0-beta.2",
            "2.8.0-beta.11",
            "2.8.0",
            "2.10.0",
        ];
        for pair in ordered.windows(2) {
            assert!(
                AppVersion::parse(pair[0]).unwrap() < AppVersion::parse(pair[1]).unwrap(),
                "{pair:?}"
            );
        }
    }
}
