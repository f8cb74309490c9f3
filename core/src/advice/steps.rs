//! What to do about a finding: the steps of its remedy in words, with their screens.

use super::{Step, Writer, finding_id, hyphened};
use crate::{
    ladders::ladder,
    maker::Maker,
    os::Os,
    profile::Profile,
    remedies::{self, StepRow},
    report::Finding,
    words::kinds::{AndroidNames, IosNames, Platform, StepArguments},
};

/// Whether two findings are mended by the same steps.
pub(super) fn same(one: &[Step], other: &[Step]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(a, b)| a.text == b.text)
}

impl Writer<'_> {
    /// The steps of a finding's remedy that exist on the phone. The finding's own `.step` takes the place of the first.
    pub(super) fn steps(&self, finding: &Finding) -> Vec<Step> {
        let Some((sentence, rows)) = self.rows(finding) else {
            return Vec::new();
        };
        let own = self.step_text(&format!("{sentence}.step"), '-', false);
        rows.into_iter()
            .enumerate()
            .filter_map(|(place, step)| {
                let own = own.as_ref().filter(|_| place == 0);
                Some(Step {
                    text: own
                        .cloned()
                        .or_else(|| self.remedy_step(step.id, step.of_makers))?,
                    copy: None,
                    ladder: ladder(step.id, finding, &sentence, self.report.os, self.profile),
                })
            })
            .collect()
    }

    /// The names of the steps of a finding's remedy that exist on the phone.
    pub(super) fn step_ids(&self, finding: &Finding) -> impl Iterator<Item = &'static str> {
        let rows = self.rows(finding).map(|(_, rows)| rows);
        rows.into_iter().flatten().map(|step| step.id)
    }

    /// The id of a finding's sentences, and the steps of its remedy that exist on the phone.
    fn rows(&self, finding: &Finding) -> Option<(String, Vec<&'static StepRow>)> {
        let sentence = finding_id(finding)?;
        let (os, maker) = (self.report.os, self.reader.maker);
        let steps = remedies::steps(finding.remedy()?, &sentence, os, maker).collect();
        Some((sentence, steps))
    }

    /// A step of a remedy in words.
    pub(super) fn remedy_step(&self, step: &str, of_makers: bool) -> Option<String> {
        self.step_text(&format!("step-{}", hyphened(step)), '.', of_makers)
    }

    /// A step in words: on the phone of a maker with names of its own by these, of another by Android's; where the
    /// maker is not known and Samsung's names differ, by both. Where Samsung's differ, those of further makers may too,
    /// which is said. `joint` is what stands between an id and the platform or the maker that its sentence is for.
    fn step_text(&self, id: &str, joint: char, of_makers: bool) -> Option<String> {
        let general = self.step_sentence(id);
        if self.platform == Platform::Ios {
            return self.step_sentence(&format!("{id}{joint}ios")).or(general);
        }
        let by = |maker: Maker| self.step_sentence(&format!("{id}{joint}{}", maker.id()));
        let and = |second: Option<String>| match (general.clone(), second) {
            // What is called the same is not said twice.
            (Some(first), Some(second)) if second.ends_with(after_first_letter(&first)) => {
                Some(first)
            }
            (Some(first), Some(second)) => Some(format!("{first} {second}")),
            (first, second) => first.or(second),
        };
        match self.reader.maker {
            None => and(by(Maker::Samsung)),
            Some(Maker::Google) => general,
            Some(maker) => by(maker).or_else(|| {
                let named = !of_makers && by(Maker::Samsung).is_some();
                and(self.step_sentence("step-names-differ").filter(|_| named))
            }),
        }
    }

    fn step_sentence(&self, id: &str) -> Option<String> {
        let (android, ios) = names(self.report.os);
        let arguments = StepArguments {
            app: self.app(),
            console: &self.profile.words.console,
            reset: &self.profile.words.reset,
            minimum: &self.minimum,
            android,
            ios,
        };
        self.words.sentence(id, &arguments)
    }
}

/// The lowest version of the phone's operating system on which the app runs; empty where the profile has none.
pub(super) fn minimum(os: Os, profile: &Profile) -> String {
    match os {
        Os::Android { .. } => profile
            .android
            .minimum_api
            .map_or_else(String::new, android_name),
        Os::Ios { .. } => profile.ios.minimum.map_or_else(String::new, |version| {
            format!("iOS {}.{}", version.major, version.minor)
        }),
    }
}

fn after_first_letter(sentence: &str) -> &str {
    let mut letters = sentence.chars();
    letters.next();
    letters.as_str()
}

/// Which names the switches have on a version of the operating system.
const fn names(os: Os) -> (Option<AndroidNames>, Option<IosNames>) {
    match os {
        Os::Android { api: ..=25 } => (Some(AndroidNames::Android7), None),
        Os::Android { api: 26..=27 } => (Some(AndroidNames::Android8), None),
        Os::Android { api: 28 } => (Some(AndroidNames::Android9), None),
        Os::Android { api: 29 } => (Some(AndroidNames::Android10), None),
        Os::Android { api: 30 } => (Some(AndroidNames::Android11), None),
        Os::Android { api: 31..=32 } => (Some(AndroidNames::Android12), None),
        Os::Android { api: 33 } => (Some(AndroidNames::Android13), None),
        Os::Android { api: 34 } => (Some(AndroidNames::Android14), None),
        Os::Android { .. } => (Some(AndroidNames::Android15), None),
        Os::Ios { major: ..=17, .. } => (None, Some(IosNames::Ios)),
        Os::Ios { .. } => (None, Some(IosNames::Ios18)),
    }
}

/// The name of an Android version by its API level.
fn android_name(api: i64) -> String {
    let name = match api {
        24 => "7.0",
        25 => "7.1",
        26 => "8.0",
        27 => "8.1",
        28 => "9",
        29 => "10",
        30 => "11",
        31 => "12",
        32 => "12L",
        33 => "13",
        34 => "14",
        35 => "15",
        36 => "16",
        _ => return format!("Android (API {api})"),
    };
    format!("Android {name}")
}
