//! What the customer expected, beside what they felt.

use super::mean;
use crate::model::{JourneyMap, PersonaId, StepId};

/// A step whose score and expectation are both known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gap {
    /// Which step.
    pub step: StepId,
    /// The shown score, −2…+2.
    pub score: f64,
    /// What was expected, −2…+2.
    pub expected: f64,
}

impl Gap {
    /// Score − expected, −4…+4: below 0 the customer is let down (the expectancy-disconfirmation model; Oliver 1980).
    pub fn value(self) -> f64 {
        self.score - self.expected
    }
}

/// The gaps of a persona, in map order.
pub fn gaps(map: &JourneyMap, persona: PersonaId) -> Vec<Gap> {
    let steps = map.steps().filter_map(|(_, step)| {
        let score = step.score(persona);
        Some(Gap { step: step.id, score: score.shown()?, expected: score.expected?.value() })
    });
    steps.collect()
}

/// The mean gap of a persona, −4…+4; none without a step where both are known.
pub fn mean_gap(map: &JourneyMap, persona: PersonaId) -> Option<f64> {
    mean(gaps(map, persona).into_iter().map(Gap::value))
}

/// Where a persona is let down most: the lowest gap below 0, of equals the first.
pub fn worst(map: &JourneyMap, persona: PersonaId) -> Option<Gap> {
    let below = gaps(map, persona).into_iter().filter(|gap| gap.value() < 0.0);
    below.min_by(|a, b| a.value().total_cmp(&b.value()))
}
