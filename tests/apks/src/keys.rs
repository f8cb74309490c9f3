//! Keys, self-signed certificates and signatures, all by `openssl`.

use std::{fs, path::PathBuf};

use crate::{cache, tool};

/// Signature algorithm ids of the schemes v2 and v3.
pub mod algorithm {
    pub const RSA_PSS_SHA256: u32 = 0x0101;
    pub const RSA_PSS_SHA512: u32 = 0x0102;
    pub const RSA_PKCS1_SHA256: u32 = 0x0103;
    pub const RSA_PKCS1_SHA512: u32 = 0x0104;
    pub const ECDSA_SHA256: u32 = 0x0201;
    pub const ECDSA_SHA512: u32 = 0x0202;
    pub const DSA_SHA256: u32 = 0x0301;
    pub const VERITY_RSA_PKCS1_SHA256: u32 = 0x0421;
    pub const VERITY_ECDSA_SHA256: u32 = 0x0423;
    pub const VERITY_DSA_SHA256: u32 = 0x0425;
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Rsa(u32),
    P256,
    P384,
    P521,
    Dsa(u32),
}

/// A private key and its certificate.
#[derive(Clone, Debug)]
pub struct Key {
    /// Holds `key.pem`, `key.pk8` (PKCS #8, DER) and `certificate.der`.
    pub folder: PathBuf,
    pub kind: Kind,
    /// X.509, DER.
    pub certificate: Vec<u8>,
    /// SubjectPublicKeyInfo, DER.
    pub public_key: Vec<u8>,
}

/// The key of this kind and name, made when it is asked for the first time.
#[must_use]
pub fn key(kind: Kind, name: &str) -> Key {
    let bits;
    let make: Vec<&str> = match kind {
        Kind::Rsa(size) => {
            bits = format!("rsa_keygen_bits:{size}");
            vec!["genpkey", "-algorithm", "RSA", "-pkeyopt", &bits]
        }
        Kind::P256 => curve("ec_paramgen_curve:P-256"),
        Kind::P384 => curve("ec_paramgen_curve:P-384"),
        Kind::P521 => curve("ec_paramgen_curve:P-521"),
        Kind::Dsa(size) => {
            bits = size.to_string();
            vec!["dsaparam", "-noout", "-genkey", &bits]
        }
    };
    let subject = format!("/CN={name}");
    let certify = [
        "req",
        "-x509",
        "-new",
        "-sha256",
        "-key",
        "key.pem",
        "-days",
        "10000",
        "-subj",
        &subject,
        "-outform",
        "DER",
        "-out",
        "certificate.der",
    ];
    let recipe = format!("key 2 {make:?} {certify:?}");
    let folder = cache::folder(&[recipe.as_bytes()], |folder| {
        let openssl = |arguments: &[&str]| tool::run(folder, "openssl", arguments, b"");
        fs::write(folder.join("key.pem"), openssl(&make)).unwrap();
        openssl(&certify);
        let pk8 = ["pkcs8", "-topk8", "-nocrypt", "-in", "key.pem"];
        openssl(&[&pk8[..], &["-outform", "DER", "-out", "key.pk8"]].concat());
        let public = ["pkey", "-in", "key.pem", "-pubout", "-outform", "DER"];
        openssl(&[&public[..], &["-out", "public.der"]].concat());
    });
    let read = |name| fs::read(folder.join(name)).unwrap();
    Key {
        kind,
        certificate: read("certificate.der"),
        public_key: read("public.der"),
        folder,
    }
}

fn curve(option: &str) -> Vec<&str> {
    vec!["genpkey", "-algorithm", "EC", "-pkeyopt", option]
}

impl Key {
    /// A signature of this algorithm over the data.
    #[must_use]
    pub fn sign(&self, algorithm: u32, data: &[u8]) -> Vec<u8> {
        let hash = match algorithm {
            algorithm::RSA_PSS_SHA512 | algorithm::RSA_PKCS1_SHA512 | algorithm::ECDSA_SHA512 => {
                "-sha512"
            }
            _ => "-sha256",
        };
        let pss = [
            "-sigopt",
            "rsa_padding_mode:pss",
            "-sigopt",
            "rsa_pss_saltlen:digest",
        ];
        let padding = match algorithm {
            algorithm::RSA_PSS_SHA256 | algorithm::RSA_PSS_SHA512 => &pss[..],
            _ => &[],
        };
        let arguments = [&["dgst", hash, "-sign", "key.pem"], padding].concat();
        // Most signatures have a random part: kept, the same file is the same each time.
        let how = arguments.join(" ");
        let recipe = [b"signature", how.as_bytes(), &self.certificate, data];
        let folder = cache::folder(&recipe, |folder| {
            let signature = tool::run(&self.folder, "openssl", &arguments, data);
            fs::write(folder.join("signature"), signature).unwrap();
        });
        fs::read(folder.join("signature")).unwrap()
    }

    /// SHA-256 of the certificate, lower-case hex.
    #[must_use]
    pub fn digest(&self) -> String {
        cache::sha256_hex(&self.certificate)
    }

    /// The weakest algorithm of this key that every version of Android since 7 knows.
    #[must_use]
    pub fn algorithm(&self) -> u32 {
        match self.kind {
            Kind::Rsa(_) => algorithm::RSA_PKCS1_SHA256,
            Kind::P256 | Kind::P384 | Kind::P521 => algorithm::ECDSA_SHA256,
            Kind::Dsa(_) => algorithm::DSA_SHA256,
        }
    }
}
