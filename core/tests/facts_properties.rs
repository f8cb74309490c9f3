//! Whatever is done to facts, they are read or refused with the place of the change, and nothing panics.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a failure here is what a test is for"
)]
#![cfg(feature = "json")]

#[path = "facts_support/mod.rs"]
mod support;

use diagnose_core::{facts::DeviceFacts, input::InputError};
use proptest::{
    collection::vec,
    prelude::{Just, Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest},
    sample::{Index, select},
};
use serde_json::{Map, Value, json};
use std::mem::discriminant;
use support::{at, paths, phone_text, phones, read, remove};

#[test]
fn every_value_of_every_phone_survives() {
    for (name, written) in phones() {
        let facts = read(&written).unwrap();
        let again = serde_json::to_string(&facts).unwrap();
        assert_eq!(DeviceFacts::from_json(&again).unwrap(), facts, "{name}");
        assert_eq!(
            serde_json::from_str::<Value>(&again).unwrap(),
            written,
            "{name}"
        );
    }
}

/// Whether the error stands at the change, below it, or at a part of the document around it.
fn is_near(error: &InputError, path: &str) -> bool {
    error.path.starts_with(path) || path.starts_with(&error.path)
}

#[test]
fn a_value_is_only_replaced_by_one_of_its_own_kind() {
    let values = [
        json!(null),
        json!(true),
        json!(-1),
        json!(1.5),
        json!("x"),
        json!([]),
        json!({}),
    ];
    for (name, written) in phones() {
        for path in paths(&written) {
            for value in &values {
                let mut facts = written.clone();
                let before = std::mem::replace(at(&mut facts, &path), value.clone());
                match read(&facts) {
                    Ok(_) => assert_eq!(
                        discriminant(&before),
                        discriminant(value),
                        "{name}: {path} takes {value} for {before}"
                    ),
                    Err(error) => {
                        assert!(is_near(&error, &path), "{name}: {path} = {value}: {error}");
                    }
                }
            }
        }
    }
}

#[test]
fn nothing_but_an_item_of_a_list_can_be_left_out() {
    for (name, written) in phones() {
        for path in paths(&written) {
            let mut facts = written.clone();
            remove(&mut facts, &path);
            match read(&facts) {
                Ok(_) => assert!(path.ends_with(']'), "{name}: {path} is missing"),
                Err(error) => assert!(is_near(&error, &path), "{name}: {path}: {error}"),
            }
        }
    }
}

#[test]
fn no_record_takes_another_field() {
    for (name, written) in phones() {
        for path in paths(&written) {
            let mut facts = written.clone();
            let Value::Object(fields) = at(&mut facts, &path) else {
                continue;
            };
            fields.insert("another".to_owned(), json!(null));
            let error = read(&facts).unwrap_err();
            assert!(is_near(&error, &path), "{name}: {path}: {error}");
        }
    }
}

fn json_value() -> impl Strategy<Value = Value> {
    let name = select(vec![
        "facts_version",
        "clock",
        "phone",
        "app",
        "host",
        "delivery",
        "android",
        "ios",
        "known",
        "unreadable",
        "",
    ]);
    let leaf = prop_oneof![
        Just(json!(null)),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        // Fractions that a text can hold exactly.
        any::<i32>().prop_map(|quarters| Value::from(f64::from(quarters) / 4.0)),
        ".*".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 64, 8, move |inner| {
        prop_oneof![
            vec(inner.clone(), 0..8).prop_map(Value::from),
            vec((name.clone(), inner), 0..8).prop_map(|fields| {
                let fields: Map<String, Value> = fields
                    .into_iter()
                    .map(|(name, value)| (name.to_owned(), value))
                    .collect();
                Value::from(fields)
            }),
        ]
    })
}

/// A phone's text without one part, and with another text in its place.
fn damaged() -> impl Strategy<Value = String> {
    let names: Vec<String> = phones().into_iter().map(|(name, _)| name).collect();
    (select(names), any::<Index>(), 0_usize..20, "[^a-z]{0,3}").prop_map(
        |(name, start, length, new)| {
            let mut chars: Vec<char> = phone_text(&name).chars().collect();
            let start = start.index(chars.len());
            let end = (start + length).min(chars.len());
            chars.splice(start..end, new.chars());
            chars.into_iter().collect()
        },
    )
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in ".*") {
        prop_assert!(DeviceFacts::from_json(&text).is_err());
    }

    #[test]
    fn any_json_is_read_or_refused_as_text_and_as_value(value in json_value()) {
        let error = DeviceFacts::from_value(&value).unwrap_err();
        prop_assert_eq!(DeviceFacts::from_json(&value.to_string()), Err(error));
    }

    #[test]
    fn any_json_in_a_phone_is_read_or_refused_near_it(
        phone in any::<Index>(),
        place in any::<Index>(),
        value in json_value(),
    ) {
        let phones = phones();
        let (_, mut facts) = phones[phone.index(phones.len())].clone();
        let paths = paths(&facts);
        let path = &paths[place.index(paths.len())];
        *at(&mut facts, path) = value;
        if let Err(error) = DeviceFacts::from_value(&facts) {
            prop_assert!(is_near(&error, path), "{path}: {error}");
        }
    }

    #[test]
    fn a_damaged_text_is_read_or_refused_on_one_line(text in damaged()) {
        if let Err(error) = DeviceFacts::from_json(&text) {
            prop_assert!(!error.to_string().contains(char::is_control), "{error}");
        }
    }
}
