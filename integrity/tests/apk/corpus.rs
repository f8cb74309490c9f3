//! Every row of the labelled APKs of AOSP's apksig library: what apksigner says on a device of one
//! SDK level. Their README says which verdict each label allows.

use std::{
    collections::BTreeMap,
    env, fs,
    fs::File,
    path::{Path, PathBuf},
};

use diagnose_integrity::{Scheme, Verdict, Work, verify_apk};

fn folder() -> PathBuf {
    env::var_os("BLINK_APKSIG_CORPUS").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/apksig-corpus"),
        PathBuf::from,
    )
}

/// A file of the corpus; none, said aloud, where there is no corpus and none was asked for.
pub(crate) fn read(file: &str) -> Option<Vec<u8>> {
    let path = folder().join("apks").join(file);
    let bytes = fs::read(&path);
    if bytes.is_err() {
        println!("not run: there is no {}", path.display());
        assert!(
            env::var_os("BLINK_NEED_CORPUS").is_none(),
            "the corpus is missing"
        );
    }
    bytes.ok()
}

#[derive(Debug)]
struct Row<'a> {
    file: &'a str,
    sdk: u32,
    verified: bool,
    has_block: bool,
    schemes: &'a str,
    certificates: &'a str,
    issues: &'a str,
}

impl<'a> Row<'a> {
    fn parse(line: &'a str) -> Self {
        let fields: Vec<_> = line.split('\t').collect();
        let [file, sdk, result, container, schemes, certificates, issues] = fields[..] else {
            panic!("a row of other than seven columns: {line}");
        };
        Self {
            file,
            sdk: sdk.parse().unwrap(),
            verified: result == "verified",
            has_block: container == "signing-block",
            schemes,
            certificates,
            issues,
        }
    }

    /// None where the label allows the verdict.
    fn objection(&self, verdict: &Verdict) -> Option<String> {
        let expected = if !self.has_block || (self.verified && self.schemes == "v1") {
            (!matches!(verdict, Verdict::NotChecked { .. })).then_some("not checked".to_owned())
        } else if self.verified {
            let scheme = match self.schemes {
                "v2" => Scheme::V2,
                "v3" => Scheme::V3,
                "v3+v31" => Scheme::V31,
                other => panic!("unknown scheme {other}"),
            };
            (describe(verdict) != format!("intact by {scheme}: {}", self.certificates))
                .then(|| format!("intact by {scheme}: {}", self.certificates))
        } else if ["V2_", "V3_", "V31_"]
            .iter()
            .any(|issue| self.issues.contains(issue))
        {
            (!matches!(verdict, Verdict::Damaged { .. })).then_some("damaged".to_owned())
        } else {
            (!matches!(
                verdict,
                Verdict::Damaged { .. } | Verdict::NotChecked { .. }
            ))
            .then_some("damaged or not checked".to_owned())
        };
        expected.map(|expected| {
            format!(
                "{self:?}\n    expected {expected}\n    found {}",
                describe(verdict)
            )
        })
    }
}

pub(crate) fn describe(verdict: &Verdict) -> String {
    match verdict {
        Verdict::Intact { scheme, signers } => {
            let certificates: Vec<_> = signers
                .iter()
                .map(|signer| signer.current().unwrap().digest.to_string())
                .collect();
            format!("intact by {scheme}: {}", certificates.join(","))
        }
        Verdict::Damaged { problem } => format!("damaged: {problem}"),
        Verdict::NotChecked { reason } => format!("not checked: {reason}"),
        Verdict::Unreadable { message, .. } => format!("unreadable: {message}"),
    }
}

#[test]
fn every_row_agrees_with_its_label() {
    let corpus = folder();
    let Ok(table) = fs::read_to_string(corpus.join("expected.tsv")) else {
        println!("0 of 1059 rows ran: there is no {}", corpus.display());
        assert!(
            env::var_os("BLINK_NEED_CORPUS").is_none(),
            "0 of 1059 rows ran"
        );
        return;
    };
    let rows: Vec<_> = table.lines().skip(1).map(Row::parse).collect();
    let mut objections = Vec::new();
    let mut counts = BTreeMap::<u32, [u32; 3]>::new();
    for row in &rows {
        let file = File::open(corpus.join("apks").join(row.file)).unwrap();
        let verdict = verify_apk(&file, row.sdk, &Work::default()).unwrap();
        if env::var_os("BLINK_SHOW_CORPUS").is_some() {
            println!("{} {} {}", row.file, row.sdk, describe(&verdict));
        }
        objections.extend(row.objection(&verdict));
        let [intact, damaged, not_checked] = counts.entry(row.sdk).or_default();
        *match verdict {
            Verdict::Intact { .. } => intact,
            Verdict::Damaged { .. } => damaged,
            Verdict::NotChecked { .. } => not_checked,
            Verdict::Unreadable { .. } => panic!("{row:?} is unreadable"),
        } += 1;
    }
    assert!(
        objections.is_empty(),
        "{}\n{} rows",
        objections.join("\n"),
        objections.len()
    );
    println!("{} of 1059 rows ran", rows.len());
    assert_eq!(rows.len(), 1059);
    // Intact, damaged, not checked.
    let expected = [
        (24, [69, 9, 135]),
        (28, [84, 19, 110]),
        (30, [84, 19, 110]),
        (33, [80, 19, 110]),
        (34, [81, 20, 110]),
    ];
    assert_eq!(counts, BTreeMap::from(expected));
}
