//! Cards that move or are added, several or thousands at once: where they are is looked up in one walk, however many they
//! are. In a row of such changes each is as if it were done alone, one after the other.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use super::cards::{fitted, put, put_into_cell};
use super::mentions::{Known, settle};
use super::{all_cards, put_step, unlocked, update};
use crate::edit::{Edit, EditError, Place};
use crate::model::check::Thing;
use crate::model::{Card, CardId, JourneyMap, Stage, Step, StepId};

/// Stage and step.
type At = (usize, usize);

/// Where things are in a map whose steps stay where they are.
struct Places {
    steps: Vec<(StepId, At)>,
    columns: HashMap<StepId, usize>,
    /// The cards that are looked for; none: in the tray.
    cards: HashMap<CardId, Option<At>>,
}

impl Places {
    fn new(map: &JourneyMap, wanted: &HashSet<CardId>) -> Self {
        let mut places = Self { steps: Vec::new(), columns: HashMap::new(), cards: HashMap::new() };
        for (s, stage) in map.stages.iter().enumerate() {
            for (t, step) in stage.steps.iter().enumerate() {
                places.columns.insert(step.id, places.steps.len());
                places.steps.push((step.id, (s, t)));
                let cards = step.cards.iter().filter(|card| wanted.contains(&card.id));
                places.cards.extend(cards.map(|card| (card.id, Some((s, t)))));
            }
        }
        let notes = map.tray.iter().filter(|card| wanted.contains(&card.id));
        places.cards.extend(notes.map(|card| (card.id, None)));
        places
    }
}

/// Does the first changes of a list at once, where they are many of one kind. How many were done.
pub(super) fn at_once(map: &mut JourneyMap, edits: &[Edit]) -> Result<usize, EditError> {
    // A card that is moved twice ends the row.
    let mut seen = HashSet::new();
    let moves: Vec<(&[CardId], Place)> = edits
        .iter()
        .map_while(|edit| match edit {
            Edit::MoveCards { ids, to } if ids.iter().all(|id| seen.insert(*id)) => Some((ids.as_slice(), *to)),
            _ => None,
        })
        .collect();
    if moves.len() > 1 {
        shift_all(map, &moves)?;
        return Ok(moves.len());
    }
    let inserts: Vec<(Place, &Arc<Card>)> = edits
        .iter()
        .map_while(|edit| match edit {
            Edit::InsertCard { place, card } => Some((*place, card)),
            _ => None,
        })
        .collect();
    if inserts.len() > 1 {
        insert_all(map, &inserts)?;
        return Ok(inserts.len());
    }
    Ok(0)
}

/// Adds cards, one after the other.
fn insert_all(map: &mut JourneyMap, inserts: &[(Place, &Arc<Card>)]) -> Result<(), EditError> {
    let mut taken: HashSet<CardId> = all_cards(map).map(|card| card.id).collect();
    let mut known: Option<Known> = None;
    for (place, card) in inserts {
        if !taken.insert(card.id) {
            return Err(EditError::Taken(Thing::Card(card.id)));
        }
        put(map, *place, card, &mut known)?;
    }
    Ok(())
}

/// Moves cards. A card that spans several steps spans as many at its new place, as far as there are any.
pub(super) fn shift(map: &mut JourneyMap, ids: &[CardId], to: Place) -> Result<(), EditError> {
    shift_all(map, &[(ids, to)])
}

/// Moves cards, one after the other; none of them twice.
fn shift_all(map: &mut JourneyMap, moves: &[(&[CardId], Place)]) -> Result<(), EditError> {
    let wanted: HashSet<CardId> = moves.iter().flat_map(|(ids, _)| *ids).copied().collect();
    let places = Places::new(map, &wanted);
    let mut converted = false;
    for (ids, to) in moves {
        converted |= shift_one(map, &places, ids, *to)?;
    }
    if converted {
        settle(map);
    }
    Ok(())
}

/// Moves cards to one place. Whether one of them became another kind of card.
fn shift_one(map: &mut JourneyMap, places: &Places, ids: &[CardId], to: Place) -> Result<bool, EditError> {
    let mut wanted: HashSet<CardId> = HashSet::new();
    let ids: Vec<CardId> = ids.iter().copied().filter(|id| wanted.insert(*id)).collect();
    let target = match to {
        Place::Cell { step, lane, .. } => {
            if !ids.is_empty() {
                unlocked(map, lane)?;
            }
            let column = places.columns.get(&step).copied().ok_or(EditError::Missing(Thing::Step(step)))?;
            Some((column, lane))
        }
        Place::Tray { .. } => None,
    };
    let (steps, notes) = affected(places, &ids, target.map(|(column, _)| column))?;
    let found = found(map, places, &steps, notes, &wanted);
    let mut moved = Vec::with_capacity(ids.len());
    let mut converted = false;
    for id in &ids {
        let (column, card) = found.get(id).ok_or(EditError::Missing(Thing::Card(*id)))?;
        if column.is_some() {
            unlocked(map, card.lane)?;
        }
        let mut next = Arc::clone(card);
        update(&mut next, |next| {
            if let Some((_, lane)) = target
                && lane != next.lane
            {
                *next = fitted(map, next, lane)?;
            }
            let end = next.until.and_then(|until| places.columns.get(&until));
            let length = end.zip(*column).and_then(|(end, begin)| end.checked_sub(begin));
            next.until = target.zip(length).and_then(|((begin, _), length)| {
                let end = (begin + length).min(places.steps.len() - 1);
                places.steps.get(end).map(|(id, _)| *id).filter(|_| end > begin)
            });
            Ok(())
        })?;
        converted |= next.content.kind() != card.content.kind();
        moved.push(next);
    }
    let stages: BTreeSet<usize> = steps.iter().map(|(s, _)| *s).collect();
    let before: Vec<(usize, Arc<Stage>)> =
        stages.into_iter().filter_map(|s| Some((s, Arc::clone(map.stages.get(s)?)))).collect();
    let tray = notes.then(|| map.tray.clone());
    for at in &steps {
        change_step(map, *at, |step| {
            step.cards.retain(|card| !wanted.contains(&card.id));
            Ok(())
        })?;
    }
    if notes {
        map.tray.retain(|card| !wanted.contains(&card.id));
    }
    match to {
        Place::Cell { step, lane, at } => {
            let column = places.columns.get(&step).and_then(|column| places.steps.get(*column));
            let (_, place) = column.ok_or(EditError::Missing(Thing::Step(step)))?;
            change_step(map, *place, |step| put_into_cell(step, lane, at, moved))?;
        }
        Place::Tray { at } => {
            let count = map.tray.len();
            if at > count {
                return Err(EditError::NoPlace { at, count });
            }
            map.tray.splice(at..at, moved);
        }
    }
    let same_steps = before.iter().all(|(s, old)| map.stages.get(*s).is_some_and(|new| same_cells(old, new)));
    if same_steps && tray.as_ref().is_none_or(|tray| same(tray, &map.tray)) {
        for (s, stage) in before {
            if let Some(slot) = map.stages.get_mut(s) {
                *slot = stage;
            }
        }
        return Ok(false);
    }
    Ok(converted)
}

/// The steps that cards leave and enter, and whether the tray is one of these places.
fn affected(places: &Places, ids: &[CardId], target: Option<usize>) -> Result<(BTreeSet<At>, bool), EditError> {
    let mut steps = BTreeSet::new();
    let mut notes = target.is_none();
    for id in ids {
        match places.cards.get(id) {
            Some(Some(at)) => {
                steps.insert(*at);
            }
            Some(None) => notes = true,
            None => return Err(EditError::Missing(Thing::Card(*id))),
        }
    }
    steps.extend(target.and_then(|column| places.steps.get(column)).map(|(_, at)| *at));
    Ok((steps, notes))
}

/// The wanted cards with their columns; none in the tray.
fn found(
    map: &JourneyMap,
    places: &Places,
    steps: &BTreeSet<At>,
    notes: bool,
    wanted: &HashSet<CardId>,
) -> HashMap<CardId, (Option<usize>, Arc<Card>)> {
    let mut found = HashMap::new();
    let mut add = |column: Option<usize>, cards: &[Arc<Card>]| {
        for card in cards.iter().filter(|card| wanted.contains(&card.id)) {
            found.insert(card.id, (column, Arc::clone(card)));
        }
    };
    for (s, t) in steps {
        if let Some(step) = map.stages.get(*s).and_then(|stage| stage.steps.get(*t)) {
            add(places.columns.get(&step.id).copied(), &step.cards);
        }
    }
    if notes {
        add(None, &map.tray);
    }
    found
}

/// Changes the cards of a step.
fn change_step(
    map: &mut JourneyMap,
    (s, t): At,
    change: impl FnOnce(&mut Step) -> Result<(), EditError>,
) -> Result<(), EditError> {
    let Some(step) = map.stages.get(s).and_then(|stage| stage.steps.get(t)) else { return Ok(()) };
    let mut next = (**step).clone();
    change(&mut next)?;
    if !same(&next.cards, &step.cards) {
        put_step(map, (s, t), Arc::new(next));
    }
    Ok(())
}

fn same(a: &[Arc<Card>], b: &[Arc<Card>]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| Arc::ptr_eq(a, b))
}

/// Whether each cell holds the same cards in the same order. The cards of different cells of one step may stand in another
/// order: that can't be seen.
fn same_cells(before: &Stage, after: &Stage) -> bool {
    let by_cell = |step: &Step| {
        let mut cards = step.cards.clone();
        cards.sort_by_key(|card| card.lane);
        cards
    };
    let mut steps = before.steps.iter().zip(&after.steps);
    steps.all(|(a, b)| Arc::ptr_eq(a, b) || same(&a.cards, &b.cards) || same(&by_cell(a), &by_cell(b)))
}
