//! Which screen opens for which step: one table, each rung with the versions on which it exists.
//!
//! Sources: the reference of `android.provider.Settings`, with the level from which each action exists, and
//! `docs/settings-actions.tsv`, which lists what the framework of each level contains, hidden actions included.

use crate::{
    details::Detail,
    os::Os,
    profile::Profile,
    report::Finding,
    rung::{Extra, ExtraValue, Rung},
    versions::{ANDROID, IOS, Versions, android_from, ios_from},
};

/// A rung before it is filled in.
struct Row {
    on: Versions,
    /// The findings for which it helps, by the ids of their sentences; empty: all.
    only: &'static [&'static str],
    opens: Opens,
}

enum Opens {
    /// An action, its data and its extras, each with its type.
    Screen(&'static str, &'static str, &'static [Wanted]),
    Permission(&'static str),
    Settings(&'static str),
    Url(&'static str),
    TestNotification,
    TestPush,
    Registration,
}

/// An extra before it is filled in.
enum Wanted {
    String(&'static str, &'static str),
    Int(&'static str, &'static str),
    /// The id of the channel that the finding tells of. Without it the screen does not open.
    Channel(&'static str),
}

use Opens::{Permission, Registration, Screen, Settings, TestNotification, TestPush, Url};
use Wanted::{Channel, Int, String as Text};

const fn rung(on: Versions, opens: Opens) -> Row {
    Row {
        on,
        only: &[],
        opens,
    }
}

const fn screen(on: Versions, action: &'static str) -> Row {
    rung(on, Screen(action, "", &[]))
}

/// A screen of the app that is diagnosed.
const fn of_app(on: Versions, action: &'static str) -> Row {
    rung(on, Screen(action, "package:{package}", &[]))
}

const fn only(findings: &'static [&'static str], row: Row) -> Row {
    Row {
        only: findings,
        ..row
    }
}

static SETTINGS: [Row; 1] = [screen(ANDROID, "android.settings.SETTINGS")];

static APP_DETAILS: [Row; 3] = [
    of_app(ANDROID, "android.settings.APPLICATION_DETAILS_SETTINGS"),
    screen(ANDROID, "android.settings.SETTINGS"),
    rung(IOS, Settings("UIApplication.openSettingsURLString")),
];

static APP_NOTIFICATIONS: [Row; 2] = [
    rung(
        android_from(26),
        Screen(
            "android.settings.APP_NOTIFICATION_SETTINGS",
            "",
            &[Text("android.provider.extra.APP_PACKAGE", "{package}")],
        ),
    ),
    // Before 26 the extras had no public names.
    rung(
        Versions::Android(24, 25),
        Screen(
            "android.settings.APP_NOTIFICATION_SETTINGS",
            "",
            &[Text("app_package", "{package}"), Int("app_uid", "{uid}")],
        ),
    ),
];

static IOS_NOTIFICATIONS: [Row; 2] = [
    rung(
        ios_from(16, 0),
        Settings("UIApplication.openNotificationSettingsURLString"),
    ),
    rung(
        Versions::Ios((15, 4), (15, i64::MAX)),
        Settings("UIApplicationOpenNotificationSettingsURLString"),
    ),
];

/// Asked again only where an answer is still possible.
static ASK_FOR_NOTIFICATIONS: [Row; 2] = [
    only(
        &[
            "notifications-app-never-asked",
            "notifications-app-denied-once",
        ],
        rung(
            android_from(33),
            Permission("android.permission.POST_NOTIFICATIONS"),
        ),
    ),
    only(
        &["notifications-app-never-asked"],
        rung(IOS, Permission("notifications")),
    ),
];

static NETWORK: [Row; 3] = [
    screen(
        android_from(29),
        "android.settings.panel.action.INTERNET_CONNECTIVITY",
    ),
    screen(ANDROID, "android.settings.WIFI_SETTINGS"),
    screen(ANDROID, "android.settings.WIRELESS_SETTINGS"),
];

static LOCK_SCREEN: [Row; 3] = [
    screen(android_from(33), "android.settings.LOCK_SCREEN_SETTINGS"),
    screen(ANDROID, "android.settings.NOTIFICATION_SETTINGS"),
    screen(ANDROID, "android.settings.SETTINGS"),
];

static DO_NOT_DISTURB: [Row; 3] = [
    screen(ANDROID, "android.settings.ZEN_MODE_SETTINGS"),
    screen(ANDROID, "android.settings.ZEN_MODE_PRIORITY_SETTINGS"),
    screen(ANDROID, "android.settings.SOUND_SETTINGS"),
];

/// iOS: the store is opened only for what an update mends, and not for TestFlight.
static STORE_FINDINGS: [&str; 2] = ["install-version-below-minimum", "install-version-newer"];

/// The ladder of each step that has one, the most exact screen first.
static LADDERS: &[(&str, &[&[Row]])] = &[
    (
        "app_notifications",
        &[
            &ASK_FOR_NOTIFICATIONS,
            &APP_NOTIFICATIONS,
            &IOS_NOTIFICATIONS,
            &APP_DETAILS,
        ],
    ),
    (
        "channel",
        &[
            &[rung(
                android_from(26),
                Screen(
                    "android.settings.CHANNEL_NOTIFICATION_SETTINGS",
                    "",
                    &[
                        Text("android.provider.extra.APP_PACKAGE", "{package}"),
                        Channel("android.provider.extra.CHANNEL_ID"),
                    ],
                ),
            )],
            &APP_NOTIFICATIONS,
            &APP_DETAILS,
        ],
    ),
    (
        "lock_screen",
        &[
            &LOCK_SCREEN,
            &IOS_NOTIFICATIONS,
            &[rung(IOS, Settings("UIApplication.openSettingsURLString"))],
        ],
    ),
    ("do_not_disturb", &[&DO_NOT_DISTURB]),
    ("do_not_disturb_if_on", &[&DO_NOT_DISTURB]),
    (
        "background",
        &[
            &[of_app(
                android_from(30),
                "android.settings.VIEW_ADVANCED_POWER_USAGE_DETAIL",
            )],
            &APP_DETAILS,
        ],
    ),
    (
        "battery_exemption",
        &[
            &[screen(
                android_from(24),
                "android.settings.IGNORE_BATTERY_OPTIMIZATION_SETTINGS",
            )],
            &APP_DETAILS,
        ],
    ),
    (
        "battery_saver",
        &[
            &[screen(
                android_from(22),
                "android.settings.BATTERY_SAVER_SETTINGS",
            )],
            &SETTINGS,
        ],
    ),
    (
        "unrestricted_data",
        &[
            &[of_app(
                android_from(24),
                "android.settings.IGNORE_BACKGROUND_DATA_RESTRICTIONS_SETTINGS",
            )],
            &APP_DETAILS,
        ],
    ),
    (
        "unused_app",
        &[
            &[of_app(
                Versions::Android(30, 30),
                "android.intent.action.AUTO_REVOKE_PERMISSIONS",
            )],
            &APP_DETAILS,
        ],
    ),
    (
        "play_services",
        &[&[
            only(
                &["notifications-push-service-disabled"],
                rung(
                    ANDROID,
                    Screen(
                        "android.settings.APPLICATION_DETAILS_SETTINGS",
                        "package:com.google.android.gms",
                        &[],
                    ),
                ),
            ),
            only(
                &["notifications-push-service-outdated"],
                rung(ANDROID, Url("market://details?id=com.google.android.gms")),
            ),
            only(
                &["notifications-push-service-outdated"],
                rung(
                    ANDROID,
                    Url("https://play.google.com/store/apps/details?id=com.google.android.gms"),
                ),
            ),
        ]],
    ),
    (
        "update_app",
        &[&[
            rung(ANDROID, Url("market://details?id={package}")),
            rung(
                ANDROID,
                Url("https://play.google.com/store/apps/details?id={package}"),
            ),
            only(
                &STORE_FINDINGS,
                rung(IOS, Url("itms-apps://apps.apple.com/app/id{store_id}")),
            ),
            only(
                &STORE_FINDINGS,
                rung(IOS, Url("https://apps.apple.com/app/id{store_id}")),
            ),
        ]],
    ),
    (
        "update_webview",
        &[&[
            rung(
                ANDROID,
                Url("market://details?id=com.google.android.webview"),
            ),
            rung(
                ANDROID,
                Url("https://play.google.com/store/apps/details?id=com.google.android.webview"),
            ),
        ]],
    ),
    (
        "date_time",
        &[&[screen(ANDROID, "android.settings.DATE_SETTINGS")]],
    ),
    (
        "storage",
        &[&[
            screen(android_from(25), "android.os.storage.action.MANAGE_STORAGE"),
            screen(ANDROID, "android.settings.INTERNAL_STORAGE_SETTINGS"),
        ]],
    ),
    ("network", &[&NETWORK]),
    ("other_network", &[&NETWORK]),
    ("sign_in_page", &[&NETWORK]),
    (
        "aeroplane_mode",
        &[&[
            screen(ANDROID, "android.settings.AIRPLANE_MODE_SETTINGS"),
            screen(ANDROID, "android.settings.WIRELESS_SETTINGS"),
        ]],
    ),
    ("app_mobile_data", &[&APP_DETAILS]),
    ("background_refresh", &[&APP_DETAILS]),
    (
        "os_update",
        &[&[
            screen(ANDROID, "android.settings.SYSTEM_UPDATE_SETTINGS"),
            screen(ANDROID, "android.settings.DEVICE_INFO_SETTINGS"),
        ]],
    ),
    (
        "camera",
        &[
            &[only(
                &["registration-camera-denied-once"],
                rung(ANDROID, Permission("android.permission.CAMERA")),
            )],
            &APP_DETAILS,
        ],
    ),
    ("scan_code", &[&[rung(Versions::Every, Registration)]]),
    ("test_push", &[&[rung(Versions::Every, TestPush)]]),
    (
        "test_notification",
        &[&[rung(Versions::Every, TestNotification)]],
    ),
];

/// The rungs of a step that exist on the phone.
pub(crate) fn ladder(
    step: &str,
    finding: &Finding,
    sentence: &str,
    os: Os,
    profile: &Profile,
) -> Vec<Rung> {
    LADDERS
        .iter()
        .filter(|(id, _)| *id == step)
        .flat_map(|(_, parts)| parts.iter().copied().flatten())
        .filter(|row| row.on.contain(os))
        .filter(|row| row.only.is_empty() || row.only.contains(&sentence))
        .filter_map(|row| filled(&row.opens, finding, profile))
        .collect()
}

/// A rung with what the profile and the finding know. None where it needs what neither has.
fn filled(opens: &Opens, finding: &Finding, profile: &Profile) -> Option<Rung> {
    Some(match *opens {
        Screen(action, data, extras) => Rung::Screen {
            action,
            data: if data.is_empty() {
                None
            } else {
                Some(with_names(data, profile)?)
            },
            extras: extras
                .iter()
                .map(|extra| wanted(extra, finding, profile))
                .collect::<Option<_>>()?,
        },
        Permission(name) => Rung::Permission { name },
        Settings(constant) => Rung::Settings { constant },
        Url(url) => Rung::Url {
            url: with_names(url, profile)?,
        },
        TestNotification => Rung::TestNotification,
        TestPush => Rung::TestPush,
        Registration => Rung::Registration,
    })
}

fn wanted(extra: &Wanted, finding: &Finding, profile: &Profile) -> Option<Extra> {
    let (name, value) = match *extra {
        Text(name, value) => (name, ExtraValue::String(with_names(value, profile)?)),
        Int(name, value) => (name, ExtraValue::Int(with_names(value, profile)?)),
        Channel(name) => {
            let place = finding.details.iter().find_map(|detail| match detail {
                Detail::Channel { value } => Some(*value),
                _ => None,
            });
            (name, ExtraValue::Channel(place?))
        }
    };
    Some(Extra { name, value })
}

/// A text with the profile's own names filled in. The package stays named where only the phone knows it; without a
/// number in the store there is no address.
fn with_names(text: &str, profile: &Profile) -> Option<String> {
    let mut text = text.to_owned();
    if let Some(package) = &profile.android.package {
        text = text.replace("{package}", package);
    }
    if text.contains("{store_id}") {
        text = text.replace("{store_id}", &profile.ios.store_id?.to_string());
    }
    Some(text)
}

/// Every action of the table with the versions on which it is offered, for the test that holds them against the
/// frameworks.
#[doc(hidden)]
pub fn actions() -> Vec<(&'static str, i64, i64)> {
    LADDERS
        .iter()
        .flat_map(|(_, parts)| parts.iter().copied().flatten())
        .filter_map(|row| match (row.on, &row.opens) {
            (Versions::Android(from, to), Screen(action, ..)) => Some((*action, from, to)),
            _ => None,
        })
        .collect()
}

/// The steps that have a ladder.
#[cfg(test)]
pub(crate) fn steps() -> impl Iterator<Item = &'static str> {
    LADDERS.iter().map(|(step, _)| *step)
}
