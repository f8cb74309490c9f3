//! The 24 checks of version 1: one table.
//!
//! Positions, ids, cause numbers, effects and owners are frozen; `docs/checks.tsv` holds them row by row.

mod account;
mod device;
mod engine;
mod install;
mod notifications;
mod os;
mod read;

use crate::report::{Effect, Owner};
pub(crate) use engine::{Judgement, Rule, judge};
pub(crate) use install::{crash_count, newest_version, profile_end};
pub(crate) use notifications::{newest_proof, settings_levels, told_channel};
pub(crate) use read::Subject;

/// One check: what it is called, what can be wrong, and how it judges on each platform.
#[derive(Debug)]
pub struct Check {
    /// Its position, 0 to 23.
    pub number: i32,
    /// Its name in JSON, such as `notifications.app`.
    pub id: &'static str,
    /// What can be wrong, by number. Numbers are names only: `told first` is the order of its rule.
    pub causes: &'static [Cause],
    /// What its warning means, if it has one.
    pub warn: Option<Warn>,
    pub(crate) android: Rule,
    /// The API level from which it is applicable on Android.
    pub(crate) android_from: i64,
    pub(crate) ios: Rule,
}

/// What can be wrong, so that a check fails.
#[derive(Debug)]
pub struct Cause {
    /// Its number within its check, 0 to 12.
    pub number: i32,
    /// Its name in JSON, such as `never_asked`.
    pub id: &'static str,
    /// How bad it is.
    pub effect: Effect,
    /// Whose job it is.
    pub owner: Owner,
    /// What helps.
    pub remedy: &'static str,
}

/// What the warning of a check means.
#[derive(Debug)]
pub struct Warn {
    /// Its name in JSON, such as `provisional`.
    pub id: &'static str,
    /// Whether it counts for the verdict.
    pub counts: bool,
    /// Whose job it is.
    pub owner: Owner,
    /// What helps.
    pub remedy: &'static str,
}

/// How many checks version 1 has.
pub const COUNT: usize = 24;

/// The number of os.version.
pub(crate) const OS_VERSION: i32 = 0;

/// The number of notifications.app.
pub(crate) const NOTIFICATIONS: i32 = 2;

/// The number of notifications.delivery, which alone proves that a push arrives.
pub(crate) const DELIVERY: i32 = 9;

/// Every check, by number.
pub static ALL: [&Check; COUNT] = [
    &os::VERSION,
    &os::SECURITY_PATCH,
    &notifications::APP,
    &notifications::CHANNEL,
    &notifications::PRESENTATION,
    &notifications::INTERRUPTIONS,
    &notifications::BACKGROUND,
    &notifications::DATA,
    &notifications::PUSH_SERVICE,
    &notifications::DELIVERY,
    &install::SIGNER,
    &install::CONTENTS,
    &install::SPLITS,
    &install::SOURCE,
    &install::VERSION,
    &install::EXPIRY,
    &install::RESTORED,
    &install::CRASHES,
    &device::CLOCK,
    &device::STORAGE,
    &device::NETWORK,
    &account::REGISTRATION,
    &account::CAMERA,
    &device::PROFILE,
];

/// The check of that number. None for a number that version 1 does not have.
#[must_use]
pub fn by_number(number: i32) -> Option<&'static Check> {
    ALL.get(usize::try_from(number).ok()?).copied()
}

/// The check of that id.
#[must_use]
pub fn by_id(id: &str) -> Option<&'static Check> {
    ALL.iter().find(|check| check.id == id).copied()
}

impl Check {
    /// The cause of that number.
    #[must_use]
    pub fn cause(&self, number: i32) -> Option<&'static Cause> {
        self.causes.iter().find(|cause| cause.number == number)
    }

    /// The gravest effect that a failure of this check can have; a check that cannot fail weakens.
    #[must_use]
    pub fn gravest(&self) -> Effect {
        if self
            .causes
            .iter()
            .any(|cause| cause.effect == Effect::Blocks)
        {
            Effect::Blocks
        } else {
            Effect::Weakens
        }
    }

    /// The platforms on which it can be applicable: `both`, `android` or `ios`.
    #[must_use]
    pub const fn devices(&self) -> &'static str {
        match (&self.android, &self.ios) {
            (Rule::NotApplicable, _) => "ios",
            (_, Rule::NotApplicable) => "android",
            _ => "both",
        }
    }
}

const fn blocks(number: i32, id: &'static str, owner: Owner, remedy: &'static str) -> Cause {
    Cause {
        number,
        id,
        effect: Effect::Blocks,
        owner,
        remedy,
    }
}

const fn weakens(number: i32, id: &'static str, owner: Owner, remedy: &'static str) -> Cause {
    Cause {
        number,
        id,
        effect: Effect::Weakens,
        owner,
        remedy,
    }
}

/// A warning that colours the verdict.
const fn counted(id: &'static str, owner: Owner, remedy: &'static str) -> Option<Warn> {
    Some(Warn {
        id,
        counts: true,
        owner,
        remedy,
    })
}

/// A warning that is only told.
const fn told(id: &'static str, owner: Owner, remedy: &'static str) -> Option<Warn> {
    Some(Warn {
        id,
        counts: false,
        owner,
        remedy,
    })
}

#[cfg(all(test, feature = "json", feature = "harbour"))]
#[allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a failure here is what a test is for"
)]
mod tests;
