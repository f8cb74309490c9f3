//! Debian's apksigner as a library, many jobs in one JVM (`Apksig.java`).

use std::{
    fs,
    io::{BufRead, BufReader, Write},
    path::{Path, PathBuf},
    process::{Child, ChildStdout, Command, Stdio},
    sync::Mutex,
};

use crate::{cache, keys::Key, tool};

const JAR: &str = "/usr/share/java/apksigner.jar";
const DRIVER: &str = include_str!("../Apksig.java");

/// The folder of the compiled driver, and how Java is called.
fn java() -> (PathBuf, Vec<String>) {
    assert!(
        Path::new(JAR).exists(),
        "{JAR} is missing; it is in Debian's package apksigner"
    );
    let classes = cache::folder(&[b"driver", DRIVER.as_bytes()], |folder| {
        fs::write(folder.join("Apksig.java"), DRIVER).unwrap();
        tool::run(folder, "javac", &["-cp", JAR, "Apksig.java"], b"");
    });
    let class_path = format!("{JAR}:{}", classes.display());
    let arguments = [
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-cp",
        &class_path,
        "Apksig",
    ];
    (classes, arguments.map(str::to_owned).to_vec())
}

fn run(jobs: &[String]) -> Vec<String> {
    let (folder, arguments) = java();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let answers = tool::run(
        &folder,
        "java",
        &arguments,
        (jobs.join("\n") + "\n").as_bytes(),
    );
    let answers: Vec<String> = String::from_utf8(answers)
        .unwrap()
        .lines()
        .map(str::to_owned)
        .collect();
    assert_eq!(answers.len(), jobs.len());
    answers
}

/// A JVM that answers one job after another. It ends with the test program, when its input does.
struct Jvm {
    child: Child,
    answers: BufReader<ChildStdout>,
}

static JVM: Mutex<Option<Jvm>> = Mutex::new(None);

impl Jvm {
    fn start() -> Self {
        let (folder, arguments) = java();
        let mut child = Command::new("java")
            .args(arguments)
            .arg("one-by-one")
            .current_dir(folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let answers = BufReader::new(child.stdout.take().unwrap());
        Self { child, answers }
    }

    fn run(&mut self, job: &str) -> String {
        writeln!(self.child.stdin.as_mut().unwrap(), "{job}").unwrap();
        let mut answer = String::new();
        self.answers.read_line(&mut answer).unwrap();
        assert!(answer.ends_with('\n'), "java ended");
        answer.trim_end_matches('\n').to_owned()
    }
}

/// What apksigner says of one file.
#[must_use]
pub fn opinion(apk: &[u8], sdk: u32) -> Opinion {
    let hash = cache::sha256_hex(apk);
    let parts = [
        b"opinion",
        DRIVER.as_bytes(),
        hash.as_bytes(),
        &sdk.to_le_bytes(),
    ];
    let folder = cache::folder(&parts, |folder| {
        let file = folder.join("apk");
        fs::write(&file, apk).unwrap();
        let job = format!("verify\t{}\t{sdk}\t-1\t0", file.display());
        let answer = JVM.lock().unwrap().get_or_insert_with(Jvm::start).run(&job);
        fs::write(folder.join("opinion.tsv"), answer).unwrap();
        fs::remove_file(file).unwrap();
    });
    parse(&fs::read_to_string(folder.join("opinion.tsv")).unwrap())
}

/// How apksigner signs a file.
#[derive(Clone, Debug)]
pub struct Signing {
    /// For the file's name.
    pub name: &'static str,
    /// Of `v1`, `v2`, `v3`, `verity`, separated by commas.
    pub schemes: &'static str,
    pub min_sdk: u32,
    pub signers: Vec<Key>,
    /// Oldest first; empty for none.
    pub lineage: Vec<Key>,
}

impl Signing {
    /// As the driver takes them.
    fn arguments(&self) -> String {
        let (signers, lineage) = (folders(&self.signers), folders(&self.lineage));
        format!("{}\t{}\t{signers}\t{lineage}", self.min_sdk, self.schemes)
    }
}

/// The files that apksigner makes of an unsigned APK.
#[must_use]
pub fn sign(unsigned: &[u8], signings: &[Signing]) -> Vec<Vec<u8>> {
    let recipe: String = signings
        .iter()
        .map(|signing| format!("{}\n", signing.arguments()))
        .collect();
    let parts = [b"signed", DRIVER.as_bytes(), recipe.as_bytes(), unsigned];
    let folder = cache::folder(&parts, |folder| {
        let input = folder.join("unsigned.apk");
        fs::write(&input, unsigned).unwrap();
        let jobs: Vec<String> = signings
            .iter()
            .enumerate()
            .map(|(place, signing)| {
                let output = folder.join(format!("{place}.apk"));
                let (input, output) = (input.display(), output.display());
                format!("sign\t{input}\t{output}\t{}", signing.arguments())
            })
            .collect();
        for (signing, answer) in signings.iter().zip(run(&jobs)) {
            assert_eq!(answer, "ok", "signing {}", signing.name);
        }
    });
    (0..signings.len())
        .map(|place| fs::read(folder.join(format!("{place}.apk"))).unwrap())
        .collect()
}

fn folders(keys: &[Key]) -> String {
    let folders: Vec<String> = keys
        .iter()
        .map(|key| key.folder.display().to_string())
        .collect();
    if folders.is_empty() {
        "-".to_owned()
    } else {
        folders.join(",")
    }
}

/// A byte that is changed before the file is verified.
#[derive(Clone, Copy, Debug)]
pub struct Flip {
    pub offset: usize,
    pub xor: u8,
}

impl Flip {
    #[must_use]
    pub fn of(self, apk: &[u8]) -> Vec<u8> {
        let mut apk = apk.to_vec();
        apk[self.offset] ^= self.xor;
        apk
    }
}

/// What apksigner says of a file on a device of one SDK level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opinion {
    /// `verified`, `rejected`, or `exception` where it could not make sense of the file.
    pub result: String,
    /// The scheme that decided.
    pub scheme: String,
    /// SHA-256 of the signers' certificates.
    pub signers: Vec<String>,
    /// Names of the issues, or the exception.
    pub issues: String,
}

/// What apksigner says of each file at each SDK level, with a byte changed if one is given.
/// Opinions are kept, since the same bytes get the same opinion.
#[must_use]
pub fn opinions(files: &[&[u8]], asked: &[(usize, u32, Option<Flip>)]) -> Vec<Opinion> {
    let jobs: Vec<String> = asked
        .iter()
        .map(|(file, sdk, flip)| match flip {
            Some(Flip { offset, xor }) => format!("{file}\t{sdk}\t{offset}\t{xor}"),
            None => format!("{file}\t{sdk}\t-1\t0"),
        })
        .collect();
    let hashes: String = files.iter().map(|file| cache::sha256_hex(file)).collect();
    let parts = [b"opinions", DRIVER.as_bytes(), hashes.as_bytes()];
    let folder = cache::folder(
        &[&parts[..], &[jobs.join("\n").as_bytes()]].concat(),
        |folder| {
            for (place, file) in files.iter().enumerate() {
                fs::write(folder.join(place.to_string()), file).unwrap();
            }
            let path = folder.display();
            let jobs: Vec<String> = jobs
                .iter()
                .map(|job| format!("verify\t{path}/{job}"))
                .collect();
            fs::write(folder.join("opinions.tsv"), run(&jobs).join("\n")).unwrap();
            for place in 0..files.len() {
                fs::remove_file(folder.join(place.to_string())).unwrap();
            }
        },
    );
    let answers = fs::read_to_string(folder.join("opinions.tsv")).unwrap();
    let opinions: Vec<Opinion> = answers.split('\n').map(parse).collect();
    assert_eq!(opinions.len(), asked.len());
    opinions
}

fn parse(line: &str) -> Opinion {
    let mut fields = line.split('\t').map(str::to_owned);
    let mut next = || fields.next().unwrap_or_default();
    let (result, scheme, signers, issues) = (next(), next(), next(), next());
    let signers = signers
        .split(',')
        .filter(|digest| digest.len() == 64)
        .map(str::to_owned)
        .collect();
    Opinion {
        result,
        scheme,
        signers,
        issues,
    }
}
