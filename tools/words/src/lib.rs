//! Compiles sentences in [Project Fluent](https://projectfluent.org/fluent/guide/) into static tables
//! at build time.
//!
//! The build script of the core calls [`Catalogue::compile`] for each language and writes what
//! [`emit_ids`] and [`emit_tables`] give. It knows this part of Fluent's syntax (0.9 of the
//! specification, as fluent-syntax parses it):
//! - messages, and the attributes that their kind allows; ids have no dots;
//! - terms without arguments, attributes or terms within; they are put in where they are used;
//! - arguments that the sentence's kind has, and string literals;
//! - one flat selector a sentence, one in a term counted, on a number or on a closed set of keys. It
//!   has a variant for each plural category of the language or for each key of the set, and on a
//!   number also for single numbers, which go before the categories;
//! - comments.
//!
//! Everything else is refused with file and line, as [`Problem`] lists it. A line break in a sentence
//! becomes one blank.
//!
//! ```
//! use diagnose_words::{Catalogue, Source, kind::{Argument, Kind, Type}};
//!
//! static TITLE: Kind = Kind {
//!     name: "title",
//!     places: &["*"],
//!     arguments: &[Argument { name: "app", holds: Type::Text }],
//! };
//! let source = Source { path: "en.ftl", text: "off = Turn { $ap } on" };
//! let refusals = Catalogue::compile("en", &[source], &[&TITLE]).expect_err("a slip");
//! let lines: Vec<_> = refusals.iter().map(ToString::to_string).collect();
//! assert_eq!(
//!     lines,
//!     [r#"en.ftl:1: the kind "title" of "off" has no argument "$ap", expected one of $app"#]
//! );
//! ```
//!
//! The words of the phone's screen are not the core's: [`shell`] makes resources of the platform of
//! them, by the command `diagnose-words`.
#![forbid(unsafe_code)]

mod android;
mod catalogue;
mod claim;
mod emit;
mod entries;
mod refusal;
mod selector;
mod sentence;
pub mod shell;
mod source;
mod syntax;
mod text;

// What the compiler and the core must see alike is one file for both.
#[path = "../../../core/src/words/kind.rs"]
pub mod kind;
#[path = "../../../core/src/words/plural.rs"]
pub mod plural;
#[path = "../../../core/src/words/table.rs"]
pub mod table;

pub use android::strings_xml;
pub use catalogue::Catalogue;
pub use emit::{Tables, emit_ids, emit_tables};
pub use refusal::{Problem, Refusal};
pub use source::{Place, Source};
