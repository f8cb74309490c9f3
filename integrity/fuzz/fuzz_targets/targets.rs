//! What is fuzzed: each function takes any bytes and must return.

use std::{cell::Cell, io, ops::ControlFlow};

use diagnose_integrity::{
    ApkInfo, Device, InstalledApk, ReadAt, Work, check_set, damaged_entries, verify_apk,
};

/// Sections, entries, their data, and the set that this one file is, in each way to install it.
#[allow(dead_code, reason = "each program has one of them")]
pub(crate) fn container(bytes: &[u8]) {
    let apk = bytes.to_vec();
    let all = apk.len() as u64;
    let read = Cell::new(0_u64);
    let mut count = |bytes| {
        read.set(read.get() + bytes);
        ControlFlow::Continue(())
    };
    if let Ok(found) = damaged_entries(&apk, &mut count) {
        assert!(found.entries.len() <= 100 && found.entries.len() as u64 <= u64::from(found.count));
        assert!(read.get() <= all, "more was read than there is");
    }
    let device = Device {
        abis: vec!["arm64-v8a".into(), "armeabi-v7a".into(), "x86_64".into()],
        density: Some(420),
        languages: vec!["de".into()],
        page_size: Some(16384),
    };
    let open = |name: &str| -> io::Result<Option<Box<dyn ReadAt>>> {
        assert!(!name.contains('/') && name.starts_with("lib"), "{name}");
        Ok(Some(Box::new(name.as_bytes().to_vec())))
    };
    for intact in [false, true] {
        let one = InstalledApk {
            apk: &apk,
            signers: None,
            intact,
        };
        let found = check_set(&[one, one], &device, Some(&open), &mut |_| {
            ControlFlow::Continue(())
        });
        if let Ok(found) = found {
            assert!(found.problems.is_sorted() && found.apks.len() == 2);
        }
    }
}

/// A binary manifest.
#[allow(dead_code, reason = "each program has one of them")]
pub(crate) fn manifest(bytes: &[u8]) {
    if let Ok(info) = ApkInfo::from_manifest(bytes) {
        assert!(!info.package.is_empty() && info.package.len() <= 255);
        assert!(info.uses_splits.len() <= 1024 && info.split_types.len() <= 1024);
    }
}

/// Signing block, schemes and digests, at the SDK levels where the choice of scheme changes.
#[allow(dead_code, reason = "each program has one of them")]
pub(crate) fn signing_block(bytes: &[u8]) {
    let apk = bytes.to_vec();
    for sdk in [24, 28, 33] {
        let verdict = verify_apk(&apk, sdk, &Work::default());
        assert!(verdict.is_ok(), "nobody stopped it");
    }
}
