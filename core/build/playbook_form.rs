//! The form of `profiles/ID/playbooks.json`, and what is refused in it.
//!
//! Only the build script and a test read it: the library holds what came of it.

use crate::{
    input::{InputError, each_choice_once, each_once, quoted},
    record::{choice, record},
    vocabulary::{Condition, Shell},
};
use std::collections::BTreeSet;

/// The version of the form.
const VERSION: i64 = 1;

record! {
    /// The playbooks of a profile.
    pub struct Playbooks {
        /// The version of this form: 1.
        pub playbooks_version: i64,
        /// What whoever edits the file must know.
        pub about: String,
        /// What the end user does.
        pub user: Complaints,
        /// What the technician does.
        pub technician: Complaints,
        /// The commands that steps name.
        pub commands: Vec<Command>,
    }
}

record! {
    /// The steps for each complaint, in order.
    pub struct Complaints {
        /// 1.
        pub phone_number_invalid: Vec<Step>,
        /// 2.
        pub install_or_crash: Vec<Step>,
        /// 3.
        pub reset_failed: Vec<Step>,
        /// 4.
        pub number_in_use: Vec<Step>,
        /// 5.
        pub link_inactive: Vec<Step>,
        /// 6.
        pub no_notifications: Vec<Step>,
        /// 15.
        pub other: Vec<Step>,
    }
}

record! {
    /// One step.
    pub struct Step {
        /// Its id, which is that of its words.
        pub id: String,
        /// Whose job it is.
        pub owner: Owner,
        /// What must be so for it to be of use; all of it.
        pub when: Vec<Condition>,
        /// The step of a remedy that says the same with the names of one phone.
        #[serde(deserialize_with = "crate::json::nullable")]
        pub step: Option<String>,
        /// The command that it runs, by its id.
        #[serde(deserialize_with = "crate::json::nullable")]
        pub command: Option<String>,
    }
}

choice! {
    /// Whose job a step is, as in a report.
    pub enum Owner {
        /// The end user.
        User,
        /// The technician at the support desk.
        Technician,
        /// The app's vendor.
        Vendor,
    }
}

record! {
    /// A command to copy.
    pub struct Command {
        /// Its id.
        pub id: String,
        /// Where it is typed in.
        pub shell: Shell,
        /// Its text; a further line only after `|`.
        pub text: String,
    }
}

impl Complaints {
    /// The steps with the complaint's name in JSON and in Rust.
    fn all(&self) -> [(&'static str, &'static str, &[Step]); 7] {
        [
            (
                "phone_number_invalid",
                "PhoneNumberInvalid",
                &self.phone_number_invalid,
            ),
            ("install_or_crash", "InstallOrCrash", &self.install_or_crash),
            ("reset_failed", "ResetFailed", &self.reset_failed),
            ("number_in_use", "NumberInUse", &self.number_in_use),
            ("link_inactive", "LinkInactive", &self.link_inactive),
            (
                "no_notifications",
                "NoNotifications",
                &self.no_notifications,
            ),
            ("other", "Other", &self.other),
        ]
    }

    fn check(&self, commands: &[Command]) -> Result<(), InputError> {
        for (name, _, steps) in self.all() {
            let checked = if steps.is_empty() {
                Err(InputError::new("no step", "one at least"))
            } else {
                steps
                    .iter()
                    .enumerate()
                    .try_for_each(|(index, step)| step.check(commands).map_err(|e| e.at(index)))
                    .and_then(|()| each_once(steps.iter().map(|step| &step.id)))
            };
            checked.map_err(|e| e.inside(name))?;
        }
        Ok(())
    }

    fn steps(&self) -> impl Iterator<Item = &Step> {
        self.all().into_iter().flat_map(|(.., steps)| steps)
    }
}

impl Step {
    fn check(&self, commands: &[Command]) -> Result<(), InputError> {
        is_id(&self.id).map_err(|e| e.inside("id"))?;
        each_choice_once(&self.when).map_err(|e| e.inside("when"))?;
        match &self.command {
            Some(id) if commands.iter().all(|command| command.id != *id) => {
                Err(InputError::new(quoted(id), "the id of one of `commands`").inside("command"))
            }
            _ => Ok(()),
        }
    }
}

/// Refuses anything but an id as the words have them.
fn is_id(id: &str) -> Result<(), InputError> {
    let allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    if id.starts_with(|c: char| c.is_ascii_lowercase()) && id.bytes().all(allowed) {
        return Ok(());
    }
    Err(InputError::new(
        quoted(id),
        "lower-case letters, digits or `-`, a letter first",
    ))
}

impl Command {
    fn check(&self) -> Result<(), InputError> {
        is_id(&self.id).map_err(|e| e.inside("id"))?;
        let mut lines = self.text.split('\n').rev();
        let last = lines.next().unwrap_or_default();
        let line = |line: &str| {
            !line.is_empty()
                && line.trim_end() == line
                && line.bytes().all(|b| b == b' ' || b.is_ascii_graphic())
        };
        if line(last)
            && lines.all(|text| line(text) && text.ends_with('|'))
            && (self.shell == Shell::Powershell || !self.text.contains('\n'))
        {
            return Ok(());
        }
        let expected =
            "ASCII on one line, in PowerShell also on several, each but the last ending in `|`";
        Err(InputError::new(quoted(&self.text), expected).inside("text"))
    }
}

impl Playbooks {
    /// Reads the playbooks from their JSON form.
    ///
    /// # Errors
    /// The first thing that is wrong, with its path.
    pub(crate) fn from_json(text: &str) -> Result<Self, InputError> {
        let playbooks: Self = crate::json::from_json(text, "playbooks_version", VERSION)?;
        let Self {
            user,
            technician,
            commands,
            ..
        } = &playbooks;
        commands
            .iter()
            .enumerate()
            .try_for_each(|(index, command)| command.check().map_err(|e| e.at(index)))
            .and_then(|()| each_once(commands.iter().map(|command| &command.id)))
            .map_err(|e| e.inside("commands"))?;
        user.check(commands).map_err(|e| e.inside("user"))?;
        technician
            .check(commands)
            .map_err(|e| e.inside("technician"))?;
        let used: BTreeSet<&String> = user
            .steps()
            .chain(technician.steps())
            .filter_map(|step| step.command.as_ref())
            .collect();
        match commands
            .iter()
            .position(|command| !used.contains(&command.id))
        {
            Some(index) => {
                let found = commands.get(index).map(|command| quoted(&command.id));
                let error = InputError::new(found.unwrap_or_default(), "a step that names it");
                Err(error.inside("id").at(index).inside("commands"))
            }
            None => Ok(playbooks),
        }
    }

    /// The steps of one audience, by the name of its field.
    fn of(&self, audience: &str) -> &Complaints {
        if audience == "user" {
            &self.user
        } else {
            &self.technician
        }
    }

    /// Whether the words of one audience, by their ids, are all that its steps need, and no more.
    ///
    /// # Errors
    /// The first step, condition or complaint without words, and else the first words that nothing uses.
    pub(crate) fn check_words(&self, audience: &str, ids: &[&str]) -> Result<(), InputError> {
        let ids: BTreeSet<&str> = ids.iter().copied().collect();
        let mut used = BTreeSet::new();
        let mut need = |id: String| {
            let there = ids.contains(id.as_str());
            let missing = InputError::new("no words", format_args!("the message \"{id}\""));
            used.insert(id);
            if there { Ok(()) } else { Err(missing) }
        };
        for (name, _, steps) in self.of(audience).all() {
            need(format!("complaint-{}", name.replace('_', "-")))
                .map_err(|e| e.inside(name).inside(audience))?;
            for (index, step) in steps.iter().enumerate() {
                let inside = |error: InputError, field| {
                    error.inside(field).at(index).inside(name).inside(audience)
                };
                need(step.id.clone()).map_err(|e| inside(e, "id"))?;
                for words in step.when.iter().filter_map(|condition| condition.words()) {
                    need(words.to_owned()).map_err(|e| inside(e, "when"))?;
                }
                if step.command.is_some() {
                    for id in [
                        format!("{}.good", step.id),
                        format!("{}.bad", step.id),
                        "remark-commands".to_owned(),
                    ] {
                        need(id).map_err(|e| inside(e, "command"))?;
                    }
                }
            }
        }
        let ruled_out = |id: &str| id.starts_with("complaint-") && id.ends_with(".ruled-out");
        match ids.iter().find(|id| !used.contains(**id) && !ruled_out(id)) {
            Some(id) => Err(InputError::new(
                format_args!("no step that uses the words \"{id}\""),
                "one",
            )
            .inside(audience)),
            None => Ok(()),
        }
    }

    /// The Rust source of the steps of one audience: what `playbook::COMPILED` holds.
    pub(crate) fn source(&self, audience: &str) -> String {
        let mut source = String::new();
        for (_, complaint, steps) in self.of(audience).all() {
            source += &format!("        (Complaint::{complaint}, &[\n");
            for step in steps {
                let when: String = step
                    .when
                    .iter()
                    .map(|condition| format!("Condition::{condition:?}, "))
                    .collect();
                let command = self
                    .commands
                    .iter()
                    .find(|command| step.command.as_ref() == Some(&command.id))
                    .map(|Command { shell, text, .. }| (shell, text));
                let command = command.map_or("None".to_owned(), |(shell, text)| {
                    format!("Some((Shell::{shell:?}, {text:?}))")
                });
                source += &format!(
                    "            Row {{ id: {:?}, owner: Owner::{:?}, when: &[{when}], step: {:?}, command: {command} }},\n",
                    step.id, step.owner, step.step
                );
            }
            source += "        ]),\n";
        }
        source
    }
}
