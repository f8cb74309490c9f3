//! A SubjectPublicKeyInfo (RFC 5280, section 4.1.2.7), taken apart, and what cannot be checked
//! with it.

use std::fmt;

use thiserror::Error;

use crate::der;

/// 1.2.840.113549.1.1.1, rsaEncryption (RFC 3279, section 2.3.1).
pub(crate) const RSA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 1];
/// 1.2.840.10045.2.1, id-ecPublicKey (RFC 5480, section 2.1.1).
pub(crate) const EC: &[u8] = &[0x2a, 0x86, 0x48, 0xce, 0x3d, 2, 1];
/// 1.2.840.10040.4.1, id-dsa (RFC 3279, section 2.3.2).
pub(crate) const DSA: &[u8] = &[0x2a, 0x86, 0x48, 0xce, 0x38, 4, 1];

/// What the schemes allow and is not checked here: keys, and one thing made of keys.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum UnsupportedKey {
    /// RSA with a modulus of this many bits.
    #[error("RSA with a modulus of {0} bits")]
    RsaModulus(usize),
    /// RSA with an exponent of this many bits.
    #[error("RSA with an exponent of {0} bits")]
    RsaExponent(usize),
    /// ECDSA on the curve of this object identifier.
    #[error("ECDSA on the curve {0}")]
    Curve(String),
    /// ECDSA on a curve that is written out instead of named.
    #[error("ECDSA on a curve without a name")]
    UnnamedCurve,
    /// DSA with a prime and a divisor of these sizes in bits.
    #[error("DSA with a prime of {prime} bits and a divisor of {divisor} bits")]
    Dsa {
        /// Of p.
        prime: usize,
        /// Of q.
        divisor: usize,
    },
    /// More keys, each rotated to the next, than would be checked in a sensible time.
    #[error("a lineage of {0} certificates")]
    Lineage(usize),
}

/// The parts of a key.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Key<'a> {
    /// Contents of the algorithm's object identifier.
    pub(crate) algorithm: &'a [u8],
    /// The algorithm's parameters, tag and all; empty if there are none.
    pub(crate) parameters: &'a [u8],
    /// The key's bits.
    pub(crate) bits: &'a [u8],
}

impl<'a> Key<'a> {
    /// None where it is no SubjectPublicKeyInfo.
    pub(crate) fn parse(mut spki: &'a [u8]) -> Option<Self> {
        let info = der::expect(&mut spki, der::SEQUENCE)?;
        spki.is_empty().then(|| Self::parse_contents(info))?
    }

    pub(crate) fn parse_contents(mut info: &'a [u8]) -> Option<Self> {
        let mut parameters = der::expect(&mut info, der::SEQUENCE)?;
        let algorithm = der::expect(&mut parameters, der::OBJECT_IDENTIFIER)?;
        // The first byte counts the unused bits at the end, of which a key has none.
        let bits = der::expect(&mut info, der::BIT_STRING)?.strip_prefix(&[0])?;
        info.is_empty().then_some(Self {
            algorithm,
            parameters,
            bits,
        })
    }

    /// Modulus and exponent.
    pub(crate) fn rsa(&self) -> Option<(&'a [u8], &'a [u8])> {
        let mut bits = self.bits;
        let mut numbers = der::expect(&mut bits, der::SEQUENCE)?;
        let modulus = der::expect_unsigned(&mut numbers)?;
        let exponent = der::expect_unsigned(&mut numbers)?;
        (bits.is_empty() && numbers.is_empty()).then_some((modulus, exponent))
    }
}

/// The key of a certificate as Java writes it: in DER, and an RSA modulus always positive (apksig
/// does the same).
pub(crate) fn canonical(spki: der::Element<'_>) -> Option<Vec<u8>> {
    let key = Key::parse_contents(spki.contents)?;
    if key.algorithm != RSA {
        return der::canonical(spki);
    }
    let (modulus, exponent) = key.rsa()?;
    let numbers = [der::write_unsigned(modulus), der::write_unsigned(exponent)].concat();
    let bits = [&[0], der::write(der::SEQUENCE, &numbers).as_slice()].concat();
    let algorithm = [
        der::write(der::OBJECT_IDENTIFIER, RSA).as_slice(),
        &[0x05, 0],
    ]
    .concat();
    let info = [
        der::write(der::SEQUENCE, &algorithm),
        der::write(der::BIT_STRING, &bits),
    ]
    .concat();
    Some(der::write(der::SEQUENCE, &info))
}

/// How many bits a number without leading zeros has.
pub(crate) fn bit_length(number: &[u8]) -> usize {
    let zeros = number.first().map_or(0, |byte| byte.leading_zeros());
    number
        .len()
        .saturating_mul(8)
        .saturating_sub(usize::try_from(zeros).unwrap_or_default())
}

/// An object identifier in dots (X.690, section 8.19).
pub(crate) struct Dotted<'a>(pub(crate) &'a [u8]);

impl fmt::Display for Dotted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut arc = 0_u64;
        let mut first = true;
        for byte in self.0 {
            arc = arc.wrapping_shl(7) | u64::from(byte & 0x7f);
            if byte & 0x80 != 0 {
                continue;
            }
            if first {
                let root = (arc / 40).min(2);
                write!(f, "{root}.{}", arc - 40 * root)?;
                first = false;
            } else {
                write!(f, ".{arc}")?;
            }
            arc = 0;
        }
        Ok(())
    }
}
