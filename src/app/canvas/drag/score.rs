//! Points of an emotion curve, dragged up and down. What isn't known yet is drawn out of its mark below the scale.

use super::super::Shown;
use super::super::camera::Part;
use super::{Moment, Refusal};
use crate::app::intent::Intent;
use crate::edit::command;
use crate::model::{Emotion, LaneId, PersonaId, StepId};

/// Without Shift a point snaps to quarters.
const SNAP: f64 = 4.0;

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
        let exact = 2.0 - (y - self.scale.0) / (self.scale.1 - self.scale.0) * 4.0;
        let snapped = if moment.shift { exact } else { (exact * SNAP).round() / SNAP };
        // Below the scale, where the mark is, it stays unknown.
        let new = (!self.from_mark || exact > -2.25).then(|| Emotion::clamped(snapped));
        if new == self.value {
            return;
        }
        self.value = new;
        match new {
            Some(value) => {
                intents.extend(command::believe(moment.base, self.step, self.persona, value).map(Intent::Preview));
            }
            None => intents.push(Intent::Cancel),
        }
    }
}
