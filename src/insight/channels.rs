//! How channels play together: whether they feel the same, whether the customer has to begin anew.

use std::collections::BTreeMap;

use crate::model::{Channel, Content, JourneyMap, PersonaId, Step, Touchpoint};

fn touchpoints(step: &Step) -> impl Iterator<Item = &Touchpoint> {
    step.cards.iter().filter_map(|card| match &card.content {
        Content::Touchpoint(touchpoint) => Some(touchpoint),
        _ => None,
    })
}

/// Channel consistency of a persona, 0…1: 1 − the mean over steps of (population standard deviation of the channels'
/// scores)/2, over steps whose scored touchpoints use two or more channels (the project's own formula: 2 is the greatest
/// deviation on −2…+2). A channel's score at a step is the mean of its touchpoints' own scores. None without such a step.
pub fn consistency(map: &JourneyMap, persona: PersonaId) -> Option<f64> {
    let mut deviations = Vec::new();
    for (_, step) in map.steps() {
        let mut channels: BTreeMap<Channel, Vec<f64>> = BTreeMap::new();
        for touchpoint in touchpoints(step) {
            if let Some((channel, score)) = touchpoint.channel.zip(touchpoint.shown(persona)) {
                channels.entry(channel).or_default().push(score);
            }
        }
        let scores: Vec<f64> = channels.values().map(|scores| mean(scores)).collect();
        if scores.len() >= 2 {
            let middle = mean(&scores);
            let variance = scores.iter().map(|score| (score - middle).powi(2)).sum::<f64>() / scores.len() as f64;
            deviations.push(variance.sqrt() / 2.0);
        }
    }
    (!deviations.is_empty()).then(|| 1.0 - mean(&deviations))
}

/// The mean of a list that isn't empty.
fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// How the customer's matter is carried over from channel to channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CarryOver {
    /// Consecutive touchpoints, in map order, on different channels.
    pub switches: usize,
    /// Switches after which the customer has to repeat.
    pub repeats: usize,
}

impl CarryOver {
    /// 1 − repeats/switches, 0…1 (the project's own formula); none without a switch.
    pub fn share(self) -> Option<f64> {
        (self.switches > 0).then(|| 1.0 - self.repeats as f64 / self.switches as f64)
    }
}

/// The switches between consecutive touchpoints that have a channel, and how many of them make the customer repeat.
pub fn carry_over(map: &JourneyMap) -> CarryOver {
    let mut found = CarryOver { switches: 0, repeats: 0 };
    let mut last: Option<Channel> = None;
    for touchpoint in map.steps().flat_map(|(_, step)| touchpoints(step)) {
        let Some(channel) = touchpoint.channel else { continue };
        if last.is_some_and(|last| last != channel) {
            found.switches += 1;
            found.repeats += usize::from(touchpoint.repeats);
        }
        last = Some(channel);
    }
    found
}
