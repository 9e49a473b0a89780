//! The edges between panels: by keyboard they are reached with Tab and moved with arrows, and Escape puts back what the
//! pointer has dragged. Must not know what is in the panels.

use eframe::egui::accesskit::{Action, ActionRequest, TreeId};
use eframe::egui::containers::panel::PanelState;
use eframe::egui::{Event, EventFilter, FocusDirection, Id, Key, Modifiers, Stroke, Ui};

use super::button::{Button, escapes};
use super::look::Look;
use super::room::{Panel, Shown, SidePage};
use crate::i18n::Words;
use crate::words;

/// A panel that can be made larger: its id, and the keys that make it larger and smaller.
const PANELS: [(&str, Panel, Key, Key); 4] = [
    ("outline", Panel::Outline, Key::ArrowRight, Key::ArrowLeft),
    ("tray", Panel::Tray, Key::ArrowRight, Key::ArrowLeft),
    ("inspector", Panel::Inspector, Key::ArrowLeft, Key::ArrowRight),
    ("insights", Panel::Insights, Key::ArrowUp, Key::ArrowDown),
];

/// Identity of the edge of a panel of `ui`, as egui makes it.
fn edge(ui: &Ui, panel: &str) -> Id {
    ui.scope_id().with(panel).with("__resize")
}

/// The panels that are chosen, and what stands where the inspector does.
pub(super) type Chosen = (Shown, Option<SidePage>);

/// An edge that the pointer holds.
#[derive(Debug, Clone, Copy)]
struct Held {
    panel: Panel,
    edge: Id,
    /// Where the size of the panel is kept, and what it was.
    size: (Id, Option<PanelState>),
    chosen: Chosen,
}

/// What the edges remember from frame to frame.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Edges {
    button: Button,
    held: Option<Held>,
    /// Escape was pressed in this frame.
    escaped: bool,
}

impl Edges {
    /// Whether the pointer holds an edge.
    pub(super) const fn is_held(&self) -> bool {
        self.held.is_some()
    }

    /// Whether the pointer holds the edge of this panel: one that was pushed shut can then be pulled out again.
    pub(super) fn holds(&self, panel: Panel) -> bool {
        self.held.is_some_and(|held| held.panel == panel)
    }

    /// Notices which edge is seized, and whether it is to be put back. To be called before the panels are shown.
    pub(super) fn watch(&mut self, ui: &Ui, chosen: Chosen) {
        ui.input(|input| self.button.watch(input));
        for (name, panel, ..) in PANELS {
            let edge = edge(ui, name);
            if self.held.is_none() && ui.ctx().read_response(edge).is_some_and(|edge| edge.drag_started()) {
                let size = ui.scope_id().with(name);
                self.held = Some(Held { panel, edge, size: (size, PanelState::load(ui.ctx(), size)), chosen });
            }
        }
        let lies = self.button.released().is_some() && !ui.input(|input| escapes(&input.events));
        self.escaped = self.held.is_some() && self.button.is_escaped() && !lies;
        if self.escaped {
            ui.ctx().stop_dragging();
            ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        }
    }

    /// Puts back what Escape called off: the size here, and what was chosen, if it is to be. To be called when the panels
    /// were shown.
    pub(super) fn settle(&mut self, ui: &Ui) -> Option<Chosen> {
        let held = self.held?;
        if self.escaped {
            if let (place, Some(size)) = held.size {
                ui.ctx().data_mut(|data| data.insert_persisted(place, size));
            }
            self.held = None;
            ui.ctx().request_repaint();
            return Some(held.chosen);
        }
        if ui.ctx().dragged_id() != Some(held.edge) {
            self.held = None;
        }
        None
    }
}

/// Arrows on an edge move it. To be called before the panels are shown.
pub(super) fn keys(ui: &Ui) {
    for (panel, _, larger, smaller) in PANELS {
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
pub(super) fn name(ui: &Ui, look: &Look, words: &Words) {
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
