//! One bit of the signed data changed, and then signed again: what a signer signed badly.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    reason = "a failure here is what a test is for"
)]

mod common;

use std::{
    ops::Range,
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
};

use common::{EVER, one, signers, two, verdict};
use diagnose_apks::{
    aapt, apksigner,
    keys::algorithm,
    lineage,
    signer::{self, Signer, attribute},
    signing_block::id,
};
use diagnose_integrity::{Scheme, Verdict};

/// The bit that is changed; past the end for none.
static BIT: AtomicUsize = AtomicUsize::new(usize::MAX);
/// The signed data as they were before.
static DATA: Mutex<Vec<u8>> = Mutex::new(Vec::new());

fn change(bytes: &mut Vec<u8>) {
    let bit = BIT.load(Ordering::Relaxed);
    if bit == usize::MAX {
        bytes.clone_into(&mut DATA.lock().unwrap());
    }
    if let Some(byte) = bytes.get_mut(bit / 8) {
        *byte ^= 1 << (bit % 8);
    }
}

/// Where the needle lies.
fn places(bytes: &[u8], needle: &[u8]) -> Vec<Range<usize>> {
    let found = bytes
        .windows(needle.len())
        .enumerate()
        .filter(|(_, window)| *window == needle);
    found.map(|(at, _)| at..at + needle.len()).collect()
}

/// Not in the certificates: which of them are well formed, Java and ours see a little differently, and keys are new on
/// each machine. Ours are tested in `x509.rs`.
#[test]
fn one_bit_of_the_signed_data() {
    let apk = aapt::small();
    let algorithms = [algorithm::ECDSA_SHA256];
    let lineage = lineage::attribute(&lineage::levels(&[&one(), &two()]));
    let mut v2 = Signer::v2(&apk, &one(), &algorithms).with_attribute(0x1234_5678, b"some value");
    v2.before_signing = change;
    let mut v3 = Signer::v3(&apk, &two(), &algorithms, EVER)
        .with_attribute(attribute::PROOF_OF_ROTATION, &lineage);
    v3.before_signing = change;
    let mut wrong = Vec::new();
    for (scheme, block, signer) in [(Scheme::V2, id::V2, v2), (Scheme::V3, id::V3, v3)] {
        BIT.store(usize::MAX, Ordering::Relaxed);
        let sign = || signer::sign(&apk, &[(block, std::slice::from_ref(&signer))]);
        let mut files = vec![sign()];
        let data = DATA.lock().unwrap().clone();
        let certificates: Vec<_> = [one().certificate, two().certificate]
            .iter()
            .flat_map(|certificate| places(&data, certificate))
            .collect();
        let is_in = |byte: &usize| certificates.iter().any(|it| it.contains(byte));
        let bytes: Vec<usize> = (0..data.len()).filter(|byte| !is_in(byte)).collect();
        for byte in &bytes {
            BIT.store(8 * byte + byte % 8, Ordering::Relaxed);
            files.push(sign());
        }
        let apks: Vec<&[u8]> = files.iter().map(Vec::as_slice).collect();
        let asked: Vec<_> = (0..files.len()).map(|place| (place, 28, None)).collect();
        for (place, opinion) in apksigner::opinions(&apks, &asked).iter().enumerate() {
            let ours = verdict(&files[place], 28);
            let agrees = if opinion.result == "verified" {
                signers(&ours) == Some((scheme, opinion.signers.clone()))
            } else {
                matches!(ours, Verdict::Damaged { .. })
            };
            if !agrees {
                let byte = place.checked_sub(1).map(|place| bytes[place]);
                wrong.push(format!("{scheme}, byte {byte:?}: {opinion:?} {ours:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
