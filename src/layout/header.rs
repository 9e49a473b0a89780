//! The headings over the columns: phases, stages, steps; and the frames of moments of truth.

use std::collections::BTreeMap;
use std::sync::Arc;

use kurbo::{BezPath, Point, Rect};

use super::grid::Grid;
use super::ink;
use super::links;
use super::pen::{Align, Pen, fill, framed, group, line, put, put_icon};
use super::rows::Rows;
use crate::i18n;
use crate::model::{JourneyMap, LaneKind, StepId};
use crate::scene::{Item, PathItem, Placed, Region, Role, Stroke, Target, kurbo};
use crate::text::Weight;
use crate::words;

/// How far a frame stands off its column; two of them fit into a gutter.
pub(super) const FRAME: f64 = 5.0;
/// Height of the mark over a moment of truth.
const BADGE: f64 = 19.0;

/// The headings, and where frames begin.
pub(super) struct Header {
    pub(super) region: Region,
    frames_top: f64,
}

/// The headings from `top` on.
pub(super) fn header(pen: &mut Pen<'_>, map: &JourneyMap, grid: &Grid, top: f64) -> Header {
    let mut items = Vec::new();
    let mut y = top + 6.0;
    if map.stages.iter().any(|stage| stage.phase.is_some()) {
        y = phases(pen, map, grid, y, &mut items);
    }
    y = stages(pen, map, grid, y, &mut items);
    let frames_top = y + BADGE * pen.large / 2.0 + 3.0;
    let below = steps(pen, map, grid, y, &mut items);
    let names = name_ends(&items);
    let (branches, height) = links::branches(pen, map, grid, &names, below - 6.0);
    items.extend(branches);
    let bottom = if height > 0.0 { below - 6.0 + height } else { below };
    let right = grid.width;
    Header { region: Region { rect: Rect::new(0.0, top, right, bottom), items }, frames_top }
}

/// Where the words of each step's heading end.
fn name_ends(items: &[Item]) -> BTreeMap<StepId, f64> {
    let headings = items.iter().filter_map(|item| match item {
        Item::Group(group) => match group.target {
            Some(Target::Step(id)) => Some((id, group)),
            _ => None,
        },
        _ => None,
    });
    let words = |group: &Placed| {
        let lines = group.items().filter_map(|item| match item {
            Item::Text(text) => Some(text.origin.y + 6.0),
            _ => None,
        });
        lines.reduce(f64::max).unwrap_or(group.rect().y0 + 18.0)
    };
    headings.map(|(id, group)| (id, words(group))).collect()
}

fn phases(pen: &mut Pen<'_>, map: &JourneyMap, grid: &Grid, top: f64, items: &mut Vec<Item>) -> f64 {
    let mut bottom = top;
    for (phase, range) in &grid.phases {
        let Some(phase) = *phase else { continue };
        let (left, right) = grid.span(range);
        let colors = pen.palette.phase(Some(phase));
        let own = map.phases.get(phase);
        let name = if own.is_empty() { i18n::phase_word(pen.words, phase) } else { own.to_owned() };
        let set = pen.set(&name, Weight::Bold, 13.0, right - left);
        let mut parts = if pen.palette.patterns {
            let (from, to) = (Point::new(left + 2.0, top + 2.0), Point::new(right - 2.0, top + 2.0));
            vec![line(from, to, ink::stroke(phase as usize, colors.bar, 4.0))]
        } else {
            vec![fill(Rect::new(left, top, right, top + 4.0), 2.0, colors.bar)]
        };
        put(&mut parts, &set, Point::new(left, top + 9.0), colors.text, Align::Left);
        let rect = Rect::new(left, top, right, top + 9.0 + set.height);
        items.push(group(Some(Target::Phase(phase)), Role::ColumnHeader, name, rect, parts));
        bottom = bottom.max(rect.y1);
    }
    bottom + 6.0
}

fn stages(pen: &mut Pen<'_>, map: &JourneyMap, grid: &Grid, top: f64, items: &mut Vec<Item>) -> f64 {
    let sets: Vec<_> = map
        .stages
        .iter()
        .zip(&grid.stages)
        .map(|(stage, range)| {
            let (left, right) = grid.span(range);
            (left, right, pen.set(&stage.name, Weight::Bold, 12.0, right - left - 24.0))
        })
        .collect();
    let height = sets.iter().map(|(_, _, set)| set.height).fold(0.0, f64::max) + 11.0;
    for (stage, (left, right, set)) in map.stages.iter().zip(&sets) {
        let colors = pen.palette.phase(stage.phase);
        let rect = Rect::new(*left, top, *right, top + height);
        let mut parts = if pen.palette.patterns {
            let kind = stage.phase.map_or(3, |phase| phase as usize);
            vec![framed(rect, 6.0, Some(colors.tint), ink::stroke(kind, colors.bar, 1.2))]
        } else if pen.palette.edged {
            vec![framed(rect, 6.0, Some(colors.tint), Stroke::solid(colors.bar, pen.palette.edge))]
        } else {
            vec![fill(rect, 6.0, colors.tint)]
        };
        put(&mut parts, set, Point::new(left + 12.0, top + 5.5), colors.text, Align::Left);
        if !stage.notes.is_empty() {
            put_icon(&mut parts, "notebook-pen", Point::new(right - 18.0, top + 8.0), 12.0, colors.text);
        }
        items.push(group(Some(Target::Stage(stage.id)), Role::ColumnHeader, stage.name.clone(), rect, parts));
    }
    if map.stages.is_empty() { top } else { top + height }
}

fn steps(pen: &mut Pen<'_>, map: &JourneyMap, grid: &Grid, top: f64, items: &mut Vec<Item>) -> f64 {
    let moments = map.steps().any(|(_, step)| step.moment_of_truth);
    let badge = BADGE * pen.large;
    let text_top = top + if moments { badge + 6.0 } else { 12.0 };
    let mut texts = Vec::new();
    let mut height: f64 = 18.0;
    for (_, step) in map.steps() {
        let Some(column) = grid.places.get(&step.id).and_then(|place| grid.columns.get(*place)) else { continue };
        let set = pen.set(&step.name, Weight::Bold, 13.0, column.right - column.left);
        let risk = step.risk.as_ref().map(|risk| {
            let words = format!("{}: {}", words!(pen.words, "map-risk"), risk.worst_case);
            pen.set(&words, Weight::Regular, 11.0, column.right - column.left - 16.0)
        });
        height = height.max(set.height + risk.as_ref().map_or(0.0, |risk| risk.height + 3.0));
        texts.push((step, *column, set, risk));
    }
    let bottom = text_top + height + 12.0;
    for (step, column, set, risk) in texts {
        let mut parts = Vec::new();
        put(&mut parts, &set, Point::new(column.left, text_top), pen.palette.text, Align::Left);
        if let Some(risk) = risk {
            let y = text_top + set.height + 3.0;
            put_icon(&mut parts, "triangle-alert", Point::new(column.left, y + 1.5), 11.0, pen.palette.pain.text);
            put(&mut parts, &risk, Point::new(column.left + 16.0, y), pen.palette.weak, Align::Left);
        }
        let mut name = step.name.clone();
        if step.moment_of_truth {
            let word = words!(pen.words, "map-moment-of-truth");
            let room = column.right - column.left + 2.0 * FRAME - 16.0;
            let set = pen.line(&format!("★ {word}"), Weight::Bold, 11.0);
            // Where the words have no room, the star says it.
            let set = if set.width <= room { set } else { pen.line("★", Weight::Bold, 11.0) };
            // The mark straddles the frame's upper edge, at its right, and never leaves the column.
            let width = (set.width + 16.0).min(column.right - column.left + 2.0 * FRAME);
            let right = column.right + FRAME - 4.0;
            let rect = Rect::new(right - width, top + 3.0, right, top + 3.0 + badge);
            parts.push(fill(rect, badge / 2.0, pen.palette.accent));
            let at = Point::new(rect.x0 + 8.0, rect.center().y - set.height / 2.0);
            put(&mut parts, &set, at, pen.palette.on_accent, Align::Left);
            name = format!("{name}, {word}");
        }
        let rect = Rect::new(column.left, top, column.right, bottom - 6.0);
        items.push(group(Some(Target::Step(step.id)), Role::ColumnHeader, name, rect, parts));
    }
    if map.stages.is_empty() { top + 12.0 } else { bottom }
}

/// Frames the columns of moments of truth, from their heading down to the end of the emotion lane, or of all lanes.
pub(super) fn frame_moments(pen: &Pen<'_>, map: &JourneyMap, grid: &Grid, header: &mut Header, rows: &mut Rows) {
    let emotion = map
        .lanes
        .iter()
        .filter(|lane| lane.kind == LaneKind::Emotion)
        .find_map(|lane| rows.rows.iter().find(|row| row.lane == lane.id && !row.collapsed));
    let seam = header.region.rect.y1;
    let bottom = emotion.map_or(rows.body.rect.y1 - 6.0, |row| row.bottom - 2.0);
    let stroke = Stroke::solid(pen.palette.text, 1.4);
    let mut below = Vec::new();
    let mut above = Vec::new();
    for (_, step) in map.steps().filter(|(_, step)| step.moment_of_truth) {
        let Some(column) = grid.places.get(&step.id).and_then(|place| grid.columns.get(*place)) else { continue };
        let (left, right) = (column.left - FRAME, column.right + FRAME);
        below.push(fill(Rect::new(left, header.frames_top, right, bottom), 9.0, pen.palette.moment));
        above.push(side(left, right, seam, header.frames_top, stroke));
        below.push(side(left, right, seam, bottom, stroke));
    }
    if bottom <= seam {
        return;
    }
    let decoration = |items: Vec<Item>, rect: Rect| group(None, Role::Decoration, String::new(), rect, items);
    rows.body.items.insert(rows.ground, decoration(below, rows.body.rect));
    let rect = header.region.rect;
    header.region.items.insert(0, decoration(above, rect));
}

/// Half of a frame: two sides from `open` to `closed`, round corners and the edge there.
fn side(left: f64, right: f64, open: f64, closed: f64, stroke: Stroke) -> Item {
    let radius = 9.0_f64.min((open - closed).abs());
    let towards = if closed > open { -radius } else { radius };
    let mut path = BezPath::new();
    path.move_to((left, open));
    path.line_to((left, closed + towards));
    path.quad_to((left, closed), (left + radius, closed));
    path.line_to((right - radius, closed));
    path.quad_to((right, closed), (right, closed + towards));
    path.line_to((right, open));
    Item::Path(PathItem { path: Arc::new(path), origin: Point::ORIGIN, scale: 1.0, fill: None, stroke: Some(stroke) })
}
