//! What to do about a complaint beyond the phone: the playbooks of a profile.
//!
//! The steps are data, `profiles/ID/playbooks.json`; their words stand beside it, one file for each
//! audience. Both are compiled in with the profile's cargo feature and chosen by the profile's id.

mod vocabulary;

pub use vocabulary::{Condition, Shell};

use crate::{
    checks,
    complaint::{AnswerKind, Complaint},
    maker::Maker,
    os::Platform,
    profile::Profile,
    reader::Reader,
    report::{Outcome, Owner, Report},
    words::{Audience, Words, playbook_kinds::PlaybookArguments},
};
use std::collections::BTreeSet;

/// What to do about one complaint.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
pub struct Playbook {
    /// The complaint's number.
    pub complaint: i32,
    /// The complaint in the words of who has it.
    pub title: String,
    /// What is ruled out, and where to go next; only where the phone is not the reason.
    pub ruled_out: Option<String>,
    /// What to do, in order.
    pub steps: Vec<PlaybookStep>,
    /// What must be said once of the commands; only where there are some.
    pub remark: Option<String>,
    /// The language of the words.
    pub language: &'static str,
}

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
pub struct PlaybookStep {
    /// Its id, the same in all languages.
    pub id: &'static str,
    /// Whose job it is.
    pub owner: Owner,
    /// What must be so for it to be of use, as far as that is not known yet.
    pub conditions: Vec<OpenCondition>,
    /// What to do.
    pub text: String,
    /// A command that answers a question.
    pub command: Option<PlaybookCommand>,
}

/// A condition that what is known does not decide.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
pub struct OpenCondition {
    /// Which one.
    pub id: Condition,
    /// A sentence that says it.
    pub text: String,
}

/// A command to copy. It changes nothing, and nobody ran it here.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
pub struct PlaybookCommand {
    /// Where it is typed in.
    pub shell: Shell,
    /// The command: ASCII, in PowerShell perhaps on several lines.
    pub text: &'static str,
    /// What a good answer looks like.
    pub good: String,
    /// What a bad answer looks like.
    pub bad: String,
}

/// A complaint to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
pub struct ComplaintChoice {
    /// Its number.
    pub complaint: i32,
    /// The complaint in the words of who has it.
    pub title: String,
}

/// The directory that holds the users' accounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Directory {
    /// An Active Directory domain.
    Domain,
    /// Entra ID (Azure AD).
    Azure,
    /// None: a workgroup.
    Workgroup,
}

/// What is known of the case. A step that this contradicts is left out; what is None decides nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Situation {
    /// The phone's platform.
    pub platform: Option<Platform>,
    /// The client's directory.
    pub directory: Option<Directory>,
    /// Whether the domain has several domain controllers.
    pub several_controllers: Option<bool>,
    /// Whether somebody can look at the phone and the app is on it.
    pub phone_in_hand: Option<bool>,
    /// Whether the activation link is younger than its lifetime.
    pub link_valid: Option<bool>,
    /// Whether a diagnosis has seen what the complaint is about.
    pub examined: Option<bool>,
    /// What a diagnosis answered; None without one.
    pub answer: Option<AnswerKind>,
}

impl Situation {
    /// Whether a condition holds; None where what is known does not decide it.
    fn decides(&self, condition: Condition, maker: Option<Maker>) -> Option<bool> {
        let directory = |wanted| self.directory.map(|directory| directory == wanted);
        let platform = |wanted| self.platform.map(|platform| platform == wanted);
        match condition {
            Condition::DirectoryDomain => directory(Directory::Domain),
            Condition::DirectoryAzure => directory(Directory::Azure),
            Condition::DirectoryWorkgroup => directory(Directory::Workgroup),
            Condition::OneController => self.several_controllers.map(|several| !several),
            Condition::SeveralControllers => self.several_controllers,
            Condition::PhoneInHand => self.phone_in_hand,
            Condition::NoPhone => self.phone_in_hand.map(|in_hand| !in_hand),
            Condition::Android => platform(Platform::Android),
            Condition::Ios => platform(Platform::Ios),
            Condition::MakerSwitches => maker.map(|maker| maker != Maker::Google),
            Condition::PhoneNotExamined => self.examined.map(|examined| !examined),
            // What explains a complaint says what helps: every check that a reinstall mends is among those that explain.
            Condition::NewStart => Some(self.answer != Some(AnswerKind::Explained)),
            Condition::LinkValid => self.link_valid,
            Condition::LinkExpired => self.link_valid.map(|valid| !valid),
        }
    }
}

/// The steps of one profile for one audience.
type Compiled = (
    &'static str,
    Audience,
    &'static [(Complaint, &'static [Row])],
);

/// A step as build.rs compiled it.
struct Row {
    id: &'static str,
    owner: Owner,
    when: &'static [Condition],
    step: Option<&'static str>,
    command: Option<(Shell, &'static str)>,
}

include!(concat!(env!("OUT_DIR"), "/playbooks.rs"));

/// What the advice about a phone gives to the playbook below it.
pub(crate) struct Above<'a> {
    /// The steps of remedies that its findings tell.
    pub(crate) told: &'a BTreeSet<&'static str>,
    /// A step of a remedy in words, with the names that switches have on that phone; true: those that makers add.
    pub(crate) words: &'a dyn Fn(&str, bool) -> Option<String>,
}

/// The playbook for a complaint. None where the profile has none compiled in.
#[must_use]
pub fn playbook(
    complaint: Complaint,
    profile: &Profile,
    reader: &Reader,
    situation: &Situation,
) -> Option<Playbook> {
    below(complaint, profile, reader, situation, None)
}

/// The playbook for a complaint, by itself or below the advice about a phone.
fn below(
    complaint: Complaint,
    profile: &Profile,
    reader: &Reader,
    situation: &Situation,
    above: Option<&Above<'_>>,
) -> Option<Playbook> {
    let writer = Writer::new(profile, reader)?;
    let (.., rows) = writer.rows.iter().find(|(known, _)| *known == complaint)?;
    let id = complaint_id(complaint);
    let steps: Vec<PlaybookStep> = rows
        .iter()
        .filter_map(|row| writer.step(row, situation, above))
        .collect();
    let not_this_phone = situation.answer == Some(AnswerKind::NotThisPhone);
    Some(Playbook {
        complaint: complaint.number(),
        title: writer.told(&id),
        ruled_out: not_this_phone
            .then(|| writer.sentence(&format!("{id}.ruled-out")))
            .flatten(),
        remark: steps
            .iter()
            .any(|step| step.command.is_some())
            .then(|| writer.told("remark-commands")),
        steps,
        language: writer.words.language(),
    })
}

/// The complaints that the profile's playbooks are for, to choose from. Empty where it has none compiled in.
#[must_use]
pub fn complaints(profile: &Profile, reader: &Reader) -> Vec<ComplaintChoice> {
    let Some(writer) = Writer::new(profile, reader) else {
        return Vec::new();
    };
    let choice = |(complaint, _): &(Complaint, _)| ComplaintChoice {
        complaint: complaint.number(),
        title: writer.told(&complaint_id(*complaint)),
    };
    writer.rows.iter().map(choice).collect()
}

/// The playbook for a report's complaint: it came from a phone in somebody's hand.
pub(crate) fn of_report(
    report: &Report,
    profile: &Profile,
    reader: &Reader,
    link_valid: Option<bool>,
    above: &Above<'_>,
) -> Option<Playbook> {
    let complaint = Complaint::from_number(report.complaint)?;
    let situation = Situation {
        platform: Some(report.os.platform()),
        phone_in_hand: Some(true),
        link_valid,
        examined: Some(examined(complaint, report)),
        answer: Some(report.answer.kind),
        ..Situation::default()
    };
    below(complaint, profile, reader, &situation, Some(above))
}

/// Whether a report knows the usual cause of a complaint, where a phone can see it.
fn examined(complaint: Complaint, report: &Report) -> bool {
    let check = match complaint {
        Complaint::PhoneNumberInvalid | Complaint::NoNotifications => checks::NOTIFICATIONS,
        Complaint::InstallOrCrash => checks::OS_VERSION,
        Complaint::ResetFailed
        | Complaint::NumberInUse
        | Complaint::LinkInactive
        | Complaint::Other => return true,
    };
    report
        .finding(check)
        .is_some_and(|finding| finding.outcome != Outcome::Unknown)
}

/// The id of a complaint's words.
fn complaint_id(complaint: Complaint) -> String {
    format!("complaint-{}", complaint.id().replace('_', "-"))
}

/// Puts steps into words.
struct Writer<'a> {
    words: Words,
    rows: &'static [(Complaint, &'static [Row])],
    profile: &'a Profile,
    maker: Option<Maker>,
}

impl<'a> Writer<'a> {
    fn new(profile: &'a Profile, reader: &Reader) -> Option<Self> {
        let (.., rows) = COMPILED
            .iter()
            .find(|(id, audience, _)| *id == profile.id && *audience == reader.audience)?;
        Some(Self {
            words: Words::of_playbooks(&profile.id, &reader.language, reader.audience)?,
            rows,
            profile,
            maker: reader.maker,
        })
    }

    fn sentence(&self, id: &str) -> Option<String> {
        let words = &self.profile.words;
        let arguments = PlaybookArguments {
            app: &words.app,
            console: &words.console,
            reset: &words.reset,
            support: &words.support,
            hours: self.profile.link_hours,
        };
        self.words.sentence(id, &arguments)
    }

    /// A sentence that the build script saw to exist.
    fn told(&self, id: &str) -> String {
        self.sentence(id).unwrap_or_default()
    }

    /// A step, unless what is known contradicts one of its conditions or a finding tells it.
    fn step(
        &self,
        row: &Row,
        situation: &Situation,
        above: Option<&Above<'_>>,
    ) -> Option<PlaybookStep> {
        let mut conditions = Vec::new();
        for condition in row.when {
            match situation.decides(*condition, self.maker) {
                Some(true) => {}
                Some(false) => return None,
                None => conditions.push(OpenCondition {
                    id: *condition,
                    text: self.told(condition.words()?),
                }),
            }
        }
        let text = match (row.step, above) {
            (Some(step), Some(above)) if above.told.contains(step) => return None,
            (Some(step), Some(above)) => {
                (above.words)(step, row.when.contains(&Condition::MakerSwitches))?
            }
            _ => self.told(row.id),
        };
        let command = row.command.map(|(shell, text)| PlaybookCommand {
            shell,
            text,
            good: self.told(&format!("{}.good", row.id)),
            bad: self.told(&format!("{}.bad", row.id)),
        });
        Some(PlaybookStep {
            id: row.id,
            owner: row.owner,
            conditions,
            text,
            command,
        })
    }
}
