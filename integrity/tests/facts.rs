//! From verdicts to the core's facts, and on to the outcomes of the checks 10, 11 and 12.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a failure here is what a test is for"
)]

use std::io;

use diagnose_core::{
    Question, Reader, diagnose,
    fact::{Fact, Reason},
    facts::{
        DeviceFacts, Phone,
        install::{self, ApkPart, FileVerdict},
    },
    profile::Profile,
    profiles,
    report::Outcome,
    words::Audience,
};
use diagnose_integrity::{
    ApkProblem, Certificate, CertificateDigest, Device, FileFindings, Installation,
    InstallationFindings, Libraries, Problem, ReadAt, Scheme, SetError, SetFindings, Signer,
    SplitProblem, Verdict, Work, facts::InstallFacts, verify_installation,
};

fn certificate(byte: u8) -> Certificate {
    Certificate {
        digest: CertificateDigest([byte; 32]),
        debug: byte == DEBUG,
    }
}

/// The byte of the debug certificate's digest.
const DEBUG: u8 = 0xdb;

/// Each signer by the bytes of its lineage.
fn signed(lineages: &[&[u8]]) -> FileFindings {
    file(Verdict::Intact {
        scheme: Scheme::V3,
        signers: lineages
            .iter()
            .map(|lineage| Signer {
                lineage: lineage.iter().map(|byte| certificate(*byte)).collect(),
            })
            .collect(),
    })
}

fn file(verdict: Verdict) -> FileFindings {
    FileFindings {
        verdict: Some(verdict),
        damaged_entries: None,
    }
}

fn intact() -> FileFindings {
    signed(&[&[1]])
}

fn damaged() -> FileFindings {
    file(Verdict::Damaged {
        problem: Problem::Gap,
    })
}

fn not_checked() -> FileFindings {
    file(Verdict::NotChecked {
        reason: diagnose_integrity::Reason::NoScheme,
    })
}

fn unreadable() -> FileFindings {
    file(Verdict::Unreadable {
        kind: io::ErrorKind::NotFound,
        message: "gone".to_owned(),
    })
}

fn not_reached() -> FileFindings {
    FileFindings::default()
}

fn set(problems: &[SplitProblem]) -> Result<SetFindings, SetError> {
    Ok(SetFindings {
        problems: problems.to_vec(),
        apks: Vec::new(),
        abi: None,
        libraries: Libraries::None,
    })
}

fn found(
    files: Vec<FileFindings>,
    set: Result<SetFindings, SetError>,
    complete: bool,
) -> InstallationFindings {
    InstallationFindings {
        files,
        set,
        complete,
    }
}

fn whole(files: Vec<FileFindings>) -> InstallationFindings {
    found(files, set(&[]), true)
}

fn blink() -> Profile {
    profiles::profile("blink").unwrap()
}

fn accepting(digests: &[u8]) -> Profile {
    let mut profile = blink();
    profile.android.signers = digests
        .iter()
        .map(|byte| certificate(*byte).digest.to_string())
        .collect();
    profile
}

/// What a check says on a phone whose own word on the signers is missing.
fn outcome(
    check: usize,
    found: &InstallationFindings,
    profile: &Profile,
) -> (Outcome, Option<i32>, Option<Reason>) {
    let mut facts = DeviceFacts::unobserved_android(34);
    let Phone::Android { facts: android } = &mut facts.phone else {
        panic!("an Android phone");
    };
    let told = InstallFacts::from(found);
    android.install.files = told.files;
    android.install.split_problems = told.split_problems;
    let reader = Reader::new("en", Audience::User);
    let diagnosis = diagnose(&facts, &Question::default(), profile, &reader).unwrap();
    let finding = &diagnosis.report.findings[check];
    (finding.outcome, finding.cause, finding.reason)
}

const PASS: (Outcome, Option<i32>, Option<Reason>) = (Outcome::Pass, None, None);

fn fail(cause: i32) -> (Outcome, Option<i32>, Option<Reason>) {
    (Outcome::Fail, Some(cause), None)
}

fn unknown(reason: Reason) -> (Outcome, Option<i32>, Option<Reason>) {
    (Outcome::Unknown, None, Some(reason))
}

fn known<T>(fact: Fact<T>) -> T {
    match fact {
        Fact::Known { value } => value,
        Fact::Unreadable { reason } => panic!("{reason}"),
    }
}

#[test]
fn before_verification_ran_nothing_is_known() {
    let facts = InstallFacts::not_run();
    assert_eq!(facts.files.get(), Err(Reason::NotRun));
    assert_eq!(facts.split_problems.get(), Err(Reason::NotRun));
}

#[test]
fn each_file_with_its_verdict_and_its_signers() {
    let all = whole(vec![
        signed(&[&[1, 2], &[3]]),
        damaged(),
        not_checked(),
        unreadable(),
        not_reached(),
    ]);
    let files = known(InstallFacts::from(&all).files);
    let told: Vec<_> = files.iter().map(|file| (file.part, file.verdict)).collect();
    assert_eq!(
        told,
        [
            (ApkPart::Base, FileVerdict::Intact),
            (ApkPart::Split, FileVerdict::Damaged),
            (ApkPart::Split, FileVerdict::NotChecked),
            (ApkPart::Split, FileVerdict::Unreadable),
            (ApkPart::Split, FileVerdict::NotRun),
        ]
    );
    let signers = known(files[0].signers.clone());
    let lineages: Vec<Vec<&str>> = signers
        .iter()
        .map(|signer| signer.lineage.iter().map(|c| &c.sha256[..4]).collect())
        .collect();
    assert_eq!(lineages, [vec!["0101", "0202"], vec!["0303"]]);
    let reasons: Vec<_> = files[1..]
        .iter()
        .map(|file| file.signers.get().unwrap_err())
        .collect();
    assert_eq!(
        reasons,
        [
            Reason::CallFailed,
            Reason::Unsupported,
            Reason::CallFailed,
            Reason::NotRun
        ]
    );
}

#[test]
fn every_problem_of_the_set_is_the_cause_of_its_name() {
    use install::SplitProblem as Cause;
    for (problem, cause, number) in [
        (
            SplitProblem::NativeLibraryMissing,
            Cause::NativeLibraryMissing,
            0,
        ),
        (
            SplitProblem::NativeLibraryDamaged,
            Cause::NativeLibraryDamaged,
            1,
        ),
        (SplitProblem::AbiSplitMissing, Cause::AbiSplitMissing, 2),
        (SplitProblem::ForeignSplit, Cause::ForeignSplit, 3),
        (SplitProblem::PageSize, Cause::PageSize, 4),
        (
            SplitProblem::RequiredSplitMissing,
            Cause::RequiredSplitMissing,
            5,
        ),
        (SplitProblem::DensityMissing, Cause::DensityMissing, 6),
        (SplitProblem::LanguageMissing, Cause::LanguageMissing, 7),
    ] {
        let all = found(vec![intact()], set(&[problem]), true);
        assert_eq!(known(InstallFacts::from(&all).split_problems), [cause]);
        assert_eq!(outcome(12, &all, &blink()), fail(number), "{problem:?}");
    }
    // Of several the one that is told first.
    let several = [
        SplitProblem::NativeLibraryMissing,
        SplitProblem::AbiSplitMissing,
    ];
    let several = found(vec![intact()], set(&several), true);
    assert_eq!(outcome(12, &several, &blink()), fail(2));
}

#[test]
fn a_set_is_in_order_only_where_all_of_it_was_verified() {
    let judged = |files| outcome(12, &whole(files), &blink());
    assert_eq!(judged(vec![intact()]), PASS);
    assert_eq!(judged(vec![intact(), intact()]), PASS);
    for (unverified, reason) in [
        (not_checked(), Reason::Unsupported),
        (damaged(), Reason::CallFailed),
        (unreadable(), Reason::CallFailed),
        (not_reached(), Reason::NotRun),
    ] {
        assert_eq!(judged(vec![unverified.clone()]), unknown(reason));
        assert_eq!(judged(vec![intact(), unverified]), unknown(reason));
    }
    // The first of them is told.
    assert_eq!(
        judged(vec![not_checked(), damaged()]),
        unknown(Reason::Unsupported)
    );
    // What was found stands.
    let foreign = found(
        vec![intact(), not_checked()],
        set(&[SplitProblem::ForeignSplit]),
        false,
    );
    assert_eq!(outcome(12, &foreign, &blink()), fail(3));
}

#[test]
fn a_set_of_which_something_was_not_known_is_not_in_order() {
    let judged = |set, complete| outcome(12, &found(vec![intact()], set, complete), &blink());
    assert_eq!(judged(set(&[]), false), unknown(Reason::NotRun));
    assert_eq!(judged(set(&[SplitProblem::PageSize]), false), fail(4));
    let unread = SetError::Apk {
        apk: 0,
        problem: ApkProblem::NoManifest,
    };
    assert_eq!(judged(Err(unread), false), unknown(Reason::CallFailed));
    let folder = SetError::Folder(io::ErrorKind::PermissionDenied.into());
    assert_eq!(judged(Err(folder), false), unknown(Reason::CallFailed));
    let not_base = SetError::NotBase("config.de".to_owned());
    assert_eq!(judged(Err(not_base), false), unknown(Reason::CallFailed));
    assert_eq!(
        judged(Err(SetError::Stopped), false),
        unknown(Reason::NotRun)
    );
    // Also where a file before was damaged.
    let stopped = found(
        vec![damaged(), not_reached()],
        Err(SetError::Stopped),
        false,
    );
    assert_eq!(outcome(12, &stopped, &blink()), unknown(Reason::NotRun));
}

#[test]
fn contents() {
    let judged = |files| outcome(11, &whole(files), &blink());
    assert_eq!(judged(vec![intact(), intact()]), PASS);
    assert_eq!(judged(vec![damaged(), intact()]), fail(0));
    assert_eq!(judged(vec![intact(), damaged()]), fail(1));
    assert_eq!(judged(vec![not_checked(), damaged()]), fail(1));
    assert_eq!(
        judged(vec![intact(), not_checked()]),
        unknown(Reason::Unsupported)
    );
    assert_eq!(
        judged(vec![unreadable(), not_checked()]),
        unknown(Reason::CallFailed)
    );
    assert_eq!(
        judged(vec![intact(), not_reached()]),
        unknown(Reason::NotRun)
    );
    assert_eq!(
        judged(vec![not_reached(), not_reached()]),
        unknown(Reason::NotRun)
    );
}

#[test]
fn the_signer() {
    let judged = |file, profile: &Profile| outcome(10, &whole(vec![file]), profile);
    assert_eq!(judged(intact(), &accepting(&[1])), PASS);
    assert_eq!(judged(intact(), &accepting(&[2])), fail(0));
    assert_eq!(judged(intact(), &accepting(&[2, 1])), PASS);
    assert_eq!(
        judged(intact(), &accepting(&[])),
        unknown(Reason::HostSilent)
    );
    // Any certificate of a lineage.
    for digest in [4, 5] {
        assert_eq!(judged(signed(&[&[4, 5]]), &accepting(&[digest])), PASS);
    }
    // Several signers.
    assert_eq!(judged(signed(&[&[1], &[2]]), &accepting(&[1, 2])), PASS);
    assert_eq!(judged(signed(&[&[1], &[2]]), &accepting(&[1])), fail(2));
    assert_eq!(judged(signed(&[&[1], &[2]]), &accepting(&[3])), fail(0));
    // A debug certificate.
    assert_eq!(judged(signed(&[&[DEBUG]]), &blink()), fail(1));
    assert_eq!(judged(signed(&[&[DEBUG]]), &accepting(&[DEBUG])), PASS);
    // Without signers the phone's own reason is told.
    for unverified in [damaged(), not_checked(), unreadable(), not_reached()] {
        assert_eq!(
            judged(unverified, &accepting(&[1])),
            unknown(Reason::NotRun)
        );
    }
    // The base's are those of the app.
    let split = whole(vec![intact(), signed(&[&[9]])]);
    assert_eq!(outcome(10, &split, &accepting(&[1])), PASS);
    let split = whole(vec![signed(&[&[2]]), intact()]);
    assert_eq!(outcome(10, &split, &accepting(&[1])), fail(0));
}

#[test]
fn no_file_is_no_installation() {
    let nothing = verify_installation(
        &Installation {
            apks: &[] as &[&dyn ReadAt],
            sdk: 34,
            device: &Device::default(),
            libraries: None,
        },
        &Work::default(),
    );
    assert!(matches!(nothing.set, Err(SetError::NoApk)));
    for check in [11, 12] {
        assert_eq!(
            outcome(check, &nothing, &blink()),
            unknown(Reason::CallFailed)
        );
    }
}
