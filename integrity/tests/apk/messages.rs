//! What is said, word for word.

use std::{io, ops::ControlFlow};

use diagnose_integrity::{
    BlockError, ContentDigest, EntryProblem, Problem, ReadAt, Reason, Scheme, SchemeFault,
    SignerFault, Stopped, UnsupportedKey, Verdict, Work, verify_apk,
};

#[test]
fn of_a_signer() {
    use SignerFault::*;
    let table = [
        (Malformed, "it is malformed"),
        (NoSignatures, "there is no signature"),
        (
            NoKnownSignature,
            "no signature is of an algorithm that Android knows at this SDK level",
        ),
        (
            Signature("RSA with SHA-256"),
            "the signature over the signed data, RSA with SHA-256, does not verify",
        ),
        (
            PublicKey("RSA with SHA-256"),
            "the public key is not one for RSA with SHA-256",
        ),
        (NoCertificates, "there is no certificate"),
        (Certificate(2), "certificate 2 is malformed"),
        (
            OtherKey,
            "the public key is not that of the first certificate",
        ),
        (
            Algorithms,
            "signatures and digests do not list the same algorithms",
        ),
        (
            Contents(ContentDigest::ChunkedSha256),
            "the contents do not have the signed SHA-256 digest",
        ),
        (
            Contents(ContentDigest::ChunkedSha512),
            "the contents do not have the signed SHA-512 digest",
        ),
        (
            Contents(ContentDigest::VeritySha256),
            "the contents do not have the signed SHA-256 verity digest",
        ),
        (Range(30, 29), "the SDK range from 30 to 29 is none"),
        (OtherRange, "the SDK range is not the signed one"),
        (
            Stripped(3),
            "it was signed with APK Signature Scheme v3 as well, which is missing",
        ),
        (
            RotationStripped(33),
            "it was signed with APK Signature Scheme v3.1 from SDK level 33 on as well, which is missing",
        ),
        (
            OtherRotation {
                named: 33,
                found: 34,
            },
            "APK Signature Scheme v3.1 should start at SDK level 33, and starts at 34",
        ),
        (Lineage, "the lineage is malformed"),
        (Lineages, "there is more than one lineage"),
        (
            LineageSignature(2),
            "the signature over certificate 2 of the lineage does not verify",
        ),
        (
            LineageAlgorithm(2),
            "the algorithm of certificate 2 of the lineage is not the signed one",
        ),
        (LineageTwice(3), "certificate 3 of the lineage occurs twice"),
        (
            LineageEnd,
            "the lineage does not end in the signing certificate",
        ),
    ];
    for (fault, text) in table {
        let problem = Problem::Signer {
            scheme: Scheme::V2,
            signer: 7,
            fault,
        };
        assert_eq!(
            problem.to_string(),
            format!("APK Signature Scheme v2, signer 7: {text}")
        );
    }
}

#[test]
fn of_a_scheme() {
    use SchemeFault::*;
    let table = [
        (Malformed, "the list of signers is malformed"),
        (NoSigners, "there is no signer"),
        (TooManySigners, "there are more than 10 signers"),
        (
            Alignment,
            "the APK Signing Block does not start and end on a page of 4096 bytes",
        ),
        (WithoutV3, "APK Signature Scheme v3 is missing beside it"),
        (Ranges, "the SDK ranges of the signers do not join"),
        (NoSignerFor(30), "no signer is for SDK level 30"),
        (SignersFor(30), "more than one signer is for SDK level 30"),
        (Lineages, "the signers' lineages do not agree"),
    ];
    for (fault, text) in table {
        let problem = Problem::Scheme {
            scheme: Scheme::V31,
            fault,
        };
        assert_eq!(
            problem.to_string(),
            format!("APK Signature Scheme v3.1: {text}")
        );
    }
}

#[test]
fn of_the_container() {
    let table = [
        (
            Problem::Block(BlockError::Size(23)),
            "the APK Signing Block is malformed: its size 23 is out of range",
        ),
        (
            Problem::Block(BlockError::Sizes {
                first: 33,
                second: 32,
            }),
            "the APK Signing Block is malformed: its two sizes 33 and 32 do not agree",
        ),
        (
            Problem::Pairs,
            "the APK Signing Block is malformed: a pair reaches over its end",
        ),
        (
            Problem::Directory,
            "the ZIP central directory does not hold the records that its end record states",
        ),
        (Problem::NoManifest, "there is no AndroidManifest.xml"),
        (
            Problem::Manifest(EntryProblem::Size),
            "AndroidManifest.xml cannot be read: its data has another size",
        ),
        (
            Problem::Gap,
            "the ZIP central directory does not end where its end record starts",
        ),
    ];
    for (problem, text) in table {
        assert_eq!(problem.to_string(), text);
    }
}

#[test]
fn of_what_is_not_checked() {
    let key = |key| Reason::Key {
        scheme: Scheme::V3,
        signer: 1,
        key,
    };
    let table = [
        (
            Reason::NoEnd,
            "there is no APK Signature Scheme: the file has no ZIP end of central directory record",
        ),
        (
            Reason::Zip64,
            "there is no APK Signature Scheme: the file is a ZIP64 archive",
        ),
        (
            Reason::Directory,
            "there is no APK Signature Scheme: the ZIP central directory does not lie before its end record",
        ),
        (
            Reason::NoScheme,
            "there is no APK Signature Scheme, at most a JAR signature (v1)",
        ),
        (
            Reason::BadBlock(Problem::Pairs.to_string()),
            "there is no APK Signature Scheme, only a JAR signature (v1): the APK Signing Block is malformed: a pair \
             reaches over its end",
        ),
        (
            Reason::NewerSchemes {
                schemes: vec![Scheme::V3, Scheme::V31],
                sdk: 24,
            },
            "APK Signature Scheme v3, APK Signature Scheme v3.1, not read at SDK level 24",
        ),
        (
            key(UnsupportedKey::RsaModulus(20_000)),
            "APK Signature Scheme v3, signer 1: RSA with a modulus of 20000 bits",
        ),
        (
            key(UnsupportedKey::RsaExponent(34)),
            "APK Signature Scheme v3, signer 1: RSA with an exponent of 34 bits",
        ),
        (
            key(UnsupportedKey::Curve("1.3.132.0.10".to_owned())),
            "APK Signature Scheme v3, signer 1: ECDSA on the curve 1.3.132.0.10",
        ),
        (
            key(UnsupportedKey::UnnamedCurve),
            "APK Signature Scheme v3, signer 1: ECDSA on a curve without a name",
        ),
        (
            key(UnsupportedKey::Dsa {
                prime: 4096,
                divisor: 256,
            }),
            "APK Signature Scheme v3, signer 1: DSA with a prime of 4096 bits and a divisor of 256 bits",
        ),
        (
            key(UnsupportedKey::Lineage(101)),
            "APK Signature Scheme v3, signer 1: a lineage of 101 certificates",
        ),
        (
            Reason::TooLarge {
                scheme: Scheme::V2,
                size: 1_048_577,
            },
            "APK Signature Scheme v2: its signers take 1048577 bytes, and at most 1048576 are read",
        ),
    ];
    for (reason, text) in table {
        assert_eq!(reason.to_string(), text);
    }
}

#[test]
fn of_work_that_was_stopped() {
    assert_eq!(Stopped.to_string(), "stopped on request");
    let Some(apk) = crate::corpus::read("v2-only-with-rsa-pkcs1-sha256-1024.apk") else {
        return;
    };
    let work = Work {
        progress: Some(&|_| ControlFlow::Break(())),
        ..Work::default()
    };
    assert_eq!(verify_apk(&apk, 30, &work), Err(Stopped));
}

/// A disk that fails from some byte on.
struct Failing {
    apk: Vec<u8>,
    from: u64,
}

impl ReadAt for Failing {
    fn length(&self) -> io::Result<u64> {
        self.apk.length()
    }

    fn read_at(&self, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
        if offset + buffer.len() as u64 > self.from {
            return Err(io::Error::other("the disk is on fire"));
        }
        self.apk.read_at(buffer, offset)
    }
}

/// A file that became shorter since its length was asked.
struct Shrunk(Vec<u8>);

impl ReadAt for Shrunk {
    fn length(&self) -> io::Result<u64> {
        Ok(self.0.length()? + 1)
    }

    fn read_at(&self, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
        self.0.read_at(buffer, offset)
    }
}

#[test]
fn of_a_file_that_cannot_be_read() {
    let Some(apk) = crate::corpus::read("v2-only-with-rsa-pkcs1-sha256-1024.apk") else {
        return;
    };
    let verdict = |file: &dyn ReadAt| verify_apk(file, 30, &Work::default()).unwrap();
    let fire = Verdict::Unreadable {
        kind: io::ErrorKind::Other,
        message: "the disk is on fire".to_owned(),
    };
    // Its end, and then the first byte of its entries alone.
    assert_eq!(
        verdict(&Failing {
            apk: apk.clone(),
            from: 0
        }),
        fire
    );
    let length = apk.len() as u64;
    assert!(matches!(
        verdict(&Failing {
            apk: apk.clone(),
            from: length
        }),
        Verdict::Intact { .. }
    ));
    assert_eq!(
        verdict(&Failing {
            apk: apk.clone(),
            from: length - 1
        }),
        fire
    );
    let end = Verdict::Unreadable {
        kind: io::ErrorKind::UnexpectedEof,
        message: "unexpected end of file".to_owned(),
    };
    assert_eq!(verdict(&Shrunk(apk)), end);
}
