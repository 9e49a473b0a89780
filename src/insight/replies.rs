//! What readers of the page answered, step by step and card by card: evidence of its own kind, beside scores that are believed
//! or measured and never in their place.

use crate::model::{CardId, JourneyMap, Measured, Reply, StepId};

/// The mean of the readers' scores of a step, with how many they are and how far they spread ([`super::band`] gives its
/// band). None where nobody scored it.
pub fn score(map: &JourneyMap, step: StepId) -> Option<Measured> {
    let scores: Vec<f64> =
        map.replies.values().filter_map(|reply| reply.scores.get(&step)).map(|score| score.value()).collect();
    let n = scores.len() as f64;
    if scores.is_empty() {
        return None;
    }
    let mean = scores.iter().sum::<f64>() / n;
    let squares: f64 = scores.iter().map(|score| (score - mean).powi(2)).sum();
    let bad = scores.iter().filter(|score| **score <= -1.5).count() as f64 / n;
    Some(Measured {
        n: scores.len() as u32,
        mean,
        sd: (scores.len() > 1).then(|| (squares / (n - 1.0)).sqrt()),
        bad: Some(bad),
        effective: None,
        evidence: None,
    })
}

/// Who said what to a step, in the order of the replies' ids.
pub fn to_step(map: &JourneyMap, step: StepId) -> Vec<(&Reply, &str)> {
    map.replies.values().filter_map(|reply| Some((reply, reply.steps.get(&step)?.as_str()))).collect()
}

/// Who said what to a card.
pub fn to_card(map: &JourneyMap, card: CardId) -> Vec<(&Reply, &str)> {
    map.replies.values().filter_map(|reply| Some((reply, reply.cards.get(&card)?.as_str()))).collect()
}

/// How many readers voted for a card.
pub fn votes(map: &JourneyMap, card: CardId) -> usize {
    map.replies.values().filter(|reply| reply.votes.contains(&card)).count()
}
