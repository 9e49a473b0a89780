//! What differs between two maps, as a list: each line shows its place on the map when it is clicked. The page of what
//! changed since the map was saved shows it. Large maps are compared on a thread of its own. Must not know where the maps
//! come from.

use std::sync::Arc;

use eframe::egui::{
    Color32, CornerRadius, CursorIcon, Rect, Role, Sense, Ui, Vec2, WidgetInfo, pos2, text::LayoutJob,
    text::TextFormat, vec2,
};

use super::conflicts::{head, hint, place, scrolled};
use crate::app::Intent;
use crate::app::aside::Aside;
use crate::app::command::Command;
use crate::app::look::{Control, Kind, Look, RADIUS, TEXT, focus_ring, icon, medium, regular};
use crate::diff::{Change, differences, say};
use crate::edit::Selection;
use crate::i18n::Words;
use crate::model::{JourneyMap, Language};
use crate::words;

/// What a list of changes remembers from frame to frame.
#[derive(Debug, Default)]
pub struct ChangesState {
    listed: Option<Listed>,
    /// What is being worked out, and of what.
    comparing: Option<(Compared, Aside<Vec<Line>>)>,
    /// Another map to compare with, and what it is called.
    other: Option<(String, Arc<JourneyMap>)>,
}

impl ChangesState {
    /// Whether it is being worked out what differs.
    pub(in crate::app) const fn is_comparing(&self) -> bool {
        self.comparing.is_some()
    }

    /// Compares with this map from now on.
    pub(in crate::app) fn compare(&mut self, name: String, map: JourneyMap) {
        self.other = Some((name, Arc::new(map)));
    }
}

/// Two maps, and the language in which it is said how they differ.
#[derive(Debug, Clone)]
struct Compared {
    before: Arc<JourneyMap>,
    after: Arc<JourneyMap>,
    language: Language,
}

impl Compared {
    fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.before, &other.before)
            && Arc::ptr_eq(&self.after, &other.after)
            && self.language == other.language
    }
}

/// What differs between two maps: worked out once.
#[derive(Debug)]
struct Listed {
    of: Compared,
    lines: Vec<Line>,
    /// How wide the list was, and how high its first lines are, so that those out of view cost nothing but their place.
    heights: (f32, Vec<f32>),
}

/// A difference in words.
#[derive(Debug)]
struct Line {
    sign: Sign,
    thing: String,
    what: String,
    place: Option<Selection>,
}

/// What sort of difference it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    Added,
    Removed,
    Moved,
    Changed,
}

impl Sign {
    const fn icon(self) -> &'static str {
        match self {
            Self::Added => "plus",
            Self::Removed => "minus",
            Self::Moved => "arrow-right",
            Self::Changed => "pencil",
        }
    }

    const fn color(self, look: &Look) -> Color32 {
        match self {
            Self::Added => look.colors.success,
            Self::Removed => look.colors.danger,
            Self::Moved | Self::Changed => look.colors.accent,
        }
    }
}

/// Shows what changed in a map since it was saved, or what differs from another one.
pub fn page(
    ui: &mut Ui,
    state: &mut ChangesState,
    saved: Option<&Arc<JourneyMap>>,
    map: &Arc<JourneyMap>,
    look: &Look,
    words: &Words,
) -> Vec<Intent> {
    let mut intents = Vec::new();
    head(ui, look, &words!(words, "changes-title"), &words!(words, "changes-close"), "history", || {
        intents.push(Intent::Run(Command::Changes));
    });
    scrolled(ui, |ui| match (state.other.clone(), saved) {
        (Some((name, other)), _) => {
            hint(ui, look, &words!(words, "changes-compared", name = name));
            ui.horizontal_wrapped(|ui| {
                let name = words!(words, "changes-since-saving");
                if Control::text(&name).kind(Kind::Outlined).show(ui, look).clicked() {
                    state.other = None;
                }
            });
            intents.extend(list(ui, state, &other, map, look, words));
        }
        (None, None) => hint(ui, look, &words!(words, "changes-never-saved")),
        (None, Some(saved)) if Arc::ptr_eq(saved, map) => hint(ui, look, &words!(words, "changes-none")),
        (None, Some(saved)) => {
            hint(ui, look, &words!(words, "changes-since-saved"));
            intents.extend(list(ui, state, saved, map, look, words));
        }
    });
    intents
}

/// Lists what differs between two maps; `after` is the one on the canvas.
pub fn list(
    ui: &mut Ui,
    state: &mut ChangesState,
    before: &Arc<JourneyMap>,
    after: &Arc<JourneyMap>,
    look: &Look,
    words: &Words,
) -> Vec<Intent> {
    let of = Compared { before: Arc::clone(before), after: Arc::clone(after), language: words.language() };
    if !state.listed.as_ref().is_some_and(|listed| listed.of.is_same(&of)) && !state.compare_again(ui, of, words) {
        return Vec::new();
    }
    let Some(Listed { lines, heights, .. }) = &mut state.listed else { return Vec::new() };
    let count = words.number(lines.len() as f64, 0);
    hint(ui, look, &words!(words, "diff-count", n = lines.len(), count = count));
    ui.spacing_mut().item_spacing.y = 1.0;
    let mut intents = Vec::new();
    let width = ui.available_width();
    if heights.0 != width {
        *heights = (width, Vec::new());
    }
    let read_aloud = ui.ctx().accesskit_node_builder(ui.scope_id(), |_| ()).is_some();
    for (number, line) in lines.iter().enumerate() {
        if let Some(height) = heights.1.get(number).filter(|_| !read_aloud) {
            let place = Rect::from_min_size(ui.cursor().min, vec2(width, *height));
            // So that Tab finds those before and after what is in view.
            if !ui.is_rect_visible(place.expand2(vec2(0.0, 2.0 * height))) {
                ui.allocate_space(place.size());
                continue;
            }
        }
        let (clicked, height) = ui.push_id(number, |ui| row(ui, look, line)).inner;
        match heights.1.get_mut(number) {
            Some(known) => *known = height,
            None => heights.1.push(height),
        }
        if clicked {
            intents.extend(line.place.clone().map(Intent::Show));
        }
    }
    intents
}

impl ChangesState {
    /// Works out what differs between other maps than before. Whether it is there already; a word where it takes long.
    fn compare_again(&mut self, ui: &mut Ui, of: Compared, words: &Words) -> bool {
        let comparing = self.comparing.take().filter(|(known, _)| known.is_same(&of)).map(|(_, aside)| aside);
        let aside = comparing.unwrap_or_else(|| {
            let (of, words) = (of.clone(), words.clone());
            Aside::begin("compare", ui.ctx(), move || lines(&words, &of.before, &of.after))
        });
        match aside.found() {
            Some(Ok(lines)) => {
                self.listed = Some(Listed { of, lines, heights: (0.0, Vec::new()) });
                true
            }
            found => {
                if aside.is_long(ui.ctx()) || found.is_some() {
                    comparing_word(ui, words);
                }
                self.comparing = Some((of, aside));
                false
            }
        }
    }
}

/// Says that two maps are being compared.
pub(in crate::app) fn comparing_word(ui: &mut Ui, words: &Words) {
    ui.label(words!(words, "changes-comparing"));
}

fn lines(words: &Words, before: &JourneyMap, after: &JourneyMap) -> Vec<Line> {
    let found = differences(before, after);
    let line = |difference: &crate::diff::Difference| Line {
        sign: match difference.change {
            Change::Added => Sign::Added,
            Change::Removed => Sign::Removed,
            Change::Moved { .. } => Sign::Moved,
            Change::Field { .. } => Sign::Changed,
        },
        thing: say::name(words, before, after, difference.at),
        what: say::what(words, before, after, difference),
        place: place(after, difference.at),
    };
    found.iter().map(line).collect()
}

/// A line; whether it was clicked, and how high it is.
fn row(ui: &mut Ui, look: &Look, line: &Line) -> (bool, f32) {
    const LEFT: f32 = 24.0;
    let colors = &look.colors;
    let width = ui.available_width();
    let mut job = LayoutJob::default();
    job.wrap.max_width = width - LEFT - 6.0;
    let part = |font, color| TextFormat { font_id: font, color, ..TextFormat::default() };
    job.append(&line.thing, 0.0, part(medium(TEXT), colors.text));
    job.append("\n", 0.0, part(regular(TEXT), colors.weak));
    job.append(&line.what, 0.0, part(regular(12.0), colors.weak));
    let galley = ui.painter().layout_job(job);
    let sense = if line.place.is_some() { Sense::click() } else { Sense::focusable_noninteractive() };
    let (rect, response) = ui.allocate_exact_size(vec2(width, galley.size().y + 10.0), sense);
    let name = format!("{}: {}", line.thing, line.what);
    let role = if line.place.is_some() { Role::Button } else { Role::Label };
    response.widget_info(|| WidgetInfo::labeled(role, true, &name));
    if ui.is_rect_visible(rect) {
        if line.place.is_some() && (response.hovered() || response.has_focus()) {
            ui.painter().rect_filled(rect.expand2(vec2(6.0, 0.0)), CornerRadius::same(RADIUS), colors.hover);
        }
        let sign = Rect::from_min_size(pos2(rect.left() + 2.0, rect.top() + 6.0), Vec2::splat(14.0));
        icon(ui.painter(), line.sign.icon(), sign, line.sign.color(look));
        ui.painter().galley(rect.min + vec2(LEFT, 5.0), galley, colors.text);
        focus_ring(ui, look, rect, &response);
    }
    let clicked = response.clicked();
    if line.place.is_some() {
        response.on_hover_cursor(CursorIcon::PointingHand);
    }
    (clicked, rect.height())
}
