//! Points of an emotion curve, dragged up and down. What isn't known yet is drawn out of its mark below the scale.

use eframe::egui::Pos2;

use super::super::Shown;
use super::super::camera::{Part, View};
use super::{Moment, Refusal};
use crate::app::intent::Intent;
use crate::edit::{Cursor, Edit, Selection, scoring};
use crate::model::{Emotion, LaneId, PersonaId, StepId};

/// Without Shift a point snaps to quarters.
const SNAP: f64 = 4.0;
/// A point that is begun snaps to halves, as the keys do.
const BEGIN: f64 = 2.0;

/// The score that a double click at this place of an emotion lane begins; none where there is one already, or can't be.
pub(super) fn begun_at(shown: Shown<'_>, view: &View, at: Pos2, selection: &Selection) -> Option<Edit> {
    let Some(Cursor::Cell { lane, step, persona: Some(persona) }) = selection.cursor else { return None };
    let scale = shown.scene.rows.iter().find(|row| row.lane == lane)?.scale?;
    let score = shown.map.step(step)?.score(persona);
    if shown.map.lane(lane)?.locked || score.shown().is_some() {
        return None;
    }
    let exact = on_scale(view.map(Part::Body, at).y, scale);
    let near = exact.abs() < 2.25;
    near.then(|| Emotion::clamped((exact * BEGIN).round() / BEGIN))
        .and_then(|emotion| scoring::believe(shown.map, step, persona, emotion))
}

/// The score that is drawn at this height, given y of +2 and of −2.
fn on_scale(y: f64, (top, bottom): (f64, f64)) -> f64 {
    2.0 - (y - top) / (bottom - top) * 4.0
}

/// A point of an emotion curve.
pub(super) struct Point {
    step: StepId,
    persona: PersonaId,
    /// y of +2 and of −2.
    scale: (f64, f64),
    /// Whether nothing was known before.
    from_mark: bool,
    /// The score at the moment; none as long as it is still at its mark.
    pub(super) value: Option<Emotion>,
}

impl Point {
    pub(super) fn new(shown: Shown<'_>, lane: LaneId, step: StepId, persona: PersonaId) -> Result<Self, Refusal> {
        let scale = shown.scene.rows.iter().find(|row| row.lane == lane).and_then(|row| row.scale);
        let score = shown.map.step(step).map(|step| step.score(persona)).unwrap_or_default();
        // A measured point is what customers answered: it can't be dragged.
        if score.measured().is_some() {
            return Err(Refusal::Measured);
        }
        let value = score.shown().map(Emotion::clamped);
        let scale = scale.ok_or(Refusal::Folded(lane))?;
        Ok(Self { step, persona, scale, from_mark: value.is_none(), value })
    }

    pub(super) fn go_on(&mut self, moment: Moment<'_>, intents: &mut Vec<Intent>) {
        let y = moment.view.map(Part::Body, moment.at).y;
        let exact = on_scale(y, self.scale);
        let snapped = if moment.shift { exact } else { (exact * SNAP).round() / SNAP };
        // Below the scale, where the mark is, it stays unknown.
        let new = (!self.from_mark || exact > -2.25).then(|| Emotion::clamped(snapped));
        if new == self.value {
            return;
        }
        self.value = new;
        match new {
            Some(value) => {
                intents.extend(scoring::believe(moment.base, self.step, self.persona, value).map(Intent::Preview));
            }
            None => intents.push(Intent::Cancel),
        }
    }
}
