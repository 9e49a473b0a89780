//! Where the values of a plot stand in its room, and how much room its words need. Must not know how anything is painted.

use kurbo::{Point, Rect, Size};

use super::cut::cut;
use super::say;
use crate::i18n::Words;
use crate::insight::plot::{Axis, Label, Plot, Scale, Ticks};
use crate::scene::kurbo;
use crate::text::Weight;

/// Size of the words of a plot.
pub const SMALL: f32 = 11.0;
/// In less height than this the axes bear no titles.
const SHALLOW: f64 = 150.0;
/// Half the width of the band of a lone figure, in columns; on paper and on screen it is at most 10 wide.
pub const LONE: f64 = 0.08;
/// Names under columns have at most so many lines; a column that is narrower than this bears its number, and only in one
/// that is wider than that a longer name is cut.
const MOST_LINES: usize = 3;
const LEAST_COLUMN: f64 = 46.0;
const CUT_COLUMN: f64 = 64.0;
/// In less width than this a plot has its list below it, where it is at least so high.
const LISTED: f64 = 620.0;
const LIST: f64 = 250.0;
const LISTED_BELOW: f64 = 280.0;
/// Size of the words of a list, and how far apart its lines stand.
pub(super) const LIST_SIZE: f32 = SMALL + 0.5;
pub(super) const LIST_APART: f64 = 4.0;

/// Who knows how large words are: the typesetter of pictures, or the window's.
pub trait Measure {
    /// The size of a text, broken at `width` if there is one.
    fn measure(&mut self, text: &str, weight: Weight, size: f32, width: Option<f64>) -> Size;
}

/// The parts of the room of a plot.
#[derive(Debug, Clone, PartialEq)]
pub struct Room {
    /// All of it but a list below.
    pub whole: Rect,
    /// Between the axes.
    pub plot: Rect,
    /// Room of the names at the left.
    pub left: f64,
    /// What the numbers mean stands here.
    pub list: Option<Rect>,
    /// Too low for the titles of the axes.
    pub shallow: bool,
}

impl Room {
    /// Shares a room among the parts of a plot.
    pub fn of(plot: &Plot, mut whole: Rect, words: &Words, measure: &mut dyn Measure) -> Self {
        let shallow = whole.height() < SHALLOW;
        let numbered = plot.numbered && !plot.marks.is_empty() && !shallow;
        let list = match (numbered, whole.width() >= LISTED) {
            (true, true) => Some(Rect::new(whole.x1 - LIST.min(whole.width() * 0.34), whole.y0, whole.x1, whole.y1)),
            (true, false) if whole.height() >= LISTED_BELOW => {
                let line = measure.measure("0", Weight::Regular, LIST_SIZE, None).height + LIST_APART;
                let most = (whole.height() * 0.4 / line).floor();
                let top = whole.y1 - line * most.min(plot.table.rows.len() as f64);
                let list = Rect::new(whole.x0, top, whole.x1, whole.y1);
                whole.y1 = top - 10.0;
                Some(list)
            }
            _ => None,
        };
        let end = list.filter(|list| list.x0 > whole.x0).map_or(whole.x1, |list| list.x0 - 24.0);
        let line = |measure: &mut dyn Measure| measure.measure("0", Weight::Regular, SMALL, None).height;
        let height = line(measure);
        let left = match &plot.y.ticks {
            Ticks::Names(names) => {
                let most = ((end - whole.x0) * 0.34).min(230.0);
                let widest = names.iter().map(|name| {
                    measure.measure(&say::label(name, words), Weight::Regular, SMALL + 0.5, Some(most)).width
                });
                widest.fold(24.0, f64::max).min(most) + 14.0
            }
            Ticks::Every { .. } => {
                let widest = ticks(&plot.y).into_iter().map(|value| {
                    let said = say::figure(value, scale(&plot.y), words);
                    measure.measure(&said, Weight::Regular, SMALL, None).width
                });
                widest.fold(16.0, f64::max) + 14.0
            }
            Ticks::Nothing => 14.0,
        };
        let right = if plot.right.is_some() { 46.0 } else { 16.0 };
        let titled = plot.y.label.is_some() || plot.right.is_some();
        let top = if titled && !shallow { height + 8.0 } else { 8.0 };
        let inner = (end - right - whole.x0 - left).max(1.0);
        let below = match &plot.x.ticks {
            Ticks::Names(names) => names_below(names, inner / names.len().max(1) as f64, words, measure)
                .filter(|_| !shallow)
                .map_or(height, |(height, _)| height),
            Ticks::Every { .. } => height,
            Ticks::Nothing => 0.0,
        };
        let title = if shallow || plot.x.label.is_none() { 2.0 } else { height + 6.0 };
        let plot = Rect::new(whole.x0 + left, whole.y0 + top, end - right, whole.y1 - below - 6.0 - title);
        Self { whole, plot, left, list, shallow }
    }

    /// Whether there is room for anything.
    pub fn is_enough(&self) -> bool {
        self.plot.width() >= 40.0 && self.plot.height() >= 30.0
    }
}

/// The height of names under columns so wide, and what stands there: longer ones are cut where a good part of them is left,
/// else all columns bear what is short.
pub(super) fn names_below(
    names: &[Label],
    column: f64,
    words: &Words,
    measure: &mut dyn Measure,
) -> Option<(f64, Vec<String>)> {
    if column < LEAST_COLUMN {
        return None;
    }
    let mut highest = measure.measure("0", Weight::Regular, SMALL, None).height;
    let mut texts = Vec::with_capacity(names.len());
    for name in names {
        let (text, size) = cut(&say::label(name, words), Weight::Regular, column - 6.0, MOST_LINES, measure)?;
        if column < CUT_COLUMN && text.ends_with('…') {
            return None;
        }
        highest = highest.max(size.height);
        texts.push(text);
    }
    Some((highest, texts))
}

/// What of the axes is seen where.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct View {
    /// Between the axes.
    pub rect: Rect,
    /// The least and the greatest value across.
    pub x: (f64, f64),
    /// The least and the greatest value upwards.
    pub y: (f64, f64),
    /// The same at the right.
    pub right: Option<(f64, f64)>,
}

impl View {
    /// All of a plot.
    pub fn whole(plot: &Plot, rect: Rect) -> Self {
        let ends = |axis: &Axis| (axis.low, axis.high);
        Self { rect, x: ends(&plot.x), y: ends(&plot.y), right: plot.right.as_ref().map(ends) }
    }

    /// Where a value stands across.
    pub fn x(&self, value: f64) -> f64 {
        self.rect.x0 + (value - self.x.0) / (self.x.1 - self.x.0) * self.rect.width()
    }

    /// Where a value stands upwards.
    pub fn y(&self, value: f64) -> f64 {
        self.rect.y1 - (value - self.y.0) / (self.y.1 - self.y.0) * self.rect.height()
    }

    /// Where a value of the right axis stands.
    pub fn right(&self, value: f64) -> f64 {
        let (low, high) = self.right.unwrap_or(self.y);
        self.rect.y1 - (value - low) / (high - low) * self.rect.height()
    }

    /// Where a pair of values stands.
    pub fn at(&self, x: f64, y: f64) -> Point {
        Point::new(self.x(x), self.y(y))
    }

    /// The values that stand at a place.
    pub fn values(&self, at: Point) -> (f64, f64) {
        let x = self.x.0 + (at.x - self.rect.x0) / self.rect.width() * (self.x.1 - self.x.0);
        let y = self.y.0 + (self.rect.y1 - at.y) / self.rect.height() * (self.y.1 - self.y.0);
        (x, y)
    }

    /// How wide 1 is across.
    pub fn x_unit(&self) -> f64 {
        self.rect.width() / (self.x.1 - self.x.0)
    }

    /// How high 1 is.
    pub fn y_unit(&self) -> f64 {
        self.rect.height() / (self.y.1 - self.y.0)
    }
}

/// The numbered ticks of an axis.
pub fn ticks(axis: &Axis) -> Vec<f64> {
    let Ticks::Every { distance, .. } = axis.ticks else { return Vec::new() };
    let first = (axis.low / distance - 1e-9).ceil() as i64;
    let last = (axis.high / distance + 1e-9).floor() as i64;
    (first..=last).map(|step| step as f64 * distance).collect()
}

/// How the numbers of an axis are said.
pub(super) const fn scale(axis: &Axis) -> Scale {
    match axis.ticks {
        Ticks::Every { scale, .. } => scale,
        Ticks::Names(_) | Ticks::Nothing => Scale::Plain,
    }
}

/// Whether a tick bears its number: a share beyond all of them says nothing.
pub(super) fn said(axis: &Axis, value: f64) -> bool {
    value >= axis.low && value <= axis.high && !(scale(axis) == Scale::Percent && value > 1.0 + 1e-9)
}
