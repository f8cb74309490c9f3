//! What to do about a complaint beyond the phone: the playbooks of a profile.

use crate::report::{Complaint, Owner};
use diagnose_core::playbook as core;
pub use diagnose_core::playbook::{Condition, Shell};

/// What must be so for a step to be of use.
#[uniffi::remote(Enum)]
pub enum Condition {
    /// The client's directory is an Active Directory domain.
    DirectoryDomain,
    /// The client's directory is Entra ID (Azure AD).
    DirectoryAzure,
    /// The client has no directory: a workgroup.
    DirectoryWorkgroup,
    /// The domain has one domain controller.
    OneController,
    /// The domain has several domain controllers.
    SeveralControllers,
    /// The phone is in somebody's hand who can look at it, with the app on it.
    PhoneInHand,
    /// Nobody can look at the phone, or the app is not on it.
    NoPhone,
    /// The phone runs Android.
    Android,
    /// The phone runs iOS.
    Ios,
    /// The phone's maker adds switches of its own: every maker but Google.
    MakerSwitches,
    /// No diagnosis has seen what the complaint is about.
    PhoneNotExamined,
    /// A new start is next: no finding explains the complaint, and so tells what helps.
    NewStart,
    /// The activation link is younger than its lifetime.
    LinkValid,
    /// The activation link is as old as its lifetime, or older.
    LinkExpired,
}

/// Where a command is typed in.
#[uniffi::remote(Enum)]
pub enum Shell {
    /// Windows PowerShell, as it comes with Windows Server 2012 R2 and above; not PowerShell 6 and above.
    Powershell,
    /// The command prompt, `cmd.exe`.
    Cmd,
}

/// What to do about one complaint.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
#[cfg_attr(feature = "cases", derive(serde::Serialize))]
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
    pub language: String,
}

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
#[cfg_attr(feature = "cases", derive(serde::Serialize))]
pub struct PlaybookStep {
    /// Its id, the same in all languages.
    pub id: String,
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
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
#[cfg_attr(feature = "cases", derive(serde::Serialize))]
pub struct OpenCondition {
    /// Which one.
    pub id: Condition,
    /// A sentence that says it.
    pub text: String,
}

/// A command to copy. It changes nothing, and nobody ran it here.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
#[cfg_attr(feature = "cases", derive(serde::Serialize))]
pub struct PlaybookCommand {
    /// Where it is typed in.
    pub shell: Shell,
    /// The command: ASCII, in PowerShell perhaps on several lines.
    pub text: String,
    /// What a good answer looks like.
    pub good: String,
    /// What a bad answer looks like.
    pub bad: String,
}

/// A complaint to choose.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct ComplaintChoice {
    /// The complaint, for the question.
    pub complaint: Complaint,
    /// The complaint in the words of who has it.
    pub title: String,
}

impl From<core::Playbook> for Playbook {
    fn from(playbook: core::Playbook) -> Self {
        let core::Playbook {
            complaint,
            title,
            ruled_out,
            steps,
            remark,
            language,
        } = playbook;
        Self {
            complaint,
            title,
            ruled_out,
            steps: steps.into_iter().map(Into::into).collect(),
            remark,
            language: language.to_owned(),
        }
    }
}

impl From<core::PlaybookStep> for PlaybookStep {
    fn from(step: core::PlaybookStep) -> Self {
        let core::PlaybookStep {
            id,
            owner,
            conditions,
            text,
            command,
        } = step;
        Self {
            id: id.to_owned(),
            owner,
            conditions: conditions.into_iter().map(Into::into).collect(),
            text,
            command: command.map(Into::into),
        }
    }
}

impl From<core::OpenCondition> for OpenCondition {
    fn from(condition: core::OpenCondition) -> Self {
        let core::OpenCondition { id, text } = condition;
        Self { id, text }
    }
}

impl From<core::PlaybookCommand> for PlaybookCommand {
    fn from(command: core::PlaybookCommand) -> Self {
        let core::PlaybookCommand {
            shell,
            text,
            good,
            bad,
        } = command;
        Self {
            shell,
            text: text.to_owned(),
            good,
            bad,
        }
    }
}

impl ComplaintChoice {
    /// None for a complaint that has no name here.
    pub(crate) fn new(choice: core::ComplaintChoice) -> Option<Self> {
        let core::ComplaintChoice { complaint, title } = choice;
        Some(Self {
            complaint: Complaint::from_number(complaint)?,
            title,
        })
    }
}
