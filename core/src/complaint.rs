//! What the user complains about, and whether the phone explains it.

use crate::{
    code::{DefaultOutcome, default_finding},
    os::Os,
    report::{Effect, Finding, Outcome},
};

/// What the user complains about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "json", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "json", serde(rename_all = "snake_case"))]
pub enum Complaint {
    /// 1: "App Phone Number is Invalid" when the QR code is scanned.
    PhoneNumberInvalid,
    /// 2: the app does not install, or it crashes.
    InstallOrCrash,
    /// 3: the password reset did not work.
    ResetFailed,
    /// 4: "Phone Number in use" when registering.
    NumberInUse,
    /// 5: the activation link is no longer active.
    LinkInactive,
    /// 6: no notifications arrive.
    NoNotifications,
    /// 15: something else.
    Other,
}

impl Complaint {
    /// Every complaint, by number.
    pub const ALL: [Self; 7] = [
        Self::PhoneNumberInvalid,
        Self::InstallOrCrash,
        Self::ResetFailed,
        Self::NumberInUse,
        Self::LinkInactive,
        Self::NoNotifications,
        Self::Other,
    ];

    /// Its number in a code.
    #[must_use]
    pub const fn number(self) -> i32 {
        match self {
            Self::PhoneNumberInvalid => 1,
            Self::InstallOrCrash => 2,
            Self::ResetFailed => 3,
            Self::NumberInUse => 4,
            Self::LinkInactive => 5,
            Self::NoNotifications => 6,
            Self::Other => 15,
        }
    }

    /// Its name in JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::PhoneNumberInvalid => "phone_number_invalid",
            Self::InstallOrCrash => "install_or_crash",
            Self::ResetFailed => "reset_failed",
            Self::NumberInUse => "number_in_use",
            Self::LinkInactive => "link_inactive",
            Self::NoNotifications => "no_notifications",
            Self::Other => "other",
        }
    }

    /// The complaint of that number. None for 0 (none) and for a number that this version does not know.
    #[must_use]
    pub fn from_number(number: i32) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|complaint| complaint.number() == number)
    }

    /// The complaint of that number or id. None for any other text.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|complaint| complaint.id() == text || complaint.number().to_string() == text)
    }
}

/// Whether the phone explains the complaint.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
pub struct Answer {
    /// What kind of answer it is.
    pub kind: AnswerKind,
    /// The checks that explain it, or the unknown ones that would decide it, in the complaint's order; else empty.
    pub checks: Vec<i32>,
}

/// What kind of answer it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "json", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "json", serde(rename_all = "snake_case"))]
pub enum AnswerKind {
    /// There is no complaint that a phone could answer.
    #[cfg_attr(feature = "json", serde(rename = "none"))]
    NoAnswer,
    /// Findings explain it.
    Explained,
    /// The phone is not the reason, as far as it can see.
    NotThisPhone,
    /// What would decide it could not be seen.
    CannotTell,
}

/// Which findings explain a complaint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum By {
    Blocking,
    Weakening,
    CountedWarns,
}

/// One line of the table of complaints.
struct Rule {
    complaint: i32,
    /// Its checks in the order in which they are shown.
    order: &'static [i32],
    /// Those whose being unknown leaves the answer open.
    decisive: &'static [i32],
    /// Those that are shown in this place but never explain.
    shown_only: &'static [i32],
    /// The mildest finding that explains.
    by: By,
}

const RULES: [Rule; 6] = [
    Rule {
        complaint: 1,
        order: &[2, 8, 22, 20, 4, 3, 21, 16, 18, 14],
        decisive: &[2],
        shown_only: &[20],
        by: By::Blocking,
    },
    Rule {
        complaint: 2,
        order: &[12, 11, 10, 0, 17, 14, 19, 8, 16, 13, 15, 20, 23, 1],
        decisive: &[12, 11, 0],
        shown_only: &[],
        by: By::Weakening,
    },
    Rule {
        complaint: 3,
        order: &[20, 21, 14, 18],
        decisive: &[20],
        shown_only: &[],
        by: By::Blocking,
    },
    Rule {
        complaint: 4,
        order: &[21, 16, 20],
        decisive: &[21],
        shown_only: &[20],
        by: By::Blocking,
    },
    // Never the phone's doing, so nothing decides it.
    Rule {
        complaint: 5,
        order: &[21, 20, 18],
        decisive: &[],
        shown_only: &[20],
        by: By::Blocking,
    },
    Rule {
        complaint: 6,
        order: &[2, 9, 6, 3, 8, 4, 5, 7, 23, 20, 21, 16],
        decisive: &[2, 3, 8],
        shown_only: &[],
        by: By::CountedWarns,
    },
];

/// The order of findings without a complaint, and of those outside it.
const GENERAL_ORDER: [i32; 24] = [
    0, 12, 11, 10, 21, 2, 3, 8, 20, 6, 4, 9, 22, 16, 14, 17, 13, 15, 18, 19, 7, 23, 5, 1,
];

fn rule(complaint: i32) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.complaint == complaint)
}

/// The answer to a complaint, from the outcomes alone.
pub(crate) fn answer(complaint: i32, os: &Os, findings: &[Finding]) -> Answer {
    let Some(rule) = rule(complaint) else {
        return Answer {
            kind: AnswerKind::NoAnswer,
            checks: Vec::new(),
        };
    };
    let of = |wanted: &i32| findings.iter().find(|finding| finding.check == *wanted);
    let filtered = |checks: &[i32], test: &dyn Fn(&Finding) -> bool| -> Vec<i32> {
        checks
            .iter()
            .copied()
            .filter(|check| of(check).is_some_and(test))
            .collect()
    };
    let explaining = filtered(rule.order, &|finding| {
        !rule.shown_only.contains(&finding.check) && explains(finding, rule.by)
    });
    if !explaining.is_empty() {
        return Answer {
            kind: AnswerKind::Explained,
            checks: explaining,
        };
    }
    let in_order: Vec<i32> = rule
        .order
        .iter()
        .copied()
        .filter(|check| rule.decisive.contains(check))
        .collect();
    let open = filtered(&in_order, &|finding| {
        finding.outcome == Outcome::Unknown
            && default_finding(os, finding.check) != DefaultOutcome::Unknown
    });
    if open.is_empty() {
        return Answer {
            kind: AnswerKind::NotThisPhone,
            checks: Vec::new(),
        };
    }
    Answer {
        kind: AnswerKind::CannotTell,
        checks: open,
    }
}

/// Whether a finding is grave enough to explain a complaint.
fn explains(finding: &Finding, by: By) -> bool {
    match (finding.outcome, finding.effect) {
        (Outcome::Fail, Some(Effect::Blocks)) => true,
        (Outcome::Fail, Some(Effect::Weakens)) => by >= By::Weakening,
        (Outcome::Warn, Some(_)) => by >= By::CountedWarns,
        _ => false,
    }
}

/// The findings to show, in the order in which they are shown; those from the second part on are "also noticed".
pub(crate) struct Shown<'a> {
    /// Failures and warnings of the complaint's checks; without a complaint all of them.
    pub(crate) first: Vec<&'a Finding>,
    /// Failures and warnings of the other checks.
    pub(crate) also_noticed: Vec<&'a Finding>,
    /// What could not be seen, but is seen on most phones.
    pub(crate) unknown: Vec<&'a Finding>,
    /// What no phone like this one can see.
    pub(crate) folded: Vec<&'a Finding>,
}

/// Sorts findings for showing: blocking, weakening, counted warns, other warns, each in the complaint's order; then
/// the same for checks outside the complaint in the general order; unknowns last.
pub(crate) fn shown<'a>(complaint: i32, os: &Os, findings: &'a [Finding]) -> Shown<'a> {
    let order = rule(complaint).map_or(GENERAL_ORDER.as_slice(), |rule| rule.order);
    let place = |order: &[i32], finding: &Finding| {
        let place = order.iter().position(|check| *check == finding.check);
        place.map_or((usize::MAX, finding.check), |place| (place, 0))
    };
    let told = |outcome| matches!(outcome, Outcome::Fail | Outcome::Warn);
    let (mut first, mut also_noticed): (Vec<&Finding>, Vec<&Finding>) = findings
        .iter()
        .filter(|finding| told(finding.outcome))
        .partition(|finding| rule(complaint).is_none() || order.contains(&finding.check));
    first.sort_by_key(|finding| (gravity(finding), place(order, finding)));
    also_noticed.sort_by_key(|finding| (gravity(finding), place(&GENERAL_ORDER, finding)));
    let (mut folded, mut unknown): (Vec<&Finding>, Vec<&Finding>) = findings
        .iter()
        .filter(|finding| finding.outcome == Outcome::Unknown)
        .partition(|finding| default_finding(os, finding.check) == DefaultOutcome::Unknown);
    unknown.sort_by_key(|finding| place(&GENERAL_ORDER, finding));
    folded.sort_by_key(|finding| place(&GENERAL_ORDER, finding));
    Shown {
        first,
        also_noticed,
        unknown,
        folded,
    }
}

/// Blocking first, then weakening, counted warns, other warns.
fn gravity(finding: &Finding) -> i32 {
    match (finding.outcome, finding.effect) {
        (Outcome::Fail, Some(Effect::Blocks)) => 0,
        (Outcome::Fail, _) => 1,
        (_, Some(_)) => 2,
        _ => 3,
    }
}
