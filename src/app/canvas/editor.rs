//! Typing in place. The cell cursor is a focused, empty text field all the time, so that input methods and keyboards which
//! compose by Backspace work from the first key; once it holds text, it is the editor.

use eframe::egui;
use egui::{Event, FontSelection, Id, Key, Modifiers, Rect, TextEdit, Ui};

use super::Shown;
use super::bubble;
use super::camera::{Part, View};
use super::fields::{self, Choice, Completion};
use super::navigate::{self, cell_cards};
use super::overlay;
use crate::app::intent::Intent;
use crate::app::look;
use crate::edit::command::Answer;
use crate::edit::line::{merge, parse_line, parse_number, parse_typed};
use crate::edit::motion::Direction;
use crate::edit::{Cursor, Edit, Place, Selection, TextAt, command, connect};
use crate::i18n::Words;
use crate::model::{
    Card, CardId, Content, Emotion, IdSource, JourneyMap, LaneId, LaneKind, PersonaId, ScoreState, StepId,
};
use crate::scene::{Target, kurbo, target_rect};
use crate::words;

/// What is being typed.
#[derive(Debug, Clone, PartialEq)]
enum What {
    /// A text that is there.
    Text(TextAt),
    /// A new card.
    Card { step: StepId, lane: LaneId, id: CardId, at: usize, answer: Option<Answer> },
    /// The figure of a score.
    Score { step: StepId, persona: PersonaId },
}

/// The text field.
#[derive(Debug, Default)]
pub(super) struct Editor {
    text: String,
    what: Option<What>,
    original: String,
    /// Something was shown by a preview.
    previewed: bool,
    select_all: bool,
    /// Enter was pressed: the next letter begins a card after the last one.
    next_card: bool,
    /// Where a run of Tabs began: Enter at its end goes on below that, as in a spreadsheet.
    tabbed_from: Option<Cursor>,
    completion: Completion,
}

/// The field's identity: one for cursor and editor, or composing would break off at the first key.
pub(super) fn field_id() -> Id {
    Id::unique("canvas-cell")
}

impl Editor {
    pub(super) fn is_editing(&self) -> bool {
        self.what.is_some()
    }

    /// Opens what is there under the cursor.
    pub(super) fn open_existing(&mut self, map: &JourneyMap, selection: &Selection, words: &Words) {
        let Some(cursor) = selection.cursor else { return };
        let found = match cursor {
            Cursor::Title => Some((TextAt::Title, map.title.clone())),
            Cursor::Scenario => Some((TextAt::Scenario, map.scenario.clone())),
            Cursor::Persona(id) => map.persona(id).map(|found| (TextAt::PersonaName(id), found.name.clone())),
            Cursor::Phase(phase) => Some((TextAt::PhaseName(phase), map.phases.get(phase).to_owned())),
            Cursor::Stage(id) => map.stage(id).map(|found| (TextAt::StageName(id), found.name.clone())),
            Cursor::Step(id) => map.step(id).map(|found| (TextAt::StepName(id), found.name.clone())),
            Cursor::Lane(id) => map.lane(id).map(|found| (TextAt::LaneName(id), found.name.clone())),
            Cursor::Cell { step, persona: Some(persona), .. } => {
                self.open_score(map, step, persona, words);
                None
            }
            Cursor::Cell { lane, step, .. } => {
                let cards = cell_cards(map, lane, step);
                let chosen = selection.cards.last().and_then(|id| cards.iter().find(|card| card.id == *id));
                chosen.or(cards.last()).map(|card| (TextAt::CardText(card.id), shown_text(map, card)))
            }
            Cursor::Link { from, to } => {
                connect::link(map, from, to).map(|link| (TextAt::LinkLabel(from, to), link.label.clone()))
            }
            Cursor::Branch { from, to } => {
                connect::branch(map, from, to).map(|branch| (TextAt::BranchLabel(from, to), branch.label.clone()))
            }
            Cursor::Omtm => None,
        };
        if let Some((at, text)) = found {
            self.what = Some(What::Text(at));
            self.original.clone_from(&text);
            self.text = text;
            self.previewed = false;
            self.select_all = true;
        }
    }

    /// Opens the figure of a score; what was measured can't be typed over, but what the team believes beside it can.
    fn open_score(&mut self, map: &JourneyMap, step: StepId, persona: PersonaId, words: &Words) {
        let score = map.step(step).map(|found| found.score(persona)).unwrap_or_default();
        let believed = match score.state {
            ScoreState::Scored { believed, .. } => believed,
            ScoreState::Unknown | ScoreState::NotInvolved => None,
        };
        self.text = believed.map(|emotion| words.number_up_to(emotion.value(), 2)).unwrap_or_default();
        self.original.clone_from(&self.text);
        self.what = Some(What::Score { step, persona });
        self.previewed = false;
        self.select_all = true;
    }

    /// Forgets what is typed; what a preview showed is put back.
    fn close(&mut self, intents: &mut Vec<Intent>) {
        if self.previewed {
            intents.push(Intent::Cancel);
        }
        self.reset();
    }

    fn reset(&mut self) {
        self.what = None;
        self.text.clear();
        self.original.clear();
        self.previewed = false;
        self.next_card = false;
        self.completion.forget();
    }

    /// Begins an opportunity that answers the selected pain points.
    pub(super) fn begin_answer(&mut self, shown: Shown<'_>, ids: &mut IdSource, intents: &mut Vec<Intent>) {
        let Some(answer) = command::answer(shown.map, shown.selection, ids) else { return };
        let (step, lane, at) = (answer.step, answer.lane, answer.at);
        self.reset();
        self.what = Some(What::Card { step, lane, id: ids.fresh(), at, answer: Some(answer) });
        self.select_all = true;
        self.preview(shown, intents);
        intents.push(Intent::Show(Selection::at(Cursor::Cell { lane, step, persona: None })));
    }

    /// The edit that what is typed so far amounts to; none while there is nothing.
    fn edit(&self, shown: Shown<'_>, finished: bool) -> Option<Edit> {
        match self.what.as_ref()? {
            What::Text(at) => {
                if self.text == self.original {
                    return None;
                }
                if finished
                    && self.text.trim().is_empty()
                    && let TextAt::CardText(id) = at
                {
                    // A card without words says nothing, unless its kind speaks for it.
                    let (_, card) = shown.map.card(*id)?;
                    if matches!(card.content, Content::Text | Content::PainPoint(_)) {
                        return Some(Edit::RemoveCards(vec![*id]));
                    }
                }
                if finished && let TextAt::CardText(id) = at {
                    return command::write_card(shown.map, *id, &self.text, &|name| channel(shown.map, name));
                }
                Some(Edit::SetText { at: *at, text: self.text.clone() })
            }
            What::Score { step, persona } => {
                let value = parse_number(&self.text).and_then(|value| Emotion::new(value).ok())?;
                command::believe(shown.map, *step, *persona, value)
            }
            What::Card { step, lane, id, at, answer } => {
                // An answer shows what it answers before it says anything.
                if self.text.trim().is_empty() && (finished || answer.is_none()) {
                    return None;
                }
                let mut card = typed_card(shown, (self.kind(shown)?, *lane), *id, &self.text, finished);
                let place = Place::Cell { step: *step, lane: *lane, at: *at };
                let Some(answer) = answer else { return Some(Edit::InsertCard { place, card: card.into() }) };
                if let Content::Opportunity(opportunity) = &mut card.content {
                    opportunity.answers.clone_from(&answer.answers);
                }
                let card = Edit::InsertCard { place, card: card.into() };
                Some(Edit::All(answer.room.iter().cloned().chain([card]).collect()))
            }
        }
    }

    /// The kind of the lane that a card is being typed into; none where something else is typed.
    fn kind(&self, shown: Shown<'_>) -> Option<LaneKind> {
        let lane = match self.what.as_ref()? {
            // Its lane may have to be made first.
            What::Card { answer: Some(_), .. } => return Some(LaneKind::Opportunities),
            What::Card { lane, .. } => *lane,
            What::Text(TextAt::CardText(id)) => shown.map.card(*id)?.1.lane,
            What::Text(_) | What::Score { .. } => return None,
        };
        shown.map.lane(lane).map(|lane| lane.kind)
    }

    /// Takes the choice that the arrows made, or that was clicked.
    fn complete(&mut self, ui: &Ui, shown: Shown<'_>, choice: &Choice, intents: &mut Vec<Intent>) {
        self.text.clone_from(&choice.line);
        let mut state = egui::text_edit::TextEditState::load(ui.ctx(), field_id()).unwrap_or_default();
        let end = egui::text::CCursor::new(self.text.chars().count());
        state.cursor.set_char_range(Some(egui::text::CCursorRange::one(end)));
        state.store(ui.ctx(), field_id());
        self.completion.forget();
        self.preview(shown, intents);
    }

    /// Keeps what is typed as one undo step.
    pub(super) fn commit(&mut self, shown: Shown<'_>, intents: &mut Vec<Intent>) {
        match self.edit(shown, true) {
            Some(edit) => {
                intents.push(Intent::Preview(edit));
                intents.push(Intent::Commit);
                if let Some(What::Card { step, lane, id, .. }) = self.what.clone() {
                    let cursor = Cursor::Cell { lane, step, persona: None };
                    intents.push(Intent::Select(Selection::card(cursor, id)));
                }
            }
            None => {
                if self.previewed {
                    intents.push(Intent::Cancel);
                }
                // A figure that is none is said, not dropped.
                if matches!(self.what, Some(What::Score { .. })) && self.text != self.original {
                    intents.push(Intent::Tell(words!(shown.words, "canvas-no-figure", text = self.text.trim())));
                }
            }
        }
        self.reset();
    }

    /// Keys that end typing, before the field takes them.
    pub(super) fn keys(&mut self, ui: &Ui, shown: Shown<'_>, ids: &mut IdSource, intents: &mut Vec<Intent>) {
        let take = |modifiers: Modifiers, key: Key| ui.input_mut(|input| input.consume_key(modifiers, key));
        let composing = ui.input(|input| input.events.iter().any(|event| matches!(event, Event::Ime(_))));
        if composing {
            return;
        }
        let plain = ui.input(|input| input.modifiers.is_none());
        for (key, down) in [(Key::ArrowDown, true), (Key::ArrowUp, false)] {
            let pressed = plain && ui.input(|input| input.key_pressed(key));
            if pressed && self.completion.choose(down) {
                take(Modifiers::NONE, key);
            }
        }
        let pressed = |key| ui.input(|input| input.key_pressed(key));
        if plain
            && (pressed(Key::Enter) || pressed(Key::Tab))
            && let Some(choice) = self.completion.chosen().cloned()
        {
            self.complete(ui, shown, &choice, intents);
            // Enter takes it, Tab takes it and goes on.
            if take(Modifiers::NONE, Key::Enter) {
                return;
            }
        }
        if plain && pressed(Key::Escape) && self.completion.let_go() {
            take(Modifiers::NONE, Key::Escape);
            return;
        }
        if take(Modifiers::CTRL, Key::Enter) || take(Modifiers::COMMAND, Key::Enter) {
            self.commit(shown, intents);
        } else if ui.input(|input| input.modifiers.alt) {
            // The field itself breaks the line where the caret stands.
        } else if take(Modifiers::SHIFT, Key::Tab) || take(Modifiers::NONE, Key::Tab) {
            let back = ui.input(|input| input.modifiers.shift);
            self.tab(shown, back, ids, intents);
        } else if take(Modifiers::NONE, Key::Enter) {
            let card = matches!(self.what, Some(What::Card { .. } | What::Text(TextAt::CardText(_))));
            self.commit(shown, intents);
            // The next card of the same cell is opened by the next letter.
            self.next_card = card;
            if !card {
                go_down(shown, self.row_start(shown), ids, intents);
            }
        } else if take(Modifiers::NONE, Key::Escape) {
            self.close(intents);
        }
    }

    /// Opens the next card of the cell at the next letter.
    pub(super) fn expect_next_card(&mut self) {
        self.next_card = true;
    }

    /// Whether the next letter opens the next card of the cell.
    pub(super) fn expects_next_card(&self) -> bool {
        self.next_card
    }

    /// No next card any more, and no run of Tabs.
    pub(super) fn expect_nothing(&mut self) {
        self.next_card = false;
        self.tabbed_from = None;
    }

    /// Tab: keeps what is typed, and goes on or back.
    pub(super) fn tab(&mut self, shown: Shown<'_>, back: bool, ids: &mut IdSource, intents: &mut Vec<Intent>) {
        if self.is_editing() {
            self.commit(shown, intents);
        }
        self.next_card = false;
        if !back {
            self.begin_row(shown);
        }
        go_on(shown, shown.selection.cursor, back, ids, intents);
    }

    /// The cursor goes on by itself: a run begins here, unless one is under way.
    pub(super) fn begin_row(&mut self, shown: Shown<'_>) {
        self.tabbed_from = self.tabbed_from.or(shown.selection.cursor);
    }

    /// Where the run of Tabs began that led to the cursor, else where the cursor stands.
    pub(super) fn row_start(&mut self, shown: Shown<'_>) -> Option<Cursor> {
        let cursor = shown.selection.cursor?;
        let same_row = |from: &Cursor| match (from, cursor) {
            (Cursor::Cell { lane, .. }, Cursor::Cell { lane: here, .. }) => *lane == here,
            (Cursor::Step(_), Cursor::Step(_)) | (Cursor::Stage(_), Cursor::Stage(_)) => true,
            _ => false,
        };
        let from = self.tabbed_from.take().filter(|from| from.is_in(shown.map) && same_row(from));
        Some(from.unwrap_or(cursor))
    }

    /// The field: invisible while it is empty.
    pub(super) fn ui(&mut self, ui: &mut Ui, shown: Shown<'_>, view: &View, ids: &mut IdSource) -> Vec<Intent> {
        let mut intents = Vec::new();
        let id = field_id();
        let typable = |cursor: &Cursor| {
            !matches!(cursor, Cursor::Cell { .. })
                || self.is_editing()
                || navigate::lane_of(shown.map, *cursor).is_none_or(|lane| lane.kind.content().is_some())
        };
        let cursor = shown.selection.cursor.filter(typable);
        let Some((cursor, (rect, part))) = cursor.and_then(|cursor| Some((cursor, self.place(shown, cursor)?))) else {
            // Nothing can be typed here. The same identity keeps the keyboard, so that no key goes astray while the
            // cursor moves; and there is no input method on an emotion cell, whose keys are figures.
            let silent = ui.interact(view.rect, id, egui::Sense::focusable_noninteractive());
            let name = words!(shown.words, "canvas-name");
            silent.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Canvas, true, name.clone()));
            return intents;
        };
        let clip = view.clip(part).intersect(view.rect);
        let screen = view.screen_rect(part, rect);
        let (weight, size) = style_of(shown, cursor);
        let size = (size * shown.map.look.text.factor() as f32 * view.zoom).clamp(9.0, 60.0);
        let font = match weight {
            Face::Bold => look::bold(size),
            Face::Medium => look::medium(size),
            Face::Italic => look::italic(size),
            Face::Regular => look::regular(size),
        };
        let editing = self.is_editing();
        let (screen, font) = if editing || self.next_card {
            bubble::place(ui, screen, font, f32::from(shown.look.least_type), &self.text, view.rect)
        } else {
            (screen, font)
        };
        let size = font.size;
        if editing || self.next_card {
            let painter = ui.painter().with_clip_rect(view.rect);
            let ground = shown.look.colors.field;
            painter.rect_filled(screen.expand(3.0), 5.0, ground);
            let edge = egui::Stroke::new(2.0, shown.look.colors.accent);
            painter.rect_stroke(screen.expand(3.0), 5.0, edge, egui::StrokeKind::Outside);
        }
        let (across, down) = ((size * 0.5).clamp(2.0, 12.0) as i8, (size * 0.33).min(12.0) as i8);
        let margin = egui::Margin::symmetric(across, down);
        let before = self.text.clone();
        let mut field = ui.new_child(egui::UiBuilder::new().max_rect(screen));
        field.set_clip_rect(if editing { view.rect } else { clip });
        field.visuals_mut().selection.bg_fill = shown.look.colors.accent_soft;
        field.visuals_mut().text_cursor.stroke.color = shown.look.colors.accent;
        if !editing && !self.next_card {
            // The cursor's frame shows where it is; a caret that blinks would only cost frames.
            let caret = &mut field.visuals_mut().text_cursor;
            caret.blink = false;
            caret.stroke.color = egui::Color32::TRANSPARENT;
        }
        let color = if editing { shown.look.colors.text } else { egui::Color32::TRANSPARENT };
        let response = field.add_sized(
            screen.size(),
            TextEdit::multiline(&mut self.text)
                .id(id)
                .frame(egui::Frame::NONE.inner_margin(margin))
                .font(FontSelection::FontId(font))
                .text_color(color)
                .desired_width(screen.width())
                .desired_rows(1)
                .lock_focus(true)
                .return_key(egui::KeyboardShortcut::new(Modifiers::ALT, Key::Enter)),
        );
        response.widget_info(|| {
            let mut info =
                egui::WidgetInfo::labeled(egui::Role::TextInput, true, words!(shown.words, "canvas-editing"));
            info.current_text_value = Some(before.clone());
            info
        });
        // The field would give Escape away.
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, super::keys::ALL_KEYS));
        let opened = std::mem::take(&mut self.select_all);
        if opened {
            let mut state = egui::text_edit::TextEditState::load(ui.ctx(), id).unwrap_or_default();
            let end = egui::text::CCursor::new(self.text.chars().count());
            let all = egui::text::CCursorRange::two(egui::text::CCursor::new(0), end);
            state.cursor.set_char_range(Some(all));
            state.store(ui.ctx(), id);
        }
        if self.text != before {
            if self.what.is_none() {
                self.begin(shown, cursor, ids, &mut intents);
            }
            self.preview(shown, &mut intents);
        }
        if self.is_editing() && self.text.is_empty() && matches!(self.what, Some(What::Card { answer: Some(_), .. })) {
            // The caret shows where the answer goes.
            ui.ctx().request_repaint_after(std::time::Duration::from_millis(500));
        }
        let pressed = ui.input(|input| {
            input.pointer.interact_pos().filter(|_| input.pointer.any_down() || input.pointer.any_released())
        });
        let on_list = pressed.is_some_and(|at| self.completion.covers(at));
        self.fields(ui, shown, (screen, view.rect), &mut intents);
        // A click elsewhere keeps what was typed; the one that opened it is no such click.
        if self.is_editing() && (opened || on_list) {
            ui.memory_mut(|memory| memory.request_focus(id));
        } else if self.is_editing() && response.lost_focus() {
            self.commit(shown, &mut intents);
        }
        intents
    }

    /// What the line says so far, and what could complete it.
    fn fields(&mut self, ui: &mut Ui, shown: Shown<'_>, (field, view): (Rect, Rect), intents: &mut Vec<Intent>) {
        let Some(kind) = self.kind(shown) else { return };
        let end = self.text.chars().count();
        let caret =
            egui::text_edit::TextEditState::load(ui.ctx(), field_id()).and_then(|state| state.cursor.char_range());
        let at_end = caret.is_none_or(|caret| caret.primary.index.0 == end && caret.secondary.index.0 == end);
        self.completion.follow(shown, kind, &self.text, at_end);
        let mut line = parse_typed(kind, &self.text, &|name| channel(shown.map, name));
        let mut answers: &[CardId] = &[];
        match &self.what {
            Some(What::Text(TextAt::CardText(id))) => {
                // What the card says already stays, unless the line says otherwise.
                if let Some((_, card)) = shown.map.card(*id) {
                    line.content = merge(&card.content, line.content);
                    if line.owner.is_empty() {
                        line.owner.clone_from(&card.owner);
                    }
                }
            }
            Some(What::Card { answer: Some(answer), .. }) => answers = &answer.answers,
            _ => {}
        }
        if let Some(choice) = fields::ui(ui, shown, &mut self.completion, &line, answers, field, view) {
            self.complete(ui, shown, &choice, intents);
        }
    }

    /// The first letter: a new card in a cell, a new text on a heading.
    fn begin(&mut self, shown: Shown<'_>, cursor: Cursor, ids: &mut IdSource, intents: &mut Vec<Intent>) {
        let locked = navigate::lane_of(shown.map, cursor).is_some_and(|lane| lane.locked);
        if locked {
            // Said once, before anything is typed that would be lost.
            intents.push(Intent::Tell(words!(shown.words, "canvas-locked")));
        }
        let what = match cursor {
            _ if locked => None,
            Cursor::Cell { lane, step, .. } => {
                let cards = cell_cards(shown.map, lane, step);
                let chosen = shown.selection.cards.last().and_then(|id| cards.iter().position(|card| card.id == *id));
                let at = chosen.map_or(cards.len(), |index| index + 1);
                Some(What::Card { step, lane, id: ids.fresh(), at, answer: None })
            }
            Cursor::Title => Some(What::Text(TextAt::Title)),
            Cursor::Scenario => Some(What::Text(TextAt::Scenario)),
            Cursor::Persona(id) => Some(What::Text(TextAt::PersonaName(id))),
            Cursor::Phase(phase) => Some(What::Text(TextAt::PhaseName(phase))),
            Cursor::Stage(id) => Some(What::Text(TextAt::StageName(id))),
            Cursor::Step(id) => Some(What::Text(TextAt::StepName(id))),
            Cursor::Lane(id) => Some(What::Text(TextAt::LaneName(id))),
            Cursor::Link { from, to } => Some(What::Text(TextAt::LinkLabel(from, to))),
            Cursor::Branch { from, to } => Some(What::Text(TextAt::BranchLabel(from, to))),
            Cursor::Omtm => None,
        };
        self.previewed = false;
        self.next_card = false;
        self.what = what;
        if self.what.is_none() {
            self.text.clear();
        }
    }

    fn preview(&mut self, shown: Shown<'_>, intents: &mut Vec<Intent>) {
        match self.edit(shown, false) {
            Some(edit) => {
                self.previewed = true;
                intents.push(Intent::Preview(edit));
            }
            None if self.previewed => {
                self.previewed = false;
                intents.push(Intent::Cancel);
            }
            None => {}
        }
    }

    /// Where something is being typed into the body, so that it can be kept in view.
    pub(super) fn typed_in(&self, shown: Shown<'_>) -> Option<kurbo::Rect> {
        if !self.is_editing() && !self.next_card {
            return None;
        }
        let (rect, part) = self.place(shown, shown.selection.cursor?)?;
        (part == Part::Body).then_some(rect)
    }

    /// Where the field is, in map units.
    fn place(&self, shown: Shown<'_>, cursor: Cursor) -> Option<(kurbo::Rect, Part)> {
        let part = overlay::part_of_cursor(cursor);
        let Cursor::Cell { lane, step, .. } = cursor else {
            return overlay::cursor_rect(shown.scene, cursor).map(|rect| (rect, part));
        };
        if let Some(What::Score { step, persona }) = self.what {
            let column = shown.scene.columns.iter().find(|column| column.step == Some(step))?;
            let row = shown.scene.rows.iter().find(|row| row.lane == lane)?;
            let at = target_rect(shown.scene, Target::Score(lane, step, persona))
                // The mark of what isn't known stands at the row's lower edge.
                .filter(|rect| rect.y1 + 32.0 < row.bottom)
                .map_or((row.top + row.bottom) / 2.0, |rect| rect.y1 + 4.0);
            let middle = (column.left + column.right) / 2.0;
            return Some((kurbo::Rect::new(middle - 36.0, at, middle + 36.0, at + 28.0), part));
        }
        let card = match &self.what {
            Some(What::Card { id, .. } | What::Text(TextAt::CardText(id))) => Some(*id),
            _ if self.next_card => None,
            _ => shown.selection.cards.last().copied(),
        };
        let rect = card
            .and_then(|id| target_rect(shown.scene, Target::Card(id)))
            .or_else(|| overlay::new_card_rect(shown, lane, step, shown.selection.cards.last().copied()))?;
        Some((rect, part))
    }
}

/// The card that a typed line amounts to. Fields inside the line are taken out only when it is finished, so that nothing
/// jumps while one types.
fn typed_card(shown: Shown<'_>, (kind, lane): (LaneKind, LaneId), id: CardId, text: &str, finished: bool) -> Card {
    let empty = kind.content().map(crate::model::ContentKind::empty).unwrap_or_default();
    if !finished {
        return Card::new(id, lane, text, empty);
    }
    let parsed = parse_line(kind, text.trim(), &|name| channel(shown.map, name));
    let mut card = Card::new(id, lane, parsed.text, parsed.content);
    card.owner = parsed.owner;
    card
}

/// What a card shows: a touchpoint without words shows its channel, in the map's language.
pub(super) fn shown_text(map: &JourneyMap, card: &Card) -> String {
    let channel = match &card.content {
        Content::Touchpoint(touchpoint) if card.text.trim().is_empty() => touchpoint.channel,
        _ => None,
    };
    let name = channel.and_then(|channel| match channel {
        crate::model::Channel::Own(id) => map.own_channel(id).map(|own| own.name.clone()),
        known => crate::i18n::channel_word(&Words::new(map.language), known),
    });
    name.unwrap_or_else(|| card.text.clone())
}

/// A channel by its name: the map's own, or the catalogue's in either language.
fn channel(map: &JourneyMap, name: &str) -> Option<crate::model::Channel> {
    let own = map.channels.iter().find(|own| own.name.to_lowercase() == name.trim().to_lowercase());
    own.map(|own| crate::model::Channel::Own(own.id)).or_else(|| crate::i18n::channel_by_name(name))
}

/// Tab: to the next step, stage or persona, and after the last to a new one; over the map from title to scenario to
/// personas.
fn go_on(shown: Shown<'_>, cursor: Option<Cursor>, back: bool, ids: &mut IdSource, intents: &mut Vec<Intent>) {
    let Some(cursor) = cursor else { return };
    let map = shown.map;
    let direction = if back { Direction::Left } else { Direction::Right };
    if let Some(next) = navigate::next_step(map, cursor, back).or_else(|| navigate::next_heading(map, cursor, back)) {
        intents.push(Intent::Show(navigate::arrive(map, next, direction)));
        return;
    }
    let made = match cursor {
        _ if back => None,
        // In the last step it makes a new one and stands in the same lane there.
        Cursor::Cell { .. } => Some(command::insert_after(map, cursor, ids)),
        // One without a name is new already.
        Cursor::Step(id) if map.step(id).is_some_and(|step| !step.name.is_empty() || !step.cards.is_empty()) => {
            Some(command::insert_step_after(map, Some(id), ids))
        }
        Cursor::Stage(id) if map.stage(id).is_some_and(|stage| !stage.name.is_empty()) => {
            Some(command::insert_stage_after(map, Some(id), ids))
        }
        Cursor::Persona(id) if map.persona(id).is_some_and(|persona| !persona.name.is_empty()) => {
            Some(command::insert_persona_after(map, Some(id), ids))
        }
        Cursor::Step(_) | Cursor::Stage(_) | Cursor::Persona(_) => return,
        _ => None,
    };
    match made {
        Some(change) => {
            intents.push(Intent::EditAndSelect(change.edit, change.selection.clone()));
            intents.push(Intent::Show(change.selection));
        }
        None => intents.extend(navigate::step(map, shown.selection, direction).map(Intent::Show)),
    }
}

/// Enter on a heading: to what is below it. Below a stage without steps a first one is made.
fn go_down(shown: Shown<'_>, from: Option<Cursor>, ids: &mut IdSource, intents: &mut Vec<Intent>) {
    if let Some(Cursor::Stage(id)) = from
        && shown.map.stage(id).is_some_and(|stage| stage.steps.is_empty())
    {
        let change = command::insert_first_step(id, ids);
        intents.push(Intent::EditAndSelect(change.edit, change.selection.clone()));
        intents.push(Intent::Show(change.selection));
        return;
    }
    let from = Selection { cursor: from, ..Selection::default() };
    intents.extend(navigate::step(shown.map, &from, Direction::Down).map(Intent::Show));
}

enum Face {
    Regular,
    Medium,
    Bold,
    Italic,
}

/// How the text under the cursor is set in the picture.
fn style_of(shown: Shown<'_>, cursor: Cursor) -> (Face, f32) {
    match cursor {
        Cursor::Title => (Face::Bold, 26.0),
        Cursor::Scenario => (Face::Regular, 13.0),
        Cursor::Link { .. } | Cursor::Branch { .. } => (Face::Regular, 11.0),
        Cursor::Phase(_) | Cursor::Step(_) => (Face::Bold, 13.0),
        Cursor::Stage(_) | Cursor::Lane(_) | Cursor::Persona(_) | Cursor::Omtm => (Face::Bold, 12.0),
        Cursor::Cell { .. } => match navigate::lane_of(shown.map, cursor).map(|lane| lane.kind) {
            Some(LaneKind::Thoughts | LaneKind::Quotes) => (Face::Italic, 12.0),
            Some(
                LaneKind::Touchpoints
                | LaneKind::PainPoints
                | LaneKind::Opportunities
                | LaneKind::Frontstage
                | LaneKind::Backstage
                | LaneKind::Systems,
            ) => (Face::Medium, 12.0),
            _ => (Face::Regular, 12.0),
        },
    }
}
