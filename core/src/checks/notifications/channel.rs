//! Check 3: do the app's notification channels work?

use crate::{
    checks::{
        Check, blocks, counted,
        engine::{Judgement, Row, Rule, Truth},
        read::{Read, Subject, android, channel, derived},
        weakens,
    },
    fact::Reason,
    facts::android::{
        Channel,
        Importance::{self, Blocked, Default, Low, Min},
    },
    report::Owner::{User, Vendor},
};
use std::borrow::Cow;

pub(super) static CHANNELS: Read<Vec<Channel>> = android(26, |a| &a.notifications.channels);
static IMPORTANCE: Read<Importance> = derived(|s| {
    s.channel
        .map(|(channel, _)| channel.importance)
        .ok_or(Reason::NotRun)
});
static GROUP_BLOCKED: Read<bool> = channel(28, |c| &c.group_blocked);

/// How one channel is judged.
static ONE: Row = Row {
    reads: &[&IMPORTANCE, &GROUP_BLOCKED],
    causes: &[
        (0, |s| IMPORTANCE.is(s, Blocked)),
        (1, |s| GROUP_BLOCKED.is(s, true)),
        (3, |s| IMPORTANCE.is(s, Min)),
        (4, |s| IMPORTANCE.is(s, Low)),
    ],
    warn: |s| Truth::from(s.channel.is_some_and(|(_, pop_up)| pop_up)) & IMPORTANCE.is(s, Default),
    ..Row::EMPTY
};

pub(in crate::checks) static CHANNEL: Check = Check {
    number: 3,
    id: "notifications.channel",
    causes: &[
        blocks(0, "blocked", User, "channel"),
        blocks(1, "group_blocked", User, "app_notifications"),
        blocks(2, "missing", Vendor, "contact_vendor"),
        weakens(3, "minimised", User, "channel"),
        weakens(4, "silent", User, "channel"),
    ],
    warn: counted("no_pop_up", User, "channel"),
    android: Rule::Own {
        reads: &[&CHANNELS],
        checks: &[],
        judge: |s| match judged(s) {
            Ok(channels) => told(&channels, s)
                .map_or(Judgement::Unknown(Reason::NotRun), |(_, judgement)| {
                    *judgement
                }),
            Err(reason) => Judgement::Unknown(reason),
        },
    },
    android_from: 26,
    ios: Rule::NotApplicable,
};

/// A channel that is judged, None where it is missing on the phone, and its judgement.
type Judged<'a> = (Option<&'a Channel>, Judgement);

/// The channel that is told: the worst of those that the profile names; if it names none, the best. On a tie the first.
fn told<'a, 'b>(channels: &'b [Judged<'a>], subject: &Subject<'_>) -> Option<&'b Judged<'a>> {
    let by_rank = |(_, judgement): &&Judged<'_>| rank(judgement);
    if subject.profile.android.channels.is_empty() {
        channels.iter().rev().max_by_key(by_rank)
    } else {
        channels.iter().min_by_key(by_rank)
    }
}

/// The place in the facts of the channel that is told, from 0. None where it is missing on the phone.
pub(crate) fn told_channel(subject: &Subject<'_>) -> Option<i64> {
    let channels = judged(subject).ok()?;
    let (channel, _) = told(&channels, subject)?;
    let wanted = (*channel)?;
    let place = existing(subject)
        .ok()?
        .iter()
        .position(|channel| channel.id == wanted.id)?;
    i64::try_from(place).ok()
}

/// From the worst to the best: fail by number, warn, unknown, pass.
fn rank(judgement: &Judgement) -> i32 {
    match judgement {
        Judgement::Fail(number) => *number,
        Judgement::Warn => 100,
        Judgement::Unknown(_) => 101,
        Judgement::Pass | Judgement::NotApplicable => 102,
    }
}

/// The channels that are judged, each with its judgement: those that the profile names, in its order, of which one may
/// be missing on the phone; if it names none, all of the app's.
fn judged<'a>(subject: &Subject<'a>) -> Result<Vec<Judged<'a>>, Reason> {
    let channels = existing(subject)?;
    let profile = &subject.profile.android;
    let judge = |channel: &'a Channel, pop_up| {
        (
            Some(channel),
            ONE.judge(&Subject {
                channel: Some((channel, pop_up)),
                ..*subject
            }),
        )
    };
    if profile.channels.is_empty() {
        return Ok(channels
            .iter()
            .map(|channel| judge(channel, false))
            .collect());
    }
    let missing = if profile.creates_channels_at_start {
        Judgement::Fail(2)
    } else {
        Judgement::Unknown(Reason::NotRun)
    };
    Ok(profile
        .channels
        .iter()
        .map(
            |rule| match channels.iter().find(|channel| channel.id == rule.id) {
                Some(channel) => judge(channel, rule.pop_up),
                None => (None, missing),
            },
        )
        .collect())
}

fn existing<'a>(subject: &Subject<'a>) -> Result<&'a [Channel], Reason> {
    match CHANNELS.get(subject)? {
        Cow::Borrowed(channels) => Ok(channels),
        Cow::Owned(_) => Err(Reason::CallFailed),
    }
}

/// The channels that check 3 judges; None for one that is missing on the phone.
pub(super) fn judged_channels<'a>(
    subject: &Subject<'a>,
) -> Result<Vec<Option<&'a Channel>>, Reason> {
    Ok(judged(subject)?
        .into_iter()
        .map(|(channel, _)| channel)
        .collect())
}

/// The channels that are shown: those that the profile names, of which one may be missing; else the one that is told.
pub(super) fn shown_channels<'a>(subject: &Subject<'a>) -> Result<Vec<&'a Channel>, Reason> {
    let judged = judged(subject)?;
    if subject.profile.android.channels.is_empty() {
        return Ok(told(&judged, subject)
            .and_then(|(channel, _)| *channel)
            .into_iter()
            .collect());
    }
    Ok(judged
        .into_iter()
        .filter_map(|(channel, _)| channel)
        .collect())
}
