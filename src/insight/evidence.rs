//! How much of a map is known, and how much of that has grown old.
//!
//! What the team believes is kept as evidence too, to say where a statement comes from; it supports nothing, so it doesn't
//! count here. Nor do published facts, which say nothing about this journey.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;

use super::span::Columns;
use crate::model::{
    Card, Evidence, EvidenceId, EvidenceKind, JourneyMap, LaneId, LaneKind, PersonaId, ScoreState, Step, StepId,
};

/// How many of something rest on evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Coverage {
    /// All of them.
    pub all: usize,
    /// Those with evidence.
    pub supported: usize,
    /// Those of them whose evidence is all stale.
    pub stale: usize,
}

impl Coverage {
    /// Supported / all, 0…1; none of nothing.
    pub fn share(self) -> Option<f64> {
        (self.all > 0).then(|| self.supported as f64 / self.all as f64)
    }

    fn count(&mut self, support: Support) {
        self.all += 1;
        self.supported += usize::from(support != Support::None);
        self.stale += usize::from(support == Support::Stale);
    }

    fn with(self, other: Self) -> Self {
        Self { all: self.all + other.all, supported: self.supported + other.supported, stale: self.stale + other.stale }
    }
}

/// What a statement rests on, the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Support {
    /// Nothing but belief.
    None,
    /// Evidence that should have been looked at again.
    Stale,
    /// Evidence.
    Fresh,
}

/// The evidence of a map as of a day. None: no evidence is stale.
#[derive(Debug)]
pub struct Ground<'a> {
    known: HashMap<EvidenceId, &'a Evidence>,
    today: Option<Date>,
}

impl<'a> Ground<'a> {
    /// What a map rests on, as of `today`.
    pub fn new(map: &'a JourneyMap, today: Option<Date>) -> Self {
        Self { known: map.evidence.iter().map(|evidence| (evidence.id, evidence)).collect(), today }
    }

    fn one(&self, id: EvidenceId) -> Support {
        match self.known.get(&id) {
            Some(evidence) if !supports(evidence) => Support::None,
            Some(evidence) if self.today.is_some_and(|today| is_stale(evidence, today)) => Support::Stale,
            Some(_) => Support::Fresh,
            None => Support::None,
        }
    }

    /// What a card rests on: the best of its evidence.
    pub fn of_card(&self, card: &Card) -> Support {
        card.evidence.iter().map(|&id| self.one(id)).max().unwrap_or(Support::None)
    }

    /// What a persona's score at a step rests on: a measurement is evidence, whether it names its survey or not.
    pub fn of_score(&self, step: &Step, persona: PersonaId) -> Support {
        match step.score(persona).measured() {
            Some(measured) => measured.evidence.map_or(Support::Fresh, |id| self.one(id)),
            None => Support::None,
        }
    }

    /// Evidence coverage of a persona: scored steps with evidence / all steps in which it is involved (the project's own
    /// formula).
    pub fn of_persona(&self, map: &JourneyMap, persona: PersonaId) -> Coverage {
        let mut found = Coverage::default();
        let steps = map.steps().map(|(_, step)| step);
        for step in steps.filter(|step| step.score(persona).state != ScoreState::NotInvolved) {
            found.count(self.of_score(step, persona));
        }
        found
    }

    /// Evidence coverage of each lane that holds something, in map order: cards with evidence / cards, and of the emotion
    /// lane the scores of all personas together.
    pub fn by_lane(&self, map: &JourneyMap) -> Vec<(LaneId, Coverage)> {
        let mut found: Vec<(LaneId, Coverage)> = Vec::new();
        let mut cards: HashMap<LaneId, Coverage> = HashMap::new();
        for (_, card) in map.cards() {
            cards.entry(card.lane).or_default().count(self.of_card(card));
        }
        for lane in &map.lanes {
            let coverage = match lane.kind {
                LaneKind::Emotion => map
                    .personas
                    .iter()
                    .map(|persona| self.of_persona(map, persona.id))
                    .fold(Coverage::default(), Coverage::with),
                _ => cards.get(&lane.id).copied().unwrap_or_default(),
            };
            if coverage.all > 0 {
                found.push((lane.id, coverage));
            }
        }
        found
    }
}

/// The steps of which something rests on evidence: a persona's score, or a card that lies there or spans it.
pub fn supported_steps(map: &JourneyMap) -> HashSet<StepId> {
    let ground = Ground::new(map, None);
    let columns = Columns::new(map);
    let mut found = HashSet::new();
    for (place, step) in columns.steps.iter().enumerate() {
        if map.personas.iter().any(|persona| ground.of_score(step, persona.id) != Support::None) {
            found.insert(step.id);
        }
        for card in step.cards.iter().filter(|card| ground.of_card(card) != Support::None) {
            let (first, last) = columns.of(place, card);
            found.extend(columns.steps.iter().take(last + 1).skip(first).map(|step| step.id));
        }
    }
    found
}

/// Whether evidence of its kind can support a statement.
pub fn supports(evidence: &Evidence) -> bool {
    evidence.kind != EvidenceKind::WorkshopBelief
}

/// Whether evidence should have been looked at again before `today`.
pub fn is_stale(evidence: &Evidence, today: Date) -> bool {
    evidence.review_by.is_some_and(|review_by| review_by < today)
}

/// A piece of evidence that should have been looked at again, and what rests on it.
#[derive(Debug, Clone, PartialEq)]
pub struct Stale {
    /// Which evidence.
    pub evidence: EvidenceId,
    /// Since how many days; 1 or more.
    pub days: i32,
    /// The scores that rest on it, in map order.
    pub scores: Vec<(StepId, PersonaId)>,
    /// How many cards name it, those of the tray included.
    pub cards: usize,
}

/// The evidence whose review-by lies before `today`, the oldest first, of equals in the map's order.
pub fn stale(map: &JourneyMap, today: Date) -> Vec<Stale> {
    let overdue = |evidence: &Evidence| {
        let review_by = evidence.review_by.filter(|review_by| *review_by < today)?;
        let days = review_by.until(today).map_or(i32::MAX, |span| span.get_days());
        Some(Stale { evidence: evidence.id, days, scores: Vec::new(), cards: 0 })
    };
    let mut found: Vec<Stale> = map.evidence.iter().filter_map(overdue).collect();
    let places: HashMap<EvidenceId, usize> =
        found.iter().enumerate().map(|(place, stale)| (stale.evidence, place)).collect();
    let at = |id: EvidenceId| places.get(&id).copied();
    for (_, step) in map.steps() {
        for persona in &map.personas {
            let named = step.score(persona.id).measured().and_then(|measured| measured.evidence);
            if let Some(stale) = named.and_then(at).and_then(|place| found.get_mut(place)) {
                stale.scores.push((step.id, persona.id));
            }
        }
    }
    for card in map.cards().map(|(_, card)| card).chain(&map.tray) {
        let mut named: Vec<usize> = card.evidence.iter().filter_map(|&id| at(id)).collect();
        named.sort_unstable();
        named.dedup();
        for place in named {
            if let Some(stale) = found.get_mut(place) {
                stale.cards += 1;
            }
        }
    }
    found.sort_by_key(|stale| std::cmp::Reverse(stale.days));
    found
}
