//! Kinds that the fixtures are written for.

use diagnose_words::kind::{Argument, Kind, Type};

const APP: Argument = Argument {
    name: "app",
    holds: Type::Text,
};
const COUNT: Argument = Argument {
    name: "count",
    holds: Type::Number,
};
const PLATFORM: Argument = Argument {
    name: "platform",
    holds: Type::Keys(&["android", "ios"]),
};

pub(crate) static KINDS: &[&Kind] = &[
    &Kind {
        name: "title",
        places: &["find-*"],
        arguments: &[APP, COUNT, PLATFORM],
    },
    &Kind {
        name: "why",
        places: &["find-*.why"],
        arguments: &[APP],
    },
    &Kind {
        name: "step",
        places: &["find-*.step", "remedy-*"],
        arguments: &[APP, PLATFORM],
    },
];
