//! What can be done to a row that leads to something, as a menu: by the other button, and by key. Must not know what is in
//! the row.

use eframe::egui::{Id, Key, Modifiers, Popup, Response, Role, SetOpenCommand, Ui, vec2};

use super::Subject;
use super::row::Row;
use crate::app::look::{Control, Kind};
use crate::app::roving;
use crate::words;

/// What was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Chosen {
    /// What a click on the row does.
    Open,
    /// What its way out does.
    Remove,
}

impl Subject<'_> {
    /// The menu of a row, and Delete on it; what was chosen.
    pub(super) fn row_menu(&self, ui: &Ui, response: &Response, row: &Row<'_>) -> Option<Chosen> {
        let keyed_id = Id::unique("inspector row menu");
        let mut keyed = false;
        if response.has_focus() {
            let take = |modifiers, key| response.ctx.input_mut(|input| input.consume_key(modifiers, key));
            if row.remove.is_some() && take(Modifiers::NONE, Key::Delete) {
                return Some(Chosen::Remove);
            }
            keyed = take(Modifiers::NONE, Key::Menu) || take(Modifiers::SHIFT, Key::F10);
        }
        let mut menu = Popup::context_menu(response);
        if keyed {
            menu = menu.open_memory(SetOpenCommand::Bool(true));
            ui.data_mut(|data| data.insert_temp(keyed_id, response.id));
        }
        let by_key = ui.data(|data| data.get_temp::<Id>(keyed_id)) == Some(response.id);
        if by_key {
            // Below the row, since no pointer is where it should be.
            menu = menu.at_position(response.rect.left_bottom() + vec2(12.0, -4.0));
        }
        let mut chosen = None;
        let shown = menu.show(|ui| {
            ui.set_min_width(180.0);
            ui.spacing_mut().item_spacing.y = 2.0;
            let (icon, open) = match row.open {
                None => ("arrow-right", words!(self.words, "inspector-row-show")),
                Some(false) => ("chevron-down", words!(self.words, "inspector-row-open")),
                Some(true) => ("chevron-up", words!(self.words, "inspector-row-close")),
            };
            let remove = words!(self.words, "outline-menu-remove");
            let removal = row.remove.map(|_| ("trash-2", remove, "Delete", Chosen::Remove));
            let mut ids = Vec::new();
            for (icon, name, note, what) in [(icon, open, "Enter", Chosen::Open)].into_iter().chain(removal) {
                let control = Control::text(&name).with_icon(icon).note(note).kind(Kind::Entry).role(Role::MenuItem);
                let entry = control.show(ui, self.look);
                if keyed && ids.is_empty() {
                    entry.request_focus();
                }
                ids.push(entry.id);
                if entry.clicked() {
                    chosen = Some(what);
                }
            }
            roving::rove(ui, &ids);
            if chosen.is_some() {
                ui.close();
            }
        });
        if shown.is_none() && by_key && !keyed {
            ui.data_mut(|data| data.remove::<Id>(keyed_id));
        }
        chosen
    }
}
