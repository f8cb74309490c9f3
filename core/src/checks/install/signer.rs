//! Check 10: who signed the app?

use crate::{
    checks::{
        Check, blocks,
        engine::{Row, Rule, Truth},
        read::{Read, Subject, derived},
    },
    fact::Reason,
    facts::install::{ApkPart::Base, Certificate, Signer},
    report::Owner::Technician,
};

/// The signers that Android names (28; before, `GET_SIGNATURES`), else those that install verification read from the
/// base APK.
static SIGNERS: Read<Vec<Signer>> = derived(|s| {
    let install = &s.facts.android().ok_or(Reason::NoApi)?.install;
    let from_files = || {
        let files = install.files.get().ok()?;
        files
            .iter()
            .find(|file| file.part == Base)?
            .signers
            .get()
            .ok()
    };
    install
        .signers
        .get()
        .or_else(|reason| from_files().ok_or(reason))
        .cloned()
});

/// The digests that the profile accepts; with none, nobody said who may sign the app.
static ACCEPTED: Read<Vec<String>> = derived(|s| {
    let digests = &s.profile.android.signers;
    if digests.is_empty() {
        Err(Reason::HostSilent)
    } else {
        Ok(digests.clone())
    }
});

fn is_accepted(subject: &Subject<'_>, certificate: &Certificate) -> bool {
    subject
        .profile
        .android
        .signers
        .contains(&certificate.sha256)
}

/// Any certificate of a lineage suffices.
fn has_accepted(subject: &Subject<'_>, signer: &Signer) -> bool {
    signer
        .lineage
        .iter()
        .any(|certificate| is_accepted(subject, certificate))
}

/// Whether the certificate that signs now is the one of the development tools, and nobody accepts it.
fn is_debug(subject: &Subject<'_>, signer: &Signer) -> bool {
    signer
        .lineage
        .last()
        .is_some_and(|current| current.debug && !is_accepted(subject, current))
}

/// A rule about digests, which does not exist where the profile names none.
fn with_digests(subject: &Subject<'_>, test: impl FnOnce(&Vec<Signer>) -> bool) -> Truth {
    SIGNERS.when(subject, test) & Truth::from(!subject.profile.android.signers.is_empty())
}

pub(in crate::checks) static SIGNER: Check = Check {
    number: 10,
    id: "install.signer",
    causes: &[
        blocks(0, "foreign", Technician, "reinstall"),
        blocks(1, "debug", Technician, "reinstall"),
        blocks(2, "one_foreign", Technician, "reinstall"),
    ],
    warn: None,
    android: Rule::Row(Row {
        reads: &[&SIGNERS, &ACCEPTED],
        causes: &[
            (1, |s| {
                SIGNERS.when(s, |signers| {
                    signers.iter().any(|signer| is_debug(s, signer))
                })
            }),
            (2, |s| {
                with_digests(s, |signers| {
                    let accepted = signers
                        .iter()
                        .filter(|signer| has_accepted(s, signer))
                        .count();
                    accepted > 0 && accepted < signers.len()
                })
            }),
            (0, |s| {
                with_digests(s, |signers| {
                    !signers.iter().any(|signer| has_accepted(s, signer))
                })
            }),
        ],
        // Without digests nothing makes it pass.
        warn: |s| ACCEPTED.when(s, |_| false),
        ..Row::EMPTY
    }),
    android_from: 0,
    ios: Rule::NotApplicable,
};
