//! Checks 10 to 17: is the app whole, genuine and current?

mod contents;
mod crashes;
mod expiry;
mod restored;
mod signer;
mod source;
mod splits;
mod version;

pub(super) use contents::CONTENTS;
pub(super) use crashes::CRASHES;
pub(super) use expiry::EXPIRY;
pub(super) use restored::RESTORED;
pub(super) use signer::SIGNER;
pub(super) use source::SOURCE;
pub(super) use splits::SPLITS;
pub(super) use version::VERSION;
