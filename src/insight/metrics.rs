//! How far metrics have come.

use crate::model::{CardId, Content, Direction, JourneyMap, Metric};

/// Which metric of a map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MetricAt {
    /// The one that matters.
    Omtm,
    /// The one at this place of the map's own list.
    Map(usize),
    /// That of a card.
    Card(CardId),
}

/// A metric against its target.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    /// Which one.
    pub at: MetricAt,
    /// The card that shows it on the map.
    pub card: Option<CardId>,
    /// What it is called; may be empty.
    pub name: String,
    /// Its figures.
    pub metric: Metric,
    /// See [`progress`].
    pub progress: Option<f64>,
    /// See [`met`].
    pub met: Option<bool>,
}

/// How much of the way from baseline to target a metric has come: (value − baseline)/(target − baseline) (the project's own
/// formula). 0 at the baseline, 1 at the target, below 0 where it got worse, above 1 beyond the target. None without all
/// three, or where by the metric's direction the target is no better than the baseline: then there is no way to go.
pub fn progress(metric: &Metric) -> Option<f64> {
    let (baseline, value, target) = (metric.baseline?, metric.value?, metric.target?);
    let leads_on = match metric.direction {
        Direction::Up => target > baseline,
        Direction::Down => target < baseline,
    };
    // Halved first: figures near the ends of what a number can be have no difference.
    let part = (value / 2.0 - baseline / 2.0) / (target / 2.0 - baseline / 2.0);
    Some(part).filter(|part| leads_on && part.is_finite())
}

/// Whether a metric has reached its target, by its direction; none without value or target.
pub fn met(metric: &Metric) -> Option<bool> {
    let (value, target) = (metric.value?, metric.target?);
    Some(match metric.direction {
        Direction::Up => value >= target,
        Direction::Down => value <= target,
    })
}

/// All metrics of a map: the one that matters, the map's own, those of cards in map order. One of the map that stands on a card
/// too, by the same name and with the same figures, is one metric.
pub fn standings(map: &JourneyMap) -> Vec<Standing> {
    let standing = |at, card, name: &str, metric: &Metric| Standing {
        at,
        card,
        name: name.to_owned(),
        metric: metric.clone(),
        progress: progress(metric),
        met: met(metric),
    };
    let omtm = map.omtm.iter().map(|named| standing(MetricAt::Omtm, None, &named.name, &named.metric));
    let own = map.metrics.iter().enumerate();
    let own = own.map(|(place, named)| standing(MetricAt::Map(place), None, &named.name, &named.metric));
    let mut all: Vec<Standing> = omtm.chain(own).collect();
    let named = all.len();
    for (_, card) in map.cards() {
        let Content::Metric(metric) = &card.content else { continue };
        let name = card.text.trim();
        let same = |one: &&mut Standing| one.card.is_none() && one.name.trim() == name && one.metric == *metric;
        match all.iter_mut().take(named).find(same).filter(|_| !name.is_empty()) {
            Some(one) => one.card = Some(card.id),
            None => all.push(standing(MetricAt::Card(card.id), Some(card.id), &card.text, metric)),
        }
    }
    all
}
