//! Three maps to one.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use super::fields::Mixer;
use super::kept::kept;
use super::order;
use super::parts::{Part, Parts, Shelf, Spot};
use super::repair::repair;
use crate::model::check::Thing;
use crate::model::value::Value;
use crate::model::{CardPlace, Conflict, Disputed, JourneyMap, Stage};

/// What two sides made of a map, in one.
#[derive(Debug, Clone, PartialEq)]
pub struct Merged {
    /// The map, with the conflicts that are open in it.
    pub map: JourneyMap,
    /// The conflicts that this merge brought; those that were open before are only in the map.
    pub conflicts: Vec<Conflict>,
}

/// Brings together what two sides made of a map that both began with. All three should be valid; then the merged one is.
///
/// What only one side changed is changed. Where both changed the same to different values, ours stands, and a conflict keeps
/// both. What one side removed and the other one changed stays, with a conflict.
pub fn merge(base: &JourneyMap, ours: &JourneyMap, theirs: &JourneyMap) -> Merged {
    let (old, our, their) = (Parts::of(base), Parts::of(ours), Parts::of(theirs));
    let mut conflicts = Vec::new();
    let parts = mix(&old, &our, &their, &mut conflicts);
    let mut map = parts.whole().unwrap_or_else(|_| {
        // A field of which two halves make no whole: nobody knows one, and still nothing may be lost.
        conflicts = vec![Conflict {
            at: None,
            what: Disputed::Field(Vec::new()),
            base: Value::of(base),
            ours: Value::of(ours),
            theirs: Value::of(theirs),
        }];
        ours.clone()
    });
    repair(&mut map, [base, ours, theirs], &mut conflicts);
    in_map_order(&map, &mut conflicts);
    // Those that were open: what one side settled is settled.
    let ours_open = ours.conflicts.iter().filter(|open| !settled(open, base, theirs));
    let theirs_open =
        theirs.conflicts.iter().filter(|open| !ours.conflicts.contains(open) && !settled(open, base, ours));
    let mut open: Vec<Conflict> = ours_open.chain(theirs_open).cloned().collect();
    open.extend(conflicts.iter().filter(|conflict| !open.contains(conflict)).cloned().collect::<Vec<_>>());
    open.retain(|conflict| conflict.at.is_none_or(|at| at.is_in(&map)));
    map.conflicts = open;
    Merged { map, conflicts }
}

/// Conflicts of the map first, then of what it holds, as it stands there.
fn in_map_order(map: &JourneyMap, conflicts: &mut [Conflict]) {
    let steps = |stage: &Arc<Stage>| {
        let inside = stage.steps.iter().flat_map(|step| {
            std::iter::once(Thing::Step(step.id)).chain(step.cards.iter().map(|card| Thing::Card(card.id)))
        });
        std::iter::once(Thing::Stage(stage.id)).chain(inside).collect::<Vec<_>>()
    };
    let lists = map.segments.iter().map(|segment| Thing::Segment(segment.id));
    let things = lists
        .chain(map.personas.iter().map(|persona| Thing::Persona(persona.id)))
        .chain(map.channels.iter().map(|channel| Thing::Channel(channel.id)))
        .chain(map.evidence.iter().map(|evidence| Thing::Evidence(evidence.id)))
        .chain(map.lanes.iter().map(|lane| Thing::Lane(lane.id)))
        .chain(map.stages.iter().flat_map(steps))
        .chain(map.tray.iter().map(|card| Thing::Card(card.id)));
    let places: HashMap<Thing, usize> = things.enumerate().map(|(place, thing)| (thing, place)).collect();
    conflicts.sort_by_key(|conflict| conflict.at.map(|at| places.get(&at).copied()));
}

/// Whether a conflict that was open in the base was settled in a map.
fn settled(conflict: &Conflict, base: &JourneyMap, map: &JourneyMap) -> bool {
    base.conflicts.contains(conflict) && !map.conflicts.contains(conflict)
}

fn mix(base: &Parts, ours: &Parts, theirs: &Parts, conflicts: &mut Vec<Conflict>) -> Parts {
    let kept_by_us = kept(base, ours, theirs);
    let kept_by_them = kept(base, theirs, ours);
    let mut merged = Parts {
        map: Mixer { at: None, conflicts }.mix(&mut Vec::new(), &base.map, &ours.map, &theirs.map),
        ..Parts::default()
    };
    let things: BTreeSet<Thing> = ours.things.keys().chain(theirs.things.keys()).copied().collect();
    for &thing in &things {
        let (old, our, their) = (base.things.get(&thing), ours.things.get(&thing), theirs.things.get(&thing));
        let part = match (old, our, their) {
            (_, Some(our), Some(their)) => mix_part(thing, old, our, their, conflicts),
            (None, Some(only), None) | (None, None, Some(only)) => only.clone(),
            (Some(_), Some(our), None) if kept_by_us.contains(&thing) => our.clone(),
            (Some(_), None, Some(their)) if kept_by_them.contains(&thing) => their.clone(),
            (Some(_), _, _) | (None, None, None) => continue,
        };
        merged.things.insert(thing, part);
    }
    for (kept, theirs_removed) in [(&kept_by_us, true), (&kept_by_them, false)] {
        conflicts.extend(existence(&merged, kept, theirs_removed));
    }
    // What stands on each shelf, and in which order.
    let mut members: BTreeMap<Shelf, BTreeSet<Thing>> = BTreeMap::new();
    for (&thing, part) in &merged.things {
        members.entry(part.spot.shelf).or_default().insert(thing);
    }
    for (shelf, members) in members {
        let (was, our, their) = (base.shelf(shelf), ours.shelf(shelf), theirs.shelf(shelf));
        let order = order::merged(was, our, their, |thing| members.contains(&thing));
        let exchanged = order::merged(was, their, our, |thing| members.contains(&thing));
        let lane = |thing| merged.spot(thing).and_then(|spot| spot.lane);
        if order != exchanged && order::clash(was, (our, their), (&order, &exchanged), lane) {
            let before: Vec<Thing> = was.iter().copied().filter(|thing| members.contains(thing)).collect();
            conflicts.push(Conflict {
                at: shelf.of,
                what: Disputed::Order(shelf.list.to_owned()),
                base: ids(&before),
                ours: ids(&order),
                theirs: ids(&exchanged),
            });
        }
        merged.shelves.insert(shelf, order);
    }
    merged
}

/// An order, as a conflict keeps it.
fn ids(order: &[Thing]) -> Value {
    Value::List(order.iter().map(|thing| Value::Text(thing.id())).collect())
}

fn mix_part(thing: Thing, base: Option<&Part>, ours: &Part, theirs: &Part, conflicts: &mut Vec<Conflict>) -> Part {
    let none = Value::Nothing;
    let fields = base.map_or(&none, |part| &part.fields);
    let fields = Mixer { at: Some(thing), conflicts }.mix(&mut Vec::new(), fields, &ours.fields, &theirs.fields);
    let was = base.map(|part| part.spot);
    let spot = if was == Some(ours.spot) { theirs.spot } else { ours.spot };
    if was != Some(ours.spot) && was != Some(theirs.spot) && ours.spot != theirs.spot {
        conflicts.push(Conflict {
            at: Some(thing),
            what: Disputed::Place,
            base: was.map_or(Value::Nothing, place),
            ours: place(ours.spot),
            theirs: place(theirs.spot),
        });
    }
    Part { spot, fields }
}

/// Where a thing stands, as a conflict keeps it.
fn place(spot: Spot) -> Value {
    match (spot.shelf.of, spot.lane) {
        (Some(Thing::Step(step)), Some(lane)) => Value::of(&CardPlace { step: Some(step), lane }),
        (_, Some(lane)) => Value::of(&CardPlace { step: None, lane }),
        (Some(holder), None) => Value::Text(holder.id()),
        (None, None) => Value::Nothing,
    }
}

/// A conflict for each thing that stays although one side removed it, but for those that stay with what holds them.
fn existence(merged: &Parts, kept: &BTreeSet<Thing>, theirs_removed: bool) -> Vec<Conflict> {
    let is_outermost = |thing: &&Thing| {
        let spot = merged.spot(**thing);
        let holders = spot.map(|spot| [spot.shelf.of, spot.lane.map(Thing::Lane)]);
        !holders.into_iter().flatten().flatten().any(|holder| kept.contains(&holder))
    };
    let conflict = |&thing| Conflict {
        at: Some(thing),
        what: Disputed::Existence,
        base: Value::Flag(true),
        ours: Value::Flag(theirs_removed),
        theirs: Value::Flag(!theirs_removed),
    };
    kept.iter().filter(is_outermost).map(conflict).collect()
}
