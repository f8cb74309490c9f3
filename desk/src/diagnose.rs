//! `blink-desk diagnose`: a phone's facts are judged.

use crate::{cli::DiagnoseArgs, failure::Failure, files, output::print, page};
use diagnose_core::{Question, Reader, code, diagnose};
use std::process::ExitCode;

pub(crate) fn run(args: &DiagnoseArgs) -> Result<ExitCode, Failure> {
    args.received.fits(args.complaint)?;
    let facts = files::facts(&args.facts)?;
    let profile = files::profile(args.shown.profile.as_deref())?;
    let question = Question {
        complaint: args.complaint,
        received: args.received.received,
    };
    let audience = args.audience.into();
    let mut reader = Reader::new(&args.shown.lang, audience);
    reader.offset_minutes = args.received.zone;
    reader.maker = args.shown.maker;
    let diagnosis = diagnose(&facts, &question, &profile, &reader)
        .map_err(|error| Failure::input("diagnose the phone", error))?;
    if args.shown.json {
        let json = serde_json::to_string_pretty(&diagnosis);
        return print(&json.map_err(|error| Failure::input("write the diagnosis", error))?);
    }
    let (report, advice, code) = (
        &diagnosis.report,
        &diagnosis.advice,
        diagnosis.code.as_str(),
    );
    if args.shown.markdown {
        return print(&format!(
            "{}\nCode: `{code}`\n",
            page::markdown(report, advice, audience)
        ));
    }
    print(&format!(
        "{}\n{}{}",
        page::text(report, advice, audience),
        page::labelled("Code", code),
        page::labelled("Aloud", &code::spelled(&diagnosis.code)),
    ))
}
