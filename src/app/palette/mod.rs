//! The palette: commands, what the shown map holds, open maps and those opened last, by a few letters of their names in
//! either language; and the choice of a kind of lane, which works the same way.

mod entries;
mod rank;
mod row;

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::{
    self, Align2, Context, CornerRadius, Frame, Id, Key, Label, Margin, Modal, Modifiers, RichText, ScrollArea, Stroke,
    TextEdit, Ui, Vec2, vec2,
};

use super::command::Facts;
use super::look::{Look, TEXT, icon, regular, section};
use super::session::SessionId;
use super::task::Task;
use crate::i18n::Words;
use crate::model::JourneyMap;
use crate::words;
use entries::{Entry, Kind};
use rank::Typed;

/// What stands before letters that only a command is looked for by.
const ONLY_COMMANDS: char = '>';

/// The open palette.
#[derive(Debug)]
pub(crate) struct Palette {
    hint: String,
    entries: Vec<Entry>,
    /// The map that was shown when it opened, which its entries are about.
    pub session: Option<SessionId>,
    map: Option<Arc<JourneyMap>>,
    /// Headings stand over what belongs together.
    grouped: bool,
    typed: String,
    place: usize,
    /// What answers what was typed.
    found: Option<(String, Vec<Group>)>,
}

/// Entries of one kind that answer.
#[derive(Debug)]
struct Group {
    kind: Kind,
    lines: Vec<Line>,
    /// How many more would answer.
    more: usize,
}

/// An entry that answers.
#[derive(Debug)]
struct Line {
    entry: usize,
    /// The bytes of its name that were typed.
    parts: Vec<std::ops::Range<usize>>,
    /// It was found by its name in the other language.
    by_other: bool,
}

impl Palette {
    /// A palette that lists the kinds of lanes.
    pub(crate) fn lanes(words: &Words, session: Option<SessionId>) -> Self {
        Self { session, ..Self::of(words!(words, "palette-lane-hint"), entries::lane_kinds(words), false) }
    }

    /// A palette that lists everything: commands, what the shown map holds, other open maps, maps opened last.
    pub(crate) fn everything(
        words: &Words,
        facts: &Facts,
        (session, map): (Option<SessionId>, Option<Arc<JourneyMap>>),
        open: Vec<(SessionId, String, bool)>,
        recent: &[PathBuf],
    ) -> Self {
        let mut all = entries::commands(words, facts);
        all.extend(entries::maps(open, recent, words));
        all.extend(map.iter().flat_map(|map| entries::parts(map, words)));
        Self { session, map, ..Self::of(words!(words, "palette-hint"), all, true) }
    }

    /// What was typed before the palette was there.
    pub(crate) fn typed(mut self, text: String) -> Self {
        self.typed = text;
        self
    }

    const fn of(hint: String, entries: Vec<Entry>, grouped: bool) -> Self {
        Self { hint, entries, session: None, map: None, grouped, typed: String::new(), place: 0, found: None }
    }

    /// Shows it; whether it stays open.
    pub(crate) fn ui(&mut self, context: &Context, look: &Look, words: &Words, tasks: &mut Vec<Task>) -> bool {
        self.look();
        let count: usize = self.groups().iter().map(|group| group.lines.len()).sum();
        let (moved, enter) = self.keys(context, count);
        let mut chosen = if enter { self.line(self.place) } else { None };
        let colors = &look.colors;
        let id = Id::unique("palette");
        let area = Modal::default_area(id).anchor(Align2::CENTER_TOP, vec2(0.0, 72.0));
        let area = area.accessible_name(words!(words, "palette-name"));
        let frame =
            Frame::popup(&context.global_style()).inner_margin(Margin::same(8)).corner_radius(CornerRadius::same(12));
        let modal = Modal::new(id).area(area).frame(frame).backdrop_color(colors.veil).show(context, |ui| {
            ui.set_width(600.0_f32.min(ui.ctx().content_rect().width() - 48.0));
            let hint = self.hint.clone();
            // Before the field is shown, so that it takes what is typed in its first frame.
            ui.memory_mut(|memory| memory.request_focus(palette_field()));
            let edit = TextEdit::singleline(&mut self.typed)
                .id(palette_field())
                .hint_text(hint.clone())
                .font(regular(15.0))
                .frame(Frame::new())
                .align(Align2::LEFT_CENTER)
                .desired_width(f32::INFINITY);
            let row = egui::vec2(ui.available_width(), 36.0);
            let field = ui
                .allocate_ui_with_layout(row, egui::Layout::left_to_right(egui::Align::Center), |ui| {
                    ui.add_space(10.0);
                    let (rect, _) = ui.allocate_exact_size(Vec2::splat(16.0), egui::Sense::hover());
                    icon(ui.painter(), "search", rect, colors.weak);
                    ui.add_space(2.0);
                    ui.add(edit)
                })
                .inner;
            if field.changed() {
                self.place = 0;
                self.look();
            }
            rule(ui, look);
            let height = (ui.ctx().content_rect().height() - 220.0).clamp(160.0, 420.0);
            let mut highlighted = None;
            let list = ScrollArea::vertical().max_height(height).auto_shrink([false, true]);
            list.show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 1.0;
                if count == 0 && self.groups().is_empty() {
                    let text = RichText::new(words!(words, "palette-nothing")).font(regular(TEXT)).color(colors.weak);
                    ui.add_space(8.0);
                    ui.horizontal(|ui| {
                        ui.add_space(10.0);
                        ui.add(Label::new(text));
                    });
                    ui.add_space(8.0);
                }
                let mut place = 0;
                for group in self.groups() {
                    self.heading(ui, look, words, group);
                    for line in &group.lines {
                        let selected = place == self.place;
                        // Its own identity, so that another one at the same place is said anew.
                        let response = ui.push_id(line.entry, |ui| self.row(ui, look, words, line, selected)).inner;
                        if selected {
                            highlighted = Some(response.id);
                            if moved {
                                // The heading of the first one comes into view with it.
                                let above = if place == 0 { 40.0 } else { 4.0 };
                                let rect = response.rect.with_min_y(response.rect.top() - above);
                                ui.scroll_to_rect(rect, None);
                            }
                        }
                        if response.clicked() {
                            chosen = self.entries.get(line.entry).map(|_| line.entry);
                        }
                        place += 1;
                    }
                }
            });
            ui.ctx().accesskit_node_builder(field.id, |node| {
                node.set_label(hint.as_str());
                if let Some(id) = highlighted {
                    node.set_active_descendant(id.accesskit_id());
                }
            });
            if self.grouped {
                rule(ui, look);
                ui.add_space(2.0);
                let text = RichText::new(words!(words, "palette-keys")).font(regular(11.5)).color(colors.weak);
                ui.horizontal(|ui| {
                    ui.add_space(10.0);
                    ui.add(Label::new(text).truncate());
                });
            }
        });
        let chosen = chosen.and_then(|entry| self.entries.get(entry)).filter(|entry| entry.enabled);
        let done = chosen.is_some();
        tasks.extend(chosen.map(|entry| entry.task.clone()));
        !done && !modal.should_close()
    }

    /// Moves over the list by keyboard: whether it moved, and whether Enter was pressed.
    fn keys(&mut self, context: &Context, count: usize) -> (bool, bool) {
        let last = count.saturating_sub(1);
        self.place = self.place.min(last);
        let before = self.place;
        let enter = context.input_mut(|input| {
            let mut take = |key: Key| input.consume_key(Modifiers::NONE, key);
            // Round the ends, as in every list of this kind.
            if take(Key::ArrowDown) {
                self.place = if self.place >= last { 0 } else { self.place + 1 };
            }
            if take(Key::ArrowUp) {
                self.place = if self.place == 0 { last } else { self.place - 1 };
            }
            if take(Key::PageDown) {
                self.place = (self.place + 8).min(last);
            }
            if take(Key::PageUp) {
                self.place = self.place.saturating_sub(8);
            }
            take(Key::Enter)
        });
        (self.place != before, enter)
    }

    fn groups(&self) -> &[Group] {
        self.found.as_ref().map_or(&[], |(_, groups)| groups)
    }

    /// The entry at a place of the list.
    fn line(&self, place: usize) -> Option<usize> {
        self.groups().iter().flat_map(|group| &group.lines).nth(place).map(|line| line.entry)
    }

    fn heading(&self, ui: &mut Ui, look: &Look, words: &Words, group: &Group) {
        if !self.grouped {
            return;
        }
        ui.add_space(6.0);
        ui.horizontal(|ui| {
            ui.add_space(10.0);
            section(ui, look, &group.kind.heading(words));
            if group.more > 0 {
                let text = words!(words, "palette-more", n = group.more);
                ui.add(Label::new(RichText::new(text).font(regular(11.5)).color(look.colors.disabled)));
            }
        });
    }

    fn row(&self, ui: &mut Ui, look: &Look, words: &Words, line: &Line, selected: bool) -> egui::Response {
        let Some(entry) = self.entries.get(line.entry) else { return ui.label("") };
        let mut note = entry.note.say(self.map.as_deref(), words);
        if let Some(other) = entry.other.as_ref().filter(|_| line.by_other) {
            note = if note.is_empty() { other.text.clone() } else { format!("{}  ·  {note}", other.text) };
        }
        row::row(ui, look, entry, &line.parts, &note, selected)
    }

    /// Finds what answers what was typed, unless it is known.
    fn look(&mut self) {
        if self.found.as_ref().is_some_and(|(typed, _)| *typed == self.typed) {
            return;
        }
        let only_commands = self.grouped && self.typed.trim_start().starts_with(ONLY_COMMANDS);
        let letters =
            if only_commands { self.typed.trim_start().trim_start_matches(ONLY_COMMANDS) } else { &self.typed };
        let groups = match Typed::new(letters) {
            None => self.all(only_commands),
            Some(mut typed) => self.answering(&mut typed, only_commands),
        };
        self.found = Some((self.typed.clone(), groups));
    }

    /// What is listed before anything is typed: the map's own cards would only be in the way.
    fn all(&self, only_commands: bool) -> Vec<Group> {
        let listed = |kind: Kind| {
            !self.grouped || kind == Kind::Command || !only_commands && matches!(kind, Kind::Map | Kind::Recent)
        };
        let order = [Kind::Map, Kind::Recent, Kind::Command, Kind::Lane];
        let group = |kind: Kind| {
            let of_kind = self.entries.iter().enumerate().filter(|(_, entry)| entry.kind == kind);
            let mut lines: Vec<(usize, &Entry)> = of_kind.collect();
            lines.sort_by_key(|(_, entry)| !entry.enabled);
            if kind == Kind::Recent {
                lines.truncate(kind.most());
            }
            let line = |(entry, _)| Line { entry, parts: Vec::new(), by_other: false };
            Group { kind, lines: lines.into_iter().map(line).collect(), more: 0 }
        };
        order.into_iter().filter(|kind| listed(*kind)).map(group).filter(|group| !group.lines.is_empty()).collect()
    }

    /// What answers, the best first within its kind, and the kind with the best first.
    fn answering(&self, typed: &mut Typed, only_commands: bool) -> Vec<Group> {
        let mut hits: Vec<(usize, u32, bool)> = Vec::new();
        for (place, entry) in self.entries.iter().enumerate() {
            if only_commands && entry.kind != Kind::Command {
                continue;
            }
            let own = if entry.text { typed.score_text(&entry.name) } else { typed.score(&entry.name) };
            let other = entry.other.as_ref().and_then(|other| typed.score(other));
            // What a command does says less than its name.
            let more = entry.more.as_ref().and_then(|more| typed.score_text(more)).map(|score| score * 2 / 3);
            let best = own.max(other).max(more);
            if let Some(score) = best {
                hits.push((place, score, own < best && other == best));
            }
        }
        let mut groups: Vec<(u32, Group)> = Vec::new();
        for kind in Kind::ALL {
            let mut of_kind: Vec<&(usize, u32, bool)> =
                hits.iter().filter(|(place, ..)| self.entries.get(*place).is_some_and(|it| it.kind == kind)).collect();
            // What can't be done now comes last, but for what was typed in full: then it should be there.
            let last = |entry: &Entry| !entry.enabled && !typed.is(&entry.name);
            let key = |place: usize| self.entries.get(place).map(|entry| (last(entry), entry.name.text.len()));
            of_kind.sort_by_key(|(place, score, _)| {
                let (disabled, length) = key(*place).unwrap_or_default();
                // What can't be done now comes later, unless nothing answers half as well.
                let score = if disabled { *score / 2 } else { *score };
                (std::cmp::Reverse(score), length, *place)
            });
            let Some(best) = of_kind.first().map(|(_, score, _)| *score) else { continue };
            let most = if only_commands || !self.grouped { usize::MAX } else { kind.most() };
            let more = of_kind.len().saturating_sub(most);
            let lines = of_kind.into_iter().take(most).filter_map(|(place, _, by_other)| {
                let entry = self.entries.get(*place)?;
                let parts = if *by_other { Vec::new() } else { typed.parts(&entry.name) };
                Some(Line { entry: *place, parts, by_other: *by_other })
            });
            groups.push((best, Group { kind, lines: lines.collect(), more }));
        }
        // A tie goes to what comes first in the order of kinds.
        groups.sort_by_key(|(best, _)| std::cmp::Reverse(*best));
        groups.into_iter().map(|(_, group)| group).collect()
    }
}

fn palette_field() -> Id {
    Id::unique("palette field")
}

/// A quiet line across.
fn rule(ui: &mut Ui, look: &Look) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), egui::Sense::hover());
    ui.painter().hline(rect.x_range(), rect.center().y, Stroke::new(1.0, look.colors.border));
}
