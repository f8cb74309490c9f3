//! From a payload to its code (sections "Payload" and "Length").

use super::correction::check_symbols;
use super::payload::{Contents, Entry, Payload};
use super::shown::Code;
use super::word::{Length, Word};

/// Why a payload cannot be written. Each message continues "could not write the code: ".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum EncodeError {
    /// The complaint is none of 0 to 15.
    #[error("complaint {complaint} is not one of 0 to 15")]
    Complaint {
        /// The complaint.
        complaint: i64,
    },
    /// The check of an entry is none of 0 to 30.
    #[error("check {check} is not one of 0 to 30")]
    Check {
        /// The number of the check.
        check: i32,
    },
    /// The finding of an entry is none of 0 to 15.
    #[error("finding {finding} of check {check} is not one of 0 to 15")]
    Finding {
        /// The number of the check.
        check: i32,
        /// The finding.
        finding: i32,
    },
    /// An entry does not have a higher check than the one before it.
    #[error("check {check} is listed after check {previous}")]
    Order {
        /// The number of the check.
        check: i32,
        /// The number of the check before it.
        previous: i32,
    },
    /// There are more than six entries. Dense contents have room for all checks.
    #[error("it lists {entries} checks, a code has room for 6")]
    TooMany {
        /// How many entries there are.
        entries: i64,
    },
    /// A dense outcome is none of 0 to 3.
    #[error("outcome {outcome} of check {check} is not one of 0 to 3")]
    Outcome {
        /// The number of the check.
        check: i32,
        /// The outcome.
        outcome: i64,
    },
}

/// The code of a payload, the shortest that holds it: 20 characters for up to one entry, 24 for
/// up to three, 28 for up to six and for dense contents.
///
/// Operating system, app version and hour are clamped to the ranges that [`Payload`] names, so
/// that no value of theirs is refused.
///
/// # Errors
///
/// Whatever cannot be clamped without saying something else: a complaint, a check, a finding or a
/// dense outcome out of its range, entries that do not rise strictly, and more than six of them.
///
/// # Examples
///
/// ```
/// use diagnose_core::code::{Contents, Entry, Payload, encode};
/// use diagnose_core::os::Os;
///
/// let code = encode(&Payload {
///     os: Os::Android { api: 29 },
///     app_version: [2, 7, 31],
///     hour: 9124,
///     complaint: 1,
///     contents: Contents::List(vec![Entry { check: 7, finding: 5 }]),
/// })?;
/// assert_eq!(code.as_str(), "SNH8-01BM-VN41-8QW8-3KVG");
/// # Ok::<(), diagnose_core::code::EncodeError>(())
/// ```
pub fn encode(payload: &Payload) -> Result<Code, EncodeError> {
    if !(0..=15).contains(&payload.complaint) {
        let complaint = payload.complaint;
        return Err(EncodeError::Complaint { complaint });
    }
    let length = match &payload.contents {
        Contents::List(entries) => list_length(entries)?,
        Contents::Dense(outcomes) => dense_length(outcomes)?,
    };
    let symbols = payload.write().symbols(length);
    let checks = check_symbols(symbols.clone());
    Ok(Code::new(&Word::new(length, symbols.chain(checks))))
}

fn list_length(entries: &[Entry]) -> Result<Length, EncodeError> {
    let mut previous = None;
    for &Entry { check, finding } in entries {
        if !(0..=30).contains(&check) {
            return Err(EncodeError::Check { check });
        }
        if !(0..=15).contains(&finding) {
            return Err(EncodeError::Finding { check, finding });
        }
        if let Some(previous) = previous.filter(|previous| *previous >= check) {
            return Err(EncodeError::Order { check, previous });
        }
        previous = Some(check);
    }
    match entries.len() {
        0..=1 => Ok(Length::Short),
        2..=3 => Ok(Length::Middle),
        4..=6 => Ok(Length::Long),
        more => Err(EncodeError::TooMany {
            entries: i64::try_from(more).unwrap_or(i64::MAX),
        }),
    }
}

fn dense_length(outcomes: &[i64]) -> Result<Length, EncodeError> {
    let wrong = (0..)
        .zip(outcomes)
        .find(|(_, outcome)| !(0..=3).contains(*outcome));
    match wrong {
        None => Ok(Length::Long),
        Some((check, outcome)) => Err(EncodeError::Outcome {
            check,
            outcome: *outcome,
        }),
    }
}
