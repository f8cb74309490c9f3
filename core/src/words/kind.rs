//! What a kind of sentence is: its name, where it stands, and the arguments that its sentences may use.

/// A kind of sentence.
#[derive(Debug)]
pub struct Kind {
    /// The name, as refusals tell it.
    pub name: &'static str,
    /// Where sentences of this kind stand: `PREFIX*` is the value of each message whose id begins
    /// with the prefix, `PREFIX*.NAME` an optional attribute of such a message. Of all prefixes that
    /// fit an id the longest decides, and it alone.
    pub places: &'static [&'static str],
    /// The arguments, in the order of their numbers.
    pub arguments: &'static [Argument],
}

/// An argument that a kind has.
#[derive(Debug)]
pub struct Argument {
    /// The name, without `$`.
    pub name: &'static str,
    /// What it holds.
    pub holds: Type,
}

/// What an argument holds.
#[derive(Clone, Copy, Debug)]
pub enum Type {
    /// Words from outside, put in as they are.
    Text,
    /// A whole number, put in in decimal digits or selected on.
    Number,
    /// One key of a closed set of at most 256, selected on only.
    Keys(&'static [&'static str]),
}

/// The value of an argument.
#[derive(Clone, Copy, Debug)]
pub enum Value<'a> {
    /// Words.
    Text(&'a str),
    /// A whole number; any.
    Number(i64),
    /// A key, by its place in its set.
    Key(u8),
}

/// A type that an argument can have in Rust.
pub trait Holds {
    /// What it is to the words.
    const TYPE: Type;

    /// The value, none where it is absent.
    fn value(&self) -> Option<Value<'_>>;
}

impl Holds for &str {
    const TYPE: Type = Type::Text;

    fn value(&self) -> Option<Value<'_>> {
        Some(Value::Text(self))
    }
}

impl Holds for i64 {
    const TYPE: Type = Type::Number;

    fn value(&self) -> Option<Value<'_>> {
        Some(Value::Number(*self))
    }
}

impl<T: Holds> Holds for Option<T> {
    const TYPE: Type = T::TYPE;

    fn value(&self) -> Option<Value<'_>> {
        self.as_ref().and_then(Holds::value)
    }
}

/// The arguments of a sentence, all that its kind has.
pub trait Arguments {
    /// The kind whose arguments these are.
    const KIND: &'static Kind;

    /// The value of the argument with this number, none where it is absent or there is no such number.
    fn value(&self, number: u8) -> Option<Value<'_>>;
}
