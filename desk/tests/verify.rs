//! `blink-desk verify`: names, exit statuses, and what each option changes. The APKs are built by `aapt` and signed by
//! a small signer.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a failure here is what a test is for"
)]

use diagnose_apks::{
    aapt::{self, Recipe},
    elf,
    keys::{Key, Kind, key},
    signer::{self, Signer},
    signing_block::id,
    zip,
};
use serde_json::{Value, json};
use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
    sync::OnceLock,
};

const LIBRARY: &str = "lib/arm64-v8a/libblink.so";
const EVER: std::ops::RangeInclusive<u32> = 28..=0x7fff_ffff;

fn one() -> Key {
    key(Kind::P256, "one")
}

fn manifest(more: &str) -> String {
    format!("package=\"app.blink.test\" android:versionCode=\"31\" {more}")
}

fn base(extract: bool) -> Recipe {
    let types = "base__abi,base__density,base__language";
    Recipe {
        manifest: manifest(&format!("android:requiredSplitTypes=\"{types}\"")),
        application: format!("android:extractNativeLibs=\"{extract}\""),
        files: vec![("classes.dex".to_owned(), b"dex\n035\0".repeat(50))],
        ..Recipe::default()
    }
}

fn split(name: &str, types: &str) -> Recipe {
    Recipe {
        manifest: manifest(&format!(
            "split=\"{name}\" configForSplit=\"\" android:splitTypes=\"{types}\""
        )),
        application: "android:hasCode=\"false\"".to_owned(),
        ..Recipe::default()
    }
}

fn library() -> Vec<u8> {
    elf::library(&[16384, 16384], 50_000)
}

fn signed(recipe: &Recipe, key: &Key) -> Vec<u8> {
    signer::sign_v2(&aapt::build(recipe), key)
}

/// An APK with the byte in the middle of an entry's data changed.
fn flipped(apk: &[u8], entry: &str) -> Vec<u8> {
    let entries = zip::entries(apk);
    let data = &entries.iter().find(|e| e.name == entry).unwrap().data;
    let mut apk = apk.to_vec();
    apk[(data.start + data.end) / 2] ^= 1;
    apk
}

/// The files of the tests, written once.
fn folder() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("verify");
        fs::create_dir_all(folder.join("lib")).unwrap();
        fs::create_dir_all(folder.join("empty")).unwrap();
        let write = |name: &str, bytes: &[u8]| fs::write(folder.join(name), bytes).unwrap();
        let whole = signed(&base(false), &one());
        let abi = Recipe {
            files: vec![(LIBRARY.to_owned(), library())],
            stored: vec!["so".to_owned()],
            page_align: true,
            ..split("config.arm64_v8a", "base__abi")
        };
        let unsigned = aapt::small();
        write("base.apk", &whole);
        write("abi.apk", &signed(&abi, &one()));
        write(
            "density.apk",
            &signed(&split("config.xxhdpi", "base__density"), &one()),
        );
        write(
            "language.apk",
            &signed(&split("config.de", "base__language"), &one()),
        );
        write(
            "foreign.apk",
            &signed(
                &split("config.de", "base__language"),
                &key(Kind::P256, "two"),
            ),
        );
        write("extracting.apk", &signed(&base(true), &one()));
        write("lib/libblink.so", &library());
        write("flipped.apk", &flipped(&whole, "classes.dex"));
        write("flipped-abi.apk", &flipped(&signed(&abi, &one()), LIBRARY));
        write("small.apk", &signer::sign_v2(&unsigned, &one()));
        write("unsigned.apk", &unsigned);
        let v3 = Signer::v3(&unsigned, &one(), &[one().algorithm()], EVER);
        write("v3.apk", &signer::sign(&unsigned, &[(id::V3, &[v3])]));
        write(
            "debug.apk",
            &signer::sign_v2(&unsigned, &key(Kind::P256, "Android Debug")),
        );
        write("cut.apk", &whole[..whole.len() - 30]);
        let name = "assets/\u{1b}[31m\u{202e}red.bin";
        let hostile = zip::zip(
            &[
                zip::Entry::copied(&unsigned, "AndroidManifest.xml"),
                zip::Entry::stored(name, &[7; 100]),
            ],
            b"",
        );
        write(
            "hostile.apk",
            &flipped(&signer::sign_v2(&hostile, &one()), name),
        );
        let profile = include_str!("../../profiles/blink/profile.json");
        let accepted = format!("\"signers\": [\"{}\"]", one().digest());
        assert_eq!(profile.matches("\"signers\": []").count(), 1);
        write(
            "profile.json",
            profile.replace("\"signers\": []", &accepted).as_bytes(),
        );
        folder
    })
}

fn verify(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_blink-desk"))
        .arg("verify")
        .args(args)
        .current_dir(folder())
        .env_remove("NO_COLOR")
        .env_remove("CLICOLOR_FORCE")
        .output()
        .unwrap()
}

/// The exit status and the JSON.
fn answer(args: &[&str]) -> (i32, Value) {
    let output = verify(&[args, &["--json"]].concat());
    assert!(output.stderr.is_empty(), "{args:?}");
    let json = serde_json::from_slice(&output.stdout).unwrap();
    (output.status.code().unwrap(), json)
}

/// The exit status and the outcomes of the checks 10, 11 and 12: the cause's or the reason's id, else the outcome.
fn outcomes(args: &[&str]) -> (i32, [String; 3]) {
    let (status, json) = answer(args);
    let told = [0, 1, 2].map(|place| {
        let check = &json["checks"][place];
        assert_eq!(check["check"], 10 + place);
        let told = [&check["cause_id"], &check["reason"], &check["outcome"]];
        let told = told.iter().find_map(|value| value.as_str());
        told.unwrap().to_owned()
    });
    (status, told)
}

fn told(status: i32, ids: [&str; 3]) -> (i32, [String; 3]) {
    (status, ids.map(str::to_owned))
}

const APP: [&str; 4] = ["base.apk", "abi.apk", "density.apk", "language.apk"];
const PHONE: [&str; 8] = [
    "--sdk",
    "34",
    "--abi",
    "arm64-v8a",
    "--density",
    "420",
    "--language",
    "de-AT",
];

fn app(more: &[&'static str]) -> Vec<&'static str> {
    [&APP[..], &PHONE, more].concat()
}

#[test]
fn exit_status_and_verdict_are_those_of_the_worst_file() {
    for (files, status, verdict) in [
        (vec!["small.apk"], 0, "intact"),
        (vec!["base.apk"], 7, "intact"),
        (vec!["debug.apk"], 7, "intact"),
        (vec!["unsigned.apk"], 6, "not_checked"),
        (vec!["cut.apk"], 6, "not_checked"),
        (vec!["lib/libblink.so"], 6, "not_checked"),
        (vec!["small.apk", "unsigned.apk"], 6, "not_checked"),
        (vec!["no-such-file.apk"], 1, "unreadable"),
        (vec!["lib"], 1, "unreadable"),
        (vec!["/dev/null"], 1, "unreadable"),
        (
            vec!["unsigned.apk", "no-such-file.apk", "small.apk"],
            1,
            "unreadable",
        ),
        (vec!["flipped.apk"], 5, "damaged"),
        (vec!["no-such-file.apk", "flipped.apk"], 5, "damaged"),
        (vec!["base.apk", "abi.apk", "flipped.apk"], 5, "damaged"),
    ] {
        let (exit, json) = answer(&[&files, &["--sdk", "34"][..]].concat());
        assert_eq!(
            (exit, &json["verdict"]),
            (status, &json!(verdict)),
            "{files:?}"
        );
        // The same in words.
        let words = verify(&[&files, &["--sdk", "34"][..]].concat());
        assert_eq!(words.status.code(), Some(status), "{files:?}");
    }
}

#[test]
fn every_name_is_always_there() {
    let digest = one().digest();
    let (_, json) = answer(&[
        "small.apk",
        "flipped.apk",
        "unsigned.apk",
        "no-such-file.apk",
        "lib",
        "/dev/null",
        "v3.apk",
        "--sdk",
        "34",
    ]);
    let contents =
        "APK Signature Scheme v2, signer 1: the contents do not have the signed SHA-256 digest";
    let unsigned = "there is no APK Signature Scheme, at most a JAR signature (v1)";
    let expected = [
        (
            "small.apk",
            "intact",
            json!("v2"),
            json!([digest]),
            Value::Null,
            json!([]),
        ),
        (
            "flipped.apk",
            "damaged",
            Value::Null,
            json!([]),
            json!(contents),
            json!(["classes.dex"]),
        ),
        (
            "unsigned.apk",
            "not_checked",
            Value::Null,
            json!([]),
            json!(unsigned),
            json!([]),
        ),
        (
            "no-such-file.apk",
            "unreadable",
            Value::Null,
            json!([]),
            json!("No such file or directory (os error 2)"),
            json!([]),
        ),
        (
            "lib",
            "unreadable",
            Value::Null,
            json!([]),
            json!("is a directory"),
            json!([]),
        ),
        (
            "/dev/null",
            "unreadable",
            Value::Null,
            json!([]),
            json!("not a regular file"),
            json!([]),
        ),
        (
            "v3.apk",
            "intact",
            json!("v3"),
            json!([digest]),
            Value::Null,
            json!([]),
        ),
    ];
    for (file, (name, verdict, scheme, signers, reason, entries)) in
        json["files"].as_array().unwrap().iter().zip(expected)
    {
        let told: Vec<&Value> = ["file", "verdict", "scheme", "signers", "reason", "entries"]
            .iter()
            .map(|name| file.get(name).unwrap())
            .collect();
        assert_eq!(
            told,
            [
                &json!(name),
                &json!(verdict),
                &scheme,
                &signers,
                &reason,
                &entries
            ]
        );
    }
    assert_eq!(json["files"].as_array().unwrap().len(), 7);
    assert_eq!(
        json["checks"][1],
        json!({
            "check": 11, "id": "install.contents", "outcome": "fail", "cause": 1, "cause_id": "split_damaged",
            "effect": "blocks", "reason": null, "details": []
        })
    );
    for name in [
        "verdict",
        "problems",
        "problems_reason",
        "abi",
        "sdk",
        "threads",
    ] {
        assert!(json.get(name).is_some(), "{name}");
    }
}

#[test]
fn a_whole_app_and_what_can_be_wrong_with_it() {
    let pass = ["host_silent", "pass", "pass"];
    assert_eq!(outcomes(&app(&[])), told(0, pass));
    let (_, json) = answer(&app(&[]));
    assert_eq!(
        (&json["abi"], &json["problems"]),
        (&json!("arm64-v8a"), &json!([]))
    );
    // A split left out, and one of another signer.
    for (files, problem) in [
        (
            vec!["base.apk", "density.apk", "language.apk"],
            "abi_split_missing",
        ),
        (
            vec!["base.apk", "abi.apk", "language.apk"],
            "density_missing",
        ),
        (
            vec!["base.apk", "abi.apk", "density.apk"],
            "language_missing",
        ),
        (
            vec!["base.apk", "abi.apk", "density.apk", "foreign.apk"],
            "foreign_split",
        ),
    ] {
        let args = [&files, &PHONE[..]].concat();
        assert_eq!(
            outcomes(&args),
            told(7, ["host_silent", "pass", problem]),
            "{files:?}"
        );
        assert_eq!(answer(&args).1["problems"], json!([problem]));
    }
    // A damaged library in its APK is told by both checks.
    let args = [
        &["base.apk", "flipped-abi.apk", "density.apk", "language.apk"],
        &PHONE[..],
    ]
    .concat();
    let damaged = ["host_silent", "split_damaged", "native_library_damaged"];
    assert_eq!(outcomes(&args), told(5, damaged));
    assert_eq!(answer(&args).1["files"][1]["entries"], json!([LIBRARY]));
    // The base is not the first.
    let args = [&["abi.apk", "base.apk"], &PHONE[..]].concat();
    assert_eq!(
        outcomes(&args),
        told(0, ["host_silent", "pass", "call_failed"])
    );
    assert_eq!(
        answer(&args).1["problems_reason"],
        "the first APK is not the base but the split config.arm64_v8a"
    );
}

#[test]
fn sdk() {
    let at = |level| {
        let (status, json) = answer(&["v3.apk", "--sdk", level]);
        (status, json["files"][0]["reason"].clone())
    };
    assert_eq!(at("28"), (0, Value::Null));
    let reason = "APK Signature Scheme v3, not read at SDK level 27";
    assert_eq!(at("27"), (6, json!(reason)));
}

#[test]
fn abi() {
    let on = |abis: &[&'static str]| {
        outcomes(
            &[
                &[
                    "base.apk",
                    "abi.apk",
                    "density.apk",
                    "language.apk",
                    "--sdk",
                    "34",
                    "--density",
                    "420",
                    "--language",
                    "de",
                ],
                abis,
            ]
            .concat(),
        )
    };
    assert_eq!(
        on(&["--abi", "arm64-v8a"]),
        told(0, ["host_silent", "pass", "pass"])
    );
    let missing = told(7, ["host_silent", "pass", "abi_split_missing"]);
    assert_eq!(on(&["--abi", "x86_64"]), missing);
    assert_eq!(on(&["--abi", "x86_64,x86"]), missing);
    assert_eq!(
        on(&["--abi", "x86_64,arm64-v8a"]),
        told(0, ["host_silent", "pass", "pass"])
    );
    assert_eq!(
        on(&["--abi", "x86_64", "--abi", "arm64-v8a"]),
        told(0, ["host_silent", "pass", "pass"])
    );
    // Not given, it is not judged.
    assert_eq!(on(&[]), told(0, ["host_silent", "pass", "not_run"]));
}

#[test]
fn density() {
    let on = |density: &[&'static str]| {
        outcomes(
            &[
                &APP[..],
                &["--sdk", "34", "--abi", "arm64-v8a", "--language", "de"],
                density,
            ]
            .concat(),
        )
    };
    assert_eq!(
        on(&["--density", "480"]),
        told(0, ["host_silent", "pass", "pass"])
    );
    assert_eq!(
        on(&["--density", "xxhdpi"]),
        told(0, ["host_silent", "pass", "pass"])
    );
    let missing = told(7, ["host_silent", "pass", "density_missing"]);
    assert_eq!(on(&["--density", "120"]), missing);
    assert_eq!(on(&["--density", "ldpi"]), missing);
    assert_eq!(on(&[]), told(0, ["host_silent", "pass", "not_run"]));
}

#[test]
fn language() {
    let on = |language: &[&'static str]| {
        outcomes(
            &[
                &APP[..],
                &["--sdk", "34", "--abi", "arm64-v8a", "--density", "420"],
                language,
            ]
            .concat(),
        )
    };
    assert_eq!(
        on(&["--language", "de-AT"]),
        told(0, ["host_silent", "pass", "pass"])
    );
    assert_eq!(
        on(&["--language", "fr"]),
        told(7, ["host_silent", "pass", "language_missing"])
    );
    assert_eq!(
        on(&["--language", "fr,de"]),
        told(0, ["host_silent", "pass", "pass"])
    );
    assert_eq!(on(&[]), told(0, ["host_silent", "pass", "not_run"]));
}

#[test]
fn native_dir() {
    let on = |folder: &[&'static str]| {
        outcomes(
            &[
                &["extracting.apk", "abi.apk", "density.apk", "language.apk"],
                &PHONE[..],
                folder,
            ]
            .concat(),
        )
    };
    assert_eq!(
        on(&["--native-dir", "lib"]),
        told(0, ["host_silent", "pass", "pass"])
    );
    let missing = told(7, ["host_silent", "pass", "native_library_missing"]);
    assert_eq!(on(&["--native-dir", "empty"]), missing);
    assert_eq!(on(&[]), told(0, ["host_silent", "pass", "not_run"]));
}

#[test]
fn page_size() {
    assert_eq!(
        outcomes(&app(&["--page-size", "4096"])),
        outcomes(&app(&[]))
    );
    let unfit = told(7, ["host_silent", "pass", "page_size"]);
    assert_eq!(outcomes(&app(&["--page-size", "16384"])), unfit);
}

#[test]
fn threads() {
    let by = |more| answer(&app(more)).1;
    assert_eq!(by(&["--threads", "3"])["threads"], 3);
    let files = by(&["--threads", "1"])["files"].clone();
    assert_eq!(files, by(&["--threads", "64"])["files"]);
    let default = by(&[])["threads"].as_u64().unwrap();
    let cores = std::thread::available_parallelism().unwrap().get();
    assert_eq!(usize::try_from(default).unwrap(), cores.min(4));
}

#[test]
fn profile() {
    let args = ["small.apk", "--sdk", "34"];
    let by = |file, profile| outcomes(&[file, "--sdk", "34", "--profile", profile]).1[0].clone();
    assert_eq!(outcomes(&args).1[0], "host_silent");
    assert_eq!(by("small.apk", "profile.json"), "pass");
    assert_eq!(
        outcomes(&["debug.apk", "--sdk", "34"]),
        told(7, ["debug", "pass", "pass"])
    );
    assert_eq!(by("debug.apk", "profile.json"), "debug");
    let two = ["foreign.apk", "--sdk", "34", "--profile", "profile.json"];
    assert_eq!(outcomes(&two), told(7, ["foreign", "pass", "call_failed"]));
    // Who did not sign cannot be a wrong signer.
    assert_eq!(by("unsigned.apk", "profile.json"), "unsupported");
    assert_eq!(by("no-such-file.apk", "profile.json"), "call_failed");
}

#[test]
fn in_words() {
    let text = |args: &[&str]| String::from_utf8(verify(args).stdout).unwrap();
    let digest = one().digest();
    assert_eq!(
        text(&app(&["--profile", "profile.json"])),
        format!(
            "✓ base.apk: intact (APK Signature Scheme v2)\n\
             ✓ abi.apk: intact (APK Signature Scheme v2)\n\
             ✓ density.apk: intact (APK Signature Scheme v2)\n\
             ✓ language.apk: intact (APK Signature Scheme v2)\n\
             \n\
             ABI     arm64-v8a\n\
             Signer  {digest}\n"
        )
    );
    let two = key(Kind::P256, "two").digest();
    let mut damaged = vec!["flipped.apk", "foreign.apk", "abi.apk", "no-such-file.apk"];
    damaged.extend(["unsigned.apk", "--sdk", "34", "--abi", "x86"]);
    let text_of_damaged = text(&damaged);
    let (before, after) = text_of_damaged.split_once("\n\n").unwrap();
    assert_eq!(
        before,
        "✗ flipped.apk: damaged: APK Signature Scheme v2, signer 1: the contents do not\n\
         \u{20} have the signed SHA-256 digest\n\
         \u{20}   the app's code: classes.dex (its data has another CRC-32)\n\
         ✓ foreign.apk: intact (APK Signature Scheme v2)\n\
         ✓ abi.apk: intact (APK Signature Scheme v2)\n\
         ! no-such-file.apk: could not be read: No such file or directory (os error 2)\n\
         ? unsigned.apk: not checked: there is no APK Signature Scheme, at most a JAR\n\
         \u{20} signature (v1)"
    );
    assert!(after.starts_with("✗ Needs reinstall: Blink's base APK is damaged [you]\n"));
    assert!(after.contains(
        "\n\nThe files were not judged together: APK 4: No such file or directory (os error\n2)\n\n"
    ));
    assert!(after.ends_with(&format!(
        "\n\nSigner  {two}\n        of foreign.apk\nSigner  {digest}\n        of abi.apk\n"
    )));
    // Each problem of a set by the title of its cause.
    let missing = text(&[
        "base.apk",
        "foreign.apk",
        "abi.apk",
        "--sdk",
        "34",
        "--abi",
        "x86",
    ]);
    assert!(
        missing.contains("\n\n✗ Needs reinstall: the split for this processor is missing [you]\n")
    );
    assert!(missing.contains(
        "\n  also: Needs reinstall: Blink's splits do not belong together\n\
         \u{20} also: Needs reinstall: the split for this screen is missing\n\n"
    ));
}

#[test]
fn names_in_a_file_do_not_reach_the_terminal_as_they_are() {
    let output = verify(&["hostile.apk", "--sdk", "34"]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(
        text.contains("assets/\u{fffd}[31m\u{fffd}red.bin"),
        "{text}"
    );
    // JSON escapes what it must; the name is as it is.
    let (_, json) = answer(&["hostile.apk", "--sdk", "34"]);
    assert_eq!(
        json["files"][0]["entries"],
        json!(["assets/\u{1b}[31m\u{202e}red.bin"])
    );
}

#[test]
fn nothing_is_wider_than_80_columns() {
    let long = "lib/../".repeat(20) + "flipped.apk";
    for args in [
        vec!["--help"],
        vec![
            &long,
            "no-such-file.apk",
            "cut.apk",
            "debug.apk",
            "hostile.apk",
            "--sdk",
            "34",
        ],
    ] {
        for line in String::from_utf8(verify(&args).stdout).unwrap().lines() {
            assert!(line.chars().count() <= 80, "{line}");
        }
    }
}

#[test]
fn what_cannot_be_asked_is_one_line() {
    for (args, status, line) in [
        (
            vec!["small.apk"],
            2,
            "the following required arguments were not provided: --sdk <LEVEL>; see blink-desk --help",
        ),
        (
            vec!["--sdk", "34"],
            2,
            "the following required arguments were not provided: <APK>...; see blink-desk --help",
        ),
        (
            vec!["small.apk", "--sdk", "0"],
            2,
            "invalid value '0' for '--sdk <LEVEL>': 0 is not in 1..=999; see blink-desk --help",
        ),
        (
            vec!["small.apk", "--sdk", "34", "--abi", "arm64"],
            2,
            "invalid value 'arm64' for '--abi <ABI>': expected one of arm64-v8a, armeabi-v7a, armeabi, x86_64, x86, \
             riscv64, mips64, mips; see blink-desk --help",
        ),
        (
            vec!["small.apk", "--sdk", "34", "--density", "high"],
            2,
            "invalid value 'high' for '--density <DENSITY>': expected dots per inch from 30 to 2000, or one of ldpi, \
             mdpi, tvdpi, hdpi, xhdpi, xxhdpi, xxxhdpi; see blink-desk --help",
        ),
        (
            vec![
                "small.apk",
                "--sdk",
                "34",
                "--language",
                "Deutsch (Deutschland)",
            ],
            2,
            "invalid value 'Deutsch (Deutschland)' for '--language <LANGUAGE>': expected a language such as de or \
             pt-BR; see blink-desk --help",
        ),
        (
            vec!["small.apk", "--sdk", "34", "--page-size", "8192"],
            2,
            "invalid value '8192' for '--page-size <BYTES>': expected 4096 or 16384; see blink-desk --help",
        ),
        (
            vec!["small.apk", "--sdk", "34", "--threads", "0"],
            2,
            "invalid value '0' for '--threads <NUMBER>': expected a number from 1 to 64; see blink-desk --help",
        ),
        (
            vec!["small.apk", "--sdk", "34", "--native-dir", "nowhere"],
            1,
            "could not read nowhere: No such file or directory (os error 2)",
        ),
        (
            vec!["small.apk", "--sdk", "34", "--profile", "nowhere.json"],
            1,
            "could not read nowhere.json: No such file or directory (os error 2)",
        ),
    ] {
        let output = verify(&args);
        assert!(output.stdout.is_empty(), "{args:?}");
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(
            (output.status.code(), told.as_str()),
            (Some(status), format!("blink-desk: {line}\n").as_str()),
            "{args:?}"
        );
    }
}
