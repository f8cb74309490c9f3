//! Compiles profiles and words into static tables, so that the phone library parses nothing.

#![allow(unreachable_pub, reason = "what the library publishes")]

// The profile's own source files: what a profile can hold is written once.
#[allow(dead_code, reason = "a build script uses only a part")]
#[path = "src/input.rs"]
mod input;
#[allow(dead_code, unused_imports, reason = "a build script uses only a part")]
#[path = "src/json/mod.rs"]
mod json;
#[allow(dead_code, reason = "a build script uses only a part")]
#[path = "src/profile.rs"]
mod profile;
#[allow(dead_code, reason = "a build script uses only a part")]
#[path = "src/source.rs"]
mod source;
#[allow(dead_code, reason = "a build script uses only a part")]
#[path = "src/time.rs"]
mod time;
#[allow(dead_code, reason = "a build script uses only a part")]
#[path = "src/version.rs"]
mod version;

/// The records with serde: a build script reads JSON, whatever the library does.
mod record {
    macro_rules! record {
        ($(#[$meta:meta])* pub struct $name:ident { $($body:tt)* }) => {
            #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
            #[serde(deny_unknown_fields)]
            $(#[$meta])*
            pub struct $name { $($body)* }
        };
    }

    macro_rules! choice {
        ($(#[$meta:meta])* pub enum $name:ident { $($body:tt)* }) => {
            #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
            #[serde(rename_all = "snake_case")]
            $(#[$meta])*
            pub enum $name { $($body)* }
        };
    }

    pub(crate) use {choice, record};
}

#[macro_use]
#[path = "src/words/declare.rs"]
mod declare;
#[allow(dead_code, reason = "only the table of kinds is needed here")]
#[path = "src/words/kinds.rs"]
mod kinds;

#[allow(dead_code, reason = "only the table of kinds is needed here")]
#[path = "src/words/playbook_kinds.rs"]
mod playbook_kinds;

// What the data of a playbook names, written once.
#[allow(dead_code, reason = "a build script uses only a part")]
#[path = "src/playbook/vocabulary.rs"]
mod vocabulary;

#[path = "build/playbook_form.rs"]
mod playbook_form;
#[path = "build/playbooks.rs"]
mod playbooks;
#[path = "build/profiles.rs"]
mod profiles;
#[path = "build/words.rs"]
mod words;

use diagnose_words::kind;

fn main() {
    if std::env::var_os("CARGO_FEATURE_JSON").is_none() {
        println!("cargo::rustc-cfg=plain");
    }
    if let Err(message) = profiles::compile() {
        println!("cargo::error={message}");
    }
    if let Err(error) = words::compile().and_then(playbooks::compile) {
        println!("cargo::error=could not compile the words: {error}");
    }
}
