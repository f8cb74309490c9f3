//! What is particular to one app, as data: the profile.
//!
//! A rule about a value that the profile leaves out (null, or an empty list) does not exist.

use crate::{
    input::{
        InputError, Inside, Validate, each_choice_once, each_once, in_range, is_channel_id,
        is_digest, quoted, validate_fields,
    },
    record::{choice, record},
    source::{AndroidSource, IosSource, is_package},
    time::Date,
    version::AppVersion,
};

/// The version of a profile's form that this library reads.
pub const PROFILE_VERSION: i64 = 1;

record! {
    /// Everything that is particular to one app.
    pub struct Profile {
        /// The version of this form: 1.
        pub profile_version: i64,
        /// The profile's name and that of its folder: 1 to 32 lower-case letters, digits and `-`.
        pub id: String,
        /// The day on which the versions in here, and what the next one needs, were true.
        pub as_of: Date,
        /// How the app and its surroundings are called.
        pub words: ProfileWords,
        /// The oldest version of the app that still works.
        #[cfg_attr(not(plain), serde(deserialize_with = "crate::json::nullable"))]
        pub minimum_version: Option<AppVersion>,
        /// The newest version in the stores; believed for 90 days from `as_of`, if the host does not say.
        #[cfg_attr(not(plain), serde(deserialize_with = "crate::json::nullable"))]
        pub newest_version: Option<AppVersion>,
        /// Days that a proof of delivery lasts, 1 to 365.
        pub proof_days: i64,
        /// Hours that an activation link lives, 1 to 8760.
        pub link_hours: i64,
        /// What counts on Android.
        pub android: AndroidProfile,
        /// What counts on iOS.
        pub ios: IosProfile,
        /// The fields, by path, whose values we assume without knowing them.
        pub assumed: Vec<String>,
    }
}

record! {
    /// How the app and its surroundings are called; each a text of 1 to 200 characters.
    pub struct ProfileWords {
        /// The app.
        pub app: String,
        /// The console in which support works.
        pub console: String,
        /// Where a user is reset there.
        pub reset: String,
        /// How a user reaches support.
        pub support: String,
    }
}

record! {
    /// What counts on Android.
    pub struct AndroidProfile {
        /// The app's package.
        #[cfg_attr(not(plain), serde(deserialize_with = "crate::json::nullable"))]
        pub package: Option<String>,
        /// The lowest API level on which the app runs, 1 to 999.
        #[cfg_attr(not(plain), serde(deserialize_with = "crate::json::nullable"))]
        pub minimum_api: Option<i64>,
        /// The lowest API level on which the app's next version runs, 1 to 999.
        #[cfg_attr(not(plain), serde(deserialize_with = "crate::json::nullable"))]
        pub next_api: Option<i64>,
        /// SHA-256 of the certificates that may sign the app, each 64 lower-case hexadecimal digits.
        pub signers: Vec<String>,
        /// The notification channels that must work.
        pub channels: Vec<ChannelRule>,
        /// Whether the app creates these channels whenever it starts, so that a missing one is a fault.
        pub creates_channels_at_start: bool,
        /// How the app's push is built.
        pub push: AndroidPush,
        /// The installers that are accepted; empty: no rule about stores.
        pub sources: Vec<AndroidSource>,
    }
}

record! {
    /// A notification channel that must work.
    pub struct ChannelRule {
        /// The channel's id, as in the facts.
        pub id: String,
        /// Whether its notifications should pop up.
        pub pop_up: bool,
    }
}

record! {
    /// How a push by Firebase Cloud Messaging is built.
    pub struct AndroidPush {
        /// The message's priority.
        pub priority: PushPriority,
        /// The message's kind.
        pub message: PushMessage,
        /// Whether the app must fetch something from its server before it can show the notification.
        pub must_fetch: bool,
        /// The oldest version code of Google Play services that delivers it, 0 or above.
        #[cfg_attr(not(plain), serde(deserialize_with = "crate::json::nullable"))]
        pub play_services_at_least: Option<i64>,
    }
}

choice! {
    /// `android.priority` of a message by Firebase Cloud Messaging.
    pub enum PushPriority {
        /// Delivered when the phone wakes.
        Normal,
        /// Wakes the phone.
        High,
    }
}

choice! {
    /// The kind of a message by Firebase Cloud Messaging.
    pub enum PushMessage {
        /// Shown by the system; the app does not see it arrive.
        Notification,
        /// Handed to the app.
        Data,
    }
}

record! {
    /// What counts on iOS.
    pub struct IosProfile {
        /// The app's bundle identifier.
        #[cfg_attr(not(plain), serde(deserialize_with = "crate::json::nullable"))]
        pub bundle: Option<String>,
        /// The app's number in the App Store, 1 or above.
        #[cfg_attr(not(plain), serde(deserialize_with = "crate::json::nullable"))]
        pub store_id: Option<i64>,
        /// The lowest version of iOS on which the app runs.
        #[cfg_attr(not(plain), serde(deserialize_with = "crate::json::nullable"))]
        pub minimum: Option<IosVersion>,
        /// The lowest version of iOS on which the app's next version runs.
        #[cfg_attr(not(plain), serde(deserialize_with = "crate::json::nullable"))]
        pub next: Option<IosVersion>,
        /// How the app's push is built.
        pub push: IosPush,
        /// The sources that are accepted; empty: no rule about stores.
        pub sources: Vec<IosSource>,
    }
}

record! {
    /// A version of iOS.
    #[derive(Copy, Eq, PartialOrd, Ord)]
    pub struct IosVersion {
        /// The first number, 1 to 99.
        pub major: i64,
        /// The second number, 0 to 99.
        pub minor: i64,
    }
}

record! {
    /// How a push by Apple's push service is built.
    pub struct IosPush {
        /// The kind of the push.
        pub kind: IosPushKind,
        /// Whether its interruption level is time-sensitive.
        pub time_sensitive: bool,
    }
}

choice! {
    /// The kind of a push by Apple's push service.
    pub enum IosPushKind {
        /// Shown by the system.
        Alert,
        /// `content-available` alone: handed to the app, which must be allowed to run.
        Silent,
    }
}

impl Profile {
    /// Whether every value is possible.
    ///
    /// # Errors
    /// The first impossible value, with its path as in JSON.
    pub fn validate(&self) -> Result<(), InputError> {
        in_range(self.profile_version, PROFILE_VERSION..=PROFILE_VERSION)
            .inside("profile_version")?;
        is_profile_id(&self.id).inside("id")?;
        validate_fields!(self; as_of, words, minimum_version, newest_version);
        in_range(self.proof_days, 1..=365).inside("proof_days")?;
        in_range(self.link_hours, 1..=8760).inside("link_hours")?;
        validate_fields!(self; android, ios);
        each_once(self.assumed.iter()).inside("assumed")
    }
}

#[cfg(not(plain))]
impl Profile {
    /// Reads a profile from its JSON form.
    ///
    /// # Errors
    /// The first thing that is wrong, with its path: no JSON, another version, a field given twice, unknown or
    /// missing, a wrong type, an impossible value, an assumed field that does not exist.
    pub fn from_json(text: &str) -> Result<Self, InputError> {
        let profile: Self = crate::json::from_json(text, "profile_version", PROFILE_VERSION)?;
        profile.validate()?;
        let value =
            serde_json::to_value(&profile).map_err(|error| InputError::new(error, "a profile"))?;
        for (index, path) in profile.assumed.iter().enumerate() {
            if path
                .split('.')
                .try_fold(&value, |around, field| around.get(field))
                .is_none()
            {
                let expected = "the path of a field, such as \"android.push.priority\"";
                return Err(InputError::new(quoted(path), expected)
                    .at(index)
                    .inside("assumed"));
            }
        }
        Ok(profile)
    }
}

fn is_profile_id(id: &str) -> Result<(), InputError> {
    let allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    if (1..=32).contains(&id.len()) && id.bytes().all(allowed) {
        return Ok(());
    }
    Err(InputError::new(
        quoted(id),
        "1 to 32 lower-case letters, digits or `-`",
    ))
}

impl<T: Validate> Validate for Option<T> {
    fn validate(&self) -> Result<(), InputError> {
        self.as_ref().map_or(Ok(()), Validate::validate)
    }
}

/// Asks a value that may be left out.
fn given<T>(
    value: Option<&T>,
    field: &str,
    ask: impl FnOnce(&T) -> Result<(), InputError>,
) -> Result<(), InputError> {
    value.map_or(Ok(()), ask).inside(field)
}

impl Validate for ProfileWords {
    fn validate(&self) -> Result<(), InputError> {
        for (field, text) in [
            ("app", &self.app),
            ("console", &self.console),
            ("reset", &self.reset),
            ("support", &self.support),
        ] {
            let length = text.chars().count();
            if !(1..=200).contains(&length)
                || text.trim() != text
                || text.chars().any(char::is_control)
            {
                let expected = "1 to 200 characters on one line, without a blank at either end";
                return Err(InputError::new(quoted(text), expected).inside(field));
            }
        }
        Ok(())
    }
}

impl Validate for AndroidProfile {
    fn validate(&self) -> Result<(), InputError> {
        given(self.package.as_ref(), "package", is_app_package)?;
        given(self.minimum_api.as_ref(), "minimum_api", |api| {
            in_range(*api, 1..=999)
        })?;
        given(self.next_api.as_ref(), "next_api", |api| {
            in_range(*api, 1..=999)
        })?;
        self.signers
            .iter()
            .enumerate()
            .try_for_each(|(index, digest)| is_digest(digest).map_err(|e| e.at(index)))
            .and_then(|()| each_once(self.signers.iter()))
            .inside("signers")?;
        self.channels
            .iter()
            .enumerate()
            .try_for_each(|(index, rule)| {
                is_channel_id(&rule.id).map_err(|e| e.inside("id").at(index))
            })
            .and_then(|()| each_once(self.channels.iter().map(|rule| &rule.id)))
            .inside("channels")?;
        given(
            self.push.play_services_at_least.as_ref(),
            "play_services_at_least",
            |version| in_range(*version, 0..=i64::MAX),
        )
        .inside("push")?;
        each_choice_once(&self.sources).inside("sources")
    }
}

#[expect(clippy::ptr_arg, reason = "asked of an optional String")]
fn is_app_package(package: &String) -> Result<(), InputError> {
    if is_package(package) && package.contains('.') {
        return Ok(());
    }
    Err(InputError::new(
        quoted(package),
        "a package name such as \"com.example.app\"",
    ))
}

impl Validate for IosProfile {
    fn validate(&self) -> Result<(), InputError> {
        given(self.bundle.as_ref(), "bundle", |bundle: &String| {
            let allowed = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'.';
            if (1..=155).contains(&bundle.len()) && bundle.bytes().all(allowed) {
                return Ok(());
            }
            Err(InputError::new(
                quoted(bundle),
                "a bundle identifier such as \"com.example.app\"",
            ))
        })?;
        given(self.store_id.as_ref(), "store_id", |id| {
            in_range(*id, 1..=i64::MAX)
        })?;
        validate_fields!(self; minimum, next);
        each_choice_once(&self.sources).inside("sources")
    }
}

impl Validate for IosVersion {
    fn validate(&self) -> Result<(), InputError> {
        in_range(self.major, 1..=99).inside("major")?;
        in_range(self.minor, 0..=99).inside("minor")
    }
}
