//! What arrows run around: where the rows and cards of a picture will be, and the room that rows keep for arrows.

use std::collections::BTreeMap;
use std::sync::Arc;

use kurbo::{Point, Rect};

use super::Figures;
use super::grid::Grid;
use super::links::{self, End, Holds, Linked, Plan, RowPlace};
use super::pen::Pen;
use super::rows::{BORDER, Prepared, border_end, unanswered_boxes};
use crate::model::{Card, CardId, JourneyMap, LaneId, LaneKind};
use crate::scene::{Color, Item, kurbo};
use crate::text::Weight;

/// Space above and below the name of a row that shows nothing else.
const AROUND_NAME: f64 = 5.0;

/// Where everything is that arrows run around, and between.
#[derive(PartialEq)]
pub(super) struct Obstacles {
    rows: Vec<RowPlace>,
    grounds: Vec<Color>,
    ends: BTreeMap<CardId, End>,
    boxes: Vec<Rect>,
    names: Vec<Rect>,
}

impl Obstacles {
    fn new(
        pen: &mut Pen<'_>,
        map: &JourneyMap,
        grid: &Grid,
        figures: &Figures,
        linked: &Linked<'_>,
        top: f64,
        prepared: &[Prepared<'_>],
    ) -> Self {
        let mut found =
            Self { rows: Vec::new(), grounds: Vec::new(), ends: BTreeMap::new(), boxes: Vec::new(), names: Vec::new() };
        let mut folded: BTreeMap<LaneId, usize> = BTreeMap::new();
        let mut y = top;
        for (index, row) in prepared.iter().enumerate() {
            if let Some(border) = &row.border {
                let (set, end) = (pen.line(border, Weight::Medium, 11.0), border_end(grid.width));
                let height = BORDER * pen.large;
                found.names.push(Rect::new(end - set.width - 10.0, y, end, y + height));
                y += height;
            }
            let bottom = y + row.height;
            let (holds, margin) = match row.lane.kind {
                _ if row.collapsed => (Holds::Name, AROUND_NAME),
                LaneKind::Emotion | LaneKind::CustomersKept | LaneKind::PainPriority | LaneKind::Time => {
                    (Holds::Figures, 0.0)
                }
                _ => (Holds::Cards, pen.space.row),
            };
            found.rows.push(RowPlace { top: y, bottom, holds, margin, above: row.above, below: row.below });
            found.grounds.push(pen.palette.lane(row.lane.color));
            if row.collapsed {
                folded.insert(row.lane.id, index);
            }
            for (id, rect) in row.cards(y) {
                found.boxes.push(rect);
                if linked.contains_key(&id) {
                    let first = grid.columns.partition_point(|column| column.right <= rect.x0);
                    let last = grid.columns.partition_point(|column| column.left < rect.x1).max(first + 1) - 1;
                    found.ends.insert(id, End { rect, row: index, first, last, folded: false });
                }
            }
            if row.lane.kind == LaneKind::Opportunities && !row.collapsed && figures.has_pains() {
                let boxes = unanswered_boxes(pen, map, grid, figures, row.lane, y + row.above);
                found.boxes.extend(boxes.into_iter().map(|(rect, _)| rect));
            }
            y = bottom;
        }
        // Cards of collapsed lanes are dots in their row.
        for (step, card) in map.cards().filter(|(_, card)| linked.contains_key(&card.id)) {
            let (Some(row), Some(column)) = (folded.get(&card.lane).copied(), grid.places.get(&step.id).copied())
            else {
                continue;
            };
            let (Some(place), Some(edges)) = (found.rows.get(row), grid.columns.get(column)) else { continue };
            let middle = Point::new(
                edges.left.midpoint(edges.right),
                (place.top + place.above).midpoint(place.bottom - place.below),
            );
            let rect = Rect::from_center_size(middle, (6.0, 6.0));
            found.ends.insert(card.id, End { rect, row, first: column, last: column, folded: true });
        }
        found
    }

    /// What a plan of arrows looks at.
    pub(super) fn around<'a>(&'a self, grid: &'a Grid) -> links::Around<'a> {
        links::Around {
            columns: &grid.columns,
            rows: &self.rows,
            grounds: &self.grounds,
            ends: &self.ends,
            boxes: &self.boxes,
            names: &self.names,
        }
    }
}

/// The arrows of a picture, kept for the next one.
pub(super) struct Arrows {
    /// What they ran around before rows grew for them, and the cards that they tie.
    of: (Obstacles, Vec<Option<Arc<Card>>>),
    rooms: Vec<(usize, bool, f64)>,
    items: Vec<Item>,
}

/// The arrows, drawn, for which rows grow; none where nothing is linked. Those that were kept are taken where nothing
/// that they go by has changed.
pub(super) fn arrows(
    pen: &mut Pen<'_>,
    map: &JourneyMap,
    grid: &Grid,
    figures: &Figures,
    top: f64,
    prepared: &mut [Prepared<'_>],
    kept: &mut Option<Arrows>,
) -> Vec<Item> {
    let linked = links::linked(map);
    if linked.is_empty() {
        *kept = None;
        return Vec::new();
    }
    let narrow = Obstacles::new(pen, map, grid, figures, &linked, top, prepared);
    if let Some(kept) = kept
        && kept.of.0 == narrow
        && kept.of.1.len() == linked.len()
        && kept.of.1.iter().zip(linked.values()).all(|(kept, card)| match (kept, card) {
            (Some(kept), Some(card)) => Arc::ptr_eq(kept, card),
            (None, None) => true,
            _ => false,
        })
    {
        make_room(&kept.rooms, prepared);
        return kept.items.clone();
    }
    let around = narrow.around(grid);
    let plan = Plan::new(pen, map, &around);
    let rooms = plan.room(&around);
    make_room(&rooms, prepared);
    let wide = Obstacles::new(pen, map, grid, figures, &linked, top, prepared);
    let items = plan.draw(pen, map, &wide.around(grid), &linked);
    let cards = linked.values().map(|card| card.cloned()).collect();
    *kept = Some(Arrows { of: (narrow, cards), rooms, items: items.clone() });
    items
}

fn make_room(rooms: &[(usize, bool, f64)], prepared: &mut [Prepared<'_>]) {
    for (row, above, room) in rooms.iter().copied() {
        let Some(row) = prepared.get_mut(row) else { continue };
        row.height += room;
        if above {
            row.above += room;
        } else {
            row.below += room;
        }
    }
}
