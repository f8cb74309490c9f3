//! The kinds of sentences. A new kind is one entry here: build.rs compiles the words by this table
//! and the core renders them by it.

keys! {
    /// The platform that a sentence speaks of.
    Platform {
        /// Android.
        Android = "android",
        /// iOS and iPadOS.
        Ios = "ios",
    }
}

keys! {
    /// Which names the switches have: each key stands for its version and those up to the next key.
    OsNames {
        /// Android 7 (API 24 and 25).
        Android7 = "android7",
        /// Android 8 (API 26 and 27).
        Android8 = "android8",
        /// Android 9 to 11 (API 28 to 30).
        Android9 = "android9",
        /// Android 12 (API 31 and 32).
        Android12 = "android12",
        /// Android 13 and above (from API 33).
        Android13 = "android13",
        /// iOS before 18.
        Ios = "ios",
        /// iOS 18 and above.
        Ios18 = "ios18",
    }
}

kinds! {
    /// The sentence above a report: its verdict, or the answer to a complaint.
    "headline" in ["verdict-*", "answer-*"] => HeadlineArguments<'a> {
        /// The app's name.
        app: &'a str,
    }

    /// A check's short name.
    "name" in ["check-*"] => NameArguments {
        /// The phone's platform.
        platform: Platform,
    }

    /// Why something is not known.
    "reason" in ["reason-*"] => ReasonArguments<'a> {
        /// The app's name.
        app: &'a str,
    }

    /// Which checks could not be judged.
    "unknown" in ["unknown-*"] => UnknownArguments<'a> {
        /// The names of the checks, joined.
        checks: &'a str,
        /// How many they are.
        number: i64,
    }

    /// What is known of an activation link.
    "link" in ["link-*"] => LinkArguments<'a> {
        /// When it ends or ended.
        time: &'a str,
        /// The app's name.
        app: &'a str,
    }

    /// What is wrong, in a line.
    "title" in ["*"] => TitleArguments<'a> {
        /// The app's name.
        app: &'a str,
        /// The phone's platform.
        platform: Platform,
    }

    /// Why it matters for the app.
    "why" in ["*.why"] => WhyArguments<'a> {
        /// The app's name.
        app: &'a str,
        /// The phone's platform.
        platform: Platform,
    }

    /// What to do: a step of a remedy, or one of a single finding.
    "step" in ["remedy-*", "*.step"] => StepArguments<'a> {
        /// The app's name.
        app: &'a str,
        /// The name of the console that the technician works in.
        console: &'a str,
        /// What the reset is called there.
        reset: &'a str,
        /// The least version that is needed.
        minimum: &'a str,
        /// The phone's platform.
        platform: Platform,
        /// The names of the switches on the phone's OS version.
        os: OsNames,
    }

    /// What only the phone knows of a finding. A sentence that uses a detail which is absent is not
    /// told.
    "detail" in ["*.detail", "proof-*"] => DetailArguments<'a> {
        /// A count.
        count: Option<i64>,
        /// A number of days.
        days: Option<i64>,
        /// A time, in words.
        time: Option<&'a str>,
        /// A version.
        version: Option<&'a str>,
    }
}
