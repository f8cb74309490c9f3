//! JSON, for the tests that run the shared cases.

use crate::{
    advice::Advice, diagnosis::Diagnosis, error::DiagnoseError, facts::DeviceFacts,
    profile::Profile, report::Report,
};
use serde::Serialize;

/// Reads facts from their JSON form.
///
/// # Errors
/// `Facts`: the first thing that is wrong, with its path.
#[uniffi::export]
pub fn facts_from_json(text: String) -> Result<DeviceFacts, DiagnoseError> {
    DeviceFacts::from_json(&text).map_err(DiagnoseError::Facts)
}

/// Reads a profile from its JSON form.
///
/// # Errors
/// `Profile`: the first thing that is wrong, with its path.
#[uniffi::export]
pub fn profile_from_json(text: String) -> Result<Profile, DiagnoseError> {
    Profile::from_json(&text).map_err(DiagnoseError::Profile)
}

/// A diagnosis as JSON, as the core writes it.
///
/// # Errors
/// `Failed`: it cannot be written.
#[uniffi::export]
pub fn diagnosis_to_json(diagnosis: Diagnosis) -> Result<String, DiagnoseError> {
    #[derive(Serialize)]
    struct Json<'a> {
        report: &'a Report,
        advice: &'a Advice,
        code: &'a str,
    }
    serde_json::to_string(&Json {
        report: &diagnosis.report,
        advice: &diagnosis.advice,
        code: &diagnosis.code.text,
    })
    .map_err(|error| DiagnoseError::Failed(error.to_string()))
}
