//! Where the words of the emotion curve stand: clear of faces and of each other, and of lines as far as there is room.
//!
//! Must not know maps: it sees points, boxes and lines.

use kurbo::{CubicBez, Point, Rect};

use super::curve::samples;
use crate::scene::kurbo;

/// What covering another thing costs; no label is worth that.
const COVERED: f64 = 1000.0;
/// What standing outside the room costs.
const OUTSIDE: f64 = 5000.0;
/// Width of a cell of the index.
const CELL: f64 = 64.0;

/// What a unit of length of a line under a label costs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Weight(f64);

impl Weight {
    /// A persona's curve.
    pub(super) const CURVE: Self = Self(4.0);
    /// The dotted line to what was expected.
    pub(super) const EXPECTED: Self = Self(6.0);
    /// The side of a moment of truth's frame.
    pub(super) const FRAME: Self = Self(8.0);
    /// The edge of a band.
    pub(super) const BAND: Self = Self(0.35);
    /// The zero line.
    pub(super) const ZERO: Self = Self(0.6);
}

/// Things that are found by their x, so that a map of hundreds of steps isn't searched as a whole for each label.
#[derive(Debug, Default)]
struct Index<T> {
    cells: Vec<Vec<(f64, f64, T)>>,
}

fn cell(x: f64) -> usize {
    (x / CELL).max(0.0) as usize
}

impl<T: Copy> Index<T> {
    fn add(&mut self, left: f64, right: f64, thing: T) {
        let (first, last) = (cell(left), cell(right));
        if self.cells.len() <= last {
            self.cells.resize_with(last + 1, Vec::new);
        }
        for cell in self.cells.iter_mut().take(last + 1).skip(first) {
            cell.push((left, right, thing));
        }
    }

    /// Each thing between two x, once.
    fn near(&self, left: f64, right: f64) -> impl Iterator<Item = T> {
        let (first, last) = (cell(left), cell(right));
        self.cells.iter().enumerate().take(last + 1).skip(first).flat_map(move |(place, things)| {
            things
                .iter()
                .filter(move |(from, to, _)| *from < right && *to > left && cell(*from).max(first) == place)
                .map(|(_, _, thing)| *thing)
        })
    }
}

/// What labels must keep clear of.
#[derive(Debug)]
pub(super) struct Taken {
    boxes: Index<Rect>,
    lines: Index<(Point, Point, Weight)>,
    /// Where labels may stand.
    room: Rect,
}

impl Taken {
    /// Nothing yet, in a room.
    pub(super) fn new(room: Rect) -> Self {
        Self { boxes: Index { cells: Vec::new() }, lines: Index { cells: Vec::new() }, room }
    }

    /// A face, a label or another thing that must not be covered.
    pub(super) fn take(&mut self, rect: Rect) {
        self.boxes.add(rect.x0, rect.x1, rect);
    }

    /// A straight line.
    pub(super) fn line(&mut self, from: Point, to: Point, weight: Weight) {
        self.lines.add(from.x.min(to.x) - 0.5, from.x.max(to.x) + 0.5, (from, to, weight));
    }

    /// A curve.
    pub(super) fn curve(&mut self, cubics: &[CubicBez], weight: Weight) {
        for cubic in cubics {
            let points: Vec<Point> = samples(*cubic).collect();
            for pair in points.windows(2) {
                self.line(pair[0], pair[1], weight);
            }
        }
    }

    /// How badly a label would stand there: over a face or label is worst, over a line bad.
    fn cost(&self, rect: Rect) -> f64 {
        let mut cost = 0.0;
        // Two labels of one line are told apart by the space between them.
        let apart = rect.inflate(4.0, 0.0);
        for other in self.boxes.near(apart.x0, apart.x1) {
            let common = apart.intersect(other);
            if common.width() > 0.0 && common.height() > 0.0 {
                cost += COVERED + common.area();
            }
        }
        let clear = rect.inflate(3.5, 1.0);
        for (from, to, weight) in self.lines.near(clear.x0, clear.x1) {
            cost += length_inside(from, to, clear) * weight.0;
        }
        if rect.intersect(self.room).area() + 0.01 < rect.area() {
            cost += OUTSIDE;
        }
        cost
    }

    /// Takes the best of some places, each with what it costs by itself; none where each covers a face or a label.
    pub(super) fn best(&mut self, places: impl Iterator<Item = (Rect, f64)>) -> Option<Rect> {
        let mut best: Option<(f64, Rect)> = None;
        for (rect, own) in places {
            if best.is_some_and(|(least, _)| own >= least) {
                continue;
            }
            let cost = self.cost(rect) + own;
            if best.is_none_or(|(least, _)| cost < least) {
                best = Some((cost, rect));
            }
        }
        let rect = best.filter(|(cost, _)| *cost < COVERED).map(|(_, rect)| rect)?;
        self.take(rect);
        Some(rect)
    }
}

/// Places for a label of a size around a point that keeps `reach` free: above and below, shifted and farther, beside.
pub(super) fn places_around(
    at: Point,
    reach: f64,
    (width, height): (f64, f64),
    below_first: bool,
) -> impl Iterator<Item = (Rect, f64)> {
    // The wrong side costs as much as a shift of some pixels.
    let (above, below) = if below_first { (14.0, 0.0) } else { (0.0, 14.0) };
    // Beside a line upwards, as far from it as from a face.
    let shifts = [0.0, 10.0, -10.0, 20.0, -20.0, width / 2.0 + 8.0, -width / 2.0 - 8.0];
    let aways = [0.0, 5.0, 10.0, 16.0, 22.0, 30.0, 40.0];
    let stacked = aways.into_iter().flat_map(move |away| {
        shifts.into_iter().flat_map(move |shift| {
            let x = at.x - width / 2.0 + shift;
            let own = away * 1.6 + f64::abs(shift) * 0.35;
            [
                (Point::new(x, at.y - reach - height - away), own + above),
                (Point::new(x, at.y + reach + away), own + below),
            ]
        })
    });
    let beside = [0.0, -6.0, 6.0, -12.0, 12.0].into_iter().flat_map(move |dy| {
        let y = at.y - height / 2.0 + dy;
        let own = 22.0 + f64::abs(dy) * 0.5;
        [(Point::new(at.x + reach + 2.0, y), own), (Point::new(at.x - reach - 2.0 - width, y), own)]
    });
    stacked
        .chain(beside)
        .map(move |(corner, own)| (Rect::new(corner.x, corner.y, corner.x + width, corner.y + height), own))
}

/// Places for a name at the end of a curve: beside it, else around it.
pub(super) fn places_after(at: Point, radius: f64, (width, height): (f64, f64)) -> impl Iterator<Item = (Rect, f64)> {
    let right = at.x + radius + 8.0;
    let beside = [0.0, -8.0, 8.0, -14.0, 14.0, -22.0, 22.0, -30.0, 30.0]
        .into_iter()
        .map(move |dy| (Point::new(right, at.y - height / 2.0 + dy), f64::abs(dy)));
    let around = [
        (Point::new(at.x - width / 2.0, at.y - radius - height - 4.0), 40.0),
        (Point::new(at.x - width / 2.0, at.y + radius + 4.0), 40.0),
        (Point::new(at.x - width / 2.0, at.y - radius - height - 22.0), 60.0),
        (Point::new(at.x - width / 2.0, at.y + radius + 22.0), 60.0),
        (Point::new(at.x - radius - 8.0 - width, at.y - height / 2.0), 60.0),
    ];
    beside
        .chain(around)
        .map(move |(corner, own)| (Rect::new(corner.x, corner.y, corner.x + width, corner.y + height), own))
}

/// Length of the part of a line that lies in a rectangle (Liang and Barsky 1984).
fn length_inside(from: Point, to: Point, rect: Rect) -> f64 {
    let along = to - from;
    let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
    let sides = [
        (-along.x, from.x - rect.x0),
        (along.x, rect.x1 - from.x),
        (-along.y, from.y - rect.y0),
        (along.y, rect.y1 - from.y),
    ];
    for (speed, distance) in sides {
        if speed == 0.0 {
            if distance < 0.0 {
                return 0.0;
            }
        } else if speed < 0.0 {
            enter = enter.max(distance / speed);
        } else {
            leave = leave.min(distance / speed);
        }
    }
    (leave - enter).max(0.0) * along.hypot()
}
