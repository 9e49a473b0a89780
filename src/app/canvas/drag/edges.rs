//! Edges: of a card over several steps, of a column, of a row.

use eframe::egui::Pos2;

use super::super::Shown;
use super::super::camera::{Part, View};
use super::Moment;
use super::grip::{End, nearest_column};
use crate::app::intent::Intent;
use crate::edit::{Edit, LaneChange, StepChange, landing};
use crate::model::{CardId, JourneyMap, LaneId, StepId};

/// Least and greatest width of a column, as the layout has them.
const WIDTHS: (f64, f64) = (80.0, 1200.0);
/// Least and greatest height of a row.
const HEIGHTS: (f64, f64) = (24.0, 4000.0);

/// The edge of a card.
pub(super) struct Span {
    pub(super) card: CardId,
    end: End,
    first: StepId,
    last: StepId,
    /// First and last step at the moment, and how many they are.
    now: (StepId, StepId),
    pub(super) steps: usize,
}

impl Span {
    pub(super) fn new(map: &JourneyMap, card: CardId, end: End) -> Option<Self> {
        let (step, found) = map.card(card)?;
        let first = step?.id;
        let last = found.until.unwrap_or(first);
        let mut span = Self { card, end, first, last, now: (first, last), steps: 1 };
        span.steps = span.count(map);
        Some(span)
    }

    fn count(&self, map: &JourneyMap) -> usize {
        let from_first = map.steps().skip_while(|(_, step)| step.id != self.now.0);
        let before_last = from_first.take_while(|(_, step)| step.id != self.now.1);
        before_last.count() + 1
    }

    pub(super) fn go_on(&mut self, moment: Moment<'_>, intents: &mut Vec<Intent>) {
        let x = moment.view.map(Part::Body, moment.at).x;
        let Some(step) = nearest_column(moment.base_scene, x).and_then(|column| column.step) else { return };
        let place = |id: StepId| moment.base.steps().position(|(_, step)| step.id == id).unwrap_or_default();
        // Neither end passes the other.
        let now = match self.end {
            End::Right => (self.first, if place(step) < place(self.first) { self.first } else { step }),
            End::Left => (if place(step) > place(self.last) { self.last } else { step }, self.last),
        };
        if now == self.now {
            return;
        }
        self.now = now;
        self.steps = self.count(moment.base);
        let edit = landing::span(moment.base, self.card, now.0, now.1).unwrap_or(Edit::All(Vec::new()));
        intents.push(Intent::Preview(edit));
    }
}

/// The edge of a column.
pub(super) struct Width {
    pub(super) step: StepId,
    pub(super) width: Option<u16>,
}

impl Width {
    pub(super) const fn new(step: StepId) -> Self {
        Self { step, width: None }
    }

    pub(super) fn go_on(&mut self, moment: Moment<'_>, intents: &mut Vec<Intent>) {
        let column = moment.base_scene.columns.iter().find(|column| column.step == Some(self.step));
        let Some(column) = column else { return };
        let x = moment.view.map(Part::Body, moment.at).x;
        // One grid: widths go by 4 map units.
        let width = ((x - column.left) / 4.0).round() * 4.0;
        let width = width.clamp(WIDTHS.0, WIDTHS.1) as u16;
        if self.width != Some(width) {
            self.width = Some(width);
            intents.push(Intent::Preview(Edit::SetStep(self.step, StepChange::Width(Some(width)))));
        }
    }
}

/// The edge of a row.
pub(super) struct Height {
    pub(super) lane: LaneId,
    /// How far below the edge the pointer seized it, in map units.
    below: f64,
    pub(super) height: Option<u16>,
}

impl Height {
    pub(super) fn new(shown: Shown<'_>, view: &View, lane: LaneId, from: Pos2) -> Self {
        let bottom = shown.scene.rows.iter().find(|row| row.lane == lane).map(|row| row.bottom);
        let y = view.map(Part::Names, from).y;
        Self { lane, below: bottom.map_or(0.0, |bottom| y - bottom), height: None }
    }

    pub(super) fn go_on(&mut self, moment: Moment<'_>, intents: &mut Vec<Intent>) {
        let Some(row) = moment.base_scene.rows.iter().find(|row| row.lane == self.lane) else { return };
        let y = moment.view.map(Part::Names, moment.at).y - self.below;
        let height = ((y - row.top - row.extra) / 4.0).round() * 4.0;
        let height = height.clamp(HEIGHTS.0, HEIGHTS.1) as u16;
        if self.height != Some(height) {
            self.height = Some(height);
            intents.push(Intent::Preview(Edit::SetLane(self.lane, LaneChange::Height(Some(height)))));
        }
    }

    /// A height that is less than the row needs is none.
    pub(super) fn end(&self, shown: Shown<'_>, intents: &mut Vec<Intent>) {
        let row = shown.scene.rows.iter().find(|row| row.lane == self.lane);
        let needed = row.zip(self.height).is_some_and(|(row, height)| {
            let shown_height = row.bottom - row.top - row.extra;
            shown_height > f64::from(height) + 0.5 && intents.is_empty()
        });
        if needed {
            intents.push(Intent::Preview(Edit::SetLane(self.lane, LaneChange::Height(None))));
        }
        intents.push(Intent::Commit);
    }
}
