//! The signature algorithms that the schemes know, as one table
//! (source.android.com, "APK Signature Scheme v2", "Signature algorithm IDs").

use std::fmt;

/// What kind of key makes the signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    RsaPss,
    RsaPkcs1,
    Ecdsa,
    Dsa,
}

/// What the signed data is hashed with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hash {
    Sha256,
    Sha512,
}

/// How the contents of the file are digested. The order is Android's preference, weakest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ContentDigest {
    /// SHA-256 over chunks of 1 MB.
    ChunkedSha256,
    /// SHA-256 over a Merkle tree of 4 KB pages, as fs-verity builds it.
    VeritySha256,
    /// SHA-512 over chunks of 1 MB.
    ChunkedSha512,
}

impl fmt::Display for ContentDigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::ChunkedSha256 => "SHA-256",
            Self::VeritySha256 => "SHA-256 verity",
            Self::ChunkedSha512 => "SHA-512",
        })
    }
}

/// One row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Algorithm {
    pub(crate) id: u32,
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    pub(crate) hash: Hash,
    pub(crate) content: ContentDigest,
    /// The first API level whose Android verifies it.
    pub(crate) since: u32,
}

const fn row(
    id: u32,
    name: &'static str,
    kind: Kind,
    hash: Hash,
    content: ContentDigest,
    since: u32,
) -> Algorithm {
    Algorithm {
        id,
        name,
        kind,
        hash,
        content,
        since,
    }
}

const ALGORITHMS: [Algorithm; 10] = {
    use {ContentDigest::*, Hash::*, Kind::*};
    [
        row(
            0x0101,
            "RSA-PSS with SHA-256",
            RsaPss,
            Sha256,
            ChunkedSha256,
            24,
        ),
        row(
            0x0102,
            "RSA-PSS with SHA-512",
            RsaPss,
            Sha512,
            ChunkedSha512,
            24,
        ),
        row(
            0x0103,
            "RSA with SHA-256",
            RsaPkcs1,
            Sha256,
            ChunkedSha256,
            24,
        ),
        row(
            0x0104,
            "RSA with SHA-512",
            RsaPkcs1,
            Sha512,
            ChunkedSha512,
            24,
        ),
        row(
            0x0201,
            "ECDSA with SHA-256",
            Ecdsa,
            Sha256,
            ChunkedSha256,
            24,
        ),
        row(
            0x0202,
            "ECDSA with SHA-512",
            Ecdsa,
            Sha512,
            ChunkedSha512,
            24,
        ),
        row(0x0301, "DSA with SHA-256", Dsa, Sha256, ChunkedSha256, 24),
        row(
            0x0421,
            "RSA with SHA-256 verity",
            RsaPkcs1,
            Sha256,
            VeritySha256,
            28,
        ),
        row(
            0x0423,
            "ECDSA with SHA-256 verity",
            Ecdsa,
            Sha256,
            VeritySha256,
            28,
        ),
        row(
            0x0425,
            "DSA with SHA-256 verity",
            Dsa,
            Sha256,
            VeritySha256,
            28,
        ),
    ]
};

impl Algorithm {
    pub(crate) fn find(id: u32) -> Option<&'static Self> {
        ALGORITHMS.iter().find(|algorithm| algorithm.id == id)
    }
}
