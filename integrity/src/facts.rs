//! What install verification tells [`diagnose_core`]: the one place that knows it.

use diagnose_core::{
    fact::{Fact, Reason},
    facts::install::{self, ApkFile, ApkPart, FileVerdict},
};

use crate::{
    installation::{FileFindings, InstallationFindings},
    set::SetError,
    splits::SplitProblem,
    verdict::{Signer, Verdict},
};

/// The facts of `AndroidInstallFacts` that install verification supplies.
#[derive(Debug, Clone, PartialEq)]
pub struct InstallFacts {
    /// `AndroidInstallFacts::files`: each file's verdict, the base first.
    pub files: Fact<Vec<ApkFile>>,
    /// `AndroidInstallFacts::split_problems`: the verdict on all of them together.
    pub split_problems: Fact<Vec<install::SplitProblem>>,
}

impl InstallFacts {
    /// Before verification ran.
    #[must_use]
    pub const fn not_run() -> Self {
        Self {
            files: unreadable(Reason::NotRun),
            split_problems: unreadable(Reason::NotRun),
        }
    }
}

/// A problem that was found stands, whatever else is not known. That there is none is said only
/// where every file is intact and everything was known on which it depends: what an unverified file
/// says of itself proves nothing. Else the set is unreadable with the reason of the first file that
/// is not intact; where all are, *not run* if the work was stopped or something was not known, and
/// *the call failed* if a manifest, an archive or an extracted library could not be read.
impl From<&InstallationFindings> for InstallFacts {
    fn from(found: &InstallationFindings) -> Self {
        // A set without a base is none.
        if found.files.is_empty() {
            return Self {
                files: unreadable(Reason::CallFailed),
                split_problems: unreadable(Reason::CallFailed),
            };
        }
        let parts = std::iter::once(ApkPart::Base).chain(std::iter::repeat(ApkPart::Split));
        Self {
            files: Fact::Known {
                value: found
                    .files
                    .iter()
                    .zip(parts)
                    .map(|(file, part)| apk_file(file, part))
                    .collect(),
            },
            split_problems: split_problems(found),
        }
    }
}

const fn unreadable<T>(reason: Reason) -> Fact<T> {
    Fact::Unreadable { reason }
}

fn apk_file(file: &FileFindings, part: ApkPart) -> ApkFile {
    let verdict = match &file.verdict {
        Some(Verdict::Intact { .. }) => FileVerdict::Intact,
        Some(Verdict::Damaged { .. }) => FileVerdict::Damaged,
        Some(Verdict::NotChecked { .. }) => FileVerdict::NotChecked,
        Some(Verdict::Unreadable { .. }) => FileVerdict::Unreadable,
        None => FileVerdict::NotRun,
    };
    let signers = match (&file.verdict, unverified(file)) {
        (Some(Verdict::Intact { signers, .. }), _) => Fact::Known {
            value: signers.iter().map(signer).collect(),
        },
        (_, reason) => unreadable(reason.unwrap_or(Reason::NotRun)),
    };
    ApkFile {
        part,
        verdict,
        signers,
    }
}

fn signer(signer: &Signer) -> install::Signer {
    install::Signer {
        lineage: signer
            .lineage
            .iter()
            .map(|certificate| install::Certificate {
                sha256: certificate.digest.to_string(),
                debug: certificate.debug,
            })
            .collect(),
    }
}

/// Why nothing that a file says is proven. None where it is intact.
fn unverified(file: &FileFindings) -> Option<Reason> {
    match &file.verdict {
        Some(Verdict::Intact { .. }) => None,
        Some(Verdict::NotChecked { .. }) => Some(Reason::Unsupported),
        Some(Verdict::Damaged { .. } | Verdict::Unreadable { .. }) => Some(Reason::CallFailed),
        None => Some(Reason::NotRun),
    }
}

fn split_problems(found: &InstallationFindings) -> Fact<Vec<install::SplitProblem>> {
    if let Err(SetError::Stopped) = found.set {
        return unreadable(Reason::NotRun);
    }
    if let Ok(set) = &found.set
        && !set.problems.is_empty()
    {
        return Fact::Known {
            value: set.problems.iter().map(split_problem).collect(),
        };
    }
    if let Some(reason) = found.files.iter().find_map(unverified) {
        return unreadable(reason);
    }
    match (&found.set, found.complete) {
        (Ok(_), true) => Fact::Known { value: Vec::new() },
        (Ok(_), false) => unreadable(Reason::NotRun),
        (Err(_), _) => unreadable(Reason::CallFailed),
    }
}

const fn split_problem(problem: &SplitProblem) -> install::SplitProblem {
    use install::SplitProblem as Cause;
    match problem {
        SplitProblem::NativeLibraryMissing => Cause::NativeLibraryMissing,
        SplitProblem::NativeLibraryDamaged => Cause::NativeLibraryDamaged,
        SplitProblem::AbiSplitMissing => Cause::AbiSplitMissing,
        SplitProblem::ForeignSplit => Cause::ForeignSplit,
        SplitProblem::PageSize => Cause::PageSize,
        SplitProblem::RequiredSplitMissing => Cause::RequiredSplitMissing,
        SplitProblem::DensityMissing => Cause::DensityMissing,
        SplitProblem::LanguageMissing => Cause::LanguageMissing,
    }
}
