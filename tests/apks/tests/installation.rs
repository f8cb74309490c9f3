//! A whole installation: verdicts, progress over all files, and being stopped.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a failure here is what a test is for"
)]

mod common;

use std::{
    num::NonZeroUsize,
    ops::ControlFlow,
    sync::Mutex,
    sync::atomic::{AtomicU64, Ordering},
};

use common::{one, two};
use diagnose_apks::{
    aapt::{self, Recipe},
    signer, zip,
};
use diagnose_integrity::{
    Device, Installation, InstallationFindings, Progress, ReadAt, SetError, SplitProblem, Verdict,
    Work, verify_installation,
};

const MB: usize = 1 << 20;

fn recipe(more: &str) -> Recipe {
    Recipe {
        manifest: format!("package=\"app.blink.test\" android:versionCode=\"31\" {more}"),
        ..Recipe::default()
    }
}

/// A manifest by `aapt` and so many bytes of data, unsigned.
fn unsigned(more: &str, size: usize) -> Vec<u8> {
    let small = aapt::build(&recipe(more));
    let entries = [
        zip::Entry::copied(&small, "AndroidManifest.xml"),
        zip::Entry::stored("assets/data.bin", &vec![7; size]),
    ];
    zip::zip(&entries, b"")
}

const GERMAN: &str = "split=\"config.de\"";
const FRENCH: &str = "split=\"config.fr\"";

fn app() -> [Vec<u8>; 3] {
    [
        signer::sign_v2(&unsigned("", 3 * MB), &one()),
        signer::sign_v2(&unsigned(GERMAN, MB), &one()),
        signer::sign_v2(&unsigned(FRENCH, 2 * MB), &one()),
    ]
}

fn verify(apks: &[Vec<u8>], work: &Work<'_>) -> InstallationFindings {
    let apks: Vec<&dyn ReadAt> = apks.iter().map(|apk| apk as &dyn ReadAt).collect();
    verify_installation(
        &Installation {
            apks: &apks,
            sdk: 34,
            device: &Device::default(),
            libraries: None,
        },
        work,
    )
}

fn intact(found: &InstallationFindings) -> Vec<Option<bool>> {
    let is_intact = |verdict: &Verdict| matches!(verdict, Verdict::Intact { .. });
    found
        .files
        .iter()
        .map(|file| file.verdict.as_ref().map(is_intact))
        .collect()
}

/// An APK with the last byte of its data changed.
fn damaged(apk: &[u8]) -> Vec<u8> {
    let mut apk = apk.to_vec();
    let data = zip::entries(&apk)[1].data.clone();
    apk[data.end - 1] ^= 1;
    apk
}

#[test]
fn each_file_and_all_together() {
    let apks = app();
    let found = verify(&apks, &Work::default());
    assert_eq!(intact(&found), [Some(true); 3]);
    assert_eq!(found.files[0].signers()[0].to_string(), one().digest());
    assert!(found.complete);
    assert_eq!(found.set.unwrap().problems, []);
    assert!(
        found
            .files
            .iter()
            .all(|file| file.damaged_entries.is_none())
    );

    let [base, german, french] = apks;
    let found = verify(&[base, damaged(&german), french], &Work::default());
    assert_eq!(intact(&found), [Some(true), Some(false), Some(true)]);
    assert_eq!(found.files[1].signers(), []);
    let entries = found.files[1].damaged_entries.as_ref().unwrap();
    assert_eq!((entries.count, entries.complete), (1, true));
    assert_eq!(entries.entries[0].name, "assets/data.bin");
}

#[test]
fn a_split_of_another_signer_is_foreign_and_an_unsigned_one_is_not() {
    let [base, german, _] = app();
    let foreign = signer::sign_v2(&unsigned(FRENCH, 100), &two());
    let problems = |split: Vec<u8>| {
        let apks = [base.clone(), german.clone(), split];
        verify(&apks, &Work::default()).set.unwrap().problems
    };
    assert_eq!(problems(foreign), [SplitProblem::ForeignSplit]);
    // Nobody knows who made that one.
    assert_eq!(problems(unsigned(FRENCH, 100)), []);
}

#[test]
fn what_is_needed_to_judge_the_set() {
    let complete = |more: &str, device: &Device| {
        let base = signer::sign_v2(&unsigned(more, 10), &one());
        let apks: [&dyn ReadAt; 1] = [&base];
        verify_installation(
            &Installation {
                apks: &apks,
                sdk: 34,
                device,
                libraries: None,
            },
            &Work::default(),
        )
        .complete
    };
    let nothing = Device::default();
    assert!(complete("", &nothing));
    let dense = Device {
        density: Some(480),
        ..Device::default()
    };
    let density = "android:requiredSplitTypes=\"base__density\"";
    assert!(!complete(density, &nothing));
    assert!(complete(density, &dense));
    let speaking = Device {
        languages: vec!["de".to_owned()],
        ..Device::default()
    };
    let language = "android:requiredSplitTypes=\"base__language\"";
    assert!(!complete(language, &dense));
    assert!(complete(language, &speaking));
}

#[test]
fn progress_rises_over_all_files_to_their_length() {
    let [base, german, french] = app();
    let apks = [base, damaged(&german), french];
    let length: usize = apks.iter().map(Vec::len).sum();
    for threads in [1, 2] {
        let heard = Mutex::new(Vec::new());
        let hear = |progress: Progress| {
            heard.lock().unwrap().push(progress);
            ControlFlow::Continue(())
        };
        let threads = NonZeroUsize::new(threads).unwrap();
        let work = Work {
            threads,
            progress: Some(&hear),
        };
        assert_eq!(
            intact(&verify(&apks, &work)),
            [Some(true), Some(false), Some(true)]
        );
        let heard = heard.into_inner().unwrap();
        assert!(heard.iter().all(|progress| progress.all == length as u64));
        assert!(heard.iter().zip(&heard[1..]).all(|(a, b)| a.done <= b.done));
        assert_eq!(heard.first().unwrap().done, 0);
        assert_eq!(heard.last().unwrap().done, length as u64);
        // At least once for each MB.
        assert!(heard.len() >= 6);
    }
}

/// Stops at the call of this number, from 1.
fn stopped_at(apks: &[Vec<u8>], call: u64) -> InstallationFindings {
    let calls = AtomicU64::new(0);
    let stop = |_| match calls.fetch_add(1, Ordering::Relaxed) + 1 >= call {
        true => ControlFlow::Break(()),
        false => ControlFlow::Continue(()),
    };
    let work = Work {
        threads: NonZeroUsize::MIN,
        progress: Some(&stop),
    };
    verify(apks, &work)
}

#[test]
fn stopped_work_keeps_the_verdicts_that_were_reached() {
    let apks = app();
    let mut seen = Vec::new();
    for call in 1..=100 {
        let found = stopped_at(&apks, call);
        let verdicts = intact(&found);
        if verdicts == [Some(true); 3] && found.set.is_ok() {
            break;
        }
        assert!(matches!(found.set, Err(SetError::Stopped)), "{call}");
        assert!(!found.complete);
        if seen.last() != Some(&verdicts) {
            seen.push(verdicts);
        }
    }
    let reached = |count: usize| (0..3).map(|file| (file < count).then_some(true)).collect();
    let expected: Vec<Vec<Option<bool>>> = (0..seen.len()).map(reached).collect();
    assert_eq!(seen, expected);
    assert!(seen.len() >= 3);
}

#[test]
fn looking_for_damaged_entries_stops_too() {
    let [base, german, french] = app();
    let apks = [damaged(&base), german, french];
    let mut half_looked = 0;
    for call in 1..=12 {
        let found = stopped_at(&apks, call);
        if let Some(entries) = &found.files[0].damaged_entries
            && !entries.complete
        {
            assert_eq!(intact(&found), [Some(false), None, None]);
            assert!(matches!(found.set, Err(SetError::Stopped)));
            half_looked += 1;
        }
    }
    assert!(half_looked > 0);
}
