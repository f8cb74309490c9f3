//! Unsigned APKs by Debian's `aapt` and `zipalign`.

use std::fs;

use crate::{cache, tool};

/// The attributes of the framework that manifests here use, with Android's own ids: Debian's
/// framework resources are too old for `requiredSplitTypes`, and large.
const ATTRIBUTES: &[(&str, &str, u32)] = &[
    ("label", "reference|string", 0x0101_0001),
    ("name", "string", 0x0101_0003),
    ("hasCode", "boolean", 0x0101_000c),
    ("minSdkVersion", "integer|string", 0x0101_020c),
    ("versionCode", "integer", 0x0101_021b),
    ("versionName", "string", 0x0101_021c),
    ("targetSdkVersion", "integer|string", 0x0101_0270),
    ("extractNativeLibs", "boolean", 0x0101_04ea),
    ("isFeatureSplit", "boolean", 0x0101_055b),
    ("versionCodeMajor", "integer", 0x0101_0576),
    ("isSplitRequired", "boolean", 0x0101_0591),
    ("requiredSplitTypes", "string", 0x0101_064e),
    ("splitTypes", "string", 0x0101_064f),
];

fn framework() -> std::path::PathBuf {
    let mut resources = String::from("<resources>\n");
    for (name, format, id) in ATTRIBUTES {
        resources += &format!("<attr name=\"{name}\" format=\"{format}\"/>\n");
        resources += &format!("<public type=\"attr\" name=\"{name}\" id=\"{id:#010x}\"/>\n");
    }
    resources += "</resources>\n";
    let folder = cache::folder(&[b"framework", resources.as_bytes()], |folder| {
        fs::create_dir_all(folder.join("res/values")).unwrap();
        fs::write(folder.join("res/values/attrs.xml"), &resources).unwrap();
        fs::write(
            folder.join("AndroidManifest.xml"),
            "<manifest package=\"android\"/>\n",
        )
        .unwrap();
        let package = ["package", "-x", "-M", "AndroidManifest.xml", "-S", "res"];
        tool::run(
            folder,
            "aapt",
            &[&package[..], &["-F", "framework.apk"]].concat(),
            b"",
        );
    });
    folder.join("framework.apk")
}

/// What an APK is built of.
#[derive(Clone, Debug, Default)]
pub struct Recipe {
    /// Attributes of `<manifest>`, beside the namespace.
    pub manifest: String,
    /// Attributes of `<application>`.
    pub application: String,
    /// Files under `res/`, by path.
    pub resources: Vec<(String, Vec<u8>)>,
    /// Other files, by their path in the APK.
    pub files: Vec<(String, Vec<u8>)>,
    /// Endings of files that are stored instead of deflated.
    pub stored: Vec<String>,
    /// Page-aligns stored libraries by `zipalign`, to 4 KB.
    pub page_align: bool,
    /// Aligns all that is stored to this many bytes; 4 if none.
    pub alignment: Option<u32>,
}

/// The APK of this recipe, unsigned.
#[must_use]
pub fn build(recipe: &Recipe) -> Vec<u8> {
    let framework = framework();
    let framework = framework.to_str().unwrap();
    let folder = cache::folder(&[b"aapt 1", format!("{recipe:?}").as_bytes()], |folder| {
        let manifest = format!(
            "<manifest xmlns:android=\"http://schemas.android.com/apk/res/android\" {}>\n\
             <uses-sdk android:minSdkVersion=\"24\" android:targetSdkVersion=\"35\"/>\n\
             <application {}/>\n</manifest>\n",
            recipe.manifest, recipe.application
        );
        fs::write(folder.join("AndroidManifest.xml"), manifest).unwrap();
        let write = |below: &str, files: &[(String, Vec<u8>)]| {
            for (name, data) in files {
                let path = folder.join(below).join(name);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, data).unwrap();
            }
        };
        write("res", &recipe.resources);
        write("files", &recipe.files);
        let mut package = vec!["package", "-M", "AndroidManifest.xml", "-I", framework];
        package.extend(["-F", "whole.apk"]);
        if !recipe.resources.is_empty() {
            package.extend(["-S", "res"]);
        }
        for ending in &recipe.stored {
            package.extend(["-0", ending]);
        }
        if !recipe.files.is_empty() {
            package.push("files");
        }
        tool::run(folder, "aapt", &package, b"");
        let alignment = recipe.alignment.unwrap_or(4).to_string();
        let align: &[&str] = if recipe.page_align { &["-p"] } else { &[] };
        let align = [align, &[&alignment, "whole.apk", "unsigned.apk"]].concat();
        tool::run(folder, "zipalign", &align, b"");
    });
    fs::read(folder.join("unsigned.apk")).unwrap()
}

/// A small app: manifest, a string, code, and files stored and deflated.
#[must_use]
pub fn small() -> Vec<u8> {
    build(&small_recipe())
}

fn small_recipe() -> Recipe {
    Recipe {
        manifest: "package=\"app.blink.test\" android:versionCode=\"31\" \
                   android:versionName=\"2.7.31\""
            .to_owned(),
        application: "android:label=\"@string/app\" android:hasCode=\"true\"".to_owned(),
        resources: vec![(
            "values/strings.xml".to_owned(),
            b"<resources><string name=\"app\">Blink</string></resources>".to_vec(),
        )],
        files: vec![
            ("classes.dex".to_owned(), b"dex\n035\0 and so on".repeat(9)),
            ("assets/stored.bin".to_owned(), (0..=255).collect()),
        ],
        stored: vec!["bin".to_owned()],
        ..Recipe::default()
    }
}
