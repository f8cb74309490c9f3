//! For each sentence of "APK Signature Scheme v3" and "v3.1" (source.android.com) that says what to
//! verify, an APK in which only that is wrong and everything else is signed again.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    reason = "a failure here is what a test is for"
)]

mod common;

use std::ops::RangeInclusive;

use common::{
    EVER, assert_damaged, assert_damaged_unasked, assert_intact, assert_intact_unasked, of_scheme,
    of_signer, one, three, two, verdict,
};
use diagnose_apks::{
    aapt,
    keys::{Key, algorithm},
    lineage::{self, Level},
    signer::{self, Signature, Signer, Value, attribute},
    signing_block::id,
};
use diagnose_integrity::{
    ContentDigest, Problem, Reason,
    Scheme::{V2, V3, V31},
    SchemeFault, SignerFault, Verdict,
};

const BOTH: [u32; 2] = [algorithm::ECDSA_SHA256, algorithm::ECDSA_SHA512];
const MAX: u32 = 0x7fff_ffff;

/// The levels at which scheme v3 of a file without v3.1 decides.
const LEVELS: [u32; 4] = [28, 32, 33, 35];

fn signer(key: &Key, sdk: RangeInclusive<u32>) -> Signer {
    Signer::v3(&aapt::small(), key, &BOTH, sdk)
}

/// One signer of v3, changed and signed again.
fn signed(change: impl FnOnce(&mut Signer)) -> Vec<u8> {
    let mut signer = signer(&one(), EVER);
    change(&mut signer);
    signer::sign(&aapt::small(), &[(id::V3, &[signer])])
}

#[track_caller]
fn refused(apk: &[u8], fault: &SignerFault) {
    for sdk in LEVELS {
        assert_damaged(apk, sdk, of_signer(V3, fault.clone()));
    }
}

#[test]
fn control_nothing_is_wrong() {
    for sdk in LEVELS {
        assert_intact(&signed(|_| {}), sdk, V3, &[&one()]);
    }
    let below = verdict(&signed(|_| {}), 27);
    assert_eq!(
        below,
        Verdict::NotChecked {
            reason: Reason::NewerSchemes {
                schemes: vec![V3],
                sdk: 27
            }
        }
    );
}

/// "If the v3 Block is present": it decides from 28 on, whatever v2 says.
#[test]
fn the_block_of_v3_decides_from_28_on() {
    let apk = aapt::small();
    let v2 = Signer::v2(&apk, &two(), &BOTH);
    let mut bad_v2 = v2.clone();
    bad_v2.digests[1].1[0] ^= 1;
    let both = signer::sign(
        &apk,
        &[
            (id::V2, std::slice::from_ref(&v2)),
            (id::V3, &[signer(&one(), EVER)]),
        ],
    );
    assert_intact(&both, 27, V2, &[&two()]);
    assert_intact(&both, 28, V3, &[&one()]);
    let bad = signer::sign(
        &apk,
        &[(id::V2, &[bad_v2]), (id::V3, &[signer(&one(), EVER)])],
    );
    let fault = SignerFault::Contents(ContentDigest::ChunkedSha512);
    assert_damaged(&bad, 27, of_signer(V2, fault));
    assert_intact(&bad, 28, V3, &[&one()]);
    let mut bad_v3 = signer(&one(), EVER);
    bad_v3.certificates.clear();
    let bad = signer::sign(&apk, &[(id::V2, &[v2]), (id::V3, &[bad_v3])]);
    assert_intact(&bad, 27, V2, &[&two()]);
    assert_damaged(&bad, 28, of_signer(V3, SignerFault::NoCertificates));
}

/// "Choose the strongest supported signature algorithm ID from signatures."
#[test]
fn the_strongest_supported_signature_counts() {
    assert_intact(
        &signed(|signer| signer.signatures[0].value = Value::By(two())),
        28,
        V3,
        &[&one()],
    );
    let strongest = signed(|signer| signer.signatures[1].value = Value::By(two()));
    refused(&strongest, &SignerFault::Signature("ECDSA with SHA-512"));
    let unknown = signed(|signer| {
        signer.digests = vec![(0x0999, vec![0; 32])];
        signer.signatures = vec![Signature {
            algorithm: 0x0999,
            value: Value::Bytes(vec![0; 70]),
        }];
    });
    refused(&unknown, &SignerFault::NoKnownSignature);
    let none = signed(|signer| signer.signatures.clear());
    refused(&none, &SignerFault::NoSignatures);
}

/// "Verify the corresponding signature from signatures against signed data using public key."
#[test]
fn the_signature_is_that_of_the_public_key_over_the_signed_data() {
    let fault = SignerFault::Signature("ECDSA with SHA-512");
    refused(
        &signed(|signer| signer.after_signing = |bytes| bytes.push(0)),
        &fault,
    );
    refused(
        &signed(|signer| signer.public_key = two().public_key),
        &fault,
    );
    refused(
        &signed(|signer| signer.signatures[1].value = Value::Bytes(vec![])),
        &fault,
    );
}

/// "Verify the min and max SDK versions in the signed data match those specified for the signer."
#[test]
fn the_signed_sdk_levels_are_the_signers() {
    for (signed_sdk, claimed) in [
        (28..=MAX, 27..=MAX),
        (24..=MAX, 28..=MAX),
        (28..=35, 28..=MAX),
        (28..=MAX, 28..=MAX - 1),
        (29..=36, 28..=35),
    ] {
        let apk = signed(|signer| {
            signer.sdk = Some(signed_sdk.clone());
            signer.claimed_sdk = Some(claimed.clone());
        });
        assert_damaged(&apk, 30, of_signer(V3, SignerFault::OtherRange));
    }
}

/// "Verify that the ordered list of signature algorithm IDs in digests and signatures is
/// identical."
#[test]
fn digests_and_signatures_list_the_same_algorithms_in_the_same_order() {
    let fault = SignerFault::Algorithms;
    refused(&signed(|signer| drop(signer.signatures.pop())), &fault);
    refused(&signed(|signer| drop(signer.digests.pop())), &fault);
    refused(&signed(|signer| signer.digests.reverse()), &fault);
    refused(&signed(|signer| signer.signatures.reverse()), &fault);
}

/// "Verify that the computed digest is identical to the corresponding digest from digests."
#[test]
fn the_computed_digest_is_that_of_the_list() {
    let changed = signed(|signer| signer.digests[1].1[63] ^= 0x80);
    refused(
        &changed,
        &SignerFault::Contents(ContentDigest::ChunkedSha512),
    );
}

/// "Verify that SubjectPublicKeyInfo of the first certificate of certificates is identical to
/// public key."
#[test]
fn the_public_key_is_that_of_the_first_certificate() {
    let chain = signed(|signer| signer.certificates.push(two().certificate));
    assert_intact(&chain, 28, V3, &[&one()]);
    let reversed = signed(|signer| signer.certificates.insert(0, two().certificate));
    refused(&reversed, &SignerFault::OtherKey);
    refused(
        &signed(|signer| signer.certificates.clear()),
        &SignerFault::NoCertificates,
    );
}

/// "Verification succeeds if exactly one signer was found in range of the current platform": none.
#[test]
fn one_signer_is_in_range() {
    let apk = aapt::small();
    let late = signer::sign(&apk, &[(id::V3, &[signer(&one(), 30..=MAX)])]);
    assert_intact(&late, 30, V3, &[&one()]);
    for sdk in [28, 29] {
        assert_damaged(&late, sdk, of_scheme(V3, SchemeFault::NoSignerFor(sdk)));
    }
    let early = signer::sign(&apk, &[(id::V3, &[signer(&one(), 28..=30)])]);
    assert_intact(&early, 30, V3, &[&one()]);
    assert_damaged(&early, 31, of_scheme(V3, SchemeFault::NoSignerFor(31)));
    let none = signer::sign(&apk, &[(id::V3, &[])]);
    assert_damaged(&none, 28, of_scheme(V3, SchemeFault::NoSigners));
}

/// "… exactly one signer": more.
#[test]
fn no_second_signer_is_in_range() {
    let apk = aapt::small();
    let rotated = with_lineage(&two(), &[&one(), &two()], 30..=MAX);
    let joined = signer::sign(
        &apk,
        &[(id::V3, &[signer(&one(), 28..=29), rotated.clone()])],
    );
    // apksigner names the newest signer, whatever the level.
    assert_intact_unasked(&joined, 29, V3, &[&one()]);
    assert_intact(&joined, 30, V3, &[&two()]);
    let overlapping = signer::sign(&apk, &[(id::V3, &[signer(&one(), 28..=30), rotated])]);
    assert!(matches!(
        verdict(&overlapping, 30),
        Verdict::Damaged {
            problem: Problem::Scheme {
                scheme: V3,
                fault: SchemeFault::SignersFor(30) | SchemeFault::Ranges
            }
        }
    ));
}

fn with_lineage(key: &Key, keys: &[&Key], sdk: RangeInclusive<u32>) -> Signer {
    let lineage = lineage::attribute(&lineage::levels(keys));
    signer(key, sdk).with_attribute(attribute::PROOF_OF_ROTATION, &lineage)
}

/// Signed by the third key, with a lineage of three that was changed and signed again.
fn rotated(change: impl FnOnce(&mut Vec<Level>)) -> Vec<u8> {
    let mut levels = lineage::levels(&[&one(), &two(), &three()]);
    change(&mut levels);
    let signer = signer(&three(), EVER)
        .with_attribute(attribute::PROOF_OF_ROTATION, &lineage::attribute(&levels));
    signer::sign(&aapt::small(), &[(id::V3, &[signer])])
}

#[test]
fn rotation_control_nothing_is_wrong() {
    for sdk in LEVELS {
        let apk = rotated(|_| {});
        assert_intact(&apk, sdk, V3, &[&three()]);
        let Verdict::Intact { signers, .. } = verdict(&apk, sdk) else {
            panic!("{sdk}")
        };
        let lineage: Vec<_> = signers[0]
            .lineage
            .iter()
            .map(|c| c.digest.to_string())
            .collect();
        assert_eq!(lineage, [one().digest(), two().digest(), three().digest()]);
    }
}

/// "If the proof-of-rotation attribute exists for the signer verify that the struct is valid":
/// each certificate is signed by the one before.
#[test]
fn rotation_each_certificate_is_signed_by_the_one_before() {
    let by_another = rotated(|levels| levels[2].signed_by = Some(one()));
    refused(&by_another, &SignerFault::LineageSignature(3));
    let by_itself = rotated(|levels| levels[1].signed_by = Some(two()));
    refused(&by_itself, &SignerFault::LineageSignature(2));
    let unsigned = rotated(|levels| levels[1].signed_by = None);
    refused(&unsigned, &SignerFault::LineageSignature(2));
    let bit = rotated(|levels| {
        levels[2].at_last = |signature| {
            let last = signature.len() - 1;
            signature[last] ^= 1;
        };
    });
    refused(&bit, &SignerFault::LineageSignature(3));
}

/// "signature algorithm ID … must match the one from signed data section of the next level".
#[test]
fn rotation_the_signed_algorithm_is_that_of_the_level_before() {
    let apk = rotated(|levels| levels[2].parent_algorithm = algorithm::ECDSA_SHA512);
    refused(&apk, &SignerFault::LineageAlgorithm(3));
    let apk = rotated(|levels| {
        levels[0].algorithm = algorithm::ECDSA_SHA512;
        levels[1].signing_algorithm = algorithm::ECDSA_SHA512;
    });
    refused(&apk, &SignerFault::LineageAlgorithm(2));
}

/// The algorithm beside a level is the one by which it signs the next.
#[test]
fn rotation_the_level_signs_by_the_algorithm_that_it_names() {
    let apk = rotated(|levels| {
        levels[0].algorithm = algorithm::ECDSA_SHA512;
        levels[1].parent_algorithm = algorithm::ECDSA_SHA512;
    });
    refused(&apk, &SignerFault::LineageSignature(2));
    let unknown = rotated(|levels| levels[0].algorithm = 0x0999);
    refused(&unknown, &SignerFault::Lineage);
}

/// AOSP, `ApkSigningBlockUtils`: "all signing certificates should be unique".
#[test]
fn rotation_no_certificate_occurs_twice() {
    let levels = lineage::levels(&[&three(), &two(), &three()]);
    let signer = signer(&three(), EVER)
        .with_attribute(attribute::PROOF_OF_ROTATION, &lineage::attribute(&levels));
    let apk = signer::sign(&aapt::small(), &[(id::V3, &[signer])]);
    refused(&apk, &SignerFault::LineageTwice(3));
}

/// "… and this signer is the last certificate in the list."
#[test]
fn rotation_the_signer_is_the_last_certificate() {
    for keys in [&[&one(), &two()][..], &[&three(), &one()], &[&one()]] {
        let apk = signer::sign(
            &aapt::small(),
            &[(id::V3, &[with_lineage(&three(), keys, EVER)])],
        );
        refused(&apk, &SignerFault::LineageEnd);
    }
    let missing_last = rotated(|levels| drop(levels.pop()));
    refused(&missing_last, &SignerFault::LineageEnd);
}

/// The structure itself, signed again by the signer around it.
#[test]
fn rotation_the_struct_is_well_formed() {
    let with = |lineage: &[u8]| {
        let signer = signer(&three(), EVER).with_attribute(attribute::PROOF_OF_ROTATION, lineage);
        signer::sign(&aapt::small(), &[(id::V3, &[signer])])
    };
    let whole = lineage::attribute(&lineage::levels(&[&one(), &two(), &three()]));
    assert_intact(&with(&whole), 30, V3, &[&three()]);
    for length in [0, 3, 8, 100, whole.len() - 1] {
        refused(&with(&whole[..length]), &SignerFault::Lineage);
    }
    let mut version = whole.clone();
    version[0] = 2;
    refused(&with(&version), &SignerFault::Lineage);
    let mut length = whole;
    length[7] = 0x7f;
    refused(&with(&length), &SignerFault::Lineage);
    let no_certificate = rotated(|levels| levels[1].certificate = b"nothing".to_vec());
    refused(&no_certificate, &SignerFault::Lineage);
}

/// AOSP, `ApkSignatureSchemeV3Verifier`: "Encountered multiple Proof-of-rotation records".
#[test]
fn rotation_there_is_one_proof() {
    let lineage = lineage::attribute(&lineage::levels(&[&one(), &two()]));
    let signer = with_lineage(&two(), &[&one(), &two()], EVER)
        .with_attribute(attribute::PROOF_OF_ROTATION, &lineage);
    let apk = signer::sign(&aapt::small(), &[(id::V3, &[signer])]);
    for sdk in LEVELS {
        assert_damaged_unasked(&apk, sdk, of_signer(V3, SignerFault::Lineages));
    }
}

/// "flags": what a former signer may still do is no matter of the file.
#[test]
fn rotation_flags_are_free() {
    assert_intact(&rotated(|levels| levels[0].flags = 0), 30, V3, &[&three()]);
}

/// Scheme v3 by the first key up to 32, v3.1 by the second from 33 or later on.
fn targeted(from: u32, named: u32, change: impl FnOnce(&mut Signer, &mut Signer)) -> Vec<u8> {
    let mut v3 =
        signer(&one(), 28..=MAX).with_attribute(attribute::ROTATION_MIN_SDK, &named.to_le_bytes());
    let mut v31 = with_lineage(&two(), &[&one(), &two()], from..=MAX);
    change(&mut v3, &mut v31);
    signer::sign(&aapt::small(), &[(id::V3, &[v3]), (id::V31, &[v31])])
}

/// v3.1: "Devices that run Android 13 or higher use the rotated signer in the v3.1 block. Devices
/// that run older versions ignore the rotated signer and instead use the original signer in the v3
/// block."
#[test]
fn v31_decides_from_33_on() {
    let apk = targeted(33, 33, |_, _| {});
    for sdk in [28, 30, 32] {
        assert_intact(&apk, sdk, V3, &[&one()]);
    }
    for sdk in [33, 34, 36] {
        assert_intact(&apk, sdk, V31, &[&two()]);
    }
}

/// v3.1: "rotation to target a later release of the platform".
#[test]
fn v31_leaves_levels_before_its_range_to_v3() {
    let apk = targeted(35, 35, |_, _| {});
    for sdk in [32, 33, 34] {
        assert_intact(&apk, sdk, V3, &[&one()]);
    }
    assert_intact(&apk, 35, V31, &[&two()]);
}

/// What is wrong in v3.1 alone is no matter to a device that does not read it.
#[test]
fn v31_every_rule_of_v3_holds_from_33_on() {
    let fault = |change: fn(&mut Signer), fault: SignerFault| {
        let apk = targeted(33, 33, |_, v31| change(v31));
        assert_intact(&apk, 32, V3, &[&one()]);
        for sdk in [33, 35] {
            assert_damaged(&apk, sdk, of_signer(V31, fault.clone()));
        }
    };
    fault(
        |s| s.signatures[1].value = Value::By(one()),
        SignerFault::Signature("ECDSA with SHA-512"),
    );
    fault(|s| s.signatures.clear(), SignerFault::NoSignatures);
    fault(|s| s.claimed_sdk = Some(32..=MAX), SignerFault::OtherRange);
    fault(|s| s.digests.reverse(), SignerFault::Algorithms);
    fault(
        |s| s.digests[1].1[0] ^= 1,
        SignerFault::Contents(ContentDigest::ChunkedSha512),
    );
    fault(
        |s| s.certificates = vec![three().certificate],
        SignerFault::OtherKey,
    );
    fault(|s| s.certificates.clear(), SignerFault::NoCertificates);
    fault(
        |s| {
            let levels = lineage::levels(&[&one(), &three()]);
            s.attributes[0].1 = lineage::attribute(&levels);
        },
        SignerFault::LineageEnd,
    );
    fault(
        |s| {
            let mut levels = lineage::levels(&[&one(), &two()]);
            levels[1].signed_by = Some(three());
            s.attributes[0].1 = lineage::attribute(&levels);
        },
        SignerFault::LineageSignature(2),
    );
    fault(
        |s| s.before_signing = |bytes| bytes[3] = 0x7f,
        SignerFault::Malformed,
    );
}

/// "If … a v3.1 signature with the specified min SDK is not found": stripped.
#[test]
fn v31_that_v3_names_is_there() {
    let v3 =
        signer(&one(), EVER).with_attribute(attribute::ROTATION_MIN_SDK, &33_u32.to_le_bytes());
    let stripped = signer::sign(&aapt::small(), &[(id::V3, &[v3])]);
    for sdk in [28, 32] {
        assert_intact(&stripped, sdk, V3, &[&one()]);
    }
    for sdk in [33, 35] {
        assert_damaged_unasked(
            &stripped,
            sdk,
            of_signer(V3, SignerFault::RotationStripped(33)),
        );
    }
}

/// The level that v3 names is the one at which v3.1 begins.
#[test]
fn v31_begins_at_the_level_that_v3_names() {
    let apk = targeted(35, 34, |_, _| {});
    assert_intact(&apk, 32, V3, &[&one()]);
    assert_damaged(
        &apk,
        35,
        of_signer(
            V3,
            SignerFault::OtherRotation {
                named: 34,
                found: 35,
            },
        ),
    );
    // At 33 v3 decides, since v3.1 begins later, and still has to name where it begins.
    let fault = SignerFault::OtherRotation {
        named: 34,
        found: 35,
    };
    assert_damaged(&apk, 33, of_signer(V3, fault));
}

/// v3.1 adds to v3: alone it is for no device.
#[test]
fn v31_stands_beside_v3() {
    let v31 = with_lineage(&two(), &[&one(), &two()], 33..=MAX);
    let apk = signer::sign(&aapt::small(), &[(id::V31, &[v31])]);
    assert_damaged(&apk, 33, of_scheme(V31, SchemeFault::WithoutV3));
    let below = Verdict::NotChecked {
        reason: Reason::NewerSchemes {
            schemes: vec![V31],
            sdk: 32,
        },
    };
    assert_eq!(verdict(&apk, 32), below);
}
