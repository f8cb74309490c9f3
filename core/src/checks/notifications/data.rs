//! Check 7: may the app use data when it is not open?

use crate::{
    checks::{
        Check, blocks,
        engine::{Row, Rule, Truth},
        read::{Read, Subject, android},
        told, weakens,
    },
    facts::android::DataSaver::{self, Enabled},
    report::Owner::User,
};

static DATA_SAVER: Read<DataSaver> = android(24, |a| &a.background.data_saver);
static CONNECTED: Read<bool> = android(0, |a| &a.network.connected);
static METERED: Read<bool> = android(0, |a| &a.network.metered);

/// Whether the app must load something before it can show a push.
fn must_fetch(subject: &Subject<'_>) -> bool {
    subject.profile.android.push.must_fetch
}

pub(in crate::checks) static DATA: Check = Check {
    number: 7,
    id: "notifications.data",
    causes: &[
        blocks(0, "stopped_metered", User, "data_saver"),
        weakens(1, "stopped", User, "data_saver"),
        // Reserved: the app's own switch cannot be told from Data Saver.
        weakens(2, "own_switch", User, "data_saver"),
    ],
    warn: told("data_saver", User, "data_saver"),
    android: Rule::Row(Row {
        reads: &[&DATA_SAVER, &CONNECTED, &METERED],
        causes: &[
            (0, |s| {
                Truth::from(must_fetch(s))
                    & DATA_SAVER.is(s, Enabled)
                    & CONNECTED.is(s, true)
                    & METERED.is(s, true)
            }),
            (1, |s| {
                Truth::from(must_fetch(s))
                    & DATA_SAVER.is(s, Enabled)
                    & (CONNECTED.is(s, false) | METERED.is(s, false))
            }),
        ],
        warn: |s| Truth::from(!must_fetch(s)) & DATA_SAVER.is(s, Enabled),
        ..Row::EMPTY
    }),
    android_from: 0,
    ios: Rule::NotApplicable,
};
