//! Which kinds claim a message and its attributes.

use crate::kind::Kind;
use crate::refusal::list;

/// The kinds that may stand in one message.
pub(crate) struct Claims {
    /// The kind of its value.
    pub(crate) value: Option<&'static Kind>,
    attributes: Vec<(&'static str, &'static Kind)>,
    prefixes: Vec<&'static str>,
}

impl Claims {
    /// What the kinds claim of the message with an id: the places with the longest prefix that fits.
    pub(crate) fn of(kinds: &[&'static Kind], id: &str) -> Self {
        let places = kinds
            .iter()
            .flat_map(|&kind| kind.places.iter().map(move |place| (*place, kind)));
        let places: Vec<_> = places
            .filter_map(|(place, kind)| {
                place
                    .split_once('*')
                    .map(|(prefix, rest)| (prefix, rest, kind))
            })
            .collect();
        let prefixes = || places.iter().map(|&(prefix, ..)| prefix);
        let longest = prefixes()
            .filter(|prefix| id.starts_with(prefix))
            .max_by_key(|prefix| prefix.len());
        let mut claims = Self {
            value: None,
            attributes: Vec::new(),
            prefixes: prefixes().collect(),
        };
        claims.prefixes.sort_unstable();
        claims.prefixes.dedup();
        for &(_, rest, kind) in places
            .iter()
            .filter(|(prefix, ..)| Some(*prefix) == longest)
        {
            match rest.strip_prefix('.') {
                Some(attribute) => claims.attributes.push((attribute, kind)),
                None => claims.value = Some(kind),
            }
        }
        claims
    }

    /// The kind of an attribute.
    pub(crate) fn attribute(&self, name: &str) -> Option<&'static Kind> {
        self.attributes
            .iter()
            .find(|(attribute, _)| *attribute == name)
            .map(|&(_, kind)| kind)
    }

    /// The prefixes that ids can have, for a refusal.
    pub(crate) fn expected_ids(&self) -> String {
        list(self.prefixes.iter().map(|prefix| format!("\"{prefix}\"")))
    }

    /// The attributes that the message may have, for a refusal.
    pub(crate) fn expected_attributes(&self) -> String {
        match &*self.attributes {
            [] => "none".to_owned(),
            attributes => format!(
                "one of {}",
                list(attributes.iter().map(|(name, _)| format!(".{name}")))
            ),
        }
    }
}
