//! What to export to: one table of formats, with the options each has, and how large it becomes.

use eframe::egui::{Align, Context, CornerRadius, Label, Layout, RichText, Sense, Stroke, StrokeKind, vec2};

use super::sheet;
use crate::app::look::{Control, Kind, Look, TEXT, field, regular, segmented};
use crate::app::task::{ExportWish, Task};
use crate::export::Format;
use crate::i18n::Words;
use crate::model::Theme;
use crate::words;

const SCALES: [f64; 4] = [1.0, 2.0, 3.0, 4.0];

/// The open dialog.
#[derive(Debug)]
pub(crate) struct ExportDialog {
    wish: ExportWish,
    name: String,
    /// The picture's size in map units.
    size: kurbo::Size,
}

impl ExportDialog {
    /// Asks how to export a map of this name and size in map units.
    pub(crate) const fn new(wish: ExportWish, name: String, size: kurbo::Size) -> Self {
        Self { wish, name, size }
    }

    pub(super) fn ui(&mut self, context: &Context, look: &Look, words: &Words, tasks: &mut Vec<Task>) -> bool {
        let title = words!(words, "dialog-export-title", map = self.name.as_str());
        let (open, close) = sheet(context, look, &title, 460.0, |ui| {
            ui.spacing_mut().item_spacing.y = 12.0;
            ui.add(
                Label::new(RichText::new(&title).font(crate::app::look::bold(16.0)).color(look.colors.text)).truncate(),
            );
            let label = words!(words, "dialog-export-format");
            field(ui, look, &label, |ui| {
                let names = Format::ALL.map(|format| format.extension().to_uppercase());
                let names: Vec<&str> = names.iter().map(String::as_str).collect();
                let selected = Format::ALL.iter().position(|format| *format == self.wish.format);
                if let Some(place) = segmented(ui, look, &label, &names, selected) {
                    self.wish.format = Format::ALL[place];
                }
            });
            if self.wish.format.is_picture() {
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
                let label = words!(words, "dialog-export-scale");
                field(ui, look, &label, |ui| {
                    let selected = SCALES.iter().position(|scale| (scale - self.wish.options.scale).abs() < 0.01);
                    if let Some(place) = segmented(ui, look, &label, &["1×", "2×", "3×", "4×"], selected) {
                        self.wish.options.scale = SCALES[place];
                    }
                });
            }
            if self.wish.format.can_be_transparent() {
                let name = words!(words, "dialog-export-transparent");
                ui.checkbox(&mut self.wish.options.transparent, name);
            }
            if self.wish.format.is_picture() {
                self.preview(ui, look, words);
            } else {
                let text = RichText::new(words!(words, "dialog-export-outline"));
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

    fn theme(&self) -> Theme {
        self.wish.options.theme.unwrap_or_default()
    }

    /// The paper's shape, and how large the export becomes.
    fn preview(&self, ui: &mut eframe::egui::Ui, look: &Look, words: &Words) {
        ui.horizontal(|ui| {
            let (width, height) = (self.size.width.max(1.0), self.size.height.max(1.0));
            let fit = (96.0 / width).min(64.0 / height);
            let (rect, _) = ui.allocate_exact_size(vec2((width * fit) as f32, (height * fit) as f32), Sense::hover());
            let paper = crate::layout::theme::palette(self.theme()).paper;
            let fill = eframe::egui::Color32::from_rgb(paper.r, paper.g, paper.b);
            let line = Stroke::new(1.0, look.colors.border_strong);
            ui.painter().rect(rect, CornerRadius::same(2), fill, line, StrokeKind::Inside);
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
                Format::Svg | Format::Outline => {
                    words!(words, "dialog-export-size-units", width = whole(width), height = whole(height))
                }
            };
            ui.label(RichText::new(text).font(regular(TEXT)).color(look.colors.weak));
        });
    }
}
