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
    /// Which names Android's switches have: each key stands for its version and those up to the next key.
    AndroidNames {
        /// Android 7 (API 24 and 25).
        Android7 = "android7",
        /// Android 8 (API 26 and 27).
        Android8 = "android8",
        /// Android 9 (API 28).
        Android9 = "android9",
        /// Android 10 (API 29).
        Android10 = "android10",
        /// Android 11 (API 30).
        Android11 = "android11",
        /// Android 12 (API 31 and 32).
        Android12 = "android12",
        /// Android 13 (API 33).
        Android13 = "android13",
        /// Android 14 (API 34).
        Android14 = "android14",
        /// Android 15 and above (from API 35).
        Android15 = "android15",
    }
}

keys! {
    /// Which names iOS's switches have: each key stands for its version and those up to the next key.
    IosNames {
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

    /// What to do. A step's value is for Android, or for both platforms where it has no `.ios`; the other attributes
    /// are for the phones of one maker.
    "step" in [
        "step-*",
        "step-*.ios",
        "step-*.samsung",
        "step-*.xiaomi",
        "step-*.oppo",
        "step-*.vivo",
        "step-*.huawei",
        "*.step",
        "*.step-ios",
        "*.step-samsung",
    ] => StepArguments<'a> {
        /// The app's name.
        app: &'a str,
        /// The name of the console that the technician works in.
        console: &'a str,
        /// What the reset is called there.
        reset: &'a str,
        /// The least version that is needed.
        minimum: &'a str,
        /// The names of the switches; absent on iOS.
        android: Option<AndroidNames>,
        /// The names of the switches; absent on Android.
        ios: Option<IosNames>,
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
