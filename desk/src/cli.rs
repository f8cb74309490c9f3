//! The command line.

use crate::{failure::Failure, phone};
use clap::{Args, Parser, Subcommand, ValueEnum};
use diagnose_core::{complaint::Complaint, maker::Maker, time::Time, words::Audience};
use std::{num::NonZeroUsize, path::PathBuf};

/// Says what keeps the Blink app from working on a phone, from the phone's facts or from the code that its user reads
/// out.
#[derive(Debug, Parser)]
#[command(
    name = "blink-desk",
    version,
    max_term_width = 80,
    after_help = "Exit status: 0 done; 1 the input could not be used; 2 wrong usage; 3 the code was refused; \
                  4 the code is from a newer version; of verify: 5 damaged; 6 not checked; 7 the files are whole, \
                  the installation is not."
)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Diagnose a phone from its facts
    #[command(after_help = "Examples:\n  \
        blink-desk diagnose tests/phones/android-15-locked-out.json\n  \
        blink-desk diagnose facts.json --complaint no_notifications --for technician\n  \
        blink-desk diagnose facts.json --complaint 5 --received 2026-11-22T09:00:00Z \\\n             \
        --zone +01:00\n  \
        blink-desk facts ios-calm-focus-unreadable | blink-desk diagnose - --json")]
    Diagnose(DiagnoseArgs),
    /// Read the code that a user reads out
    #[command(after_help = "Examples:\n  \
        blink-desk read SNH8-01BM-VN41-8QW8-3KVG\n  \
        blink-desk read snh8 o1bm vn41 8qw8 3kvg\n  \
        blink-desk read Sierra November Hotel eight - oh one Bravo Mike \\\n             \
        Victor November four one - eight Quebec Whiskey eight - three Kilo \\\n             \
        Victor Golf\n  \
        blink-desk read --json - < a-year-of-codes.txt > findings.jsonl")]
    Read(ReadArgs),
    /// Say what to do about a complaint, step by step
    #[command(after_help = "Examples:\n  \
        blink-desk explain reset_failed --for technician --directory domain \\\n             \
        --controllers several\n  \
        blink-desk explain 5 --received 2026-11-22T09:00:00Z --zone +01:00\n  \
        blink-desk explain 2 --platform android --phone no --markdown")]
    Explain(ExplainArgs),
    /// Say what got better, worse and stayed, from two codes
    #[command(after_help = "Examples:\n  \
        blink-desk compare AZBT-0HK8-EXZJ-WANH-NRJM-HEKT SG88-01BQ-1G53-CQ9B-YTE0\n  \
        blink-desk compare \"snh8 o1bm vn41 8qw8 3kvg\" SNH8-01BM-VN41-8QW8-3KVG --json")]
    Compare(CompareArgs),
    /// Draw a code as a QR code in the terminal
    #[command(after_help = "Example:\n  \
        blink-desk qr SNH8-01BM-VN41-8QW8-3KVG\n\n\
        Black on white in a terminal; without colours a block is dark, as on paper.")]
    Qr {
        /// The code, in one or more groups or spelling words
        #[arg(required = true, value_name = "CODE")]
        code: Vec<String>,
    },
    /// Say whether the files of an installed Android app are what was signed, and all there
    #[command(after_help = "Examples:\n  \
        blink-desk verify base.apk --sdk 34\n  \
        blink-desk verify base.apk split_config.*.apk --sdk 34 --abi arm64-v8a \\\n             \
        --density 420 --language de-AT --native-dir lib/arm64\n\n\
        What is not given is not judged. From a phone at a cable:\n  \
        adb shell pm path PACKAGE              the files, for adb pull\n  \
        adb shell getprop ro.build.version.sdk\n  \
        adb shell getprop ro.product.cpu.abilist\n  \
        adb shell wm density\n  \
        adb shell getconf PAGE_SIZE\n\n\
        Exit status: 0 intact; 1 a file could not be read; 2 wrong usage; 5 damaged; \
        6 not checked; 7 the files are whole, but the signer is a wrong one or the \
        parts are not one whole app.")]
    Verify(VerifyArgs),
    /// List every check with its causes, effects, owners and remedies
    #[command(after_help = "Example:\n  blink-desk checks --json")]
    Checks {
        /// Print JSON, one object for each row of docs/checks.tsv
        #[arg(long)]
        json: bool,
    },
    /// Print the complete facts of a test case
    #[command(after_help = "Examples:\n  \
        blink-desk facts ios-calm-focus-unreadable\n  \
        blink-desk facts tests/cases/ios-calm-focus-unreadable.json")]
    Facts {
        /// A case's file, or its name in tests/cases
        case: String,
    },
    /// Validate a profile and print it
    #[command(after_help = "Examples:\n  \
        blink-desk profile\n  \
        blink-desk profile profiles/harbour/profile.json")]
    Profile {
        /// The profile's file; Blink's own if none is given
        file: Option<PathBuf>,
    },
    /// Print a script that completes this program's command lines in a shell
    #[command(
        after_help = "Example:\n  blink-desk completions bash > ~/.local/share/bash-completion/completions/blink-desk"
    )]
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print this program's manual page, or write one for each command
    #[command(after_help = "Examples:\n  \
        blink-desk man | man -l -\n  \
        blink-desk man --to ~/.local/share/man/man1")]
    Man {
        /// A folder to write the pages to
        #[arg(long, value_name = "FOLDER")]
        to: Option<PathBuf>,
    },
}

#[derive(Debug, Args)]
pub(crate) struct DiagnoseArgs {
    /// The phone's facts as JSON (docs/facts.md); - for standard input
    #[arg(value_name = "FACTS.json")]
    pub(crate) facts: PathBuf,
    /// What the user complains about, by number or name
    #[arg(long, value_name = "COMPLAINT", value_parser = complaint, long_help = complaint_help())]
    pub(crate) complaint: Option<Complaint>,
    #[command(flatten)]
    pub(crate) received: Received,
    /// Whom to advise
    #[arg(long = "for", value_enum, default_value_t = For::User)]
    pub(crate) audience: For,
    #[command(flatten)]
    pub(crate) shown: Shown,
}

/// When the activation e-mail arrived, and in which time zone to speak of it.
#[derive(Debug, Args)]
pub(crate) struct Received {
    /// When the activation e-mail arrived, for complaint 5 (RFC 3339)
    #[arg(long, value_name = "TIME", value_parser = time)]
    pub(crate) received: Option<Time>,
    /// The reader's time zone as an offset from UTC
    #[arg(long, value_name = "±HH:MM", default_value = "+00:00", allow_hyphen_values = true, value_parser = zone)]
    pub(crate) zone: i64,
}

impl Received {
    /// # Errors
    /// A time of arrival with another complaint than that about the link.
    pub(crate) fn fits(&self, complaint: Option<Complaint>) -> Result<(), Failure> {
        if self.received.is_some() && complaint != Some(Complaint::LinkInactive) {
            let message = "--received is about the activation link and needs --complaint 5; see blink-desk --help";
            return Err(Failure::Usage(message.to_owned()));
        }
        Ok(())
    }
}

#[derive(Debug, Args)]
pub(crate) struct ExplainArgs {
    /// What the user complains about, by number or name
    #[arg(value_name = "COMPLAINT", value_parser = complaint, long_help = complaint_help())]
    pub(crate) complaint: Complaint,
    /// Whom to advise
    #[arg(long = "for", value_enum, default_value_t = For::Technician)]
    pub(crate) audience: For,
    #[command(flatten)]
    pub(crate) received: Received,
    /// The client's directory
    #[arg(long, value_enum)]
    pub(crate) directory: Option<DirectoryKind>,
    /// How many domain controllers the domain has
    #[arg(long, value_enum)]
    pub(crate) controllers: Option<Controllers>,
    /// Whether the phone is in hand, with the app on it
    #[arg(long, value_enum)]
    pub(crate) phone: Option<Answer>,
    /// The phone's platform
    #[arg(long, value_enum)]
    pub(crate) platform: Option<PlatformKind>,
    /// The language of the words (BCP 47)
    #[arg(long, value_name = "LANGUAGE", default_value = "en")]
    pub(crate) lang: String,
    /// The app's profile; Blink's own if none is given
    #[arg(long, value_name = "FILE")]
    pub(crate) profile: Option<PathBuf>,
    /// Print JSON (docs/interfaces.md)
    #[arg(long, conflicts_with = "markdown")]
    pub(crate) json: bool,
    /// Print Markdown, for a ticket
    #[arg(long)]
    pub(crate) markdown: bool,
}

/// The directory that holds the users' accounts.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum DirectoryKind {
    /// Entra ID (Azure AD)
    Azure,
    /// An Active Directory domain
    Domain,
    /// None: a workgroup
    Workgroup,
}

/// How many domain controllers there are.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Controllers {
    /// One
    One,
    /// Two or more
    Several,
}

/// The answer to a question.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Answer {
    /// Yes
    Yes,
    /// No
    No,
}

/// A phone's platform.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum PlatformKind {
    /// Android
    Android,
    /// iOS or iPadOS
    Ios,
}

#[derive(Debug, Args)]
pub(crate) struct ReadArgs {
    /// The code, in one or more groups or spelling words; - for one code a line on standard input
    #[arg(required = true, value_name = "CODE")]
    pub(crate) code: Vec<String>,
    /// Whom to advise
    #[arg(long = "for", value_enum, default_value_t = For::Technician)]
    pub(crate) audience: For,
    #[command(flatten)]
    pub(crate) shown: Shown,
}

#[derive(Debug, Args)]
pub(crate) struct CompareArgs {
    /// The first code, as one argument
    #[arg(value_name = "BEFORE")]
    pub(crate) before: String,
    /// The later code, as one argument
    #[arg(value_name = "AFTER")]
    pub(crate) after: String,
    /// Whose words to use
    #[arg(long = "for", value_enum, default_value_t = For::Technician)]
    pub(crate) audience: For,
    /// The language of the words (BCP 47)
    #[arg(long, value_name = "LANGUAGE", default_value = "en")]
    pub(crate) lang: String,
    /// The app's profile; Blink's own if none is given
    #[arg(long, value_name = "FILE")]
    pub(crate) profile: Option<PathBuf>,
    /// Print JSON (docs/interfaces.md)
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct VerifyArgs {
    /// The base APK, then its splits
    #[arg(required = true, value_name = "APK")]
    pub(crate) apks: Vec<PathBuf>,
    /// The phone's API level, such as 34 for Android 14
    #[arg(long, value_name = "LEVEL", value_parser = clap::value_parser!(u32).range(1..=999))]
    pub(crate) sdk: u32,
    /// The phone's ABIs, the best first, with commas or one each
    #[arg(long = "abi", value_name = "ABI", value_delimiter = ',', value_parser = phone::abi)]
    pub(crate) abis: Vec<String>,
    /// The screen's density in dots per inch, or its name, such as xxhdpi
    #[arg(long, value_name = "DENSITY", value_parser = phone::density)]
    pub(crate) density: Option<u32>,
    /// The phone's languages (BCP 47), with commas or one each
    #[arg(long = "language", value_name = "LANGUAGE", value_delimiter = ',', value_parser = phone::language)]
    pub(crate) languages: Vec<String>,
    /// The folder to which the phone extracted the native libraries
    #[arg(long, value_name = "FOLDER")]
    pub(crate) native_dir: Option<PathBuf>,
    /// The phone's memory pages in bytes
    #[arg(long, value_name = "BYTES", default_value = "4096", value_parser = phone::page_size)]
    pub(crate) page_size: u32,
    /// Over how many threads to spread the work; those of this machine, up to 4, if not given
    #[arg(long, value_name = "NUMBER", value_parser = threads)]
    pub(crate) threads: Option<NonZeroUsize>,
    /// The app's profile, which names its signers; Blink's own if none is given
    #[arg(long, value_name = "FILE")]
    pub(crate) profile: Option<PathBuf>,
    /// Print JSON (docs/interfaces.md)
    #[arg(long)]
    pub(crate) json: bool,
}

/// What both commands that show a report have in common.
#[derive(Debug, Args)]
pub(crate) struct Shown {
    /// The language of the advice (BCP 47)
    #[arg(long, value_name = "LANGUAGE", default_value = "en")]
    pub(crate) lang: String,
    /// The app's profile; Blink's own if none is given
    #[arg(long, value_name = "FILE")]
    pub(crate) profile: Option<PathBuf>,
    /// The phone's maker, whose names for switches are told: google, samsung, xiaomi, oppo, vivo, huawei or other
    #[arg(long, value_name = "MAKER", value_parser = maker)]
    pub(crate) maker: Option<Maker>,
    /// Print JSON (docs/interfaces.md)
    #[arg(long, conflicts_with = "markdown")]
    pub(crate) json: bool,
    /// Print Markdown, for a ticket
    #[arg(long)]
    pub(crate) markdown: bool,
}

/// Whom the words speak to.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum For {
    /// The person whose phone it is
    User,
    /// The technician at the support desk
    Technician,
}

impl From<For> for Audience {
    fn from(value: For) -> Self {
        match value {
            For::User => Self::User,
            For::Technician => Self::Technician,
        }
    }
}

fn maker(text: &str) -> Result<Maker, String> {
    let all = Maker::ALL.map(Maker::id).join(", ");
    Maker::parse(text).ok_or_else(|| format!("expected one of {all}"))
}

/// More than any machine has cores take nothing but memory.
fn threads(text: &str) -> Result<NonZeroUsize, String> {
    let number: Option<NonZeroUsize> = text.parse().ok();
    number
        .filter(|number| number.get() <= 64)
        .ok_or_else(|| "expected a number from 1 to 64".to_owned())
}

fn complaint(text: &str) -> Result<Complaint, String> {
    Complaint::parse(text).ok_or_else(|| {
        let all: Vec<String> = Complaint::ALL
            .iter()
            .map(|complaint| format!("{} {}", complaint.number(), complaint.id()))
            .collect();
        format!("expected one of {}", all.join(", "))
    })
}

fn complaint_help() -> String {
    let mut help = String::from("What the user complains about, by number or name:");
    for complaint in Complaint::ALL {
        help.push_str(&format!("\n  {:>2} {}", complaint.number(), complaint.id()));
    }
    help
}

fn time(text: &str) -> Result<Time, String> {
    Time::from_rfc3339(text).map_err(|_| "expected a time such as 2026-11-22T09:00:00Z".to_owned())
}

/// Reads `+02:00`, `-09:30`, `Z` or `UTC` as minutes east of UTC.
fn zone(text: &str) -> Result<i64, String> {
    if matches!(text, "Z" | "UTC") {
        return Ok(0);
    }
    offset(text).ok_or_else(|| "expected an offset from UTC such as +02:00".to_owned())
}

fn offset(text: &str) -> Option<i64> {
    let (sign, rest) = match text.split_at_checked(1)? {
        ("+", rest) => (1, rest),
        ("-", rest) => (-1, rest),
        _ => return None,
    };
    let (hours, minutes) = rest.split_once(':')?;
    let number = |part: &str, below: i64| {
        let two_digits = part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
        let number: Option<i64> = if two_digits { part.parse().ok() } else { None };
        number.filter(|number| *number < below)
    };
    Some(sign * (number(hours, 24)? * 60 + number(minutes, 60)?))
}
