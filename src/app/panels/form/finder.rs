//! A list with a field to search in, opened by a button: for whatever there may be hundreds of. Must not know what is found.

use eframe::egui::{self, Id, Key, Modifiers, Response, Role, Ui};

use super::Form;
use crate::app::look::{self, Control, Kind, Tip as _};
use crate::i18n::folded;
use crate::words;

/// So many are shown; whoever wants others types another letter.
const MOST: usize = 60;

/// Something that can be found.
pub(in crate::app::panels) struct Found<T> {
    /// What it is.
    pub(in crate::app::panels) value: T,
    /// Its icon.
    pub(in crate::app::panels) icon: String,
    /// Its words.
    pub(in crate::app::panels) text: String,
    /// Where it is, at its right end.
    pub(in crate::app::panels) note: String,
    /// It answers to what is typed, though its words don't say so.
    pub(in crate::app::panels) answers: bool,
    /// It is the present one.
    pub(in crate::app::panels) present: bool,
}

impl<T> Found<T> {
    /// Something found by its words.
    pub(in crate::app::panels) fn new(value: T, icon: &str, text: impl Into<String>) -> Self {
        let (icon, text) = (icon.to_owned(), text.into());
        Self { value, icon, text, note: String::new(), answers: false, present: false }
    }

    /// With words that say where it is; they are searched too.
    pub(in crate::app::panels) fn noted(mut self, note: impl Into<String>) -> Self {
        self.note = note.into();
        self
    }
}

/// What was chosen.
pub(in crate::app::panels) enum Picked<T> {
    /// Something of the list.
    Found(T),
    /// What was typed, as something new.
    New(String),
}

/// What is remembered while a list is open.
#[derive(Debug, Clone, Default)]
struct Open {
    typed: String,
    place: usize,
    asked: bool,
}

impl Form<'_> {
    /// A button that opens a list; what was chosen of it.
    pub(in crate::app::panels) fn adder<T>(
        &self,
        ui: &mut Ui,
        label: &str,
        entries: impl FnOnce(&str) -> Vec<Found<T>>,
        fresh: Option<&dyn Fn(&str) -> String>,
    ) -> Option<Picked<T>> {
        let words = ui.painter().layout_no_wrap(label.to_owned(), look::medium(look::TEXT), egui::Color32::PLACEHOLDER);
        let mut control = Control::text(label).with_icon("plus");
        if words.size().x + 44.0 > ui.available_width() {
            control = control.width(ui.available_width()).tip(label);
        }
        let button = control.show(ui, self.look);
        self.finder(&button, &words!(self.words, "inspector-find"), entries, fresh)
    }

    /// The list that a button opens, with its field named `name`. `entries` is asked only while it is open, with what is
    /// typed; `fresh` says what a line that adds what is typed is called.
    pub(in crate::app::panels) fn finder<T>(
        &self,
        button: &Response,
        name: &str,
        entries: impl FnOnce(&str) -> Vec<Found<T>>,
        fresh: Option<&dyn Fn(&str) -> String>,
    ) -> Option<Picked<T>> {
        let id = button.id.with("finder");
        let mut picked = None;
        let popup = egui::Popup::menu(button)
            .close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside)
            .width(button.rect.width().max(320.0));
        let shown = popup.show(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            let mut open: Open = ui.data(|data| data.get_temp(id)).unwrap_or_default();
            picked = self.found(ui, id, name, &mut open, entries, fresh);
            ui.data_mut(|data| data.insert_temp(id, open));
            if picked.is_some() {
                ui.close();
            }
        });
        if shown.is_none() || picked.is_some() {
            button.ctx.data_mut(|data| data.remove::<Open>(id));
        }
        if picked.is_some() {
            // The keyboard goes on where it came from.
            button.request_focus();
        }
        picked
    }

    fn found<T>(
        &self,
        ui: &mut Ui,
        id: Id,
        name: &str,
        open: &mut Open,
        entries: impl FnOnce(&str) -> Vec<Found<T>>,
        fresh: Option<&dyn Fn(&str) -> String>,
    ) -> Option<Picked<T>> {
        let pressed = |key: Key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let (up, down, enter) = (pressed(Key::ArrowUp), pressed(Key::ArrowDown), pressed(Key::Enter));
        let field = look::text_field_with_id(ui, self.look, id.with("field"), name, &mut open.typed);
        if open.typed.is_empty() {
            let at = field.rect.left_center() + egui::vec2(11.0, 0.0);
            ui.painter().text(at, egui::Align2::LEFT_CENTER, name, look::regular(look::TEXT), self.look.colors.weak);
        }
        let opening = !std::mem::replace(&mut open.asked, true);
        if opening {
            field.request_focus();
        }
        if field.changed() {
            open.place = 0;
        }
        let typed = open.typed.trim();
        let wanted = folded(typed);
        let fits = |found: &Found<T>| {
            if found.answers || wanted.is_empty() {
                return true;
            }
            let all = folded(&format!("{} {}", found.text, found.note));
            wanted.split_whitespace().all(|part| all.contains(part))
        };
        let all = entries(typed);
        let exact = fresh.is_some() && !typed.is_empty() && all.iter().any(|found| folded(&found.text) == wanted);
        let mut fitting: Vec<Found<T>> = all.into_iter().filter(fits).collect();
        let left_out = fitting.len().saturating_sub(MOST);
        fitting.truncate(MOST);
        let adds = fresh.filter(|_| !typed.is_empty() && !exact).map(|fresh| fresh(typed));
        let count = fitting.len() + usize::from(adds.is_some());
        // It opens where it stands: Enter leaves everything as it is.
        if opening && let Some(present) = fitting.iter().position(|found| found.present) {
            open.place = present;
        }
        if down {
            open.place += 1;
        }
        if up {
            open.place = open.place.saturating_sub(1);
        }
        open.place = open.place.min(count.saturating_sub(1));
        let mut chosen = enter.then_some(open.place).filter(|place| *place < count);
        let present = words!(self.words, "inspector-find-present");
        egui::ScrollArea::vertical().max_height(300.0).show(ui, |ui| {
            for (place, found) in fitting.iter().enumerate() {
                let mut control = Control::text(&found.text)
                    .with_icon(&found.icon)
                    .kind(Kind::Entry)
                    .role(Role::ListBoxOption)
                    .width(ui.available_width())
                    .selected(place == open.place);
                if found.present {
                    control = control.note(&present);
                } else if !found.note.is_empty() {
                    control = control.note(&found.note);
                }
                let response = ui.push_id(place, |ui| control.show(ui, self.look)).inner;
                if place == open.place && (up || down || opening) {
                    response.scroll_to_me(None);
                }
                if response.clicked() {
                    chosen = Some(place);
                }
                response.with_tip(&found.text);
            }
            if let Some(adds) = &adds {
                let control = Control::text(adds).with_icon("plus").kind(Kind::Entry).width(ui.available_width());
                if control.selected(open.place == fitting.len()).show(ui, self.look).clicked() {
                    chosen = Some(fitting.len());
                }
            }
            if count == 0 {
                self.hint(ui, &words!(self.words, "inspector-find-nothing"));
            }
            if left_out > 0 {
                let n = self.words.number(left_out as f64, 0);
                self.hint(ui, &words!(self.words, "inspector-find-more", n = n));
            }
        });
        let place = chosen?;
        match adds {
            Some(_) if place == fitting.len() => Some(Picked::New(typed.to_owned())),
            _ if place < fitting.len() => Some(Picked::Found(fitting.swap_remove(place).value)),
            _ => None,
        }
    }
}
