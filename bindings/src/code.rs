//! The code that the user reads to support.

use crate::error::DiagnoseError;
pub use diagnose_core::code::QrMatrix;
use diagnose_core::code::{self as core, qr_matrix};

/// A code as it is shown and read aloud.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Code {
    /// The text as it is shown, copied and put into a QR code: groups of four joined by `-`.
    pub text: String,
    /// Its five to seven groups of four characters.
    pub groups: Vec<String>,
    /// As a person reads it aloud: each letter's word of the NATO alphabet, digits as they are, ` - ` between groups.
    pub spelled: String,
}

impl From<core::Code> for Code {
    fn from(code: core::Code) -> Self {
        let text = code.as_str();
        Self {
            text: text.to_owned(),
            groups: text.split('-').map(str::to_owned).collect(),
            spelled: core::spelled(&code),
        }
    }
}

/// The modules of a QR code, without the quiet zone, which is four modules wide on each side.
#[uniffi::remote(Record)]
pub struct QrMatrix {
    /// How many modules a row has, and how many rows there are: 21 for a code of 20 characters,
    /// else 25.
    pub size: i64,
    /// Whether each module is dark, row by row from the top left: size × size of them.
    pub dark: Vec<bool>,
}

/// The QR code of a code's text.
///
/// # Errors
/// `Code`: a text that is not exactly a code as a diagnosis gave it.
#[uniffi::export]
pub fn code_qr_matrix(text: String) -> Result<QrMatrix, DiagnoseError> {
    core::Code::from_shown(&text)
        .map(|code| qr_matrix(&code))
        .ok_or(DiagnoseError::Code)
}
