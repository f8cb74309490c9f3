//! The tone of what the program says: short sentences, calm words, no blame.
//!
//! A sentence ends at a full stop, question mark or exclamation mark with a blank after it, or with
//! its text; marks within quotes end none. A word is what stands between blanks and holds a letter
//! or a digit. So arrows and signs are no words, and a menu path counts the words of its names:
//! "Settings → Apps → Blink" has three, "⋮ Actions → Reset User" too. Quoted words count like
//! others, but they are the vendor's, and may be any.

/// The words of a sentence, at most.
const LONGEST: usize = 20;

/// What is said nowhere, whole words in any case; "error" has a rule of its own.
const FORBIDDEN: [&str; 17] = [
    "please",
    "simply",
    "just",
    "easy",
    "easily",
    "invalid",
    "tampered",
    "unfortunately",
    "sorry",
    "obviously",
    "user error",
    "failed to",
    "you forgot",
    "you must have",
    "your fault",
    "your mistake",
    "wrongly",
];

/// What stands for a quoted text.
const QUOTED: &str = "“";

/// How a text ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// Without a mark: titles, headlines, names.
    Heading,
    /// With a full stop, or a question mark: steps, details, reasons.
    Sentences,
}

/// What breaks the tone in texts that are told by their ids, a line for each fault.
pub(crate) fn faults<'a>(
    form: Form,
    texts: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Vec<String> {
    let mut lines = Vec::new();
    for (id, text) in texts {
        lines.extend(
            faults_of(form, text)
                .iter()
                .map(|fault| format!("{id}: {fault}: {text}")),
        );
    }
    lines
}

fn faults_of(form: Form, text: &str) -> Vec<String> {
    let Some(Unquoted { counted, own }) = Unquoted::of(text) else {
        return vec!["a quote is not closed".to_owned()];
    };
    let mut faults = Vec::new();
    for sentence in sentences(&counted) {
        let words = words(sentence);
        if words > LONGEST {
            faults.push(format!("{words} words in a sentence"));
        }
    }
    let stops = own.ends_with(['.', '?']);
    match form {
        Form::Heading if stops || own.ends_with(['!', ':', ',', ';', '…']) => {
            faults.push("a heading ends without a mark".to_owned());
        }
        Form::Sentences if !stops => faults.push("a sentence ends with a full stop".to_owned()),
        _ => {}
    }
    if own.contains('!') {
        faults.push("an exclamation mark".to_owned());
    }
    let tokens = tokens(&own);
    let line = format!(" {} ", tokens.join(" "));
    for forbidden in FORBIDDEN {
        if line.contains(&format!(" {forbidden} ")) {
            faults.push(format!("\"{forbidden}\""));
        }
    }
    if has_nameless_error(&tokens) {
        faults.push("\"error\" without its name".to_owned());
    }
    faults
}

/// A text whose quoted parts are someone else's words.
struct Unquoted {
    /// The text, without the marks in quotes that would end a sentence.
    counted: String,
    /// The text, a sign in place of each quoted part.
    own: String,
}

impl Unquoted {
    /// None where a quote is not closed.
    fn of(text: &str) -> Option<Self> {
        let (mut counted, mut own) = (String::new(), String::new());
        let mut closes = None;
        for character in text.chars() {
            match (closes, character) {
                (None, '“' | '"') => {
                    closes = Some(if character == '“' { '”' } else { '"' });
                    own.push_str(QUOTED);
                }
                (None, _) => {
                    counted.push(character);
                    own.push(character);
                }
                (Some(close), _) if close == character => closes = None,
                (Some(_), '.' | '?' | '!') => {}
                (Some(_), _) => counted.push(character),
            }
        }
        closes.is_none().then_some(Self { counted, own })
    }
}

fn sentences(text: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut rest = text;
    while let Some(end) = [". ", "? ", "! "]
        .iter()
        .filter_map(|mark| rest.find(mark))
        .min()
    {
        let (sentence, further) = rest.split_at(end + 1);
        sentences.push(sentence);
        rest = further;
    }
    sentences.push(rest);
    sentences
}

fn words(sentence: &str) -> usize {
    sentence
        .split_whitespace()
        .filter(|word| word.contains(char::is_alphanumeric))
        .count()
}

/// The words in lower case and the signs of quotes, without any other mark.
fn tokens(text: &str) -> Vec<String> {
    let mut spaced = String::new();
    for character in text.chars() {
        match character {
            '“' => spaced.push_str(" “ "),
            '\'' | '’' => spaced.push('\''),
            _ if character.is_alphanumeric() => spaced.extend(character.to_lowercase()),
            _ => spaced.push(' '),
        }
    }
    spaced.split_whitespace().map(str::to_owned).collect()
}

/// Whether there is an error that neither a quoted text nor a number names.
fn has_nameless_error(tokens: &[String]) -> bool {
    let is_name = |token: Option<&String>| {
        token.is_some_and(|token| token == QUOTED || token.starts_with(char::is_numeric))
    };
    tokens.iter().enumerate().any(|(at, token)| {
        let before = at.checked_sub(1).and_then(|before| tokens.get(before));
        matches!(token.as_str(), "error" | "errors")
            && !is_name(tokens.get(at + 1))
            && before.is_none_or(|before| before != QUOTED)
    })
}
