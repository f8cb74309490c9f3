//! Whether a certificate is well formed (RFC 5280, section 4.1). Nothing of what it says is believed: in an APK a
//! certificate only carries a key. But what Java cannot read, no Android takes.
//!
//! As strict as apksigner, which reads a certificate that is not DER once more leniently: it does not look at whether a
//! tag is said to be constructed, at what follows the key, unless it is an extension that must be understood, or at
//! what follows the signature.

use std::ops::RangeInclusive;

use crate::der::{self, Element};

const BOOLEAN: u8 = 0x01;
const OCTET_STRING: u8 = 0x04;
/// Of a tag: its contents are elements.
const CONSTRUCTED: u8 = 0x20;
/// 2.5.29.19, id-ce-basicConstraints.
const BASIC_CONSTRAINTS: &[u8] = &[0x55, 0x1d, 19];
const NULL: u8 = 0x05;
const UTC_TIME: u8 = 0x17;
const GENERALIZED_TIME: u8 = 0x18;
/// The `[0]` in front of the version.
const VERSION: u8 = 0xa0;
/// The `[1]` and `[2]` of the unique identifiers, if they were constructed.
const UNIQUE_IDS: [u8; 2] = [0xa1, 0xa2];
/// The `[3]` in front of the extensions.
const EXTENSIONS: u8 = 0xa3;
/// X.509 version 3.
const V3: u8 = 2;

/// Where subject and key of a certificate are.
pub(crate) struct Fields<'a> {
    pub(crate) subject: &'a [u8],
    pub(crate) spki: Element<'a>,
}

/// The contents of the first element, which must be of this tag, constructed or not.
fn expect<'a>(input: &mut &'a [u8], tag: u8) -> Option<&'a [u8]> {
    der::take(input)
        .filter(|element| element.tag | CONSTRUCTED == tag | CONSTRUCTED)
        .map(|element| element.contents)
}

/// None where it is no certificate.
pub(crate) fn fields(bytes: &[u8]) -> Option<Fields<'_>> {
    let mut certificate = expect(&mut { bytes }, der::SEQUENCE)?;
    let mut to_be_signed = expect(&mut certificate, der::SEQUENCE)?;
    let outer_algorithm = expect(&mut certificate, der::SEQUENCE)?;
    // The issuer's signature over all that: it has to be there; nobody checks it in an APK.
    let (unused_bits, _) = expect(&mut certificate, der::BIT_STRING)?.split_first()?;
    let input = &mut to_be_signed;
    let version = version(input)?;
    if expect(input, der::INTEGER)?.is_empty() {
        return None;
    }
    let algorithm = expect(input, der::SEQUENCE)?;
    let issuer = expect(input, der::SEQUENCE)?;
    let validity = expect(input, der::SEQUENCE)?;
    let subject = expect(input, der::SEQUENCE)?;
    let spki = der::take(input).filter(|element| element.tag | CONSTRUCTED == der::SEQUENCE)?;
    let well_formed = *unused_bits < 8
        && is_algorithm(algorithm)
        && is_algorithm(outer_algorithm)
        && contents_of(algorithm) == contents_of(outer_algorithm)
        && !issuer.is_empty()
        && is_name(issuer)
        && is_name(subject)
        && is_validity(validity)
        && (version != V3 || has_readable_extensions(to_be_signed));
    well_formed.then_some(Fields { subject, spki })
}

/// Version 1 is not written.
fn version(input: &mut &[u8]) -> Option<u8> {
    if input.first() != Some(&VERSION) {
        return Some(0);
    }
    let mut explicit = der::take(input)?.contents;
    match der::take(&mut explicit)?.contents {
        [number @ 0..=V3] => Some(*number),
        _ => None,
    }
}

/// What the elements hold, whatever their tags say.
fn contents_of(mut input: &[u8]) -> Vec<&[u8]> {
    std::iter::from_fn(|| der::take(&mut input).map(|element| element.contents)).collect()
}

/// An object identifier, and its parameters, if any.
fn is_algorithm(mut input: &[u8]) -> bool {
    if !takes_identifier(&mut input) {
        return false;
    }
    if input.is_empty() {
        return true;
    }
    der::take(&mut input).is_some_and(|element| element.tag != NULL || element.contents.is_empty())
        && input.is_empty()
}

/// X.690, section 8.19.2: no number begins with an octet 80, and the last one ends.
fn takes_identifier(input: &mut &[u8]) -> bool {
    let Some(id) = expect(input, der::OBJECT_IDENTIFIER) else {
        return false;
    };
    let mut begins = true;
    for byte in id {
        if begins && *byte == 0x80 {
            return false;
        }
        begins = byte & 0x80 == 0;
    }
    begins && !id.is_empty()
}

/// Sets of pairs of identifier and value.
fn is_name(mut input: &[u8]) -> bool {
    each(&mut input, der::SET, |mut names| {
        each(&mut names, der::SEQUENCE, |mut pair| {
            takes_identifier(&mut pair) && der::take(&mut pair).is_some() && pair.is_empty()
        })
    })
}

/// Whether there are elements of this tag up to the end, of which each passes.
fn each(input: &mut &[u8], tag: u8, passes: impl Fn(&[u8]) -> bool) -> bool {
    while !input.is_empty() {
        if !expect(input, tag).is_some_and(&passes) {
            return false;
        }
    }
    true
}

/// Two times.
fn is_validity(mut input: &[u8]) -> bool {
    (0..2).all(|_| der::take(&mut input).is_some_and(is_time)) && input.is_empty()
}

/// With or without seconds, fractions of them, and an offset from UTC.
fn is_time(element: Element<'_>) -> bool {
    let year = match element.tag & !CONSTRUCTED {
        UTC_TIME => 2,
        GENERALIZED_TIME => 4,
        _ => return false,
    };
    let Some((year, mut rest)) = element.contents.split_at_checked(year) else {
        return false;
    };
    let mut next = || match rest {
        [a @ b'0'..=b'9', b @ b'0'..=b'9', after @ ..] => {
            rest = after;
            Some((a - b'0') * 10 + (b - b'0'))
        }
        _ => None,
    };
    let mut within =
        |range: RangeInclusive<u8>| next().is_some_and(|number| range.contains(&number));
    if !(year.iter().all(u8::is_ascii_digit)
        && within(1..=12)
        && within(1..=31)
        && within(0..=23)
        && within(0..=59))
    {
        return false;
    }
    let seconds = next();
    if seconds.is_some_and(|seconds| seconds > 59) {
        return false;
    }
    let rest = match rest.strip_prefix(b".") {
        Some(fraction) if seconds.is_some() && year.len() == 4 => {
            let digits = fraction
                .iter()
                .take_while(|byte| byte.is_ascii_digit())
                .count();
            fraction
                .get(digits..)
                .filter(|_| digits > 0)
                .unwrap_or(b".")
        }
        _ => rest,
    };
    match rest {
        b"Z" => true,
        [b'+' | b'-', a, b, c, d] => {
            let digits = [a, b, c, d].map(|byte| byte.is_ascii_digit());
            digits == [true; 4] && [*a, *b] < *b"24" && [*c, *d] < *b"60"
        }
        _ => false,
    }
}

/// Whether what follows the key is made of whole elements, and the extensions among them of extensions.
fn has_readable_extensions(mut input: &[u8]) -> bool {
    while !input.is_empty() {
        let Some(element) = der::take(&mut input) else {
            return false;
        };
        // A unique identifier is a string of bits.
        if UNIQUE_IDS.contains(&element.tag) {
            return false;
        }
        if element.tag != EXTENSIONS {
            continue;
        }
        let mut explicit = element.contents;
        let Some(list) = der::take(&mut explicit) else {
            return false;
        };
        let mut extensions = list.contents;
        while !extensions.is_empty() {
            if !der::take(&mut extensions).is_some_and(|it| is_readable_extension(it.contents)) {
                return false;
            }
        }
    }
    true
}

fn is_readable_extension(mut input: &[u8]) -> bool {
    let start = input;
    if !takes_identifier(&mut input) {
        return false;
    }
    let id = expect(&mut { start }, der::OBJECT_IDENTIFIER);
    let mut critical = false;
    if input.first() == Some(&BOOLEAN) {
        let Some([value]) = expect(&mut input, BOOLEAN) else {
            return false;
        };
        critical = *value != 0;
    }
    let Some(mut value) = expect(&mut input, OCTET_STRING) else {
        return false;
    };
    if id != Some(BASIC_CONSTRAINTS) || !critical {
        return true;
    }
    // Whether it is an authority, and how many may follow it: each may be left out.
    der::expect(&mut value, der::SEQUENCE)
        .is_some_and(|fields| fields.is_empty() || der::take(&mut { fields }).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_of_two_kinds() {
        let time = |tag, text: &str| {
            is_time(Element {
                tag,
                contents: text.as_bytes(),
            })
        };
        for text in [
            "2611241200Z",
            "261124120059Z",
            "2611241200+0130",
            "261124120000-2359",
        ] {
            assert!(time(UTC_TIME, text), "{text}");
            assert!(time(GENERALIZED_TIME, &format!("20{text}")), "{text}");
        }
        assert!(time(GENERALIZED_TIME, "20261124120000.123Z"));
        for text in [
            "",
            "26",
            "2613241200Z",
            "2600241200Z",
            "2611001200Z",
            "2611322400Z",
            "2611242400Z",
            "2611241260Z",
            "261124120060Z",
            "2611241200",
            "2611241200+2400",
            "2611241200+0060",
            "2611241200+01",
            "26112412aaZ",
            "261124120000.1Z",
            "2611241200ZZ",
            "a611241200Z",
        ] {
            assert!(!time(UTC_TIME, text), "{text}");
        }
        for text in ["20261124120000.Z", "20261124120000.1", "202611241200.1Z"] {
            assert!(!time(GENERALIZED_TIME, text), "{text}");
        }
        assert!(!time(NULL, "2611241200Z"));
    }

    #[test]
    fn identifiers_end_and_do_not_begin_with_nothing() {
        for (bytes, is_one) in [
            (&[6, 1, 42][..], true),
            (&[6, 2, 0x86, 0x48], true),
            (&[6, 0], false),
            (&[6, 1, 0x86], false),
            (&[6, 2, 0x80, 1], false),
            (&[6, 3, 42, 0x80, 1], false),
            (&[5, 1, 42], false),
        ] {
            assert_eq!(takes_identifier(&mut { bytes }), is_one, "{bytes:?}");
        }
    }

    #[test]
    fn an_algorithm_has_parameters_or_none() {
        for (bytes, is_one) in [
            (&[6, 1, 42][..], true),
            (&[6, 1, 42, 5, 0], true),
            (&[6, 1, 42, 4, 1, 7], true),
            (&[6, 1, 42, 5, 1, 0], false),
            (&[6, 1, 42, 5, 0, 5, 0], false),
            (&[6, 1, 42, 5], false),
        ] {
            assert_eq!(is_algorithm(bytes), is_one, "{bytes:?}");
        }
    }
}
