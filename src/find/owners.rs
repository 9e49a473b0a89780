//! Who answers for what in a map: the owners of its cards and notes, and whoever a lane of owners names. The one way to
//! collect them. Must not know where they are offered.

use std::sync::Arc;

use crate::i18n::folded;
use crate::model::{Card, JourneyMap, LaneId, LaneKind, Step};

/// All owners of a map, worked out again only when the map changed.
#[derive(Debug, Clone, Default)]
pub struct Owners {
    known: Option<(Arc<JourneyMap>, Arc<[String]>)>,
}

impl Owners {
    /// The owners of this map.
    pub fn of(&mut self, map: &Arc<JourneyMap>) -> Arc<[String]> {
        if let Some((known, names)) = &self.known
            && Arc::ptr_eq(known, map)
        {
            return Arc::clone(names);
        }
        let names: Arc<[String]> = match &self.known {
            // What is typed into a card changes no owner, and a large map has many.
            Some((known, names)) if names_the_same(known, map) => Arc::clone(names),
            _ => owners(map).into(),
        };
        self.known = Some((Arc::clone(map), Arc::clone(&names)));
        names
    }
}

/// Whether two versions of a map surely name the same owners: only steps differ, and each names whom it named.
fn names_the_same(before: &JourneyMap, after: &JourneyMap) -> bool {
    let lanes = lanes_of_owners(after);
    let of = |step: &Step| -> Vec<String> {
        step.cards.iter().flat_map(|card| owners_of(card, &lanes)).map(str::to_owned).collect()
    };
    lanes == lanes_of_owners(before)
        && before.tray.len() == after.tray.len()
        && before.tray.iter().zip(&after.tray).all(|(one, other)| Arc::ptr_eq(one, other))
        && before.steps().count() == after.steps().count()
        && before
            .steps()
            .zip(after.steps())
            .all(|((_, one), (_, other))| Arc::ptr_eq(one, other) || of(one) == of(other))
}

/// Everybody that a map names as owner, each once, in alphabetical order.
pub fn owners(map: &JourneyMap) -> Vec<String> {
    let lanes = lanes_of_owners(map);
    let cards = map.cards().map(|(_, card)| card).chain(&map.tray);
    let mut owners: Vec<&str> = cards.flat_map(|card| owners_of(card, &lanes)).collect();
    owners.sort_unstable();
    owners.dedup();
    owners.sort_by_cached_key(|owner| folded(owner));
    owners.into_iter().map(str::to_owned).collect()
}

/// The lanes whose cards are names of owners.
pub(super) fn lanes_of_owners(map: &JourneyMap) -> Vec<LaneId> {
    map.lanes.iter().filter(|lane| lane.kind == LaneKind::Owners).map(|lane| lane.id).collect()
}

/// Who answers for a card: its owner, and whom it names in a lane of owners. What has several lines is no name.
pub(super) fn owners_of<'a>(card: &'a Card, lanes: &[LaneId]) -> impl Iterator<Item = &'a str> {
    let named = lanes.contains(&card.lane).then_some(card.text.as_str());
    let all = [Some(card.owner.as_str()), named].into_iter().flatten().map(str::trim);
    all.filter(|owner| !owner.is_empty() && !owner.contains('\n'))
}
