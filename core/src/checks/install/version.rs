//! Check 14: is the app new enough?

use crate::{
    checks::{
        Check, blocks,
        engine::{Row, Rule, Truth},
        read::{Read, Subject, both, common, derived},
        told,
    },
    fact::Reason,
    report::Owner::User,
    time::DAY,
    version::AppVersion,
};

static INSTALLED: Read<AppVersion> = common(|f| &f.app.version);
static NEWEST: Read<AppVersion> = derived(newest);

/// Days for which the profile's newest version is believed.
const BELIEVED: i64 = 90;

/// The host's newest version, else the profile's if its date is within 90 days of *Now*, else the host's reason.
pub(crate) fn newest(subject: &Subject<'_>) -> Result<AppVersion, Reason> {
    let from_profile = || {
        let version = subject.profile.newest_version.as_ref()?;
        let age = subject.now().ok()?.since(subject.profile.as_of.start()?);
        (age < BELIEVED * DAY).then_some(version)
    };
    subject
        .facts
        .host
        .newest_version
        .get()
        .or_else(|reason| from_profile().ok_or(reason))
        .cloned()
}

const ROW: Row = Row {
    reads: &[&INSTALLED, &NEWEST],
    causes: &[(0, |s| match &s.profile.minimum_version {
        Some(minimum) => INSTALLED.when(s, |version| version < minimum),
        None => Truth::No,
    })],
    warn: |s| {
        both(s, &INSTALLED, &NEWEST, |installed, newest| {
            installed < newest
        })
    },
    ..Row::EMPTY
};

pub(in crate::checks) static VERSION: Check = Check {
    number: 14,
    id: "install.version",
    causes: &[blocks(0, "below_minimum", User, "update_app")],
    warn: told("newer", User, "update_app"),
    android: Rule::Row(ROW),
    android_from: 0,
    ios: Rule::Row(ROW),
};
