//! Whether the files of an installed Android app are what their signer signed, whether any is
//! missing, and which part is at fault. Readers in, verdicts out.

#![forbid(unsafe_code)]

mod algorithm;
mod certificate;
mod chunked;
mod der;
mod fields;
mod key;
mod lineage;
mod protected;
mod read_at;
mod scheme;
mod sections;
mod signature;
mod signer;
mod signing_block;
mod verdict;
mod verify;
mod verity;
mod work;

pub use algorithm::ContentDigest;
pub use certificate::{Certificate, CertificateDigest};
pub use key::UnsupportedKey;
pub use read_at::ReadAt;
pub use scheme::Scheme;
pub use verdict::{BlockError, Problem, Reason, SchemeFault, Signer, SignerFault, Verdict};
pub use verify::verify_apk;
pub use work::{OnProgress, Progress, Stopped, Work};
