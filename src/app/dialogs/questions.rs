//! The questions: addresses to open, unsaved changes, a file that somebody else has open, templates.

use std::path::Path;

use eframe::egui::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{Align, Context, CornerRadius, Frame, Label, Layout, RichText, Role, Sense, Ui, WidgetInfo};

use super::sheet;
use crate::app::look::{Control, Kind, Look, TEXT, bold, heading, medium, regular};
use crate::app::session::{SessionId, file_name};
use crate::app::start::TemplateName;
use crate::app::task::{AfterSave, Purpose, Task};
use crate::i18n::Words;
use crate::model::Address;
use crate::words;

/// Width of the list of templates: the longest name and what it is for fit, in both languages.
const TEMPLATES: f32 = 640.0;

pub(super) fn body(ui: &mut Ui, look: &Look, text: &str) {
    ui.add(Label::new(RichText::new(text).font(regular(TEXT)).color(look.colors.weak)).wrap());
}

/// A row of buttons from the right.
pub(super) fn buttons<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
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

/// Somebody else has the file open. The question may come by itself, while somebody types without looking: no button has
/// the keyboard, so that neither Space nor Enter answers it unseen.
pub(super) fn in_use(
    context: &Context,
    look: &Look,
    words: &Words,
    (session, name, who): (SessionId, &str, &str),
    tasks: &mut Vec<Task>,
) -> bool {
    let title = words!(words, "in-use-title", name = name);
    let (open, close) = sheet(context, look, &title, 460.0, |ui| {
        let rect = heading(ui, look, &title).rect;
        let said = ui.interact(rect, ui.scope_id().with("in use"), Sense::focusable_noninteractive());
        said.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{title} {who}")));
        if ui.memory(|memory| memory.focused()).is_none() {
            said.request_focus();
        }
        ui.add(Label::new(RichText::new(who).font(medium(TEXT))).wrap());
        body(ui, look, &words!(words, "in-use-body"));
        buttons(ui, |ui| {
            let read = Control::text(&words!(words, "in-use-read")).kind(Kind::Primary).show(ui, look);
            let copy = Control::text(&words!(words, "in-use-copy")).kind(Kind::Outlined).show(ui, look);
            if ui.memory(|memory| memory.focused()).is_none() {
                read.request_focus();
            }
            if copy.clicked() {
                tasks.push(Task::Detach(session));
            }
            !(read.clicked() || copy.clicked())
        })
    });
    open && !close
}

/// The name got an ending, and a file is called so already.
pub(super) fn replace(
    context: &Context,
    look: &Look,
    words: &Words,
    purpose: &Purpose,
    path: &Path,
    tasks: &mut Vec<Task>,
) -> bool {
    let title = words!(words, "dialog-replace-title", name = file_name(path).unwrap_or_default());
    let (open, close) = sheet(context, look, &title, 460.0, |ui| {
        heading(ui, look, &title);
        let folder = path.parent().map(|folder| folder.display().to_string()).unwrap_or_default();
        body(ui, look, &words!(words, "dialog-replace-body", folder = folder));
        buttons(ui, |ui| {
            let other = Control::text(&words!(words, "dialog-replace-other")).kind(Kind::Primary).show(ui, look);
            let cancel = Control::text(&words!(words, "window-cancel")).kind(Kind::Outlined).show(ui, look);
            let replace = ui
                .with_layout(Layout::left_to_right(Align::Center), |ui| {
                    Control::text(&words!(words, "dialog-replace")).kind(Kind::Danger).show(ui, look)
                })
                .inner;
            if ui.memory(|memory| memory.focused()).is_none() {
                other.request_focus();
            }
            if other.clicked() {
                tasks.push(Task::Ask(purpose.clone()));
            }
            if replace.clicked() {
                tasks.push(Task::Chosen(purpose.clone(), path.to_owned()));
            }
            !(other.clicked() || cancel.clicked() || replace.clicked())
        })
    });
    open && !close
}

pub(super) fn template(
    context: &Context,
    look: &Look,
    words: &Words,
    names: &[TemplateName],
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
        let industries = names.iter().position(|name| name.industry);
        for (place, TemplateName { title, note, .. }) in names.iter().enumerate() {
            if industries == Some(place) {
                ui.add_space(6.0);
                let said = words!(words, "start-industries");
                ui.add(Label::new(RichText::new(said).font(bold(TEXT)).color(look.colors.text)));
            }
            let mut row = Control::text(title).kind(Kind::Entry).with_icon("layout-dashboard");
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
