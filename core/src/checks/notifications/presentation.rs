//! Check 4: can a notification be seen?
//!
//! Makers' own switches for the lock screen and for pop-ups cannot be read: nothing is claimed about them.

use super::channel::shown_channels;
use crate::{
    checks::{
        Check, blocks,
        engine::{Judgement, Row, Rule, Truth},
        read::{Read, Subject, android, derived, ios},
        weakens,
    },
    fact::Reason,
    facts::{
        android::{
            Importance::{self, Low, Min},
            LockScreenVisibility::Secret,
        },
        ios::{
            AlertStyle::{self, NoBanner},
            NotificationAuthorization::{self, Authorized, Provisional},
            NotificationSetting::{self, Disabled, Enabled},
        },
    },
    report::Owner::User,
};

static PAUSED: Read<bool> = android(29, |a| &a.notifications.paused);
static ON_LOCK_SCREEN: Read<bool> = android(0, |a| &a.notifications.on_lock_screen);
static SECRET: Read<bool> = derived(one_is_secret).optional();
static IMPORTANCE: Read<Importance> = android(24, |a| &a.notifications.importance).up_to(25);

/// Whether one of the channels that are shown hides its notifications from the lock screen (26).
fn one_is_secret(subject: &Subject<'_>) -> Result<bool, Reason> {
    let mut gap = None;
    for channel in shown_channels(subject)? {
        match channel.lock_screen.get() {
            Ok(Secret) => return Ok(true),
            Ok(_) => {}
            Err(reason) => gap = gap.or(Some(reason)),
        }
    }
    gap.map_or(Ok(false), Err)
}

static AUTHORIZATION: Read<NotificationAuthorization> = ios(|i| &i.notifications.authorization);
static ALERTS: Read<NotificationSetting> = ios(|i| &i.notifications.alerts);
static ALERT_STYLE: Read<AlertStyle> = ios(|i| &i.notifications.alert_style);
static LOCK_SCREEN: Read<NotificationSetting> = ios(|i| &i.notifications.lock_screen);
static CENTRE: Read<NotificationSetting> = ios(|i| &i.notifications.notification_centre);
static SCHEDULED: Read<NotificationSetting> = ios(|i| &i.notifications.scheduled_delivery);
static TIME_SENSITIVE: Read<NotificationSetting> = ios(|i| &i.notifications.time_sensitive);

fn no_banners(s: &Subject<'_>) -> Truth {
    ALERTS.is(s, Disabled) | ALERT_STYLE.is(s, NoBanner)
}

static IOS_ROW: Row = Row {
    reads: &[
        &ALERTS,
        &ALERT_STYLE,
        &LOCK_SCREEN,
        &CENTRE,
        &SCHEDULED,
        &TIME_SENSITIVE,
    ],
    causes: &[
        (0, |s| {
            no_banners(s) & LOCK_SCREEN.is(s, Disabled) & CENTRE.is(s, Disabled)
        }),
        (3, |s| {
            AUTHORIZATION.is(s, Authorized) & LOCK_SCREEN.is(s, Disabled)
        }),
        (4, |s| AUTHORIZATION.is(s, Authorized) & no_banners(s)),
        (5, |s| {
            let held =
                Truth::from(!s.profile.ios.push.time_sensitive) | TIME_SENSITIVE.is(s, Disabled);
            SCHEDULED.is(s, Enabled) & held
        }),
        (7, |s| CENTRE.is(s, Disabled)),
    ],
    ..Row::EMPTY
};

pub(in crate::checks) static PRESENTATION: Check = Check {
    number: 4,
    id: "notifications.presentation",
    causes: &[
        blocks(0, "nowhere", User, "app_notifications"),
        blocks(1, "paused", User, "unpause"),
        weakens(2, "lock_screen_off", User, "lock_screen"),
        weakens(3, "lock_screen_off_for_app", User, "app_notifications"),
        weakens(4, "banners_off", User, "app_notifications"),
        weakens(5, "held_for_summary", User, "scheduled_summary"),
        weakens(6, "shown_silently", User, "app_notifications"),
        weakens(7, "notification_centre_off", User, "app_notifications"),
    ],
    warn: None,
    android: Rule::Row(Row {
        reads: &[&PAUSED, &ON_LOCK_SCREEN, &SECRET, &IMPORTANCE],
        causes: &[
            (1, |s| PAUSED.is(s, true)),
            (2, |s| ON_LOCK_SCREEN.is(s, false)),
            (3, |s| SECRET.is(s, true)),
            (6, |s| {
                IMPORTANCE.when(s, |importance| matches!(importance, Min | Low))
            }),
        ],
        ..Row::EMPTY
    }),
    android_from: 0,
    ios: Rule::Own {
        reads: &[
            &AUTHORIZATION,
            &ALERTS,
            &ALERT_STYLE,
            &LOCK_SCREEN,
            &CENTRE,
            &SCHEDULED,
            &TIME_SENSITIVE,
        ],
        checks: &[],
        // Without authorisation these settings say nothing.
        judge: |s| match AUTHORIZATION.get(s).as_deref() {
            Ok(Authorized | Provisional) => IOS_ROW.judge(s),
            Ok(_) => Judgement::Unknown(Reason::NotRun),
            Err(reason) => Judgement::Unknown(*reason),
        },
    },
};
