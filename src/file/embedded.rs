//! The maps that the application brings along: finished samples, and templates to begin with. Opening one gives an
//! unsaved copy. Must not know where they are offered.

use super::{Opened, ReadError, read};
use crate::model::Language;

/// A finished map to look at and to play with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sample {
    /// Its file's name in `sample_maps`.
    pub file: &'static str,
    /// The map's title, so that a list needs no reading.
    pub title: &'static str,
    /// The map's language.
    pub language: Language,
    /// What the file says.
    pub text: &'static str,
}

/// A map to begin with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Template {
    /// Its name on the command line, and the end of its message ids (`template-` and this, with `-hint` its description).
    pub name: &'static str,
    /// Its language.
    pub language: Language,
    /// What the file says.
    pub text: &'static str,
}

impl Sample {
    /// A copy of the map.
    ///
    /// # Errors
    /// When it is no map; a test holds that all are.
    pub fn open(&self) -> Result<Opened, ReadError> {
        read(self.text.as_bytes())
    }
}

impl Template {
    /// A copy of the map.
    ///
    /// # Errors
    /// When it is no map; a test holds that all are.
    pub fn open(&self) -> Result<Opened, ReadError> {
        read(self.text.as_bytes())
    }
}

macro_rules! sample {
    ($file:literal, $language:ident, $title:literal) => {
        Sample {
            file: $file,
            title: $title,
            language: Language::$language,
            text: include_str!(concat!("../../sample_maps/", $file)),
        }
    };
}

macro_rules! templates {
    ($($name:literal),* $(,)?) => {
        const ENGLISH: &[Template] = &[$(Template {
            name: $name,
            language: Language::En,
            text: include_str!(concat!("../../assets/templates/en/", $name, ".ron")),
        }),*];
        const VIETNAMESE: &[Template] = &[$(Template {
            name: $name,
            language: Language::Vi,
            text: include_str!(concat!("../../assets/templates/vi/", $name, ".ron")),
        }),*];
    };
}

const SAMPLES: &[Sample] = &[
    sample!("health-insurance.ron", En, "Switching health insurance"),
    sample!("sfo-airport-2016.ron", En, "Departing from San Francisco airport"),
    sample!("dien-thoai-truc-tuyen.ron", Vi, "Mua điện thoại trực tuyến"),
    sample!("kham-benh-phong-kham.ron", Vi, "Khám dạ dày tại phòng khám đa khoa"),
];

templates!["blank", "simple-journey", "service-blueprint", "online-shop", "clinic", "bank"];

/// The samples, in the order of the interface.
pub const fn samples() -> &'static [Sample] {
    SAMPLES
}

/// The templates of a language, in the order of the interface. Every language has the same ones.
pub const fn templates(language: Language) -> &'static [Template] {
    match language {
        Language::En => ENGLISH,
        Language::Vi => VIETNAMESE,
    }
}

/// The template with this name.
pub fn template(name: &str, language: Language) -> Option<&'static Template> {
    templates(language).iter().find(|template| template.name == name)
}
