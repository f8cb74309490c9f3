//! The link in an activation e-mail, which lives for the profile's hours.

use crate::{
    profile::Profile,
    reader::Reader,
    time::Time,
    words::{Words, kinds::LinkArguments},
};

/// An activation link at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ActivationLink {
    ends: Time,
    now: Time,
}

impl ActivationLink {
    /// The link of an e-mail that arrived at `received`, as it is now. It was sent at that moment or earlier.
    #[must_use]
    pub const fn new(received: Time, now: Time, profile: &Profile) -> Self {
        let lifetime = profile.link_hours.saturating_mul(3600);
        let ends = Time::from_seconds(received.seconds.saturating_add(lifetime));
        Self { ends, now }
    }

    /// Whether it may still be valid; at its very end it is not.
    #[must_use]
    pub fn is_valid(self) -> bool {
        self.now < self.ends
    }

    /// Until when it is valid at the latest, or since when it is not, in the reader's time zone.
    #[must_use]
    pub fn sentence(self, profile: &Profile, reader: &Reader) -> Option<String> {
        let id = if self.is_valid() {
            "link-valid-until"
        } else {
            "link-expired-since"
        };
        let arguments = LinkArguments {
            app: &profile.words.app,
            time: &reader.local_time(self.ends),
        };
        Words::new(&reader.language, reader.audience).sentence(id, &arguments)
    }
}
