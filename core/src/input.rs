//! What is wrong with facts or a profile that someone handed in.

use std::{collections::BTreeMap, fmt};

/// A value that cannot be used: where it stands, what was found there, and what was expected.
///
/// Reads well after "could not read the facts: ".
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}found {found}, expected {expected}", place(path))]
pub struct InputError {
    /// The field's path from the top, its names joined by dots and places in a list counted from 0, such as
    /// `phone.android.notifications.channels[2].id`; empty for the whole.
    pub path: String,
    /// What was found.
    pub found: String,
    /// What was expected.
    pub expected: String,
}

fn place(path: &str) -> String {
    if path.is_empty() {
        String::new()
    } else {
        format!("`{path}`: ")
    }
}

impl InputError {
    pub(crate) fn new(found: impl fmt::Display, expected: impl fmt::Display) -> Self {
        Self {
            path: String::new(),
            found: found.to_string(),
            expected: expected.to_string(),
        }
    }

    /// The same error, seen from one level up.
    pub(crate) fn inside(mut self, field: &str) -> Self {
        if !self.path.is_empty() && !self.path.starts_with('[') {
            self.path.insert(0, '.');
        }
        self.path.insert_str(0, field);
        self
    }

    /// The same error, seen from the list in which the value stands at `index`.
    pub(crate) fn at(self, index: usize) -> Self {
        self.inside(&format!("[{index}]"))
    }
}

/// A value that can be impossible even if its type is right.
pub(crate) trait Validate {
    /// # Errors
    /// The first impossible value, in the order of the fields.
    fn validate(&self) -> Result<(), InputError>;
}

impl<T: Validate> Validate for [T] {
    fn validate(&self) -> Result<(), InputError> {
        self.iter()
            .enumerate()
            .try_for_each(|(index, value)| value.validate().map_err(|e| e.at(index)))
    }
}

/// A text from outside as an error message quotes it: shortened, on one line.
pub(crate) fn quoted(text: &str) -> String {
    format!("{:?}", shortened(text))
}

/// At most the first 60 characters of a text.
pub(crate) fn shortened(text: &str) -> String {
    match text.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// What an error is seen from, one level up.
pub(crate) trait Inside {
    /// The same error, seen from the value in whose `field` it is.
    fn inside(self, field: &str) -> Self;
}

impl Inside for Result<(), InputError> {
    // Asked of every field: a hundred calls are smaller than a hundred copies.
    #[inline(never)]
    fn inside(self, field: &str) -> Self {
        self.map_err(|error| error.inside(field))
    }
}

/// Validates fields one by one and names the one that is wrong.
pub(crate) fn validate_each(fields: &[(&str, &dyn Validate)]) -> Result<(), InputError> {
    fields
        .iter()
        .try_for_each(|(field, value)| value.validate().inside(field))
}

/// Validates fields one by one and names the one that is wrong.
macro_rules! validate_fields {
    ($value:expr; $($field:ident),+ $(,)?) => {
        crate::input::validate_each(&[$((stringify!($field), &$value.$field)),+])?;
    };
}
pub(crate) use validate_fields;

/// Refuses a number outside a range.
pub(crate) fn in_range(value: i64, range: std::ops::RangeInclusive<i64>) -> Result<(), InputError> {
    if range.contains(&value) {
        return Ok(());
    }
    let (start, end) = range.into_inner();
    match end {
        _ if end == start => Err(InputError::new(value, start)),
        i64::MAX => Err(InputError::new(value, format_args!("{start} or above"))),
        _ => Err(InputError::new(value, format_args!("{start} to {end}"))),
    }
}

/// Refuses anything but the hexadecimal SHA-256 of a certificate.
pub(crate) fn is_digest(text: &str) -> Result<(), InputError> {
    if text.len() == 64
        && text
            .bytes()
            .all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
    {
        return Ok(());
    }
    Err(InputError::new(
        quoted(text),
        "64 lower-case hexadecimal digits",
    ))
}

/// Refuses a channel id that is not of the checked form.
pub(crate) fn is_channel_id(text: &str) -> Result<(), InputError> {
    let allowed = |b: u8| b.is_ascii_alphanumeric() || b"._-:/".contains(&b);
    if (1..=100).contains(&text.len()) && text.bytes().all(allowed) {
        return Ok(());
    }
    Err(InputError::new(
        quoted(text),
        "1 to 100 letters, digits, `.`, `_`, `-`, `:` or `/`",
    ))
}

/// Refuses a list in which one text stands twice.
pub(crate) fn each_once<'a>(texts: impl Iterator<Item = &'a String>) -> Result<(), InputError> {
    let mut places = BTreeMap::new();
    for (index, text) in texts.enumerate() {
        if let Some(earlier) = places.insert(text.as_str(), index) {
            return Err(twice(earlier, index));
        }
    }
    Ok(())
}

/// The same for a choice of few: looks no further than there are choices.
pub(crate) fn each_choice_once<T: PartialEq>(choices: &[T]) -> Result<(), InputError> {
    for (index, choice) in choices.iter().enumerate() {
        if let Some(earlier) = choices.iter().take(index).position(|other| other == choice) {
            return Err(twice(earlier, index));
        }
    }
    Ok(())
}

fn twice(earlier: usize, index: usize) -> InputError {
    let found = format_args!("the same as at [{earlier}]");
    InputError::new(found, "each one once").at(index)
}
