//! The questions: addresses to open, unsaved changes, recovery copies, templates.

use eframe::egui::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{Align, Context, CornerRadius, Frame, Label, Layout, RichText, Ui};

use super::sheet;
use crate::app::look::{Control, Kind, Look, TEXT, heading, icon, medium, regular};
use crate::app::session::SessionId;
use crate::app::task::{AfterSave, Task};
use crate::i18n::Words;
use crate::model::Address;
use crate::words;

/// A recovery copy that can be brought back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Lost {
    /// What the map is called.
    pub name: String,
    /// When the copy was written, and which file it belongs to.
    pub note: String,
    /// What became of it; none yet.
    pub settled: bool,
}

/// Width of the list of templates: the longest name and what it is for fit, in both languages.
const TEMPLATES: f32 = 620.0;

fn body(ui: &mut Ui, look: &Look, text: &str) {
    ui.add(Label::new(RichText::new(text).font(regular(TEXT)).color(look.colors.weak)).wrap());
}

/// A row of buttons from the right.
fn buttons<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    ui.add_space(8.0);
    ui.allocate_ui_with_layout(
        eframe::egui::vec2(ui.available_width(), 28.0),
        Layout::right_to_left(Align::Center),
        add,
    )
    .inner
}

pub(super) fn unsaved(
    context: &Context,
    look: &Look,
    words: &Words,
    (session, name, then): (SessionId, &str, AfterSave),
    tasks: &mut Vec<Task>,
) -> bool {
    let title = words!(words, "dialog-unsaved-title", map = name);
    let (open, close) = sheet(context, look, &title, 420.0, |ui| {
        heading(ui, look, &title);
        body(ui, look, &words!(words, "dialog-unsaved-body"));
        buttons(ui, |ui| {
            let save = Control::text(&words!(words, "dialog-save")).kind(Kind::Primary).show(ui, look);
            let cancel = Control::text(&words!(words, "window-cancel")).kind(Kind::Outlined).show(ui, look);
            let abandon = ui
                .with_layout(Layout::left_to_right(Align::Center), |ui| {
                    Control::text(&words!(words, "dialog-dont-save")).kind(Kind::Danger).show(ui, look)
                })
                .inner;
            let focused = [&save, &cancel, &abandon].into_iter().any(|button| button.has_focus());
            if !focused && ui.memory(|memory| memory.focused()).is_none() {
                save.request_focus();
            }
            if save.clicked() {
                tasks.push(Task::Save(session, then));
            }
            if abandon.clicked() {
                tasks.push(Task::Abandon(session, then));
            }
            !(save.clicked() || cancel.clicked() || abandon.clicked())
        })
    });
    open && !close
}

pub(super) fn recovery(
    context: &Context,
    look: &Look,
    words: &Words,
    lost: &mut [Lost],
    tasks: &mut Vec<Task>,
) -> bool {
    let title = words!(words, "dialog-recovery-title");
    let (open, _) = sheet(context, look, &title, 520.0, |ui| {
        heading(ui, look, &title);
        body(ui, look, &words!(words, "dialog-recovery-body"));
        ui.add_space(4.0);
        for (place, copy) in lost.iter_mut().enumerate().filter(|(_, copy)| !copy.settled) {
            ui.horizontal(|ui| {
                let (rect, _) = ui.allocate_exact_size(eframe::egui::vec2(20.0, 36.0), eframe::egui::Sense::hover());
                let square = eframe::egui::Rect::from_center_size(rect.center(), eframe::egui::Vec2::splat(18.0));
                icon(ui.painter(), "file-text", square, look.colors.weak);
                ui.vertical(|ui| {
                    ui.set_width((ui.available_width() - 200.0).max(80.0));
                    ui.spacing_mut().item_spacing.y = 0.0;
                    ui.add(Label::new(RichText::new(&copy.name).font(medium(TEXT))).truncate());
                    ui.add(
                        Label::new(RichText::new(&copy.note).font(regular(11.5)).color(look.colors.weak)).truncate(),
                    );
                });
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let name = format!("{} {}", words!(words, "dialog-recover"), copy.name);
                    let shown = words!(words, "dialog-recover");
                    if Control::new(&name).showing(&shown).kind(Kind::Outlined).show(ui, look).clicked() {
                        tasks.push(Task::Recover(place));
                        copy.settled = true;
                    }
                    let name = format!("{} {}", words!(words, "dialog-discard"), copy.name);
                    let shown = words!(words, "dialog-discard");
                    if Control::new(&name).showing(&shown).kind(Kind::Danger).show(ui, look).clicked() {
                        tasks.push(Task::Discard(place));
                        copy.settled = true;
                    }
                });
            });
        }
        buttons(ui, |ui| {
            let all = Control::text(&words!(words, "dialog-recover-all")).kind(Kind::Primary).show(ui, look);
            let later = Control::text(&words!(words, "dialog-later")).kind(Kind::Outlined).show(ui, look);
            if ui.memory(|memory| memory.focused()).is_none() {
                all.request_focus();
            }
            if all.clicked() {
                for (place, copy) in lost.iter_mut().enumerate().filter(|(_, copy)| !copy.settled) {
                    tasks.push(Task::Recover(place));
                    copy.settled = true;
                }
            }
            !later.clicked()
        })
    });
    open && lost.iter().any(|copy| !copy.settled)
}

pub(super) fn template(
    context: &Context,
    look: &Look,
    words: &Words,
    names: &[(String, String)],
    tasks: &mut Vec<Task>,
) -> bool {
    let title = words!(words, "dialog-template-title");
    let (open, close) = sheet(context, look, &title, TEMPLATES, |ui| {
        heading(ui, look, &title);
        body(ui, look, &words!(words, "dialog-template-body"));
        ui.add_space(4.0);
        let mut open = true;
        ui.spacing_mut().item_spacing.y = 2.0;
        // What each is for goes first where there is little room.
        let roomy = ui.available_width() >= TEMPLATES;
        for (place, (name, note)) in names.iter().enumerate() {
            let mut row = Control::text(name).kind(Kind::Entry).with_icon("layout-dashboard");
            if roomy {
                row = row.note(note);
            }
            let row = row.show(ui, look);
            ui.ctx().accesskit_node_builder(row.id, |node| node.set_description(note.as_str()));
            if place == 0 && ui.memory(|memory| memory.focused()).is_none() {
                row.request_focus();
            }
            if row.clicked() {
                tasks.push(Task::Template(place));
                open = false;
            }
        }
        buttons(ui, |ui| {
            open && !Control::text(&words!(words, "window-cancel")).kind(Kind::Outlined).show(ui, look).clicked()
        })
    });
    open && !close
}

/// Shows an address as it will be opened, and whom it leads to. Who presses Enter in haste opens nothing.
pub(super) fn address(context: &Context, look: &Look, words: &Words, address: &Address, tasks: &mut Vec<Task>) -> bool {
    let title = if address.is_mail() {
        words!(words, "dialog-address-mail", to = address.owner())
    } else {
        words!(words, "dialog-address-page", server = address.owner())
    };
    let (open, close) = sheet(context, look, &title, 480.0, |ui| {
        heading(ui, look, &title);
        body(ui, look, &words!(words, "dialog-address-body"));
        let frame = Frame::new().fill(look.colors.hover).corner_radius(CornerRadius::same(8)).inner_margin(12);
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.add(Label::new(address_in(ui, look, address)).selectable(true));
        });
        buttons(ui, |ui| {
            let open = Control::text(&words!(words, "dialog-address-open")).kind(Kind::Primary).show(ui, look);
            let copy = Control::text(&words!(words, "dialog-address-copy")).kind(Kind::Outlined).show(ui, look);
            let cancel = Control::text(&words!(words, "window-cancel")).kind(Kind::Outlined).show(ui, look);
            if ui.memory(|memory| memory.focused()).is_none() {
                cancel.request_focus();
            }
            if open.clicked() {
                tasks.push(Task::OpenAddress(address.clone()));
            }
            if copy.clicked() {
                tasks.push(Task::CopyAddress(address.clone()));
            }
            !(open.clicked() || copy.clicked() || cancel.clicked())
        })
    });
    open && !close
}

/// The whole address, broken anywhere, whom it leads to standing out.
fn address_in(ui: &Ui, look: &Look, address: &Address) -> LayoutJob {
    let wrap = TextWrapping { max_width: ui.available_width(), break_anywhere: true, ..TextWrapping::default() };
    let mut job = LayoutJob { wrap, ..LayoutJob::default() };
    let (before, after) = address.around_owner();
    let weak = TextFormat::simple(regular(TEXT), look.colors.weak);
    job.append(before, 0.0, weak.clone());
    job.append(address.owner(), 0.0, TextFormat::simple(medium(TEXT), look.colors.text));
    job.append(after, 0.0, weak);
    job
}
