//! How a map looks, wherever it is shown: its theme, the colours of a brand, a logo, how large and how dense.
//!
//! A colour is kept as it was wished. Whether words can be read on it is the layout's matter, which darkens what can't.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Image, RangeError, is_default};

/// The colours of a map, or of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
pub enum Theme {
    /// Dark on light.
    #[default]
    Light,
    /// Light on dark.
    Dark,
    /// Black on white with strong edges: for projectors, and for whoever sees little.
    HighContrast,
    /// No colour at all: dashes, patterns and shapes say what colours say elsewhere. For black-and-white printers.
    Print,
    /// The map's own colours.
    Brand,
}

impl Theme {
    /// All themes of a map, in the order of the interface.
    pub const ALL: [Self; 5] = [Self::Light, Self::Dark, Self::HighContrast, Self::Print, Self::Brand];

    /// Its name on the command line.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::HighContrast => "high-contrast",
            Self::Print => "print",
            Self::Brand => "brand",
        }
    }

    /// The theme with this name on the command line.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.code() == code)
    }
}

/// A colour as people write it: `#rrggbb`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rgb {
    /// Red.
    pub r: u8,
    /// Green.
    pub g: u8,
    /// Blue.
    pub b: u8,
}

/// A text that is no colour.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a colour is written as #rrggbb, not {0:?}")]
pub struct RgbError(pub String);

impl Rgb {
    /// The colour written as `#rrggbb`, `rrggbb` or `#rgb`.
    ///
    /// # Errors
    /// When it is none.
    pub fn parse(text: &str) -> Result<Self, RgbError> {
        let digits = text.trim();
        let digits = digits.strip_prefix('#').unwrap_or(digits);
        let value =
            if digits.chars().all(|c| c.is_ascii_hexdigit()) { u32::from_str_radix(digits, 16).ok() } else { None };
        match (digits.len(), value) {
            (6, Some(value)) => {
                let [_, r, g, b] = value.to_be_bytes();
                Ok(Self { r, g, b })
            }
            (3, Some(value)) => {
                let twice = |shift: u32| ((value >> shift & 0xf) * 0x11) as u8;
                Ok(Self { r: twice(8), g: twice(4), b: twice(0) })
            }
            _ => Err(RgbError(text.to_owned())),
        }
    }
}

impl fmt::Display for Rgb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.r, self.g, self.b)
    }
}

impl Serialize for Rgb {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Rgb {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}

/// The colours of a brand by what they are for; what isn't named is as in the light theme, or the dark one where the
/// paper is dark.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Brand {
    /// The title, and the marks of moments of truth.
    #[serde(default, skip_serializing_if = "is_default")]
    pub accent: Option<Rgb>,
    /// Pre-purchase.
    #[serde(default, skip_serializing_if = "is_default")]
    pub pre_purchase: Option<Rgb>,
    /// Purchase.
    #[serde(default, skip_serializing_if = "is_default")]
    pub purchase: Option<Rgb>,
    /// Post-purchase.
    #[serde(default, skip_serializing_if = "is_default")]
    pub post_purchase: Option<Rgb>,
    /// The personas, in their order; those after the last one as elsewhere.
    #[serde(default, skip_serializing_if = "is_default")]
    pub personas: Vec<Rgb>,
    /// Pain points.
    #[serde(default, skip_serializing_if = "is_default")]
    pub pain: Option<Rgb>,
    /// Opportunities.
    #[serde(default, skip_serializing_if = "is_default")]
    pub opportunity: Option<Rgb>,
    /// The paper.
    #[serde(default, skip_serializing_if = "is_default")]
    pub paper: Option<Rgb>,
    /// Words.
    #[serde(default, skip_serializing_if = "is_default")]
    pub text: Option<Rgb>,
}

/// How large a map's words are, in hundredths of the usual size.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextSize(u16);

impl TextSize {
    /// The smallest.
    pub const LEAST: u16 = 80;
    /// The largest.
    pub const MOST: u16 = 150;

    /// The size `percent`.
    ///
    /// # Errors
    /// When it is outside 80…150.
    pub fn new(percent: u16) -> Result<Self, RangeError> {
        if (Self::LEAST..=Self::MOST).contains(&percent) {
            Ok(Self(percent))
        } else {
            Err(RangeError { low: f64::from(Self::LEAST), high: f64::from(Self::MOST), found: f64::from(percent) })
        }
    }

    /// In hundredths of the usual size.
    pub const fn percent(self) -> u16 {
        self.0
    }

    /// As a factor of the usual size.
    pub fn factor(self) -> f64 {
        f64::from(self.0) / 100.0
    }
}

impl Default for TextSize {
    fn default() -> Self {
        Self(100)
    }
}

impl Serialize for TextSize {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u16(self.0)
    }
}

impl<'de> Deserialize<'de> for TextSize {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::new(u16::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}

/// How much space there is around things.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
pub enum Density {
    /// As little as can be.
    Compact,
    /// As usual.
    #[default]
    Normal,
    /// More.
    Roomy,
}

impl Density {
    /// All densities, in the order of the interface.
    pub const ALL: [Self; 3] = [Self::Compact, Self::Normal, Self::Roomy];
}

/// What cards are drawn as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
pub enum CardStyle {
    /// On a ground of their colour.
    #[default]
    Filled,
    /// With a line around them.
    Outlined,
    /// Words alone, behind a bar where the colour means something.
    Flat,
}

impl CardStyle {
    /// All styles, in the order of the interface.
    pub const ALL: [Self; 3] = [Self::Filled, Self::Outlined, Self::Flat];
}

/// How a map looks, wherever it is shown.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Look {
    /// The theme of exports, and of the canvas unless the window shows maps in its own.
    #[serde(default, skip_serializing_if = "is_default")]
    pub theme: Theme,
    /// The colours of the theme [`Theme::Brand`].
    #[serde(default, skip_serializing_if = "is_default")]
    pub brand: Brand,
    /// A picture in the title block, under every theme.
    #[serde(default, skip_serializing_if = "is_default")]
    pub logo: Option<Image>,
    /// How large words are.
    #[serde(default, skip_serializing_if = "is_default")]
    pub text: TextSize,
    /// How much space there is.
    #[serde(default, skip_serializing_if = "is_default")]
    pub density: Density,
    /// What cards are drawn as.
    #[serde(default, skip_serializing_if = "is_default")]
    pub cards: CardStyle,
}
