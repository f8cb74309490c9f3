//! What is wrong with a phone: ids, outcomes and typed details, no prose.

#[cfg(feature = "json")]
mod json;

use crate::{
    checks::{self, Judgement, Subject},
    complaint::{self, Answer, AnswerKind, Complaint},
    details::{Detail, details},
    fact::Reason,
    facts::{DeviceFacts, delivery::SettingsLevels},
    os::Os,
    profile::Profile,
    time::Time,
    version::AppVersion,
};

/// What one check says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "json", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "json", serde(rename_all = "snake_case"))]
pub enum Outcome {
    /// In order, as far as it can be seen.
    Pass,
    /// Something to know.
    Warn,
    /// Something is wrong.
    Fail,
    /// It could not be seen.
    Unknown,
    /// The phone does not have what the check looks at.
    NotApplicable,
}

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "json", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "json", serde(rename_all = "snake_case"))]
pub enum Effect {
    /// It may get in the app's way.
    Weakens,
    /// It keeps the app from working.
    Blocks,
}

/// Whose job the next step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "json", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "json", serde(rename_all = "snake_case"))]
pub enum Owner {
    /// The end user.
    User,
    /// The technician at the support desk.
    Technician,
    /// The app's vendor.
    Vendor,
}

/// The state of the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "json", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "json", serde(rename_all = "snake_case"))]
pub enum Verdict {
    /// A cause blocks.
    Blocked,
    /// A cause weakens, or a warning counts.
    AtRisk,
    /// Nothing wrong was found, and nothing was proven either.
    NotProven,
    /// A push arrived, and nothing is wrong.
    Healthy,
}

/// What one check says of a phone. The same on the phone and, with what a code carries, at the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The check's number: 0 to 23, or up to 30 from a code of a newer phone.
    pub check: i32,
    /// What it says.
    pub outcome: Outcome,
    /// The cause's number where it fails, 0 to 12; missing otherwise, and where a code does not carry it.
    pub cause: Option<i32>,
    /// How bad it is: of a failure, and of a warning that counts.
    pub effect: Option<Effect>,
    /// Why it is unknown, where the phone itself says so.
    pub reason: Option<Reason>,
    /// What only the phone knows.
    pub details: Vec<Detail>,
}

/// What is wrong with a phone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Platform and version of the operating system.
    pub os: Os,
    /// The app's version, if it is known.
    pub app_version: Option<AppVersion>,
    /// *Now* in whole hours since 2026-01-01 00:00 UTC, 1 to 131071, both ends meaning "or beyond"; 0 if not known.
    pub hour: i64,
    /// The complaint's number: 0 for none, 15 for another; 7 to 14 only from a code of a newer phone.
    pub complaint: i32,
    /// The state of the whole.
    pub verdict: Verdict,
    /// The answer to the complaint.
    pub answer: Answer,
    /// An outcome for every check, by number.
    pub findings: Vec<Finding>,
}

/// Judges a phone. [`diagnose`](crate::diagnose) does it too, asks first whether all values are possible, and gives the
/// advice and the code.
#[must_use]
pub fn report(facts: &DeviceFacts, complaint: Option<Complaint>, profile: &Profile) -> Report {
    let subject = Subject::new(facts, profile);
    let findings = checks::ALL
        .iter()
        .map(|check| {
            let judgement = checks::judge(check, &subject);
            Finding {
                details: details(check.number, judgement, &subject),
                ..finding(check.number, judgement)
            }
        })
        .collect();
    let hour = subject.now().map_or(0, hour_of);
    let app_version = facts.app.version.get().ok().cloned();
    assemble(
        facts.os(),
        app_version,
        hour,
        complaint.map_or(0, Complaint::number),
        findings,
    )
}

/// How the checks stand that a proof of delivery depends on, to be stored beside a record of delivery.
///
/// # Errors
/// Facts or a profile that are impossible.
pub fn settings_levels(
    facts: &DeviceFacts,
    profile: &Profile,
) -> Result<SettingsLevels, crate::input::InputError> {
    facts.validate()?;
    profile.validate()?;
    Ok(checks::settings_levels(&Subject::new(facts, profile)))
}

/// The last hour that a code can tell.
const HOUR_MAX: i64 = 131_071;

/// Whole hours since 2026-01-01 00:00 UTC, clamped to 1 to 131071.
fn hour_of(now: Time) -> i64 {
    now.since(Time::YEAR_2026)
        .div_euclid(3600)
        .clamp(1, HOUR_MAX)
}

/// A report of findings: verdict and answer follow from them.
pub(crate) fn assemble(
    os: Os,
    app_version: Option<AppVersion>,
    hour: i64,
    complaint: i32,
    findings: Vec<Finding>,
) -> Report {
    let answer = complaint::answer(complaint, &os, &findings);
    let verdict = verdict(&findings, answer.kind);
    Report {
        os,
        app_version,
        hour,
        complaint,
        verdict,
        answer,
        findings,
    }
}

/// What a judgement is as a finding, without details.
pub(crate) fn finding(number: i32, judgement: Judgement) -> Finding {
    let (outcome, cause, effect, reason) = match judgement {
        Judgement::Pass => (Outcome::Pass, None, None, None),
        Judgement::Warn => (Outcome::Warn, None, warn_effect(number), None),
        Judgement::Fail(cause) => (
            Outcome::Fail,
            Some(cause),
            Some(fail_effect(number, Some(cause))),
            None,
        ),
        Judgement::Unknown(reason) => (Outcome::Unknown, None, None, Some(reason)),
        Judgement::NotApplicable => (Outcome::NotApplicable, None, None, None),
    };
    Finding {
        check: number,
        outcome,
        cause,
        effect,
        reason,
        details: Vec::new(),
    }
}

/// The effect of a warning: it weakens if it counts.
pub(crate) fn warn_effect(number: i32) -> Option<Effect> {
    let counts = checks::by_number(number)
        .and_then(|check| check.warn.as_ref())
        .is_some_and(|warn| warn.counts);
    counts.then_some(Effect::Weakens)
}

/// The effect of a failure: that of its cause; if that is not known, the gravest of its check; of an unknown check,
/// that it weakens.
pub(crate) fn fail_effect(number: i32, cause: Option<i32>) -> Effect {
    let Some(check) = checks::by_number(number) else {
        return Effect::Weakens;
    };
    cause
        .and_then(|cause| check.cause(cause))
        .map_or_else(|| check.gravest(), |cause| cause.effect)
}

/// The state of the whole, over all checks.
fn verdict(findings: &[Finding], answer: AnswerKind) -> Verdict {
    match findings.iter().filter_map(|finding| finding.effect).max() {
        Some(Effect::Blocks) => Verdict::Blocked,
        Some(Effect::Weakens) => Verdict::AtRisk,
        None => {
            let proven = findings.iter().any(|finding| {
                finding.check == checks::DELIVERY && finding.outcome == Outcome::Pass
            });
            if proven && answer != AnswerKind::CannotTell {
                Verdict::Healthy
            } else {
                Verdict::NotProven
            }
        }
    }
}

impl Finding {
    /// The check's id. None for a check that this version does not know.
    #[must_use]
    pub fn id(&self) -> Option<&'static str> {
        checks::by_number(self.check).map(|check| check.id)
    }

    /// The id of the cause or of the warning, where this version knows it.
    #[must_use]
    pub fn cause_id(&self) -> Option<&'static str> {
        let check = checks::by_number(self.check)?;
        match self.outcome {
            Outcome::Warn => check.warn.as_ref().map(|warn| warn.id),
            Outcome::Fail => check.cause(self.cause?).map(|cause| cause.id),
            _ => None,
        }
    }

    /// Whose job the next step is, where this version knows it.
    #[must_use]
    pub fn owner(&self) -> Option<Owner> {
        let check = checks::by_number(self.check)?;
        match self.outcome {
            Outcome::Warn => check.warn.as_ref().map(|warn| warn.owner),
            Outcome::Fail => check.cause(self.cause?).map(|cause| cause.owner),
            _ => None,
        }
    }

    /// What helps, where this version knows it.
    #[must_use]
    pub fn remedy(&self) -> Option<&'static str> {
        let check = checks::by_number(self.check)?;
        match self.outcome {
            Outcome::Warn => check.warn.as_ref().map(|warn| warn.remedy),
            Outcome::Fail => check.cause(self.cause?).map(|cause| cause.remedy),
            _ => None,
        }
    }
}

impl Report {
    /// The finding of a check.
    #[must_use]
    pub fn finding(&self, check: i32) -> Option<&Finding> {
        self.findings.iter().find(|finding| finding.check == check)
    }
}
