//! What helps: each remedy is a list of steps, in the order in which they are taken.
//!
//! A step is named once and may belong to several remedies. Its words are the sentence `step-…` of its name, its
//! screens stand in [`ladders`](crate::ladders).

use crate::{
    maker::Maker,
    os::Os,
    versions::{ANDROID, IOS, Versions},
};

/// A step of a remedy, and when it is one.
#[derive(Debug)]
pub(crate) struct StepRow {
    /// Its name.
    pub(crate) id: &'static str,
    on: Versions,
    /// The findings that need it, by the ids of their sentences; empty: all.
    only: &'static [&'static str],
    /// Its words are about switches that makers add, of which Google's phones have none.
    pub(crate) of_makers: bool,
}

const fn step(id: &'static str) -> StepRow {
    StepRow {
        id,
        on: Versions::Every,
        only: &[],
        of_makers: false,
    }
}

impl StepRow {
    const fn on(self, on: Versions) -> Self {
        Self { on, ..self }
    }

    const fn only(self, only: &'static [&'static str]) -> Self {
        Self { only, ..self }
    }

    const fn of_makers(self) -> Self {
        Self {
            of_makers: true,
            ..self
        }
    }
}

/// Every remedy. Whatever uninstalls comes after the new activation e-mail: the old link is nearly always dead.
static REMEDIES: &[(&str, &[StepRow])] = &[
    (
        "os_update",
        &[
            step("os_update"),
            step("no_update_offered").only(&["os-version-below-minimum"]),
        ],
    ),
    ("app_notifications", &[step("app_notifications")]),
    ("channel", &[step("channel")]),
    ("unpause", &[step("unpause")]),
    ("lock_screen", &[step("lock_screen")]),
    ("scheduled_summary", &[step("scheduled_summary")]),
    ("do_not_disturb", &[step("do_not_disturb")]),
    ("background", &[step("background")]),
    (
        "no_force_stop",
        &[
            step("no_force_stop"),
            // There, swiping an app away or a battery manager stops it too.
            step("maker_battery").on(ANDROID).of_makers(),
        ],
    ),
    ("open_now_and_then", &[step("open_now_and_then")]),
    ("unused_app", &[step("unused_app")]),
    ("battery_saver", &[step("battery_saver")]),
    (
        "data_saver",
        &[
            step("app_mobile_data"),
            step("unrestricted_data").only(&[
                "notifications-data-stopped-metered",
                "notifications-data-stopped",
                "notifications-data-data-saver",
            ]),
        ],
    ),
    (
        "app_details",
        &[
            step("connect_vpn").on(ANDROID),
            step("app_mobile_data").on(ANDROID),
            step("background_refresh").on(IOS),
        ],
    ),
    ("play_services", &[step("play_services")]),
    (
        "reopen_online",
        &[
            step("other_network"),
            step("reopen_app"),
            step("still_no_address"),
        ],
    ),
    (
        "other_network",
        &[
            step("check_network").only(&["device-network-tls-refused"]),
            step("other_network"),
            step("open_ports").only(&["notifications-push-service-unreachable"]),
        ],
    ),
    (
        "not_delivered",
        &[
            step("other_network"),
            step("battery_exemption").on(ANDROID),
            step("maker_battery").on(ANDROID).of_makers(),
            step("restart"),
            step("test_push"),
            step("still_nothing"),
        ],
    ),
    (
        "not_seen",
        &[
            step("do_not_disturb_if_on"),
            step("focus_schedule").on(IOS),
            step("lock_screen"),
            step("app_notifications"),
            step("maker_lock_screen").on(ANDROID).of_makers(),
            step("watch"),
            step("test_notification"),
        ],
    ),
    ("test_push", &[step("test_push")]),
    ("other_way", &[step("other_way")]),
    ("contact_technician", &[step("contact_technician")]),
    ("contact_vendor", &[step("contact_vendor")]),
    (
        "reregister",
        &[
            step("others_affected").only(&[
                "notifications-push-service-token-refused",
                "notifications-delivery-could-not-send",
            ]),
            step("new_email"),
            step("open_newest_email"),
            step("scan_code"),
        ],
    ),
    (
        "reinstall",
        &[
            step("new_email_first"),
            step("uninstall"),
            step("install_from_store"),
            step("open_newest_email"),
            step("scan_code"),
        ],
    ),
    ("update_app", &[step("update_app")]),
    (
        "update_then_reinstall",
        &[
            step("update_app"),
            step("restart"),
            step("update_webview").on(ANDROID),
            step("still_crashing"),
            step("uninstall"),
            step("install_from_store"),
            step("open_newest_email"),
            step("scan_code"),
        ],
    ),
    ("use_main_copy", &[step("use_main_copy")]),
    ("date_time", &[step("date_time")]),
    ("storage", &[step("storage")]),
    ("network", &[step("network")]),
    ("aeroplane_mode", &[step("aeroplane_mode")]),
    ("sign_in_page", &[step("sign_in_page")]),
    (
        "register",
        &[
            step("open_newest_email"),
            step("scan_code"),
            step("link_dead"),
        ],
    ),
    ("camera", &[step("camera")]),
    ("keep_profile_on", &[step("keep_profile_on")]),
];

/// The steps of a remedy for one finding on one phone.
pub(crate) fn steps<'a>(
    remedy: &'a str,
    sentence: &'a str,
    os: Os,
    maker: Option<Maker>,
) -> impl Iterator<Item = &'static StepRow> + 'a {
    REMEDIES
        .iter()
        .filter(move |(id, _)| *id == remedy)
        .flat_map(|(_, steps)| steps.iter())
        .filter(move |step| step.on.contain(os))
        .filter(move |step| step.only.is_empty() || step.only.contains(&sentence))
        .filter(move |step| !(step.of_makers && maker == Some(Maker::Google)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{checks, ladders};
    use std::collections::BTreeSet;

    fn all_steps() -> BTreeSet<&'static str> {
        let steps = REMEDIES.iter().flat_map(|(_, steps)| steps.iter());
        steps.map(|step| step.id).collect()
    }

    #[test]
    fn every_remedy_of_the_checks_is_here_and_no_other() {
        let here: BTreeSet<&str> = REMEDIES.iter().map(|(id, _)| *id).collect();
        assert_eq!(here.len(), REMEDIES.len(), "one stands twice");
        let wanted = checks::ALL.iter().flat_map(|check| {
            let causes = check.causes.iter().map(|cause| cause.remedy);
            causes.chain(check.warn.as_ref().map(|warn| warn.remedy))
        });
        assert_eq!(here, wanted.collect());
    }

    #[test]
    fn every_ladder_belongs_to_a_step() {
        let steps = all_steps();
        let ladders: Vec<&str> = ladders::steps().collect();
        for step in &ladders {
            assert!(steps.contains(step), "{step}");
        }
        let once: BTreeSet<&str> = ladders.iter().copied().collect();
        assert_eq!(once.len(), ladders.len(), "one stands twice");
    }

    #[test]
    fn nobody_uninstalls_before_a_new_activation_email_is_there() {
        for (remedy, steps) in REMEDIES {
            let place = |wanted: &[&str]| steps.iter().position(|step| wanted.contains(&step.id));
            if let Some(uninstall) = place(&["uninstall"]) {
                let email = place(&["new_email_first", "still_crashing"]);
                assert!(email.is_some_and(|email| email < uninstall), "{remedy}");
            }
        }
    }
}
