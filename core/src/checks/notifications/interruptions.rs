//! Check 5: is the phone told to be quiet?

use super::channel::judged_channels;
use crate::{
    checks::{
        Check,
        engine::{Row, Rule},
        read::{Read, Subject, android, derived, ios},
        told, weakens,
    },
    fact::Reason,
    facts::android::InterruptionFilter::{self, Alarms, Priority, TotalSilence},
    report::Owner::User,
};

static FILTER: Read<InterruptionFilter> = android(23, |a| &a.notifications.interruption_filter);
static ALL_BYPASS: Read<bool> = derived(all_channels_bypass).optional();
static FOCUSED: Read<bool> = ios(|i| &i.notifications.focused);

/// Whether every judged channel bypasses Do Not Disturb (26); not so if there is none, or one is missing.
fn all_channels_bypass(subject: &Subject<'_>) -> Result<bool, Reason> {
    let channels = judged_channels(subject)?;
    if channels.is_empty() {
        return Ok(false);
    }
    let mut gap = None;
    for channel in channels {
        match channel.map_or(Ok(&false), |channel| channel.bypasses_dnd.get()) {
            Ok(true) => {}
            Ok(false) => return Ok(false),
            Err(reason) => gap = gap.or(Some(reason)),
        }
    }
    gap.map_or(Ok(true), Err)
}

pub(in crate::checks) static INTERRUPTIONS: Check = Check {
    number: 5,
    id: "notifications.interruptions",
    causes: &[weakens(0, "total_silence", User, "do_not_disturb")],
    // It mutes and, by its settings, may hide; it is not a fault.
    warn: told("do_not_disturb", User, "do_not_disturb"),
    android: Rule::Row(Row {
        reads: &[&FILTER, &ALL_BYPASS],
        causes: &[(0, |s| {
            FILTER.when(s, |filter| matches!(filter, TotalSilence | Alarms))
        })],
        warn: |s| FILTER.is(s, Priority) & !ALL_BYPASS.is(s, true),
        ..Row::EMPTY
    }),
    android_from: 0,
    ios: Rule::Row(Row {
        reads: &[&FOCUSED],
        warn: |s| FOCUSED.is(s, true),
        ..Row::EMPTY
    }),
};
