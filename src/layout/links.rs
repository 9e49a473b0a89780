//! Arrows between cards: straight where nothing is in between, else with round corners through the gutters and along
//! the edges of rows, which no card covers.

use std::collections::BTreeMap;
use std::sync::Arc;

use kurbo::{BezPath, Point, Rect, Shape as _, Vec2};

use super::grid::Grid;
use super::labels::{self, Taken};
use super::pen::{Align, Pen, fill, group, put};
use super::theme::{GUTTER, ROW_PADDING};
use crate::model::{Card, CardId, JourneyMap, Lane, LaneId};
use crate::scene::{Color, Item, PathItem, Role, Row, Stroke, kurbo};
use crate::text::{Paragraph, Weight};

/// Radius of a corner.
const CORNER: f64 = 5.0;
/// Length of an arrow's head.
const HEAD: f64 = 7.0;
/// How far from a card's edge an arrow runs in a gutter: between the frames of two moments of truth.
const LEAVE: f64 = GUTTER / 2.0;
const ARRIVE: f64 = GUTTER - LEAVE;
/// Least common width of two cards over each other for an arrow straight from one to the other.
const COMMON: f64 = 24.0;
/// Greatest width of a label.
const LABEL: f64 = 120.0;

/// What arrows are drawn around.
pub(super) struct Around<'a> {
    pub(super) grid: &'a Grid,
    pub(super) cards: &'a BTreeMap<CardId, Rect>,
    pub(super) rows: &'a [Row],
    /// Blueprint lines, which labels mustn't cover.
    pub(super) borders: &'a [Rect],
    /// And their names.
    pub(super) names: &'a [Rect],
}

/// A label of a link.
fn label_of(pen: &mut Pen<'_>, words: &str) -> Arc<Paragraph> {
    pen.set(words, Weight::Regular, 11.0, LABEL)
}

/// The room that labels of links need at the lower edge of a lane, besides what it has anyway.
pub(super) fn strips(pen: &mut Pen<'_>, map: &JourneyMap, lanes: &[&Lane]) -> BTreeMap<LaneId, f64> {
    let mut strips = BTreeMap::new();
    if map.cards().all(|(_, card)| card.links.iter().all(|link| link.label.is_empty())) {
        return strips;
    }
    let places: BTreeMap<LaneId, usize> = lanes.iter().enumerate().map(|(place, lane)| (lane.id, place)).collect();
    let lane_of: BTreeMap<CardId, LaneId> = map.cards().map(|(_, card)| (card.id, card.lane)).collect();
    for (_, card) in map.cards() {
        for link in card.links.iter().filter(|link| !link.label.is_empty() && link.to != card.id) {
            let place = |lane: Option<&LaneId>| lane.and_then(|lane| places.get(lane)).copied();
            let (Some(from), Some(to)) = (place(Some(&card.lane)), place(lane_of.get(&link.to))) else { continue };
            let height = label_of(pen, &link.label).height;
            let room = if from == to { height + HEAD + 5.0 } else { (height + 6.0 - pen.space.row).max(0.0) };
            if let Some(lane) = lanes.get(from.min(to)) {
                let strip = strips.entry(lane.id).or_insert(0.0_f64);
                *strip = strip.max(room);
            }
        }
    }
    strips
}

/// All arrows whose two cards are shown.
pub(super) fn links(pen: &mut Pen<'_>, map: &JourneyMap, around: &Around<'_>) -> Vec<Item> {
    let linked = || map.cards().filter(|(_, card)| !card.links.is_empty());
    if linked().next().is_none() {
        return Vec::new();
    }
    let router = Router::new(around);
    let mut drawn: Vec<(Vec<Point>, &str)> = Vec::new();
    for (_, card) in linked() {
        let card: &Card = card;
        // An arrow from a card to itself would say nothing.
        for link in card.links.iter().filter(|link| link.to != card.id) {
            let (Some(from), Some(to)) = (around.cards.get(&card.id), around.cards.get(&link.to)) else { continue };
            let points = router.route(*from, *to, drawn.len(), !link.label.is_empty());
            drawn.push((points, link.label.as_str()));
        }
    }
    let mut taken = router.taken(around, &drawn);
    let color = pen.palette.weak;
    let mut items = Vec::new();
    for (points, words) in drawn {
        let path = rounded(&points);
        let mut bounds = path.bounding_box().inflate(HEAD, HEAD);
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
        if !words.is_empty() {
            let set = label_of(pen, words);
            bounds = bounds.union(put_label(pen, &set, &points, &mut taken, &mut parts));
        }
        items.push(group(None, Role::Decoration, words.to_owned(), bounds, parts));
    }
    items
}

/// Finds ways between cards.
struct Router<'a> {
    rows: &'a [Row],
    /// Names of blueprint lines.
    names: &'a [Rect],
    /// The cards that cover each column, and the columns' edges.
    columns: Vec<(f64, f64, Vec<Rect>)>,
    /// The lowest edge of the cards of each row.
    fullest: Vec<f64>,
}

/// The row that a card stands in.
fn row_of(rows: &[Row], card: Rect) -> usize {
    rows.partition_point(|row| row.bottom < card.center().y)
}

impl<'a> Router<'a> {
    fn new(around: &Around<'a>) -> Self {
        let edges = around.grid.columns.iter().map(|column| (column.left, column.right, Vec::new()));
        let mut columns: Vec<(f64, f64, Vec<Rect>)> = edges.collect();
        for rect in around.cards.values() {
            let first = columns.partition_point(|(_, right, _)| *right <= rect.x0);
            for (_, _, rects) in columns.iter_mut().skip(first).take_while(|(left, _, _)| *left < rect.x1) {
                rects.push(*rect);
            }
        }
        let mut fullest: Vec<f64> = around.rows.iter().map(|row| row.top).collect();
        for rect in around.cards.values() {
            if let Some(fullest) = fullest.get_mut(row_of(around.rows, *rect)) {
                *fullest = fullest.max(rect.y1);
            }
        }
        Self { rows: around.rows, names: around.names, columns, fullest }
    }

    /// Whether a card lies in an area that touches none of the two ends.
    fn blocked(&self, area: Rect, ends: [Rect; 2]) -> bool {
        let first = self.columns.partition_point(|(_, right, _)| *right < area.x0);
        self.columns.iter().skip(first).take_while(|(left, _, _)| *left <= area.x1).any(|(_, _, rects)| {
            rects.iter().any(|rect| {
                !ends.contains(rect)
                    && rect.x0 <= area.x1
                    && rect.x1 >= area.x0
                    && rect.y0 <= area.y1
                    && rect.y1 >= area.y0
            })
        })
    }

    fn row(&self, rect: Rect) -> usize {
        row_of(self.rows, rect)
    }

    /// The corners of an arrow. `turn` keeps neighbouring arrows apart.
    fn route(&self, from: Rect, to: Rect, turn: usize, labelled: bool) -> Vec<Point> {
        let ends = [from, to];
        let same_row = self.row(from) == self.row(to);
        let aside = 2.0 * (turn % 3) as f64 - 2.0;

        // Over each other.
        let (left, right) = (from.x0.max(to.x0), from.x1.min(to.x1));
        if right - left > COMMON {
            let (start, end) = if from.y1 <= to.y0 { (from.y1, to.y0) } else { (from.y0, to.y1) };
            let (top, bottom) = (start.min(end), start.max(end));
            let middle = left.midpoint(right);
            let tries = [middle, left + COMMON, right - COMMON / 2.0, left + COMMON / 2.0];
            let free = |x: &f64| !self.blocked(Rect::new(*x, top, *x, bottom), ends);
            // Not through the name of a blueprint line, if it can be helped.
            let unwritten = |x: &f64| {
                self.names.iter().all(|name| *x < name.x0 - 4.0 || *x > name.x1 || name.y0 > bottom || name.y1 < top)
            };
            if let Some(x) = tries.into_iter().find(|x| free(x) && unwritten(x)).or(tries.into_iter().find(free)) {
                return vec![Point::new(x, start), Point::new(x, end)];
            }
        }

        // Beside each other in one row.
        let forward = to.x0 >= from.x1;
        let (start, end) = if forward { (from.x1, to.x0) } else { (from.x0, to.x1) };
        let apart = right - left <= 0.0;
        if apart && same_row {
            if labelled {
                // The words need room: below the cards, where the row has kept it.
                let channel = self.channel(from, to) + HEAD;
                let free = |rect: Rect| {
                    let x = rect.center().x;
                    !self.blocked(Rect::new(x, rect.y1, x, channel), [rect, rect])
                };
                if free(from) && free(to) {
                    let (a, b) = (from.center().x + 8.0, to.center().x - 8.0);
                    return vec![
                        Point::new(a, from.y1),
                        Point::new(a, channel),
                        Point::new(b, channel),
                        Point::new(b, to.y1),
                    ];
                }
            }
            let (top, bottom) = (from.y0.max(to.y0), from.y1.min(to.y1));
            if bottom - top > 8.0 {
                let y = top.midpoint(bottom);
                if !self.blocked(Rect::new(start.min(end), y, start.max(end), y), ends) {
                    return vec![Point::new(start, y), Point::new(end, y)];
                }
            }
        }

        // Through the gutters, and along the edge of a row where they aren't the same.
        let (leave, arrive) = match (apart, forward) {
            (true, true) => (from.x1 + LEAVE, to.x0 - ARRIVE),
            (true, false) => (from.x0 - LEAVE, to.x1 + ARRIVE),
            (false, _) => (from.x1 + ARRIVE, to.x1 + ARRIVE),
        };
        let (start, end) = if apart { (start, end) } else { (from.x1, to.x1) };
        let (a, b) = (from.center().y + aside, to.center().y + aside);
        if (leave - arrive).abs() < 2.0 {
            return vec![Point::new(start, a), Point::new(arrive, a), Point::new(arrive, b), Point::new(end, b)];
        }
        let channel = self.channel(from, to) + aside;
        vec![
            Point::new(start, a),
            Point::new(leave, a),
            Point::new(leave, channel),
            Point::new(arrive, channel),
            Point::new(arrive, b),
            Point::new(end, b),
        ]
    }

    /// The height at which an arrow passes columns: below all cards of the upper one of the two rows.
    fn channel(&self, from: Rect, to: Rect) -> f64 {
        let upper = self.row(from).min(self.row(to));
        self.fullest.get(upper).map_or(from.y1, |fullest| *fullest) + ROW_PADDING / 2.0
    }

    /// What labels keep clear of.
    fn taken(&self, around: &Around<'_>, drawn: &[(Vec<Point>, &str)]) -> Taken {
        let (top, bottom) =
            (around.rows.first().map_or(0.0, |row| row.top), around.rows.last().map_or(0.0, |row| row.bottom));
        let left = self.columns.first().map_or(0.0, |(left, _, _)| *left);
        let mut taken = Taken::new(Rect::new(left, top, around.grid.width, bottom));
        if drawn.iter().all(|(_, words)| words.is_empty()) {
            return taken;
        }
        for rect in around.cards.values() {
            taken.take(*rect);
        }
        for border in around.borders.iter().chain(around.names) {
            taken.take(*border);
        }
        for row in around.rows {
            let y = row.bottom;
            taken.line(Point::new(left, y), Point::new(around.grid.width, y), labels::Weight::ZERO);
        }
        for (points, _) in drawn {
            for pair in points.windows(2) {
                taken.line(pair[0], pair[1], labels::Weight::CURVE);
            }
        }
        taken
    }
}

/// Puts words beside an arrow where there is room, else on paper over its middle; says where they are.
fn put_label(pen: &Pen<'_>, set: &Paragraph, points: &[Point], taken: &mut Taken, parts: &mut Vec<Item>) -> Rect {
    let (width, height) = (set.width, set.height);
    let places = points.windows(2).flat_map(|pair| {
        let (a, b) = (pair[0], pair[1]);
        let upright = (a.x - b.x).abs() < (a.y - b.y).abs();
        let short = 40.0 / (1.0 + (b - a).hypot());
        (0..=8).flat_map(move |step| {
            let at = a.lerp(b, f64::from(step) / 8.0);
            let own = short + f64::from((step - 4_i32).abs());
            let corners = if upright {
                [Point::new(at.x + 5.0, at.y - height / 2.0), Point::new(at.x - 5.0 - width, at.y - height / 2.0)]
            } else {
                [Point::new(at.x - width / 2.0, at.y + 2.0), Point::new(at.x - width / 2.0, at.y - height - 2.0)]
            };
            corners.map(|corner| (Rect::new(corner.x, corner.y, corner.x + width, corner.y + height), own))
        })
    });
    let beside = taken.best(places.collect::<Vec<_>>().into_iter());
    let rect = beside.unwrap_or_else(|| {
        let longest = points.windows(2).max_by(|a, b| (a[1] - a[0]).hypot().total_cmp(&(b[1] - b[0]).hypot()));
        let middle = longest.map_or(Point::ORIGIN, |pair| pair[0].midpoint(pair[1]));
        let corner = middle - Vec2::new(width / 2.0, height / 2.0);
        let rect = taken.inside(Rect::new(corner.x, corner.y, corner.x + width, corner.y + height));
        parts.push(fill(rect.inflate(3.0, 0.0), 3.0, pen.palette.paper));
        rect
    });
    put(parts, set, rect.origin(), pen.palette.weak, Align::Left);
    rect
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

fn head(before: Point, end: Point, color: Color) -> Item {
    let along = unit(end - before);
    let across = Vec2::new(-along.y, along.x);
    let mut path = BezPath::new();
    path.move_to(end);
    path.line_to(end - along * HEAD + across * HEAD * 0.5);
    path.line_to(end - along * HEAD - across * HEAD * 0.5);
    path.close_path();
    Item::Path(PathItem { path: Arc::new(path), origin: Point::ORIGIN, scale: 1.0, fill: Some(color), stroke: None })
}
