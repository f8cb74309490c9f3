//! Check 16: does the registration belong to this phone?

use crate::{
    checks::{
        Check, blocks,
        engine::{Condition, Row, Rule},
        read::{Read, android, ios},
        weakens,
    },
    facts::install::RestoreMark::{self, Other},
    report::Owner::{Technician, User},
};

static MARK: Read<RestoreMark> = android(0, |a| &a.install.registered_on);
static MARK_IOS: Read<RestoreMark> = ios(|i| &i.install.registered_on);
static USER_ID: Read<i64> = android(0, |a| &a.user.id);

/// The users in which makers let a cloned app live.
const CLONES: [i64; 2] = [95, 999];

const CLONED: (i32, Condition) = (1, |s| USER_ID.when(s, |id| CLONES.contains(id)));

pub(in crate::checks) static RESTORED: Check = Check {
    number: 16,
    id: "install.restored",
    causes: &[
        blocks(0, "other_phone", Technician, "reregister"),
        weakens(1, "cloned", User, "use_main_copy"),
    ],
    warn: None,
    android: Rule::Row(Row {
        reads: &[&MARK, &USER_ID],
        causes: &[(0, |s| MARK.is(s, Other)), CLONED],
        ..Row::EMPTY
    }),
    android_from: 0,
    ios: Rule::Row(Row {
        reads: &[&MARK_IOS],
        causes: &[(0, |s| MARK_IOS.is(s, Other))],
        ..Row::EMPTY
    }),
};
