//! What other programs depend on: names, exit statuses, streams.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a failure here is what a test is for"
)]

use serde_json::Value;
use std::{
    io::Write,
    path::Path,
    process::{Command, Output, Stdio},
};

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

fn program() -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_blink-desk"));
    program
        .current_dir(root())
        .env_remove("NO_COLOR")
        .env_remove("CLICOLOR_FORCE");
    program
}

fn run(args: &[&str]) -> Output {
    program().args(args).output().unwrap()
}

fn run_with_input(args: &[&str], input: &[u8]) -> Output {
    let mut child = program()
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn json(args: &[&str]) -> Value {
    serde_json::from_str(stdout(&run(args))).unwrap()
}

const PHONE: &str = "tests/phones/android-15-locked-out.json";
const CODE: &str = "SNH8-01BM-VN41-8QW8-3KVG";

/// The failed command's exit status and its one line.
fn failure(args: &[&str]) -> (i32, String) {
    let output = run(args);
    assert_eq!(stdout(&output), "", "{args:?}");
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(told.lines().count(), 1, "{args:?}: {told}");
    (output.status.code().unwrap(), told.trim_end().to_owned())
}

#[test]
fn a_failure_is_one_line_on_standard_error_and_nothing_on_standard_output() {
    let long = "blink-desk: invalid value 'x' for '--complaint <COMPLAINT>': expected one of \
                1 phone_number_invalid, 2 install_or_crash, 3 reset_failed, 4 number_in_use, \
                5 link_inactive, 6 no_notifications, 15 other; see blink-desk --help";
    for (args, status, told) in [
        (
            vec!["diagnose", "no-such-file.json"],
            1,
            "blink-desk: could not read no-such-file.json: No such file or directory (os error 2)",
        ),
        (
            vec!["diagnose", "docs/checks.tsv"],
            1,
            "blink-desk: could not use the facts in docs/checks.tsv: found no JSON (expected value at line 1 \
             column 1), expected JSON",
        ),
        (
            vec!["diagnose", PHONE, "--profile", "profiles/none.json"],
            1,
            "blink-desk: could not read profiles/none.json: No such file or directory (os error 2)",
        ),
        (
            vec!["facts", "no-such-case"],
            1,
            "blink-desk: could not use the case no-such-case: tests/cases/no-such-case.json: No such file or \
             directory (os error 2)",
        ),
        (vec!["diagnose", PHONE, "--complaint", "x"], 2, long),
        (
            vec!["diagnose", PHONE, "--maker", "nokia"],
            2,
            "blink-desk: invalid value 'nokia' for '--maker <MAKER>': expected one of google, samsung, xiaomi, oppo, \
             vivo, huawei, other; see blink-desk --help",
        ),
        (
            vec!["diagnose", PHONE, "--zone", "2"],
            2,
            "blink-desk: invalid value '2' for '--zone <±HH:MM>': expected an offset from UTC such as +02:00; \
             see blink-desk --help",
        ),
        (
            vec![
                "diagnose",
                PHONE,
                "--complaint",
                "5",
                "--received",
                "1795507200000",
            ],
            2,
            "blink-desk: invalid value '1795507200000' for '--received <TIME>': expected a time such as \
             2026-11-22T09:00:00Z; see blink-desk --help",
        ),
        (
            vec!["diagnose", PHONE, "--received", "2026-11-22T09:00:00Z"],
            2,
            "blink-desk: --received is about the activation link and needs --complaint 5; see blink-desk --help",
        ),
        (
            vec!["explain", "4", "--received", "2026-11-22T09:00:00Z"],
            2,
            "blink-desk: --received is about the activation link and needs --complaint 5; see blink-desk --help",
        ),
        (
            vec!["explain", "3", "--profile", "profiles/harbour/profile.json"],
            1,
            "blink-desk: could not explain the complaint: no playbook is compiled in for the profile \"harbour\"",
        ),
        (
            vec!["explain", "3", "--directory", "novell"],
            2,
            "blink-desk: invalid value 'novell' for '--directory <DIRECTORY>' [possible values: azure, domain, workgroup]; \
             see blink-desk --help",
        ),
        (
            vec!["diagnose"],
            2,
            "blink-desk: the following required arguments were not provided: <FACTS.json>; see blink-desk --help",
        ),
        (
            vec!["reed", CODE],
            2,
            "blink-desk: unrecognized subcommand 'reed' tip: a similar subcommand exists: 'read'; see blink-desk --help",
        ),
    ] {
        assert_eq!(failure(&args), (status, told.to_owned()), "{args:?}");
    }
}

#[test]
fn a_refused_and_a_newer_code_are_answers() {
    for (code, status, told) in [
        (
            "SME8",
            3,
            "Could not read the code: it has 4 characters, a code has 20, 24 or 28.\n",
        ),
        (
            "ZME8-01BM-VMXE-6R5C-788F",
            4,
            "Code    ZME8-01BM-VMXE-6R5C-788F\nThe code is of version 2; this program reads version 1.\n",
        ),
    ] {
        let output = run(&["read", code]);
        assert_eq!(
            (output.status.code(), stdout(&output)),
            (Some(status), told)
        );
        assert!(output.stderr.is_empty());
        assert_eq!(run(&["read", "--json", code]).status.code(), Some(status));
    }
    // A repaired code is read.
    assert_eq!(
        run(&["read", "SNH8-01BM-VN41-8QW8-3KVX"]).status.code(),
        Some(0)
    );
}

/// The names that other programs depend on (`docs/interfaces.md`).
const READ_NAMES: [&str; 14] = [
    "status",
    "code",
    "changed",
    "reason",
    "version",
    "platform",
    "os",
    "app_version",
    "hour",
    "complaint",
    "dense",
    "verdict",
    "answer",
    "findings",
];

#[test]
fn every_name_of_a_reading_is_always_there() {
    for code in [
        CODE,
        "SNH8-01BM-VN41-8QW8-3KVX",
        "SME8",
        "ZME8-01BM-VMXE-6R5C-788F",
    ] {
        let read = json(&["read", "--json", code]);
        for name in READ_NAMES.iter().chain(&["advice"]) {
            assert!(read.get(name).is_some(), "{code}: {name}");
        }
    }
    let refused = json(&["read", "--json", "SME8"]);
    assert_eq!(refused["reason"], "length");
    assert_eq!(refused["changed"], serde_json::json!([]));
    assert_eq!(refused["findings"], Value::Null);
}

#[test]
fn a_diagnosis_has_the_names_of_the_interface() {
    let diagnosis = json(&["diagnose", PHONE, "--json", "--complaint", "6"]);
    let report = &diagnosis["report"];
    assert_eq!(report["complaint"], 6);
    assert_eq!(
        report["answer"],
        serde_json::json!({"kind": "explained", "checks": [2, 6]})
    );
    assert_eq!(report["findings"].as_array().unwrap().len(), 24);
    assert_eq!(
        report["findings"][2],
        serde_json::json!({
            "check": 2, "id": "notifications.app", "outcome": "fail", "cause": 0, "cause_id": "off",
            "effect": "blocks", "reason": null, "details": []
        })
    );
    let advice = &diagnosis["advice"];
    for name in ["headline", "findings", "playbook", "language"] {
        assert!(advice.get(name).is_some(), "{name}");
    }
    for name in [
        "check", "title", "why", "detail", "owner", "steps", "fixed_by",
    ] {
        assert!(advice["findings"][0].get(name).is_some(), "{name}");
    }
    for name in ["text", "copy", "ladder"] {
        assert!(
            advice["findings"][0]["steps"][0].get(name).is_some(),
            "{name}"
        );
    }
    assert_eq!(diagnosis["code"].as_str().unwrap().len(), 29);
}

#[test]
fn what_a_phone_says_is_what_its_code_says() {
    for phone in [
        "android-15-locked-out",
        "android-7-in-order",
        "ios-18-in-order",
        "harbour-ios-26-in-order",
    ] {
        let diagnosis = json(&[
            "diagnose",
            &format!("tests/phones/{phone}.json"),
            "--json",
            "--for",
            "technician",
        ]);
        let read = json(&["read", "--json", diagnosis["code"].as_str().unwrap()]);
        assert_eq!(read["verdict"], diagnosis["report"]["verdict"], "{phone}");
        assert_eq!(read["answer"], diagnosis["report"]["answer"], "{phone}");
        let told = |advice: &Value| -> Vec<(Value, Value, Value)> {
            let findings = advice["findings"].as_array().unwrap();
            findings
                .iter()
                .map(|f| (f["check"].clone(), f["title"].clone(), f["steps"].clone()))
                .collect()
        };
        assert_eq!(told(&read["advice"]), told(&diagnosis["advice"]), "{phone}");
    }
}

#[test]
fn each_option_of_diagnose_changes_what_is_said() {
    let plain = run(&["diagnose", PHONE]);
    for option in [
        ["--complaint", "6"].as_slice(),
        &["--for", "technician"],
        &["--maker", "samsung"],
        &["--profile", "profiles/harbour/profile.json"],
        &["--json"],
        &["--markdown"],
    ] {
        let changed = run(&[&["diagnose", PHONE], option].concat());
        assert_eq!(changed.status.code(), Some(0), "{option:?}");
        assert_ne!(plain.stdout, changed.stdout, "{option:?}");
    }
    let link = [
        "diagnose",
        PHONE,
        "--complaint",
        "5",
        "--received",
        "2026-11-23T09:00:00Z",
    ];
    assert_ne!(stdout(&run(&link)), stdout(&run(&link[..4])));
    let said = |zone: &[&str]| {
        stdout(&run(&[&link, zone].concat()))
            .lines()
            .nth(2)
            .unwrap()
            .to_owned()
    };
    assert_eq!(
        said(&[]),
        "Your activation link is valid until 2026-11-25 09:00 (UTC) at the latest"
    );
    assert_eq!(
        said(&["--zone", "-09:30"]),
        "Your activation link is valid until 2026-11-24 23:30 (UTC-09:30) at the latest"
    );
    // English is what there is, and the answer names it.
    let german = json(&["diagnose", PHONE, "--json", "--lang", "de-AT"]);
    assert_eq!(german["advice"]["language"], "en");
}

#[test]
fn each_option_of_read_changes_what_is_said() {
    let plain = run(&["read", CODE]);
    for option in [
        ["--for", "user"].as_slice(),
        &["--maker", "google"],
        &["--profile", "profiles/harbour/profile.json"],
        &["--json"],
        &["--markdown"],
    ] {
        let changed = run(&[&["read", CODE], option].concat());
        assert_eq!(changed.status.code(), Some(0), "{option:?}");
        assert_ne!(plain.stdout, changed.stdout, "{option:?}");
    }
    // A code may come in groups, in any case.
    assert_eq!(
        plain.stdout,
        run(&["read", "snh8", "o1bm", "vn41", "8qw8", "3kvg"]).stdout
    );
}

#[test]
fn each_option_of_explain_changes_what_is_said() {
    for (complaint, option) in [
        ("3", ["--for", "user"].as_slice()),
        ("3", &["--directory", "azure"]),
        ("3", &["--directory", "domain"]),
        ("3", &["--directory", "workgroup"]),
        ("3", &["--controllers", "one"]),
        ("3", &["--controllers", "several"]),
        ("2", &["--phone", "yes"]),
        ("2", &["--phone", "no"]),
        ("2", &["--platform", "android"]),
        ("2", &["--platform", "ios"]),
        ("5", &["--received", "2026-11-20T09:00:00Z"]),
        ("3", &["--json"]),
        ("3", &["--markdown"]),
    ] {
        let plain = run(&["explain", complaint]);
        let changed = run(&[&["explain", complaint], option].concat());
        assert_eq!(changed.status.code(), Some(0), "{option:?}");
        assert_ne!(plain.stdout, changed.stdout, "{option:?}");
    }
    // A complaint has a number and a name.
    assert_eq!(
        run(&["explain", "3"]).stdout,
        run(&["explain", "reset_failed"]).stdout
    );
    // Another profile has other names, or no playbook at all.
    let profile = std::fs::read_to_string(root().join("profiles/blink/profile.json")).unwrap();
    let file = std::env::temp_dir().join(format!("blink-desk-wink-{}.json", std::process::id()));
    std::fs::write(&file, profile.replace("\"Blink\"", "\"Wink\"")).unwrap();
    let wink = run(&["explain", "1", "--profile", file.to_str().unwrap()]);
    std::fs::remove_file(&file).unwrap();
    assert!(stdout(&wink).contains("Settings → Apps → Wink → Notifications"));
    let german = json(&["explain", "3", "--json", "--lang", "de-AT"]);
    assert_eq!(german["language"], "en");
}

#[test]
fn a_link_is_explained_by_the_clock_of_the_desk() {
    let first = |args: &[&str]| {
        let output = run(args);
        stdout(&output).lines().next().unwrap().to_owned()
    };
    let expired = ["explain", "5", "--received", "2026-11-20T09:00:00Z"];
    assert_eq!(
        first(&expired),
        "The activation link has not been valid since 2026-11-22 09:00 (UTC)"
    );
    assert_eq!(
        first(&[expired.as_slice(), &["--zone", "-09:30"]].concat()),
        "The activation link has not been valid since 2026-11-21 23:30 (UTC-09:30)"
    );
    let steps = |explained: &Value| -> Vec<String> {
        let steps = explained["steps"].as_array().unwrap().iter();
        steps
            .map(|step| step["id"].as_str().unwrap().to_owned())
            .collect()
    };
    let expired = json(&[expired.as_slice(), &["--json"]].concat());
    assert_eq!(steps(&expired)[2..4], ["link-over", "reset-user"]);
    // No clock of a desk is beyond this year.
    let valid = json(&[
        "explain",
        "5",
        "--received",
        "9000-01-01T00:00:00Z",
        "--json",
    ]);
    assert_eq!(
        steps(&valid)[2..5],
        ["link-used", "find-newer-link", "reset-user"]
    );
    assert_eq!(
        valid["link"],
        "The activation link is valid until 9000-01-03 00:00 (UTC) at the latest"
    );
}

#[test]
fn an_explanation_has_the_names_of_the_interface() {
    let explained = json(&["explain", "3", "--json"]);
    for name in [
        "complaint",
        "title",
        "ruled_out",
        "steps",
        "remark",
        "language",
        "link",
    ] {
        assert!(explained.get(name).is_some(), "{name}");
    }
    assert_eq!(explained["link"], Value::Null);
    let steps = explained["steps"].as_array().unwrap();
    let services = steps.iter().find(|step| step["id"] == "services").unwrap();
    assert_eq!(
        *services,
        serde_json::json!({
            "id": "services",
            "owner": "technician",
            "conditions": [{
                "id": "directory_domain",
                "text": "Only with an Active Directory domain."
            }],
            "text": "On the client's domain controller, check that Change Notifier Service and Passportal Service run.",
            "command": {
                "shell": "powershell",
                "text": "Get-Service -DisplayName '*Passportal*', '*Notifier*' |\n  \
                         Format-Table -AutoSize Status, Name, DisplayName",
                "good": "Both are Running. The install guide calls them Passportal and PassportalUpdater.",
                "bad": "One is missing, or is Stopped."
            }
        })
    );
    assert_eq!(steps[0]["command"], Value::Null);
}

#[test]
fn commands_can_be_copied_as_they_stand() {
    for kind in ["--for", "--markdown"] {
        let args: &[&str] = if kind == "--for" {
            &["explain", "3", "--for", "technician"]
        } else {
            &["explain", "3", "--markdown"]
        };
        let output = run(args);
        let page = stdout(&output);
        let explained = json(&["explain", "3", "--json"]);
        let mut commands = 0;
        let mut rest = page.to_owned();
        for step in explained["steps"].as_array().unwrap() {
            if let Some(command) = step["command"]["text"].as_str() {
                commands += 1;
                // In Markdown it stands within the step.
                let text = if kind == "--for" {
                    format!("\n{command}\n")
                } else {
                    format!("\n    {}\n", command.replace('\n', "\n    "))
                };
                assert!(page.contains(&text), "{text}");
                rest = rest.replace(&text, "\n");
            }
        }
        assert_eq!(commands, 11);
        if kind == "--for" {
            assert!(
                rest.lines().all(|line| line.chars().count() <= 80),
                "{rest}"
            );
        }
        // Said once, where commands are.
        assert_eq!(
            page.split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
                .matches("never run them")
                .count(),
            1
        );
    }
    let user = run(&["explain", "3", "--for", "user"]);
    assert!(!stdout(&user).contains("never run"));
}

#[test]
fn whose_job_a_step_is_and_on_what_it_depends_stand_before_it() {
    let output = run(&["explain", "1"]);
    let page = stdout(&output);
    for line in [
        " 3. [user] Only on Android. Only if the phone was not diagnosed. Ask the user to",
        " 7. [user] Ask the user to scan the QR code again.",
        "15. [vendor] If it still fails, send the vendor the code that Diagnose shows.",
    ] {
        assert!(page.lines().any(|told| told == line), "{line}: {page}");
    }
    assert!(
        page.lines()
            .any(|line| line.starts_with("10. [you] In Passportal, compare"))
    );
    // The user's own words say whose job it is.
    let output = run(&["explain", "1", "--for", "user"]);
    assert!(!stdout(&output).contains('['));
}

#[test]
fn a_diagnosis_and_a_code_end_with_the_playbook() {
    let diagnosed = run(&["diagnose", PHONE, "--complaint", "3"]);
    let page = stdout(&diagnosed);
    let place = |text: &str| page.find(text).unwrap_or_else(|| panic!("{text}: {page}"));
    assert!(
        place("What this phone can't tell us") < place("I reset my password, but it did not work")
    );
    assert!(place(" 1. Type the new password") < place("\nCode "));
    let code = json(&["diagnose", PHONE, "--complaint", "3", "--json"]);
    assert_eq!(code["advice"]["playbook"]["complaint"], 3);
    let read = run(&["read", code["code"].as_str().unwrap(), "--markdown"]);
    assert!(stdout(&read).contains("\n### The password reset did not work\n"));
    assert!(stdout(&read).contains("\n1. [you] Never ask for the password"));
    let none = json(&["diagnose", PHONE, "--json"]);
    assert_eq!(none["advice"]["playbook"], Value::Null);
    let harbour = "profiles/harbour/profile.json";
    let none = json(&[
        "diagnose",
        PHONE,
        "--complaint",
        "3",
        "--profile",
        harbour,
        "--json",
    ]);
    assert_eq!(none["advice"]["playbook"], Value::Null);
}

#[test]
fn a_stream_of_codes_is_answered_line_by_line_and_in_order() {
    let input = b"SNH8-01BM-VN41-8QW8-3KVG\r\n\nrubbish \xff\xfe\nATWT39CBXNPJWAHYNRZSZRHC";
    let output = run_with_input(&["read", "--json", "-"], input);
    assert_eq!(output.status.code(), Some(0));
    let lines: Vec<Value> = stdout(&output)
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let status: Vec<&str> = lines
        .iter()
        .map(|line| line["status"].as_str().unwrap())
        .collect();
    assert_eq!(status, ["exact", "refused", "refused", "exact"]);
    for line in &lines {
        assert!(line.get("advice").is_none());
        for name in READ_NAMES {
            assert!(line.get(name).is_some(), "{name}");
        }
    }
    // Without --json in words.
    let words = run_with_input(&["read", "-"], input);
    assert!(stdout(&words).starts_with("Code    SNH8-01BM-VN41-8QW8-3KVG\n"));
}

#[test]
fn facts_come_from_standard_input_too() {
    let facts = std::fs::read(root().join(PHONE)).unwrap();
    assert_eq!(
        run_with_input(&["diagnose", "-"], &facts).stdout,
        run(&["diagnose", PHONE]).stdout
    );
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let codes = format!("{CODE}\n").repeat(20_000);
    let mut child = program()
        .args(["read", "--json", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    // The program stops reading once nobody listens.
    let _ = child.stdin.take().unwrap().write_all(codes.as_bytes());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr), (Some(0), Vec::new()));
}

#[test]
fn the_catalogue_is_the_frozen_table() {
    let table = include_str!("../../docs/checks.tsv");
    let rows = json(&["checks", "--json"]);
    let names: Vec<&str> = table.lines().next().unwrap().split('\t').collect();
    let printed: String = rows
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            let cell = |name: &&str| {
                row[*name]
                    .as_str()
                    .map_or_else(|| row[*name].to_string(), str::to_owned)
            };
            names.iter().map(cell).collect::<Vec<_>>().join("\t") + "\n"
        })
        .collect();
    assert_eq!(format!("{}\n{printed}", names.join("\t")), table);
}

#[test]
fn a_profile_that_is_printed_is_a_profile_again() {
    for file in [
        "profiles/blink/profile.json",
        "profiles/harbour/profile.json",
    ] {
        let printed = run(&["profile", file]);
        let folder =
            std::env::temp_dir().join(format!("blink-desk-profile-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let copy = folder.join("profile.json");
        std::fs::write(&copy, &printed.stdout).unwrap();
        assert_eq!(
            run(&["profile", copy.to_str().unwrap()]).stdout,
            printed.stdout
        );
        std::fs::remove_dir_all(&folder).unwrap();
    }
    assert_eq!(
        run(&["profile"]).stdout,
        run(&["profile", "profiles/blink/profile.json"]).stdout
    );
}

#[test]
fn nothing_is_wider_than_80_columns() {
    let commands = [
        "diagnose",
        "read",
        "explain",
        "compare",
        "qr",
        "checks",
        "facts",
        "profile",
        "verify",
        "completions",
        "man",
    ];
    let mut outputs: Vec<Output> = commands
        .iter()
        .map(|command| run(&[command, "--help"]))
        .collect();
    outputs.extend([
        run(&["--help"]),
        run(&["checks"]),
        run(&["read", CODE]),
        run(&["read", "?NH8-?1BM-?N41-?QW8-3KVG"]),
        run(&["compare", CODE, "ATWT-39CB-XNPJ-WAHY-NRZS-ZRHX"]),
        run(&["qr", "YGAK-86KB-R2BT-X5D4-QAJD-4JA5-DGB0"]),
        run(&["diagnose", PHONE]),
        run(&["explain", "2", "--for", "user"]),
    ]);
    for phone in ["android-11-quiet-host", "ios-15-quiet-host"] {
        outputs.push(run(&[
            "diagnose",
            &format!("tests/phones/{phone}.json"),
            "--complaint",
            "6",
        ]));
    }
    for output in outputs {
        assert_eq!(output.status.code(), Some(0));
        for line in stdout(&output).lines() {
            assert!(line.chars().count() <= 80, "{line}");
        }
    }
}

#[test]
fn every_command_shows_an_example_in_its_help() {
    for command in [
        "diagnose",
        "read",
        "explain",
        "compare",
        "qr",
        "checks",
        "facts",
        "profile",
        "verify",
        "completions",
        "man",
    ] {
        let output = run(&[command, "--help"]);
        assert!(
            stdout(&output).contains(&format!("blink-desk {command}")),
            "{command}"
        );
    }
}

#[test]
fn colours_are_for_terminals_without_no_color() {
    let coloured = |output: &Output| output.stdout.contains(&b'\x1b');
    assert!(!coloured(&run(&["diagnose", PHONE])));
    let terminal = |no_color: &str| {
        let command = format!("{} diagnose {PHONE}", env!("CARGO_BIN_EXE_blink-desk"));
        Command::new("script")
            .args(["-qec", &command, "/dev/null"])
            .current_dir(root())
            .env("TERM", "xterm")
            .env("NO_COLOR", no_color)
            .env_remove("CLICOLOR_FORCE")
            .output()
            .unwrap()
    };
    assert!(coloured(&terminal("")));
    assert!(!coloured(&terminal("1")));
}

#[test]
fn completions_and_pages_are_printed() {
    assert!(stdout(&run(&["completions", "bash"])).contains("complete -F _blink__desk"));
    assert!(stdout(&run(&["man"])).starts_with(".ie"));
    let folder = std::env::temp_dir().join(format!("blink-desk-man-{}", std::process::id()));
    assert_eq!(
        run(&["man", "--to", folder.to_str().unwrap()])
            .status
            .code(),
        Some(0)
    );
    assert!(folder.join("blink-desk-read.1").exists());
    std::fs::remove_dir_all(&folder).unwrap();
}
