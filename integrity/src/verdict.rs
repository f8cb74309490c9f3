//! What can be said of an APK.

use std::io;

use thiserror::Error;

pub use crate::sections::BlockError;
use crate::{
    algorithm::ContentDigest, certificate::Certificate, entries::EntryProblem, key::UnsupportedKey,
    scheme::Scheme,
};

/// What an APK was found to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Its contents are what its signers signed.
    Intact {
        /// By which scheme the signers were read.
        scheme: Scheme,
        /// Those that Android takes at this SDK level: one, but for v2, where it may be up to ten.
        signers: Vec<Signer>,
    },
    /// It is not what was signed.
    Damaged {
        /// What does not agree.
        problem: Problem,
    },
    /// Nothing is known: it carries no signature that is checked here.
    NotChecked {
        /// Why not.
        reason: Reason,
    },
    /// It could not be read.
    Unreadable {
        /// What kind of failure it was.
        kind: io::ErrorKind,
        /// The system's message.
        message: String,
    },
}

/// Who signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signer {
    /// The signing certificates from the oldest to the current one. Of scheme v2 there is one;
    /// from v3 on there are more if the key was rotated, each vouched for by the one before.
    pub lineage: Vec<Certificate>,
}

impl Signer {
    /// The certificate that signed this file.
    #[must_use]
    pub fn current(&self) -> Option<&Certificate> {
        self.lineage.last()
    }
}

/// What does not agree.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Problem {
    /// The signing block is there and has no sensible bounds.
    #[error("the APK Signing Block is malformed: {0}")]
    Block(BlockError),
    /// The signing block's pairs do not fill it.
    #[error("the APK Signing Block is malformed: a pair reaches over its end")]
    Pairs,
    /// There are bytes between central directory and end record, which no scheme covers.
    #[error("the ZIP central directory does not end where its end record starts")]
    Gap,
    /// The contents are the signed ones, and no archive.
    #[error("the ZIP central directory does not hold the records that its end record states")]
    Directory,
    /// The contents are the signed ones, and no app.
    #[error("there is no AndroidManifest.xml")]
    NoManifest,
    /// The contents are the signed ones, and the app's manifest cannot be unpacked.
    #[error("AndroidManifest.xml cannot be read: {0}")]
    Manifest(EntryProblem),
    /// A scheme's signers do not fit together.
    #[error("{scheme}: {fault}")]
    Scheme {
        /// Of which scheme.
        scheme: Scheme,
        /// What is wrong.
        fault: SchemeFault,
    },
    /// One signer does not hold.
    #[error("{scheme}, signer {signer}: {fault}")]
    Signer {
        /// Of which scheme.
        scheme: Scheme,
        /// Its place among the scheme's signers, from 1.
        signer: usize,
        /// What is wrong.
        fault: SignerFault,
    },
}

/// What is wrong with a scheme's signers taken together.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SchemeFault {
    /// A length reaches over the end.
    #[error("the list of signers is malformed")]
    Malformed,
    /// An empty list.
    #[error("there is no signer")]
    NoSigners,
    /// Android takes up to ten (AOSP, `MAX_V2_SIGNERS`).
    #[error("there are more than 10 signers")]
    TooManySigners,
    /// The verity digest needs entries and signing block to fill whole pages.
    #[error("the APK Signing Block does not start and end on a page of 4096 bytes")]
    Alignment,
    /// Scheme v3.1 without scheme v3.
    #[error("APK Signature Scheme v3 is missing beside it")]
    WithoutV3,
    /// Ranges of SDK levels that overlap or leave levels out.
    #[error("the SDK ranges of the signers do not join")]
    Ranges,
    /// No range holds the level.
    #[error("no signer is for SDK level {0}")]
    NoSignerFor(u32),
    /// More than one range holds the level.
    #[error("more than one signer is for SDK level {0}")]
    SignersFor(u32),
    /// The lineage for newer levels does not contain that for older ones.
    #[error("the signers' lineages do not agree")]
    Lineages,
}

/// What is wrong with one signer.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SignerFault {
    /// A length reaches over the end.
    #[error("it is malformed")]
    Malformed,
    /// An empty list.
    #[error("there is no signature")]
    NoSignatures,
    /// Only algorithms that no Android of this level verifies.
    #[error("no signature is of an algorithm that Android knows at this SDK level")]
    NoKnownSignature,
    /// The signature is not that of the key over the signed data.
    #[error("the signature over the signed data, {0}, does not verify")]
    Signature(&'static str),
    /// The key does not parse, or is not of the signature's kind.
    #[error("the public key is not one for {0}")]
    PublicKey(&'static str),
    /// An empty list.
    #[error("there is no certificate")]
    NoCertificates,
    /// Counted from 1.
    #[error("certificate {0} is malformed")]
    Certificate(usize),
    /// The key that verifies is another than the first certificate's.
    #[error("the public key is not that of the first certificate")]
    OtherKey,
    /// Signatures and digests have to come in pairs.
    #[error("signatures and digests do not list the same algorithms")]
    Algorithms,
    /// The contents of the file changed.
    #[error("the contents do not have the signed {0} digest")]
    Contents(ContentDigest),
    /// The first level comes after the last one, or is negative.
    #[error("the SDK range from {0} to {1} is none")]
    Range(u32, u32),
    /// The range beside the signed data is another than the one in it.
    #[error("the SDK range is not the signed one")]
    OtherRange,
    /// A signed attribute says that the file was signed with that scheme as well.
    #[error("it was signed with APK Signature Scheme v{0} as well, which is missing")]
    Stripped(u32),
    /// A signed attribute says that the file was signed with scheme v3.1 as well.
    #[error(
        "it was signed with APK Signature Scheme v3.1 from SDK level {0} on as well, which is missing"
    )]
    RotationStripped(u32),
    /// Scheme v3.1 starts at another level than scheme v3 says.
    #[error("APK Signature Scheme v3.1 should start at SDK level {named}, and starts at {found}")]
    OtherRotation {
        /// What the attribute in scheme v3 names.
        named: u32,
        /// The lowest level of scheme v3.1's signers.
        found: u32,
    },
    /// A length reaches over the end, a version or an algorithm is unknown.
    #[error("the lineage is malformed")]
    Lineage,
    /// The attribute may occur once.
    #[error("there is more than one lineage")]
    Lineages,
    /// Counted from 1: the certificate before does not vouch for this one.
    #[error("the signature over certificate {0} of the lineage does not verify")]
    LineageSignature(usize),
    /// The algorithm beside the signed data is another than the one in it.
    #[error("the algorithm of certificate {0} of the lineage is not the signed one")]
    LineageAlgorithm(usize),
    /// A certificate occurs again.
    #[error("certificate {0} of the lineage occurs twice")]
    LineageTwice(usize),
    /// The lineage is somebody else's.
    #[error("the lineage does not end in the signing certificate")]
    LineageEnd,
}

/// Why a file was not checked.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Reason {
    /// No ZIP archive, or one that was cut short.
    #[error(
        "there is no APK Signature Scheme: the file has no ZIP end of central directory record"
    )]
    NoEnd,
    /// Android looks for no signing block in these.
    #[error("there is no APK Signature Scheme: the file is a ZIP64 archive")]
    Zip64,
    /// The end record points elsewhere.
    #[error(
        "there is no APK Signature Scheme: the ZIP central directory does not lie before its end record"
    )]
    Directory,
    /// Unsigned, or signed by scheme v1 alone.
    #[error("there is no APK Signature Scheme, at most a JAR signature (v1)")]
    NoScheme,
    /// Android finds no scheme in such a block, and asks the JAR signature.
    #[error("there is no APK Signature Scheme, only a JAR signature (v1): {0}")]
    BadBlock(String),
    /// What signs it is for newer systems.
    #[error("{}, not read at SDK level {sdk}", list(schemes))]
    NewerSchemes {
        /// Those that the file carries, oldest first.
        schemes: Vec<Scheme>,
        /// The level that was asked for.
        sdk: u32,
    },
    /// A key that Android may take, but not this crate.
    #[error("{scheme}, signer {signer}: {key}")]
    Key {
        /// Of which scheme.
        scheme: Scheme,
        /// Its place among the scheme's signers, from 1.
        signer: usize,
        /// What is not supported.
        key: UnsupportedKey,
    },
    /// Far larger than signers make it, and it would have to stand in memory.
    #[error("{scheme}: its signers take {size} bytes, and at most 1048576 are read")]
    TooLarge {
        /// Of which scheme.
        scheme: Scheme,
        /// In bytes.
        size: u64,
    },
}

fn list(schemes: &[Scheme]) -> String {
    schemes
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join(", ")
}
