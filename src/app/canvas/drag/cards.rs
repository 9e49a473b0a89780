//! Cards that are carried: where they would land, and landing them.

use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

use eframe::egui::{CursorIcon, Pos2, Rect, Vec2, pos2, vec2};

use super::super::camera::Part;
use super::super::navigate;
use super::grip::cell_at;
use super::paint::Ghost;
use super::{Moment, Refusal};
use crate::app::command::Command;
use crate::app::insert::channel_named;
use crate::app::intent::Intent;
use crate::edit::landing::Carried;
use crate::edit::{EditError, Place, Selection};
use crate::find::shown_text;
use crate::i18n::Words;
use crate::model::{CardId, ContentKind, IdSource, JourneyMap};
use crate::scene::{Scene, Target, card_rects, kurbo};
use crate::words;

/// Where the tray is on the screen.
#[derive(Debug, Clone, PartialEq)]
pub struct TrayArea {
    /// Its panel; none while it is hidden.
    pub panel: Option<Rect>,
    /// Its cards, from the top.
    pub rows: Vec<(CardId, Rect)>,
    /// How many cards it holds.
    pub count: usize,
}

impl TrayArea {
    /// Where cards can be dropped: the panel, or a place on the canvas while the tray is hidden.
    pub(in crate::app::canvas) fn rect(&self, canvas: Rect) -> Rect {
        self.panel.unwrap_or_else(|| {
            let size = vec2(176.0, 44.0);
            Rect::from_min_size(pos2(canvas.left() + 12.0, canvas.bottom() - 12.0 - size.y), size)
        })
    }

    /// Whether what is let go there goes into the tray.
    pub(in crate::app::canvas) fn takes(&self, canvas: Rect, at: Pos2) -> bool {
        self.rect(canvas).contains(at)
    }

    /// The place under the pointer, counted without some cards.
    fn place(&self, at: Pos2, without: &HashSet<CardId>) -> usize {
        if self.panel.is_none() {
            return self.count;
        }
        let others = self.rows.iter().filter(|(id, _)| !without.contains(id));
        others.filter(|(_, rect)| rect.center().y < at.y).count()
    }
}

/// Cards that somebody holds.
pub(super) struct Cards {
    pub(super) carried: Carried,
    pub(super) ghost: Option<Ghost>,
    /// What the seized one says, for one that has no picture.
    pub(super) text: String,
    pub(super) copy: bool,
    /// What the picture shows of them at the moment: none, themselves, or copies; and their names.
    in_hand: (Option<bool>, HashSet<CardId>),
    /// Where they would land, and whether as copies.
    wanted: Option<(Place, bool)>,
    /// What is selected then; none while they don't land anywhere.
    pub(super) landing: Option<Selection>,
    /// Why they can't land under the pointer.
    pub(super) refusal: Option<Refusal>,
    /// What they would lose there.
    pub(super) loses: BTreeSet<ContentKind>,
}

impl Cards {
    pub(super) fn new(
        map: &JourneyMap,
        scene: &Arc<Scene>,
        chosen: &[CardId],
        seized: CardId,
        at: Option<kurbo::Point>,
        ids: &mut IdSource,
    ) -> Self {
        let ghost = at.and_then(|at| Ghost::new(&scene.body, Target::Card(seized), at));
        let of_map = Words::new(map.language);
        let text = map.card(seized).map(|(_, card)| shown_text(map, &of_map, card)).unwrap_or_default();
        Self {
            carried: Carried::new(map, chosen, seized, ids),
            ghost,
            text,
            copy: false,
            in_hand: (None, HashSet::new()),
            wanted: None,
            landing: None,
            refusal: None,
            loses: BTreeSet::new(),
        }
    }

    /// The cards as they are called where they would land; none while they land nowhere.
    pub(super) fn landed(&self) -> Vec<CardId> {
        if self.landing.is_some() { self.carried.landed(self.copy) } else { Vec::new() }
    }

    pub(super) const fn icon(&self) -> CursorIcon {
        match (self.refusal.is_some(), self.copy) {
            (true, _) => CursorIcon::NotAllowed,
            (false, true) => CursorIcon::Copy,
            (false, false) => CursorIcon::Grabbing,
        }
    }

    pub(super) fn go_on(&mut self, moment: Moment<'_>, intents: &mut Vec<Intent>) {
        // What the picture shows of them at the moment.
        let in_hand = if self.landing.is_some() || !self.copy { Some(self.copy) } else { None };
        if self.in_hand.0 != in_hand {
            self.in_hand = (in_hand, in_hand.map(|copy| self.carried.lands(copy)).unwrap_or_default());
        }
        let under = self.under(moment, &self.in_hand.1);
        let copy_changed = self.copy != moment.ctrl;
        self.copy = moment.ctrl;
        let place = match under {
            // Beside everything they stay where they would land.
            None => match self.wanted {
                Some((place, _)) if copy_changed => Ok(place),
                _ => return,
            },
            Some(found) => found,
        };
        let place = match place {
            Ok(place) => place,
            Err(refusal) => {
                if self.refusal != Some(refusal) {
                    self.refuse(refusal, intents);
                }
                return;
            }
        };
        let wanted = Some((place, self.copy));
        if wanted == self.wanted && self.refusal.is_none() {
            return;
        }
        self.wanted = wanted;
        let channels = |name: &str| channel_named(moment.base, name);
        match self.carried.land(moment.base, place, self.copy, &channels) {
            Ok(change) => {
                intents.push(Intent::Preview(change.edit));
                self.loses = match place {
                    Place::Cell { lane, .. } => self.carried.loses(moment.base, lane),
                    Place::Tray { .. } => BTreeSet::new(),
                };
                self.landing = Some(change.selection);
                self.refusal = None;
            }
            Err(EditError::LaneWithoutCards(lane)) => self.refuse(Refusal::NoCards(lane), intents),
            Err(EditError::Locked(lane)) => self.refuse(Refusal::Locked(lane), intents),
            // The map can't have changed under the hand that holds them.
            Err(_) => {}
        }
    }

    fn refuse(&mut self, refusal: Refusal, intents: &mut Vec<Intent>) {
        if self.landing.take().is_some() {
            intents.push(Intent::Cancel);
        }
        self.wanted = None;
        self.loses.clear();
        self.refusal = Some(refusal);
    }

    /// The place under the pointer; none beside the cells.
    fn under(&self, moment: Moment<'_>, in_hand: &HashSet<CardId>) -> Option<Result<Place, Refusal>> {
        let Moment { shown, view, at, .. } = moment;
        if let Some(tray) = moment.tray.filter(|tray| tray.takes(view.rect, at)) {
            return Some(Ok(Place::Tray { at: tray.place(at, in_hand) }));
        }
        if !view.rect.contains(at) || view.part_at(shown.scene, at) != Some(Part::Body) {
            return None;
        }
        let point = view.map(Part::Body, at);
        let (lane, step) = cell_at(shown.scene, point)?;
        let found = shown.map.lane(lane)?;
        if found.kind.content().is_none() {
            return Some(Err(Refusal::NoCards(lane)));
        }
        if found.locked {
            return Some(Err(Refusal::Locked(lane)));
        }
        if found.collapsed {
            return Some(Err(Refusal::Folded(lane)));
        }
        let others: BTreeSet<CardId> = navigate::cell_cards(shown.map, lane, step)
            .iter()
            .map(|card| card.id)
            .filter(|id| !in_hand.contains(id))
            .collect();
        let above = card_rects(shown.scene, |id| others.contains(&id));
        let at = above.filter(|(_, rect)| rect.center().y < point.y).count();
        Some(Ok(Place::Cell { step, lane, at }))
    }

    /// Lands them where the picture shows them, or puts them back.
    pub(super) fn end(&self, moment: Moment<'_>, before: &Selection, intents: &mut Vec<Intent>) {
        match (&self.landing, self.refusal) {
            (Some(selection), None) => {
                intents.push(Intent::Commit);
                // In the tray nothing has a cell: the cursor stays where it is on the map.
                let cursor = selection.cursor.or(moment.shown.selection.cursor);
                intents.push(Intent::Select(Selection { cursor, ..selection.clone() }));
                let hidden = moment.tray.is_some_and(|tray| tray.panel.is_none());
                if hidden && matches!(self.wanted, Some((Place::Tray { .. }, _))) {
                    let keys = Command::ToggleTray.shortcut_text();
                    intents.push(Intent::Tell(words!(moment.shown.words, "drag-in-tray", keys = keys)));
                }
            }
            (_, refusal) => {
                intents.push(Intent::Cancel);
                intents.push(Intent::Select(before.clone()));
                intents.extend(refusal.map(|refusal| Intent::Tell(refusal.say(moment.shown))));
            }
        }
    }
}

/// How far the picture of a carried card hangs off the pointer, so that the place where it lands is seen beside it.
pub(super) const HANGS: Vec2 = vec2(10.0, 12.0);
