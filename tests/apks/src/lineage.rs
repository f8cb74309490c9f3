//! Proof of rotation: each certificate, signed by the one before it.

use crate::{
    keys::Key,
    signer::{prefixed, tagged},
};

/// One level. What it signs is computed when the attribute is encoded.
#[derive(Clone, Debug)]
pub struct Level {
    pub certificate: Vec<u8>,
    /// Signs this level: the key of the level before. None for the first.
    pub signed_by: Option<Key>,
    /// The algorithm by which `signed_by` signs.
    pub signing_algorithm: u32,
    /// The algorithm in the signed data: by which the level before signs this one; 0 in the first.
    pub parent_algorithm: u32,
    /// What the signer may still do; 31 is all.
    pub flags: u32,
    /// By which this level signs the next; 0 in the last.
    pub algorithm: u32,
    /// Changes the signature.
    pub at_last: fn(&mut Vec<u8>),
}

/// The levels of these keys, oldest first.
#[must_use]
pub fn levels(keys: &[&Key]) -> Vec<Level> {
    (0..keys.len())
        .map(|place| {
            let before = place.checked_sub(1).map(|before| keys[before]);
            let algorithm = before.map_or(0, Key::algorithm);
            Level {
                certificate: keys[place].certificate.clone(),
                signed_by: before.cloned(),
                signing_algorithm: algorithm,
                parent_algorithm: algorithm,
                flags: 31,
                algorithm: if place + 1 < keys.len() {
                    keys[place].algorithm()
                } else {
                    0
                },
                at_last: |_| {},
            }
        })
        .collect()
}

/// The attribute's value: version 1, then the levels.
#[must_use]
pub fn attribute(levels: &[Level]) -> Vec<u8> {
    let mut out = 1_u32.to_le_bytes().to_vec();
    for level in levels {
        let signed_data = [
            prefixed(&level.certificate),
            level.parent_algorithm.to_le_bytes().to_vec(),
        ]
        .concat();
        let mut signature = level
            .signed_by
            .as_ref()
            .map(|key| key.sign(level.signing_algorithm, &signed_data))
            .unwrap_or_default();
        (level.at_last)(&mut signature);
        let mut node = prefixed(&signed_data);
        node.extend(level.flags.to_le_bytes());
        node.extend(tagged(level.algorithm, &prefixed(&signature)));
        out.extend(prefixed(&node));
    }
    out
}
