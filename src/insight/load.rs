//! Who has how much to look after.

use std::collections::HashMap;

use crate::i18n::folded;
use crate::model::{Card, Content, JourneyMap};

/// What somebody answers for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Load {
    /// Who; empty: nobody.
    pub owner: String,
    /// Touchpoints on the map, whatever their state.
    pub touchpoints: usize,
    /// Pain points on the map.
    pub pains: usize,
    /// Opportunities, on the map and in the tray, that are neither done nor rejected.
    pub opportunities: usize,
}

impl Load {
    /// Touchpoints + pain points + open opportunities (the project's own formula).
    pub const fn total(&self) -> usize {
        self.touchpoints + self.pains + self.opportunities
    }
}

/// The load of each owner, the greatest first, of equals in alphabetical order; last what nobody answers for, where there is
/// such. An owner is who a card names as one: lanes of owners name who answers for a step, which is no card to look after.
pub fn loads(map: &JourneyMap) -> Vec<Load> {
    let mut loads: Vec<Load> = Vec::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    let mut count = |card: &'_ Card, owner, on_map: bool| {
        let (touchpoints, pains, opportunities) = match &card.content {
            Content::Touchpoint(_) if on_map => (1, 0, 0),
            Content::PainPoint(_) if on_map => (0, 1, 0),
            Content::Opportunity(opportunity) if opportunity.state.open() => (0, 0, 1),
            _ => return,
        };
        let place = *places.entry(owner).or_insert(loads.len());
        if place == loads.len() {
            loads.push(Load { owner: owner.to_owned(), ..Load::default() });
        }
        if let Some(load) = loads.get_mut(place) {
            load.touchpoints += touchpoints;
            load.pains += pains;
            load.opportunities += opportunities;
        }
    };
    for (_, card) in map.cards() {
        count(card, card.owner.trim(), true);
    }
    for card in &map.tray {
        count(card, card.owner.trim(), false);
    }
    loads.sort_by_cached_key(|load| {
        let name = folded(&load.owner);
        (load.owner.is_empty(), std::cmp::Reverse(load.total()), name, load.owner.clone())
    });
    loads
}
