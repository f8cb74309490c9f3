//! Android's binary XML, as far as a manifest needs it: elements one after another, strings read in
//! place. The form is that of AOSP `ResourceTypes.h`; what its `ResXMLTree` refuses is refused.
//!
//! No crate is used: of those on offer one panics on hostile input, one takes in a ZIP library, and
//! one builds a tree of owned strings, which a pool whose strings overlap makes thousands of times
//! larger than the file.

use thiserror::Error;

const STRING_POOL: u16 = 0x0001;
const XML: u16 = 0x0003;
const START_ELEMENT: u16 = 0x0102;
const END_ELEMENT: u16 = 0x0103;
const FIRST_NODE: u16 = 0x0100;
const LAST_NODE: u16 = 0x017f;
const RESOURCE_MAP: u16 = 0x0180;

/// `ResStringPool_header::UTF8_FLAG`.
const UTF8: u32 = 1 << 8;
/// `Res_value::TYPE_STRING`.
const TYPE_STRING: u8 = 0x03;
/// `Res_value::TYPE_FIRST_INT`.
const TYPE_FIRST_INT: u8 = 0x10;
/// `Res_value::TYPE_LAST_INT`.
const TYPE_LAST_INT: u8 = 0x1f;
/// No string.
const NONE: u32 = u32::MAX;
const ANDROID: &str = "http://schemas.android.com/apk/res/android";

/// Why binary XML cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub(crate) enum AxmlError {
    #[error("it is not binary XML")]
    Header,
    #[error("the chunk at byte {0} has a wrong size")]
    Chunk(usize),
    #[error("it has no string pool")]
    NoStrings,
    #[error("the string pool does not fit its chunk")]
    Strings,
    #[error("an element does not fit its chunk")]
    Element,
    #[error("string {0} is not there")]
    String(u32),
    #[error("string {0} is not text")]
    Text(u32),
}

/// A chunk: its type, its header after the first eight bytes, and what follows the header.
#[derive(Clone, Copy)]
struct Chunk<'a> {
    kind: u16,
    bytes: &'a [u8],
    header_size: usize,
}

impl<'a> Chunk<'a> {
    /// The chunk at `at`, held to `validate_chunk` of AOSP `ResourceTypes.cpp`.
    fn at(bytes: &'a [u8], at: usize) -> Option<Self> {
        let rest = bytes.get(at..)?;
        let header_size = usize::from(u16_at(rest, 2)?);
        let size = usize::try_from(u32_at(rest, 4)?).ok()?;
        let fits = header_size >= 8 && header_size <= size && (header_size | size) & 3 == 0;
        Some(Self {
            kind: u16_at(rest, 0)?,
            bytes: rest.get(..size).filter(|_| fits)?,
            header_size,
        })
    }

    fn body(&self) -> &'a [u8] {
        self.bytes.get(self.header_size..).unwrap_or_default()
    }
}

/// A document whose string pool was found.
pub(crate) struct Document<'a> {
    strings: Strings<'a>,
    /// `ResXMLTree`'s resource map: for each of the first strings the attribute's number.
    ids: &'a [u8],
    bytes: &'a [u8],
    /// Where the first node starts.
    nodes: usize,
}

impl<'a> Document<'a> {
    pub(crate) fn parse(bytes: &'a [u8]) -> Result<Self, AxmlError> {
        let header = Chunk::at(bytes, 0)
            .filter(|chunk| chunk.kind == XML)
            .ok_or(AxmlError::Header)?;
        let bytes = header.bytes;
        let mut strings = None;
        let mut ids: &[u8] = &[];
        let mut at = header.header_size;
        while at < bytes.len() {
            let chunk = Chunk::at(bytes, at).ok_or(AxmlError::Chunk(at))?;
            match chunk.kind {
                STRING_POOL => strings = Some(Strings::parse(&chunk).ok_or(AxmlError::Strings)?),
                RESOURCE_MAP => ids = chunk.body(),
                FIRST_NODE..=LAST_NODE => break,
                _ => {}
            }
            at += chunk.bytes.len();
        }
        Ok(Self {
            strings: strings.ok_or(AxmlError::NoStrings)?,
            ids,
            bytes,
            nodes: at,
        })
    }

    /// The starts and ends of elements, in their order. Nothing follows an error.
    pub(crate) fn nodes(&self) -> Nodes<'_> {
        Nodes {
            document: self,
            at: self.nodes,
        }
    }
}

/// The start or the end of an element.
pub(crate) enum Node<'a> {
    Start(Element<'a>),
    End,
}

pub(crate) struct Nodes<'a> {
    document: &'a Document<'a>,
    at: usize,
}

impl<'a> Iterator for Nodes<'a> {
    type Item = Result<Node<'a>, AxmlError>;

    fn next(&mut self) -> Option<Self::Item> {
        let bytes = self.document.bytes;
        while self.at < bytes.len() {
            let Some(chunk) = Chunk::at(bytes, self.at) else {
                let at = std::mem::replace(&mut self.at, bytes.len());
                return Some(Err(AxmlError::Chunk(at)));
            };
            // A chunk has at least eight bytes, so this ends.
            self.at += chunk.bytes.len();
            match chunk.kind {
                START_ELEMENT => {
                    let element = Element::parse(self.document, &chunk).ok_or(AxmlError::Element);
                    if element.is_err() {
                        self.at = bytes.len();
                    }
                    return Some(element.map(Node::Start));
                }
                END_ELEMENT => return Some(Ok(Node::End)),
                _ => {}
            }
        }
        None
    }
}

/// The start of an element.
pub(crate) struct Element<'a> {
    document: &'a Document<'a>,
    name: u32,
    attributes: &'a [u8],
    /// Bytes from one attribute to the next.
    stride: usize,
}

/// An attribute of the android namespace: its name, and its number among the framework's resources.
#[derive(Clone, Copy)]
pub(crate) struct Android(pub(crate) &'static str, pub(crate) u32);

impl<'a> Element<'a> {
    fn parse(document: &'a Document<'a>, chunk: &Chunk<'a>) -> Option<Self> {
        let body = chunk.body();
        let start = usize::from(u16_at(body, 8)?);
        let stride = usize::from(u16_at(body, 10)?);
        let count = usize::from(u16_at(body, 12)?);
        if count != 0 && stride < 20 {
            return None;
        }
        Some(Self {
            document,
            name: u32_at(body, 4)?,
            attributes: body.get(start..)?.get(..stride * count)?,
            stride: stride.max(1),
        })
    }

    pub(crate) fn is(&self, name: &str) -> bool {
        self.document.strings.equals(self.name, name)
    }

    /// The text of an attribute without namespace, as `getAttributeValue` gives it: the first of
    /// the name.
    pub(crate) fn text(&self, name: &str) -> Result<Option<String>, AxmlError> {
        let strings = &self.document.strings;
        self.find(|namespace, index| namespace == NONE && strings.equals(index, name))
            .and_then(|value| value.string())
            .map(|index| strings.text(index))
            .transpose()
    }

    /// As [`Element::text`], of the android namespace.
    pub(crate) fn android_text(&self, name: Android) -> Result<Option<String>, AxmlError> {
        self.android(name)
            .and_then(|value| value.string())
            .map(|index| self.document.strings.text(index))
            .transpose()
    }

    /// Whether the attribute is the text.
    pub(crate) fn android_is(&self, name: Android, text: &str) -> bool {
        self.android(name)
            .and_then(|value| value.string())
            .is_some_and(|index| self.document.strings.equals(index, text))
    }

    /// The number of an attribute of the android namespace, as `getAttributeIntValue` gives it:
    /// nothing for any other type, a reference to a resource too.
    pub(crate) fn android_number(&self, name: Android) -> Option<u32> {
        self.android(name)
            .filter(|value| (TYPE_FIRST_INT..=TYPE_LAST_INT).contains(&value.kind))
            .map(|value| value.data)
    }

    /// As `getAttributeBooleanValue` gives it.
    pub(crate) fn android_switch(&self, name: Android) -> Option<bool> {
        self.android_number(name).map(|number| number != 0)
    }

    /// By number where the resource map has one, as the framework looks it up; else by name.
    fn android(&self, name: Android) -> Option<Value> {
        let strings = &self.document.strings;
        self.find(|namespace, index| {
            let id = usize::try_from(index)
                .ok()
                .and_then(|index| u32_at(self.document.ids, index.checked_mul(4)?))
                .unwrap_or(0);
            if id == 0 {
                strings.equals(index, name.0) && strings.equals(namespace, ANDROID)
            } else {
                id == name.1
            }
        })
    }

    fn find(&self, is: impl Fn(u32, u32) -> bool) -> Option<Value> {
        self.attributes
            .chunks_exact(self.stride)
            .find(|attribute| {
                u32_at(attribute, 0)
                    .zip(u32_at(attribute, 4))
                    .is_some_and(|(namespace, name)| is(namespace, name))
            })
            .and_then(|attribute| {
                Some(Value {
                    raw: u32_at(attribute, 8)?,
                    kind: *attribute.get(15)?,
                    data: u32_at(attribute, 16)?,
                })
            })
    }
}

struct Value {
    raw: u32,
    kind: u8,
    data: u32,
}

impl Value {
    fn string(&self) -> Option<u32> {
        match self.raw {
            NONE => (self.kind == TYPE_STRING).then_some(self.data),
            raw => Some(raw),
        }
    }
}

/// The string pool. Strings are compared where they lie: their offsets may be anything.
struct Strings<'a> {
    offsets: &'a [u8],
    data: &'a [u8],
    utf8: bool,
}

impl<'a> Strings<'a> {
    fn parse(chunk: &Chunk<'a>) -> Option<Self> {
        let bytes = chunk.bytes;
        let count = usize::try_from(u32_at(bytes, 8)?).ok()?;
        let styles = u32_at(bytes, 12)?;
        let start = usize::try_from(u32_at(bytes, 20)?).ok()?;
        let end = match styles {
            0 => bytes.len(),
            _ => usize::try_from(u32_at(bytes, 24)?).ok()?,
        };
        if chunk.header_size < 28 {
            return None;
        }
        Some(Self {
            offsets: chunk.body().get(..count.checked_mul(4)?)?,
            data: if count == 0 {
                &[]
            } else {
                bytes.get(start..end)?
            },
            utf8: u32_at(bytes, 16)? & UTF8 != 0,
        })
    }

    /// The bytes of a string, without length and final zero.
    fn get(&self, index: u32) -> Option<&'a [u8]> {
        let at = usize::try_from(index).ok()?.checked_mul(4)?;
        let offset = usize::try_from(u32_at(self.offsets, at)?).ok()?;
        let rest = self.data.get(offset..)?;
        if self.utf8 {
            let (_, rest) = length8(rest)?;
            let (length, rest) = length8(rest)?;
            rest.get(..length)
        } else {
            let (length, rest) = length16(rest)?;
            rest.get(..length.checked_mul(2)?)
        }
    }

    fn equals(&self, index: u32, text: &str) -> bool {
        self.get(index).is_some_and(|bytes| {
            if self.utf8 {
                bytes == text.as_bytes()
            } else {
                units(bytes).eq(text.encode_utf16())
            }
        })
    }

    fn text(&self, index: u32) -> Result<String, AxmlError> {
        let bytes = self.get(index).ok_or(AxmlError::String(index))?;
        let text = if self.utf8 {
            std::str::from_utf8(bytes).map(str::to_owned).ok()
        } else {
            char::decode_utf16(units(bytes))
                .collect::<Result<_, _>>()
                .ok()
        };
        text.ok_or(AxmlError::Text(index))
    }
}

fn units(bytes: &[u8]) -> impl Iterator<Item = u16> {
    bytes
        .chunks_exact(2)
        .filter_map(|unit| <[u8; 2]>::try_from(unit).ok())
        .map(u16::from_le_bytes)
}

/// One byte, or two where the first has its high bit set.
fn length8(bytes: &[u8]) -> Option<(usize, &[u8])> {
    match bytes {
        [low, rest @ ..] if *low < 0x80 => Some((usize::from(*low), rest)),
        [high, low, rest @ ..] => Some(((usize::from(high & 0x7f) << 8) | usize::from(*low), rest)),
        _ => None,
    }
}

/// One unit, or two where the first has its high bit set.
fn length16(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let first = usize::from(u16_at(bytes, 0)?);
    if first & 0x8000 == 0 {
        Some((first, bytes.get(2..)?))
    } else {
        let second = usize::from(u16_at(bytes, 2)?);
        Some((((first & 0x7fff) << 16) | second, bytes.get(4..)?))
    }
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let bytes = bytes.get(at..)?.get(..2)?;
    bytes.try_into().ok().map(u16::from_le_bytes)
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let bytes = bytes.get(at..)?.get(..4)?;
    bytes.try_into().ok().map(u32::from_le_bytes)
}
