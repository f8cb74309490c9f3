//! The proof of rotation: certificates from the oldest to the current one, each signed by the one
//! before (APK Signature Scheme v3, "Proof-of-rotation and self-trusted-old-certs structs").

use crate::{
    algorithm::Algorithm,
    certificate::{self, Certificate, Parsed},
    fields::{Fields, Short},
    key::UnsupportedKey,
    signature::{self, SignatureError},
    verdict::SignerFault,
};

const VERSION: u32 = 1;
/// Each certificate costs up to some ten milliseconds.
const LENGTH_MAX: usize = 100;

/// The certificates, and what could not be checked. No certificates: there are too many.
pub(crate) type Lineage = (Vec<Certificate>, Option<UnsupportedKey>);

/// Reads and verifies the attribute's value.
pub(crate) fn verify(mut value: Fields<'_>) -> Result<Lineage, SignerFault> {
    if value.u32() != Ok(VERSION) {
        return Err(SignerFault::Lineage);
    }
    let length = value.elements().count();
    if length > LENGTH_MAX {
        return Ok((Vec::new(), Some(UnsupportedKey::Lineage(length))));
    }
    let mut certificates: Vec<Certificate> = Vec::new();
    let mut unsupported = None;
    // The certificate before and the algorithm by which it signs the next one.
    let mut parent: Option<(Parsed, u32)> = None;
    for (index, node) in value.elements().enumerate() {
        let number = index + 1;
        let node = Node::parse(node).map_err(|Short| SignerFault::Lineage)?;
        if let Some((parent, algorithm)) = &parent {
            let algorithm = Algorithm::find(*algorithm).ok_or(SignerFault::Lineage)?;
            match signature::verify(algorithm, &parent.spki, node.signed_data, node.signature) {
                Ok(()) => {}
                Err(SignatureError::Unsupported(key)) => {
                    unsupported.get_or_insert(key);
                }
                Err(SignatureError::Differs | SignatureError::Key) => {
                    return Err(SignerFault::LineageSignature(number));
                }
            }
            if algorithm.id != node.signed_algorithm {
                return Err(SignerFault::LineageAlgorithm(number));
            }
        }
        let parsed = certificate::parse(node.certificate).ok_or(SignerFault::Lineage)?;
        let digest = parsed.certificate.digest;
        if certificates.iter().any(|earlier| earlier.digest == digest) {
            return Err(SignerFault::LineageTwice(number));
        }
        certificates.push(parsed.certificate);
        parent = Some((parsed, node.algorithm));
    }
    Ok((certificates, unsupported))
}

struct Node<'a> {
    signed_data: &'a [u8],
    certificate: &'a [u8],
    signed_algorithm: u32,
    algorithm: u32,
    signature: &'a [u8],
}

impl<'a> Node<'a> {
    fn parse(node: Result<Fields<'a>, Short>) -> Result<Self, Short> {
        let mut node = node?;
        let mut signed = node.prefixed()?;
        let Fields(signed_data) = signed;
        // What the older certificate may still do; Android asks that of installed apps only.
        let _flags = node.u32()?;
        Ok(Self {
            signed_data,
            certificate: signed.prefixed()?.0,
            signed_algorithm: signed.u32()?,
            algorithm: node.u32()?,
            signature: node.prefixed()?.0,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A lineage of so many nodes, each of them empty.
    fn verify_empty(version: u32, nodes: usize) -> Result<Lineage, SignerFault> {
        let mut value = version.to_le_bytes().to_vec();
        value.resize(4 + 4 * nodes, 0);
        verify(Fields(&value))
    }

    #[test]
    fn a_lineage_is_read_up_to_a_length() {
        let too_long = |length| Ok((Vec::new(), Some(UnsupportedKey::Lineage(length))));
        assert_eq!(verify_empty(1, 100), Err(SignerFault::Lineage));
        assert_eq!(verify_empty(1, 101), too_long(101));
        assert_eq!(verify_empty(1, 200_000), too_long(200_000));
        assert_eq!(verify_empty(2, 101), Err(SignerFault::Lineage));
        assert_eq!(verify_empty(1, 0), Ok((Vec::new(), None)));
        assert_eq!(verify(Fields(&[])), Err(SignerFault::Lineage));
    }
}
