//! A scene as PDF: on one page of the map's size, or on sheets of paper; with real text, bookmarks, and tagged as the table
//! that a map is, for screen readers.
//!
//! Must not know maps: what is a heading, a card or drawn for the eye only stands in the scene's groups. Nor where a picture
//! is cut: [`crate::layout::sheets`] says that.

mod paint;
mod tags;

use jiff::civil::Date;
use krilla::configure::{Accessibility, Configuration, ConfigurationBuilder};
use krilla::error::KrillaError;
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::Outline;
use krilla::tagging::TagTree;
use krilla::{Document, SerializeSettings};

use crate::layout::sheets::Sheets;
use crate::model::Language;
use crate::scene::{Scene, kurbo};

/// No side of a page is longer, in points (PDF 32000-1, annex C.2).
pub const LONGEST_SIDE: f64 = 14_400.0;
/// Points in a map unit: 1/96 inch.
const POINTS: f64 = 0.75;

/// What a PDF says about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PdfOptions {
    /// The document's title.
    pub title: String,
    /// The language of its words.
    pub language: Language,
    /// The day it was made; without one the file says none.
    pub date: Option<Date>,
}

impl PdfOptions {
    /// What the scene itself says, without a date.
    pub fn of(scene: &Scene) -> Self {
        Self { title: scene.title.clone(), language: scene.language, date: None }
    }
}

/// Why a scene can't be a PDF.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PdfError {
    /// The scene has no size.
    #[error("the picture is empty")]
    Empty,
    /// A face can't be embedded.
    #[error("the font {family} can't be embedded")]
    Font {
        /// Its family.
        family: String,
    },
    /// The file can't be written for another reason.
    #[error("the PDF can't be written: {0}")]
    Write(String),
}

/// How much smaller than the map the page is, because a page has a longest side: 1 for most maps.
pub fn reduction(scene: &Scene) -> f64 {
    reduction_of(scene.size)
}

/// The same for a picture of this size in map units.
pub fn reduction_of(size: kurbo::Size) -> f64 {
    (LONGEST_SIDE / (POINTS * size.width.max(size.height))).min(1.0)
}

/// The scene as a PDF document of one page. The same scene and options give the same bytes.
///
/// # Errors
/// As [`pdf_on`].
pub fn pdf(scene: &Scene, options: &PdfOptions) -> Result<Vec<u8>, PdfError> {
    pdf_on(scene, &Sheets::own(scene), options)
}

/// The scene as a PDF document, a page a sheet. The same scene, sheets and options give the same bytes.
///
/// # Errors
/// As [`pdf_of`].
pub fn pdf_on(scene: &Scene, sheets: &Sheets, options: &PdfOptions) -> Result<Vec<u8>, PdfError> {
    pdf_of(&[(scene, sheets)], options)
}

/// Several scenes as one PDF document, one after the other, each on its sheets.
///
/// It declares itself accessible (PDF/UA-1) where it is: not when a character is shown that no face has.
///
/// # Errors
/// There is no scene, one is empty, or a face's file is broken.
pub fn pdf_of(pictures: &[(&Scene, &Sheets)], options: &PdfOptions) -> Result<Vec<u8>, PdfError> {
    if pictures.is_empty() {
        return Err(PdfError::Empty);
    }
    let accessible = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1).finish();
    if let Ok(configuration) = accessible {
        match write(pictures, options, configuration)? {
            Err(KrillaError::Validation(_)) => {}
            result => return result.map_err(|error| PdfError::Write(error.to_string())),
        }
    }
    write(pictures, options, Configuration::default())?.map_err(|error| PdfError::Write(error.to_string()))
}

fn write(
    pictures: &[(&Scene, &Sheets)],
    options: &PdfOptions,
    configuration: Configuration,
) -> Result<Result<Vec<u8>, KrillaError>, PdfError> {
    let mut document =
        Document::new_with(SerializeSettings { configuration, enable_tagging: true, ..SerializeSettings::default() });
    let (mut tree, mut outline) = (TagTree::new(), Outline::new());
    let mut pages = paint::Pages::default();
    for (scene, sheets) in pictures {
        let scale = (POINTS * sheets.scale).min(LONGEST_SIDE / sheets.size.width.max(sheets.size.height));
        tags::outline(&mut outline, scene, sheets, scale, pages.count());
        pages.add(&mut document, scene, sheets, scale, &mut tree)?;
    }
    let language = match options.language {
        Language::En => "en",
        Language::Vi => "vi",
    };
    document.set_tag_tree(tree.with_lang(Some(language.to_owned())));
    document.set_outline(outline);
    let mut metadata =
        Metadata::new().title(options.title.clone()).language(language.to_owned()).creator("Wayfelt".to_owned());
    if let Some(date) = options.date {
        let year = u16::try_from(date.year()).unwrap_or_default();
        metadata = metadata
            .creation_date(DateTime::new(year).month(date.month().unsigned_abs()).day(date.day().unsigned_abs()));
    }
    document.set_metadata(metadata);
    Ok(document.finish())
}
