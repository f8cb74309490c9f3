//! Reads cases and phones.

use crate::set;
use diagnose_core::{
    DiagnoseError, Question,
    complaint::Complaint,
    facts::DeviceFacts,
    input::InputError,
    profile::Profile,
    profiles,
    report::{Finding, Report},
};
use serde::Deserialize;
use serde_json::{Map, Value};
use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

/// Why a case cannot be used. Reads well after "could not read the case NAME: ".
#[derive(Debug, thiserror::Error)]
pub enum CaseError {
    /// A file cannot be read.
    #[error("{}: {error}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// Why not.
        error: io::Error,
    },
    /// A file does not have the form of a case.
    #[error("{}: {error}", path.display())]
    Form {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        error: serde_json::Error,
    },
    /// A path of `set`, `set_profile` or `contrast` leads nowhere.
    #[error("the path `{0}` leads nowhere")]
    Path(String),
    /// The complaint is none.
    #[error("{0} is no complaint")]
    Complaint(i32),
    /// There is no such profile.
    #[error("there is no profile {0:?}")]
    Profile(String),
    /// The facts or the profile that come out are impossible.
    #[error(transparent)]
    Input(#[from] InputError),
    /// The phone cannot be diagnosed.
    #[error(transparent)]
    Diagnose(#[from] DiagnoseError),
}

/// A case.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// The file's name without its ending.
    #[serde(skip)]
    pub name: String,
    #[serde(skip)]
    folder: PathBuf,
    /// What it shows.
    pub about: String,
    /// The phone it starts from, a file of `tests/phones`.
    pub phone: String,
    /// What is different on this phone: a fact's path and its whole new value.
    pub set: Map<String, Value>,
    /// The profile.
    pub profile: String,
    /// What is different in the profile: a value's path and its whole new value.
    #[serde(default)]
    pub set_profile: Map<String, Value>,
    question: CaseQuestion,
    /// What a person expects.
    pub judged: Judged,
    /// A neighbour that differs in one fact.
    pub contrast: Option<Contrast>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CaseQuestion {
    complaint: Option<i32>,
    received: Option<String>,
}

/// What a person expects of a case or a phone.
#[derive(Debug, Clone, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Judged {
    /// The verdict.
    pub verdict: String,
    /// The answer to the complaint: `kind` and `checks`.
    pub answer: Value,
    /// The outcomes that differ from the phone's own: `pass`, `warn`, `fail CAUSE`, `unknown REASON`,
    /// `not_applicable`.
    pub findings: BTreeMap<String, String>,
}

/// A neighbour of a case that differs in one fact.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contrast {
    /// The one fact.
    pub set: Map<String, Value>,
    /// The outcomes that differ from the case's.
    pub findings: BTreeMap<String, String>,
}

fn read(path: &Path) -> Result<String, CaseError> {
    fs::read_to_string(path).map_err(|error| CaseError::File {
        path: path.to_owned(),
        error,
    })
}

fn parse<T: for<'de> Deserialize<'de>>(path: &Path) -> Result<T, CaseError> {
    serde_json::from_str(&read(path)?).map_err(|error| CaseError::Form {
        path: path.to_owned(),
        error,
    })
}

fn apply(document: &Value, changes: &Map<String, Value>) -> Result<Value, CaseError> {
    changes
        .iter()
        .try_fold(document.clone(), |document, (path, value)| {
            set(&document, path, value).ok_or_else(|| CaseError::Path(path.clone()))
        })
}

/// The names of the JSON files in a folder, in alphabetical order.
fn names(folder: &Path) -> Result<Vec<String>, CaseError> {
    let failed = |error| CaseError::File {
        path: folder.to_owned(),
        error,
    };
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path
            .extension()
            .is_some_and(|extension| extension == "json")
            && let Some(stem) = path.file_stem().and_then(|stem| stem.to_str())
        {
            names.push(stem.to_owned());
        }
    }
    names.sort();
    Ok(names)
}

/// Every case of `TESTS/cases`, in alphabetical order.
///
/// # Errors
/// The first file that is no case.
pub fn all(tests: &Path) -> Result<Vec<Case>, CaseError> {
    let folder = tests.join("cases");
    names(&folder)?
        .iter()
        .map(|name| Case::load(&folder.join(format!("{name}.json"))))
        .collect()
}

/// Every phone of `TESTS/phones`: its name, its facts, its profile and what a person expects of it.
///
/// # Errors
/// The first file that is no phone, or a phone that nobody judged.
pub fn phones(tests: &Path) -> Result<Vec<(String, Value, String, Judged)>, CaseError> {
    let folder = tests.join("phones");
    let path = folder.join("judged.json");
    let mut judged: BTreeMap<String, Value> = parse(&path)?;
    let mut phones = Vec::new();
    for name in names(&folder)?.into_iter().filter(|name| name != "judged") {
        let facts = parse(&folder.join(format!("{name}.json")))?;
        let mut own = judged
            .remove(&name)
            .ok_or_else(|| CaseError::Path(format!("judged.json: {name}")))?;
        let profile = own.as_object_mut().and_then(|own| own.remove("profile"));
        let profile = profile
            .as_ref()
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned();
        let own = serde_json::from_value(own).map_err(|error| CaseError::Form {
            path: path.clone(),
            error,
        })?;
        phones.push((name, facts, profile, own));
    }
    match judged.into_keys().next() {
        Some(name) => Err(CaseError::Path(format!("judged.json: {name}"))),
        None => Ok(phones),
    }
}

impl Case {
    /// Reads a case.
    ///
    /// # Errors
    /// A file that cannot be read or is no case.
    pub fn load(path: &Path) -> Result<Self, CaseError> {
        let mut case: Self = parse(path)?;
        path.file_stem()
            .and_then(|stem| stem.to_str())
            .unwrap_or_default()
            .clone_into(&mut case.name);
        case.folder = path.parent().unwrap_or(Path::new("")).to_owned();
        Ok(case)
    }

    /// The case's complete facts as JSON.
    ///
    /// # Errors
    /// A phone that cannot be read, or a path that leads nowhere.
    pub fn facts_json(&self) -> Result<Value, CaseError> {
        let phone: Value = parse(
            &self
                .folder
                .join("../phones")
                .join(format!("{}.json", self.phone)),
        )?;
        apply(&phone, &self.set)
    }

    /// The case's facts.
    ///
    /// # Errors
    /// As [`Self::facts_json`], and impossible facts.
    pub fn facts(&self) -> Result<DeviceFacts, CaseError> {
        Ok(DeviceFacts::from_value(&self.facts_json()?)?)
    }

    /// The facts of the case's neighbour.
    ///
    /// # Errors
    /// As [`Self::facts`].
    pub fn contrast_facts(&self, contrast: &Contrast) -> Result<DeviceFacts, CaseError> {
        Ok(DeviceFacts::from_value(&apply(
            &self.facts_json()?,
            &contrast.set,
        )?)?)
    }

    /// The case's profile as JSON.
    ///
    /// # Errors
    /// A profile that does not exist, or a path that leads nowhere.
    pub fn profile_json(&self) -> Result<Value, CaseError> {
        let profile = profiles::profile(&self.profile)
            .ok_or_else(|| CaseError::Profile(self.profile.clone()))?;
        let json = serde_json::to_value(profile).map_err(|error| CaseError::Form {
            path: PathBuf::from(&self.profile),
            error,
        })?;
        apply(&json, &self.set_profile)
    }

    /// The case's profile.
    ///
    /// # Errors
    /// As [`Self::profile_json`], and an impossible profile.
    pub fn profile(&self) -> Result<Profile, CaseError> {
        Ok(Profile::from_json(&self.profile_json()?.to_string())?)
    }

    /// The case's question.
    ///
    /// # Errors
    /// A complaint that does not exist, or a time that is none.
    pub fn question(&self) -> Result<Question, CaseError> {
        let complaint = match self.question.complaint {
            Some(number) => {
                Some(Complaint::from_number(number).ok_or(CaseError::Complaint(number))?)
            }
            None => None,
        };
        let received = self
            .question
            .received
            .as_deref()
            .map(diagnose_core::time::Time::from_rfc3339);
        Ok(Question {
            complaint,
            received: received.transpose()?,
        })
    }
}

impl Judged {
    /// What the program says, in the form in which a person judges.
    #[must_use]
    pub fn outcome(finding: &Finding) -> String {
        let outcome = serde_json::to_value(finding.outcome).unwrap_or_default();
        let outcome = outcome.as_str().unwrap_or_default();
        match (finding.reason, finding.cause) {
            (Some(reason), _) => format!("{outcome} {reason}"),
            (None, Some(_)) => format!("{outcome} {}", finding.cause_id().unwrap_or("?")),
            (None, None) => outcome.to_owned(),
        }
    }

    /// Every outcome of a report by its check's id.
    #[must_use]
    pub fn outcomes(report: &Report) -> BTreeMap<String, String> {
        report
            .findings
            .iter()
            .filter_map(|finding| Some((finding.id()?.to_owned(), Self::outcome(finding))))
            .collect()
    }
}
