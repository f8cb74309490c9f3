//! Who reads the advice.

use crate::{input::InputError, maker::Maker, time::Time, words::Audience};

/// Who reads the advice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reader {
    /// The language wanted, as a BCP 47 tag; looked up de-AT, de, en.
    pub language: String,
    /// The reader's time zone: minutes east of UTC, -1439 to 1439.
    pub offset_minutes: i64,
    /// Whom the words speak to.
    pub audience: Audience,
    /// The phone's maker, whose names for switches are told; without it those of Android and of Samsung side by side.
    pub maker: Option<Maker>,
}

impl Reader {
    /// A reader in UTC, with a phone of any maker.
    #[must_use]
    pub fn new(language: &str, audience: Audience) -> Self {
        Self {
            language: language.to_owned(),
            offset_minutes: 0,
            audience,
            maker: None,
        }
    }

    /// Whether it can be.
    ///
    /// # Errors
    /// An offset that no time zone has.
    pub fn validate(&self) -> Result<(), InputError> {
        crate::input::in_range(self.offset_minutes, -1439..=1439)
            .map_err(|e| e.inside("offset_minutes").inside("reader"))
    }

    /// A moment in the reader's time zone, which is named: `2026-11-24 10:00 (UTC+02:00)`.
    pub(crate) fn local_time(&self, time: Time) -> String {
        let Some(local) = time.civil(self.offset_minutes) else {
            return time.to_string();
        };
        let zone = match self.offset_minutes {
            0 => String::new(),
            offset => {
                let sign = if offset < 0 { '-' } else { '+' };
                format!("{sign}{:02}:{:02}", offset.abs() / 60, offset.abs() % 60)
            }
        };
        let (year, month, day) = (local.year, local.month, local.day);
        format!(
            "{year:04}-{month:02}-{day:02} {:02}:{:02} (UTC{zone})",
            local.hour, local.minute
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_names_its_zone() {
        let mut reader = Reader::new("en", Audience::User);
        let time = Time::from_seconds(1_795_507_200);
        for (offset, shown) in [
            (0, "2026-11-24 08:00 (UTC)"),
            (120, "2026-11-24 10:00 (UTC+02:00)"),
            (-570, "2026-11-23 22:30 (UTC-09:30)"),
        ] {
            reader.offset_minutes = offset;
            assert_eq!(reader.local_time(time), shown);
        }
    }
}
