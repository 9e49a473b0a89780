//! Keeps mentions whole: nothing in a map names what isn't there.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::update_cards;
use crate::model::check::{impossible, is_empty, is_file_name, is_finite};
use crate::model::{
    Card, CardId, Channel, ChannelId, Content, ContentKind, EvidenceId, JourneyMap, Measured, PersonaId, ScoreState,
    Step, StepId,
};

/// What a card, a step can name.
pub(super) struct Known {
    personas: HashSet<PersonaId>,
    evidence: HashSet<EvidenceId>,
    channels: HashSet<ChannelId>,
    columns: HashMap<StepId, usize>,
    cards: HashMap<CardId, ContentKind>,
}

impl Known {
    /// Everything that a map holds.
    pub(super) fn new(map: &JourneyMap) -> Self {
        Self {
            personas: map.personas.iter().map(|persona| persona.id).collect(),
            evidence: map.evidence.iter().map(|evidence| evidence.id).collect(),
            channels: map.channels.iter().map(|channel| channel.id).collect(),
            columns: columns(map),
            cards: super::all_cards(map).map(|card| (card.id, card.content.kind())).collect(),
        }
    }

    /// From now on this card is there too.
    pub(super) fn learn(&mut self, card: &Card) {
        self.cards.insert(card.id, card.content.kind());
    }

    /// The card without mentions of what isn't there, and with a span only where it can have one; none if it has no other.
    pub(super) fn settled(&self, column: Option<usize>, card: &Card) -> Option<Card> {
        let spans = card.until.is_some_and(|until| self.columns.get(&until).copied() > column && column.is_some());
        let plain = card.personas.is_empty() && card.links.is_empty() && card.evidence.is_empty();
        let mentions = match &card.content {
            Content::Touchpoint(touchpoint) => {
                touchpoint.said_first.is_some()
                    || !touchpoint.scores.is_empty()
                    || !touchpoint.measured.is_empty()
                    || matches!(touchpoint.channel, Some(Channel::Own(_)))
            }
            Content::Opportunity(opportunity) => !opportunity.answers.is_empty(),
            // These are looked at when they enter the map, and nothing else in it can make them wrong.
            Content::Metric(metric) => !is_finite(metric),
            Content::Image(image) => !is_file_name(&image.file),
            Content::Text | Content::PainPoint(_) | Content::Process => false,
        };
        // Nearly all cards: nothing to do, nothing copied.
        if plain && !mentions && card.until.is_some() == spans {
            return None;
        }
        let mut next = card.clone();
        if !spans {
            next.until = None;
        }
        next.personas.retain(|id| self.personas.contains(id));
        next.evidence.retain(|id| self.evidence.contains(id));
        next.links.retain(|link| self.cards.contains_key(&link.to));
        match &mut next.content {
            Content::Touchpoint(touchpoint) => {
                touchpoint.said_first =
                    touchpoint.said_first.filter(|first| *first != card.id && self.is(*first, ContentKind::Touchpoint));
                touchpoint.scores.retain(|id, _| self.personas.contains(id));
                touchpoint.measured.retain(|id, measured| {
                    measured.evidence = measured.evidence.filter(|id| self.evidence.contains(id));
                    self.personas.contains(id) && impossible(measured).is_none()
                });
                touchpoint.channel = touchpoint.channel.filter(|channel| match channel {
                    Channel::Own(id) => self.channels.contains(id),
                    _ => true,
                });
            }
            Content::Opportunity(opportunity) => {
                opportunity.answers.retain(|id| self.is(*id, ContentKind::PainPoint));
            }
            Content::Metric(metric) => {
                for value in [&mut metric.baseline, &mut metric.value, &mut metric.target] {
                    *value = value.filter(|value| value.is_finite());
                }
            }
            Content::Image(image) if !is_file_name(&image.file) => image.file.clear(),
            Content::Text | Content::PainPoint(_) | Content::Image(_) | Content::Process => {}
        }
        (next != *card).then_some(next)
    }

    /// The step without mentions of what isn't there, its cards aside; none if it has no other.
    pub(super) fn settled_step(&self, step: &Step) -> Option<Step> {
        let branches = step.branches.iter().all(|branch| self.columns.contains_key(&branch.to));
        let evidence = |id: EvidenceId| self.evidence.contains(&id);
        let sound = |measured: &Measured| measured.evidence.is_none_or(evidence) && impossible(measured).is_none();
        let scores = step.scores.iter().all(|(persona, score)| {
            self.personas.contains(persona) && score.measured().is_none_or(sound) && !is_empty(&score.state)
        });
        if branches && scores {
            return None;
        }
        let mut next = step.clone();
        next.branches.retain(|branch| self.columns.contains_key(&branch.to));
        next.scores.retain(|persona, score| {
            if let ScoreState::Scored { measured, .. } = &mut score.state {
                *measured = measured.filter(|measured| impossible(measured).is_none());
                if let Some(measured) = measured {
                    measured.evidence = measured.evidence.filter(|id| evidence(*id));
                }
            }
            if is_empty(&score.state) {
                score.state = ScoreState::Unknown;
            }
            self.personas.contains(persona)
        });
        Some(next)
    }

    fn is(&self, card: CardId, kind: ContentKind) -> bool {
        self.cards.get(&card) == Some(&kind)
    }
}

/// The place of each step.
pub(super) fn columns(map: &JourneyMap) -> HashMap<StepId, usize> {
    map.steps().enumerate().map(|(place, (_, step))| (step.id, place)).collect()
}

/// Drops every mention of what isn't there any more, and every span that ends before it begins.
pub(super) fn settle(map: &mut JourneyMap) {
    let known = Known::new(map);
    update_cards(map, |column, card| known.settled(column, card));
    for stage in &mut map.stages {
        let steps: Vec<_> = stage.steps.iter().map(|step| known.settled_step(step)).collect();
        if steps.iter().any(Option::is_some) {
            let slots = Arc::make_mut(stage).steps.iter_mut();
            for (slot, next) in slots.zip(steps) {
                if let Some(next) = next {
                    *slot = Arc::new(next);
                }
            }
        }
    }
}

/// Drops the spans that end before they begin, or at their own step.
pub(super) fn settle_spans(map: &mut JourneyMap) {
    let columns = columns(map);
    update_cards(map, |column, card| {
        let until = card.until?;
        let ends_later = column.is_some() && columns.get(&until).copied() > column;
        (!ends_later).then(|| Card { until: None, ..card.clone() })
    });
}
