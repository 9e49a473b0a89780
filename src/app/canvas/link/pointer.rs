//! A line that is drawn with the pointer: from a handle of a card or a step's heading to another one.

use eframe::egui;
use egui::{CursorIcon, PointerButton, Pos2, Response, Ui, Vec2, vec2};

use super::{End, Lead, Line, begin_of, ends, lead, screen_of};
use crate::app::canvas::camera::{Part, Ways};
use crate::app::canvas::drag::cell_at;
use crate::app::canvas::{Canvas, Shown, editor};
use crate::app::intent::Intent;
use crate::scene::{Target, pick_region};

/// How far a handle stands off its card: in the middle of the gutter, where it has room.
const OFF: (f32, f32) = (7.0, 13.0);
/// What is selected shows its handles while the pointer is this near.
const CLOSE: f32 = 60.0;
/// How near to a handle the pointer seizes it.
const NEAR: f32 = 8.0;
/// Handles stay as long as the pointer is this near to their card.
const STAY: f32 = 20.0;
/// Below this enlargement there is no room for handles.
const LEAST_ZOOM: f32 = 0.4;

impl Canvas {
    /// Whether a line is being drawn.
    pub fn is_linking(&self) -> bool {
        self.linking.line.is_some()
    }

    /// What the pointer wants of lines. Whether it is busy with them, so that it means nothing else.
    pub(in crate::app::canvas) fn pointer_of_link(
        &mut self,
        ui: &Ui,
        response: &Response,
        shown: Shown<'_>,
        intents: &mut Vec<Intent>,
    ) -> bool {
        let hover = response.hover_pos();
        self.linking.pointer = hover;
        self.linking.hovered = None;
        self.linking.handle = None;
        if self.linking.line.is_some() {
            self.lead_line(ui, response, shown, intents);
            return true;
        }
        if self.drag.is_some() || self.editor.is_editing() || self.menu.is_some() {
            self.linking.hot = None;
            return false;
        }
        // Where the button went down counts until it is let go.
        let pressed = ui.input(|input| input.pointer.press_origin()).filter(|_| response.is_pointer_button_down_on());
        if pressed.is_none() {
            self.warm_up(shown, hover);
        }
        let at = pressed.or(hover);
        self.linking.handle = at.and_then(|at| self.handle_at(shown, at));
        let Some((from, _)) = self.linking.handle else {
            self.linking.hovered = hover.and_then(|at| self.line_at(shown, at));
            return false;
        };
        ui.ctx().set_cursor_icon(CursorIcon::Crosshair);
        if response.drag_started_by(PointerButton::Primary) && !self.button.is_escaped() {
            // So that Escape comes here, whatever had the keyboard before.
            ui.memory_mut(|memory| memory.request_focus(editor::field_id()));
            self.linking.before = Some((self.camera, self.fitting));
            self.linking.line = Some(Line { from, lead: Lead::Nowhere, at, held: true });
        } else if response.clicked() {
            ui.memory_mut(|memory| memory.request_focus(editor::field_id()));
            self.link_from(from);
            ui.ctx().request_repaint();
        }
        true
    }

    /// Leads a line to where the pointer is, and ends it where the button is let go, or pressed if it was led by keys.
    fn lead_line(&mut self, ui: &Ui, response: &Response, shown: Shown<'_>, intents: &mut Vec<Intent>) {
        let (latest, down, moved) = ui.input(|input| {
            (input.pointer.latest_pos(), input.pointer.primary_down(), input.pointer.delta() != Vec2::ZERO)
        });
        let Some(line) = self.linking.line else { return };
        ui.ctx().set_cursor_icon(CursorIcon::Crosshair);
        let released = self.button.released();
        let over = if line.held { released.or(latest) } else { response.hover_pos() };
        let clicked = !line.held && response.clicked();
        if let Some(at) = over
            && (line.held || moved || clicked)
        {
            let lead = self.lead_at(shown, line.from, at);
            self.linking.line = Some(Line { lead, at: Some(at), ..line });
        }
        if line.held {
            if down && released.is_none() {
                self.scroll_line(ui, shown);
            } else {
                self.end_line(shown, intents);
            }
        } else if clicked {
            self.end_line(shown, intents);
        }
    }

    /// Where a line would lead with the pointer at this place.
    fn lead_at(&self, shown: Shown<'_>, from: End, at: Pos2) -> Lead {
        if !self.view.rect.contains(at) {
            return Lead::Nowhere;
        }
        if let End::Step(_) = from {
            // A column is its step, from the heading down to the last row.
            let x = self.view.map(Part::Body, at).x;
            let column = shown.scene.columns.iter().find(|column| column.left - 8.0 <= x && x <= column.right + 8.0);
            let step = column.and_then(|column| column.step);
            return step.map_or(Lead::Nowhere, |step| lead(shown, from, End::Step(step)));
        }
        if self.view.part_at(shown.scene, at) != Some(Part::Body) {
            return Lead::Nowhere;
        }
        let point = self.view.map(Part::Body, at);
        if let Some((to, _)) = ends(shown, from).into_iter().find(|(_, rect)| rect.contains(point)) {
            return lead(shown, from, to);
        }
        let Some((lane, step)) = cell_at(shown.scene, point) else { return Lead::Nowhere };
        let found = shown.map.lane(lane).filter(|lane| {
            let filled = shown.map.step(step).is_some_and(|step| step.cards.iter().any(|card| card.lane == lane.id));
            lane.kind.content().is_some() && !lane.locked && !lane.collapsed && !filled
        });
        found.map_or(Lead::Nowhere, |lane| Lead::New(lane.id, step))
    }

    /// The card or heading under the pointer shows its handles, and keeps them while the pointer goes to one.
    fn warm_up(&mut self, shown: Shown<'_>, hover: Option<Pos2>) {
        let Some(at) = hover.filter(|_| self.view.zoom >= LEAST_ZOOM) else {
            self.linking.hot = None;
            return;
        };
        let stays = self.linking.hot.filter(|hot| {
            let rect = screen_of(&self.view, shown.scene, *hot);
            rect.is_some_and(|rect| rect.expand(STAY).contains(at))
        });
        let over = self.view.part_at(shown.scene, at).and_then(|part| {
            let point = self.view.map(part, at);
            match pick_region(part.region(shown.scene), point)?.target {
                Target::Card(id) => Some(End::Card(id)),
                Target::Step(id) => Some(End::Step(id)),
                _ => None,
            }
        });
        // On the way to a handle the pointer may come over the next card.
        let to_handle = stays.is_some_and(|hot| self.near_handle(shown, hot, at, NEAR + 3.0).is_some());
        self.linking.hot = if to_handle { stays } else { over.or(stays) };
    }

    /// The link or branch at a place of the screen.
    fn line_at(&self, shown: Shown<'_>, at: Pos2) -> Option<Target> {
        let part = self.view.part_at(shown.scene, at)?;
        let hit = pick_region(part.region(shown.scene), self.view.map(part, at))?;
        matches!(hit.target, Target::Link { .. } | Target::Branch { .. }).then_some(hit.target)
    }

    /// What shows its handles: what the pointer is over, and what is selected.
    pub(super) fn with_handles(&self, shown: Shown<'_>) -> impl Iterator<Item = End> {
        let close = |end: &End| {
            let rect = screen_of(&self.view, shown.scene, *end);
            self.linking.pointer.zip(rect).is_some_and(|(at, rect)| rect.expand(CLOSE).contains(at))
        };
        let selected = begin_of(shown.map, shown.selection).filter(|_| self.view.zoom >= LEAST_ZOOM).filter(close);
        let hot = self.linking.hot;
        hot.into_iter().chain(selected.filter(move |end| Some(*end) != hot))
    }

    fn handle_at(&self, shown: Shown<'_>, at: Pos2) -> Option<(End, Pos2)> {
        self.with_handles(shown).find_map(|end| Some((end, self.near_handle(shown, end, at, NEAR)?)))
    }

    fn near_handle(&self, shown: Shown<'_>, end: End, at: Pos2, near: f32) -> Option<Pos2> {
        self.handles(shown, end).into_iter().find(|handle| handle.distance(at) <= near)
    }

    /// Where the handles of a card are, as far as they are in view: at its four sides; that of a heading is below it.
    pub(super) fn handles(&self, shown: Shown<'_>, end: End) -> Vec<Pos2> {
        let Some(rect) = screen_of(&self.view, shown.scene, end) else { return Vec::new() };
        let off = (8.0 * self.view.zoom).clamp(OFF.0, OFF.1);
        let handles = match end {
            End::Card(_) => vec![
                rect.right_center() + vec2(off, 0.0),
                rect.center_bottom() + vec2(0.0, off),
                rect.left_center() - vec2(off, 0.0),
                rect.center_top() - vec2(0.0, off),
            ],
            End::Step(_) => vec![rect.center_bottom() + vec2(0.0, 2.0)],
        };
        let clip = self.view.clip(end.part());
        handles.into_iter().filter(|at| clip.contains(*at)).collect()
    }

    /// The view scrolls while a line is held at its edge.
    fn scroll_line(&mut self, ui: &Ui, shown: Shown<'_>) {
        let Some(at) = self.linking.line.and_then(|line| line.at) else { return };
        let ways = Ways { sideways: true, upright: true, seconds: ui.input(|input| input.stable_dt) };
        let all = self.view.rect;
        if self.camera.scroll_held(at, self.view.body_clip(all), all, ways, shown.scene.size) {
            self.fitting = crate::app::canvas::Fitting::Free;
            ui.ctx().request_repaint();
        }
    }
}
