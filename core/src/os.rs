//! The operating system that a phone runs.

/// The operating system and its release, as far as the judgement tells releases apart.
///
/// Nothing is checked here: a number that no release has is carried as it is, and what is written
/// into a code is clamped there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Os {
    /// Android.
    Android {
        /// The API level, `Build.VERSION.SDK_INT`: 24 is Android 7.0, 34 is Android 14.
        api: i64,
    },
    /// iOS.
    Ios {
        /// The 17 of iOS 17.4.
        major: i64,
        /// The 4 of iOS 17.4.
        minor: i64,
    },
}
