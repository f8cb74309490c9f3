//! What was found on an installation, on a page of 80 columns.

use crate::{
    cli::VerifyArgs,
    page::{self, DIM, GREEN, RED, YELLOW},
    verify::{self, CHECKS, FileVerdict, SPLITS},
};
use diagnose_core::{
    Reader,
    advice::advice,
    fact::Fact,
    profile::Profile,
    report::{Outcome, Report},
    words::Audience,
};
use diagnose_integrity::{
    CertificateDigest, DamagedEntries, EntryKind, FileFindings, InstallationFindings, Verdict,
    facts::InstallFacts,
};

/// Damaged entries that are told of each file; JSON has more.
const ENTRIES_TOLD: usize = 10;

pub(crate) fn text(
    args: &VerifyArgs,
    found: &InstallationFindings,
    report: &Report,
    profile: &Profile,
) -> String {
    let names: Vec<String> = args
        .apks
        .iter()
        .map(|path| printable(&path.display().to_string()))
        .collect();
    let mut page = String::new();
    for (name, file) in names.iter().zip(&found.files) {
        page += &file_text(name, file);
    }
    page += &judged(found, args.sdk, report, profile);
    page.push('\n');
    if let Some(abi) = found.set.as_ref().ok().and_then(|set| set.abi.as_deref()) {
        page += &page::labelled("ABI", abi);
    }
    page += &signers(&names, found);
    page.trim_end().to_owned() + "\n"
}

/// The findings of the three checks that are not in order, and why the files were not judged together.
fn judged(found: &InstallationFindings, sdk: u32, report: &Report, profile: &Profile) -> String {
    let audience = Audience::Technician;
    let reader = Reader::new("en", audience);
    let mut advice = advice(report, profile, &reader);
    advice
        .findings
        .retain(|finding| CHECKS.contains(&finding.check));
    for finding in &mut advice.findings {
        let outcome = report.finding(finding.check).map(|finding| finding.outcome);
        if outcome == Some(Outcome::Unknown) {
            // It speaks of a phone that was asked; here the files were, and say it themselves.
            finding.detail = None;
        }
    }
    let mut text = String::new();
    for finding in &advice.findings {
        text.push('\n');
        text += &page::finding_text(report, &advice, finding, audience);
        if finding.check == SPLITS {
            for title in titles(found, sdk, profile, &reader) {
                if title != finding.title {
                    text += &page::wrapped(&format!("also: {title}"), "  ", "        ");
                }
            }
        }
    }
    if let Err(error) = &found.set {
        let error = printable(&error.to_string());
        text.push('\n');
        text += &page::wrapped(
            &format!("The files were not judged together: {error}"),
            "",
            "",
        );
    }
    text
}

/// What is wrong with the set, each problem by its title; the check tells one of them.
fn titles(
    found: &InstallationFindings,
    sdk: u32,
    profile: &Profile,
    reader: &Reader,
) -> Vec<String> {
    let Fact::Known { value: problems } = InstallFacts::from(found).split_problems else {
        return Vec::new();
    };
    let title = |problem| {
        let alone = verify::judge_problem(problem, sdk, profile);
        let advice = advice(&alone, profile, reader);
        let told = advice
            .findings
            .into_iter()
            .find(|finding| finding.check == SPLITS);
        told.map(|finding| finding.title)
    };
    problems.into_iter().filter_map(title).collect()
}

fn file_text(name: &str, file: &FileFindings) -> String {
    let (style, sign, verdict) = match FileVerdict::of(file) {
        FileVerdict::Intact => (GREEN, "✓", "intact"),
        FileVerdict::NotChecked => (DIM, "?", "not checked"),
        FileVerdict::Unreadable => (YELLOW, "!", "could not be read"),
        FileVerdict::Damaged => (RED, "✗", "damaged"),
    };
    let more = match &file.verdict {
        Some(Verdict::Intact { scheme, .. }) => format!(" ({scheme})"),
        _ => verify::reason(file)
            .map_or_else(String::new, |reason| format!(": {}", printable(&reason))),
    };
    let line = page::wrapped(&format!("{name}: {verdict}{more}"), "  ", "  ");
    let mut text = line.replacen("  ", &format!("{} ", page::styled(style, sign)), 1);
    if let Some(damaged) = &file.damaged_entries {
        text += &damaged_text(damaged);
    }
    text
}

/// Whether it is one bad block or a foreign file.
fn damaged_text(damaged: &DamagedEntries) -> String {
    let mut lines: Vec<String> = damaged
        .entries
        .iter()
        .take(ENTRIES_TOLD)
        .map(|entry| {
            format!(
                "{}: {} ({})",
                kind(entry.kind),
                printable(&entry.name),
                entry.problem
            )
        })
        .collect();
    let told = u32::try_from(lines.len()).unwrap_or(u32::MAX);
    match damaged.count.saturating_sub(told) {
        0 => {}
        rest => lines.push(format!("and {rest} more")),
    }
    if damaged.count == 0 && damaged.complete {
        lines.push("each entry has the CRC-32 that the file states".to_owned());
    }
    if !damaged.complete {
        lines.push("not every entry could be looked at".to_owned());
    }
    lines
        .iter()
        .map(|line| page::wrapped(line, "    ", "      "))
        .collect()
}

const fn kind(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Code => "the app's code",
        EntryKind::Resources => "its pictures and texts",
        EntryKind::Library => "a native library",
        EntryKind::Manifest => "the manifest",
        EntryKind::Signature => "the older signature",
        EntryKind::Other => "another file",
    }
}

/// The signers' digests; by file where they differ.
fn signers(names: &[String], found: &InstallationFindings) -> String {
    let mut groups: Vec<(Vec<CertificateDigest>, Vec<&str>)> = Vec::new();
    for (name, file) in names.iter().zip(&found.files) {
        let signers = file.signers();
        if signers.is_empty() {
            continue;
        }
        match groups.iter_mut().find(|(known, _)| *known == signers) {
            Some((_, files)) => files.push(name),
            None => groups.push((signers, vec![name])),
        }
    }
    let several = groups.len() > 1;
    let mut text = String::new();
    for (signers, files) in groups {
        for signer in signers {
            text += &page::labelled("Signer", &signer.to_string());
        }
        if several {
            text += &page::labelled("", &format!("of {}", files.join(", ")));
        }
    }
    text
}

/// Names come from files: nothing in them moves the cursor or turns the line around.
fn printable(text: &str) -> String {
    let hidden = |character: char| {
        character.is_control()
            || matches!(character, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
    };
    text.chars()
        .map(|character| {
            if hidden(character) {
                '\u{fffd}'
            } else {
                character
            }
        })
        .collect()
}
