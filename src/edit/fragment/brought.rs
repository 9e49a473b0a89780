//! What cards of another map name: its personas, evidence and own channels are found again by identity or name, or come
//! along.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Notes;
use crate::edit::{Edit, MapChange};
use crate::i18n::same_name;
use crate::model::{
    Card, Channel, ChannelId, Content, EvidenceId, Excerpt, JourneyMap, Persona, PersonaId, Score, ScoreState,
};

/// Who is who here.
pub(super) struct Brought {
    personas: BTreeMap<PersonaId, PersonaId>,
    evidence: BTreeMap<EvidenceId, EvidenceId>,
    channels: BTreeMap<ChannelId, ChannelId>,
}

impl Brought {
    /// Finds all that the cards and, where the steps are whole, the scores of an excerpt name; what the map lacks is added by
    /// `edits`.
    pub(super) fn new(
        map: &JourneyMap,
        excerpt: &Excerpt,
        with_scores: bool,
        edits: &mut Vec<Edit>,
        notes: &mut Notes,
    ) -> Self {
        let part = &excerpt.map;
        let mut named: BTreeSet<PersonaId> = BTreeSet::new();
        for (_, step) in part.steps() {
            if with_scores {
                named.extend(step.scores.keys());
            }
            for card in &step.cards {
                named.extend(&card.personas);
                if let Content::Touchpoint(touchpoint) = &card.content {
                    named.extend(touchpoint.scores.keys().chain(touchpoint.measured.keys()));
                }
            }
        }
        let mut personas = BTreeMap::new();
        for persona in &part.personas {
            let here =
                map.persona(persona.id).or_else(|| map.personas.iter().find(|own| same_name(&own.name, &persona.name)));
            if let Some(here) = here {
                personas.insert(persona.id, here.id);
            } else if named.contains(&persona.id) {
                personas.insert(persona.id, persona.id);
                let at = map.personas.len() + notes.personas.len();
                notes.personas.push(persona.name.clone());
                let new = Persona { segment: None, ..(**persona).clone() };
                edits.push(Edit::InsertPersona { at, persona: Arc::new(new) });
            }
        }
        let mut evidence = BTreeMap::new();
        let mut all = map.evidence.clone();
        for found in &part.evidence {
            let alike = |own: &&crate::model::Evidence| own.kind == found.kind && same_name(&own.name, &found.name);
            let by_id = map.evidence.iter().find(|own| own.id == found.id);
            match by_id.or_else(|| map.evidence.iter().find(alike)) {
                Some(here) => {
                    evidence.insert(found.id, here.id);
                }
                None => {
                    evidence.insert(found.id, found.id);
                    all.push(found.clone());
                }
            }
        }
        if all.len() > map.evidence.len() {
            notes.sources += all.len() - map.evidence.len();
            edits.push(Edit::SetMap(MapChange::Evidence(all)));
        }
        let mut channels = BTreeMap::new();
        let mut all = map.channels.clone();
        for found in &part.channels {
            let by_id = map.own_channel(found.id);
            match by_id.or_else(|| map.channels.iter().find(|own| same_name(&own.name, &found.name))) {
                Some(here) => {
                    channels.insert(found.id, here.id);
                }
                None => {
                    channels.insert(found.id, found.id);
                    all.push(found.clone());
                }
            }
        }
        if all.len() > map.channels.len() {
            notes.sources += all.len() - map.channels.len();
            edits.push(Edit::SetMap(MapChange::Channels(all)));
        }
        Self { personas, evidence, channels }
    }

    /// The persona here.
    pub(super) fn persona(&self, id: PersonaId) -> Option<PersonaId> {
        self.personas.get(&id).copied()
    }

    /// A card as this map says it.
    pub(super) fn card(&self, mut card: Card) -> Card {
        card.personas = card.personas.iter().filter_map(|id| self.persona(*id)).collect();
        card.evidence = card.evidence.iter().filter_map(|id| self.evidence.get(id).copied()).collect();
        if let Content::Touchpoint(touchpoint) = &mut card.content {
            touchpoint.scores =
                touchpoint.scores.iter().filter_map(|(id, score)| Some((self.persona(*id)?, *score))).collect();
            let measured = std::mem::take(&mut touchpoint.measured).into_iter();
            touchpoint.measured = measured
                .filter_map(|(id, mut measured)| {
                    measured.evidence = measured.evidence.and_then(|id| self.evidence.get(&id).copied());
                    Some((self.persona(id)?, measured))
                })
                .collect();
            if let Some(Channel::Own(id)) = touchpoint.channel {
                touchpoint.channel = self.channels.get(&id).copied().map(Channel::Own);
            }
        }
        card
    }

    /// A score as this map says it.
    pub(super) fn score(&self, mut score: Score) -> Score {
        if let ScoreState::Scored { measured: Some(measured), .. } = &mut score.state {
            measured.evidence = measured.evidence.and_then(|id| self.evidence.get(&id).copied());
        }
        score
    }
}
