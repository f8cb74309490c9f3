//! Where an app came from: names of installers on Android and what kind each is; kinds of source on iOS.

use crate::record::choice;

/// The name of an Android package, or `none` where Android names none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackageName {
    /// A name of the form that Android allows, such as `com.android.vending`; or `none`, which no app can be called
    /// that Android installs.
    pub name: String,
}

/// What a package name looks like, for error messages.
pub(crate) const EXPECTED: &str = "a package name such as \"com.android.vending\", or \"none\"";

impl PackageName {
    /// Reads a package name. None for a text that Android would not take as one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        is_package(text).then(|| Self {
            name: text.to_owned(),
        })
    }

    /// Whether Android named no package.
    #[must_use]
    pub fn is_none(&self) -> bool {
        self.name == "none"
    }
}

/// Segments of letters, digits and `_`, each beginning with a letter, joined by dots; at most 223 characters
/// (`FrameworkParsingPackageUtils.validateName`).
pub(crate) fn is_package(text: &str) -> bool {
    text.len() <= 223
        && text.split('.').all(|segment| {
            segment.starts_with(|c: char| c.is_ascii_alphabetic())
                && segment
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || b == b'_')
        })
}

choice! {
    /// What kind of program installed an Android app.
    pub enum AndroidSource {
        /// Google Play.
        Play,
        /// Samsung's Galaxy Store.
        Galaxy,
        /// Another app store.
        OtherStore,
        /// The organisation's device management.
        Organisation,
        /// A tool that moves apps from an old phone, or restores a backup.
        RestoreTool,
        /// An app with which people pass files on.
        FileSharing,
        /// The system's own installer: someone opened an APK.
        PackageInstaller,
        /// The Android Debug Bridge.
        Adb,
        /// No installer is named: it came with the phone, or was restored.
        #[cfg_attr(not(plain), serde(rename = "none"))]
        Unnamed,
        /// An app that is in no list of ours.
        Other,
    }
}

choice! {
    /// Where an iOS app came from.
    pub enum IosSource {
        /// The App Store.
        Store,
        /// `TestFlight`.
        Testflight,
        /// An enterprise or ad hoc distribution.
        Enterprise,
        /// An alternative marketplace.
        Marketplace,
    }
}

/// The packages that are known as installers.
const INSTALLERS: &[(AndroidSource, &[&str])] = &[
    (AndroidSource::Play, &["com.android.vending"]),
    (AndroidSource::Galaxy, &["com.sec.android.app.samsungapps"]),
    (
        AndroidSource::OtherStore,
        &[
            "cm.aptoide.pt",
            "com.amazon.venezia",
            "com.aurora.store",
            "com.bbk.appstore",
            "com.heytap.market",
            "com.hihonor.appmarket",
            "com.huawei.appmarket",
            "com.oppo.market",
            "com.tencent.android.qqdownloader",
            "com.uptodown",
            "com.vivo.appstore",
            "com.xiaomi.market",
            "com.xiaomi.mipicks",
            "dev.imranr.obtainium",
            "org.fdroid.basic",
            "org.fdroid.fdroid",
        ],
    ),
    (
        AndroidSource::Organisation,
        &[
            "com.airwatch.androidagent",
            "com.fiberlink.maas360.android.control",
            "com.google.android.apps.work.clouddpc",
            "com.ibm.mdm.client",
            "com.manageengine.mdm.android",
            "com.microsoft.intune",
            "com.microsoft.windowsintune.companyportal",
            "com.mobileiron",
            "com.mobileiron.anyware.android",
            "com.samsung.android.knox.kpecore",
            "com.sec.enterprise.knox.cloudmdm.smdms",
            "com.sophos.mobilecontrol.client.android",
            "net.soti.mobicontrol.androidwork",
        ],
    ),
    (
        AndroidSource::RestoreTool,
        &[
            "com.coloros.backuprestore",
            "com.google.android.apps.pixelmigrate",
            "com.google.android.apps.restore",
            "com.hicloud.android.clone",
            "com.huawei.KoBackup",
            "com.miui.backup",
            "com.oneplus.backuprestore",
            "com.sec.android.easyMover",
            "com.vivo.easyshare",
        ],
    ),
    (
        AndroidSource::FileSharing,
        &[
            "cn.xender",
            "com.google.android.apps.nbu.files",
            "com.lenovo.anyshare.gps",
            "com.samsung.android.app.sharelive",
            "com.samsung.android.aware.service",
            "com.xiaomi.midrop",
            "shareit.lite",
        ],
    ),
    (
        AndroidSource::PackageInstaller,
        &[
            "com.android.packageinstaller",
            "com.google.android.packageinstaller",
            "com.miui.packageinstaller",
            "com.samsung.android.packageinstaller",
        ],
    ),
    (AndroidSource::Adb, &["com.android.shell"]),
    (AndroidSource::Unnamed, &["none"]),
];

impl AndroidSource {
    /// The kind of a package by the table of known installers.
    #[must_use]
    pub fn of(package: &PackageName) -> Self {
        INSTALLERS
            .iter()
            .find(|(_, names)| names.contains(&package.name.as_str()))
            .map_or(Self::Other, |(source, _)| *source)
    }

    /// Whether it is an app store.
    pub(crate) const fn is_store(self) -> bool {
        matches!(self, Self::Play | Self::Galaxy | Self::OtherStore)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_name_has_the_form_that_android_allows() {
        for name in [
            "com.android.vending",
            "none",
            "android",
            "com.huawei.KoBackup",
            "a.b_1.c2",
        ] {
            assert!(PackageName::parse(name).is_some(), "{name}");
        }
        for name in [
            "",
            "com..x",
            "com.1x",
            "com.android.vending ",
            "jane@example.org",
            ".com",
            "com.",
            "ü.x",
        ] {
            assert!(PackageName::parse(name).is_none(), "{name}");
        }
    }

    #[test]
    fn each_known_installer_has_one_kind_and_a_possible_name() {
        let mut seen = std::collections::BTreeSet::new();
        for (source, names) in INSTALLERS {
            for name in *names {
                assert!(seen.insert(name), "{name} twice");
                let package = PackageName::parse(name).unwrap();
                assert_eq!(AndroidSource::of(&package), *source);
            }
        }
        assert_eq!(
            AndroidSource::of(&PackageName {
                name: "org.example".into()
            }),
            AndroidSource::Other
        );
    }
}
