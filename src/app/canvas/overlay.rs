//! What lies over the picture and is never exported: cursor, selection, hints in empty lanes.

use std::collections::HashSet;

use eframe::egui;
use egui::{CornerRadius, Rect, Stroke, StrokeKind, Ui};

use super::Shown;
use super::camera::{Part, View};
use super::editor::Editor;
use super::hints;
use super::link;
use super::navigate::{cell_cards, lane_of, target_of};
use crate::app::look::{self};
use crate::edit::Cursor;
use crate::layout::theme;
use crate::model::{LaneId, LaneKind, StepId};
use crate::scene::{Column, Scene, Target, card_rects, kurbo, target_rect};
use crate::words;

/// Height of an empty place for a card.
const EMPTY: f64 = 30.0;

/// The region that a target is shown in.
pub(super) fn part_of(target: Target) -> Part {
    match target {
        Target::Title | Target::Scenario | Target::Omtm | Target::Persona(_) => Part::Title,
        Target::Phase(_) | Target::Stage(_) | Target::Step(_) | Target::Branch { .. } => Part::Header,
        Target::Lane(_) => Part::Names,
        Target::Cell(..) | Target::Card(_) | Target::Score(..) | Target::Link { .. } => Part::Body,
    }
}

/// The region that a cursor stands in.
pub(super) fn part_of_cursor(cursor: Cursor) -> Part {
    target_of(cursor).map_or(Part::Body, part_of)
}

/// Where a cursor stands, in map units.
pub(super) fn cursor_rect(scene: &Scene, cursor: Cursor) -> Option<kurbo::Rect> {
    let Cursor::Cell { lane, step, .. } = cursor else {
        let found = target_of(cursor).and_then(|target| match target {
            Target::Link { .. } | Target::Branch { .. } => link::words_rect(scene, target),
            _ => target_rect(scene, target),
        });
        // A scenario that nobody wrote yet has its place below the title, above the personas.
        return found.or_else(|| match cursor {
            Cursor::Scenario => {
                let title = target_rect(scene, Target::Title)?;
                Some(kurbo::Rect::new(title.x0, title.y1 + 4.0, title.x1, title.y1 + 20.0))
            }
            _ => None,
        });
    };
    let row = scene.rows.iter().find(|row| row.lane == lane)?;
    let column = scene.columns.iter().find(|column| column.step == Some(step))?;
    Some(kurbo::Rect::new(column.left - 4.0, row.top + 4.0, column.right + 4.0, row.bottom - 4.0))
}

/// What of the body belongs to a heading: the columns of a step or stage, the row of a lane.
pub(super) fn band_of(scene: &Scene, heading: Cursor) -> Option<kurbo::Rect> {
    let body = scene.body.rect;
    let columns = |mine: &dyn Fn(&Column) -> bool| {
        let mut columns = scene.columns.iter().filter(|column| mine(column));
        let first = columns.next()?;
        let last = columns.next_back().unwrap_or(first);
        Some(kurbo::Rect::new(first.left - 4.0, body.y0, last.right + 4.0, body.y1))
    };
    match heading {
        Cursor::Step(id) => columns(&|column| column.step == Some(id)),
        Cursor::Stage(id) => columns(&|column| column.stage == id),
        Cursor::Lane(id) => {
            let row = scene.rows.iter().find(|row| row.lane == id)?;
            Some(kurbo::Rect::new(body.x0, row.top, body.x1, row.bottom))
        }
        _ => None,
    }
}

/// The empty place for the next card of a cell: below the chosen card, else below the last one.
pub(super) fn new_card_rect(
    shown: Shown<'_>,
    lane: crate::model::LaneId,
    step: crate::model::StepId,
    chosen: Option<crate::model::CardId>,
) -> Option<kurbo::Rect> {
    let row = shown.scene.rows.iter().find(|row| row.lane == lane)?;
    let column = shown.scene.columns.iter().find(|column| column.step == Some(step))?;
    let cards = cell_cards(shown.map, lane, step);
    let bottom = cards
        .iter()
        .find(|card| Some(card.id) == chosen)
        .or(cards.last())
        .and_then(|card| target_rect(shown.scene, Target::Card(card.id)))
        .map_or(row.top + 12.0, |rect| rect.y1 + 6.0);
    Some(kurbo::Rect::new(column.left, bottom, column.right, bottom + EMPTY))
}

/// Paints the overlay.
pub(super) fn paint(ui: &Ui, shown: Shown<'_>, view: &View, editor: &Editor, dragging: bool) {
    let accent = shown.look.colors.accent;
    hints::paint(ui, shown, view);
    super::motion::paint_block(ui, shown, view);
    super::motion::paint_headings(ui, shown, view);
    // Within a block the block's frame says most.
    let frame = if shown.selection.anchor.is_some() {
        Stroke::new(1.0, accent.gamma_multiply(0.6))
    } else {
        Stroke::new(2.0, accent)
    };
    // While a new card is written the one before it isn't what the letters go to.
    let selected: HashSet<_> = shown.selection.cards.iter().copied().filter(|_| !editor.writes_new_card()).collect();
    let clip = view.clip(Part::Body);
    let painter = ui.painter().with_clip_rect(clip);
    let bare = if selected.is_empty() { Vec::new() } else { bare_rows(shown) };
    for (_, rect) in card_rects(shown.scene, |id| selected.contains(&id)).take(selected.len()) {
        let apart = if bare.iter().any(|(top, bottom)| (*top..*bottom).contains(&rect.y0)) { 3.0 } else { 2.0 };
        let rect = view.screen_rect(Part::Body, rect).expand(apart);
        if !rect.expand(2.0).intersects(clip) {
            continue;
        }
        painter.rect_stroke(rect, radius(view), frame, StrokeKind::Outside);
    }
    if let Some(cursor) = shown.selection.cursor
        && !editor.is_editing()
        && !matches!(cursor, Cursor::Link { .. } | Cursor::Branch { .. })
    {
        cursor_frame(ui, shown, view, cursor, dragging);
    }
}

pub(super) fn radius(view: &View) -> CornerRadius {
    CornerRadius::same((8.0 * view.zoom).clamp(2.0, 12.0) as u8)
}

/// The ring around a heading that is at this place of the screen: it stays clear of the words of its neighbours. Names of
/// lanes touch each other, and steps the band of their stage; their rings don't.
pub(super) fn ring_of(heading: Cursor, rect: Rect) -> Rect {
    let apart = |left, right, top, bottom| {
        let by = egui::epaint::MarginF32 { left, right, top, bottom };
        rect + by
    };
    match heading {
        Cursor::Lane(_) => rect.shrink(2.0),
        // A band of its own, which bears a ring inside.
        Cursor::Stage(_) => rect.shrink(1.6),
        Cursor::Step(_) => apart(3.0, 3.0, -2.0, 3.0),
        Cursor::Title => apart(3.0, 3.0, 3.0, -1.0),
        Cursor::Scenario => apart(3.0, 3.0, -1.0, 3.0),
        _ => rect.expand(3.0),
    }
}

/// Where the rows are whose cards have no ground of their own: the frame around one stands further from it.
fn bare_rows(shown: Shown<'_>) -> Vec<(f64, f64)> {
    let is_bare = |lane| {
        let kind = shown.map.lane(lane).map(|lane| lane.kind);
        matches!(kind, Some(LaneKind::Metrics | LaneKind::Images))
    };
    shown.scene.rows.iter().filter(|row| is_bare(row.lane)).map(|row| (row.top, row.bottom)).collect()
}

fn cursor_frame(ui: &Ui, shown: Shown<'_>, view: &View, cursor: Cursor, dragging: bool) {
    let accent = shown.look.colors.accent;
    let part = part_of_cursor(cursor);
    let painter = ui.painter().with_clip_rect(view.clip(part));
    let Some(cell) = cursor_rect(shown.scene, cursor) else { return };
    if let Cursor::Cell { lane, step, persona } = cursor {
        let kind = lane_of(shown.map, cursor).map(|lane| lane.kind);
        let faint = Stroke::new(1.0, accent.gamma_multiply(0.55));
        if kind == Some(LaneKind::Emotion) {
            let rect = view.screen_rect(Part::Body, cell);
            painter.rect_stroke(rect, radius(view), Stroke::new(1.6, accent), StrokeKind::Inside);
            if let Some(persona) = persona
                && let Some(point) = target_rect(shown.scene, Target::Score(lane, step, persona))
            {
                let at = view.screen_rect(Part::Body, point);
                painter.circle_stroke(at.center(), at.width() / 2.0 + 4.0, Stroke::new(2.0, accent));
            }
            // What is dragged says its value there.
            if let Some(place) = shown.map.personas.iter().position(|other| Some(other.id) == persona)
                && !dragging
            {
                persona_tag(ui, shown, view, (lane, step), rect, place);
            }
            return;
        }
        let strong = Stroke::new(1.6, accent);
        // Where the row has no room for it, the empty place would lie over the row below.
        let empty = new_card_rect(shown, lane, step, None).filter(|empty| {
            let takes_cards = kind.is_some_and(|kind| kind.content().is_some());
            takes_cards && shown.selection.cards.is_empty() && empty.y1 <= cell.y1 + 8.0
        });
        let whole = if shown.selection.cards.is_empty() && empty.is_none() { strong } else { faint };
        painter.rect_stroke(view.screen_rect(Part::Body, cell), radius(view), whole, StrokeKind::Inside);
        if let Some(empty) = empty {
            painter.rect_stroke(view.screen_rect(Part::Body, empty), radius(view), strong, StrokeKind::Inside);
        }
        return;
    }
    let rect = ring_of(cursor, view.screen_rect(part, cell));
    painter.rect_stroke(rect, radius(view), Stroke::new(1.6, accent), StrokeKind::Outside);
    if cursor == Cursor::Scenario && shown.map.scenario.is_empty() {
        // An empty ring would say nothing of what it waits for.
        let font = look::regular((11.0 * view.zoom).max(6.0));
        let text = words!(shown.words, "inspector-scenario");
        let at = rect.left_center() + egui::vec2(8.0 * view.zoom, 0.0);
        painter.text(at, egui::Align2::LEFT_CENTER, text, font, shown.look.colors.weak);
    }
}

/// Whose score the digits set is always in view: the persona's name in the colour of its curve, at the end of the cell where
/// no point of the step lies; above a cell that has no room for it.
fn persona_tag(ui: &Ui, shown: Shown<'_>, view: &View, (lane, step): (LaneId, StepId), cell: Rect, place: usize) {
    let Some(persona) = shown.map.personas.get(place) else { return };
    let palette = theme::palette(shown.look.theme);
    let ground = super::paint::color(palette.persona(place, persona.color));
    let ink = super::paint::color(palette.paper);
    let text = words!(shown.words, "canvas-scores", name = persona.name.as_str());
    let galley = ui.painter().layout_no_wrap(text, look::medium(12.0), ink);
    let size = galley.size() + egui::vec2(16.0, 8.0);
    let clip = view.clip(Part::Body);
    let points = shown.map.personas.iter().filter_map(|persona| {
        let point = target_rect(shown.scene, Target::Score(lane, step, persona.id))?;
        // With what is written above and below it.
        Some(view.screen_rect(Part::Body, point).expand2(egui::vec2(size.x / 2.0, 22.0 * view.zoom)))
    });
    let points: Vec<Rect> = points.collect();
    let left = (cell.center().x - size.x / 2.0).max(clip.left() + 4.0).min(clip.right() - size.x - 4.0);
    let at = |top: f32| Rect::from_min_size(egui::pos2(left, top), size);
    let free = |rect: &Rect| {
        cell.y_range().contains(rect.top())
            && cell.y_range().contains(rect.bottom())
            && !points.iter().any(|point| point.intersects(*rect))
    };
    let inside = [at(cell.top().max(clip.top()) + 4.0), at(cell.bottom().min(clip.bottom()) - size.y - 4.0)];
    let above = at((cell.top() - size.y + 4.0).max(clip.top() + 4.0));
    let rect = inside.into_iter().find(free).unwrap_or(above);
    let painter = ui.painter().with_clip_rect(clip);
    painter.rect_filled(rect, 6.0, ground);
    painter.rect_stroke(rect, 6.0, Stroke::new(1.5, ink), StrokeKind::Outside);
    painter.galley(rect.min + egui::vec2(8.0, 4.0), galley, ink);
}
