//! Changes of steps and their scores.

use std::collections::HashSet;
use std::sync::Arc;

use super::cards::fitted;
use super::mentions::{settle, settle_spans};
use super::normal::Clean as _;
use super::{all_unlocked, new_cards, shown_unlocked, stage_place, step_place, update_cards, update_step};
use crate::edit::{EditError, StepChange};
use crate::model::check::{Thing, impossible, is_empty};
use crate::model::{Card, JourneyMap, LaneKind, PersonaId, Score, StageId, Step, StepId};

/// Adds a step with its cards to a stage.
pub(super) fn insert(map: &mut JourneyMap, stage: StageId, at: usize, step: &Arc<Step>) -> Result<(), EditError> {
    let place = stage_place(map, stage)?;
    if map.steps().any(|(_, other)| other.id == step.id) {
        return Err(EditError::Taken(Thing::Step(step.id)));
    }
    new_cards(map, &step.cards)?;
    all_unlocked(map, &step.cards)?;
    let next = Arc::new(prepared(map, step)?);
    let mentions = !(next.cards.is_empty() && next.branches.is_empty() && next.scores.is_empty());
    if let Some(stage) = map.stages.get_mut(place) {
        super::insert_at(&mut Arc::make_mut(stage).steps, at, next)?;
    }
    if mentions {
        settle(map);
    }
    Ok(())
}

/// A step as it can enter the map, with its cards; their mentions are still to be settled.
pub(super) fn prepared(map: &JourneyMap, step: &Step) -> Result<Step, EditError> {
    let mut next = step.clone();
    next.clean();
    for card in &mut next.cards {
        *card = Arc::new(fitted(map, card, card.lane)?);
    }
    Ok(next)
}

/// Removes a step with its cards.
pub(super) fn remove(map: &mut JourneyMap, id: StepId) -> Result<(), EditError> {
    let (s, t) = step_place(map, id)?;
    let before = map.steps().map(|(_, step)| step.id).take_while(|other| *other != id).last();
    let Some(step) = map.stages.get(s).and_then(|stage| stage.steps.get(t)).map(Arc::clone) else { return Ok(()) };
    all_unlocked(map, &step.cards)?;
    if let Some(stage) = map.stages.get_mut(s) {
        Arc::make_mut(stage).steps.remove(t);
    }
    retarget(map, &HashSet::from([id]), before);
    settle(map);
    Ok(())
}

/// Lets the spans that ended at a step that is gone end at the one before it.
pub(super) fn retarget(map: &mut JourneyMap, gone: &HashSet<StepId>, before: Option<StepId>) {
    update_cards(map, |_, card| {
        let until = card.until?;
        gone.contains(&until).then(|| Card { until: before, ..card.clone() })
    });
}

/// Moves a step with its cards.
pub(super) fn shift(map: &mut JourneyMap, id: StepId, stage: StageId, to: usize) -> Result<(), EditError> {
    let (from_stage, from) = step_place(map, id)?;
    let to_stage = stage_place(map, stage)?;
    if (from_stage, from) == (to_stage, to) {
        return Ok(());
    }
    let count = map.stages.get(to_stage).map_or(0, |stage| stage.steps.len()) - usize::from(from_stage == to_stage);
    if to > count {
        return Err(EditError::NoPlace { at: to, count });
    }
    let Some(source) = map.stages.get_mut(from_stage) else { return Ok(()) };
    let step = Arc::make_mut(source).steps.remove(from);
    if let Some(target) = map.stages.get_mut(to_stage) {
        Arc::make_mut(target).steps.insert(to, step);
    }
    settle_spans(map);
    Ok(())
}

/// Changes something about a step.
pub(super) fn set(map: &mut JourneyMap, id: StepId, change: &StepChange) -> Result<(), EditError> {
    match change {
        StepChange::ActiveMinutes(_) | StepChange::WaitingMinutes(_) => shown_unlocked(map, LaneKind::Time)?,
        StepChange::Branches(branches) => {
            if let Some(branch) = branches.iter().find(|branch| map.step(branch.to).is_none()) {
                return Err(EditError::Missing(Thing::Step(branch.to)));
            }
        }
        StepChange::MomentOfTruth(_) | StepChange::Risk(_) | StepChange::Width(_) => {}
    }
    update_step(map, id, |step| {
        match change {
            StepChange::MomentOfTruth(decides) => step.moment_of_truth = *decides,
            StepChange::Risk(risk) => {
                // A risk that says nothing is none.
                let said = |risk: &&crate::model::Risk| !(risk.worst_case.is_empty() && risk.answer.is_empty());
                step.risk = risk.as_ref().filter(said).cloned();
            }
            StepChange::ActiveMinutes(minutes) => step.active_minutes = *minutes,
            StepChange::WaitingMinutes(minutes) => step.waiting_minutes = *minutes,
            StepChange::Branches(branches) => step.branches.clone_from(branches),
            StepChange::Width(width) => step.width = *width,
        }
        step.clean();
        Ok(())
    })
}

/// Sets how a persona feels at a step.
pub(super) fn set_score(
    map: &mut JourneyMap,
    step: StepId,
    persona: PersonaId,
    score: &Score,
) -> Result<(), EditError> {
    if map.persona(persona).is_none() {
        return Err(EditError::Missing(Thing::Persona(persona)));
    }
    if is_empty(&score.state) {
        return Err(EditError::EmptyScore);
    }
    if let Some(measured) = score.measured() {
        if let Some(figure) = impossible(measured) {
            return Err(EditError::Measured(figure));
        }
        if let Some(id) = measured.evidence.filter(|id| map.evidence.iter().all(|evidence| evidence.id != *id)) {
            return Err(EditError::Missing(Thing::Evidence(id)));
        }
    }
    shown_unlocked(map, LaneKind::Emotion)?;
    update_step(map, step, |step| {
        if *score == Score::default() {
            step.scores.remove(&persona);
        } else {
            step.scores.insert(persona, *score);
        }
        Ok(())
    })
}
