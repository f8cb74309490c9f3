//! Files of each scheme, algorithm, number of signers and size, whole and damaged: where apksigner
//! has an opinion, ours is the same.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    reason = "a failure here is what a test is for"
)]

mod common;
mod damage;

use common::{EVER, one, signers, three, two, verdict};
use diagnose_apks::{
    aapt,
    apksigner::{self, Flip, Opinion, Signing},
    keys::{Key, Kind, algorithm, key},
    lineage,
    signer::{self, Signer, attribute},
    signing_block::id,
    zip::{self, Entry},
};
use diagnose_integrity::{Scheme, Verdict};

struct File {
    name: String,
    apk: Vec<u8>,
}

/// The same app, signed by apksigner in many ways.
fn signed_by_apksigner() -> Vec<File> {
    let rsa = key(Kind::Rsa(2048), "rsa");
    let old = key(Kind::Rsa(2048), "rsa-2");
    let signing = |name, schemes, min_sdk, signers: &[&Key], lineage: &[&Key]| Signing {
        name,
        schemes,
        min_sdk,
        signers: signers.iter().copied().cloned().collect(),
        lineage: lineage.iter().copied().cloned().collect(),
    };
    let (one, two, three) = (one(), two(), three());
    let eleven: Vec<Key> = (0..11)
        .map(|place| key(Kind::P256, &format!("of-eleven-{place}")))
        .collect();
    let ten: Vec<&Key> = eleven.iter().take(10).collect();
    let signings = [
        signing("v1", "v1", 18, &[&rsa], &[]),
        signing("v2", "v2", 24, &[&rsa], &[]),
        signing("v3", "v3", 28, &[&rsa], &[]),
        signing("v2 v3", "v2,v3", 24, &[&rsa], &[]),
        signing("v1 v2", "v1,v2", 18, &[&rsa], &[]),
        signing("v1 v2 v3", "v1,v2,v3", 18, &[&rsa], &[]),
        signing("v1 v3", "v1,v3", 18, &[&rsa], &[]),
        signing(
            "RSA 1024",
            "v2,v3",
            24,
            &[&key(Kind::Rsa(1024), "rsa-1024")],
            &[],
        ),
        signing(
            "RSA 3072",
            "v2,v3",
            24,
            &[&key(Kind::Rsa(3072), "rsa-3072")],
            &[],
        ),
        signing(
            "RSA 4096",
            "v2,v3",
            24,
            &[&key(Kind::Rsa(4096), "rsa-4096")],
            &[],
        ),
        signing("P-256", "v2,v3", 24, &[&one], &[]),
        signing("P-384", "v2,v3", 24, &[&key(Kind::P384, "p384")], &[]),
        signing("P-521", "v2,v3", 24, &[&key(Kind::P521, "p521")], &[]),
        signing(
            "DSA 2048",
            "v2,v3",
            24,
            &[&key(Kind::Dsa(2048), "dsa")],
            &[],
        ),
        signing("verity", "v2,v3,verity", 28, &[&rsa], &[]),
        signing("verity P-256", "v2,v3,verity", 28, &[&one], &[]),
        signing(
            "verity DSA",
            "v2,v3,verity",
            28,
            &[&key(Kind::Dsa(2048), "dsa")],
            &[],
        ),
        signing("two signers", "v1,v2", 24, &[&rsa, &one], &[]),
        signing("ten signers", "v2", 24, &ten, &[]),
        signing("rotated once", "v1,v2,v3", 24, &[&old, &rsa], &[&old, &rsa]),
        signing(
            "rotated twice",
            "v2,v3",
            24,
            &[&one, &three],
            &[&one, &two, &three],
        ),
        signing(
            "rotated, v3 only",
            "v3",
            28,
            &[&three],
            &[&one, &two, &three],
        ),
        signing(
            "rotated to another kind",
            "v2,v3",
            24,
            &[&rsa, &two],
            &[&rsa, &two],
        ),
    ];
    let apks = apksigner::sign(&aapt::small(), &signings);
    signings
        .iter()
        .zip(apks)
        .map(|(signing, apk)| File {
            name: format!("apksigner, {}", signing.name),
            apk,
        })
        .collect()
}

fn rest(length: usize) -> Vec<u8> {
    (0..length)
        .map(|place| (place % 251) as u8 ^ (place / 4099) as u8)
        .collect()
}

/// Files of other shapes, with a manifest that apksigner can read.
fn unsigned_shapes() -> Vec<(String, Vec<u8>)> {
    let manifest = Entry::copied(&aapt::small(), "AndroidManifest.xml");
    let of = |entries: &[Entry], comment: &[u8]| {
        zip::zip(
            &[std::slice::from_ref(&manifest), entries].concat(),
            comment,
        )
    };
    let filled = |name: &str, total: usize| {
        // The entries end at exactly this many bytes.
        let empty = of(&[Entry::stored(name, b"")], b"");
        let data = rest(total - zip::sections(&empty).contents.end);
        of(&[Entry::stored(name, &data)], b"")
    };
    let mut shapes: Vec<(String, Vec<u8>)> = vec![
        ("the manifest alone".to_owned(), of(&[], b"")),
        (
            "one chunk to the byte".to_owned(),
            filled("assets/a", 1 << 20),
        ),
        (
            "one chunk and a byte".to_owned(),
            filled("assets/a", (1 << 20) + 1),
        ),
        (
            "four chunks and a bit".to_owned(),
            filled("assets/a", (4 << 20) + 12_345),
        ),
        (
            "deflated".to_owned(),
            of(&[Entry::deflated("assets/d", &rest(200_000))], b""),
        ),
        ("a short comment".to_owned(), of(&[], b"c")),
        (
            "a comment with an end record's signature".to_owned(),
            of(&[], b"PK\x05\x06 and what follows it"),
        ),
        ("the longest comment".to_owned(), of(&[], &rest(65_535))),
    ];
    let many: Vec<Entry> = (0..20_000)
        .map(|place| Entry::stored(&format!("assets/some/folder/of/many/{place:07}.txt"), b"x"))
        .collect();
    shapes.push((
        "20,000 entries, a central directory of two chunks".to_owned(),
        of(&many, b""),
    ));
    shapes
}

/// Signed by the small signer, in ways that apksigner does not sign itself.
fn signed_by_the_small_signer() -> Vec<File> {
    let rsa = key(Kind::Rsa(2048), "rsa");
    let mut files = Vec::new();
    for (name, apk) in unsigned_shapes() {
        let both = [algorithm::ECDSA_SHA256, algorithm::ECDSA_SHA512];
        let v2 = Signer::v2(&apk, &one(), &both);
        let v3 = Signer::v3(&apk, &one(), &both, EVER);
        let apk = signer::sign(&apk, &[(id::V2, &[v2]), (id::V3, &[v3])]);
        files.push(File {
            name: format!("small signer, {name}"),
            apk,
        });
    }
    let apk = signer::page_aligned(&aapt::small());
    for ids in [
        &[algorithm::RSA_PSS_SHA256][..],
        &[algorithm::RSA_PSS_SHA512],
        &[algorithm::RSA_PKCS1_SHA512, algorithm::RSA_PSS_SHA256],
        &[
            algorithm::VERITY_RSA_PKCS1_SHA256,
            algorithm::RSA_PKCS1_SHA256,
        ],
        &[
            algorithm::VERITY_RSA_PKCS1_SHA256,
            algorithm::RSA_PKCS1_SHA512,
        ],
    ] {
        let v2 = Signer::v2(&apk, &rsa, ids);
        let v3 = Signer::v3(&apk, &rsa, ids, EVER);
        let apk = signer::sign(&apk, &[(id::V2, &[v2]), (id::V3, &[v3])]);
        files.push(File {
            name: format!("small signer, {ids:x?}"),
            apk,
        });
    }
    let lineage = lineage::attribute(&lineage::levels(&[&one(), &two()]));
    let v3 = Signer::v3(&apk, &two(), &[algorithm::ECDSA_SHA256], EVER)
        .with_attribute(attribute::PROOF_OF_ROTATION, &lineage);
    let v2 = Signer::v2(&apk, &one(), &[algorithm::ECDSA_SHA256])
        .with_attribute(attribute::STRIPPING_PROTECTION, &[3, 0, 0, 0]);
    let apk = signer::sign(&apk, &[(id::V2, &[v2]), (id::V3, &[v3])]);
    files.push(File {
        name: "small signer, rotated".to_owned(),
        apk,
    });
    files
}

fn whole() -> Vec<File> {
    signed_by_apksigner()
        .into_iter()
        .chain(signed_by_the_small_signer())
        .collect()
}

/// Why ours is not apksigner's opinion; none if it is.
fn disagreement(opinion: &Opinion, ours: &Verdict) -> Option<&'static str> {
    match (opinion.result.as_str(), opinion.scheme.as_str()) {
        ("verified", "v1") => (!matches!(ours, Verdict::NotChecked { .. }))
            .then_some("signed by v1 alone for this level: nothing is checked"),
        ("verified", scheme) => {
            let scheme = if scheme == "v3" {
                Scheme::V3
            } else {
                Scheme::V2
            };
            (signers(ours) != Some((scheme, opinion.signers.clone())))
                .then_some("apksigner verified it")
        }
        ("rejected" | "exception", _) => {
            matches!(ours, Verdict::Intact { .. } | Verdict::Unreadable { .. })
                .then_some("apksigner rejected it")
        }
        (other, _) => panic!("{other}"),
    }
}

/// Asks both of each file, and how many were intact, damaged and not checked.
fn compare(files: &[File], asked: &[(usize, u32, Option<Flip>)]) -> [usize; 3] {
    let apks: Vec<&[u8]> = files.iter().map(|file| file.apk.as_slice()).collect();
    let opinions = apksigner::opinions(&apks, asked);
    let ours = damage::in_two_threads(asked, |(file, sdk, flip)| match flip {
        Some(flip) => verdict(&flip.of(&files[*file].apk), *sdk),
        None => verdict(&files[*file].apk, *sdk),
    });
    let mut counts = [0; 3];
    let mut wrong = Vec::new();
    for (((file, sdk, flip), opinion), ours) in asked.iter().zip(&opinions).zip(&ours) {
        counts[match ours {
            Verdict::Intact { .. } => 0,
            Verdict::Damaged { .. } => 1,
            Verdict::NotChecked { .. } => 2,
            Verdict::Unreadable { .. } => panic!("{}: {ours:?}", files[*file].name),
        }] += 1;
        if let Some(why) = disagreement(opinion, ours) {
            let File { name, apk } = &files[*file];
            let place = flip.map(|flip| (flip, damage::region_of(apk, flip.offset)));
            wrong.push(format!(
                "{name} at {sdk}, {place:?}: {why}: {opinion:?} {ours:?}"
            ));
        }
    }
    let first: Vec<_> = wrong.iter().take(5).collect();
    assert!(
        wrong.is_empty(),
        "{} of {}: {first:#?}",
        wrong.len(),
        asked.len()
    );
    counts
}

fn at_levels(files: &[File], levels: &[u32]) -> Vec<(usize, u32, Option<Flip>)> {
    (0..files.len())
        .flat_map(|file| levels.iter().map(move |sdk| (file, *sdk, None)))
        .collect()
}

#[test]
fn whole_files() {
    let files = whole();
    let asked = at_levels(&files, &[24, 27, 28, 30, 33, 35]);
    let [intact, damaged, not_checked] = compare(&files, &asked);
    assert_eq!((files.len(), asked.len()), (38, 228));
    // Not checked: v1 alone at six levels; v3 alone, v1 with v3 and rotated v3 alone at 24 and 27.
    assert_eq!((damaged, not_checked), (0, 12));
    assert_eq!(intact, 216);
}

/// The level at which this region is read.
fn level(region: &str) -> u32 {
    if region.starts_with("v2") { 24 } else { 28 }
}

/// One bit of each byte of a small file in turn.
#[test]
fn one_bit_anywhere() {
    let lineage = lineage::attribute(&lineage::levels(&[&one(), &two()]));
    let (_, apk) = unsigned_shapes().remove(0);
    let v2 = Signer::v2(&apk, &one(), &[algorithm::ECDSA_SHA256]);
    let v3 = Signer::v3(&apk, &two(), &[algorithm::ECDSA_SHA256], EVER)
        .with_attribute(attribute::PROOF_OF_ROTATION, &lineage);
    let apk = signer::sign(&apk, &[(id::V2, &[v2]), (id::V3, &[v3])]);
    let mut asked = Vec::new();
    for (region, range) in damage::regions(&apk) {
        // Of the padding, which nobody reads, only some.
        let step = if range.len() > 1000 { 100 } else { 1 };
        for offset in range.step_by(step) {
            let flip = Flip {
                offset,
                xor: 1 << (offset % 8),
            };
            asked.push((0, level(&region), Some(flip)));
        }
    }
    let files = [File {
        name: "small signer, rotated".to_owned(),
        apk,
    }];
    let [intact, damaged, not_checked] = compare(&files, &asked);
    // Intact: in the padding, and in what a scheme says that does not decide at that level.
    assert!(
        damaged > 2000 && intact < 100 && not_checked < 100,
        "{intact} {damaged} {not_checked}"
    );
}

/// One bit of each byte of a file with scheme v3.1, which Debian's apksigner does not know.
#[test]
fn one_bit_anywhere_beside_v31() {
    let (_, apk) = unsigned_shapes().remove(0);
    let algorithms = [algorithm::ECDSA_SHA256];
    let lineage = lineage::attribute(&lineage::levels(&[&one(), &two()]));
    let v3 = Signer::v3(&apk, &one(), &algorithms, EVER)
        .with_attribute(attribute::ROTATION_MIN_SDK, &33_u32.to_le_bytes());
    let v31 = Signer::v3(&apk, &two(), &algorithms, 33..=0x7fff_ffff)
        .with_attribute(attribute::PROOF_OF_ROTATION, &lineage);
    let apk = signer::sign(&apk, &[(id::V3, &[v3]), (id::V31, &[v31])]);
    let intact = |apk: &[u8], sdk| matches!(verdict(apk, sdk), Verdict::Intact { .. });
    assert!(intact(&apk, 32) && intact(&apk, 33));
    for (region, range) in damage::regions(&apk) {
        // Of the pairs, in the order v3, v3.1, padding, nobody reads on behind the scheme's own.
        let padding = region.starts_with("pair 42726577");
        let v31 = region.starts_with("v3.1") || region.starts_with("pair 1b93ad61");
        let v3 = region.starts_with("v3:") || region.starts_with("v3,");
        for offset in range {
            let damaged = Flip {
                offset,
                xor: 1 << (offset % 8),
            }
            .of(&apk);
            assert_eq!(
                intact(&damaged, 32),
                padding || v31,
                "{region} at 32, {offset}"
            );
            // Whether what v3 says matters beside v3.1 is left open here. And a pair that became
            // longer still begins with the signers.
            if !v3 && region != "pair 1b93ad61: length" {
                assert_eq!(intact(&damaged, 33), padding, "{region} at 33, {offset}");
            }
        }
    }
}

/// One bit in each region of every file.
#[test]
fn one_bit_in_every_region() {
    let mut asked = Vec::new();
    let files = whole();
    for (place, file) in files.iter().enumerate() {
        let regions = damage::regions(&file.apk);
        for (number, (region, range)) in regions.into_iter().enumerate() {
            let middle = range.start.midpoint(range.end);
            let offset = [range.start, middle, range.end - 1][(place + number) % 3];
            let flip = Flip {
                offset,
                xor: 1 << ((place + number) % 8),
            };
            asked.push((place, level(&region), Some(flip)));
        }
    }
    let [intact, damaged, not_checked] = compare(&files, &asked);
    assert!(
        damaged > 5000 && intact > 100 && not_checked > 300,
        "{intact} {damaged} {not_checked}"
    );
}

/// Cut, extended, put together of two files, entries removed, sizes off by one.
#[test]
fn other_damage() {
    let by_apksigner = signed_by_apksigner();
    let named = |name: &str| {
        by_apksigner
            .iter()
            .find(|file| file.name.ends_with(name))
            .unwrap()
    };
    let mut files = Vec::new();
    for name in [
        "v1 v2 v3",
        ", v2 v3",
        "rotated twice",
        "two signers",
        "verity",
        ", v1",
    ] {
        let apk = &named(name).apk;
        for (what, apk) in damage::whole_parts(apk) {
            files.push(File {
                name: format!("{name}: {what}"),
                apk,
            });
        }
        for other in ["P-256", "RSA 4096", ", v2"] {
            for (what, apk) in damage::swapped(apk, &named(other).apk) {
                files.push(File {
                    name: format!("{name} and {other}: {what}"),
                    apk,
                });
            }
        }
    }
    let asked = at_levels(&files, &[24, 28, 33]);
    let [_, damaged, not_checked] = compare(&files, &asked);
    assert!(
        damaged > 300 && not_checked > 100,
        "{damaged} {not_checked}"
    );
}

#[test]
fn one_bad_block() {
    let mut files = Vec::new();
    for File { name, apk } in whole() {
        if [
            "v1 v2 v3",
            ", v2 v3",
            "rotated twice",
            "verity",
            "small signer, rotated",
        ]
        .iter()
        .any(|end| name.ends_with(end))
        {
            for (what, apk) in damage::bad_blocks(&apk) {
                files.push(File {
                    name: format!("{name}: {what}"),
                    apk,
                });
            }
        }
    }
    let [intact, damaged, not_checked] = compare(&files, &at_levels(&files, &[24, 28]));
    // Intact: in the padding, and in the scheme that is not read.
    assert!(
        intact > 20 && damaged > 300 && not_checked > 50,
        "{intact} {damaged} {not_checked}"
    );
}

/// A block of v3 alone whose sizes or pairs are damaged, beside v1, for a level that does not read
/// v3: Android finds no scheme there and goes by v1.
#[test]
fn a_malformed_block_for_a_level_that_reads_none_of_its_schemes() {
    let files: Vec<File> = signed_by_apksigner()
        .into_iter()
        .filter(|file| file.name == "apksigner, v1 v3")
        .collect();
    let [File { apk, .. }] = files.as_slice() else {
        panic!("one file")
    };
    let mut asked = Vec::new();
    for (region, range) in damage::regions(apk) {
        if region.starts_with("block: ")
            || region.starts_with("pair ") && region.ends_with("length")
        {
            asked.extend(range.map(|offset| {
                (
                    0,
                    24,
                    Some(Flip {
                        offset,
                        xor: 1 << (offset % 8),
                    }),
                )
            }));
        }
    }
    assert_eq!(asked.len(), 8 + 8 + 8 + 8 + 16);
    assert_eq!(compare(&files, &asked), [0, 0, asked.len()]);
}

/// The same where v1 names the schemes that were there: whoever lost them is damaged.
#[test]
fn a_malformed_block_of_a_file_whose_v1_names_the_schemes() {
    let files: Vec<File> = signed_by_apksigner()
        .into_iter()
        .filter(|file| file.name == "apksigner, v1 v2 v3")
        .collect();
    let [File { apk, .. }] = files.as_slice() else {
        panic!("one file")
    };
    let mut asked = Vec::new();
    for (region, range) in damage::regions(apk) {
        if region == "block: first size" || region == "block: second size" {
            for offset in range {
                let flip = Flip {
                    offset,
                    xor: 1 << (offset % 8),
                };
                asked.extend([24, 28].map(|sdk| (0, sdk, Some(flip))));
            }
        }
    }
    assert_eq!(asked.len(), 32);
    assert_eq!(compare(&files, &asked), [0, asked.len(), 0]);
}
