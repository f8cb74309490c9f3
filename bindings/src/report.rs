//! What is wrong with a phone, in ids.

use crate::{fact::Reason, time::Time, version::AppVersion};
pub use diagnose_core::{
    complaint::{Answer, AnswerKind, Complaint},
    details::Detail,
    os::Os,
    report::{Effect, Finding, Outcome, Owner, Report, Verdict},
};

/// What one check says.
#[uniffi::remote(Enum)]
pub enum Outcome {
    /// In order, as far as it can be seen.
    Pass,
    /// Something to know.
    Warn,
    /// Something is wrong.
    Fail,
    /// It could not be seen.
    Unknown,
    /// The phone does not have what the check looks at.
    NotApplicable,
}

/// How bad a finding is.
#[uniffi::remote(Enum)]
pub enum Effect {
    /// It may get in the app's way.
    Weakens,
    /// It keeps the app from working.
    Blocks,
}

/// Whose job the next step is.
#[uniffi::remote(Enum)]
pub enum Owner {
    /// The end user.
    User,
    /// The technician at the support desk.
    Technician,
    /// The app's vendor.
    Vendor,
}

/// The state of the whole.
#[uniffi::remote(Enum)]
pub enum Verdict {
    /// A cause blocks.
    Blocked,
    /// A cause weakens, or a warning counts.
    AtRisk,
    /// Nothing wrong was found, and nothing was proven either.
    NotProven,
    /// A push arrived, and nothing is wrong.
    Healthy,
}

/// What one check says of a phone. The same on the phone and, with what a code carries, at the desk.
#[uniffi::remote(Record)]
pub struct Finding {
    /// The check's number: 0 to 23, or up to 30 from a code of a newer phone.
    pub check: i32,
    /// What it says.
    pub outcome: Outcome,
    /// The cause's number where it fails, 0 to 12; missing otherwise, and where a code does not carry it.
    pub cause: Option<i32>,
    /// How bad it is: of a failure, and of a warning that counts.
    pub effect: Option<Effect>,
    /// Why it is unknown, where the phone itself says so.
    pub reason: Option<Reason>,
    /// What only the phone knows.
    pub details: Vec<Detail>,
}

/// What is wrong with a phone.
#[uniffi::remote(Record)]
pub struct Report {
    /// Platform and version of the operating system.
    pub os: Os,
    /// The app's version, if it is known.
    pub app_version: Option<AppVersion>,
    /// *Now* in whole hours since 2026-01-01 00:00 UTC, 1 to 131071, both ends meaning "or beyond"; 0 if not known.
    pub hour: i64,
    /// The complaint's number: 0 for none, 15 for another; 7 to 14 only from a code of a newer phone.
    pub complaint: i32,
    /// The state of the whole.
    pub verdict: Verdict,
    /// The answer to the complaint.
    pub answer: Answer,
    /// An outcome for every check, by number.
    pub findings: Vec<Finding>,
}

/// What the user complains about.
#[uniffi::remote(Enum)]
pub enum Complaint {
    /// 1: "App Phone Number is Invalid" when the QR code is scanned.
    PhoneNumberInvalid,
    /// 2: the app does not install, or it crashes.
    InstallOrCrash,
    /// 3: the password reset did not work.
    ResetFailed,
    /// 4: "Phone Number in use" when registering.
    NumberInUse,
    /// 5: the activation link is no longer active.
    LinkInactive,
    /// 6: no notifications arrive.
    NoNotifications,
    /// 15: something else.
    Other,
}

/// Whether the phone explains the complaint.
#[uniffi::remote(Record)]
pub struct Answer {
    /// What kind of answer it is.
    pub kind: AnswerKind,
    /// The checks that explain it, or the unknown ones that would decide it, in the complaint's order; else empty.
    pub checks: Vec<i32>,
}

/// What kind of answer it is.
#[uniffi::remote(Enum)]
pub enum AnswerKind {
    /// There is no complaint that a phone could answer.
    NoAnswer,
    /// Findings explain it.
    Explained,
    /// The phone is not the reason, as far as it can see.
    NotThisPhone,
    /// What would decide it could not be seen.
    CannotTell,
}

/// A value that belongs to a finding.
#[uniffi::remote(Enum)]
pub enum Detail {
    /// How often it happened in the last 7 days.
    Count {
        /// 1 or above.
        value: i64,
    },
    /// Whole days.
    Days {
        /// 0 or above.
        value: i64,
    },
    /// A moment.
    Time {
        /// The moment.
        value: Time,
    },
    /// A version of the app.
    Version {
        /// The version.
        value: AppVersion,
    },
    /// A notification channel.
    Channel {
        /// Its place in the facts' `notifications.channels`, from 0.
        value: i64,
    },
}

/// Platform and version of the operating system.
#[uniffi::remote(Enum)]
pub enum Os {
    /// Android.
    Android {
        /// `Build.VERSION.SDK_INT`: 1 to 999 in facts, 0 to 63 in a code, where 63 means 63 or above.
        api: i64,
    },
    /// iOS or iPadOS.
    Ios {
        /// The version's first number: 1 to 99 in facts, 12 to 71 in a code.
        major: i64,
        /// The version's second number: 0 to 99 in facts, 0 to 15 in a code.
        minor: i64,
    },
}
