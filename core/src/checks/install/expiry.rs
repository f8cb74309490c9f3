//! Check 15: does the app's provisioning profile end?

use crate::{
    checks::{
        Check, blocks,
        engine::{Row, Rule, Truth},
        read::{Read, Subject, both, derived, ios},
        told, weakens,
    },
    facts::install::ProfileExpiry::{self, Absent, Ends},
    report::Owner::{Technician, User},
    source::IosSource::{self, Marketplace, Store, Testflight},
    time::{DAY, Time},
};

static SOURCE: Read<IosSource> = ios(|i| &i.install.source);
static ENDS: Read<ProfileExpiry> = ios(|i| &i.install.profile_expiry);
static NOW: Read<Time> = derived(|s| s.now());

/// Whether the seconds that are left pass a test. A build without a profile does not end.
fn left(subject: &Subject<'_>, test: fn(i64) -> bool) -> Truth {
    if ENDS.is(subject, Absent) == Truth::Yes {
        return Truth::No;
    }
    both(subject, &ENDS, &NOW, |expiry, now| match expiry {
        Absent => false,
        Ends { at } => test(at.since(*now)),
    })
}

pub(in crate::checks) static EXPIRY: Check = Check {
    number: 15,
    id: "install.expiry",
    causes: &[
        blocks(0, "expired", Technician, "contact_technician"),
        weakens(1, "ends_soon", Technician, "contact_technician"),
    ],
    // It carries no date.
    warn: told("test_version", User, "update_app"),
    android: Rule::NotApplicable,
    android_from: 0,
    ios: Rule::Row(Row {
        reads: &[&SOURCE, &ENDS, &NOW],
        passes: |s| SOURCE.when(s, |source| matches!(source, Store | Marketplace)),
        causes: &[
            (0, |s| left(s, |seconds| seconds <= 0)),
            (1, |s| left(s, |seconds| seconds < 14 * DAY)),
        ],
        warn: |s| SOURCE.is(s, Testflight),
        ..Row::EMPTY
    }),
};

/// When the embedded profile ends.
pub(crate) fn profile_end(subject: &Subject<'_>) -> Option<Time> {
    match *ENDS.get(subject).ok()? {
        Absent => None,
        Ends { at } => Some(at),
    }
}
