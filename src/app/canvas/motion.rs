//! Moves over many cells at once, and the block of cells that they extend: what a spreadsheet's cursor does with Ctrl,
//! Shift, Home, End, Page up and Page down. Must not know what is in a card.

use eframe::egui;
use egui::{Event, Key, Modifiers, Stroke, StrokeKind, Ui};

use super::camera::{Part, View};
use super::navigate::{self, arrive, cell_cards};
use super::{Shown, overlay};
use crate::edit::motion::Direction;
use crate::edit::{Cursor, Selection, block, headings};
use crate::model::{JourneyMap, ScoreState};

/// A move of the cursor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Motion {
    /// One further.
    Step(Direction),
    /// To the edge of what is filled.
    Jump(Direction),
    /// To the row's first place.
    RowStart,
    /// To its last one.
    RowEnd,
    /// To the first cell.
    First,
    /// To the last cell that is used.
    Last,
    /// As many rows as are seen.
    Page(Direction),
}

/// Takes the first key that moves the cursor out of this frame's input: the move, and whether it extends what is selected.
pub(super) fn take(ui: &Ui) -> Option<(Motion, bool)> {
    ui.input_mut(|input| {
        let (place, found) = input.events.iter().enumerate().find_map(|(place, event)| {
            let Event::Key { key, pressed: true, modifiers, .. } = event else { return None };
            Some((place, motion_of(*key, *modifiers)?))
        })?;
        input.events.remove(place);
        Some(found)
    })
}

fn motion_of(key: Key, modifiers: Modifiers) -> Option<(Motion, bool)> {
    if modifiers.alt {
        return None;
    }
    let far = modifiers.command || modifiers.ctrl;
    let arrow = |direction| if far { Motion::Jump(direction) } else { Motion::Step(direction) };
    let motion = match key {
        Key::ArrowLeft => arrow(Direction::Left),
        Key::ArrowRight => arrow(Direction::Right),
        Key::ArrowUp => arrow(Direction::Up),
        Key::ArrowDown => arrow(Direction::Down),
        Key::Home if far => Motion::First,
        Key::End if far => Motion::Last,
        Key::Home => Motion::RowStart,
        Key::End => Motion::RowEnd,
        Key::PageUp if !far => Motion::Page(Direction::Up),
        Key::PageDown if !far => Motion::Page(Direction::Down),
        _ => return None,
    };
    Some((motion, modifiers.shift))
}

/// What is selected after a move.
pub(super) fn moved(shown: Shown<'_>, view: &View, motion: Motion, extend: bool) -> Option<Selection> {
    let (map, selection) = (shown.map, shown.selection);
    let Some(cursor) = selection.cursor else {
        // An arrow leads to the first cell; further moves begin there.
        let first = navigate::step(map, selection, Direction::Right)?;
        return match motion {
            Motion::Step(_) => Some(first),
            _ => moved(Shown { selection: &first, ..shown }, view, motion, false).or(Some(first.clone())),
        };
    };
    let anchor = selection.anchor.unwrap_or(cursor);
    if extend && let Cursor::Cell { .. } = cursor {
        let next = match motion {
            Motion::Step(direction) => beside(map, cursor, direction),
            _ => target(shown, view, cursor, motion).filter(|next| matches!(next, Cursor::Cell { .. })),
        };
        return Some(block::select(map, next.unwrap_or(cursor), anchor));
    }
    if extend && let Some(selection) = further(map, cursor, motion).and_then(|next| headings::extended(selection, next))
    {
        return Some(selection);
    }
    match motion {
        Motion::Step(direction) => navigate::step(map, selection, direction),
        Motion::Jump(direction) => target(shown, view, cursor, motion).map(|next| arrive(map, next, direction)),
        _ => target(shown, view, cursor, motion).map(|next| arrive(map, next, Direction::Left)),
    }
}

/// The heading of the cursor's kind that a move leads to, where it leads along the headings.
fn further(map: &JourneyMap, cursor: Cursor, motion: Motion) -> Option<Cursor> {
    let (direction, far) = match motion {
        Motion::Step(direction) => (direction, false),
        Motion::Jump(direction) => (direction, true),
        Motion::RowStart => (Direction::Left, true),
        Motion::RowEnd => (Direction::Right, true),
        Motion::First | Motion::Last | Motion::Page(_) => return None,
    };
    let runs = headings::runs(cursor, direction);
    // At the end it stays where it is.
    runs.then(|| headings::beside(map, cursor, direction, far).unwrap_or(cursor))
}

/// What is selected after a click with Shift: the block from the cursor's cell to the clicked one, or the headings up to it.
pub(super) fn extended_to(map: &JourneyMap, selection: &Selection, to: &Selection) -> Option<Selection> {
    if let Some(row) = to.cursor.and_then(|to| headings::extended(selection, to)) {
        return Some(row);
    }
    let cursor = selection.cursor.filter(|cursor| matches!(cursor, Cursor::Cell { .. }))?;
    let to = to.cursor.filter(|to| matches!(to, Cursor::Cell { .. }))?;
    (to != cursor).then(|| block::select(map, to, selection.anchor.unwrap_or(cursor)))
}

/// The cell beside a cell, whatever cards are in it.
fn beside(map: &JourneyMap, cursor: Cursor, direction: Direction) -> Option<Cursor> {
    let (row, column) = block::position(map, cursor)?;
    match direction {
        Direction::Left => cell_at(map, row, column.checked_sub(1)?),
        Direction::Right => cell_at(map, row, column + 1),
        Direction::Up => cell_at(map, row.checked_sub(1)?, column),
        Direction::Down => cell_at(map, row + 1, column),
    }
}

/// The cell at a row and a column of the block of all cells.
fn cell_at(map: &JourneyMap, row: usize, column: usize) -> Option<Cursor> {
    let row = block::rows(map).get(row).copied()?;
    let step = map.steps().nth(column).map(|(_, step)| step.id)?;
    Some(Cursor::Cell { lane: row.lane, step, persona: row.persona })
}

/// Where a move over several places leads.
fn target(shown: Shown<'_>, view: &View, cursor: Cursor, motion: Motion) -> Option<Cursor> {
    let map = shown.map;
    let rows = block::rows(map).len();
    let columns = map.steps().count();
    let cell = |row: usize, column: usize| cell_at(map, row, column);
    match motion {
        Motion::First => cell(0, 0).or_else(|| map.stages.first().map(|stage| Cursor::Stage(stage.id))),
        Motion::Last => {
            let used = |row, column| cell(row, column).is_some_and(|cursor| is_filled(map, cursor));
            let row = (0..rows).rev().find(|row| (0..columns).any(|column| used(*row, column)));
            let column = (0..columns).rev().find(|column| (0..rows).any(|row| used(row, *column)));
            match row.zip(column) {
                Some((row, column)) => cell(row, column),
                None => cell(rows.checked_sub(1)?, columns.checked_sub(1)?),
            }
        }
        Motion::RowStart | Motion::RowEnd => {
            let last = motion == Motion::RowEnd;
            match cursor {
                Cursor::Cell { .. } => {
                    let (row, _) = block::position(map, cursor)?;
                    cell(row, if last { columns.checked_sub(1)? } else { 0 })
                }
                Cursor::Lane(lane) if last => {
                    let row = block::rows(map).iter().position(|row| row.lane == lane)?;
                    cell(row, columns.checked_sub(1)?)
                }
                heading => end_of_headings(map, heading, last),
            }
        }
        Motion::Jump(direction) => jump(map, cursor, direction),
        Motion::Page(direction) => page(shown, view, cursor, direction),
        Motion::Step(direction) => beside(map, cursor, direction),
    }
}

/// The first or the last heading beside this one.
fn end_of_headings(map: &JourneyMap, cursor: Cursor, last: bool) -> Option<Cursor> {
    let direction = if last { Direction::Right } else { Direction::Left };
    let same = |next: &Cursor| std::mem::discriminant(next) == std::mem::discriminant(&cursor);
    let mut at = cursor;
    while let Some(next) = navigate::step(map, &Selection::at(at), direction)
        .and_then(|next| next.cursor)
        .filter(|next| same(next) && *next != at)
    {
        at = next;
    }
    Some(at)
}

/// Whether something is in a cell.
fn is_filled(map: &JourneyMap, cursor: Cursor) -> bool {
    match cursor {
        Cursor::Cell { step, persona: Some(persona), .. } => {
            map.step(step).is_some_and(|step| !matches!(step.score(persona).state, ScoreState::Unknown))
        }
        Cursor::Cell { lane, step, persona: None } => !cell_cards(map, lane, step).is_empty(),
        _ => false,
    }
}

/// As in every spreadsheet: from within what is filled to its edge, from its edge over the gap to the next filled cell, and
/// where there is none to the end of the table. At the end already, on to the headings.
fn jump(map: &JourneyMap, cursor: Cursor, direction: Direction) -> Option<Cursor> {
    let Some((row, column)) = block::position(map, cursor) else {
        return jump_from_heading(map, cursor, direction);
    };
    let sideways = matches!(direction, Direction::Left | Direction::Right);
    let at = |place: usize| if sideways { cell_at(map, row, place) } else { cell_at(map, place, column) };
    let (place, count) = if sideways { (column, map.steps().count()) } else { (row, block::rows(map).len()) };
    let filled: Vec<bool> = (0..count).map(|place| at(place).is_some_and(|cursor| is_filled(map, cursor))).collect();
    let forward = matches!(direction, Direction::Right | Direction::Down);
    let to = edge(&filled, place, forward);
    if to != place {
        return at(to);
    }
    match (cursor, direction) {
        (Cursor::Cell { lane, .. }, Direction::Left) => Some(Cursor::Lane(lane)),
        (Cursor::Cell { step, .. }, Direction::Up) => Some(Cursor::Step(step)),
        _ => None,
    }
}

fn jump_from_heading(map: &JourneyMap, cursor: Cursor, direction: Direction) -> Option<Cursor> {
    let into = |row: usize, column: usize, sideways: bool| {
        let count = if sideways { map.steps().count() } else { block::rows(map).len() };
        let at = |place: usize| if sideways { cell_at(map, row, place) } else { cell_at(map, place, column) };
        let filled = (0..count).find(|place| at(*place).is_some_and(|cursor| is_filled(map, cursor)));
        at(filled.unwrap_or(count.checked_sub(1)?))
    };
    match (cursor, direction) {
        (Cursor::Step(step), Direction::Down) => into(0, map.steps().position(|(_, other)| other.id == step)?, false),
        (Cursor::Lane(lane), Direction::Right) => {
            into(block::rows(map).iter().position(|row| row.lane == lane)?, 0, true)
        }
        (Cursor::Lane(_), Direction::Up | Direction::Down) => {
            let mut lanes = map.lanes.iter().filter(|lane| !lane.hidden);
            let lane = if direction == Direction::Up { lanes.next() } else { lanes.next_back() };
            lane.map(|lane| Cursor::Lane(lane.id))
        }
        (_, Direction::Left | Direction::Right) => end_of_headings(map, cursor, direction == Direction::Right),
        (_, Direction::Up) => Some(Cursor::Title),
        (_, Direction::Down) => navigate::step(map, &Selection::at(cursor), direction)?.cursor,
    }
}

/// The place that a jump leads to.
fn edge(filled: &[bool], from: usize, forward: bool) -> usize {
    let next = |at: usize| if forward { Some(at + 1).filter(|at| *at < filled.len()) } else { at.checked_sub(1) };
    let is = |at: usize| filled.get(at).copied().unwrap_or(false);
    let Some(mut at) = next(from) else { return from };
    if is(from) && is(at) {
        while let Some(further) = next(at).filter(|at| is(*at)) {
            at = further;
        }
        return at;
    }
    while !is(at) {
        let Some(further) = next(at) else { return at };
        at = further;
    }
    at
}

/// The row that is a view's height away, at least one.
fn page(shown: Shown<'_>, view: &View, cursor: Cursor, direction: Direction) -> Option<Cursor> {
    let Cursor::Cell { lane, step, .. } = cursor else { return None };
    let rows = &shown.scene.rows;
    let here = rows.iter().position(|row| row.lane == lane)?;
    let height = f64::from(view.clip(Part::Body).height() / view.zoom) * 0.9;
    let from = rows.get(here)?;
    let to = match direction {
        Direction::Down => rows.iter().rposition(|row| row.top <= from.top + height)?.max(here + 1).min(rows.len() - 1),
        _ => rows.iter().position(|row| row.bottom >= from.bottom - height)?.min(here.saturating_sub(1)),
    };
    let lane = rows.get(to)?.lane;
    let row = block::rows(shown.map).into_iter().find(|row| row.lane == lane)?;
    Some(Cursor::Cell { lane, step, persona: row.persona })
}

/// Shows the headings that are selected together, and what belongs to them.
pub(super) fn paint_headings(ui: &Ui, shown: Shown<'_>, view: &View) {
    let chosen = headings::chosen(shown.map, shown.selection);
    if chosen.len() < 2 {
        return;
    }
    let accent = shown.look.colors.accent;
    let body = ui.painter().with_clip_rect(view.clip(Part::Body));
    for heading in chosen {
        if let Some(band) = overlay::band_of(shown.scene, heading) {
            body.rect_filled(view.screen_rect(Part::Body, band), 0.0, accent.gamma_multiply(0.06));
        }
        if let Some(rect) = overlay::cursor_rect(shown.scene, heading) {
            let part = overlay::part_of_cursor(heading);
            let painter = ui.painter().with_clip_rect(view.clip(part));
            let rect = overlay::ring_of(heading, view.screen_rect(part, rect));
            painter.rect_filled(rect, overlay::radius(view), accent.gamma_multiply(0.14));
            painter.rect_stroke(rect, overlay::radius(view), Stroke::new(1.0, accent), StrokeKind::Outside);
        }
    }
}

/// Shows the block of cells between cursor and anchor.
pub(super) fn paint_block(ui: &Ui, shown: Shown<'_>, view: &View) {
    let Some((cursor, anchor)) = shown.selection.cursor.zip(shown.selection.anchor) else { return };
    let corners = [cursor, anchor].into_iter().filter(|cell| matches!(cell, Cursor::Cell { .. }));
    let rects = corners.filter_map(|cell| overlay::cursor_rect(shown.scene, cell));
    let Some(all) = rects.reduce(|all, one| all.union(one)) else { return };
    let accent = shown.look.colors.accent;
    let painter = ui.painter().with_clip_rect(view.clip(Part::Body));
    let rect = view.screen_rect(Part::Body, all).expand(2.0);
    painter.rect_filled(rect, 6.0, accent.gamma_multiply(0.08));
    painter.rect_stroke(rect, 6.0, Stroke::new(2.0, accent), StrokeKind::Inside);
}
