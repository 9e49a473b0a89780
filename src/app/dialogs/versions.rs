//! The versions of a file: a list with times, the picture of the chosen one, and what has changed since it or in it.

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::{
    Align, Align2, Color32, Context, CornerRadius, Key, Label, Layout, Modifiers, Rect, Response, RichText, Role,
    ScrollArea, Sense, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use super::questions::body;
use super::recovery::{paint_picture, picture};
use super::sheet;
use crate::app::aside::Aside;
use crate::app::files::date_and_time;
use crate::app::look::{Control, Kind, Look, RADIUS, ROW, TEXT, focus_ring, heading, medium, regular};
use crate::app::panels::changes::{self, ChangesState};
use crate::app::session::SessionId;
use crate::app::start::{Previews, Source};
use crate::app::task::Task;
use crate::file::say;
use crate::file::versions::Version;
use crate::i18n::Words;
use crate::model::JourneyMap;
use crate::words;

/// Width of the list of times.
const LIST: f32 = 236.0;
/// Size of the pictures in it.
const ROW_PICTURE: Vec2 = Vec2::new(104.0, 58.5);

/// The versions of one file.
#[derive(Debug)]
pub(crate) struct VersionsDialog {
    session: SessionId,
    name: String,
    now: Arc<JourneyMap>,
    versions: Vec<Version>,
    images: PathBuf,
    previews: Option<Previews>,
    read_only: bool,
    place: usize,
    /// Another one was chosen by key; it gets the keyboard.
    moved: bool,
    /// Compared with the map as it is now; else with the version before.
    with_now: bool,
    compared: Option<Compared>,
    /// The two that are being read, by the place of the newer one.
    reading: Option<(usize, bool, Aside<TwoMaps>)>,
    changes: ChangesState,
}

/// Two maps, and whether they are the same; or why they can't be compared.
type TwoMaps = Result<(Arc<JourneyMap>, Arc<JourneyMap>, bool), String>;

/// What differs between two of them, worked out once.
#[derive(Debug)]
struct Compared {
    place: usize,
    with_now: bool,
    maps: TwoMaps,
}

impl VersionsDialog {
    /// The versions of the file of a map that says this now.
    pub(crate) fn new(
        session: SessionId,
        name: String,
        now: Arc<JourneyMap>,
        versions: Vec<Version>,
        images: PathBuf,
        with_previews: bool,
    ) -> Self {
        let previews = with_previews.then(Previews::default);
        Self {
            session,
            name,
            now,
            versions,
            images,
            previews,
            read_only: false,
            place: 0,
            moved: true,
            with_now: true,
            compared: None,
            reading: None,
            changes: ChangesState::default(),
        }
    }

    /// Whether two of them are being compared.
    pub(super) const fn is_busy(&self) -> bool {
        self.reading.is_some() || self.changes.is_comparing()
    }

    /// None of them can be brought back.
    pub(crate) const fn read_only(mut self, read_only: bool) -> Self {
        self.read_only = read_only;
        self
    }

    pub(super) fn ui(&mut self, context: &Context, look: &Look, words: &Words, tasks: &mut Vec<Task>) -> bool {
        if let Some(previews) = &mut self.previews {
            previews.take(context);
        }
        let title = words!(words, "versions-title", map = self.name.as_str());
        let width = if self.versions.is_empty() { 480.0 } else { 880.0 };
        let (open, close) = sheet(context, look, &title, width, |ui| {
            heading(ui, look, &title);
            body(ui, look, &words!(words, "versions-about"));
            ui.add_space(4.0);
            if self.versions.is_empty() {
                ui.add(Label::new(RichText::new(words!(words, "versions-none")).font(regular(TEXT))).wrap());
            } else {
                self.keys(ui);
                let height = (ui.ctx().content_rect().height() - 250.0).clamp(220.0, 520.0);
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = 16.0;
                    ui.allocate_ui_with_layout(vec2(LIST, height), Layout::top_down(Align::LEFT), |ui| {
                        ui.set_min_height(height);
                        self.list(ui, look, words, height);
                    });
                    let size = vec2(ui.available_width(), height);
                    ui.allocate_ui_with_layout(size, Layout::top_down(Align::LEFT), |ui| {
                        ui.set_min_height(height);
                        self.chosen(ui, look, words, height);
                    });
                });
            }
            self.buttons(ui, look, words, tasks)
        });
        open && !close
    }

    /// Arrows go through the list, whatever has the keyboard.
    fn keys(&mut self, ui: &mut Ui) {
        let pressed = |key: Key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let (last, before) = (self.versions.len().saturating_sub(1), self.place);
        if pressed(Key::ArrowDown) {
            self.place = (self.place + 1).min(last);
        }
        if pressed(Key::ArrowUp) {
            self.place = self.place.saturating_sub(1);
        }
        if pressed(Key::Home) {
            self.place = 0;
        }
        if pressed(Key::End) {
            self.place = last;
        }
        self.moved |= self.place != before;
    }

    fn list(&mut self, ui: &mut Ui, look: &Look, words: &Words, height: f32) {
        let list = ScrollArea::vertical().id_salt("versions").max_height(height).min_scrolled_height(height);
        list.auto_shrink([false, false]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            // Room for the ring of what has the keyboard.
            ui.add_space(2.0);
            let moved = std::mem::take(&mut self.moved);
            for place in 0..self.versions.len() {
                let response = self.row(ui, look, words, place);
                if response.clicked() {
                    self.place = place;
                }
                if place == self.place && moved {
                    response.request_focus();
                    response.scroll_to_me(None);
                }
            }
        });
    }

    /// One version: its picture, when it was saved, and how large it is.
    fn row(&mut self, ui: &mut Ui, look: &Look, words: &Words, place: usize) -> Response {
        let (rect, response) = ui.allocate_exact_size(vec2(LIST - 14.0, ROW_PICTURE.y + 8.0), Sense::click());
        let rect = rect.shrink2(vec2(2.0, 0.0));
        let Some(version) = self.versions.get(place) else { return response };
        let (date, hour) = date_and_time(version.time(), words);
        let size = words!(words, "versions-size", size = words.number(kilobytes(version), 0));
        let chosen = place == self.place;
        let name = format!("{date}, {hour}, {size}");
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen, &name));
        if !ui.is_rect_visible(rect) {
            return response;
        }
        let fill = match (chosen, response.hovered()) {
            (true, _) => look.colors.accent_soft,
            (false, true) => look.colors.hover,
            (false, false) => Color32::TRANSPARENT,
        };
        ui.painter().rect_filled(rect, CornerRadius::same(RADIUS), fill);
        let source = Source::Kept { map: version.path().to_owned(), images: self.images.clone() };
        let at = Rect::from_min_size(rect.min + vec2(4.0, 4.0), ROW_PICTURE);
        paint_picture(ui, look, self.previews.as_mut(), &source, at);
        let left = at.right() + 10.0;
        let colors = &look.colors;
        let line = |y: f32, text: &str, font, color| {
            ui.painter().text(pos2(left, y), Align2::LEFT_CENTER, text, font, color);
        };
        line(rect.center().y - 17.0, &hour, medium(TEXT), colors.text);
        line(rect.center().y + 1.0, &date, regular(11.5), colors.weak);
        line(rect.center().y + 17.0, &size, regular(11.5), colors.weak);
        focus_ring(ui, look, rect, &response);
        response
    }

    /// The picture of the chosen version, and what has changed.
    fn chosen(&mut self, ui: &mut Ui, look: &Look, words: &Words, height: f32) {
        let Some(version) = self.versions.get(self.place) else { return };
        let source = Source::Kept { map: version.path().to_owned(), images: self.images.clone() };
        let width = ui.available_width();
        let size = Vec2::new(width, (width * 9.0 / 16.0).min(height * 0.56));
        let size = vec2((size.y * 16.0 / 9.0).min(width), size.y);
        picture(ui, look, self.previews.as_mut(), &source, size);
        ui.add_space(8.0);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            let since = words!(words, "versions-since");
            let within = words!(words, "versions-within");
            if Control::text(&since).selected(self.with_now).show(ui, look).clicked() {
                self.with_now = true;
            }
            let has_before = self.place + 1 < self.versions.len();
            if Control::text(&within).enabled(has_before).selected(!self.with_now).show(ui, look).clicked() {
                self.with_now = false;
            }
            if !has_before {
                self.with_now = true;
            }
        });
        if !self.compare(ui.ctx(), words) {
            if self.reading.as_ref().is_some_and(|(.., reading)| reading.is_long(ui.ctx())) {
                changes::comparing_word(ui, words);
            }
            return;
        }
        let Some(compared) = &self.compared else { return };
        let room = ui.available_height();
        let state = &mut self.changes;
        ScrollArea::vertical().id_salt("changes").max_height(room).auto_shrink([false, true]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 3.0;
            ui.set_width(ui.available_width() - 12.0);
            match &compared.maps {
                Ok((.., true)) => body(ui, look, &words!(words, "versions-same")),
                Ok((before, after, false)) => {
                    // Places are shown where the map is that they are on; here they are only read.
                    changes::list(ui, state, before, after, look, words);
                }
                Err(why) => {
                    ui.add(Label::new(RichText::new(why).font(medium(12.5)).color(look.colors.warning)).wrap());
                }
            }
        });
    }

    /// Reads what is to be compared, on a thread of its own: it may be large. Whether it is there.
    fn compare(&mut self, context: &Context, words: &Words) -> bool {
        let (place, with_now) = (self.place, self.with_now);
        if self.compared.as_ref().is_some_and(|known| (known.place, known.with_now) == (place, with_now)) {
            return true;
        }
        let reading = self.reading.take().filter(|(at, now, _)| (*at, *now) == (place, with_now));
        let reading = reading.map(|(.., reading)| reading).unwrap_or_else(|| {
            let version = |place: usize| self.versions.get(place).cloned();
            let (then, other) = (version(place), (!with_now).then(|| version(place + 1)).flatten());
            let (now, words) = (Arc::clone(&self.now), words.clone());
            Aside::begin("versions", context, move || {
                let read = |version: Option<Version>| match version.as_ref().map(Version::read) {
                    Some(Ok(opened)) => Ok(Arc::new(opened.map)),
                    Some(Err(error)) => Err(say::load_error(&words, &error)),
                    None => Err(String::new()),
                };
                let (before, after) = if with_now { (read(then)?, now) } else { (read(other)?, read(then)?) };
                let same = before == after;
                Ok((before, after, same))
            })
        });
        let Some(found) = reading.found() else {
            self.reading = Some((place, with_now, reading));
            return false;
        };
        let maps = found.unwrap_or_else(|lost| Err(lost.to_string()));
        self.compared = Some(Compared { place, with_now, maps });
        true
    }

    /// What the chosen one says, once it is read and if it can be.
    fn read(&self) -> Option<&Arc<JourneyMap>> {
        let compared = self.compared.as_ref().filter(|compared| compared.place == self.place)?;
        let (before, after, _) = compared.maps.as_ref().ok()?;
        Some(if compared.with_now { before } else { after })
    }

    /// Closing, or bringing the chosen one back; whether it stays open.
    fn buttons(&self, ui: &mut Ui, look: &Look, words: &Words, tasks: &mut Vec<Task>) -> bool {
        ui.add_space(8.0);
        let row = vec2(ui.available_width(), ROW);
        let inner = ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
            let mut restored = false;
            if let Some(version) = self.versions.get(self.place) {
                let read = self.read().filter(|_| !self.read_only);
                let restore = words!(words, "versions-restore");
                let button = Control::text(&restore).kind(Kind::Primary).enabled(read.is_some());
                if button.show(ui, look).clicked()
                    && let Some(map) = read
                {
                    tasks.push(Task::Restore(self.session, version.time(), Arc::clone(map)));
                    restored = true;
                }
            }
            let close = Control::text(&words!(words, "window-close")).kind(Kind::Outlined).show(ui, look);
            if self.versions.is_empty() && ui.memory(|memory| memory.focused()).is_none() {
                close.request_focus();
            }
            !close.clicked() && !restored
        });
        inner.inner
    }
}

fn kilobytes(version: &Version) -> f64 {
    (version.bytes() as f64 / 1024.0).ceil()
}
