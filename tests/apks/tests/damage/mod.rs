//! Ways to damage a file.

use std::{ops::Range, thread};

use diagnose_apks::zip::{self, u32_at};

/// Maps over the list in two threads, in order.
pub(crate) fn in_two_threads<T: Sync, R: Send>(list: &[T], map: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let (left, right) = list.split_at(list.len() / 2);
    thread::scope(|scope| {
        let right = scope.spawn(|| right.iter().map(&map).collect::<Vec<_>>());
        let mut results: Vec<R> = left.iter().map(&map).collect();
        results.extend(right.join().unwrap());
        results
    })
}

type Region = (String, Range<usize>);

/// Where the fields of a local file header end (APPNOTE.TXT, 4.3.7).
const LOCAL_HEADER: [usize; 10] = [4, 6, 8, 10, 14, 18, 22, 26, 28, 30];
/// Where those of a central directory header end (4.3.12).
const RECORD: [usize; 15] = [4, 6, 8, 10, 12, 16, 20, 24, 28, 30, 32, 34, 38, 42, 46];

/// The fields of a record.
fn fields<'a>(name: &'a str, start: usize, ends: &'a [usize]) -> impl Iterator<Item = Region> + 'a {
    let starts = std::iter::once(&0).chain(ends);
    starts.zip(ends).map(move |(from, to)| {
        let field = (*from, *to);
        (format!("{name}, {field:?}"), offset(start, field))
    })
}

/// The regions of a well-formed file, without those that are empty.
pub(crate) fn regions(apk: &[u8]) -> Vec<Region> {
    let sections = zip::sections(apk);
    let mut regions = Vec::new();
    let entries = zip::entries(apk);
    let shown = if entries.len() > 10 {
        vec![0, 1, entries.len() / 2, entries.len() - 1]
    } else {
        (0..entries.len()).collect()
    };
    for entry in shown.into_iter().map(|place| &entries[place]) {
        let name = &entry.name;
        regions.extend(fields(
            &format!("{name}: local header"),
            entry.header.start,
            &LOCAL_HEADER,
        ));
        regions.push((
            format!("{name}: local name"),
            entry.header.start + 30..entry.header.end,
        ));
        regions.push((format!("{name}: extra"), entry.extra.clone()));
        regions.push((format!("{name}: data"), entry.data.clone()));
        regions.extend(fields(
            &format!("{name}: central directory"),
            entry.record.start,
            &RECORD,
        ));
        regions.push((
            format!("{name}: name in the central directory"),
            entry.record.start + 46..entry.record.end,
        ));
    }
    if let Some(last) = entries.iter().map(|entry| entry.data.end).max() {
        regions.push((
            "between entries and block".to_owned(),
            last..sections.contents.end,
        ));
    }
    if !sections.block.is_empty() {
        let block = &sections.block;
        regions.push(("block: first size".to_owned(), block.start..block.start + 8));
        let mut at = block.start + 8;
        while at < block.end - 24 {
            let length = u32_at(apk, at);
            let id = u32_at(apk, at + 8);
            let end = at + 8 + length;
            regions.push((format!("pair {id:x}: length"), at..at + 8));
            regions.push((format!("pair {id:x}: id"), at + 8..at + 12));
            match id {
                0x7109_871a => signers(apk, "v2", at + 12..end, 0, &mut regions),
                0x1b93_ad61 => signers(apk, "v3.1", at + 12..end, 8, &mut regions),
                0xf053_68c0 => signers(apk, "v3", at + 12..end, 8, &mut regions),
                _ => regions.push((format!("pair {id:x}: value"), at + 12..end)),
            }
            at = end;
        }
        regions.push((
            "block: second size".to_owned(),
            block.end - 24..block.end - 16,
        ));
        regions.push(("block: magic".to_owned(), block.end - 16..block.end));
    }
    for field in [
        (0, 4),
        (4, 6),
        (6, 8),
        (8, 10),
        (10, 12),
        (12, 16),
        (16, 20),
        (20, 22),
    ] {
        regions.push((
            format!("end record, {field:?}"),
            offset(sections.end.start, field),
        ));
    }
    regions.push((
        "comment".to_owned(),
        sections.end.start + 22..sections.end.end,
    ));
    regions.retain(|(_, range)| !range.is_empty());
    regions
}

fn offset(start: usize, (from, to): (usize, usize)) -> Range<usize> {
    start + from..start + to
}

/// `levels`: bytes that the SDK levels take.
fn signers(
    apk: &[u8],
    scheme: &str,
    value: Range<usize>,
    levels: usize,
    regions: &mut Vec<Region>,
) {
    regions.push((
        format!("{scheme}: length of the signers"),
        value.start..value.start + 4,
    ));
    let mut at = value.start + 4;
    let mut number = 0;
    while at < value.end {
        number += 1;
        let name = format!("{scheme}, signer {number}");
        let end = at + 4 + u32_at(apk, at);
        regions.push((format!("{name}: length"), at..at + 4));
        at += 4;
        let mut field = |what: &str, at: usize| {
            let end = at + 4 + u32_at(apk, at);
            regions.push((format!("{name}: length of {what}"), at..at + 4));
            (at + 4, end)
        };
        let (data, data_end) = field("signed data", at);
        let (_, digests_end) = field("digests", data);
        let (certificates, certificates_end) = field("certificates", digests_end);
        let (_, attributes_end) = field("attributes", certificates_end + levels);
        let (signatures, signatures_end) = field("signatures", data_end + levels);
        let (key, key_end) = field("public key", signatures_end);
        let mut region = |what: &str, range| regions.push((format!("{name}: {what}"), range));
        region("digest: lengths and algorithm", data + 4..data + 16);
        region("digests", data + 16..digests_end);
        region("certificate: length", certificates..certificates + 4);
        region("certificates", certificates + 4..certificates_end);
        region("signed levels", certificates_end..certificates_end + levels);
        region("attributes", certificates_end + levels + 4..attributes_end);
        region("after the attributes", attributes_end..data_end);
        region("levels", data_end..data_end + levels);
        region("signature: length", signatures..signatures + 4);
        region("signature: algorithm", signatures + 4..signatures + 8);
        region("signature: its length", signatures + 8..signatures + 12);
        region("signatures", signatures + 12..signatures_end);
        region("public key", key..key_end);
        assert_eq!(key_end, end);
        at = end;
    }
}

pub(crate) fn region_of(apk: &[u8], offset: usize) -> String {
    let regions = regions(apk);
    let region = regions.iter().find(|(_, range)| range.contains(&offset));
    region.map_or_else(|| "somewhere".to_owned(), |(name, _)| name.clone())
}

fn put_u32(apk: &mut [u8], offset: usize, change: impl Fn(u32) -> u32) {
    let bytes: [u8; 4] = apk[offset..offset + 4].try_into().unwrap();
    let value = change(u32::from_le_bytes(bytes));
    apk[offset..offset + 4].copy_from_slice(&value.to_le_bytes());
}

/// Truncated, extended, without some entries, with sizes off by one.
pub(crate) fn whole_parts(apk: &[u8]) -> Vec<(String, Vec<u8>)> {
    let sections = zip::sections(apk);
    let mut all = Vec::new();
    for length in [
        apk.len() - 1,
        apk.len() - 22,
        sections.end.start,
        sections.directory.start + 1,
        sections.directory.start,
        sections.block.start,
        apk.len() / 2,
        100,
        0,
    ] {
        all.push((format!("cut to {length}"), apk[..length].to_vec()));
    }
    for (what, at) in [
        ("the contents", sections.contents.end),
        ("the block", sections.block.end),
        ("the directory", sections.directory.end),
        ("the file", apk.len()),
        ("nothing", 0),
    ] {
        for more in [1, 24, 4096] {
            let longer = [&apk[..at], &vec![0; more], &apk[at..]].concat();
            all.push((format!("{more} bytes after {what}"), longer.clone()));
            if at < sections.end.start {
                // The end record knows where the directory went.
                let mut led = longer;
                put_u32(&mut led, sections.end.start + more + 16, |offset| {
                    offset + more as u32
                });
                all.push((
                    format!("{more} bytes after {what}, led to the directory"),
                    led,
                ));
            }
        }
    }
    for (what, at) in [
        ("contents", sections.contents.end),
        ("directory", sections.directory.end),
    ] {
        let mut shorter = [&apk[..at - 1], &apk[at..]].concat();
        put_u32(&mut shorter, sections.end.start - 1 + 16, |offset| {
            offset - u32::from(what == "contents")
        });
        all.push((format!("the last byte of the {what} removed"), shorter));
    }
    for (place, entry) in zip::entries(apk).iter().enumerate() {
        let record = entry.record.clone();
        let mut without = [&apk[..record.start], &apk[record.end..]].concat();
        let end = sections.end.start - record.len();
        put_u32(&mut without, end + 8, |counts| counts - 0x0001_0001);
        put_u32(&mut without, end + 12, |size| size - record.len() as u32);
        all.push((format!("without entry {place} in the directory"), without));
        let mut zeroed = apk.to_vec();
        zeroed[entry.data.clone()].fill(0);
        all.push((format!("entry {place} zeroed"), zeroed));
    }
    let mut off = |what: &str, at: usize| {
        for (how, by) in [("more", 1_u32), ("less", 1_u32.wrapping_neg())] {
            // The last field of the file has two bytes.
            let mut apk = [apk, &[0; 2]].concat();
            put_u32(&mut apk, at, |value| value.wrapping_add(by));
            apk.truncate(apk.len() - 2);
            all.push((format!("{what}: one {how}"), apk));
        }
    };
    for (name, region) in regions(apk) {
        if name.contains("length") || name.contains("size") || name.contains("end record") {
            off(&name, region.start);
        }
    }
    if !sections.block.is_empty() {
        for by in [1_u32, 1_u32.wrapping_neg()] {
            let mut apk = apk.to_vec();
            put_u32(&mut apk, sections.block.start, |size| size.wrapping_add(by));
            put_u32(&mut apk, sections.block.end - 24, |size| {
                size.wrapping_add(by)
            });
            all.push((format!("both sizes of the block: {by:x}"), apk));
        }
        let mut twice = apk[..sections.block.end].to_vec();
        twice.extend(&apk[sections.block.clone()]);
        twice.extend(&apk[sections.directory.start..]);
        let end = sections.end.start + sections.block.len();
        put_u32(&mut twice, end + 16, |offset| {
            offset + sections.block.len() as u32
        });
        all.push(("the block twice".to_owned(), twice));
        let mut without = [&apk[..sections.block.start], &apk[sections.block.end..]].concat();
        let end = sections.end.start - sections.block.len();
        put_u32(&mut without, end + 16, |offset| {
            offset - sections.block.len() as u32
        });
        all.push(("without the block".to_owned(), without));
    }
    all
}

/// The parts of one file in place of the other's, each with the end record led to the directory.
pub(crate) fn swapped(apk: &[u8], other: &[u8]) -> Vec<(String, Vec<u8>)> {
    let (ours, theirs) = (zip::sections(apk), zip::sections(other));
    let build = |parts: [&[u8]; 4]| {
        let mut all = parts.concat();
        let end = parts[0].len() + parts[1].len() + parts[2].len();
        put_u32(&mut all, end + 12, |_| parts[2].len() as u32);
        put_u32(&mut all, end + 16, |_| {
            (parts[0].len() + parts[1].len()) as u32
        });
        all
    };
    let a = [
        &apk[ours.contents],
        &apk[ours.block],
        &apk[ours.directory],
        &apk[ours.end],
    ];
    let b = [
        &other[theirs.contents],
        &other[theirs.block],
        &other[theirs.directory],
        &other[theirs.end],
    ];
    ["contents", "block", "directory", "end record"]
        .into_iter()
        .enumerate()
        .map(|(place, what)| {
            let mut parts = a;
            parts[place] = b[place];
            (format!("the other's {what}"), build(parts))
        })
        .collect()
}

/// One block of a flash chip zeroed, erased, or that of another place.
pub(crate) fn bad_blocks(apk: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut all = Vec::new();
    for size in [512, 4096] {
        for start in (0..apk.len()).step_by(size) {
            let end = apk.len().min(start + size);
            let mut bad = |what: &str, bytes: &[u8]| {
                let mut damaged = apk.to_vec();
                damaged[start..end].copy_from_slice(bytes);
                // A block of zeros that is zeroed is as good as new.
                if damaged != apk {
                    all.push((format!("{size} bytes at {start} {what}"), damaged));
                }
            };
            bad("zeroed", &vec![0; end - start]);
            bad("erased", &vec![0xff; end - start]);
            bad("of the file's start", &apk[..end - start]);
        }
    }
    all
}
