//! The diagnostic code: a report in 20 to 28 characters that an end user reads to support.
//!
//! [`encode`] writes a [`Payload`] as a [`Code`]; [`read`] takes what was heard on the telephone
//! and answers with the payload and what had to be changed to get it, or with the reason why
//! there is none. The format, to the bit, is `docs/diagnostic-code.md`; the sections that the
//! comments here name are that document's.
//!
//! | to find | look in |
//! |---|---|
//! | a field of the code, its width and its range | `payload` |
//! | the field for platform and OS | `platform` |
//! | what a check has that a list word does not name | `defaults` |
//! | from a report to its code and back | `findings` |
//! | the characters, the separators, O for 0 | `alphabet`, `heard` |
//! | the spelling words, and what is a spelled code | `spelling_alphabet`, `spelled` |
//! | what is repaired, and what is refused | `reading` |
//! | Reed–Solomon: check symbols and correction | `correction`, over the field in `gf32` |

mod alphabet;
mod bits;
mod correction;
mod defaults;
mod encoding;
mod findings;
mod gf32;
mod heard;
mod mask;
mod payload;
mod places;
mod platform;
#[cfg(feature = "qr")]
mod qr;
mod reading;
mod shown;
mod spelled;
mod spelling;
mod spelling_alphabet;
mod word;

pub use defaults::{DefaultOutcome, default_finding, is_fallback};
pub use encoding::{EncodeError, encode};
pub use findings::{deviations, encode_report, report_of};
pub use payload::{Contents, Entry, Payload};
#[cfg(feature = "qr")]
pub use qr::{QrMatrix, qr_matrix};
pub use reading::{Change, Reading, Refusal, heard_characters, read};
pub use shown::Code;
pub use spelling::{spelled, spoken};
