//! Changes of stages.

use std::collections::HashSet;
use std::sync::Arc;

use super::mentions::{settle, settle_spans};
use super::normal::Clean as _;
use super::steps::{prepared, retarget};
use super::{all_unlocked, insert_at, new_cards, shift_in, stage_place, update};
use crate::edit::{EditError, StageChange};
use crate::model::check::{Thing, phase_fault};
use crate::model::{JourneyMap, Phase, Stage, StageId, StepId};

/// Adds a stage with its steps and cards.
pub(super) fn insert(map: &mut JourneyMap, at: usize, stage: &Arc<Stage>) -> Result<(), EditError> {
    if map.stages.iter().any(|other| other.id == stage.id) {
        return Err(EditError::Taken(Thing::Stage(stage.id)));
    }
    let mut taken: HashSet<StepId> = map.steps().map(|(_, step)| step.id).collect();
    if let Some(step) = stage.steps.iter().find(|step| !taken.insert(step.id)) {
        return Err(EditError::Taken(Thing::Step(step.id)));
    }
    let cards = || stage.steps.iter().flat_map(|step| &step.cards);
    new_cards(map, cards())?;
    all_unlocked(map, cards())?;
    let mut next = (**stage).clone();
    next.clean();
    for step in &mut next.steps {
        *step = Arc::new(prepared(map, step)?);
    }
    insert_at(&mut map.stages, at, Arc::new(next))?;
    in_order(map)?;
    if !stage.steps.is_empty() {
        settle(map);
    }
    Ok(())
}

/// Removes a stage with its steps and their cards.
pub(super) fn remove(map: &mut JourneyMap, id: StageId) -> Result<(), EditError> {
    let at = stage_place(map, id)?;
    let Some(stage) = map.stages.get(at).map(Arc::clone) else { return Ok(()) };
    all_unlocked(map, stage.steps.iter().flat_map(|step| &step.cards))?;
    let before = map.stages.iter().take(at).flat_map(|stage| &stage.steps).last().map(|step| step.id);
    map.stages.remove(at);
    if !stage.steps.is_empty() {
        let gone: HashSet<StepId> = stage.steps.iter().map(|step| step.id).collect();
        retarget(map, &gone, before);
        settle(map);
    }
    Ok(())
}

/// Moves a stage. Where its phase would be out of order it becomes a neighbour's.
pub(super) fn shift(map: &mut JourneyMap, id: StageId, to: usize) -> Result<(), EditError> {
    let from = stage_place(map, id)?;
    shift_in(&mut map.stages, from, to)?;
    if from == to {
        return Ok(());
    }
    if in_order(map).is_err() {
        let phase_at =
            |place: Option<usize>| place.and_then(|place| map.stages.get(place)).and_then(|stage| stage.phase);
        let neighbours = [phase_at(to.checked_sub(1)), phase_at(Some(to + 1))];
        // Without a phase it fits wherever its neighbours' don't.
        for phase in neighbours.into_iter().filter(Option::is_some).chain([None]) {
            if let Some(stage) = map.stages.get_mut(to) {
                Arc::make_mut(stage).phase = phase;
            }
            if in_order(map).is_ok() {
                break;
            }
        }
    }
    settle_spans(map);
    Ok(())
}

/// Changes something about a stage.
pub(super) fn set(map: &mut JourneyMap, id: StageId, change: &StageChange) -> Result<(), EditError> {
    let at = stage_place(map, id)?;
    if let Some(stage) = map.stages.get_mut(at) {
        update(stage, |stage| {
            match change {
                StageChange::Phase(phase) => stage.phase = *phase,
                StageChange::ExpectedTouchpoints(number) => stage.expected_touchpoints = *number,
                StageChange::ObservedTouchpoints(number) => stage.observed_touchpoints = *number,
            }
            Ok(())
        })?;
    }
    in_order(map).map_err(|_| EditError::PhaseOrder(id))
}

/// The phase that a stage put at `at` takes from its neighbours: that of the one before, else of the one after.
pub(in crate::edit) fn phase_for(map: &JourneyMap, at: usize) -> Option<Phase> {
    let phase_at = |place: usize| map.stages.get(place).and_then(|stage| stage.phase);
    at.checked_sub(1).and_then(phase_at).or_else(|| phase_at(at))
}

fn in_order(map: &JourneyMap) -> Result<(), EditError> {
    match phase_fault(map.stages.iter().map(|stage| &**stage)) {
        Some(stage) => Err(EditError::PhaseOrder(stage)),
        None => Ok(()),
    }
}
