//! The profiles that are compiled in, one cargo feature each.

#[allow(unused_imports, reason = "which of them occur depends on the profiles")]
use crate::{
    profile::{
        AndroidProfile, AndroidPush, ChannelRule, IosProfile, IosPush, IosPushKind::*, IosVersion,
        Profile, ProfileWords, PushMessage::*, PushPriority::*,
    },
    source::{AndroidSource::*, IosSource::*},
    time::Date,
    version::AppVersion,
};

include!(concat!(env!("OUT_DIR"), "/profiles.rs"));

/// The profile of that id, if it is compiled in.
#[must_use]
pub fn profile(id: &str) -> Option<Profile> {
    COMPILED
        .iter()
        .find_map(|(compiled, make)| (*compiled == id).then(make))
}

/// The ids of the profiles that are compiled in.
#[must_use]
pub fn ids() -> Vec<&'static str> {
    COMPILED.iter().map(|(id, _)| *id).collect()
}
