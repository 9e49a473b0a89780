//! The maps that come with the application: templates to begin with, and samples to look at. Opening one gives a copy
//! that belongs to no file.
//!
//! A template is `assets/templates/NAME.LANGUAGE.ron`, a sample `sample_maps/NAME.ron`; what lies there is there.

use std::borrow::Cow;

use rust_embed::RustEmbed;

use super::{Opened, ReadError};
use crate::model::Language;

#[derive(RustEmbed)]
#[folder = "assets/templates/"]
struct Templates;

#[derive(RustEmbed)]
#[folder = "sample_maps/"]
struct Samples;

/// A map that is part of the application.
#[derive(Debug, Clone)]
pub struct BuiltIn {
    /// What the command line calls it.
    pub name: String,
    text: Cow<'static, [u8]>,
}

impl BuiltIn {
    /// A copy of the map.
    ///
    /// # Errors
    /// When it is no map; a test holds that all are.
    pub fn open(&self) -> Result<Opened, ReadError> {
        super::read(&self.text)
    }
}

/// The templates of a language, by name.
pub fn templates(language: Language) -> Vec<BuiltIn> {
    let ending = format!(".{}.ron", language.code());
    named(
        Templates::iter()
            .filter_map(|file| Some((file.strip_suffix(&ending)?.to_owned(), Templates::get(&file)?.data))),
    )
}

/// The samples, by name.
pub fn samples() -> Vec<BuiltIn> {
    named(Samples::iter().filter_map(|file| Some((file.strip_suffix(".ron")?.to_owned(), Samples::get(&file)?.data))))
}

fn named(files: impl Iterator<Item = (String, Cow<'static, [u8]>)>) -> Vec<BuiltIn> {
    let mut all: Vec<BuiltIn> = files.map(|(name, text)| BuiltIn { name, text }).collect();
    all.sort_by(|a, b| a.name.cmp(&b.name));
    all
}
