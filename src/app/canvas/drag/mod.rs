//! The pointer on the canvas: selecting, opening, and dragging. Each kind of thing that can be dragged has a file of its
//! own; here is what they share: how a drag begins, goes on, ends, and is put back.
//!
//! A drag shows where it will land all the time, and lands exactly there. Escape puts everything back at every stage of
//! it: the map, the selection and what is in view. Must not know panels: the tray's place is told by the application.

mod band;
mod cards;
mod edges;
mod grip;
mod heading;
mod paint;
mod score;

use std::sync::Arc;

use eframe::egui;
use egui::{CursorIcon, Event, Key, PointerButton, Pos2, Rect, Response, Ui};

use self::band::Band;
use self::cards::Cards;
pub use self::cards::TrayArea;
use self::edges::{Height, Span, Width};
pub(super) use self::grip::{Grip, cell_at};
use self::heading::Heading;
pub(super) use self::paint::{Tone, bubble, paint};
use self::score::Point;
use super::camera::{Camera, View, Ways};
use super::menu::Menu;
use super::navigate::cursor_of_card;
use super::{Canvas, Fitting, Shown};
use crate::app::button::escapes;
use crate::app::intent::Intent;
use crate::edit::{Cursor, Edit, LaneChange, Selection, StepChange, headings};
use crate::i18n::Words;
use crate::model::{CardId, JourneyMap, LaneId};
use crate::scene::Scene;
use crate::words;

/// A drag under way.
pub(super) struct Drag {
    what: What,
    /// What was selected before it.
    before: Selection,
    /// What was in view before it.
    camera: (Camera, Fitting),
    /// Where the pointer is.
    at: Pos2,
    /// It began in this frame.
    fresh: bool,
    /// The map and its picture at the begin; none in the first frame.
    base: Option<(JourneyMap, Arc<Scene>)>,
    /// The picture of the last frame.
    last: Arc<Scene>,
}

/// What is being dragged.
enum What {
    /// Cards, from the map or the tray.
    Cards(Cards),
    /// A step, stage, lane or persona, by its heading.
    Heading(Heading),
    /// The edge of a card, over steps.
    Span(Span),
    /// A point of an emotion curve.
    Point(Point),
    /// The edge of a column.
    Width(Width),
    /// The edge of a row.
    Height(Height),
    /// A rubber band.
    Band(Band),
    /// Something that can't be dragged, and why.
    Refused(Refusal),
}

/// Why something can't be dragged, or can't land.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Refusal {
    /// The map can only be read.
    ReadOnly,
    /// The lane is locked.
    Locked(LaneId),
    /// The lane's kind has no cards.
    NoCards(LaneId),
    /// The lane is folded: where they'd land can't be seen.
    Folded(LaneId),
    /// What customers answered can't be changed by hand.
    Measured,
}

impl Refusal {
    fn say(self, shown: Shown<'_>) -> String {
        let name = |lane: LaneId| {
            let lane = shown.map.lane(lane);
            lane.map(|lane| match lane.name.as_str() {
                "" => crate::i18n::lane_kind_word(&Words::new(shown.map.language), lane.kind),
                own => own.to_owned(),
            })
        };
        match self {
            Self::ReadOnly => words!(shown.words, "edit-read-only"),
            Self::Locked(lane) => words!(shown.words, "drag-locked", lane = name(lane).unwrap_or_default()),
            Self::NoCards(lane) => words!(shown.words, "drag-no-cards", lane = name(lane).unwrap_or_default()),
            Self::Folded(lane) => words!(shown.words, "drag-folded", lane = name(lane).unwrap_or_default()),
            Self::Measured => words!(shown.words, "drag-measured"),
        }
    }
}

/// What a drag sees of one frame.
#[derive(Clone, Copy)]
struct Moment<'a> {
    shown: Shown<'a>,
    view: &'a View,
    /// The map and its picture at the begin of the drag.
    base: &'a JourneyMap,
    base_scene: &'a Scene,
    at: Pos2,
    shift: bool,
    ctrl: bool,
    tray: Option<&'a TrayArea>,
}

impl Canvas {
    /// Whether something is being dragged.
    pub fn is_dragging(&self) -> bool {
        self.drag.is_some()
    }

    /// What the keys do to what is being dragged.
    pub fn drag_hint(&self, words: &Words) -> Option<String> {
        Some(match &self.drag.as_ref()?.what {
            What::Cards(_) => words!(words, "drag-hint-cards"),
            What::Point(_) => words!(words, "drag-hint-point"),
            What::Band(_) => words!(words, "drag-hint-band"),
            What::Refused(_) => return None,
            What::Heading(_) | What::Span(_) | What::Width(_) | What::Height(_) => words!(words, "drag-hint"),
        })
    }

    /// Where the tray is on the screen, so that cards can be dragged there.
    pub fn beside(&mut self, tray: Option<TrayArea>) {
        self.tray = tray;
    }

    /// The cards that are being dragged, as they are called where they would land.
    pub fn carried(&self) -> Vec<CardId> {
        match self.drag.as_ref().map(|drag| &drag.what) {
            Some(What::Cards(cards)) => cards.landed(),
            _ => Vec::new(),
        }
    }

    /// Takes over cards of the tray that somebody began to drag: the one that was seized, and with it what is selected.
    pub fn carry(&mut self, map: &JourneyMap, scene: &Arc<Scene>, selection: &Selection, seized: CardId, at: Pos2) {
        if self.button.is_escaped() {
            return;
        }
        if self.editor.is_read_only() {
            return self.hold_on(What::Refused(Refusal::ReadOnly), selection, scene, at);
        }
        let chosen = if selection.cards.contains(&seized) { selection.cards.as_slice() } else { &[] };
        let cards = Cards::new(map, scene, chosen, seized, None, &mut self.ids);
        self.hold_on(What::Cards(cards), selection, scene, at);
    }

    fn hold_on(&mut self, what: What, selection: &Selection, scene: &Arc<Scene>, at: Pos2) {
        let camera = (self.camera, self.fitting);
        let (before, last) = (selection.clone(), Arc::clone(scene));
        self.drag = Some(Drag { what, before, camera, at, fresh: true, base: None, last });
    }

    /// Escape puts back what a drag has done. While something is dragged, no other key does anything. To be called before
    /// anybody else takes keys.
    pub(super) fn keys_of_drag(&mut self, ui: &Ui, intents: &mut Vec<Intent>) {
        if self.drag.is_none() {
            return;
        }
        let escaped = ui.input_mut(|input| {
            let escaped = escapes(&input.events);
            let typed = |event: &Event| {
                let typed = matches!(event, Event::Key { .. } | Event::Text(_) | Event::Ime(_));
                typed || matches!(event, Event::Paste(_) | Event::PasteImage(_) | Event::Copy | Event::Cut)
            };
            input.events.retain(|event| !typed(event));
            escaped
        });
        if escaped {
            self.put_back(intents);
            ui.ctx().request_repaint();
        }
    }

    fn put_back(&mut self, intents: &mut Vec<Intent>) {
        if let Some(drag) = self.drag.take() {
            intents.push(Intent::Cancel);
            intents.push(Intent::Select(drag.before));
            (self.camera, self.fitting) = drag.camera;
        }
    }

    /// The row under dragged cards stays where it is while the rows around it change their heights. To be called before
    /// the view is made.
    pub(super) fn steady(&mut self, scene: &Arc<Scene>) {
        let view = self.view;
        let Some(drag) = &mut self.drag else { return };
        if Arc::ptr_eq(&drag.last, scene) {
            return;
        }
        if let What::Cards(_) = drag.what {
            let y = view.map(super::camera::Part::Body, drag.at).y;
            let row = drag.last.rows.iter().find(|row| row.top <= y && y < row.bottom);
            if let Some((old, new)) =
                row.and_then(|old| Some((old, scene.rows.iter().find(|row| row.lane == old.lane)?)))
                && view.rect.contains(drag.at)
            {
                self.camera.offset.y += (new.top - old.top) as f32;
            }
        }
        drag.last = Arc::clone(scene);
    }

    /// What the pointer wants.
    pub(super) fn pointer(&mut self, ui: &Ui, response: &Response, shown: Shown<'_>) -> Vec<Intent> {
        let mut intents = Vec::new();
        let space = ui.input(|input| input.key_down(Key::Space)) && !self.editor.is_editing();
        let hover = response.hover_pos();
        if space && self.drag.is_none() {
            ui.ctx().set_cursor_icon(CursorIcon::Grab);
            return intents;
        }
        let grip = hover.map_or(Grip::Nothing, |at| self.grip_at(shown, at));
        if self.drag.is_none()
            && let Some(icon) = grip.icon()
        {
            ui.ctx().set_cursor_icon(icon);
        }
        self.hovered = if self.drag.is_none() { grip.edge() } else { None };
        if response.double_clicked() {
            if !self.fit_edge(shown, grip, &mut intents)
                && let Some((at, selection)) = hover.and_then(|at| Some((at, self.selection_at(shown, at)?)))
            {
                if let Some(edit) = score::begun_at(shown, &self.view, at, &selection) {
                    intents.push(Intent::EditAndSelect(edit, selection));
                    return intents;
                }
                self.editor.open(shown, &selection, &mut intents);
                intents.push(Intent::Select(selection));
            }
        } else if response.clicked() || response.secondary_clicked() {
            self.click(ui, response, shown, &mut intents);
        }

        let escaped = self.button.is_escaped();
        if response.drag_started_by(PointerButton::Primary) && self.drag.is_none() && !escaped {
            if self.editor.is_editing() {
                self.editor.commit(shown, &mut intents);
            }
            self.editor.expect_nothing();
            // So that Escape comes here, whatever had the keyboard before.
            ui.memory_mut(|memory| memory.request_focus(super::editor::field_id()));
            let from = ui.input(|input| input.pointer.press_origin()).or(hover);
            if let Some(from) = from {
                self.begin_drag(ui, shown, from, &mut intents);
            }
        }
        let before = intents.len();
        self.go_on_dragging(ui, shown, &mut intents);
        if intents.len() > before {
            // What is wanted is there from the next frame on.
            ui.ctx().request_repaint();
        }
        intents
    }

    fn click(&mut self, ui: &Ui, response: &Response, shown: Shown<'_>, intents: &mut Vec<Intent>) {
        let (shift, command) = ui.input(|input| (input.modifiers.shift, input.modifiers.command));
        if self.editor.is_editing() {
            self.editor.commit(shown, intents);
        }
        self.editor.expect_nothing();
        let clicked = response.interact_pointer_pos().or(response.hover_pos());
        // Beside the map there is only the map itself.
        let found = clicked.map(|at| self.selection_at(shown, at).unwrap_or_default());
        if let Some(mut selection) = found.filter(|found| *found != Selection::default() || !(shift || command)) {
            let kept = response.secondary_clicked()
                && selection.cards.iter().all(|card| shown.selection.cards.contains(card))
                && !selection.cards.is_empty();
            let chosen = headings::chosen(shown.map, shown.selection);
            let among = selection.cursor.is_some_and(|cursor| chosen.contains(&cursor));
            if response.secondary_clicked() && among {
                // The menu is for all that are selected.
                selection = shown.selection.clone();
            } else if shift && let Some(block) = super::motion::extended_to(shown.map, shown.selection, &selection) {
                selection = block;
            } else if command
                && let Some(headings) =
                    selection.cursor.and_then(|heading| headings::toggled(shown.map, shown.selection, heading))
            {
                selection = headings;
            } else if shift || command || kept {
                selection.cards = band::toggled(shown.selection, &selection.cards, kept);
            }
            intents.push(Intent::Select(selection));
        }
        ui.memory_mut(|memory| memory.request_focus(super::editor::field_id()));
        if response.secondary_clicked() {
            self.menu = clicked.map(Menu::at);
        }
    }

    /// A double click on an edge fits it to what it holds. Whether there was an edge.
    fn fit_edge(&self, shown: Shown<'_>, grip: Grip, intents: &mut Vec<Intent>) -> bool {
        match grip {
            Grip::StepEdge(id) => {
                intents.push(Intent::Edit(Edit::SetStep(id, StepChange::Width(None))));
            }
            Grip::LaneEdge(id) => match grip::locked(shown.map, id) {
                Some(refusal) => intents.push(Intent::Tell(refusal.say(shown))),
                None => intents.push(Intent::Edit(Edit::SetLane(id, LaneChange::Height(None)))),
            },
            _ => return false,
        }
        true
    }

    fn begin_drag(&mut self, ui: &Ui, shown: Shown<'_>, from: Pos2, intents: &mut Vec<Intent>) {
        let (shift, command) = ui.input(|input| (input.modifiers.shift, input.modifiers.command));
        let map = shown.map;
        let refused = |lane: LaneId| grip::locked(map, lane).map(What::Refused);
        let lane_of = |id: CardId| map.card(id).map(|(_, card)| card.lane);
        let what = match self.grip_at(shown, from) {
            Grip::Card(id) => {
                let chosen = if shown.selection.cards.contains(&id) {
                    shown.selection.cards.as_slice()
                } else {
                    if let Some(cursor) = cursor_of_card(map, id) {
                        intents.push(Intent::Select(Selection::card(cursor, id)));
                    }
                    &[]
                };
                let at = self.view.map(super::camera::Part::Body, from);
                What::Cards(Cards::new(map, shown.scene, chosen, id, Some(at), &mut self.ids))
            }
            Grip::CardEdge(id, end) => {
                let refused = lane_of(id).and_then(refused);
                refused.or_else(|| Span::new(map, id, end).map(What::Span)).unwrap_or(What::Band(Band::at(
                    &self.view,
                    shown.scene,
                    from,
                )))
            }
            Grip::Point(lane, step, persona) => {
                intents.push(Intent::Select(Selection::at(Cursor::Cell { lane, step, persona: Some(persona) })));
                refused(lane).unwrap_or_else(|| match Point::new(shown, lane, step, persona) {
                    Ok(point) => What::Point(point),
                    Err(refusal) => What::Refused(refusal),
                })
            }
            Grip::Heading(what) => What::Heading(Heading::new(shown, &self.view, what, from)),
            Grip::StepEdge(id) => What::Width(Width::new(id)),
            Grip::LaneEdge(id) => refused(id).unwrap_or_else(|| What::Height(Height::new(shown, &self.view, id, from))),
            Grip::Nothing | Grip::Still => {
                let band = Band::at(&self.view, shown.scene, from);
                What::Band(if shift || command { band.adding_to(shown.selection) } else { band })
            }
        };
        let what = match what {
            What::Band(_) => what,
            _ if self.editor.is_read_only() => What::Refused(Refusal::ReadOnly),
            _ => what,
        };
        self.hold_on(what, shown.selection, shown.scene, from);
    }

    fn go_on_dragging(&mut self, ui: &Ui, shown: Shown<'_>, intents: &mut Vec<Intent>) {
        let Some(drag) = &mut self.drag else { return };
        let (at, down, shift, ctrl) = ui.input(|input| {
            let modifiers = input.modifiers;
            (input.pointer.latest_pos(), input.pointer.primary_down(), modifiers.shift, modifiers.command)
        });
        // Where it was let go, it lands, wherever the pointer went since then.
        let released = self.button.released();
        drag.at = released.or(at).unwrap_or(drag.at);
        if std::mem::take(&mut drag.fresh) {
            // What was typed before is kept at the end of this frame: the drag begins on the map as it is then.
            ui.ctx().request_repaint();
            return;
        }
        let (base, base_scene) = drag.base.get_or_insert_with(|| (shown.map.clone(), Arc::clone(shown.scene)));
        let moment =
            Moment { shown, view: &self.view, base, base_scene, at: drag.at, shift, ctrl, tray: self.tray.as_ref() };
        let what = &mut drag.what;
        match what {
            What::Cards(cards) => cards.go_on(moment, intents),
            What::Heading(heading) => heading.go_on(moment),
            What::Span(span) => span.go_on(moment, intents),
            What::Point(point) => point.go_on(moment, intents),
            What::Width(width) => width.go_on(moment, intents),
            What::Height(height) => height.go_on(moment, intents),
            What::Band(band) => band.go_on(moment, intents),
            What::Refused(_) => {}
        }
        ui.ctx().set_cursor_icon(what.icon());
        if down && released.is_none() {
            self.scroll_at_edges(ui);
            return;
        }
        match &*what {
            What::Cards(cards) => cards.end(moment, &drag.before, intents),
            What::Heading(heading) => heading.end(&drag.before, intents),
            What::Span(_) | What::Point(_) | What::Width(_) => intents.push(Intent::Commit),
            What::Height(height) => height.end(shown, intents),
            What::Band(_) => {}
            What::Refused(refusal) => intents.push(Intent::Tell(refusal.say(shown))),
        }
        self.drag = None;
    }

    /// The view scrolls while something is held at its edge.
    fn scroll_at_edges(&mut self, ui: &Ui) {
        let Some(drag) = &self.drag else { return };
        let at = drag.at;
        let over_tray = self.tray.as_ref().is_some_and(|tray| tray.takes(self.view.rect, at));
        let stays = match &drag.what {
            What::Refused(_) | What::Width(_) | What::Point(_) => true,
            What::Band(band) => !band.scrolls(),
            What::Cards(_) | What::Heading(_) | What::Span(_) | What::Height(_) => false,
        };
        if over_tray || stays {
            return;
        }
        // What stays in view covers the edge of what scrolls under it.
        let all = self.view.rect;
        let body = self.view.body_clip(all);
        let rect = match &drag.what {
            What::Heading(heading) if heading.goes_sideways() => Rect::from_x_y_ranges(body.x_range(), all.y_range()),
            What::Heading(_) | What::Height(_) => Rect::from_x_y_ranges(all.x_range(), body.y_range()),
            _ => body,
        };
        let (sideways, upright) = match &drag.what {
            What::Heading(heading) => (heading.goes_sideways(), !heading.goes_sideways()),
            What::Height(_) => (false, true),
            What::Span(_) => (true, false),
            _ => (true, true),
        };
        let ways = Ways { sideways, upright, seconds: ui.input(|input| input.stable_dt) };
        if self.camera.scroll_held(at, rect, all, ways, drag.last.size) {
            self.fitting = Fitting::Free;
            ui.ctx().request_repaint();
        }
    }
}

impl What {
    fn icon(&self) -> CursorIcon {
        match self {
            Self::Cards(cards) => cards.icon(),
            Self::Heading(_) => CursorIcon::Grabbing,
            Self::Span(_) | Self::Width(_) => CursorIcon::ResizeHorizontal,
            Self::Point(_) | Self::Height(_) => CursorIcon::ResizeVertical,
            Self::Band(_) => CursorIcon::Crosshair,
            Self::Refused(_) => CursorIcon::NotAllowed,
        }
    }
}
