//! `blink-desk read`: a code that a user reads out becomes findings again.

use crate::{cli::ReadArgs, failure::Failure, files, output::print, page, read_back, stream};
use diagnose_core::{
    Reader,
    advice::{Advice, advice},
    code::{self, Change, Contents, Payload, Reading},
    complaint::{Answer, Complaint},
    os::{Os, Platform},
    profile::Profile,
    report::{Finding, Report, Verdict},
    time::Time,
};
use serde::Serialize;
use std::process::ExitCode;

const REFUSED: u8 = 3;
const NEWER: u8 = 4;

pub(crate) fn run(args: &ReadArgs) -> Result<ExitCode, Failure> {
    let profile = files::profile(args.shown.profile.as_deref())?;
    let mut reader = Reader::new(&args.shown.lang, args.audience.into());
    reader.maker = args.shown.maker;
    if args.code == ["-"] {
        return stream::run(args.shown.json, |heard| {
            text(heard, &code::read(heard), args, &profile, &reader)
        });
    }
    let heard = args.code.join(" ");
    let reading = code::read(&heard);
    if args.shown.json {
        let answer = Answered::new(&reading);
        let advice = answer
            .report
            .as_ref()
            .map(|report| advice(report, &profile, &reader));
        let json = serde_json::to_string_pretty(&WithAdvice {
            reading: answer.json(),
            advice: advice.as_ref(),
        });
        print(&json.map_err(|error| Failure::input("write the findings", error))?)?;
    } else {
        print(&text(&heard, &reading, args, &profile, &reader))?;
    }
    Ok(exit_code(&reading))
}

/// The exit status of a reading: a repaired code was read.
pub(crate) fn exit_code(reading: &Reading) -> ExitCode {
    match reading {
        Reading::Read { .. } => ExitCode::SUCCESS,
        Reading::Refused(_) => ExitCode::from(REFUSED),
        Reading::Newer { .. } => ExitCode::from(NEWER),
    }
}

/// A reading and the report that it carries.
pub(crate) struct Answered<'a> {
    reading: &'a Reading,
    report: Option<Report>,
    findings: Option<Vec<Finding>>,
}

/// The JSON of a reading, every name always there.
#[derive(Debug, Serialize)]
pub(crate) struct ReadingJson<'a> {
    status: &'static str,
    code: Option<&'a str>,
    changed: Vec<i64>,
    reason: Option<&'static str>,
    version: Option<i64>,
    platform: Option<Platform>,
    os: Option<Os>,
    app_version: Option<String>,
    hour: Option<i64>,
    complaint: Option<i64>,
    dense: Option<bool>,
    verdict: Option<Verdict>,
    answer: Option<&'a Answer>,
    findings: Option<&'a [Finding]>,
}

#[derive(Debug, Serialize)]
struct WithAdvice<'a> {
    #[serde(flatten)]
    reading: ReadingJson<'a>,
    advice: Option<&'a Advice>,
}

impl<'a> Answered<'a> {
    pub(crate) fn new(reading: &'a Reading) -> Self {
        let payload = match reading {
            Reading::Read { payload, .. } => Some(payload),
            _ => None,
        };
        Self {
            reading,
            report: payload.map(code::report_of),
            findings: payload.map(code::deviations),
        }
    }

    pub(crate) fn json(&self) -> ReadingJson<'_> {
        let mut json = ReadingJson {
            status: "refused",
            code: None,
            changed: Vec::new(),
            reason: None,
            version: None,
            platform: None,
            os: None,
            app_version: None,
            hour: None,
            complaint: None,
            dense: None,
            verdict: self.report.as_ref().map(|report| report.verdict),
            answer: self.report.as_ref().map(|report| &report.answer),
            findings: self.findings.as_deref(),
        };
        match self.reading {
            Reading::Read {
                change,
                code,
                payload,
            } => {
                (json.status, json.changed) = status(change);
                json.code = Some(code.as_str());
                json.version = Some(1);
                json.platform = Some(payload.os.platform());
                json.os = Some(payload.os);
                json.app_version = Some(app_version(payload));
                json.hour = Some(payload.hour);
                json.complaint = Some(payload.complaint);
                json.dense = Some(matches!(payload.contents, Contents::Dense(_)));
            }
            Reading::Newer { code, version } => {
                json.status = "newer_version";
                json.code = Some(code.as_str());
                json.version = Some(*version);
            }
            Reading::Refused(refusal) => json.reason = Some(reason(refusal)),
        }
        json
    }
}

/// The status and the places that were changed.
fn status(change: &Change) -> (&'static str, Vec<i64>) {
    match change {
        Change::Exact => ("exact", Vec::new()),
        Change::Repaired { places } => ("repaired", places.clone()),
        Change::OneMissing { place } => ("one_missing", vec![*place]),
        Change::OneExtra { place } => ("one_extra", vec![*place]),
    }
}

const fn reason(refusal: &code::Refusal) -> &'static str {
    match refusal {
        code::Refusal::Length { .. } => "length",
        code::Refusal::Unreadable { .. } | code::Refusal::Word { .. } => "unreadable",
        code::Refusal::CheckSymbols => "check_symbols",
        code::Refusal::Several => "several",
        code::Refusal::Contents => "contents",
    }
}

fn app_version(payload: &Payload) -> String {
    let [major, minor, patch] = payload.app_version;
    format!("{major}.{minor}.{patch}")
}

/// What the technician sees.
fn text(
    heard: &str,
    reading: &Reading,
    args: &ReadArgs,
    profile: &Profile,
    reader: &Reader,
) -> String {
    let Reading::Read {
        change,
        code,
        payload,
    } = reading
    else {
        return code_lines(reading, heard) + &unread("the code", "The code", reading);
    };
    let report = code::report_of(payload);
    let advice = advice(&report, profile, reader);
    if args.shown.markdown {
        return format!(
            "{}{}\nCode: `{code}`  \n{}\n",
            read_back::markdown(heard, change, code),
            page::markdown(&report, &advice, reader.audience),
            phone(payload, profile),
        );
    }
    format!(
        "{}{}\n{}",
        code_lines(reading, heard),
        phone_line(reading, profile),
        page::text(&report, &advice, reader.audience),
    )
}

/// The code and what must be read back of it; nothing where it was refused.
pub(crate) fn code_lines(reading: &Reading, heard: &str) -> String {
    match reading {
        Reading::Read { change, code, .. } => read_back::text(heard, change, code),
        Reading::Newer { code, .. } => page::labelled("Code", code.as_str()),
        Reading::Refused(_) => String::new(),
    }
}

/// Why a code was not read, which has this name, and this one at the start of a sentence; nothing where it was.
pub(crate) fn unread(name: &str, name_first: &str, reading: &Reading) -> String {
    match reading {
        Reading::Read { .. } => String::new(),
        Reading::Newer { version, .. } => {
            format!("{name_first} is of version {version}; this program reads version 1.\n")
        }
        Reading::Refused(refusal) => format!("Could not read {name}: {refusal}.\n"),
    }
}

/// The phone, the app, the time and the complaint, beside a label; nothing where the code was not read.
pub(crate) fn phone_line(reading: &Reading, profile: &Profile) -> String {
    match reading {
        Reading::Read { payload, .. } => page::labelled("Phone", &phone(payload, profile)),
        _ => String::new(),
    }
}

/// The phone, the app, the time and the complaint that a code carries, in a line.
fn phone(payload: &Payload, profile: &Profile) -> String {
    let os = match payload.os {
        Os::Android { api: 63 } => "Android API 63 or above".to_owned(),
        Os::Android { api } => format!("Android API {api}"),
        Os::Ios { major, minor } => format!("iOS {major}.{minor}"),
    };
    let app = match payload.app_version {
        [0, 0, 0] => "version not known".to_owned(),
        _ => app_version(payload),
    };
    let time = match payload.hour {
        0 => "time not known".to_owned(),
        hour => {
            let time = Time::from_seconds(Time::YEAR_2026.seconds + hour * 3600).to_string();
            time.replacen('T', " ", 1).replacen(":00Z", " UTC", 1)
        }
    };
    let complaint = match payload.complaint {
        0 => String::new(),
        number => {
            let id = i32::try_from(number)
                .ok()
                .and_then(Complaint::from_number)
                .map(Complaint::id);
            format!(
                ", complaint {number} {}",
                id.unwrap_or("unknown to this program")
            )
        }
    };
    format!("{os}, {} {app}, {time}{complaint}", profile.words.app)
}
