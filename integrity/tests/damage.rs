//! Which entries of a damaged APK are named, and that hostile archives end in bounded time.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    clippy::print_stdout,
    reason = "a failure here is what a test is for"
)]

mod build;

use std::{cell::Cell, io, ops::ControlFlow, time::Instant};

use build::{File, Zip, deflated, end, stored, zip};
use diagnose_integrity::{
    DamagedEntries, DamagedEntry, EntryKind, EntryProblem, ReadAt, damaged_entries,
};

fn damaged(apk: &[u8]) -> DamagedEntries {
    damaged_entries(&apk.to_vec(), &mut |_| ControlFlow::Continue(())).unwrap()
}

/// The one entry that is damaged.
fn one(apk: &[u8]) -> DamagedEntry {
    let found = damaged(apk);
    assert!(found.complete && found.count == 1, "{found:?}");
    found.entries.into_iter().next().unwrap()
}

fn noise(size: usize) -> Vec<u8> {
    let mut state = 1_u32;
    (0..size)
        .map(|_| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        })
        .collect()
}

fn files() -> Vec<File> {
    vec![
        deflated("AndroidManifest.xml", &noise(3000)),
        stored("resources.arsc", &noise(70_000)),
        deflated("classes.dex", &noise(500).repeat(400)),
        File {
            descriptor: true,
            ..deflated("classes12.dex", &noise(100_000))
        },
        stored("lib/arm64-v8a/liba.so", &noise(50_000)),
        deflated("res/a.png", &noise(5)),
        deflated("assets/b.txt", b""),
        stored("META-INF/CERT.RSA", &noise(900)),
        stored("kotlin/kotlin.kotlin_builtins", &noise(10)),
        stored("classesX.dex", b"x"),
    ]
}

#[test]
fn a_whole_archive_has_none() {
    let none = DamagedEntries {
        entries: vec![],
        count: 0,
        complete: true,
    };
    assert_eq!(damaged(&zip(&files()).bytes), none);
    assert_eq!(damaged(&zip(&[]).bytes), none);
}

#[test]
fn a_flipped_bit_in_any_data_names_its_entry_and_what_it_is() {
    let kinds = [
        EntryKind::Manifest,
        EntryKind::Resources,
        EntryKind::Code,
        EntryKind::Code,
        EntryKind::Library,
        EntryKind::Resources,
        EntryKind::Resources,
        EntryKind::Signature,
        EntryKind::Other,
        EntryKind::Other,
    ];
    let zip = zip(&files());
    for (index, file) in files().iter().enumerate() {
        let data = zip.places[index].data;
        let size = match file.method {
            8 => miniz_oxide::deflate::compress_to_vec(&file.data, 6).len(),
            _ => file.data.len(),
        };
        for at in [data, data + size / 2, data + size - 1] {
            let mut bytes = zip.bytes.clone();
            bytes[at] ^= 0x10;
            let found = damaged(&bytes);
            // The last bits of a deflate stream may be padding.
            if file.method == 8 && (size < 100 || at != data + size / 2) && found.count == 0 {
                continue;
            }
            let entry = &found.entries[0];
            assert_eq!(found.count, 1);
            assert_eq!(entry.name.as_bytes(), file.name);
            assert_eq!(entry.kind, kinds[index]);
            let problems: &[EntryProblem] = match file.method {
                8 => &[EntryProblem::Crc, EntryProblem::Inflate, EntryProblem::Size],
                _ => &[EntryProblem::Crc],
            };
            assert!(problems.contains(&entry.problem), "{entry:?}");
        }
    }
}

fn problem(change: impl FnOnce(&mut Zip)) -> (String, String) {
    let mut zip = zip(&files());
    change(&mut zip);
    let entry = one(&zip.bytes);
    (entry.name, entry.problem.to_string())
}

#[test]
fn every_problem_word_for_word() {
    let library = "lib/arm64-v8a/liba.so".to_owned();
    let code = "classes.dex".to_owned();
    let header = "its local header and the central directory do not agree".to_owned();
    // Signature, encryption, method, CRC-32, sizes, length of the name, the name.
    for at in [0, 6, 8, 14, 18, 22, 26, 30] {
        assert_eq!(
            problem(|zip| zip.bytes[zip.places[4].local + at] ^= 1),
            (library.clone(), header.clone()),
            "local header, byte {at}"
        );
    }
    for at in [8, 10, 16, 20, 24, 42, 46] {
        let (name, text) = problem(|zip| zip.bytes[zip.places[4].record + at] ^= 1);
        assert_eq!(text, header, "record, byte {at}");
        assert_eq!(name == library, at != 46);
    }
    let outside = "its data lies outside the entries".to_owned();
    // Its header is said to lie in the central directory.
    assert_eq!(
        problem(|zip| {
            let (at, to) = (zip.places[4].record + 42, zip.places[0].record as u32);
            zip.put(at, &to.to_le_bytes());
        }),
        (library.clone(), outside.clone())
    );
    // Its data reaches over the entries.
    assert_eq!(
        problem(|zip| {
            let place = zip.places[4];
            for at in [
                place.local + 18,
                place.local + 22,
                place.record + 20,
                place.record + 24,
            ] {
                zip.put(at, &1_000_000_u32.to_le_bytes());
            }
        }),
        (library.clone(), outside)
    );
    assert_eq!(
        problem(|zip| {
            let place = zip.places[4];
            for at in [place.local + 14, place.record + 16] {
                zip.put(at, &[0; 4]);
            }
        }),
        (library.clone(), "its data has another CRC-32".into())
    );
    for size in [49_999_u32, 50_001] {
        assert_eq!(
            problem(|zip| {
                let place = zip.places[4];
                for at in [place.local + 22, place.record + 24] {
                    zip.put(at, &size.to_le_bytes());
                }
            }),
            (library.clone(), "its data has another size".into())
        );
    }
    for size in [199_999_u32, 200_001] {
        assert_eq!(
            problem(|zip| {
                let place = zip.places[2];
                for at in [place.local + 22, place.record + 24] {
                    zip.put(at, &size.to_le_bytes());
                }
            }),
            (code.clone(), "its data has another size".into())
        );
    }
    let inflate = "its data cannot be inflated".to_owned();
    // A block of a type that does not exist, a stream that does not end.
    assert_eq!(
        problem(|zip| {
            let at = zip.places[2].data;
            zip.put(at, &[7]);
        }),
        (code.clone(), inflate.clone())
    );
    assert_eq!(
        problem(|zip| {
            let place = zip.places[2];
            for at in [place.local + 18, place.record + 20] {
                zip.put(at, &100_u32.to_le_bytes());
            }
        }),
        (code, inflate)
    );
    let said = |problem: EntryProblem| problem.to_string();
    assert_eq!(said(EntryProblem::Zip64), "it has the ZIP64 format");
    assert_eq!(said(EntryProblem::Encrypted), "it is encrypted");
    assert_eq!(
        said(EntryProblem::Method(12)),
        "its compression method 12 is not known"
    );
}

#[test]
fn what_cannot_be_judged_is_not_called_damaged() {
    for (local, record, value) in [(8, 10, 12), (6, 8, 1)] {
        let mut zip = zip(&files());
        let place = zip.places[4];
        zip.put(place.local + local, &[value]);
        zip.put(place.record + record, &[value]);
        let found = damaged(&zip.bytes);
        assert_eq!((found.count, found.complete), (0, true));
    }
    let mut zip = zip(&files());
    let at = zip.places[4].record + 20;
    zip.put(at, &[0xff; 8]);
    assert_eq!(damaged(&zip.bytes).count, 0);
}

#[test]
fn a_damaged_central_directory_is_looked_at_as_far_as_it_goes() {
    let mut whole = zip(&files());
    let (damaged_data, record) = (whole.places[1].data, whole.places[4].record);
    whole.bytes[damaged_data] ^= 1;
    whole.bytes[record] ^= 1;
    let found = damaged(&whole.bytes);
    assert_eq!((found.count, found.complete), (1, false));
    assert_eq!(found.entries[0].name, "resources.arsc");
    // A name that reaches over its end.
    let mut whole = zip(&files());
    let record = whole.places[9].record;
    whole.put(record + 28, &[0xff, 0xff]);
    let found = damaged(&whole.bytes);
    assert_eq!((found.count, found.complete), (0, false));
}

#[test]
fn a_hundred_are_named_and_all_are_counted() {
    let mut many = zip(&vec![stored("res/x", b"x"); 1000]);
    for index in 0..1000 {
        let at = many.places[index].data;
        many.bytes[at] = b'y';
    }
    let found = damaged(&many.bytes);
    assert_eq!((found.count, found.entries.len()), (1000, 100));
    assert!(found.complete);
    // A name that is long and no text.
    let mut long = zip(&[File {
        name: vec![0xc3; 60_000],
        ..stored("", b"x")
    }]);
    let at = long.places[0].data;
    long.bytes[at] = b'y';
    assert_eq!(one(&long.bytes).name, "\u{fffd}".repeat(512));
}

#[test]
fn refusals_word_for_word() {
    let refused = |bytes: Vec<u8>| {
        let error = damaged_entries(&bytes, &mut |_| ControlFlow::Continue(())).unwrap_err();
        assert!(!error.is_io());
        error.to_string()
    };
    let whole = zip(&files()).bytes;
    let none = "the file has no ZIP end of central directory record";
    assert_eq!(refused(vec![]), none);
    assert_eq!(refused(whole[..whole.len() - 1].to_vec()), none);
    assert_eq!(
        refused(end(0, 1, 0)),
        "the ZIP central directory does not lie before its end record"
    );
    // What reading of the entries says, seen where it ends the work: a set.
    let inside = diagnose_integrity::ApkInfo::read(&[vec![0; 45], end(1, 45, 0)].concat());
    assert_eq!(
        inside.unwrap_err().to_string(),
        "the ZIP central directory ends inside a record"
    );
    let other = diagnose_integrity::ApkInfo::read(&[vec![0; 46], end(1, 46, 0)].concat());
    assert_eq!(
        other.unwrap_err().to_string(),
        "the ZIP central directory holds something else than a record"
    );
}

/// Counts what is read, and may fail.
struct Counted {
    bytes: Vec<u8>,
    longest: std::sync::atomic::AtomicUsize,
    fails_from: u64,
}

impl ReadAt for Counted {
    fn length(&self) -> io::Result<u64> {
        self.bytes.length()
    }

    fn read_at(&self, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
        self.longest
            .fetch_max(buffer.len(), std::sync::atomic::Ordering::Relaxed);
        if (self.fails_from..self.fails_from + 1000).contains(&offset) {
            return Err(io::Error::other("the flash memory is worn"));
        }
        self.bytes.read_at(buffer, offset)
    }
}

fn counted(bytes: Vec<u8>, fails_from: u64) -> Counted {
    Counted {
        bytes,
        longest: 0.into(),
        fails_from,
    }
}

#[test]
fn buffers_are_bounded_and_failures_of_the_system_are_told() {
    let zip = zip(&files());
    let file = counted(zip.bytes.clone(), u64::MAX - 1000);
    assert!(damaged_entries(&file, &mut |_| ControlFlow::Continue(())).is_ok());
    assert_eq!(file.longest.into_inner(), 32 * 1024);
    for at in [zip.places[3].data, zip.places[0].record] {
        let file = counted(zip.bytes.clone(), at as u64);
        let error = damaged_entries(&file, &mut |_| ControlFlow::Continue(())).unwrap_err();
        assert!(error.is_io());
        assert_eq!(error.to_string(), "the flash memory is worn");
    }
}

#[test]
fn progress_counts_the_bytes_of_the_file_and_stops_the_work() {
    let zip = zip(&files());
    let read = Cell::new(0);
    let count = |bytes| {
        read.set(read.get() + bytes);
        ControlFlow::Continue(())
    };
    damaged_entries(&zip.bytes, &mut { count }).unwrap();
    let data: usize = files()
        .iter()
        .map(|file| match file.method {
            8 => miniz_oxide::deflate::compress_to_vec(&file.data, 6).len(),
            _ => file.data.len(),
        })
        .sum();
    assert_eq!(read.get(), data as u64);
    let mut calls = 0;
    let found = damaged_entries(&zip.bytes, &mut |_| {
        calls += 1;
        ControlFlow::Break(())
    });
    assert!(!found.unwrap().complete);
    assert_eq!(calls, 1);
}

/// As many entries as an archive has, all of them one and the same large data.
#[test]
fn overlapping_entries_are_not_read_again_and_again() {
    let begun = Instant::now();
    let one = zip(&[stored("res/a", &noise(1_000_000))]);
    let record = &one.bytes[one.places[0].record..one.bytes.len() - 22];
    let mut bytes = one.bytes[..one.places[0].record].to_vec();
    let start = bytes.len();
    bytes.extend(record.repeat(65_535));
    let size = bytes.len() - start;
    bytes.extend(end(65_535, size, start));
    let mut read = 0;
    let found = damaged_entries(&bytes, &mut |bytes| {
        read += bytes;
        ControlFlow::Continue(())
    });
    assert!(!found.unwrap().complete);
    assert!(read <= 1_000_035, "{read}");
    println!("65535 overlapping entries in {:?}", begun.elapsed());
}

#[test]
fn a_bomb_is_inflated_to_a_hundred_times_its_size_at_most() {
    let begun = Instant::now();
    // 30 MB of zeros in 30 kB; 16 MB are inflated of any file.
    let bomb = zip(&vec![deflated("res/bomb", &vec![0; 10_000_000]); 3]);
    assert!(bomb.bytes.len() < 50_000);
    let found = damaged(&bomb.bytes);
    assert_eq!((found.count, found.complete), (0, false));
    println!("a bomb in {:?}", begun.elapsed());
    // A small file that holds much of the same is none.
    let small = zip(&[deflated("assets/zeros", &vec![0; 10_000_000])]);
    assert_eq!(damaged(&small.bytes).count, 0);
    assert!(damaged(&small.bytes).complete);
    // One that states a small size is stopped there.
    let mut lying = zip(&[deflated("res/bomb", &vec![0; 10_000_000])]);
    for at in [lying.places[0].local + 22, lying.places[0].record + 24] {
        lying.put(at, &100_u32.to_le_bytes());
    }
    assert_eq!(one(&lying.bytes).problem, EntryProblem::Size);
}

#[test]
fn every_flipped_bit_of_the_structure_ends_with_an_answer() {
    let small: Vec<File> = vec![
        deflated("AndroidManifest.xml", &[1; 50]),
        stored("classes.dex", b"dex"),
    ];
    let zip = zip(&small);
    for at in 0..zip.bytes.len() {
        for bit in 0..8 {
            let mut bytes = zip.bytes.clone();
            bytes[at] ^= 1 << bit;
            let found = damaged_entries(&bytes, &mut |_| ControlFlow::Continue(()));
            if let Ok(found) = found {
                assert!(found.count <= 2);
            }
        }
    }
}
