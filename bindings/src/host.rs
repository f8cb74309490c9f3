//! What only the host app and its server know.

use crate::fact::{
    AppVersionFact, BoolFact, RegistrationFact, ServerAnswerFact, TimeFact, TokenOnServerFact,
};
pub use diagnose_core::facts::host::{HostFacts, Registration, ServerAnswer, TokenOnServer};

/// What only the host app and its server know; *host silent* where it does not say.
#[uniffi::remote(Record)]
pub struct HostFacts {
    /// The server's time at the moment when the facts were taken, not before 2015.
    pub server_time: TimeFact,
    /// What the server did at a try during this diagnosis.
    pub server: ServerAnswerFact,
    /// The newest version of the app in its store.
    pub newest_version: AppVersionFact,
    /// Whether the app holds a push token.
    pub has_token: BoolFact,
    /// What the server says of the push token.
    pub token_on_server: TokenOnServerFact,
    /// When the push token was issued, by the phone's own clock.
    pub token_issued: TimeFact,
    /// Whether this phone is registered.
    pub registration: RegistrationFact,
}

/// What the host's server did at a try.
#[uniffi::remote(Enum)]
pub enum ServerAnswer {
    /// It answered.
    Answered,
    /// No connection to it came about.
    Unreachable,
    /// The TLS handshake was refused, by the server or by the phone.
    TlsRefused,
    /// It answered with a failure of its own (HTTP 5xx).
    Error,
}

/// What the server says of the push token.
#[uniffi::remote(Enum)]
pub enum TokenOnServer {
    /// The server has this token.
    Has,
    /// The server does not have it.
    Lacks,
    /// The push service refused it.
    Refused,
}

/// Whether this phone is registered.
#[uniffi::remote(Enum)]
pub enum Registration {
    /// Registered.
    Registered,
    /// Never registered.
    Never,
    /// Removed or reset by support.
    Removed,
    /// Another phone took over.
    OtherPhone,
    /// Started, the QR code not scanned.
    NotScanned,
}
