//! The screens that steps open: each exists on the version on which it is offered.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a failure here is what a test is for"
)]

use diagnose_core::{
    Reader,
    advice::{Advice, advice},
    code::{Contents, Entry, Payload, report_of},
    details::Detail,
    ladders,
    os::Os,
    profile::Profile,
    profiles,
    rung::{Extra, ExtraValue, Rung},
    words::Audience,
};
use std::collections::BTreeMap;

/// Actions that docs/settings-actions.tsv does not list, because their names begin otherwise: each with the level
/// from which the reference of Android has it. The tests on the frameworks hold them.
const NOT_LISTED: [(&str, i64); 3] = [
    // android.provider.Settings.Panel.ACTION_INTERNET_CONNECTIVITY.
    ("android.settings.panel.action.INTERNET_CONNECTIVITY", 29),
    // android.content.Intent.ACTION_AUTO_REVOKE_PERMISSIONS.
    ("android.intent.action.AUTO_REVOKE_PERMISSIONS", 30),
    // android.os.storage.StorageManager.ACTION_MANAGE_STORAGE.
    ("android.os.storage.action.MANAGE_STORAGE", 25),
];

/// Which of the levels in the table's head have an action.
fn listed() -> BTreeMap<&'static str, Vec<(i64, bool)>> {
    let table = include_str!("../../docs/settings-actions.tsv");
    let mut lines = table.lines();
    let levels: Vec<i64> = lines
        .next()
        .unwrap()
        .split('\t')
        .skip(1)
        .map(|level| level.parse().unwrap())
        .collect();
    lines
        .map(|line| {
            let mut cells = line.split('\t');
            let action = cells.next().unwrap();
            let exists = cells.map(|cell| cell == "1");
            (action, levels.iter().copied().zip(exists).collect())
        })
        .collect()
}

#[test]
fn every_action_exists_in_the_framework_of_every_level_on_which_it_is_offered() {
    let listed = listed();
    let mut unlisted = Vec::new();
    let mut held = 0;
    for (action, from, to) in ladders::actions() {
        let Some(levels) = listed.get(action) else {
            let &(name, since) = NOT_LISTED
                .iter()
                .find(|(name, _)| *name == action)
                .unwrap_or_else(|| panic!("{action} is not known to any framework"));
            assert!(from >= since, "{action} is offered before {since}");
            unlisted.push(name);
            continue;
        };
        for (level, exists) in levels {
            if (from..=to).contains(level) {
                assert!(exists, "{action} on {level}");
                held += 1;
            }
        }
    }
    assert!(held > 100, "{held}");
    for (name, _) in NOT_LISTED {
        assert!(unlisted.contains(&name), "{name} is not offered any more");
        assert!(!listed.contains_key(name), "{name} is listed now");
    }
}

fn profile() -> Profile {
    profiles::profile("blink").unwrap()
}

fn told(os: Os, check: i32, finding: i32, details: &[Detail], profile: &Profile) -> Advice {
    let mut report = report_of(&Payload {
        os,
        app_version: [2, 7, 31],
        hour: 9000,
        complaint: 0,
        contents: Contents::List(vec![Entry { check, finding }]),
    });
    let place = usize::try_from(check).unwrap();
    report.findings[place].details = details.to_vec();
    advice(&report, profile, &Reader::new("en", Audience::User))
}

/// The first step's ladder of a failure with that cause, each rung by its action, permission or address.
fn ladder(os: Os, check: i32, cause: i32) -> Vec<String> {
    let advice = told(os, check, cause + 3, &[], &profile());
    let names = advice.findings[0].steps[0]
        .ladder
        .iter()
        .map(|rung| match rung {
            Rung::Screen { action, .. } => action.replace("android.settings.", ""),
            Rung::Permission { name } => (*name).to_owned(),
            Rung::Settings { constant } => (*constant).to_owned(),
            Rung::Url { url } => url.clone(),
            Rung::TestNotification => "test notification".to_owned(),
            Rung::TestPush => "test push".to_owned(),
            Rung::Registration => "registration".to_owned(),
        });
    names.collect()
}

const fn android(api: i64) -> Os {
    Os::Android { api }
}

const fn ios(major: i64, minor: i64) -> Os {
    Os::Ios { major, minor }
}

#[test]
fn only_what_exists_on_the_version_is_offered_the_most_exact_first() {
    let app = [
        "APP_NOTIFICATION_SETTINGS",
        "APPLICATION_DETAILS_SETTINGS",
        "SETTINGS",
    ];
    // Turned off; never asked; declined once; declined for good.
    assert_eq!(ladder(android(24), 2, 0), app);
    assert_eq!(ladder(android(34), 2, 0), app);
    let asking = [&["android.permission.POST_NOTIFICATIONS"], &app[..]].concat();
    assert_eq!(ladder(android(33), 2, 1), asking);
    assert_eq!(ladder(android(33), 2, 2), asking);
    assert_eq!(ladder(android(32), 2, 2), app);
    assert_eq!(ladder(android(33), 2, 3), app);
    // Background restricted: the hidden page is there from 30.
    assert_eq!(ladder(android(29), 6, 0), app[1..]);
    assert_eq!(
        ladder(android(30), 6, 0),
        [&["VIEW_ADVANCED_POWER_USAGE_DETAIL"], &app[1..]].concat()
    );
    // The lock screen.
    assert_eq!(
        ladder(android(32), 4, 2),
        ["NOTIFICATION_SETTINGS", "SETTINGS"]
    );
    assert_eq!(
        ladder(android(33), 4, 2),
        ["LOCK_SCREEN_SETTINGS", "NOTIFICATION_SETTINGS", "SETTINGS"]
    );
    // No connection.
    assert_eq!(
        ladder(android(28), 20, 0),
        ["WIFI_SETTINGS", "WIRELESS_SETTINGS"]
    );
    assert_eq!(
        ladder(android(29), 20, 0),
        [
            "panel.action.INTERNET_CONNECTIVITY",
            "WIFI_SETTINGS",
            "WIRELESS_SETTINGS"
        ]
    );
}

#[test]
fn ios_opens_the_apps_own_pages_and_nothing_else() {
    let page = "UIApplication.openSettingsURLString";
    assert_eq!(ladder(ios(15, 3), 2, 3), [page]);
    let before_16 = "UIApplicationOpenNotificationSettingsURLString";
    assert_eq!(ladder(ios(15, 4), 2, 3), [before_16, page]);
    let from_16 = "UIApplication.openNotificationSettingsURLString";
    assert_eq!(ladder(ios(16, 0), 2, 3), [from_16, page]);
    assert_eq!(ladder(ios(26, 1), 2, 1), ["notifications", from_16, page]);
    assert_eq!(ladder(ios(17, 0), 22, 2), [page]);
    // Focus, the clock, storage and the system's update: words alone.
    for (check, cause) in [(18, 0), (19, 0), (0, 0)] {
        assert_eq!(ladder(ios(17, 0), check, cause), [""; 0], "{check}");
    }
}

#[test]
fn what_only_the_phone_knows_is_named_and_what_the_profile_knows_is_filled_in() {
    let extras = |os, profile: &Profile| {
        let advice = told(os, 2, 3, &[], profile);
        match &advice.findings[0].steps[0].ladder[0] {
            Rung::Screen { extras, .. } => extras.clone(),
            other => panic!("{other:?}"),
        }
    };
    let extra = |name, value: ExtraValue| Extra { name, value };
    let text = |text: &str| ExtraValue::String(text.to_owned());
    let mut profile = profile();
    assert_eq!(
        extras(android(25), &profile),
        [
            extra("app_package", text("{package}")),
            extra("app_uid", ExtraValue::Int("{uid}".to_owned())),
        ]
    );
    profile.android.package = Some("com.example.app".to_owned());
    assert_eq!(
        extras(android(26), &profile),
        [extra(
            "android.provider.extra.APP_PACKAGE",
            text("com.example.app")
        )]
    );
}

#[test]
fn a_store_is_opened_where_an_update_helps() {
    let mut profile = profile();
    let ladder = |os, check, finding, profile: &Profile| {
        let advice = told(os, check, finding, &[], profile);
        advice.findings[0].steps[0].ladder.clone()
    };
    let url = |url: &str| Rung::Url {
        url: url.to_owned(),
    };
    assert_eq!(
        ladder(android(34), 14, 3, &profile),
        [
            url("market://details?id={package}"),
            url("https://play.google.com/store/apps/details?id={package}")
        ]
    );
    // Without its number in the store there is no address; a test version is updated in TestFlight.
    assert_eq!(ladder(ios(18, 0), 14, 3, &profile), []);
    profile.ios.store_id = Some(6);
    assert_eq!(
        ladder(ios(18, 0), 14, 3, &profile),
        [
            url("itms-apps://apps.apple.com/app/id6"),
            url("https://apps.apple.com/app/id6")
        ]
    );
    assert_eq!(ladder(ios(18, 0), 15, 0, &profile), []);
    // Google Play services: turned off, out of date.
    assert!(matches!(
        &ladder(android(34), 8, 4, &profile)[..],
        [Rung::Screen { data: Some(data), .. }] if data == "package:com.google.android.gms"
    ));
    assert_eq!(
        ladder(android(34), 8, 8, &profile)[0],
        url("market://details?id=com.google.android.gms")
    );
}

#[test]
fn a_channel_is_opened_by_its_place_and_without_one_the_apps_page() {
    let first = |details: &[Detail]| {
        let advice = told(android(34), 3, 3, details, &profile());
        advice.findings[0].steps[0].ladder[0].clone()
    };
    let Rung::Screen { action, extras, .. } = first(&[Detail::Channel { value: 2 }]) else {
        panic!("a screen");
    };
    assert_eq!(action, "android.settings.CHANNEL_NOTIFICATION_SETTINGS");
    assert_eq!(
        extras[1],
        Extra {
            name: "android.provider.extra.CHANNEL_ID",
            value: ExtraValue::Channel(2)
        }
    );
    let Rung::Screen { action, .. } = first(&[]) else {
        panic!("a screen");
    };
    assert_eq!(action, "android.settings.APP_NOTIFICATION_SETTINGS");
}
