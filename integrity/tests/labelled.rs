//! The labelled APKs of AOSP's apksig library, read for what is inside them: real archives and
//! manifests, a few of them broken on purpose.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a failure here is what a test is for"
)]

use std::{env, fs::File, ops::ControlFlow, path::Path};

use diagnose_integrity::{ApkInfo, DamagedEntry, Device, InstalledApk, check_set, damaged_entries};

/// Says nothing of an APK that is right; the others are the expected ones, sorted.
fn each(expected: &[&str], say: fn(&File) -> Option<String>) {
    let apks = env::var_os("BLINK_APKSIG_CORPUS")
        .map_or_else(
            || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/apksig-corpus"),
            Into::into,
        )
        .join("apks");
    if !apks.is_dir() {
        println!("0 of 213 labelled APKs were read: they are missing");
        assert!(
            env::var_os("BLINK_NEED_CORPUS").is_none(),
            "the labelled APKs are missing"
        );
        return;
    }
    let files = apks.read_dir().unwrap();
    let mut files: Vec<_> = files.map(|file| file.unwrap().path()).collect();
    assert_eq!(files.len(), 213);
    files.sort();
    let said: Vec<_> = files
        .iter()
        .filter_map(|path| {
            let name = path.file_name()?.to_str()?;
            say(&File::open(path).unwrap()).map(|said| format!("{name}: {said}"))
        })
        .collect();
    assert_eq!(said, expected);
}

const NO_ZIP: &str = "v1v2v3-with-rsa-2048-lineage-3-signers-invalid-zip.apk: \
                      the ZIP central directory does not lie before its end record";

#[test]
fn manifests() {
    let expected = [
        "empty-unsigned.apk: it has no AndroidManifest.xml",
        "incorrect-manifest-size.apk: AndroidManifest.xml: its data has another CRC-32",
        NO_ZIP,
    ];
    each(&expected, |apk| match ApkInfo::read(apk) {
        Ok(info) if info.package.contains('.') => None,
        Ok(info) => Some(info.package),
        Err(problem) => Some(problem.to_string()),
    });
}

#[test]
fn entries() {
    // Python's zipfile refuses the same four entries and no other.
    let expected = [
        "incorrect-manifest-size.apk: \
         resources.arsc: its data has another CRC-32, \
         AndroidManifest.xml: its data has another CRC-32, \
         META-INF/CERT.SF: its local header and the central directory do not agree, \
         META-INF/MANIFEST.MF: its local header and the central directory do not agree",
        NO_ZIP,
    ];
    each(&expected, |apk| {
        let found = match damaged_entries(apk, &mut |_| ControlFlow::Continue(())) {
            Ok(found) => found,
            Err(error) => return Some(error.to_string()),
        };
        assert!(found.complete);
        let say = |entry: &DamagedEntry| format!("{}: {}", entry.name, entry.problem);
        let entries: Vec<_> = found.entries.iter().map(say).collect();
        (!entries.is_empty()).then(|| entries.join(", "))
    });
}

#[test]
fn sets_of_one() {
    let expected = [
        "empty-unsigned.apk: APK 1: it has no AndroidManifest.xml",
        "incorrect-manifest-size.apk: APK 1: AndroidManifest.xml: its data has another CRC-32",
        "v1v2v3-with-rsa-2048-lineage-3-signers-invalid-zip.apk: \
         APK 1: the ZIP central directory does not lie before its end record",
    ];
    each(&expected, |apk| {
        let apk = InstalledApk {
            apk,
            signers: None,
            intact: false,
        };
        let device = Device {
            abis: vec!["arm64-v8a".into(), "armeabi-v7a".into(), "armeabi".into()],
            density: Some(420),
            languages: vec!["de".into()],
            page_size: Some(16384),
        };
        match check_set(&[apk], &device, None, &mut |_| ControlFlow::Continue(())) {
            Ok(found) => (!found.problems.is_empty()).then(|| format!("{:?}", found.problems)),
            Err(error) => Some(error.to_string()),
        }
    });
}
