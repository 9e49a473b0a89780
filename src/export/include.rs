//! What of a map leaves: without some of its lanes, and without what is said of some of its personas. Must not know formats.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use crate::edit::{Edit, apply};
use crate::model::{Card, CardId, JourneyMap, Lane, LaneId, PersonaId};

/// What stays behind.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LeftOut {
    /// Lanes with all that is in them.
    pub lanes: BTreeSet<LaneId>,
    /// Personas with their curves, and the cards that concern only them.
    pub personas: BTreeSet<PersonaId>,
}

impl LeftOut {
    /// The map without what stays behind; as it is where nothing of that is in it.
    pub fn of<'a>(&self, map: &'a JourneyMap) -> Cow<'a, JourneyMap> {
        let lanes = map.lanes.iter().map(|lane| lane.id).filter(|id| self.lanes.contains(id));
        let personas = map.personas.iter().map(|persona| persona.id).filter(|id| self.personas.contains(id));
        let mut edits: Vec<Edit> = lanes.map(Edit::RemoveLane).collect();
        let gone = |card: &Arc<Card>| {
            let theirs = !card.personas.is_empty() && card.personas.iter().all(|id| self.personas.contains(id));
            theirs && !self.lanes.contains(&card.lane)
        };
        let cards = map.cards().map(|(_, card)| card).chain(&map.tray).filter(|card| gone(card));
        let cards: Vec<CardId> = cards.map(|card| card.id).collect();
        if !cards.is_empty() {
            edits.push(Edit::RemoveCards(cards));
        }
        edits.extend(personas.map(Edit::RemovePersona));
        if edits.is_empty() {
            return Cow::Borrowed(map);
        }
        // Nothing of the map itself changes, so that no lock is in the way.
        let mut open = map.clone();
        for lane in open.lanes.iter_mut().filter(|lane| lane.locked) {
            *lane = Arc::new(Lane { locked: false, ..(**lane).clone() });
        }
        match apply(&open, &Edit::All(edits)) {
            Ok(mut rest) => {
                for lane in &mut rest.lanes {
                    if let Some(own) = map.lanes.iter().find(|own| own.id == lane.id) {
                        *lane = Arc::clone(own);
                    }
                }
                Cow::Owned(rest)
            }
            // Whoever looks at it sees more than was wished for, and nothing that isn't so.
            Err(_) => Cow::Borrowed(map),
        }
    }
}
