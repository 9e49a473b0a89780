//! The look of arrows.

use std::sync::Arc;

use kurbo::{BezPath, Circle, Point, Shape as _, Vec2};

use super::Arrow;
use super::tracks::{Placed, Wanted};
use crate::layout::pen::{Align, Pen, circle, fill, group, put};
use crate::scene::{Color, Item, PathItem, Role, Stroke, Target, kurbo};
use crate::words;

/// Radius of a corner.
const CORNER: f64 = 5.0;
/// Length of an arrow's head.
const HEAD: f64 = 7.0;
/// Radius of the dot of a card that its row is folded over.
const DOT: f64 = 3.0;

/// An arrow with its words, as what can be pointed at.
pub(super) fn arrow(
    pen: &Pen<'_>,
    (arrow, from, to): (&Arrow<'_>, &str, &str),
    wanted: &Wanted,
    placed: &Placed,
    ground: Color,
) -> Item {
    let color = pen.palette.weak;
    let points = &placed.points;
    let mut shaft = points.clone();
    // The line ends inside the head, so that it doesn't blunt its point.
    if let [.., before, end] = shaft.as_mut_slice() {
        *end -= unit(*end - *before) * (HEAD * 0.6).min((*end - *before).hypot() / 2.0);
    }
    let path = rounded(&shaft);
    let mut bounds = path.bounding_box().inflate(HEAD / 2.0, HEAD / 2.0);
    let mut parts = vec![Item::Path(PathItem {
        path: Arc::new(path),
        origin: Point::ORIGIN,
        scale: 1.0,
        fill: None,
        stroke: Some(Stroke::solid(color, 1.3)),
    })];
    if let [.., before, end] = points.as_slice() {
        parts.push(head(*before, *end, color));
        bounds = bounds.union(Circle::new(*end, 1.0).bounding_box());
    }
    for end in [&wanted.from, &wanted.to] {
        if end.folded {
            parts.push(circle(end.rect.center(), DOT, Some(pen.palette.paper), Some(Stroke::solid(color, 1.3))));
            bounds = bounds.union(end.rect.inflate(1.0, 1.0));
        }
    }
    if let (Some(set), Some(rect)) = (&arrow.words, placed.words) {
        parts.push(fill(rect.inflate(4.0, 0.5), 3.0, ground));
        put(&mut parts, set, rect.origin(), color, Align::Left);
        bounds = bounds.union(rect.inflate(4.0, 0.5));
    }
    let name = if arrow.label.is_empty() {
        words!(pen.words, "map-link-name", from = from, to = to)
    } else {
        words!(pen.words, "map-link-name-label", from = from, to = to, label = arrow.label)
    };
    group(Some(Target::Link { from: arrow.from, to: arrow.to }), Role::Figure, name, bounds, parts)
}

/// A line with round corners.
pub(in crate::layout) fn rounded(points: &[Point]) -> BezPath {
    let mut path = BezPath::new();
    for (index, point) in points.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|before| points.get(before));
        match (before, points.get(index + 1)) {
            (None, _) => path.move_to(*point),
            (Some(_), None) => path.line_to(*point),
            (Some(before), Some(after)) => {
                let (back, ahead) = (*before - *point, *after - *point);
                let radius = CORNER.min(back.hypot() / 2.0).min(ahead.hypot() / 2.0);
                path.line_to(*point + unit(back) * radius);
                path.quad_to(*point, *point + unit(ahead) * radius);
            }
        }
    }
    path
}

fn unit(vector: Vec2) -> Vec2 {
    let length = vector.hypot();
    if length > 0.0 { vector / length } else { Vec2::ZERO }
}

/// The head of an arrow that comes from `before` and ends at `end`.
pub(in crate::layout) fn head(before: Point, end: Point, color: Color) -> Item {
    let along = unit(end - before);
    let across = Vec2::new(-along.y, along.x);
    let mut path = BezPath::new();
    path.move_to(end);
    path.line_to(end - along * HEAD + across * HEAD * 0.5);
    path.line_to(end - along * HEAD - across * HEAD * 0.5);
    path.close_path();
    Item::Path(PathItem { path: Arc::new(path), origin: Point::ORIGIN, scale: 1.0, fill: Some(color), stroke: None })
}
