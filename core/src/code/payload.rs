//! What a code carries: its fields, in their order and with their widths (section "Payload").

use super::bits::{Reader, Writer};
use super::platform;
use super::word::Length;
use crate::os::Os;

/// The version that this program writes and reads.
pub(super) const VERSION: i64 = 1;

/// How many checks a dense word has.
pub(super) const DENSE_CHECKS: usize = 24;

/// The widths of the fields in bits.
mod width {
    pub(super) const VERSION: u32 = 4;
    pub(super) const MODE: u32 = 1;
    pub(super) const OS: u32 = 10;
    /// Major, minor and patch.
    pub(super) const APP_VERSION: [u32; 3] = [6, 6, 8];
    pub(super) const HOUR: u32 = 17;
    pub(super) const COMPLAINT: u32 = 4;
    pub(super) const CHECK: u32 = 5;
    pub(super) const FINDING: u32 = 4;
    pub(super) const DENSE_OUTCOME: u32 = 2;
}

const LIST: i64 = 0;
const DENSE: i64 = 1;

/// What a code carries.
///
/// The ranges below are those of a payload that was read. For writing, any operating system,
/// version and hour will do: they are clamped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payload {
    /// The operating system: Android API level 0 to 63, where 63 means "or above"; iOS 12 to 71
    /// with a minor version of 0 to 15.
    pub os: Os,
    /// Major, minor and patch of the app's version: 0 to 63, 0 to 63 and 0 to 255. All three 0:
    /// not known. A version below 0 is written as 0.
    pub app_version: [i64; 3],
    /// Whole hours since 2026-01-01 00:00 UTC, 1 to 131071; both ends mean "or beyond". 0: not
    /// known, which is also written for every hour below 0.
    pub hour: i64,
    /// The complaint, 0 to 15: 0 none, 1 phone number invalid, 2 install or crash, 3 password
    /// reset, 4 phone number in use, 5 activation link, 6 no notifications, 15 other.
    pub complaint: i64,
    /// What the checks found.
    pub contents: Contents,
}

/// What the checks found, in one of two modes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Contents {
    /// Up to six deviations from the defaults (see
    /// [`default_finding`](super::default_finding)), in strictly rising order of their checks.
    List(Vec<Entry>),
    /// The outcome of each of the checks 0 to 23, without causes: 0 pass, 1 warn, 2 unknown or
    /// not applicable (the check's default where that is one of the two, else unknown), 3 fail.
    Dense([i64; 24]),
}

/// A check whose finding is not its default. A finding that repeats the default means *pass*.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The number of the check, 0 to 30.
    pub check: i32,
    /// 0 warn, 1 unknown, 2 not applicable, 3 to 15 fail with that check's cause 0 to 12.
    pub finding: i32,
}

impl Payload {
    /// The bits, for contents that can be written.
    pub(super) fn write(&self) -> Writer {
        let mut bits = Writer::default();
        bits.put(VERSION, width::VERSION);
        bits.put(self.contents.mode(), width::MODE);
        bits.put(platform::to_field(self.os), width::OS);
        for (part, width) in self.app_version.into_iter().zip(width::APP_VERSION) {
            bits.put(clamp(part, width), width);
        }
        bits.put(clamp(self.hour, width::HOUR), width::HOUR);
        bits.put(self.complaint, width::COMPLAINT);
        match &self.contents {
            Contents::List(entries) => {
                for entry in entries {
                    bits.put(i64::from(entry.check) + 1, width::CHECK);
                    bits.put(i64::from(entry.finding), width::FINDING);
                }
            }
            Contents::Dense(outcomes) => {
                for outcome in outcomes {
                    bits.put(*outcome, width::DENSE_OUTCOME);
                }
            }
        }
        bits
    }

    /// Takes the version, 0 to 15, which comes before everything that depends on it.
    pub(super) fn take_version(bits: &mut Reader) -> i64 {
        bits.take(width::VERSION)
    }

    /// The payload of bits from which the version was taken, or nothing where the contents are
    /// none that the payload table allows.
    pub(super) fn read(mut bits: Reader, length: Length) -> Option<Payload> {
        let mode = bits.take(width::MODE);
        let os = platform::from_field(bits.take(width::OS));
        let app_version = width::APP_VERSION.map(|width| bits.take(width));
        let hour = bits.take(width::HOUR);
        let complaint = bits.take(width::COMPLAINT);
        let contents = match mode {
            LIST => Contents::List(list(bits)?),
            _ => Contents::Dense(dense(bits, length)?),
        };
        Some(Payload {
            os,
            app_version,
            hour,
            complaint,
            contents,
        })
    }
}

impl Contents {
    const fn mode(&self) -> i64 {
        match self {
            Contents::List(_) => LIST,
            Contents::Dense(_) => DENSE,
        }
    }
}

fn list(mut bits: Reader) -> Option<Vec<Entry>> {
    let mut entries: Vec<Entry> = Vec::new();
    while bits.left() >= width::CHECK + width::FINDING {
        let Some(check) = bits
            .take(width::CHECK)
            .checked_sub(1)
            .filter(|check| *check >= 0)
        else {
            break;
        };
        let entry = Entry {
            check: i32::try_from(check).ok()?,
            finding: i32::try_from(bits.take(width::FINDING)).ok()?,
        };
        if entries.last().is_some_and(|last| last.check >= entry.check) {
            return None;
        }
        entries.push(entry);
    }
    bits.rest_is_zero().then_some(entries)
}

fn dense(mut bits: Reader, length: Length) -> Option<[i64; DENSE_CHECKS]> {
    if length != Length::Long {
        return None;
    }
    let outcomes = [width::DENSE_OUTCOME; DENSE_CHECKS].map(|width| bits.take(width));
    bits.rest_is_zero().then_some(outcomes)
}

fn clamp(value: i64, width: u32) -> i64 {
    value.clamp(0, (1 << width) - 1)
}
