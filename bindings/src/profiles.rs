//! The profiles that are compiled in.

use crate::{error::DiagnoseError, parse::no_text, profile::Profile};
use diagnose_core::profiles;

/// The profile of that id that is compiled in, to be copied and completed with what the host app knows.
///
/// # Errors
/// `Text`: there is none of that id.
#[uniffi::export]
pub fn embedded_profile(id: String) -> Result<Profile, DiagnoseError> {
    profiles::profile(&id)
        .ok_or_else(|| no_text(&id, &format!("one of {}", profiles::ids().join(", "))))
}
