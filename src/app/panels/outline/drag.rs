//! Dragging a row of the outline to where it should stand.

use eframe::egui::{
    CornerRadius, CursorIcon, Id, Key, LayerId, Modifiers, Order, Pos2, Rect, Stroke, StrokeKind, Ui, pos2, vec2,
};

use super::{Outline, rows};
use crate::app::button::escapes;
use crate::app::look::{RADIUS, TEXT, medium};
use crate::edit::Cursor;

impl Outline<'_> {
    /// Shows where a dragged row would land, and lands it.
    pub(super) fn drag(&mut self, ui: &Ui) {
        let Some(dragged) = self.state.dragged else { return };
        let pointer = ui.input(|input| input.pointer.interact_pos());
        let button = self.state.button;
        let pointer = button.released().or(pointer);
        let released = button.released().is_some() || ui.input(|input| !input.pointer.primary_down());
        // What was let go before Escape has landed.
        let escapes = !released || ui.input(|input| escapes(&input.events));
        let escaped = button.is_escaped() && button.released().is_none();
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) && escapes || escaped {
            self.state.dragged = None;
            ui.ctx().request_repaint();
            return;
        }
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
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
        } else if let Some(at) = pointer {
            self.hangs(ui, at);
            scrolls(ui, at);
        }
    }

    /// What is dragged, at the pointer.
    fn hangs(&self, ui: &Ui, at: Pos2) {
        let Some(text) = &self.held else { return };
        let colors = &self.form.look.colors;
        let painter = ui.ctx().layer_painter(LayerId::new(Order::Tooltip, Id::unique("outline-drag")));
        let text = painter.layout(text.clone(), medium(TEXT), colors.text, 220.0);
        let rect = Rect::from_min_size(at + vec2(12.0, 10.0), text.size() + vec2(20.0, 12.0));
        let radius = CornerRadius::same(RADIUS);
        painter.add(ui.visuals().popup_shadow.as_shape(rect, radius));
        painter.rect(rect, radius, colors.raised, Stroke::new(1.0, colors.border_strong), StrokeKind::Inside);
        painter.galley(rect.min + vec2(10.0, 6.0), text, colors.text);
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

/// What is held at the upper or lower end of the outline scrolls it, faster the farther it is held out.
fn scrolls(ui: &Ui, at: Pos2) {
    const EDGE: f32 = 28.0;
    let clip = ui.clip_rect();
    let out = (at.y - clip.bottom() + EDGE).max(0.0) - (clip.top() + EDGE - at.y).max(0.0);
    if out != 0.0 && clip.x_range().expand(60.0).contains(at.x) {
        let by = out.clamp(-2.0 * EDGE, 2.0 * EDGE) / EDGE * 480.0 * ui.input(|input| input.stable_dt).min(0.05);
        ui.scroll_with_delta(vec2(0.0, -by));
        ui.ctx().request_repaint();
    }
}
