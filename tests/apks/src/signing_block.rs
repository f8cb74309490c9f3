//! The APK Signing Block: pairs of id and value before the central directory.

use crate::zip;

pub const MAGIC: &[u8] = b"APK Sig Block 42";

/// Ids of pairs.
pub mod id {
    pub const V2: u32 = 0x7109_871a;
    pub const V3: u32 = 0xf053_68c0;
    pub const V31: u32 = 0x1b93_ad61;
    pub const PADDING: u32 = 0x4272_6577;
    pub const SOURCE_STAMP: u32 = 0x6dff_800d;
}

/// The block of these pairs, padded to a multiple of 4096 bytes if `padded`.
#[must_use]
pub fn block(pairs: &[(u32, Vec<u8>)], padded: bool) -> Vec<u8> {
    let mut body: Vec<u8> = pairs
        .iter()
        .flat_map(|(id, value)| pair(*id, value))
        .collect();
    if padded {
        let rest = (body.len() + 32 + 12) % 4096;
        body.extend(pair(id::PADDING, &vec![0; (4096 - rest) % 4096]));
    }
    let size = (body.len() as u64 + 24).to_le_bytes();
    [&size[..], &body, &size, MAGIC].concat()
}

fn pair(id: u32, value: &[u8]) -> Vec<u8> {
    let length = (value.len() as u64 + 4).to_le_bytes();
    [&length[..], &id.to_le_bytes(), value].concat()
}

/// The APK with this block in place of the one that it may have.
#[must_use]
pub fn insert(apk: &[u8], block: &[u8]) -> Vec<u8> {
    let sections = zip::sections(apk);
    let mut out = apk[sections.contents].to_vec();
    out.extend(block);
    let directory = out.len() as u32;
    out.extend(&apk[sections.directory]);
    let end = out.len();
    out.extend(&apk[sections.end]);
    out[end + 16..end + 20].copy_from_slice(&directory.to_le_bytes());
    out
}
