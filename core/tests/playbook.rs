//! Playbooks: which steps are told when, and in which tone.
#![cfg(all(feature = "technician", feature = "blink", feature = "json"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a failure here is what a test is for"
)]

use diagnose_core::{
    Question, Reader,
    advice::{Advice, advice},
    code::{Contents, Entry, Payload, report_of},
    complaint::{AnswerKind, Complaint},
    diagnose,
    facts::DeviceFacts,
    link::ActivationLink,
    maker::Maker,
    os::{Os, Platform},
    playbook::{Directory, Playbook, Situation, complaints, playbook},
    profile::Profile,
    profiles,
    time::Time,
    words::{Audience, Words},
};
use std::collections::BTreeSet;

const AUDIENCES: [Audience; 2] = [Audience::User, Audience::Technician];

fn blink() -> Profile {
    profiles::profile("blink").unwrap()
}

fn told(complaint: Complaint, audience: Audience, situation: &Situation) -> Playbook {
    playbook(complaint, &blink(), &Reader::new("en", audience), situation).unwrap()
}

fn ids(playbook: &Playbook) -> Vec<&str> {
    playbook.steps.iter().map(|step| step.id).collect()
}

fn data() -> serde_json::Value {
    serde_json::from_str(include_str!("../../profiles/blink/playbooks.json")).unwrap()
}

const fn name(audience: Audience) -> &'static str {
    match audience {
        Audience::User => "user",
        Audience::Technician => "technician",
    }
}

/// All playbooks with nothing known, and what else is told where the phone is not the reason.
fn all(audience: Audience) -> Vec<Playbook> {
    let ruled_out = Situation {
        answer: Some(AnswerKind::NotThisPhone),
        ..Situation::default()
    };
    [Situation::default(), ruled_out]
        .iter()
        .flat_map(|situation| Complaint::ALL.map(|complaint| told(complaint, audience, situation)))
        .collect()
}

fn sentences(playbook: &Playbook) -> Vec<&str> {
    let mut told = vec![playbook.title.as_str()];
    told.extend(
        [&playbook.ruled_out, &playbook.remark]
            .into_iter()
            .flatten()
            .map(String::as_str),
    );
    for step in &playbook.steps {
        told.push(&step.text);
        told.extend(step.conditions.iter().map(|open| open.text.as_str()));
        told.extend(
            step.command
                .iter()
                .flat_map(|c| [c.good.as_str(), c.bad.as_str()]),
        );
    }
    told
}

#[test]
fn every_step_stands_where_the_data_says_and_tells_what_it_says() {
    let data = data();
    for audience in AUDIENCES {
        for complaint in Complaint::ALL {
            let playbook = told(complaint, audience, &Situation::default());
            // What is always decided is no open condition.
            let mut rows = data[name(audience)][complaint.id()].clone();
            for row in rows.as_array_mut().unwrap() {
                let when = row["when"].as_array_mut().unwrap();
                when.retain(|condition| condition != "new_start");
            }
            let steps: Vec<serde_json::Value> = playbook
                .steps
                .iter()
                .zip(rows.as_array().unwrap())
                .map(|(step, row)| {
                    let when: Vec<_> = step.conditions.iter().map(|open| open.id).collect();
                    let text = step.command.as_ref().map(|command| command.text);
                    let commands = data["commands"].as_array().unwrap();
                    let command = commands.iter().find(|c| Some(c["text"].as_str().unwrap()) == text);
                    serde_json::json!({
                        "id": step.id, "owner": step.owner, "when": when,
                        "step": row["step"],
                        "command": command.map_or(&serde_json::Value::Null, |command| &command["id"]),
                    })
                })
                .collect();
            assert_eq!(rows, serde_json::Value::Array(steps));
        }
    }
}

#[test]
fn every_message_is_told() {
    for audience in AUDIENCES {
        let playbooks = all(audience);
        let told: BTreeSet<&str> = playbooks.iter().flat_map(sentences).collect();
        let words = Words::of_playbooks("blink", "en", audience).unwrap();
        let mut count = 0;
        for row in words.rows() {
            for variant in &row.variants {
                count += 1;
                assert!(
                    told.iter().any(|told| variant.fits(told)),
                    "{} [{}]",
                    row.id,
                    variant.key
                );
            }
        }
        assert!(count > 50, "{count}");
        assert!(told.iter().all(|sentence| !sentence.is_empty()));
    }
}

/// A text without what it quotes of the vendor, of a store or of Windows.
fn own_words(text: &str) -> String {
    text.split('"').step_by(2).collect::<Vec<_>>().join("…")
}

#[test]
fn sentences_are_short_and_blame_nobody() {
    let forbidden = [
        "please",
        "simply",
        "invalid",
        "error",
        "tampered",
        "just",
        "obviously",
        "wrongly",
        "fault",
    ];
    let mut found = BTreeSet::new();
    for audience in AUDIENCES {
        for playbook in all(audience) {
            for text in sentences(&playbook) {
                for sentence in text.split_inclusive(". ") {
                    let words = sentence.split_whitespace();
                    let words = words.filter(|word| word.contains(char::is_alphanumeric));
                    let count = words.count();
                    if count > 20 {
                        found.insert(format!("{count} words: {sentence}"));
                    }
                }
                let own = own_words(text).to_lowercase();
                let mut words = own.split(|c: char| !c.is_alphanumeric());
                if words.any(|word| forbidden.contains(&word)) {
                    found.insert(format!("tone: {text}"));
                }
            }
            let unfinished = playbook
                .steps
                .iter()
                .filter(|step| !step.text.ends_with('.'));
            found.extend(unfinished.map(|step| format!("no full stop: {}", step.text)));
        }
    }
    assert_eq!(found, BTreeSet::new());
}

#[test]
fn nobody_uninstalls_before_a_new_email_is_there() {
    for audience in AUDIENCES {
        for complaint in Complaint::ALL {
            let playbook = told(complaint, audience, &Situation::default());
            // "Before you uninstall" comes earlier, and says what to do first.
            let place = |wanted: &[&str]| {
                playbook
                    .steps
                    .iter()
                    .position(|step| wanted.contains(&step.id))
            };
            let uninstalls = playbook.steps.iter().position(|step| {
                let text = step.text.to_lowercase();
                (text.contains("uninstall")
                    || text.starts_with("install ")
                    || text.contains("user to install "))
                    && !text.contains("before")
                    && !text.contains("earlier")
                    && !step.id.starts_with("no-restore")
            });
            if let Some(uninstalls) = uninstalls {
                let kept = place(&["keep-app"]).unwrap();
                let asked = place(&[
                    "ask-reset-first",
                    "ask-number-owner",
                    "reset-first",
                    "reset-if-nobody",
                    "ask-new-email",
                    "reset-user",
                ]);
                assert!(
                    asked.unwrap() < kept && kept < uninstalls,
                    "{complaint:?} {audience:?}"
                );
            }
        }
    }
}

/// The steps of one playbook that a situation leaves out, and those whose conditions it decides.
fn changed(complaint: Complaint, situation: &Situation) -> (Vec<&'static str>, Vec<&'static str>) {
    let open = told(complaint, Audience::Technician, &Situation::default());
    let known = told(complaint, Audience::Technician, situation);
    let mut gone = Vec::new();
    let mut decided = Vec::new();
    for step in open.steps {
        match known.steps.iter().find(|known| known.id == step.id) {
            None => gone.push(step.id),
            Some(known) if known.conditions.len() < step.conditions.len() => decided.push(step.id),
            Some(known) => assert_eq!(*known, step),
        }
    }
    (gone, decided)
}

#[test]
fn the_directory_and_its_controllers_show_and_hide_steps() {
    let azure = Situation {
        directory: Some(Directory::Azure),
        ..Situation::default()
    };
    let domain = [
        "sync-direction",
        "reset-arrived",
        "locking-device",
        "one-agent",
        "sync-listener",
        "services",
        "tls-12",
        "dotnet-tls",
        "agent-fqdn",
        "stale-controllers",
        "replication",
        "restart-controller",
        "guide-single",
        "guide-multi",
    ];
    let (gone, decided) = changed(Complaint::ResetFailed, &azure);
    assert_eq!(
        gone,
        [&domain[..], &["guide-workgroup", "guide-two-way"]].concat()
    );
    assert_eq!(decided, ["mute-entra", "azure-services"]);

    let workgroup = Situation {
        directory: Some(Directory::Workgroup),
        ..Situation::default()
    };
    let (gone, decided) = changed(Complaint::ResetFailed, &workgroup);
    assert_eq!(
        gone.iter().copied().collect::<BTreeSet<_>>(),
        [
            &domain[..],
            &["mute-entra", "azure-services", "guide-two-way"]
        ]
        .concat()
        .into_iter()
        .collect()
    );
    assert_eq!(decided, ["guide-workgroup"]);

    let with_domain = Situation {
        directory: Some(Directory::Domain),
        ..Situation::default()
    };
    let (gone, decided) = changed(Complaint::ResetFailed, &with_domain);
    assert_eq!(gone, ["mute-entra", "azure-services", "guide-workgroup"]);
    assert_eq!(decided, [&domain[..], &["guide-two-way"]].concat());

    let several = [
        "one-agent",
        "sync-listener",
        "replication",
        "guide-multi",
        "guide-two-way",
    ];
    let controllers = |several| Situation {
        several_controllers: Some(several),
        ..Situation::default()
    };
    let (gone, decided) = changed(Complaint::ResetFailed, &controllers(true));
    assert_eq!((gone, decided), (vec!["guide-single"], several.to_vec()));
    let (gone, decided) = changed(Complaint::ResetFailed, &controllers(false));
    assert_eq!((gone, decided), (several.to_vec(), vec!["guide-single"]));
    assert_eq!(
        changed(Complaint::NoNotifications, &azure).0,
        ["agent-notices", "user-enabled", "was-locked-out"]
    );
}

#[test]
fn the_phone_shows_and_hides_steps() {
    let on = |platform| Situation {
        platform: Some(platform),
        ..Situation::default()
    };
    let ios = ["allow-notifications-ios", "turn-off-focus"];
    let android = [
        "allow-notifications-android",
        "maker-battery",
        "maker-lock-screen",
    ];
    let complaint = Complaint::NoNotifications;
    assert_eq!(
        changed(complaint, &on(Platform::Android)),
        (ios.to_vec(), android.to_vec())
    );
    assert_eq!(
        changed(complaint, &on(Platform::Ios)),
        (android.to_vec(), ios.to_vec())
    );

    let in_hand = |in_hand| Situation {
        phone_in_hand: Some(in_hand),
        ..Situation::default()
    };
    let store = [
        "store-not-compatible",
        "store-storage",
        "store-network",
        "managed-store",
        "parsing-package",
    ];
    let complaint = Complaint::InstallOrCrash;
    assert_eq!(
        changed(complaint, &in_hand(true)),
        (store.to_vec(), vec!["get-code"])
    );
    assert_eq!(
        changed(complaint, &in_hand(false)),
        (vec!["get-code"], store.to_vec())
    );

    let examined = |examined| Situation {
        examined: Some(examined),
        ..Situation::default()
    };
    let looked_at = vec![
        "android-version",
        "update-android",
        "update-ios",
        "get-code",
    ];
    assert_eq!(
        changed(complaint, &examined(true)),
        (looked_at.clone(), vec![])
    );
    assert_eq!(changed(complaint, &examined(false)), (vec![], looked_at));

    // What explains the complaint tells what helps.
    let answered = |answer| Situation {
        answer: Some(answer),
        ..Situation::default()
    };
    for answer in [
        AnswerKind::NotThisPhone,
        AnswerKind::CannotTell,
        AnswerKind::NoAnswer,
    ] {
        assert_eq!(changed(complaint, &answered(answer)), (vec![], vec![]));
    }
    let (gone, _) = changed(complaint, &answered(AnswerKind::Explained));
    assert_eq!(gone.first(), Some(&"reset-first"));
    assert_eq!(gone.last(), Some(&"no-restore"));
    for kept in ["restart-phone", "update-webview", "sms-way", "get-code"] {
        assert!(!gone.contains(&kept), "{kept}");
    }
}

#[test]
fn what_is_ruled_out_is_told_only_where_the_phone_is_not_the_reason() {
    for audience in AUDIENCES {
        for complaint in Complaint::ALL {
            for answer in [
                None,
                Some(AnswerKind::NoAnswer),
                Some(AnswerKind::Explained),
                Some(AnswerKind::CannotTell),
                Some(AnswerKind::NotThisPhone),
            ] {
                let situation = Situation {
                    answer,
                    ..Situation::default()
                };
                let due = answer == Some(AnswerKind::NotThisPhone) && complaint != Complaint::Other;
                assert_eq!(
                    told(complaint, audience, &situation).ruled_out.is_some(),
                    due
                );
            }
        }
    }
}

#[test]
fn a_link_is_valid_until_the_very_moment_of_its_end() {
    let profile = blink();
    let received = Time::from_rfc3339("2026-11-22T08:00:00Z").unwrap();
    let mut reader = Reader::new("en", Audience::Technician);
    reader.offset_minutes = 60;
    for (now, valid, sentence, steps) in [
        (
            "2026-11-24T07:59:59Z",
            true,
            "The activation link is valid until 2026-11-24 09:00 (UTC+01:00) at the latest",
            ["link-used", "find-newer-link", "reset-user"].as_slice(),
        ),
        (
            "2026-11-24T08:00:00Z",
            false,
            "The activation link has not been valid since 2026-11-24 09:00 (UTC+01:00)",
            &["link-over", "reset-user"],
        ),
    ] {
        let link = ActivationLink::new(received, Time::from_rfc3339(now).unwrap(), &profile);
        assert_eq!(link.is_valid(), valid);
        assert_eq!(link.sentence(&profile, &reader).unwrap(), sentence);
        let situation = Situation {
            link_valid: Some(link.is_valid()),
            ..Situation::default()
        };
        let playbook = told(Complaint::LinkInactive, Audience::Technician, &situation);
        assert_eq!(ids(&playbook)[2..2 + steps.len()], *steps);
        assert!(playbook.steps[2].conditions.is_empty());
    }
    // Not known: both, each with its condition.
    let open = told(
        Complaint::LinkInactive,
        Audience::Technician,
        &Situation::default(),
    );
    assert_eq!(
        ids(&open)[2..5],
        ["link-used", "find-newer-link", "link-over"]
    );
    assert_eq!(
        open.steps[2].conditions[0].text,
        "Only if the link is younger than 48 hours."
    );
    assert_eq!(
        open.steps[4].conditions[0].text,
        "Only if the link is 48 hours old or older."
    );
}

#[test]
fn the_links_age_decides_in_a_diagnosis_too() {
    let facts = include_str!("../../tests/phones/android-15-in-order.json");
    let facts = DeviceFacts::from_json(facts).unwrap();
    // The server's time is 2026-11-24 08:00 UTC.
    for (received, first) in [
        (None, "find-newer-link"),
        (Some("2026-11-22T08:00:01Z"), "find-newer-link"),
        (Some("2026-11-22T08:00:00Z"), "leave-link"),
    ] {
        let question = Question {
            complaint: Some(Complaint::LinkInactive),
            received: received.map(|time| Time::from_rfc3339(time).unwrap()),
        };
        let reader = Reader::new("en", Audience::User);
        let diagnosis = diagnose(&facts, &question, &blink(), &reader).unwrap();
        let playbook = diagnosis.advice.playbook.unwrap();
        assert_eq!(playbook.steps[0].id, first);
        assert_eq!(playbook.steps[0].conditions.is_empty(), received.is_some());
        // Both are there only while nothing is known of the link.
        let both =
            ids(&playbook).contains(&"find-newer-link") && ids(&playbook).contains(&"leave-link");
        assert_eq!(both, received.is_none());
    }
}

fn payload(complaint: i64, os: Os, entries: Vec<Entry>) -> Payload {
    Payload {
        os,
        app_version: [2, 7, 31],
        hour: 9000,
        complaint,
        contents: Contents::List(entries),
    }
}

#[test]
fn a_code_brings_the_playbook_of_its_complaint_with_what_it_knows() {
    let reader = Reader::new("en", Audience::User);
    let playbook = |complaint, os, entries| {
        advice(
            &report_of(&payload(complaint, os, entries)),
            &blink(),
            &reader,
        )
        .playbook
    };
    let android = Os::Android { api: 34 };
    let ios = Os::Ios {
        major: 18,
        minor: 0,
    };
    let first = |playbook: Option<Playbook>| playbook.unwrap().steps[0].id;
    // The phone looked at its notifications, whether it explains the complaint or not; unless it could not.
    assert_eq!(first(playbook(6, android, vec![])), "test-locked");
    let off = Entry {
        check: 2,
        finding: 3,
    };
    assert_eq!(first(playbook(6, android, vec![off])), "test-locked");
    let unknown = Entry {
        check: 2,
        finding: 1,
    };
    assert_eq!(
        first(playbook(6, android, vec![unknown])),
        "allow-notifications-android"
    );
    assert_eq!(
        first(playbook(6, ios, vec![unknown])),
        "allow-notifications-ios"
    );
    for (complaint, number) in [(1, 1), (2, 2), (3, 3), (4, 4), (5, 5), (6, 6), (15, 15)] {
        assert_eq!(
            playbook(complaint, android, vec![]).unwrap().complaint,
            number
        );
    }
    // None, and complaints of a newer phone.
    for complaint in [0, 7, 14] {
        assert_eq!(playbook(complaint, android, vec![]), None);
    }
    let ruled_out = playbook(3, android, vec![]).unwrap().ruled_out;
    assert_eq!(
        ruled_out.unwrap(),
        "Your phone's connection does not explain it. Look at the password and the account next."
    );
}

/// A finding that says nothing but that a check could not be judged.
const fn unknown(check: i32) -> Entry {
    Entry { check, finding: 1 }
}

/// The advice for a code, for one audience and maker.
fn advised(
    complaint: i64,
    os: Os,
    entries: Vec<Entry>,
    audience: Audience,
    maker: Option<Maker>,
) -> Advice {
    let mut reader = Reader::new("en", audience);
    reader.maker = maker;
    advice(
        &report_of(&payload(complaint, os, entries)),
        &blink(),
        &reader,
    )
}

fn text<'a>(advice: &'a Advice, id: &str) -> Option<&'a str> {
    let playbook = advice.playbook.as_ref().unwrap();
    let step = playbook.steps.iter().find(|step| step.id == id);
    step.map(|step| step.text.as_str())
}

#[test]
fn whose_notifications_are_known_to_be_on_is_not_told_to_allow_them() {
    // The channels (3) leave complaint 6 open, the set of files (12) complaint 2.
    let android = Os::Android { api: 30 };
    for (complaint, other, own, step) in [
        (6, 3, 2, "allow-notifications-android"),
        (2, 12, 0, "update-android"),
    ] {
        for audience in AUDIENCES {
            let open = advised(complaint, android, vec![unknown(other)], audience, None);
            assert_eq!(text(&open, step), None, "{complaint}");
            let seen = advised(complaint, android, vec![unknown(own)], audience, None);
            assert!(text(&seen, step).is_some(), "{complaint}");
        }
    }
}

#[test]
fn a_step_has_the_names_of_the_phones_own_version() {
    for (os, maker, told) in [
        (
            Os::Android { api: 26 },
            Some(Maker::Google),
            "Open Settings → Apps & notifications → Blink → App notifications and turn the switch On.",
        ),
        (
            Os::Android { api: 35 },
            Some(Maker::Google),
            "Open Settings → Apps → Blink → Notifications and turn on All Blink notifications.",
        ),
        (
            Os::Android { api: 35 },
            Some(Maker::Samsung),
            "On Samsung, open Settings → Apps → Blink → Notifications and turn on Allow notifications.",
        ),
    ] {
        let advice = advised(6, os, vec![unknown(2)], Audience::User, maker);
        assert_eq!(text(&advice, "allow-notifications-android"), Some(told));
    }
}

#[test]
fn the_makers_switches_are_named_and_google_has_none() {
    let android = Os::Android { api: 34 };
    for audience in AUDIENCES {
        for maker in Maker::ALL {
            let advice = advised(6, android, vec![], audience, Some(maker));
            let told = text(&advice, "maker-battery");
            assert_eq!(told.is_none(), maker == Maker::Google, "{maker:?}");
            // The finding that knows this step says it in the same words.
            let late = Entry {
                check: 9,
                finding: 3,
            };
            let finding = advised(6, android, vec![late], audience, Some(maker));
            let steps = finding.findings.iter().flat_map(|finding| &finding.steps);
            let mut steps = steps.map(|step| step.text.as_str());
            if let Some(told) = told {
                assert!(steps.any(|step| step == told), "{told}");
            }
            // Where it does, the playbook does not repeat it, nor the test of a push.
            assert_eq!(text(&finding, "maker-battery"), None);
            assert_eq!(text(&finding, "test-locked"), None);
        }
        // Not known: with its condition.
        let advice = advised(6, android, vec![], audience, None);
        let playbook = advice.playbook.unwrap();
        let step = playbook
            .steps
            .iter()
            .find(|step| step.id == "maker-battery");
        assert_eq!(
            step.unwrap().conditions[0].text,
            "Only on phones of other makers than Google."
        );
    }
}

#[test]
fn one_reinstall_is_told_once_and_none_after_another_remedy() {
    let android = Os::Android { api: 34 };
    for audience in AUDIENCES {
        for (check, finding, reinstalls) in [
            (17, 4, true),  // native crashes: update, then reinstall
            (11, 3, true),  // base damaged: reinstall
            (12, 7, false), // not fit for 16 KB pages: the vendor
            (19, 3, false), // storage
            (0, 3, false),  // Android too old
        ] {
            let advice = advised(2, android, vec![Entry { check, finding }], audience, None);
            let steps = advice.findings.iter().flat_map(|finding| &finding.steps);
            let steps: Vec<&str> = steps.map(|step| step.text.as_str()).collect();
            let uninstalls = steps.iter().filter(|text| text.contains("uninstall"));
            assert_eq!(uninstalls.count() > 0, reinstalls, "{check}: {steps:?}");
            let playbook = advice.playbook.as_ref().unwrap();
            let told = ids(playbook);
            for step in [
                "uninstall",
                "scan",
                "keep-app",
                "update-android",
                "no-restore",
            ] {
                assert!(!told.contains(&step), "{check}: {step}");
            }
            // Of a crash, the finding itself tells these two, before anything is uninstalled.
            for (step, words) in [("restart-phone", "estart"), ("update-webview", "WebView")] {
                assert_eq!(told.contains(&step), check != 17, "{check}: {step}");
                let before = steps.iter().take_while(|text| !text.contains("uninstall"));
                assert_eq!(
                    before.filter(|text| text.contains(words)).count() > 0,
                    check == 17
                );
            }
        }
        // Nothing explains it: the new start, after a restart and the WebView.
        let advice = advised(2, android, vec![], audience, None);
        let told = ids(advice.playbook.as_ref().unwrap());
        let place = |id| told.iter().position(|told| *told == id).unwrap();
        assert!(place("restart-phone") < place("update-webview"));
        assert!(place("update-webview") < place("keep-app"));
        assert!(place("keep-app") < place("uninstall"));
    }
}

#[test]
fn every_step_of_a_remedy_that_is_named_has_words() {
    for audience in AUDIENCES {
        let words = Words::new("en", audience);
        let rows: Vec<_> = words.rows().map(|row| row.id).collect();
        let playbooks = data();
        let lists = playbooks[name(audience)].as_object().unwrap().values();
        let steps = lists.flat_map(|list| list.as_array().unwrap());
        let mut count = 0;
        for step in steps.filter_map(|step| step["step"].as_str()) {
            let id = format!("step-{}", step.replace('_', "-"));
            assert!(rows.contains(&id.as_str()), "{id}");
            count += 1;
        }
        assert!(count > 5, "{count}");
    }
}

#[test]
fn a_new_start_allows_notifications_and_the_camera_before_the_scan() {
    for audience in AUDIENCES {
        for complaint in Complaint::ALL {
            let playbook = told(complaint, audience, &Situation::default());
            let told = ids(&playbook);
            let place = |id| told.iter().position(|told| *told == id);
            let Some(scan) = place("scan") else {
                assert_eq!(place("install"), None);
                continue;
            };
            for step in ["type-number", "install", "allow-when-asked", "allow-camera"] {
                assert!(place(step).unwrap() < scan, "{complaint:?}: {step}");
            }
        }
    }
}

#[test]
fn the_long_name_of_support_is_told_once_a_list_at_most() {
    let support = blink().words.support;
    for playbook in all(Audience::User) {
        let told = sentences(&playbook);
        let count = told.iter().filter(|text| text.contains(&support)).count();
        assert!(count <= 1, "{}: {count}", playbook.title);
    }
}

#[test]
fn a_profile_without_playbooks_has_none() {
    let text = include_str!("../../profiles/harbour/profile.json");
    let harbour = Profile::from_json(text).unwrap();
    for audience in AUDIENCES {
        let reader = Reader::new("en", audience);
        assert_eq!(complaints(&harbour, &reader), []);
        for complaint in Complaint::ALL {
            let situation = Situation::default();
            assert_eq!(playbook(complaint, &harbour, &reader, &situation), None);
        }
        let report = report_of(&payload(3, Os::Android { api: 34 }, vec![]));
        assert_eq!(advice(&report, &harbour, &reader).playbook, None);
        assert!(Words::of_playbooks("harbour", "en", audience).is_none());
    }
}

#[test]
fn another_language_gets_english_and_is_told_so() {
    for audience in AUDIENCES {
        let english = told(Complaint::ResetFailed, audience, &Situation::default());
        assert_eq!(english.language, "en");
        let reader = Reader::new("de-AT", audience);
        let german = playbook(
            Complaint::ResetFailed,
            &blink(),
            &reader,
            &Situation::default(),
        );
        assert_eq!(german.unwrap(), english);
    }
}

#[test]
fn the_profile_gives_the_names() {
    let mut profile = blink();
    profile.words.app = "Wink".into();
    profile.words.console = "Pier".into();
    profile.words.reset = "People → Start over".into();
    profile.words.support = "the desk".into();
    profile.link_hours = 24;
    for audience in AUDIENCES {
        let reader = Reader::new("en", audience);
        let told: String = Complaint::ALL
            .iter()
            .map(|complaint| {
                playbook(*complaint, &profile, &reader, &Situation::default()).unwrap()
            })
            .flat_map(|playbook| sentences(&playbook).join("\n").into_bytes())
            .map(char::from)
            .collect();
        assert!(
            !told.contains("Blink") && !told.contains("User Management"),
            "{audience:?}"
        );
        assert!(!told.contains("48"), "{audience:?}");
        for name in ["Wink", "24 hours"] {
            assert!(told.contains(name), "{audience:?}: {name}");
        }
    }
}

#[test]
fn the_users_words_hold_no_console_and_no_command() {
    for playbook in all(Audience::User) {
        assert_eq!(playbook.remark, None);
        for text in sentences(&playbook) {
            for word in [
                "Passportal",
                "Reset User",
                "domain",
                "agent",
                "Active Directory",
                "TLS",
            ] {
                assert!(!text.contains(word), "{text}");
            }
        }
    }
}
