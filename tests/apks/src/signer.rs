//! Signs with the schemes v2, v3 and v3.1, written from the specification. A signer is data:
//! a test changes one field, and all that is computed from it is signed again.

use std::ops::RangeInclusive;

use crate::{
    digest,
    keys::Key,
    signing_block::{self, id},
    zip,
};

/// Ids of additional attributes.
pub mod attribute {
    /// In v2: the newest scheme that the APK is signed with as well, so that nobody strips it.
    pub const STRIPPING_PROTECTION: u32 = 0xbeef_f00d;
    pub const PROOF_OF_ROTATION: u32 = 0x3ba0_6f8c;
    /// In v3: the least SDK level of the v3.1 block.
    pub const ROTATION_MIN_SDK: u32 = 0x559f_8b02;
}

/// One signer of a scheme block.
#[derive(Clone, Debug)]
pub struct Signer {
    /// Signature algorithm and content digest.
    pub digests: Vec<(u32, Vec<u8>)>,
    pub certificates: Vec<Vec<u8>>,
    /// SDK levels in the signed data; none in v2.
    pub sdk: Option<RangeInclusive<u32>>,
    pub attributes: Vec<(u32, Vec<u8>)>,
    /// The same SDK levels outside the signed data.
    pub claimed_sdk: Option<RangeInclusive<u32>>,
    pub signatures: Vec<Signature>,
    pub public_key: Vec<u8>,
    /// Changes the signed data before they are signed.
    pub before_signing: fn(&mut Vec<u8>),
    /// Changes the signed data after they were signed.
    pub after_signing: fn(&mut Vec<u8>),
    /// Changes the signer's bytes.
    pub at_last: fn(&mut Vec<u8>),
}

/// A signature over the signed data.
#[derive(Clone, Debug)]
pub struct Signature {
    pub algorithm: u32,
    pub value: Value,
}

#[derive(Clone, Debug)]
pub enum Value {
    /// Signed by this key, by the signature's own algorithm.
    By(Key),
    /// Signed by this key, by another algorithm.
    ByOther(Key, u32),
    Bytes(Vec<u8>),
}

impl Signature {
    #[must_use]
    pub fn by(key: &Key, algorithm: u32) -> Self {
        Self {
            algorithm,
            value: Value::By(key.clone()),
        }
    }
}

fn unchanged(_: &mut Vec<u8>) {}

impl Signer {
    /// A whole signer of scheme v2 for this APK.
    #[must_use]
    pub fn v2(apk: &[u8], key: &Key, algorithms: &[u32]) -> Self {
        Self {
            digests: algorithms
                .iter()
                .map(|id| (*id, digest::of(apk, *id)))
                .collect(),
            certificates: vec![key.certificate.clone()],
            sdk: None,
            attributes: Vec::new(),
            claimed_sdk: None,
            signatures: algorithms
                .iter()
                .map(|id| Signature::by(key, *id))
                .collect(),
            public_key: key.public_key.clone(),
            before_signing: unchanged,
            after_signing: unchanged,
            at_last: unchanged,
        }
    }

    /// A whole signer of scheme v3 or v3.1 for this APK.
    #[must_use]
    pub fn v3(apk: &[u8], key: &Key, algorithms: &[u32], sdk: RangeInclusive<u32>) -> Self {
        Self {
            sdk: Some(sdk.clone()),
            claimed_sdk: Some(sdk),
            ..Self::v2(apk, key, algorithms)
        }
    }

    #[must_use]
    pub fn with_attribute(mut self, id: u32, value: &[u8]) -> Self {
        self.attributes.push((id, value.to_vec()));
        self
    }

    fn signed_data(&self) -> Vec<u8> {
        let digests = self
            .digests
            .iter()
            .map(|(id, digest)| tagged(*id, &prefixed(digest)));
        let attributes = self.attributes.iter().map(|(id, value)| tagged(*id, value));
        let mut out = sequence(digests);
        out.extend(sequence(self.certificates.iter().cloned()));
        out.extend(levels(self.sdk.as_ref()));
        out.extend(sequence(attributes));
        out
    }

    fn encode(&self) -> Vec<u8> {
        let mut signed_data = self.signed_data();
        (self.before_signing)(&mut signed_data);
        let signatures: Vec<Vec<u8>> = self
            .signatures
            .iter()
            .map(|Signature { algorithm, value }| {
                let value = match value {
                    Value::By(key) => key.sign(*algorithm, &signed_data),
                    Value::ByOther(key, other) => key.sign(*other, &signed_data),
                    Value::Bytes(bytes) => bytes.clone(),
                };
                tagged(*algorithm, &prefixed(&value))
            })
            .collect();
        (self.after_signing)(&mut signed_data);
        let mut out = prefixed(&signed_data);
        out.extend(levels(self.claimed_sdk.as_ref()));
        out.extend(sequence(signatures));
        out.extend(prefixed(&self.public_key));
        (self.at_last)(&mut out);
        out
    }
}

/// The value of a scheme's pair in the signing block.
#[must_use]
pub fn scheme(signers: &[Signer]) -> Vec<u8> {
    sequence(signers.iter().map(Signer::encode))
}

/// The APK with a signing block of these schemes: pair id and signers.
#[must_use]
pub fn sign(apk: &[u8], schemes: &[(u32, &[Signer])]) -> Vec<u8> {
    let pairs: Vec<_> = schemes
        .iter()
        .map(|(id, signers)| (*id, scheme(signers)))
        .collect();
    signing_block::insert(apk, &signing_block::block(&pairs, true))
}

/// The APK signed by one key with scheme v2.
#[must_use]
pub fn sign_v2(apk: &[u8], key: &Key) -> Vec<u8> {
    sign(
        apk,
        &[(id::V2, &[Signer::v2(apk, key, &[key.algorithm()])])],
    )
}

/// The APK with zeros before its central directory, so that a signing block begins at a multiple
/// of 4096: verity digests ask for that.
#[must_use]
pub fn page_aligned(apk: &[u8]) -> Vec<u8> {
    let contents = zip::sections(apk).contents.end;
    signing_block::insert(apk, &vec![0; (4096 - contents % 4096) % 4096])
}

fn levels(sdk: Option<&RangeInclusive<u32>>) -> Vec<u8> {
    sdk.map(|sdk| [sdk.start().to_le_bytes(), sdk.end().to_le_bytes()].concat())
        .unwrap_or_default()
}

pub(crate) fn tagged(id: u32, value: &[u8]) -> Vec<u8> {
    [&id.to_le_bytes(), value].concat()
}

pub(crate) fn prefixed(bytes: &[u8]) -> Vec<u8> {
    tagged(bytes.len() as u32, bytes)
}

fn sequence(elements: impl IntoIterator<Item = Vec<u8>>) -> Vec<u8> {
    let elements: Vec<u8> = elements
        .into_iter()
        .flat_map(|element| prefixed(&element))
        .collect();
    prefixed(&elements)
}
