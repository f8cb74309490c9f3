//! Whether a signature over some bytes verifies with a key.

use dsa::signature::hazmat::PrehashVerifier;
use rsa::BoxedUint;
use sha2::{Digest, Sha256, Sha512};
use thiserror::Error;

use crate::{
    algorithm::{Algorithm, Hash, Kind},
    der,
    key::{self, Key, UnsupportedKey},
};

/// Android's limits (BoringSSL, `rsa_check_public_key`); smaller moduli than 512 bits Java refuses.
const RSA_MODULUS_BITS: std::ops::RangeInclusive<usize> = 512..=16_384;
const RSA_EXPONENT_BITS_MAX: usize = 33;
/// No curve has a longer identifier; it is named in a message.
const CURVE_SIZE_MAX: usize = 32;
/// Sizes of p and q in bits (FIPS 186-4, section 4.2), the ones that the `dsa` crate takes.
const DSA_BITS: [(usize, usize); 4] = [(1024, 160), (2048, 224), (2048, 256), (3072, 256)];

/// Why a signature was not found to verify.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub(crate) enum SignatureError {
    #[error("the signature does not verify")]
    Differs,
    #[error("the public key is malformed or of another kind than the signature")]
    Key,
    #[error(transparent)]
    Unsupported(#[from] UnsupportedKey),
}

use SignatureError::{Differs, Key as Malformed};

/// Verifies `signature` over `message` with the SubjectPublicKeyInfo `spki`.
pub(crate) fn verify(
    algorithm: &Algorithm,
    spki: &[u8],
    message: &[u8],
    signature: &[u8],
) -> Result<(), SignatureError> {
    let key = Key::parse(spki).ok_or(Malformed)?;
    let wanted = match algorithm.kind {
        Kind::RsaPss | Kind::RsaPkcs1 => key::RSA,
        Kind::Ecdsa => key::EC,
        Kind::Dsa => key::DSA,
    };
    if key.algorithm != wanted {
        return Err(Malformed);
    }
    let hash = match algorithm.hash {
        Hash::Sha256 => Sha256::digest(message).to_vec(),
        Hash::Sha512 => Sha512::digest(message).to_vec(),
    };
    match algorithm.kind {
        Kind::RsaPss | Kind::RsaPkcs1 => rsa(algorithm, &key, &hash, signature),
        Kind::Ecdsa => ecdsa(&key, &hash, signature),
        Kind::Dsa => dsa(&key, &hash, signature),
    }
}

fn rsa(
    algorithm: &Algorithm,
    key: &Key<'_>,
    hash: &[u8],
    signature: &[u8],
) -> Result<(), SignatureError> {
    let (modulus, exponent) = key.rsa().ok_or(Malformed)?;
    let (modulus_bits, exponent_bits) = (key::bit_length(modulus), key::bit_length(exponent));
    if !RSA_MODULUS_BITS.contains(&modulus_bits) {
        return Err(UnsupportedKey::RsaModulus(modulus_bits).into());
    }
    if exponent_bits > RSA_EXPONENT_BITS_MAX {
        return Err(UnsupportedKey::RsaExponent(exponent_bits).into());
    }
    let number = BoxedUint::from_be_slice_vartime;
    let key =
        rsa::PublicKey::new_with_size_limits(number(modulus), number(exponent), RSA_MODULUS_BITS)
            .map_err(|_| Malformed)?;
    match (algorithm.kind, algorithm.hash) {
        (Kind::RsaPss, Hash::Sha256) => key.pss_verify_prehash::<Sha256>(hash, signature),
        (Kind::RsaPss, Hash::Sha512) => key.pss_verify_prehash::<Sha512>(hash, signature),
        (_, Hash::Sha256) => key.pkcs1v15_verify_prehash::<Sha256>(hash, signature),
        (_, Hash::Sha512) => key.pkcs1v15_verify_prehash::<Sha512>(hash, signature),
    }
    .map_err(|_| Differs)
}

fn ecdsa(key: &Key<'_>, hash: &[u8], signature: &[u8]) -> Result<(), SignatureError> {
    let mut parameters = key.parameters;
    let curve = der::take(&mut parameters).ok_or(Malformed)?;
    if curve.tag != der::OBJECT_IDENTIFIER {
        return Err(UnsupportedKey::UnnamedCurve.into());
    }
    if curve.contents.len() > CURVE_SIZE_MAX {
        return Err(Malformed);
    }
    let (r, s) = two_numbers(signature).ok_or(Differs)?;
    /// One curve of one crate: key, signature and check have the same names in each.
    macro_rules! on {
        ($curve:ident, $bytes:literal) => {{
            let key =
                $curve::ecdsa::VerifyingKey::from_sec1_bytes(key.bits).map_err(|_| Malformed)?;
            let r = padded::<$bytes>(r).ok_or(Differs)?;
            let s = padded::<$bytes>(s).ok_or(Differs)?;
            let signature = $curve::ecdsa::Signature::from_scalars(r, s).map_err(|_| Differs)?;
            key.verify_prehash(hash, &signature).map_err(|_| Differs)
        }};
    }
    // RFC 5480, section 2.1.1.1.
    match curve.contents {
        [0x2a, 0x86, 0x48, 0xce, 0x3d, 3, 1, 7] => on!(p256, 32),
        [0x2b, 0x81, 4, 0, 0x22] => on!(p384, 48),
        [0x2b, 0x81, 4, 0, 0x23] => on!(p521, 66),
        other => Err(UnsupportedKey::Curve(key::Dotted(other).to_string()).into()),
    }
}

fn dsa(key: &Key<'_>, hash: &[u8], signature: &[u8]) -> Result<(), SignatureError> {
    let mut parameters = key.parameters;
    let mut numbers = der::expect(&mut parameters, der::SEQUENCE).ok_or(Malformed)?;
    let mut number = || der::expect_unsigned(&mut numbers).ok_or(Malformed);
    let (p, q, g) = (number()?, number()?, number()?);
    let y = der::expect_unsigned(&mut { key.bits }).ok_or(Malformed)?;
    let (prime, divisor) = (key::bit_length(p), key::bit_length(q));
    if !DSA_BITS.contains(&(prime, divisor)) {
        return Err(UnsupportedKey::Dsa { prime, divisor }.into());
    }
    // Both are odd primes; the arithmetic below counts on odd.
    if [p, q]
        .iter()
        .any(|number| number.last().is_none_or(|byte| byte % 2 == 0))
    {
        return Err(Malformed);
    }
    let (p, q) = (
        BoxedUint::from_be_slice_vartime(p),
        BoxedUint::from_be_slice_vartime(q),
    );
    let like_p = |bytes| BoxedUint::from_be_slice(bytes, p.bits_precision()).map_err(|_| Malformed);
    let (g, y) = (like_p(g)?, like_p(y)?);
    if y >= p {
        return Err(Malformed);
    }
    let key = dsa::Components::from_components(p, q.clone(), g)
        .and_then(|components| dsa::VerifyingKey::from_components(components, y))
        .map_err(|_| Malformed)?;
    let (r, s) = two_numbers(signature).ok_or(Differs)?;
    let like_q = |bytes| BoxedUint::from_be_slice(bytes, q.bits_precision()).map_err(|_| Differs);
    let signature = dsa::Signature::from_components(like_q(r)?, like_q(s)?).ok_or(Differs)?;
    key.verify_prehash(hash, &signature).map_err(|_| Differs)
}

/// The r and s of an ECDSA or DSA signature (RFC 3279, section 2.2.3), in DER and nothing else, as
/// BoringSSL takes it.
fn two_numbers(signature: &[u8]) -> Option<(&[u8], &[u8])> {
    let mut rest = signature;
    let mut numbers = der::expect(&mut rest, der::SEQUENCE)?;
    let r = der::expect_unsigned(&mut numbers)?;
    let s = der::expect_unsigned(&mut numbers)?;
    let exact = der::write(
        der::SEQUENCE,
        &[der::write_unsigned(r), der::write_unsigned(s)].concat(),
    );
    (exact == signature).then_some((r, s))
}

fn padded<const N: usize>(number: &[u8]) -> Option<[u8; N]> {
    let mut bytes = [0; N];
    let start = N.checked_sub(number.len())?;
    bytes.get_mut(start..)?.copy_from_slice(number);
    Some(bytes)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failure here is what a test is for")]

    use super::*;

    fn spki(algorithm: &[u8], parameters: &[u8], bits: &[u8]) -> Vec<u8> {
        let identifier = [&der::write(der::OBJECT_IDENTIFIER, algorithm), parameters].concat();
        let bits = [&[0], bits].concat();
        let info = [
            der::write(der::SEQUENCE, &identifier),
            der::write(der::BIT_STRING, &bits),
        ]
        .concat();
        der::write(der::SEQUENCE, &info)
    }

    fn numbers(numbers: &[&[u8]]) -> Vec<u8> {
        let numbers: Vec<u8> = numbers
            .iter()
            .flat_map(|number| der::write_unsigned(number))
            .collect();
        der::write(der::SEQUENCE, &numbers)
    }

    fn rsa(modulus_bytes: usize, exponent: &[u8]) -> Vec<u8> {
        spki(
            key::RSA,
            &[5, 0],
            &numbers(&[&vec![0xff; modulus_bytes], exponent]),
        )
    }

    fn error(id: u32, spki: &[u8]) -> String {
        let signature = numbers(&[&[1], &[1]]);
        let algorithm = Algorithm::find(id).unwrap();
        verify(algorithm, spki, b"message", &signature)
            .unwrap_err()
            .to_string()
    }

    const MALFORMED: &str = "the public key is malformed or of another kind than the signature";
    const DIFFERS: &str = "the signature does not verify";

    #[test]
    fn rsa_keys_have_limits() {
        assert_eq!(error(0x103, &rsa(64, &[1, 0, 1])), DIFFERS);
        assert_eq!(
            error(0x103, &rsa(63, &[1, 0, 1])),
            "RSA with a modulus of 504 bits"
        );
        // The largest that Android takes, with the largest exponent: still quick.
        assert_eq!(error(0x104, &rsa(2048, &[1, 255, 255, 255, 255])), DIFFERS);
        assert_eq!(
            error(0x102, &rsa(2049, &[1, 0, 1])),
            "RSA with a modulus of 16392 bits"
        );
        assert_eq!(
            error(0x101, &rsa(128, &[2, 0, 0, 0, 0])),
            "RSA with an exponent of 34 bits"
        );
        assert_eq!(error(0x421, &rsa(128, &[0])), MALFORMED);
        let even = spki(key::RSA, &[5, 0], &numbers(&[&[0xfe; 128], &[3]]));
        assert_eq!(error(0x103, &even), MALFORMED);
    }

    #[test]
    fn keys_of_another_kind_are_malformed() {
        assert_eq!(error(0x103, b""), MALFORMED);
        assert_eq!(error(0x201, &rsa(128, &[3])), MALFORMED);
        assert_eq!(error(0x301, &rsa(128, &[3])), MALFORMED);
        assert_eq!(error(0x103, &spki(key::EC, &[5, 0], &[4, 1, 2])), MALFORMED);
        let trailing = [rsa(128, &[3]), vec![0]].concat();
        assert_eq!(error(0x103, &trailing), MALFORMED);
    }

    #[test]
    fn curves_that_are_not_checked_have_names() {
        let on = |curve: &[u8]| spki(key::EC, &der::write(der::OBJECT_IDENTIFIER, curve), &[4, 1]);
        assert_eq!(
            error(0x201, &on(&[0x2b, 0x81, 4, 0, 10])),
            "ECDSA on the curve 1.3.132.0.10"
        );
        assert_eq!(
            error(0x202, &on(&[0x2b, 0x81, 4, 0, 0x21])),
            "ECDSA on the curve 1.3.132.0.33"
        );
        let large = error(
            0x201,
            &on(&[0x88, 0x37, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f]),
        );
        assert_eq!(large, "ECDSA on the curve 2.999.72057594037927935");
        assert_eq!(
            error(0x201, &on(&[0x2a, 0x86, 0x48, 0xce, 0x3d, 3, 1, 7])),
            MALFORMED
        );
        assert_eq!(error(0x201, &on(&[1; 33])), MALFORMED);
        let unnamed = spki(key::EC, &numbers(&[&[1]]), &[4, 1]);
        assert_eq!(error(0x423, &unnamed), "ECDSA on a curve without a name");
        assert_eq!(error(0x423, &spki(key::EC, &[], &[4, 1])), MALFORMED);
    }

    fn dsa(p: &[u8], q: &[u8], g: &[u8], y: &[u8]) -> Vec<u8> {
        spki(key::DSA, &numbers(&[p, q, g]), &der::write_unsigned(y))
    }

    #[test]
    fn dsa_keys_have_sizes() {
        let (p, q) = ([0xff; 128], [0xff; 20]);
        assert_eq!(
            error(0x301, &dsa(&[0xff; 512], &[0xff; 32], &[2], &[3])),
            "DSA with a prime of 4096 bits and a divisor of 256 bits"
        );
        assert_eq!(
            error(0x425, &dsa(&p, &[0xff; 21], &[2], &[3])),
            "DSA with a prime of 1024 bits and a divisor of 168 bits"
        );
        // Numbers that do not fit one another, each of which the arithmetic must not meet.
        let even = |number: &[u8]| [&number[..number.len() - 1], &[0xfe]].concat();
        let hostile = [
            dsa(&even(&p), &q, &[2], &[3]),
            dsa(&p, &even(&q), &[2], &[3]),
            dsa(&p, &q, &[0xff; 129], &[3]),
            dsa(&p, &q, &[2], &[0xff; 129]),
            dsa(&p, &q, &p, &[3]),
            dsa(&p, &q, &[2], &p),
            dsa(&p, &q, &[0], &[3]),
            dsa(&p, &q, &[2], &[0]),
            dsa(&p, &q, &[2], &[1]),
            dsa(&p, &q, &[2], &[3]),
        ];
        for key in hostile {
            assert_eq!(error(0x301, &key), MALFORMED);
        }
    }

    #[test]
    fn pairs_of_numbers_are_der_and_nothing_else() {
        let good = [0x30, 7, 2, 1, 5, 2, 2, 0, 0x80];
        assert_eq!(
            two_numbers(&good),
            Some(([5].as_slice(), [0x80].as_slice()))
        );
        let bad: [&[u8]; 6] = [
            &[0x30, 7, 2, 1, 5, 2, 2, 0, 0x80, 0],
            &[0x30, 6, 2, 1, 5, 2, 1, 0x80],
            &[0x30, 0x81, 7, 2, 1, 5, 2, 2, 0, 0x80],
            &[0x30, 8, 2, 2, 0, 5, 2, 2, 0, 0x80],
            &[0x30, 3, 2, 1, 5],
            &[0x30, 9, 2, 1, 5, 2, 1, 6, 2, 1, 7],
        ];
        for bytes in bad {
            assert_eq!(two_numbers(bytes), None, "{bytes:?}");
        }
    }
}
