//! What the program tells of a case: the part that a command may write and a person reads.

use crate::{Case, CaseError};
use diagnose_core::{Diagnosis, Reader, advice::Advice, diagnose, words::Audience};
use serde_json::json;
use std::fmt::Write;

/// The diagnosis of a case for one audience.
///
/// # Errors
/// A case that cannot be used.
pub fn told(case: &Case, audience: Audience) -> Result<Diagnosis, CaseError> {
    let reader = Reader::new("en", audience);
    Ok(diagnose(
        &case.facts()?,
        &case.question()?,
        &case.profile()?,
        &reader,
    )?)
}

/// What the program tells of a case, to be read by a person: the code, and the advice for both audiences.
///
/// # Errors
/// A case that cannot be used.
pub fn told_file(case: &Case) -> Result<String, CaseError> {
    let user = told(case, Audience::User)?;
    let technician = told(case, Audience::Technician)?;
    let mut text = format!("{}\n\nCode: {}\n", case.about, user.code);
    for (audience, advice) in [
        ("The end user", user.advice),
        ("The technician", technician.advice),
    ] {
        let _ = write!(text, "\n{audience} reads\n{}", lines(&advice));
    }
    Ok(text)
}

fn lines(advice: &Advice) -> String {
    let mut text = format!("  {}\n", advice.headline);
    for sentence in [
        Some(&advice.verdict),
        advice.proof.as_ref(),
        advice.link.as_ref(),
    ]
    .into_iter()
    .flatten()
    {
        if *sentence != advice.headline {
            let _ = writeln!(text, "  {sentence}");
        }
    }
    for finding in &advice.findings {
        let noticed = if finding.also_noticed {
            "also noticed: "
        } else {
            ""
        };
        let _ = writeln!(text, "  {:>2} {noticed}{}", finding.check, finding.title);
        for detail in finding.why.iter().chain(&finding.detail) {
            let _ = writeln!(text, "     {detail}");
        }
        for step in &finding.steps {
            let _ = writeln!(text, "     -> {}", step.text);
        }
        if let Some(check) = finding.fixed_by {
            let _ = writeln!(text, "     -> the step of {check}");
        }
    }
    if let Some(folded) = &advice.folded {
        let _ = writeln!(text, "  {folded}");
    }
    // Its words are the same in every case: the ids say which steps are left out.
    if let Some(playbook) = &advice.playbook {
        if let Some(ruled_out) = &playbook.ruled_out {
            let _ = writeln!(text, "  {ruled_out}");
        }
        let steps: Vec<&str> = playbook.steps.iter().map(|step| step.id).collect();
        let _ = writeln!(text, "  Steps: {}", steps.join(", "));
    }
    text
}

/// A case with everything that a program in another language needs to run it: complete facts, profile and question,
/// and the report, the end user's advice and the code that are expected.
///
/// # Errors
/// A case that cannot be used.
pub fn expand(case: &Case) -> Result<String, CaseError> {
    let question = case.question()?;
    let diagnosis = told(case, Audience::User)?;
    let document = json!({
        "name": case.name,
        "about": case.about,
        "facts": case.facts_json()?,
        "profile": case.profile_json()?,
        "question": {
            "complaint": question.complaint.map(diagnose_core::complaint::Complaint::number),
            "received": question.received.map(|time| time.to_string()),
        },
        "expected": diagnosis,
    });
    Ok(format!("{document:#}\n"))
}
