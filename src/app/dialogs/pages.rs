//! Pages to read: what a map lacks, all keys, what this is.

use eframe::egui::{Align, Context, Label, Layout, RichText, ScrollArea, Ui};

use super::sheet;
use crate::app::command::{CANVAS_KEYS, Facts, TABLE};
use crate::app::look::{Control, Kind, Look, TEXT, bold, heading, icon, key_cap, regular, section};
use crate::app::problems::Problem;
use crate::app::task::Task;
use crate::i18n::Words;
use crate::words;

fn close_button(ui: &mut Ui, look: &Look, words: &Words) -> bool {
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

pub(super) fn problems(
    context: &Context,
    look: &Look,
    words: &Words,
    problems: &[Problem],
    tasks: &mut Vec<Task>,
) -> bool {
    let title = words!(words, "dialog-problems-title");
    let (open, close) = sheet(context, look, &title, 640.0, |ui| {
        heading(ui, look, &title);
        if problems.is_empty() {
            ui.label(RichText::new(words!(words, "dialog-problems-none")).font(regular(TEXT)).color(look.colors.weak));
        }
        let mut open = true;
        let room = (ui.ctx().content_rect().height() - 260.0).clamp(120.0, 520.0);
        ScrollArea::vertical().max_height(room).auto_shrink([false, true]).show(ui, |ui| {
            // The bar is beside the buttons, not over them.
            ui.set_width(ui.available_width() - 14.0);
            for problem in problems {
                open &= !one_problem(ui, look, words, problem, tasks);
            }
        });
        open && !close_button(ui, look, words)
    });
    open && !close
}

/// One problem with its buttons; whether it is to be shown on the map now.
fn one_problem(ui: &mut Ui, look: &Look, words: &Words, problem: &Problem, tasks: &mut Vec<Task>) -> bool {
    let (show, mend) = (words!(words, "dialog-problems-show"), words!(words, "dialog-problems-fix"));
    let mut shown = false;
    ui.with_layout(Layout::right_to_left(Align::TOP), |ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        if let Some(place) = &problem.place {
            // Many buttons say the same: who can't see where they stand hears what they are about.
            let name = format!("{show}: {}", problem.text);
            if Control::new(&name).showing(&show).tip(&show).kind(Kind::Outlined).show(ui, look).clicked() {
                tasks.push(Task::Show(place.clone()));
                shown = true;
            }
        }
        if let Some(remedy) = &problem.remedy {
            let name = format!("{mend}: {}", problem.text);
            if Control::new(&name).showing(&mend).tip(&mend).kind(Kind::Outlined).show(ui, look).clicked() {
                tasks.push(Task::Mend(remedy.clone()));
            }
        }
        ui.with_layout(Layout::left_to_right(Align::TOP), |ui| {
            let color = if problem.fault { look.colors.danger } else { look.colors.warning };
            let (rect, _) = ui.allocate_exact_size(eframe::egui::vec2(18.0, 28.0), eframe::egui::Sense::hover());
            let square = eframe::egui::Rect::from_center_size(rect.center(), eframe::egui::Vec2::splat(16.0));
            icon(ui.painter(), "triangle-alert", square, color);
            ui.vertical(|ui| {
                ui.add_space(5.0);
                ui.add(Label::new(RichText::new(&problem.text).font(regular(TEXT))).wrap());
                ui.add_space(5.0);
            });
        });
    });
    shown
}

pub(super) fn keys(context: &Context, look: &Look, words: &Words) -> bool {
    let title = words!(words, "dialog-keys-title");
    let (open, close) = sheet(context, look, &title, 860.0, |ui| {
        heading(ui, look, &title);
        let room = (ui.ctx().content_rect().height() - 190.0).max(160.0);
        ScrollArea::vertical().max_height(room).auto_shrink([false, true]).show(ui, |ui| {
            // The bar is beside the words, not over them.
            ui.set_width(ui.available_width() - 14.0);
            ui.columns(2, |columns| {
                section(&mut columns[0], look, &words!(words, "dialog-keys-commands"));
                let facts = Facts::default();
                for entry in TABLE.iter().filter(|entry| !entry.shortcuts.is_empty()) {
                    let keys = entry.command.shortcut_text();
                    key_line(&mut columns[0], look, &keys, &entry.command.name(words, &facts));
                }
                section(&mut columns[1], look, &words!(words, "dialog-keys-canvas"));
                for (keys, say) in CANVAS_KEYS {
                    key_line(&mut columns[1], look, keys, &say(words));
                }
            });
        });
        !close_button(ui, look, words)
    });
    open && !close
}

/// A key, and beside it what it does.
fn key_line(ui: &mut Ui, look: &Look, keys: &str, text: &str) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let left = ui.cursor().left();
        key_cap(ui, look, keys);
        ui.add_space((left + 128.0 - ui.cursor().left()).max(8.0));
        ui.vertical(|ui| {
            ui.add_space(1.0);
            ui.add(Label::new(RichText::new(text).font(regular(TEXT))).wrap());
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
