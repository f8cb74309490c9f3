//! What a phone is, as the command line says it.

use diagnose_integrity::{ABIS, DENSITIES};

pub(crate) fn abi(text: &str) -> Result<String, String> {
    let names = ABIS.map(|(_, name)| name);
    if names.contains(&text) {
        return Ok(text.to_owned());
    }
    Err(format!("expected one of {}", names.join(", ")))
}

pub(crate) fn density(text: &str) -> Result<u32, String> {
    let by_name = DENSITIES.iter().find(|(name, _)| *name == text);
    by_name
        .map(|(_, dots)| *dots)
        .or_else(|| text.parse().ok().filter(|dots| (30..=2000).contains(dots)))
        .ok_or_else(|| {
            let names = DENSITIES.map(|(name, _)| name).join(", ");
            format!("expected dots per inch from 30 to 2000, or one of {names}")
        })
}

/// The form of a BCP 47 tag: a language of 2 to 8 letters, then parts of 1 to 8 letters and digits.
pub(crate) fn language(text: &str) -> Result<String, String> {
    let mut parts = text.split(['-', '_']);
    let language = parts.next().unwrap_or_default();
    let is_tag = (2..=8).contains(&language.len())
        && language.bytes().all(|byte| byte.is_ascii_alphabetic())
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        });
    if is_tag {
        return Ok(text.to_owned());
    }
    Err("expected a language such as de or pt-BR".to_owned())
}

pub(crate) fn page_size(text: &str) -> Result<u32, String> {
    match text {
        "4096" => Ok(4096),
        "16384" => Ok(16384),
        _ => Err("expected 4096 or 16384".to_owned()),
    }
}
