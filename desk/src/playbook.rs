//! A playbook on a page of 80 columns, or in Markdown.

use crate::page::{bold, whose, wrapped};
use diagnose_core::{
    playbook::{Playbook, PlaybookCommand, PlaybookStep, Shell},
    words::Audience,
};
use std::fmt::Write;

/// The indent of what belongs to a step.
const INDENT: &str = "    ";

/// Whose job a step is, on what it depends, and what to do.
fn sentence(step: &PlaybookStep, audience: Audience) -> String {
    let owner = whose(audience, Some(step.owner)).map(|owner| format!("[{owner}]"));
    let conditions = step.conditions.iter().map(|open| open.text.clone());
    let parts: Vec<String> = owner
        .into_iter()
        .chain(conditions)
        .chain([step.text.clone()])
        .collect();
    parts.join(" ")
}

const fn shell(command: &PlaybookCommand) -> &'static str {
    match command.shell {
        Shell::Powershell => "Windows PowerShell",
        Shell::Cmd => "Command Prompt",
    }
}

/// The playbook in lines of at most 80 columns, but for its commands, which can be copied as they stand.
pub(crate) fn text(playbook: &Playbook, audience: Audience) -> String {
    let mut page = bold(wrapped(&playbook.title, "", "").trim_end());
    page.push('\n');
    for sentence in [&playbook.ruled_out, &playbook.remark]
        .into_iter()
        .flatten()
    {
        page += &wrapped(sentence, "", "");
    }
    page.push('\n');
    for (number, step) in (1..).zip(&playbook.steps) {
        page += &wrapped(&sentence(step, audience), &format!("{number:>2}. "), INDENT);
        if let Some(command) = &step.command {
            let _ = writeln!(page, "{INDENT}{}:\n{}", shell(command), command.text);
            for (label, answer) in [("Good", &command.good), ("Bad", &command.bad)] {
                let first = format!("{INDENT}{label:<6}");
                page += &wrapped(answer, &first, &" ".repeat(first.len()));
            }
        }
    }
    page
}

/// The playbook for a ticket.
pub(crate) fn markdown(playbook: &Playbook, audience: Audience) -> String {
    let mut page = format!("### {}\n\n", playbook.title);
    for sentence in [&playbook.ruled_out, &playbook.remark]
        .into_iter()
        .flatten()
    {
        let _ = writeln!(page, "{sentence}\n");
    }
    for (number, step) in (1..).zip(&playbook.steps) {
        let _ = writeln!(page, "{number}. {}", sentence(step, audience));
        if let Some(command) = &step.command {
            let _ = writeln!(page, "\n{INDENT}{}:\n", shell(command));
            for line in ["```"]
                .into_iter()
                .chain(command.text.lines())
                .chain(["```"])
            {
                let _ = writeln!(page, "{INDENT}{line}");
            }
            let _ = writeln!(
                page,
                "\n{INDENT}- Good: {}\n{INDENT}- Bad: {}\n",
                command.good, command.bad
            );
        }
    }
    page
}
