//! The rubber band, and the clicks that choose several cards.

use eframe::egui::{Pos2, Rect, pos2};

use super::super::camera::{EDGE, Part, View};
use super::super::navigate::cursor_of_card;
use super::Moment;
use super::grip::cards_in;
use crate::app::intent::Intent;
use crate::edit::Selection;
use crate::model::CardId;
use crate::scene::{Scene, kurbo};

/// A rubber band. It begins at a point of the map, which may be scrolled away meanwhile.
pub(super) struct Band {
    from: kurbo::Point,
    /// It began in the body or has been in it: one that is drawn out of the headings scrolls nothing on its way.
    entered: bool,
    /// The cards that stay chosen whatever it touches.
    kept: Vec<CardId>,
    touched: Option<Vec<CardId>>,
}

impl Band {
    /// One that begins here; under headings that stay in view nothing can be seen, so there it begins at their edge.
    pub(super) fn at(view: &View, scene: &Scene, from: Pos2) -> Self {
        let entered = view.part_at(scene, from).is_none_or(|part| part == Part::Body);
        Self { from: view.map(Part::Body, clear(view, from)), entered, kept: Vec::new(), touched: None }
    }

    /// From where to where it goes on the screen.
    pub(super) fn rect(&self, view: &View, at: Pos2) -> Rect {
        Rect::from_two_pos(view.screen(Part::Body, self.from), clear(view, at))
    }

    /// Whether the view scrolls where it is held at an edge.
    pub(super) const fn scrolls(&self) -> bool {
        self.entered
    }

    /// The same, adding to what is selected.
    pub(super) fn adding_to(mut self, selection: &Selection) -> Self {
        self.kept.clone_from(&selection.cards);
        self
    }

    /// Selects what it touches, all the time.
    pub(super) fn go_on(&mut self, moment: Moment<'_>, intents: &mut Vec<Intent>) {
        let view = moment.view;
        self.entered |= view.body_clip(view.rect).shrink(EDGE).contains(moment.at);
        let to = view.map(Part::Body, clear(view, moment.at));
        let touched = cards_in(moment.shown.scene, kurbo::Rect::from_points(self.from, to));
        if self.touched.as_ref() == Some(&touched) {
            return;
        }
        let mut cards = self.kept.clone();
        cards.extend(touched.iter().filter(|id| !self.kept.contains(id)));
        self.touched = Some(touched);
        let map = moment.shown.map;
        let cursor = cards.last().and_then(|card| cursor_of_card(map, *card)).or(moment.shown.selection.cursor);
        intents.push(Intent::Select(Selection { cursor, cards, ..Selection::default() }));
    }
}

/// The nearest place that no heading covers.
fn clear(view: &View, at: Pos2) -> Pos2 {
    let clip = view.clip(Part::Body);
    pos2(at.x.max(clip.left()), at.y.max(clip.top()))
}

/// The selected cards after a click with Shift or Ctrl: those that were there, with the clicked one added or taken out.
pub(super) fn toggled(selection: &Selection, clicked: &[CardId], kept: bool) -> Vec<CardId> {
    let mut cards = selection.cards.clone();
    for card in clicked {
        match cards.iter().position(|found| found == card) {
            Some(_) if kept => {}
            Some(index) => {
                cards.remove(index);
            }
            None => cards.push(*card),
        }
    }
    cards
}
