//! What was found on an installation, on a page of 80 columns.

use crate::{
    page::{self, DIM, GREEN, RED, YELLOW},
    verify::{self, CHECKS, FileVerdict},
};
use diagnose_core::{Reader, advice::advice, profile::Profile, report::Report, words::Audience};
use diagnose_integrity::{
    CertificateDigest, DamagedEntries, EntryKind, FileFindings, InstallationFindings, Verdict,
};
use std::path::PathBuf;

/// Damaged entries that are told of each file; JSON has more.
const ENTRIES_TOLD: usize = 10;

pub(crate) fn text(
    paths: &[PathBuf],
    found: &InstallationFindings,
    report: &Report,
    profile: &Profile,
) -> String {
    let names: Vec<String> = paths
        .iter()
        .map(|path| printable(&path.display().to_string()))
        .collect();
    let mut page = String::new();
    for (name, file) in names.iter().zip(&found.files) {
        page += &file_text(name, file);
    }
    page += &judged(found, report, profile);
    page.push('\n');
    if let Some(abi) = found.set.as_ref().ok().and_then(|set| set.abi.as_deref()) {
        page += &page::labelled("ABI", abi);
    }
    page += &signers(&names, found);
    page.trim_end().to_owned() + "\n"
}

/// The findings of the three checks that are not in order, the set's error among them.
fn judged(found: &InstallationFindings, report: &Report, profile: &Profile) -> String {
    let audience = Audience::Technician;
    let advice = advice(report, profile, &Reader::new("en", audience));
    let mut text = String::new();
    for finding in &advice.findings {
        if CHECKS.contains(&finding.check) {
            text.push('\n');
            text += &page::finding_text(report, &advice, finding, audience);
        }
    }
    if let Err(error) = &found.set {
        let told = format!(
            "The files were not judged together: {}",
            printable(&error.to_string())
        );
        text += &page::wrapped(&told, "\n", "");
    }
    text
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
