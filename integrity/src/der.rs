//! As much of ASN.1 as it takes to find a key and a subject in a certificate.
//!
//! Certificates in the field are not always DER: Android and apksigner accept lengths that are not
//! minimal or indefinite, and so does this reader. [`canonical`] writes what Java's key encoders
//! write, for that is what the key beside a signature is compared with.

pub(crate) const INTEGER: u8 = 0x02;
pub(crate) const BIT_STRING: u8 = 0x03;
pub(crate) const OBJECT_IDENTIFIER: u8 = 0x06;
pub(crate) const SEQUENCE: u8 = 0x30;
pub(crate) const SET: u8 = 0x31;
const CONSTRUCTED: u8 = 0x20;
/// Far more than a certificate nests; bounds the recursion.
const DEPTH_MAX: u8 = 32;

/// One tagged value.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Element<'a> {
    pub(crate) tag: u8,
    pub(crate) contents: &'a [u8],
}

/// Takes the first element off `input`; none where there is none that is whole.
pub(crate) fn take<'a>(input: &mut &'a [u8]) -> Option<Element<'a>> {
    take_nested(input, DEPTH_MAX)
}

fn take_nested<'a>(input: &mut &'a [u8], depth: u8) -> Option<Element<'a>> {
    let (&[tag, first], rest) = input.split_first_chunk()?;
    // Tag numbers from 31 on take further bytes; certificates use none.
    if tag & 0x1f == 0x1f {
        return None;
    }
    if first == 0x80 {
        return take_indefinite(input, tag, rest, depth.checked_sub(1)?);
    }
    let (length, rest) = match first {
        0..0x80 => (usize::from(first), rest),
        _ => {
            let (length, rest) = rest.split_at_checked(usize::from(first & 0x7f))?;
            let length = length.iter().try_fold(0_usize, |length, byte| {
                length.checked_mul(256)?.checked_add(usize::from(*byte))
            })?;
            (length, rest)
        }
    };
    let (contents, rest) = rest.split_at_checked(length)?;
    *input = rest;
    Some(Element { tag, contents })
}

/// X.690, section 8.1.3.6: elements until one of tag and length 0.
fn take_indefinite<'a>(
    input: &mut &'a [u8],
    tag: u8,
    start: &'a [u8],
    depth: u8,
) -> Option<Element<'a>> {
    if tag & CONSTRUCTED == 0 {
        return None;
    }
    let mut rest = start;
    loop {
        if let Some(after) = rest.strip_prefix(&[0, 0]) {
            let length = start.len().checked_sub(rest.len())?;
            *input = after;
            return Some(Element {
                tag,
                contents: start.get(..length)?,
            });
        }
        take_nested(&mut rest, depth)?;
    }
}

/// The first element of `input`, which must be of this tag.
pub(crate) fn expect<'a>(input: &mut &'a [u8], tag: u8) -> Option<&'a [u8]> {
    take(input)
        .filter(|element| element.tag == tag)
        .map(|element| element.contents)
}

/// An INTEGER's bytes without leading zeros; its sign is not looked at, for keys have been seen
/// whose modulus lacks the zero in front.
pub(crate) fn expect_unsigned<'a>(input: &mut &'a [u8]) -> Option<&'a [u8]> {
    expect(input, INTEGER)
        .filter(|bytes| !bytes.is_empty())
        .map(without_zeros)
}

pub(crate) fn without_zeros(bytes: &[u8]) -> &[u8] {
    let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
    bytes.get(zeros..).unwrap_or_default()
}

/// Writes an element with the shortest length.
pub(crate) fn write(tag: u8, contents: &[u8]) -> Vec<u8> {
    let mut out = vec![tag];
    let bytes = contents.len().to_be_bytes();
    match without_zeros(&bytes) {
        [] => out.push(0),
        [short @ 0..0x80] => out.push(*short),
        long => {
            // At most eight bytes.
            out.push(0x80 | u8::try_from(long.len()).unwrap_or_default());
            out.extend_from_slice(long);
        }
    }
    out.extend_from_slice(contents);
    out
}

/// Writes a number that is not negative.
pub(crate) fn write_unsigned(bytes: &[u8]) -> Vec<u8> {
    let mut number = without_zeros(bytes).to_vec();
    if number.first().is_none_or(|byte| *byte >= 0x80) {
        number.insert(0, 0);
    }
    write(INTEGER, &number)
}

/// The same element in DER.
pub(crate) fn canonical(element: Element<'_>) -> Option<Vec<u8>> {
    canonical_nested(element, DEPTH_MAX)
}

fn canonical_nested(element: Element<'_>, depth: u8) -> Option<Vec<u8>> {
    if element.tag & CONSTRUCTED == 0 {
        return Some(write(element.tag, element.contents));
    }
    let mut rest = element.contents;
    let mut contents = Vec::new();
    while !rest.is_empty() {
        contents.extend(canonical_nested(take(&mut rest)?, depth.checked_sub(1)?)?);
    }
    Some(write(element.tag, &contents))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failure here is what a test is for")]

    use super::*;

    fn canonical_of(mut bytes: &[u8]) -> Option<Vec<u8>> {
        let element = take(&mut bytes)?;
        bytes.is_empty().then(|| canonical(element))?
    }

    #[test]
    fn what_is_not_der_becomes_der() {
        let der = [0x30, 7, 0x02, 1, 5, 0x30, 2, 0x05, 0];
        assert_eq!(canonical_of(&der).unwrap(), der);
        // Lengths of more bytes than needed, and without an end but a mark.
        let long = [0x30, 0x82, 0, 8, 0x02, 0x81, 1, 5, 0x30, 2, 0x05, 0];
        assert_eq!(canonical_of(&long).unwrap(), der);
        let indefinite = [0x30, 0x80, 0x02, 1, 5, 0x30, 0x80, 0x05, 0, 0, 0, 0, 0];
        assert_eq!(canonical_of(&indefinite).unwrap(), der);
        let mut big = vec![0x04, 0x82, 1, 0];
        big.resize(260, 9);
        assert_eq!(canonical_of(&big).unwrap(), big);
    }

    #[test]
    fn what_is_malformed_is_none() {
        let malformed: [&[u8]; 10] = [
            &[],
            &[0x30],
            &[0x30, 1],
            &[0x30, 0x80],
            &[0x30, 0x80, 0],
            &[0x04, 0x80, 0, 0],
            &[0x30, 0x81],
            &[0x30, 0x89, 1, 1, 1, 1, 1, 1, 1, 1, 1],
            &[0x30, 0x88, 255, 255, 255, 255, 255, 255, 255, 255],
            &[0x1f, 1, 1],
        ];
        for bytes in malformed {
            assert!(take(&mut { bytes }).is_none(), "{bytes:?}");
        }
    }

    #[test]
    fn nesting_is_bounded() {
        let nested = |depth| {
            let mut bytes = vec![0x05, 0];
            for _ in 0..depth {
                bytes = write(SEQUENCE, &bytes);
            }
            bytes
        };
        assert_eq!(canonical_of(&nested(32)).unwrap(), nested(32));
        assert_eq!(canonical_of(&nested(33)), None);
        let indefinite = |depth: usize| [[0x30, 0x80].repeat(depth), vec![0; depth * 2]].concat();
        assert!(take(&mut indefinite(32).as_slice()).is_some());
        assert!(take(&mut indefinite(33).as_slice()).is_none());
        assert!(take(&mut indefinite(1_000_000).as_slice()).is_none());
    }

    #[test]
    fn numbers_are_written_short_and_positive() {
        assert_eq!(write_unsigned(&[]), [0x02, 1, 0]);
        assert_eq!(write_unsigned(&[0, 0, 5]), [0x02, 1, 5]);
        assert_eq!(write_unsigned(&[0x80]), [0x02, 2, 0, 0x80]);
        assert_eq!(
            expect_unsigned(&mut [0x02, 2, 0, 0x80].as_slice()).unwrap(),
            [0x80]
        );
        assert_eq!(expect_unsigned(&mut [0x02, 0].as_slice()), None);
        assert_eq!(expect_unsigned(&mut [0x03, 1, 5].as_slice()), None);
    }
}
