//! The keys that end typing, and where the cursor goes on from there. Must not know how the field is drawn.

use eframe::egui;
use egui::{Event, Key, Modifiers, Ui};

use super::{Editor, What};
use crate::app::canvas::Shown;
use crate::app::canvas::navigate;
use crate::app::intent::Intent;
use crate::edit::motion::Direction;
use crate::edit::{Cursor, Selection, TextAt, command};
use crate::model::{IdSource, Stage, Step};

impl Editor {
    /// Keys that end typing, before the field takes them.
    pub(in crate::app::canvas) fn keys(
        &mut self,
        ui: &Ui,
        shown: Shown<'_>,
        ids: &mut IdSource,
        intents: &mut Vec<Intent>,
    ) {
        let take = |modifiers: Modifiers, key: Key| ui.input_mut(|input| input.consume_key(modifiers, key));
        let composing = ui.input(|input| input.events.iter().any(|event| matches!(event, Event::Ime(_))));
        if composing {
            return;
        }
        // What was held when the key went down counts, not what is held when a slow frame ends.
        let held_with = |wanted: Key| {
            ui.input(|input| {
                input.events.iter().find_map(|event| match event {
                    Event::Key { key, pressed: true, modifiers, .. } if *key == wanted => Some(*modifiers),
                    _ => None,
                })
            })
        };
        let pressed = |key| held_with(key).is_some_and(|held| held.is_none());
        for (key, down) in [(Key::ArrowDown, true), (Key::ArrowUp, false)] {
            if pressed(key) && self.completion.choose(down) {
                take(Modifiers::NONE, key);
            }
        }
        if (pressed(Key::Enter) || pressed(Key::Tab))
            && let Some(choice) = self.completion.chosen().cloned()
        {
            self.complete(ui, shown, &choice, intents);
            // Enter takes it, Tab takes it and goes on.
            if take(Modifiers::NONE, Key::Enter) {
                return;
            }
        }
        if pressed(Key::Escape) && self.completion.let_go() {
            take(Modifiers::NONE, Key::Escape);
            return;
        }
        if take(Modifiers::CTRL, Key::Enter) || take(Modifiers::COMMAND, Key::Enter) {
            self.commit(shown, intents);
        } else if take(Modifiers::SHIFT, Key::Tab) {
            self.tab(shown, true, ids, intents);
        } else if take(Modifiers::NONE, Key::Tab) {
            self.tab(shown, false, ids, intents);
        } else if held_with(Key::Enter).is_some_and(|held| held.alt) {
            // The field itself breaks the line where the caret stands.
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

    /// Tab: keeps what is typed, and goes on or back.
    pub(in crate::app::canvas) fn tab(
        &mut self,
        shown: Shown<'_>,
        back: bool,
        ids: &mut IdSource,
        intents: &mut Vec<Intent>,
    ) {
        if self.is_editing() {
            self.commit(shown, intents);
        }
        self.next_card = false;
        if !back {
            self.begin_row(shown);
        }
        self.made = go_on(shown, shown.selection.cursor, back, ids, intents);
    }

    /// Escape right after Tab: whether the step, stage or persona that it made is still blank and goes again.
    pub(in crate::app::canvas) fn takes_back(&mut self, shown: Shown<'_>) -> bool {
        let Some(made) = self.made.take().filter(|made| Some(*made) == shown.selection.cursor) else { return false };
        let blank_step = |step: &Step| *step == Step::new(step.id, "");
        match made {
            Cursor::Cell { step, .. } | Cursor::Step(step) => shown.map.step(step).is_some_and(|step| blank_step(step)),
            Cursor::Stage(id) => {
                let blank = |stage: &Stage| stage.name.is_empty() && stage.steps.iter().all(|step| blank_step(step));
                shown.map.stage(id).is_some_and(|stage| blank(stage))
            }
            Cursor::Persona(id) => shown.map.persona(id).is_some_and(|persona| persona.name.is_empty()),
            _ => false,
        }
    }

    /// What Tab has made is kept once the cursor has left it.
    pub(in crate::app::canvas) fn keep_made(&mut self, cursor: Option<Cursor>) {
        self.made = self.made.filter(|made| Some(*made) == cursor);
    }

    /// The cursor goes on by itself: a run begins here, unless one is under way.
    pub(in crate::app::canvas) fn begin_row(&mut self, shown: Shown<'_>) {
        self.tabbed_from = self.tabbed_from.or(shown.selection.cursor);
    }

    /// Where the run of Tabs began that led to the cursor, else where the cursor stands.
    pub(in crate::app::canvas) fn row_start(&mut self, shown: Shown<'_>) -> Option<Cursor> {
        let cursor = shown.selection.cursor?;
        let same_row = |from: &Cursor| match (from, cursor) {
            (Cursor::Cell { lane, .. }, Cursor::Cell { lane: here, .. }) => *lane == here,
            (Cursor::Step(_), Cursor::Step(_)) | (Cursor::Stage(_), Cursor::Stage(_)) => true,
            _ => false,
        };
        let from = self.tabbed_from.take().filter(|from| from.is_in(shown.map) && same_row(from));
        Some(from.unwrap_or(cursor))
    }
}

/// Tab: to the next step, stage or persona, and after the last to a new one; over the map from title to scenario to
/// personas. Where the cursor stands in what was made, if something was.
fn go_on(
    shown: Shown<'_>,
    cursor: Option<Cursor>,
    back: bool,
    ids: &mut IdSource,
    intents: &mut Vec<Intent>,
) -> Option<Cursor> {
    let cursor = cursor?;
    let map = shown.map;
    let direction = if back { Direction::Left } else { Direction::Right };
    if let Some(next) = navigate::next_step(map, cursor, back).or_else(|| navigate::next_heading(map, cursor, back)) {
        intents.push(Intent::Show(navigate::arrive(map, next, direction)));
        return None;
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
        Cursor::Step(_) | Cursor::Stage(_) | Cursor::Persona(_) => return None,
        _ => None,
    };
    match made {
        Some(change) => {
            let stands = change.selection.cursor;
            intents.push(Intent::EditAndSelect(change.edit, change.selection.clone()));
            intents.push(Intent::Show(change.selection));
            stands
        }
        None => {
            intents.extend(navigate::step(map, shown.selection, direction).map(Intent::Show));
            None
        }
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
