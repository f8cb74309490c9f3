//! A year of tickets: codes from a pipe, one in a hundred with a slip, as JSON. Goal: a million in 10 s.
#![allow(clippy::unwrap_used, reason = "a failure here is what a test is for")]

use std::{
    io::Write,
    process::{Command, Stdio},
};

fn main() {
    divan::main();
}

const CODES: [&str; 3] = [
    "SME8-01BM-VMX5-DQW0-M8E6",
    "SNH8-01BM-VN41-8QW8-3KVG",
    "ATWT-39CB-XNPJ-WAHY-NRZS-ZRHC",
];

/// So many codes; every hundredth has a wrong last character.
fn codes(count: usize) -> String {
    let mut codes = String::new();
    for (code, place) in CODES.iter().cycle().zip(0..count) {
        codes += code;
        if place % 100 == 0 {
            codes.pop();
            codes.push('Z');
        }
        codes.push('\n');
    }
    codes
}

#[divan::bench(args = [100_000], sample_count = 10, sample_size = 1)]
fn read_codes_from_a_pipe(bencher: divan::Bencher<'_, '_>, count: usize) {
    let input = codes(count);
    bencher
        .counter(divan::counter::ItemsCount::new(count))
        .bench_local(|| {
            let mut program = Command::new(env!("CARGO_BIN_EXE_blink-desk"))
                .args(["read", "--json", "-"])
                .stdin(Stdio::piped())
                .stdout(Stdio::null())
                .spawn()
                .unwrap();
            let mut pipe = program.stdin.take().unwrap();
            pipe.write_all(input.as_bytes()).unwrap();
            drop(pipe);
            assert!(program.wait().unwrap().success());
        });
}
