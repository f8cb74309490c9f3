//! Every row of "More examples" in `docs/diagnostic-code.md`, which an independent implementation wrote.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a failure here is what a test is for"
)]

use diagnose_core::{
    code::{Change, Contents, Entry, Payload, Reading, Refusal, encode, is_fallback, read},
    os::Os,
};

struct Row {
    told: String,
    heard: String,
    status: String,
    code: Option<String>,
    changed: Vec<i64>,
    contents: String,
}

fn rows() -> Vec<Row> {
    let page = include_str!("../../docs/diagnostic-code.md");
    let (_, examples) = page.split_once("## More examples").unwrap();
    let lines = examples
        .lines()
        .filter(|line| line.starts_with("| "))
        .skip(1);
    lines
        .map(|line| {
            let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
            let [told, heard, status, code, changed, contents] = cells.try_into().unwrap();
            Row {
                told: told.to_owned(),
                heard: heard.trim_matches('`').to_owned(),
                status: status.to_owned(),
                code: (code != "null").then(|| code.trim_matches('`').to_owned()),
                changed: match changed {
                    "[]" => Vec::new(),
                    places => places
                        .split(' ')
                        .map(|place| place.parse().unwrap())
                        .collect(),
                },
                contents: contents.to_owned(),
            }
        })
        .collect()
}

fn status(reading: &Reading) -> (&'static str, Vec<i64>) {
    match reading {
        Reading::Read {
            change: Change::Exact,
            ..
        } => ("exact", Vec::new()),
        Reading::Read {
            change: Change::Repaired { places },
            ..
        } => ("repaired", places.clone()),
        Reading::Read {
            change: Change::OneMissing { place },
            ..
        } => ("one_missing", vec![*place]),
        Reading::Read {
            change: Change::OneExtra { place },
            ..
        } => ("one_extra", vec![*place]),
        Reading::Newer { .. } => ("newer_version", Vec::new()),
        Reading::Refused(Refusal::Length { .. }) => ("refused/length", Vec::new()),
        Reading::Refused(Refusal::Unreadable { .. } | Refusal::Word { .. }) => {
            ("refused/unreadable", Vec::new())
        }
        Reading::Refused(Refusal::CheckSymbols) => ("refused/check_symbols", Vec::new()),
        Reading::Refused(Refusal::Several) => ("refused/several", Vec::new()),
        Reading::Refused(Refusal::Contents) => ("refused/contents", Vec::new()),
    }
}

/// The contents as the table writes them.
fn written(payload: &Payload) -> String {
    let os = match payload.os {
        Os::Android { api } => format!("Android API {api}"),
        Os::Ios { major, minor } => format!("iOS {major}.{minor}"),
    };
    let [major, minor, patch] = payload.app_version;
    let contents = match &payload.contents {
        Contents::List(entries) if entries.is_empty() => "list no entries".to_owned(),
        Contents::List(entries) => {
            let entries: Vec<String> = entries
                .iter()
                .map(|Entry { check, finding }| format!("{check}:{finding}"))
                .collect();
            format!("list {}", entries.join(" "))
        }
        Contents::Dense(outcomes) => {
            format!(
                "dense `{}`",
                outcomes.iter().map(i64::to_string).collect::<String>()
            )
        }
    };
    let fallback = if is_fallback(payload) {
        " (fallback word)"
    } else {
        ""
    };
    format!(
        "{os}, app {major}.{minor}.{patch}, hour {}, complaint {}, {contents}{fallback}",
        payload.hour, payload.complaint
    )
}

#[test]
fn every_example_is_read_as_it_stands() {
    let rows = rows();
    assert!(rows.len() >= 90, "{} rows", rows.len());
    for row in rows {
        let reading = read(&row.heard);
        let (said, changed) = status(&reading);
        assert_eq!(
            (said, changed),
            (row.status.as_str(), row.changed),
            "{}",
            row.told
        );
        let code = match &reading {
            Reading::Read { code, .. } | Reading::Newer { code, .. } => Some(code.to_string()),
            Reading::Refused(_) => None,
        };
        assert_eq!(code, row.code, "{}", row.told);
        match reading {
            Reading::Read { payload, .. } => {
                assert_eq!(written(&payload), row.contents, "{}", row.told);
            }
            Reading::Newer { version, .. } => {
                assert_eq!(format!("version {version}"), row.contents, "{}", row.told);
            }
            Reading::Refused(_) => assert_eq!(row.contents, "–", "{}", row.told),
        }
    }
}

#[test]
fn what_is_read_exactly_is_written_again_where_the_writer_would_write_it() {
    for row in rows().iter().filter(|row| row.status == "exact") {
        let Reading::Read { code, payload, .. } = read(&row.heard) else {
            panic!("{}", row.told)
        };
        // Some words are longer than they need be: a reader takes them, a writer does not write them.
        if !row.told.contains("written at length") {
            assert_eq!(encode(&payload).unwrap(), code, "{}", row.told);
        }
    }
}
