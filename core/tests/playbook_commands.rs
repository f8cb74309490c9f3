//! The technician's commands. Nothing here can run them: they are parsed, and every program and cmdlet in them is
//! one that only reads.
#![cfg(all(feature = "technician", feature = "blink", feature = "json"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a failure here is what a test is for"
)]

use diagnose_core::playbook::Shell;
use std::collections::BTreeSet;
use tree_sitter::{Node, Parser};

/// Cmdlets that change nothing. All are in Windows PowerShell 4.0 or, Get-AD…, in the module ActiveDirectory of Windows
/// Server 2012 R2. Invoke-Command runs a block on another machine, whose cmdlets are in this list too.
const CMDLETS: [&str; 15] = [
    "ForEach-Object",
    "Format-List",
    "Format-Table",
    "Get-ADDomain",
    "Get-ADDomainController",
    "Get-ADObject",
    "Get-ADRootDSE",
    "Get-ADUser",
    "Get-CimInstance",
    "Get-Date",
    "Get-ItemProperty",
    "Get-Service",
    "Get-WinEvent",
    "Invoke-Command",
    "Where-Object",
];

/// Programs with the subcommands that change nothing.
const PROGRAMS: [&str; 2] = ["reg query ", "repadmin /replsummary"];

/// What would write, in any shell.
const WRITING: [&str; 26] = [
    "set-",
    "remove-",
    "new-",
    "add-",
    "restart-",
    "start-",
    "stop-",
    "clear-",
    "install-",
    "uninstall-",
    "enable-",
    "disable-",
    "unlock-",
    "move-",
    "rename-",
    "out-file",
    "tee-object",
    "export-",
    "invoke-expression",
    "reg add",
    "reg delete",
    "sc start",
    "sc stop",
    "sc config",
    "/replicate",
    "/syncall",
];

fn commands() -> Vec<(String, Shell, String)> {
    let json = include_str!("../../profiles/blink/playbooks.json");
    let json: serde_json::Value = serde_json::from_str(json).unwrap();
    let commands = json["commands"].as_array().unwrap().iter();
    let text =
        |command: &serde_json::Value, field: &str| command[field].as_str().unwrap().to_owned();
    commands
        .map(|command| {
            let shell = match command["shell"].as_str().unwrap() {
                "powershell" => Shell::Powershell,
                _ => Shell::Cmd,
            };
            (text(command, "id"), shell, text(command, "text"))
        })
        .collect()
}

fn parse(text: &str) -> tree_sitter::Tree {
    let mut parser = Parser::new();
    let language = tree_sitter_powershell::LANGUAGE.into();
    parser.set_language(&language).unwrap();
    parser.parse(text, None).unwrap()
}

/// The texts of all nodes of a kind.
fn nodes(node: Node<'_>, kind: &str, text: &str, found: &mut BTreeSet<String>) {
    if node.kind() == kind {
        found.insert(node.utf8_text(text.as_bytes()).unwrap().to_owned());
    }
    let mut cursor = node.walk();
    for child in node.children(&mut cursor) {
        nodes(child, kind, text, found);
    }
}

fn all(text: &str, kind: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    nodes(parse(text).root_node(), kind, text, &mut found);
    found
}

#[test]
fn every_powershell_command_parses_and_names_only_cmdlets_that_read() {
    let mut used = BTreeSet::new();
    for (id, shell, text) in commands() {
        if shell != Shell::Powershell {
            continue;
        }
        let tree = parse(&text);
        assert!(!tree.root_node().has_error(), "{id}: {}", tree.root_node());
        let names = all(&text, "command_name");
        assert!(!names.is_empty(), "{id}");
        used.extend(names);
        // What is called of an object could write as well.
        for call in all(&text, "invokation_expression") {
            assert_eq!(call, "(Get-Date).AddDays(-1)", "{id}");
        }
        assert_eq!(all(&text, "redirection"), BTreeSet::new(), "{id}");
        assert_eq!(all(&text, "assignment_expression"), BTreeSet::new(), "{id}");
    }
    let known = CMDLETS.map(str::to_owned).into();
    assert_eq!(used, known);
}

#[test]
fn what_is_no_powershell_is_found_out() {
    for text in [
        "Get-Service -DisplayName '*Notifier*",
        "Get-ADUser -Identity 'U' | Where-Object { $_.Enabled",
        "Get-Date | | Format-List",
        "Get-WinEvent -FilterHashtable @{ Id = 4740 ",
    ] {
        assert!(parse(text).root_node().has_error(), "{text}");
    }
    // The tree sees through pipes and blocks.
    let hidden = "Get-Service | ForEach-Object { Stop-Service $_ }";
    assert!(all(hidden, "command_name").contains("Stop-Service"));
    let called = "(Get-Service -Name 'x').Stop()";
    assert_eq!(all(called, "invokation_expression").len(), 1);
    assert_eq!(all("Get-Date > date.txt", "redirection").len(), 1);
    assert_eq!(all("$a.b = 1", "assignment_expression").len(), 1);
}

#[test]
fn every_classic_command_is_a_program_that_only_reads() {
    let mut used = BTreeSet::new();
    for (id, shell, text) in commands() {
        if shell == Shell::Cmd {
            let program = PROGRAMS.iter().find(|program| text.starts_with(**program));
            assert!(program.is_some(), "{id}: {text}");
            used.insert(*program.unwrap());
            assert!(!text.contains(['&', '|', '>', '<', '^']), "{id}: {text}");
        }
    }
    assert_eq!(used.len(), PROGRAMS.len());
}

#[test]
fn no_command_writes_or_asks_for_a_password() {
    for (id, _, text) in commands() {
        let text = text.to_lowercase();
        for writing in WRITING {
            let mut places = text.match_indices(writing);
            let starts_a_word = |place: usize| {
                let before = text.get(..place).unwrap().chars().next_back();
                !before.is_some_and(|c| c.is_alphanumeric() || c == '-')
            };
            assert!(
                !places.any(|(place, _)| starts_a_word(place)),
                "{id}: {writing}"
            );
        }
        for secret in ["credential", "-password", "/user:", "runas", "securestring"] {
            assert!(!text.contains(secret), "{id}: {secret}");
        }
    }
}

#[test]
fn services_are_matched_by_pattern() {
    // The vendor's documents differ in their names.
    for (id, _, text) in commands() {
        if text.contains("Get-Service") {
            assert!(
                text.contains("-DisplayName '*Passportal*', '*Notifier*'"),
                "{id}"
            );
            assert!(!text.contains("-Name"), "{id}");
        }
    }
}

#[test]
fn that_nobody_ran_them_stands_beside_them() {
    let json = include_str!("../../profiles/blink/playbooks.json");
    let json: serde_json::Value = serde_json::from_str(json).unwrap();
    assert!(json["about"].as_str().unwrap().contains("never run"));
}
