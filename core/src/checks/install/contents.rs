//! Check 11: are the app's files what their signer signed?

use crate::{
    checks::{
        Check, blocks,
        engine::{Judgement, Rule},
        read::{Read, android, ios},
    },
    fact::Reason,
    facts::install::{
        ApkFile, ApkPart, BundleFile, BundlePart,
        FileVerdict::{self, Damaged, Intact, NotChecked, NotRun, Unreadable},
    },
    report::Owner::Technician,
};

static APKS: Read<Vec<ApkFile>> = android(0, |a| &a.install.files);
static BUNDLE: Read<Vec<BundleFile>> = ios(|i| &i.install.files);

pub(in crate::checks) static CONTENTS: Check = Check {
    number: 11,
    id: "install.contents",
    causes: &[
        blocks(0, "base_damaged", Technician, "reinstall"),
        blocks(1, "split_damaged", Technician, "reinstall"),
        blocks(2, "executable_damaged", Technician, "reinstall"),
        blocks(3, "resources_damaged", Technician, "reinstall"),
    ],
    warn: None,
    android: Rule::Own {
        reads: &[&APKS],
        checks: &[],
        judge: |s| match APKS.get(s) {
            Ok(files) => judge(
                files
                    .iter()
                    .map(|file| (apk_cause(file.part), file.verdict)),
            ),
            Err(reason) => Judgement::Unknown(reason),
        },
    },
    android_from: 0,
    ios: Rule::Own {
        reads: &[&BUNDLE],
        checks: &[],
        judge: |s| match BUNDLE.get(s) {
            Ok(files) => judge(
                files
                    .iter()
                    .map(|file| (bundle_cause(file.part), file.verdict)),
            ),
            Err(reason) => Judgement::Unknown(reason),
        },
    },
};

const fn apk_cause(part: ApkPart) -> i32 {
    match part {
        ApkPart::Base => 0,
        ApkPart::Split => 1,
    }
}

const fn bundle_cause(part: BundlePart) -> i32 {
    match part {
        BundlePart::Executable => 2,
        BundlePart::Resources => 3,
    }
}

/// The lowest cause of a damaged file; else the reason of the first file, in file order, that was not verified.
fn judge(files: impl Iterator<Item = (i32, FileVerdict)> + Clone) -> Judgement {
    let damaged = files
        .clone()
        .filter(|(_, verdict)| *verdict == Damaged)
        .map(|(cause, _)| cause)
        .min();
    if let Some(cause) = damaged {
        return Judgement::Fail(cause);
    }
    files
        .filter_map(|(_, verdict)| unverified(verdict))
        .next()
        .map_or(Judgement::Pass, Judgement::Unknown)
}

const fn unverified(verdict: FileVerdict) -> Option<Reason> {
    match verdict {
        Intact | Damaged => None,
        NotChecked => Some(Reason::Unsupported),
        Unreadable => Some(Reason::CallFailed),
        NotRun => Some(Reason::NotRun),
    }
}
