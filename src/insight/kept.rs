//! How many customers are still there: an estimate of exposure, never a forecast.

use crate::model::{JourneyMap, LossRates, PersonaId, ScoreState, Step, StepId};

/// The customers kept after a step, as a range: the source gives one figure for "two or three" bad experiences.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Kept {
    /// After which step.
    pub step: StepId,
    /// The least share that is still there, 0…1.
    pub low: f64,
    /// The greatest share that is still there, 0…1.
    pub high: f64,
    /// The persona takes part in a step up to here whose score is unknown: what is kept is at most this.
    pub at_most: bool,
}

/// The share of a persona's customers kept after each step. Steps are taken as independent, each a bad experience (an answer
/// at or below −1.5) with [`bad_share`]; the number of bad experiences so far follows the Poisson-binomial distribution,
/// by dynamic programming. Of those without a bad experience all stay, with one `1 − first`, with three or more
/// `1 − second`, with two somewhere between (rates: the map's, by default PwC 2018).
pub fn kept(map: &JourneyMap, persona: PersonaId) -> Vec<Kept> {
    let LossRates { first, second, .. } = map.loss_rates;
    // Shares of customers with 0, 1, 2, 3 or more bad experiences.
    let mut counts = [1.0, 0.0, 0.0, 0.0];
    let mut at_most = false;
    let mut after_step = |step: &Step| {
        match bad_share(step, persona) {
            Some(bad) => {
                let [none, one, two, more] = counts;
                let good = 1.0 - bad;
                counts = [none * good, one * good + none * bad, two * good + one * bad, more + two * bad];
            }
            None => at_most |= step.score(persona).state != ScoreState::NotInvolved,
        }
        let [none, one, two, more] = counts;
        let certain = none + one * (1.0 - first) + more * (1.0 - second);
        Kept { step: step.id, low: certain + two * (1.0 - second), high: certain + two * (1.0 - first), at_most }
    };
    map.steps().map(|(_, step)| after_step(step)).collect()
}

/// The share of customers to whom a step is a bad experience: measured where it was, else by the shown score 0.7, 0.3,
/// 0.07, 0.01, 0 at −2, −1, 0, +1, +2, linear between (the project's own table). None without a score.
pub fn bad_share(step: &Step, persona: PersonaId) -> Option<f64> {
    const TABLE: [f64; 5] = [0.7, 0.3, 0.07, 0.01, 0.0];
    let score = step.score(persona);
    if let Some(bad) = score.measured().and_then(|measured| measured.bad) {
        return Some(bad.clamp(0.0, 1.0));
    }
    let place = (score.shown()? + 2.0).clamp(0.0, 4.0);
    let below = place.floor();
    let left = TABLE.get(below as usize).copied()?;
    let right = TABLE.get(below as usize + 1).copied().unwrap_or(left);
    Some(left + (right - left) * (place - below))
}
