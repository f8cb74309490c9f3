//! Writes ZIP files byte by byte, and takes them apart again.

use std::ops::Range;

/// An entry to be written.
#[derive(Clone, Debug)]
pub struct Entry {
    pub name: String,
    pub data: Vec<u8>,
    /// Method 8; the deflate stream consists of stored blocks.
    pub deflated: bool,
    /// The data begins at a multiple of this; 1 for none.
    pub alignment: u16,
    /// CRC-32 and size of what the data inflate to, where they are deflated already.
    pub inflated: Option<(u32, u32)>,
}

impl Entry {
    #[must_use]
    pub fn stored(name: &str, data: &[u8]) -> Self {
        Self {
            name: name.to_owned(),
            data: data.to_vec(),
            deflated: false,
            alignment: 1,
            inflated: None,
        }
    }

    #[must_use]
    pub fn deflated(name: &str, data: &[u8]) -> Self {
        Self {
            deflated: true,
            ..Self::stored(name, data)
        }
    }

    /// A deflated entry of another file, as it stands there.
    #[must_use]
    pub fn copied(apk: &[u8], name: &str) -> Self {
        let entries = entries(apk);
        let entry = entries.iter().find(|entry| entry.name == name).expect(name);
        assert_eq!(
            u16_at(apk, entry.record.start + 10),
            8,
            "{name} is deflated"
        );
        let inflated = [16, 24].map(|field| u32_at(apk, entry.record.start + field) as u32);
        Self {
            inflated: Some((inflated[0], inflated[1])),
            ..Self::deflated(name, &apk[entry.data.clone()])
        }
    }

    #[must_use]
    pub fn aligned(self, alignment: u16) -> Self {
        Self { alignment, ..self }
    }
}

/// The CRC-32 of each byte.
const CRC_TABLE: [u32; 256] = {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        let mut crc = byte as u32;
        let mut bit = 0;
        while bit < 8 {
            crc = (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg());
            bit += 1;
        }
        table[byte] = crc;
        byte += 1;
    }
    table
};

/// CRC-32 as ZIP has it.
#[must_use]
pub fn crc32(data: &[u8]) -> u32 {
    !data.iter().fold(!0, |crc, byte| {
        (crc >> 8) ^ CRC_TABLE[usize::from(crc as u8 ^ byte)]
    })
}

fn deflate(data: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut blocks = data.chunks(0xffff).peekable();
    while let Some(block) = blocks.next() {
        let length = block.len() as u16;
        out.push(u8::from(blocks.peek().is_none()));
        out.extend(length.to_le_bytes());
        out.extend((!length).to_le_bytes());
        out.extend(block);
    }
    if data.is_empty() {
        // One block of fixed codes that holds only its end.
        out.extend([3, 0]);
    }
    out
}

/// A ZIP file of these entries.
#[must_use]
pub fn zip(entries: &[Entry], comment: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut directory = Vec::new();
    for entry in entries {
        let offset = out.len() as u32;
        let content = if entry.deflated && entry.inflated.is_none() {
            deflate(&entry.data)
        } else {
            entry.data.clone()
        };
        let (crc, size) = entry
            .inflated
            .unwrap_or_else(|| (crc32(&entry.data), entry.data.len() as u32));
        let mut fields = Vec::new();
        fields.extend(20_u16.to_le_bytes());
        // Names are UTF-8.
        fields.extend(0x0800_u16.to_le_bytes());
        fields.extend(if entry.deflated { 8_u16 } else { 0 }.to_le_bytes());
        // 1 January 2009, 00:00, as aapt writes it.
        fields.extend(0_u16.to_le_bytes());
        fields.extend(0x3a21_u16.to_le_bytes());
        fields.extend(crc.to_le_bytes());
        fields.extend((content.len() as u32).to_le_bytes());
        fields.extend(size.to_le_bytes());
        fields.extend((entry.name.len() as u16).to_le_bytes());
        let extra = alignment(
            out.len() + 30 + entry.name.len(),
            usize::from(entry.alignment),
        );
        out.extend(b"PK\x03\x04");
        out.extend(&fields);
        out.extend((extra.len() as u16).to_le_bytes());
        out.extend(entry.name.as_bytes());
        out.extend(extra);
        out.extend(content);
        directory.extend(b"PK\x01\x02");
        directory.extend(20_u16.to_le_bytes());
        directory.extend(&fields);
        // Extra, comment, disk, internal and external attributes.
        directory.extend([0; 12]);
        directory.extend(offset.to_le_bytes());
        directory.extend(entry.name.as_bytes());
    }
    let offset = out.len() as u32;
    let length = directory.len() as u32;
    out.extend(directory);
    out.extend(b"PK\x05\x06");
    out.extend([0; 4]);
    out.extend((entries.len() as u16).to_le_bytes());
    out.extend((entries.len() as u16).to_le_bytes());
    out.extend(length.to_le_bytes());
    out.extend(offset.to_le_bytes());
    out.extend((comment.len() as u16).to_le_bytes());
    out.extend(comment);
    out
}

/// apksigner's extra field for alignment: id 0xd935, the alignment, zeros.
fn alignment(start: usize, alignment: usize) -> Vec<u8> {
    if alignment <= 1 {
        return Vec::new();
    }
    let padding = (alignment - (start + 6) % alignment) % alignment;
    let mut extra = 0xd935_u16.to_le_bytes().to_vec();
    extra.extend((2 + padding as u16).to_le_bytes());
    extra.extend((alignment as u16).to_le_bytes());
    extra.extend(vec![0; padding]);
    extra
}

/// Where the parts of a ZIP file lie.
#[derive(Clone, Debug)]
pub struct Sections {
    /// Before the signing block, if there is one, else before the central directory.
    pub contents: Range<usize>,
    /// From its first size field to the end of its magic; empty if there is none.
    pub block: Range<usize>,
    pub directory: Range<usize>,
    pub end: Range<usize>,
}

#[must_use]
pub fn u16_at(bytes: &[u8], offset: usize) -> usize {
    usize::from(u16::from_le_bytes([bytes[offset], bytes[offset + 1]]))
}

#[must_use]
pub fn u32_at(bytes: &[u8], offset: usize) -> usize {
    u32::from_le_bytes(bytes[offset..offset + 4].try_into().unwrap()) as usize
}

/// Takes a whole, well-formed file apart.
#[must_use]
pub fn sections(apk: &[u8]) -> Sections {
    let end = (0..=apk.len() - 22)
        .rev()
        .find(|at| {
            apk[*at..].starts_with(b"PK\x05\x06") && at + 22 + u16_at(apk, at + 20) == apk.len()
        })
        .expect("a ZIP file");
    let directory = u32_at(apk, end + 16);
    let block = if apk[..directory].ends_with(crate::signing_block::MAGIC) {
        directory - 8 - u32_at(apk, directory - 24)
    } else {
        directory
    };
    Sections {
        contents: 0..block,
        block: block..directory,
        directory: directory..end,
        end: end..apk.len(),
    }
}

/// Where an entry's parts lie, in the order of the central directory.
#[derive(Clone, Debug)]
pub struct Placed {
    pub name: String,
    /// The local header without its extra field.
    pub header: Range<usize>,
    pub extra: Range<usize>,
    pub data: Range<usize>,
    /// Its record in the central directory.
    pub record: Range<usize>,
}

#[must_use]
pub fn entries(apk: &[u8]) -> Vec<Placed> {
    let directory = sections(apk).directory;
    let mut at = directory.start;
    let mut placed = Vec::new();
    while at < directory.end {
        let name = at + 46..at + 46 + u16_at(apk, at + 28);
        let next = name.end + u16_at(apk, at + 30) + u16_at(apk, at + 32);
        let local = u32_at(apk, at + 42);
        let extra = local + 30 + u16_at(apk, local + 26);
        let data = extra + u16_at(apk, local + 28);
        placed.push(Placed {
            name: String::from_utf8(apk[name].to_vec()).unwrap(),
            header: local..extra,
            extra: extra..data,
            data: data..data + u32_at(apk, at + 20),
            record: at..next,
        });
        at = next;
    }
    placed
}
