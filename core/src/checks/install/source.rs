//! Check 13: where did the app come from?

use crate::{
    checks::{
        Check,
        engine::{Row, Rule, Truth},
        read::{Read, Subject, android, ios},
        told, weakens,
    },
    report::Owner::{Technician, User},
    source::{AndroidSource, IosSource, PackageName},
};

static INSTALLER: Read<PackageName> = android(0, |a| &a.install.installer);
static UPDATE_OWNER: Read<PackageName> = android(34, |a| &a.install.update_owner).optional();
static SOURCE_IOS: Read<IosSource> = ios(|i| &i.install.source);

/// Whether the installer is of a kind that a test accepts and the profile's list does not.
fn installed_by(subject: &Subject<'_>, test: fn(AndroidSource) -> bool) -> Truth {
    INSTALLER.when(subject, |package| {
        let source = AndroidSource::of(package);
        test(source) && !subject.profile.android.sources.contains(&source)
    })
}

/// Whether the source is this one, and not on the profile's list.
fn from(subject: &Subject<'_>, wanted: IosSource) -> Truth {
    SOURCE_IOS.is(subject, wanted) & Truth::from(!subject.profile.ios.sources.contains(&wanted))
}

pub(in crate::checks) static SOURCE: Check = Check {
    number: 13,
    id: "install.source",
    causes: &[
        weakens(0, "file_sharing", Technician, "reinstall"),
        weakens(1, "other_store", Technician, "reinstall"),
        weakens(2, "enterprise", Technician, "contact_technician"),
        weakens(3, "marketplace", Technician, "reinstall"),
    ],
    // It will not update itself.
    warn: told("no_updates", User, "update_app"),
    android: Rule::Row(Row {
        reads: &[&INSTALLER, &UPDATE_OWNER],
        causes: &[
            (0, |s| {
                installed_by(s, |source| source == AndroidSource::FileSharing)
            }),
            (1, |s| {
                Truth::from(!s.profile.android.sources.is_empty())
                    & installed_by(s, AndroidSource::is_store)
            }),
        ],
        warn: |s| {
            let by_hand = installed_by(s, |source| {
                matches!(
                    source,
                    AndroidSource::PackageInstaller | AndroidSource::Adb | AndroidSource::Other
                )
            });
            by_hand & !UPDATE_OWNER.when(s, |owner| !owner.is_none())
        },
        ..Row::EMPTY
    }),
    android_from: 0,
    ios: Rule::Row(Row {
        reads: &[&SOURCE_IOS],
        causes: &[
            (1, |s| {
                Truth::from(!s.profile.ios.sources.is_empty()) & from(s, IosSource::Store)
            }),
            (2, |s| from(s, IosSource::Enterprise)),
            (3, |s| from(s, IosSource::Marketplace)),
        ],
        ..Row::EMPTY
    }),
};
