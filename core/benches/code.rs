//! How long a code takes. Goals: encode and exact 2 µs, repaired 20 µs, one missing or too many
//! 500 µs.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a failure here is what a test is for"
)]

use diagnose_core::code::{Change, Contents, Entry, Payload, Reading, encode, read, spelled};
use diagnose_core::os::Os;
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

/// The longest list.
fn payload() -> Payload {
    Payload {
        os: Os::Ios {
            major: 17,
            minor: 4,
        },
        app_version: [2, 8, 0],
        hour: 10001,
        complaint: 2,
        contents: Contents::List(
            (2..8)
                .map(|check| Entry {
                    check: check * 2,
                    finding: check,
                })
                .collect(),
        ),
    }
}

/// The code of the payload, with a change.
fn text(change: impl FnOnce(&mut Vec<char>)) -> String {
    let code = encode(&payload()).map_or_else(|_| String::new(), |code| code.to_string());
    let mut text = code.chars().filter(|c| *c != '-').collect();
    change(&mut text);
    text.into_iter().collect()
}

fn replace(text: &mut [char], places: &[usize], by: impl Fn(char) -> char) {
    for (place, character) in text.iter_mut().enumerate() {
        if places.contains(&place) {
            *character = by(*character);
        }
    }
}

const fn wrong(character: char) -> char {
    if character == '7' { '8' } else { '7' }
}

#[divan::bench]
fn encode_list(bencher: Bencher<'_, '_>) {
    let payload = payload();
    bencher.bench_local(|| encode(black_box(&payload)));
}

#[divan::bench]
fn encode_dense(bencher: Bencher<'_, '_>) {
    let contents = Contents::Dense([2; 24]);
    let payload = Payload {
        contents,
        ..payload()
    };
    bencher.bench_local(|| encode(black_box(&payload)));
}

/// Measures a reading that comes to this change.
fn bench_read(bencher: Bencher<'_, '_>, text: &str, expected: &Change) {
    let reading = read(text);
    assert!(
        matches!(&reading, Reading::Read { change, .. } if change == expected),
        "{reading:?}"
    );
    bencher.bench_local(|| read(black_box(text)));
}

fn repaired(places: &[i64]) -> Change {
    let places = places.to_vec();
    Change::Repaired { places }
}

#[divan::bench]
fn read_exact(bencher: Bencher<'_, '_>) {
    bench_read(bencher, &text(|_| ()), &Change::Exact);
}

#[divan::bench]
fn read_one_wrong(bencher: Bencher<'_, '_>) {
    let text = text(|text| replace(text, &[9], wrong));
    bench_read(bencher, &text, &repaired(&[10]));
}

#[divan::bench]
fn read_two_wrong(bencher: Bencher<'_, '_>) {
    let text = text(|text| replace(text, &[9, 20], wrong));
    bench_read(bencher, &text, &repaired(&[10, 21]));
}

#[divan::bench]
fn read_four_illegible(bencher: Bencher<'_, '_>) {
    let text = text(|text| replace(text, &[2, 9, 20, 27], |_| '?'));
    bench_read(bencher, &text, &repaired(&[3, 10, 21, 28]));
}

#[divan::bench]
fn read_one_missing(bencher: Bencher<'_, '_>) {
    let text = text(|text| {
        text.remove(14);
    });
    bench_read(bencher, &text, &Change::OneMissing { place: 15 });
}

#[divan::bench]
fn read_one_too_many(bencher: Bencher<'_, '_>) {
    let text = text(|text| text.insert(14, wrong('7')));
    bench_read(bencher, &text, &Change::OneExtra { place: 15 });
}

#[divan::bench]
fn read_spelled(bencher: Bencher<'_, '_>) {
    let text = encode(&payload()).map_or_else(|_| String::new(), |code| spelled(&code));
    bench_read(bencher, &text, &Change::Exact);
}

#[divan::bench]
fn read_a_megabyte_of_words(bencher: Bencher<'_, '_>) {
    let text = "sierra ".repeat(150_000);
    bencher.bench_local(|| read(black_box(&text)));
}

#[divan::bench]
fn read_a_megabyte_of_anything(bencher: Bencher<'_, '_>) {
    let text = "ä7".repeat(350_000);
    bencher.bench_local(|| read(black_box(&text)));
}
