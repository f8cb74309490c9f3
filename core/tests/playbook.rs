//! Playbooks: which steps are told when, and in which tone.
#![cfg(all(feature = "technician", feature = "blink", feature = "json"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a failure here is what a test is for"
)]

use diagnose_core::{
    Question, Reader,
    advice::advice,
    code::{Contents, Entry, Payload, report_of},
    complaint::{AnswerKind, Complaint},
    diagnose,
    facts::DeviceFacts,
    link::ActivationLink,
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
            let steps: Vec<serde_json::Value> = playbook
                .steps
                .iter()
                .map(|step| {
                    let when: Vec<_> = step.conditions.iter().map(|open| open.id).collect();
                    let text = step.command.as_ref().map(|command| command.text);
                    let commands = data["commands"].as_array().unwrap();
                    let command = commands.iter().find(|c| Some(c["text"].as_str().unwrap()) == text);
                    serde_json::json!({
                        "id": step.id, "owner": step.owner, "when": when,
                        "command": command.map_or(&serde_json::Value::Null, |command| &command["id"]),
                    })
                })
                .collect();
            assert_eq!(
                data[name(audience)][complaint.id()].as_array().unwrap(),
                &steps
            );
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
                (text.contains("uninstall") || text.contains("installed again"))
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
    assert_eq!(decided, ["azure-services"]);

    let with_domain = Situation {
        directory: Some(Directory::Domain),
        ..Situation::default()
    };
    let (gone, decided) = changed(Complaint::ResetFailed, &with_domain);
    assert_eq!(gone, ["azure-services", "guide-workgroup"]);
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
    let ios = ["allow-notifications-ios"];
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
        "not-installed-signature",
        "not-installed-copy",
        "not-installed-whole",
        "not-installed-blocked",
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

    let answered = |answer| Situation {
        answer: Some(answer),
        ..Situation::default()
    };
    let looked_at = vec!["android-version", "get-code"];
    for answer in [AnswerKind::Explained, AnswerKind::NotThisPhone] {
        assert_eq!(
            changed(complaint, &answered(answer)),
            (looked_at.clone(), vec![])
        );
    }
    for answer in [AnswerKind::CannotTell, AnswerKind::NoAnswer] {
        assert_eq!(
            changed(complaint, &answered(answer)),
            (vec![], looked_at.clone())
        );
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
            ["link-used", "reset-user"],
        ),
        (
            "2026-11-24T08:00:00Z",
            false,
            "The activation link has not been valid since 2026-11-24 09:00 (UTC+01:00)",
            ["link-over", "reset-user"],
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
        assert_eq!(ids(&playbook)[..2], steps);
        assert!(playbook.steps[0].conditions.is_empty());
    }
    // Not known: both, each with its condition.
    let open = told(
        Complaint::LinkInactive,
        Audience::Technician,
        &Situation::default(),
    );
    assert_eq!(ids(&open)[..2], ["link-used", "link-over"]);
    assert_eq!(
        open.steps[0].conditions[0].text,
        "Only if the link is younger than 48 hours."
    );
    assert_eq!(
        open.steps[1].conditions[0].text,
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
