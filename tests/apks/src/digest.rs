//! The content digests of an APK, as the specification of scheme v2 defines them ("Integrity-
//! protected contents") and, for verity, as `apksig` writes them.

use sha2::{Digest, Sha256, Sha512};

use crate::{
    keys::algorithm,
    zip::{self, Sections},
};

/// The content digest that a signature of this algorithm protects. The APK may or may not carry a
/// signing block already: the block is no part of it.
#[must_use]
pub fn of(apk: &[u8], signature_algorithm: u32) -> Vec<u8> {
    match signature_algorithm {
        algorithm::RSA_PSS_SHA512 | algorithm::RSA_PKCS1_SHA512 | algorithm::ECDSA_SHA512 => {
            chunked(apk, |bytes| Sha512::digest(bytes).to_vec())
        }
        algorithm::VERITY_RSA_PKCS1_SHA256
        | algorithm::VERITY_ECDSA_SHA256
        | algorithm::VERITY_DSA_SHA256 => verity(apk),
        _ => chunked(apk, |bytes| Sha256::digest(bytes).to_vec()),
    }
}

/// The end record as it is digested: its offset points to the signing block.
fn end_record(apk: &[u8], sections: &Sections) -> Vec<u8> {
    let mut end = apk[sections.end.clone()].to_vec();
    end[16..20].copy_from_slice(&(sections.contents.end as u32).to_le_bytes());
    end
}

fn chunked(apk: &[u8], hash: fn(&[u8]) -> Vec<u8>) -> Vec<u8> {
    let mut count = 0_u32;
    let mut digests = Vec::new();
    let sections = zip::sections(apk);
    let end = end_record(apk, &sections);
    for part in [&apk[sections.contents], &apk[sections.directory], &end] {
        for chunk in part.chunks(1 << 20) {
            let mut prefixed = vec![0xa5];
            prefixed.extend((chunk.len() as u32).to_le_bytes());
            prefixed.extend(chunk);
            digests.extend(hash(&prefixed));
            count += 1;
        }
    }
    let mut top = vec![0x5a];
    top.extend(count.to_le_bytes());
    top.extend(digests);
    hash(&top)
}

/// Root of a SHA-256 tree over blocks of 4096 bytes with a salt of eight zeros, then the length.
fn verity(apk: &[u8]) -> Vec<u8> {
    let sections = zip::sections(apk);
    let end = end_record(apk, &sections);
    let data = [&apk[sections.contents], &apk[sections.directory], &end].concat();
    let mut level = tree_level(&data);
    while level.len() > 4096 {
        level = tree_level(&level);
    }
    let mut digest = salted(&level);
    digest.extend((data.len() as u64).to_le_bytes());
    digest
}

fn tree_level(data: &[u8]) -> Vec<u8> {
    data.chunks(4096).flat_map(salted).collect()
}

fn salted(block: &[u8]) -> Vec<u8> {
    let mut padded = vec![0; 8];
    padded.extend(block);
    padded.resize(8 + 4096, 0);
    Sha256::digest(&padded).to_vec()
}
