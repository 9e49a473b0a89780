//! What the library holds, to be found by a few letters and inserted. Says where it is, and which of its files can't be used.

use eframe::egui::{Align, Align2, Context, Key, Label, Layout, Modifiers, RichText, ScrollArea, Ui, vec2};

use super::sheet;
use crate::app::look::{Control, Kind, Look, ROW, TEXT, heading, regular, text_field};
use crate::app::panels::channel_name_in;
use crate::app::session::SessionId;
use crate::app::task::Task;
use crate::file::library::{Kept, Listing};
use crate::file::say;
use crate::i18n::{Words, folded};
use crate::words;

/// The open library.
#[derive(Debug)]
pub(crate) struct LibraryDialog {
    /// The map that was shown when it opened.
    pub session: Option<SessionId>,
    folder: String,
    kept: Vec<Kept>,
    broken: Vec<String>,
    typed: String,
    place: usize,
}

impl LibraryDialog {
    /// What a library in this folder holds.
    pub(crate) fn new(session: Option<SessionId>, folder: String, listing: Listing, words: &Words) -> Self {
        let broken = listing.broken.iter().map(|error| say::load_error(words, error)).collect();
        Self { session, folder, kept: listing.kept, broken, typed: String::new(), place: 0 }
    }

    pub(super) fn ui(&mut self, context: &Context, look: &Look, words: &Words, tasks: &mut Vec<Task>) -> bool {
        let title = words!(words, "dialog-library-title");
        let (open, close) = sheet(context, look, &title, 600.0, |ui| {
            heading(ui, look, &title);
            let about = words!(words, "dialog-library-about", folder = self.folder.clone());
            ui.add(Label::new(RichText::new(about).font(regular(12.5)).color(look.colors.weak)).wrap());
            ui.add_space(4.0);
            let chosen = if self.kept.is_empty() {
                let empty = words!(words, "dialog-library-empty");
                ui.add(Label::new(RichText::new(empty).font(regular(TEXT)).color(look.colors.text)).wrap());
                None
            } else {
                self.list(ui, look, words)
            };
            self.broken(ui, look, words);
            ui.add_space(8.0);
            let row = vec2(ui.available_width(), ROW);
            let cancelled = ui
                .allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
                    let close = Control::text(&words!(words, "window-close")).kind(Kind::Outlined).show(ui, look);
                    if self.kept.is_empty() && ui.memory(|memory| memory.focused()).is_none() {
                        close.request_focus();
                    }
                    close.clicked()
                })
                .inner;
            let open = chosen.is_none() && !cancelled;
            tasks.extend(chosen.map(|kept| Task::InsertKept(Box::new(kept))));
            open
        });
        open && !close
    }

    /// The field and what answers to it; what was chosen.
    fn list(&mut self, ui: &mut Ui, look: &Look, words: &Words) -> Option<Kept> {
        let pressed = |key: Key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let (up, down, enter) = (pressed(Key::ArrowUp), pressed(Key::ArrowDown), pressed(Key::Enter));
        let hint = words!(words, "dialog-library-search");
        let field = text_field(ui, look, &hint, &mut self.typed);
        if self.typed.is_empty() {
            let at = field.rect.left_center() + vec2(11.0, 0.0);
            ui.painter().text(at, Align2::LEFT_CENTER, hint, regular(TEXT), look.colors.weak);
        }
        if ui.memory(|memory| memory.focused()).is_none() {
            field.request_focus();
        }
        if field.changed() {
            self.place = 0;
        }
        let wanted = folded(self.typed.trim());
        let line = |kept: &Kept| -> (String, String, String) {
            match kept {
                Kept::Persona(kept) => {
                    let name = kept.persona.name.clone();
                    (name, kept.persona.description.clone(), "user-round".to_owned())
                }
                Kept::Touchpoint(kept) => {
                    let (channel, icon) = channel_name_in(kept.touchpoint.channel, kept.channel.as_ref(), words);
                    let name = if kept.text.trim().is_empty() { channel.clone() } else { kept.text.clone() };
                    (name, channel, icon)
                }
            }
        };
        let found: Vec<(&Kept, (String, String, String))> = self
            .kept
            .iter()
            .map(|kept| (kept, line(kept)))
            .filter(|(_, (name, note, _))| {
                let all = folded(&format!("{name} {note}"));
                wanted.split_whitespace().all(|part| all.contains(part))
            })
            .collect();
        if found.is_empty() {
            let nothing = words!(words, "dialog-library-nothing");
            ui.label(RichText::new(nothing).font(regular(TEXT)).color(look.colors.weak));
            return None;
        }
        self.place = match (up, down) {
            (true, _) => self.place.saturating_sub(1),
            (_, true) => self.place + 1,
            _ => self.place,
        }
        .min(found.len() - 1);
        let mut chosen = enter.then_some(self.place);
        let room = (ui.ctx().content_rect().height() - 330.0).clamp(120.0, 420.0);
        ScrollArea::vertical().max_height(room).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            for (place, (_, (name, note, icon))) in found.iter().enumerate() {
                let control = Control::text(name)
                    .with_icon(icon)
                    .kind(Kind::Entry)
                    .note(note)
                    .width(ui.available_width())
                    .selected(place == self.place);
                let response = ui.push_id(place, |ui| control.show(ui, look)).inner;
                if place == self.place && (up || down) {
                    response.scroll_to_me(None);
                }
                if response.clicked() {
                    chosen = Some(place);
                }
            }
        });
        chosen.and_then(|place| found.get(place)).map(|(kept, _)| (*kept).clone())
    }

    fn broken(&self, ui: &mut Ui, look: &Look, words: &Words) {
        if self.broken.is_empty() {
            return;
        }
        ui.add_space(4.0);
        let head = words!(words, "dialog-library-broken", n = self.broken.len());
        ui.add(Label::new(RichText::new(head).font(regular(12.5)).color(look.colors.warning)).wrap());
        ScrollArea::vertical().id_salt("broken").max_height(90.0).show(ui, |ui| {
            for why in &self.broken {
                ui.add(Label::new(RichText::new(why).font(regular(12.0)).color(look.colors.weak)).wrap());
            }
        });
    }
}
