//! The QR code of a code.
#![cfg(feature = "qr")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

mod code_support;

use code_support::words;
use diagnose_core::code::{Code, QrMatrix, Reading, qr_matrix, read};

fn code(word: &str) -> Code {
    match read(word) {
        Reading::Read { code, .. } => code,
        other => panic!("{other:?}"),
    }
}

/// Whether the module is dark, at a row and a column.
fn is_dark(matrix: &QrMatrix, row: i64, column: i64) -> bool {
    let index = usize::try_from(row * matrix.size + column).unwrap();
    *matrix.dark.get(index).unwrap()
}

#[test]
fn is_as_small_as_alphanumeric_text_can_be() {
    for (word, size) in words().iter().zip([21, 25, 25, 25]) {
        let matrix = qr_matrix(&code(word));
        assert_eq!(matrix.size, size);
        assert_eq!(matrix.dark.len(), usize::try_from(size * size).unwrap());
    }
}

#[test]
fn rows_run_from_the_top_left() {
    for word in words() {
        let matrix = qr_matrix(&code(&word));
        let last = matrix.size - 1;
        let is_finder = |row: i64, column: i64| {
            (0..7).all(|i| {
                is_dark(&matrix, row, column + i)
                    && is_dark(&matrix, row + 6, column + i)
                    && is_dark(&matrix, row + i, column)
                    && is_dark(&matrix, row + i, column + 6)
            })
        };
        assert!(is_finder(0, 0) && is_finder(0, last - 6) && is_finder(last - 6, 0));
        assert!(!is_finder(last - 6, last - 6));
        // The module that is always dark, beside the lower left finder.
        assert!(is_dark(&matrix, last - 7, 8));
    }
}

#[test]
fn holds_the_shown_text() {
    let word = &words()[0];
    let shown = code(word).to_string();
    let expected = qrcodegen_of(&shown);
    assert_eq!(qr_matrix(&code(word)).dark, expected);
    assert_ne!(qrcodegen_of(word), expected);
}

fn qrcodegen_of(text: &str) -> Vec<bool> {
    let qr = qrcodegen::QrCode::encode_text(text, qrcodegen::QrCodeEcc::Low).unwrap();
    (0..qr.size() * qr.size())
        .map(|i| qr.get_module(i % qr.size(), i / qr.size()))
        .collect()
}
