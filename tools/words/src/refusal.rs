//! Why sentences were refused.

use crate::source::Place;

/// Something that was refused, printed as `FILE:LINE: PROBLEM`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {problem}")]
pub struct Refusal {
    /// Where it stands.
    pub place: Place,
    /// What is wrong with it.
    pub problem: Problem,
}

/// What can be wrong: what was found, and what was expected. Each message reads well after
/// "could not compile the words: ".
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[allow(missing_docs)] // The messages say it, and the fields are what they name.
pub enum Problem {
    // The file.
    #[error("this is not Fluent: {0}")]
    Syntax(String),
    #[error("the language \"{language}\" has no plural rules, expected one of {expected}")]
    UnknownLanguage { language: String, expected: String },
    #[error(
        "the words do not fit their table, expected at most 65535 parts in all and 65535 bytes in one"
    )]
    TooLarge,

    // Messages and attributes.
    #[error("the message \"{id}\" stands here again, expected it once, at {first}")]
    DuplicateMessage { id: String, first: Place },
    #[error("the attribute \"{row}\" stands here again, expected it once, at {first}")]
    DuplicateAttribute { row: String, first: Place },
    #[error(
        "no kind claims the message \"{id}\", expected an id that begins with one of {expected}"
    )]
    UnclaimedMessage { id: String, expected: String },
    #[error(
        "the message \"{id}\" may not have the attribute \".{attribute}\", expected {expected}"
    )]
    UnclaimedAttribute {
        id: String,
        attribute: String,
        expected: String,
    },
    #[error("the message \"{id}\" has no value, expected a sentence of the kind \"{kind}\"")]
    MissingValue { id: String, kind: &'static str },
    #[error("the sentence \"{row}\" is empty, expected words")]
    EmptySentence { row: String },
    #[error("the sentence \"{row}\" is empty in the variant \"{key}\", expected words")]
    EmptyVariant { row: String, key: String },
    #[error("\"{id}\" is not in {file}, expected the same ids in both")]
    MissingId { id: String, file: String },
    #[error("\"{id}\" is in this file only, expected it in {file} too")]
    ExcessId { id: String, file: String },

    // Terms.
    #[error("the term \"-{term}\" stands here again, expected it once, at {first}")]
    DuplicateTerm { term: String, first: Place },
    #[error("the term \"-{term}\" has the attribute \".{attribute}\", expected none")]
    TermAttribute { term: String, attribute: String },
    #[error("the term \"-{term}\" stands within a term, expected it in a message")]
    TermInTerm { term: String },
    #[error("the term \"-{term}\" is given arguments, expected none")]
    TermArguments { term: String },
    #[error("there is no term \"-{term}\", expected one of {expected}")]
    UnknownTerm { term: String, expected: String },
    #[error("nothing uses the term \"-{term}\", expected a message that does")]
    UnusedTerm { term: String },

    // What stands in braces.
    #[error(
        "the kind \"{kind}\" of \"{row}\" has no argument \"${argument}\", expected one of {expected}"
    )]
    UnknownArgument {
        row: String,
        kind: &'static str,
        argument: String,
        expected: String,
    },
    #[error("the argument \"${argument}\" is a key and no words, expected a selector on it")]
    KeyAsWords { argument: String },
    #[error("the function \"{function}\" is called, expected no functions")]
    Function { function: String },
    #[error("the message \"{id}\" is referred to, expected a term or an argument")]
    MessageReference { id: String },
    #[error("the number {number} stands in braces, expected it as text")]
    NumberLiteral { number: String },
    #[error("braces stand within braces, expected one pair")]
    NestedBraces,
    #[error("the invisible character U+{code:04X} stands in the text, expected none", code = *.character as u32)]
    InvisibleCharacter { character: char },

    // Selectors.
    #[error("the selector in \"{row}\" is no argument, expected one that is a number or a key")]
    OtherSelector { row: String },
    #[error("the selector \"${argument}\" is a text, expected a number or a key")]
    TextSelector { argument: String },
    #[error("a second selector stands in \"{row}\", expected one at most, those in terms counted")]
    SecondSelector { row: String },
    #[error(
        "a selector stands within a selector in \"{row}\", expected one at most, those in terms counted"
    )]
    NestedSelector { row: String },
    #[error("the variant \"{key}\" stands here again, expected it once, at {first}")]
    DuplicateVariant { key: String, first: Place },
    #[error("the argument \"${argument}\" has no key \"{key}\", expected one of {expected}")]
    UnknownKey {
        argument: String,
        key: String,
        expected: String,
    },
    #[error(
        "the selector \"${argument}\" has no variant for \"{key}\", expected one for each of {expected}"
    )]
    MissingKey {
        argument: String,
        key: &'static str,
        expected: String,
    },
    #[error(
        "the language \"{language}\" has no plural category \"{key}\", expected a whole number or one of {expected}"
    )]
    UnknownCategory {
        language: String,
        key: String,
        expected: String,
    },
    #[error(
        "the selector \"${argument}\" has no variant for the plural category \"{key}\", expected one for each of {expected}"
    )]
    MissingCategory {
        argument: String,
        key: &'static str,
        expected: String,
    },
    #[error("the variant {key} is no whole number of 64 bits, expected one")]
    NoWholeNumber { key: String },

    // Android's strings.xml.
    #[error(
        "the selector in \"{row}\" has a variant for the number {key}, expected plural categories only, for strings.xml has no other"
    )]
    ExactNumber { row: String, key: String },
    #[error(
        "the selector in \"{row}\" is on a key, expected one on a number, for strings.xml has no other"
    )]
    KeySelector { row: String },
    #[error(
        "\"{row}\" is called {name} in strings.xml, expected a name that \"{first}\" does not have"
    )]
    SameName {
        row: String,
        name: String,
        first: String,
    },
    #[error("the sentence \"{row}\" selects otherwise than in {file}, expected {expected}")]
    OtherPlural {
        row: String,
        expected: String,
        file: String,
    },
    #[error(
        "the sentence \"{row}\" uses \"${argument}\", expected none that it does not use in {file}"
    )]
    OtherArgument {
        row: String,
        argument: String,
        file: String,
    },
}

/// The refusals so far; the compiler goes on after one, to tell all at once.
#[derive(Debug, Default)]
pub(crate) struct Refusals(Vec<Refusal>);

impl Refusals {
    /// Adds a refusal, unless it is there: a term is compiled once for each use.
    pub(crate) fn add(&mut self, place: Place, problem: Problem) {
        let refusal = Refusal { place, problem };
        if !self.0.contains(&refusal) {
            self.0.push(refusal);
        }
    }

    /// How many there are.
    pub(crate) fn count(&self) -> usize {
        self.0.len()
    }

    /// The value, or else the refusals in the order of the places.
    pub(crate) fn into_result<T>(mut self, value: T) -> Result<T, Vec<Refusal>> {
        if self.0.is_empty() {
            return Ok(value);
        }
        self.0.sort_by(|a, b| a.place.cmp(&b.place));
        Err(self.0)
    }
}

/// A list of what was expected.
pub(crate) fn list<I: IntoIterator<Item: std::fmt::Display>>(items: I) -> String {
    let items: Vec<_> = items.into_iter().map(|item| item.to_string()).collect();
    items.join(", ")
}
