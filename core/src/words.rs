//! The words: sentences that were compiled from Project Fluent files, one catalogue for each
//! audience and in it one table for each language. A profile's playbooks are further catalogues.
//!
//! `tools/words` compiles `words/LANGUAGE/*.ftl` and `profiles/ID/LANGUAGE/*.ftl` at build time and
//! says which part of Fluent's syntax it knows; nothing is parsed here. Which sentences there are,
//! and which arguments they may use, say [`kinds`] and [`playbook_kinds`].
//!
//! ```
//! use diagnose_core::words::{Audience, Words, kinds::{NameArguments, Platform}};
//!
//! let words = Words::new("en-GB", Audience::User);
//! assert_eq!(words.language(), "en");
//! let name = words.sentence("check-os-version", &NameArguments { platform: Platform::Ios });
//! assert!(name.is_some());
//! ```

#[macro_use]
mod declare;
mod direction;
pub mod kind;
pub mod kinds;
mod language;
pub mod playbook_kinds;
mod rows;

// These three are shared with the compiler of the words, where they are public and used whole.
#[allow(dead_code, unreachable_pub)]
mod plural;
#[allow(unreachable_pub)]
mod render;
#[allow(unreachable_pub)]
mod table;

/// What build.rs compiled: ids and a set of tables for each catalogue, and `PLAYBOOKS`, the
/// catalogues of the playbooks by profile and audience.
mod compiled {
    #[allow(unused_imports)] // Not where no playbook is compiled in.
    use super::playbook_kinds::KINDS as PLAYBOOK_KINDS;
    use super::{Audience, kinds::KINDS, language::Tables};
    #[allow(unused_imports)] // Which of them occur depends on the words.
    use super::{
        plural::Category::{Few, Many, One, Other, Two, Zero},
        table::Key::{Exact, Place, Plural},
        table::Part::{Argument, Select, Text},
        table::{Ids, Span, Table, Variant},
    };

    include!(concat!(env!("OUT_DIR"), "/words.rs"));
}

use kind::Arguments;
use language::Tables;
#[doc(hidden)]
pub use rows::{Row, RowVariant};
use table::Table;

/// Whom the words speak to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// The person whose phone it is.
    User,
    /// The technician at the support desk. Only with the feature `technician`, without which the
    /// technician's words are not compiled in.
    #[cfg(feature = "technician")]
    Technician,
}

/// The language in which a reader is answered who wants the one given as a BCP 47 tag: looked up
/// `de-AT`, `de`, then English. Case does not matter, `_` may stand for `-`, and whatever is no tag
/// gets English too.
pub fn language(wanted: &str) -> &'static str {
    compiled::FINDINGS.lookup(wanted).language
}

/// The words for one reader.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    tables: &'static Tables,
    table: &'static Table<'static>,
}

impl Words {
    /// The words in the language that [`language()`] finds for the one wanted.
    pub fn new(wanted: &str, audience: Audience) -> Self {
        let tables = match audience {
            Audience::User => &compiled::FINDINGS,
            #[cfg(feature = "technician")]
            Audience::Technician => &compiled::TECHNICIAN,
        };
        Self::of(tables, wanted)
    }

    /// The words of the playbooks of the profile with an id; None where it has none.
    pub fn of_playbooks(profile: &str, wanted: &str, audience: Audience) -> Option<Self> {
        let (.., tables) = compiled::PLAYBOOKS
            .iter()
            .find(|(id, whom, _)| *id == profile && *whom == audience)?;
        Some(Self::of(tables, wanted))
    }

    fn of(tables: &'static Tables, wanted: &str) -> Self {
        Self {
            tables,
            table: tables.lookup(wanted),
        }
    }

    /// The language of the words.
    pub fn language(self) -> &'static str {
        self.table.language
    }

    /// The sentence with an id: a message's, or `MESSAGE.ATTRIBUTE`. None where there is no such
    /// sentence, where it is of another kind than the arguments, and where it uses one that is
    /// absent.
    ///
    /// Numbers are told in decimal digits without separators. A text is put in as it is, between
    /// U+2068 and U+2069 where it or the language runs from right to left.
    pub fn sentence<A: Arguments>(self, id: &str, arguments: &A) -> Option<String> {
        let ids = self.tables.ids;
        let row = ids.find(id)?;
        let kind = self.tables.kinds.get(usize::from(*ids.kinds.get(row)?))?;
        if kind.name != A::KIND.name {
            return None;
        }
        render::render(self.table, row, &|number| arguments.value(number))
    }
}
