//! A report in words on a page of 80 columns, or in Markdown.

use crate::playbook;
use anstyle::{AnsiColor, Style};
use diagnose_core::{
    advice::{Advice, FindingAdvice},
    report::{Effect, Outcome, Owner, Report, Verdict},
    words::Audience,
};
use std::fmt::Write;

const WIDTH: usize = 80;
/// The width of a label and the blank after it.
const LABEL: usize = 8;
const BOLD: Style = Style::new().bold();
pub(crate) const DIM: Style = Style::new().dimmed();
pub(crate) const RED: Style = AnsiColor::Red.on_default().bold();
pub(crate) const YELLOW: Style = AnsiColor::Yellow.on_default().bold();
pub(crate) const GREEN: Style = AnsiColor::Green.on_default().bold();

/// A text in a style.
pub(crate) fn styled(style: Style, text: &str) -> String {
    format!("{style}{text}{style:#}")
}

/// A text in bold.
pub(crate) fn bold(text: &str) -> String {
    styled(BOLD, text)
}

/// A label and a text beside it.
pub(crate) fn labelled(label: &str, text: &str) -> String {
    let body = wrapped(text, &" ".repeat(LABEL), &" ".repeat(LABEL));
    format!("{}{}", bold(&format!("{label:<LABEL$}")), body.trim_start())
}

/// A text after `first`, its further lines after `rest`.
pub(crate) fn wrapped(text: &str, first: &str, rest: &str) -> String {
    let options = textwrap::Options::new(WIDTH)
        .initial_indent(first)
        .subsequent_indent(rest)
        // The same whatever features other crates of the workspace turn on.
        .wrap_algorithm(textwrap::WrapAlgorithm::FirstFit)
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .word_splitter(textwrap::WordSplitter::NoHyphenation);
    textwrap::fill(text, options) + "\n"
}

/// The sign of a finding: a shape for each state, never colour alone.
pub(crate) fn sign(report: &Report, finding: &FindingAdvice) -> (Style, &'static str) {
    match report
        .finding(finding.check)
        .map(|finding| (finding.outcome, finding.effect))
    {
        Some((Outcome::Fail, Some(Effect::Blocks))) => (RED, "✗"),
        Some((Outcome::Fail, _) | (Outcome::Warn, Some(_))) => (YELLOW, "!"),
        Some((Outcome::Warn, None)) => (BOLD, "·"),
        _ => (DIM, "?"),
    }
}

const fn verdict_style(verdict: Verdict) -> Style {
    match verdict {
        Verdict::Blocked => RED,
        Verdict::AtRisk => YELLOW,
        Verdict::NotProven => BOLD,
        Verdict::Healthy => GREEN,
    }
}

/// For a technician, whose job something is; the end user's words say it themselves.
pub(crate) const fn whose(audience: Audience, owner: Option<Owner>) -> Option<&'static str> {
    match (audience, owner) {
        (Audience::User, _) | (_, None) => None,
        (Audience::Technician, Some(Owner::User)) => Some("user"),
        (Audience::Technician, Some(Owner::Technician)) => Some("you"),
        (Audience::Technician, Some(Owner::Vendor)) => Some("vendor"),
    }
}

/// The title, and for a technician whose job it is.
fn title(finding: &FindingAdvice, audience: Audience) -> String {
    whose(audience, finding.owner).map_or_else(
        || finding.title.clone(),
        |owner| format!("{} [{owner}]", finding.title),
    )
}

/// An arrow for the only step, a number for one of several.
fn sign_of_step(place: usize, count: usize) -> String {
    if count == 1 {
        return "→".to_owned();
    }
    format!("{}.", place + 1)
}

/// The advice in lines of at most 80 columns.
pub(crate) fn text(report: &Report, advice: &Advice, audience: Audience) -> String {
    let mut page = String::new();
    page += &styled(verdict_style(report.verdict), &advice.headline);
    page.push('\n');
    if advice.headline != advice.verdict {
        page += &wrapped(&advice.verdict, "", "");
    }
    for sentence in [&advice.proof, &advice.link].into_iter().flatten() {
        page += &wrapped(sentence, "", "");
    }
    let mut also_noticed = false;
    let unknown_for = |finding: &FindingAdvice| {
        let finding_of = report.finding(finding.check)?;
        (finding_of.outcome == Outcome::Unknown).then(|| finding.detail.clone())
    };
    let mut before = None;
    for (place, finding) in advice.findings.iter().enumerate() {
        let next = advice.findings.get(place + 1).and_then(unknown_for);
        let unknown = unknown_for(finding);
        if finding.also_noticed && !also_noticed {
            also_noticed = true;
            page += &format!("\n{}\n", bold("Also noticed"));
        } else if (!finding.also_noticed || !also_noticed)
            && (before.is_none() || before != unknown)
        {
            page.push('\n');
        }
        // What is not known for one reason stands together, the reason below it.
        let mut shown = finding.clone();
        if unknown.is_some() && unknown == next {
            shown.detail = None;
        }
        before = unknown;
        page += &finding_text(report, advice, &shown, audience);
    }
    if let Some(folded) = &advice.folded {
        page.push('\n');
        page += &styled(DIM, wrapped(folded, "", "").trim_end());
        page.push('\n');
    }
    if let Some(playbook) = &advice.playbook {
        page.push('\n');
        page += &playbook::text(playbook, audience);
    }
    page
}

/// A finding with its detail and its steps.
pub(crate) fn finding_text(
    report: &Report,
    advice: &Advice,
    finding: &FindingAdvice,
    audience: Audience,
) -> String {
    let (style, sign) = sign(report, finding);
    let mut page = wrapped(&title(finding, audience), "  ", "  ").replacen(
        "  ",
        &format!("{} ", styled(style, sign)),
        1,
    );
    for detail in finding.why.iter().chain(&finding.detail) {
        page += &wrapped(detail, "  ", "  ");
    }
    for (place, step) in finding.steps.iter().enumerate() {
        let sign = sign_of_step(place, finding.steps.len());
        page += &wrapped(
            &step.text,
            &format!("  {sign} "),
            &" ".repeat(sign.chars().count() + 3),
        );
    }
    if let Some(other) = finding.fixed_by.and_then(|check| title_of(advice, check)) {
        page += &wrapped(&format!("The same step as for: {other}"), "  → ", "    ");
    }
    page
}

fn title_of(advice: &Advice, check: i32) -> Option<&str> {
    advice
        .findings
        .iter()
        .find(|finding| finding.check == check)
        .map(|finding| finding.title.as_str())
}

/// The advice for a ticket.
pub(crate) fn markdown(report: &Report, advice: &Advice, audience: Audience) -> String {
    let mut page = format!("## {}\n", advice.headline);
    if advice.headline != advice.verdict {
        let _ = writeln!(page, "\n{}", advice.verdict);
    }
    for sentence in [&advice.proof, &advice.link].into_iter().flatten() {
        let _ = writeln!(page, "\n{sentence}");
    }
    let mut part = None;
    for finding in &advice.findings {
        if part != Some(finding.also_noticed) {
            part = Some(finding.also_noticed);
            page += if finding.also_noticed {
                "\n### Also noticed\n\n"
            } else {
                "\n"
            };
        }
        let (_, sign) = sign(report, finding);
        let _ = writeln!(page, "- {sign} **{}**", title(finding, audience));
        for detail in finding.why.iter().chain(&finding.detail) {
            let _ = writeln!(page, "  {detail}");
        }
        for (place, step) in finding.steps.iter().enumerate() {
            let sign = match finding.steps.len() {
                1 => "-".to_owned(),
                several => sign_of_step(place, several),
            };
            let _ = writeln!(page, "  {sign} {}", step.text);
        }
        if let Some(other) = finding.fixed_by.and_then(|check| title_of(advice, check)) {
            let _ = writeln!(page, "  - The same step as for: {other}");
        }
    }
    if let Some(folded) = &advice.folded {
        let _ = writeln!(page, "\n{folded}");
    }
    if let Some(playbook) = &advice.playbook {
        page.push('\n');
        page += &playbook::markdown(playbook, audience);
    }
    page
}
