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
pub(crate) use crashes::crash_count;
pub(super) use expiry::EXPIRY;
pub(crate) use expiry::profile_end;
pub(super) use restored::RESTORED;
pub(super) use signer::SIGNER;
pub(super) use source::SOURCE;
pub(super) use splits::SPLITS;
pub(super) use version::VERSION;
pub(crate) use version::newest as newest_version;
