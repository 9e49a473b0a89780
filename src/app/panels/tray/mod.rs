//! The tray: notes without a place yet, beside the map. Typed or pasted many at once, put in order, and sent or dragged to
//! where they belong.
//!
//! What is dragged out of it or into it is the canvas's affair: the tray says what was seized and where its rows are, and
//! is told which of its cards are on their way. Must not know the canvas.

mod row;

use std::collections::BTreeSet;

use eframe::egui::{
    self, CornerRadius, Event, EventFilter, Key, Label, Margin, Modifiers, Pos2, Rect, RichText, Role, Sense, TextEdit,
    Ui, WidgetInfo, vec2,
};

use super::form::{Form, Gesture};
use crate::app::Intent;
use crate::app::command::Command;
use crate::app::look::{self, Control, Look, ROW, TEXT, bold, medium, regular};
use crate::edit::{Edit, Place, Selection, landing};
use crate::i18n::Words;
use crate::model::{CardId, IdSource, JourneyMap};
use crate::words;

/// What the tray remembers from frame to frame.
#[derive(Debug, Clone, Default)]
pub struct TrayState {
    /// What is being written at its top.
    draft: String,
    gesture: Gesture,
    /// The note that is being edited.
    editing: Option<CardId>,
    /// The field of that note has had the focus.
    typing: bool,
    /// A row, or the field at the top, that takes the focus as soon as it is there.
    focus: Option<Focus>,
    /// Where a choice of several rows began.
    begin: Option<CardId>,
    /// The note that somebody began to drag, and where.
    seized: Option<(CardId, Pos2)>,
    rows: Vec<(CardId, Rect)>,
    /// How many notes there were when it was last shown.
    count: usize,
    /// The map can only be read.
    read_only: bool,
}

/// Where the focus goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Focus {
    Field,
    Row(CardId),
}

impl TrayState {
    /// The field at the top takes the focus as soon as it is there.
    pub fn write(&mut self) {
        self.focus = Some(Focus::Field);
    }

    /// From now on nothing can be noted or edited, or again.
    pub const fn set_read_only(&mut self, read_only: bool) {
        self.read_only = read_only;
    }

    /// It isn't shown any more: what is being typed there is finished. Whether that was a change, which is to be kept.
    pub(crate) fn put_down(&mut self) -> bool {
        self.editing = None;
        self.gesture.put_down()
    }

    /// What is being written at the top.
    pub fn draft(&self) -> &str {
        &self.draft
    }

    /// What was written at the top is a note now.
    pub fn clear_draft(&mut self) {
        self.draft.clear();
    }

    /// The note that somebody began to drag since the last time, and where.
    pub fn take_seized(&mut self) -> Option<(CardId, Pos2)> {
        self.seized.take()
    }

    /// The notes and where they are on the screen.
    pub fn rows(&self) -> &[(CardId, Rect)] {
        &self.rows
    }
}

/// Shows the tray. The notes `carried` are on their way: where they would land is open.
#[expect(clippy::too_many_arguments, reason = "what it shows and what it remembers, as the other panels have it")]
pub fn ui(
    ui: &mut Ui,
    state: &mut TrayState,
    map: &JourneyMap,
    selection: &Selection,
    look: &Look,
    words: &Words,
    ids: &mut IdSource,
    carried: &[CardId],
) -> Vec<Intent> {
    let mut gesture = std::mem::take(&mut state.gesture);
    state.rows.clear();
    let waiting = state.focus;
    let mut tray = Tray { state, map, selection, form: Form::new(look, words, &mut gesture), carried };
    egui::Frame::new().inner_margin(Margin { left: 12, right: 12, top: 10, bottom: 5 }).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        tray.heading(ui);
        tray.field(ui, ids);
    });
    let list = egui::ScrollArea::vertical().id_salt("tray").auto_shrink([false, false]);
    list.show(ui, |ui| {
        egui::Frame::new().inner_margin(Margin { left: 12, right: 12, top: 3, bottom: 16 }).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            tray.notes(ui);
        });
    });
    let intents = tray.form.finish();
    state.gesture = gesture;
    if waiting.is_some() && state.focus == waiting {
        // What wasn't there when its turn came must not take the focus later.
        state.focus = None;
    }
    intents
}

struct Tray<'a> {
    state: &'a mut TrayState,
    map: &'a JourneyMap,
    selection: &'a Selection,
    form: Form<'a>,
    carried: &'a [CardId],
}

impl Tray<'_> {
    fn heading(&mut self, ui: &mut Ui) {
        let (look, words) = (self.form.look, self.form.words);
        ui.horizontal(|ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(18.0, 18.0), Sense::hover());
            look::icon(ui.painter(), "inbox", rect, look.colors.accent);
            ui.add(Label::new(RichText::new(words!(words, "tray-title")).font(bold(14.5)).color(look.colors.text)));
            let count = self.map.tray.len();
            if count > 0 {
                let text = words.number(count as f64, 0);
                let galley = ui.painter().layout_no_wrap(text, medium(11.5), look.colors.text);
                let size = vec2(galley.size().x + 14.0, 20.0);
                let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
                response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words!(words, "tray-count", n = count)));
                ui.painter().rect_filled(rect, CornerRadius::same(10), look.colors.pressed);
                ui.painter().galley(rect.center() - galley.size() / 2.0, galley, look.colors.text);
            }
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if Control::icon("x", &words!(words, "tray-close")).show(ui, look).clicked() {
                    self.form.push(Intent::Run(Command::ToggleTray));
                }
            });
        });
    }

    /// The field at the top: Enter adds a note, several pasted lines are as many.
    fn field(&mut self, ui: &mut Ui, ids: &mut IdSource) {
        let (look, words) = (self.form.look, self.form.words);
        let id = ui.make_persistent_id("tray field");
        let Some(lane) = landing::lane_for_notes(self.map) else {
            self.form.hint(ui, &words!(words, "tray-no-lane"));
            return;
        };
        if ui.memory(|memory| memory.has_focus(id))
            && self.state.draft.is_empty()
            && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowDown))
        {
            self.state.focus = self.map.tray.first().map(|card| Focus::Row(card.id));
        }
        let ends = LineEnds::of_frame(ui);
        let field = TextEdit::multiline(&mut self.state.draft)
            .id(id)
            .desired_rows(1)
            .font(regular(TEXT))
            .margin(Margin::symmetric(10, 5))
            .min_size(vec2(0.0, ROW))
            .hint_text(RichText::new(words!(words, "tray-hint")).color(look.colors.weak))
            .text_color(look.colors.text)
            .desired_width(f32::INFINITY);
        // What was written before stays to be seen.
        let read_only = self.state.read_only;
        let response = ui.add_enabled(!read_only, field);
        let name = words!(words, "tray-field");
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(name.as_str()));
        if read_only {
            self.form.hint(ui, &words!(words, "tray-read-only"));
            return;
        }
        if self.state.focus == Some(Focus::Field) {
            self.state.focus = None;
            response.request_focus();
        }
        // A slow frame may bring a line, Enter and the next line together.
        let noted = if self.state.draft.contains('\n') { ends.finished(&mut self.state.draft) } else { String::new() };
        if let Some(change) = landing::note_down(self.map, lane, &noted, ids) {
            // None is selected: what is sent next is the first one.
            let selection = Selection { cards: Vec::new(), ..self.selection.clone() };
            self.form.push(Intent::EditAndSelect(change.edit, selection));
            response.request_focus();
        }
    }

    fn notes(&mut self, ui: &mut Ui) {
        let words = self.form.words;
        if self.map.tray.is_empty() {
            if landing::lane_for_notes(self.map).is_some() && !self.state.read_only {
                for text in [words!(words, "tray-empty"), words!(words, "tray-empty-how")] {
                    self.form.hint(ui, &text);
                }
            }
            return;
        }
        self.scroll_while_dragged(ui);
        let notes = self.map.tray.clone();
        for (place, card) in notes.iter().enumerate() {
            if self.state.editing == Some(card.id) {
                self.edited(ui, card);
            } else {
                self.row(ui, card, place);
            }
        }
        // A new note comes into view.
        if notes.len() > self.state.count
            && let Some((_, rect)) = self.state.rows.last()
            && self.carried.is_empty()
        {
            ui.scroll_to_rect(*rect, None);
        }
        self.state.count = notes.len();
        ui.add_space(2.0);
        let keys = Command::SendToMap.shortcut_text();
        self.form.hint(ui, &words!(words, "tray-send-hint", keys = keys));
    }

    /// What is dragged to the upper or lower end of the list scrolls it.
    fn scroll_while_dragged(&self, ui: &Ui) {
        const EDGE: f32 = 28.0;
        if self.carried.is_empty() {
            return;
        }
        let clip = ui.clip_rect();
        let Some(at) = ui.input(|input| input.pointer.latest_pos()).filter(|at| clip.x_range().contains(at.x)) else {
            return;
        };
        let by = if at.y < clip.top() + EDGE && at.y > clip.top() - EDGE {
            8.0
        } else if at.y > clip.bottom() - EDGE && at.y < clip.bottom() + EDGE {
            -8.0
        } else {
            return;
        };
        ui.scroll_with_delta(vec2(0.0, by));
        ui.ctx().request_repaint();
    }

    /// The notes that are selected, in the order of the tray.
    fn selected(&self) -> Vec<CardId> {
        let wanted: BTreeSet<CardId> = self.selection.cards.iter().copied().collect();
        self.map.tray.iter().map(|card| card.id).filter(|id| wanted.contains(id)).collect()
    }

    /// The selected notes, or this one where it isn't among them.
    fn selected_or(&self, id: CardId) -> Vec<CardId> {
        let selected = self.selected();
        if selected.contains(&id) { selected } else { vec![id] }
    }

    fn select(&mut self, cards: Vec<CardId>) {
        let cursor = self.selection.cursor;
        self.form.push(Intent::Select(Selection { cursor, cards, ..Selection::default() }));
    }

    /// All notes from where the choice began to this one; this one last.
    fn range_to(&self, id: CardId) -> Vec<CardId> {
        let all: Vec<CardId> = self.map.tray.iter().map(|card| card.id).collect();
        let place = |id: CardId| all.iter().position(|other| *other == id);
        let to = place(id).unwrap_or_default();
        let from = self.state.begin.and_then(place).unwrap_or(to);
        let mut cards: Vec<CardId> = all.get(from.min(to)..=from.max(to)).unwrap_or_default().to_vec();
        if to < from {
            cards.reverse();
        }
        cards
    }

    fn beside(&self, id: CardId, down: bool) -> Option<CardId> {
        let place = self.map.tray.iter().position(|card| card.id == id)?;
        let next = if down { place + 1 } else { place.checked_sub(1)? };
        self.map.tray.get(next).map(|card| card.id)
    }

    /// Removes the notes that a key on this one is about.
    fn remove(&mut self, id: CardId) {
        let gone = self.selected_or(id);
        let left = |id: &&CardId| !gone.contains(id);
        let all: Vec<CardId> = self.map.tray.iter().map(|card| card.id).collect();
        let place = all.iter().position(|other| *other == id).unwrap_or_default();
        let after = all.iter().skip(place).find(left);
        let next = after.or_else(|| all.iter().take(place).rev().find(left)).copied();
        self.state.focus = Some(next.map_or(Focus::Field, Focus::Row));
        let cursor = self.selection.cursor;
        let selection = Selection { cursor, cards: next.into_iter().collect(), ..Selection::default() };
        self.form.push(Intent::EditAndSelect(Edit::RemoveCards(gone), selection));
    }

    /// Moves the selected notes by one place.
    fn shift(&mut self, id: CardId, down: bool) {
        let moved = self.selected_or(id);
        let all: Vec<CardId> = self.map.tray.iter().map(|card| card.id).collect();
        let edge = all.iter().position(|other| Some(other) == if down { moved.last() } else { moved.first() });
        let Some(edge) = edge else { return };
        let others = all.iter().take(edge).filter(|other| !moved.contains(other)).count();
        let at = if down { others + 1 } else { others.saturating_sub(1) };
        if at <= all.len() - moved.len() {
            self.form.edit(Edit::MoveCards { ids: moved, to: Place::Tray { at } });
            self.state.focus = Some(Focus::Row(id));
        }
    }
}

/// How line ends came into the field in a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LineEnds {
    /// By Enter, after everything else: wherever the caret stands, what is written is one note.
    Enter,
    /// By Enter, and more was typed after it.
    Between,
    /// They were pasted: each line is a note.
    Pasted,
}

impl LineEnds {
    fn of_frame(ui: &Ui) -> Self {
        ui.input(|input| {
            let mut ends = Self::Enter;
            for event in &input.events {
                match event {
                    Event::Paste(_) => return Self::Pasted,
                    Event::Key { key: Key::Enter, pressed: true, .. } => ends = Self::Enter,
                    Event::Text(_) => ends = Self::Between,
                    _ => {}
                }
            }
            ends
        })
    }

    /// The lines that are finished; the rest stays.
    fn finished(self, draft: &mut String) -> String {
        let rest = match (self, draft.rfind('\n')) {
            (Self::Between, Some(end)) => draft.split_off(end + 1),
            _ => String::new(),
        };
        let lines = std::mem::replace(draft, rest);
        // The line end of Enter itself is wherever the caret stood.
        if self == Self::Enter && lines.matches('\n').count() == 1 { lines.replace('\n', "") } else { lines }
    }
}

/// The arrows are the list's own.
const ARROWS: EventFilter = EventFilter { tab: false, horizontal_arrows: false, vertical_arrows: true, escape: false };
