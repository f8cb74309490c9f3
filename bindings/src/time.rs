//! Moments and days.

pub use diagnose_core::time::{Date, Time};

/// A moment: seconds since 1970-01-01 00:00 UTC, leap seconds not counted.
///
/// In JSON an RFC 3339 text such as `"2026-11-24T08:00:00Z"`; fractions of a second are dropped.
#[uniffi::remote(Record)]
pub struct Time {
    /// Seconds since 1970-01-01 00:00 UTC.
    pub seconds: i64,
}

/// A calendar day, in JSON `"2026-11-05"`.
#[uniffi::remote(Record)]
pub struct Date {
    /// 0 to 9999.
    pub year: i32,
    /// 1 to 12.
    pub month: i32,
    /// 1 to 31.
    pub day: i32,
}
