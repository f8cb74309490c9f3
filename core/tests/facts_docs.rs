//! `docs/facts.md` documents every field of the facts, and what it shows is read.
#![cfg(feature = "schema")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

#[path = "facts_support/mod.rs"]
mod support;

use diagnose_core::{
    Question, Reader, diagnose, fact::Reason, facts::DeviceFacts, profiles, report::Finding,
    words::Audience,
};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use support::{at, paths, phones, refused, set, text};

/// A field as a row of a table: what it holds and which values it takes.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Field {
    holds: String,
    values: String,
}

struct Schema(Value);

impl Schema {
    /// The schema to which a reference leads.
    fn resolve<'a>(&'a self, schema: &'a Value) -> &'a Value {
        match schema["$ref"].as_str() {
            Some(name) => self.0.pointer(name.trim_start_matches('#')).unwrap(),
            None => schema,
        }
    }

    /// Every field below a schema, by path.
    fn fields(&self, path: &str, schema: &Value, found: &mut BTreeMap<String, Field>) {
        let schema = self.resolve(schema);
        let below = |name: &str| {
            if path.is_empty() {
                name.to_owned()
            } else {
                format!("{path}.{name}")
            }
        };
        if let Some(fields) = schema["properties"].as_object() {
            for (name, field) in fields {
                self.field(&below(name), field, found);
            }
        } else if let Some(forms) = schema["oneOf"].as_array() {
            for form in forms {
                self.fields(path, form, found);
            }
        }
    }

    fn field(&self, path: &str, schema: &Value, found: &mut BTreeMap<String, Field>) {
        let target = self.resolve(schema);
        let known = &target["oneOf"][0]["properties"]["known"];
        let (items, mark, value) = if known.is_null() {
            (format!("{path}[]"), "*plain*, ", schema)
        } else {
            (format!("{path}.known[]"), "", known)
        };
        if is_record(self.resolve(value)) {
            return self.fields(path, value, found);
        }
        let field = Field {
            holds: schema["description"].as_str().unwrap().replace('\n', " "),
            values: format!("{mark}{}", self.values(value)),
        };
        assert!(found.insert(path.to_owned(), field).is_none(), "{path}");
        self.fields(&items, &value["items"], found);
    }

    fn values(&self, value: &Value) -> String {
        match value["$ref"].as_str() {
            Some("#/$defs/Time") => return "a time".to_owned(),
            Some("#/$defs/ProfileExpiry") => return "a time, or `none`".to_owned(),
            Some("#/$defs/Date") => return "a day".to_owned(),
            Some("#/$defs/AppVersion") => return "a version".to_owned(),
            Some("#/$defs/PackageName") => return "a package name, or `none`".to_owned(),
            _ => {}
        }
        let value = self.resolve(value);
        if let Some(choices) = value["oneOf"].as_array() {
            let names: Vec<String> = choices
                .iter()
                .map(|choice| format!("`{}`", choice["const"].as_str().unwrap()))
                .collect();
            return names.join(", ");
        }
        match value["type"].as_str() {
            Some("boolean") => "true, false".to_owned(),
            Some("integer") => "a number".to_owned(),
            Some("string") => "a text".to_owned(),
            Some("array") if is_record(self.resolve(&value["items"])) => {
                "a list of records".to_owned()
            }
            Some("array") => format!("a list of {}", self.values(&value["items"])),
            _ => panic!("{value}"),
        }
    }
}

/// Whether a schema is that of a record, or of one of several.
fn is_record(schema: &Value) -> bool {
    schema["properties"].is_object() || schema["oneOf"][0]["properties"].is_object()
}

/// Every field that the schema knows.
fn fields() -> BTreeMap<String, Field> {
    let schema = Schema(DeviceFacts::json_schema());
    let mut found = BTreeMap::new();
    schema.fields("", &schema.0, &mut found);
    found
}

/// Every row of the tables of fields, by path: the field and the checks that read it.
fn documented() -> BTreeMap<String, (Field, String)> {
    let mut found = BTreeMap::new();
    for line in text("docs/facts.md").lines() {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        if let ["", path, holds, values, checks, ""] = cells.as_slice()
            && let Some(path) = path.strip_prefix('`').and_then(|p| p.strip_suffix('`'))
        {
            let field = Field {
                holds: (*holds).to_owned(),
                values: (*values).to_owned(),
            };
            let row = (field, (*checks).to_owned());
            assert!(found.insert(path.to_owned(), row).is_none(), "{path} twice");
        }
    }
    found
}

#[test]
fn every_field_is_documented_with_the_words_of_the_code() {
    let mut documented = documented();
    let mut wrong = Vec::new();
    for (path, field) in fields() {
        if documented.remove(&path).is_none_or(|(row, _)| row != field) {
            wrong.push(format!(
                "| `{path}` | {} | {} | CHECKS |",
                field.holds, field.values
            ));
        }
    }
    assert!(
        wrong.is_empty(),
        "docs/facts.md should have these rows:\n{}",
        wrong.join("\n")
    );
    assert_eq!(documented.keys().collect::<Vec<_>>(), Vec::<&String>::new());
}

#[test]
fn every_reason_is_documented() {
    let page = text("docs/facts.md");
    for reason in Reason::ALL {
        assert!(page.contains(&format!("\n| `{reason}` | ")), "{reason}");
    }
}

#[test]
fn every_shown_message_is_what_the_mistake_says() {
    let page = text("docs/facts.md");
    let mut shown = 0;
    for line in page.lines() {
        let cells: Vec<&str> = line.split(" | ").collect();
        if let [path, value, message] = cells.as_slice()
            && let Some(path) = path.strip_prefix("| `").and_then(|p| p.strip_suffix('`'))
            && let Some(message) = message.strip_suffix(" |")
        {
            let value = serde_json::from_str(value.trim_matches('`')).unwrap();
            refused(&set(path, value), message);
            shown += 1;
        }
    }
    assert_ne!(shown, 0);
}

#[test]
fn the_example_is_a_complete_phone_that_can_be_diagnosed() {
    let page = text("docs/facts.md");
    let (_, example) = page.split_once("```json\n{\n  \"facts_version\"").unwrap();
    let (example, _) = example.split_once("\n```").unwrap();
    let facts = DeviceFacts::from_json(&format!("{{\"facts_version\"{example}")).unwrap();
    assert!(!findings(&facts).is_empty());
}

/// What every compiled profile's app finds on the phone.
fn findings(facts: &DeviceFacts) -> Vec<Finding> {
    let reader = Reader::new("en", Audience::User);
    let findings = profiles::ids().into_iter().flat_map(|id| {
        let profile = profiles::profile(id).unwrap();
        let diagnosis = diagnose(facts, &Question::default(), &profile, &reader).unwrap();
        diagnosis.report.findings
    });
    findings.collect()
}

/// The checks that a row of the documentation names, and those that rest on them.
fn named(checks: &str) -> BTreeSet<i32> {
    let mut named: BTreeSet<i32> = checks
        .split(", ")
        .filter(|check| *check != "–")
        .map(|check| check.parse().unwrap())
        .collect();
    if named.contains(&20) {
        named.insert(8);
    }
    if [2, 3, 4, 6, 7, 8].iter().any(|check| named.contains(check)) {
        named.insert(9);
    }
    named
}

/// The path under which the tables have a field: `channels.known[].id` for `channels.known[1].id`.
fn row_of(path: &str) -> String {
    let parts = path
        .split('[')
        .map(|part| part.split_once(']').map_or(part, |(_, rest)| rest));
    parts.collect::<Vec<_>>().join("[]")
}

/// Values that a field may take, and some that it may not.
fn others(field: &Field) -> Vec<Value> {
    let mut others = vec![
        json!({"unreadable": "call_failed"}),
        json!({"unreadable": "no_api"}),
    ];
    let documented = field.values.split(", ").map(|value| match value {
        "true" => json!(true),
        "false" => json!(false),
        name => json!(name.trim_matches('`')),
    });
    let more = [
        json!(0),
        json!(61),
        json!([]),
        json!("1999-01-01T00:00:00Z"),
        json!("2030-01-01T00:00:00Z"),
    ];
    for value in documented.chain(more) {
        others.push(json!({"known": value}));
        others.push(value);
    }
    others
}

#[test]
fn a_fact_moves_only_the_checks_that_are_documented() {
    let documented = documented();
    let phones = phones();
    for (name, written) in &phones {
        let before = findings(&DeviceFacts::from_value(written).unwrap());
        for path in paths(written) {
            let Some((field, checks)) = documented.get(&row_of(&path)) else {
                continue;
            };
            if checks == "all" {
                continue;
            }
            let elsewhere = phones
                .iter()
                .filter(|(_, other)| paths(other).contains(&path))
                .map(|(_, other)| at(&mut other.clone(), &path).take());
            for value in elsewhere.chain(others(field)) {
                let mut facts = written.clone();
                *at(&mut facts, &path) = value;
                let Ok(facts) = DeviceFacts::from_value(&facts) else {
                    continue;
                };
                for (was, is) in before.iter().zip(findings(&facts)) {
                    assert!(
                        was.outcome == is.outcome && was.cause == is.cause
                            || named(checks).contains(&is.check),
                        "{name}: {path} moves check {}, which its row does not name",
                        is.check
                    );
                }
            }
        }
    }
}
