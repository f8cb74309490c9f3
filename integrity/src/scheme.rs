//! The signature schemes, and from which Android on each is read.

use std::fmt;

/// A version of the APK Signature Scheme (source.android.com, "APK Signature Scheme v2", "v3",
/// "v3.1").
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scheme {
    /// Read from Android 7.0, API level 24.
    V2,
    /// Read from Android 9, API level 28; adds rotation of the signing key.
    V3,
    /// Read from Android 13, API level 33; a rotation that older levels do not see.
    V31,
}

impl Scheme {
    /// Oldest first.
    pub(crate) const ALL: [Self; 3] = [Self::V2, Self::V3, Self::V31];

    /// The first API level that reads it.
    #[must_use]
    pub const fn since(self) -> u32 {
        match self {
            Self::V2 => 24,
            Self::V3 => 28,
            Self::V31 => 33,
        }
    }

    /// Its id in the APK Signing Block.
    pub(crate) const fn id(self) -> u32 {
        match self {
            Self::V2 => 0x7109_871a,
            Self::V3 => 0xf053_68c0,
            Self::V31 => 0x1b93_ad61,
        }
    }
}

impl fmt::Display for Scheme {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::V2 => "APK Signature Scheme v2",
            Self::V3 => "APK Signature Scheme v3",
            Self::V31 => "APK Signature Scheme v3.1",
        })
    }
}
