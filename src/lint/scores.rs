//! Rules of how customers feel.

use super::{Advice, Rule};
use crate::model::check::Thing;
use crate::model::{JourneyMap, LaneKind, ScoreState, Step};

pub(super) fn advise(map: &JourneyMap, found: &mut Vec<Advice>) {
    let Some(lane) = map.lanes.iter().find(|lane| lane.kind == LaneKind::Emotion) else { return };
    if map.personas.is_empty() {
        found.push(Advice::new(Thing::Lane(lane.id), Rule::EmotionWithoutPersona));
    }
    let silent = |step: &Step| map.personas.iter().all(|persona| step.score(persona.id).state == ScoreState::Unknown);
    // On a map that nobody has begun to score, every step would say the same.
    if map.steps().any(|(_, step)| !silent(step)) {
        let steps = map.steps().map(|(_, step)| step).filter(|step| silent(step));
        found.extend(steps.map(|step| Advice::new(Thing::Step(step.id), Rule::StepWithoutScore)));
    }
}
