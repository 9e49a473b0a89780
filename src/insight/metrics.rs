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

/// All metrics of a map: the one that matters, the map's own, those of cards in map order.
pub fn standings(map: &JourneyMap) -> Vec<Standing> {
    let standing = |at, name: &str, metric: &Metric| Standing {
        at,
        name: name.to_owned(),
        metric: metric.clone(),
        progress: progress(metric),
        met: met(metric),
    };
    let omtm = map.omtm.iter().map(|named| standing(MetricAt::Omtm, &named.name, &named.metric));
    let own = map.metrics.iter().enumerate();
    let own = own.map(|(place, named)| standing(MetricAt::Map(place), &named.name, &named.metric));
    let cards = map.cards().filter_map(|(_, card)| match &card.content {
        Content::Metric(metric) => Some(standing(MetricAt::Card(card.id), &card.text, metric)),
        _ => None,
    });
    omtm.chain(own).chain(cards).collect()
}
