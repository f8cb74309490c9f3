//! The code as a QR code, for a screen that another phone can look at (section "Reading").

use qrcodegen::{QrCode, QrCodeEcc};

use super::shown::Code;

/// The modules of a QR code, without the quiet zone, which is four modules wide on each side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QrMatrix {
    /// How many modules a row has, and how many rows there are: 21 for a code of 20 characters,
    /// else 25.
    pub size: i64,
    /// Whether each module is dark, row by row from the top left: size × size of them.
    pub dark: Vec<bool>,
}

/// The QR code of the shown text, hyphens included.
///
/// All its characters are in QR's alphanumeric set, which keeps it as small as it can be; error
/// correction takes what room is left.
pub fn qr_matrix(code: &Code) -> QrMatrix {
    // A text of 34 characters always fits: an empty matrix stands for what cannot happen.
    QrCode::encode_text(code.as_str(), QrCodeEcc::Low).map_or_else(
        |_| QrMatrix {
            size: 0,
            dark: Vec::new(),
        },
        |qr| {
            let side = 0..qr.size();
            QrMatrix {
                size: i64::from(qr.size()),
                dark: side
                    .clone()
                    .flat_map(|y| side.clone().map(move |x| (x, y)))
                    .map(|(x, y)| qr.get_module(x, y))
                    .collect(),
            }
        },
    )
}
