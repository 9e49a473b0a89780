//! Rules of how customers feel.

use super::{Advice, Remedy, Rule};
use crate::edit::{Edit, scoring};
use crate::insight::contact::contacts;
use crate::model::check::Thing;
use crate::model::{Emotion, JourneyMap, LaneKind, PersonaId, ScoreState, Step, StepId};

pub(super) fn advise(map: &JourneyMap, found: &mut Vec<Advice>) {
    let Some(lane) = map.lanes.iter().find(|lane| lane.kind == LaneKind::Emotion) else { return };
    if map.personas.is_empty() {
        found.push(Advice::new(Thing::Lane(lane.id), Rule::EmotionWithoutPersona).mended_by(Remedy::AddPersona));
    }
    let silent = |step: &Step| map.personas.iter().all(|persona| step.score(persona.id).state == ScoreState::Unknown);
    // On a map that nobody has begun to score, every step would say the same.
    if map.steps().any(|(_, step)| !silent(step)) {
        let steps = map.steps().map(|(_, step)| step).filter(|step| silent(step));
        found.extend(steps.map(|step| {
            let remedy = of_touchpoints(map, step.id).map(Remedy::Edit);
            Advice { remedy, ..Advice::new(Thing::Step(step.id), Rule::StepWithoutScore) }
        }));
    }
}

/// Believes of a step what is known of its touchpoints: for each persona the mean of those that have a score of their own.
/// None where none has.
fn of_touchpoints(map: &JourneyMap, step: StepId) -> Option<Edit> {
    let here: Vec<_> = contacts(map, None).filter(|contact| contact.step.id == step).collect();
    let of = |persona: PersonaId| {
        let own = here.iter().filter(|contact| contact.meets(persona));
        let felt: Vec<f64> =
            own.filter_map(|contact| contact.felt(persona)).filter(|it| it.own).map(|it| it.value).collect();
        let mean = felt.iter().sum::<f64>() / felt.len() as f64;
        scoring::believe(map, step, persona, Emotion::new(mean).ok()?)
    };
    let edits: Vec<Edit> = map.personas.iter().filter_map(|persona| of(persona.id)).collect();
    (!edits.is_empty()).then_some(Edit::All(edits))
}
