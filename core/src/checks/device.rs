//! Checks 18, 19, 20 and 23: clock, storage, network and profile of the phone.

use super::{
    Check, blocks,
    engine::{Condition, Row, Rule, Truth},
    read::{Read, Subject, android, common, derived, ios},
    told, weakens,
};
use crate::{
    facts::host::ServerAnswer::{self, Answered, Error, TlsRefused, Unreachable},
    report::Owner::{Technician, User, Vendor},
    time::{DAY, Time},
};

static RIGHT_TIME: Read<Time> = derived(|s| s.right_time());

/// Whether the phone's clock is off by more than so many seconds. That it is set automatically proves nothing.
fn off_by(subject: &Subject<'_>, seconds: i64) -> Truth {
    RIGHT_TIME.when(subject, |right| {
        let off = i128::from(subject.facts.clock.phone.seconds) - i128::from(right.seconds);
        off.abs() > i128::from(seconds)
    })
}

const CLOCK_ROW: Row = Row {
    reads: &[&RIGHT_TIME],
    causes: &[(0, |s| off_by(s, DAY))],
    warn: |s| off_by(s, 5 * 60),
    ..Row::EMPTY
};

pub(super) static CLOCK: Check = Check {
    number: 18,
    id: "device.clock",
    causes: &[blocks(0, "off_by_a_day", User, "date_time")],
    warn: told("off_by_minutes", User, "date_time"),
    android: Rule::Row(CLOCK_ROW),
    android_from: 0,
    ios: Rule::Row(CLOCK_ROW),
};

static FREE_ANDROID: Read<i64> = android(0, |a| &a.storage.free_bytes);
static FREE_IOS: Read<i64> = ios(|i| &i.storage.free_bytes);

/// Updates were seen to fail with 600 MB free and to work with 1.3 GB. In bytes, 1 MB = 10⁶ bytes.
const TOO_LITTLE: i64 = 700_000_000;
const LOW: i64 = 1_500_000_000;

pub(super) static STORAGE: Check = Check {
    number: 19,
    id: "device.storage",
    causes: &[weakens(0, "too_little", User, "storage")],
    warn: told("low", User, "storage"),
    android: Rule::Row(Row {
        reads: &[&FREE_ANDROID],
        causes: &[(0, |s| FREE_ANDROID.when(s, |free| *free < TOO_LITTLE))],
        warn: |s| FREE_ANDROID.when(s, |free| *free < LOW),
        ..Row::EMPTY
    }),
    android_from: 0,
    ios: Rule::Row(Row {
        reads: &[&FREE_IOS],
        causes: &[(0, |s| FREE_IOS.when(s, |free| *free < TOO_LITTLE))],
        warn: |s| FREE_IOS.when(s, |free| *free < LOW),
        ..Row::EMPTY
    }),
};

static SERVER: Read<ServerAnswer> = common(|f| &f.host.server).optional();
static CONNECTED: Read<bool> = android(0, |a| &a.network.connected);
static AEROPLANE_MODE: Read<bool> = android(0, |a| &a.network.aeroplane_mode);
static CAPTIVE_PORTAL: Read<bool> = android(0, |a| &a.network.captive_portal);
static BLOCKED: Read<bool> = android(29, |a| &a.network.blocked_for_app);
static VALIDATED: Read<bool> = android(0, |a| &a.network.validated);
static CONNECTED_IOS: Read<bool> = ios(|i| &i.network.connected);

/// If the server answered it passes, whatever else.
const ANSWERED: Condition = |s| SERVER.is(s, Answered);
const TLS_REFUSED: (i32, Condition) = (4, |s| SERVER.is(s, TlsRefused));
const SERVER_ERROR: (i32, Condition) = (5, |s| SERVER.is(s, Error));

pub(super) static NETWORK: Check = Check {
    number: 20,
    id: "device.network",
    causes: &[
        blocks(0, "no_connection", User, "network"),
        blocks(1, "aeroplane_mode", User, "aeroplane_mode"),
        blocks(2, "sign_in_page", User, "sign_in_page"),
        blocks(3, "server_unreachable", User, "other_network"),
        blocks(4, "tls_refused", Technician, "other_network"),
        blocks(5, "server_error", Vendor, "contact_vendor"),
        blocks(6, "blocked_for_app", User, "app_details"),
        weakens(7, "not_validated", User, "network"),
    ],
    warn: None,
    android: Rule::Row(Row {
        reads: &[
            &SERVER,
            &CONNECTED,
            &AEROPLANE_MODE,
            &CAPTIVE_PORTAL,
            &BLOCKED,
            &VALIDATED,
        ],
        passes: ANSWERED,
        causes: &[
            (1, |s| CONNECTED.is(s, false) & AEROPLANE_MODE.is(s, true)),
            (6, |s| BLOCKED.is(s, true)),
            (0, |s| CONNECTED.is(s, false)),
            (2, |s| CAPTIVE_PORTAL.is(s, true)),
            TLS_REFUSED,
            SERVER_ERROR,
            (3, |s| CONNECTED.is(s, true) & SERVER.is(s, Unreachable)),
            (7, |s| VALIDATED.is(s, false)),
        ],
        ..Row::EMPTY
    }),
    android_from: 0,
    ios: Rule::Row(Row {
        reads: &[&SERVER, &CONNECTED_IOS],
        passes: ANSWERED,
        causes: &[
            (0, |s| CONNECTED_IOS.is(s, false)),
            TLS_REFUSED,
            SERVER_ERROR,
            (3, |s| CONNECTED_IOS.is(s, true) & SERVER.is(s, Unreachable)),
        ],
        ..Row::EMPTY
    }),
};

static MANAGED: Read<bool> = android(0, |a| &a.user.managed_profile);

pub(super) static PROFILE: Check = Check {
    number: 23,
    id: "device.profile",
    causes: &[],
    // A work profile can be switched off, and then no push arrives.
    warn: told("switchable", User, "keep_profile_on"),
    android: Rule::Row(Row {
        reads: &[&MANAGED],
        warn: |s| MANAGED.is(s, true),
        ..Row::EMPTY
    }),
    android_from: 0,
    ios: Rule::Row(Row::EMPTY),
};
