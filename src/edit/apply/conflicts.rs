//! Conflicts of a merge: one is settled by choosing a value, and goes with the thing that it is about.

use super::mentions::settle;
use super::{
    cards, carry, lane_place, lanes, personas, settings, shown_unlocked, stage_place, stages, step_place, steps,
    unlocked,
};
use crate::edit::{EditError, MapChange, Place};
use crate::model::check::{Thing, check};
use crate::model::value::Value;
use crate::model::{Card, CardPlace, Choice, Conflict, Disputed, JourneyMap, LaneKind, StageId};
use std::sync::Arc;

/// Settles a conflict: the value that is chosen stands in the map, and the conflict is gone.
pub(super) fn resolve(map: &mut JourneyMap, conflict: &Conflict, choice: Choice) -> Result<(), EditError> {
    let at = map.conflicts.iter().position(|open| open == conflict).ok_or(EditError::NoConflict)?;
    map.conflicts.remove(at);
    let Some(value) = conflict.value(choice) else { return Ok(()) };
    match (&conflict.what, conflict.at) {
        (Disputed::Field(path), at) => {
            set_field(map, at, path, value)?;
            settle(map);
        }
        (Disputed::Existence, Some(thing)) => {
            if *value == Value::Flag(false) {
                remove(map, thing)?;
            }
        }
        (Disputed::Place, Some(thing)) => put(map, thing, value)?,
        (Disputed::Order(list), at) => reorder(map, at, list, &value.texts())?,
        (Disputed::Existence | Disputed::Place, None) => {}
    }
    forget_lost(map);
    // A value may no longer fit: the card lies in a lane of another kind by now, or phases came to stand otherwise.
    match check(map).into_iter().next() {
        Some(fault) => Err(EditError::Invalid(Box::new(fault))),
        None => Ok(()),
    }
}

/// Forgets conflicts about what isn't there any more.
pub(super) fn forget_lost(map: &mut JourneyMap) {
    if map.conflicts.iter().any(|conflict| conflict.at.is_some_and(|at| !at.is_in(map))) {
        let open = std::mem::take(&mut map.conflicts);
        map.conflicts = open.into_iter().filter(|conflict| conflict.at.is_none_or(|at| at.is_in(map))).collect();
    }
}

/// Puts a value into a field of a thing, whichever field it is.
fn set_field(map: &mut JourneyMap, at: Option<Thing>, path: &[String], value: &Value) -> Result<(), EditError> {
    let misfit = |_| EditError::Misfit;
    let changed = |part: &Value| {
        let mut part = part.clone();
        part.set(path, value.clone()).map_err(misfit)?;
        Ok(part)
    };
    match at {
        None => *map = changed(&Value::of(map))?.read().map_err(misfit)?,
        Some(Thing::Stage(id)) => {
            let at = stage_place(map, id)?;
            if let Some(stage) = map.stages.get_mut(at) {
                *stage = Arc::new(changed(&Value::of(stage))?.read().map_err(misfit)?);
            }
        }
        Some(Thing::Step(id)) => {
            match path.first().map(String::as_str) {
                Some("scores") => shown_unlocked(map, LaneKind::Emotion)?,
                Some("active_minutes" | "waiting_minutes") => shown_unlocked(map, LaneKind::Time)?,
                _ => {}
            }
            let (s, t) = step_place(map, id)?;
            let slot = map.stages.get_mut(s).and_then(|stage| Arc::make_mut(stage).steps.get_mut(t));
            if let Some(step) = slot {
                *step = Arc::new(changed(&Value::of(step))?.read().map_err(misfit)?);
            }
        }
        Some(Thing::Card(id)) => cards::update_card(map, id, |card| {
            *card = changed(&Value::of(card))?.read().map_err(misfit)?;
            Ok(())
        })?,
        Some(Thing::Lane(id)) => {
            // A lock can be taken off.
            if path.first().is_none_or(|name| name != "locked") {
                unlocked(map, id)?;
            }
            let at = lane_place(map, id)?;
            if let Some(lane) = map.lanes.get_mut(at) {
                *lane = Arc::new(changed(&Value::of(lane))?.read().map_err(misfit)?);
            }
        }
        Some(Thing::Persona(id)) => {
            let slot = map.personas.iter_mut().find(|persona| persona.id == id);
            if let Some(persona) = slot {
                *persona = Arc::new(changed(&Value::of(persona))?.read().map_err(misfit)?);
            }
        }
        Some(Thing::Segment(id)) => {
            if let Some(segment) = map.segments.iter_mut().find(|segment| segment.id == id) {
                *segment = changed(&Value::of(segment))?.read().map_err(misfit)?;
            }
        }
        Some(Thing::Channel(id)) => {
            if let Some(channel) = map.channels.iter_mut().find(|channel| channel.id == id) {
                *channel = changed(&Value::of(channel))?.read().map_err(misfit)?;
            }
        }
        Some(Thing::Evidence(id)) => {
            if let Some(evidence) = map.evidence.iter_mut().find(|evidence| evidence.id == id) {
                *evidence = changed(&Value::of(evidence))?.read().map_err(misfit)?;
            }
        }
    }
    Ok(())
}

/// Removes a thing that one side had removed.
fn remove(map: &mut JourneyMap, thing: Thing) -> Result<(), EditError> {
    match thing {
        Thing::Stage(id) => stages::remove(map, id),
        Thing::Step(id) => steps::remove(map, id),
        Thing::Lane(id) => lanes::remove(map, id),
        Thing::Card(id) => cards::remove(map, &[id]),
        Thing::Persona(id) => personas::remove(map, id),
        Thing::Segment(id) => {
            let kept = map.segments.iter().filter(|segment| segment.id != id).cloned().collect();
            settings::set(map, &MapChange::Segments(kept))
        }
        Thing::Evidence(id) => {
            let kept = map.evidence.iter().filter(|evidence| evidence.id != id).cloned().collect();
            settings::set(map, &MapChange::Evidence(kept))
        }
        Thing::Channel(id) => {
            map.channels.retain(|channel| channel.id != id);
            settle(map);
            Ok(())
        }
    }
}

/// Puts a list of the map, or of a thing, into the order of these ids. What isn't among them stays behind what it is behind.
fn reorder(map: &mut JourneyMap, at: Option<Thing>, list: &str, wanted: &[&str]) -> Result<(), EditError> {
    match (at, list) {
        (None, "segments") => sort(&mut map.segments, wanted, |segment| segment.id.to_string()),
        (None, "personas") => sort(&mut map.personas, wanted, |persona| persona.id.to_string()),
        (None, "channels") => sort(&mut map.channels, wanted, |channel| channel.id.to_string()),
        (None, "evidence") => sort(&mut map.evidence, wanted, |evidence| evidence.id.to_string()),
        (None, "lanes") => sort(&mut map.lanes, wanted, |lane| lane.id.to_string()),
        (None, "stages") => sort(&mut map.stages, wanted, |stage| stage.id.to_string()),
        (None, "tray") => sort(&mut map.tray, wanted, |card| card.id.to_string()),
        (Some(Thing::Stage(id)), _) => {
            let at = stage_place(map, id)?;
            if let Some(stage) = map.stages.get_mut(at) {
                sort(&mut Arc::make_mut(stage).steps, wanted, |step| step.id.to_string());
            }
        }
        (Some(Thing::Step(id)), _) => {
            let (s, t) = step_place(map, id)?;
            let Some(step) = map.stages.get(s).and_then(|stage| stage.steps.get(t)) else { return Ok(()) };
            let mut cards = step.cards.clone();
            sort(&mut cards, wanted, |card| card.id.to_string());
            for lane in map.lanes.iter().map(|lane| lane.id) {
                let of = |cards: &[Arc<Card>]| -> Vec<_> {
                    cards.iter().filter(|card| card.lane == lane).map(|card| card.id).collect()
                };
                if of(&cards) != of(&step.cards) {
                    unlocked(map, lane)?;
                }
            }
            let slot = map.stages.get_mut(s).and_then(|stage| Arc::make_mut(stage).steps.get_mut(t));
            if let Some(step) = slot {
                Arc::make_mut(step).cards = cards;
            }
        }
        (None | Some(_), _) => {}
    }
    Ok(())
}

fn sort<T: Clone>(list: &mut Vec<T>, wanted: &[&str], id: impl Fn(&T) -> String) {
    let place = |one: &T| wanted.iter().position(|known| *known == id(one));
    let mut sorted: Vec<T> = list.iter().filter(|one| place(one).is_some()).cloned().collect();
    sorted.sort_by_key(place);
    let mut before: Option<String> = None;
    for one in list.iter() {
        if place(one).is_none() {
            let after = before.as_ref().and_then(|before| sorted.iter().position(|other| id(other) == *before));
            sorted.insert(after.map_or(0, |after| after + 1), one.clone());
        }
        before = Some(id(one));
    }
    *list = sorted;
}

/// Moves a thing to where one side had put it, behind what stands there.
fn put(map: &mut JourneyMap, thing: Thing, value: &Value) -> Result<(), EditError> {
    match thing {
        Thing::Card(id) => {
            let place: CardPlace = value.read().map_err(|_| EditError::Misfit)?;
            let (step, card) = map.card(id).ok_or(EditError::Missing(thing))?;
            if (step.map(|step| step.id), card.lane) == (place.step, place.lane) {
                return Ok(());
            }
            let to = match place.step {
                Some(step) => {
                    let there = map.step(step).ok_or(EditError::Missing(Thing::Step(step)))?;
                    let at = there.cards.iter().filter(|card| card.lane == place.lane && card.id != id).count();
                    Place::Cell { step, lane: place.lane, at }
                }
                None => Place::Tray { at: map.tray.iter().filter(|card| card.id != id).count() },
            };
            carry::shift(map, &[id], to)
        }
        Thing::Step(id) => {
            let stage: StageId = value.read().map_err(|_| EditError::Misfit)?;
            let there = map.stage(stage).ok_or(EditError::Missing(Thing::Stage(stage)))?;
            let is_there = there.steps.iter().any(|step| step.id == id);
            let to = there.steps.len();
            if is_there { Ok(()) } else { steps::shift(map, id, stage, to) }
        }
        Thing::Persona(_)
        | Thing::Segment(_)
        | Thing::Stage(_)
        | Thing::Lane(_)
        | Thing::Channel(_)
        | Thing::Evidence(_) => Ok(()),
    }
}
