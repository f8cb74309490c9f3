//! On which versions of the operating system something exists.

use crate::os::Os;

/// A range of versions of one platform, or every version of both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Versions {
    /// Both platforms.
    Every,
    /// Android API levels, both ends included.
    Android(i64, i64),
    /// Versions of iOS, major and minor, both ends included.
    Ios((i64, i64), (i64, i64)),
}

/// Higher than every version.
const MAX: i64 = i64::MAX;

/// Every version of Android.
pub(crate) const ANDROID: Versions = Versions::Android(0, MAX);

/// Every version of iOS.
pub(crate) const IOS: Versions = Versions::Ios((0, 0), (MAX, MAX));

/// Android from an API level.
pub(crate) const fn android_from(api: i64) -> Versions {
    Versions::Android(api, MAX)
}

/// iOS from a version.
pub(crate) const fn ios_from(major: i64, minor: i64) -> Versions {
    Versions::Ios((major, minor), (MAX, MAX))
}

impl Versions {
    /// Whether a version is among them.
    pub(crate) fn contain(self, os: Os) -> bool {
        match (self, os) {
            (Self::Every, _) => true,
            (Self::Android(from, to), Os::Android { api }) => (from..=to).contains(&api),
            (Self::Ios(from, to), Os::Ios { major, minor }) => {
                (from..=to).contains(&(major, minor))
            }
            _ => false,
        }
    }
}
