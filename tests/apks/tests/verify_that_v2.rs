//! For each sentence of "APK Signature Scheme v2" (source.android.com, "APK Signature Scheme v2
//! verification") that says what to verify, an APK in which only that is wrong and everything else
//! is signed again.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    reason = "a failure here is what a test is for"
)]

mod common;

use common::{
    assert_damaged, assert_damaged_unasked, assert_intact, of_scheme, of_signer, one, three, two,
    verdict,
};
use diagnose_apks::{
    aapt,
    keys::{Kind, algorithm, key},
    signer::{self, Signature, Signer, Value, attribute},
    signing_block::{self, MAGIC, id},
    zip::{self, Entry},
};
use diagnose_integrity::{
    BlockError, ContentDigest, EntryProblem, Problem, Reason, Scheme::V2, SchemeFault, SignerFault,
    Verdict,
};

const BOTH: [u32; 2] = [algorithm::ECDSA_SHA256, algorithm::ECDSA_SHA512];

/// One signer with two algorithms, changed and signed again.
fn signed(change: impl FnOnce(&mut Signer)) -> Vec<u8> {
    let apk = aapt::small();
    let mut signer = Signer::v2(&apk, &one(), &BOTH);
    change(&mut signer);
    signer::sign(&apk, &[(id::V2, &[signer])])
}

/// Damaged by this fault of its only signer, on every level that reads v2 alone or v2 too.
#[track_caller]
fn refused(apk: &[u8], fault: &SignerFault) {
    for sdk in [24, 27, 28, 35] {
        assert_damaged(apk, sdk, of_signer(V2, fault.clone()));
    }
}

#[test]
fn control_nothing_is_wrong() {
    for sdk in [24, 27, 28, 33, 35] {
        assert_intact(&signed(|_| {}), sdk, V2, &[&one()]);
    }
    let reason = verdict(&signed(|_| {}), 23);
    assert!(
        matches!(
            reason,
            Verdict::NotChecked {
                reason: Reason::NewerSchemes { .. }
            }
        ),
        "{reason:?}"
    );
}

/// "Find the APK Signing Block and verify that two size fields of APK Signing Block contain the
/// same value."
#[test]
fn two_size_fields_of_the_block_contain_the_same_value() {
    let apk = signed(|_| {});
    let block = zip::sections(&apk).block;
    let size = block.len() as u64 - 8;
    for (first, second) in [
        (size + 1, size),
        (size - 1, size),
        (0, size),
        (u64::MAX, size),
    ] {
        let mut apk = apk.clone();
        apk[block.start..block.start + 8].copy_from_slice(&first.to_le_bytes());
        assert_damaged(
            &apk,
            28,
            Problem::Block(BlockError::Sizes { first, second }),
        );
    }
    // The second one leads to another place, where the first is expected.
    for second in [size + 1, size - 1, size - 8] {
        let mut apk = apk.clone();
        apk[block.end - 24..block.end - 16].copy_from_slice(&second.to_le_bytes());
        let verdict = verdict(&apk, 28);
        let Verdict::Damaged {
            problem: Problem::Block(BlockError::Sizes { second: told, .. }),
        } = verdict
        else {
            panic!("{verdict:?}");
        };
        assert_eq!(told, second);
    }
    for second in [u64::MAX, 1 << 40, apk.len() as u64, 23, 0] {
        let mut apk = apk.clone();
        apk[block.end - 24..block.end - 16].copy_from_slice(&second.to_le_bytes());
        assert_damaged(&apk, 28, Problem::Block(BlockError::Size(second)));
    }
}

/// "… verify that ZIP Central Directory is immediately followed by ZIP End of Central Directory
/// record."
#[test]
fn the_central_directory_is_followed_by_the_end_record() {
    let apk = signed(|_| {});
    let end = zip::sections(&apk).end.start;
    for gap in [&b"\0"[..], b"gap", &[0; 4096]] {
        let apk = [&apk[..end], gap, &apk[end..]].concat();
        assert_damaged(&apk, 28, Problem::Gap);
    }
}

/// "… verify that ZIP End of Central Directory is not followed by more data."
#[test]
fn the_end_record_is_not_followed_by_more_data() {
    let apk = signed(|_| {});
    for more in [&b"\0"[..], b"more", &[0; 70_000]] {
        // Nobody finds the end record then: Android refuses the file, and so nothing is checked.
        let verdict = verdict(&[&apk, more].concat(), 28);
        assert_eq!(
            verdict,
            Verdict::NotChecked {
                reason: Reason::NoEnd
            }
        );
    }
    // Taken in as a comment, it changes the end record, which is signed.
    let mut longer = [&apk[..], b"more"].concat();
    let end = zip::sections(&apk).end.start;
    longer[end + 20] = 4;
    refused(
        &longer,
        &SignerFault::Contents(ContentDigest::ChunkedSha512),
    );
}

/// "Locate the first APK Signature Scheme v2 Block": a second one is not read.
#[test]
fn the_first_block_of_the_scheme_counts() {
    let apk = aapt::small();
    let good = signer::scheme(&[Signer::v2(&apk, &one(), &BOTH)]);
    let bad = signer::scheme(&[]);
    let with = |values: [&Vec<u8>; 2]| {
        let pairs = values.map(|value| (id::V2, value.clone()));
        signing_block::insert(&apk, &signing_block::block(&pairs, true))
    };
    assert_intact(&with([&good, &bad]), 28, V2, &[&one()]);
    assert_damaged(
        &with([&bad, &good]),
        28,
        of_scheme(V2, SchemeFault::NoSigners),
    );
}

/// "If the v2 Block is present": without one, only v1 could have signed.
#[test]
fn without_a_block_of_the_scheme_nothing_is_checked() {
    let apk = aapt::small();
    let other = signing_block::block(&[(id::SOURCE_STAMP, vec![0; 99])], true);
    for apk in [apk.clone(), signing_block::insert(&apk, &other)] {
        assert_eq!(
            verdict(&apk, 28),
            Verdict::NotChecked {
                reason: Reason::NoScheme
            }
        );
    }
}

/// "Choose the strongest supported signature algorithm ID from signatures."
#[test]
fn the_strongest_supported_signature_counts() {
    let broken = |place: usize| {
        signed(|signer| {
            let Signature { algorithm, .. } = signer.signatures[place];
            signer.signatures[place].value = Value::By(two());
            signer.signatures[place].algorithm = algorithm;
        })
    };
    // SHA-256 beside SHA-512: nobody looks at it.
    assert_intact(&broken(0), 28, V2, &[&one()]);
    refused(&broken(1), &SignerFault::Signature("ECDSA with SHA-512"));
}

/// "Choose the strongest supported signature algorithm ID": what is unknown is passed over.
#[test]
fn unknown_algorithms_are_passed_over() {
    let unknown = |signer: &mut Signer| {
        signer.digests.insert(0, (0x0999, vec![7; 64]));
        signer.signatures.insert(
            0,
            Signature {
                algorithm: 0x0999,
                value: Value::Bytes(vec![1; 70]),
            },
        );
    };
    assert_intact(&signed(unknown), 28, V2, &[&one()]);
    let only_unknown = signed(|signer| {
        unknown(signer);
        signer.digests.truncate(1);
        signer.signatures.truncate(1);
    });
    refused(&only_unknown, &SignerFault::NoKnownSignature);
    let none = signed(|signer| {
        signer.digests.clear();
        signer.signatures.clear();
    });
    refused(&none, &SignerFault::NoSignatures);
}

/// "Verify the corresponding signature from signatures against signed data using public key."
#[test]
fn the_signature_is_that_of_the_public_key_over_the_signed_data() {
    let fault = SignerFault::Signature("ECDSA with SHA-512");
    let by_another_key = signed(|signer| {
        for signature in &mut signer.signatures {
            signature.value = Value::By(two());
        }
    });
    refused(&by_another_key, &fault);
    let of_another_algorithm = signed(|signer| {
        signer.signatures[1].value = Value::ByOther(one(), algorithm::ECDSA_SHA256);
    });
    refused(&of_another_algorithm, &fault);
    let of_other_data = signed(|signer| {
        // Trailing bytes that no reader reads.
        signer.after_signing = |bytes| bytes.push(0);
    });
    refused(&of_other_data, &fault);
    let empty = signed(|signer| signer.signatures[1].value = Value::Bytes(Vec::new()));
    refused(&empty, &fault);
    let another_public_key = signed(|signer| signer.public_key = two().public_key);
    refused(&another_public_key, &fault);
}

/// The same for each algorithm.
#[test]
fn the_signature_is_that_of_the_public_key_for_each_algorithm() {
    let apk = signer::page_aligned(&aapt::small());
    let two_of = |kind, name: &str| (key(kind, name), key(kind, &format!("{name}-2")));
    let rsa = two_of(Kind::Rsa(2048), "rsa");
    let dsa = two_of(Kind::Dsa(2048), "dsa");
    let p256 = (one(), two());
    let p384 = two_of(Kind::P384, "p384");
    let p521 = two_of(Kind::P521, "p521");
    let cases = [
        (&rsa, algorithm::RSA_PSS_SHA256, "RSA-PSS with SHA-256"),
        (&rsa, algorithm::RSA_PSS_SHA512, "RSA-PSS with SHA-512"),
        (&rsa, algorithm::RSA_PKCS1_SHA256, "RSA with SHA-256"),
        (&rsa, algorithm::RSA_PKCS1_SHA512, "RSA with SHA-512"),
        (
            &rsa,
            algorithm::VERITY_RSA_PKCS1_SHA256,
            "RSA with SHA-256 verity",
        ),
        (&p256, algorithm::ECDSA_SHA256, "ECDSA with SHA-256"),
        (&p256, algorithm::ECDSA_SHA512, "ECDSA with SHA-512"),
        (
            &p256,
            algorithm::VERITY_ECDSA_SHA256,
            "ECDSA with SHA-256 verity",
        ),
        (&p384, algorithm::ECDSA_SHA512, "ECDSA with SHA-512"),
        (&p521, algorithm::ECDSA_SHA256, "ECDSA with SHA-256"),
        (&dsa, algorithm::DSA_SHA256, "DSA with SHA-256"),
        (
            &dsa,
            algorithm::VERITY_DSA_SHA256,
            "DSA with SHA-256 verity",
        ),
    ];
    for ((key, other), id, name) in cases {
        let mut signer = Signer::v2(&apk, key, &[id]);
        assert_intact(
            &signer::sign(&apk, &[(id::V2, std::slice::from_ref(&signer))]),
            28,
            V2,
            &[key],
        );
        signer.signatures[0].value = Value::By(other.clone());
        let signed = signer::sign(&apk, &[(id::V2, &[signer])]);
        assert_damaged(&signed, 28, of_signer(V2, SignerFault::Signature(name)));
    }
}

/// "Verify that the ordered list of signature algorithm IDs in digests and signatures is
/// identical."
#[test]
fn digests_and_signatures_list_the_same_algorithms_in_the_same_order() {
    let fault = SignerFault::Algorithms;
    let stripped_signature = signed(|signer| {
        signer.signatures.pop();
    });
    refused(&stripped_signature, &fault);
    let stripped_digest = signed(|signer| {
        signer.digests.remove(0);
    });
    refused(&stripped_digest, &fault);
    refused(&signed(|signer| signer.digests.reverse()), &fault);
    refused(&signed(|signer| signer.signatures.reverse()), &fault);
    let twice = signed(|signer| {
        let last = signer.signatures[1].clone();
        signer.signatures.push(last);
    });
    refused(&twice, &fault);
    let another = signed(|signer| {
        signer.digests[0].0 = algorithm::RSA_PKCS1_SHA256;
    });
    refused(&another, &fault);
}

/// "Verify that the computed digest is identical to the corresponding digest from digests."
#[test]
fn the_computed_digest_is_that_of_the_list() {
    let changed = signed(|signer| signer.digests[1].1[0] ^= 1);
    refused(
        &changed,
        &SignerFault::Contents(ContentDigest::ChunkedSha512),
    );
    let shortened = signed(|signer| {
        signer.digests[1].1.pop();
    });
    refused(
        &shortened,
        &SignerFault::Contents(ContentDigest::ChunkedSha512),
    );
    let empty = signed(|signer| signer.digests[1].1.clear());
    refused(&empty, &SignerFault::Contents(ContentDigest::ChunkedSha512));
}

/// The same for each digest, with contents, central directory and end record changed in turn.
#[test]
fn the_computed_digest_covers_contents_central_directory_and_end_record() {
    let comment = b"a comment";
    let entries = [
        Entry::copied(&aapt::small(), "AndroidManifest.xml"),
        Entry::stored("large", &vec![2; 3 << 20]).aligned(4096),
    ];
    let apk = signer::page_aligned(&zip::zip(&entries, comment));
    let verity = algorithm::VERITY_ECDSA_SHA256;
    for (id, digest) in [
        (algorithm::ECDSA_SHA256, ContentDigest::ChunkedSha256),
        (algorithm::ECDSA_SHA512, ContentDigest::ChunkedSha512),
        (verity, ContentDigest::VeritySha256),
    ] {
        let signed = signer::sign(&apk, &[(id::V2, &[Signer::v2(&apk, &one(), &[id])])]);
        assert_intact(&signed, 28, V2, &[&one()]);
        let sections = zip::sections(&signed);
        for offset in [
            0,
            4096,
            (1 << 20) - 1,
            1 << 20,
            (2 << 20) + 5,
            sections.contents.end - 1,
            sections.directory.start + 10,
            sections.directory.end - 1,
            sections.end.start + 4,
            sections.end.end - 1,
        ] {
            let mut changed = signed.clone();
            changed[offset] ^= 0x10;
            assert_damaged(&changed, 28, of_signer(V2, SignerFault::Contents(digest)));
        }
    }
}

/// AOSP, `VerityBuilder`: "APK Signing Block does not start at the page boundary".
#[test]
fn the_verity_digest_needs_whole_pages() {
    let apk = signer::page_aligned(&aapt::small());
    let odd = signing_block::insert(&apk, b"z");
    let id = algorithm::VERITY_ECDSA_SHA256;
    let of = |apk: &[u8]| signer::sign(apk, &[(id::V2, &[Signer::v2(apk, &one(), &[id])])]);
    assert_intact(&of(&apk), 28, V2, &[&one()]);
    assert_damaged(&of(&odd), 28, of_scheme(V2, SchemeFault::Alignment));
}

/// "Verify that SubjectPublicKeyInfo of the first certificate of certificates is identical to
/// public key."
#[test]
fn the_public_key_is_that_of_the_first_certificate() {
    let chain = signed(|signer| signer.certificates.push(two().certificate));
    assert_intact(&chain, 28, V2, &[&one()]);
    let reversed =
        signed(|signer| signer.certificates = vec![two().certificate, one().certificate]);
    refused(&reversed, &SignerFault::OtherKey);
    refused(
        &signed(|signer| signer.certificates = vec![two().certificate]),
        &SignerFault::OtherKey,
    );
    refused(
        &signed(|signer| signer.certificates.clear()),
        &SignerFault::NoCertificates,
    );
    let cut = signed(|signer| {
        signer.certificates[0].truncate(100);
    });
    refused(&cut, &SignerFault::Certificate(1));
    let second_cut = signed(|signer| signer.certificates.push(vec![0x30, 0x82]));
    refused(&second_cut, &SignerFault::Certificate(2));
}

/// "Verification succeeds if at least one signer was found …"
#[test]
fn at_least_one_signer_is_found() {
    let apk = aapt::small();
    let none = signer::sign(&apk, &[(id::V2, &[])]);
    assert_damaged(&none, 28, of_scheme(V2, SchemeFault::NoSigners));
}

/// "… and step 3 succeeded for each found signer."
#[test]
fn every_signer_holds() {
    let apk = aapt::small();
    let keys = [one(), two(), three()];
    let all = keys.each_ref().map(|key| Signer::v2(&apk, key, &BOTH));
    let signed = signer::sign(&apk, &[(id::V2, &all)]);
    assert_intact(&signed, 28, V2, &keys.each_ref());
    for place in 0..3 {
        let mut signers = all.clone();
        signers[place].signatures[1].value = Value::Bytes(vec![0x30, 0]);
        let signed = signer::sign(&apk, &[(id::V2, &signers)]);
        let fault = SignerFault::Signature("ECDSA with SHA-512");
        assert_damaged(
            &signed,
            28,
            Problem::Signer {
                scheme: V2,
                signer: place + 1,
                fault,
            },
        );
        let mut signers = all.clone();
        signers[place].digests[1].1[9] ^= 4;
        let signed = signer::sign(&apk, &[(id::V2, &signers)]);
        let fault = SignerFault::Contents(ContentDigest::ChunkedSha512);
        assert_damaged(
            &signed,
            28,
            Problem::Signer {
                scheme: V2,
                signer: place + 1,
                fault,
            },
        );
    }
}

/// AOSP, `ApkSignatureSchemeV2Verifier`: at most ten signers.
#[test]
fn there_are_at_most_ten_signers() {
    let apk = aapt::small();
    let keys: Vec<_> = (0..11)
        .map(|place| key(Kind::P256, &format!("of-eleven-{place}")))
        .collect();
    let all: Vec<_> = keys
        .iter()
        .map(|key| Signer::v2(&apk, key, &[algorithm::ECDSA_SHA256]))
        .collect();
    let ten = signer::sign(&apk, &[(id::V2, &all[..10])]);
    assert_intact(&ten, 28, V2, &keys[..10].iter().collect::<Vec<_>>());
    let eleven = signer::sign(&apk, &[(id::V2, &all)]);
    // apksigner has the rule since version 33.
    assert_damaged_unasked(&eleven, 28, of_scheme(V2, SchemeFault::TooManySigners));
}

/// "Stripping protection": a signer that says that v3 signed as well, from the level that reads v3.
#[test]
fn a_scheme_that_the_signer_names_is_there() {
    let stripped = signed(|signer| {
        signer
            .attributes
            .push((attribute::STRIPPING_PROTECTION, vec![3, 0, 0, 0]));
    });
    assert_intact(&stripped, 27, V2, &[&one()]);
    for sdk in [28, 33, 35] {
        assert_damaged(&stripped, sdk, of_signer(V2, SignerFault::Stripped(3)));
    }
    let unknown = signed(|signer| signer.attributes.push((0x1234_5678, b"whatever".to_vec())));
    assert_intact(&unknown, 35, V2, &[&one()]);
}

/// Lengths that reach over the end, in each list, signed again.
#[test]
fn lengths_stay_inside() {
    let fault = SignerFault::Malformed;
    let digests = signed(|signer| signer.before_signing = |bytes| bytes[3] = 0x7f);
    refused(&digests, &fault);
    let negative = signed(|signer| signer.before_signing = |bytes| bytes[3] = 0xff);
    refused(&negative, &fault);
    let cut = signed(|signer| signer.before_signing = |bytes| bytes.truncate(20));
    refused(&cut, &fault);
    let signed_data = signed(|signer| signer.at_last = |bytes| bytes[3] = 0x7f);
    refused(&signed_data, &fault);
    let no_key = signed(|signer| {
        signer.at_last = |bytes| {
            bytes.truncate(bytes.len() - 1);
        };
    });
    refused(&no_key, &fault);
}

/// "To find the APK Signing Block": the magic before the central directory.
#[test]
fn the_block_ends_with_its_magic() {
    let apk = signed(|_| {});
    let block = zip::sections(&apk).block;
    assert!(apk[..block.end].ends_with(MAGIC));
    for offset in block.end - 16..block.end {
        let mut apk = apk.clone();
        apk[offset] ^= 0x20;
        assert_eq!(
            verdict(&apk, 28),
            Verdict::NotChecked {
                reason: Reason::NoScheme
            }
        );
    }
}

/// "Integrity-protected contents": no chunk of contents, no chunk of central directory, one of the
/// end record. The digest agrees; there is no manifest.
#[test]
fn an_archive_without_entries() {
    let apk = zip::zip(&[], b"");
    for id in BOTH {
        let signer = Signer::v2(&apk, &one(), &[id]);
        let signed = signer::sign(&apk, &[(id::V2, &[signer])]);
        assert_damaged(&signed, 28, Problem::NoManifest);
        let mut damaged = signed;
        let end = damaged.len() - 22;
        damaged[end + 4] ^= 1;
        let verdict = verdict(&damaged, 28);
        let Verdict::Damaged {
            problem: Problem::Signer { fault, .. },
        } = verdict
        else {
            panic!("{verdict:?}");
        };
        assert!(matches!(fault, SignerFault::Contents(_)), "{fault:?}");
    }
}

/// What is signed has to be an app as well: everything agrees, and Android cannot open it.
#[test]
fn what_is_signed_is_an_archive_with_a_manifest() {
    let of = |apk: &[u8]| signer::sign_v2(apk, &one());
    let whole = aapt::small();
    assert_intact(&of(&whole), 28, V2, &[&one()]);
    let entries = zip::entries(&whole);
    let manifest = entries
        .iter()
        .find(|entry| entry.name == "AndroidManifest.xml")
        .unwrap();
    let mut renamed = whole.clone();
    for name in [manifest.header.start + 30, manifest.record.start + 46] {
        renamed[name] = b'B';
    }
    assert_damaged(&of(&renamed), 28, Problem::NoManifest);
    // No deflate stream begins with a block of type 3.
    let mut type_3 = whole.clone();
    type_3[manifest.data.start] |= 6;
    assert_damaged(&of(&type_3), 28, Problem::Manifest(EntryProblem::Inflate));
    let mut count = whole;
    let end = zip::sections(&count).end.start;
    count[end + 8] += 1;
    count[end + 10] += 1;
    assert_damaged(&of(&count), 28, Problem::Directory);
}
