//! The start page: what was opened last, templates, finished maps to learn from.

use std::path::PathBuf;

use eframe::egui::{
    CornerRadius, CursorIcon, Label, Rect, Response, RichText, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, pos2, vec2,
};

use super::command::{Command, Facts};
use super::look::{Control, Kind, Look, TEXT, WIDE, bold, icon, medium, regular};
use super::session::file_name;
use super::task::Task;
use crate::file::{Opened, ReadError, embedded};
use crate::i18n::{Words, template_words};
use crate::model::Language;
use crate::words;

/// The built-in maps, read once.
#[derive(Debug, Default)]
pub(crate) struct StartPage {
    samples: Vec<Built>,
    templates: Vec<(Language, Vec<Built>)>,
}

#[derive(Debug, Clone)]
struct Built {
    title: String,
    /// What it is for; of a sample none, which says how large it is.
    hint: Option<String>,
    language: Language,
    steps: usize,
    lanes: usize,
}

impl Built {
    fn of(name: &str, opened: Result<Opened, ReadError>) -> Self {
        let map = opened.map(|opened| opened.map).unwrap_or_default();
        Self {
            title: if map.title.is_empty() { name.to_owned() } else { map.title.clone() },
            hint: None,
            language: map.language,
            steps: map.steps().count(),
            lanes: map.lanes.len(),
        }
    }
}

impl StartPage {
    /// The names of the templates in this language.
    pub(crate) fn template_names(&mut self, words: &Words) -> Vec<String> {
        self.templates(words).iter().map(|built| built.title.clone()).collect()
    }

    fn templates(&mut self, words: &Words) -> &[Built] {
        let language = words.language();
        if !self.templates.iter().any(|(known, _)| *known == language) {
            let named = |it: &embedded::Template| {
                let (title, hint) = template_words(words, it.name);
                Built { title, hint: Some(hint), ..Built::of(it.name, it.open()) }
            };
            let all = embedded::templates(language).iter().map(named).collect();
            self.templates.push((language, all));
        }
        self.templates.iter().find(|(known, _)| *known == language).map_or(&[], |(_, all)| all)
    }

    fn samples(&mut self) -> &[Built] {
        if self.samples.is_empty() {
            self.samples = embedded::samples().iter().map(|it| Built::of(it.title, it.open())).collect();
        }
        &self.samples
    }
}

/// Shows it.
pub(crate) fn ui(
    ui: &mut Ui,
    page: &mut StartPage,
    look: &Look,
    words: &Words,
    recent: &[PathBuf],
    tasks: &mut Vec<Task>,
) {
    let templates = page.templates(words).to_vec();
    let samples = page.samples().to_vec();
    let colors = &look.colors;
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let width = (ui.available_width() - 96.0).min(1040.0);
        let side = ((ui.available_width() - width) / 2.0).max(24.0);
        ui.add_space(44.0);
        ui.horizontal_top(|ui| {
            ui.add_space(side);
            ui.vertical(|ui| {
                ui.set_width(width);
                ui.add(Label::new(RichText::new(words!(words, "start-title")).font(bold(28.0)).color(colors.text)));
                ui.add(Label::new(
                    RichText::new(words!(words, "start-subtitle")).font(regular(15.0)).color(colors.weak),
                ));
                ui.add_space(WIDE);
                ui.horizontal(|ui| {
                    let facts = Facts::default();
                    for (command, kind) in [
                        (Command::New, Kind::Primary),
                        (Command::FromTemplate, Kind::Outlined),
                        (Command::Open, Kind::Outlined),
                    ] {
                        let name = command.name(words, &facts);
                        let shortcut = command.shortcut_text();
                        let control = Control::text(&name).with_icon(command.entry().icon).kind(kind).tip(&shortcut);
                        if control.show(ui, look).clicked() {
                            tasks.push(Task::Run(command));
                        }
                    }
                });
                ui.add_space(28.0);
                part(ui, look, &words!(words, "start-samples"));
                tiles(ui, width, samples.len(), |ui, place, width| {
                    if tile(ui, look, words, &samples[place], width, "activity").clicked() {
                        tasks.push(Task::Sample(place));
                    }
                });
                ui.add_space(28.0);
                part(ui, look, &words!(words, "start-templates"));
                tiles(ui, width, templates.len(), |ui, place, width| {
                    if tile(ui, look, words, &templates[place], width, "layout-dashboard").clicked() {
                        tasks.push(Task::Template(place));
                    }
                });
                ui.add_space(28.0);
                part(ui, look, &words!(words, "start-recent"));
                if recent.is_empty() {
                    quiet(ui, look, &words!(words, "start-no-recent"));
                }
                ui.spacing_mut().item_spacing.y = 1.0;
                for path in recent {
                    let Some(name) = file_name(path) else { continue };
                    let there = path.is_file();
                    let note = if there {
                        path.parent().map(|folder| folder.display().to_string()).unwrap_or_default()
                    } else {
                        words!(words, "start-missing")
                    };
                    let row = Control::text(&name)
                        .kind(Kind::Entry)
                        .with_icon("file-text")
                        .note(&note)
                        .enabled(there)
                        .show(ui, look);
                    if row.clicked() {
                        tasks.push(Task::Open(path.clone()));
                    }
                }
                ui.add_space(WIDE);
                quiet(ui, look, &words!(words, "start-drop"));
                ui.add_space(40.0);
            });
        });
    });
}

fn part(ui: &mut Ui, look: &Look, text: &str) {
    ui.add(Label::new(RichText::new(text).font(bold(14.0)).color(look.colors.text)));
    ui.add_space(4.0);
}

fn quiet(ui: &mut Ui, look: &Look, text: &str) {
    ui.add(Label::new(RichText::new(text).font(regular(TEXT)).color(look.colors.weak)).wrap());
}

/// Things of equal width in rows.
fn tiles(ui: &mut Ui, width: f32, count: usize, mut show: impl FnMut(&mut Ui, usize, f32)) {
    let gap = 12.0;
    let across = ((width + gap) / (280.0 + gap)).floor().max(1.0);
    let each = (width - gap * (across - 1.0)) / across;
    let across = across as usize;
    for row in 0..count.div_ceil(across) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = gap;
            for place in row * across..(row * across + across).min(count) {
                show(ui, place, each);
            }
        });
        ui.add_space(4.0);
    }
}

fn tile(ui: &mut Ui, look: &Look, words: &Words, built: &Built, width: f32, picture: &str) -> Response {
    let colors = &look.colors;
    let (rect, response) = ui.allocate_exact_size(vec2(width, 76.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &built.title));
    let hovered = response.hovered() || response.has_focus();
    let fill = match (response.is_pointer_button_down_on(), hovered) {
        (true, _) => colors.pressed,
        (false, true) => colors.hover,
        (false, false) => colors.raised,
    };
    let line = if response.has_focus() {
        Stroke::new(2.0, colors.accent)
    } else {
        Stroke::new(1.0, if hovered { colors.border_strong } else { colors.border })
    };
    ui.painter().rect(rect, CornerRadius::same(10), fill, line, StrokeKind::Inside);
    let square = Rect::from_min_size(pos2(rect.left() + 14.0, rect.center().y - 18.0), Vec2::splat(36.0));
    ui.painter().rect_filled(square, CornerRadius::same(8), colors.accent_soft);
    icon(ui.painter(), picture, square.shrink(9.0), colors.accent);
    let left = square.right() + 12.0;
    let room = rect.right() - left - 12.0;
    let line_of = |text: &str, font, rows| {
        let color = eframe::egui::Color32::PLACEHOLDER;
        let mut job = eframe::egui::text::LayoutJob::simple(text.to_owned(), font, color, room);
        job.wrap.max_rows = rows;
        ui.painter().layout_job(job)
    };
    let title = line_of(&built.title, medium(TEXT), 2);
    let size = || {
        let size = [
            words!(words, "start-language", language = built.language.code()),
            words!(words, "window-steps", n = built.steps),
            words!(words, "window-lanes", n = built.lanes),
        ];
        size.join(" · ")
    };
    let note = line_of(&built.hint.clone().unwrap_or_else(size), regular(11.5), 2);
    let top = rect.center().y - (title.size().y + note.size().y + 3.0) / 2.0;
    let below = top + title.size().y + 3.0;
    ui.painter().galley(pos2(left, top), title, colors.text);
    ui.painter().galley(pos2(left, below), note, colors.weak);
    response.on_hover_cursor(CursorIcon::PointingHand)
}
