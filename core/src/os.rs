//! The operating system of a phone.

/// Platform and version of the operating system.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
#[cfg_attr(feature = "json", serde(untagged))]
pub enum Os {
    /// Android.
    Android {
        /// `Build.VERSION.SDK_INT`: 1 to 999 in facts, 0 to 63 in a code, where 63 means 63 or above.
        api: i64,
    },
    /// iOS or iPadOS.
    Ios {
        /// The version's first number: 1 to 99 in facts, 12 to 71 in a code.
        major: i64,
        /// The version's second number: 0 to 99 in facts, 0 to 15 in a code.
        minor: i64,
    },
}

/// The platform alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
#[cfg_attr(feature = "json", serde(rename_all = "snake_case"))]
pub enum Platform {
    /// Android.
    Android,
    /// iOS and iPadOS.
    Ios,
}

impl Os {
    /// The platform alone.
    #[must_use]
    pub const fn platform(&self) -> Platform {
        match self {
            Self::Android { .. } => Platform::Android,
            Self::Ios { .. } => Platform::Ios,
        }
    }
}
