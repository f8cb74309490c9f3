//! What is slow to make is made once and kept by the hash of its recipe.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process,
    sync::atomic::{AtomicUsize, Ordering},
};

use sha2::{Digest, Sha256};

/// `${XDG_CACHE_HOME:-~/.cache}/blink-diagnose/apks`
fn root() -> PathBuf {
    env::var_os("XDG_CACHE_HOME")
        .filter(|value| !value.is_empty())
        .map(PathBuf::from)
        .unwrap_or_else(|| PathBuf::from(env::var_os("HOME").expect("HOME is set")).join(".cache"))
        .join("blink-diagnose/apks")
}

/// SHA-256 in lower-case hex.
#[must_use]
pub fn sha256_hex(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Lower-case hex.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The folder of this recipe. If it is not there, `make` fills it first; everything that decides
/// what it makes stands in the recipe.
pub fn folder(recipe: &[&[u8]], make: impl FnOnce(&Path)) -> PathBuf {
    let mut hash = Sha256::new();
    for part in recipe {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part);
    }
    let folder = root().join(&hex(&hash.finalize())[..32]);
    if folder.exists() {
        return folder;
    }
    // Tests run in several threads and processes: whoever is first wins, and all use the same.
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let temporary = root().join(format!("new-{}-{count}", process::id()));
    fs::create_dir_all(&temporary).expect("the cache can be written");
    make(&temporary);
    if fs::rename(&temporary, &folder).is_err() {
        assert!(folder.exists(), "{} could not be made", folder.display());
        fs::remove_dir_all(&temporary).unwrap();
    }
    folder
}
