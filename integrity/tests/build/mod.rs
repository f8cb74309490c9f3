//! Makes ZIP archives, binary manifests and ELF libraries, whole or broken on purpose.

#![allow(dead_code, reason = "each test file uses its part")]

/// A file to put into an archive.
#[derive(Clone)]
pub(crate) struct File {
    pub(crate) name: Vec<u8>,
    pub(crate) data: Vec<u8>,
    pub(crate) method: u16,
    /// The data starts at a multiple of it.
    pub(crate) align: usize,
    /// Sizes and CRC-32 follow the data.
    pub(crate) descriptor: bool,
}

pub(crate) fn stored(name: &str, data: &[u8]) -> File {
    File {
        name: name.into(),
        data: data.to_vec(),
        method: 0,
        align: 1,
        descriptor: false,
    }
}

pub(crate) fn deflated(name: &str, data: &[u8]) -> File {
    File {
        method: 8,
        ..stored(name, data)
    }
}

/// An archive, and where in it each entry's local header, data and record of the central directory
/// start.
pub(crate) struct Zip {
    pub(crate) bytes: Vec<u8>,
    pub(crate) places: Vec<Place>,
}

#[derive(Clone, Copy)]
pub(crate) struct Place {
    pub(crate) local: usize,
    pub(crate) data: usize,
    pub(crate) record: usize,
}

impl Zip {
    pub(crate) fn put(&mut self, at: usize, bytes: &[u8]) {
        self.bytes[at..at + bytes.len()].copy_from_slice(bytes);
    }
}

pub(crate) fn zip(files: &[File]) -> Zip {
    let mut bytes = Vec::new();
    let mut places = Vec::new();
    let mut directory = Vec::new();
    for file in files {
        let data = match file.method {
            8 => miniz_oxide::deflate::compress_to_vec(&file.data, 6),
            _ => file.data.clone(),
        };
        let local = bytes.len();
        let name = u16::try_from(file.name.len()).unwrap();
        let flags = u16::from(file.descriptor) << 3;
        let mut fields = Vec::new();
        fields.extend(20_u16.to_le_bytes());
        fields.extend(flags.to_le_bytes());
        fields.extend(file.method.to_le_bytes());
        fields.extend([0; 4]);
        let sums = [
            crc32fast::hash(&file.data),
            u32::try_from(data.len()).unwrap(),
            u32::try_from(file.data.len()).unwrap(),
        ]
        .map(u32::to_le_bytes)
        .concat();
        let padding = (file.align - (local + 30 + file.name.len()) % file.align) % file.align;
        bytes.extend(b"PK\x03\x04");
        bytes.extend(&fields);
        bytes.extend(if file.descriptor {
            vec![0; 12]
        } else {
            sums.clone()
        });
        bytes.extend(name.to_le_bytes());
        bytes.extend(u16::try_from(padding).unwrap().to_le_bytes());
        bytes.extend(&file.name);
        bytes.extend(vec![0; padding]);
        let place = Place {
            local,
            data: bytes.len(),
            record: directory.len(),
        };
        bytes.extend(data);
        if file.descriptor {
            bytes.extend(b"PK\x07\x08");
            bytes.extend(&sums);
        }
        places.push(place);
        directory.extend(b"PK\x01\x02\x14\x00");
        directory.extend(&fields);
        directory.extend(&sums);
        directory.extend(name.to_le_bytes());
        directory.extend([0; 12]);
        directory.extend(u32::try_from(local).unwrap().to_le_bytes());
        directory.extend(&file.name);
    }
    for place in &mut places {
        place.record += bytes.len();
    }
    let start = bytes.len();
    let size = directory.len();
    bytes.extend(directory);
    bytes.extend(end(files.len(), size, start));
    Zip { bytes, places }
}

/// The end record.
pub(crate) fn end(count: usize, size: usize, start: usize) -> Vec<u8> {
    let mut end = b"PK\x05\x06\0\0\0\0".to_vec();
    for _ in 0..2 {
        end.extend(u16::try_from(count).unwrap().to_le_bytes());
    }
    end.extend(u32::try_from(size).unwrap().to_le_bytes());
    end.extend(u32::try_from(start).unwrap().to_le_bytes());
    end.extend([0, 0]);
    end
}

/// The value of an attribute.
#[derive(Clone)]
pub(crate) enum Value {
    Text(String),
    Number(u32),
    Switch(bool),
    Reference(u32),
}

/// An element of binary XML. An attribute with a number is of the android namespace.
#[derive(Clone)]
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: Vec<(String, u32, Value)>,
    pub(crate) children: Vec<Element>,
}

pub(crate) fn element(name: &str) -> Element {
    Element {
        name: name.into(),
        attributes: Vec::new(),
        children: Vec::new(),
    }
}

pub(crate) const ANDROID: &str = "http://schemas.android.com/apk/res/android";

/// AOSP `public-final.xml`.
const IDS: [(&str, u32); 10] = [
    ("name", 0x0101_0003),
    ("value", 0x0101_0024),
    ("versionCode", 0x0101_021b),
    ("extractNativeLibs", 0x0101_04ea),
    ("use32bitAbi", 0x0101_0515),
    ("isFeatureSplit", 0x0101_055b),
    ("versionCodeMajor", 0x0101_0576),
    ("isSplitRequired", 0x0101_0591),
    ("requiredSplitTypes", 0x0101_064e),
    ("splitTypes", 0x0101_064f),
];

impl Element {
    pub(crate) fn plain(mut self, name: &str, text: &str) -> Self {
        self.attributes
            .push((name.into(), 0, Value::Text(text.into())));
        self
    }

    pub(crate) fn android(mut self, name: &str, value: Value) -> Self {
        let id = IDS.iter().find(|(known, _)| *known == name).unwrap().1;
        self.attributes.push((name.into(), id, value));
        self
    }

    pub(crate) fn text(self, name: &str, text: &str) -> Self {
        self.android(name, Value::Text(text.into()))
    }

    pub(crate) fn switch(self, name: &str, on: bool) -> Self {
        self.android(name, Value::Switch(on))
    }

    pub(crate) fn number(self, name: &str, number: u32) -> Self {
        self.android(name, Value::Number(number))
    }

    pub(crate) fn child(mut self, child: Element) -> Self {
        self.children.push(child);
        self
    }
}

/// How binary XML is written.
#[derive(Clone, Copy)]
pub(crate) struct Form {
    pub utf8: bool,
    /// With a resource map.
    pub(crate) ids: bool,
}

pub(crate) const FORM: Form = Form {
    utf8: true,
    ids: true,
};

pub(crate) fn axml(root: &Element, form: Form) -> Vec<u8> {
    let mut pool = Pool::default();
    if form.ids {
        pool.numbered(root);
    }
    let mut nodes = Vec::new();
    write(root, form, &mut pool, &mut nodes);
    let mut body = pool.chunk(form);
    if form.ids {
        let ids: Vec<u8> = pool.ids.iter().flat_map(|id| id.to_le_bytes()).collect();
        body.extend(chunk(0x0180, &[], &ids));
    }
    body.extend(nodes);
    chunk(0x0003, &[], &body)
}

pub(crate) fn chunk(kind: u16, header: &[u8], body: &[u8]) -> Vec<u8> {
    let mut chunk = kind.to_le_bytes().to_vec();
    chunk.extend(u16::try_from(8 + header.len()).unwrap().to_le_bytes());
    let size = u32::try_from(8 + header.len() + body.len()).unwrap();
    chunk.extend(size.to_le_bytes());
    chunk.extend(header);
    chunk.extend(body);
    chunk
}

/// The start of an element, with the given attributes of five words each.
pub(crate) fn start(name: u32, attributes: &[[u32; 5]]) -> Vec<u8> {
    let count = u16::try_from(attributes.len()).unwrap();
    let mut body = u32::MAX.to_le_bytes().to_vec();
    body.extend(name.to_le_bytes());
    for half in [20, 20, count, 0, 0, 0] {
        body.extend(half.to_le_bytes());
    }
    body.extend(
        attributes
            .as_flattened()
            .iter()
            .flat_map(|word| word.to_le_bytes()),
    );
    chunk(0x0102, &[0; 8], &body)
}

pub(crate) fn finish(name: u32) -> Vec<u8> {
    let body = [u32::MAX, name].map(u32::to_le_bytes).concat();
    chunk(0x0103, &[0; 8], &body)
}

fn write(element: &Element, form: Form, pool: &mut Pool, out: &mut Vec<u8>) {
    let mut attributes = Vec::new();
    for (name, id, value) in &element.attributes {
        let namespace = match id {
            0 => u32::MAX,
            _ => pool.index(ANDROID),
        };
        let name = match pool.ids.iter().position(|known| known == id) {
            Some(at) if form.ids && *id != 0 => u32::try_from(at).unwrap(),
            _ => pool.index(name),
        };
        let (raw, kind, data) = match value {
            Value::Text(text) => {
                let index = pool.index(text);
                (index, 3, index)
            }
            Value::Number(number) => (u32::MAX, 0x10, *number),
            Value::Switch(on) => (u32::MAX, 0x12, if *on { u32::MAX } else { 0 }),
            Value::Reference(id) => (u32::MAX, 1, *id),
        };
        attributes.push([namespace, name, raw, 8 | (kind << 24), data]);
    }
    let name = pool.index(&element.name);
    out.extend(start(name, &attributes));
    for child in &element.children {
        write(child, form, pool, out);
    }
    out.extend(finish(name));
}

#[derive(Default)]
pub(crate) struct Pool {
    pub(crate) strings: Vec<String>,
    ids: Vec<u32>,
}

impl Pool {
    fn numbered(&mut self, element: &Element) {
        for (name, id, _) in &element.attributes {
            if *id != 0 && !self.ids.contains(id) {
                self.ids.push(*id);
                self.strings.push(name.clone());
            }
        }
        for child in &element.children {
            self.numbered(child);
        }
    }

    /// A string that has no number.
    pub(crate) fn index(&mut self, text: &str) -> u32 {
        let from = self.ids.len();
        let at = self.strings[from..].iter().position(|known| known == text);
        let at = from
            + at.unwrap_or_else(|| {
                self.strings.push(text.into());
                self.strings.len() - 1 - from
            });
        u32::try_from(at).unwrap()
    }

    pub(crate) fn chunk(&self, form: Form) -> Vec<u8> {
        let mut offsets = Vec::new();
        let mut data = Vec::new();
        for text in &self.strings {
            offsets.extend(u32::try_from(data.len()).unwrap().to_le_bytes());
            if form.utf8 {
                for length in [text.encode_utf16().count(), text.len()] {
                    let length = u16::try_from(length).unwrap();
                    if length > 0x7f {
                        data.extend((length | 0x8000).to_be_bytes());
                    } else {
                        data.push(u8::try_from(length).unwrap());
                    }
                }
                data.extend(text.bytes());
                data.push(0);
            } else {
                let units: Vec<u16> = text.encode_utf16().collect();
                let length = u32::try_from(units.len()).unwrap();
                if length > 0x7fff {
                    data.extend(
                        u16::try_from((length >> 16) | 0x8000)
                            .unwrap()
                            .to_le_bytes(),
                    );
                }
                data.extend(u16::try_from(length & 0xffff).unwrap().to_le_bytes());
                data.extend(units.iter().flat_map(|unit| unit.to_le_bytes()));
                data.extend([0, 0]);
            }
        }
        data.resize(data.len().next_multiple_of(4), 0);
        let count = u32::try_from(self.strings.len()).unwrap();
        pool(count, 28 + 4 * count, form.utf8, &[offsets, data].concat())
    }
}

/// A string pool of `count` strings that begin at `start`.
pub(crate) fn pool(count: u32, start: u32, utf8: bool, body: &[u8]) -> Vec<u8> {
    let header = [count, 0, u32::from(utf8) << 8, start, 0].map(u32::to_le_bytes);
    chunk(0x0001, &header.concat(), body)
}

/// A 64-bit library with one loadable segment.
pub(crate) fn library(align: u64, size: usize) -> Vec<u8> {
    let mut elf = vec![0; 64];
    elf[..6].copy_from_slice(&[0x7f, b'E', b'L', b'F', 2, 1]);
    elf[32] = 64;
    elf[54] = 56;
    elf[56] = 1;
    let mut segment = vec![0; 56];
    segment[0] = 1;
    segment[48..].copy_from_slice(&align.to_le_bytes());
    elf.extend(segment);
    elf.resize(size.max(elf.len()), 0x5a);
    elf
}
