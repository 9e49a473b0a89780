//! What a diagram says, as a map. Must not know how the diagram was written.

use std::sync::Arc;

use super::statement::{Parsed, Task};
use crate::model::{
    Emotion, IdSource, JourneyMap, Lane, LaneKind, Language, Persona, PersonaId, Score, ScoreState, Stage, Step,
};

/// The lanes of an imported map: the curve, and those in which the work goes on. The steps are the actions already.
const LANES: [LaneKind; 4] = [LaneKind::Touchpoints, LaneKind::Emotion, LaneKind::PainPoints, LaneKind::Opportunities];

/// The map.
pub(super) fn build(parsed: Parsed, ids: &mut IdSource) -> JourneyMap {
    let language = language(&parsed);
    let mut map = JourneyMap { language, scenario: parsed.description, ..JourneyMap::default() };
    if parsed.accessible_title != parsed.title {
        map.notes = parsed.accessible_title;
    }
    map.personas = parsed.people.into_iter().map(|name| Arc::new(Persona::new(ids.fresh(), name))).collect();
    map.lanes = LANES.iter().map(|&kind| Arc::new(Lane::new(ids.fresh(), kind))).collect();
    let people: Vec<PersonaId> = map.personas.iter().map(|persona| persona.id).collect();
    for section in parsed.sections {
        // Tasks before any section: the diagram's title is the only name that there is for them.
        let mut stage = Stage::new(ids.fresh(), section.name.unwrap_or_else(|| parsed.title.clone()));
        stage.steps = section.tasks.into_iter().map(|task| Arc::new(step(task, &people, ids))).collect();
        map.stages.push(Arc::new(stage));
    }
    map.title = parsed.title;
    map
}

fn step(task: Task, people: &[PersonaId], ids: &mut IdSource) -> Step {
    let mut step = Step::new(ids.fresh(), task.name);
    step.notes = task.notes;
    // A diagram lists who takes part; the others don't.
    for &persona in people {
        step.scores.insert(persona, Score { state: ScoreState::NotInvolved, expected: None });
    }
    for (place, score) in task.people {
        let Some(persona) = people.get(place) else { continue };
        match score {
            Some(score) => step.scores.insert(*persona, Score::believed(Emotion::clamped(score - 3.0))),
            None => step.scores.remove(persona),
        };
    }
    step
}

/// Vietnamese where its own letters are found, which no other language writes; else English.
fn language(parsed: &Parsed) -> Language {
    let sections = parsed.sections.iter().filter_map(|section| section.name.as_deref());
    let tasks = parsed.sections.iter().flat_map(|section| section.tasks.iter().map(|task| task.name.as_str()));
    let texts = [parsed.title.as_str(), parsed.description.as_str()].into_iter().chain(sections).chain(tasks);
    crate::import::language_of(texts)
}
