//! As much of an X.509 certificate (RFC 5280, section 4.1) as a signature scheme needs.

use std::fmt;

use sha2::{Digest, Sha256};

use crate::{der, key};

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
/// The `[0]` in front of the version.
const VERSION: u8 = 0xa0;

/// None where it is no certificate.
pub(crate) fn parse(bytes: &[u8]) -> Option<Parsed> {
    let mut certificate = der::expect(&mut { bytes }, der::SEQUENCE)?;
    let mut fields = der::expect(&mut certificate, der::SEQUENCE)?;
    if fields.first() == Some(&VERSION) {
        der::take(&mut fields)?;
    }
    der::expect(&mut fields, der::INTEGER)?;
    for _algorithm_issuer_validity in 0..3 {
        der::expect(&mut fields, der::SEQUENCE)?;
    }
    let subject = der::expect(&mut fields, der::SEQUENCE)?;
    let spki = der::take(&mut fields).filter(|element| element.tag == der::SEQUENCE)?;
    // The issuer's signature over all that: it has to be there; nobody checks it in an APK.
    der::expect(&mut certificate, der::SEQUENCE)?;
    der::expect(&mut certificate, der::BIT_STRING)?;
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
