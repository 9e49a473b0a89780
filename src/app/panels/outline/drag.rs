//! Dragging a row of the outline to where it should stand.

use eframe::egui::{Key, Modifiers, Rect, Stroke, Ui, pos2};

use super::{Outline, rows};
use crate::edit::Cursor;

impl Outline<'_> {
    /// Shows where a dragged row would land, and lands it.
    pub(super) fn drag(&mut self, ui: &Ui) {
        let Some(dragged) = self.state.dragged else { return };
        let pointer = ui.input(|input| input.pointer.interact_pos());
        let button = self.state.button;
        let pointer = button.released().or(pointer);
        let released = button.released().is_some() || ui.input(|input| !input.pointer.any_down());
        let escaped = button.is_escaped() && button.released().is_none();
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) && !released || escaped {
            self.state.dragged = None;
            return;
        }
        let mut nearest: Option<(f32, f32, rows::Landing)> = None;
        for landing in rows::landings(self.map, dragged, &self.state.closed) {
            let Some(y) = self.edge(&landing) else { continue };
            let distance = pointer.map_or(f32::INFINITY, |at| (at.y - y).abs());
            if nearest.as_ref().is_none_or(|(least, ..)| distance < *least) {
                nearest = Some((distance, y, landing));
            }
        }
        if let Some((_, y, landing)) = nearest {
            let rect = self.places.get(&landing.row).copied().unwrap_or(Rect::NOTHING);
            let accent = self.form.look.colors.accent;
            let painter = ui.painter();
            painter.hline((rect.left() + 8.0)..=rect.right(), y, Stroke::new(2.0, accent));
            painter.circle(pos2(rect.left() + 6.0, y), 3.5, self.form.look.colors.panel, Stroke::new(2.0, accent));
            if released && let Some(edit) = landing.edit {
                self.form.edit(edit);
                self.state.focus = Some(dragged);
            }
        }
        if released {
            self.state.dragged = None;
        }
    }

    /// The height of a landing's line.
    fn edge(&self, landing: &rows::Landing) -> Option<f32> {
        let rect = self.places.get(&landing.row)?;
        if !landing.below {
            return Some(rect.top());
        }
        let last = match landing.row {
            Cursor::Stage(id) => self
                .map
                .stage(id)
                .and_then(|stage| stage.steps.last())
                .and_then(|step| self.places.get(&Cursor::Step(step.id))),
            _ => None,
        };
        Some(last.unwrap_or(rect).bottom())
    }
}
