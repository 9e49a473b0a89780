//! What is done to rows of the outline: adding, choosing, folding, renaming. Must not know how rows look.

use std::sync::Arc;

use eframe::egui::{EventFilter, Key, Modifiers, PointerButton, Response, Ui};

use super::rows::{self, Row};
use super::{Outline, menu};
use crate::app::Intent;
use crate::edit::{Cursor, Edit, Selection};
use crate::model::{Persona, Stage, StageId, Step};
use crate::words;

impl Outline<'_> {
    pub(super) fn add_stage(&mut self) {
        let at = match self.selected {
            Some(Cursor::Stage(id)) => self.map.stages.iter().position(|stage| stage.id == id).map(|at| at + 1),
            Some(Cursor::Step(id)) => {
                self.map.stages.iter().position(|stage| stage.steps.iter().any(|step| step.id == id)).map(|at| at + 1)
            }
            _ => None,
        }
        .unwrap_or(self.map.stages.len());
        let mut stage = Stage::new(self.ids.fresh(), words!(self.form.words, "outline-new-stage"));
        stage.phase = at.checked_sub(1).and_then(|before| self.map.stages.get(before)).and_then(|stage| stage.phase);
        let target = Cursor::Stage(stage.id);
        self.add(Edit::InsertStage { at, stage: Arc::new(stage) }, target);
        self.rename(target);
    }

    pub(super) fn add_step(&mut self, stage: StageId) {
        let Some(found) = self.map.stage(stage) else { return };
        let at = match self.selected {
            Some(Cursor::Step(id)) => found.steps.iter().position(|step| step.id == id).map(|at| at + 1),
            _ => None,
        }
        .unwrap_or(found.steps.len());
        let step = Step::new(self.ids.fresh(), words!(self.form.words, "outline-new-step"));
        let target = Cursor::Step(step.id);
        self.state.closed.remove(&stage);
        self.add(Edit::InsertStep { stage, at, step: Arc::new(step) }, target);
        self.rename(target);
    }

    pub(super) fn add_persona(&mut self) {
        let persona = Persona::new(self.ids.fresh(), words!(self.form.words, "outline-new-persona"));
        let target = Cursor::Persona(persona.id);
        self.add(Edit::InsertPersona { at: self.map.personas.len(), persona: Arc::new(persona) }, target);
        self.rename(target);
    }

    /// Adds something, selects it, and brings it into view.
    pub(super) fn add(&mut self, edit: Edit, target: Cursor) {
        if self.state.read_only {
            // Said where a name would be asked for; a lane gets none.
            if matches!(target, Cursor::Lane(_)) {
                self.form.refuse();
            }
            return;
        }
        self.form.push(Intent::EditAndSelect(edit, Selection::at(target)));
        self.form.push(Intent::Show(Selection::at(target)));
    }

    /// What pointer and keys do to a row.
    pub(super) fn act(&mut self, ui: &Ui, response: &Response, row: &Row, left: f32) {
        let target = row.target;
        if response.clicked() {
            let arrow = response.interact_pointer_pos().is_some_and(|at| {
                row.open.is_some() && (response.rect.left() + left - 20.0..response.rect.left() + left).contains(&at.x)
            });
            if arrow {
                self.toggle(target);
            } else {
                response.request_focus();
                self.form.push(Intent::Show(Selection::at(target)));
            }
        }
        if response.double_clicked() {
            self.rename(target);
        }
        let movable = !matches!(target, Cursor::Phase(_));
        if response.drag_started_by(PointerButton::Primary) && movable && !self.state.button.is_escaped() {
            if self.state.read_only {
                self.form.refuse();
            } else {
                self.state.dragged = Some(target);
            }
        }
        if !response.has_focus() {
            return;
        }
        ui.memory_mut(|memory| {
            let filter = EventFilter { vertical_arrows: true, horizontal_arrows: true, ..EventFilter::default() };
            memory.set_focus_lock_filter(response.id, filter);
        });
        let pressed = |modifiers: Modifiers, key: Key| ui.input_mut(|input| input.consume_key(modifiers, key));
        for (key, down) in [(Key::ArrowUp, false), (Key::ArrowDown, true)] {
            if pressed(Modifiers::ALT, key) {
                if let Some(edit) = rows::moved(self.map, target, down) {
                    self.form.edit(edit);
                }
            } else if pressed(Modifiers::NONE, key) {
                self.state.focus = self.beside(target, down);
            }
        }
        if pressed(Modifiers::NONE, Key::F2) {
            self.rename(target);
        }
        if let Cursor::Persona(id) = target
            && pressed(Modifiers::NONE, Key::Enter)
        {
            self.form.push(Intent::OpenPersona(id));
        }
        if pressed(Modifiers::NONE, Key::ArrowLeft) && row.open == Some(true)
            || pressed(Modifiers::NONE, Key::ArrowRight) && row.open == Some(false)
        {
            self.toggle(target);
        }
        if pressed(Modifiers::NONE, Key::Delete)
            && let Some(edit) = menu::removal(target)
        {
            self.state.focus = self.beside(target, true).or_else(|| self.beside(target, false));
            self.form.edit(edit);
        }
    }

    /// The row after or before this one, as they are shown now.
    pub(super) fn beside(&self, target: Cursor, down: bool) -> Option<Cursor> {
        let words = self.form.words;
        let mut order: Vec<Cursor> = Vec::new();
        order.extend(
            rows::journey(self.map, &self.state.closed, self.form.look, &self.map_words, words)
                .iter()
                .map(|row| row.target),
        );
        order.extend(self.map.lanes.iter().map(|lane| Cursor::Lane(lane.id)));
        order.extend(self.map.personas.iter().map(|persona| Cursor::Persona(persona.id)));
        let place = order.iter().position(|&row| row == target)?;
        if down {
            order.get(place + 1).copied()
        } else {
            place.checked_sub(1).and_then(|place| order.get(place).copied())
        }
    }

    pub(super) fn toggle(&mut self, target: Cursor) {
        if let Cursor::Stage(id) = target
            && !self.state.closed.remove(&id)
        {
            self.state.closed.insert(id);
        }
    }

    pub(super) fn rename(&mut self, target: Cursor) {
        if self.state.read_only {
            self.form.refuse();
            return;
        }
        self.state.renaming = Some(target);
        self.state.typing = false;
    }
}
