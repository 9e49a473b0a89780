//! What says in black and white what colours say elsewhere: shapes, dashes and hatches, each by its number.
//!
//! Must not know what they stand for.

use std::sync::{Arc, LazyLock};

use kurbo::{BezPath, Circle, Point, Rect, Shape as _};

use super::pen::{circle, fill};
use crate::scene::{Color, Item, PathItem, Stroke, kurbo};

/// How many different ones there are of each; the next is as the first.
pub(super) const KINDS: usize = 8;

/// The shapes, of about the area of a circle of radius 1 around the origin: circle, square, diamond, triangle, hexagon,
/// triangle upside down, pentagon, octagon.
static SHAPES: LazyLock<[Arc<BezPath>; KINDS]> = LazyLock::new(|| {
    [
        Arc::new(Circle::new(Point::ORIGIN, 1.0).to_path(0.001)),
        polygon(4, 45.0, 1.26),
        polygon(4, 0.0, 1.28),
        polygon(3, -90.0, 1.5),
        polygon(6, 0.0, 1.1),
        polygon(3, 90.0, 1.5),
        polygon(5, -90.0, 1.16),
        polygon(8, 22.5, 1.06),
    ]
});

fn polygon(corners: u32, turned: f64, radius: f64) -> Arc<BezPath> {
    let mut path = BezPath::new();
    for corner in 0..corners {
        let angle = (turned + 360.0 * f64::from(corner) / f64::from(corners)).to_radians();
        let at = Point::new(radius * angle.cos(), radius * angle.sin());
        if corner == 0 { path.move_to(at) } else { path.line_to(at) }
    }
    path.close_path();
    Arc::new(path)
}

/// A shape of about a circle's size; the circle itself where nothing else tells things apart than colour.
pub(super) fn shape(
    kind: Option<usize>,
    center: Point,
    radius: f64,
    filled: Option<Color>,
    stroke: Option<Stroke>,
) -> Item {
    match kind.and_then(|kind| SHAPES.get(kind % KINDS)) {
        None => circle(center, radius, filled, stroke),
        Some(path) => {
            Item::Path(PathItem { path: Arc::clone(path), origin: center, scale: radius, fill: filled, stroke })
        }
    }
}

/// The lines that a curve is drawn with, the lower one first: full where it is validated, dashed where it is believed.
/// With a kind, both differ for each.
pub(super) fn curve(kind: Option<usize>, color: Color, ground: Color, validated: bool) -> Vec<Stroke> {
    let Some(kind) = kind.map(|kind| kind % KINDS) else {
        return vec![if validated { Stroke::solid(color, 2.6) } else { Stroke::dashed(color, 1.8, 5.0, 4.5) }];
    };
    if validated {
        let core = |width| Stroke::solid(ground, width);
        return match kind {
            0 => vec![Stroke::solid(color, 2.6)],
            1 => vec![Stroke::solid(color, 4.6), core(2.2)],
            2 => vec![Stroke::solid(color, 1.2)],
            3 => vec![Stroke::solid(color, 4.6)],
            4 => vec![Stroke::solid(color, 6.4), core(3.6)],
            // A line with gaps of paper on it like a ladder, finer and coarser.
            5 => vec![Stroke::solid(color, 4.6), Stroke::dashed(ground, 2.2, 3.0, 5.0)],
            6 => vec![Stroke::solid(color, 4.6), Stroke::dashed(ground, 2.2, 9.0, 7.0)],
            _ => vec![Stroke::solid(color, 6.4), Stroke::dashed(ground, 3.6, 1.0, 7.0)],
        };
    }
    let dashed = |width, dash, gap| vec![Stroke::dashed(color, width, dash, gap)];
    match kind {
        0 => dashed(1.8, 6.0, 4.5),
        1 => dashed(1.8, 1.0, 4.0),
        2 => dashed(1.8, 12.0, 5.0),
        3 => dashed(3.2, 6.0, 6.5),
        4 => dashed(3.2, 0.5, 6.5),
        5 => dashed(1.2, 3.0, 3.5),
        6 => dashed(3.2, 14.0, 7.0),
        _ => dashed(1.2, 18.0, 4.0),
    }
}

/// A short line that stands for a curve in a legend.
pub(super) fn curve_sample(kind: Option<usize>, color: Color, ground: Color, validated: bool) -> Vec<Stroke> {
    match kind {
        None if validated => vec![Stroke::solid(color, 2.0)],
        None => vec![Stroke::dashed(color, 2.0, 5.0, 4.0)],
        kind => curve(kind, color, ground, validated),
    }
}

/// A narrow area filled with a pattern: full, diagonals either way, stripes across, a checker of dots, crossed
/// diagonals, wide diagonals, rings of paper.
pub(super) fn hatch(rect: Rect, kind: usize, color: Color) -> Vec<Item> {
    let edge = Item::Rect(crate::scene::RectItem {
        rect: rect.inset(-0.3),
        radius: 0.0,
        fill: None,
        stroke: Some(Stroke::solid(color, 0.6)),
    });
    let mut items = Vec::new();
    match kind % KINDS {
        0 => return vec![fill(rect, 0.0, color)],
        1 => items.push(lines(rect, 4.0, 1.0, color, 1.2)),
        2 => items.push(lines(rect, 4.0, -1.0, color, 1.2)),
        3 => items.push(lines(rect, 3.5, 0.0, color, 1.2)),
        4 => items.push(dots(rect, color)),
        5 => items.extend([lines(rect, 5.0, 1.0, color, 0.9), lines(rect, 5.0, -1.0, color, 0.9)]),
        6 => items.push(lines(rect, 9.0, 1.0, color, 2.4)),
        _ => items.push(lines(rect, 9.0, 0.0, color, 3.4)),
    }
    items.push(edge);
    items
}

/// Parallel lines inside a rectangle, so far apart, that rise by so much for each unit to the right.
fn lines(rect: Rect, apart: f64, rise: f64, color: Color, width: f64) -> Item {
    let rect = rect.inset(-width / 2.0);
    let mut path = BezPath::new();
    let reach = rect.width() * rise.abs();
    let mut start = rect.y0 - reach + apart / 2.0;
    while start < rect.y1 + reach {
        // From the left edge at height `start`; cut off at the upper and lower edge.
        let y = |x: f64| start - rise * (x - rect.x0);
        let x_of = |y: f64| rect.x0 - (y - start) / rise;
        let (mut from, mut to) = (rect.x0, rect.x1);
        if rise != 0.0 {
            let (a, b) = (x_of(rect.y0), x_of(rect.y1));
            from = from.max(a.min(b));
            to = to.min(a.max(b));
        }
        if to - from > 0.2 && (rect.y0 - 0.01..=rect.y1 + 0.01).contains(&y(from)) {
            path.move_to((from - rect.x0, y(from) - rect.y0));
            path.line_to((to - rect.x0, y(to) - rect.y0));
        }
        start += apart;
    }
    Item::Path(PathItem {
        path: Arc::new(path),
        origin: rect.origin(),
        scale: 1.0,
        fill: None,
        stroke: Some(Stroke::solid(color, width)),
    })
}

fn dots(rect: Rect, color: Color) -> Item {
    let mut path = BezPath::new();
    let (radius, apart) = (0.9, 3.4);
    let (mut y, mut odd) = (apart / 2.0, false);
    while y + radius <= rect.height() {
        let mut x = if odd { apart } else { apart / 2.0 };
        while x + radius <= rect.width() {
            path.extend(Circle::new((x, y), radius).to_path(0.05));
            x += apart;
        }
        y += apart;
        odd = !odd;
    }
    Item::Path(PathItem { path: Arc::new(path), origin: rect.origin(), scale: 1.0, fill: Some(color), stroke: None })
}

/// A line that stands for a phase or another thing of which there are few: full, dashed, dotted, thin.
pub(super) fn stroke(kind: usize, color: Color, width: f64) -> Stroke {
    match kind % 4 {
        0 => Stroke::solid(color, width),
        1 => Stroke::dashed(color, width, 3.0 * width, 2.5 * width),
        2 => Stroke::dashed(color, width, 0.1, 2.0 * width),
        _ => Stroke::solid(color, width / 3.0),
    }
}
