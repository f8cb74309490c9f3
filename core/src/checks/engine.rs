//! The one engine that judges every check: no green without evidence.

use super::{
    Check,
    read::{AnyRead, Subject},
};
use crate::{fact::Reason, facts::Phone};
use std::ops::{BitAnd, BitOr, Not};

/// A condition's value, decided from facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Truth {
    Yes,
    No,
    /// For want of a fact.
    Undecided,
}

use Truth::{No, Undecided, Yes};

impl From<bool> for Truth {
    fn from(value: bool) -> Self {
        if value { Yes } else { No }
    }
}

impl BitAnd for Truth {
    type Output = Self;

    /// A conjunction that a readable fact already makes false is false.
    fn bitand(self, other: Self) -> Self {
        match (self, other) {
            (No, _) | (_, No) => No,
            (Yes, Yes) => Yes,
            _ => Undecided,
        }
    }
}

impl BitOr for Truth {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        !(!self & !other)
    }
}

impl Not for Truth {
    type Output = Self;

    /// For exceptions only: what an optional gap does not show, it does not grant, and the rule stands.
    fn not(self) -> Self {
        match self {
            Yes => No,
            No => Yes,
            Undecided => Undecided,
        }
    }
}

/// A condition over the facts and the profile.
pub(crate) type Condition = fn(&Subject<'_>) -> Truth;

/// A condition that never holds.
pub(crate) const NEVER: Condition = |_| No;

/// How a check judges on one platform.
#[derive(Debug)]
pub(crate) enum Rule {
    /// The platform does not have what it looks at.
    NotApplicable,
    /// By conditions.
    Row(Row),
    /// By a function of its own, which reads these facts and the outcomes of these checks.
    Own {
        #[cfg_attr(
            not(test),
            expect(dead_code, reason = "tests compare what a check says it reads")
        )]
        reads: &'static [&'static dyn AnyRead],
        #[cfg_attr(
            not(test),
            expect(dead_code, reason = "tests compare what a check says it reads")
        )]
        checks: &'static [&'static Check],
        judge: fn(&Subject<'_>) -> Judgement,
    },
}

/// The conditions of a check on one platform.
#[derive(Debug)]
pub(crate) struct Row {
    /// The facts that the conditions read, in the order of `docs/checks.md`: the first gap names the reason.
    pub(crate) reads: &'static [&'static dyn AnyRead],
    /// The checks whose outcomes the conditions read.
    #[cfg_attr(
        not(test),
        expect(dead_code, reason = "tests compare what a check says it reads")
    )]
    pub(crate) checks: &'static [&'static Check],
    /// Passes, whatever else is known or not.
    pub(crate) passes: Condition,
    /// Numbers of causes and their conditions, told first.
    pub(crate) causes: &'static [(i32, Condition)],
    /// The warning's condition.
    pub(crate) warn: Condition,
}

impl Row {
    /// A row without causes, to complete.
    pub(crate) const EMPTY: Self = Self {
        reads: &[],
        checks: &[],
        passes: NEVER,
        causes: &[],
        warn: NEVER,
    };

    /// What the conditions say.
    pub(crate) fn judge(&self, subject: &Subject<'_>) -> Judgement {
        let passes = (self.passes)(subject);
        if passes == Yes {
            return Judgement::Pass;
        }
        let mut undecided = false;
        for (number, condition) in self.causes {
            match condition(subject) & !passes {
                Yes => return Judgement::Fail(*number),
                No => {}
                Undecided => undecided = true,
            }
        }
        match (self.warn)(subject) & !passes {
            Yes => return Judgement::Warn,
            No => {}
            Undecided => undecided = true,
        }
        let seen =
            self.reads.is_empty() || self.reads.iter().any(|read| read.gap(subject).is_none());
        if !undecided && seen {
            Judgement::Pass
        } else {
            Judgement::Unknown(self.reason(subject))
        }
    }

    /// The reason of the first gap that is neither optional nor made by the level; where nothing at all is known,
    /// that of the first that exists on the level.
    fn reason(&self, subject: &Subject<'_>) -> Reason {
        let gaps = || {
            self.reads.iter().filter_map(|read| {
                read.gap(subject)
                    .filter(|reason| *reason != Reason::NoApi)
                    .map(|reason| (read, reason))
            })
        };
        gaps()
            .find(|(read, _)| !read.optional())
            .or_else(|| gaps().next())
            .map_or(Reason::NoApi, |(_, reason)| reason)
    }
}

/// What a check says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Judgement {
    Pass,
    Warn,
    /// With the cause of that number.
    Fail(i32),
    Unknown(Reason),
    NotApplicable,
}

/// What a check says of a phone.
pub(crate) fn judge(check: &Check, subject: &Subject<'_>) -> Judgement {
    let rule = match &subject.facts.phone {
        Phone::Android { facts } if facts.os.api_level < check.android_from => &Rule::NotApplicable,
        Phone::Android { .. } => &check.android,
        Phone::Ios { .. } => &check.ios,
    };
    match rule {
        Rule::NotApplicable => Judgement::NotApplicable,
        Rule::Row(row) => row.judge(subject),
        Rule::Own { judge, .. } => judge(subject),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_condition_that_is_already_false_is_false() {
        for (a, b, and, or) in [
            (Yes, Yes, Yes, Yes),
            (Yes, No, No, Yes),
            (No, No, No, No),
            (Yes, Undecided, Undecided, Yes),
            (No, Undecided, No, Undecided),
            (Undecided, Undecided, Undecided, Undecided),
        ] {
            assert_eq!((a & b, b & a), (and, and), "{a:?} & {b:?}");
            assert_eq!((a | b, b | a), (or, or), "{a:?} | {b:?}");
        }
    }
}
