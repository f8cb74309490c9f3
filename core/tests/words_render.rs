//! Every sentence that is compiled in is rendered, in every variant.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a failure here is what a test is for"
)]

use diagnose_core::words::kinds::{
    AndroidNames, DetailArguments, HeadlineArguments, IosNames, LinkArguments, NameArguments,
    Platform, ReasonArguments, StepArguments, TitleArguments, UnknownArguments, WhyArguments,
};
use diagnose_core::words::{Audience, Row, Words, language};

const AUDIENCES: &[Audience] = &[
    Audience::User,
    #[cfg(feature = "technician")]
    Audience::Technician,
];

type Phone = (Platform, Option<AndroidNames>, Option<IosNames>);

const PHONES: [Phone; 11] = [
    (Platform::Android, Some(AndroidNames::Android7), None),
    (Platform::Android, Some(AndroidNames::Android8), None),
    (Platform::Android, Some(AndroidNames::Android9), None),
    (Platform::Android, Some(AndroidNames::Android10), None),
    (Platform::Android, Some(AndroidNames::Android11), None),
    (Platform::Android, Some(AndroidNames::Android12), None),
    (Platform::Android, Some(AndroidNames::Android13), None),
    (Platform::Android, Some(AndroidNames::Android14), None),
    (Platform::Android, Some(AndroidNames::Android15), None),
    (Platform::Ios, None, Some(IosNames::Ios)),
    (Platform::Ios, None, Some(IosNames::Ios18)),
];

/// The sentence of a row, with the arguments of its kind. None for a step of the other platform.
fn say(words: Words, row: &Row, phone: Phone, number: i64, app: &str) -> Option<String> {
    let (platform, android, ios) = phone;
    let sentence = match row.kind {
        "headline" => words.sentence(row.id, &HeadlineArguments { app }),
        "name" => words.sentence(row.id, &NameArguments { platform }),
        "reason" => words.sentence(row.id, &ReasonArguments { app }),
        "unknown" => words.sentence(
            row.id,
            &UnknownArguments {
                checks: app,
                number,
            },
        ),
        "link" => words.sentence(row.id, &LinkArguments { time: app, app }),
        "title" => words.sentence(row.id, &TitleArguments { app, platform }),
        "why" => words.sentence(row.id, &WhyArguments { app, platform }),
        "step" => {
            let (console, reset, minimum) = (app, app, app);
            words.sentence(
                row.id,
                &StepArguments {
                    app,
                    console,
                    reset,
                    minimum,
                    android,
                    ios,
                },
            )
        }
        "detail" => {
            let (count, time) = (Some(number), Some(app));
            words.sentence(
                row.id,
                &DetailArguments {
                    count,
                    days: count,
                    time,
                    version: time,
                },
            )
        }
        kind => panic!("no arguments for the kind {kind}"),
    };
    assert!(sentence.is_some() || row.kind == "step", "{}", row.id);
    sentence
}

#[test]
fn every_variant_of_every_row_is_rendered() {
    for &audience in AUDIENCES {
        let words = Words::new("en", audience);
        let mut variants = 0;
        for row in words.rows() {
            let exact = row
                .variants
                .iter()
                .filter_map(|variant| variant.key.parse().ok());
            let numbers: Vec<i64> = (0..=200).chain([1_000_000]).chain(exact).collect();
            let sentences: Vec<_> = PHONES
                .iter()
                .flat_map(|&phone| numbers.iter().map(move |&number| (phone, number)))
                .filter_map(|(phone, number)| say(words, &row, phone, number, "Blink"))
                .collect();
            for variant in &row.variants {
                let rendered = sentences.iter().any(|sentence| variant.fits(sentence));
                assert!(rendered, "{} {}", row.id, variant.key);
                variants += 1;
            }
            for sentence in sentences {
                assert!(
                    row.variants.iter().any(|variant| variant.fits(&sentence)),
                    "{sentence}"
                );
            }
        }
        assert!(variants > 0);
    }
}

#[test]
fn only_text_from_the_other_direction_is_isolated() {
    for &audience in AUDIENCES {
        let words = Words::new("en", audience);
        for row in words.rows() {
            let say = |app| {
                let phones = PHONES.iter();
                let mut told = phones.filter_map(|&phone| say(words, &row, phone, 1, app));
                told.next().unwrap()
            };
            let plain = say("Blink");
            assert!(!plain.contains(['\u{2068}', '\u{2069}']), "{plain}");
            let hebrew = say("בלינק");
            let bare = hebrew.replace("\u{2068}בלינק\u{2069}", "");
            assert!(!bare.contains(['\u{2068}', '\u{2069}', 'ב']), "{hebrew}");
        }
    }
}

#[test]
fn no_sentence_without_its_id_its_kind_or_its_arguments() {
    let words = Words::new("en", Audience::User);
    let headline = HeadlineArguments { app: "Blink" };
    for id in ["", "verdict", "verdict-blocked.why", "zzz", "\0"] {
        assert_eq!(words.sentence(id, &headline), None, "{id}");
    }
    let absent = DetailArguments {
        count: None,
        days: None,
        time: None,
        version: None,
    };
    let mut without = 0;
    for row in words.rows() {
        if row.kind != "headline" {
            assert_eq!(words.sentence(row.id, &headline), None, "{}", row.id);
        }
        if row.kind == "detail" && words.sentence(row.id, &absent).is_none() {
            without += 1;
        }
    }
    assert!(without > 0);
}

#[test]
fn the_ids_are_sorted_and_the_same_for_both_audiences() {
    let ids = |audience| {
        Words::new("en", audience)
            .rows()
            .map(|row| row.id)
            .collect::<Vec<_>>()
    };
    let user = ids(Audience::User);
    assert!(user.is_sorted());
    for &audience in AUDIENCES {
        assert_eq!(ids(audience), user);
    }
}

#[test]
fn the_answer_names_its_language() {
    for (wanted, found) in [
        ("en", "en"),
        ("en-GB", "en"),
        ("EN_us", "en"),
        ("tlh", "en"),
        ("", "en"),
    ] {
        assert_eq!(language(wanted), found);
        assert_eq!(Words::new(wanted, Audience::User).language(), found);
    }
}
