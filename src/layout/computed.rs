//! Rows without cards: customers kept, pain priority, time.

use std::sync::Arc;

use kurbo::{BezPath, Point, Rect};

use super::Figures;
use super::grid::Grid;
use super::pen::{Align, Pen, fill, framed, group, put};
use super::theme::GUTTER;
use crate::insight::kept::Kept;
use crate::model::{JourneyMap, LaneKind, Step};
use crate::scene::{Item, PathItem, Role, Stroke, kurbo};
use crate::text::Weight;
use crate::words;

/// Height of the row of customers kept.
pub(super) const KEPT_HEIGHT: f64 = 84.0;
/// Height of the row of pain priorities.
pub(super) const PRIORITY_HEIGHT: f64 = 76.0;

/// Draws a computed row between `top` and `bottom`.
#[expect(clippy::too_many_arguments, reason = "a row depends on all of these and on nothing else")]
pub(super) fn computed(
    pen: &mut Pen<'_>,
    map: &JourneyMap,
    grid: &Grid,
    figures: &Figures,
    kind: LaneKind,
    spoken_steps: &[String],
    top: f64,
    bottom: f64,
) -> Vec<Item> {
    match kind {
        LaneKind::CustomersKept => kept(pen, grid, &figures.kept, spoken_steps, top, bottom),
        LaneKind::PainPriority => priorities(pen, map, grid, figures, spoken_steps, top, bottom),
        LaneKind::Time => times(pen, map, grid, top),
        _ => Vec::new(),
    }
}

/// What is said of a step's customers: `77–82%`, "at most" where a score is missing so far.
fn range(pen: &Pen<'_>, kept: &Kept) -> String {
    let whole = |share: f64| pen.words.number(share * 100.0, 0);
    let (low, high) = (whole(kept.low), whole(kept.high));
    let range = if low == high { format!("{high}%") } else { format!("{low}–{high}%") };
    if kept.at_most { words!(pen.words, "map-at-most", range = range) } else { range }
}

/// Steps going down: the sure part full, the uncertain part faint. A label stands where the figure has moved.
fn kept(pen: &mut Pen<'_>, grid: &Grid, kept: &[Kept], spoken_steps: &[String], top: f64, bottom: f64) -> Vec<Item> {
    let (floor, ceiling) = (bottom - pen.space.row, top + pen.space.row);
    let y_of = |share: f64| floor - share.clamp(0.0, 1.0) * (floor - ceiling);
    if kept.is_empty() {
        return Vec::new();
    }
    let mut areas = Vec::new();
    let mut labels = Vec::new();
    let area = |shares: &dyn Fn(&Kept) -> f64, color| {
        let mut path = BezPath::new();
        let mut started = false;
        let mut end = 0.0;
        for step in kept {
            let Some(column) = grid.places.get(&step.step).and_then(|place| grid.columns.get(*place)) else { continue };
            let left = if started { column.left - GUTTER / 2.0 } else { column.left };
            let y = y_of(shares(step));
            if !started {
                path.move_to((left, floor));
                started = true;
            }
            path.line_to((left, y));
            end = column.right + GUTTER / 2.0;
            path.line_to((end, y));
        }
        started.then(|| {
            path.line_to((end, floor));
            path.close_path();
            let path = Arc::new(path);
            Item::Path(PathItem { path, origin: Point::ORIGIN, scale: 1.0, fill: Some(color), stroke: None })
        })
    };
    areas.extend(area(&|step| step.high, pen.palette.estimate_faint));
    areas.extend(area(&|step| step.low, pen.palette.estimate));
    let mut said: Option<(f64, f64)> = None;
    for step in kept {
        let Some(place) = grid.places.get(&step.step).copied() else { continue };
        let Some(column) = grid.columns.get(place) else { continue };
        let moved = said.is_none_or(|(low, high)| (low - step.low).abs() >= 0.04 || (high - step.high).abs() >= 0.04);
        let words = range(pen, step);
        let spoken = words!(pen.words, "map-kept-name", range = words.clone());
        let name = format!("{}: {spoken}", spoken_steps.get(place).map_or("", String::as_str));
        let mut parts = Vec::new();
        if moved {
            said = Some((step.low, step.high));
            let set = pen.set(&words, Weight::Medium, 12.0, column.right - column.left - 8.0);
            // On the sure part where it is high enough, else above both.
            let inside = floor - y_of(step.low) >= set.height + 8.0;
            let y = if inside { floor - set.height - 5.0 } else { (y_of(step.high) - set.height - 2.0).max(top + 1.0) };
            put(&mut parts, &set, Point::new(column.left + 8.0, y), pen.palette.text, Align::Left);
        }
        let rect = Rect::new(column.left, ceiling, column.right, floor);
        labels.push(group(None, Role::Note, name, rect, parts));
    }
    let mut items = Vec::new();
    if !areas.is_empty() {
        let rect = Rect::new(0.0, top, grid.width, bottom);
        items.push(group(None, Role::Decoration, String::new(), rect, areas));
    }
    items.extend(labels);
    items
}

/// A bar a step: the sum of its pain points' priorities.
fn priorities(
    pen: &mut Pen<'_>,
    map: &JourneyMap,
    grid: &Grid,
    figures: &Figures,
    spoken_steps: &[String],
    top: f64,
    bottom: f64,
) -> Vec<Item> {
    let most = figures.priorities.values().copied().fold(0.0, f64::max);
    let (floor, ceiling) = (bottom - pen.space.row, top + pen.space.row + 18.0 * pen.large);
    let mut items = Vec::new();
    for (_, step) in map.steps() {
        let Some(priority) = figures.priorities.get(&step.id).copied().filter(|priority| *priority > 0.0) else {
            continue;
        };
        let Some(place) = grid.places.get(&step.id).copied() else { continue };
        let Some(column) = grid.columns.get(place) else { continue };
        let y = floor - priority / most * (floor - ceiling);
        let mut parts = vec![fill(Rect::new(column.left, y, column.right, floor), 3.0, pen.palette.pain.bar)];
        let value = pen.words.number(priority, 1);
        let set = pen.line(&value, Weight::Bold, 12.0);
        put(&mut parts, &set, Point::new(column.left, y - set.height - 1.0), pen.palette.pain.text, Align::Left);
        let spoken = words!(pen.words, "map-priority-name", value = value);
        let name = format!("{}: {spoken}", spoken_steps.get(place).map_or("", String::as_str));
        items.push(group(None, Role::Note, name, Rect::new(column.left, top, column.right, bottom), parts));
    }
    items
}

/// A time in the largest unit that says it well.
fn duration(pen: &Pen<'_>, minutes: u32) -> String {
    let minutes = f64::from(minutes);
    if minutes < 60.0 {
        words!(pen.words, "map-minutes", n = pen.words.short_number(minutes))
    } else if minutes < 24.0 * 60.0 {
        words!(pen.words, "map-hours", n = pen.words.number_up_to(minutes / 60.0, 1))
    } else {
        words!(pen.words, "map-days", n = pen.words.number_up_to(minutes / 1440.0, 1))
    }
}

fn time_words(pen: &Pen<'_>, step: &Step) -> Vec<(bool, u32, String)> {
    let mut lines = Vec::new();
    if let Some(active) = step.active_minutes {
        lines.push((true, active, words!(pen.words, "map-active", time = duration(pen, active))));
    }
    if let Some(waiting) = step.waiting_minutes {
        lines.push((false, waiting, words!(pen.words, "map-waiting", time = duration(pen, waiting))));
    }
    lines
}

/// Height of the row of times.
pub(super) fn time_height(pen: &mut Pen<'_>, map: &JourneyMap, grid: &Grid) -> f64 {
    let mut height: f64 = 0.0;
    for (_, step) in map.steps() {
        let Some(column) = grid.places.get(&step.id).and_then(|place| grid.columns.get(*place)) else { continue };
        let lines = time_words(pen, step);
        let texts: f64 = lines
            .iter()
            .map(|(_, _, words)| pen.set(words, Weight::Regular, 12.0, column.right - column.left).height)
            .sum();
        height = height.max(texts + if lines.is_empty() { 0.0 } else { 10.0 });
    }
    (height + 2.0 * pen.space.row).max(22.0 * pen.large + 2.0 * pen.space.row)
}

/// Active time full, waiting time as an outline: lengths on a logarithmic scale, since minutes stand beside days.
fn times(pen: &mut Pen<'_>, map: &JourneyMap, grid: &Grid, top: f64) -> Vec<Item> {
    let length = |minutes: u32| (1.0 + f64::from(minutes)).ln();
    let most = map
        .steps()
        .map(|(_, step)| length(step.active_minutes.unwrap_or(0)) + length(step.waiting_minutes.unwrap_or(0)))
        .fold(0.0, f64::max);
    let mut items = Vec::new();
    for (_, step) in map.steps() {
        let Some(column) = grid.places.get(&step.id).and_then(|place| grid.columns.get(*place)) else { continue };
        let lines = time_words(pen, step);
        if lines.is_empty() {
            continue;
        }
        let room = column.right - column.left;
        let mut parts = Vec::new();
        let mut x = column.left;
        let mut y = top + pen.space.row;
        for (active, minutes, _) in &lines {
            let width = if most > 0.0 { length(*minutes) / most * room } else { 0.0 };
            if width > 1.0 {
                let rect = Rect::new(x, y, x + width, y + 6.0);
                parts.push(if *active {
                    fill(rect, 2.0, pen.palette.weak)
                } else {
                    framed(rect, 2.0, None, Stroke::solid(pen.palette.weak, 1.2))
                });
                x += width;
            }
        }
        y += 10.0;
        let mut spoken = Vec::new();
        for (active, _, words) in lines {
            let weight = if active { Weight::Medium } else { Weight::Regular };
            let color = if active { pen.palette.text } else { pen.palette.weak };
            let set = pen.set(&words, weight, 12.0, room);
            put(&mut parts, &set, Point::new(column.left, y), color, Align::Left);
            y += set.height;
            spoken.push(words);
        }
        let name = format!("{}: {}", step.name, spoken.join(", "));
        items.push(group(None, Role::Note, name, Rect::new(column.left, top, column.right, y), parts));
    }
    items
}
