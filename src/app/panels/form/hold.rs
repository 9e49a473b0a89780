//! A control that is dragged: what is led along is previewed, letting go keeps it, Escape puts back what was there. A click
//! is an edit. Must not know what the control looks like.

use eframe::egui::{Key, Modifiers, Pos2, Response, Ui};

use super::Form;
use crate::app::Intent;
use crate::app::button::escapes;
use crate::edit::Edit;

impl Form<'_> {
    /// What the pointer does to a control that senses clicks and drags. `put` is what having it at a place means; nothing
    /// where it stands there already.
    pub(super) fn held(&mut self, ui: &Ui, response: &Response, put: impl Fn(Pos2) -> Option<Edit>) {
        let pass = ui.ctx().cumulative_pass_nr();
        if self.gesture.watched != pass {
            self.gesture.watched = pass;
            ui.input(|input| self.gesture.button.watch(input));
        }
        let button = self.gesture.button;
        // Escape calls off what is only pressed, too.
        if (response.dragged() || response.drag_started()) && !button.is_escaped() {
            if !self.gesture.dragged {
                // A field that is typed into would take the gesture back as long as it has the keyboard.
                response.request_focus();
            }
            self.gesture.begin(response.id, "", &mut self.intents);
            self.gesture.dragged = true;
        }
        if self.gesture.field != Some(response.id) {
            if response.is_pointer_button_down_on() && ui.input(|input| escapes(&input.events)) {
                // It was for the button, and for nobody else.
                ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
            }
            if response.clicked()
                && !button.is_escaped()
                && let Some(at) = response.interact_pointer_pos()
            {
                response.request_focus();
                if let Some(edit) = put(at) {
                    self.edit(edit);
                }
            }
            return;
        }
        self.gesture.seen = true;
        let released = button.released();
        // What was let go before Escape is kept.
        if ui.input(|input| escapes(&input.events)) || button.is_escaped() && released.is_none() {
            ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
            ui.ctx().stop_dragging();
            self.gesture.end(false, &mut self.intents);
            return;
        }
        if let Some(edit) = released.or(response.interact_pointer_pos()).and_then(put) {
            self.gesture.previewed = true;
            self.intents.push(Intent::Preview(edit));
        }
        if response.drag_stopped() {
            // Escape after that in the same frame takes nothing back, and what it does elsewhere must not come in between.
            ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
            self.gesture.end(true, &mut self.intents);
        }
    }
}
