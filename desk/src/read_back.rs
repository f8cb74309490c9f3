//! What was changed in a code, to be read back to the user before it is believed.

use crate::page;
use anstyle::{AnsiColor, Style};
use diagnose_core::code::{Change, Code, heard_characters, spelled, spoken};

const HEAD: &str = "Not confirmed: read this code back to the user before you believe it";
const YELLOW: Style = AnsiColor::Yellow.on_default().bold();
/// How many characters a group of a code has.
const GROUP: i64 = 4;

/// The code; where it was changed, first that it must be read back, then how it sounds and what was changed.
pub(crate) fn text(heard: &str, change: &Change, code: &Code) -> String {
    let shown = page::labelled("Code", code.as_str());
    let changes = changes(heard, change, code);
    if changes.is_empty() {
        return shown;
    }
    let mut text = page::styled(YELLOW, HEAD) + "\n" + &shown;
    text += &page::labelled("Aloud", &spelled(code));
    for (change, label) in changes.iter().zip(["Changed", "", "", ""]) {
        text += &page::labelled(label, change);
    }
    text
}

/// What must be read back, for a ticket; nothing where nothing was changed.
pub(crate) fn markdown(heard: &str, change: &Change, code: &Code) -> String {
    let changes = changes(heard, change, code);
    if changes.is_empty() {
        return String::new();
    }
    let items: String = changes
        .iter()
        .map(|change| format!("- {change}\n"))
        .collect();
    format!("**{HEAD}:** `{code}`\n\n{}\n\n{items}\n", spelled(code))
}

/// A sentence for each place that was changed: up to four.
fn changes(heard: &str, change: &Change, code: &Code) -> Vec<String> {
    let heard = heard_characters(heard);
    let heard = |place| at(&heard, place).flatten();
    let characters: Vec<char> = code.as_str().chars().filter(|c| *c != '-').collect();
    let meant = |place| at(&characters, place).map_or_else(String::new, said);
    match change {
        Change::Exact => Vec::new(),
        Change::Repaired { places } => places
            .iter()
            .map(|place| {
                let was = heard(*place).map_or_else(
                    || "not understood".to_owned(),
                    |character| format!("heard {}", said(character)),
                );
                format!("{}: {was}, taken as {}", named(*place), meant(*place))
            })
            .collect(),
        Change::OneMissing { place } => {
            vec![format!(
                "{}: missing, taken as {}",
                named(*place),
                meant(*place)
            )]
        }
        Change::OneExtra { place } => {
            let was = heard(*place).map_or_else(|| "not understood".to_owned(), said);
            vec![format!(
                "Character {place} of what was heard: {was}, one too many, left out"
            )]
        }
    }
}

/// What stands at a place, counted from 1.
fn at<T: Copy>(list: &[T], place: i64) -> Option<T> {
    let index = usize::try_from(place).ok()?.checked_sub(1)?;
    list.get(index).copied()
}

/// A place in the code and the group in which the eye finds it.
fn named(place: i64) -> String {
    format!("Character {place} (group {})", (place - 1) / GROUP + 1)
}

/// A character and its word.
fn said(character: char) -> String {
    match spoken(character) {
        Some(word) => format!("{character} ({word})"),
        None => character.to_string(),
    }
}
