//! What a step of a playbook depends on, and where its command is typed in.

use crate::record::choice;

choice! {
    /// What must be so for a step to be of use.
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
}

impl Condition {
    /// The id of its words. None for what is always decided.
    pub const fn words(self) -> Option<&'static str> {
        Some(match self {
            Self::DirectoryDomain => "when-directory-domain",
            Self::DirectoryAzure => "when-directory-azure",
            Self::DirectoryWorkgroup => "when-directory-workgroup",
            Self::OneController => "when-one-controller",
            Self::SeveralControllers => "when-several-controllers",
            Self::PhoneInHand => "when-phone-in-hand",
            Self::NoPhone => "when-no-phone",
            Self::Android => "when-android",
            Self::Ios => "when-ios",
            Self::MakerSwitches => "when-maker-switches",
            Self::PhoneNotExamined => "when-phone-not-examined",
            Self::NewStart => return None,
            Self::LinkValid => "when-link-valid",
            Self::LinkExpired => "when-link-expired",
        })
    }
}

choice! {
    /// Where a command is typed in.
    pub enum Shell {
        /// Windows PowerShell, as it comes with Windows Server 2012 R2 and above; not PowerShell 6 and above.
        Powershell,
        /// The command prompt, `cmd.exe`.
        Cmd,
    }
}
