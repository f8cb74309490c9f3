//! The small signer signs as apksigner understands it, so that what it damages is damaged on purpose.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    reason = "a failure here is what a test is for"
)]

use diagnose_apks::{
    aapt,
    apksigner::{self, Opinion},
    keys::{Key, Kind, algorithm, key},
    lineage,
    signer::{self, Signer, attribute},
    signing_block::id,
};

const EVER: std::ops::RangeInclusive<u32> = 28..=0x7fff_ffff;

/// Files with what apksigner must say of each at an SDK level: scheme and signers.
type Expected<'a> = (&'a str, Vec<u8>, u32, &'a str, Vec<&'a Key>);

fn ask(files: &[Expected]) {
    let apks: Vec<&[u8]> = files.iter().map(|(_, apk, ..)| apk.as_slice()).collect();
    let asked: Vec<_> = files
        .iter()
        .enumerate()
        .map(|(place, file)| (place, file.2, None))
        .collect();
    for ((name, _, sdk, scheme, keys), opinion) in
        files.iter().zip(apksigner::opinions(&apks, &asked))
    {
        let expected = Opinion {
            result: "verified".to_owned(),
            scheme: (*scheme).to_owned(),
            signers: keys.iter().map(|key| key.digest()).collect(),
            issues: String::new(),
        };
        assert_eq!(opinion, expected, "{name} at {sdk}");
    }
}

#[test]
fn every_algorithm_in_v2_and_v3() {
    let apk = signer::page_aligned(&aapt::small());
    let rsa = key(Kind::Rsa(2048), "rsa");
    let kinds = [
        (
            key(Kind::P256, "p256"),
            vec![algorithm::ECDSA_SHA256, algorithm::ECDSA_SHA512],
        ),
        (
            key(Kind::P384, "p384"),
            vec![algorithm::ECDSA_SHA256, algorithm::ECDSA_SHA512],
        ),
        (
            key(Kind::P521, "p521"),
            vec![algorithm::ECDSA_SHA256, algorithm::ECDSA_SHA512],
        ),
        (
            key(Kind::Dsa(2048), "dsa"),
            vec![algorithm::DSA_SHA256, algorithm::VERITY_DSA_SHA256],
        ),
        (
            key(Kind::P256, "p256"),
            vec![algorithm::VERITY_ECDSA_SHA256],
        ),
        (
            rsa,
            vec![
                algorithm::RSA_PSS_SHA256,
                algorithm::RSA_PSS_SHA512,
                algorithm::RSA_PKCS1_SHA256,
                algorithm::RSA_PKCS1_SHA512,
                algorithm::VERITY_RSA_PKCS1_SHA256,
            ],
        ),
    ];
    let mut files = Vec::new();
    let names: Vec<(String, &Key, u32)> = kinds
        .iter()
        .flat_map(|(key, ids)| {
            ids.iter()
                .map(move |id| (format!("{:?} {id:#x}", key.kind), key, *id))
        })
        .collect();
    for (name, key, id) in &names {
        let v2 = signer::sign(&apk, &[(id::V2, &[Signer::v2(&apk, key, &[*id])])]);
        let v3 = signer::sign(&apk, &[(id::V3, &[Signer::v3(&apk, key, &[*id], EVER)])]);
        files.push((name.as_str(), v2, 28, "v2", vec![*key]));
        files.push((name.as_str(), v3, 28, "v3", vec![*key]));
    }
    ask(&files);
}

#[test]
fn signers_and_rotation() {
    let apk = aapt::small();
    let [one, two, three] = ["one", "two", "three"].map(|name| key(Kind::P256, name));
    let algorithms = [algorithm::ECDSA_SHA256, algorithm::ECDSA_SHA512];
    let v2 = |key| Signer::v2(&apk, key, &algorithms);
    let several = signer::sign(&apk, &[(id::V2, &[v2(&one), v2(&two), v2(&three)])]);
    let levels = lineage::levels(&[&one, &two, &three]);
    let rotated = Signer::v3(&apk, &three, &algorithms, EVER)
        .with_attribute(attribute::PROOF_OF_ROTATION, &lineage::attribute(&levels));
    let protected = v2(&one).with_attribute(attribute::STRIPPING_PROTECTION, &[3, 0, 0, 0]);
    let rotated = signer::sign(&apk, &[(id::V2, &[protected]), (id::V3, &[rotated])]);
    ask(&[
        ("several", several, 30, "v2", vec![&one, &two, &three]),
        ("rotated", rotated.clone(), 27, "v2", vec![&one]),
        ("rotated", rotated, 30, "v3", vec![&three]),
    ]);
}
