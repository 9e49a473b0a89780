//! Looking at a part of a map only: whose cards, through which channels, answered for by whom, how bad.

use std::collections::BTreeSet;

use super::owners::{lanes_of_owners, owners, owners_of};
use crate::model::{Card, CardId, Channel, Content, Grade, JourneyMap, LaneId, PersonaId};

/// What is looked at. What says nothing lets everything through.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Cards that concern one of these; a card that names nobody concerns all.
    pub personas: BTreeSet<PersonaId>,
    /// Cards that one of these answers for; the empty name stands for nobody.
    pub owners: BTreeSet<String>,
    /// Touchpoints through one of these channels.
    pub channels: BTreeSet<Channel>,
    /// Pain points at least so bad, and opportunities that answer one.
    pub severity: Option<Grade>,
}

impl Filter {
    /// Whether it lets everything through.
    pub fn is_empty(&self) -> bool {
        self.personas.is_empty() && self.owners.is_empty() && self.channels.is_empty() && self.severity.is_none()
    }

    /// How many things were chosen.
    pub fn count(&self) -> usize {
        self.personas.len() + self.owners.len() + self.channels.len() + usize::from(self.severity.is_some())
    }

    /// The cards on the map that it lets through. Persona and owner hold for every card; channel and severity are about
    /// different kinds of cards, so where both are chosen either is enough.
    pub fn matching(&self, map: &JourneyMap) -> BTreeSet<CardId> {
        let mut bad: BTreeSet<CardId> = BTreeSet::new();
        if let Some(least) = self.severity {
            let cards = map.cards().map(|(_, card)| card);
            bad = cards.filter(|card| severity(card).is_some_and(|grade| grade >= least)).map(|card| card.id).collect();
        }
        let of_kind = |card: &Card| {
            if self.channels.is_empty() && self.severity.is_none() {
                return true;
            }
            match &card.content {
                Content::Touchpoint(touchpoint) => {
                    touchpoint.channel.is_some_and(|channel| self.channels.contains(&channel))
                }
                Content::PainPoint(_) => bad.contains(&card.id),
                Content::Opportunity(opportunity) => opportunity.answers.iter().any(|id| bad.contains(id)),
                Content::Text | Content::Metric(_) | Content::Image(_) | Content::Process => false,
            }
        };
        let lanes = lanes_of_owners(map);
        map.cards()
            .map(|(_, card)| card)
            .filter(|card| self.concerns(&card.personas) && self.answered_for(card, &lanes) && of_kind(card))
            .map(|card| card.id)
            .collect()
    }

    /// Whether what concerns these personas is looked at.
    fn concerns(&self, personas: &[PersonaId]) -> bool {
        self.personas.is_empty() || personas.is_empty() || personas.iter().any(|id| self.personas.contains(id))
    }

    fn answered_for(&self, card: &Card, lanes: &[LaneId]) -> bool {
        if self.owners.is_empty() {
            return true;
        }
        let mut named = owners_of(card, lanes).peekable();
        if named.peek().is_none() { self.owners.contains("") } else { named.any(|owner| self.owners.contains(owner)) }
    }

    /// Whether a persona is looked at.
    pub fn shows_persona(&self, id: PersonaId) -> bool {
        self.personas.is_empty() || self.personas.contains(&id)
    }

    /// What of it still means something in a map: who and what is gone is no longer chosen.
    pub fn retain(&mut self, map: &JourneyMap) {
        self.personas.retain(|id| map.persona(*id).is_some());
        if !self.owners.is_empty() {
            let there: BTreeSet<String> = owners(map).into_iter().collect();
            self.owners.retain(|owner| owner.is_empty() || there.contains(owner));
        }
        if !self.channels.is_empty() {
            let there = channels(map);
            self.channels.retain(|channel| there.contains(channel));
        }
    }
}

fn severity(card: &Card) -> Option<Grade> {
    match &card.content {
        Content::PainPoint(pain) => pain.severity,
        _ => None,
    }
}

/// The channels that touchpoints of this map use.
pub fn channels(map: &JourneyMap) -> BTreeSet<Channel> {
    let channel = |card: &Card| match &card.content {
        Content::Touchpoint(touchpoint) => touchpoint.channel,
        _ => None,
    };
    map.cards().filter_map(|(_, card)| channel(card)).collect()
}
