//! Whether the files of an installed Android app are what their signer signed, whether any is
//! missing, and which part is at fault. Readers in, verdicts out.

#![forbid(unsafe_code)]

mod algorithm;
mod axml;
mod certificate;
mod chunked;
mod damage;
mod der;
mod elf;
mod entries;
mod entry_data;
mod fields;
mod key;
mod lineage;
mod manifest;
mod native;
mod protected;
mod read_at;
mod scheme;
mod sections;
mod set;
mod signature;
mod signer;
mod signing_block;
mod splits;
mod verdict;
mod verify;
mod verity;
mod work;

pub use algorithm::ContentDigest;
pub use certificate::{Certificate, CertificateDigest};
pub use damage::{DamagedEntries, DamagedEntry, EntryKind, damaged_entries};
pub use entries::{ArchiveError, EntryProblem};
pub use key::UnsupportedKey;
pub use manifest::{ApkInfo, ManifestError};
pub use native::{Libraries, OpenLibrary};
pub use read_at::ReadAt;
pub use scheme::Scheme;
pub use set::{ApkProblem, Device, InstalledApk, SetError, SetFindings, check_set};
pub use splits::SplitProblem;
pub use verdict::{BlockError, Problem, Reason, SchemeFault, Signer, SignerFault, Verdict};
pub use verify::verify_apk;
pub use work::{OnProgress, Progress, Stopped, Work};
