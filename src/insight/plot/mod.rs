//! Plots as data: axes, series, bands and marks worked out from a map.
//!
//! A plot is described once here and painted wherever it is shown: in the window, on paper, on a slide. It bears no words
//! but those of the map and [`Label`]s that a painter says in its language. Must not know pixels, colours or languages.

mod emotion;
mod pain;
mod smooth;

pub use emotion::emotion;
pub use pain::{pain_points, priorities};

use crate::model::{CardId, PersonaId, StepId};

/// What a painter is to say at some place.
#[derive(Debug, Clone, PartialEq)]
pub enum Label {
    /// Title: how each persona feels along the journey.
    Emotion,
    /// Title: pain points by severity and share.
    PainPoints,
    /// Title: priorities with their running share.
    Priorities,
    /// Axis: steps of the journey.
    Steps,
    /// Axis: emotion score, −2…+2.
    Score,
    /// Axis: share of customers affected, in percent.
    Affected,
    /// Axis: severity, 1…5.
    Severity,
    /// Axis: priority, 0…10.
    Priority,
    /// Axis and series: share of all priorities up to here, in percent.
    RunningShare,
    /// The place of a pain point in the ranking, from 1.
    Rank(usize),
    /// A priority, said with one place.
    PriorityValue(f64),
    /// Words of the map.
    Own(String),
}

/// How the numbers of an axis are said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// As they are.
    Plain,
    /// With their sign.
    Signed,
    /// A share 0…1 as a percentage.
    Percent,
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
    /// At 0, 1, 2, … with these names.
    Names(Vec<String>),
}

/// One axis of a plot.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    /// What it measures, with its unit.
    pub label: Label,
    /// The least value shown.
    pub low: f64,
    /// The greatest value shown; above `low`.
    pub high: f64,
    /// Where it bears marks.
    pub ticks: Ticks,
}

/// Which colour of the theme a thing has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hue {
    /// The persona's that stands at this place of the palette.
    Persona(usize),
    /// That of pain.
    Pain,
    /// That of plain text.
    Plain,
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

/// A line.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// Its name in the legend.
    pub name: Label,
    /// Its colour.
    pub hue: Hue,
    /// The axis it is read on.
    pub side: Side,
    /// Its stretches; between two of them there is a gap unless they meet.
    pub stretches: Vec<Stretch>,
}

/// The range that a measured line runs in with a confidence of 95%.
#[derive(Debug, Clone, PartialEq)]
pub struct Band {
    /// Its colour.
    pub hue: Hue,
    /// (x, low, high) from left to right.
    pub points: Vec<(f64, f64, f64)>,
}

/// How a mark is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Shape {
    /// A face or a dot; hollow where not validated.
    Point {
        /// Supported by evidence.
        validated: bool,
    },
    /// A circle whose area is `area` parts of the greatest one of the plot, 0…1.
    Bubble {
        /// 0…1.
        area: f64,
    },
    /// A bar from 0 up to the mark, `width` units of the x axis wide.
    Bar {
        /// In units of the x axis.
        width: f64,
    },
}

/// What a mark stands for.
#[derive(Debug, Clone, PartialEq)]
pub enum About {
    /// A persona's score at a step.
    Score {
        /// Whose.
        persona: PersonaId,
        /// Where.
        step: StepId,
        /// The shown value, −2…+2.
        value: f64,
        /// How many answers; none: believed.
        n: Option<u32>,
        /// 95% confidence interval of the mean.
        band: Option<(f64, f64)>,
        /// Supported by evidence.
        validated: bool,
        /// The lowest score of the whole map.
        lowest: bool,
    },
    /// A pain point.
    Pain {
        /// Which card.
        card: CardId,
        /// Place in the ranking, from 1.
        rank: usize,
        /// 1…5.
        severity: u8,
        /// 0…1 of all customers on this path.
        share: f64,
        /// At a moment of truth.
        doubled: bool,
        /// 0…10.
        priority: f64,
        /// Share of all priorities down to this rank, 0…1.
        running: f64,
    },
}

/// A single thing to look at, to point at and to select.
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
    /// What it stands for.
    pub about: About,
}

/// A picture of figures.
#[derive(Debug, Clone, PartialEq)]
pub struct Plot {
    /// What it shows.
    pub title: Label,
    /// Across.
    pub x: Axis,
    /// Up, at the left.
    pub y: Axis,
    /// Up, at the right.
    pub right: Option<Axis>,
    /// Behind the lines.
    pub bands: Vec<Band>,
    /// The lines.
    pub series: Vec<Series>,
    /// In front, in reading order.
    pub marks: Vec<Mark>,
    /// Of how many these marks are the foremost, where there are more than a plot can show; none: it shows all.
    pub foremost_of: Option<usize>,
}
