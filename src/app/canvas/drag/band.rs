//! The rubber band, and the clicks that choose several cards.

use eframe::egui::Pos2;

use super::super::camera::{Part, View};
use super::super::navigate::cursor_of_card;
use super::Moment;
use super::grip::cards_in;
use crate::app::intent::Intent;
use crate::edit::Selection;
use crate::model::CardId;
use crate::scene::kurbo;

/// A rubber band. It begins at a point of the map, which may be scrolled away meanwhile.
pub(super) struct Band {
    pub(super) from: kurbo::Point,
    /// The cards that stay chosen whatever it touches.
    kept: Vec<CardId>,
    touched: Option<Vec<CardId>>,
}

impl Band {
    pub(super) fn at(view: &View, from: Pos2) -> Self {
        Self { from: view.map(Part::Body, from), kept: Vec::new(), touched: None }
    }

    /// The same, adding to what is selected.
    pub(super) fn adding_to(mut self, selection: &Selection) -> Self {
        self.kept.clone_from(&selection.cards);
        self
    }

    /// Selects what it touches, all the time.
    pub(super) fn go_on(&mut self, moment: Moment<'_>, intents: &mut Vec<Intent>) {
        let to = moment.view.map(Part::Body, moment.at);
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
