//! Typing in place. The cell cursor is a focused, empty text field all the time, so that input methods and keyboards which
//! compose by Backspace work from the first key; once it holds text, it is the editor. This is what is being typed and what
//! becomes of it; `field` draws it, `keys` end it.

mod field;
mod keys;

use eframe::egui;
use egui::{Id, Ui};

use super::Shown;
use super::fields::{Choice, Completion};
use super::navigate::{self, cell_cards};
use crate::app::insert::channel_named;
use crate::app::intent::Intent;
use crate::edit::line::{parse_line, parse_number};
use crate::edit::wanted::{self, Wanted};
use crate::edit::{Cursor, Edit, Place, Selection, TextAt, command, connect, scoring};
use crate::find::shown_text;
use crate::i18n::Words;
use crate::model::{
    Card, CardId, Content, Emotion, IdSource, JourneyMap, LaneId, LaneKind, PersonaId, ScoreState, StepId,
};
use crate::words;

/// What is being typed.
#[derive(Debug, Clone, PartialEq)]
enum What {
    /// A text that is there.
    Text(TextAt),
    /// A new card.
    Card { step: StepId, lane: LaneId, id: CardId, at: usize, wanted: Option<Wanted> },
    /// The figure of a score.
    Score { step: StepId, persona: PersonaId },
}

/// A card that is to be written for a reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Want {
    /// An opportunity that answers the selected pain points.
    Answer,
    /// The pain point of a step.
    Pain(StepId),
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
    /// Where the cursor stands in what the last Tab has made, as long as it stands there.
    made: Option<Cursor>,
    completion: Completion,
    /// Nothing is typed.
    read_only: bool,
}

/// The field's identity: one for cursor and editor, or composing would break off at the first key.
pub(super) fn field_id() -> Id {
    Id::unique("canvas-cell")
}

impl Editor {
    pub(super) fn is_editing(&self) -> bool {
        self.what.is_some()
    }

    /// From now on nothing is typed, or again.
    pub(super) fn set_read_only(&mut self, read_only: bool) {
        self.read_only = read_only;
    }

    /// Whether nothing is typed.
    pub(super) const fn is_read_only(&self) -> bool {
        self.read_only
    }

    /// Opens what is there under the cursor of a selection, else the place for a new card.
    pub(super) fn open(&mut self, shown: Shown<'_>, selection: &Selection, intents: &mut Vec<Intent>) {
        if self.refuses(shown, selection.cursor, intents) {
            return;
        }
        self.open_existing(shown.map, selection, shown.words);
        if !self.is_editing() {
            self.next_card = matches!(selection.cursor, Some(Cursor::Cell { .. }));
        }
    }

    /// Whether nothing can be typed under a cursor. Why is said before anything is typed that would be lost.
    fn refuses(&mut self, shown: Shown<'_>, cursor: Option<Cursor>, intents: &mut Vec<Intent>) -> bool {
        let Some(cursor) = cursor else { return false };
        let why = if self.read_only {
            let why = words!(shown.words, "edit-read-only");
            words!(shown.words, "error-edit", why = why)
        } else if is_locked(shown.map, cursor) {
            words!(shown.words, "canvas-locked")
        } else {
            return false;
        };
        intents.push(Intent::Tell(why));
        self.next_card = false;
        true
    }

    /// Opens what is there under the cursor.
    fn open_existing(&mut self, map: &JourneyMap, selection: &Selection, words: &Words) {
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
                chosen
                    .or(cards.last())
                    .map(|card| (TextAt::CardText(card.id), shown_text(map, &Words::new(map.language), card)))
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

    /// Begins a card that is written for a reason.
    pub(super) fn begin_wanted(&mut self, shown: Shown<'_>, what: Want, ids: &mut IdSource, intents: &mut Vec<Intent>) {
        let found = match what {
            Want::Answer => wanted::answer(shown.map, shown.selection, ids),
            Want::Pain(step) => wanted::pain(shown.map, step, ids),
        };
        let Some(wanted) = found.filter(|_| !self.read_only) else { return };
        let (step, lane, at) = (wanted.step, wanted.lane, wanted.at);
        self.reset();
        self.what = Some(What::Card { step, lane, id: ids.fresh(), at, wanted: Some(wanted) });
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
                    // A card without words says nothing, unless something else of it does.
                    let (_, card) = shown.map.card(*id)?;
                    let silent = Card::new(card.id, card.lane, "", card.content.kind().empty());
                    let rest = Card { text: String::new(), ..Card::clone(card) };
                    if matches!(card.content, Content::Text | Content::PainPoint(_)) && rest == silent {
                        return Some(Edit::RemoveCards(vec![*id]));
                    }
                }
                if finished && let TextAt::CardText(id) = at {
                    return command::write_card(shown.map, *id, &self.text, &|name| channel_named(shown.map, name));
                }
                Some(Edit::SetText { at: *at, text: self.text.clone() })
            }
            What::Score { step, persona } => {
                let value = parse_number(&self.text).and_then(|value| Emotion::new(value).ok())?;
                scoring::believe(shown.map, *step, *persona, value)
            }
            What::Card { step, lane, id, at, wanted } => {
                // An answer shows what it answers before it says anything.
                if self.text.trim().is_empty() && (finished || wanted.is_none()) {
                    return None;
                }
                let mut card = typed_card(shown, (self.kind(shown)?, *lane), *id, &self.text, finished);
                let place = Place::Cell { step: *step, lane: *lane, at: *at };
                let Some(wanted) = wanted else { return Some(Edit::InsertCard { place, card: card.into() }) };
                if let Content::Opportunity(opportunity) = &mut card.content {
                    opportunity.answers.clone_from(&wanted.answers);
                }
                let card = Edit::InsertCard { place, card: card.into() };
                Some(Edit::All(wanted.room.iter().cloned().chain([card]).collect()))
            }
        }
    }

    /// The kind of the lane that a card is being typed into; none where something else is typed.
    fn kind(&self, shown: Shown<'_>) -> Option<LaneKind> {
        let lane = match self.what.as_ref()? {
            // Its lane may have to be made first.
            What::Card { wanted: Some(wanted), .. } => return Some(wanted.kind),
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

    /// Whether what is being typed is a card that isn't there yet.
    pub(super) const fn writes_new_card(&self) -> bool {
        matches!(self.what, Some(What::Card { .. }))
    }

    /// Opens the next card of the cell at the next letter.
    pub(super) fn expect_next_card(&mut self, shown: Shown<'_>, intents: &mut Vec<Intent>) {
        self.next_card = !self.refuses(shown, shown.selection.cursor, intents);
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

    /// The first letter: a new card in a cell, a new text on a heading.
    fn begin(&mut self, shown: Shown<'_>, cursor: Cursor, ids: &mut IdSource, intents: &mut Vec<Intent>) {
        let what = match cursor {
            _ if self.refuses(shown, Some(cursor), intents) => None,
            Cursor::Cell { lane, step, .. } => {
                let cards = cell_cards(shown.map, lane, step);
                let chosen = shown.selection.cards.last().and_then(|id| cards.iter().position(|card| card.id == *id));
                let at = chosen.map_or(cards.len(), |index| index + 1);
                Some(What::Card { step, lane, id: ids.fresh(), at, wanted: None })
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
}

/// Whether what stands under a cursor belongs to a locked lane.
fn is_locked(map: &JourneyMap, cursor: Cursor) -> bool {
    let lane = match cursor {
        // A link's label stands in the card that it begins at.
        Cursor::Link { from, .. } => map.card(from).and_then(|(_, card)| map.lane(card.lane)).map(AsRef::as_ref),
        cursor => navigate::lane_of(map, cursor),
    };
    lane.is_some_and(|lane| lane.locked)
}

/// The card that a typed line amounts to. Fields inside the line are taken out only when it is finished, so that nothing
/// jumps while one types.
fn typed_card(shown: Shown<'_>, (kind, lane): (LaneKind, LaneId), id: CardId, text: &str, finished: bool) -> Card {
    let empty = kind.content().map(crate::model::ContentKind::empty).unwrap_or_default();
    if !finished {
        return Card::new(id, lane, text, empty);
    }
    let parsed = parse_line(kind, text.trim(), &|name| channel_named(shown.map, name));
    let mut card = Card::new(id, lane, parsed.text, parsed.content);
    card.owner = parsed.owner;
    card
}
