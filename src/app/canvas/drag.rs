//! The pointer on the canvas: selecting, opening, dragging cards and points, the rubber band.

use std::sync::Arc;

use eframe::egui;
use egui::{CursorIcon, Key, Pos2, Response, Ui};

use super::camera::Part;
use super::menu::Menu;
use super::navigate::{self, cursor_of_card};
use super::{Canvas, Shown};
use crate::app::intent::Intent;
use crate::edit::{Cursor, Edit, Place, Selection, command};
use crate::model::{CardId, Emotion, LaneId, LaneKind, PersonaId, StepId};
use crate::scene::{Item, Scene, Target, kurbo, pick_region, target_rect};

/// What is being dragged.
pub(super) enum Drag {
    /// Cards; the scene is the one at the drag's begin, so that the target doesn't move under the pointer.
    Cards { ids: Vec<CardId>, scene: Arc<Scene>, place: Option<Place> },
    /// A point of an emotion curve.
    Score { step: StepId, persona: PersonaId, scale: (f64, f64), value: Emotion, at: Pos2 },
    /// A rubber band; it begins at a point of the map, which may be scrolled away meanwhile.
    Band { from: kurbo::Point, to: Pos2 },
}

impl Canvas {
    /// What the pointer wants.
    pub(super) fn pointer(&mut self, ui: &Ui, response: &Response, shown: Shown<'_>) -> Vec<Intent> {
        let mut intents = Vec::new();
        let space = ui.input(|input| input.key_down(Key::Space)) && !self.editor.is_editing();
        let hover = response.hover_pos();
        let hovered = hover.and_then(|at| self.target_at(shown, at));
        if space {
            ui.ctx().set_cursor_icon(CursorIcon::Grab);
            return intents;
        }
        match hovered {
            Some(Target::Score(..)) => ui.ctx().set_cursor_icon(CursorIcon::ResizeVertical),
            Some(_) if self.drag.is_none() => ui.ctx().set_cursor_icon(CursorIcon::PointingHand),
            _ => {}
        }
        let (shift, command) = ui.input(|input| (input.modifiers.shift, input.modifiers.command));

        if response.double_clicked() {
            if let Some(selection) = hover.and_then(|at| self.selection_at(shown, at)) {
                self.editor.open_existing(shown.map, &selection, shown.words);
                if !self.editor.is_editing() {
                    self.editor.expect_next_card();
                }
                intents.push(Intent::Select(selection));
            }
        } else if response.clicked() || response.secondary_clicked() {
            if self.editor.is_editing() {
                self.editor.commit(shown, &mut intents);
            }
            self.editor.expect_nothing();
            let clicked = response.interact_pointer_pos().or(hover);
            // Beside the map there is only the map itself.
            let found = clicked.map(|at| self.selection_at(shown, at).unwrap_or_default());
            if let Some(mut selection) = found.filter(|found| *found != Selection::default() || !(shift || command)) {
                let kept = response.secondary_clicked()
                    && selection.cards.iter().all(|card| shown.selection.cards.contains(card))
                    && !selection.cards.is_empty();
                if shift && let Some(block) = super::motion::extended_to(shown.map, shown.selection, &selection) {
                    selection = block;
                } else if shift || command || kept {
                    selection.cards = toggled(shown.selection, &selection.cards, kept);
                }
                intents.push(Intent::Select(selection));
            }
            ui.memory_mut(|memory| memory.request_focus(super::editor::field_id()));
            if response.secondary_clicked() {
                self.menu = clicked.map(Menu::at);
            }
        }

        if response.drag_started_by(egui::PointerButton::Primary) {
            if self.editor.is_editing() {
                self.editor.commit(shown, &mut intents);
            }
            self.editor.expect_nothing();
            // So that Escape comes here, whatever had the keyboard before.
            ui.memory_mut(|memory| memory.request_focus(super::editor::field_id()));
            let from = ui.input(|input| input.pointer.press_origin()).or(hover);
            if let Some(from) = from {
                self.begin_drag(shown, from, &mut intents);
            }
        }
        let at = response.interact_pointer_pos();
        if response.dragged_by(egui::PointerButton::Primary)
            && let Some(at) = at
        {
            self.scroll_at_edges(ui, at);
            self.go_on_dragging(shown, at, shift, &mut intents);
        }
        if response.drag_stopped_by(egui::PointerButton::Primary) {
            self.end_drag(shown, &mut intents);
        }
        intents
    }

    /// The part of the map at a place of the screen.
    fn target_at(&self, shown: Shown<'_>, at: Pos2) -> Option<Target> {
        let part = self.view.part_at(shown.scene, at)?;
        let point = self.view.map(part, at);
        pick_region(part.region(shown.scene), point).map(|hit| hit.target)
    }

    /// What a click at a place of the screen selects.
    fn selection_at(&self, shown: Shown<'_>, at: Pos2) -> Option<Selection> {
        let part = self.view.part_at(shown.scene, at)?;
        let point = self.view.map(part, at);
        match pick_region(part.region(shown.scene), point).map(|hit| hit.target) {
            Some(target) => navigate::selection_of(shown.map, target),
            None => match part {
                Part::Body => self.cell_at(shown, point).map(Selection::at),
                // Above a step and beside a lane there is more room than their names take.
                Part::Header if self.view.is_over_steps(point) => {
                    let column = shown.scene.columns.iter().find(|column| distance(column, point.x) < 8.0)?;
                    column.step.map(|step| Selection::at(Cursor::Step(step)))
                }
                Part::Names => {
                    let row = shown.scene.rows.iter().find(|row| row.top <= point.y && point.y < row.bottom)?;
                    Some(Selection::at(Cursor::Lane(row.lane)))
                }
                _ => Some(Selection::default()),
            },
        }
    }

    /// The cell at a point of the body.
    fn cell_at(&self, shown: Shown<'_>, point: kurbo::Point) -> Option<Cursor> {
        let (lane, step) = cell_of(shown.scene, point)?;
        let kind = shown.map.lane(lane)?.kind;
        let persona = (kind == LaneKind::Emotion).then(|| {
            // The persona that the cursor scores already, else the first.
            let current = shown.selection.cursor.and_then(|cursor| match cursor {
                Cursor::Cell { persona, .. } => persona,
                _ => None,
            });
            current.or_else(|| shown.map.personas.first().map(|persona| persona.id))
        });
        Some(Cursor::Cell { lane, step, persona: persona.flatten() })
    }

    fn begin_drag(&mut self, shown: Shown<'_>, from: Pos2, intents: &mut Vec<Intent>) {
        match self.target_at(shown, from) {
            Some(Target::Card(id)) => {
                let ids = if shown.selection.cards.contains(&id) {
                    shown.selection.cards.clone()
                } else {
                    if let Some(cursor) = cursor_of_card(shown.map, id) {
                        intents.push(Intent::Select(Selection::card(cursor, id)));
                    }
                    vec![id]
                };
                self.drag = Some(Drag::Cards { ids, scene: Arc::clone(shown.scene), place: None });
            }
            Some(Target::Score(lane, step, persona)) => {
                let scale = shown.scene.rows.iter().find(|row| row.lane == lane).and_then(|row| row.scale);
                let score = shown.map.step(step).map(|step| step.score(persona));
                intents.push(Intent::Select(Selection::at(Cursor::Cell { lane, step, persona: Some(persona) })));
                // A measured point is what customers answered: it can't be dragged.
                if let (Some(scale), Some(score)) = (scale, score)
                    && score.measured().is_none()
                {
                    let value = Emotion::clamped(score.shown().unwrap_or_default());
                    self.drag = Some(Drag::Score { step, persona, scale, value, at: from });
                }
            }
            _ => self.drag = Some(Drag::Band { from: self.view.map(Part::Body, from), to: from }),
        }
    }

    fn go_on_dragging(&mut self, shown: Shown<'_>, at: Pos2, free: bool, intents: &mut Vec<Intent>) {
        let view = self.view;
        match &mut self.drag {
            Some(Drag::Cards { ids, scene, place }) => {
                let point = view.map(Part::Body, at);
                let wanted = landing(shown, scene, ids, point);
                if wanted.is_some() && wanted != *place {
                    *place = wanted;
                    if let Some(to) = wanted {
                        intents.push(Intent::Preview(Edit::MoveCards { ids: ids.clone(), to }));
                    }
                }
            }
            Some(Drag::Score { step, persona, scale, value, at: shown_at }) => {
                let y = view.map(Part::Body, at).y;
                let exact = 2.0 - (y - scale.0) / (scale.1 - scale.0) * 4.0;
                let snapped = if free { exact } else { (exact * 4.0).round() / 4.0 };
                let new = Emotion::clamped(snapped);
                *shown_at = at;
                if new != *value {
                    *value = new;
                    intents.extend(command::believe(shown.map, *step, *persona, new).map(Intent::Preview));
                }
            }
            Some(Drag::Band { to, .. }) => *to = at,
            None => {}
        }
    }

    fn end_drag(&mut self, shown: Shown<'_>, intents: &mut Vec<Intent>) {
        match self.drag.take() {
            Some(Drag::Cards { ids, place: Some(Place::Cell { step, lane, .. }), .. }) => {
                intents.push(Intent::Commit);
                let cursor = Cursor::Cell { lane, step, persona: None };
                intents.push(Intent::Select(Selection { cursor: Some(cursor), anchor: None, cards: ids }));
            }
            Some(Drag::Score { .. }) => intents.push(Intent::Commit),
            Some(Drag::Band { from, to }) => {
                let band = kurbo::Rect::from_points(from, self.view.map(Part::Body, to));
                let cards = cards_in(shown.scene, band);
                if let Some(cursor) = cards.last().and_then(|card| cursor_of_card(shown.map, *card)) {
                    intents.push(Intent::Select(Selection { cursor: Some(cursor), anchor: None, cards }));
                }
            }
            // It never came over a cell.
            Some(Drag::Cards { .. }) | None => {}
        }
    }

    /// The view scrolls while something is held at its edge.
    fn scroll_at_edges(&mut self, ui: &Ui, at: Pos2) {
        const EDGE: f32 = 28.0;
        let rect = self.view.rect;
        if self.drag.is_none() {
            return;
        }
        let push = |low: f32, high: f32, at: f32| {
            if at < low + EDGE {
                (low + EDGE - at).min(EDGE)
            } else if at > high - EDGE {
                -(at - high + EDGE).min(EDGE)
            } else {
                0.0
            }
        };
        let by = egui::vec2(push(rect.left(), rect.right(), at.x), push(rect.top(), rect.bottom(), at.y)) * 0.5;
        if by != egui::Vec2::ZERO {
            self.camera.pan(by);
            ui.ctx().request_repaint();
        }
    }
}

/// The selected cards after a click with Shift or Ctrl: those that were there, with the clicked one added or taken out.
fn toggled(selection: &Selection, clicked: &[CardId], kept: bool) -> Vec<CardId> {
    let mut cards = selection.cards.clone();
    for card in clicked {
        match cards.iter().position(|found| found == card) {
            Some(_) if kept => {}
            Some(index) => {
                cards.remove(index);
            }
            None => cards.push(*card),
        }
    }
    cards
}

/// Lane and step at a point of the body.
fn cell_of(scene: &Scene, point: kurbo::Point) -> Option<(LaneId, StepId)> {
    let row = scene.rows.iter().find(|row| row.top <= point.y && point.y < row.bottom)?;
    let column = scene
        .columns
        .iter()
        .filter(|column| column.step.is_some())
        .min_by(|a, b| distance(a, point.x).total_cmp(&distance(b, point.x)))
        .filter(|column| distance(column, point.x) < 40.0)?;
    Some((row.lane, column.step?))
}

fn distance(column: &crate::scene::Column, x: f64) -> f64 {
    (column.left - x).max(x - column.right).max(0.0)
}

/// Where dragged cards would land: in the cell under the pointer, before the first card whose middle is below it.
fn landing(shown: Shown<'_>, scene: &Scene, ids: &[CardId], point: kurbo::Point) -> Option<Place> {
    let (lane, step) = cell_of(scene, point)?;
    let found = shown.map.lane(lane)?;
    found.kind.content()?;
    if found.locked || found.collapsed {
        return None;
    }
    let at = navigate::cell_cards(shown.map, lane, step)
        .iter()
        .filter(|card| !ids.contains(&card.id))
        .filter(|card| target_rect(scene, Target::Card(card.id)).is_some_and(|rect| rect.center().y < point.y))
        .count();
    Some(Place::Cell { step, lane, at })
}

/// The cards that a rectangle of the body touches.
fn cards_in(scene: &Scene, band: kurbo::Rect) -> Vec<CardId> {
    scene
        .body
        .items
        .iter()
        .filter_map(|item| match item {
            Item::Group(group) if group.rect.intersect(band).area() > 0.0 => match group.target {
                Some(Target::Card(id)) => Some(id),
                _ => None,
            },
            _ => None,
        })
        .collect()
}
