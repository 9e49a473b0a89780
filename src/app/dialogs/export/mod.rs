//! What to export to: one table of formats, with the options each has, and how it will look and how large it becomes.

mod choices;
mod preview;

use std::sync::Arc;

use eframe::egui::{Align, Context, Label, Layout, RichText, ScrollArea, Ui, vec2};

use super::sheet;
use super::thumbnail::Thumbnail;
use crate::app::look::{Control, Kind, Look, TEXT, bold, follow_focus, regular};
use crate::app::task::{ExportWish, Task};
use crate::export::ExportOptions;
use crate::export::images::ImageFolder;
use crate::i18n::Words;
use crate::model::JourneyMap;
use crate::words;

/// Widths of the whole, and of the choices beside the picture, in points.
const WIDTH: f32 = 900.0;
const CHOICES: f32 = 320.0;
/// From this width on the picture is beside the choices.
const BESIDE: f32 = 620.0;
/// Height of what isn't choices: the title, the buttons, and the space around.
const AROUND: f32 = 180.0;

/// The open dialog.
#[derive(Debug)]
pub(crate) struct ExportDialog {
    wish: ExportWish,
    name: String,
    map: Arc<JourneyMap>,
    /// The picture's size in map units.
    size: kurbo::Size,
    picture: Thumbnail,
}

impl ExportDialog {
    /// Asks how to export a map of this name and size in map units.
    pub(crate) fn new(
        wish: ExportWish,
        name: String,
        size: kurbo::Size,
        map: Arc<JourneyMap>,
        images: ImageFolder,
    ) -> Self {
        let picture = Thumbnail::new(Arc::clone(&map), images);
        Self { wish, name, map, size, picture }
    }

    pub(super) fn ui(&mut self, context: &Context, look: &Look, words: &Words, tasks: &mut Vec<Task>) -> bool {
        let title = words!(words, "dialog-export-title", map = self.name.as_str());
        let (open, close) = sheet(context, look, &title, WIDTH, |ui| {
            ui.spacing_mut().item_spacing.y = 12.0;
            ui.add(Label::new(RichText::new(&title).font(bold(16.0)).color(look.colors.text)).truncate());
            let high = (ui.ctx().content_rect().height() - AROUND).clamp(150.0, 520.0);
            let possible = if ui.available_width() < BESIDE {
                self.choices(ui, look, words);
                self.result(ui, look, words, (high * 0.6).min(190.0))
            } else {
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = 24.0;
                    ui.vertical(|ui| {
                        ui.set_width(CHOICES);
                        let scroll = ScrollArea::vertical().id_salt("export choices").max_height(high);
                        scroll.min_scrolled_height(high).auto_shrink([false, true]).show(ui, |ui| {
                            // The bar is beside the fields, not over them.
                            ui.set_width(CHOICES - 14.0);
                            self.choices(ui, look, words);
                            follow_focus(ui);
                        });
                    });
                    ui.vertical(|ui| self.result(ui, look, words, high)).inner
                })
                .inner
            };
            let size = vec2(ui.available_width(), 28.0);
            ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
                let go = Control::text(&words!(words, "dialog-export-go"))
                    .with_icon("upload")
                    .kind(Kind::Primary)
                    .enabled(possible)
                    .show(ui, look);
                let cancel = Control::text(&words!(words, "window-cancel")).kind(Kind::Outlined).show(ui, look);
                if ui.memory(|memory| memory.focused()).is_none() {
                    go.request_focus();
                }
                if go.clicked() {
                    tasks.push(Task::Export(self.wish.clone()));
                }
                !(go.clicked() || cancel.clicked())
            })
            .inner
        });
        open && !close
    }

    /// What it will be, in this height; whether it can be made.
    fn result(&mut self, ui: &mut Ui, look: &Look, words: &Words, high: f32) -> bool {
        ui.spacing_mut().item_spacing.y = 8.0;
        let (format, options) = (self.wish.format, &self.wish.options);
        if !format.is_picture() {
            let text = RichText::new(format.about(words));
            ui.add(Label::new(text.font(regular(TEXT)).color(look.colors.weak)).wrap());
            return true;
        }
        let shown = ExportOptions {
            transparent: options.transparent && format.can_be_transparent(),
            page: options.page.filter(|_| format.has_paper()),
            ..options.clone()
        };
        let made = self.picture.of(ui.ctx(), &shown);
        preview::picture(ui, look, made.map(|(made, _)| made), shown.transparent, (high - 64.0).max(60.0));
        let Some((made, current)) = made else { return true };
        if current {
            self.size = made.size;
        }
        let possible = preview::about(ui, look, words, format, options, made);
        possible || !current
    }
}
