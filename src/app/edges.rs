//! The edges between panels by keyboard: reached by Tab, moved by arrows. Must not know what is in the panels.

use eframe::egui::accesskit::{Action, ActionRequest, TreeId};
use eframe::egui::{Event, EventFilter, FocusDirection, Id, Key, Modifiers, Stroke, Ui};

use super::look::Look;
use crate::i18n::Words;
use crate::words;

/// A panel that can be made larger: its id, and the keys that make it larger and smaller.
const PANELS: [(&str, Key, Key); 4] = [
    ("outline", Key::ArrowRight, Key::ArrowLeft),
    ("tray", Key::ArrowRight, Key::ArrowLeft),
    ("inspector", Key::ArrowLeft, Key::ArrowRight),
    ("insights", Key::ArrowUp, Key::ArrowDown),
];

/// Identity of the edge of a panel of `ui`, as egui makes it.
fn edge(ui: &Ui, panel: &str) -> Id {
    ui.scope_id().with(panel).with("__resize")
}

/// Arrows on an edge move it. To be called before the panels are shown.
pub(crate) fn keys(ui: &Ui) {
    for (panel, larger, smaller) in PANELS {
        let id = edge(ui, panel);
        if !ui.memory(|memory| memory.has_focus(id)) {
            continue;
        }
        let mut pressed = false;
        for (key, action) in [(larger, Action::Increment), (smaller, Action::Decrement)] {
            ui.input_mut(|input| {
                if input.consume_key(Modifiers::NONE, key) {
                    pressed = true;
                    // What screen readers do, which is the only way by which a panel can be asked.
                    let request =
                        ActionRequest { action, target_tree: TreeId::ROOT, target_node: id.accesskit_id(), data: None };
                    input.events.push(Event::AccessKitActionRequest(request));
                }
            });
        }
        ui.memory_mut(|memory| {
            let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
            memory.set_focus_lock_filter(id, filter);
            if pressed {
                memory.move_focus(FocusDirection::None);
            }
        });
    }
}

/// Names the edges, and shows which one has the keyboard. To be called when the panels were shown.
pub(crate) fn name(ui: &Ui, look: &Look, words: &Words) {
    for (panel, ..) in PANELS {
        let id = edge(ui, panel);
        let name = match panel {
            "outline" => words!(words, "command-outline"),
            "tray" => words!(words, "command-tray"),
            "inspector" => words!(words, "command-inspector"),
            _ => words!(words, "command-insights"),
        };
        let Some(response) = ui.ctx().read_response(id) else { continue };
        ui.ctx().accesskit_node_builder(id, |node| node.set_label(words!(words, "window-edge", panel = name)));
        if response.has_focus() {
            let (rect, line) = (response.rect, Stroke::new(3.0, look.colors.accent));
            if rect.width() < rect.height() {
                ui.painter().vline(rect.center().x, rect.y_range(), line);
            } else {
                ui.painter().hline(rect.x_range(), rect.center().y, line);
            }
        }
    }
}
