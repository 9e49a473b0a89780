//! Colours and measures of the picture: two tables, so that a theme is data.
//!
//! Every pair of text and ground that the picture uses reaches AA (4.5:1); `tests/core/theme.rs` holds that.

use crate::model::{Phase, Theme};
use crate::scene::Color;

/// Colours of a theme.
#[derive(Debug, Clone)]
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
#[derive(Debug, Clone, Copy)]
pub struct Tone {
    /// Its bar and marks.
    pub bar: Color,
    /// Its figures.
    pub text: Color,
    /// Its ground.
    pub tint: Color,
}

const fn phase(bar: u32, text: u32, tint: u32) -> PhaseColors {
    PhaseColors { bar: Color::hex(bar), text: Color::hex(text), tint: Color::hex(tint) }
}

const fn tone(bar: u32, text: u32, tint: u32) -> Tone {
    Tone { bar: Color::hex(bar), text: Color::hex(text), tint: Color::hex(tint) }
}

static LIGHT: Palette = Palette {
    paper: Color::hex(0xfcfbf8),
    plot: Color::hex(0xffffff),
    card: Color::hex(0xffffff),
    card_edge: Color::hex(0xe2dfd6),
    quiet: Color::hex(0xf4f2ec),
    text: Color::hex(0x191b2a),
    weak: Color::hex(0x5b6070),
    rule: Color::hex(0xebe8e0),
    grid: Color::hex(0xe9e8e4),
    zero: Color::hex(0xa7a6a2),
    on_text: Color::hex(0xffffff),
    phases: [
        phase(0x6e76dd, 0x3a41b5, 0xeeeffc),
        phase(0xd99136, 0x874900, 0xfbf0e1),
        phase(0x2ba893, 0x06635a, 0xe2f4ef),
        phase(0x9a9cab, 0x4b4f5e, 0xf0eff0),
    ],
    personas: [
        Color::hex(0x3d46c8),
        Color::hex(0xa3166f),
        Color::hex(0x94480a),
        Color::hex(0x00695f),
        Color::hex(0x7a2fb8),
        Color::hex(0x0a6291),
        Color::hex(0x5b6100),
        Color::hex(0x44546a),
    ],
    pain: tone(0xd64550, 0xa0141f, 0xfdeeed),
    opportunity: tone(0x2f9e68, 0x115c39, 0xe7f5ec),
    estimate: Color::hex(0xc9ccd3),
    estimate_faint: Color::hex(0xe6e7ea),
    lowest: Color::hex(0xa91b26),
    on_lowest: Color::hex(0xffffff),
    moment: Color::hex(0x191b2a).with_alpha(9),
    tints: [
        Color::hex(0xfdf3c4),
        Color::hex(0xfde3cf),
        Color::hex(0xfbdfe6),
        Color::hex(0xeee2fa),
        Color::hex(0xdfe6fc),
        Color::hex(0xd8eef6),
        Color::hex(0xdff2e1),
        Color::hex(0xe9e9e6),
    ],
};

static DARK: Palette = Palette {
    paper: Color::hex(0x15171c),
    plot: Color::hex(0x1a1d24),
    card: Color::hex(0x22252e),
    card_edge: Color::hex(0x363b47),
    quiet: Color::hex(0x1e2129),
    text: Color::hex(0xeceef4),
    weak: Color::hex(0xa8aebd),
    rule: Color::hex(0x262a33),
    grid: Color::hex(0x2a2e38),
    zero: Color::hex(0x6a6f7d),
    on_text: Color::hex(0x15171c),
    phases: [
        phase(0x6e76dd, 0xa9adff, 0x252741),
        phase(0xd99136, 0xffb866, 0x3a2b17),
        phase(0x2ba893, 0x62dcc6, 0x17332f),
        phase(0x7d8190, 0xc3c7d3, 0x292c34),
    ],
    personas: [
        Color::hex(0xa5a9ff),
        Color::hex(0xff9bd0),
        Color::hex(0xffb872),
        Color::hex(0x62dcc6),
        Color::hex(0xd3a4ff),
        Color::hex(0x7cc7f2),
        Color::hex(0xd2d96a),
        Color::hex(0xbcc8d9),
    ],
    pain: tone(0xd9474f, 0xff9d9d, 0x38201f),
    opportunity: tone(0x2f9e68, 0x86dfae, 0x1b3026),
    estimate: Color::hex(0x3b404c),
    estimate_faint: Color::hex(0x282c35),
    lowest: Color::hex(0xff8f8f),
    on_lowest: Color::hex(0x1c1012),
    moment: Color::hex(0xffffff).with_alpha(10),
    tints: [
        Color::hex(0x3f391b),
        Color::hex(0x432d1c),
        Color::hex(0x43232d),
        Color::hex(0x35264a),
        Color::hex(0x262f52),
        Color::hex(0x1b3a47),
        Color::hex(0x1f3b26),
        Color::hex(0x34363c),
    ],
};

/// How much of its colour a lane's ground has.
const LANE: u8 = 110;
/// How much of the words' colour plain words' ground has where it isn't on paper.
const QUIET: u8 = 11;

/// The colours of a theme.
pub fn palette(theme: Theme) -> &'static Palette {
    match theme {
        Theme::Light => &LIGHT,
        Theme::Dark => &DARK,
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
/// Space above and below the cards of a row.
pub const ROW_PADDING: f64 = 12.0;
/// Space between cards.
pub const CARD_GAP: f64 = 6.0;
/// Space inside a card, left and right.
pub const CARD_PADDING: f64 = 12.0;
/// Least width of a picture.
pub const LEAST_WIDTH: f64 = 760.0;
