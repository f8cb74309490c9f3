//! How a check reads a fact.

use super::engine::Truth;
use crate::{
    fact::{Fact, Reason},
    facts::{AndroidFacts, DeviceFacts, IosFacts, android::Channel},
    profile::Profile,
    time::Time,
};
use std::{borrow::Cow, fmt};

/// What is judged: a phone, by the profile of an app.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Subject<'a> {
    pub(crate) facts: &'a DeviceFacts,
    pub(crate) profile: &'a Profile,
    /// The channel that is judged, where channels are judged one by one, and whether it should pop up.
    pub(crate) channel: Option<(&'a Channel, bool)>,
}

impl<'a> Subject<'a> {
    pub(crate) const fn new(facts: &'a DeviceFacts, profile: &'a Profile) -> Self {
        Self {
            facts,
            profile,
            channel: None,
        }
    }

    /// *Now*: the host's server time, else the network's, else the phone's clock if it is not before the profile's
    /// date, else *call failed*.
    pub(crate) fn now(&self) -> Result<Time, Reason> {
        let phone = self.facts.clock.phone;
        self.right_time()
            .or_else(|_| match self.profile.as_of.start() {
                Some(start) if phone >= start => Ok(phone),
                _ => Err(Reason::CallFailed),
            })
    }

    /// The host's server time, else the network's (33), else the reason of the host's.
    pub(crate) fn right_time(&self) -> Result<Time, Reason> {
        let host = self.facts.host.server_time.get();
        host.or_else(|reason| match self.facts.android() {
            Some(android) if android.os.api_level >= 33 => {
                android.clock.network.get().map_err(|_| reason)
            }
            _ => Err(reason),
        })
        .copied()
    }

    /// The age in seconds of what the phone stamped itself, by its own clock. None for a stamp later than that clock,
    /// which does not count.
    pub(crate) fn age(&self, stamp: Time) -> Option<i64> {
        let age = self.facts.clock.phone.since(stamp);
        (age >= 0).then_some(age)
    }
}

enum Source<T: 'static> {
    Android(fn(&AndroidFacts) -> &Fact<T>),
    Ios(fn(&IosFacts) -> &Fact<T>),
    Common(fn(&DeviceFacts) -> &Fact<T>),
    Channel(fn(&Channel) -> &Fact<T>),
    /// One fact made of several: "a, else b".
    Derived(fn(&Subject<'_>) -> Result<T, Reason>),
}

/// One fact that a check reads.
pub(crate) struct Read<T: 'static> {
    source: Source<T>,
    /// The API levels on which the fact exists.
    levels: (i64, i64),
    optional: bool,
}

impl<T> Clone for Read<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Read<T> {}

impl<T> Clone for Source<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Source<T> {}

const fn of<T>(source: Source<T>, from: i64) -> Read<T> {
    Read {
        source,
        levels: (from, i64::MAX),
        optional: false,
    }
}

/// A fact of Android's, from an API level on.
pub(crate) const fn android<T>(from: i64, get: fn(&AndroidFacts) -> &Fact<T>) -> Read<T> {
    of(Source::Android(get), from)
}

/// A fact of iOS's.
pub(crate) const fn ios<T>(get: fn(&IosFacts) -> &Fact<T>) -> Read<T> {
    of(Source::Ios(get), 0)
}

/// A fact that every platform has.
pub(crate) const fn common<T>(get: fn(&DeviceFacts) -> &Fact<T>) -> Read<T> {
    of(Source::Common(get), 0)
}

/// A fact of the channel that is judged, from an API level on.
pub(crate) const fn channel<T>(from: i64, get: fn(&Channel) -> &Fact<T>) -> Read<T> {
    of(Source::Channel(get), from)
}

/// One fact made of several.
pub(crate) const fn derived<T>(get: fn(&Subject<'_>) -> Result<T, Reason>) -> Read<T> {
    of(Source::Derived(get), 0)
}

impl<T> Read<T> {
    /// Unreadable, it shows nothing.
    pub(crate) const fn optional(self) -> Self {
        Self {
            optional: true,
            ..self
        }
    }

    /// Judged up to this API level only.
    pub(crate) const fn up_to(self, level: i64) -> Self {
        Self {
            levels: (self.levels.0, level),
            ..self
        }
    }
}

impl<T: Clone> Read<T> {
    /// The value, or why there is none. On a level that does not have the fact it is *no API*.
    pub(crate) fn get<'a>(&self, subject: &Subject<'a>) -> Result<Cow<'a, T>, Reason> {
        let (from, to) = self.levels;
        if subject
            .facts
            .android()
            .is_some_and(|android| !(from..=to).contains(&android.os.api_level))
        {
            return Err(Reason::NoApi);
        }
        let fact = match self.source {
            Source::Android(get) => subject.facts.android().map(get),
            Source::Ios(get) => subject.facts.ios().map(get),
            Source::Common(get) => Some(get(subject.facts)),
            Source::Channel(get) => subject.channel.map(|(channel, _)| get(channel)),
            Source::Derived(get) => return get(subject).map(Cow::Owned),
        };
        fact.ok_or(Reason::NoApi)?.get().map(Cow::Borrowed)
    }

    /// Whether a test of the value holds.
    pub(crate) fn when(&self, subject: &Subject<'_>, test: impl FnOnce(&T) -> bool) -> Truth {
        match self.get(subject) {
            Ok(value) => test(&value).into(),
            Err(reason) => self.unread(reason),
        }
    }

    /// What a condition on an unreadable fact is: nothing is shown by an optional one, nor by one that the OS version
    /// does not have.
    pub(crate) fn unread(&self, reason: Reason) -> Truth {
        if self.optional || reason == Reason::NoApi {
            Truth::No
        } else {
            Truth::Undecided
        }
    }
}

impl<T: Clone + PartialEq> Read<T> {
    /// Whether the value is this one.
    pub(crate) fn is(&self, subject: &Subject<'_>, wanted: T) -> Truth {
        self.when(subject, |value| *value == wanted)
    }
}

/// Whether a test of two values holds.
pub(crate) fn both<A: Clone, B: Clone>(
    subject: &Subject<'_>,
    a: &Read<A>,
    b: &Read<B>,
    test: impl FnOnce(&A, &B) -> bool,
) -> Truth {
    match (a.get(subject), b.get(subject)) {
        (Ok(first), Ok(second)) => test(&first, &second).into(),
        (Err(first), Err(second)) => a.unread(first) & b.unread(second),
        (Err(reason), _) => a.unread(reason),
        (_, Err(reason)) => b.unread(reason),
    }
}

/// A fact of any type that a check reads.
pub(crate) trait AnyRead: Sync {
    /// Why the fact is unreadable; None if it is known.
    fn gap(&self, subject: &Subject<'_>) -> Option<Reason>;

    /// Whether it shows nothing where it is unreadable.
    fn optional(&self) -> bool;

    /// The value as a text, to see whether it moved.
    #[cfg(test)]
    fn shown(&self, subject: &Subject<'_>) -> String;
}

impl<T: Clone + fmt::Debug> AnyRead for Read<T> {
    fn gap(&self, subject: &Subject<'_>) -> Option<Reason> {
        self.get(subject).err()
    }

    fn optional(&self) -> bool {
        self.optional
    }

    #[cfg(test)]
    fn shown(&self, subject: &Subject<'_>) -> String {
        format!("{:?}", self.get(subject))
    }
}

impl fmt::Debug for dyn AnyRead {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.optional() { "Read?" } else { "Read" })
    }
}
