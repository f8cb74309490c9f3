//! What got better, worse or stayed from one report to the next.
//!
//! The order is *pass* and *not applicable*, *unknown*, *warn*, *fail* that weakens, *fail* that blocks. What is not
//! seen any more is never called better, and what cannot be told apart is the same.

use diagnose_core::{
    code::{self, Payload},
    os::Os,
    report::{Effect, Finding, Outcome, Report},
};
use serde::Serialize;
use std::collections::BTreeSet;

/// A report of a code, and whether a diagnosis had run at all.
#[derive(Debug)]
pub(crate) struct State {
    pub(crate) report: Report,
    fallback: bool,
}

impl State {
    pub(crate) fn new(payload: &Payload) -> Self {
        Self {
            report: code::report_of(payload),
            fallback: code::is_fallback(payload),
        }
    }
}

/// Every check, in one of the first three lists; what else is true of it, in the others.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Comparison {
    pub(crate) better: Vec<i32>,
    pub(crate) worse: Vec<i32>,
    pub(crate) same: Vec<i32>,
    /// Unknown before, judged now: in order, a warning or a failure.
    pub(crate) newly_known: Vec<i32>,
    /// Judged before, unknown now.
    pub(crate) no_longer_known: Vec<i32>,
    /// It fails for another cause.
    pub(crate) cause_changed: Vec<i32>,
    pub(crate) notes: Vec<Note>,
}

/// What speaks against comparing the two, or explains a difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Note {
    /// One runs Android, the other iOS.
    OtherPlatform,
    /// The system of the second is older, which does not happen to one phone.
    OlderOs,
    /// The second was taken before the first.
    AfterIsOlder,
    /// The app of the second is older.
    OlderApp,
    /// They answer different complaints.
    OtherComplaint,
    /// No diagnosis had run before.
    NotRunBefore,
    /// No diagnosis had run after.
    NotRunAfter,
    /// Both say the same.
    NothingChanged,
}

/// Whether a check got better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Better,
    Worse,
    Same,
}

pub(crate) fn compare(before: &State, after: &State) -> Comparison {
    let mut comparison = Comparison {
        notes: notes(before, after),
        ..Comparison::default()
    };
    let both = [before, after]
        .into_iter()
        .flat_map(|state| &state.report.findings);
    // Newer checks are listed only where they say something.
    let numbers: BTreeSet<i32> = both.map(|finding| finding.check).collect();
    for number in numbers {
        let (before, after) = (
            Seen::of(&before.report, number),
            Seen::of(&after.report, number),
        );
        match step(before, after) {
            Step::Better => comparison.better.push(number),
            Step::Worse => comparison.worse.push(number),
            Step::Same => comparison.same.push(number),
        }
        if before.outcome == Outcome::Unknown && after.is_judged() {
            comparison.newly_known.push(number);
        }
        if before.is_judged() && after.outcome == Outcome::Unknown {
            comparison.no_longer_known.push(number);
        }
        if before
            .cause
            .zip(after.cause)
            .is_some_and(|(before, after)| before != after)
        {
            comparison.cause_changed.push(number);
        }
    }
    comparison
}

/// What a report says of a check.
#[derive(Debug, Clone, Copy)]
struct Seen {
    outcome: Outcome,
    effect: Option<Effect>,
    cause: Option<i32>,
}

impl Seen {
    fn of(report: &Report, number: i32) -> Self {
        report.finding(number).map_or(
            Self {
                outcome: Outcome::Unknown,
                effect: None,
                cause: None,
            },
            |finding: &Finding| Self {
                outcome: finding.outcome,
                effect: finding.effect,
                cause: finding.cause,
            },
        )
    }

    const fn is_judged(self) -> bool {
        matches!(self.outcome, Outcome::Pass | Outcome::Warn | Outcome::Fail)
    }

    /// How bad it is.
    const fn level(self) -> u8 {
        match (self.outcome, self.effect) {
            (Outcome::Pass | Outcome::NotApplicable, _) => 0,
            (Outcome::Unknown, _) => 1,
            (Outcome::Warn, _) => 2,
            (Outcome::Fail, Some(Effect::Weakens) | None) => 3,
            (Outcome::Fail, Some(Effect::Blocks)) => 4,
        }
    }
}

fn step(before: Seen, after: Seen) -> Step {
    use Outcome::{Fail, NotApplicable, Unknown, Warn};

    match (before.outcome, after.outcome) {
        // Nobody saw that it is gone.
        (Warn | Fail, Unknown) => Step::Same,
        // Nothing was seen either time.
        (NotApplicable, Unknown) | (Unknown, NotApplicable) => Step::Same,
        // A cause that one of the codes had no room for could be the other's.
        (Fail, Fail) if before.cause.is_some() != after.cause.is_some() => Step::Same,
        _ if after.level() < before.level() => Step::Better,
        _ if after.level() > before.level() => Step::Worse,
        _ => Step::Same,
    }
}

fn notes(before: &State, after: &State) -> Vec<Note> {
    let (old, new) = (&before.report, &after.report);
    let known_hours = old.hour > 0 && new.hour > 0;
    let mut versions = old.app_version.iter().zip(&new.app_version);
    [
        (Note::OtherPlatform, old.os.platform() != new.os.platform()),
        (Note::OlderOs, is_older(new.os, old.os)),
        (Note::AfterIsOlder, known_hours && new.hour < old.hour),
        (Note::OlderApp, versions.any(|(old, new)| new < old)),
        (Note::OtherComplaint, old.complaint != new.complaint),
        (Note::NotRunBefore, before.fallback),
        (Note::NotRunAfter, after.fallback),
        (Note::NothingChanged, old.findings == new.findings),
    ]
    .into_iter()
    .filter_map(|(note, holds)| holds.then_some(note))
    .collect()
}

/// Whether a system is older than another of the same platform.
fn is_older(new: Os, old: Os) -> bool {
    match (new, old) {
        (Os::Android { api: new }, Os::Android { api: old }) => new < old,
        (
            Os::Ios { major, minor },
            Os::Ios {
                major: old_major,
                minor: old_minor,
            },
        ) => (major, minor) < (old_major, old_minor),
        _ => false,
    }
}
