//! Pages to read: all keys, what this is.

use eframe::egui::{Align, Align2, Context, Key, Label, Layout, Modifiers, RichText, Sense, Ui, WidgetInfo, vec2};

use super::{scrolling, sheet};
use crate::app::command::{CANVAS_KEYS, Entry, Menu, TABLE, TYPED_FIELDS};
use crate::app::look::{Control, Kind, Look, TEXT, bold, heading, key_cap, medium, regular};
use crate::i18n::Words;
use crate::words;

/// Width of the column of keys.
const KEYS_WIDTH: f32 = 164.0;
/// Height of a line of them.
const KEY_LINE: f32 = 20.0;

pub(super) fn close_button(ui: &mut Ui, look: &Look, words: &Words) -> bool {
    ui.add_space(8.0);
    ui.allocate_ui_with_layout(
        eframe::egui::vec2(ui.available_width(), 28.0),
        Layout::right_to_left(Align::Center),
        |ui| {
            let close = Control::text(&words!(words, "window-close")).kind(Kind::Outlined).show(ui, look);
            if ui.memory(|memory| memory.focused()).is_none() {
                close.request_focus();
            }
            close.clicked()
        },
    )
    .inner
}

/// What of a file of another program wasn't plain, line by line.
pub(super) fn imported(context: &Context, look: &Look, words: &Words, name: &str, notes: &[(usize, String)]) -> bool {
    let title = words!(words, "dialog-imported-title", name = name);
    let (open, close) = sheet(context, look, &title, 640.0, |ui| {
        heading(ui, look, &title);
        let about = RichText::new(words!(words, "dialog-imported-about", n = notes.len()));
        ui.add(Label::new(about.font(regular(TEXT)).color(look.colors.weak)).wrap());
        ui.add_space(4.0);
        let room = (ui.ctx().content_rect().height() - 260.0).clamp(120.0, 420.0);
        scrolling(ui, "page", room, |ui| {
            scroll_by_keys(ui, room);
            for (line, note) in notes {
                let line = match line {
                    // What concerns no line.
                    0 => "•".to_owned(),
                    line => words!(words, "dialog-imported-line", line = words.number(*line as f64, 0)),
                };
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = 12.0;
                    let galley = ui.painter().layout_no_wrap(line.clone(), regular(TEXT), look.colors.weak);
                    let room = vec2(galley.size().x.max(72.0), galley.size().y);
                    let (rect, response) = ui.allocate_exact_size(room, Sense::hover());
                    response.widget_info(|| WidgetInfo::labeled(eframe::egui::Role::Label, true, &line));
                    ui.painter().galley(rect.min, galley, look.colors.weak);
                    ui.add(Label::new(RichText::new(note).font(regular(TEXT))).wrap());
                });
            }
        });
        !close_button(ui, look, words)
    });
    open && !close
}

/// A key or a field, and what is said of it.
type Said = (&'static str, fn(&Words) -> String);

/// Every command with its keys, menu by menu, and what the keys do on the map.
pub(super) fn keys(context: &Context, look: &Look, words: &Words) -> bool {
    let title = words!(words, "dialog-keys-title");
    let (open, close) = sheet(context, look, &title, 960.0, |ui| {
        heading(ui, look, &title);
        ui.add_space(8.0);
        let room = (ui.ctx().content_rect().height() - 198.0).max(160.0);
        scrolling(ui, "page", room, |ui| {
            scroll_by_keys(ui, room);
            let sections = key_sections(words);
            // Two columns of about the same length.
            let lines = |sections: &[KeySection]| sections.iter().map(|(_, lines)| lines.len() + 2).sum::<usize>();
            let uneven = |at: &usize| lines(&sections[..*at]).abs_diff(lines(&sections[*at..]));
            let split = (0..=sections.len()).min_by_key(uneven).unwrap_or_default();
            ui.columns(2, |columns| {
                for (column, sections) in columns.iter_mut().zip([&sections[..split], &sections[split..]]) {
                    for (title, lines) in sections {
                        column.label(RichText::new(title).font(medium(TEXT)).color(look.colors.accent));
                        for (keys, text) in lines {
                            key_line(column, look, keys, text);
                        }
                        column.add_space(12.0);
                    }
                }
            });
        });
        !close_button(ui, look, words)
    });
    open && !close
}

/// A title, and lines of keys and what they do.
type KeySection = (String, Vec<(Vec<String>, String)>);

/// The commands by menu, those of context menus alone, the keys of the map, and what can be typed.
fn key_sections(words: &Words) -> Vec<KeySection> {
    let menus = Menu::ALL.into_iter().map(Some).chain([None]);
    let commands = menus.map(|menu| {
        let title = menu.map_or_else(|| words!(words, "dialog-keys-context"), |menu| menu.name(words));
        let entries = TABLE.iter().filter(|entry| entry.menu == menu);
        let line = |entry: &Entry| {
            let keys = entry.shortcuts.iter().map(ToString::to_string).collect();
            (keys, (entry.name)(words))
        };
        (title, entries.map(line).collect())
    });
    let said = |lines: &[Said]| lines.iter().map(|(keys, say)| (vec![(*keys).to_owned()], say(words))).collect();
    let map = [
        (words!(words, "dialog-keys-canvas"), said(CANVAS_KEYS)),
        (words!(words, "dialog-keys-typed"), said(TYPED_FIELDS)),
    ];
    commands.chain(map).filter(|(_, lines): &KeySection| !lines.is_empty()).collect()
}

/// Nothing on the page takes the keyboard: its keys scroll it.
fn scroll_by_keys(ui: &mut Ui, room: f32) {
    let take = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let by = [
        (Key::ArrowDown, -48.0),
        (Key::ArrowUp, 48.0),
        (Key::PageDown, 40.0 - room),
        (Key::PageUp, room - 40.0),
        (Key::Home, f32::MAX),
        (Key::End, f32::MIN),
    ];
    let by: f32 = by.into_iter().filter(|(key, _)| take(*key)).map(|(_, by)| by).sum();
    if by != 0.0 {
        ui.scroll_with_delta(vec2(0.0, by.clamp(-1e6, 1e6)));
    }
}

/// Keys, and beside them what they do.
fn key_line(ui: &mut Ui, look: &Look, keys: &[String], text: &str) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        // As high with a key as without one.
        ui.set_min_height(KEY_LINE);
        let left = ui.cursor().left();
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.set_max_width(KEYS_WIDTH);
            for keys in keys {
                key_cap(ui, look, keys);
            }
            if keys.is_empty() {
                let (rect, _) = ui.allocate_exact_size(vec2(KEY_LINE, KEY_LINE), Sense::hover());
                ui.painter().text(rect.left_center(), Align2::LEFT_CENTER, "–", regular(TEXT), look.colors.weak);
            }
        });
        ui.add_space((left + KEYS_WIDTH - ui.cursor().left()).max(8.0));
        ui.vertical(|ui| {
            ui.add_space(1.0);
            ui.add(Label::new(RichText::new(text).font(regular(TEXT)).color(look.colors.text)).wrap());
        });
    });
}

pub(super) fn about(context: &Context, look: &Look, words: &Words) -> bool {
    let title = words!(words, "dialog-about-title");
    let (open, close) = sheet(context, look, &title, 440.0, |ui| {
        ui.label(RichText::new("Wayfelt").font(bold(24.0)).color(look.colors.accent));
        let version = words!(words, "dialog-about-version", version = env!("CARGO_PKG_VERSION"));
        ui.label(RichText::new(version).font(regular(TEXT)).color(look.colors.weak));
        ui.add_space(4.0);
        for text in [words!(words, "dialog-about-body"), words!(words, "dialog-about-licence")] {
            ui.add(Label::new(RichText::new(text).font(regular(TEXT))).wrap());
        }
        !close_button(ui, look, words)
    });
    open && !close
}
