//! Which values the facts can have.

use super::{
    AndroidFacts, AppFacts, DeviceFacts, IosFacts, Phone,
    android::{
        AndroidClockFacts, AndroidNotificationFacts, AndroidOsFacts, AndroidPushFacts,
        AndroidStorageFacts, AndroidUsageFacts, AndroidUserFacts, Channel,
    },
    delivery::{DeliveryFacts, DeliveryRecord},
    host::HostFacts,
    install::{
        AndroidInstallFacts, ApkFile, ApkPart, BundleFile, BundlePart, Certificate, CrashFacts,
        IosInstallFacts, ProcessExit, ProfileExpiry, Signer,
    },
    ios::{IosOsFacts, IosStorageFacts},
};
use crate::{
    fact::Fact,
    input::{
        InputError, Inside, Validate, each_choice_once, each_once, in_range, is_channel_id,
        is_digest, quoted, validate_fields,
    },
    source::{self, PackageName, is_package},
    time::Time,
};

/// The longest time in days and in seconds that a fact speaks of.
const HUNDRED_YEARS_IN_DAYS: i64 = 36_500;
const YEAR_IN_SECONDS: i64 = 31_536_000;

impl DeviceFacts {
    /// Whether every value is one that a phone can have. Facts from JSON were asked already; facts that a program
    /// put together are asked by `diagnose`.
    ///
    /// # Errors
    /// The first impossible value, with its path as in JSON.
    pub fn validate(&self) -> Result<(), InputError> {
        validate_fields!(self; app, host, delivery);
        let (platform, phone): (_, &dyn Validate) = match &self.phone {
            Phone::Android { facts } => ("android", facts),
            Phone::Ios { facts } => ("ios", facts),
        };
        phone.validate().inside(platform).inside("phone")
    }
}

impl<T: Validate> Validate for Fact<T> {
    fn validate(&self) -> Result<(), InputError> {
        self.get()
            .map_or(Ok(()), |value| value.validate().inside("known"))
    }
}

/// Asks a known value for more than its type does.
fn known<T>(
    fact: &Fact<T>,
    field: &str,
    ask: impl FnOnce(&T) -> Result<(), InputError>,
) -> Result<(), InputError> {
    fact.get().map_or(Ok(()), ask).inside("known").inside(field)
}

fn not_before_2015(time: &Time) -> Result<(), InputError> {
    if *time >= Time::YEAR_2015 {
        return Ok(());
    }
    Err(InputError::new(time, "a time from 2015 on"))
}

impl<T: Validate> Validate for Vec<T> {
    fn validate(&self) -> Result<(), InputError> {
        self.as_slice().validate()
    }
}

impl Validate for Time {
    fn validate(&self) -> Result<(), InputError> {
        if (Self::FIRST..=Self::LAST).contains(self) {
            return Ok(());
        }
        Err(InputError::new(
            self.seconds,
            "seconds since 1970 in the years 0000 to 9999 (milliseconds are too large)",
        ))
    }
}

impl Validate for PackageName {
    fn validate(&self) -> Result<(), InputError> {
        if is_package(&self.name) {
            return Ok(());
        }
        Err(InputError::new(quoted(&self.name), source::EXPECTED))
    }
}

impl Validate for AppFacts {
    fn validate(&self) -> Result<(), InputError> {
        validate_fields!(self; version);
        Ok(())
    }
}

impl Validate for HostFacts {
    fn validate(&self) -> Result<(), InputError> {
        validate_fields!(self; server_time, newest_version, token_issued);
        known(&self.server_time, "server_time", not_before_2015)
    }
}

impl Validate for DeliveryFacts {
    fn validate(&self) -> Result<(), InputError> {
        validate_fields!(self; records);
        Ok(())
    }
}

impl Validate for DeliveryRecord {
    fn validate(&self) -> Result<(), InputError> {
        validate_fields!(self; at, app_version);
        known(&self.delay_seconds, "delay_seconds", |delay| {
            in_range(*delay, 0..=YEAR_IN_SECONDS)
        })
    }
}

impl Validate for AndroidFacts {
    fn validate(&self) -> Result<(), InputError> {
        validate_fields!(self; os, clock, notifications, usage, push, install, crashes, storage, user);
        Ok(())
    }
}

impl Validate for AndroidOsFacts {
    fn validate(&self) -> Result<(), InputError> {
        in_range(self.api_level, 1..=999).inside("api_level")?;
        validate_fields!(self; security_patch);
        Ok(())
    }
}

impl Validate for AndroidClockFacts {
    fn validate(&self) -> Result<(), InputError> {
        validate_fields!(self; network);
        known(&self.network, "network", not_before_2015)
    }
}

impl Validate for AndroidNotificationFacts {
    fn validate(&self) -> Result<(), InputError> {
        validate_fields!(self; channels);
        known(&self.channels, "channels", |channels| {
            each_once(channels.iter().map(|channel| &channel.id))
        })
    }
}

impl Validate for Channel {
    fn validate(&self) -> Result<(), InputError> {
        is_channel_id(&self.id).inside("id")
    }
}

impl Validate for AndroidUsageFacts {
    fn validate(&self) -> Result<(), InputError> {
        known(&self.days_since_last_use, "days_since_last_use", |days| {
            in_range(*days, 0..=HUNDRED_YEARS_IN_DAYS)
        })
    }
}

impl Validate for AndroidPushFacts {
    fn validate(&self) -> Result<(), InputError> {
        known(
            &self.play_services_version,
            "play_services_version",
            |version| in_range(*version, 0..=i64::MAX),
        )
    }
}

impl Validate for AndroidStorageFacts {
    fn validate(&self) -> Result<(), InputError> {
        known(&self.free_bytes, "free_bytes", |bytes| {
            in_range(*bytes, 0..=i64::MAX)
        })
    }
}

impl Validate for IosStorageFacts {
    fn validate(&self) -> Result<(), InputError> {
        known(&self.free_bytes, "free_bytes", |bytes| {
            in_range(*bytes, 0..=i64::MAX)
        })
    }
}

impl Validate for AndroidUserFacts {
    fn validate(&self) -> Result<(), InputError> {
        known(&self.id, "id", |id| in_range(*id, 0..=21_474))
    }
}

impl Validate for AndroidInstallFacts {
    fn validate(&self) -> Result<(), InputError> {
        validate_fields!(self; signers, files, installer, update_owner);
        known(&self.signers, "signers", |signers| {
            at_least_one_signer(signers)
        })?;
        known(&self.files, "files", |files| {
            match files
                .iter()
                .filter(|file| file.part == ApkPart::Base)
                .count()
            {
                1 => Ok(()),
                count => Err(InputError::new(
                    format_args!("{count} base APKs"),
                    "exactly one",
                )),
            }
        })?;
        known(&self.split_problems, "split_problems", |problems| {
            each_choice_once(problems)
        })
    }
}

fn at_least_one_signer(signers: &[Signer]) -> Result<(), InputError> {
    if signers.is_empty() {
        return Err(InputError::new("an empty list", "at least one signer"));
    }
    Ok(())
}

impl Validate for Signer {
    fn validate(&self) -> Result<(), InputError> {
        if self.lineage.is_empty() {
            return Err(
                InputError::new("an empty list", "at least one certificate").inside("lineage")
            );
        }
        validate_fields!(self; lineage);
        Ok(())
    }
}

impl Validate for Certificate {
    fn validate(&self) -> Result<(), InputError> {
        is_digest(&self.sha256).inside("sha256")
    }
}

impl Validate for ApkFile {
    fn validate(&self) -> Result<(), InputError> {
        validate_fields!(self; signers);
        known(&self.signers, "signers", |signers| {
            at_least_one_signer(signers)
        })
    }
}

impl Validate for CrashFacts {
    fn validate(&self) -> Result<(), InputError> {
        validate_fields!(self; exits, last_update);
        Ok(())
    }
}

impl Validate for ProcessExit {
    fn validate(&self) -> Result<(), InputError> {
        validate_fields!(self; at);
        known(
            &self.seconds_since_start,
            "seconds_since_start",
            |seconds| in_range(*seconds, 0..=i64::MAX),
        )
    }
}

impl Validate for IosFacts {
    fn validate(&self) -> Result<(), InputError> {
        validate_fields!(self; os, install, storage);
        Ok(())
    }
}

impl Validate for IosOsFacts {
    fn validate(&self) -> Result<(), InputError> {
        in_range(self.major, 1..=99).inside("major")?;
        in_range(self.minor, 0..=99).inside("minor")
    }
}

impl Validate for IosInstallFacts {
    fn validate(&self) -> Result<(), InputError> {
        validate_fields!(self; profile_expiry);
        known(&self.files, "files", |files: &Vec<BundleFile>| {
            if files.iter().any(|file| file.part == BundlePart::Executable) {
                return Ok(());
            }
            Err(InputError::new("no executable", "at least one"))
        })
    }
}

impl Validate for ProfileExpiry {
    fn validate(&self) -> Result<(), InputError> {
        match self {
            Self::Absent => Ok(()),
            Self::Ends { at } => at.validate(),
        }
    }
}
