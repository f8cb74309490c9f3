//! What is refused in a playbooks.json, word for word. The build stops with the file's path before the message.
#![cfg(feature = "json")]
#![allow(
    dead_code,
    missing_docs,
    unreachable_pub,
    unused_imports,
    unused_macros,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a failure here is what a test is for"
)]

// The files that build.rs compiles, under the names that they use.
#[path = "../src/input.rs"]
mod input;
#[path = "../src/json/mod.rs"]
mod json;
#[path = "../build/playbook_form.rs"]
mod playbook_form;
#[path = "../src/record.rs"]
mod record;
#[path = "../src/source.rs"]
mod source;
#[path = "../src/time.rs"]
mod time;
#[path = "../src/version.rs"]
mod version;
#[path = "../src/playbook/vocabulary.rs"]
mod vocabulary;

use playbook_form::Playbooks;
use serde_json::{Value, json};

fn blink() -> Value {
    serde_json::from_str(include_str!("../../profiles/blink/playbooks.json")).unwrap()
}

fn refused(playbooks: &Value) -> String {
    Playbooks::from_json(&playbooks.to_string())
        .unwrap_err()
        .to_string()
}

/// What is refused where one value is replaced, by its JSON pointer; a pointer to a field that is not there adds it.
#[test]
fn each_slip_is_told_with_its_path() {
    let first = "/user/reset_failed/0";
    let duplicate = blink()["user"]["reset_failed"][0].clone();
    for (at, value, message) in [
        (
            "/playbooks_version".to_owned(),
            json!(2),
            "`playbooks_version`: found 2, expected 1, the only version that this program reads",
        ),
        (
            format!("{first}/owner"),
            json!("support"),
            "`user.reset_failed[0].owner`: found \"support\", expected `user`, `technician` or `vendor`",
        ),
        (
            format!("{first}/when"),
            json!(["ipad"]),
            "`user.reset_failed[0].when[0]`: found \"ipad\", expected `directory_domain`, `directory_azure`, `directory_workgroup`, `one_controller`, `several_controllers`, `phone_in_hand`, `no_phone`, `android`, `ios`, `maker_switches`, `phone_not_examined`, `new_start`, `link_valid` or `link_expired`",
        ),
        (
            format!("{first}/when"),
            json!(["ios", "ios"]),
            "`user.reset_failed[0].when[1]`: found the same as at [0], expected each one once",
        ),
        (
            format!("{first}/id"),
            json!("Type it"),
            "`user.reset_failed[0].id`: found \"Type it\", expected lower-case letters, digits or `-`, a letter first",
        ),
        (
            format!("{first}/command"),
            json!("ping"),
            "`user.reset_failed[0].command`: found \"ping\", expected the id of one of `commands`",
        ),
        (
            "/user/reset_failed/1".to_owned(),
            duplicate,
            "`user.reset_failed[1]`: found the same as at [0], expected each one once",
        ),
        (
            "/user/reset_failed".to_owned(),
            json!([]),
            "`user.reset_failed`: found no step, expected one at least",
        ),
        (
            "/user/reset_failure".to_owned(),
            json!([]),
            "`user.reset_failure`: found an unknown field, expected only `phone_number_invalid`, `install_or_crash`, `reset_failed`, `number_in_use`, `link_inactive`, `no_notifications` and `other`",
        ),
        (
            "/commands/0/shell".to_owned(),
            json!("bash"),
            "`commands[0].shell`: found \"bash\", expected `powershell` or `cmd`",
        ),
        (
            "/commands/0/id".to_owned(),
            json!(""),
            "`commands[0].id`: found \"\", expected lower-case letters, digits or `-`, a letter first",
        ),
        (
            "/commands/1/id".to_owned(),
            json!("services"),
            "`commands[1]`: found the same as at [0], expected each one once",
        ),
        (
            "/commands/0/text".to_owned(),
            json!("Get-Date\nGet-Date"),
            "`commands[0].text`: found \"Get-Date\\nGet-Date\", expected ASCII on one line, in PowerShell also on several, each but the last ending in `|`",
        ),
        (
            "/commands/0/text".to_owned(),
            json!("Get-Date “now”"),
            "`commands[0].text`: found \"Get-Date “now”\", expected ASCII on one line, in PowerShell also on several, each but the last ending in `|`",
        ),
        (
            "/commands/3/text".to_owned(),
            json!("reg |\nquery"),
            "`commands[3].text`: found \"reg |\\nquery\", expected ASCII on one line, in PowerShell also on several, each but the last ending in `|`",
        ),
        (
            "/commands/-".to_owned(),
            json!({"id": "idle", "shell": "cmd", "text": "ver"}),
            "`commands[10].id`: found \"idle\", expected a step that names it",
        ),
    ] {
        let mut playbooks = blink();
        let (parent, field) = at.rsplit_once('/').unwrap();
        match playbooks.pointer_mut(parent).unwrap() {
            Value::Object(fields) => {
                fields.insert(field.to_owned(), value);
            }
            Value::Array(list) if field == "-" => list.push(value),
            parent => parent[field.parse::<usize>().unwrap()] = value,
        }
        assert_eq!(refused(&playbooks), message, "{at}");
    }
    let mut playbooks = blink();
    playbooks["technician"]
        .as_object_mut()
        .unwrap()
        .remove("other");
    assert_eq!(
        refused(&playbooks),
        "`technician.other`: found nothing, expected a value: every field is required"
    );
    // No field is left out silently, not even one that may be null.
    let mut playbooks = blink();
    playbooks["user"]["other"][0]
        .as_object_mut()
        .unwrap()
        .remove("command");
    assert_eq!(
        refused(&playbooks),
        "`user.other[0].command`: found nothing, expected a value: every field is required"
    );
}

/// The ids of the words that the technician's steps need.
fn words() -> Vec<String> {
    let text = include_str!("../../profiles/blink/en/playbook-technician.ftl");
    let mut ids = Vec::new();
    let mut message = String::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let Some((id, _)) = line.split_once(" = ") else {
            continue;
        };
        match id.trim_start().strip_prefix('.') {
            Some(attribute) => ids.push(format!("{message}.{attribute}")),
            None => {
                message = id.to_owned();
                ids.push(message.clone());
            }
        }
    }
    ids
}

fn check(ids: &[String]) -> Result<(), String> {
    let playbooks = Playbooks::from_json(&blink().to_string()).unwrap();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    playbooks
        .check_words("technician", &ids)
        .map_err(|error| error.to_string())
}

#[test]
fn each_step_has_its_words_and_no_words_are_left_over() {
    assert_eq!(check(&words()), Ok(()));
    for (id, message) in [
        (
            "never-ask",
            "`technician.reset_failed[0].id`: found no words, expected the message \"never-ask\"",
        ),
        (
            "complaint-other",
            "`technician.other`: found no words, expected the message \"complaint-other\"",
        ),
        (
            "when-link-valid",
            "`technician.link_inactive[2].when`: found no words, expected the message \"when-link-valid\"",
        ),
        (
            "tls-12.good",
            "`technician.reset_failed[20].command`: found no words, expected the message \"tls-12.good\"",
        ),
        (
            "tls-12.bad",
            "`technician.reset_failed[20].command`: found no words, expected the message \"tls-12.bad\"",
        ),
        (
            "remark-commands",
            "`technician.reset_failed[14].command`: found no words, expected the message \"remark-commands\"",
        ),
    ] {
        let mut ids = words();
        ids.retain(|there| there != id);
        assert_eq!(check(&ids), Err(message.to_owned()));
    }
    for id in ["idle", "never-ask.good", "when-it-rains"] {
        let mut ids = words();
        ids.push(id.to_owned());
        let message =
            format!("`technician`: found no step that uses the words \"{id}\", expected one");
        assert_eq!(check(&ids), Err(message));
    }
}
