//! The one call: a phone is diagnosed.

use crate::{
    advice::{self, Advice},
    checks::Subject,
    code::{Code, EncodeError, encode_report},
    complaint::Complaint,
    facts::DeviceFacts,
    input::{InputError, Validate},
    link::ActivationLink,
    profile::Profile,
    reader::Reader,
    report::{Report, report},
    time::Time,
};

/// What the user asks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Question {
    /// What the user complains about, if anything.
    pub complaint: Option<Complaint>,
    /// When the activation e-mail arrived, for the complaint about its link: in the years 0000 to 9999.
    pub received: Option<Time>,
}

/// What is wrong with a phone, in ids, in words and in a code.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
pub struct Diagnosis {
    /// Ids, outcomes and typed details.
    pub report: Report,
    /// The report in words.
    pub advice: Advice,
    /// The report as far as a code carries it.
    pub code: Code,
}

/// Why a phone could not be diagnosed. Reads well after "could not diagnose the phone: ".
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DiagnoseError {
    /// The facts hold an impossible value.
    #[error("in the facts, {0}")]
    Facts(InputError),
    /// The profile holds an impossible value.
    #[error("in the profile, {0}")]
    Profile(InputError),
    /// The question or the reader holds an impossible value.
    #[error("in the question, {0}")]
    Question(InputError),
    /// The report cannot be written as a code.
    #[error(transparent)]
    Code(#[from] EncodeError),
}

/// Diagnoses a phone: the same facts, question, profile and reader give the same diagnosis, byte for byte.
///
/// # Errors
/// Impossible values, with their paths.
pub fn diagnose(
    facts: &DeviceFacts,
    question: &Question,
    profile: &Profile,
    reader: &Reader,
) -> Result<Diagnosis, DiagnoseError> {
    facts.validate().map_err(DiagnoseError::Facts)?;
    profile.validate().map_err(DiagnoseError::Profile)?;
    question
        .received
        .validate()
        .map_err(|e| DiagnoseError::Question(e.inside("received")))?;
    reader.validate().map_err(DiagnoseError::Question)?;
    let report = report(facts, question.complaint, profile);
    let link = link(facts, question, profile);
    let advice = advice::with_link(&report, profile, reader, link);
    let code = encode_report(&report)?;
    Ok(Diagnosis {
        report,
        advice,
        code,
    })
}

/// The activation link as it is now. None where it was not asked, or *Now* is not known.
fn link(facts: &DeviceFacts, question: &Question, profile: &Profile) -> Option<ActivationLink> {
    if question.complaint != Some(Complaint::LinkInactive) {
        return None;
    }
    let now = Subject::new(facts, profile).now().ok()?;
    Some(ActivationLink::new(question.received?, now, profile))
}
