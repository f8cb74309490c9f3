//! Phones, and what a careless host does to them.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::panic,
    reason = "each test takes what it needs, and a test may fail"
)]

use diagnose_core::{facts::DeviceFacts, input::InputError};
use serde_json::Value;
use std::{fs, path::PathBuf};

pub(crate) const ANDROID: &str = "android-15-in-order";
pub(crate) const IOS: &str = "ios-18-in-order";

/// The path of a file of this repository.
pub(crate) fn repository(path: &str) -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "..", path].iter().collect()
}

pub(crate) fn text(path: &str) -> String {
    let path = repository(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The facts of one phone as its file writes them.
pub(crate) fn phone_text(name: &str) -> String {
    text(&format!("tests/phones/{name}.json"))
}

pub(crate) fn phone(name: &str) -> Value {
    serde_json::from_str(&phone_text(name)).unwrap()
}

/// Every phone, by name.
pub(crate) fn phones() -> Vec<(String, Value)> {
    let mut names: Vec<String> = fs::read_dir(repository("tests/phones"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
        .filter(|name| name != "judged")
        .collect();
    names.sort();
    assert!(!names.is_empty());
    names
        .into_iter()
        .map(|name| (name.clone(), phone(&name)))
        .collect()
}

/// The phone in order to which a path leads.
pub(crate) fn phone_of(path: &str) -> Value {
    phone(if path.starts_with("phone.ios") {
        IOS
    } else {
        ANDROID
    })
}

/// `a.b[0].c` as a JSON pointer.
fn pointer(path: &str) -> String {
    let mut pointer = String::new();
    for part in path.split(['.', '[']).filter(|part| !part.is_empty()) {
        pointer.push('/');
        pointer.push_str(part.trim_end_matches(']'));
    }
    pointer
}

/// The value to which a path leads.
pub(crate) fn at<'a>(facts: &'a mut Value, path: &str) -> &'a mut Value {
    facts
        .pointer_mut(&pointer(path))
        .unwrap_or_else(|| panic!("no {path}"))
}

/// The object or list around a path, and the last step to it.
fn around<'a>(facts: &'a mut Value, path: &str) -> (&'a mut Value, String) {
    let pointer = pointer(path);
    let (parent, last) = pointer.rsplit_once('/').unwrap();
    (facts.pointer_mut(parent).unwrap(), last.to_owned())
}

/// A phone in order with another value at a path.
pub(crate) fn set(path: &str, value: Value) -> Value {
    let mut facts = phone_of(path);
    *at(&mut facts, path) = value;
    facts
}

/// A phone in order with one field more.
pub(crate) fn added(path: &str, value: Value) -> Value {
    let mut facts = phone_of(path);
    let (parent, name) = around(&mut facts, path);
    let fields = parent.as_object_mut().unwrap();
    assert!(
        fields.insert(name, value).is_none(),
        "{path} is no new field"
    );
    facts
}

/// Takes what stands at a path away.
pub(crate) fn remove(facts: &mut Value, path: &str) {
    match around(facts, path) {
        (Value::Object(fields), name) => {
            fields.shift_remove(&name).unwrap();
        }
        (Value::Array(values), index) => {
            values.remove(index.parse().unwrap());
        }
        _ => panic!("nothing around {path}"),
    }
}

/// A phone in order without a field.
pub(crate) fn removed(path: &str) -> Value {
    let mut facts = phone_of(path);
    remove(&mut facts, path);
    facts
}

/// A phone in order with a field of another name.
pub(crate) fn renamed(path: &str, to: &str) -> Value {
    let mut facts = phone_of(path);
    let value = at(&mut facts, path).take();
    remove(&mut facts, path);
    let (parent, _) = around(&mut facts, path);
    parent.as_object_mut().unwrap().insert(to.to_owned(), value);
    facts
}

/// The path of every value in a document, the parts of each before it.
pub(crate) fn paths(value: &Value) -> Vec<String> {
    fn walk(value: &Value, path: &str, paths: &mut Vec<String>) {
        let inner: Vec<(String, &Value)> = match value {
            Value::Object(fields) if path.is_empty() => {
                fields.iter().map(|(name, v)| (name.clone(), v)).collect()
            }
            Value::Object(fields) => fields
                .iter()
                .map(|(name, v)| (format!("{path}.{name}"), v))
                .collect(),
            Value::Array(values) => (0..)
                .zip(values)
                .map(|(index, v): (usize, _)| (format!("{path}[{index}]"), v))
                .collect(),
            _ => Vec::new(),
        };
        for (path, value) in inner {
            paths.push(path.clone());
            walk(value, &path, paths);
        }
    }
    let mut paths = Vec::new();
    walk(value, "", &mut paths);
    paths
}

/// Reads facts from the value and from its text, which must come to the same.
pub(crate) fn read(facts: &Value) -> Result<DeviceFacts, InputError> {
    let from_text = DeviceFacts::from_json(&facts.to_string());
    assert_eq!(DeviceFacts::from_value(facts), from_text);
    from_text
}

/// These facts are refused with this message.
#[track_caller]
pub(crate) fn refused(facts: &Value, message: &str) {
    match read(facts) {
        Ok(_) => panic!("taken, expected: {message}"),
        Err(error) => assert_eq!(error.to_string(), message),
    }
}

/// This text is refused with this message.
#[track_caller]
pub(crate) fn text_refused(text: &str, message: &str) {
    match DeviceFacts::from_json(text) {
        Ok(_) => panic!("taken, expected: {message}"),
        Err(error) => assert_eq!(error.to_string(), message),
    }
}

/// Each value at its path is refused with a message that begins with that very path.
#[track_caller]
pub(crate) fn all_refused(table: &[(&str, Value, &str)]) {
    for (path, value, message) in table {
        refused(&set(path, value.clone()), &format!("`{path}`: {message}"));
    }
}
