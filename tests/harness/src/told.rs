//! What the program tells: the part of a case that a command may write and a person reads.

use crate::{Case, CaseError};
use diagnose_core::{Diagnosis, Reader, diagnose, words::Audience};
use serde::Serialize;
use serde_json::Value;

/// What the program tells of a case.
#[derive(Debug, Serialize)]
pub struct Told {
    /// The code.
    pub code: String,
    /// The end user's advice.
    pub user: Value,
    /// The technician's advice.
    pub technician: Value,
}

/// Diagnoses a case for both audiences. The diagnosis is the end user's.
///
/// # Errors
/// A case that cannot be used.
pub fn told(case: &Case) -> Result<(Diagnosis, Told), CaseError> {
    let (facts, question, profile) = (case.facts()?, case.question()?, case.profile()?);
    let of = |audience| diagnose(&facts, &question, &profile, &Reader::new("en", audience));
    let user = of(Audience::User)?;
    let technician = of(Audience::Technician)?;
    let told = Told {
        code: user.code.to_string(),
        user: serde_json::to_value(&user.advice).unwrap_or_default(),
        technician: serde_json::to_value(&technician.advice).unwrap_or_default(),
    };
    Ok((user, told))
}
