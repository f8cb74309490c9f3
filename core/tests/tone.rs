//! Every sentence keeps the tone, and a sentence that does not is found.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::arithmetic_side_effects,
    reason = "a failure here is what a test is for"
)]

mod tone_support;

use diagnose_core::{
    profiles,
    words::{Audience, Words},
};
use tone_support::{
    Form::{self, Heading, Sentences},
    faults,
};

const AUDIENCES: &[Audience] = &[
    Audience::User,
    #[cfg(feature = "technician")]
    Audience::Technician,
];

/// How texts of a kind end.
fn form(kind: &str) -> Form {
    match kind {
        "headline" | "name" | "unknown" | "link" | "title" => Heading,
        "reason" | "why" | "step" | "detail" => Sentences,
        _ => panic!("how does a text of the kind {kind} end?"),
    }
}

#[test]
fn every_sentence_of_the_catalogues_keeps_the_tone() {
    let profile = profiles::profile("blink").unwrap();
    let given = |argument| match argument {
        "app" => profile.words.app.as_str(),
        "console" => &profile.words.console,
        "reset" => &profile.words.reset,
        "minimum" => "Android 7.0",
        // Of a list each name is told for itself.
        "checks" => "how notifications are shown",
        "number" | "count" | "days" => "12",
        "time" => "2026-11-24 09:00 (UTC+01:00)",
        "version" => "2.7.31",
        _ => panic!("no example of ${argument}"),
    };
    let mut broken = Vec::new();
    let mut count = 0;
    for &audience in AUDIENCES {
        for row in Words::new("en", audience).rows() {
            for variant in &row.variants {
                let text = variant.told(given);
                broken.extend(faults(form(row.kind), [(row.id, text.as_str())]));
                count += 1;
            }
        }
    }
    assert_eq!(broken, Vec::<String>::new(), "{}", broken.join("\n"));
    assert!(count > 400 * AUDIENCES.len(), "{count} sentences");
}

/// The faults of one text, without the text.
fn found(form: Form, text: &str) -> Vec<String> {
    faults(form, [("id", text)])
        .iter()
        .map(|line| {
            let fault = line.strip_prefix("id: ").unwrap();
            fault.strip_suffix(&format!(": {text}")).unwrap().to_owned()
        })
        .collect()
}

#[test]
fn twenty_words_are_enough() {
    let twenty = "One two three four five six seven eight nine ten \
        one two three four five six seven eight nine ten";
    assert_eq!(found(Heading, twenty), [""; 0]);
    assert_eq!(
        found(Heading, &format!("{twenty} more")),
        ["21 words in a sentence"]
    );
    // Each sentence has its own count, and a point within a word ends none.
    assert_eq!(
        found(Sentences, &format!("{twenty}. {twenty}? {twenty}.")),
        [""; 0]
    );
    assert_eq!(
        found(Sentences, &format!("{twenty} 7.0 or 2.8. Then go on.")),
        ["23 words in a sentence"]
    );
    assert_eq!(
        found(Sentences, &format!("Go on. {twenty} more. {twenty} more.")),
        ["21 words in a sentence", "21 words in a sentence"]
    );
    // Signs are no words; the names of a path are, and so are quoted words, whose marks end nothing.
    assert_eq!(found(Heading, &format!("{twenty} → ⋮ & ⚙ → ⋮")), [""; 0]);
    assert_eq!(
        found(Heading, &format!("{twenty} → Apps → Lock screen")),
        ["23 words in a sentence"]
    );
    assert_eq!(
        found(Heading, &format!("{twenty} “Error! Try again. Later”")),
        ["24 words in a sentence"]
    );
}

#[test]
fn a_heading_has_no_mark_and_a_sentence_has_one() {
    assert_eq!(found(Heading, "Blink can't reach you yet"), [""; 0]);
    for heading in ["It is off.", "Is it off?", "It is off:", "It is off…"] {
        assert_eq!(found(Heading, heading), ["a heading ends without a mark"]);
    }
    for text in [
        "It is off.",
        "It is off. Is it?",
        "It says “It is off!”.",
        "Version 2.",
    ] {
        assert_eq!(found(Sentences, text), [""; 0]);
    }
    for text in ["It is off", "It is off. Turn it on", "It says “Off.”"] {
        assert_eq!(found(Sentences, text), ["a sentence ends with a full stop"]);
    }
}

#[test]
fn there_is_no_exclamation_mark_but_in_a_quote() {
    assert_eq!(
        found(Sentences, "Wait! It is off."),
        ["an exclamation mark"]
    );
    assert_eq!(
        found(Heading, "It is off!"),
        ["a heading ends without a mark", "an exclamation mark"]
    );
    assert_eq!(found(Heading, "It says “Error! No link”"), [""; 0]);
}

#[test]
fn forbidden_words_are_found_whole_and_in_any_case_but_not_in_quotes() {
    for (text, fault) in [
        ("Please turn it on", "please"),
        ("You can simply turn it on", "simply"),
        ("It was just on", "just"),
        ("It is easy", "easy"),
        ("It is easily done", "easily"),
        ("The number is INVALID", "invalid"),
        ("Nobody has tampered", "tampered"),
        ("Unfortunately, it is off", "unfortunately"),
        ("Sorry, it is off", "sorry"),
        ("It is obviously off", "obviously"),
        ("It failed to open", "failed to"),
        ("You forgot it", "you forgot"),
        ("Then you must have turned it off", "you must have"),
        ("It is your fault", "your fault"),
        ("It is your mistake", "your mistake"),
        ("It was wrongly set", "wrongly"),
        ("This is simply-put off", "simply"),
    ] {
        assert_eq!(found(Heading, text), [format!("\"{fault}\"")], "{text}");
    }
    assert_eq!(
        found(Heading, "It is a user error"),
        ["\"user error\"", "\"error\" without its name"]
    );
    for text in [
        "Adjust the easel",
        "It says “Phone number is invalid”",
        "It says \"Please wait\"",
        "Terror has no end",
    ] {
        assert_eq!(found(Heading, text), [""; 0], "{text}");
    }
    // What follows a quote is not quoted.
    assert_eq!(found(Heading, "It says “Off”, just so"), ["\"just\""]);
    assert_eq!(
        found(Heading, "It says “Off, just so"),
        ["a quote is not closed"]
    );
}

#[test]
fn an_error_has_its_name() {
    for text in ["There was an error", "Errors happen", "The error, number 5"] {
        assert_eq!(found(Heading, text), ["\"error\" without its name"]);
    }
    for text in [
        "It shows error 503",
        "It shows the error “Phone Number in use”",
        "It shows an error: \"No link\"",
        "It shows the “No link” error",
        "It says “Error”",
    ] {
        assert_eq!(found(Heading, text), [""; 0], "{text}");
    }
}

#[test]
fn faults_are_told_with_their_ids() {
    let texts = [("a", "It is off."), ("b", "Is it off?"), ("c", "Just off")];
    assert_eq!(
        faults(Sentences, texts),
        [
            "c: a sentence ends with a full stop: Just off",
            "c: \"just\": Just off"
        ]
    );
}
