//! The field for platform and OS (section "Payload").

use crate::os::Os;

/// Android has the values below this one, which are its API levels; from here on it is iOS.
const FIRST_IOS: i64 = 64;
const LAST_API: i64 = FIRST_IOS - 1;
const FIRST_MAJOR: i64 = 12;
const LAST_MAJOR: i64 = 71;
const MINORS: i64 = 16;

/// The value of the field, 0 to 1023. What it has no room for is clamped.
pub(super) fn to_field(os: Os) -> i64 {
    match os {
        Os::Android { api } => api.clamp(0, LAST_API),
        Os::Ios { major, minor } => {
            let major = major.clamp(FIRST_MAJOR, LAST_MAJOR);
            FIRST_IOS + (major - FIRST_MAJOR) * MINORS + minor.clamp(0, MINORS - 1)
        }
    }
}

/// What a value of the field, 0 to 1023, means.
pub(super) const fn from_field(value: i64) -> Os {
    if value < FIRST_IOS {
        return Os::Android { api: value };
    }
    Os::Ios {
        major: FIRST_MAJOR + (value - FIRST_IOS) / MINORS,
        minor: (value - FIRST_IOS) % MINORS,
    }
}
