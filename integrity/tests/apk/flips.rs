//! Files that were intact, with one bit flipped, cut short or made longer: none stays intact, but
//! where the damage is in what no signature covers and no device of that level reads.

use std::ops::Range;

use diagnose_integrity::{Verdict, Work, verify_apk};

use crate::corpus::{describe, read};

const V2: u32 = 0x7109_871a;
const V3: u32 = 0xf053_68c0;
const V31: u32 = 0x1b93_ad61;

/// File, SDK level, and which pairs of the signing block decide there.
const CASES: [(&str, u32, &[u32]); 11] = [
    ("v2-only-with-rsa-pkcs1-sha256-1024.apk", 24, &[V2]),
    ("v2-only-with-rsa-pss-sha256-2048.apk", 34, &[V2]),
    ("v2-only-with-ecdsa-sha256-p256.apk", 28, &[V2]),
    ("v2-only-with-dsa-sha256-1024.apk", 30, &[V2]),
    ("v2-only-two-signers.apk", 24, &[V2]),
    ("golden-rsa-verity-out.apk", 30, &[V3]),
    ("golden-unaligned-v1v2v3-lineage-out.apk", 24, &[V2]),
    ("golden-unaligned-v1v2v3-lineage-out.apk", 28, &[V3]),
    ("v31-ec-p256-2-tgt-33-1-tgt-28-targetSdk-30.apk", 24, &[V2]),
    ("v31-ec-p256-2-tgt-33-1-tgt-28-targetSdk-30.apk", 30, &[V3]),
    (
        "v31-ec-p256-2-tgt-33-1-tgt-28-targetSdk-30.apk",
        34,
        &[V3, V31],
    ),
];

fn verdict(apk: &[u8], sdk: u32) -> Verdict {
    verify_apk(&apk, sdk, &Work::default()).unwrap()
}

fn is_intact(apk: &[u8], sdk: u32) -> bool {
    matches!(verdict(apk, sdk), Verdict::Intact { .. })
}

fn u32_at(bytes: &[u8], at: usize) -> usize {
    u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap()) as usize
}

/// Where the pairs of the signing block are, with their ids. Each range starts with the length.
fn pairs(apk: &[u8]) -> Vec<(u32, Range<usize>)> {
    let end = (0..=apk.len() - 22)
        .rev()
        .find(|at| apk[*at..].starts_with(b"PK\x05\x06"))
        .unwrap();
    let directory = u32_at(apk, end + 16);
    let mut at = directory - u32_at(apk, directory - 24);
    let mut pairs = Vec::new();
    while at < directory - 24 {
        let next = at + 8 + u32_at(apk, at);
        pairs.push((u32_at(apk, at + 8) as u32, at..next));
        at = next;
    }
    pairs
}

#[test]
fn one_flipped_bit_is_never_intact_where_a_signature_covers_it() {
    for (file, sdk, deciding) in CASES {
        let Some(mut apk) = read(file) else { return };
        assert!(is_intact(&apk, sdk), "{file} at {sdk}");
        let pairs = pairs(&apk);
        let decides = |id: &u32| deciding.contains(id);
        let found = pairs.iter().filter(|(id, _)| decides(id)).count();
        assert_eq!(
            found,
            deciding.len(),
            "{file}: the deciding pairs are there"
        );
        for at in 0..apk.len() {
            let pair = pairs.iter().find(|(_, range)| range.contains(&at));
            // Of long stretches that are covered, or not, as a whole, some of the bytes do.
            let step = match pair {
                _ if at < pairs[0].1.start - 8 => 97,
                Some((_, range)) if at < range.start + 64 => 1,
                Some((id, _)) if decides(id) => 11,
                Some(_) => 97,
                None => 1,
            };
            if at % step != 0 {
                continue;
            }
            apk[at] ^= 1 << (at % 8);
            let found = verdict(&apk, sdk);
            apk[at] ^= 1 << (at % 8);
            let intact = matches!(found, Verdict::Intact { .. });
            let text = || format!("{file} at {sdk}, byte {at}: {}", describe(&found));
            match pair {
                // A length that reaches too far Android does not see, if no pair that it looks for
                // comes after.
                Some((_, range)) if at < range.start + 8 => {}
                // What is in a pair that is not looked for is nobody's business, but for an id.
                Some((id, range)) if !decides(id) => {
                    assert!(intact || at < range.start + 12, "{}", text());
                }
                _ => assert!(!intact, "{}", text()),
            }
        }
    }
}

#[test]
fn a_file_cut_short_or_made_longer_is_never_intact() {
    for (file, sdk, _) in CASES {
        let Some(apk) = read(file) else { return };
        for length in (0..apk.len())
            .rev()
            .step_by(61)
            .chain(apk.len() - 70..apk.len())
        {
            assert!(!is_intact(&apk[..length], sdk), "{file} cut to {length}");
        }
        for more in [1, 2, 22, 4096, 70_000] {
            let mut longer = apk.clone();
            longer.resize(apk.len() + more, 0);
            assert!(!is_intact(&longer, sdk), "{file} with {more} bytes more");
            let mut later = vec![0; more];
            later.extend(&apk);
            assert!(!is_intact(&later, sdk), "{file} after {more} bytes");
        }
    }
}

#[test]
fn a_comment_that_was_added_is_damage() {
    for (file, sdk, _) in CASES {
        let Some(mut apk) = read(file) else { return };
        let length = apk.len();
        apk[length - 2] = 3;
        apk.extend(b"abc");
        let Verdict::Damaged { problem } = verdict(&apk, sdk) else {
            panic!("{file} at {sdk}");
        };
        assert!(
            problem
                .to_string()
                .contains(": the contents do not have the signed SHA-256")
        );
    }
}

#[test]
fn contents_of_another_file_under_a_good_signature_are_damage() {
    let (Some(one), Some(other)) = (
        read("v2-only-with-rsa-pkcs1-sha256-1024.apk"),
        read("v2-only-with-rsa-pkcs1-sha512-1024.apk"),
    ) else {
        return;
    };
    // The two differ in the signing block alone, and in the offset that it moves.
    let start = |apk: &[u8]| pairs(apk)[0].1.start - 8;
    let end = |apk: &[u8]| pairs(apk).last().unwrap().1.end + 24;
    let mut swapped = one[..start(&one)].to_vec();
    swapped.extend(&other[start(&other)..end(&other)]);
    let offset = swapped.len() as u32;
    swapped.extend(&one[end(&one)..]);
    let field = swapped.len() - 6;
    swapped[field..field + 4].copy_from_slice(&offset.to_le_bytes());
    let text = describe(&verdict(&swapped, 24));
    // Built from the same input with the same tool: the swapped block signs the same contents.
    let same = one[..start(&one)] == other[..start(&other)];
    assert_eq!(text.starts_with("intact"), same, "{text}");
    swapped[0] ^= 1;
    assert_eq!(
        describe(&verdict(&swapped, 24)),
        "damaged: APK Signature Scheme v2, signer 1: the contents do not have the signed SHA-512 digest"
    );
}
