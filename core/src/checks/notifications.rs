//! Checks 2 to 9: what keeps a notification from the user.

mod app;
mod background;
mod channel;
mod data;
mod delivery;
mod interruptions;
mod presentation;
mod push_service;

pub(super) use app::APP;
pub(super) use background::BACKGROUND;
pub(super) use channel::CHANNEL;
pub(crate) use channel::told_channel;
pub(super) use data::DATA;
pub(super) use delivery::DELIVERY;
pub(crate) use delivery::{levels as settings_levels, newest_proof};
pub(super) use interruptions::INTERRUPTIONS;
pub(super) use presentation::PRESENTATION;
pub(super) use push_service::PUSH_SERVICE;
