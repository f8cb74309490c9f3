//! What only the host app and its server know.

use crate::{
    fact::Fact,
    record::{choice, record},
    time::Time,
    version::AppVersion,
};

record! {
    /// What only the host app and its server know; *host silent* where it does not say.
    pub struct HostFacts {
        /// The server's time at the moment when the facts were taken, not before 2015.
        pub server_time: Fact<Time>,
        /// What the server did at a try during this diagnosis.
        pub server: Fact<ServerAnswer>,
        /// The newest version of the app in its store.
        pub newest_version: Fact<AppVersion>,
        /// Whether the app holds a push token.
        pub has_token: Fact<bool>,
        /// What the server says of the push token.
        pub token_on_server: Fact<TokenOnServer>,
        /// When the push token was issued, by the phone's own clock.
        pub token_issued: Fact<Time>,
        /// Whether this phone is registered.
        pub registration: Fact<Registration>,
    }
}

choice! {
    /// What the host's server did at a try.
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
}

choice! {
    /// What the server says of the push token.
    pub enum TokenOnServer {
        /// The server has this token.
        Has,
        /// The server does not have it.
        Lacks,
        /// The push service refused it.
        Refused,
    }
}

choice! {
    /// Whether this phone is registered.
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
}
