//! One signer of a scheme: v2, v3 and v3.1 differ in the SDK range and the attributes.

use crate::{
    algorithm::{Algorithm, ContentDigest},
    certificate::{self, Certificate},
    fields::{Fields, Short},
    key::UnsupportedKey,
    lineage,
    scheme::Scheme,
    signature::{self, SignatureError},
    verdict::SignerFault,
};

const STRIPPING_PROTECTION: u32 = 0xbeef_f00d;
const PROOF_OF_ROTATION: u32 = 0x3ba0_6f8c;
const ROTATION_MIN_SDK: u32 = 0x559f_8b02;
const ROTATION_ON_DEV_RELEASE: u32 = 0xc2a6_b3ba;

/// A signer whose signed data is what it signed.
#[derive(Debug, Default)]
pub(crate) struct Signer {
    /// Its place in the list, from 1.
    pub(crate) number: usize,
    pub(crate) min_sdk: u32,
    pub(crate) max_sdk: u32,
    /// The signing certificates, oldest first.
    pub(crate) lineage: Vec<Certificate>,
    /// The digests of the contents, as signed.
    pub(crate) digests: Vec<(ContentDigest, Vec<u8>)>,
    /// Those of the signatures that verified.
    pub(crate) verified: Vec<ContentDigest>,
    /// What kept a signature from being checked.
    pub(crate) unsupported: Option<UnsupportedKey>,
    /// The other schemes with which the file was signed, by v2's attribute.
    pub(crate) protected: Vec<u32>,
    /// From which SDK level on scheme v3.1 signs, by v3's attribute.
    pub(crate) rotation_min_sdk: Option<u32>,
    /// Meant for a release in development, which still has the SDK level of the one before.
    pub(crate) for_dev_release: bool,
}

impl From<Short> for SignerFault {
    fn from(Short: Short) -> Self {
        Self::Malformed
    }
}

impl Signer {
    pub(crate) fn is_for(&self, sdk: u32) -> bool {
        (self.min_sdk..=self.max_sdk).contains(&sdk)
    }

    /// What stands in front of everything that is signed: for which levels it is.
    pub(crate) fn unread(number: usize, mut signer: Fields<'_>) -> Result<Self, SignerFault> {
        signer.prefixed()?;
        let (min_sdk, max_sdk) = range(&mut signer)?;
        Ok(Self {
            number,
            min_sdk,
            max_sdk,
            ..Self::default()
        })
    }

    /// Reads signer `number` and verifies its signatures over its signed data.
    pub(crate) fn verify(
        scheme: Scheme,
        sdk: u32,
        number: usize,
        mut signer: Fields<'_>,
    ) -> Result<Self, SignerFault> {
        let mut signed = signer.prefixed()?;
        let Fields(signed_data) = signed;
        let ranged = scheme != Scheme::V2;
        let (min_sdk, max_sdk) = if ranged {
            range(&mut signer)?
        } else {
            (sdk, sdk)
        };
        let signatures = records(signer.prefixed()?)?;
        let Fields(public_key) = signer.prefixed()?;
        if signatures.is_empty() {
            return Err(SignerFault::NoSignatures);
        }
        let mut verified = Vec::new();
        let mut unsupported = None;
        for (algorithm, signature) in strongest(&signatures, min_sdk, max_sdk)? {
            match signature::verify(algorithm, public_key, signed_data, signature) {
                Ok(()) => verified.push(algorithm.content),
                Err(SignatureError::Unsupported(key)) => unsupported = Some(key),
                Err(SignatureError::Differs) => {
                    return Err(SignerFault::Signature(algorithm.name));
                }
                Err(SignatureError::Key) => return Err(SignerFault::PublicKey(algorithm.name)),
            }
        }

        let digests = records(signed.prefixed()?)?;
        let certificates = signed.prefixed()?;
        if ranged && (signed.u32()?, signed.u32()?) != (min_sdk, max_sdk) {
            return Err(SignerFault::OtherRange);
        }
        let attributes = signed.prefixed()?;
        let certificate = first_certificate(certificates, public_key)?;
        let listed = |records: &[Record<'_>]| records.iter().map(|(id, _)| *id).collect::<Vec<_>>();
        if listed(&signatures) != listed(&digests) {
            return Err(SignerFault::Algorithms);
        }
        let mut this = Self {
            number,
            min_sdk,
            max_sdk,
            digests: digests
                .into_iter()
                .filter_map(|(id, digest)| Some((Algorithm::find(id)?.content, digest.to_vec())))
                .collect(),
            verified,
            unsupported,
            ..Self::default()
        };
        for attribute in attributes.elements() {
            this.read_attribute(scheme, attribute?, certificate)?;
        }
        if this.lineage.is_empty() {
            this.lineage.push(certificate);
        }
        Ok(this)
    }

    fn read_attribute(
        &mut self,
        scheme: Scheme,
        mut attribute: Fields<'_>,
        certificate: Certificate,
    ) -> Result<(), SignerFault> {
        match (scheme, attribute.u32()?) {
            (Scheme::V2, STRIPPING_PROTECTION) => self.protected.push(attribute.u32()?),
            (Scheme::V3 | Scheme::V31, PROOF_OF_ROTATION) => {
                if !self.lineage.is_empty() {
                    return Err(SignerFault::Lineages);
                }
                let (lineage, unsupported) = lineage::verify(attribute)?;
                let too_long = matches!(unsupported, Some(UnsupportedKey::Lineage(_)));
                if lineage.last() != Some(&certificate) && !too_long {
                    return Err(SignerFault::LineageEnd);
                }
                self.lineage = if too_long { vec![certificate] } else { lineage };
                self.unsupported = self.unsupported.take().or(unsupported);
            }
            (Scheme::V3 | Scheme::V31, ROTATION_MIN_SDK) => {
                self.rotation_min_sdk = Some(attribute.u32()?);
            }
            (Scheme::V3 | Scheme::V31, ROTATION_ON_DEV_RELEASE) => self.for_dev_release = true,
            _ => {}
        }
        Ok(())
    }
}

fn range(signer: &mut Fields<'_>) -> Result<(u32, u32), SignerFault> {
    let (min, max) = (signer.u32()?, signer.u32()?);
    // Android reads them as signed numbers.
    let negative = i32::try_from(min).is_err() || i32::try_from(max).is_err();
    if negative || min > max {
        Err(SignerFault::Range(min, max))
    } else {
        Ok((min, max))
    }
}

/// An algorithm's id, and a signature or a digest.
type Record<'a> = (u32, &'a [u8]);

fn records(list: Fields<'_>) -> Result<Vec<Record<'_>>, Short> {
    list.elements()
        .map(|record| {
            let mut record = record?;
            Ok((record.u32()?, record.prefixed()?.0))
        })
        .collect()
}

/// The signatures to verify: a device takes the first of the strongest that it knows; as apksig
/// does, the same is asked of each group of algorithms that came with one Android release.
fn strongest<'a>(
    signatures: &[Record<'a>],
    min_sdk: u32,
    max_sdk: u32,
) -> Result<Vec<(&'static Algorithm, &'a [u8])>, SignerFault> {
    let mut best: Vec<(&'static Algorithm, &'a [u8])> = Vec::new();
    for (id, signature) in signatures {
        let Some(algorithm) = Algorithm::find(*id).filter(|known| known.since <= max_sdk) else {
            continue;
        };
        match best
            .iter_mut()
            .find(|(other, _)| other.since == algorithm.since)
        {
            None => best.push((algorithm, *signature)),
            Some(other) if algorithm.content > other.0.content => *other = (algorithm, *signature),
            Some(_) => {}
        }
    }
    // One that the oldest level of the range knows has to be among them.
    if best.iter().any(|(algorithm, _)| algorithm.since <= min_sdk) {
        Ok(best)
    } else {
        Err(SignerFault::NoKnownSignature)
    }
}

/// The certificate that signs. The others are its issuers; Android reads them and asks nothing of
/// them.
fn first_certificate(
    certificates: Fields<'_>,
    public_key: &[u8],
) -> Result<Certificate, SignerFault> {
    let mut first = None;
    for (index, certificate) in certificates.elements().enumerate() {
        let parsed =
            certificate::parse(certificate?.0).ok_or(SignerFault::Certificate(index + 1))?;
        first.get_or_insert(parsed);
    }
    let first = first.ok_or(SignerFault::NoCertificates)?;
    if first.spki == public_key {
        Ok(first.certificate)
    } else {
        Err(SignerFault::OtherKey)
    }
}
