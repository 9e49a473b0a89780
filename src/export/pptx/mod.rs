//! A map as slides, 16:9, of native shapes, tables and a native chart that can be edited: an overview, the emotion curve, a
//! slide a stage, pain points, opportunities and where they lie by impact and effort, a slide a persona; notes of the map are
//! the speaker's notes. Must not know windows.
//!
//! [`slide`] and [`chart`] draw, [`frame`] is what every presentation has, [`package`] is the file, [`deck`] says what is on
//! which slide.

mod chart;
mod deck;
mod frame;
mod matrix;
mod package;
mod personas;
mod slide;
mod stages;
mod tables;

use crate::i18n::Words;
use crate::layout::Images;
use crate::layout::theme::Palette;
use crate::model::JourneyMap;
use crate::text::Typesetter;

use super::tables::Table;

/// Why there are no slides.
#[derive(Debug, thiserror::Error)]
pub enum PptxError {
    /// The file can't be put together.
    #[error(transparent)]
    Packed(#[from] zip::result::ZipError),
}

/// The workbook in which the chart keeps its figures.
#[derive(Clone, Copy)]
pub struct Book<'a> {
    /// The name of the sheet that holds a table.
    pub sheet: &'a dyn Fn(&Table) -> String,
    /// The workbook of a table alone; none where it can't be made.
    pub bytes: &'a dyn Fn(&Table) -> Option<Vec<u8>>,
}

impl std::fmt::Debug for Book<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Book")
    }
}

/// What slides are made of.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// The map.
    pub map: &'a JourneyMap,
    /// Words of its language.
    pub words: &'a Words,
    /// Colours of its theme.
    pub palette: &'a Palette,
    /// Where pictures come from.
    pub images: &'a dyn Images,
    /// Hidden lanes are shown too.
    pub all: bool,
}

impl std::fmt::Debug for Source<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Source({})", self.map.title)
    }
}

/// The presentation.
///
/// # Errors
/// When there are more parts or bytes than the format allows.
pub fn pptx(source: Source<'_>, fonts: &mut Typesetter, book: Book<'_>) -> Result<Vec<u8>, PptxError> {
    let mut deck = deck::Deck::new(source, fonts);
    deck.overview();
    deck.emotion(book);
    stages::slides(&mut deck);
    tables::pain_points(&mut deck);
    tables::opportunities(&mut deck);
    deck.matrix();
    deck.personas(book);
    Ok(deck.finish()?)
}
