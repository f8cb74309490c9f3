//! `blink-desk verify`: are the files of an installed app what was signed, and all there?

use crate::{cli::VerifyArgs, failure::Failure, files, output::print, progress::Bar, verify_page};
use diagnose_core::{
    fact::Fact,
    facts::{DeviceFacts, Phone, install::SplitProblem},
    profile::Profile,
    report::{Finding, Outcome, Report, report},
};
use diagnose_integrity::{
    Device, FileFindings, Installation, InstallationFindings, ReadAt, Scheme, Verdict, Work,
    facts::InstallFacts, open_apk, open_library, verify_installation,
};
use serde::Serialize;
use std::{num::NonZeroUsize, ops::ControlFlow, path::Path, process::ExitCode, thread};

/// The checks that judge an installation: signer, contents, splits.
pub(crate) const CHECKS: std::ops::RangeInclusive<i32> = 10..=12;
const SIGNER: i32 = 10;
pub(crate) const SPLITS: i32 = 12;
/// Threads without `--threads`: a disk feeds no more.
const THREADS_MAX: usize = 4;

pub(crate) fn run(args: &VerifyArgs) -> Result<ExitCode, Failure> {
    let profile = files::profile(args.profile.as_deref())?;
    if let Some(folder) = &args.native_dir {
        std::fs::read_dir(folder)
            .map_err(|error| Failure::input(format_args!("read {}", folder.display()), error))?;
    }
    let threads = args.threads.unwrap_or_else(default_threads);
    let found = look(args, threads);
    let report = judge(&found, args.sdk, &profile);
    let verdict = found.files.iter().map(FileVerdict::of).max();
    // Clap asks for at least one file.
    let verdict = verdict.unwrap_or(FileVerdict::NotChecked);
    if args.json {
        let json =
            serde_json::to_string_pretty(&Json::new(args, threads, verdict, &found, &report));
        print(&json.map_err(|error| Failure::input("write the verdict", error))?)?;
    } else {
        print(&verify_page::text(args, &found, &report, &profile))?;
    }
    Ok(exit_code(verdict, &report))
}

fn default_threads() -> NonZeroUsize {
    let most = NonZeroUsize::new(THREADS_MAX).unwrap_or(NonZeroUsize::MIN);
    thread::available_parallelism().map_or(NonZeroUsize::MIN, |cores| cores.min(most))
}

fn look(args: &VerifyArgs, threads: NonZeroUsize) -> InstallationFindings {
    let apks: Vec<_> = args.apks.iter().map(|path| open_apk(path)).collect();
    let apks: Vec<&dyn ReadAt> = apks.iter().map(AsRef::as_ref).collect();
    let folder = args.native_dir.as_deref();
    let libraries = folder.map(|folder| move |name: &str| open_library(folder, name));
    let device = Device {
        abis: args.abis.clone(),
        density: args.density,
        languages: args.languages.clone(),
        page_size: Some(args.page_size),
    };
    let bar = Bar::new();
    let tell = |progress| {
        bar.tell(progress);
        ControlFlow::Continue(())
    };
    verify_installation(
        &Installation {
            apks: &apks,
            sdk: args.sdk,
            device: &device,
            libraries: libraries.as_ref().map(|open| open as _),
        },
        &Work {
            threads,
            progress: Some(&tell),
        },
    )
}

/// Judges the installation on a phone of which nothing else is known.
fn judge(found: &InstallationFindings, sdk: u32, profile: &Profile) -> Report {
    let InstallFacts {
        files,
        split_problems,
    } = found.into();
    let mut facts = DeviceFacts::unobserved_android(sdk.into());
    if let Phone::Android { facts } = &mut facts.phone {
        // Nobody asked a phone who signed: the base says it, or why nobody knows.
        if let Fact::Known { value } = &files
            && let Some(base) = value.first()
        {
            facts.install.signers = base.signers.clone();
        }
        facts.install.files = files;
        facts.install.split_problems = split_problems;
    }
    report(&facts, None, profile)
}

/// Judges one problem of a set alone.
pub(crate) fn judge_problem(problem: SplitProblem, sdk: u32, profile: &Profile) -> Report {
    let mut facts = DeviceFacts::unobserved_android(sdk.into());
    if let Phone::Android { facts } = &mut facts.phone {
        facts.install.split_problems = Fact::Known {
            value: vec![problem],
        };
    }
    report(&facts, None, profile)
}

fn exit_code(verdict: FileVerdict, report: &Report) -> ExitCode {
    let fails = |check| {
        report
            .finding(check)
            .is_some_and(|finding| finding.outcome == Outcome::Fail)
    };
    ExitCode::from(match verdict {
        FileVerdict::Intact if fails(SIGNER) || fails(SPLITS) => 7,
        FileVerdict::Intact => 0,
        FileVerdict::NotChecked => 6,
        FileVerdict::Unreadable => 1,
        FileVerdict::Damaged => 5,
    })
}

/// The verdict on a file, the worst last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum FileVerdict {
    Intact,
    NotChecked,
    Unreadable,
    Damaged,
}

impl FileVerdict {
    pub(crate) const fn of(file: &FileFindings) -> Self {
        match file.verdict {
            Some(Verdict::Intact { .. }) => Self::Intact,
            Some(Verdict::NotChecked { .. }) | None => Self::NotChecked,
            Some(Verdict::Unreadable { .. }) => Self::Unreadable,
            Some(Verdict::Damaged { .. }) => Self::Damaged,
        }
    }
}

/// Why a file is not intact, where it is not.
pub(crate) fn reason(file: &FileFindings) -> Option<String> {
    match &file.verdict {
        Some(Verdict::Intact { .. }) => None,
        Some(Verdict::Damaged { problem }) => Some(problem.to_string()),
        Some(Verdict::NotChecked { reason }) => Some(reason.to_string()),
        Some(Verdict::Unreadable { message, .. }) => Some(message.clone()),
        None => Some("not run".to_owned()),
    }
}

#[derive(Debug, Serialize)]
struct Json<'a> {
    verdict: FileVerdict,
    files: Vec<FileJson<'a>>,
    checks: Vec<&'a Finding>,
    /// Everything that is wrong with the set, as causes of check 12; null where it is not known.
    problems: Option<Vec<SplitProblem>>,
    /// Why the set was not judged.
    problems_reason: Option<String>,
    /// The ABI with which the app runs.
    abi: Option<&'a str>,
    sdk: u32,
    threads: NonZeroUsize,
}

#[derive(Debug, Serialize)]
struct FileJson<'a> {
    file: String,
    verdict: FileVerdict,
    scheme: Option<&'static str>,
    signers: Vec<String>,
    reason: Option<String>,
    entries: Vec<&'a str>,
    /// How many entries are damaged, of which at most 100 are named; null where nobody looked.
    damaged_entries: Option<u32>,
    /// Whether every entry was looked at; null where nobody looked.
    every_entry: Option<bool>,
}

impl<'a> Json<'a> {
    fn new(
        args: &'a VerifyArgs,
        threads: NonZeroUsize,
        verdict: FileVerdict,
        found: &'a InstallationFindings,
        report: &'a Report,
    ) -> Self {
        let problems = match InstallFacts::from(found).split_problems {
            Fact::Known { value } => Some(value),
            Fact::Unreadable { .. } => None,
        };
        Self {
            verdict,
            files: args
                .apks
                .iter()
                .zip(&found.files)
                .map(|(path, file)| FileJson::new(path, file))
                .collect(),
            checks: CHECKS.filter_map(|check| report.finding(check)).collect(),
            problems,
            problems_reason: found.set.as_ref().err().map(ToString::to_string),
            abi: found.set.as_ref().ok().and_then(|set| set.abi.as_deref()),
            sdk: args.sdk,
            threads,
        }
    }
}

const fn scheme_id(scheme: Scheme) -> &'static str {
    match scheme {
        Scheme::V2 => "v2",
        Scheme::V3 => "v3",
        Scheme::V31 => "v3.1",
    }
}

impl<'a> FileJson<'a> {
    fn new(path: &Path, file: &'a FileFindings) -> Self {
        let damaged = file.damaged_entries.as_ref();
        Self {
            file: path.display().to_string(),
            verdict: FileVerdict::of(file),
            scheme: match &file.verdict {
                Some(Verdict::Intact { scheme, .. }) => Some(scheme_id(*scheme)),
                _ => None,
            },
            signers: file.signers().iter().map(ToString::to_string).collect(),
            reason: reason(file),
            entries: damaged
                .iter()
                .flat_map(|damaged| &damaged.entries)
                .map(|entry| entry.name.as_str())
                .collect(),
            damaged_entries: damaged.map(|damaged| damaged.count),
            every_entry: damaged.map(|damaged| damaged.complete),
        }
    }
}
