//! Check 8: does the push service know this phone?

use crate::{
    checks::{
        Check, blocks,
        device::NETWORK,
        engine::{Condition, Judgement, Row, Rule, Truth, judge},
        read::{Read, Subject, android, common, ios},
        weakens,
    },
    facts::host::TokenOnServer::{self, Lacks, Refused},
    report::Owner::{Technician, User},
};

static INSTALLED: Read<bool> = android(0, |a| &a.push.play_services_installed);
static ENABLED: Read<bool> = android(0, |a| &a.push.play_services_enabled);
static VERSION: Read<i64> = android(0, |a| &a.push.play_services_version).optional();
static REGISTERED: Read<bool> = ios(|i| &i.push.registered);
static HAS_TOKEN: Read<bool> = common(|f| &f.host.has_token);
static ON_SERVER: Read<TokenOnServer> = common(|f| &f.host.token_on_server);
static ANDROID_HOST: Read<bool> = android(0, |a| &a.push.host_reachable).optional();
static IOS_HOST: Read<bool> = ios(|i| &i.push.host_reachable).optional();

const REFUSED: (i32, Condition) = (3, |s| ON_SERVER.is(s, Refused));
const NO_TOKEN: (i32, Condition) = (2, |s| HAS_TOKEN.is(s, false));
const LACKS: (i32, Condition) = (4, |s| ON_SERVER.is(s, Lacks));

/// Whether the network is fine but the push service's host cannot be reached through it.
fn unreachable(subject: &Subject<'_>, host: &Read<bool>) -> Truth {
    host.is(subject, false) & Truth::from(judge(&NETWORK, subject) == Judgement::Pass)
}

pub(in crate::checks) static PUSH_SERVICE: Check = Check {
    number: 8,
    id: "notifications.push_service",
    causes: &[
        blocks(0, "missing", Technician, "other_way"),
        blocks(1, "disabled", User, "play_services"),
        blocks(2, "no_token", User, "reopen_online"),
        blocks(3, "token_refused", Technician, "reregister"),
        blocks(4, "token_not_on_server", User, "reopen_online"),
        weakens(5, "outdated", User, "play_services"),
        blocks(6, "not_registered", User, "reopen_online"),
        weakens(7, "unreachable", User, "other_network"),
    ],
    warn: None,
    android: Rule::Row(Row {
        reads: &[
            &INSTALLED,
            &ENABLED,
            &VERSION,
            &HAS_TOKEN,
            &ON_SERVER,
            &ANDROID_HOST,
        ],
        checks: &[&NETWORK],
        causes: &[
            (0, |s| INSTALLED.is(s, false)),
            (1, |s| ENABLED.is(s, false)),
            REFUSED,
            NO_TOKEN,
            LACKS,
            (7, |s| unreachable(s, &ANDROID_HOST)),
            (5, |s| match s.profile.android.push.play_services_at_least {
                Some(least) => VERSION.when(s, |version| *version < least),
                None => Truth::No,
            }),
        ],
        ..Row::EMPTY
    }),
    android_from: 0,
    ios: Rule::Row(Row {
        reads: &[&REGISTERED, &HAS_TOKEN, &ON_SERVER, &IOS_HOST],
        checks: &[&NETWORK],
        causes: &[
            (6, |s| REGISTERED.is(s, false)),
            REFUSED,
            NO_TOKEN,
            LACKS,
            (7, |s| unreachable(s, &IOS_HOST)),
        ],
        ..Row::EMPTY
    }),
};
