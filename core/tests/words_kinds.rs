//! The table of kinds is whole in itself, and each row has the kind that its id says.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a failure here is what a test is for"
)]

use std::collections::BTreeSet;

use diagnose_core::words::kind::{Arguments, Type, Value};
use diagnose_core::words::kinds::{AndroidNames, DetailArguments, KINDS, StepArguments};
use diagnose_core::words::{Audience, Words};

#[test]
fn no_two_kinds_have_a_name_or_a_place_in_common() {
    let names: BTreeSet<_> = KINDS.iter().map(|kind| kind.name).collect();
    assert_eq!(names.len(), KINDS.len());
    let places: Vec<_> = KINDS.iter().flat_map(|kind| kind.places).collect();
    assert_eq!(places.iter().collect::<BTreeSet<_>>().len(), places.len());
    assert!(places.iter().all(|place| place.matches('*').count() == 1));
}

#[test]
fn keys_are_told_by_their_place_in_the_set() {
    let step = StepArguments {
        app: "Blink",
        console: "Passportal",
        reset: "Reset",
        minimum: "8",
        android: Some(AndroidNames::Android15),
        ios: None,
    };
    let argument = &StepArguments::KIND.arguments[4];
    assert_eq!(argument.name, "android");
    let (Type::Keys(keys), Some(Value::Key(place))) = (argument.holds, step.value(4)) else {
        panic!("a key");
    };
    assert_eq!(keys[usize::from(place)], "android15");
    assert!(step.value(5).is_none(), "ios is absent");
    assert!(step.value(6).is_none());
}

#[test]
fn a_detail_may_be_absent() {
    let detail = DetailArguments {
        count: Some(3),
        days: None,
        time: None,
        version: None,
    };
    assert!(matches!(detail.value(0), Some(Value::Number(3))));
    assert!((1..=4).all(|number| detail.value(number).is_none()));
}

#[test]
fn the_kind_follows_from_the_id() {
    for row in Words::new("en", Audience::User).rows() {
        let kind = match (row.id.split_once('-'), row.id.split_once('.')) {
            (Some(("step", _)), Some(_)) => "step",
            (_, Some((_, attribute))) if attribute.starts_with("step") => "step",
            (_, Some((_, attribute))) => attribute,
            (Some(("verdict" | "answer", _)), _) => "headline",
            (Some(("check", _)), _) => "name",
            (Some(("reason", _)), _) => "reason",
            (Some(("unknown", _)), _) => "unknown",
            (Some(("link", _)), _) => "link",
            (Some(("step", _)), _) => "step",
            (Some(("proof", _)), _) => "detail",
            _ => "title",
        };
        assert_eq!(row.kind, kind, "{}", row.id);
    }
}
