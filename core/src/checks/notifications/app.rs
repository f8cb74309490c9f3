//! Check 2: are notifications on for the app?

use crate::{
    checks::{
        Check, blocks, counted,
        engine::{Row, Rule},
        read::{Read, android, ios},
    },
    facts::ios::NotificationAuthorization::{self, Denied, NotDetermined, Provisional},
    report::Owner::{Technician, User, Vendor},
};

static ENABLED: Read<bool> = android(24, |a| &a.notifications.enabled);
static DECLARED: Read<bool> = android(33, |a| &a.notifications.permission_declared).optional();
static RATIONALE: Read<bool> = android(33, |a| &a.notifications.rationale).optional();
static WAS_GRANTED: Read<bool> = android(33, |a| &a.notifications.was_granted).optional();
static ASKED: Read<bool> = android(33, |a| &a.notifications.asked).optional();
static UNUSED_DAYS: Read<i64> = android(33, |a| &a.usage.days_since_last_use).optional();
static EXEMPT: Read<bool> = android(33, |a| &a.usage.auto_revoke_exempt).optional();
static AUTHORIZATION: Read<NotificationAuthorization> = ios(|i| &i.notifications.authorization);

pub(in crate::checks) static APP: Check = Check {
    number: 2,
    id: "notifications.app",
    causes: &[
        blocks(0, "off", User, "app_notifications"),
        blocks(1, "never_asked", User, "app_notifications"),
        blocks(2, "denied_once", User, "app_notifications"),
        blocks(3, "denied", User, "app_notifications"),
        blocks(4, "revoked_unused", User, "app_notifications"),
        blocks(5, "not_declared", Vendor, "contact_vendor"),
        // Reserved: no call tells it.
        blocks(
            6,
            "locked_by_organisation",
            Technician,
            "contact_technician",
        ),
    ],
    warn: counted("provisional", User, "app_notifications"),
    android: Rule::Row(Row {
        reads: &[
            &ENABLED,
            &DECLARED,
            &RATIONALE,
            &WAS_GRANTED,
            &ASKED,
            &UNUSED_DAYS,
            &EXEMPT,
        ],
        causes: &[
            (5, |s| ENABLED.is(s, false) & DECLARED.is(s, false)),
            (4, |s| {
                ENABLED.is(s, false)
                    & WAS_GRANTED.is(s, true)
                    & !EXEMPT.is(s, true)
                    & UNUSED_DAYS.when(s, |days| *days > 60)
            }),
            (0, |s| ENABLED.is(s, false) & WAS_GRANTED.is(s, true)),
            (2, |s| ENABLED.is(s, false) & RATIONALE.is(s, true)),
            (1, |s| ENABLED.is(s, false) & ASKED.is(s, false)),
            (3, |s| {
                ENABLED.is(s, false) & ASKED.is(s, true) & RATIONALE.is(s, false)
            }),
            (0, |s| ENABLED.is(s, false)),
        ],
        ..Row::EMPTY
    }),
    android_from: 0,
    ios: Rule::Row(Row {
        reads: &[&AUTHORIZATION],
        causes: &[
            (1, |s| AUTHORIZATION.is(s, NotDetermined)),
            (3, |s| AUTHORIZATION.is(s, Denied)),
        ],
        warn: |s| AUTHORIZATION.is(s, Provisional),
        ..Row::EMPTY
    }),
};
