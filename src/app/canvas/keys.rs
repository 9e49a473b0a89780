//! Keys on the canvas that aren't commands: moving the cursor, scoring, opening the editor.

use eframe::egui;
use egui::{Event, EventFilter, FocusDirection, Key, Modifiers, Ui};

use super::editor::field_id;
use super::navigate;
use super::{Canvas, Shown};
use crate::app::command::Command;
use crate::app::intent::Intent;
use crate::edit::motion::{self, Direction};
use crate::edit::{Cursor, Edit, LaneChange, Selection};
use crate::model::LaneKind;

/// The cursor has every key: none moves the focus.
pub(super) const ALL_KEYS: EventFilter =
    EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: true };

impl Canvas {
    /// Takes the keys that belong to the canvas, before the text field of the cursor sees them.
    pub(super) fn keyboard(&mut self, ui: &Ui, shown: Shown<'_>) -> Vec<Intent> {
        let mut intents = Vec::new();
        let id = field_id();
        let focus = ui.memory(|memory| memory.focused());
        // The key that closes the menu is the menu's alone.
        let held = std::mem::take(&mut self.held) || self.menu.is_some();
        if held || focus.is_some_and(|focus| focus != id) || is_covered(ui.ctx()) {
            return intents;
        }
        let cursor = shown.selection.cursor;
        self.editor.keep_made(cursor);
        let scoring = cursor.and_then(|cursor| match cursor {
            Cursor::Cell { step, persona, .. } => {
                let lane = navigate::lane_of(shown.map, cursor)?;
                (lane.kind == LaneKind::Emotion).then_some((lane.id, step, persona?))
            }
            _ => None,
        });
        let scoring = scoring.filter(|_| !self.editor.is_editing());
        ui.memory_mut(|memory| {
            if focus != Some(id) {
                memory.request_focus(id);
            }
            // An arrow that came before the keyboard was the canvas's for a whole frame, until when the filter does nothing,
            // leads to no other panel.
            memory.move_focus(FocusDirection::None);
            memory.set_focus_lock_filter(id, ALL_KEYS);
        });
        if self.editor.is_editing() {
            self.editor.keys(ui, shown, &mut self.ids, &mut intents);
            return intents;
        }
        self.clipboard(ui, &mut intents);
        self.menu_key(ui, shown);
        if let Some((lane, step, persona)) = scoring
            && let Some(typed) = self.score_keys.take(ui, shown, (step, persona), &mut self.waiting)
        {
            intents.extend(typed.tell.map(Intent::Tell));
            intents.extend(typed.edit.map(Intent::Edit));
            let at = Cursor::Cell { lane, step, persona: Some(persona) };
            if typed.go_on {
                self.editor.begin_row(shown);
            }
            if let Some(next) = navigate::next_step(shown.map, at, false).filter(|_| typed.go_on) {
                intents.push(Intent::Show(Selection::at(next)));
            }
        }
        // Space never starts a card: held it drags the map, on a lane's name it folds the lane.
        // Letters that the same frame brings after it begin a card, and keep the spaces between them.
        ui.input_mut(|input| {
            let mut begun = false;
            input.events.retain(|event| match event {
                Event::Text(text) if !begun && text == " " => false,
                Event::Text(_) => {
                    begun = true;
                    true
                }
                _ => true,
            });
        });
        let take = |modifiers: Modifiers, key: Key| ui.input_mut(|input| input.consume_key(modifiers, key));
        if let Some(Cursor::Lane(id)) = cursor
            && take(Modifiers::NONE, Key::Space)
            && let Some(lane) = shown.map.lane(id)
        {
            intents.push(Intent::Edit(Edit::SetLane(id, LaneChange::Collapsed(!lane.collapsed))));
        }
        let arrows = [
            (Key::ArrowLeft, Direction::Left),
            (Key::ArrowRight, Direction::Right),
            (Key::ArrowUp, Direction::Up),
            (Key::ArrowDown, Direction::Down),
        ];
        for (key, direction) in arrows {
            if take(Modifiers::ALT, key)
                && let Some(moved) = motion::move_at(shown.map, shown.selection, direction)
            {
                intents.push(Intent::EditAndSelect(moved.edit, moved.selection.clone()));
                intents.push(Intent::Show(moved.selection));
            }
        }
        if let Some((motion, extend)) = super::motion::take(ui) {
            self.editor.expect_nothing();
            intents.extend(super::motion::moved(shown, &self.view, motion, extend).map(Intent::Show));
        }
        if take(Modifiers::SHIFT, Key::Tab) {
            self.editor.tab(shown, true, &mut self.ids, &mut intents);
        } else if take(Modifiers::NONE, Key::Tab) {
            self.editor.tab(shown, false, &mut self.ids, &mut intents);
        }
        if take(Modifiers::NONE, Key::Enter) {
            match cursor {
                // An empty line ends the cell: on to the one below.
                Some(Cursor::Cell { .. }) if scoring.is_none() && self.editor.expects_next_card() => {
                    let from = self.editor.row_start(shown).map(Selection::at).unwrap_or_default();
                    self.editor.expect_nothing();
                    intents.extend(navigate::step(shown.map, &from, Direction::Down).map(Intent::Show));
                }
                Some(Cursor::Cell { .. }) if scoring.is_none() => self.editor.expect_next_card(shown, &mut intents),
                Some(Cursor::Persona(id)) => intents.push(Intent::OpenPersona(id)),
                Some(_) if scoring.is_none() => self.editor.open(shown, shown.selection, &mut intents),
                _ => {
                    let from = self.editor.row_start(shown).map(Selection::at).unwrap_or_default();
                    intents.extend(navigate::step(shown.map, &from, Direction::Down).map(Intent::Show));
                }
            }
        }
        // Escape while the button is down calls off what was about to be dragged, and nothing more.
        if take(Modifiers::NONE, Key::Escape) && !self.button.takes_escape() {
            self.editor.expect_nothing();
            if self.editor.takes_back(shown) {
                intents.push(Intent::Run(Command::RemoveHere));
            } else if let Some(cursor) = cursor {
                intents.push(Intent::Select(Selection::at(cursor)));
            }
        }
        intents
    }
}

impl Canvas {
    /// A slow frame may bring letters and the keys around them together. A key that moves the cursor, ends typing or runs a
    /// command waits until what was typed before it has arrived, and what was typed after it waits for the key. To be
    /// called before anybody takes keys out of the frame's input.
    pub fn one_thing_at_a_time(&mut self, context: &egui::Context) {
        let focus = context.memory(|memory| memory.focused());
        if focus.is_some_and(|id| !Self::is_cursor(id)) || is_covered(context) {
            // What waited for a command is for what the command opened.
            self.let_go(context);
            return;
        }
        let editing = self.editor.is_editing();
        let waiting = &mut self.waiting;
        let more = context.input_mut(|input| {
            if !waiting.is_empty() {
                let mut events = std::mem::take(waiting);
                events.append(&mut input.events);
                input.events = events;
            }
            let mut typed = false;
            let cut = input.events.iter().enumerate().find_map(|(index, event)| match event {
                Event::Text(_) | Event::Paste(_) | Event::Ime(_) => {
                    typed = true;
                    None
                }
                Event::Key { key, pressed: true, modifiers, .. }
                    if ends_typing(*key)
                        || chooses(*key)
                        || !editing && moves(*key)
                        || modifiers.command
                        || modifiers.ctrl
                        || is_function_key(*key) =>
                {
                    // Before the key if something was typed already, else after it.
                    Some(if typed { index } else { index + 1 })
                }
                _ => None,
            });
            if let Some(cut) = cut {
                let rest = input.events.split_off(cut);
                // Escape doesn't wait while a button is down: what is dragged would be let go before it comes.
                let button = |event: &Event| matches!(event, Event::PointerButton { .. });
                let held = input.pointer.any_down() || input.events.iter().chain(&rest).any(button);
                let now = |event: &Event| !is_key_or_text(event) || held && is_escape(event);
                let (keep, later): (Vec<_>, Vec<_>) = rest.into_iter().partition(now);
                input.events.extend(keep);
                *waiting = later;
            }
            !waiting.is_empty()
        });
        if more {
            context.request_repaint();
        }
    }
}

impl Canvas {
    /// Escape gives the keyboard back to the canvas: what comes after it in this frame waits until it is there.
    pub fn after_escape(&mut self, context: &egui::Context) {
        let waiting = &mut self.waiting;
        let more = context.input_mut(|input| {
            let Some(place) = input.events.iter().position(is_escape) else { return false };
            let rest = input.events.split_off(place + 1);
            let (later, now): (Vec<_>, Vec<_>) = rest.into_iter().partition(is_key_or_text);
            input.events.extend(now);
            waiting.extend(later);
            !waiting.is_empty()
        });
        if more {
            context.request_repaint();
        }
    }
}

impl Canvas {
    /// Gives what waits back to whoever has the keyboard now.
    pub fn let_go(&mut self, context: &egui::Context) {
        if self.waiting.is_empty() {
            return;
        }
        let mut events = std::mem::take(&mut self.waiting);
        context.input_mut(|input| {
            events.append(&mut input.events);
            input.events = events;
        });
    }
}

impl Canvas {
    /// In this frame the keyboard isn't the canvas's.
    pub const fn stand_back(&mut self) {
        self.held = true;
    }

    /// Something else stands in the canvas's place: it has neither the keyboard nor what waited for it.
    pub fn leave(&mut self, context: &egui::Context) {
        self.let_go(context);
        if let Some(cursor) = context.memory(|memory| memory.focused()).filter(|id| Self::is_cursor(*id)) {
            context.memory_mut(|memory| memory.surrender_focus(cursor));
        }
    }

    /// Something opens over the canvas, and has no keyboard yet: what is typed meanwhile waits for it.
    pub fn hold(&mut self, context: &egui::Context) {
        let Some(cursor) = context.memory(|memory| memory.focused()).filter(|id| Self::is_cursor(*id)) else {
            self.let_go(context);
            return;
        };
        context.memory_mut(|memory| memory.surrender_focus(cursor));
        self.held = true;
        let waiting = &mut self.waiting;
        context.input_mut(|input| {
            let events = std::mem::take(&mut input.events);
            let (typed, others): (Vec<_>, Vec<_>) = events.into_iter().partition(is_key_or_text);
            waiting.extend(typed);
            input.events = others;
        });
        context.request_repaint();
    }
}

/// Whether a menu or a dialog lies over the canvas.
pub(super) fn is_covered(context: &egui::Context) -> bool {
    egui::Popup::is_any_open(context) || context.memory(|memory| memory.top_modal_layer().is_some())
}

fn is_function_key(key: Key) -> bool {
    let name = key.name();
    name.len() > 1 && name.starts_with('F')
}

/// Up and down choose from what completes the letters before them.
fn chooses(key: Key) -> bool {
    matches!(key, Key::ArrowUp | Key::ArrowDown)
}

fn ends_typing(key: Key) -> bool {
    matches!(key, Key::Enter | Key::Tab | Key::Escape)
}

fn moves(key: Key) -> bool {
    matches!(
        key,
        Key::ArrowLeft
            | Key::ArrowRight
            | Key::ArrowUp
            | Key::ArrowDown
            | Key::Home
            | Key::End
            | Key::PageUp
            | Key::PageDown
            | Key::Menu
            | Key::Delete
    )
}

const fn is_escape(event: &Event) -> bool {
    matches!(event, Event::Key { key: Key::Escape, pressed: true, .. })
}

fn is_key_or_text(event: &Event) -> bool {
    matches!(event, Event::Key { pressed: true, .. } | Event::Text(_) | Event::Paste(_) | Event::Ime(_))
}
