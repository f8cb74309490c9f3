//! Two codes side by side, in words.

use crate::{
    comparison::{Comparison, Note},
    page,
};
use anstyle::{AnsiColor, Style};
use diagnose_core::{
    Reader,
    advice::Advice,
    checks,
    os::Platform,
    report::{Outcome, Report},
    words::{Words, kinds},
};
use std::cmp::Reverse;

/// The signs of what is in order and of what is not known: a shape for each, never colour alone.
const FINE: (Style, &str) = (AnsiColor::Green.on_default().bold(), "✓");
const UNKNOWN: (Style, &str) = (Style::new().dimmed(), "?");

/// One of the two codes.
#[derive(Debug)]
pub(crate) struct Side {
    pub(crate) report: Report,
    pub(crate) advice: Advice,
    /// The code, and what must be read back before it is believed.
    pub(crate) code: String,
    /// The phone, the app and the time.
    pub(crate) phone: String,
}

/// The page of a comparison, in lines of at most 80 columns.
pub(crate) fn text(
    comparison: &Comparison,
    before: &Side,
    after: &Side,
    reader: &Reader,
) -> String {
    let writer = Writer {
        before,
        after,
        words: Words::new(&reader.language, reader.audience),
    };
    let mut text = String::new();
    for (label, side) in [("Before", before), ("After", after)] {
        text += &format!("{}\n{}{}", page::bold(label), side.code, side.phone);
        text += &page::labelled("Verdict", &side.advice.verdict);
        text.push('\n');
    }
    for note in &comparison.notes {
        text += &page::labelled("Note", &note_text(*note, before, after));
    }
    if !comparison.notes.is_empty() {
        text.push('\n');
    }
    for (heading, checks) in [
        ("Better", &comparison.better),
        ("Worse", &comparison.worse),
        ("Still there", &comparison.same),
    ] {
        let lines: Vec<String> = writer
            .by_gravity(checks)
            .into_iter()
            .filter_map(|check| writer.line(check))
            .collect();
        if !lines.is_empty() {
            text += &format!("{}\n{}\n", page::bold(heading), lines.concat());
        }
    }
    text + &page::wrapped(&writer.unchanged(&comparison.same), "", "")
}

/// What speaks against comparing the two, or explains a difference.
fn note_text(note: Note, before: &Side, after: &Side) -> String {
    let hours = before.report.hour - after.report.hour;
    match note {
        Note::OtherPlatform => format!(
            "These are two phones, before {} and after {}: nothing here is a change of one.",
            phones(before.report.os.platform()),
            phones(after.report.os.platform()),
        ),
        Note::OlderOs => {
            "The system is older after than before: these may be two phones.".to_owned()
        }
        Note::AfterIsOlder => format!(
            "AFTER was taken {hours} {} before BEFORE: are the codes the wrong way round?",
            if hours == 1 { "hour" } else { "hours" },
        ),
        Note::OlderApp => "The app is older after than before: these may be two phones.".to_owned(),
        Note::OtherComplaint => {
            "The two answer different complaints, which can change the verdict.".to_owned()
        }
        Note::NotRunBefore => "No diagnosis had run before.".to_owned(),
        Note::NotRunAfter => "No diagnosis had run after.".to_owned(),
        Note::NothingChanged => "Both codes say the same of every check.".to_owned(),
    }
}

const fn phones(platform: Platform) -> &'static str {
    match platform {
        Platform::Android => "an Android phone",
        Platform::Ios => "an iPhone or iPad",
    }
}

struct Writer<'a> {
    before: &'a Side,
    after: &'a Side,
    words: Words,
}

impl Writer<'_> {
    /// The gravest first: of what is wrong now, then of what was wrong.
    fn by_gravity(&self, checks: &[i32]) -> Vec<i32> {
        let effect = |side: &Side, check| side.report.finding(check)?.effect;
        let mut checks = checks.to_vec();
        checks.sort_by_key(|check| {
            Reverse((effect(self.after, *check), effect(self.before, *check)))
        });
        checks
    }

    /// What is said of a check; nothing of one that was and is in order or not known.
    fn line(&self, check: i32) -> Option<String> {
        let (was, is) = (problem(self.before, check), problem(self.after, check));
        let (old, new) = (outcome(self.before, check), outcome(self.after, check));
        let ((style, sign), title, remark) = match (was, is) {
            (Some(was), Some(is)) => {
                let other = (was.title != is.title).then(|| format!("Before: {}", was.title));
                (is.sign, is.title.to_owned(), other)
            }
            (None, Some(is)) => {
                let remark = match old {
                    Outcome::Unknown => "Not known before: it may have been so already.",
                    Outcome::NotApplicable => "It did not apply before.",
                    _ => "It was in order before.",
                };
                (is.sign, is.title.to_owned(), Some(remark.to_owned()))
            }
            (Some(was), None) => match new {
                Outcome::Unknown => (
                    UNKNOWN,
                    format!("Not seen any more, may be gone: {}", was.title),
                    None,
                ),
                Outcome::NotApplicable => (
                    FINE,
                    format!("Does not apply any more: {}", was.title),
                    None,
                ),
                _ => (FINE, format!("Gone: {}", was.title), None),
            },
            (None, None) => match (old, new) {
                (Outcome::Unknown, Outcome::Pass) => (
                    FINE,
                    format!("Not known before, in order now: {}", self.name(check)),
                    None,
                ),
                (Outcome::Pass, Outcome::Unknown) => (
                    UNKNOWN,
                    format!("In order before, not known now: {}", self.name(check)),
                    None,
                ),
                _ => return None,
            },
        };
        let title = page::wrapped(&title, "  ", "  ");
        let mut line = title.replacen("  ", &format!("{} ", page::styled(style, sign)), 1);
        if let Some(remark) = remark {
            line += &page::wrapped(&remark, "  ", "  ");
        }
        Some(line)
    }

    /// How many checks are not worth a line.
    fn unchanged(&self, same: &[i32]) -> String {
        let quiet = same.iter().filter(|check| self.line(**check).is_none());
        let (mut fine, mut not_applicable, mut unknown) = (0, 0, 0);
        for check in quiet {
            match outcome(self.after, *check) {
                Outcome::Unknown => unknown += 1,
                Outcome::NotApplicable => not_applicable += 1,
                _ => fine += 1,
            }
        }
        let counts = [
            (fine, "in order"),
            (not_applicable, "not applicable"),
            (unknown, "not known"),
        ];
        let counts = counts.iter().filter(|(count, _)| *count > 0);
        let counts: Vec<String> = counts
            .map(|(count, what)| format!("{count} {what}"))
            .collect();
        if counts.is_empty() {
            return String::new();
        }
        format!("Unchanged: {}", counts.join(", "))
    }

    /// A check's short name; its number where this program does not know it.
    fn name(&self, check: i32) -> String {
        let platform = match self.after.report.os.platform() {
            Platform::Android => kinds::Platform::Android,
            Platform::Ios => kinds::Platform::Ios,
        };
        checks::by_number(check)
            .and_then(|check| {
                let id = format!("check-{}", check.id.replace(['.', '_'], "-"));
                self.words.sentence(&id, &kinds::NameArguments { platform })
            })
            .unwrap_or_else(|| format!("check number {check}"))
    }
}

fn outcome(side: &Side, check: i32) -> Outcome {
    side.report
        .finding(check)
        .map_or(Outcome::Unknown, |finding| finding.outcome)
}

/// What is wrong, as its advice says it.
struct Problem<'a> {
    sign: (Style, &'static str),
    title: &'a str,
}

fn problem(side: &Side, check: i32) -> Option<Problem<'_>> {
    if !matches!(outcome(side, check), Outcome::Warn | Outcome::Fail) {
        return None;
    }
    let advice = side
        .advice
        .findings
        .iter()
        .find(|advice| advice.check == check)?;
    Some(Problem {
        sign: page::sign(&side.report, advice),
        title: &advice.title,
    })
}
