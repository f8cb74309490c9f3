//! A report in words. The core's own types borrow what was compiled in, which does not cross: these mirror them.

use crate::{playbook::Playbook, report::Owner, rung::Rung};
use diagnose_core::advice as core;

/// A report in words.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
#[cfg_attr(feature = "cases", derive(serde::Serialize))]
pub struct Advice {
    /// The answer to the complaint; without one the verdict.
    pub headline: String,
    /// The verdict.
    pub verdict: String,
    /// What proves the verdict, and when.
    pub proof: Option<String>,
    /// What is known of the activation link.
    pub link: Option<String>,
    /// The findings in the order in which they are shown: of the complaint, also noticed, not checked.
    pub findings: Vec<FindingAdvice>,
    /// What no phone like this one can tell, in one sentence.
    pub folded: Option<String>,
    /// What to do about the complaint, where a playbook is compiled in.
    pub playbook: Option<Playbook>,
    /// The language of the words.
    pub language: String,
}

/// One finding in words.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
#[cfg_attr(feature = "cases", derive(serde::Serialize))]
pub struct FindingAdvice {
    /// The check's number.
    pub check: i32,
    /// Whether it does not belong to the complaint.
    pub also_noticed: bool,
    /// What is wrong.
    pub title: String,
    /// Why it matters for the app; missing where it was not judged, or this program does not know the check or its cause.
    pub why: Option<String>,
    /// What only the phone knows.
    pub detail: Option<String>,
    /// Whose job the next step is, where something is to be done.
    pub owner: Option<Owner>,
    /// What to do, in order.
    pub steps: Vec<Step>,
    /// The check whose steps, further up, are the same.
    pub fixed_by: Option<i32>,
}

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
#[cfg_attr(feature = "cases", derive(serde::Serialize))]
pub struct Step {
    /// What to do, complete without its buttons.
    pub text: String,
    /// A text to copy; no step of a finding has one yet.
    pub copy: Option<String>,
    /// The screens that help, the most exact first.
    pub ladder: Vec<Rung>,
}

impl From<core::Advice> for Advice {
    fn from(advice: core::Advice) -> Self {
        let core::Advice {
            headline,
            verdict,
            proof,
            link,
            findings,
            folded,
            playbook,
            language,
        } = advice;
        Self {
            headline,
            verdict,
            proof,
            link,
            findings: findings.into_iter().map(Into::into).collect(),
            folded,
            playbook: playbook.map(Into::into),
            language: language.to_owned(),
        }
    }
}

impl From<core::FindingAdvice> for FindingAdvice {
    fn from(finding: core::FindingAdvice) -> Self {
        let core::FindingAdvice {
            check,
            also_noticed,
            title,
            why,
            detail,
            owner,
            steps,
            fixed_by,
        } = finding;
        Self {
            check,
            also_noticed,
            title,
            why,
            detail,
            owner,
            steps: steps.into_iter().map(Into::into).collect(),
            fixed_by,
        }
    }
}

impl From<core::Step> for Step {
    fn from(step: core::Step) -> Self {
        let core::Step { text, copy, ladder } = step;
        Self {
            text,
            copy,
            ladder: ladder.into_iter().map(Into::into).collect(),
        }
    }
}
