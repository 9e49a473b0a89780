//! The door: an edit and a map give the next map. Whatever an edit doesn't touch stays the same allocation, so that what was
//! worked out for it (measured text, composed parts) stays good.
//!
//! Every change follows one pattern: work out the new value beside the old one, and put it in place only if it differs.

mod cards;
mod carry;
mod conflicts;
mod lanes;
mod mentions;
mod normal;
mod personas;
mod replace;
mod settings;
mod stages;
mod steps;
mod texts;

use std::collections::HashSet;
use std::sync::Arc;

pub use normal::clean_text;
pub(super) use stages::phase_for;

use super::{Edit, EditError};
use crate::model::check::Thing;
use crate::model::{Card, CardId, JourneyMap, LaneId, LaneKind, Stage, Step, StepId};

/// The map after an edit. A valid map stays valid; texts become NFC with `\n` as line end. Where nothing changes the new map
/// shares all its parts with the old one ([`unchanged`] says so).
///
/// # Errors
/// When the edit names something that isn't there, changes a locked lane, or the result would be invalid.
pub fn apply(map: &JourneyMap, edit: &Edit) -> Result<JourneyMap, EditError> {
    let mut next = map.clone();
    change(&mut next, edit)?;
    conflicts::forget_lost(&mut next);
    Ok(next)
}

/// Whether an edit made no difference: what the maps share is compared by address, so this takes no time.
pub fn unchanged(before: &JourneyMap, after: &JourneyMap) -> bool {
    fn shared<T>(a: &[Arc<T>], b: &[Arc<T>]) -> bool {
        a.len() == b.len() && a.iter().zip(b).all(|(a, b)| Arc::ptr_eq(a, b))
    }
    let JourneyMap {
        title,
        scenario,
        language,
        state,
        date,
        business_model,
        business_stage,
        omtm,
        metrics,
        phases,
        look,
        notes,
        segments,
        personas,
        channels,
        evidence,
        facts,
        loss_rates,
        rules_off,
        maps,
        lanes,
        stages,
        tray,
        replies,
        conflicts,
    } = before;
    shared(stages, &after.stages)
        && shared(lanes, &after.lanes)
        && shared(personas, &after.personas)
        && shared(tray, &after.tray)
        && *title == after.title
        && *scenario == after.scenario
        && *language == after.language
        && *state == after.state
        && *date == after.date
        && *business_model == after.business_model
        && *business_stage == after.business_stage
        && *omtm == after.omtm
        && *metrics == after.metrics
        && *phases == after.phases
        && *look == after.look
        && *notes == after.notes
        && *segments == after.segments
        && *channels == after.channels
        && *evidence == after.evidence
        && *facts == after.facts
        && *loss_rates == after.loss_rates
        && *rules_off == after.rules_off
        && *maps == after.maps
        && *replies == after.replies
        && *conflicts == after.conflicts
}

/// Carries an edit out. After an error the map is in between, and must be thrown away.
fn change(map: &mut JourneyMap, edit: &Edit) -> Result<(), EditError> {
    match edit {
        Edit::All(edits) => change_all(map, edits),
        Edit::SetText { at, text } => texts::set(map, *at, text),
        Edit::SetMap(change) => settings::set(map, change),
        Edit::InsertStage { at, stage } => stages::insert(map, *at, stage),
        Edit::RemoveStage(id) => stages::remove(map, *id),
        Edit::MoveStage { id, to } => stages::shift(map, *id, *to),
        Edit::SetStage(id, change) => stages::set(map, *id, change),
        Edit::InsertStep { stage, at, step } => steps::insert(map, *stage, *at, step),
        Edit::RemoveStep(id) => steps::remove(map, *id),
        Edit::MoveStep { id, stage, to } => steps::shift(map, *id, *stage, *to),
        Edit::SetStep(id, change) => steps::set(map, *id, change),
        Edit::SetScore { step, persona, score } => steps::set_score(map, *step, *persona, score),
        Edit::InsertLane { at, lane } => lanes::insert(map, *at, lane),
        Edit::RemoveLane(id) => lanes::remove(map, *id),
        Edit::MoveLane { id, to } => lanes::shift(map, *id, *to),
        Edit::SetLane(id, change) => lanes::set(map, *id, change),
        Edit::InsertPersona { at, persona } => personas::insert(map, *at, persona),
        Edit::RemovePersona(id) => personas::remove(map, *id),
        Edit::MovePersona { id, to } => personas::shift(map, *id, *to),
        Edit::SetPersona(persona) => personas::set(map, persona),
        Edit::InsertCard { place, card } => cards::insert(map, *place, card),
        Edit::RemoveCards(ids) => cards::remove(map, ids),
        Edit::MoveCards { ids, to } => carry::shift(map, ids, *to),
        Edit::SetCard(id, change) => cards::set(map, *id, change),
        Edit::Resolve(conflict, choice) => conflicts::resolve(map, conflict, *choice),
        Edit::Replace(with, _) => replace::replace(map, with),
    }
}

/// Carries several edits out, one after the other.
fn change_all(map: &mut JourneyMap, edits: &[Edit]) -> Result<(), EditError> {
    let mut rest = edits;
    while let Some((first, others)) = rest.split_first() {
        let done = carry::at_once(map, rest)?;
        rest = match done {
            0 => {
                change(map, first)?;
                others
            }
            _ => rest.get(done..).unwrap_or_default(),
        };
    }
    Ok(())
}

/// Puts a changed copy in place of a part, unless the change made no difference.
fn update<T: Clone + PartialEq>(
    part: &mut Arc<T>,
    change: impl FnOnce(&mut T) -> Result<(), EditError>,
) -> Result<(), EditError> {
    let mut next = (**part).clone();
    change(&mut next)?;
    if next != **part {
        *part = Arc::new(next);
    }
    Ok(())
}

/// The place of something in a list.
fn find<T>(list: &[Arc<T>], thing: Thing, is: impl Fn(&T) -> bool) -> Result<usize, EditError> {
    list.iter().position(|part| is(part)).ok_or(EditError::Missing(thing))
}

/// Puts something before what stands at `at`.
fn insert_at<T>(list: &mut Vec<T>, at: usize, part: T) -> Result<(), EditError> {
    if at > list.len() {
        return Err(EditError::NoPlace { at, count: list.len() });
    }
    list.insert(at, part);
    Ok(())
}

/// Moves what stands at `from` so that it stands at `to` afterwards.
fn shift_in<T>(list: &mut Vec<T>, from: usize, to: usize) -> Result<(), EditError> {
    if to >= list.len() {
        return Err(EditError::NoPlace { at: to, count: list.len().saturating_sub(1) });
    }
    let part = list.remove(from);
    list.insert(to, part);
    Ok(())
}

/// The place of a stage.
fn stage_place(map: &JourneyMap, id: crate::model::StageId) -> Result<usize, EditError> {
    find(&map.stages, Thing::Stage(id), |stage: &Stage| stage.id == id)
}

/// The places of a step: its stage's, and its own in that stage.
fn step_place(map: &JourneyMap, id: StepId) -> Result<(usize, usize), EditError> {
    map.stages
        .iter()
        .enumerate()
        .find_map(|(s, stage)| stage.steps.iter().position(|step| step.id == id).map(|t| (s, t)))
        .ok_or(EditError::Missing(Thing::Step(id)))
}

/// The place of a lane.
fn lane_place(map: &JourneyMap, id: LaneId) -> Result<usize, EditError> {
    find(&map.lanes, Thing::Lane(id), |lane| lane.id == id)
}

/// Changes a step in place.
fn update_step(
    map: &mut JourneyMap,
    id: StepId,
    change: impl FnOnce(&mut Step) -> Result<(), EditError>,
) -> Result<(), EditError> {
    let (s, t) = step_place(map, id)?;
    let Some(step) = map.stages.get(s).and_then(|stage| stage.steps.get(t)) else { return Ok(()) };
    let mut next = Arc::clone(step);
    update(&mut next, change)?;
    put_step(map, (s, t), next);
    Ok(())
}

/// Puts a step in place of another one, unless it is the same one.
fn put_step(map: &mut JourneyMap, (s, t): (usize, usize), next: Arc<Step>) {
    if let Some(stage) = map.stages.get_mut(s)
        && stage.steps.get(t).is_some_and(|step| !Arc::ptr_eq(step, &next))
        && let Some(step) = Arc::make_mut(stage).steps.get_mut(t)
    {
        *step = next;
    }
}

/// Changes each card of the map and the tray that has to change: `change` gives the new card, or none where the old one
/// stays. What holds no changed card stays the same allocation.
fn update_cards(map: &mut JourneyMap, mut change: impl FnMut(Option<usize>, &Card) -> Option<Card>) {
    let mut column = 0;
    for stage in &mut map.stages {
        let mut steps: Vec<(usize, Arc<Step>)> = Vec::new();
        for (t, step) in stage.steps.iter().enumerate() {
            let mut next: Option<Step> = None;
            for (c, card) in step.cards.iter().enumerate() {
                if let Some(card) = change(Some(column), card)
                    && let Some(slot) = next.get_or_insert_with(|| (**step).clone()).cards.get_mut(c)
                {
                    *slot = Arc::new(card);
                }
            }
            steps.extend(next.map(|step| (t, Arc::new(step))));
            column += 1;
        }
        if !steps.is_empty() {
            let stage = Arc::make_mut(stage);
            for (t, next) in steps {
                if let Some(step) = stage.steps.get_mut(t) {
                    *step = next;
                }
            }
        }
    }
    for slot in &mut map.tray {
        if let Some(card) = change(None, slot) {
            *slot = Arc::new(card);
        }
    }
}

/// All cards, on the map and in the tray.
fn all_cards(map: &JourneyMap) -> impl Iterator<Item = &Arc<Card>> {
    map.cards().map(|(_, card)| card).chain(&map.tray)
}

/// Refuses a change of what stands in a locked lane.
fn unlocked(map: &JourneyMap, lane: LaneId) -> Result<(), EditError> {
    match map.lane(lane) {
        Some(lane) if lane.locked => Err(EditError::Locked(lane.id)),
        _ => Ok(()),
    }
}

/// Refuses to add or remove cards of locked lanes.
fn all_unlocked<'a>(map: &JourneyMap, cards: impl IntoIterator<Item = &'a Arc<Card>>) -> Result<(), EditError> {
    let locked: HashSet<LaneId> = map.lanes.iter().filter(|lane| lane.locked).map(|lane| lane.id).collect();
    match cards.into_iter().find(|card| locked.contains(&card.lane)) {
        Some(card) => Err(EditError::Locked(card.lane)),
        None => Ok(()),
    }
}

/// Refuses a change of what a lane without cards shows, where all lanes that show it are locked.
fn shown_unlocked(map: &JourneyMap, kind: LaneKind) -> Result<(), EditError> {
    let mut lanes = map.lanes.iter().filter(|lane| lane.kind == kind).peekable();
    match lanes.peek().map(|lane| lane.id) {
        Some(first) if lanes.all(|lane| lane.locked) => Err(EditError::Locked(first)),
        _ => Ok(()),
    }
}

/// Refuses cards whose ids are used, or stand twice among them.
fn new_cards<'a>(map: &JourneyMap, cards: impl IntoIterator<Item = &'a Arc<Card>>) -> Result<(), EditError> {
    let mut new: HashSet<CardId> = HashSet::new();
    if let Some(card) = cards.into_iter().find(|card| !new.insert(card.id)) {
        return Err(EditError::Taken(Thing::Card(card.id)));
    }
    if new.is_empty() {
        return Ok(());
    }
    match all_cards(map).find(|card| new.contains(&card.id)) {
        Some(card) => Err(EditError::Taken(Thing::Card(card.id))),
        None => Ok(()),
    }
}
