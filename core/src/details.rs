//! What only the phone knows about a finding: a closed set of typed values, never text.

#[cfg(feature = "json")]
use crate::fact::value_alone;
use crate::{
    checks::{self, Judgement, Subject},
    time::{DAY, Time},
    version::AppVersion,
};

/// A value that belongs to a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
#[cfg_attr(feature = "json", serde(rename_all = "snake_case"))]
pub enum Detail {
    /// How often it happened in the last 7 days.
    #[cfg_attr(feature = "json", serde(serialize_with = "value_alone"))]
    Count {
        /// 1 or above.
        value: i64,
    },
    /// Whole days.
    #[cfg_attr(feature = "json", serde(serialize_with = "value_alone"))]
    Days {
        /// 0 or above.
        value: i64,
    },
    /// A moment.
    #[cfg_attr(feature = "json", serde(serialize_with = "value_alone"))]
    Time {
        /// The moment.
        value: Time,
    },
    /// A version of the app.
    #[cfg_attr(feature = "json", serde(serialize_with = "value_alone"))]
    Version {
        /// The version.
        value: AppVersion,
    },
    /// A notification channel.
    #[cfg_attr(feature = "json", serde(serialize_with = "value_alone"))]
    Channel {
        /// Its place in the facts' `notifications.channels`, from 0.
        value: i64,
    },
}

/// The details of a finding.
pub(crate) fn details(check: i32, judgement: Judgement, subject: &Subject<'_>) -> Vec<Detail> {
    detail(check, judgement, subject).into_iter().collect()
}

fn detail(check: i32, judgement: Judgement, subject: &Subject<'_>) -> Option<Detail> {
    let android = subject.facts.android();
    match (check, judgement) {
        (1, Judgement::Warn) => {
            let patched = android?.os.security_patch.get().ok()?.start()?;
            Some(Detail::Days {
                value: subject.now().ok()?.since(patched).div_euclid(DAY),
            })
        }
        (2, Judgement::Fail(4)) | (6, Judgement::Fail(3)) => Some(Detail::Days {
            value: *android?.usage.days_since_last_use.get().ok()?,
        }),
        (3, Judgement::Fail(_) | Judgement::Warn) => Some(Detail::Channel {
            value: checks::told_channel(subject)?,
        }),
        (9, Judgement::Pass | Judgement::Warn | Judgement::Fail(_)) => Some(Detail::Time {
            value: checks::newest_proof(subject).ok()??.1,
        }),
        (14, Judgement::Fail(_)) => Some(Detail::Version {
            value: subject.profile.minimum_version.clone()?,
        }),
        (14, Judgement::Warn) => Some(Detail::Version {
            value: checks::newest_version(subject).ok()?,
        }),
        (15, Judgement::Fail(_)) => Some(Detail::Time {
            value: checks::profile_end(subject)?,
        }),
        (17, Judgement::Fail(_) | Judgement::Warn) => Some(Detail::Count {
            value: checks::crash_count(judgement, subject)?,
        }),
        (18, Judgement::Fail(_) | Judgement::Warn) => Some(Detail::Time {
            value: subject.right_time().ok()?,
        }),
        _ => None,
    }
}
