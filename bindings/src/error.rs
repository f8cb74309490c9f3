//! What an app can do something about.

use diagnose_core::{diagnosis as core, input::InputError};

/// Why a call has no answer. Reads well after "could not diagnose the phone: ".
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, uniffi::Error)]
#[uniffi(flat_error)]
pub enum DiagnoseError {
    /// The facts hold an impossible value: whoever filled them has to be mended.
    #[error("in the facts, {0}")]
    Facts(InputError),
    /// The profile holds an impossible value: take the embedded one, or mend the changed one.
    #[error("in the profile, {0}")]
    Profile(InputError),
    /// The question or the reader holds an impossible value.
    #[error("in the question, {0}")]
    Question(InputError),
    /// What was said of the device or its files is impossible.
    #[error("in the installation, {0}")]
    Installation(InputError),
    /// A text is not what it should be: no version, no day, no profile's id.
    #[error("{0}")]
    Text(InputError),
    /// The text is no code as a diagnosis gives it.
    #[error("it is not a code as a diagnosis gives it")]
    Code,
    /// A fault of this library.
    #[error("the library failed: {0}")]
    Failed(String),
}

impl From<core::DiagnoseError> for DiagnoseError {
    fn from(error: core::DiagnoseError) -> Self {
        match error {
            core::DiagnoseError::Facts(error) => Self::Facts(error),
            core::DiagnoseError::Profile(error) => Self::Profile(error),
            core::DiagnoseError::Question(error) => Self::Question(error),
            // A report always has a code: 24 checks, 6 complaints.
            core::DiagnoseError::Code(error) => Self::Failed(error.to_string()),
        }
    }
}

/// A value that is not what it should be.
pub(crate) fn unexpected(path: &str, found: impl ToString, expected: &str) -> InputError {
    InputError {
        path: path.to_owned(),
        found: found.to_string(),
        expected: expected.to_owned(),
    }
}
