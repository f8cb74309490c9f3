//! Moments and days.

use crate::input::{InputError, Validate};
use std::fmt;

/// A moment: seconds since 1970-01-01 00:00 UTC, leap seconds not counted.
///
/// In JSON an RFC 3339 text such as `"2026-11-24T08:00:00Z"`; fractions of a second are dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Time {
    /// Seconds since 1970-01-01 00:00 UTC.
    pub seconds: i64,
}

/// Seconds in a day of 24 hours.
pub(crate) const DAY: i64 = 86_400;

impl Time {
    /// The first moment that RFC 3339 can write: 0000-01-01 00:00 UTC.
    pub const FIRST: Self = Self::from_seconds(-62_167_219_200);
    /// The last second that RFC 3339 can write: 9999-12-31 23:59:59 UTC.
    pub const LAST: Self = Self::from_seconds(253_402_300_799);
    /// 2015-01-01 00:00 UTC: a server that says an earlier time is wrong.
    pub const YEAR_2015: Self = Self::from_seconds(1_420_070_400);
    /// 2026-01-01 00:00 UTC, from which a code counts its hours.
    pub const YEAR_2026: Self = Self::from_seconds(1_767_225_600);

    /// The moment so many seconds after 1970-01-01 00:00 UTC.
    #[must_use]
    pub const fn from_seconds(seconds: i64) -> Self {
        Self { seconds }
    }

    /// Seconds from `earlier` to this moment, negative if `earlier` is later.
    #[must_use]
    pub const fn since(self, earlier: Self) -> i64 {
        self.seconds.saturating_sub(earlier.seconds)
    }

    /// Year, month, day, hour, minute and second, `offset_minutes` east of UTC.
    /// None outside the years 0000 to 9999.
    #[must_use]
    pub fn civil(self, offset_minutes: i64) -> Option<Civil> {
        let local = self.seconds.checked_add(offset_minutes.checked_mul(60)?)?;
        let moment = ::time::OffsetDateTime::from_unix_timestamp(local).ok()?;
        (0..=9999).contains(&moment.year()).then(|| Civil {
            year: moment.year(),
            month: moment.month().into(),
            day: moment.day(),
            hour: moment.hour(),
            minute: moment.minute(),
            second: moment.second(),
        })
    }
}

/// A moment as a calendar and a clock show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Civil {
    /// 0 to 9999.
    pub year: i32,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
    /// 0 to 59.
    pub second: u8,
}

impl fmt::Display for Time {
    /// RFC 3339 in UTC; outside the years 0000 to 9999 the seconds since 1970.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.civil(0) {
            Some(Civil {
                year,
                month,
                day,
                hour,
                minute,
                second,
            }) => {
                write!(
                    f,
                    "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z"
                )
            }
            None => write!(f, "{} s since 1970", self.seconds),
        }
    }
}

/// A calendar day, in JSON `"2026-11-05"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// 0 to 9999.
    pub year: i32,
    /// 1 to 12.
    pub month: i32,
    /// 1 to 31.
    pub day: i32,
}

impl Date {
    /// Reads `YYYY-MM-DD`. None for any other form and for a day that no calendar has.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = |part: &str, length: usize| -> Option<i32> {
            (part.len() == length && part.bytes().all(|b| b.is_ascii_digit()))
                .then(|| part.parse().ok())?
        };
        let mut parts = text.split('-');
        let date = Self {
            year: digits(parts.next()?, 4)?,
            month: digits(parts.next()?, 2)?,
            day: digits(parts.next()?, 2)?,
        };
        (parts.next().is_none() && date.start().is_some()).then_some(date)
    }

    /// The day's first moment in UTC. None if no calendar has this day.
    #[must_use]
    pub fn start(self) -> Option<Time> {
        let month = ::time::Month::try_from(u8::try_from(self.month).ok()?).ok()?;
        let day = u8::try_from(self.day).ok()?;
        let date = ::time::Date::from_calendar_date(self.year, month, day).ok()?;
        (0..=9999).contains(&self.year).then(|| Time {
            seconds: date.midnight().assume_utc().unix_timestamp(),
        })
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl Validate for Date {
    fn validate(&self) -> Result<(), InputError> {
        self.start()
            .map(|_| ())
            .ok_or_else(|| InputError::new(self, "a day that a calendar has"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_read_and_written() {
        for text in ["2026-11-05", "2024-02-29", "0000-01-01", "9999-12-31"] {
            assert_eq!(Date::parse(text).unwrap().to_string(), text);
        }
        for text in [
            "",
            "2026-11",
            "2026-11-5",
            "2026-13-01",
            "2025-02-29",
            "2026-11-05-01",
            "+026-11-05",
            "2026-11-05T00:00:00Z",
            "٢٠٢٦-11-05",
        ] {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_time_is_shown_in_utc_and_with_an_offset() {
        let time = Time::from_seconds(1_795_507_200);
        assert_eq!(time.to_string(), "2026-11-24T08:00:00Z");
        let civil = time.civil(-570).unwrap();
        assert_eq!((civil.day, civil.hour, civil.minute), (23, 22, 30));
    }

    #[test]
    fn the_named_moments_are_what_they_say() {
        assert_eq!(Time::FIRST.to_string(), "0000-01-01T00:00:00Z");
        assert_eq!(Time::LAST.to_string(), "9999-12-31T23:59:59Z");
        assert_eq!(Time::YEAR_2015.to_string(), "2015-01-01T00:00:00Z");
        assert_eq!(Time::YEAR_2026.to_string(), "2026-01-01T00:00:00Z");
        assert_eq!(
            Time::from_seconds(i64::MAX).to_string(),
            "9223372036854775807 s since 1970"
        );
        assert_eq!(Time::from_seconds(i64::MAX).civil(i64::MAX), None);
    }
}
