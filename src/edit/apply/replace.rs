//! Another map in place of this one: whatever is the same in both stays the same allocation.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::Arc;

use crate::edit::EditError;
use crate::model::check::check;
use crate::model::{Card, JourneyMap, Stage, Step};

/// Puts a map in place of this one.
pub(super) fn replace(map: &mut JourneyMap, with: &Arc<JourneyMap>) -> Result<(), EditError> {
    if let Some(fault) = check(with).into_iter().next() {
        return Err(EditError::Invalid(Box::new(fault)));
    }
    let mut next = (**with).clone();
    let lanes = by_id(&map.lanes, |lane| lane.id);
    share(&mut next.lanes, &lanes, |lane| lane.id);
    let personas = by_id(&map.personas, |persona| persona.id);
    share(&mut next.personas, &personas, |persona| persona.id);
    let cards = map.cards().map(|(_, card)| card).chain(&map.tray).map(|card| (card.id, card)).collect();
    share(&mut next.tray, &cards, |card: &Card| card.id);
    let steps = map.steps().map(|(_, step)| (step.id, step)).collect();
    let stages = by_id(&map.stages, |stage| stage.id);
    for stage in &mut next.stages {
        let shared = Arc::make_mut(stage);
        for step in &mut shared.steps {
            share(&mut Arc::make_mut(step).cards, &cards, |card: &Card| card.id);
        }
        share(&mut shared.steps, &steps, |step: &Step| step.id);
    }
    share(&mut next.stages, &stages, |stage: &Stage| stage.id);
    *map = next;
    Ok(())
}

fn by_id<T, K: Eq + Hash>(list: &[Arc<T>], id: impl Fn(&T) -> K) -> HashMap<K, &Arc<T>> {
    list.iter().map(|part| (id(part), part)).collect()
}

/// Takes what is equal from where it was before.
fn share<T: PartialEq, K: Eq + Hash>(list: &mut [Arc<T>], before: &HashMap<K, &Arc<T>>, id: impl Fn(&T) -> K) {
    for part in list {
        if let Some(same) = before.get(&id(part)).filter(|old| ***old == *part) {
            *part = Arc::clone(same);
        }
    }
}
