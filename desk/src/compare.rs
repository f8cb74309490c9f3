//! `blink-desk compare`: what got better, worse and stayed, from two codes.

use crate::{
    cli::CompareArgs,
    compare_page::{self, Side},
    comparison::{self, Comparison, State},
    failure::Failure,
    files,
    output::print,
    read::{self, Answered, ReadingJson},
};
use diagnose_core::{
    Reader,
    advice::advice,
    code::{self, Reading},
};
use serde::Serialize;
use std::process::ExitCode;

/// The lists are null where a code could not be read.
#[derive(Debug, Serialize)]
struct Json<'a> {
    better: Option<&'a [i32]>,
    worse: Option<&'a [i32]>,
    same: Option<&'a [i32]>,
    newly_known: Option<&'a [i32]>,
    no_longer_known: Option<&'a [i32]>,
    cause_changed: Option<&'a [i32]>,
    notes: Option<&'a [comparison::Note]>,
    before: ReadingJson<'a>,
    after: ReadingJson<'a>,
}

pub(crate) fn run(args: &CompareArgs) -> Result<ExitCode, Failure> {
    let profile = files::profile(args.profile.as_deref())?;
    let reader = Reader::new(&args.lang, args.audience.into());
    let [before, after] = [&args.before, &args.after].map(|heard| code::read(heard));
    let compared = match (state(&before), state(&after)) {
        (Some(old), Some(new)) => Some((comparison::compare(&old, &new), old, new)),
        _ => None,
    };
    if args.json {
        let comparison = compared.as_ref().map(|(comparison, ..)| comparison);
        print(&json(&before, &after, comparison)?)?;
    } else if let Some((comparison, old, new)) = compared {
        let side = |state: State, reading: &Reading, heard: &str| Side {
            advice: advice(&state.report, &profile, &reader),
            report: state.report,
            code: read::code_lines(reading, heard),
            phone: read::phone_line(reading, &profile),
        };
        let (old, new) = (
            side(old, &before, &args.before),
            side(new, &after, &args.after),
        );
        print(&compare_page::text(&comparison, &old, &new, &reader))?;
    } else {
        let unread = [("BEFORE", &before), ("AFTER", &after)];
        let sentences = unread.map(|(name, reading)| read::unread(name, name, reading));
        print(&sentences.concat())?;
    }
    // What was refused must be asked for again, whatever the other is.
    let [first, second] = if matches!(after, Reading::Refused(_)) {
        [after, before]
    } else {
        [before, after]
    };
    Ok(match first {
        Reading::Read { .. } => read::exit_code(&second),
        _ => read::exit_code(&first),
    })
}

fn state(reading: &Reading) -> Option<State> {
    match reading {
        Reading::Read { payload, .. } => Some(State::new(payload)),
        _ => None,
    }
}

fn json(
    before: &Reading,
    after: &Reading,
    comparison: Option<&Comparison>,
) -> Result<String, Failure> {
    let list = |list: fn(&Comparison) -> &[i32]| comparison.map(list);
    let [before, after] = [before, after].map(Answered::new);
    let json = Json {
        better: list(|comparison| &comparison.better),
        worse: list(|comparison| &comparison.worse),
        same: list(|comparison| &comparison.same),
        newly_known: list(|comparison| &comparison.newly_known),
        no_longer_known: list(|comparison| &comparison.no_longer_known),
        cause_changed: list(|comparison| &comparison.cause_changed),
        notes: comparison.map(|comparison| comparison.notes.as_slice()),
        before: before.json(),
        after: after.json(),
    };
    serde_json::to_string_pretty(&json)
        .map_err(|error| Failure::input("write the comparison", error))
}
