//! What has the keyboard is seen. Must not know what it is.

use eframe::egui::Ui;

/// Space that stays around what is scrolled to, in points: its ring is seen whole, and what comes next begins to be.
const AIR: f32 = 10.0;

/// Scrolls what holds `ui` to what has got the keyboard in it just now. To be called at the end of what scrolls.
pub fn follow_focus(ui: &Ui) {
    // What was clicked is seen; and to ask egui for what has the keyboard takes it away where something else was clicked.
    if ui.input(|input| input.pointer.any_pressed() || input.pointer.any_released()) {
        return;
    }
    let focused = ui.memory(|memory| memory.focused()).and_then(|id| ui.ctx().read_response(id));
    let new = focused.filter(|response| response.layer_id == ui.layer_id() && response.gained_focus());
    let Some(rect) = new.map(|response| response.rect) else { return };
    if ui.min_rect().contains(rect.center()) && !ui.clip_rect().contains_rect(rect.expand(3.0)) {
        ui.scroll_to_rect(rect.expand(AIR), None);
    }
}
