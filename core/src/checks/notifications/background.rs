//! Check 6: may the app run when it is not open?
//!
//! "Battery optimised" and a rare bucket are every app's normal state and are not even read.

use crate::{
    checks::{
        Check, blocks, counted,
        engine::{Row, Rule, Truth},
        read::{Read, Subject, android, ios},
        weakens,
    },
    facts::{
        android::StandbyBucket::{self, Restricted},
        ios::BackgroundRefresh::{self, Available},
    },
    profile::{IosPushKind::Silent, PushPriority::Normal},
    report::Owner::User,
};

static RESTRICTED: Read<bool> = android(28, |a| &a.background.restricted);
static FORCE_STOPPED: Read<bool> = android(35, |a| &a.background.force_stopped);
/// From 33 on an unused app's restricted bucket is normal.
static BUCKETS: Read<Vec<StandbyBucket>> = android(30, |a| &a.background.standby_buckets).up_to(32);
static UNUSED_DAYS: Read<i64> = android(31, |a| &a.usage.days_since_last_use);
static EXEMPT: Read<bool> = android(31, |a| &a.usage.auto_revoke_exempt);
static POWER_SAVE: Read<bool> = android(0, |a| &a.background.power_save);
static REFRESH: Read<BackgroundRefresh> = ios(|i| &i.background.refresh);
static LOW_POWER: Read<bool> = ios(|i| &i.background.low_power_mode);

pub(in crate::checks) static BACKGROUND: Check = Check {
    number: 6,
    id: "notifications.background",
    causes: &[
        blocks(0, "restricted", User, "background"),
        weakens(1, "force_stopped", User, "no_force_stop"),
        weakens(2, "push_limit", User, "open_now_and_then"),
        weakens(3, "paused_when_unused", User, "unused_app"),
        weakens(4, "refresh_off", User, "app_details"),
    ],
    warn: counted("battery_saver", User, "battery_saver"),
    android: Rule::Row(Row {
        reads: &[
            &RESTRICTED,
            &FORCE_STOPPED,
            &BUCKETS,
            &UNUSED_DAYS,
            &EXEMPT,
            &POWER_SAVE,
        ],
        causes: &[
            (0, |s| RESTRICTED.is(s, true)),
            (1, |s| FORCE_STOPPED.is(s, true)),
            (2, |s| {
                BUCKETS.when(s, |buckets| buckets.contains(&Restricted))
            }),
            (3, |s| {
                UNUSED_DAYS.when(s, |days| *days > 60) & !EXEMPT.is(s, true)
            }),
        ],
        warn: |s| POWER_SAVE.is(s, true) & Truth::from(s.profile.android.push.priority == Normal),
        ..Row::EMPTY
    }),
    android_from: 0,
    ios: Rule::Own {
        reads: &[&REFRESH, &LOW_POWER],
        checks: &[],
        judge: |s| {
            if is_silent(s) {
                IOS_ROW.judge(s)
            } else {
                Row::EMPTY.judge(s)
            }
        },
    },
};

/// An alert is shown by the system: nothing in the background is needed for it.
fn is_silent(subject: &Subject<'_>) -> bool {
    subject.profile.ios.push.kind == Silent
}

static IOS_ROW: Row = Row {
    reads: &[&REFRESH, &LOW_POWER],
    causes: &[(4, |s| REFRESH.when(s, |refresh| *refresh != Available))],
    warn: |s| LOW_POWER.is(s, true),
    ..Row::EMPTY
};
