//! What the user asks, and who reads the answer.

use crate::{error::DiagnoseError, report::Complaint, time::Time};
use diagnose_core::words::Audience;
pub use diagnose_core::{diagnosis::Question, maker::Maker};

/// The phone's maker, as `Build.MANUFACTURER` (1) tells it, in any case. Brands share their maker's names.
#[uniffi::remote(Enum)]
pub enum Maker {
    /// Google (Pixel): the names of Android itself.
    Google,
    /// Samsung (One UI).
    Samsung,
    /// Xiaomi, with Redmi and POCO (MIUI, HyperOS).
    Xiaomi,
    /// OPPO, with OnePlus and realme (ColorOS, OxygenOS).
    Oppo,
    /// vivo, with iQOO (Funtouch OS, OriginOS).
    Vivo,
    /// Huawei, with Honor (EMUI).
    Huawei,
    /// Another maker.
    Other,
}

/// What the user asks.
#[uniffi::remote(Record)]
pub struct Question {
    /// What the user complains about, if anything.
    pub complaint: Option<Complaint>,
    /// When the activation e-mail arrived, for the complaint about its link: in the years 0000 to 9999.
    pub received: Option<Time>,
}

/// Who reads the advice: the end user.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Reader {
    /// The language wanted, as a BCP 47 tag; looked up de-AT, de, en.
    pub language: String,
    /// The reader's time zone: minutes east of UTC, -1439 to 1439.
    pub offset_minutes: i64,
    /// The phone's maker, whose names for switches are told; without it those of Android and of Samsung side by side.
    pub maker: Option<Maker>,
}

impl From<Reader> for diagnose_core::Reader {
    fn from(reader: Reader) -> Self {
        let Reader {
            language,
            offset_minutes,
            maker,
        } = reader;
        Self {
            language,
            offset_minutes,
            audience: Audience::User,
            maker,
        }
    }
}

/// The maker of a phone by what `Build.MANUFACTURER` holds.
///
/// # Errors
/// Never: every text has an answer.
#[uniffi::export]
pub fn maker_of(manufacturer: String) -> Result<Maker, DiagnoseError> {
    Ok(Maker::of(&manufacturer))
}
