//! What the tests ask of the library.
#![allow(dead_code, reason = "each test program uses a part")]

use std::{num::NonZeroUsize, ops::RangeInclusive};

use diagnose_apks::{
    apksigner::{self, Opinion},
    keys::{Key, Kind, key},
    signing_block::id,
};
use diagnose_integrity::{Problem, Scheme, SchemeFault, SignerFault, Verdict, Work, verify_apk};

/// Every SDK level that reads scheme v3.
pub(crate) const EVER: RangeInclusive<u32> = 28..=0x7fff_ffff;

/// The same by one thread and by three, where there is work for three.
pub(crate) fn verdict(apk: &[u8], sdk: u32) -> Verdict {
    let verdict = verify_apk(&apk, sdk, &Work::default()).unwrap();
    if apk.len() > 1 << 20 {
        let work = Work {
            threads: NonZeroUsize::new(3).unwrap(),
            ..Work::default()
        };
        assert_eq!(verify_apk(&apk, sdk, &work).unwrap(), verdict);
    }
    verdict
}

/// The current certificates of an intact file.
pub(crate) fn signers(verdict: &Verdict) -> Option<(Scheme, Vec<String>)> {
    match verdict {
        Verdict::Intact { scheme, signers } => {
            let current = signers
                .iter()
                .map(|signer| signer.current().unwrap().digest.to_string());
            Some((*scheme, current.collect()))
        }
        _ => None,
    }
}

/// What apksigner says of it; nothing of files with scheme v3.1, which it does not know.
fn apksigner(apk: &[u8], sdk: u32) -> Option<Opinion> {
    let v31 = id::V31.to_le_bytes();
    (!apk.windows(4).any(|id| id == v31)).then(|| apksigner::opinion(apk, sdk))
}

/// As apksigner says too.
#[track_caller]
pub(crate) fn assert_intact(apk: &[u8], sdk: u32, scheme: Scheme, keys: &[&Key]) {
    assert_intact_unasked(apk, sdk, scheme, keys);
    if let Some(opinion) = apksigner(apk, sdk) {
        let digests: Vec<String> = keys.iter().map(|key| key.digest()).collect();
        let said = (opinion.result.as_str(), &opinion.signers);
        assert_eq!(said, ("verified", &digests), "at {sdk}: {opinion:?}");
    }
}

/// By Android's own verifier; Debian's apksigner sees it in another way.
#[track_caller]
pub(crate) fn assert_intact_unasked(apk: &[u8], sdk: u32, scheme: Scheme, keys: &[&Key]) {
    let verdict = verdict(apk, sdk);
    let digests = keys.iter().map(|key| key.digest()).collect();
    assert_eq!(
        signers(&verdict),
        Some((scheme, digests)),
        "at {sdk}: {verdict:?}"
    );
}

/// As apksigner says too.
#[track_caller]
pub(crate) fn assert_damaged(apk: &[u8], sdk: u32, problem: Problem) {
    assert_damaged_unasked(apk, sdk, problem);
    if let Some(opinion) = apksigner(apk, sdk) {
        assert_ne!(opinion.result, "verified", "at {sdk}: {opinion:?}");
    }
}

/// By a rule of Android's own verifier that Debian's apksigner does not have.
#[track_caller]
pub(crate) fn assert_damaged_unasked(apk: &[u8], sdk: u32, problem: Problem) {
    assert_eq!(verdict(apk, sdk), Verdict::Damaged { problem }, "at {sdk}");
}

pub(crate) fn of_scheme(scheme: Scheme, fault: SchemeFault) -> Problem {
    Problem::Scheme { scheme, fault }
}

/// Of the first signer.
pub(crate) fn of_signer(scheme: Scheme, fault: SignerFault) -> Problem {
    Problem::Signer {
        scheme,
        signer: 1,
        fault,
    }
}

pub(crate) fn one() -> Key {
    key(Kind::P256, "one")
}

pub(crate) fn two() -> Key {
    key(Kind::P256, "two")
}

pub(crate) fn three() -> Key {
    key(Kind::P256, "three")
}
