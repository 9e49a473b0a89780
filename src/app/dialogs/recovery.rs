//! What an earlier window could not save: each with its name, when and where it was, and a picture of it.

use std::path::PathBuf;
use std::time::SystemTime;

use eframe::egui::{
    Align, Color32, Context, CornerRadius, Image, Label, Layout, Rect, RichText, ScrollArea, Sense, Stroke, StrokeKind,
    Ui, Vec2,
};

use super::questions::{body, buttons};
use super::sheet;
use crate::app::look::{Control, Kind, Look, TEXT, heading, icon, medium, regular};
use crate::app::start::{Previews, Source};
use crate::app::task::Task;
use crate::i18n::Words;
use crate::words;

/// Size of a picture, in points.
const PICTURE: Vec2 = Vec2::new(128.0, 72.0);

/// A recovery copy that can be brought back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Lost {
    /// What the map is called.
    pub name: String,
    /// When the copy was written, and which file it belongs to.
    pub note: String,
    /// The copy.
    pub copy: PathBuf,
    /// The folder of its pictures.
    pub images: PathBuf,
    /// When it was written.
    pub time: SystemTime,
    /// What became of it; none yet.
    pub settled: bool,
    /// Discarding it was wanted once: there is no other copy, so it is asked for twice.
    pub doubted: bool,
}

/// The list of them.
#[derive(Debug)]
pub(crate) struct RecoveryDialog {
    lost: Vec<Lost>,
    previews: Option<Previews>,
}

impl RecoveryDialog {
    /// A list of these.
    pub(crate) const fn new(lost: Vec<Lost>) -> Self {
        Self { lost, previews: None }
    }

    /// Shows pictures of them from now on.
    pub(crate) fn with_previews(&mut self) {
        self.previews.get_or_insert_default();
    }

    pub(super) fn ui(&mut self, context: &Context, look: &Look, words: &Words, tasks: &mut Vec<Task>) -> bool {
        if let Some(previews) = &mut self.previews {
            previews.take(context);
        }
        let n = self.lost.iter().filter(|copy| !copy.settled).count();
        let title = words!(words, "dialog-recovery-title", n = n);
        let (open, _) = sheet(context, look, &title, 640.0, |ui| {
            heading(ui, look, &title);
            body(ui, look, &words!(words, "dialog-recovery-body"));
            ui.add_space(4.0);
            let room = (ui.ctx().content_rect().height() - 260.0).clamp(120.0, 460.0);
            ScrollArea::vertical().id_salt("lost").max_height(room).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 10.0;
                for (place, copy) in self.lost.iter_mut().enumerate().filter(|(_, copy)| !copy.settled) {
                    ui.push_id(place, |ui| one(ui, look, words, &mut self.previews, place, copy, tasks));
                }
            });
            buttons(ui, |ui| {
                let all = Control::text(&words!(words, "dialog-recover-all")).kind(Kind::Primary).show(ui, look);
                let later = Control::text(&words!(words, "dialog-later")).kind(Kind::Outlined).show(ui, look);
                if ui.memory(|memory| memory.focused()).is_none() {
                    all.request_focus();
                }
                if all.clicked() {
                    for (place, copy) in self.lost.iter_mut().enumerate().filter(|(_, copy)| !copy.settled) {
                        tasks.push(Task::Recover(place));
                        copy.settled = true;
                    }
                }
                !later.clicked()
            })
        });
        open && self.lost.iter().any(|copy| !copy.settled)
    }
}

fn one(
    ui: &mut Ui,
    look: &Look,
    words: &Words,
    previews: &mut Option<Previews>,
    place: usize,
    copy: &mut Lost,
    tasks: &mut Vec<Task>,
) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        let source = Source::Kept { map: copy.copy.clone(), images: copy.images.clone() };
        picture(ui, look, previews.as_mut(), &source, PICTURE);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            let name = format!("{} {}", words!(words, "dialog-recover"), copy.name);
            let shown = words!(words, "dialog-recover");
            if Control::new(&name).showing(&shown).kind(Kind::Outlined).show(ui, look).clicked() {
                tasks.push(Task::Recover(place));
                copy.settled = true;
            }
            let shown =
                if copy.doubted { words!(words, "dialog-discard-sure") } else { words!(words, "dialog-discard") };
            let name = format!("{shown} {}", copy.name);
            if Control::new(&name).showing(&shown).kind(Kind::Danger).show(ui, look).clicked()
                && std::mem::replace(&mut copy.doubted, true)
            {
                tasks.push(Task::Discard(place));
                copy.settled = true;
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.vertical(|ui| {
                    ui.add_space(18.0);
                    ui.spacing_mut().item_spacing.y = 2.0;
                    ui.add(Label::new(RichText::new(&copy.name).font(medium(TEXT))).truncate());
                    let note = RichText::new(&copy.note).font(regular(11.5)).color(look.colors.weak);
                    ui.add(Label::new(note).truncate());
                });
            });
        });
    });
}

/// The picture of a map in a frame, or the sign of a file while there is none.
pub(super) fn picture(ui: &mut Ui, look: &Look, previews: Option<&mut Previews>, source: &Source, size: Vec2) {
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    paint_picture(ui, look, previews, source, rect);
}

/// The same at a place of its own.
pub(super) fn paint_picture(ui: &Ui, look: &Look, previews: Option<&mut Previews>, source: &Source, rect: Rect) {
    let corner = CornerRadius::same(6);
    ui.painter().rect_filled(rect, corner, look.colors.panel);
    let texture = previews.and_then(|previews| previews.of(ui.ctx(), source, None));
    match texture {
        Some(texture) => {
            let image = Image::new((texture.id(), rect.size()));
            image.corner_radius(corner).tint(Color32::WHITE).paint_at(ui, rect);
        }
        None => {
            let square = Rect::from_center_size(rect.center(), Vec2::splat(22.0));
            icon(ui.painter(), "file-text", square, look.colors.weak);
        }
    }
    let line = Stroke::new(1.0, look.colors.border);
    ui.painter().rect_stroke(rect, corner, line, StrokeKind::Inside);
}
