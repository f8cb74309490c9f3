//! Whether the files of an installed Android app are what their signer signed, whether any is
//! missing, and which part is at fault. Readers in, verdicts out.
//!
//! # One APK
//!
//! [`verify_apk`] checks a file against its own signature: APK Signature Scheme v2, v3 or v3.1,
//! whichever a device of the SDK level in question would go by.
//!
//! ```
//! use diagnose_integrity::{Verdict, Work, verify_apk};
//!
//! // Anything that is `ReadAt`: a `File`, bytes in memory, a reader of one's own.
//! let apk = b"no ZIP archive at all".as_slice();
//! let sentence = match verify_apk(&apk, 34, &Work::default())? {
//!     Verdict::Intact { scheme, signers } => {
//!         let signer = signers.iter().find_map(|signer| signer.current());
//!         format!("intact by {scheme}, signed by {:?}", signer.map(|signer| signer.digest))
//!     }
//!     Verdict::Damaged { problem } => format!("damaged: {problem}"),
//!     Verdict::NotChecked { reason } => format!("not checked: {reason}"),
//!     Verdict::Unreadable { message, .. } => format!("unreadable: {message}"),
//! };
//! assert_eq!(
//!     sentence,
//!     "not checked: there is no APK Signature Scheme: \
//!      the file has no ZIP end of central directory record"
//! );
//! # Ok::<(), diagnose_integrity::Stopped>(())
//! ```
//!
//! *Intact* says that every byte that Android protects is as it was signed, by whoever holds the
//! key of the certificate; whose that is, the caller compares. *Damaged* says what does not agree.
//! *Not checked* is no bad news: a JAR signature (v1) alone, a scheme that this level does not
//! read, or a key that this crate does not support, which is named.
//!
//! [`Work`] spreads the digesting over threads, and tells of progress, where it can be stopped.
//! Memory is bounded: up to 64 KB for each thread, and what the signers take, at most 1 MB.
//!
//! # An installed app
//!
//! [`check_set`] takes base and splits together: whether they belong together, whether any that is
//! required is missing on this phone, and whether the native libraries are there and whole.
//! [`ApkInfo`] is what an APK says of itself, [`damaged_entries`] names what is broken in a damaged
//! one.
//!
//! ```no_run
//! use std::{fs::File, io, ops::ControlFlow, path::Path};
//!
//! use diagnose_integrity::{Device, InstalledApk, check_set, open_library};
//!
//! let open = |name: &str| open_library(Path::new("lib/arm64"), name);
//! let files = [File::open("base.apk")?, File::open("split_config.arm64_v8a.apk")?];
//! let apks = files.each_ref().map(|apk| InstalledApk {
//!     apk,
//!     signers: None,
//!     intact: false,
//! });
//! let phone = Device {
//!     abis: vec!["arm64-v8a".to_owned()],
//!     page_size: Some(16384),
//!     ..Device::default()
//! };
//! match check_set(&apks, &phone, Some(&open), &mut |_| ControlFlow::Continue(())) {
//!     Ok(found) if found.problems.is_empty() => println!("nothing is missing"),
//!     Ok(found) => println!("{:?}", found.problems),
//!     Err(error) => println!("could not judge the app: {error}"),
//! }
//! # Ok::<(), io::Error>(())
//! ```

#![forbid(unsafe_code)]

mod algorithm;
mod axml;
mod certificate;
mod chunked;
mod crc32;
mod damage;
mod der;
mod elf;
mod entries;
mod entry_data;
#[cfg(feature = "facts")]
pub mod facts;
mod fields;
mod installation;
mod jar_signature;
mod key;
mod lineage;
mod manifest;
mod native;
mod paths;
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
mod x509;

pub use algorithm::ContentDigest;
pub use certificate::{Certificate, CertificateDigest};
pub use damage::{DamagedEntries, DamagedEntry, EntryKind, damaged_entries};
pub use entries::{ArchiveError, EntryProblem};
pub use installation::{FileFindings, Installation, InstallationFindings, verify_installation};
pub use key::UnsupportedKey;
pub use manifest::{ApkInfo, ManifestError};
pub use native::{Libraries, OpenLibrary};
pub use paths::{open_apk, open_library};
pub use read_at::ReadAt;
pub use scheme::Scheme;
pub use set::{ApkProblem, Device, InstalledApk, SetError, SetFindings, check_set};
pub use splits::{ABIS, DENSITIES, SplitProblem};
pub use verdict::{BlockError, Problem, Reason, SchemeFault, Signer, SignerFault, Verdict};
pub use verify::verify_apk;
pub use work::{OnProgress, Progress, Stopped, Work};

/// Its example compiles.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
