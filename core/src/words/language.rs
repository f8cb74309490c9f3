//! Which language a reader gets.

use super::kind::Kind;
use super::table::{Ids, Table};

/// The tables of one catalogue, one a language.
#[derive(Debug)]
pub(super) struct Tables {
    /// The ids of the rows.
    pub(super) ids: &'static Ids,
    /// The kinds that the ids name by their place.
    pub(super) kinds: &'static [&'static Kind],
    /// The one that everything falls back to: English where it is compiled in.
    pub(super) first: &'static Table<'static>,
    pub(super) more: &'static [&'static Table<'static>],
}

impl Tables {
    /// The table for a wanted language, by the lookup of RFC 4647: the tag is cut at its last
    /// separator until it fits.
    pub(super) fn lookup(&self, wanted: &str) -> &'static Table<'static> {
        let mut range = wanted;
        loop {
            let mut tables = self.more.iter().chain([&self.first]);
            if let Some(table) = tables.find(|table| same(table.language, range)) {
                return table;
            }
            match range.rsplit_once(['-', '_']) {
                Some((shorter, _)) => range = shorter,
                None => return self.first,
            }
        }
    }
}

/// Whether two tags are the same, whatever their case; phones also write `de_AT`.
fn same(tag: &str, range: &str) -> bool {
    let plain = |byte: u8| {
        if byte == b'_' {
            b'-'
        } else {
            byte.to_ascii_lowercase()
        }
    };
    tag.bytes().map(plain).eq(range.bytes().map(plain))
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn table(language: &'static str) -> Table<'static> {
        Table {
            language,
            text: "",
            rows: &[],
            parts: &[],
            variants: &[],
        }
    }

    static EN: Table<'static> = table("en");
    static DE: Table<'static> = table("de");
    static PT_BR: Table<'static> = table("pt-BR");
    static TABLES: Tables = Tables {
        ids: &Ids {
            names: "",
            ends: &[],
            kinds: &[],
        },
        kinds: &[],
        first: &EN,
        more: &[&DE, &PT_BR],
    };

    #[test]
    fn a_tag_is_cut_until_it_fits() {
        for (wanted, found) in [
            ("de", "de"),
            ("de-AT", "de"),
            ("de_AT", "de"),
            ("DE-at", "de"),
            ("de-Latn-AT-x-phone", "de"),
            ("pt-br", "pt-BR"),
            ("pt_BR_#Latn", "pt-BR"),
            ("pt", "en"),
            ("en-GB", "en"),
            ("fr-CA", "en"),
        ] {
            assert_eq!(TABLES.lookup(wanted).language, found, "{wanted}");
        }
    }

    #[test]
    fn anything_odd_is_english() {
        for wanted in [
            "",
            "-",
            "_",
            "-de",
            "deutsch",
            "d",
            " de",
            "de\0",
            "日本語",
            "۱",
            "*",
        ] {
            assert_eq!(TABLES.lookup(wanted).language, "en", "{wanted:?}");
        }
    }
}
