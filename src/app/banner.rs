//! A strip over a map that says what stands between it and its file, and what can be done: it stays until that is settled.

use eframe::egui::{Align, Frame, Label, Layout, Margin, Panel, Rect, RichText, Sense, Stroke, Ui, Vec2, vec2};

use super::command::Command;
use super::look::{Control, GAP, Kind, Look, TEXT, icon, regular};
use super::session::SessionId;
use super::standing::Trouble;
use super::task::{AfterSave, Task};
use crate::i18n::Words;
use crate::words;

/// Shows it at the top of the room that is left.
pub(super) fn ui(
    ui: &mut Ui,
    look: &Look,
    words: &Words,
    id: SessionId,
    file: &str,
    trouble: &Trouble,
    tasks: &mut Vec<Task>,
) {
    let colors = &look.colors;
    let (name, color, text) = match trouble {
        Trouble::Held(holder) => {
            let who = super::outside::who(words, holder);
            ("lock", colors.accent, words!(words, "banner-held", who = who))
        }
        Trouble::Gone => ("triangle-alert", colors.warning, words!(words, "banner-gone", name = file)),
        Trouble::NoMap(why) => {
            ("triangle-alert", colors.warning, words!(words, "banner-no-map", name = file, why = why.as_str()))
        }
    };
    let frame = Frame::new().fill(colors.raised).inner_margin(Margin::symmetric(12, 5));
    let shown = Panel::top("banner").resizable(false).show_separator_line(false).frame(frame).show(ui, |ui| {
        ui.horizontal(|ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(16.0, 28.0), Sense::hover());
            icon(ui.painter(), name, Rect::from_center_size(rect.center(), Vec2::splat(16.0)), color);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = GAP;
                match trouble {
                    Trouble::Held(_) => {
                        button(ui, look, &words!(words, "banner-edit"), Task::EditHere(id), tasks);
                        button(ui, look, &words!(words, "banner-copy"), Task::Detach(id), tasks);
                    }
                    Trouble::Gone | Trouble::NoMap(_) => {
                        let again = words!(words, "banner-save-again");
                        button(ui, look, &again, Task::Save(id, AfterSave::Stay), tasks);
                    }
                }
                button(ui, look, &words!(words, "command-save-as"), Task::Run(Command::SaveAs), tasks);
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    let label = Label::new(RichText::new(&text).font(regular(TEXT)).color(colors.text)).truncate();
                    let label = ui.add(label);
                    ui.ctx()
                        .accesskit_node_builder(label.id, |node| node.set_live(eframe::egui::accesskit::Live::Polite));
                });
            });
        });
    });
    let rect = shown.response.rect;
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, colors.border));
}

fn button(ui: &mut Ui, look: &Look, name: &str, task: Task, tasks: &mut Vec<Task>) {
    if Control::text(name).kind(Kind::Outlined).show(ui, look).clicked() {
        tasks.push(task);
    }
}
