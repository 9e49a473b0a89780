//! From a scene or a map to other formats. Must not know windows; siblings don't name each other.
//!
//! [`Format`] is the one table of formats, which the command line and the dialog of the window both read.

pub mod comparison;
pub mod csv;
mod format;
pub mod html;
pub mod html_table;
pub mod images;
pub mod include;
pub mod markdown;
pub mod mermaid;
pub mod outline;
pub mod pdf;
pub mod people;
pub mod png;
pub mod pptx;
mod said;
pub mod svg;
pub mod tables;
pub mod watch;
pub mod xlsx;

use std::borrow::Cow;
use std::sync::Arc;

use jiff::civil::Date;

use crate::file::package;
use crate::i18n::Words;
use crate::insight::plot::{self, Given, Kind};
use crate::layout::paper::Page;
use crate::layout::sheets::{self, NoSheets, Sheets};
use crate::layout::{self, Images};
use crate::model::{JourneyMap, Language, Theme};
use crate::scene::{Item, Scene};
use crate::text::Typesetter;
use crate::words;
pub use format::Format;
use include::LeftOut;
use tables::List;
use watch::{Stopped, Watch};

/// What a picture shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Contents {
    /// The map.
    #[default]
    Map,
    /// What is to be done about it, on one page.
    Actions,
    /// Its lanes and steps with nothing in them, for a workshop on paper.
    Grid,
}

impl Contents {
    /// All of them, in the order of the interface.
    pub const ALL: [Self; 3] = [Self::Map, Self::Actions, Self::Grid];

    /// Its name on the command line.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Map => "map",
            Self::Actions => "actions",
            Self::Grid => "grid",
        }
    }

    /// The one with this name on the command line.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|contents| contents.code() == code)
    }

    /// What it is called in the interface.
    pub fn name(self, words: &Words) -> String {
        match self {
            Self::Map => words!(words, "contents-map"),
            Self::Actions => words!(words, "contents-actions"),
            Self::Grid => words!(words, "contents-grid"),
        }
    }
}

/// How a map leaves.
#[derive(Debug, Clone, PartialEq)]
pub struct ExportOptions {
    /// Colours; none: the map's own.
    pub theme: Option<Theme>,
    /// Language of the words that the map doesn't say itself; none: the map's own.
    pub language: Option<Language>,
    /// Pixels for each unit of the map, or for each 1/96 inch of paper, for formats of pixels; above 0.
    pub scale: f64,
    /// Without a background.
    pub transparent: bool,
    /// Letters as outlines.
    pub text_as_paths: bool,
    /// With hidden lanes, and collapsed ones opened; without it nothing of a hidden lane leaves, but for a package.
    pub all: bool,
    /// What of the map, for formats that show pictures alone.
    pub contents: Contents,
    /// What of it stays behind.
    pub left_out: LeftOut,
    /// With a page for each plot that has something to show, after the map, for formats of pages.
    pub plots: bool,
    /// With the notes on a page after the map, for formats of pages.
    pub notes: bool,
    /// A plot of the map instead of the map, for formats that are pictures.
    pub plot: Option<Kind>,
    /// The map that a plot compares with.
    pub against: Option<Arc<JourneyMap>>,
    /// The day on which evidence counts as stale; without one none does.
    pub today: Option<Date>,
    /// Which list, for formats of one table; none: the map as it looks.
    pub list: Option<List>,
    /// The paper, for formats that can be as large; none: the picture's own size.
    pub page: Option<Page>,
}

impl Default for ExportOptions {
    fn default() -> Self {
        Self {
            theme: None,
            language: None,
            scale: 2.0,
            transparent: false,
            text_as_paths: false,
            all: false,
            contents: Contents::Map,
            left_out: LeftOut::default(),
            plots: false,
            notes: false,
            plot: None,
            against: None,
            today: None,
            list: None,
            page: None,
        }
    }
}

/// Why a map can't leave in a format.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// No SVG.
    #[error(transparent)]
    Svg(#[from] svg::SvgError),
    /// No PNG.
    #[error(transparent)]
    Png(#[from] png::PngError),
    /// No PDF.
    #[error(transparent)]
    Pdf(#[from] pdf::PdfError),
    /// No workbook.
    #[error(transparent)]
    Xlsx(#[from] xlsx::XlsxError),
    /// No slides.
    #[error(transparent)]
    Pptx(#[from] pptx::PptxError),
    /// No package.
    #[error(transparent)]
    Package(#[from] package::PackageError),
    /// The sheets are too small for it.
    #[error(transparent)]
    Sheets(#[from] NoSheets),
    /// The plot has nothing to show.
    #[error("nothing to plot: {}", .0.name())]
    Nothing(Kind),
    /// It was stopped before its end.
    #[error(transparent)]
    Stopped(#[from] Stopped),
}

impl ExportError {
    /// Whether it was stopped, and nothing went wrong.
    pub const fn is_stop(&self) -> bool {
        matches!(self, Self::Stopped(_) | Self::Png(png::PngError::Stopped(_)))
    }

    /// The error in words: what, and what to do.
    pub fn in_words(&self, words: &Words) -> String {
        let failed = |format: Format, message: String| {
            words!(words, "export-failed", format = format.name(words), message = message)
        };
        match self {
            Self::Png(png::PngError::TooLarge { width, height, greatest }) => words!(
                words,
                "export-too-large",
                width = words.number(*width, 0),
                height = words.number(*height, 0),
                greatest = words.short_number(*greatest),
                dots = words.number((*greatest * 96.0).floor(), 0)
            ),
            Self::Sheets(NoSheets::TooMany { count, possible }) => words!(
                words,
                "export-sheets-too-many",
                count = words.number(*count as f64, 0),
                most = words.number(sheets::MOST_SHEETS as f64, 0),
                possible = words.percent(*possible)
            ),
            Self::Sheets(NoSheets::TooSmall { greatest }) => {
                words!(words, "export-sheet-too-small", greatest = words.percent(*greatest))
            }
            Self::Nothing(kind) => {
                let (plot, need) = (layout::plots::say::title(*kind, words), layout::plots::say::none(*kind, words));
                words!(words, "export-plot-nothing", plot = plot, need = need)
            }
            Self::Png(png::PngError::Scale(_)) => words!(words, "export-scale"),
            Self::Png(error @ png::PngError::Encode(_)) => failed(Format::Png, error.to_string()),
            Self::Png(png::PngError::Stopped(_)) | Self::Stopped(_) => words!(words, "export-stopped"),
            Self::Svg(error) => failed(Format::Svg, error.to_string()),
            Self::Pdf(error) => failed(Format::Pdf, error.to_string()),
            Self::Xlsx(xlsx::XlsxError::TooLong { sheet, letters }) => words!(
                words,
                "export-text-too-long",
                sheet = sheet.as_str(),
                letters = words.number(*letters as f64, 0),
                most = words.number(xlsx::MOST_LETTERS as f64, 0)
            ),
            Self::Pptx(error) => failed(Format::Pptx, error.to_string()),
            Self::Package(error) => failed(Format::Package, error.to_string()),
            Self::Xlsx(error @ xlsx::XlsxError::Made(_)) => failed(Format::Xlsx, error.to_string()),
        }
    }
}

/// A valid map in another format.
///
/// # Errors
/// When the picture is too large for the format, or the painter fails.
pub fn export(
    map: &JourneyMap,
    format: Format,
    options: &ExportOptions,
    images: &dyn Images,
    fonts: &mut Typesetter,
) -> Result<Vec<u8>, ExportError> {
    Leaving::new(map, options, images).bytes(format, fonts)
}

/// For who doesn't watch.
static UNWATCHED: Watch = Watch::new();
/// How much of the work laying out is.
const LAID_OUT: f64 = 0.1;

/// A valid map on its way into several formats: its picture is made once.
pub struct Leaving<'a> {
    map: Cow<'a, JourneyMap>,
    options: &'a ExportOptions,
    images: &'a dyn Images,
    watch: &'a Watch,
    scene: Option<Scene>,
}

impl std::fmt::Debug for Leaving<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Leaving({})", self.map.title)
    }
}

impl<'a> Leaving<'a> {
    /// This map, as the options say.
    pub fn new(map: &'a JourneyMap, options: &'a ExportOptions, images: &'a dyn Images) -> Self {
        Self { map: options.left_out.of(map), options, images, watch: &UNWATCHED, scene: None }
    }

    /// The same, watched from another thread.
    #[must_use]
    pub fn watched(self, watch: &'a Watch) -> Self {
        Self { watch, ..self }
    }

    /// The map in a format.
    ///
    /// # Errors
    /// As [`export`], and when it was stopped.
    pub fn bytes(&mut self, format: Format, fonts: &mut Typesetter) -> Result<Vec<u8>, ExportError> {
        self.part(format, self.options.list, fonts)
    }

    /// The map in a format, or one of its lists where the format holds one table.
    ///
    /// # Errors
    /// As [`Self::bytes`].
    pub fn part(&mut self, format: Format, list: Option<List>, fonts: &mut Typesetter) -> Result<Vec<u8>, ExportError> {
        let (options, watch) = (self.options, self.watch);
        if format.is_picture() {
            if let Some(kind) = options.plot.filter(|kind| plotted(&self.map, *kind, options).lack.is_some()) {
                return Err(ExportError::Nothing(kind));
            }
            self.picture(fonts);
            watch.done(LAID_OUT)?;
        }
        let bytes = match format {
            Format::Svg => {
                let text = if options.text_as_paths { svg::TextMode::Paths } else { svg::TextMode::Embedded };
                let text = svg::svg(self.picture(fonts), &svg::SvgOptions { text, transparent: options.transparent })?;
                text.into_bytes()
            }
            Format::Png => {
                let page = options.page.map(|page| Page { tiled: None, ..page });
                let (scene, sheets) = self.on_paper(page.as_ref(), fonts)?;
                png::png_on(scene, &sheets, options.scale, options.transparent, watch)?
            }
            Format::Pdf => {
                let others = self.others(fonts)?;
                let (scene, sheets) = self.on_paper(options.page.as_ref(), fonts)?;
                let pictures: Vec<(&Scene, &Sheets)> = std::iter::once((scene, &sheets))
                    .chain(others.iter().map(|(scene, sheets)| (scene, sheets)))
                    .collect();
                pdf::pdf_of(&pictures, &pdf::PdfOptions::of(scene))?
            }
            Format::Html => self.page(fonts)?.into_bytes(),
            Format::Pptx => {
                let (words, map) = (self.words(), self.seen());
                let theme = options.theme.unwrap_or(self.map.look.theme);
                let palette = layout::theme::palette_of(theme, &self.map.look);
                let (all, images) = (options.all, self.images);
                let source = pptx::Source { map: &map, words: &words, palette: &palette, images, all };
                let book = pptx::Book { sheet: &xlsx::sheet_of, bytes: &|table| xlsx::plain_table(table).ok() };
                pptx::pptx(source, fonts, book)?
            }
            Format::Xlsx => {
                let map = self.seen();
                let lists = List::ALL.map(|list| list.of(&map, &self.words()));
                let grid = tables::grid(&map, &self.words(), options.all);
                // Sheets are printed and worked in: on paper of its own colour only where that is a brand's.
                let theme = match options.theme.unwrap_or(self.map.look.theme) {
                    Theme::Dark => Theme::Light,
                    theme => theme,
                };
                let palette = layout::theme::palette_of(theme, &self.map.look);
                xlsx::xlsx(&words!(self.words(), "sheet-map"), &grid, &lists, &palette)?
            }
            Format::Csv => match list {
                Some(list) => csv::list(&list.of(&self.seen(), &self.words())),
                None => csv::grid(&tables::grid(&self.seen(), &self.words(), options.all)),
            },
            Format::Markdown => markdown::markdown(&self.seen(), &self.words(), options.all).into_bytes(),
            Format::Mermaid => mermaid::mermaid(&self.seen()).into_bytes(),
            Format::Outline => outline::outline(&self.seen()).into_bytes(),
            Format::Package => {
                package::write(&self.map, &|name| self.images.find(name).map(|found| found.data.to_vec()))?
            }
        };
        watch.done(1.0)?;
        Ok(bytes)
    }

    /// How many pixels it has as a PNG.
    ///
    /// # Errors
    /// When its paper is too small for it.
    pub fn pixels(&mut self, fonts: &mut Typesetter) -> Result<u64, ExportError> {
        let options = self.options;
        let page = options.page.map(|page| Page { tiled: None, ..page });
        let (_, sheets) = self.on_paper(page.as_ref(), fonts)?;
        let size = sheets.size * (sheets.scale * options.scale);
        Ok((size.width.ceil() * size.height.ceil()) as u64)
    }

    /// The letters of the picture that no font has, each once, in the order of reading: boxes stand for them. None in a
    /// format whose letters the reader's own fonts may show.
    pub fn undrawn(&mut self, format: Format, fonts: &mut Typesetter) -> Vec<String> {
        let shapes = match format {
            Format::Png | Format::Pdf => true,
            Format::Svg => self.options.text_as_paths,
            _ => false,
        };
        let mut undrawn: Vec<String> = Vec::new();
        if shapes {
            self.picture(fonts).walk(&mut |item| {
                let Item::Text(text) = item else { return };
                for run in &text.line.runs {
                    let boxes = run.glyphs.iter().filter(|glyph| glyph.id == 0);
                    for letter in boxes.filter_map(|glyph| text.line.text.get(glyph.range.clone())) {
                        let joins = |c: char| matches!(c, '\u{200B}'..='\u{200F}' | '\u{FE00}'..='\u{FE0F}');
                        let letter = letter.trim_matches(joins);
                        if !letter.is_empty() && undrawn.iter().all(|known| known != letter) {
                            undrawn.push(letter.to_owned());
                        }
                    }
                }
            });
        }
        undrawn
    }

    /// The language that it leaves in.
    fn words(&self) -> Words {
        Words::new(self.options.language.unwrap_or(self.map.language))
    }

    /// The map for formats that say what is in it; pictures leave out themselves what is hidden. A package holds all of it.
    fn seen(&self) -> Cow<'_, JourneyMap> {
        if self.options.all { Cow::Borrowed(&*self.map) } else { include::seen(&self.map) }
    }

    /// The page of the map, in every theme that its reader may choose.
    fn page(&mut self, fonts: &mut Typesetter) -> Result<String, ExportError> {
        let (whole, all, own) = (self.map.clone(), self.options.all, self.theme());
        let (whole, map) = (&*whole, &self.seen().into_owned());
        let words = self.words();
        let (first, second) = html::themes(own);
        let other = if own == first { second } else { Some(first) }.map(|theme| self.laid_out(theme, fonts));
        let picture = self.picture(fonts);
        let (picture, dark) = match &other {
            Some(light) if own != first => (light, Some(picture)),
            dark => (picture, dark.as_ref()),
        };
        Ok(html::html(&html::Page { map, whole, words: &words, picture, dark, theme: own, all })?)
    }

    fn theme(&self) -> Theme {
        self.options.theme.unwrap_or(self.map.look.theme)
    }

    fn laid_out(&self, theme: Theme, fonts: &mut Typesetter) -> Scene {
        let words = self.words();
        let options = layout::Options { theme, words: &words, all: self.options.all, images: self.images };
        layout::lay_out(&self.map, &options, fonts)
    }

    /// What comes after the picture: plots and notes, each on a page of its own.
    fn others(&self, fonts: &mut Typesetter) -> Result<Vec<(Scene, Sheets)>, NoSheets> {
        let (options, words, seen) = (self.options, self.words(), self.seen());
        let palette = layout::theme::palette_of(self.theme(), &self.map.look);
        let mut scenes = Vec::new();
        if options.plots && options.plot.is_none() && options.contents == Contents::Map {
            let given = Given { against: options.against.as_deref(), today: options.today, ..Given::default() };
            let look = layout::plots::Look {
                palette: &palette,
                words: &words,
                language: words.language(),
                map: &self.map.title,
            };
            let plots = Kind::ALL.into_iter().map(|kind| plot::plot(kind, &seen, &given));
            scenes
                .extend(plots.filter(|plot| plot.lack.is_none()).map(|plot| layout::plots::scene(&plot, &look, fonts)));
        }
        if options.notes && options.plot.is_none() && layout::notes::has_notes(&self.map) {
            let how = layout::Options { theme: self.theme(), words: &words, all: options.all, images: self.images };
            scenes.push(layout::notes::scene(&self.map, &how, fonts));
        }
        let page = options.page.map(|page| Page { tiled: None, ..page });
        let look = sheets::Look { palette: &palette, words: &words };
        let on = |scene: Scene| sheets::sheets(&scene, page.as_ref(), &look, fonts).map(|sheets| (scene, sheets));
        scenes.into_iter().map(on).collect()
    }

    /// The picture, and the sheets that it is on.
    fn on_paper(&mut self, page: Option<&Page>, fonts: &mut Typesetter) -> Result<(&Scene, Sheets), NoSheets> {
        let options = ExportOptions { page: page.copied(), ..self.options.clone() };
        let map = self.map.clone();
        let scene = self.picture(fonts);
        let sheets = on_paper(&map, &options, scene, fonts)?;
        Ok((scene, sheets))
    }

    /// The picture of the map as it leaves.
    fn picture(&mut self, fonts: &mut Typesetter) -> &Scene {
        let Self { map, options, images, scene, .. } = self;
        scene.get_or_insert_with(|| picture(map, options, *images, fonts))
    }
}

/// The sheets that the picture of a map is on, as the options say.
///
/// # Errors
/// When they are too small for it.
pub fn on_paper(
    map: &JourneyMap,
    options: &ExportOptions,
    scene: &Scene,
    fonts: &mut Typesetter,
) -> Result<Sheets, NoSheets> {
    let words = Words::new(options.language.unwrap_or(map.language));
    let palette = layout::theme::palette_of(options.theme.unwrap_or(map.look.theme), &map.look);
    sheets::sheets(scene, options.page.as_ref(), &sheets::Look { palette: &palette, words: &words }, fonts)
}

/// The picture of a map, or of a plot of it, as the options say.
pub fn picture(map: &JourneyMap, options: &ExportOptions, images: &dyn Images, fonts: &mut Typesetter) -> Scene {
    let map = &*options.left_out.of(map);
    let language = options.language.unwrap_or(map.language);
    let words = Words::new(language);
    let theme = options.theme.unwrap_or(map.look.theme);
    let Some(kind) = options.plot else {
        let how = layout::Options { theme, words: &words, all: options.all, images };
        return match options.contents {
            Contents::Map => layout::lay_out(map, &how, fonts),
            Contents::Actions => layout::actions::scene(map, &how, fonts),
            Contents::Grid => layout::blank::scene(map, &how, fonts),
        };
    };
    let palette = layout::theme::palette_of(theme, &map.look);
    let look = layout::plots::Look { palette: &palette, words: &words, language, map: &map.title };
    layout::plots::scene(&plotted(map, kind, options), &look, fonts)
}

/// A plot of a map as it leaves: without what is hidden.
fn plotted(map: &JourneyMap, kind: Kind, options: &ExportOptions) -> plot::Plot {
    let given = Given { against: options.against.as_deref(), today: options.today, ..Given::default() };
    let seen = if options.all { Cow::Borrowed(map) } else { include::seen(map) };
    plot::plot(kind, &seen, &given)
}

/// The formats that a list of what changed between two maps can be saved in: their endings, the usual one first.
pub const COMPARISON_ENDINGS: [&str; 3] = ["csv", "html", "md"];

/// What changed between two maps as a file with one of [`COMPARISON_ENDINGS`]; none for another one.
pub fn comparison_file(list: &comparison::Listed, ending: &str, title: &str, words: &Words) -> Option<Vec<u8>> {
    match ending.to_lowercase().as_str() {
        "csv" => Some(csv::list(&list.as_table(title.to_owned()))),
        "html" => Some(list.as_page(title, words.language()).into_bytes()),
        "md" => Some(list.as_markdown().into_bytes()),
        _ => None,
    }
}
