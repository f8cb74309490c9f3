//! `blink-desk explain`: what to do about a complaint, without a phone's facts.

use crate::{
    cli::{Answer, Controllers, DirectoryKind, ExplainArgs, PlatformKind},
    failure::Failure,
    files,
    output::print,
    playbook as page,
};
use diagnose_core::{
    Reader,
    link::ActivationLink,
    os::Platform,
    playbook::{Directory, Playbook, Situation, playbook},
    time::Time,
};
use serde::Serialize;
use std::{
    process::ExitCode,
    time::{SystemTime, UNIX_EPOCH},
};

/// A playbook, and what is known of the activation link.
#[derive(Debug, Serialize)]
struct Explained<'a> {
    link: Option<&'a str>,
    #[serde(flatten)]
    playbook: &'a Playbook,
}

pub(crate) fn run(args: &ExplainArgs) -> Result<ExitCode, Failure> {
    args.received.fits(Some(args.complaint))?;
    let profile = files::profile(args.profile.as_deref())?;
    let audience = args.audience.into();
    let mut reader = Reader::new(&args.lang, audience);
    reader.offset_minutes = args.received.zone;
    let link = match args.received.received {
        Some(received) => Some(ActivationLink::new(received, now()?, &profile)),
        None => None,
    };
    let situation = Situation {
        platform: args.platform.map(|platform| match platform {
            PlatformKind::Android => Platform::Android,
            PlatformKind::Ios => Platform::Ios,
        }),
        directory: args.directory.map(|directory| match directory {
            DirectoryKind::Azure => Directory::Azure,
            DirectoryKind::Domain => Directory::Domain,
            DirectoryKind::Workgroup => Directory::Workgroup,
        }),
        several_controllers: args
            .controllers
            .map(|controllers| matches!(controllers, Controllers::Several)),
        phone_in_hand: args.phone.map(|answer| matches!(answer, Answer::Yes)),
        link_valid: link.map(ActivationLink::is_valid),
        ..Situation::default()
    };
    let Some(playbook) = playbook(args.complaint, &profile, &reader, &situation) else {
        let message = format!(
            "no playbook is compiled in for the profile \"{}\"",
            profile.id
        );
        return Err(Failure::input("explain the complaint", message));
    };
    let sentence = link.and_then(|link| link.sentence(&profile, &reader));
    if args.json {
        let explained = Explained {
            link: sentence.as_deref(),
            playbook: &playbook,
        };
        let json = serde_json::to_string_pretty(&explained);
        return print(&json.map_err(|error| Failure::input("write the playbook", error))?);
    }
    let page = if args.markdown {
        page::markdown(&playbook, audience)
    } else {
        page::text(&playbook, audience)
    };
    let link = sentence.map(|sentence| format!("{sentence}\n\n"));
    print(&format!("{}{page}", link.unwrap_or_default()))
}

/// The moment by this machine's clock.
fn now() -> Result<Time, Failure> {
    let wrong = |error: &dyn std::fmt::Display| Failure::input("read the clock", error);
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    let seconds = since.map_err(|error| wrong(&error))?.as_secs();
    Ok(Time::from_seconds(
        i64::try_from(seconds).map_err(|error| wrong(&error))?,
    ))
}
