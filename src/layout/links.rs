//! Arrows between cards: straight lines with round corners that run through the gutters.

use std::collections::BTreeMap;
use std::sync::Arc;

use kurbo::{BezPath, Point, Rect, Shape as _, Vec2};

use super::pen::{Align, Pen, fill, group, put};
use super::theme::GUTTER;
use crate::model::{CardId, JourneyMap};
use crate::scene::{Item, PathItem, Role, Stroke, kurbo};
use crate::text::Weight;

/// Radius of a corner.
const CORNER: f64 = 6.0;
/// Length of an arrow's head.
const HEAD: f64 = 7.0;

/// All arrows whose two cards are shown.
pub(super) fn links(pen: &mut Pen<'_>, map: &JourneyMap, cards: &BTreeMap<CardId, Rect>) -> Vec<Item> {
    let mut items = Vec::new();
    for (_, card) in map.cards() {
        for link in &card.links {
            let (Some(from), Some(to)) = (cards.get(&card.id), cards.get(&link.to)) else { continue };
            let points = route(*from, *to);
            let path = rounded(&points);
            let bounds = path.bounding_box().inflate(HEAD, HEAD);
            let color = pen.palette.weak;
            let mut parts = vec![Item::Path(PathItem {
                path: Arc::new(path),
                origin: Point::ORIGIN,
                scale: 1.0,
                fill: None,
                stroke: Some(Stroke::solid(color, 1.3)),
            })];
            if let [.., before, end] = points.as_slice() {
                parts.push(head(*before, *end, color));
            }
            if !link.label.is_empty() {
                label(pen, &link.label, &points, &mut parts);
            }
            items.push(group(None, Role::Decoration, link.label.clone(), bounds, parts));
        }
    }
    items
}

/// From one card to another: down or up where they stand over each other, else along the gutter between them.
fn route(from: Rect, to: Rect) -> Vec<Point> {
    let common = (from.x0.max(to.x0), from.x1.min(to.x1));
    if common.1 - common.0 > 24.0 {
        let x = from.x0.max(to.x0) + (common.1 - common.0) / 2.0;
        let (start, end) = if from.y1 <= to.y0 { (from.y1, to.y0) } else { (from.y0, to.y1) };
        // A neighbour is reached straight; what lies farther is reached around the cards between them.
        if (end - start).abs() < 70.0 {
            return vec![Point::new(x, start), Point::new(x, end)];
        }
        let side = from.x1.max(to.x1) + GUTTER * 0.4;
        return vec![
            Point::new(from.x1, from.center().y),
            Point::new(side, from.center().y),
            Point::new(side, to.center().y),
            Point::new(to.x1, to.center().y),
        ];
    }
    let forward = to.x0 >= from.x1;
    let (start, end) = if forward { (from.x1, to.x0) } else { (from.x0, to.x1) };
    let (a, b) = (from.center().y, to.center().y);
    if (a - b).abs() < 1.0 && (end - start).abs() <= GUTTER + 1.0 {
        return vec![Point::new(start, a), Point::new(end, b)];
    }
    let near = if forward { end - GUTTER * 0.55 } else { end + GUTTER * 0.55 };
    let far = if forward { start + GUTTER * 0.45 } else { start - GUTTER * 0.45 };
    if (near - far).abs() < GUTTER {
        return vec![Point::new(start, a), Point::new(near, a), Point::new(near, b), Point::new(end, b)];
    }
    // Over several columns it runs in the space between two rows of cards.
    let between = if b >= a { from.y1 + 3.0 } else { from.y0 - 3.0 };
    vec![
        Point::new(start, a),
        Point::new(far, a),
        Point::new(far, between),
        Point::new(near, between),
        Point::new(near, b),
        Point::new(end, b),
    ]
}

fn rounded(points: &[Point]) -> BezPath {
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

fn head(before: Point, end: Point, color: crate::scene::Color) -> Item {
    let along = unit(end - before);
    let across = Vec2::new(-along.y, along.x);
    let mut path = BezPath::new();
    path.move_to(end);
    path.line_to(end - along * HEAD + across * HEAD * 0.5);
    path.line_to(end - along * HEAD - across * HEAD * 0.5);
    path.close_path();
    Item::Path(PathItem { path: Arc::new(path), origin: Point::ORIGIN, scale: 1.0, fill: Some(color), stroke: None })
}

/// Words in the middle of the longest part, on paper so that they can be read over it.
fn label(pen: &mut Pen<'_>, words: &str, points: &[Point], parts: &mut Vec<Item>) {
    let longest = points.windows(2).max_by(|a, b| (a[1] - a[0]).hypot().total_cmp(&(b[1] - b[0]).hypot()));
    let Some(pair) = longest else { return };
    let set = pen.set(words, Weight::Regular, 11.0, 120.0);
    let middle = pair[0].midpoint(pair[1]);
    let corner = middle - Vec2::new(set.width / 2.0, set.height / 2.0);
    let rect = Rect::new(corner.x - 3.0, corner.y, corner.x + set.width + 3.0, corner.y + set.height);
    parts.push(fill(rect, 3.0, pen.palette.paper));
    put(parts, &set, corner, pen.palette.weak, Align::Left);
}
