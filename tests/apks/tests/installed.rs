//! A whole app as app bundles install it, with manifests by aapt: base and splits for ABI, density
//! and language, each signed; then with one thing wrong.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    reason = "a failure here is what a test is for"
)]

mod common;

use std::ops::ControlFlow;

use common::{one, signers, two, verdict};
use diagnose_apks::{
    aapt::{self, Recipe},
    apksigner::{self, Signing},
    elf,
    keys::Key,
    signer, zip,
};
use diagnose_integrity::{
    CertificateDigest, Device, EntryKind, InstalledApk, Libraries, ReadAt, SetFindings,
    SplitProblem::{
        self, AbiSplitMissing, DensityMissing, ForeignSplit, LanguageMissing, NativeLibraryDamaged,
        NativeLibraryMissing, PageSize,
    },
    Verdict, check_set, damaged_entries,
};

const LIBRARY: &str = "lib/arm64-v8a/libblink.so";

fn manifest(version: u32, more: &str) -> String {
    format!("package=\"app.blink.test\" android:versionCode=\"{version}\" {more}")
}

fn strings(folder: &str, word: &str) -> (String, Vec<u8>) {
    let xml = format!("<resources><string name=\"app\">{word}</string></resources>");
    (format!("{folder}/strings.xml"), xml.into_bytes())
}

fn base(extract: bool) -> Recipe {
    let types = "base__abi,base__density,base__language";
    Recipe {
        manifest: manifest(
            31,
            &format!("android:requiredSplitTypes=\"{types}\" android:splitTypes=\"\""),
        ),
        application: format!(
            "android:label=\"@string/app\" android:extractNativeLibs=\"{extract}\""
        ),
        resources: vec![strings("values", "Blink")],
        files: vec![("classes.dex".to_owned(), b"dex\n035\0".repeat(50))],
        ..Recipe::default()
    }
}

fn split(version: u32, name: &str, types: &str) -> Recipe {
    Recipe {
        manifest: manifest(
            version,
            &format!("split=\"{name}\" configForSplit=\"\" android:splitTypes=\"{types}\""),
        ),
        application: "android:hasCode=\"false\"".to_owned(),
        ..Recipe::default()
    }
}

/// The library, aligned in memory to this many bytes.
fn library(alignment: u64) -> Vec<u8> {
    elf::library(&[alignment, alignment], 50_000)
}

fn abi(version: u32) -> Recipe {
    Recipe {
        files: vec![(LIBRARY.to_owned(), library(16384))],
        stored: vec!["so".to_owned()],
        page_align: true,
        ..split(version, "config.arm64_v8a", "base__abi")
    }
}

fn density(version: u32) -> Recipe {
    let shape = b"<shape xmlns:android=\"http://schemas.android.com/apk/res/android\"/>".to_vec();
    Recipe {
        resources: vec![("drawable-xxhdpi/icon.xml".to_owned(), shape)],
        ..split(version, "config.xxhdpi", "base__density")
    }
}

fn language(version: u32) -> Recipe {
    Recipe {
        resources: vec![strings("values", "Blink"), strings("values-de", "Blinken")],
        ..split(version, "config.de", "base__language")
    }
}

fn signed(recipe: &Recipe, key: &Key) -> Vec<u8> {
    signer::sign_v2(&aapt::build(recipe), key)
}

/// Base, ABI, density, language.
fn app(extract: bool) -> Vec<Vec<u8>> {
    [base(extract), abi(31), density(31), language(31)]
        .iter()
        .map(|recipe| signed(recipe, &one()))
        .collect()
}

fn device(page_size: u32) -> Device {
    Device {
        abis: ["arm64-v8a", "armeabi-v7a", "armeabi"]
            .map(str::to_owned)
            .to_vec(),
        density: Some(480),
        languages: vec!["de-AT".to_owned()],
        page_size: Some(page_size),
    }
}

/// Verifies each APK, then looks at all of them.
fn look(apks: &[Vec<u8>], device: &Device, extracted: Option<&[u8]>) -> SetFindings {
    let verdicts: Vec<Verdict> = apks.iter().map(|apk| verdict(apk, 30)).collect();
    let digests: Vec<Option<Vec<CertificateDigest>>> = verdicts
        .iter()
        .map(|verdict| match verdict {
            Verdict::Intact { signers, .. } => Some(
                signers
                    .iter()
                    .map(|signer| signer.current().unwrap().digest)
                    .collect(),
            ),
            _ => None,
        })
        .collect();
    let installed: Vec<InstalledApk<'_>> = apks
        .iter()
        .zip(&digests)
        .map(|(apk, signers)| InstalledApk {
            apk,
            signers: signers.as_deref(),
            intact: signers.is_some(),
        })
        .collect();
    let open = |name: &str| {
        let file = extracted.filter(|_| name == "libblink.so");
        Ok(file.map(|bytes| Box::new(bytes.to_vec()) as Box<dyn ReadAt>))
    };
    check_set(&installed, device, Some(&open), &mut |_| {
        ControlFlow::Continue(())
    })
    .unwrap()
}

#[track_caller]
fn assert_found(apks: &[Vec<u8>], device: &Device, problems: &[SplitProblem]) {
    assert_eq!(look(apks, device, None).problems, problems);
}

#[test]
fn the_whole_app_has_no_problem() {
    let findings = look(&app(false), &device(16384), None);
    // zipalign aligns libraries to 4 KB only.
    assert!(
        findings.problems.is_empty() || findings.problems == [PageSize],
        "{findings:?}"
    );
    let findings = look(&app(false), &device(4096), None);
    assert_eq!(findings.problems, []);
    assert_eq!(findings.abi.as_deref(), Some("arm64-v8a"));
    assert_eq!(findings.libraries, Libraries::InApks);
    let told: Vec<_> = findings
        .apks
        .iter()
        .map(|info| {
            (
                info.package.as_str(),
                info.version_code,
                info.split.as_deref(),
            )
        })
        .collect();
    let package = "app.blink.test";
    assert_eq!(
        told,
        [
            (package, 31, None),
            (package, 31, Some("config.arm64_v8a")),
            (package, 31, Some("config.xxhdpi")),
            (package, 31, Some("config.de")),
        ]
    );
    assert_eq!(
        findings.apks[0].required_split_types,
        ["base__abi", "base__density", "base__language"]
            .map(str::to_owned)
            .into()
    );
    assert_eq!(
        findings.apks[1].split_types,
        ["base__abi".to_owned()].into()
    );
}

#[test]
fn without_each_split_in_turn() {
    for (place, problem) in [
        (1, AbiSplitMissing),
        (2, DensityMissing),
        (3, LanguageMissing),
    ] {
        let mut apks = app(false);
        apks.remove(place);
        assert_found(&apks, &device(4096), &[problem]);
    }
    let base = app(false).remove(0);
    assert_found(
        &[base],
        &device(4096),
        &[AbiSplitMissing, DensityMissing, LanguageMissing],
    );
}

#[test]
fn a_split_for_another_phone() {
    let other = Device {
        abis: vec!["x86_64".to_owned()],
        ..device(4096)
    };
    assert_found(&app(false), &other, &[AbiSplitMissing]);
    let other = Device {
        density: Some(160),
        ..device(4096)
    };
    assert_found(&app(false), &other, &[DensityMissing]);
    let other = Device {
        languages: vec!["fr-FR".to_owned()],
        ..device(4096)
    };
    assert_found(&app(false), &other, &[LanguageMissing]);
}

#[test]
fn a_split_of_another_version() {
    for (place, recipe) in [(1, abi(30)), (2, density(32)), (3, language(1))] {
        let mut apks = app(false);
        apks[place] = signed(&recipe, &one());
        assert_found(&apks, &device(4096), &[ForeignSplit]);
    }
}

#[test]
fn a_split_of_another_package() {
    let mut apks = app(false);
    let mut recipe = density(31);
    recipe.manifest = recipe.manifest.replace("app.blink.test", "app.blink.tests");
    apks[2] = signed(&recipe, &one());
    assert_found(&apks, &device(4096), &[ForeignSplit]);
}

#[test]
fn a_split_by_another_signer() {
    for (place, recipe) in [(1, abi(31)), (2, density(31)), (3, language(31))] {
        let mut apks = app(false);
        apks[place] = signed(&recipe, &two());
        assert_found(&apks, &device(4096), &[ForeignSplit]);
    }
}

#[test]
fn a_split_twice() {
    let mut apks = app(false);
    apks.push(apks[2].clone());
    assert_found(&apks, &device(4096), &[ForeignSplit]);
}

/// The same app with all APKs signed by apksigner.
#[test]
fn signed_by_apksigner() {
    let apks: Vec<Vec<u8>> = [base(false), abi(31), density(31), language(31)]
        .iter()
        .map(|recipe| {
            let signing = Signing {
                name: "set",
                schemes: "v1,v2,v3",
                min_sdk: 24,
                signers: vec![one()],
                lineage: Vec::new(),
            };
            apksigner::sign(&aapt::build(recipe), &[signing]).remove(0)
        })
        .collect();
    for apk in &apks {
        assert_eq!(signers(&verdict(apk, 30)).unwrap().1, [one().digest()]);
    }
    assert_found(&apks, &device(4096), &[]);
}

/// Where its data begins in its APK.
fn library_start(apk: &[u8]) -> usize {
    zip::entries(apk)
        .into_iter()
        .find(|entry| entry.name == LIBRARY)
        .unwrap()
        .data
        .start
}

#[test]
fn a_library_that_is_not_page_aligned() {
    let mut apks = app(false);
    assert_eq!(library_start(&apks[1]) % 4096, 0);
    apks[1] = signed(
        &Recipe {
            page_align: false,
            ..abi(31)
        },
        &one(),
    );
    assert_ne!(library_start(&apks[1]) % 4096, 0);
    assert_found(&apks, &device(4096), &[NativeLibraryMissing]);
}

#[test]
fn a_library_that_is_compressed() {
    let mut apks = app(false);
    apks[1] = signed(
        &Recipe {
            stored: Vec::new(),
            ..abi(31)
        },
        &one(),
    );
    assert_found(&apks, &device(4096), &[NativeLibraryMissing]);
}

fn with_alignments(in_apk: u32, in_memory: u64) -> Vec<Vec<u8>> {
    let mut apks = app(false);
    let recipe = Recipe {
        files: vec![(LIBRARY.to_owned(), library(in_memory))],
        page_align: false,
        alignment: Some(in_apk),
        ..abi(31)
    };
    apks[1] = signed(&recipe, &one());
    apks
}

#[test]
fn a_library_on_a_phone_with_pages_of_16_kb() {
    assert_found(&with_alignments(16384, 16384), &device(16384), &[]);
    assert_found(&with_alignments(16384, 65536), &device(16384), &[]);
    // Aligned to 4 KB in memory.
    let apks = with_alignments(16384, 4096);
    assert_found(&apks, &device(16384), &[PageSize]);
    assert_found(&apks, &device(4096), &[]);
    // Aligned to 4 KB in its APK; not by accident to more.
    let mut apks = with_alignments(4096, 16384);
    let mut filling = 1;
    while library_start(&apks[1]).is_multiple_of(16384) {
        let mut recipe = abi(31);
        recipe
            .files
            .insert(0, ("a.so".to_owned(), vec![0; 4096 * filling]));
        recipe.alignment = Some(4096);
        apks[1] = signed(&recipe, &one());
        filling += 1;
    }
    assert_found(&apks, &device(16384), &[PageSize]);
    assert_found(&apks, &device(4096), &[]);
}

#[test]
fn an_extracted_library() {
    let apks = app(true);
    let whole = library(16384);
    let found = |extracted: Option<&[u8]>| {
        let findings = look(&apks, &device(4096), extracted);
        assert_eq!(findings.libraries, Libraries::Extracted);
        findings.problems
    };
    assert_eq!(found(Some(&whole)), []);
    assert_eq!(found(None), [NativeLibraryMissing]);
    for offset in [0, 64, 4096, whole.len() / 2, whole.len() - 1] {
        let mut damaged = whole.clone();
        damaged[offset] ^= 1;
        assert_eq!(found(Some(&damaged)), [NativeLibraryDamaged], "{offset}");
    }
    assert_eq!(
        found(Some(&whole[..whole.len() - 1])),
        [NativeLibraryDamaged]
    );
    assert_eq!(
        found(Some(&[&whole[..], &[0]].concat())),
        [NativeLibraryDamaged]
    );
    assert_eq!(found(Some(b"")), [NativeLibraryDamaged]);
}

/// Deflated by aapt, as older apps carry libraries, and extracted.
#[test]
fn an_extracted_library_that_is_deflated_in_its_apk() {
    let mut apks = app(true);
    apks[1] = signed(
        &Recipe {
            stored: Vec::new(),
            ..abi(31)
        },
        &one(),
    );
    let whole = library(16384);
    assert_eq!(look(&apks, &device(4096), Some(&whole)).problems, []);
    let mut damaged = whole;
    damaged[40_000] ^= 0x80;
    assert_eq!(
        look(&apks, &device(4096), Some(&damaged)).problems,
        [NativeLibraryDamaged]
    );
}

/// One byte of each entry in turn: the APK is damaged, and the entry is named.
#[test]
fn damaged_entries_are_named() {
    let kinds = [
        ("AndroidManifest.xml", EntryKind::Manifest),
        ("resources.arsc", EntryKind::Resources),
        ("classes.dex", EntryKind::Code),
        (LIBRARY, EntryKind::Library),
    ];
    let mut seen = Vec::new();
    for apk in &app(false)[..2] {
        let whole = damaged_entries(apk, &mut |_| ControlFlow::Continue(())).unwrap();
        assert_eq!((whole.count, whole.complete), (0, true));
        for entry in zip::entries(apk) {
            // Not its last byte: of a deflated entry that may hold bits of no meaning.
            for offset in [entry.data.start, entry.data.start.midpoint(entry.data.end)] {
                let mut damaged = apk.clone();
                damaged[offset] ^= 4;
                assert!(matches!(verdict(&damaged, 30), Verdict::Damaged { .. }));
                let found = damaged_entries(&damaged, &mut |_| ControlFlow::Continue(())).unwrap();
                assert!(found.complete);
                let named: Vec<_> = found
                    .entries
                    .iter()
                    .map(|entry| (entry.name.as_str(), entry.kind))
                    .collect();
                let kind = kinds.iter().find(|(name, _)| *name == entry.name).unwrap();
                assert_eq!(named, [*kind], "at {offset}");
            }
            seen.push(entry.name);
        }
    }
    assert!(
        kinds
            .iter()
            .all(|(name, _)| seen.iter().any(|seen| seen == name)),
        "{seen:?}"
    );
}
