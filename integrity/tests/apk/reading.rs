//! How a file is read: in small pieces, by as many threads as were given, each byte of the contents
//! once, and no longer than the caller wants.

use std::{
    io,
    num::NonZeroUsize,
    ops::ControlFlow,
    sync::{
        Condvar, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use diagnose_integrity::{Progress, ReadAt, Stopped, Work, verify_apk};

use crate::corpus::{describe, read};

const MB: usize = 1024 * 1024;

/// A signed APK with that many bytes in front of its entries, and all offsets right: the signature
/// holds, and the contents have to be digested to see that they are others.
fn padded(file: &str, before: usize) -> Option<Vec<u8>> {
    let mut apk = vec![0; before];
    apk.extend(read(file)?);
    let field = apk.len() - 6;
    let offset = u32::from_le_bytes(apk[field..field + 4].try_into().unwrap());
    let moved = offset + u32::try_from(before).unwrap();
    apk[field..field + 4].copy_from_slice(&moved.to_le_bytes());
    Some(apk)
}

const OTHER_CONTENTS: &str = "damaged: APK Signature Scheme v2, signer 1: the contents do not have the signed SHA-256 digest";

/// Counts what is read, and if told so lets a first large read wait for one of another thread.
struct Counting {
    apk: Vec<u8>,
    largest: AtomicUsize,
    all: AtomicUsize,
    inside: Mutex<(usize, bool)>,
    second: Condvar,
    waits: bool,
}

impl Counting {
    fn new(apk: Vec<u8>, waits: bool) -> Self {
        Self {
            apk,
            largest: AtomicUsize::new(0),
            all: AtomicUsize::new(0),
            inside: Mutex::new((0, false)),
            second: Condvar::new(),
            waits,
        }
    }

    fn two_at_once(&self) -> bool {
        self.inside.lock().unwrap().1
    }
}

impl ReadAt for Counting {
    fn length(&self) -> io::Result<u64> {
        self.apk.length()
    }

    fn read_at(&self, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
        self.largest.fetch_max(buffer.len(), Ordering::Relaxed);
        self.all.fetch_add(buffer.len(), Ordering::Relaxed);
        let mut inside = self.inside.lock().unwrap();
        inside.0 += 1;
        if inside.0 == 2 {
            inside.1 = true;
            self.second.notify_all();
        }
        if self.waits && buffer.len() > 16 * 1024 {
            let patience = Duration::from_secs(20);
            inside = self
                .second
                .wait_timeout_while(inside, patience, |(_, two)| !*two)
                .unwrap()
                .0;
        }
        drop(inside);
        let read = self.apk.read_at(buffer, offset);
        self.inside.lock().unwrap().0 -= 1;
        read
    }
}

/// Verifies a file whose contents are not the signed ones.
fn find_other_contents(file: &Counting, threads: usize) {
    let work = Work {
        threads: NonZeroUsize::new(threads).unwrap(),
        ..Work::default()
    };
    assert_eq!(
        describe(&verify_apk(file, 30, &work).unwrap()),
        OTHER_CONTENTS
    );
}

#[test]
fn pieces_are_small_and_contents_are_read_once() {
    for threads in [1, 2, 5] {
        let Some(apk) = padded("v2-only-with-rsa-pkcs1-sha256-1024.apk", 5 * MB + 17) else {
            return;
        };
        let length = apk.len();
        let file = Counting::new(apk, false);
        find_other_contents(&file, threads);
        assert_eq!(file.largest.into_inner(), 64 * 1024);
        let read = file.all.into_inner();
        assert!(
            (length..length + 32 * 1024).contains(&read),
            "{read} of {length} bytes read"
        );
    }
}

#[test]
fn two_threads_read_at_once_and_one_alone() {
    for (threads, expected) in [(1, false), (2, true)] {
        let Some(apk) = padded("v2-only-with-rsa-pkcs1-sha256-1024.apk", 5 * MB) else {
            return;
        };
        let file = Counting::new(apk, expected);
        find_other_contents(&file, threads);
        assert_eq!(file.two_at_once(), expected);
    }
}

#[test]
fn progress_rises_to_the_length_of_the_contents() {
    for threads in [1, 3] {
        let Some(apk) = padded("v2-only-with-rsa-pkcs1-sha256-1024.apk", 5 * MB) else {
            return;
        };
        let heard = Mutex::new(Vec::new());
        let progress = |progress: Progress| {
            heard.lock().unwrap().push(progress);
            ControlFlow::Continue(())
        };
        let threads = NonZeroUsize::new(threads).unwrap();
        let work = Work {
            threads,
            progress: Some(&progress),
        };
        assert_eq!(
            describe(&verify_apk(&apk, 30, &work).unwrap()),
            OTHER_CONTENTS
        );
        let heard = heard.into_inner().unwrap();
        // Before the signer, after each of six in the entries and of one each in the directory
        // and the end record.
        assert_eq!(heard.len(), 9);
        assert_eq!(heard[0].done, 0);
        assert!(
            heard.is_sorted_by(|a, b| a.done < b.done && a.all == b.all),
            "{heard:?}"
        );
        let last = heard[8];
        assert_eq!(last.done, last.all);
        // All but the signing block, which takes some hundred bytes.
        assert!(
            (apk.len() - 1200..apk.len() - 800).contains(&(last.all as usize)),
            "{last:?}"
        );
    }
}

#[test]
fn stopping_ends_the_reading() {
    for threads in [1, 2] {
        let Some(apk) = padded("v2-only-with-rsa-pkcs1-sha256-1024.apk", 40 * MB) else {
            return;
        };
        let file = Counting::new(apk, false);
        let progress = |progress: Progress| {
            if progress.done > 3 * MB as u64 {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        };
        let threads = NonZeroUsize::new(threads).unwrap();
        let work = Work {
            threads,
            progress: Some(&progress),
        };
        assert_eq!(verify_apk(&file, 30, &work), Err(Stopped));
        let read = file.all.into_inner();
        assert!(read < 8 * MB, "{read} bytes read");
    }
}
