//! Checks 21 and 22: is this phone registered, and can it be?

use super::{
    Check, blocks,
    engine::{Row, Rule, Truth},
    read::{Read, Subject, android, common, ios},
};
use crate::{
    facts::{
        host::Registration::{self, Never, NotScanned, OtherPhone, Registered, Removed},
        ios::CameraAuthorization::{self, Denied, Restricted},
    },
    report::Owner::{Technician, User},
};

static REGISTRATION_FACT: Read<Registration> = common(|f| &f.host.registration);

const REGISTRATION_ROW: Row = Row {
    reads: &[&REGISTRATION_FACT],
    causes: &[
        (0, |s| REGISTRATION_FACT.is(s, Never)),
        (1, |s| REGISTRATION_FACT.is(s, Removed)),
        (2, |s| REGISTRATION_FACT.is(s, OtherPhone)),
        (3, |s| REGISTRATION_FACT.is(s, NotScanned)),
    ],
    ..Row::EMPTY
};

pub(super) static REGISTRATION: Check = Check {
    number: 21,
    id: "account.registration",
    causes: &[
        blocks(0, "never", User, "register"),
        blocks(1, "removed", Technician, "reregister"),
        blocks(2, "other_phone", Technician, "reregister"),
        blocks(3, "not_scanned", User, "register"),
    ],
    warn: None,
    android: Rule::Row(REGISTRATION_ROW),
    android_from: 0,
    ios: Rule::Row(REGISTRATION_ROW),
};

static GRANTED: Read<bool> = android(0, |a| &a.camera.granted);
static RATIONALE: Read<bool> = android(0, |a| &a.camera.rationale).optional();
static ASKED: Read<bool> = android(0, |a| &a.camera.asked);
static DISABLED: Read<bool> = android(0, |a| &a.camera.disabled_by_policy);
static PRESENT: Read<bool> = android(0, |a| &a.camera.present);
static AUTHORIZATION: Read<CameraAuthorization> = ios(|i| &i.camera.authorization);

/// Whether the QR code is still to be scanned.
fn not_registered(subject: &Subject<'_>) -> Truth {
    REGISTRATION_FACT.when(subject, |registration| *registration != Registered)
}

pub(super) static CAMERA: Check = Check {
    number: 22,
    id: "registration.camera",
    causes: &[
        // Reserved: never asked passes, for the app asks when it scans.
        blocks(0, "never_asked", User, "camera"),
        blocks(1, "denied_once", User, "camera"),
        blocks(2, "denied", User, "camera"),
        blocks(3, "off_by_organisation", Technician, "contact_technician"),
        blocks(4, "none", Technician, "contact_technician"),
    ],
    warn: None,
    android: Rule::Row(Row {
        reads: &[
            &REGISTRATION_FACT,
            &GRANTED,
            &RATIONALE,
            &ASKED,
            &DISABLED,
            &PRESENT,
        ],
        causes: &[
            (4, |s| not_registered(s) & PRESENT.is(s, false)),
            (3, |s| not_registered(s) & DISABLED.is(s, true)),
            (1, |s| {
                not_registered(s) & GRANTED.is(s, false) & RATIONALE.is(s, true)
            }),
            (2, |s| {
                not_registered(s)
                    & GRANTED.is(s, false)
                    & ASKED.is(s, true)
                    & !RATIONALE.is(s, true)
            }),
        ],
        ..Row::EMPTY
    }),
    android_from: 0,
    ios: Rule::Row(Row {
        reads: &[&REGISTRATION_FACT, &AUTHORIZATION],
        causes: &[
            (3, |s| not_registered(s) & AUTHORIZATION.is(s, Restricted)),
            (2, |s| not_registered(s) & AUTHORIZATION.is(s, Denied)),
        ],
        ..Row::EMPTY
    }),
};
