//! Which two maps are compared, and the lists that things are chosen from. Must not know what is compared.

use eframe::egui::{ComboBox, Label, RichText, Role, Ui};

use super::{Choice, CompareDialog};
use crate::app::command::Command;
use crate::app::look::{Control, Kind, Look, TEXT, icon, list_to_open, medium, regular, room_for_list};
use crate::app::task::Task;
use crate::i18n::Words;
use crate::words;

impl CompareDialog {
    /// Which two maps.
    pub(super) fn maps(&mut self, ui: &mut Ui, look: &Look, words: &Words, tasks: &mut Vec<Task>) {
        let half = (ui.available_width() - 48.0) / 2.0;
        let mut chosen = None;
        let mut file = false;
        let mut swap = false;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            for (place, name) in
                [words!(words, "compare-before-map"), words!(words, "compare-after-map")].iter().enumerate()
            {
                let other = self.other_is_after == (place == 1);
                ui.vertical(|ui| {
                    ui.set_width(half);
                    ui.add(Label::new(RichText::new(name).font(medium(12.0)).color(look.colors.weak)));
                    if other {
                        self.choice(ui, look, words, name, &mut chosen, &mut file);
                    } else {
                        ui.add_space(4.0);
                        let text = RichText::new(&self.this.name).font(medium(TEXT)).color(look.colors.text);
                        ui.add(Label::new(text).truncate());
                    }
                });
                if place == 0 {
                    let name = words!(words, "compare-swap");
                    ui.vertical(|ui| {
                        ui.add_space(18.0);
                        swap = Control::icon("arrow-left-right", &name).show(ui, look).clicked();
                    });
                }
            }
        });
        if let Some(place) = chosen {
            self.choose(place);
        }
        if swap {
            self.other_is_after = !self.other_is_after;
            self.forget();
        }
        if file {
            tasks.push(Task::Run(Command::Compare));
        }
    }

    fn choice(&self, ui: &mut Ui, look: &Look, words: &Words, name: &str, chosen: &mut Option<usize>, file: &mut bool) {
        let none = words!(words, "compare-choose");
        let shown = self.chosen.and_then(|place| self.choices.get(place)).map_or(&none, |choice| &choice.name);
        let choices: Vec<(usize, &Choice)> = self.choices.iter().enumerate().collect();
        let combo = combo(ui, look, ("compare with", name), shown, |ui| {
            for sample in [false, true] {
                let mut some = choices.iter().filter(|(_, choice)| choice.sample == sample).peekable();
                if some.peek().is_some() {
                    let said =
                        if sample { words!(words, "compare-samples") } else { words!(words, "compare-open-maps") };
                    ui.add(Label::new(RichText::new(said).font(medium(12.0)).color(look.colors.weak)));
                }
                for (place, choice) in some {
                    if entry(ui, look, &choice.name, "file-text", self.chosen == Some(*place)) {
                        *chosen = Some(*place);
                    }
                }
            }
            if entry(ui, look, &words!(words, "compare-file"), "folder-open", false) {
                *file = true;
            }
        });
        if self.chosen.is_none() && ui.memory(|memory| memory.focused().is_none()) {
            // It is what has to be chosen first.
            ui.memory_mut(|memory| memory.request_focus(combo));
        }
        list_to_open(ui.ctx(), combo, name, shown);
    }
}

/// A list to open; its identity.
pub(super) fn combo(
    ui: &mut Ui,
    look: &Look,
    salt: impl std::hash::Hash + std::fmt::Debug,
    shown: &str,
    entries: impl FnOnce(&mut Ui),
) -> eframe::egui::Id {
    let line = look.colors.weak;
    let combo = ComboBox::from_id_salt(salt)
        .width(ui.available_width())
        .truncate()
        .height(room_for_list(ui))
        .icon(move |ui, rect, _, _| icon(ui.painter(), "chevron-down", rect.shrink(1.0), line))
        .selected_text(RichText::new(shown).font(regular(TEXT)))
        .show_ui(ui, |ui| {
            // A dialog that was pressed lies above what was open before.
            ui.ctx().move_to_top(ui.layer_id());
            ui.spacing_mut().item_spacing.y = 2.0;
            entries(ui);
        });
    combo.response.id
}

/// A line of such a list; whether it was chosen.
pub(super) fn entry(ui: &mut Ui, look: &Look, name: &str, icon: &str, selected: bool) -> bool {
    let clicked = Control::text(name)
        .kind(Kind::Entry)
        .role(Role::ListBoxOption)
        .with_icon(icon)
        .selected(selected)
        .show(ui, look)
        .clicked();
    if clicked {
        ui.close();
    }
    clicked
}
