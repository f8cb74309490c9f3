//! Check 9: did a push arrive, by the shell's own record?

use super::{APP, BACKGROUND, CHANNEL, DATA, PRESENTATION, PUSH_SERVICE};
use crate::{
    checks::{
        Check, blocks,
        engine::{Judgement, Rule, judge},
        read::{Read, Subject, common},
        told, weakens,
    },
    fact::Reason,
    facts::delivery::{
        DeliveryEvent::{
            Arrived, ArrivedInFront, ArrivedNotSeen, LocalNotSeen, LocalSeen, NotArrived, NotSent,
        },
        DeliveryRecord, Level, SettingsLevels,
    },
    report::{
        Effect,
        Owner::{Technician, User},
    },
    time::{DAY, Time},
    version::AppVersion,
};

static RECORDS: Read<Vec<DeliveryRecord>> = common(|f| &f.delivery.records);
static APP_VERSION: Read<AppVersion> = common(|f| &f.app.version);
static TOKEN_ISSUED: Read<Time> = common(|f| &f.host.token_issued).optional();

pub(in crate::checks) static DELIVERY: Check = Check {
    number: 9,
    id: "notifications.delivery",
    causes: &[
        blocks(0, "not_arrived", User, "not_delivered"),
        blocks(1, "not_seen", User, "not_seen"),
        blocks(2, "local_not_seen", User, "not_seen"),
        blocks(3, "could_not_send", Technician, "reregister"),
        weakens(4, "late", User, "not_delivered"),
    ],
    warn: told("weak_proof", User, "test_push"),
    android: RULE,
    android_from: 0,
    ios: RULE,
};

const RULE: Rule = Rule::Own {
    reads: &[&RECORDS, &APP_VERSION, &TOKEN_ISSUED],
    checks: &[
        &APP,
        &CHANNEL,
        &PRESENTATION,
        &BACKGROUND,
        &DATA,
        &PUSH_SERVICE,
    ],
    judge: |s| match newest_proof(s) {
        Ok(Some((judgement, _))) => judgement,
        Ok(None) => Judgement::Unknown(Reason::NotRun),
        Err(reason) => Judgement::Unknown(reason),
    },
};

/// What a record shows.
enum Shows {
    Failure(i32),
    Success { push: bool, strong: bool },
}

/// A push that took longer than this to arrive, in seconds, is late.
const IN_TIME: i64 = 120;

fn shows(record: &DeliveryRecord) -> Shows {
    let late = record
        .delay_seconds
        .get()
        .is_ok_and(|delay| *delay > IN_TIME);
    match record.event {
        NotArrived => Shows::Failure(0),
        ArrivedNotSeen => Shows::Failure(1),
        LocalNotSeen => Shows::Failure(2),
        NotSent => Shows::Failure(3),
        Arrived | ArrivedInFront if late => Shows::Failure(4),
        Arrived => Shows::Success {
            push: true,
            strong: true,
        },
        ArrivedInFront => Shows::Success {
            push: true,
            strong: false,
        },
        LocalSeen => Shows::Success {
            push: false,
            strong: false,
        },
    }
}

/// The judgement that the records allow, and the time of the record that it rests on. None: no record counts.
pub(crate) fn newest_proof(subject: &Subject<'_>) -> Result<Option<(Judgement, Time)>, Reason> {
    let records = RECORDS.get(subject)?;
    if records.is_empty() {
        return Ok(None);
    }
    let app_version = APP_VERSION.get(subject)?;
    let now = levels(subject);
    let mut counting: Vec<&DeliveryRecord> = records
        .iter()
        .filter(|record| counts(record, subject, &app_version))
        .collect();
    // Newest first; of the same moment the one recorded later.
    counting.reverse();
    counting.sort_by_key(|record| std::cmp::Reverse(record.at));

    let mut push_in_time = false;
    let mut any_success = false;
    let mut success: Option<(bool, Time)> = None;
    for record in counting {
        match shows(record) {
            Shows::Failure(number) => {
                let ended = if number == 2 {
                    any_success
                } else {
                    push_in_time
                };
                if !ended && !is_better(&now, &record.settings, number) {
                    return Ok(Some((Judgement::Fail(number), record.at)));
                }
            }
            Shows::Success { push, strong } => {
                push_in_time |= push;
                any_success = true;
                if !is_worse(&now, &record.settings)
                    && success.is_none_or(|(strongest, _)| strong && !strongest)
                {
                    success = Some((strong, record.at));
                }
            }
        }
    }
    Ok(success.map(|(strong, at)| {
        (
            if strong {
                Judgement::Pass
            } else {
                Judgement::Warn
            },
            at,
        )
    }))
}

/// Younger than the profile's days, of the same app version, and the token not newer.
fn counts(record: &DeliveryRecord, subject: &Subject<'_>, app_version: &AppVersion) -> bool {
    let young = subject
        .age(record.at)
        .is_some_and(|age| age < subject.profile.proof_days * DAY);
    let token_newer = TOKEN_ISSUED
        .get(subject)
        .is_ok_and(|issued| *issued > record.at);
    young && record.app_version == *app_version && !token_newer
}

/// How the checks stand that a proof of delivery depends on.
pub(crate) fn levels(subject: &Subject<'_>) -> SettingsLevels {
    let level = |check| level(check, judge(check, subject));
    SettingsLevels {
        app: level(&APP),
        channel: level(&CHANNEL),
        presentation: level(&PRESENTATION),
        background: level(&BACKGROUND),
        data: level(&DATA),
        push_service: level(&PUSH_SERVICE),
    }
}

fn level(check: &Check, judgement: Judgement) -> Level {
    match judgement {
        Judgement::Pass => Level::Pass,
        Judgement::Warn => Level::Warn,
        Judgement::Fail(number) => match check.cause(number).map(|cause| cause.effect) {
            Some(Effect::Weakens) => Level::Weakens,
            _ => Level::Blocks,
        },
        Judgement::Unknown(_) | Judgement::NotApplicable => Level::Unknown,
    }
}

/// 0 for the best; *unknown* is not compared.
const fn rank(level: Level) -> Option<i32> {
    match level {
        Level::Pass => Some(0),
        Level::Warn => Some(1),
        Level::Weakens => Some(2),
        Level::Blocks => Some(3),
        Level::Unknown => None,
    }
}

fn worsened(now: Level, then: Level) -> bool {
    matches!((rank(now), rank(then)), (Some(now), Some(then)) if now > then)
}

/// Whether one of the settings is worse now than then, so that an old success proves nothing.
fn is_worse(now: &SettingsLevels, then: &SettingsLevels) -> bool {
    worsened(now.app, then.app)
        || worsened(now.channel, then.channel)
        || worsened(now.presentation, then.presentation)
        || worsened(now.background, then.background)
        || worsened(now.data, then.data)
        || worsened(now.push_service, then.push_service)
}

/// Whether one of the settings that could cause this failure is better now than then, so that it may be mended.
fn is_better(now: &SettingsLevels, then: &SettingsLevels, failure: i32) -> bool {
    if matches!(failure, 1 | 2) {
        worsened(then.app, now.app)
            || worsened(then.channel, now.channel)
            || worsened(then.presentation, now.presentation)
    } else {
        worsened(then.background, now.background)
            || worsened(then.data, now.data)
            || worsened(then.push_service, now.push_service)
    }
}
