//! The start page: what was opened last, finished maps to learn from, templates, all with their pictures; gone through by
//! arrow keys, and searched by a few letters.

mod kept;
mod previews;
mod tile;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use eframe::egui::{
    EventFilter, FocusDirection, Id, Key, Label, Modifiers, Rect, RichText, ScrollArea, Sense, Ui, pos2, vec2,
};

use super::command::{Command, Facts};
use super::look::{Control, Kind, Look, TEXT, WIDE, bold, regular, text_field_with_id};
use super::session::file_name;
use super::task::Task;
use crate::file::{Opened, ReadError, embedded};
use crate::i18n::{Words, folded, industry_word, template_words};
use crate::model::{Language, Theme};
use crate::words;
pub(crate) use previews::{Previews, Source};
use tile::Tile;

/// Space between tiles, in points.
const GAP: f32 = 16.0;
/// A tile is about so wide, in points.
const WIDTH: f32 = 272.0;
/// The page isn't wider, however wide the window is.
const WIDEST: f32 = 1800.0;
/// Seconds after which a file is looked at again.
const LOOK_AGAIN: f64 = 2.0;

/// The built-in maps, read once; the pictures of all.
#[derive(Debug, Default)]
pub(crate) struct StartPage {
    samples: Vec<Built>,
    templates: Vec<(Language, Vec<Built>)>,
    previews: Previews,
    /// Pictures are made.
    with_previews: bool,
    /// The theme of the pictures; none: each map's own.
    paper: Option<Theme>,
    typed: String,
    /// Whether a file is there, when it was saved, and when that was looked up.
    files: BTreeMap<PathBuf, (Option<SystemTime>, bool, f64)>,
}

/// A template as a list shows it.
#[derive(Debug, Clone)]
pub(crate) struct TemplateName {
    /// Its name.
    pub(crate) title: String,
    /// What it is for.
    pub(crate) note: String,
    /// It is for one kind of business.
    pub(crate) industry: bool,
}

#[derive(Debug, Clone)]
struct Built {
    title: String,
    /// What it is for; of a sample none, which says how large it is.
    hint: Option<String>,
    /// The business that it is about; empty: any.
    industry: &'static str,
    language: Language,
    steps: usize,
    text: &'static str,
}

impl Built {
    fn of(name: &str, text: &'static str, opened: Result<Opened, ReadError>) -> Self {
        let map = opened.map(|opened| opened.map).unwrap_or_default();
        Self {
            title: if map.title.is_empty() { name.to_owned() } else { map.title.clone() },
            hint: None,
            industry: "",
            language: map.language,
            steps: map.steps().count(),
            text,
        }
    }

    /// What it is for, or how large it is.
    fn note(&self, words: &Words) -> String {
        self.hint.clone().unwrap_or_else(|| {
            let size = [
                industry_word(words, self.industry),
                words!(words, "start-language", language = self.language.code()),
                words!(words, "window-steps", n = self.steps),
            ];
            size.join(" · ")
        })
    }
}

/// A map that can be begun with.
struct Offer {
    id: Id,
    title: String,
    note: String,
    source: Option<Source>,
    icon: &'static str,
    missing: bool,
    task: Task,
    forget: Option<PathBuf>,
}

impl StartPage {
    /// Shows pictures of maps from now on.
    pub(crate) const fn with_previews(&mut self) {
        self.with_previews = true;
    }

    /// Whether it shows pictures of maps.
    pub(crate) const fn shows_previews(&self) -> bool {
        self.with_previews
    }

    /// How many pictures of maps there are.
    pub(crate) fn previews(&self) -> usize {
        self.previews.count()
    }

    /// Keeps the pictures of maps in this folder, from start to start.
    pub(crate) fn keep_previews_in(&mut self, folder: PathBuf) {
        self.previews.keep_in(folder);
    }

    /// How many pictures had to be painted, because none was kept.
    pub(crate) const fn previews_painted(&self) -> usize {
        self.previews.painted()
    }

    /// The templates in this language, as the dialog lists them.
    pub(crate) fn template_names(&mut self, words: &Words) -> Vec<TemplateName> {
        let named = |built: &Built| TemplateName {
            title: built.title.clone(),
            note: built.note(words),
            industry: !built.industry.is_empty(),
        };
        self.templates(words).iter().map(named).collect()
    }

    fn templates(&mut self, words: &Words) -> &[Built] {
        let language = words.language();
        if !self.templates.iter().any(|(known, _)| *known == language) {
            let named = |it: &embedded::Template| {
                let (title, hint) = template_words(words, it.name);
                let industry = if it.industry { it.name } else { "" };
                Built { title, hint: Some(hint), industry, ..Built::of(it.name, it.text, it.open()) }
            };
            let all = embedded::templates(language).iter().map(named).collect();
            self.templates.push((language, all));
        }
        self.templates.iter().find(|(known, _)| *known == language).map_or(&[], |(_, all)| all)
    }

    fn samples(&mut self) -> &[Built] {
        if self.samples.is_empty() {
            self.samples = embedded::samples()
                .iter()
                .map(|it| Built { industry: it.industry, ..Built::of(it.title, it.text, it.open()) })
                .collect();
        }
        &self.samples
    }

    /// Whether a file is there, and when it was saved. A slow disk is not asked in every frame.
    fn file(&mut self, path: &Path, now: f64) -> (bool, Option<SystemTime>) {
        if let Some((saved, there, at)) = self.files.get(path)
            && now - at < LOOK_AGAIN
        {
            return (*there, *saved);
        }
        let metadata = path.metadata().ok().filter(std::fs::Metadata::is_file);
        let there = metadata.is_some();
        let saved = metadata.and_then(|metadata| metadata.modified().ok());
        self.files.insert(path.to_owned(), (saved, there, now));
        (there, saved)
    }

    fn recent(&mut self, words: &Words, recent: &[PathBuf], now: f64) -> Vec<Offer> {
        let offer = |path: &PathBuf| {
            let name = file_name(path)?;
            let (there, saved) = self.file(path, now);
            let folder = path.parent().map(|folder| folder.display().to_string()).unwrap_or_default();
            let note = if there { folder } else { words!(words, "start-missing") };
            Some(Offer {
                id: Id::unique(("recent map", path)),
                title: name.strip_suffix(".ron").map_or(name.clone(), ToOwned::to_owned),
                note,
                source: there.then(|| Source::File(path.clone(), saved)),
                icon: "file-text",
                missing: !there,
                task: Task::Open(path.clone()),
                forget: Some(path.clone()),
            })
        };
        recent.iter().filter_map(offer).collect()
    }
}

/// What the built-in maps offer.
fn offers(built: &[Built], words: &Words, kind: &str, icon: &'static str, task: fn(usize) -> Task) -> Vec<Offer> {
    let offer = |(place, built): (usize, &Built)| Offer {
        id: Id::unique((kind, place)),
        title: built.title.clone(),
        note: built.note(words),
        source: Some(Source::Text(built.text)),
        icon,
        missing: false,
        task: task(place),
        forget: None,
    };
    // What is in the window's language comes first.
    let (own, others): (Vec<_>, Vec<_>) =
        built.iter().enumerate().partition(|(_, built)| built.language == words.language());
    own.into_iter().chain(others).map(offer).collect()
}

/// Shows it.
pub(crate) fn ui(
    ui: &mut Ui,
    page: &mut StartPage,
    look: &Look,
    words: &Words,
    paper: Option<Theme>,
    recent: &[PathBuf],
    tasks: &mut Vec<Task>,
) {
    page.paper = paper;
    page.previews.take(ui.ctx());
    let now = ui.input(|input| input.time);
    let own = page.samples().iter().filter(|built| built.language == words.language()).count();
    let mut samples = offers(page.samples(), words, "sample", "activity", Task::Sample);
    let mut templates = offers(page.templates(words), words, "template", "layout-dashboard", Task::Template);
    let general = page.templates(words).iter().take_while(|built| built.industry.is_empty()).count();
    let others = samples.split_off(own.min(samples.len()));
    let industries = templates.split_off(general.min(templates.len()));
    let none = page.recent(words, recent, now);
    let no_recent = none.is_empty();
    let parts = [
        (words!(words, "start-recent"), none),
        (words!(words, "start-samples"), samples),
        (words!(words, "start-templates"), templates),
        (words!(words, "start-industries"), industries),
        (words!(words, "start-samples-others"), others),
    ];
    let wanted = folded(&page.typed);
    let answers = |offer: &Offer| {
        let text = folded(&format!("{} {}", offer.title, offer.note));
        wanted.split_whitespace().all(|word| text.contains(word))
    };
    let colors = &look.colors;
    let mut grid = Vec::new();
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let width = (ui.available_width() - 96.0).min(WIDEST);
        let side = ((ui.available_width() - width) / 2.0).max(24.0);
        ui.add_space(36.0);
        ui.horizontal_top(|ui| {
            ui.add_space(side);
            ui.vertical(|ui| {
                ui.set_width(width);
                ui.add(Label::new(RichText::new(words!(words, "start-title")).font(bold(28.0)).color(colors.text)));
                ui.add(Label::new(
                    RichText::new(words!(words, "start-subtitle")).font(regular(15.0)).color(colors.weak),
                ));
                ui.add_space(WIDE);
                actions(ui, page, look, words, tasks);
                let mut any = false;
                for (name, offers) in &parts {
                    let offers: Vec<&Offer> = offers.iter().filter(|offer| answers(offer)).collect();
                    if offers.is_empty() {
                        continue;
                    }
                    any = true;
                    ui.add_space(24.0);
                    ui.add(Label::new(RichText::new(name).font(bold(14.0)).color(colors.text)));
                    ui.add_space(4.0);
                    tiles(ui, page, look, words, &offers, width, &mut grid, tasks);
                }
                ui.add_space(WIDE);
                if !any {
                    quiet(ui, look, &words!(words, "start-nothing", text = page.typed.trim()));
                } else if no_recent {
                    quiet(ui, look, &words!(words, "start-no-recent"));
                }
                quiet(ui, look, &words!(words, "start-drop"));
                ui.add_space(40.0);
            });
        });
    });
    arrows(ui, &grid);
}

/// What begins a map, and the field that searches.
fn actions(ui: &mut Ui, page: &mut StartPage, look: &Look, words: &Words, tasks: &mut Vec<Task>) {
    ui.horizontal(|ui| {
        let facts = Facts::default();
        for (command, kind) in
            [(Command::New, Kind::Primary), (Command::FromTemplate, Kind::Outlined), (Command::Open, Kind::Outlined)]
        {
            let name = command.name(words, &facts);
            let shortcut = command.shortcut_text();
            let control = Control::text(&name).with_icon(command.entry().icon).kind(kind).tip(&shortcut);
            if control.show(ui, look).clicked() {
                tasks.push(Task::Run(command));
            }
        }
        let room = (ui.available_width() - WIDE).clamp(0.0, 280.0);
        if room > 120.0 {
            ui.add_space(ui.available_width() - room);
            ui.allocate_ui(vec2(room, super::look::ROW), |ui| {
                let name = words!(words, "start-search");
                let empty = page.typed.is_empty();
                let field = text_field_with_id(ui, look, search_field(), &name, &mut page.typed);
                if empty && !field.has_focus() {
                    let at = field.rect.left_center() + vec2(11.0, 0.0);
                    let font = regular(TEXT);
                    ui.painter().text(at, eframe::egui::Align2::LEFT_CENTER, name, font, look.colors.weak);
                }
                // Escape has taken the keyboard from the field already.
                if field.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape)) {
                    page.typed.clear();
                }
            });
        }
    });
}

fn search_field() -> Id {
    Id::unique("start search")
}

fn quiet(ui: &mut Ui, look: &Look, text: &str) {
    ui.add(Label::new(RichText::new(text).font(regular(TEXT)).color(look.colors.weak)).wrap());
}

/// Tiles of equal width in rows; where each stands.
#[expect(clippy::too_many_arguments, reason = "what the tiles show, and nothing else")]
fn tiles(
    ui: &mut Ui,
    page: &mut StartPage,
    look: &Look,
    words: &Words,
    offers: &[&Offer],
    width: f32,
    grid: &mut Vec<(Id, Rect)>,
    tasks: &mut Vec<Task>,
) {
    let across = ((width + GAP) / (WIDTH + GAP)).floor().max(1.0);
    let each = ((width - GAP * (across - 1.0)) / across).min(WIDTH * 1.4);
    let high = tile::height(each);
    let rows = offers.len().div_ceil(across as usize);
    let size = vec2(width, (high + GAP) * rows as f32 - GAP);
    let (all, _) = ui.allocate_exact_size(size, Sense::hover());
    let forget = words!(words, "start-forget");
    for (place, offer) in offers.iter().enumerate() {
        let (row, column) = (place / across as usize, place % across as usize);
        let corner = pos2(all.left() + (each + GAP) * column as f32, all.top() + (high + GAP) * row as f32);
        let rect = Rect::from_min_size(corner, vec2(each, high));
        let picture = match &offer.source {
            Some(source) if page.with_previews && ui.is_rect_visible(rect) => {
                page.previews.of(ui.ctx(), source, page.paper)
            }
            _ => None,
        };
        let tile = Tile {
            id: offer.id,
            title: &offer.title,
            note: &offer.note,
            picture: picture.as_ref(),
            icon: offer.icon,
            missing: offer.missing,
            button: offer.forget.as_ref().map(|_| forget.as_str()),
        };
        let (response, button) = tile.show(ui, look, rect);
        if response.clicked() {
            tasks.push(offer.task.clone());
        }
        let delete = response.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Delete));
        if let Some(path) = offer.forget.as_ref().filter(|_| delete || button.is_some_and(|button| button.clicked())) {
            tasks.push(Task::Forget(path.clone()));
        }
        if response.gained_focus() {
            ui.scroll_to_rect(rect.expand(GAP), None);
        }
        grid.push((offer.id, rect));
    }
}

/// Arrow keys go from tile to tile, as the eye does: to the nearest one in that direction.
fn arrows(ui: &Ui, grid: &[(Id, Rect)]) {
    if ui.ctx().memory(|memory| memory.top_modal_layer().is_some()) || eframe::egui::Popup::is_any_open(ui.ctx()) {
        return;
    }
    let focused = ui.memory(|memory| memory.focused());
    let now = focused.and_then(|id| grid.iter().find(|(tile, _)| *tile == id)).copied();
    let in_search = focused == Some(search_field());
    if focused.is_some() && now.is_none() && !in_search {
        return;
    }
    let take = |key: Key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let way = if take(Key::ArrowDown) {
        vec2(0.0, 1.0)
    } else if !in_search && take(Key::ArrowUp) {
        vec2(0.0, -1.0)
    } else if !in_search && take(Key::ArrowRight) {
        vec2(1.0, 0.0)
    } else if !in_search && take(Key::ArrowLeft) {
        vec2(-1.0, 0.0)
    } else {
        if let Some((id, _)) = now {
            let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        }
        return;
    };
    let next = match now {
        None => grid.first(),
        Some((id, from)) => {
            let ahead = grid.iter().filter(|(other, rect)| {
                let step = rect.center() - from.center();
                let side = if way.x == 0.0 { 0.0 } else { step.y.abs() };
                *other != id && step.dot(way) > 1.0 && side < 1.0
            });
            let far = |rect: &Rect| {
                let step = rect.center() - from.center();
                // The next row before the tile that lies straight below in the row after it.
                step.dot(way) * 4.0 + (step - way * step.dot(way)).length()
            };
            ahead.min_by(|(_, a), (_, b)| far(a).total_cmp(&far(b)))
        }
    };
    if let Some((id, _)) = next {
        ui.memory_mut(|memory| {
            memory.request_focus(*id);
            memory.move_focus(FocusDirection::None);
        });
    }
}
