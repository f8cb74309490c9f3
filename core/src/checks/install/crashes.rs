//! Check 17: does the app keep running?

use crate::{
    checks::{
        Check, blocks,
        engine::{Judgement, Row, Rule, Truth},
        read::{Read, Subject, android, both},
        told, weakens,
    },
    facts::install::{
        ExitReason::{Anr, Crash, CrashNative, InitializationFailure},
        ProcessExit,
    },
    report::Owner::{Technician, User},
    time::{DAY, Time},
};

static EXITS: Read<Vec<ProcessExit>> = android(30, |a| &a.crashes.exits);
static LAST_UPDATE: Read<Time> = android(30, |a| &a.crashes.last_update);

/// Seconds from the start of a process in which a crash counts as one at start.
const AT_START: i64 = 10;

fn is_crash(exit: &ProcessExit) -> bool {
    matches!(exit.reason, Crash | CrashNative)
}

fn is_at_start(exit: &ProcessExit) -> bool {
    is_crash(exit)
        && exit
            .seconds_since_start
            .get()
            .is_ok_and(|seconds| *seconds < AT_START)
}

/// Which exits a cause counts, and how many it takes.
fn counted(cause: Option<i32>) -> (usize, fn(&ProcessExit) -> bool) {
    match cause {
        Some(0) => (2, is_at_start),
        Some(1) => (2, |exit| exit.reason == CrashNative),
        Some(2) => (2, |exit| exit.reason == Anr),
        Some(3) => (1, |exit| exit.reason == InitializationFailure),
        Some(_) => (3, is_crash),
        None => (1, |exit| is_crash(exit) || exit.reason == Anr),
    }
}

/// Whether there are enough exits for a cause, or for the warning, in the last 7 days and since the last update.
fn enough(subject: &Subject<'_>, cause: Option<i32>) -> Truth {
    let (least, kind) = counted(cause);
    // Without such exits in these days it does not matter when the app was updated.
    if EXITS.when(subject, |exits| {
        recent(subject, exits, kind).count() < least
    }) == Truth::Yes
    {
        return Truth::No;
    }
    both(subject, &EXITS, &LAST_UPDATE, |exits, updated| {
        recent(subject, exits, kind)
            .filter(|exit| exit.at >= *updated)
            .count()
            >= least
    })
}

/// How many exits a judgement counted.
pub(crate) fn crash_count(judgement: Judgement, subject: &Subject<'_>) -> Option<i64> {
    let (_, kind) = counted(match judgement {
        Judgement::Fail(cause) => Some(cause),
        _ => None,
    });
    let (exits, updated) = (EXITS.get(subject).ok()?, LAST_UPDATE.get(subject).ok()?);
    let count = recent(subject, &exits, kind)
        .filter(|exit| exit.at >= *updated)
        .count();
    i64::try_from(count).ok()
}

fn recent<'a>(
    subject: &'a Subject<'_>,
    exits: &'a [ProcessExit],
    kind: fn(&ProcessExit) -> bool,
) -> impl Iterator<Item = &'a ProcessExit> {
    exits
        .iter()
        .filter(move |exit| kind(exit) && subject.age(exit.at).is_some_and(|age| age < 7 * DAY))
}

pub(in crate::checks) static CRASHES: Check = Check {
    number: 17,
    id: "install.crashes",
    causes: &[
        blocks(0, "at_start", Technician, "update_then_reinstall"),
        blocks(1, "native", Technician, "update_then_reinstall"),
        weakens(2, "froze", User, "update_app"),
        blocks(3, "not_initialised", Technician, "update_then_reinstall"),
        blocks(4, "repeated", Technician, "update_then_reinstall"),
    ],
    warn: told("once", User, "update_app"),
    android: Rule::Row(Row {
        reads: &[&EXITS, &LAST_UPDATE],
        causes: &[
            (3, |s| enough(s, Some(3))),
            (0, |s| enough(s, Some(0))),
            (1, |s| enough(s, Some(1))),
            (4, |s| enough(s, Some(4))),
            (2, |s| enough(s, Some(2))),
        ],
        warn: |s| enough(s, None),
        ..Row::EMPTY
    }),
    android_from: 30,
    ios: Rule::NotApplicable,
};
