//! The switches are called in our words as the phones call them: docs/switch-names.tsv.
#![cfg(feature = "technician")]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a failure here is what a test is for"
)]

use diagnose_core::{
    Reader,
    advice::advice,
    code::{Contents, Entry, Payload, report_of},
    maker::Maker,
    os::Os,
    profiles,
    words::Audience,
};
use std::collections::BTreeMap;

/// Where a topic of the table is told: the check, the finding (0 warn, from 3 on a cause) and the step, on Android and
/// on iOS. None: there is no such step.
type Place = Option<(i32, i32, usize)>;
const TOPICS: [(&str, Place, Place); 23] = [
    ("aeroplane_mode", Some((20, 4, 0)), Some((20, 4, 0))),
    ("app_mobile_data", Some((7, 3, 0)), None),
    ("app_notifications", Some((2, 3, 0)), Some((2, 6, 0))),
    ("background", Some((6, 3, 0)), Some((6, 7, 0))),
    ("battery_exemption", Some((9, 3, 1)), None),
    ("battery_saver", Some((6, 0, 0)), Some((6, 0, 0))),
    ("camera", Some((22, 5, 0)), Some((22, 5, 0))),
    ("channel", Some((3, 3, 0)), None),
    ("channel_sound", Some((3, 7, 0)), None),
    ("data_saver", Some((7, 3, 1)), None),
    ("date_time", Some((18, 3, 0)), Some((18, 3, 0))),
    ("digital_wellbeing", Some((4, 4, 0)), None),
    // On Android by the tile of the quick settings, which has one name.
    ("do_not_disturb", None, Some((9, 4, 0))),
    ("lock_screen", Some((4, 5, 0)), Some((4, 6, 0))),
    ("lock_screen_channel", Some((4, 6, 0)), None),
    ("maker_battery", Some((9, 3, 2)), None),
    ("maker_lock_screen", Some((9, 4, 3)), None),
    ("os_update", Some((1, 0, 0)), Some((0, 3, 0))),
    ("play_services", Some((8, 4, 0)), None),
    ("scheduled_summary", None, Some((4, 8, 0))),
    ("storage", Some((19, 3, 0)), Some((19, 3, 0))),
    ("unused_app", Some((6, 6, 0)), None),
    ("work_profile", Some((23, 0, 0)), None),
];

/// The versions that are asked: Android API levels, major versions of iOS.
const ANDROID: [i64; 13] = [24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36];
const IOS: [i64; 4] = [15, 17, 18, 26];

#[derive(Debug)]
struct Row<'a> {
    maker: &'a str,
    from: i64,
    to: i64,
    topic: &'a str,
    switch: String,
    state: &'a str,
}

fn rows() -> Vec<Row<'static>> {
    let table = include_str!("../../docs/switch-names.tsv");
    let rows: Vec<Row<'_>> = table
        .lines()
        .skip(1)
        .map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            let [maker, from, to, topic, _, switch, state, certain, source] = cells[..] else {
                panic!("nine cells: {line}");
            };
            assert!(
                !source.is_empty() && ["exact", "may_be"].contains(&certain),
                "{line}"
            );
            assert!(TOPICS.iter().any(|(name, ..)| *name == topic), "{line}");
            Row {
                maker,
                from: from.parse().unwrap(),
                to: to.parse().unwrap_or(i64::MAX),
                topic,
                switch: plain(switch),
                state,
            }
        })
        .collect();
    assert!(rows.len() > 150);
    rows
}

/// Without the signs that look the same.
fn plain(text: &str) -> String {
    text.replace("{ app }", "Blink")
        .replace('’', "'")
        .replace('\u{2011}', "-")
        .replace('\u{a0}', " ")
        .to_lowercase()
}

impl Row<'_> {
    /// Whether it names a label that is to be tapped.
    fn is_named(&self) -> bool {
        self.switch != "blink"
            && !self.switch.starts_with("the switch")
            && !self.state.starts_with("not")
    }
}

/// The words of a step on a phone of one maker.
fn told(os: Os, maker: Maker, place: (i32, i32, usize), audience: Audience) -> String {
    let (check, finding, step) = place;
    let report = report_of(&Payload {
        os,
        app_version: [2, 7, 31],
        hour: 9000,
        complaint: 0,
        contents: Contents::List(vec![Entry { check, finding }]),
    });
    let mut reader = Reader::new("en", audience);
    reader.maker = Some(maker);
    let advice = advice(&report, &profiles::profile("blink").unwrap(), &reader);
    plain(&advice.findings[0].steps[step].text)
}

#[test]
fn a_switch_is_called_as_the_maker_calls_it_on_that_version() {
    let rows = rows();
    let mut asked = BTreeMap::new();
    let mut wrong = Vec::new();
    for maker in Maker::ALL {
        // Google's phones have Android's own names where the table has none of theirs.
        let names: &[&str] = match maker {
            Maker::Google => &["google", "aosp"],
            _ => &[maker.id()],
        };
        for (topic, place, _) in TOPICS {
            let Some(place) = place else { continue };
            for api in ANDROID {
                let of = |name: &&str| -> Vec<&Row<'_>> {
                    rows.iter()
                        .filter(|row| row.maker == *name && row.is_named())
                        .filter(|row| {
                            // Samsung keeps apps asleep in lists of its own.
                            row.topic == topic
                                || (maker == Maker::Samsung
                                    && topic == "maker_battery"
                                    && row.topic == "background")
                        })
                        .filter(|row| (row.from..=row.to).contains(&api))
                        .collect()
                };
                let Some(rows) = names.iter().map(of).find(|rows| !rows.is_empty()) else {
                    continue;
                };
                for audience in [Audience::User, Audience::Technician] {
                    let told = told(Os::Android { api }, maker, place, audience);
                    let named = rows.iter().any(|row| told.contains(&row.switch));
                    // Of makers whose phones we do not know at first hand we say so.
                    let known = matches!(maker, Maker::Google | Maker::Samsung);
                    let hedged = told.contains("may be called");
                    let general = told.contains("names may be slightly different");
                    if !(named && (known || hedged) || general && !known) {
                        let labels: Vec<&str> =
                            rows.iter().map(|row| row.switch.as_str()).collect();
                        wrong.push(format!("{} {topic} {api}: {labels:?}: {told}", maker.id()));
                    }
                }
                *asked.entry(maker.id()).or_insert(0) += 1;
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    for maker in Maker::ALL {
        let asked = asked.get(maker.id()).copied().unwrap_or(0);
        assert!(
            asked > 10 || maker == Maker::Other,
            "{}: {asked}",
            maker.id()
        );
    }
}

#[test]
fn a_switch_is_called_as_apple_calls_it_on_that_version() {
    let rows = rows();
    let mut wrong = Vec::new();
    let mut asked = 0;
    for (topic, _, place) in TOPICS {
        let Some(place) = place else { continue };
        for major in IOS {
            let rows: Vec<&Row<'_>> = rows
                .iter()
                .filter(|row| row.maker == "apple" && row.topic == topic && row.is_named())
                .filter(|row| (row.from..=row.to).contains(&major))
                .collect();
            if rows.is_empty() {
                continue;
            }
            for audience in [Audience::User, Audience::Technician] {
                let told = told(Os::Ios { major, minor: 1 }, Maker::Other, place, audience);
                if !rows.iter().any(|row| told.contains(&row.switch)) {
                    wrong.push(format!("apple {topic} {major}: {told}"));
                }
            }
            asked += 1;
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    assert!(asked > 30, "{asked}");
}
