//! The page of conflicts: what a merge left to be decided, each with both values; a click takes one. It stands where the
//! inspector does, so that the map beside it shows at once what is chosen. Must not know how conflicts come about.

use std::sync::Arc;

use eframe::egui::{
    self, Align, CornerRadius, CursorIcon, Label, Layout, RichText, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};

use super::naming::select_card;
use crate::app::Intent;
use crate::app::command::Command;
use crate::app::look::{Control, Kind, Look, RADIUS, TEXT, bold, focus_ring, heading, icon, medium, regular};
use crate::app::problems;
use crate::diff::say;
use crate::edit::conflict::{resolve, resolve_all};
use crate::edit::{Cursor, Selection};
use crate::i18n::Words;
use crate::model::check::Thing;
use crate::model::{Choice, Conflict, Disputed, JourneyMap, Language};
use crate::words;

/// Space inside the tile of a value.
const PAD: f32 = 10.0;

/// What the page remembers from frame to frame.
#[derive(Debug, Default)]
pub struct ConflictsState {
    /// What is said of the conflicts of a map, in a language: worked out once.
    said: Option<(Arc<JourneyMap>, Language, Vec<Entry>)>,
    /// There were conflicts since the map was last saved: choices that are to be kept.
    chosen: bool,
}

/// A conflict in words.
#[derive(Debug)]
struct Entry {
    conflict: Conflict,
    /// What it is about, and what of it.
    thing: String,
    what: String,
    /// Both values, what was there when both began, and another one where that stands in the map.
    sides: Vec<Side>,
    /// Where it is on the map.
    place: Option<Selection>,
}

#[derive(Debug)]
struct Side {
    choice: Choice,
    title: String,
    value: String,
    stands: bool,
}

/// Shows the page; `saved` says that the map stands in its file.
pub fn ui(
    ui: &mut Ui,
    state: &mut ConflictsState,
    map: &Arc<JourneyMap>,
    saved: bool,
    look: &Look,
    words: &Words,
) -> Vec<Intent> {
    let mut intents = Vec::new();
    head(ui, look, &words!(words, "conflicts-title"), &words!(words, "conflicts-close"), "git-branch", || {
        intents.push(Intent::Run(Command::Conflicts));
    });
    let known = |(of, language, _): &(Arc<JourneyMap>, Language, Vec<Entry>)| {
        Arc::ptr_eq(of, map) && *language == words.language()
    };
    if !state.said.as_ref().is_some_and(known) {
        let entries = map.conflicts.iter().map(|conflict| entry(words, map, conflict)).collect();
        state.said = Some((Arc::clone(map), words.language(), entries));
    }
    state.chosen = !map.conflicts.is_empty() || state.chosen && !saved;
    let entries = state.said.as_ref().map_or(&[][..], |(_, _, entries)| entries);
    scrolled(ui, |ui| {
        if entries.is_empty() {
            hint(ui, look, &words!(words, "conflicts-none"));
            if !saved && state.chosen {
                hint(ui, look, &words!(words, "conflicts-save"));
            }
            return;
        }
        hint(ui, look, &words!(words, "conflicts-about"));
        if entries.len() > 1 {
            ui.add_space(2.0);
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = 8.0;
                for (choice, name) in [
                    (Choice::Ours, words!(words, "conflicts-all-ours")),
                    (Choice::Theirs, words!(words, "conflicts-all-theirs")),
                ] {
                    if Control::text(&name).kind(Kind::Outlined).show(ui, look).clicked() {
                        intents.extend(resolve_all(map, choice).map(Intent::Edit));
                    }
                }
            });
        }
        for (number, entry) in entries.iter().enumerate() {
            ui.push_id(number, |ui| one(ui, look, words, entry, &mut intents));
        }
    });
    intents
}

fn entry(words: &Words, map: &JourneyMap, conflict: &Conflict) -> Entry {
    let standing = conflict.standing(map);
    let side = |choice, title, value: &_| Side {
        choice,
        title,
        value: say::choice_words(words, map, conflict, choice),
        stands: standing == *value,
    };
    let mut sides = vec![
        side(Choice::Ours, words!(words, "conflicts-ours"), &conflict.ours),
        side(Choice::Theirs, words!(words, "conflicts-theirs"), &conflict.theirs),
    ];
    let has_before = !matches!(conflict.what, Disputed::Existence) && !conflict.base.is_nothing();
    if has_before && conflict.base != conflict.ours && conflict.base != conflict.theirs {
        sides.push(side(Choice::Base, words!(words, "conflicts-before"), &conflict.base));
    }
    if sides.iter().all(|side| !side.stands) {
        let now = Conflict { base: standing.clone(), ..conflict.clone() };
        sides.push(Side {
            choice: Choice::Standing,
            title: words!(words, "conflicts-standing"),
            value: say::choice_words(words, map, &now, Choice::Base),
            stands: true,
        });
    }
    Entry {
        thing: say::name(words, map, map, conflict.at),
        what: say::disputed(words, map, conflict),
        sides,
        place: place(map, conflict.at),
        conflict: conflict.clone(),
    }
}

/// What is selected to show a thing.
pub(super) fn place(map: &JourneyMap, at: Option<Thing>) -> Option<Selection> {
    match at {
        None => Some(Selection::at(Cursor::Title)),
        Some(Thing::Card(id)) => map.card(id).map(|_| select_card(map, id)),
        Some(at) => problems::place(map, at, None),
    }
}

/// The page's heading with a button that closes it.
pub(super) fn head(ui: &mut Ui, look: &Look, title: &str, close: &str, sign: &str, closed: impl FnOnce()) {
    let frame = egui::Frame::new().inner_margin(egui::Margin { left: 16, right: 10, top: 10, bottom: 0 });
    frame.show(ui, |ui| {
        ui.horizontal(|ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(18.0, 18.0), Sense::hover());
            icon(ui.painter(), sign, rect, look.colors.accent);
            heading(ui, look, title);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if Control::icon("x", close).show(ui, look).clicked() {
                    closed();
                }
            });
        });
    });
}

/// The page below its heading.
pub(super) fn scrolled(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        let frame = egui::Frame::new().inner_margin(egui::Margin { left: 16, right: 16, top: 4, bottom: 24 });
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 6.0;
            content(ui);
        });
    });
}

/// A sentence that explains.
pub(super) fn hint(ui: &mut Ui, look: &Look, text: &str) {
    ui.add(Label::new(RichText::new(text).font(regular(12.0)).color(look.colors.weak)).wrap());
}

fn one(ui: &mut Ui, look: &Look, words: &Words, entry: &Entry, intents: &mut Vec<Intent>) {
    let colors = &look.colors;
    ui.add_space(10.0);
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if let Some(place) = &entry.place {
                let name = words!(words, "conflicts-show", what = entry.thing.as_str());
                if Control::icon("map-pin", &name).show(ui, look).clicked() {
                    intents.push(Intent::Show(place.clone()));
                }
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(Label::new(RichText::new(&entry.thing).font(bold(TEXT)).color(colors.text)).wrap());
            });
        });
    });
    ui.add_space(-4.0);
    ui.add(Label::new(RichText::new(&entry.what).font(medium(11.5)).color(colors.weak)).wrap());
    for side in &entry.sides {
        if tile(ui, look, words, entry, side) {
            intents.push(Intent::Edit(resolve(&entry.conflict, side.choice)));
        }
    }
}

/// A value that can be taken; whether it was.
fn tile(ui: &mut Ui, look: &Look, words: &Words, entry: &Entry, side: &Side) -> bool {
    let colors = &look.colors;
    let width = ui.available_width();
    let painter = ui.painter().clone();
    let title = painter.layout_no_wrap(side.title.clone(), medium(11.5), colors.weak);
    let value = painter.layout(side.value.clone(), regular(TEXT), colors.text, width - 2.0 * PAD);
    let height = PAD + title.size().y + 3.0 + value.size().y + PAD;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    let what = format!("{}, {}", entry.thing, entry.what);
    let name =
        words!(words, "conflicts-take", what = what.as_str(), side = side.title.as_str(), value = side.value.as_str());
    response.widget_info(|| {
        if side.stands {
            WidgetInfo::selected(Role::Button, true, true, &name)
        } else {
            WidgetInfo::labeled(Role::Button, true, &name)
        }
    });
    if ui.is_rect_visible(rect) {
        let hovered = response.hovered() || response.has_focus();
        let fill = match (side.stands, hovered) {
            (true, _) => colors.accent_soft,
            (false, true) => colors.hover,
            (false, false) => colors.raised,
        };
        let edge = if side.stands || hovered { colors.accent } else { colors.border_strong };
        painter.rect(rect, CornerRadius::same(RADIUS), fill, Stroke::new(1.0, edge), StrokeKind::Inside);
        let at = rect.min + vec2(PAD, PAD);
        let below = at.y + title.size().y + 3.0;
        painter.galley(at, title, colors.weak);
        if side.stands {
            let stands = painter.layout_no_wrap(words!(words, "conflicts-stands"), medium(11.5), colors.accent);
            painter.galley(pos2(rect.right() - PAD - stands.size().x, at.y), stands, colors.accent);
        }
        painter.galley(pos2(at.x, below), value, colors.text);
        focus_ring(ui, look, rect, &response);
    }
    response.on_hover_cursor(CursorIcon::PointingHand).clicked()
}
