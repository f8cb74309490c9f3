//! Every seed of the fuzz targets through the same functions, whole and damaged.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a failure here is what a test is for"
)]

#[path = "../fuzz/fuzz_targets/targets.rs"]
mod targets;

use std::{fs, path::Path};

/// How many seeds there are, and that each cut and some flipped bits of it return too.
fn replay(name: &str, target: fn(&[u8])) -> usize {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fuzz/seeds")
        .join(name);
    let files = seeds.read_dir().unwrap();
    files
        .map(|file| {
            let seed = fs::read(file.unwrap().path()).unwrap();
            target(&seed);
            for at in (0..seed.len()).step_by(seed.len() / 100 + 1) {
                target(&seed[..at]);
                let mut flipped = seed.clone();
                flipped[at] ^= 1 << (at % 8);
                target(&flipped);
            }
        })
        .count()
}

#[test]
fn seeds_of_the_container() {
    assert_eq!(replay("container", targets::container), 2);
}

#[test]
fn seeds_of_the_manifest() {
    assert_eq!(replay("manifest", targets::manifest), 3);
}

#[test]
fn seeds_of_the_signing_block() {
    assert_eq!(replay("signing_block", targets::signing_block), 3);
}
