//! The catalogue of checks.

use crate::failure::Failure;
use diagnose_core::{
    checks,
    report::{Effect, Owner},
};
use serde::Serialize;
use std::fmt::Write;

/// A row of `docs/checks.tsv`.
#[derive(Debug, Serialize)]
struct Row {
    check: i32,
    id: &'static str,
    devices: &'static str,
    /// The cause's number, or `warn`.
    cause: serde_json::Value,
    cause_id: &'static str,
    /// `blocks` or `weakens`; of a warning whether it counts: `counts` or `no`.
    effect: &'static str,
    owner: Owner,
    remedy: &'static str,
}

fn rows() -> impl Iterator<Item = Row> {
    checks::ALL.iter().flat_map(|check| {
        let row = |cause, cause_id, effect, owner, remedy| Row {
            check: check.number,
            id: check.id,
            devices: check.devices(),
            cause,
            cause_id,
            effect,
            owner,
            remedy,
        };
        let causes = check.causes.iter().map(move |cause| {
            let effect = match cause.effect {
                Effect::Blocks => "blocks",
                Effect::Weakens => "weakens",
            };
            row(
                cause.number.into(),
                cause.id,
                effect,
                cause.owner,
                cause.remedy,
            )
        });
        let warn = check.warn.iter().map(move |warn| {
            row(
                "warn".into(),
                warn.id,
                if warn.counts { "counts" } else { "no" },
                warn.owner,
                warn.remedy,
            )
        });
        causes.chain(warn)
    })
}

/// Every row as JSON.
pub(crate) fn json() -> Result<String, Failure> {
    serde_json::to_string_pretty(&rows().collect::<Vec<_>>())
        .map_err(|error| Failure::input("write the checks", error))
}

/// Every row below its check, at most 80 columns wide.
pub(crate) fn text() -> String {
    let mut text = String::new();
    let mut check = -1;
    for row in rows() {
        if row.check != check {
            check = row.check;
            let devices = if row.devices == "both" {
                "Android and iOS"
            } else {
                row.devices
            };
            let _ = writeln!(text, "{check:>2} {} ({devices})", row.id);
        }
        let owner = serde_json::to_value(row.owner).unwrap_or_default();
        let _ = writeln!(
            text,
            "   {:<4} {:<23} {:<7} {:<10} {}",
            row.cause
                .as_str()
                .map_or_else(|| row.cause.to_string(), str::to_owned),
            row.cause_id,
            row.effect,
            owner.as_str().unwrap_or_default(),
            row.remedy,
        );
    }
    text
}
