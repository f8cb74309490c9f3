//! The makers whose names for switches we know.

use crate::record::choice;

choice! {
    /// The phone's maker, as `Build.MANUFACTURER` (1) tells it, in any case. Brands share their maker's names.
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
}

impl Maker {
    /// Every maker.
    pub const ALL: [Self; 7] = [
        Self::Google,
        Self::Samsung,
        Self::Xiaomi,
        Self::Oppo,
        Self::Vivo,
        Self::Huawei,
        Self::Other,
    ];

    /// Its name in JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Google => "google",
            Self::Samsung => "samsung",
            Self::Xiaomi => "xiaomi",
            Self::Oppo => "oppo",
            Self::Vivo => "vivo",
            Self::Huawei => "huawei",
            Self::Other => "other",
        }
    }

    /// The maker of that name in JSON. None for any other text.
    #[must_use]
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|maker| maker.id() == id)
    }

    /// The maker of a phone by what `Build.MANUFACTURER` holds.
    #[must_use]
    pub fn of(manufacturer: &str) -> Self {
        match manufacturer.trim().to_ascii_lowercase().as_str() {
            "google" => Self::Google,
            "samsung" => Self::Samsung,
            "xiaomi" | "redmi" | "poco" => Self::Xiaomi,
            "oppo" | "oneplus" | "realme" => Self::Oppo,
            "vivo" | "iqoo" => Self::Vivo,
            "huawei" | "honor" => Self::Huawei,
            _ => Self::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Maker;

    #[test]
    fn brands_share_their_makers_names() {
        for (manufacturer, maker) in [
            ("Google", Maker::Google),
            ("samsung", Maker::Samsung),
            ("Redmi", Maker::Xiaomi),
            ("OnePlus", Maker::Oppo),
            ("iQOO", Maker::Vivo),
            ("HONOR ", Maker::Huawei),
            ("Fairphone", Maker::Other),
            ("", Maker::Other),
        ] {
            assert_eq!(Maker::of(manufacturer), maker, "{manufacturer}");
        }
        assert_eq!(Maker::parse("Samsung"), None);
        for maker in Maker::ALL {
            assert_eq!(Maker::of(maker.id()), maker);
            assert_eq!(Maker::parse(maker.id()), Some(maker));
        }
    }
}
