//! What changed between two maps, step by step. Must not know words.

use std::collections::HashMap;

use super::cards::{self, CardPairs, KINDS, words};
use super::figure::{Figure, Known};
use super::pairs::{ByHand, Pair, Pairs, folded, matched, pairs};
use super::sure::difference_of_means;
use crate::insight::curve;
use crate::model::{
    Card, CardId, ContentKind, Direction, JourneyMap, NamedMetric, PersonaId, Score, Stage, Step, StepId,
};

/// Differences of scores below this are none: half of a hundredth, to which scores set by hand are kept.
const LEAST: f64 = 0.005;

/// Which way a change goes for the customer, or for the metric.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trend {
    /// To the better.
    Better,
    /// To the worse.
    Worse,
    /// Neither can be said.
    Neither,
}

/// Where something changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum At {
    /// In the whole map.
    Map,
    /// At the pair of steps at this place of [`Pairs::steps`].
    Step(usize),
}

/// What of a card or a metric changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each is the field of the model that is called so")]
pub enum Part {
    Text,
    Severity,
    Share,
    Impact,
    Effort,
    Importance,
    State,
    Service,
    Personalised,
    Repeats,
    Value,
    Target,
}

/// What changed.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// Only the second map has the step.
    StepAdded,
    /// Only the first map has the step.
    StepCut,
    /// The step stands elsewhere.
    StepMoved,
    /// The step is called otherwise.
    StepRenamed,
    /// Whether the step is a moment of truth.
    MomentOfTruth,
    /// How a persona feels.
    Feeling {
        /// The persona in the first map, and in the second.
        persona: (PersonaId, PersonaId),
        /// The 95% confidence interval of the difference, where both scores were measured.
        interval: Option<(f64, f64)>,
    },
    /// What a persona remembers of the journey: the peak-end score.
    Remembered {
        /// The persona in the first map, and in the second.
        persona: (PersonaId, PersonaId),
    },
    /// Only one of the maps has the persona.
    Persona,
    /// Minutes that the customer is busy.
    Active,
    /// Minutes that the customer waits.
    Waiting,
    /// A card that only one of the maps has.
    Card {
        /// Its kind.
        kind: ContentKind,
        /// In the first map.
        before: Option<CardId>,
        /// In the second map.
        after: Option<CardId>,
    },
    /// A card of both maps stands at another step.
    CardMoved {
        /// Its kind.
        kind: ContentKind,
        /// In the first map, and in the second.
        card: (CardId, CardId),
    },
    /// A part of a card of both maps.
    CardPart {
        /// Its kind.
        kind: ContentKind,
        /// In the first map, and in the second.
        card: (CardId, CardId),
        /// Which part.
        part: Part,
    },
    /// A metric of the whole map.
    Metric {
        /// What it is called.
        name: String,
        /// The one that matters.
        omtm: bool,
        /// Which part.
        part: Part,
    },
}

/// One change.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// Where.
    pub at: At,
    /// What.
    pub what: What,
    /// How it was.
    pub before: Figure,
    /// How it is.
    pub after: Figure,
    /// Which way it goes.
    pub trend: Trend,
}

impl Change {
    /// By how much a figure rose; none where it is no figure, or in another unit.
    pub fn difference(&self) -> Option<f64> {
        let same_unit = match (&self.before, &self.after) {
            (Figure::Quantity(_, before), Figure::Quantity(_, after)) => before == after,
            _ => true,
        };
        let both = self.before.number().zip(self.after.number());
        both.filter(|_| same_unit).map(|(before, after)| after - before)
    }

    /// Whether the difference is more than chance, as far as 95% can say; none where that can't be told.
    pub const fn is_sure(&self) -> Option<bool> {
        match &self.what {
            What::Feeling { interval: Some((low, high)), .. } => Some(*low > 0.0 || *high < 0.0),
            _ => None,
        }
    }
}

/// What belongs together in two maps, and what changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// What belongs together.
    pub pairs: Pairs,
    /// What changed: the map, then the steps in the order of [`Pairs::steps`].
    pub changes: Vec<Change>,
}

impl Comparison {
    /// What changed at a pair of steps.
    pub fn at(&self, place: usize) -> impl Iterator<Item = &Change> {
        self.changes.iter().filter(move |change| change.at == At::Step(place))
    }
}

/// Compares two maps.
pub fn compare(before: &JourneyMap, after: &JourneyMap, by_hand: &ByHand) -> Comparison {
    let pairs = pairs(before, after, by_hand);
    let mut walk = Walk {
        maps: (before, after),
        steps: (steps(before), steps(after)),
        cards: CardPairs::of(before, after, &pairs),
        pairs: &pairs,
        changes: Vec::new(),
    };
    walk.map();
    for (place, pair) in pairs.steps.iter().enumerate() {
        walk.step(place, *pair);
    }
    let changes = walk.changes;
    Comparison { pairs, changes }
}

/// Whether a figure went the better way.
pub(super) fn better_when(direction: Direction, before: &Figure, after: &Figure) -> Trend {
    let Some((before, after)) = before.number().zip(after.number()) else { return Trend::Neither };
    if before == after {
        return Trend::Neither;
    }
    if (after > before) == (direction == Direction::Up) { Trend::Better } else { Trend::Worse }
}

/// Where each step stands, from 0.
type Steps<'a> = HashMap<StepId, (usize, &'a Stage, &'a Step)>;

fn steps(map: &JourneyMap) -> Steps<'_> {
    map.steps().enumerate().map(|(place, (stage, step))| (step.id, (place, &**stage, &**step))).collect()
}

struct Walk<'a> {
    maps: (&'a JourneyMap, &'a JourneyMap),
    steps: (Steps<'a>, Steps<'a>),
    cards: CardPairs,
    pairs: &'a Pairs,
    changes: Vec<Change>,
}

impl<'a> Walk<'a> {
    fn push(&mut self, at: At, what: What, before: Figure, after: Figure, trend: Trend) {
        self.changes.push(Change { at, what, before, after, trend });
    }

    fn map(&mut self) {
        let (before, after) = self.maps;
        let omtm = |map: &JourneyMap| map.omtm.clone();
        let same = |one: &NamedMetric, other: &NamedMetric| folded(&one.name) == folded(&other.name);
        match (omtm(before), omtm(after)) {
            (Some(one), Some(other)) if same(&one, &other) => self.metric(&one, &other, true),
            (one, other) => self.metric_of_one(one.as_ref(), other.as_ref(), true),
        }
        let named = |map: &JourneyMap| -> Vec<(usize, String)> {
            map.metrics.iter().enumerate().map(|(place, metric)| (place, folded(&metric.name))).collect()
        };
        // By name alone: places of the first map are given numbers of their own.
        let old = named(before);
        let new: Vec<(usize, String)> =
            named(after).into_iter().map(|(place, name)| (place + before.metrics.len(), name)).collect();
        for pair in matched(&old, &new, &[], false) {
            let one = pair.before.and_then(|place| before.metrics.get(place));
            let other = pair.after.and_then(|place| after.metrics.get(place - before.metrics.len()));
            match (one, other) {
                (Some(one), Some(other)) => self.metric(one, other, false),
                (one, other) => self.metric_of_one(one, other, false),
            }
        }
        for pair in &self.pairs.personas {
            self.persona(*pair);
        }
    }

    fn metric(&mut self, one: &NamedMetric, other: &NamedMetric, omtm: bool) {
        for said in cards::metric(&one.metric, &other.metric) {
            let what = What::Metric { name: other.name.clone(), omtm, part: said.part };
            self.push(At::Map, what, said.before, said.after, said.trend);
        }
    }

    fn metric_of_one(&mut self, one: Option<&NamedMetric>, other: Option<&NamedMetric>, omtm: bool) {
        let side = |metric: Option<&NamedMetric>| match metric {
            None => Figure::Absent,
            Some(NamedMetric { metric, name }) => match metric.value {
                Some(value) => Figure::Quantity(value, metric.unit.clone()),
                None => Figure::Words(name.clone()),
            },
        };
        for (before, after) in [(one, None), (None, other)] {
            let Some(named) = before.or(after) else { continue };
            let what = What::Metric { name: named.name.clone(), omtm, part: Part::Value };
            self.push(At::Map, what, side(before), side(after), Trend::Neither);
        }
    }

    fn persona(&mut self, pair: Pair<PersonaId>) {
        let (before, after) = self.maps;
        let name = |map: &JourneyMap, id: Option<PersonaId>| {
            id.and_then(|id| map.persona(id)).map_or(Figure::Absent, |persona| words(&persona.name))
        };
        let Some(persona) = pair.before.zip(pair.after) else {
            let (one, other) = (name(before, pair.before), name(after, pair.after));
            self.push(At::Map, What::Persona, one, other, Trend::Neither);
            return;
        };
        let remembered = (curve::peak_end(before, persona.0), curve::peak_end(after, persona.1));
        if let (Some(one), Some(other)) = remembered
            && (other - one).abs() >= LEAST
        {
            let (one, other) = (Figure::Score(one), Figure::Score(other));
            let trend = better_when(Direction::Up, &one, &other);
            self.push(At::Map, What::Remembered { persona }, one, other, trend);
        }
    }

    fn step(&mut self, place: usize, pair: Pair<StepId>) {
        let at = At::Step(place);
        let old = pair.before.and_then(|id| self.steps.0.get(&id)).copied();
        let new = pair.after.and_then(|id| self.steps.1.get(&id)).copied();
        let (Some((from, old_stage, one)), Some((to, new_stage, other))) = (old, new) else {
            if let Some((place, stage, step)) = new {
                let stands = Figure::Place(place, stage.name.clone());
                self.push(at, What::StepAdded, Figure::Absent, stands, Trend::Neither);
                self.cards_of(at, None, Some(step));
            } else if let Some((place, stage, step)) = old {
                let stood = Figure::Place(place, stage.name.clone());
                self.push(at, What::StepCut, stood, Figure::Absent, Trend::Neither);
                self.cards_of(at, Some(step), None);
            }
            return;
        };
        if pair.moved {
            let (stood, stands) =
                (Figure::Place(from, old_stage.name.clone()), Figure::Place(to, new_stage.name.clone()));
            self.push(at, What::StepMoved, stood, stands, Trend::Neither);
        }
        if one.name != other.name {
            self.push(at, What::StepRenamed, words(&one.name), words(&other.name), Trend::Neither);
        }
        if one.moment_of_truth != other.moment_of_truth {
            let (was, is) = (Figure::Flag(one.moment_of_truth), Figure::Flag(other.moment_of_truth));
            self.push(at, What::MomentOfTruth, was, is, Trend::Neither);
        }
        for persona in &self.pairs.personas {
            if let Some(persona) = persona.before.zip(persona.after) {
                self.feeling(at, persona, &one.score(persona.0), &other.score(persona.1));
            }
        }
        let minutes = |minutes: Option<u32>| minutes.map_or(Figure::Absent, Figure::Minutes);
        for (what, was, is) in [
            (What::Active, one.active_minutes, other.active_minutes),
            (What::Waiting, one.waiting_minutes, other.waiting_minutes),
        ] {
            if was != is {
                let (was, is) = (minutes(was), minutes(is));
                let trend = better_when(Direction::Down, &was, &is);
                self.push(at, what, was, is, trend);
            }
        }
        self.cards_of(at, Some(one), Some(other));
    }

    fn feeling(&mut self, at: At, persona: (PersonaId, PersonaId), one: &Score, other: &Score) {
        let (was, is) = (Known::of(one), Known::of(other));
        let changed = match (was, is) {
            (Known::Score { value: was, .. }, Known::Score { value: is, .. }) => (is - was).abs() >= LEAST,
            (was, is) => was != is,
        };
        if changed {
            let interval =
                one.measured().zip(other.measured()).and_then(|(one, other)| difference_of_means(one, other));
            let (was, is) = (Figure::Feeling(was), Figure::Feeling(is));
            let trend = better_when(Direction::Up, &was, &is);
            self.push(at, What::Feeling { persona, interval }, was, is, trend);
        }
    }

    /// What changed of the cards at a pair of steps: those of the second, then those that only the first has.
    fn cards_of(&mut self, at: At, before: Option<&'a Step>, after: Option<&'a Step>) {
        let of = |step: Option<&'a Step>, kind: ContentKind| -> Vec<&'a Card> {
            let cards = step.map(|step| step.cards.as_slice()).unwrap_or_default();
            cards.iter().map(|card| &**card).filter(|card| card.content.kind() == kind).collect()
        };
        for kind in KINDS {
            let new: Vec<&Card> = of(after, kind).into_iter().filter(|card| self.cards.is_new(card.id)).collect();
            for card in new {
                let trend = if kind == ContentKind::PainPoint { Trend::Worse } else { Trend::Neither };
                let what = What::Card { kind, before: None, after: Some(card.id) };
                self.push(at, what, Figure::Absent, words(&card.text), trend);
            }
            for card in of(before, kind) {
                let Some(other) = self.cards.after(card.id) else {
                    let trend = if kind == ContentKind::PainPoint { Trend::Better } else { Trend::Neither };
                    let what = What::Card { kind, before: Some(card.id), after: None };
                    self.push(at, what, words(&card.text), Figure::Absent, trend);
                    continue;
                };
                self.pair_of_cards(at, kind, card, other, before, after);
            }
        }
    }

    fn pair_of_cards(
        &mut self,
        at: At,
        kind: ContentKind,
        card: &Card,
        other: CardId,
        before: Option<&Step>,
        after: Option<&Step>,
    ) {
        let Some((stands, other)) = self.maps.1.card(other) else { return };
        let pair = (card.id, other.id);
        if let Some(stands) = stands.filter(|step| after.is_none_or(|after| after.id != step.id)) {
            let was = before.map_or(Figure::Absent, |step| words(&step.name));
            self.push(at, What::CardMoved { kind, card: pair }, was, words(&stands.name), Trend::Neither);
        }
        for said in cards::said(card, other) {
            let what = What::CardPart { kind, card: pair, part: said.part };
            self.push(at, what, said.before, said.after, said.trend);
        }
    }
}
