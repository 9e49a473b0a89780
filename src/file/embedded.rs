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
    /// The business that it is about: the end of its message id (`industry-` and this).
    pub industry: &'static str,
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
    /// It is for one kind of business, not for all.
    pub industry: bool,
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
    ($file:literal, $language:ident, $industry:literal, $title:literal) => {
        Sample {
            file: $file,
            title: $title,
            language: Language::$language,
            industry: $industry,
            text: include_str!(concat!("../../sample_maps/", $file)),
        }
    };
}

macro_rules! templates {
    ($($name:literal $industry:literal),* $(,)?) => {
        const ENGLISH: &[Template] = &[$(Template {
            name: $name,
            language: Language::En,
            industry: $industry,
            text: include_str!(concat!("../../assets/templates/en/", $name, ".ron")),
        }),*];
        const VIETNAMESE: &[Template] = &[$(Template {
            name: $name,
            language: Language::Vi,
            industry: $industry,
            text: include_str!(concat!("../../assets/templates/vi/", $name, ".ron")),
        }),*];
    };
}

const SAMPLES: &[Sample] = &[
    sample!("health-insurance.ron", En, "health-insurance", "Switching health insurance"),
    sample!("sfo-airport-2016.ron", En, "airport", "Departing from San Francisco airport, 2016"),
    sample!("dien-thoai-truc-tuyen.ron", Vi, "online-shop", "Mua điện thoại trực tuyến"),
    sample!("kham-benh-phong-kham.ron", Vi, "clinic", "Khám dạ dày tại phòng khám đa khoa"),
    sample!("seaside-hotel.ron", En, "hotel", "Four nights by the sea"),
    sample!("lost-card-abroad.ron", En, "bank", "A lost card abroad"),
    sample!("robot-vacuum.ron", En, "consumer-electronics", "A robot vacuum and its first year"),
    sample!("clinic-scheduling-software.ron", En, "saas", "New scheduling software"),
    sample!("chuyen-mang-giu-so.ron", Vi, "mobile-operator", "Chuyển mạng giữ số"),
    sample!("mua-o-to-dien.ron", Vi, "car", "Mua ô tô điện đầu tiên"),
    sample!("dang-ky-khai-sinh.ron", Vi, "public-service", "Đăng ký khai sinh cho con"),
    sample!("mua-may-dong-goi.ron", Vi, "b2b", "Mua máy đóng gói bánh kẹo"),
    sample!("sfo-airport-2014.ron", En, "airport", "Departing from San Francisco airport, 2014"),
];

templates![
    "blank" false,
    "simple-journey" false,
    "service-blueprint" false,
    "online-shop" true,
    "clinic" true,
    "bank" true,
    "health-insurance" true,
    "hotel" true,
    "car" true,
    "consumer-electronics" true,
    "mobile-operator" true,
    "public-service" true,
    "saas" true,
    "b2b" true,
];

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
