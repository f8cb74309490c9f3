//! The one call: a phone is diagnosed.

use crate::{
    advice::Advice,
    code::Code,
    delivery::SettingsLevels,
    error::DiagnoseError,
    facts::DeviceFacts,
    logging,
    playbook::ComplaintChoice,
    profile::Profile,
    question::{Question, Reader},
    report::Report,
};
use diagnose_core::{diagnosis as core, playbook, report};

/// What is wrong with a phone, in ids, in words and in a code.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Diagnosis {
    /// Ids, outcomes and typed details.
    pub report: Report,
    /// The report in words.
    pub advice: Advice,
    /// The report as far as a code carries it.
    pub code: Code,
}

impl From<core::Diagnosis> for Diagnosis {
    fn from(diagnosis: core::Diagnosis) -> Self {
        let core::Diagnosis {
            report,
            advice,
            code,
        } = diagnosis;
        Self {
            report,
            advice: advice.into(),
            code: code.into(),
        }
    }
}

/// Diagnoses a phone: the same facts, question, profile and reader give the same diagnosis, byte for byte.
///
/// # Errors
/// `Facts`, `Profile`, `Question`: impossible values, with their paths.
#[uniffi::export]
pub fn diagnose(
    facts: DeviceFacts,
    question: Question,
    profile: Profile,
    reader: Reader,
) -> Result<Diagnosis, DiagnoseError> {
    let diagnosis = core::diagnose(&facts, &question, &profile, &reader.into())?;
    logging::report(&diagnosis.report);
    Ok(diagnosis.into())
}

/// The complaints to choose from, in the reader's words. Empty where the profile has no playbook compiled in.
///
/// # Errors
/// `Profile`, `Question`: impossible values, with their paths.
#[uniffi::export]
pub fn complaints(profile: Profile, reader: Reader) -> Result<Vec<ComplaintChoice>, DiagnoseError> {
    profile.validate().map_err(DiagnoseError::Profile)?;
    let reader = reader.into();
    diagnose_core::Reader::validate(&reader).map_err(DiagnoseError::Question)?;
    Ok(playbook::complaints(&profile, &reader)
        .into_iter()
        .filter_map(ComplaintChoice::new)
        .collect())
}

/// How the checks stand that a proof of delivery depends on, to be stored beside a record of delivery.
///
/// # Errors
/// `Facts`, `Profile`: impossible values, with their paths.
#[uniffi::export]
pub fn settings_levels(
    facts: DeviceFacts,
    profile: Profile,
) -> Result<SettingsLevels, DiagnoseError> {
    profile.validate().map_err(DiagnoseError::Profile)?;
    report::settings_levels(&facts, &profile).map_err(DiagnoseError::Facts)
}
