//! In which order findings are shown, and what is merged.
#![cfg(feature = "technician")]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a failure here is what a test is for"
)]

use diagnose_core::{
    Reader,
    advice::{Advice, advice},
    code::{Contents, Entry, Payload, report_of},
    complaint::Complaint,
    os::Os,
    profiles,
    words::Audience,
};

const ANDROID: Os = Os::Android { api: 34 };

/// The advice on a phone with these findings: 0 warn, 1 unknown, from 3 on a failure with the cause 0 and so on.
fn told(os: Os, complaint: i64, entries: &[(i32, i32)]) -> Advice {
    let entries = entries
        .iter()
        .map(|&(check, finding)| Entry { check, finding });
    let report = report_of(&Payload {
        os,
        app_version: [2, 7, 31],
        hour: 9000,
        complaint,
        contents: Contents::List(entries.collect()),
    });
    advice(
        &report,
        &profiles::profile("blink").unwrap(),
        &Reader::new("en", Audience::User),
    )
}

fn order(advice: &Advice) -> Vec<i32> {
    advice
        .findings
        .iter()
        .map(|finding| finding.check)
        .collect()
}

fn also_noticed(advice: &Advice) -> Vec<i32> {
    let noticed = advice
        .findings
        .iter()
        .filter(|finding| finding.also_noticed);
    noticed.map(|finding| finding.check).collect()
}

#[test]
fn blocking_comes_first_then_weakening_then_counted_warns_then_other_warns() {
    // 1 warns and does not count, 6 warns and counts, 4 weakens (lock screen off), 18 blocks.
    let advice = told(ANDROID, 0, &[(1, 0), (4, 5), (6, 0), (18, 3)]);
    assert_eq!(order(&advice), [18, 4, 6, 1]);
    assert_eq!(also_noticed(&advice), [0; 0]);
}

#[test]
fn without_a_complaint_the_general_order_holds() {
    // All of these block.
    let blocking = [(0, 3), (2, 3), (11, 3), (12, 3), (20, 3), (21, 3)];
    assert_eq!(order(&told(ANDROID, 0, &blocking)), [0, 12, 11, 21, 2, 20]);
    assert_eq!(order(&told(ANDROID, 15, &blocking)), [0, 12, 11, 21, 2, 20]);
    let warns = [(1, 0), (5, 0), (7, 0), (13, 0), (14, 0), (23, 0)];
    assert_eq!(order(&told(ANDROID, 0, &warns)), [14, 13, 7, 23, 5, 1]);
}

#[test]
fn a_complaint_has_an_order_of_its_own_and_the_rest_is_also_noticed() {
    let blocking = [(0, 3), (2, 3), (11, 3), (12, 3), (20, 3), (21, 3)];
    // Notifications: 2 … 20 21, and 0, 12 and 11 do not belong to it.
    let advice = told(ANDROID, 6, &blocking);
    assert_eq!(order(&advice), [2, 20, 21, 0, 12, 11]);
    assert_eq!(also_noticed(&advice), [0, 12, 11]);
    // Crashes: 12 11 … 0 … 20.
    let advice = told(ANDROID, 2, &blocking);
    assert_eq!(order(&advice), [12, 11, 0, 20, 21, 2]);
    assert_eq!(also_noticed(&advice), [21, 2]);
}

#[test]
fn what_weakens_for_a_complaint_comes_before_what_blocks_beside_it() {
    // 19 weakens and belongs to crashes; 2 blocks and does not.
    let advice = told(ANDROID, 2, &[(2, 3), (19, 3)]);
    assert_eq!(order(&advice), [19, 2]);
}

#[test]
fn what_could_not_be_seen_comes_last_and_what_no_phone_sees_is_folded() {
    let advice = told(ANDROID, 6, &[(2, 1), (8, 1), (14, 1), (16, 3)]);
    assert_eq!(order(&advice), [16, 2, 8, 14]);
    assert_eq!(
        advice.folded.unwrap(),
        "What this phone can't tell us: the arrival of a test notification"
    );
    let ios = told(
        Os::Ios {
            major: 18,
            minor: 0,
        },
        0,
        &[],
    );
    assert_eq!(
        ios.folded.unwrap(),
        "What this phone can't tell us: the app's installed files; the arrival of a test notification; Focus"
    );
}

#[test]
fn the_same_step_is_told_once() {
    // Both need a reinstallation; the lower one is told by the upper one's step.
    let advice = told(ANDROID, 2, &[(11, 3), (12, 3)]);
    assert_eq!(
        (advice.findings[0].steps.len(), advice.findings[0].fixed_by),
        (5, None)
    );
    assert_eq!(
        (advice.findings[1].steps.len(), advice.findings[1].fixed_by),
        (0, Some(12))
    );
    // The same remedy with another switch is another step.
    let advice = told(
        Os::Ios {
            major: 18,
            minor: 0,
        },
        0,
        &[(2, 6), (4, 7)],
    );
    assert_eq!(
        advice
            .findings
            .iter()
            .map(|finding| finding.steps.len())
            .collect::<Vec<_>>(),
        [1, 1]
    );
}

#[test]
fn the_headline_is_the_answer_and_the_verdict_comes_second() {
    for (complaint, entries, headline, verdict) in [
        (0, vec![], "Nothing wrong found", "Nothing wrong found"),
        (15, vec![], "Nothing wrong found", "Nothing wrong found"),
        (
            3,
            vec![],
            "Your phone is not the reason, as far as it can see",
            "Nothing wrong found",
        ),
        (
            6,
            vec![(2, 1)],
            "This phone can't tell",
            "Nothing wrong found",
        ),
        (
            6,
            vec![(2, 3)],
            "This explains it",
            "Blink can't reach you yet",
        ),
        (
            0,
            vec![(2, 3), (18, 3)],
            "Something keeps Blink from working",
            "Something keeps Blink from working",
        ),
        (
            0,
            vec![(6, 0)],
            "Blink may miss a warning",
            "Blink may miss a warning",
        ),
        (
            0,
            vec![(19, 3)],
            "Something may get in Blink's way",
            "Something may get in Blink's way",
        ),
        // What does not count colours nothing.
        (
            0,
            vec![(14, 0)],
            "Nothing wrong found",
            "Nothing wrong found",
        ),
        (
            0,
            vec![(9, 1)],
            "Working: a test arrived",
            "Working: a test arrived",
        ),
        // Delivery is proven, but what decides the complaint could not be seen.
        (
            6,
            vec![(3, 1), (9, 1)],
            "This phone can't tell",
            "Nothing wrong found",
        ),
    ] {
        let advice = told(ANDROID, complaint, &entries);
        assert_eq!(
            (advice.headline.as_str(), advice.verdict.as_str()),
            (headline, verdict),
            "{entries:?}"
        );
    }
}

#[test]
fn a_complaint_is_known_by_its_number_and_by_its_name() {
    for (number, name) in [
        (1, "phone_number_invalid"),
        (2, "install_or_crash"),
        (3, "reset_failed"),
        (4, "number_in_use"),
        (5, "link_inactive"),
        (6, "no_notifications"),
        (15, "other"),
    ] {
        let complaint = Complaint::from_number(number).unwrap();
        assert_eq!((complaint.number(), complaint.id()), (number, name));
        assert_eq!(Complaint::parse(name), Some(complaint));
        assert_eq!(Complaint::parse(&number.to_string()), Some(complaint));
    }
    for text in ["", "0", "7", "14", "16", "06", "Other", "no-notifications"] {
        assert_eq!(Complaint::parse(text), None, "{text}");
    }
}
