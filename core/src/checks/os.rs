//! Checks 0 and 1: the operating system.

use super::{
    Check, blocks,
    engine::{Row, Rule, Truth},
    read::{Read, android, both, derived},
    told, weakens,
};
use crate::{
    os::Os,
    profile::IosVersion,
    report::Owner::User,
    time::{DAY, Date, Time},
};

static OS: Read<Os> = derived(|s| Ok(s.facts.os()));

/// Whether the phone's OS is below a version that the profile names; where it names none, there is no such rule.
fn is_below(os: Os, api: Option<i64>, ios: Option<IosVersion>) -> Truth {
    match os {
        Os::Android { api: level } => api.is_some_and(|least| level < least).into(),
        Os::Ios { major, minor } => ios
            .is_some_and(|least| IosVersion { major, minor } < least)
            .into(),
    }
}

const VERSION_ROW: Row = Row {
    reads: &[&OS],
    causes: &[
        (0, |s| {
            is_below(
                s.facts.os(),
                s.profile.android.minimum_api,
                s.profile.ios.minimum,
            )
        }),
        (1, |s| {
            is_below(s.facts.os(), s.profile.android.next_api, s.profile.ios.next)
        }),
    ],
    ..Row::EMPTY
};

pub(super) static VERSION: Check = Check {
    number: 0,
    id: "os.version",
    causes: &[
        blocks(0, "below_minimum", User, "os_update"),
        weakens(1, "below_next", User, "os_update"),
    ],
    warn: None,
    android: Rule::Row(VERSION_ROW),
    android_from: 0,
    ios: Rule::Row(VERSION_ROW),
};

static PATCH: Read<Date> = android(23, |a| &a.os.security_patch);
static NOW: Read<Time> = derived(|s| s.now());

pub(super) static SECURITY_PATCH: Check = Check {
    number: 1,
    id: "os.security_patch",
    causes: &[],
    warn: told("old", User, "os_update"),
    android: Rule::Row(Row {
        reads: &[&PATCH, &NOW],
        warn: |s| {
            both(s, &PATCH, &NOW, |patch, now| {
                patch
                    .start()
                    .is_some_and(|start| now.since(start) > 365 * DAY)
            })
        },
        ..Row::EMPTY
    }),
    android_from: 0,
    ios: Rule::NotApplicable,
};
