//! What to export to: one table of formats, with the options each has, and how large it becomes.

use std::sync::Arc;

use eframe::egui::{
    Align, Color32, Context, CornerRadius, Label, Layout, Rect, RichText, Sense, Stroke, StrokeKind, pos2, vec2,
};

use super::sheet;
use super::thumbnail::Thumbnail;
use crate::app::look::{Control, Kind, Look, TEXT, field, list, regular, segmented, segmented_as_far};
use crate::app::task::{ExportWish, Task};
use crate::export::images::ImageFolder;
use crate::export::tables::List;
use crate::export::{Format, png};
use crate::i18n::Words;
use crate::model::{JourneyMap, Theme};
use crate::words;

const SCALES: [f64; 4] = [1.0, 2.0, 3.0, 4.0];
/// The room for the picture of what will be exported, in points.
const PICTURE: (f64, f64) = (460.0, 190.0);

/// The open dialog.
#[derive(Debug)]
pub(crate) struct ExportDialog {
    wish: ExportWish,
    name: String,
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
        let picture = Thumbnail::new(map, images, wish.options.clone());
        Self { wish, name, size, picture }
    }

    pub(super) fn ui(&mut self, context: &Context, look: &Look, words: &Words, tasks: &mut Vec<Task>) -> bool {
        let title = words!(words, "dialog-export-title", map = self.name.as_str());
        let (open, close) = sheet(context, look, &title, PICTURE.0 as f32, |ui| {
            ui.spacing_mut().item_spacing.y = 12.0;
            ui.add(
                Label::new(RichText::new(&title).font(crate::app::look::bold(16.0)).color(look.colors.text)).truncate(),
            );
            let label = words!(words, "dialog-export-format");
            field(ui, look, &label, |ui| {
                let fits = |format: &Format| self.wish.options.plot.is_none() || format.is_picture();
                let formats: Vec<Format> = Format::ALL.into_iter().filter(fits).collect();
                let names: Vec<String> = formats.iter().map(|format| format.name(words)).collect();
                let names: Vec<(Option<&str>, &str)> = names.iter().map(|name| (None, name.as_str())).collect();
                let selected = formats.iter().position(|format| *format == self.wish.format);
                let chosen = list(ui, look, &label, &names, selected);
                if let Some(format) = chosen.and_then(|place| formats.get(place)) {
                    self.wish.format = *format;
                }
            });
            if self.wish.format.has_lists() {
                self.lists(ui, look, words);
            }
            if self.wish.format.has_theme() {
                let label = words!(words, "dialog-export-theme");
                field(ui, look, &label, |ui| {
                    let names = Theme::ALL.map(|theme| crate::i18n::theme_word(words, theme));
                    let names: Vec<&str> = names.iter().map(String::as_str).collect();
                    let selected = Theme::ALL.iter().position(|theme| *theme == self.theme());
                    if let Some(place) = segmented(ui, look, &label, &names, selected) {
                        self.wish.options.theme = Some(Theme::ALL[place]);
                    }
                });
            }
            if self.wish.format.has_scale() {
                self.scales(ui, look, words);
            }
            if self.wish.format.can_be_transparent() {
                let name = words!(words, "dialog-export-transparent");
                ui.checkbox(&mut self.wish.options.transparent, name);
            }
            if self.wish.format.is_picture() {
                self.preview(ui, look, words);
            } else {
                let text = RichText::new(self.wish.format.about(words));
                ui.add(Label::new(text.font(regular(TEXT)).color(look.colors.weak)).wrap());
            }
            let size = vec2(ui.available_width(), 28.0);
            ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
                let go = Control::text(&words!(words, "dialog-export-go"))
                    .with_icon("upload")
                    .kind(Kind::Primary)
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

    /// How large in pixels: no larger than a picture can be.
    fn scales(&mut self, ui: &mut eframe::egui::Ui, look: &Look, words: &Words) {
        let greatest = png::greatest_scale_of(self.size);
        let scales: Vec<f64> = match SCALES.into_iter().any(|scale| scale <= greatest) {
            true => SCALES.to_vec(),
            // Not even one pixel for each unit: what is possible is one more choice.
            false => [greatest].into_iter().chain(SCALES).collect(),
        };
        if self.wish.options.scale > greatest {
            self.wish.options.scale = scales.iter().copied().filter(|scale| *scale <= greatest).fold(0.01, f64::max);
        }
        let names: Vec<String> = scales.iter().map(|scale| format!("{}×", words.short_number(*scale))).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let most = words!(
            words,
            "dialog-export-too-large",
            most = words.number(png::MOST_PIXELS as f64 / 1e6, 0),
            side = words.number(f64::from(png::MOST_PIXELS_A_SIDE), 0)
        );
        let barred = |place: usize| (scales[place] > greatest).then(|| most.clone());
        let label = words!(words, "dialog-export-scale");
        field(ui, look, &label, |ui| {
            let selected = scales.iter().position(|scale| (scale - self.wish.options.scale).abs() < 0.001);
            if let Some(place) = segmented_as_far(ui, look, &label, &names, selected, &barred) {
                self.wish.options.scale = scales[place];
            }
        });
        if scales.iter().any(|scale| *scale > greatest) {
            ui.add(Label::new(RichText::new(most).font(regular(12.0)).color(look.colors.weak)).wrap());
        }
    }

    fn theme(&self) -> Theme {
        self.wish.options.theme.unwrap_or_default()
    }

    /// Which table it is to be, where a file holds one.
    fn lists(&mut self, ui: &mut eframe::egui::Ui, look: &Look, words: &Words) {
        let label = words!(words, "dialog-export-table");
        field(ui, look, &label, |ui| {
            let choices: Vec<Option<List>> = std::iter::once(None).chain(List::ALL.map(Some)).collect();
            let name = |choice: &Option<List>| match choice {
                Some(list) => list.name(words),
                None => words!(words, "dialog-export-grid"),
            };
            let names: Vec<String> = choices.iter().map(name).collect();
            let names: Vec<(Option<&str>, &str)> = names.iter().map(|name| (None, name.as_str())).collect();
            let selected = choices.iter().position(|choice| *choice == self.wish.options.list);
            if let Some(choice) = list(ui, look, &label, &names, selected).and_then(|place| choices.get(place)) {
                self.wish.options.list = *choice;
            }
        });
    }

    /// What will be exported, and how large it becomes.
    fn preview(&mut self, ui: &mut eframe::egui::Ui, look: &Look, words: &Words) {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            let (width, height) = (self.size.width.max(1.0), self.size.height.max(1.0));
            // In a low window the buttons are needed more than the picture.
            let high = f64::from(ui.ctx().content_rect().height() - 330.0).clamp(64.0, PICTURE.1);
            let fit = (f64::from(ui.available_width()) / width).min(high / height);
            let (rect, _) = ui.allocate_exact_size(vec2((width * fit) as f32, (height * fit) as f32), Sense::hover());
            let transparent = self.wish.options.transparent && self.wish.format.can_be_transparent();
            let line = Stroke::new(1.0, look.colors.border_strong);
            let theme = self.theme();
            let fill = if transparent {
                Color32::TRANSPARENT
            } else {
                let paper = crate::layout::theme::palette(theme).paper;
                Color32::from_rgb(paper.r, paper.g, paper.b)
            };
            ui.painter().rect(rect, CornerRadius::same(2), fill, line, StrokeKind::Outside);
            if let Some(texture) = self.picture.of(ui.ctx(), theme, transparent) {
                let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
                ui.painter().image(texture.id(), rect, whole, Color32::WHITE);
            }
            let whole = |value: f64| words.number(value, 0);
            let text = match self.wish.format {
                Format::Png => words!(
                    words,
                    "dialog-export-size",
                    width = whole(width * self.wish.options.scale),
                    height = whole(height * self.wish.options.scale)
                ),
                Format::Pdf => words!(
                    words,
                    "dialog-export-size-mm",
                    width = whole(width / 96.0 * 25.4),
                    height = whole(height / 96.0 * 25.4)
                ),
                Format::Svg
                | Format::Html
                | Format::Pptx
                | Format::Xlsx
                | Format::Csv
                | Format::Markdown
                | Format::Mermaid
                | Format::Outline
                | Format::Package => {
                    words!(words, "dialog-export-size-units", width = whole(width), height = whole(height))
                }
            };
            ui.label(RichText::new(text).font(regular(TEXT)).color(look.colors.weak));
        });
    }
}
