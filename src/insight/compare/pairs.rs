//! Which steps and personas of two maps belong together. Must not know what they say.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use crate::diff::moved;
use crate::model::{JourneyMap, MapState, PersonaId, StageId, StepId};

/// How a pair was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum By {
    /// Somebody said so.
    Hand,
    /// They have one identity.
    Id,
    /// They are called the same, whatever the case and the spaces.
    Name,
    /// They are all that is left: the one persona of each map.
    Rest,
}

/// What somebody said about what belongs together: of something of the first map, what of the second it is; none: nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ByHand {
    /// Steps.
    pub steps: Vec<(StepId, Option<StepId>)>,
    /// Personas.
    pub personas: Vec<(PersonaId, Option<PersonaId>)>,
}

impl ByHand {
    /// Says it of a step; what was said before of either of the two is forgotten.
    pub fn step(&mut self, before: StepId, after: Option<StepId>) {
        say(&mut self.steps, before, after);
    }

    /// Says it of a persona; what was said before of either of the two is forgotten.
    pub fn persona(&mut self, before: PersonaId, after: Option<PersonaId>) {
        say(&mut self.personas, before, after);
    }
}

fn say<T: Copy + PartialEq>(said: &mut Vec<(T, Option<T>)>, before: T, after: Option<T>) {
    said.retain(|(one, other)| *one != before && (after.is_none() || *other != after));
    said.push((before, after));
}

/// Something of two maps; of one of them alone it was added or cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair<T> {
    /// In the first map.
    pub before: Option<T>,
    /// In the second map.
    pub after: Option<T>,
    /// How the two were found; none where there is only one.
    pub by: Option<By>,
    /// It stands elsewhere among those that both maps have, or in another stage.
    pub moved: bool,
}

/// What belongs together in two maps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pairs {
    /// Steps in the order of the second map; what was cut stands behind what stood before it.
    pub steps: Vec<Pair<StepId>>,
    /// Personas, likewise.
    pub personas: Vec<Pair<PersonaId>>,
}

impl Pairs {
    /// The step of the second map that belongs to one of the first.
    pub fn after(&self, before: StepId) -> Option<StepId> {
        self.steps.iter().find(|pair| pair.before == Some(before))?.after
    }

    /// The step of the first map that belongs to one of the second.
    pub fn before(&self, after: StepId) -> Option<StepId> {
        self.steps.iter().find(|pair| pair.after == Some(after))?.before
    }
}

/// Whether, of this map and another one, the other is the later: the journey designed, or the one of a later day.
pub fn other_is_after(this: &JourneyMap, other: &JourneyMap) -> bool {
    match (this.state, other.state) {
        (MapState::AsIs, MapState::ToBe) => true,
        (MapState::ToBe, MapState::AsIs) => false,
        (MapState::AsIs, MapState::AsIs) | (MapState::ToBe, MapState::ToBe) => {
            this.date.is_some() && other.date > this.date
        }
    }
}

/// The steps and personas of two maps, matched by hand, else by identity, else by name (case and spaces don't count, the
/// first of several of one name is taken first). Where one persona is left in each map, the two belong together: one
/// segment is compared with another.
pub fn pairs(before: &JourneyMap, after: &JourneyMap, by_hand: &ByHand) -> Pairs {
    let steps = |map: &JourneyMap| -> Vec<(StepId, String)> {
        map.steps().map(|(_, step)| (step.id, folded(&step.name))).collect()
    };
    let personas = |map: &JourneyMap| -> Vec<(PersonaId, String)> {
        map.personas.iter().map(|persona| (persona.id, folded(&persona.name))).collect()
    };
    let mut found = Pairs {
        steps: matched(&steps(before), &steps(after), &by_hand.steps, false),
        personas: matched(&personas(before), &personas(after), &by_hand.personas, true),
    };
    let elsewhere = other_stages(before, after);
    for pair in &mut found.steps {
        let Some((one, other)) = pair.before.zip(pair.after) else { continue };
        pair.moved = pair.moved || elsewhere(one, other);
    }
    found
}

/// A name as it is compared: lower case, one space between words.
pub(super) fn folded(name: &str) -> String {
    name.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

/// Whether two steps stand in stages that don't belong together.
fn other_stages(before: &JourneyMap, after: &JourneyMap) -> impl Fn(StepId, StepId) -> bool {
    let stages = |map: &JourneyMap| -> Vec<(StageId, String)> {
        map.stages.iter().map(|stage| (stage.id, folded(&stage.name))).collect()
    };
    let of = |map: &JourneyMap| -> HashMap<StepId, StageId> {
        map.steps().map(|(stage, step)| (step.id, stage.id)).collect()
    };
    let belongs: HashMap<StageId, Option<StageId>> = matched(&stages(before), &stages(after), &[], false)
        .into_iter()
        .filter_map(|pair| Some((pair.before?, pair.after)))
        .collect();
    let (stage_before, stage_after) = (of(before), of(after));
    // A stage that is no more says nothing: its steps had to go somewhere.
    move |one, other| {
        let expected = stage_before.get(&one).and_then(|stage| belongs.get(stage)).copied().flatten();
        expected.is_some_and(|expected| stage_after.get(&other) != Some(&expected))
    }
}

pub(super) fn matched<T: Copy + Eq + Hash>(
    before: &[(T, String)],
    after: &[(T, String)],
    by_hand: &[(T, Option<T>)],
    rest: bool,
) -> Vec<Pair<T>> {
    let mut found = Found { before, after, of: HashMap::new(), taken: HashSet::new(), alone: HashSet::new() };
    for &(one, other) in by_hand {
        match other {
            Some(other) => found.join(one, other, By::Hand),
            None => {
                found.alone.insert(one);
            }
        }
    }
    for &(one, _) in before {
        found.join(one, one, By::Id);
    }
    let mut named: HashMap<&str, Vec<T>> = HashMap::new();
    for (other, name) in after.iter().rev().filter(|(other, name)| !name.is_empty() && !found.taken.contains(other)) {
        named.entry(name).or_default().push(*other);
    }
    for (one, name) in before {
        if found.is_free(*one)
            && let Some(other) = named.get_mut(name.as_str()).and_then(Vec::pop)
        {
            found.join(*one, other, By::Name);
        }
    }
    let left = |all: &[(T, String)], is_left: &dyn Fn(T) -> bool| -> Option<T> {
        let mut left = all.iter().map(|(one, _)| *one).filter(|one| is_left(*one));
        let only = left.next()?;
        left.next().is_none().then_some(only)
    };
    let only = left(before, &|one| found.is_free(one)).zip(left(after, &|other| !found.taken.contains(&other)));
    if let Some((one, other)) = only.filter(|_| rest) {
        found.join(one, other, By::Rest);
    }
    found.in_order()
}

struct Found<'a, T> {
    before: &'a [(T, String)],
    after: &'a [(T, String)],
    of: HashMap<T, (T, By)>,
    taken: HashSet<T>,
    alone: HashSet<T>,
}

impl<T: Copy + Eq + Hash> Found<'_, T> {
    fn is_free(&self, one: T) -> bool {
        !self.of.contains_key(&one) && !self.alone.contains(&one)
    }

    fn join(&mut self, one: T, other: T, by: By) {
        let there = |all: &[(T, String)], one: T| all.iter().any(|(known, _)| *known == one);
        let free = self.is_free(one) && !self.taken.contains(&other);
        if free && there(self.before, one) && there(self.after, other) {
            self.of.insert(one, (other, by));
            self.taken.insert(other);
        }
    }

    fn in_order(&self) -> Vec<Pair<T>> {
        let to: HashMap<T, T> = self.of.iter().map(|(one, (other, _))| (*other, *one)).collect();
        // In terms of the first map, so that both orders are of the same things.
        let old: Vec<T> = self.before.iter().map(|(one, _)| *one).filter(|one| self.of.contains_key(one)).collect();
        let new: Vec<T> = self.after.iter().filter_map(|(other, _)| to.get(other).copied()).collect();
        let moved = moved(&old, &new);
        let mut pairs: Vec<Pair<T>> = self
            .after
            .iter()
            .map(|&(other, _)| {
                let before = to.get(&other).copied();
                let by = before.and_then(|one| self.of.get(&one)).map(|(_, by)| *by);
                Pair { before, after: Some(other), by, moved: before.is_some_and(|one| moved.contains(&one)) }
            })
            .collect();
        let mut previous: Option<T> = None;
        for &(one, _) in self.before {
            if !self.of.contains_key(&one) {
                let at = previous.and_then(|previous| pairs.iter().position(|pair| pair.before == Some(previous)));
                let cut = Pair { before: Some(one), after: None, by: None, moved: false };
                pairs.insert(at.map_or(0, |at| at + 1), cut);
            }
            previous = Some(one);
        }
        pairs
    }
}
