//! A report in words: what is wrong, whose job it is, and the next step, for one reader.

mod steps;

use crate::{
    checks,
    complaint::{AnswerKind, Shown, shown},
    details::Detail,
    fact::Reason,
    link::ActivationLink,
    os::Os,
    playbook::{self, Above, Playbook},
    profile::Profile,
    reader::Reader,
    report::{Effect, Finding, Outcome, Owner, Report, Verdict},
    rung::Rung,
    words::{
        Words,
        kinds::{
            DetailArguments, HeadlineArguments, NameArguments, Platform, ReasonArguments,
            TitleArguments, UnknownArguments, WhyArguments,
        },
    },
};

/// A report in words.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
pub struct Advice {
    /// The answer to the complaint; without one the verdict.
    pub headline: String,
    /// The verdict.
    pub verdict: String,
    /// What proves the verdict, and when.
    pub proof: Option<String>,
    /// What is known of the activation link.
    pub link: Option<String>,
    /// The findings in the order in which they are shown: of the complaint, also noticed, not checked.
    pub findings: Vec<FindingAdvice>,
    /// What no phone like this one can tell, in one sentence.
    pub folded: Option<String>,
    /// What to do about the complaint, where a playbook is compiled in.
    pub playbook: Option<Playbook>,
    /// The language of the words.
    pub language: &'static str,
}

/// One finding in words.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
pub struct FindingAdvice {
    /// The check's number.
    pub check: i32,
    /// Whether it does not belong to the complaint.
    pub also_noticed: bool,
    /// What is wrong.
    pub title: String,
    /// Why it matters for the app; missing where it was not judged, or this program does not know the check or its cause.
    pub why: Option<String>,
    /// What only the phone knows.
    pub detail: Option<String>,
    /// Whose job the next step is, where something is to be done.
    pub owner: Option<Owner>,
    /// What to do, in order.
    pub steps: Vec<Step>,
    /// The check whose steps, further up, are the same.
    pub fixed_by: Option<i32>,
}

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
pub struct Step {
    /// What to do, complete without its buttons.
    pub text: String,
    /// A text to copy; no step of a finding has one yet.
    pub copy: Option<String>,
    /// The screens that help, the most exact first.
    pub ladder: Vec<Rung>,
}

/// A report in words for one reader.
#[must_use]
pub fn advice(report: &Report, profile: &Profile, reader: &Reader) -> Advice {
    with_link(report, profile, reader, None)
}

/// A report in words, with what is known of the activation link.
pub(crate) fn with_link(
    report: &Report,
    profile: &Profile,
    reader: &Reader,
    link: Option<ActivationLink>,
) -> Advice {
    let writer = Writer::new(report, profile, reader);
    let verdict = writer.headline(verdict_id(report));
    let headline =
        answer_id(report.answer.kind).map_or_else(|| verdict.clone(), |id| writer.headline(id));
    let Shown {
        first,
        also_noticed,
        unknown,
        folded,
    } = shown(report.complaint, &report.os, &report.findings);
    let told = first
        .iter()
        .chain(&also_noticed)
        .flat_map(|finding| writer.step_ids(finding))
        .collect();
    let above = Above {
        told: &told,
        words: &|step, of_makers| writer.remedy_step(step, of_makers),
    };
    let mut findings: Vec<FindingAdvice> = Vec::new();
    for (list, also_noticed) in [(first, false), (also_noticed, true), (unknown, false)] {
        for finding in list {
            let advice = writer.finding(finding, also_noticed, &findings);
            findings.push(advice);
        }
    }
    Advice {
        headline,
        verdict,
        proof: writer.proof(),
        link: link.and_then(|link| link.sentence(profile, reader)),
        findings,
        folded: writer.folded(&folded),
        playbook: playbook::of_report(
            report,
            profile,
            reader,
            link.map(ActivationLink::is_valid),
            &above,
        ),
        language: writer.words.language(),
    }
}

/// The headline of a verdict. Only where all that is so grave concerns notifications, it speaks of them.
fn verdict_id(report: &Report) -> &'static str {
    let only_notifications = |effect| {
        let mut grave = report
            .findings
            .iter()
            .filter(|finding| finding.effect == Some(effect));
        grave.all(|finding| {
            finding
                .id()
                .is_some_and(|id| id.starts_with("notifications."))
        })
    };
    match report.verdict {
        Verdict::Blocked if only_notifications(Effect::Blocks) => "verdict-blocked-notifications",
        Verdict::Blocked => "verdict-blocked",
        Verdict::AtRisk if only_notifications(Effect::Weakens) => "verdict-at-risk-notifications",
        Verdict::AtRisk => "verdict-at-risk",
        Verdict::NotProven => "verdict-not-proven",
        Verdict::Healthy => "verdict-healthy",
    }
}

const fn answer_id(kind: AnswerKind) -> Option<&'static str> {
    match kind {
        AnswerKind::NoAnswer => None,
        AnswerKind::Explained => Some("answer-explained"),
        AnswerKind::NotThisPhone => Some("answer-not-this-phone"),
        AnswerKind::CannotTell => Some("answer-cannot-tell"),
    }
}

/// The id of a reason's sentence.
const fn reason_id(reason: Reason) -> &'static str {
    match reason {
        Reason::NoApi => "reason-no-api",
        Reason::NoPermission => "reason-no-permission",
        Reason::CallFailed => "reason-call-failed",
        Reason::HostSilent => "reason-host-silent",
        Reason::NotRun => "reason-not-run",
        Reason::Hidden => "reason-hidden",
        Reason::ChangedByOpening => "reason-changed-by-opening",
        Reason::Unsupported => "reason-unsupported",
    }
}

/// Puts a report into words.
struct Writer<'a> {
    words: Words,
    report: &'a Report,
    profile: &'a Profile,
    reader: &'a Reader,
    platform: Platform,
    /// The lowest version of the operating system on which the app runs.
    minimum: String,
}

impl<'a> Writer<'a> {
    fn new(report: &'a Report, profile: &'a Profile, reader: &'a Reader) -> Self {
        let platform = match report.os {
            Os::Android { .. } => Platform::Android,
            Os::Ios { .. } => Platform::Ios,
        };
        Self {
            words: Words::new(&reader.language, reader.audience),
            report,
            profile,
            reader,
            platform,
            minimum: steps::minimum(report.os, profile),
        }
    }

    fn app(&self) -> &'a str {
        &self.profile.words.app
    }

    fn headline(&self, id: &str) -> String {
        self.words
            .sentence(id, &HeadlineArguments { app: self.app() })
            .unwrap_or_default()
    }

    fn finding(
        &self,
        finding: &Finding,
        also_noticed: bool,
        earlier: &[FindingAdvice],
    ) -> FindingAdvice {
        let mut steps = self.steps(finding);
        let fixed_by = earlier
            .iter()
            .find(|advice| !steps.is_empty() && steps::same(&advice.steps, &steps))
            .map(|advice| advice.check);
        if fixed_by.is_some() {
            steps.clear();
        }
        FindingAdvice {
            check: finding.check,
            also_noticed,
            title: self.title(finding),
            why: self.why(finding),
            detail: self.detail(finding),
            owner: finding.owner(),
            steps,
            fixed_by,
        }
    }

    /// What is wrong; where this program does not know the check, the cause or the warning, its number.
    fn title(&self, finding: &Finding) -> String {
        let known = finding_id(finding).and_then(|id| {
            self.words.sentence(
                &id,
                &TitleArguments {
                    app: self.app(),
                    platform: self.platform,
                },
            )
        });
        known.unwrap_or_else(|| {
            let id = match (finding.id(), finding.outcome, finding.cause) {
                (None, ..) => "unknown-check",
                (_, Outcome::Fail, Some(_)) => "unknown-cause",
                (_, Outcome::Fail, None) => "unknown-cause-not-carried",
                (_, Outcome::Warn, _) => "unknown-warning",
                _ => "unknown-outcome",
            };
            let number = if finding.id().is_none() {
                Some(finding.check)
            } else {
                finding.cause
            };
            self.unknown(id, &self.name(finding.check), number.unwrap_or_default())
        })
    }

    fn unknown(&self, id: &str, checks: &str, number: i32) -> String {
        let arguments = UnknownArguments {
            checks,
            number: number.into(),
        };
        self.words.sentence(id, &arguments).unwrap_or_default()
    }

    /// Why it matters; nothing of what is not known.
    fn why(&self, finding: &Finding) -> Option<String> {
        self.words.sentence(
            &format!("{}.why", finding_id(finding)?),
            &WhyArguments {
                app: self.app(),
                platform: self.platform,
            },
        )
    }

    /// A check's short name; its number where this program does not know it.
    fn name(&self, check: i32) -> String {
        checks::by_number(check)
            .and_then(|check| {
                let id = format!("check-{}", hyphened(check.id));
                self.words.sentence(
                    &id,
                    &NameArguments {
                        platform: self.platform,
                    },
                )
            })
            .unwrap_or_else(|| check.to_string())
    }

    /// What only the phone knows: the reason of what it could not see, else a sentence with the finding's details.
    fn detail(&self, finding: &Finding) -> Option<String> {
        if let Some(reason) = finding.reason {
            return self
                .words
                .sentence(reason_id(reason), &ReasonArguments { app: self.app() });
        }
        self.with_details(
            &format!("{}.detail", finding_id(finding)?),
            &finding.details,
        )
    }

    fn with_details(&self, id: &str, details: &[Detail]) -> Option<String> {
        let (mut count, mut days, mut time, mut version) = (None, None, None, None);
        for detail in details {
            match detail {
                Detail::Count { value } => count = Some(*value),
                Detail::Days { value } => days = Some(*value),
                Detail::Time { value } => time = Some(self.reader.local_time(*value)),
                Detail::Version { value } => version = Some(value.to_string()),
                Detail::Channel { .. } => {}
            }
        }
        let arguments = DetailArguments {
            count,
            days,
            time: time.as_deref(),
            version: version.as_deref(),
        };
        self.words.sentence(id, &arguments)
    }

    /// When the push arrived that proves that the app works.
    fn proof(&self) -> Option<String> {
        if self.report.verdict != Verdict::Healthy {
            return None;
        }
        self.with_details(
            "proof-arrived",
            &self.report.finding(checks::DELIVERY)?.details,
        )
    }

    /// What no phone like this one can tell.
    fn folded(&self, findings: &[&Finding]) -> Option<String> {
        if findings.is_empty() {
            return None;
        }
        let names: Vec<String> = findings
            .iter()
            .map(|finding| self.name(finding.check))
            .collect();
        Some(self.unknown(
            "unknown-folded",
            &names.join("; "),
            i32::try_from(names.len()).unwrap_or(i32::MAX),
        ))
    }
}

/// The id of a finding's sentences, such as `notifications-app-off`.
fn finding_id(finding: &Finding) -> Option<String> {
    Some(format!(
        "{}-{}",
        hyphened(finding.id()?),
        hyphened(finding.cause_id()?)
    ))
}

/// An id as the words have it.
fn hyphened(id: &str) -> String {
    id.replace(['.', '_'], "-")
}
