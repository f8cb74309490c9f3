//! `docs/facts.schema.json` is the schema of the facts that this program reads.
//!
//! `WRITE=1 cargo test -p diagnose-core --all-features --test facts_schema` writes it anew.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a failure here is what a test is for"
)]
#![cfg(feature = "schema")]

#[path = "facts_support/mod.rs"]
mod support;

use diagnose_core::facts::DeviceFacts;
use serde_json::{Value, json};
use std::{env, fs};
use support::repository;

const FILE: &str = "docs/facts.schema.json";

#[test]
fn the_schema_beside_the_documentation_is_the_one_of_the_code() {
    let schema = format!("{:#}\n", DeviceFacts::json_schema());
    let path = repository(FILE);
    if env::var_os("WRITE").is_some_and(|write| write == "1") {
        fs::write(&path, &schema).unwrap();
    }
    assert!(
        fs::read_to_string(&path).unwrap_or_default() == schema,
        "{FILE} is not the schema of the code; write it anew with \
         `WRITE=1 cargo test -p diagnose-core --all-features --test facts_schema` and read the difference"
    );
}

/// Every schema within a schema.
fn parts<'a>(schema: &'a Value, found: &mut Vec<&'a Value>) {
    found.push(schema);
    match schema {
        Value::Object(fields) => fields.values().for_each(|part| parts(part, found)),
        Value::Array(values) => values.iter().for_each(|part| parts(part, found)),
        _ => {}
    }
}

#[test]
fn every_record_requires_all_of_its_fields_and_takes_no_other() {
    let schema = DeviceFacts::json_schema();
    let mut found = Vec::new();
    parts(&schema, &mut found);
    let records: Vec<&Value> = found
        .into_iter()
        .filter(|part| part["type"] == "object" && part.is_object())
        .collect();
    assert!(!records.is_empty());
    for record in records {
        let fields: Vec<&String> = record["properties"].as_object().unwrap().keys().collect();
        assert_eq!(record["required"], json!(fields), "{record}");
        assert_eq!(record["additionalProperties"], json!(false), "{record}");
    }
}

#[test]
fn every_fact_is_exactly_one_of_known_and_unreadable() {
    let schema = DeviceFacts::json_schema();
    let facts: Vec<_> = schema["$defs"]
        .as_object()
        .unwrap()
        .iter()
        .filter(|(name, _)| name.ends_with("Fact"))
        .collect();
    assert!(!facts.is_empty());
    for (name, fact) in facts {
        let forms: Vec<_> = fact["oneOf"]
            .as_array()
            .unwrap()
            .iter()
            .map(|form| form["required"].clone())
            .collect();
        assert_eq!(forms, [json!(["known"]), json!(["unreadable"])], "{name}");
        let reason = json!({"$ref": "#/$defs/Reason"});
        assert_eq!(
            fact["oneOf"][1]["properties"]["unreadable"], reason,
            "{name}"
        );
    }
}

#[test]
fn every_reference_leads_to_a_definition_and_every_definition_is_referred_to() {
    let schema = DeviceFacts::json_schema();
    let mut found = Vec::new();
    parts(&schema, &mut found);
    let referred: std::collections::BTreeSet<&str> = found
        .iter()
        .filter_map(|part| part.get("$ref")?.as_str()?.strip_prefix("#/$defs/"))
        .collect();
    let defined: std::collections::BTreeSet<&str> = schema["$defs"]
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    assert_eq!(referred, defined);
}

#[test]
fn only_its_own_version_is_in_the_schema() {
    let schema = DeviceFacts::json_schema();
    assert_eq!(schema["properties"]["facts_version"]["const"], json!(1));
}
