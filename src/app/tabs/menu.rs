//! The menu of a tab: those commands of the one table that stand in it.

use eframe::egui::{Id, Popup, PopupCloseBehavior, PopupKind, Pos2, Ui};

use crate::app::canvas::menu_groups;
use crate::app::command::{Facts, Place};
use crate::app::look::Look;
use crate::app::menu_bar::{command_entry, line};
use crate::app::roving;
use crate::app::task::Task;
use crate::i18n::Words;
use crate::words;

/// An open menu.
#[derive(Debug, Clone, Copy)]
pub(super) struct Menu {
    at: Pos2,
    /// The first entry takes the focus.
    focus: bool,
}

impl Menu {
    /// A menu at this place of the screen.
    pub(super) const fn at(at: Pos2) -> Self {
        Self { at, focus: true }
    }

    /// Shows it; what is left of it.
    pub(super) fn ui(self, ui: &Ui, look: &Look, words: &Words, facts: &Facts, tasks: &mut Vec<Task>) -> Option<Self> {
        let Self { at, focus } = self;
        let mut open = true;
        let mut first = focus;
        Popup::new(Id::unique("tab-menu"), ui.ctx().clone(), at, ui.layer_id())
            .kind(PopupKind::Menu)
            .width(300.0)
            .close_behavior(PopupCloseBehavior::CloseOnClick)
            .open_bool(&mut open)
            .accessible_name(words!(words, "window-tab-menu"))
            .show(|ui| {
                ui.set_width(300.0);
                ui.spacing_mut().item_spacing.y = 1.0;
                let mut ids = Vec::new();
                for group in menu_groups(Place::Tab) {
                    for (index, command) in group.into_iter().enumerate() {
                        if index == 0 && !ids.is_empty() {
                            line(ui, look);
                        }
                        let response = command_entry(ui, look, words, facts, command);
                        if command.enabled(facts) {
                            ids.push(response.id);
                            if std::mem::take(&mut first) {
                                response.request_focus();
                            }
                        }
                        if response.clicked() {
                            tasks.push(Task::Run(command));
                            ui.close();
                        }
                    }
                }
                roving::rove(ui, &ids);
            });
        // The pointer's button may still be down in the frame that opens it.
        (open || focus).then_some(Self { at, focus: false })
    }
}
