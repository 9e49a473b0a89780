//! What differs between two maps: by id, field by field, a move as a move.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::fields::leaves;
use super::order;
use super::parts::{Parts, Shelf, Spot, lists};
use crate::model::check::Thing;
use crate::model::value::Value;
use crate::model::{JourneyMap, LaneId, Step, StepId};

/// Where a thing stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Home {
    /// The stage or step that holds it; none: the map, or the tray for a card.
    pub of: Option<Thing>,
    /// The lane that a card lies in.
    pub lane: Option<LaneId>,
    /// Its place among its like there, from 0.
    pub at: usize,
}

/// How a thing differs.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// Only the second map has it.
    Added,
    /// Only the first map has it.
    Removed,
    /// It stands elsewhere.
    Moved {
        /// Where it stood.
        from: Home,
        /// Where it stands.
        to: Home,
    },
    /// A field says something else.
    Field {
        /// The names and keys that lead to it.
        path: Vec<String>,
        /// What it said; nothing where it was not there or its usual value.
        before: Value,
        /// What it says.
        after: Value,
    },
}

/// One difference between two maps.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// What differs; none: the map itself.
    pub at: Option<Thing>,
    /// How.
    pub change: Change,
}

/// Everything that differs between two maps, in the order of the second one; what was removed after what stayed beside it.
pub fn differences(a: &JourneyMap, b: &JourneyMap) -> Vec<Difference> {
    // Two maps of one history share what stayed the same: whole steps need no look.
    let steps: HashMap<StepId, &Arc<Step>> = a.steps().map(|(_, step)| (step.id, step)).collect();
    let same = |step: &Arc<Step>| steps.get(&step.id).is_some_and(|other| Arc::ptr_eq(other, step));
    let shared: HashSet<StepId> =
        b.steps().map(|(_, step)| step).filter(|step| same(step)).map(|step| step.id).collect();
    let (old, new) = (Parts::of(&emptied(a, &shared)), Parts::of(&emptied(b, &shared)));
    let mut walk = Walk { old: &old, new: &new, found: Vec::new() };
    walk.fields(None, &old.map, &new.map);
    walk.lists(None);
    let mut found = walk.found;
    let open = |map: &JourneyMap| Value::of(&map.conflicts);
    if a.conflicts != b.conflicts {
        let change = Change::Field { path: vec!["conflicts".to_owned()], before: open(a), after: open(b) };
        found.push(Difference { at: None, change });
    }
    found
}

/// A map whose steps hold nothing where they are among these.
fn emptied<'m>(map: &'m JourneyMap, steps: &HashSet<StepId>) -> Cow<'m, JourneyMap> {
    if steps.is_empty() {
        return Cow::Borrowed(map);
    }
    let mut next = map.clone();
    for stage in &mut next.stages {
        if stage.steps.iter().any(|step| steps.contains(&step.id)) {
            for step in Arc::make_mut(stage).steps.iter_mut().filter(|step| steps.contains(&step.id)) {
                *step = Arc::new(Step::new(step.id, ""));
            }
        }
    }
    Cow::Owned(next)
}

struct Walk<'a> {
    old: &'a Parts,
    new: &'a Parts,
    found: Vec<Difference>,
}

impl Walk<'_> {
    fn lists(&mut self, of: Option<Thing>) {
        for &list in lists(of) {
            let shelf = Shelf { of, list };
            let (before, after) = (self.old.shelf(shelf), self.new.shelf(shelf));
            let moved = self.moved(shelf);
            let homes = [homes(self.old, before), homes(self.new, after)];
            for &thing in after {
                self.thing(thing, &moved, &homes);
                self.lists(Some(thing));
            }
            for &thing in before.iter().filter(|thing| !self.new.things.contains_key(thing)) {
                self.push(thing, Change::Removed);
                self.lists(Some(thing));
            }
        }
    }

    /// What stands on a shelf in both maps, and elsewhere on it: a card among those of its lane.
    fn moved(&self, shelf: Shelf) -> HashSet<Thing> {
        let mut lanes: Vec<Option<LaneId>> = Vec::new();
        let spot_lane = |parts: &Parts, thing: Thing| parts.spot(thing).and_then(|spot| spot.lane);
        for &thing in self.new.shelf(shelf) {
            let lane = spot_lane(self.new, thing);
            if !lanes.contains(&lane) {
                lanes.push(lane);
            }
        }
        let of = |parts: &Parts, lane: Option<LaneId>| -> Vec<Thing> {
            parts.shelf(shelf).iter().copied().filter(|thing| spot_lane(parts, *thing) == lane).collect()
        };
        lanes.into_iter().flat_map(|lane| order::moved(&of(self.old, lane), &of(self.new, lane))).collect()
    }

    fn thing(&mut self, thing: Thing, moved: &HashSet<Thing>, homes: &[HashMap<Thing, Home>; 2]) {
        let (Some(old), Some(new)) = (self.old.things.get(&thing), self.new.things.get(&thing)) else {
            self.push(thing, Change::Added);
            return;
        };
        if old.spot != new.spot || moved.contains(&thing) {
            let [before, after] = homes;
            let from = before.get(&thing).copied().unwrap_or_else(|| self.home(self.old, thing, old.spot));
            if let Some(to) = after.get(&thing).copied() {
                self.push(thing, Change::Moved { from, to });
            }
        }
        self.fields(Some(thing), &old.fields, &new.fields);
    }

    /// Where a thing stood that came from elsewhere.
    fn home(&self, parts: &Parts, thing: Thing, spot: Spot) -> Home {
        let on_shelf = homes(parts, parts.shelf(spot.shelf));
        on_shelf.get(&thing).copied().unwrap_or(Home { of: spot.shelf.of, lane: spot.lane, at: 0 })
    }

    fn fields(&mut self, at: Option<Thing>, before: &Value, after: &Value) {
        let found = &mut self.found;
        leaves(&mut Vec::new(), before, after, &mut |path, leaf| {
            let change = Change::Field { path: path.to_vec(), before: leaf.before.clone(), after: leaf.after.clone() };
            found.push(Difference { at, change });
        });
    }

    fn push(&mut self, thing: Thing, change: Change) {
        self.found.push(Difference { at: Some(thing), change });
    }
}

/// Where each thing of a shelf stands.
fn homes(parts: &Parts, shelf: &[Thing]) -> HashMap<Thing, Home> {
    let mut counts: HashMap<Option<LaneId>, usize> = HashMap::new();
    let spots = shelf.iter().filter_map(|&thing| Some((thing, parts.spot(thing)?)));
    spots
        .map(|(thing, spot)| {
            let count = counts.entry(spot.lane).or_default();
            let home = Home { of: spot.shelf.of, lane: spot.lane, at: *count };
            *count += 1;
            (thing, home)
        })
        .collect()
}
