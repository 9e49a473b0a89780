//! The touchpoints that customers meet, and how they feel there. What every figure of touchpoints is made of.

use super::mean;
use crate::model::{Card, Content, JourneyMap, PersonaId, ScoreState, Step, Touchpoint, TouchpointState};

/// A touchpoint that is there, whether it should be or not.
#[derive(Debug, Clone, Copy)]
pub struct Contact<'a> {
    /// The step where it begins.
    pub step: &'a Step,
    /// Its card.
    pub card: &'a Card,
    /// What it is.
    pub touchpoint: &'a Touchpoint,
}

/// How a persona feels at a touchpoint.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Felt {
    /// −2…+2.
    pub value: f64,
    /// It is the touchpoint's own score; else its step's.
    pub own: bool,
}

impl Contact<'_> {
    /// How a persona feels here: the touchpoint's own score, else the one that its step shows.
    pub fn felt(&self, persona: PersonaId) -> Option<Felt> {
        let own = self.touchpoint.shown(persona).map(|value| Felt { value, own: true });
        own.or_else(|| self.step.score(persona).shown().map(|value| Felt { value, own: false }))
    }

    /// Whether a persona comes here: the card concerns it, and it takes part in the step.
    pub fn meets(&self, persona: PersonaId) -> bool {
        let concerned = self.card.personas.is_empty() || self.card.personas.contains(&persona);
        concerned && self.step.score(persona).state != ScoreState::NotInvolved
    }

    /// The mean of what the personas feel here, or of what one feels; none where nothing is known.
    pub fn mean(&self, map: &JourneyMap, whose: Option<PersonaId>) -> Option<f64> {
        let personas = map.personas.iter().map(|persona| persona.id);
        let asked = personas.filter(|&persona| whose.is_none_or(|whose| whose == persona) && self.meets(persona));
        mean(asked.filter_map(|persona| self.felt(persona)).map(|felt| felt.value))
    }
}

/// The touchpoints on the map in map order, those of one persona or of all. What is missing can't be met.
pub fn contacts(map: &JourneyMap, whose: Option<PersonaId>) -> impl Iterator<Item = Contact<'_>> {
    map.cards()
        .filter_map(|(step, card)| match &card.content {
            Content::Touchpoint(touchpoint) if touchpoint.state != TouchpointState::Missing => {
                Some(Contact { step, card, touchpoint })
            }
            _ => None,
        })
        .filter(move |contact| whose.is_none_or(|persona| contact.meets(persona)))
}
