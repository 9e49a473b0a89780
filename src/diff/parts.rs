//! A map taken apart: each thing with its fields and where it stands, and the order of what stands together.

use std::collections::BTreeMap;

use crate::model::check::Thing;
use crate::model::value::{Name, Value, ValueError};
use crate::model::{JourneyMap, LaneId};

/// Lists of things with an identity: of the map itself.
const OF_MAP: [&str; 7] = ["segments", "personas", "channels", "evidence", "lanes", "stages", "tray"];

/// A list of things: whose it is, and its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Shelf {
    /// The stage or step that holds it; none: the map.
    pub(super) of: Option<Thing>,
    /// The field that holds it.
    pub(super) list: &'static str,
}

/// Where a thing stands: cards of a shelf lie in lanes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Spot {
    pub(super) shelf: Shelf,
    pub(super) lane: Option<LaneId>,
}

/// A thing by itself: what it holds of other things is not in it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Part {
    pub(super) spot: Spot,
    /// Without its id, and a card without its lane.
    pub(super) fields: Value,
}

/// A map taken apart.
#[derive(Debug, Clone, Default)]
pub(super) struct Parts {
    /// The map without its things and its conflicts.
    pub(super) map: Value,
    pub(super) things: BTreeMap<Thing, Part>,
    pub(super) shelves: BTreeMap<Shelf, Vec<Thing>>,
}

impl Parts {
    /// Takes a map apart.
    pub(super) fn of(map: &JourneyMap) -> Self {
        let mut parts = Self::default();
        let mut whole = Value::of(map);
        take(&mut whole, "conflicts");
        parts.take_lists(None, &mut whole);
        parts.map = whole;
        parts
    }

    /// What stands on a shelf.
    pub(super) fn shelf(&self, shelf: Shelf) -> &[Thing] {
        self.shelves.get(&shelf).map_or(&[], Vec::as_slice)
    }

    /// Where a thing stands.
    pub(super) fn spot(&self, thing: Thing) -> Option<Spot> {
        self.things.get(&thing).map(|part| part.spot)
    }

    fn take_lists(&mut self, of: Option<Thing>, fields: &mut Value) {
        for &list in lists(of) {
            let Value::List(elements) = take(fields, list) else { continue };
            let shelf = Shelf { of, list };
            for mut element in elements {
                let Some(thing) = take(&mut element, "id").text().and_then(|id| Thing::of_list(list, id)) else {
                    continue;
                };
                self.take_lists(Some(thing), &mut element);
                let lane = match thing {
                    Thing::Card(_) => take(&mut element, "lane").text().and_then(|id| id.parse().ok()),
                    _ => None,
                };
                self.shelves.entry(shelf).or_default().push(thing);
                self.things.insert(thing, Part { spot: Spot { shelf, lane }, fields: element });
            }
        }
    }

    /// Puts a map together again.
    pub(super) fn whole(&self) -> Result<JourneyMap, ValueError> {
        let mut whole = self.map.clone();
        self.put_lists(None, &mut whole);
        whole.read()
    }

    fn put_lists(&self, of: Option<Thing>, fields: &mut Value) {
        for &list in lists(of) {
            let things = self.shelf(Shelf { of, list });
            let elements = things.iter().filter_map(|&thing| {
                let part = self.things.get(&thing)?;
                let mut element = part.fields.clone();
                put(&mut element, "id", Value::Text(thing.id()));
                if let Some(lane) = part.spot.lane {
                    put(&mut element, "lane", Value::Text(lane.to_string()));
                }
                self.put_lists(Some(thing), &mut element);
                Some(element)
            });
            let elements: Vec<Value> = elements.collect();
            if !elements.is_empty() {
                put(fields, list, Value::List(elements));
            }
        }
    }
}

/// The lists of things that the map, or a thing, holds.
pub(super) const fn lists(of: Option<Thing>) -> &'static [&'static str] {
    match of {
        None => &OF_MAP,
        Some(Thing::Stage(_)) => &["steps"],
        Some(Thing::Step(_)) => &["cards"],
        Some(_) => &[],
    }
}

/// Takes a field away.
fn take(value: &mut Value, name: &str) -> Value {
    let Value::Fields(fields) = value else { return Value::Nothing };
    match fields.iter().position(|(known, _)| known == name) {
        Some(at) => fields.remove(at).1,
        None => Value::Nothing,
    }
}

fn put(value: &mut Value, name: &'static str, field: Value) {
    if let Value::Fields(fields) = value {
        fields.push((Name::Borrowed(name), field));
    }
}
