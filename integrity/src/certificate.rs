//! A signer's certificate: what identifies it, and its key.

use std::fmt;

use sha2::{Digest, Sha256};

use crate::{der, key, x509};

/// The SHA-256 of a certificate, by which Android tells signers apart, written in lower-case
/// hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CertificateDigest(pub [u8; 32]);

impl fmt::Display for CertificateDigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for CertificateDigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A certificate of a signer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Certificate {
    /// Over the whole certificate, as it stands in the file.
    pub digest: CertificateDigest,
    /// Whether its subject is that of the key which the Android build tools make for debugging:
    /// common name `Android Debug`.
    pub debug: bool,
}

/// A certificate that was read.
#[derive(Clone, Debug)]
pub(crate) struct Parsed {
    pub(crate) certificate: Certificate,
    /// Its key, as Java encodes it.
    pub(crate) spki: Vec<u8>,
}

/// 2.5.4.3, id-at-commonName (RFC 5280, appendix A.1).
const COMMON_NAME: &[u8] = &[0x55, 4, 3];
const DEBUG_NAME: &[u8] = b"Android Debug";

/// None where it is no certificate.
pub(crate) fn parse(bytes: &[u8]) -> Option<Parsed> {
    let x509::Fields { subject, spki } = x509::fields(bytes)?;
    Some(Parsed {
        certificate: Certificate {
            digest: CertificateDigest(Sha256::digest(bytes).into()),
            debug: has_debug_name(subject),
        },
        spki: key::canonical(spki)?,
    })
}

fn has_debug_name(mut subject: &[u8]) -> bool {
    while let Some(mut names) = der::expect(&mut subject, der::SET) {
        while let Some(mut name) = der::expect(&mut names, der::SEQUENCE) {
            let id = der::expect(&mut name, der::OBJECT_IDENTIFIER);
            let value = der::take(&mut name);
            if id == Some(COMMON_NAME) && value.is_some_and(|value| value.contents == DEBUG_NAME) {
                return true;
            }
        }
    }
    false
}
