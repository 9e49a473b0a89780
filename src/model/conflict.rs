//! What two people made differently of one thing: kept in the map, both values, until somebody chooses.
//!
//! Must not know how a conflict comes about (`diff`) or ends (`edit`).

use serde::{Deserialize, Serialize};

use super::check::Thing;
use super::value::Value;
use super::{JourneyMap, LaneId, StepId, is_default};

/// What the two sides don't agree on.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Disputed {
    /// A field, by the names and keys that lead to it.
    Field(Vec<String>),
    /// Where the thing stands: a card's step and lane, a step's stage.
    Place,
    /// Whether it is there at all: one side removed it, the other one changed it.
    Existence,
    /// In which order a list of it stands, by the list's name: the values are lists of ids.
    Order(String),
}

/// Something that two sides made differently of a map that both began with.
///
/// Until somebody chooses, the map holds our value, or theirs where we removed it; a thing that one side removed is kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Conflict {
    /// What it concerns; none: the map itself.
    #[serde(default, skip_serializing_if = "is_default")]
    pub at: Option<Thing>,
    /// What of it.
    pub what: Disputed,
    /// What it was when both began; nothing where it was not there.
    #[serde(default, skip_serializing_if = "is_default")]
    pub base: Value,
    /// What we made of it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub ours: Value,
    /// What they made of it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub theirs: Value,
}

/// Which value of a conflict is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Choice {
    /// What we made of it.
    Ours,
    /// What they made of it.
    Theirs,
    /// What it was when both began.
    Base,
    /// What stands in the map now: a third value, perhaps.
    Standing,
}

impl Conflict {
    /// The value that a choice takes; none for what stands in the map anyway.
    pub const fn value(&self, choice: Choice) -> Option<&Value> {
        match choice {
            Choice::Ours => Some(&self.ours),
            Choice::Theirs => Some(&self.theirs),
            Choice::Base => Some(&self.base),
            Choice::Standing => None,
        }
    }
}

impl Conflict {
    /// What stands in a map now: our value, theirs, or another one.
    pub fn standing(&self, map: &JourneyMap) -> Value {
        match (&self.what, self.at) {
            (Disputed::Field(path), None) => {
                // What stands in lists of its own is no field of the map.
                let plain = JourneyMap { stages: Vec::new(), tray: Vec::new(), ..map.clone() };
                let whole = if path.is_empty() { Value::of(map) } else { Value::of(&plain) };
                whole.get(path).clone()
            }
            (Disputed::Field(path), Some(at)) => at.value(map).get(path).clone(),
            (Disputed::Existence, at) => Value::Flag(at.is_none_or(|at| at.is_in(map))),
            (Disputed::Place, Some(Thing::Card(id))) => match map.card(id) {
                Some((step, card)) => Value::of(&CardPlace { step: step.map(|step| step.id), lane: card.lane }),
                None => Value::Nothing,
            },
            (Disputed::Place, Some(Thing::Step(id))) => {
                let stage = map.steps().find(|(_, step)| step.id == id).map(|(stage, _)| stage.id);
                Value::of(&stage)
            }
            (Disputed::Place, _) => Value::Nothing,
            (Disputed::Order(list), at) => {
                let now = order(map, at, list);
                // What came or went since says nothing of the order.
                let is_so = |value: &&Value| {
                    let wanted = value.texts();
                    let before = wanted.iter().copied().filter(|id| now.iter().any(|known| known == id));
                    before.eq(now.iter().map(String::as_str).filter(|id| wanted.contains(id)))
                };
                let known = [&self.ours, &self.theirs, &self.base].into_iter().find(is_so);
                known.cloned().unwrap_or_else(|| Value::List(now.into_iter().map(Value::Text).collect()))
            }
        }
    }
}

/// What stands in a list of the map, or of a thing, in order.
fn order(map: &JourneyMap, at: Option<Thing>, list: &str) -> Vec<String> {
    let cards = |cards: &[std::sync::Arc<super::Card>]| cards.iter().map(|card| card.id.to_string()).collect();
    match (at, list) {
        (None, "segments") => map.segments.iter().map(|segment| segment.id.to_string()).collect(),
        (None, "personas") => map.personas.iter().map(|persona| persona.id.to_string()).collect(),
        (None, "channels") => map.channels.iter().map(|channel| channel.id.to_string()).collect(),
        (None, "evidence") => map.evidence.iter().map(|evidence| evidence.id.to_string()).collect(),
        (None, "lanes") => map.lanes.iter().map(|lane| lane.id.to_string()).collect(),
        (None, "stages") => map.stages.iter().map(|stage| stage.id.to_string()).collect(),
        (None, "tray") => cards(&map.tray),
        (Some(Thing::Stage(id)), _) => {
            map.stage(id).map_or_else(Vec::new, |stage| stage.steps.iter().map(|step| step.id.to_string()).collect())
        }
        (Some(Thing::Step(id)), _) => map.step(id).map_or_else(Vec::new, |step| cards(&step.cards)),
        (None | Some(_), _) => Vec::new(),
    }
}

/// Where a card stands, as [`Disputed::Place`] keeps it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CardPlace {
    /// At which step; none: in the tray.
    #[serde(default, skip_serializing_if = "is_default")]
    pub step: Option<StepId>,
    /// In which lane.
    pub lane: LaneId,
}
