//! What a check has that a list word does not name (section "Defaults").

use super::payload::{Contents, Payload};
use super::platform;
use crate::os::Os;

/// The outcome of a check that a list word does not name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DefaultOutcome {
    /// Nothing is wrong.
    Pass,
    /// It could not be found out.
    Unknown,
    /// The check has no meaning on this operating system.
    NotApplicable,
}

/// The default of a check (section "Defaults"), from the operating system as it is written in the
/// word. It does not hold in a fallback word: see [`is_fallback`].
///
/// Checks 0 to 23 are those of version 1. 24 to 30 are unknown, as later releases may add them,
/// and so is every other number, which no code can carry.
pub fn default_finding(os: &Os, check: i32) -> DefaultOutcome {
    use DefaultOutcome::{NotApplicable, Pass, Unknown};

    match (platform::from_field(platform::to_field(*os)), check) {
        (Os::Ios { .. }, 1 | 3 | 7 | 10 | 12 | 17) => NotApplicable,
        (Os::Ios { .. }, 5 | 11) => Unknown,
        (Os::Android { .. }, 15) => NotApplicable,
        (Os::Android { api: ..26 }, 3) => NotApplicable,
        (Os::Android { api: ..30 }, 17) => NotApplicable,
        (_, 9) => Unknown,
        (_, 0..=23) => Pass,
        _ => Unknown,
    }
}

/// Whether a payload is that of a fallback word, which is shown where no diagnosis ran: a list
/// with neither hour nor app version. A check that it does not list is *unknown: not run*,
/// whatever its default is (section "Defaults").
///
/// Write the payload of a diagnosis that did run, but with neither known, as
/// [`Contents::Dense`].
pub fn is_fallback(payload: &Payload) -> bool {
    let not_known = |value: i64| value <= 0;
    matches!(payload.contents, Contents::List(_))
        && not_known(payload.hour)
        && payload.app_version.into_iter().all(not_known)
}
