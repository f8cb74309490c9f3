//! Writes APKs into a folder, of so many MB each, or of 1, 10, 100 and 500 MB, signed with scheme v2
//! by an RSA key of 2048 bits: a manifest, and random data, stored. Those that are there already are
//! left alone.
#![allow(
    clippy::unwrap_used,
    reason = "a tool of the benchmarks: it ends where it fails"
)]

use std::{env, fs, path::PathBuf};

use diagnose_apks::{
    aapt,
    keys::{Kind, key},
    signer,
    zip::{self, Entry},
};

fn main() {
    let mut arguments = env::args().skip(1);
    let Some(folder) = arguments.next() else {
        eprintln!("Usage: large-apks FOLDER [MB…]");
        std::process::exit(2);
    };
    let folder = PathBuf::from(folder);
    fs::create_dir_all(&folder).unwrap();
    let mut sizes: Vec<usize> = arguments.map(|size| size.parse().unwrap()).collect();
    if sizes.is_empty() {
        sizes = vec![1, 10, 100, 500];
    }
    for size in sizes {
        let path = folder.join(format!("{size}MB.apk"));
        if !path.exists() {
            fs::write(&path, apk(size)).unwrap();
        }
        println!("{}", path.display());
    }
}

/// An APK of about this many MB of 1,000,000 bytes, in ten files.
fn apk(size: usize) -> Vec<u8> {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut entries = vec![Entry::copied(&aapt::small(), "AndroidManifest.xml")];
    for place in 0..10 {
        let mut data = Vec::with_capacity(size * 100_000);
        while data.len() < size * 100_000 {
            // Xorshift: what deflating makes no smaller, the same each time.
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            data.extend(state.to_le_bytes());
        }
        entries.push(Entry::stored(&format!("assets/{place}.bin"), &data).aligned(4));
    }
    let unsigned = zip::zip(&entries, b"");
    drop(entries);
    signer::sign_v2(&unsigned, &key(Kind::Rsa(2048), "rsa"))
}
