//! Versions of an app.

pub use diagnose_core::version::AppVersion;

/// An app's version. Ordered by Semantic Versioning 2.0.0, section 11: a pre-release comes before its release.
///
/// In JSON a text: strict Semantic Versioning first (build metadata is dropped); else one to four leading numbers,
/// where a missing one is 0 and the fourth, and everything after a blank, `(` or `_`, is dropped.
#[uniffi::remote(Record)]
pub struct AppVersion {
    /// The first number, 0 or above.
    pub major: i64,
    /// The second number, 0 or above.
    pub minor: i64,
    /// The third number, 0 or above.
    pub patch: i64,
    /// What follows the first `-`, such as `beta.1`; empty for a release.
    pub pre_release: String,
}
