//! Colours and measures of the picture: a table a theme, so that a theme is data; a brand's table is made of its colours.
//!
//! **Which theme where.** A map has a theme of its own ([`crate::model::Look`]): exports, the command line and the canvas
//! show it, since the canvas is what will be exported. The window has another one for itself, and a setting by which the
//! canvas follows the window instead; a window of high contrast shows maps so in any case, because whoever asks for it
//! needs it on the map first of all. What isn't colour (size of words, density, style of cards, logo) belongs to the map
//! alone and is the same under every theme.
//!
//! Every pair of text and ground that the picture uses reaches AA (4.5:1), whatever the colours of a brand;
//! `tests/core/theme.rs` holds that.

mod brand;
mod tables;

use std::borrow::Cow;

pub use brand::{Adjusted, BrandRole, branded};

use crate::model::{Density, Look, Phase, Theme};
use crate::scene::Color;

/// Colours of a theme.
#[derive(Debug, Clone, PartialEq)]
pub struct Palette {
    /// The paper.
    pub paper: Color,
    /// Ground of the emotion curve, a shade off the paper.
    pub plot: Color,
    /// Ground of cards that mean nothing by colour.
    pub card: Color,
    /// Edge of such cards.
    pub card_edge: Color,
    /// Ground of plain words.
    pub quiet: Color,
    /// Words.
    pub text: Color,
    /// Words of less weight.
    pub weak: Color,
    /// Lines between rows.
    pub rule: Color,
    /// Lines of a scale.
    pub grid: Color,
    /// The zero line.
    pub zero: Color,
    /// Words on `text` as ground.
    pub on_text: Color,
    /// The title, and the marks of moments of truth.
    pub accent: Color,
    /// Words on `accent` as ground.
    pub on_accent: Color,
    /// Before, during, after; then stages without a phase.
    pub phases: [PhaseColors; 4],
    /// One hue a persona, in order.
    pub personas: [Color; 8],
    /// Pain: bar, words, ground, and a mark that stands alone.
    pub pain: Tone,
    /// Opportunity.
    pub opportunity: Tone,
    /// Estimates.
    pub estimate: Color,
    /// The uncertain part of estimates.
    pub estimate_faint: Color,
    /// The lowest point's label.
    pub lowest: Color,
    /// Words on it.
    pub on_lowest: Color,
    /// Column of a moment of truth.
    pub moment: Color,
    /// Own colours of cards and lanes: grounds that `text` is readable on.
    pub tints: [Color; 8],
    /// Width of the edges of cards.
    pub edge: f64,
    /// What elsewhere only has a ground of its colour has an edge too.
    pub edged: bool,
    /// Nothing is told by colour: dashes, patterns and shapes tell personas, phases and own colours apart.
    pub patterns: bool,
}

/// Colours of a phase.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PhaseColors {
    /// The bar over it.
    pub bar: Color,
    /// Its words and icons.
    pub text: Color,
    /// Ground of its stages.
    pub tint: Color,
}

/// Colours of a card that means something.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tone {
    /// Its bar and marks.
    pub bar: Color,
    /// Its figures.
    pub text: Color,
    /// Its ground.
    pub tint: Color,
}

/// How much of its colour a lane's ground has.
const LANE: u8 = 110;
/// How much of the words' colour plain words' ground has where it isn't on paper.
const QUIET: u8 = 11;

/// The colours of a theme; those of a brand without colours of its own are the light ones.
pub fn palette(theme: Theme) -> &'static Palette {
    match theme {
        Theme::Light | Theme::Brand => &tables::LIGHT,
        Theme::Dark => &tables::DARK,
        Theme::HighContrast => &tables::HIGH_CONTRAST,
        Theme::Print => &tables::PRINT,
    }
}

/// The colours of a theme for a map that looks so.
pub fn palette_of(theme: Theme, look: &Look) -> Cow<'static, Palette> {
    match theme {
        Theme::Brand => Cow::Owned(branded(&look.brand).0),
        Theme::Light | Theme::Dark | Theme::HighContrast | Theme::Print => Cow::Borrowed(palette(theme)),
    }
}

/// Paper darker than this, in relative luminance, is ink all over once it is printed.
const INKY: f64 = 0.4;

/// The theme in which a map of this look is printed where nothing else is asked for: its own, unless that fills the sheet
/// with ink.
pub fn on_paper(look: &Look) -> Theme {
    let is_inky = palette_of(look.theme, look).paper.luminance() < INKY;
    if is_inky { Theme::Light } else { look.theme }
}

/// Space around things.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Space {
    /// Above and below the cards of a row.
    pub row: f64,
    /// Between cards.
    pub gap: f64,
    /// Inside cards, above and below, besides the usual.
    pub inside: f64,
}

impl Space {
    /// The space of a density.
    pub const fn of(density: Density) -> Self {
        match density {
            Density::Compact => Self { row: 8.0, gap: 4.0, inside: -2.0 },
            Density::Normal => Self { row: ROW_PADDING, gap: CARD_GAP, inside: 0.0 },
            Density::Roomy => Self { row: 18.0, gap: 10.0, inside: 4.0 },
        }
    }
}

impl Palette {
    /// Colours of a phase, or of a stage without one.
    pub const fn phase(&self, phase: Option<Phase>) -> PhaseColors {
        match phase {
            Some(Phase::PrePurchase) => self.phases[0],
            Some(Phase::Purchase) => self.phases[1],
            Some(Phase::PostPurchase) => self.phases[2],
            None => self.phases[3],
        }
    }

    /// Colour of the persona that stands at `index`, or has chosen `own`.
    pub fn persona(&self, index: usize, own: Option<u8>) -> Color {
        let index = own.map_or(index, usize::from);
        self.personas[index % self.personas.len()]
    }

    /// Ground of a lane of its own colour, or the paper.
    pub fn lane(&self, color: Option<u8>) -> Color {
        color.map_or(self.paper, |index| self.tint(index).with_alpha(LANE).over(self.paper))
    }

    /// Ground of plain words in a lane: a shade off what they lie on, in the column of a moment of truth as well.
    pub fn quiet_on(&self, lane: Option<u8>, moment: bool) -> Color {
        let ground = self.lane(lane);
        match (lane, moment) {
            (None, false) => self.quiet,
            (_, false) => self.text.with_alpha(QUIET).over(ground),
            (_, true) => self.text.with_alpha(QUIET).over(self.moment.over(ground)),
        }
    }

    /// An own colour of a card or lane.
    pub fn tint(&self, index: u8) -> Color {
        self.tints[usize::from(index) % self.tints.len()]
    }
}

/// Alpha of the band around a curve.
pub const BAND: u8 = 38;
/// Paper around the picture.
pub const MARGIN: f64 = 28.0;
/// Left edge of the first column.
pub const CELLS_LEFT: f64 = 168.0;
/// Width of a column where the step says nothing else.
pub const COLUMN: f64 = 160.0;
/// Space between columns.
pub const GUTTER: f64 = 16.0;
/// Space above and below the cards of a row, as usual.
pub const ROW_PADDING: f64 = 12.0;
/// Space between cards, as usual.
pub const CARD_GAP: f64 = 6.0;
/// Space inside a card, left and right.
pub const CARD_PADDING: f64 = 12.0;
/// Least width of a picture.
pub const LEAST_WIDTH: f64 = 760.0;
