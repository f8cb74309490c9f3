//! From a report to what its code carries, and back (sections "Payload" and "Defaults").

use super::{
    Code, Contents, DefaultOutcome, EncodeError, Entry, Payload, default_finding, encode,
    is_fallback,
};
use crate::{
    checks,
    fact::Reason,
    os::Os,
    report::{Effect, Finding, Outcome, Report, assemble, fail_effect, warn_effect},
    version::AppVersion,
};

/// What an entry says: 0 warn, 1 unknown, 2 not applicable, from 3 on a failure with the cause 0 and so on.
const WARN: i32 = 0;
const UNKNOWN: i32 = 1;
const NOT_APPLICABLE: i32 = 2;
const FIRST_CAUSE: i32 = 3;

/// How many entries a list word holds.
const LIST_ROOM: usize = 6;

/// The code of a report: a list of what differs from the defaults; dense from seven differences on, where a cause is
/// not known, and where neither the hour nor the app's version is, so that it is no fallback word.
///
/// # Errors
/// A report that no diagnosis makes: a complaint, a check or a cause out of its range, checks out of order.
pub fn encode_report(report: &Report) -> Result<Code, EncodeError> {
    let version = report
        .app_version
        .clone()
        .unwrap_or(AppVersion::new(0, 0, 0));
    let mut payload = Payload {
        os: report.os,
        app_version: [version.major, version.minor, version.patch],
        hour: report.hour,
        complaint: report.complaint.into(),
        contents: Contents::List(Vec::new()),
    };
    let entries: Option<Vec<Entry>> = report
        .findings
        .iter()
        .filter_map(|finding| entry(&report.os, finding))
        .collect();
    payload.contents = match entries {
        Some(entries) if entries.len() <= LIST_ROOM && !is_fallback(&payload) => {
            Contents::List(entries)
        }
        _ => dense(report),
    };
    encode(&payload)
}

/// The entry of a finding: nothing for one that does not differ from its default, None within for a failure without a
/// cause.
#[expect(
    clippy::option_option,
    reason = "what differs, and whether an entry can say it"
)]
fn entry(os: &Os, finding: &Finding) -> Option<Option<Entry>> {
    let default = default_finding(os, finding.check);
    let code = match (finding.outcome, default) {
        (Outcome::Pass, DefaultOutcome::Pass)
        | (Outcome::Unknown, DefaultOutcome::Unknown)
        | (Outcome::NotApplicable, DefaultOutcome::NotApplicable) => return None,
        // A listed finding that repeats the default means pass.
        (Outcome::Pass, DefaultOutcome::Unknown) | (Outcome::Unknown, _) => UNKNOWN,
        (Outcome::Pass, DefaultOutcome::NotApplicable) | (Outcome::NotApplicable, _) => {
            NOT_APPLICABLE
        }
        (Outcome::Warn, _) => WARN,
        (Outcome::Fail, _) => match finding.cause {
            Some(cause) => FIRST_CAUSE.saturating_add(cause),
            None => return Some(None),
        },
    };
    Some(Some(Entry {
        check: finding.check,
        finding: code,
    }))
}

/// The outcomes of all checks, without causes.
fn dense(report: &Report) -> Contents {
    let mut outcomes = [2; checks::COUNT];
    for (outcome, number) in outcomes.iter_mut().zip(0..) {
        *outcome = match report.finding(number).map(|finding| finding.outcome) {
            Some(Outcome::Pass) => 0,
            Some(Outcome::Warn) => 1,
            Some(Outcome::Fail) => 3,
            Some(Outcome::Unknown | Outcome::NotApplicable) | None => 2,
        };
    }
    Contents::Dense(outcomes)
}

/// The report that a code carries: an outcome for every check of version 1, and for each newer check that it lists.
#[must_use]
pub fn report_of(payload: &Payload) -> Report {
    let mut findings: Vec<Finding> = checks::ALL
        .iter()
        .map(|check| unlisted(payload, check.number))
        .collect();
    match &payload.contents {
        Contents::List(entries) => {
            for entry in entries {
                let read = listed(&payload.os, *entry);
                match findings
                    .iter_mut()
                    .find(|finding| finding.check == read.check)
                {
                    Some(finding) => *finding = read,
                    None => findings.push(read),
                }
            }
        }
        Contents::Dense(outcomes) => {
            for (finding, outcome) in findings.iter_mut().zip(outcomes) {
                *finding = densely(&payload.os, finding.check, *outcome);
            }
        }
    }
    let [major, minor, patch] = payload.app_version;
    let app_version =
        (payload.app_version != [0, 0, 0]).then(|| AppVersion::new(major, minor, patch));
    let complaint = i32::try_from(payload.complaint).unwrap_or(0);
    assemble(payload.os, app_version, payload.hour, complaint, findings)
}

/// The findings of a code that are not their checks' defaults, rising; of a fallback word those that it lists.
#[must_use]
pub fn deviations(payload: &Payload) -> Vec<Finding> {
    let report = report_of(payload);
    let told = |finding: &Finding| match &payload.contents {
        Contents::List(entries) if is_fallback(payload) => {
            entries.iter().any(|entry| entry.check == finding.check)
        }
        _ => finding.outcome != default_outcome(&payload.os, finding.check),
    };
    report.findings.into_iter().filter(told).collect()
}

fn default_outcome(os: &Os, check: i32) -> Outcome {
    match default_finding(os, check) {
        DefaultOutcome::Pass => Outcome::Pass,
        DefaultOutcome::Unknown => Outcome::Unknown,
        DefaultOutcome::NotApplicable => Outcome::NotApplicable,
    }
}

/// What a check says that the word does not list.
fn unlisted(payload: &Payload, check: i32) -> Finding {
    if is_fallback(payload) {
        return Finding {
            reason: Some(Reason::NotRun),
            ..plain(check, Outcome::Unknown)
        };
    }
    plain(check, default_outcome(&payload.os, check))
}

fn listed(os: &Os, entry: Entry) -> Finding {
    let default = default_outcome(os, entry.check);
    match entry.finding {
        WARN => plain(entry.check, Outcome::Warn),
        UNKNOWN if default == Outcome::Unknown => plain(entry.check, Outcome::Pass),
        UNKNOWN => plain(entry.check, Outcome::Unknown),
        NOT_APPLICABLE if default == Outcome::NotApplicable => plain(entry.check, Outcome::Pass),
        NOT_APPLICABLE => plain(entry.check, Outcome::NotApplicable),
        failed => failure(entry.check, Some(failed.saturating_sub(FIRST_CAUSE))),
    }
}

fn densely(os: &Os, check: i32, outcome: i64) -> Finding {
    match outcome {
        0 => plain(check, Outcome::Pass),
        1 => plain(check, Outcome::Warn),
        3 => failure(check, None),
        _ => match default_outcome(os, check) {
            Outcome::NotApplicable => plain(check, Outcome::NotApplicable),
            _ => plain(check, Outcome::Unknown),
        },
    }
}

fn plain(check: i32, outcome: Outcome) -> Finding {
    let effect: Option<Effect> = if outcome == Outcome::Warn {
        warn_effect(check)
    } else {
        None
    };
    Finding {
        check,
        outcome,
        cause: None,
        effect,
        reason: None,
        details: Vec::new(),
    }
}

fn failure(check: i32, cause: Option<i32>) -> Finding {
    Finding {
        cause,
        effect: Some(fail_effect(check, cause)),
        ..plain(check, Outcome::Fail)
    }
}
