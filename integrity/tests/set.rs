//! Base and splits as a set: for each problem a set in which one thing is wrong, beside the same set
//! in which it is right.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    reason = "a failure here is what a test is for"
)]

mod build;

use std::{
    cell::Cell,
    collections::BTreeMap,
    io,
    ops::ControlFlow,
    slice::from_ref,
    sync::atomic::{AtomicU32, Ordering},
};

use build::{Element, FORM, File, axml, deflated, element, library, stored, zip};
use diagnose_integrity::{
    CertificateDigest, Device, InstalledApk, Libraries, ReadAt, SetError, SetFindings,
    SplitProblem::{self, *},
    check_set,
};

fn root(split: &str) -> Element {
    let root = element("manifest")
        .plain("package", "app.example")
        .number("versionCode", 7);
    if split.is_empty() {
        root
    } else {
        root.plain("split", split)
    }
}

fn apk_with(root: &Element, files: &[File]) -> Vec<u8> {
    let mut all = vec![deflated("AndroidManifest.xml", &axml(root, FORM))];
    all.extend_from_slice(files);
    zip(&all).bytes
}

/// A base that says nothing of splits.
fn base() -> Vec<u8> {
    apk_with(&root(""), &[])
}

/// A split as app bundles make it, which states its types.
fn split(name: &str, types: &str) -> Vec<u8> {
    apk_with(&root(name).text("splitTypes", types), &[])
}

/// A split of before Android 13.
fn old_split(name: &str) -> Vec<u8> {
    apk_with(&root(name), &[])
}

fn requiring(types: &str) -> Vec<u8> {
    apk_with(&root("").text("requiredSplitTypes", types), &[])
}

fn lib(abi: &str) -> File {
    File {
        align: 16384,
        ..stored(&format!("lib/{abi}/libapp.so"), &library(16384, 5000))
    }
}

/// A split for an ABI, with a library.
fn abi_split(name: &str, abi: &str) -> Vec<u8> {
    let module = name.strip_suffix(&format!(".config.{}", abi.replace('-', "_")));
    let types = format!("{}__abi", module.unwrap_or("base"));
    apk_with(&root(name).text("splitTypes", &types), &[lib(abi)])
}

fn phone() -> Device {
    Device {
        abis: vec!["arm64-v8a".into(), "armeabi-v7a".into(), "armeabi".into()],
        density: Some(420),
        languages: vec!["de-AT".into(), "en-GB".into()],
        page_size: Some(4096),
    }
}

fn judge(apks: &[Vec<u8>], device: &Device) -> Result<SetFindings, SetError> {
    check_set(&installed(apks), device, None, &mut |_| {
        ControlFlow::Continue(())
    })
}

/// Files that are what their signer signed.
fn installed(apks: &[Vec<u8>]) -> Vec<InstalledApk<'_>> {
    apks.iter()
        .map(|apk| InstalledApk {
            apk,
            signers: None,
            intact: true,
        })
        .collect()
}

fn problems(apks: &[Vec<u8>]) -> Vec<SplitProblem> {
    judge(apks, &phone()).unwrap().problems
}

const NONE: [SplitProblem; 0] = [];

#[test]
fn one_whole_apk() {
    let found = judge(&[base()], &phone()).unwrap();
    assert_eq!(found.problems, NONE);
    assert_eq!(found.libraries, Libraries::None);
    assert_eq!(found.abi, None);
    assert_eq!(found.apks[0].package, "app.example");
    assert_eq!(found.apks[0].version_code, 7);
}

#[test]
fn an_app_bundle_as_a_store_installs_it() {
    let apks = [
        requiring("base__abi,base__density"),
        abi_split("config.arm64_v8a", "arm64-v8a"),
        split("config.xxhdpi", "base__density"),
        old_split("config.de"),
        apk_with(
            &root("camera")
                .switch("isFeatureSplit", true)
                .text("splitTypes", "camera__module")
                .text("requiredSplitTypes", "camera__abi"),
            &[],
        ),
        abi_split("camera.config.arm64_v8a", "arm64-v8a"),
    ];
    let found = judge(&apks, &phone()).unwrap();
    assert_eq!(found.problems, NONE);
    assert_eq!(found.abi.as_deref(), Some("arm64-v8a"));
    // Each of them left out: only what is required is missed.
    let without = |left_out: usize| {
        let mut apks = apks.to_vec();
        apks.remove(left_out);
        problems(&apks)
    };
    assert_eq!(without(1), [AbiSplitMissing]);
    assert_eq!(without(2), [DensityMissing]);
    assert_eq!(without(3), NONE);
    // A feature may not be there; its configurations do no harm then.
    assert_eq!(without(4), NONE);
    assert_eq!(without(5), [AbiSplitMissing]);
    assert_eq!(problems(&apks[..1]), [AbiSplitMissing, DensityMissing]);
}

#[test]
fn each_type_that_is_required() {
    for (kind, problem) in [
        ("base__abi", AbiSplitMissing),
        ("base__density", DensityMissing),
        ("base__language", LanguageMissing),
        ("base__textures", RequiredSplitMissing),
        ("camera__module", RequiredSplitMissing),
        ("camera__density", DensityMissing),
        // Not from an app bundle.
        ("density", DensityMissing),
        ("abi", AbiSplitMissing),
        ("anything", RequiredSplitMissing),
    ] {
        let base = requiring(kind);
        assert_eq!(problems(from_ref(&base)), [problem], "{kind}");
        let other = split("part", "other");
        assert_eq!(problems(&[base.clone(), other]), [problem], "{kind}");
        assert_eq!(problems(&[base, split("part", kind)]), NONE, "{kind}");
    }
    // The base's own types count, as the installer counts them.
    let own = root("")
        .text("requiredSplitTypes", "base__tier")
        .text("splitTypes", "base__tier");
    assert_eq!(problems(&[apk_with(&own, &[])]), NONE);
    // What a split requires counts as well, and one split may have several types.
    let feature = apk_with(
        &root("camera").text("requiredSplitTypes", "camera__textures,camera__tier"),
        &[],
    );
    assert_eq!(problems(&[base(), feature.clone()]), [RequiredSplitMissing]);
    let both = split("camera.config.astc", "camera__textures,camera__tier");
    assert_eq!(problems(&[base(), feature, both]), NONE);
}

#[test]
fn a_split_that_states_no_type_is_what_its_name_says() {
    for (kind, name) in [
        ("base__abi", "config.arm64_v8a"),
        ("base__density", "config.xxhdpi"),
        ("base__density", "config.nodpi"),
        ("base__density", "config.anydpi"),
        ("base__language", "config.de"),
        ("camera__density", "camera.config.xxhdpi"),
        ("camera__module", "camera"),
    ] {
        assert_eq!(
            problems(&[requiring(kind), old_split(name)]),
            NONE,
            "{name}"
        );
        // Where it states one, that counts.
        let stated = split(name, "other");
        assert_eq!(problems(&[requiring(kind), stated]).len(), 1, "{name}");
    }
    for name in ["config.astc", "config.x", "config.DE", "config.d3"] {
        let apks = [requiring("base__language"), old_split(name)];
        assert_eq!(problems(&apks), [LanguageMissing], "{name}");
    }
}

#[test]
fn older_bundles_say_only_that_splits_are_required() {
    let attribute = apk_with(&root("").switch("isSplitRequired", true), &[]);
    let meta = element("meta-data")
        .text("name", "com.android.vending.splits.required")
        .switch("value", true);
    let meta = apk_with(&root("").child(element("application").child(meta)), &[]);
    for base in [attribute, meta] {
        assert_eq!(problems(from_ref(&base)), [RequiredSplitMissing]);
        assert_eq!(problems(&[base, old_split("config.de")]), NONE);
    }
    let not = apk_with(&root("").switch("isSplitRequired", false), &[]);
    assert_eq!(problems(&[not]), NONE);
    // The types say more.
    let both = root("")
        .switch("isSplitRequired", true)
        .text("requiredSplitTypes", "base__abi");
    assert_eq!(problems(&[apk_with(&both, &[])]), [AbiSplitMissing]);
}

#[test]
fn a_split_that_another_one_uses() {
    let camera = apk_with(
        &root("camera").child(element("uses-split").text("name", "maps")),
        &[],
    );
    assert_eq!(problems(&[base(), camera.clone()]), [RequiredSplitMissing]);
    assert_eq!(problems(&[base(), camera, old_split("maps")]), NONE);
}

#[test]
fn foreign_splits() {
    let version = |code: u32, major: u32| {
        let root = element("manifest")
            .plain("package", "app.example")
            .plain("split", "config.de")
            .number("versionCode", code)
            .number("versionCodeMajor", major);
        problems(&[base(), apk_with(&root, &[])])
    };
    assert_eq!(version(7, 0), NONE);
    assert_eq!(version(8, 0), [ForeignSplit]);
    assert_eq!(version(7, 1), [ForeignSplit]);
    let package = |name: &str| {
        let root = element("manifest")
            .plain("package", name)
            .plain("split", "config.de")
            .number("versionCode", 7);
        problems(&[base(), apk_with(&root, &[])])
    };
    assert_eq!(package("app.example"), NONE);
    assert_eq!(package("app.Example"), [ForeignSplit]);
    // Twice, and a second base.
    let german = old_split("config.de");
    assert_eq!(problems(&[base(), german.clone(), german]), [ForeignSplit]);
    assert_eq!(problems(&[base(), base()]), [ForeignSplit]);
}

#[test]
fn signers_are_compared_where_they_are_known() {
    let (base, split) = (base(), old_split("config.de"));
    let [a, b] = [CertificateDigest([1; 32]), CertificateDigest([2; 32])];
    let judge = |of_base: Option<&[CertificateDigest]>, of_split: Option<&[CertificateDigest]>| {
        let apk = |apk, signers| InstalledApk {
            apk,
            signers,
            intact: true,
        };
        let apks = [apk(&base as &dyn ReadAt, of_base), apk(&split, of_split)];
        check_set(&apks, &phone(), None, &mut |_| ControlFlow::Continue(()))
            .unwrap()
            .problems
    };
    assert_eq!(judge(Some(&[a]), Some(&[a])), NONE);
    assert_eq!(judge(Some(&[a]), Some(&[b])), [ForeignSplit]);
    assert_eq!(judge(Some(&[a, b]), Some(&[b, a])), NONE);
    assert_eq!(judge(Some(&[a, b]), Some(&[a])), [ForeignSplit]);
    assert_eq!(judge(None, Some(&[a])), NONE);
    assert_eq!(judge(Some(&[a]), None), NONE);
}

fn on_abis(apks: &[Vec<u8>], abis: &[&str]) -> (Vec<SplitProblem>, Option<String>, Libraries) {
    let device = Device {
        abis: abis.iter().map(|abi| (*abi).to_owned()).collect(),
        ..phone()
    };
    let found = judge(apks, &device).unwrap();
    (found.problems, found.abi, found.libraries)
}

#[test]
fn the_abi_is_chosen_as_the_installer_chooses_it() {
    let arm64 = &["arm64-v8a", "armeabi-v7a", "armeabi"][..];
    let v7 = &["armeabi-v7a", "armeabi"][..];
    let x86 = &["x86_64", "x86"][..];
    let chosen = |apks: &[Vec<u8>], abis: &[&str]| {
        let (problems, abi, _) = on_abis(apks, abis);
        (problems, abi.unwrap_or_default())
    };
    let all = apk_with(
        &root(""),
        &[
            lib("x86"),
            lib("armeabi-v7a"),
            lib("arm64-v8a"),
            lib("x86_64"),
        ],
    );
    assert_eq!(chosen(from_ref(&all), arm64), (vec![], "arm64-v8a".into()));
    assert_eq!(chosen(from_ref(&all), v7), (vec![], "armeabi-v7a".into()));
    assert_eq!(chosen(from_ref(&all), x86), (vec![], "x86_64".into()));
    assert_eq!(
        chosen(from_ref(&all), &["riscv64"]),
        (vec![AbiSplitMissing], String::new())
    );
    // Without a list nothing is judged.
    assert_eq!(on_abis(&[all], &[]), (vec![], None, Libraries::NoAbi));
    // An app of 32 bits on a phone of 64.
    let narrow = [base(), abi_split("config.armeabi_v7a", "armeabi-v7a")];
    assert_eq!(chosen(&narrow, arm64), (vec![], "armeabi-v7a".into()));
    assert_eq!(
        chosen(&narrow, &["arm64-v8a"]),
        (vec![AbiSplitMissing], String::new())
    );
    // An old library's ABI.
    let old = apk_with(&root(""), &[lib("armeabi")]);
    assert_eq!(chosen(&[old], arm64), (vec![], "armeabi".into()));
    // The app asks for 32 bits.
    let asks = root("").child(element("application").switch("use32bitAbi", true));
    let asks = apk_with(&asks, &[lib("arm64-v8a"), lib("armeabi-v7a")]);
    assert_eq!(
        chosen(from_ref(&asks), arm64),
        (vec![], "armeabi-v7a".into())
    );
    assert_eq!(
        chosen(&[asks], &["arm64-v8a"]),
        (vec![], "arm64-v8a".into())
    );
}

#[test]
fn splits_for_other_abis_only() {
    let base = requiring("base__abi");
    let of = |names: &[(&str, &str)]| {
        let mut apks = vec![base.clone()];
        apks.extend(names.iter().map(|(name, abi)| abi_split(name, abi)));
        problems(&apks)
    };
    let arm64 = ("config.arm64_v8a", "arm64-v8a");
    let v7 = ("config.armeabi_v7a", "armeabi-v7a");
    let x86 = ("config.x86", "x86");
    assert_eq!(of(&[arm64]), NONE);
    assert_eq!(of(&[v7]), NONE);
    assert_eq!(of(&[x86]), [AbiSplitMissing]);
    assert_eq!(of(&[x86, arm64]), NONE);
    assert_eq!(of(&[x86, v7]), NONE);
    // The feature's libraries are not those that the app runs with.
    let feature = ("camera.config.armeabi_v7a", "armeabi-v7a");
    assert_eq!(of(&[arm64, feature]), [AbiSplitMissing]);
    assert_eq!(of(&[v7, feature]), NONE);
    let whole = ("camera.config.arm64_v8a", "arm64-v8a");
    assert_eq!(of(&[arm64, feature, whole]), NONE);
    // A feature that holds its own libraries.
    let camera = apk_with(&root("camera"), &[lib("arm64-v8a")]);
    let apks = [
        base.clone(),
        abi_split(arm64.0, arm64.1),
        camera,
        abi_split("camera.config.x86", "x86"),
    ];
    assert_eq!(problems(&apks), NONE);
    // Splits for ABIs without a library in them.
    assert_eq!(
        problems(&[base.clone(), split("config.x86", "base__abi")]),
        [AbiSplitMissing]
    );
    assert_eq!(
        problems(&[base, split("config.arm64_v8a", "base__abi")]),
        NONE
    );
}

#[test]
fn only_what_the_installer_takes_for_a_library_is_one() {
    for name in [
        "lib/x86/app.so",
        "lib/x86/libapp.txt",
        "lib/x86/lib.so",
        "lib/libapp.so",
        "libs/x86/libapp.so",
        "assets/lib/x86/libapp.so",
        "lib/x86/lib app.so",
        "lib/x86/wrap.sh",
    ] {
        let apk = apk_with(&root(""), &[stored(name, b"x")]);
        let expected = (vec![], None, Libraries::None);
        assert_eq!(on_abis(&[apk], &["arm64-v8a"]), expected, "{name}");
    }
    let apk = apk_with(&root(""), &[stored("lib/x86/libapp.so", b"x")]);
    assert_eq!(
        on_abis(&[apk], &["arm64-v8a"]),
        (vec![AbiSplitMissing], None, Libraries::NoAbi)
    );
}

#[test]
fn a_density_split_serves_screens_of_half_to_twice_its_dots() {
    let on = |name: &str, density: Option<u32>| {
        let device = Device { density, ..phone() };
        let apks = [requiring("base__density"), split(name, "base__density")];
        judge(&apks, &device).unwrap().problems
    };
    for (name, density, right) in [
        ("config.xxhdpi", 480, true),
        ("config.xxhdpi", 420, true),
        ("config.xxhdpi", 560, true),
        ("config.xxhdpi", 960, true),
        ("config.xxhdpi", 961, false),
        ("config.xxhdpi", 240, true),
        ("config.xxhdpi", 239, false),
        ("config.mdpi", 480, false),
        ("config.ldpi", 240, true),
        ("config.xxxhdpi", 480, true),
        ("config.xxxhdpi", 160, false),
        ("config.tvdpi", 213, true),
        ("config.tvdpi", 640, false),
        ("config.560dpi", 600, true),
        ("config.nodpi", 160, true),
        ("config.anydpi", 160, true),
        // A name that says nothing.
        ("screen", 160, true),
    ] {
        let expected = if right { &NONE[..] } else { &[DensityMissing] };
        assert_eq!(on(name, Some(density)), expected, "{name} on {density}");
        assert_eq!(on(name, None), NONE);
    }
    // One of several suffices; a feature's does not serve the base.
    let several = [
        requiring("base__density"),
        split("config.mdpi", "base__density"),
        split("config.xxhdpi", "base__density"),
    ];
    assert_eq!(problems(&several), NONE);
    let feature = [
        requiring("base__density"),
        split("config.mdpi", "base__density"),
        split("camera.config.xxhdpi", "camera__density"),
    ];
    assert_eq!(problems(&feature), [DensityMissing]);
    let its_own = |bucket: &str| {
        let camera = root("camera").text("requiredSplitTypes", "camera__density");
        let name = format!("camera.config.{bucket}");
        problems(&[
            base(),
            apk_with(&camera, &[]),
            split(&name, "camera__density"),
            split("config.xxxhdpi", "base__density"),
        ])
    };
    assert_eq!(its_own("xxhdpi"), NONE);
    assert_eq!(its_own("mdpi"), [DensityMissing]);
    // A base that does not ask for it.
    assert_eq!(
        problems(&[base(), split("config.mdpi", "base__density")]),
        NONE
    );
}

#[test]
fn a_language_split_serves_its_language_where_the_base_requires_one() {
    let on = |name: &str, languages: &[&str]| {
        let device = Device {
            languages: languages.iter().map(|tag| (*tag).to_owned()).collect(),
            ..phone()
        };
        let apks = [requiring("base__language"), split(name, "base__language")];
        judge(&apks, &device).unwrap().problems
    };
    for (name, languages, right) in [
        ("config.de", &["de"][..], true),
        ("config.de", &["de-AT"], true),
        ("config.de", &["fr-FR", "de-AT"], true),
        ("config.de", &["fr-FR"], false),
        ("config.pt_rBR", &["pt-PT"], true),
        ("config.iw", &["he-IL"], true),
        ("config.id", &["in-ID"], true),
        ("config.fil", &["tl"], true),
        ("config.fil", &["fi"], false),
        ("words", &["de"], true),
        ("config.fr", &[], true),
    ] {
        let expected = if right { &NONE[..] } else { &[LanguageMissing] };
        assert_eq!(on(name, languages), expected, "{name} for {languages:?}");
    }
    assert_eq!(
        problems(&[base(), split("config.fr", "base__language")]),
        NONE
    );
}

#[test]
fn problems_come_once_each_and_in_order() {
    let foreign = element("manifest")
        .plain("package", "app.other")
        .plain("split", "x");
    let apks = [
        requiring("base__language,base__density,base__tier,base__abi,camera__abi,base__countries"),
        apk_with(&foreign, &[]),
    ];
    let expected = [
        AbiSplitMissing,
        ForeignSplit,
        RequiredSplitMissing,
        DensityMissing,
        LanguageMissing,
    ];
    assert_eq!(problems(&apks), expected);
}

// Native libraries.

fn in_apk(file: File) -> Vec<u8> {
    let root = root("").child(element("application").switch("extractNativeLibs", false));
    apk_with(&root, &[file])
}

fn on_pages(apk: &Vec<u8>, page_size: Option<u32>) -> Vec<SplitProblem> {
    let device = Device {
        page_size,
        ..phone()
    };
    let found = judge(from_ref(apk), &device).unwrap();
    assert_eq!(found.libraries, Libraries::InApks);
    found.problems
}

fn lib_of(align_in_zip: usize, align_in_memory: u64) -> File {
    File {
        align: align_in_zip,
        ..stored("lib/arm64-v8a/libapp.so", &library(align_in_memory, 5000))
    }
}

#[test]
fn a_library_in_an_apk_is_stored_and_aligned() {
    let apk = in_apk(lib_of(4096, 4096));
    assert_eq!(on_pages(&apk, Some(4096)), NONE);
    assert_eq!(on_pages(&apk, None), NONE);
    for align in [1, 4, 2048] {
        let apk = in_apk(lib_of(align, 4096));
        let place = apk.windows(4).position(|four| four == b"\x7fELF").unwrap();
        assert_ne!(place % 4096, 0, "choose another size");
        assert_eq!(
            on_pages(&apk, Some(4096)),
            [NativeLibraryMissing],
            "{align}"
        );
        assert_eq!(on_pages(&apk, None), [NativeLibraryMissing], "{align}");
    }
    let compressed = File {
        method: 8,
        ..lib_of(4096, 4096)
    };
    assert_eq!(
        on_pages(&in_apk(compressed), Some(4096)),
        [NativeLibraryMissing]
    );
    // Of an ABI that is not in use nothing is asked.
    let other = File {
        name: b"lib/x86/libapp.so".to_vec(),
        ..lib_of(1, 4096)
    };
    let root = root("").child(element("application").switch("extractNativeLibs", false));
    let apk = apk_with(&root, &[lib_of(4096, 4096), other]);
    assert_eq!(on_pages(&apk, Some(4096)), NONE);
}

#[test]
fn sixteen_kilobyte_pages() {
    let right = in_apk(lib_of(16384, 16384));
    let larger = in_apk(lib_of(16384, 65536));
    let zip = in_apk(lib_of(4096, 16384));
    let memory = in_apk(lib_of(16384, 4096));
    let place = zip.windows(4).position(|four| four == b"\x7fELF").unwrap();
    assert_ne!(place % 16384, 0, "choose another size");
    for (apk, on_16k) in [
        (right, &NONE[..]),
        (larger, &NONE),
        (zip, &[PageSize]),
        (memory, &[PageSize]),
    ] {
        assert_eq!(on_pages(&apk, Some(16384)), on_16k);
        assert_eq!(on_pages(&apk, Some(4096)), NONE);
        assert_eq!(on_pages(&apk, None), NONE);
    }
    // Smaller pages are none of this.
    let small = in_apk(lib_of(16384, 2048));
    assert_eq!(on_pages(&small, Some(4096)), NONE);
    assert_eq!(on_pages(&small, Some(16384)), [PageSize]);
    // What the signer signed as a library and is none.
    for data in [&b""[..], b"text", &library(4096, 5000)[..63]] {
        let apk = in_apk(File {
            data: data.to_vec(),
            ..lib_of(16384, 4096)
        });
        assert_eq!(on_pages(&apk, Some(16384)), NONE);
    }
}

#[test]
fn alignment_in_memory_is_read_from_compressed_libraries_too() {
    let device = Device {
        page_size: Some(16384),
        ..phone()
    };
    for (align, far, expected) in [
        (4096, false, &[PageSize][..]),
        (16384, false, &NONE),
        (4096, true, &[PageSize]),
        (16384, true, &NONE),
    ] {
        let mut data = library(align, 200_000);
        if far {
            // As patchelf leaves it: the program headers at the end.
            let headers = data[64..120].to_vec();
            data[32..40].copy_from_slice(&200_000_u64.to_le_bytes());
            data[64..120].fill(0);
            data.extend(headers);
        }
        let apk = apk_with(&root(""), &[deflated("lib/arm64-v8a/libapp.so", &data)]);
        let found = judge(&[apk], &device).unwrap();
        assert_eq!(found.problems, expected, "{align} {far}");
        assert_eq!(found.libraries, Libraries::NoFolder);
    }
}

/// Program headers that lie across two pieces of what is read, and what looks like one more after
/// them.
#[test]
fn no_more_than_the_program_headers_is_read() {
    let device = Device {
        page_size: Some(16384),
        ..phone()
    };
    let at = 3 * 32 * 1024 - 28;
    let mut data = library(16384, at);
    let headers = data[64..120].to_vec();
    data[32..40].copy_from_slice(&(at as u64).to_le_bytes());
    data.extend(&headers);
    let mut more = headers;
    more[48..].copy_from_slice(&4096_u64.to_le_bytes());
    data.extend(more);
    data.extend(vec![0; 1_000_000]);
    for method in [0, 8] {
        let apk = apk_with(
            &root(""),
            &[File {
                method,
                ..stored("lib/arm64-v8a/libapp.so", &data)
            }],
        );
        let mut read = 0;
        let one = InstalledApk {
            apk: &apk,
            signers: None,
            intact: true,
        };
        let found = check_set(&[one], &device, None, &mut |bytes| {
            read += bytes;
            ControlFlow::Continue(())
        });
        assert_eq!(found.unwrap().problems, NONE);
        assert!(read <= 5 * 32 * 1024, "{read}");
    }
}

#[test]
fn a_library_whose_headers_disagree_cannot_be_opened() {
    let apk = in_apk(lib_of(4096, 4096));
    let at = apk
        .windows(10)
        .position(|name| name == b"libapp.so\0")
        .unwrap();
    let mut broken = apk.clone();
    broken[at] ^= 1;
    assert_eq!(on_pages(&apk, Some(4096)), NONE);
    assert_eq!(on_pages(&broken, Some(4096)), [NativeLibraryDamaged]);
}

#[test]
fn contents_that_no_signature_vouched_for_are_held_to_their_crc() {
    let apk = in_apk(lib_of(4096, 4096));
    let mut broken = apk.clone();
    let at = apk.windows(4).position(|four| four == b"\x7fELF").unwrap();
    broken[at + 4999] ^= 1;
    let judge = |apk: &Vec<u8>, intact| {
        let apk = InstalledApk {
            apk,
            signers: None,
            intact,
        };
        check_set(&[apk], &phone(), None, &mut |_| ControlFlow::Continue(()))
            .unwrap()
            .problems
    };
    assert_eq!(judge(&apk, false), NONE);
    assert_eq!(judge(&broken, false), [NativeLibraryDamaged]);
    // The signer signed it so.
    assert_eq!(judge(&broken, true), NONE);
}

/// A folder of extracted libraries, and how often each was opened.
struct Folder {
    files: BTreeMap<&'static str, Vec<u8>>,
    opened: Cell<u32>,
}

impl Folder {
    fn judge(&self, apks: &[Vec<u8>]) -> Vec<SplitProblem> {
        let open = |name: &str| -> io::Result<Option<Box<dyn ReadAt>>> {
            self.opened.set(self.opened.get() + 1);
            Ok(self
                .files
                .get(name)
                .map(|bytes| Box::new(bytes.clone()) as Box<dyn ReadAt>))
        };
        let found = check_set(&installed(apks), &phone(), Some(&open), &mut |_| {
            ControlFlow::Continue(())
        })
        .unwrap();
        assert_eq!(found.libraries, Libraries::Extracted);
        found.problems
    }
}

fn folder(files: &[(&'static str, &[u8])]) -> Folder {
    Folder {
        files: files
            .iter()
            .map(|(name, data)| (*name, data.to_vec()))
            .collect(),
        opened: Cell::new(0),
    }
}

#[test]
fn extracted_libraries_are_compared_with_the_apks() {
    let one = library(4096, 100_000);
    let two = b"two".to_vec();
    let apks = [
        apk_with(&root(""), &[deflated("lib/arm64-v8a/libone.so", &one)]),
        apk_with(
            &root("camera"),
            &[
                stored("lib/arm64-v8a/libtwo.so", &two),
                stored("lib/arm64-v8a/readme.txt", b"not extracted"),
                stored("lib/armeabi-v7a/libthree.so", b"of another ABI"),
            ],
        ),
    ];
    let judge = |files: &[(&'static str, &[u8])]| folder(files).judge(&apks);
    assert_eq!(judge(&[("libone.so", &one), ("libtwo.so", &two)]), NONE);
    // More than the APKs carry is the phone's own business.
    assert_eq!(
        judge(&[("libone.so", &one), ("libtwo.so", &two), ("liboat.so", b"")]),
        NONE
    );
    assert_eq!(judge(&[("libone.so", &one)]), [NativeLibraryMissing]);
    let mut bit = one.clone();
    bit[99_999] ^= 1;
    assert_eq!(
        judge(&[("libone.so", &bit), ("libtwo.so", &two)]),
        [NativeLibraryDamaged]
    );
    assert_eq!(
        judge(&[("libone.so", &one[..99_999]), ("libtwo.so", &two)]),
        [NativeLibraryDamaged]
    );
    assert_eq!(
        judge(&[("libone.so", &one), ("libtwo.so", b"")]),
        [NativeLibraryDamaged]
    );
    assert_eq!(
        judge(&[("libtwo.so", b"twO")]),
        [NativeLibraryMissing, NativeLibraryDamaged]
    );
}

#[test]
fn an_entry_that_is_damaged_itself_says_nothing_of_the_extracted_file() {
    let manifest = deflated("AndroidManifest.xml", &axml(&root(""), FORM));
    let mut apk = zip(&[manifest, stored("lib/arm64-v8a/liba.so", b"library")]);
    let at = apk.places[1].record + 16;
    apk.bytes[at] ^= 1;
    let judge = |files: &[(&'static str, &[u8])]| folder(files).judge(from_ref(&apk.bytes));
    assert_eq!(judge(&[("liba.so", b"library")]), NONE);
    assert_eq!(judge(&[]), [NativeLibraryMissing]);
}

#[test]
fn one_file_of_a_name_that_several_apks_carry_suffices() {
    let apks = [
        apk_with(
            &root(""),
            &[stored("lib/arm64-v8a/liba.so", b"of the base")],
        ),
        apk_with(
            &root("camera"),
            &[stored("lib/arm64-v8a/liba.so", b"of the camera")],
        ),
    ];
    for data in [&b"of the base"[..], b"of the camera"] {
        let folder = folder(&[("liba.so", data)]);
        assert_eq!(folder.judge(&apks), NONE);
        assert_eq!(folder.opened.get(), 1);
    }
    let other = folder(&[("liba.so", b"of nobody")]);
    assert_eq!(other.judge(&apks), [NativeLibraryDamaged]);
}

#[test]
fn libraries_that_are_not_extracted_are_not_looked_for() {
    let folder = folder(&[]);
    let open = |_: &str| -> io::Result<Option<Box<dyn ReadAt>>> {
        folder.opened.set(1);
        Ok(None)
    };
    let apk = in_apk(lib_of(4096, 4096));
    let apk = InstalledApk {
        apk: &apk,
        signers: None,
        intact: true,
    };
    let found = check_set(&[apk], &phone(), Some(&open), &mut |_| {
        ControlFlow::Continue(())
    });
    assert_eq!(found.unwrap().problems, NONE);
    assert_eq!(folder.opened.get(), 0);
}

/// A library that the system reads in small parts, is interrupted at, and fails to read at last.
struct Slow {
    bytes: Vec<u8>,
    calls: AtomicU32,
    fails_at: u32,
}

impl ReadAt for Slow {
    fn length(&self) -> io::Result<u64> {
        self.bytes.length()
    }

    fn read_at(&self, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
        let call = self.calls.fetch_add(1, Ordering::Relaxed);
        if call == self.fails_at {
            Err(io::Error::other("the flash memory is worn"))
        } else if call.is_multiple_of(2) {
            Err(io::ErrorKind::Interrupted.into())
        } else {
            let few = buffer.len().min(1000);
            self.bytes.read_at(&mut buffer[..few], offset)
        }
    }
}

#[test]
fn an_interrupted_read_is_tried_again_and_a_failed_one_told() {
    let data = library(4096, 10_000);
    let judge = |fails_at| {
        let open = |_: &str| -> io::Result<Option<Box<dyn ReadAt>>> {
            Ok(Some(Box::new(Slow {
                bytes: data.clone(),
                calls: 0.into(),
                fails_at,
            })))
        };
        let apk = apk_with(&root(""), &[stored("lib/arm64-v8a/liba.so", &data)]);
        let one = InstalledApk {
            apk: &apk,
            signers: None,
            intact: true,
        };
        check_set(&[one], &phone(), Some(&open), &mut |_| {
            ControlFlow::Continue(())
        })
        .map(|found| found.problems)
        .map_err(|error| error.to_string())
    };
    assert_eq!(judge(u32::MAX), Ok(vec![]));
    assert_eq!(
        judge(7),
        Err("the extracted libraries: the flash memory is worn".to_owned())
    );
}

// What is not judged.

fn refusal(apks: &[Vec<u8>]) -> String {
    judge(apks, &phone()).unwrap_err().to_string()
}

#[test]
fn refusals_word_for_word() {
    assert_eq!(refusal(&[]), "there is no APK");
    assert_eq!(
        refusal(&[old_split("config.de"), base()]),
        "the first APK is not the base but the split config.de"
    );
    assert_eq!(
        refusal(&[base(), vec![0; 100]]),
        "APK 2: the file has no ZIP end of central directory record"
    );
    assert_eq!(
        refusal(&[zip(&[]).bytes]),
        "APK 1: it has no AndroidManifest.xml"
    );
    let manifest = deflated("AndroidManifest.xml", &axml(&root(""), FORM));
    assert_eq!(
        refusal(&[zip(&[manifest.clone(), manifest.clone()]).bytes]),
        "APK 1: it has more than one AndroidManifest.xml"
    );
    let large = deflated("AndroidManifest.xml", &vec![0; (4 << 20) + 1]);
    assert_eq!(
        refusal(&[base(), zip(&[large]).bytes]),
        "APK 2: its AndroidManifest.xml is larger than 4 MB"
    );
    let mut broken = zip(&[File {
        method: 0,
        ..manifest
    }]);
    let at = broken.places[0].data;
    broken.bytes[at] ^= 1;
    assert_eq!(
        refusal(&[broken.bytes]),
        "APK 1: AndroidManifest.xml: its data has another CRC-32"
    );
    let text = stored("AndroidManifest.xml", b"<manifest/>");
    assert_eq!(
        refusal(&[zip(&[text]).bytes]),
        "APK 1: AndroidManifest.xml: it is not binary XML"
    );
    let open =
        |_: &str| -> io::Result<Option<Box<dyn ReadAt>>> { Err(io::Error::other("no permission")) };
    let apk = apk_with(&root(""), &[lib("arm64-v8a")]);
    let apk = InstalledApk {
        apk: &apk,
        signers: None,
        intact: true,
    };
    let folder = check_set(&[apk], &phone(), Some(&open), &mut |_| {
        ControlFlow::Continue(())
    });
    assert_eq!(
        folder.unwrap_err().to_string(),
        "the extracted libraries: no permission"
    );
    let stopped = check_set(&[apk], &phone(), None, &mut |_| ControlFlow::Break(()));
    assert_eq!(stopped.unwrap_err().to_string(), "stopped on request");
}

#[test]
fn overlapping_libraries_are_not_read_again_and_again() {
    let size = 1_000_000;
    let one = lib_of(4096, 4096);
    let many = zip(&[
        deflated(
            "AndroidManifest.xml",
            &axml(
                &root("").child(element("application").switch("extractNativeLibs", false)),
                FORM,
            ),
        ),
        File {
            data: library(4096, size),
            ..one
        },
    ]);
    let record = many.bytes[many.places[1].record..many.bytes.len() - 22].to_vec();
    let mut bytes = many.bytes[..many.bytes.len() - 22].to_vec();
    let start = many.places[0].record;
    bytes.extend(record.repeat(60_000));
    bytes.extend(build::end(60_002, bytes.len() - start, start));
    let mut read = 0;
    let apk = InstalledApk {
        apk: &bytes,
        signers: None,
        intact: false,
    };
    let found = check_set(&[apk], &phone(), None, &mut |bytes| {
        read += bytes;
        ControlFlow::Continue(())
    });
    assert_eq!(found.unwrap_err().to_string(), "APK 1: its entries overlap");
    assert!(read < 4 * size as u64, "{read}");
}
