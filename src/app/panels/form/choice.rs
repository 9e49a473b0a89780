//! Choices of a form: one of a few, a list, a grade, yes or no. Must not know what is chosen.

use eframe::egui::{self, Color32, Ui};

use super::Form;
use crate::app::look::{self, medium};
use crate::edit::Edit;
use crate::words;

impl Form<'_> {
    /// One of a few, with its name above it: side by side where they fit, else a list to open. `current` is none where what
    /// it speaks of differs.
    pub(in crate::app::panels) fn choice<T: Copy + PartialEq>(
        &mut self,
        ui: &mut Ui,
        label: &str,
        options: &[(T, String)],
        current: impl Into<Option<T>>,
        edit: impl FnOnce(T) -> Edit,
    ) {
        let current = current.into();
        self.label_of(ui, label, current.is_none());
        self.bare_choice(ui, label, options, current, edit);
    }

    /// One of a few, without a visible name.
    pub(in crate::app::panels) fn bare_choice<T: Copy + PartialEq>(
        &mut self,
        ui: &mut Ui,
        label: &str,
        options: &[(T, String)],
        current: impl Into<Option<T>>,
        edit: impl FnOnce(T) -> Edit,
    ) {
        let current = current.into();
        let needed: f32 = options
            .iter()
            .map(|(_, name)| {
                ui.painter().layout_no_wrap(name.clone(), medium(12.5), Color32::PLACEHOLDER).size().x + 20.0
            })
            .sum();
        let place = options.iter().position(|(option, _)| Some(*option) == current);
        let chosen = if needed + 4.0 <= ui.available_width() && options.len() <= 5 {
            let names: Vec<&str> = options.iter().map(|(_, name)| name.as_str()).collect();
            look::segmented(ui, self.look, label, &names, place)
        } else {
            let entries: Vec<(Option<&str>, &str)> = options.iter().map(|(_, name)| (None, name.as_str())).collect();
            self.list(ui, label, &entries, place)
        };
        if let Some(&(option, _)) = chosen.and_then(|place| options.get(place)) {
            self.edit(edit(option));
        }
    }

    /// A list to open, of entries with an icon each. The place of the entry that was chosen, if one was.
    pub(in crate::app::panels) fn list(
        &self,
        ui: &mut Ui,
        name: &str,
        entries: &[(Option<&str>, &str)],
        place: Option<usize>,
    ) -> Option<usize> {
        look::wrapping_list(ui, self.look, name, entries, place)
    }

    /// A grade as dots, with its name above it.
    pub(in crate::app::panels) fn grade(
        &mut self,
        ui: &mut Ui,
        label: &str,
        value: Option<u8>,
        color: Color32,
        edit: impl FnOnce(Option<u8>) -> Option<Edit>,
    ) {
        let differs = std::mem::take(&mut self.differs);
        self.label_of(ui, label, differs);
        let name = match differs {
            true => format!("{label} · {}", words!(self.words, "inspector-mixed")),
            false => label.to_owned(),
        };
        if let Some(edit) = look::dots(ui, self.look, &name, value, 5, color).and_then(edit) {
            self.edit(edit);
        }
    }

    /// Something that is or isn't; none where some are and some aren't.
    pub(in crate::app::panels) fn check(
        &mut self,
        ui: &mut Ui,
        label: &str,
        value: impl Into<Option<bool>>,
        edit: impl FnOnce(bool) -> Edit,
    ) {
        let value = value.into();
        let mut on = value.unwrap_or(false);
        let response = ui.add(egui::Checkbox::new(&mut on, label).indeterminate(value.is_none()));
        if response.changed() {
            self.edit(edit(on));
        }
    }
}
