//! What is read from binary manifests: each attribute in every form, what is refused word for word,
//! and that hostile ones end in bounded time and memory.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a failure here is what a test is for"
)]

mod build;

use std::{collections::BTreeSet, time::Instant};

use build::{Element, FORM, Form, Pool, Value, axml, chunk, element, finish, pool, start};
use diagnose_integrity::ApkInfo;

fn read(root: &Element) -> ApkInfo {
    ApkInfo::from_manifest(&axml(root, FORM)).unwrap()
}

fn refusal(bytes: &[u8]) -> String {
    ApkInfo::from_manifest(bytes).unwrap_err().to_string()
}

fn set(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

fn manifest() -> Element {
    element("manifest").plain("package", "app.example")
}

#[test]
fn everything_that_is_read_in_every_form() {
    let root = manifest()
        .plain("split", "camera.config.de")
        .plain("configForSplit", "camera")
        .number("versionCode", 7)
        .number("versionCodeMajor", 2)
        .switch("isFeatureSplit", true)
        .switch("isSplitRequired", true)
        .text(
            "requiredSplitTypes",
            "base__abi, base__density,,camera__module",
        )
        .text("splitTypes", "camera__language")
        .child(element("uses-split").text("name", "maps"))
        .child(element("uses-split").text("name", "base.ext"))
        .child(
            element("application")
                .switch("extractNativeLibs", false)
                .switch("use32bitAbi", true),
        );
    let expected = ApkInfo {
        package: "app.example".into(),
        version_code: (2 << 32) + 7,
        split: Some("camera.config.de".into()),
        config_for_split: Some("camera".into()),
        feature_split: true,
        split_required: true,
        required_split_types: set(&["base__abi", "base__density", "camera__module"]),
        split_types: set(&["camera__language"]),
        uses_splits: set(&["base.ext", "maps"]),
        extract_native_libs: false,
        use_32bit_abi: true,
    };
    for utf8 in [false, true] {
        for ids in [false, true] {
            let info = ApkInfo::from_manifest(&axml(&root, Form { utf8, ids }));
            assert_eq!(info.as_ref(), Ok(&expected), "utf8 {utf8}, ids {ids}");
        }
    }
}

#[test]
fn what_is_not_said_is_as_android_takes_it() {
    let expected = ApkInfo {
        package: "app.example".into(),
        version_code: 0,
        split: None,
        config_for_split: None,
        feature_split: false,
        split_required: false,
        required_split_types: BTreeSet::new(),
        split_types: BTreeSet::new(),
        uses_splits: BTreeSet::new(),
        extract_native_libs: true,
        use_32bit_abi: false,
    };
    assert_eq!(read(&manifest()), expected);
    // Empty names are none.
    let empty = manifest()
        .plain("split", "")
        .plain("configForSplit", "")
        .text("splitTypes", "")
        .text("requiredSplitTypes", " , ");
    assert_eq!(read(&empty), expected);
    // A reference and a text are no number for the installer.
    let references = manifest()
        .android("versionCode", Value::Reference(0x7f01_0000))
        .text("versionCodeMajor", "3")
        .child(element("application").android("extractNativeLibs", Value::Reference(0x7f01_0001)));
    assert_eq!(read(&references), expected);
}

#[test]
fn a_name_without_its_namespace_is_another_attribute() {
    let root = manifest()
        .plain("versionCode", "8")
        .plain("splitTypes", "base__abi")
        .text("name", "x");
    let info = read(&root);
    assert_eq!(info.version_code, 0);
    assert_eq!(info.split_types, BTreeSet::new());
    // The number decides, not the name, as in the framework.
    let mut renamed = manifest();
    renamed
        .attributes
        .push(("a".into(), 0x0101_021b, Value::Number(9)));
    renamed
        .attributes
        .push(("versionCodeMajor".into(), 0x0101_0003, Value::Number(1)));
    assert_eq!(read(&renamed).version_code, 9);
}

#[test]
fn older_bundles_say_in_meta_data_that_splits_are_required() {
    let required = |name: &str, value: bool, depth: usize| {
        let meta = element("meta-data")
            .text("name", name)
            .switch("value", value);
        let root = match depth {
            1 => manifest().child(meta),
            2 => manifest().child(element("application").child(meta)),
            _ => manifest().child(element("application").child(element("activity").child(meta))),
        };
        read(&root).split_required
    };
    let name = "com.android.vending.splits.required";
    assert!(required(name, true, 2));
    assert!(!required(name, false, 2));
    assert!(!required("com.android.vending.splits", true, 2));
    assert!(!required(name, true, 1));
    assert!(!required(name, true, 3));
}

#[test]
fn long_strings_and_characters_outside_the_plane() {
    let types: Vec<String> = (0..800).map(|n| format!("🦀type{n:040}__abi")).collect();
    let root = manifest().text("requiredSplitTypes", &types.join(","));
    let utf16 = Form {
        utf8: false,
        ids: true,
    };
    let info = ApkInfo::from_manifest(&axml(&root, utf16)).unwrap();
    assert_eq!(info.required_split_types, types.into_iter().collect());
    let name = "ä".repeat(100);
    let long = manifest().plain("split", &name);
    assert_eq!(read(&long).split, Some(name));
}

#[test]
fn refusals_word_for_word() {
    let whole = axml(&manifest(), FORM);
    assert!(ApkInfo::from_manifest(&whole).is_ok());
    let none = "it is not binary XML";
    assert_eq!(refusal(b""), none);
    assert_eq!(refusal(b"<?xml version=\"1.0\"?>"), none);
    assert_eq!(refusal(&whole[..whole.len() - 1]), none);
    assert_eq!(refusal(&chunk(0x0002, &[], &whole[8..])), none);

    let document = |parts: &[&[u8]]| chunk(0x0003, &[], &parts.concat());
    assert_eq!(refusal(&document(&[])), "it has no string pool");
    assert_eq!(refusal(&document(&[&finish(0)])), "it has no string pool");
    let mut strings = Pool::default();
    let name = strings.index("manifest");
    let package = strings.index("package");
    let value = strings.index("app.example");
    let pooled = strings.chunk(FORM);
    let named = [u32::MAX, package, value, 0x0300_0008, value];
    let root = start(name, &[named]);
    let refused = |parts: &[&[u8]]| refusal(&document(parts));
    assert!(ApkInfo::from_manifest(&document(&[&pooled, &root])).is_ok());

    let first = "its first element is not \"manifest\"";
    assert_eq!(refused(&[&pooled]), first);
    assert_eq!(refused(&[&pooled, &finish(name), &root]), first);
    assert_eq!(refused(&[&pooled, &start(package, &[named])]), first);
    assert_eq!(refused(&[&pooled, &start(99, &[named])]), first);
    assert_eq!(
        refused(&[&pooled, &start(name, &[])]),
        "it names no package"
    );

    // Chunks of no length, of less than their header, of more than there is, not of whole words.
    let at = 8 + pooled.len();
    for size in [0, 4, 12, 40, 35, u32::MAX] {
        let mut broken = root.clone();
        broken[4..8].copy_from_slice(&u32::to_le_bytes(size));
        let broken = &broken[..36];
        assert_eq!(
            refused(&[&pooled, broken]),
            format!("the chunk at byte {at} has a wrong size"),
            "{size}"
        );
    }
    let zero = [1, 0, 8, 0, 0, 0, 0, 0];
    assert_eq!(refused(&[&zero]), "the chunk at byte 8 has a wrong size");
    let after = at + root.len();
    assert_eq!(
        refused(&[&pooled, &root, &zero]),
        format!("the chunk at byte {after} has a wrong size")
    );

    let pools = "the string pool does not fit its chunk";
    assert_eq!(refused(&[&pool(2, 36, true, &[0; 4])]), pools);
    assert_eq!(refused(&[&pool(u32::MAX, 36, true, &[0; 4])]), pools);
    assert_eq!(refused(&[&pool(1, 37, true, &[0; 4])]), pools);
    assert_eq!(refused(&[&pool(1, u32::MAX, true, &[0; 4])]), pools);
    assert_eq!(refused(&[&chunk(1, &[0; 16], &[])]), pools);
    let mut styled = pooled.clone();
    styled[12] = 1;
    assert_eq!(refused(&[&styled, &root]), pools);

    let element = "an element does not fit its chunk";
    // Where attributes start, how long one is, how many there are.
    for (field, value) in [
        (8, 21_u16),
        (8, u16::MAX),
        (10, 19),
        (10, 0),
        (12, 2),
        (12, u16::MAX),
    ] {
        let mut broken = root.clone();
        broken[16 + field..18 + field].copy_from_slice(&value.to_le_bytes());
        assert_eq!(refused(&[&pooled, &broken]), element, "{field}: {value}");
    }
    assert_eq!(
        refused(&[&pooled, &chunk(0x0102, &[0; 8], &[0; 12])]),
        element
    );

    let missing = start(name, &[[u32::MAX, package, 3, 0x0300_0008, 3]]);
    assert_eq!(refused(&[&pooled, &missing]), "string 3 is not there");
    // The string's offset, or its length, reaches outside.
    for (offset, byte) in [(28 + 2 * 4 + 1, 0xff), (28 + 3 * 4 + 22, 0x7f)] {
        let mut broken = pooled.clone();
        broken[offset] = byte;
        assert_eq!(
            refused(&[&broken, &root]),
            "string 2 is not there",
            "{offset}"
        );
    }
    let mut broken = pooled.clone();
    let last = pooled
        .windows(3)
        .position(|window| window == b"app")
        .unwrap();
    broken[last] = 0xff;
    assert_eq!(refused(&[&broken, &root]), "string 2 is not text");
    let long = manifest().plain("split", &"s".repeat(256));
    assert_eq!(
        refusal(&axml(&long, FORM)),
        "a name in it is longer than 255 bytes"
    );
    let long = manifest().text("splitTypes", &"s".repeat(256));
    assert_eq!(
        refusal(&axml(&long, FORM)),
        "a name in it is longer than 255 bytes"
    );
    let list = "a list in it has more than 1024 names";
    let types: Vec<String> = (0..1025).map(|n| n.to_string()).collect();
    let many = manifest().text("splitTypes", &types.join(","));
    assert_eq!(refusal(&axml(&many, FORM)), list);
    let many = types
        .iter()
        .fold(manifest(), |root, name| root.child(element_named(name)));
    assert_eq!(refusal(&axml(&many, FORM)), list);
}

fn element_named(name: &str) -> Element {
    element("uses-split").text("name", name)
}

#[test]
fn every_cut_and_every_flipped_bit_ends_with_an_answer() {
    let root = manifest()
        .plain("split", "config.de")
        .number("versionCode", 7)
        .child(element("application").child(element("meta-data").text("name", "x")));
    for utf8 in [false, true] {
        let bytes = axml(&root, Form { utf8, ids: true });
        let mut refused = 0;
        for at in 0..bytes.len() {
            assert!(ApkInfo::from_manifest(&bytes[..at]).is_err(), "cut at {at}");
            for bit in 0..8 {
                let mut broken = bytes.clone();
                broken[at] ^= 1 << bit;
                refused += u32::from(ApkInfo::from_manifest(&broken).is_err());
            }
        }
        assert!(refused > 100, "{refused}");
    }
}

/// Four megabytes whose every part refers to the longest string there is.
#[test]
fn hostile_sizes_are_read_in_bounded_time() {
    let mut strings = Pool::default();
    let name = strings.index("manifest");
    let package = strings.index("package");
    let value = strings.index("app.example");
    let long = strings.index(&"x".repeat(32_000));
    let named = [u32::MAX, package, value, 0x0300_0008, value];
    let begun = Instant::now();
    // An element with as many attributes as a chunk counts, forty times.
    let other = start(long, &[[long, long, long, 0x0300_0008, long]; 65_535]);
    let mut parts = vec![strings.chunk(FORM), start(name, &[named])];
    parts.extend(vec![other; 40]);
    let bytes = chunk(0x0003, &[], &parts.concat());
    assert_eq!(
        ApkInfo::from_manifest(&bytes).unwrap().package,
        "app.example"
    );
    // A million elements inside one another.
    let mut parts = vec![strings.chunk(FORM), start(name, &[named])];
    parts.extend(vec![start(long, &[]); 1_000_000]);
    let bytes = chunk(0x0003, &[], &parts.concat());
    assert_eq!(
        ApkInfo::from_manifest(&bytes).unwrap().package,
        "app.example"
    );
    println!("88 MB of binary XML in {:?}", begun.elapsed());
    assert!(begun.elapsed().as_secs() < 20);
}
