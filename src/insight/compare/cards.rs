//! What changed of the cards with figures: which belong together, and what each says on either side. Must not know where
//! the result is shown.

use std::collections::{HashMap, HashSet};

use super::figure::Figure;
use super::pairs::{Pairs, folded};
use super::walk::{Part, Trend, better_when};
use crate::model::{Card, CardId, Channel, Content, ContentKind, Direction, JourneyMap, Metric, StepId};

/// The kinds of cards that are compared, in the order in which they are told.
pub(super) const KINDS: [ContentKind; 4] =
    [ContentKind::Touchpoint, ContentKind::PainPoint, ContentKind::Opportunity, ContentKind::Metric];

/// The cards of two maps that belong together: by identity; else by what they say, at steps that belong together; else by
/// what they say, wherever they stand.
pub(super) struct CardPairs {
    after: HashMap<CardId, CardId>,
    taken: HashSet<CardId>,
}

impl CardPairs {
    pub(super) fn of(before: &JourneyMap, after: &JourneyMap, pairs: &Pairs) -> Self {
        let mut found = Self { after: HashMap::new(), taken: HashSet::new() };
        let all = |map: &JourneyMap| -> Vec<(StepId, CardId, Option<Key>)> {
            let compared = |card: &Card| KINDS.contains(&card.content.kind());
            map.cards()
                .filter(|(_, card)| compared(card))
                .map(|(step, card)| (step.id, card.id, key(map, card)))
                .collect()
        };
        let (old, new) = (all(before), all(after));
        let kinds = |map: &JourneyMap| -> HashMap<CardId, ContentKind> {
            map.cards().map(|(_, card)| (card.id, card.content.kind())).collect()
        };
        let (old_kinds, new_kinds) = (kinds(before), kinds(after));
        for (_, card, _) in &old {
            if old_kinds.get(card) == new_kinds.get(card) {
                found.join(*card, *card);
            }
        }
        let steps: HashMap<StepId, Option<StepId>> =
            pairs.steps.iter().filter_map(|pair| Some((pair.before?, pair.after))).collect();
        for anywhere in [false, true] {
            let mut said: HashMap<(&Key, Option<StepId>), Vec<CardId>> = HashMap::new();
            for (step, card, key) in new.iter().rev().filter(|(_, card, _)| !found.taken.contains(card)) {
                let Some(key) = key else { continue };
                said.entry((key, (!anywhere).then_some(*step))).or_default().push(*card);
            }
            for (step, card, key) in &old {
                let Some(key) = key.as_ref().filter(|_| !found.after.contains_key(card)) else { continue };
                let at = if anywhere { None } else { steps.get(step).copied().flatten() };
                if at.is_none() && !anywhere {
                    continue;
                }
                if let Some(other) = said.get_mut(&(key, at)).and_then(Vec::pop) {
                    found.join(*card, other);
                }
            }
        }
        found
    }

    fn join(&mut self, one: CardId, other: CardId) {
        self.after.insert(one, other);
        self.taken.insert(other);
    }

    pub(super) fn after(&self, before: CardId) -> Option<CardId> {
        self.after.get(&before).copied()
    }

    pub(super) fn is_new(&self, after: CardId) -> bool {
        !self.taken.contains(&after)
    }
}

/// What a card is known by.
type Key = (ContentKind, String, String);

/// What a card is known by in another map; none where it says nothing.
fn key(map: &JourneyMap, card: &Card) -> Option<Key> {
    let channel = match &card.content {
        Content::Touchpoint(touchpoint) => match touchpoint.channel {
            Some(Channel::Own(id)) => map.own_channel(id).map(|own| folded(&own.name)).unwrap_or_default(),
            Some(channel) => channel.word().unwrap_or_default().to_owned(),
            None => String::new(),
        },
        _ => String::new(),
    };
    let text = folded(&card.text);
    (!text.is_empty() || !channel.is_empty()).then(|| (card.content.kind(), text, channel))
}

/// One thing that a card says on both sides.
pub(super) struct Said {
    pub(super) part: Part,
    pub(super) before: Figure,
    pub(super) after: Figure,
    pub(super) trend: Trend,
}

/// What a pair of cards says differently.
pub(super) fn said(before: &Card, after: &Card) -> Vec<Said> {
    let mut found = Vec::new();
    let mut add = |part: Part, before: Figure, after: Figure, direction: Option<Direction>| {
        if before != after {
            let trend = direction.map_or(Trend::Neither, |direction| better_when(direction, &before, &after));
            found.push(Said { part, before, after, trend });
        }
    };
    if before.text != after.text {
        add(Part::Text, words(&before.text), words(&after.text), None);
    }
    let down = Some(Direction::Down);
    let grade = |grade: Option<crate::model::Grade>| grade.map_or(Figure::Absent, |grade| Figure::Grade(grade.value()));
    match (&before.content, &after.content) {
        (Content::PainPoint(before), Content::PainPoint(after)) => {
            let share =
                |share: Option<crate::model::Share>| share.map_or(Figure::Absent, |share| Figure::Share(share.value()));
            add(Part::Severity, grade(before.severity), grade(after.severity), down);
            add(Part::Share, share(before.share), share(after.share), down);
        }
        (Content::Opportunity(before), Content::Opportunity(after)) => {
            let importance = |importance: Option<crate::model::Importance>| {
                importance.map_or(Figure::Absent, |importance| Figure::Grade(importance.value()))
            };
            add(Part::Impact, grade(before.impact), grade(after.impact), None);
            add(Part::Effort, grade(before.effort), grade(after.effort), None);
            add(Part::Importance, importance(before.importance), importance(after.importance), None);
            add(Part::State, Figure::Opportunity(before.state), Figure::Opportunity(after.state), None);
        }
        (Content::Touchpoint(before), Content::Touchpoint(after)) => {
            let service = |service: Option<crate::model::Service>| service.map_or(Figure::Absent, Figure::Service);
            add(Part::State, Figure::Touchpoint(before.state), Figure::Touchpoint(after.state), None);
            add(Part::Service, service(before.service), service(after.service), None);
            let flags = |part, before: bool, after: bool, better: bool| {
                let trend = if after == better { Trend::Better } else { Trend::Worse };
                (before != after).then_some(Said {
                    part,
                    before: Figure::Flag(before),
                    after: Figure::Flag(after),
                    trend,
                })
            };
            found.extend(flags(Part::Personalised, before.personalised, after.personalised, true));
            found.extend(flags(Part::Repeats, before.repeats, after.repeats, false));
        }
        (Content::Metric(before), Content::Metric(after)) => found.extend(metric(before, after)),
        _ => {}
    }
    found
}

/// What a metric says differently: where it is, and where it should be.
pub(super) fn metric(before: &Metric, after: &Metric) -> Vec<Said> {
    let of = |metric: &Metric, value: Option<f64>| {
        value.map_or(Figure::Absent, |value| Figure::Quantity(value, metric.unit.clone()))
    };
    let mut found = Vec::new();
    let values = (of(before, before.value), of(after, after.value));
    // 3 minutes and 3 days can't be told apart by their figures.
    let comparable = before.unit == after.unit;
    let trend = if comparable { better_when(after.direction, &values.0, &values.1) } else { Trend::Neither };
    if values.0 != values.1 {
        found.push(Said { part: Part::Value, before: values.0, after: values.1, trend });
    }
    let targets = (of(before, before.target), of(after, after.target));
    if targets.0 != targets.1 {
        found.push(Said { part: Part::Target, before: targets.0, after: targets.1, trend: Trend::Neither });
    }
    found
}

pub(super) fn words(text: &str) -> Figure {
    if text.trim().is_empty() { Figure::Absent } else { Figure::Words(text.to_owned()) }
}
