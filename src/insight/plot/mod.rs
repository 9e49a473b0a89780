//! Plots as data: axes, series, bands, marks and a table of figures worked out from a map.
//!
//! A plot is described once here and painted wherever it is shown: in the window, on paper, on a slide. It bears no words
//! but those of the map and [`Label`]s that a painter says in its language. Must not know pixels, colours or languages.

mod catalogue;
mod channels;
mod compared;
mod emotion;
mod evidence;
mod journey;
mod kept;
mod label;
mod load;
mod metrics;
mod opportunities;
mod pain;
mod remembered;
mod smooth;
mod table;
mod time;
mod touchpoints;

use jiff::civil::Date;

pub use catalogue::Kind;
pub use label::{Label, Word, Worked};
pub use table::{About, Cell, Row, Table};

use crate::insight::compare::ByHand;
use crate::model::JourneyMap;

/// What a plot needs besides the map.
#[derive(Debug, Clone, Copy, Default)]
pub struct Given<'a> {
    /// The map that this one is compared with: the journey designed, where this one is today's.
    pub against: Option<&'a JourneyMap>,
    /// Whether that map is the later one; none: by their states and days.
    pub against_is_after: Option<bool>,
    /// Which steps and personas of the earlier and of the later map somebody said belong together.
    pub by_hand: Option<&'a ByHand>,
    /// The day on which evidence counts as stale; without one none does.
    pub today: Option<Date>,
}

/// A plot of a map.
pub fn plot(kind: Kind, map: &JourneyMap, given: &Given<'_>) -> Plot {
    match kind {
        Kind::Emotion => emotion::emotion(map),
        Kind::Remembered => remembered::remembered(map),
        Kind::Compared => compared::compared(map, given),
        Kind::PainPoints => pain::pain_points(map),
        Kind::Priorities => pain::priorities(map),
        Kind::Matrix => opportunities::matrix(map),
        Kind::Opportunities => opportunities::scores(map),
        Kind::Kept => kept::kept(map),
        Kind::Channels => channels::channels(map),
        Kind::Consistency => channels::consistency(map),
        Kind::CarryOver => channels::carry_over(map),
        Kind::Touchpoints => touchpoints::touchpoints(map),
        Kind::Metrics => metrics::metrics(map),
        Kind::Evidence => evidence::evidence(map, given.today),
        Kind::Time => time::time(map),
        Kind::Load => load::load(map),
    }
}

/// How a number is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// As short as it can be said exactly, up to two places.
    Plain,
    /// With so many places.
    Places(usize),
    /// With its sign, and so many places.
    Signed(usize),
    /// A share 0…1 as a percentage.
    Percent,
    /// A difference of shares −1…1 in percentage points.
    PercentPoints,
    /// Minutes as hours and minutes.
    Minutes,
    /// Minutes, all in one unit: those of an axis are compared.
    In(TimeUnit),
}

/// A unit that minutes are said in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeUnit {
    /// 1 minute.
    Minutes,
    /// 60 minutes.
    Hours,
    /// 1440 minutes.
    Days,
}

impl TimeUnit {
    /// The greatest one of which a distance between ticks is a whole number.
    fn of_distance(minutes: f64) -> Self {
        match minutes {
            1440.0.. => Self::Days,
            60.0.. => Self::Hours,
            _ => Self::Minutes,
        }
    }

    /// How many minutes it has.
    pub const fn minutes(self) -> f64 {
        match self {
            Self::Minutes => 1.0,
            Self::Hours => 60.0,
            Self::Days => 1440.0,
        }
    }
}

/// Where an axis bears marks.
#[derive(Debug, Clone, PartialEq)]
pub enum Ticks {
    /// At every multiple of the distance.
    Every {
        /// Distance of two ticks, above 0.
        distance: f64,
        /// How their numbers are said.
        scale: Scale,
    },
    /// These names: across at 0, 1, 2, …; upright at 0, −1, −2, …, from the top.
    Names(Vec<Label>),
    /// None.
    Nothing,
}

/// One axis of a plot.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    /// What it measures, with its unit; none where the names say it.
    pub label: Option<Word>,
    /// The least value shown.
    pub low: f64,
    /// The greatest value shown; above `low`.
    pub high: f64,
    /// Where it bears marks.
    pub ticks: Ticks,
}

impl Axis {
    /// The steps of a map, across.
    pub(super) fn steps(map: &JourneyMap) -> Self {
        let names: Vec<Label> = map.steps().map(|(_, step)| Label::step(step)).collect();
        Self::across(Word::Steps, names)
    }

    /// Names across.
    pub(super) fn across(label: Word, names: Vec<Label>) -> Self {
        let high = names.len().max(1) as f64 - 0.5;
        Self { label: Some(label), low: -0.5, high, ticks: Ticks::Names(names) }
    }

    /// Names from the top down.
    pub(super) fn down(names: Vec<Label>) -> Self {
        let low = 0.4 - names.len().max(1) as f64;
        Self { label: None, low, high: 0.6, ticks: Ticks::Names(names) }
    }

    /// Emotion scores.
    pub(super) const fn score() -> Self {
        let ticks = Ticks::Every { distance: 1.0, scale: Scale::Signed(0) };
        Self { label: Some(Word::ScoreAxis), low: -2.35, high: 2.35, ticks }
    }

    /// Emotion scores with room above the best one, where the names of regions stand.
    pub(super) fn score_below_names() -> Self {
        Self { high: 2.75, ..Self::score() }
    }

    /// Figures from 0 to a little above the greatest, with at most five ticks.
    pub(super) fn from_zero(label: Word, greatest: f64, room: f64, scale: Scale) -> Self {
        let high = if greatest > 0.0 { greatest * room } else { 1.0 };
        let distance = distance(high, scale);
        let scale = if scale == Scale::Minutes { Scale::In(TimeUnit::of_distance(distance)) } else { scale };
        Self { label: Some(label), low: 0.0, high, ticks: Ticks::Every { distance, scale } }
    }
}

/// A round distance that divides a range from 0 into two to six parts.
fn distance(greatest: f64, scale: Scale) -> f64 {
    const STEPS: [f64; 3] = [1.0, 2.0, 5.0];
    if scale == Scale::Minutes {
        let known = [1.0, 5.0, 10.0, 15.0, 30.0, 60.0, 120.0, 240.0, 480.0, 1440.0, 2880.0, 7200.0, 14_400.0];
        if let Some(found) = known.into_iter().find(|distance| greatest / distance <= 6.0) {
            return found;
        }
    }
    let mut size = 0.01;
    while size < 1e12 {
        if let Some(found) = STEPS.into_iter().map(|step| step * size).find(|distance| greatest / distance <= 6.0) {
            return found;
        }
        size *= 10.0;
    }
    size
}

/// Which colour of the theme a thing has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hue {
    /// The persona's that stands at this place of the palette; also of other things of which there are several.
    Persona(usize),
    /// That of pain.
    Pain,
    /// That of opportunity.
    Opportunity,
    /// That of estimates, and of what is only there to compare.
    Estimate,
    /// That of plain text.
    Plain,
    /// That of text of less weight.
    Weak,
}

/// Which of the two vertical axes counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The one at the left.
    Left,
    /// The one at the right.
    Right,
}

/// A stretch of a line.
#[derive(Debug, Clone, PartialEq)]
pub struct Stretch {
    /// The points that it leads through, from left to right.
    pub points: Vec<(f64, f64)>,
    /// Slope at each point where the stretch is drawn as a monotone curve; empty: straight lines.
    pub slopes: Vec<f64>,
    /// Not supported by evidence: drawn with dashes.
    pub dashed: bool,
}

impl Stretch {
    /// Straight lines.
    pub(super) const fn straight(points: Vec<(f64, f64)>, dashed: bool) -> Self {
        Self { points, slopes: Vec::new(), dashed }
    }
}

/// A line.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// What it is called.
    pub name: Label,
    /// Its colour.
    pub hue: Hue,
    /// The axis it is read on.
    pub side: Side,
    /// Its stretches; between two of them there is a gap unless they meet.
    pub stretches: Vec<Stretch>,
    /// It is only there to compare: a thin line.
    pub thin: bool,
}

/// An area between two lines.
#[derive(Debug, Clone, PartialEq)]
pub struct Band {
    /// Its colour.
    pub hue: Hue,
    /// (x, low, high) from left to right.
    pub points: Vec<(f64, f64, f64)>,
    /// Its edges are as smooth as a curve.
    pub smooth: bool,
}

/// A stretch of the x axis with words over it.
#[derive(Debug, Clone, PartialEq)]
pub struct Region {
    /// Where it begins.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
    /// What stands at its upper edge, line by line.
    pub lines: Vec<Label>,
    /// The colour of its ground; none: it only has an edge.
    pub hue: Option<Hue>,
}

/// Words in a corner of a part of the plot.
#[derive(Debug, Clone, PartialEq)]
pub struct Caption {
    /// Where.
    pub x: f64,
    /// Where.
    pub y: f64,
    /// To which side of that place the words stand: −1 left, 1 right.
    pub side: i8,
    /// Above (1) or below (−1) that place.
    pub above: i8,
    /// What it says.
    pub label: Label,
}

/// How a mark is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Shape {
    /// A face or a dot; smaller where not validated.
    Point {
        /// Supported by evidence.
        validated: bool,
    },
    /// A dot.
    Dot {
        /// Only its edge.
        hollow: bool,
    },
    /// A small diamond.
    Diamond,
    /// A circle whose area is `area` parts of the greatest one of the plot, 0…1.
    Bubble {
        /// 0…1.
        area: f64,
    },
    /// A disc of one size, with its words in it.
    Badge,
    /// An upright bar up to the mark.
    Bar {
        /// Where it begins, on the y axis.
        from: f64,
        /// In units of the x axis.
        width: f64,
    },
    /// A bar from the left up to the mark.
    Row {
        /// Where it begins, on the x axis.
        from: f64,
        /// In units of the y axis.
        width: f64,
    },
    /// A thin line across the mark from left to right.
    Across {
        /// Where it begins, on the x axis.
        from: f64,
        /// Where it ends.
        to: f64,
    },
    /// A thin line through the mark from below to above.
    Upright {
        /// Where it begins, on the y axis.
        from: f64,
        /// Where it ends.
        to: f64,
    },
    /// A short strong line across a column: what was expected, a target.
    Level {
        /// In units of the x axis.
        width: f64,
    },
    /// A short strong line across a row: a target.
    Post {
        /// In units of the y axis.
        width: f64,
    },
}

/// A single thing to look at, and, where it stands for a row of the table, to point at and to select.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Where on the x axis.
    pub x: f64,
    /// Where on the left y axis.
    pub y: f64,
    /// How it is drawn.
    pub shape: Shape,
    /// Its colour.
    pub hue: Hue,
    /// What stands at it.
    pub label: Option<Label>,
    /// The row of the table that it stands for.
    pub row: Option<usize>,
    /// It has its full colour; others are paler.
    pub strong: bool,
}

impl Mark {
    /// A mark without words that stands for nothing.
    pub(super) const fn new(x: f64, y: f64, shape: Shape, hue: Hue) -> Self {
        Self { x, y, shape, hue, label: None, row: None, strong: true }
    }

    /// With words at it.
    #[must_use]
    pub(super) fn saying(self, label: Label) -> Self {
        Self { label: Some(label), ..self }
    }

    /// Standing for a row of the table.
    #[must_use]
    pub(super) const fn row(mut self, row: usize) -> Self {
        self.row = Some(row);
        self
    }

    /// With its full colour, or paler.
    #[must_use]
    pub(super) const fn strong(mut self, strong: bool) -> Self {
        self.strong = strong;
        self
    }
}

/// What a line of the legend shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sample {
    /// A line.
    Line,
    /// A dashed line.
    Dashed,
    /// An area.
    Area,
    /// A dot.
    Dot,
    /// A circle.
    Ring,
    /// A diamond.
    Diamond,
    /// A short line lying.
    Level,
    /// The same at the end of a dotted line: what was expected.
    Expected,
    /// A short line standing.
    Post,
}

/// A line of the legend.
#[derive(Debug, Clone, PartialEq)]
pub struct Key {
    /// What it means.
    pub name: Label,
    /// Its colour.
    pub hue: Hue,
    /// What it looks like.
    pub sample: Sample,
    /// It has its full colour; others are as pale as the marks they stand for.
    pub strong: bool,
}

impl Key {
    pub(super) const fn new(name: Label, hue: Hue, sample: Sample) -> Self {
        Self { name, hue, sample, strong: true }
    }

    /// With its full colour, or paler.
    #[must_use]
    pub(super) const fn strong(mut self, strong: bool) -> Self {
        self.strong = strong;
        self
    }

    pub(super) const fn word(name: Word, hue: Hue, sample: Sample) -> Self {
        Self::new(Label::Word(name), hue, sample)
    }
}

/// Why a plot shows nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    /// The figures that it is made of.
    Figures,
    /// The map to compare with.
    Against,
}

/// A picture of figures.
#[derive(Debug, Clone, PartialEq)]
pub struct Plot {
    /// Which one it is.
    pub kind: Kind,
    /// Across.
    pub x: Axis,
    /// Up, at the left.
    pub y: Axis,
    /// Up, at the right.
    pub right: Option<Axis>,
    /// Stretches of the x axis, behind everything.
    pub regions: Vec<Region>,
    /// Behind the lines.
    pub bands: Vec<Band>,
    /// The lines.
    pub series: Vec<Series>,
    /// In front, in reading order.
    pub marks: Vec<Mark>,
    /// Words in its corners.
    pub captions: Vec<Caption>,
    /// What its colours and shapes mean.
    pub legend: Vec<Key>,
    /// Figures of the whole, to stand beside it.
    pub notes: Vec<Label>,
    /// Its marks bear numbers, which a list beside it explains.
    pub numbered: bool,
    /// What stands under its columns where their names have no room; empty: their places, from 1.
    pub short: Vec<Label>,
    /// Its figures.
    pub table: Table,
    /// Of how many these marks are the foremost, where there are more than a plot can show; none: it shows all.
    pub foremost_of: Option<usize>,
    /// What is missing, where there is nothing to see.
    pub lack: Option<Lack>,
}

impl Plot {
    /// A plot without anything in it.
    pub(super) fn new(kind: Kind, x: Axis, y: Axis, table: Table) -> Self {
        Self {
            kind,
            x,
            y,
            right: None,
            regions: Vec::new(),
            bands: Vec::new(),
            series: Vec::new(),
            marks: Vec::new(),
            captions: Vec::new(),
            legend: Vec::new(),
            notes: Vec::new(),
            numbered: false,
            short: Vec::new(),
            table,
            foremost_of: None,
            lack: None,
        }
    }

    /// The same, saying that its figures are missing where it has no mark.
    #[must_use]
    pub(super) fn finished(mut self) -> Self {
        if self.marks.is_empty() && self.lack.is_none() {
            self.lack = Some(Lack::Figures);
        }
        self
    }

    /// Whether names stand at its left, from the top down.
    pub const fn has_rows(&self) -> bool {
        matches!(self.y.ticks, Ticks::Names(_))
    }
}
