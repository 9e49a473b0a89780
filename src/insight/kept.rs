//! How many customers are still there: an estimate of exposure, never a forecast.

use std::collections::BTreeMap;

use crate::model::{BadSoFar, EvidenceId, JourneyMap, LossRates, PersonaId, ScoreState, Step, StepId};

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
    /// Bad experiences up to here were counted respondent by respondent in a survey, at least at some steps; else all steps
    /// are taken as independent.
    pub counted: bool,
}

/// Shares of customers with 0, 1, 2, 3 or more bad experiences.
type Shares = [f64; 4];

/// The share of a persona's customers kept after each step. The number of bad experiences (answers at or below −1.5) so far
/// was counted respondent by respondent where one survey covers steps; other steps are taken as independent, each a bad
/// experience with [`bad_share`] (Poisson-binomial, by dynamic programming), and several surveys as asked of different
/// people. Of those without a bad experience all stay, with one `1 − first`, with three or more `1 − second`, with two
/// somewhere between (rates: the map's, by default PwC 2018).
pub fn kept(map: &JourneyMap, persona: PersonaId) -> Vec<Kept> {
    let LossRates { first, second, .. } = map.loss_rates;
    let mut surveys = Surveys::new(map, persona);
    let mut independent: Shares = [1.0, 0.0, 0.0, 0.0];
    let mut at_most = false;
    let mut after_step = |step: &Step| {
        if !surveys.cover(step, persona) {
            match bad_share(step, persona) {
                Some(bad) => independent = together(independent, [1.0 - bad, bad, 0.0, 0.0]),
                None => at_most |= step.score(persona).state != ScoreState::NotInvolved,
            }
        }
        let [none, one, two, more] = surveys.shares().fold(independent, together);
        let certain = none + one * (1.0 - first) + more * (1.0 - second);
        let counted = surveys.shares().next().is_some();
        Kept {
            step: step.id,
            low: certain + two * (1.0 - second),
            high: certain + two * (1.0 - first),
            at_most,
            counted,
        }
    };
    map.steps().map(|(_, step)| after_step(step)).collect()
}

/// The number of bad experiences of two kinds that know nothing of each other.
fn together(a: Shares, b: Shares) -> Shares {
    let [none, one, two, _] = a;
    let [b_none, b_one, b_two, _] = b;
    let found = [none * b_none, one * b_none + none * b_one, two * b_none + one * b_one + none * b_two];
    let more = 1.0 - found.iter().sum::<f64>();
    [found[0], found[1], found[2], more.max(0.0)]
}

/// The surveys whose answers were counted respondent by respondent for a persona.
struct Surveys<'a>(BTreeMap<EvidenceId, Survey<'a>>);

struct Survey<'a> {
    /// What is still to come, in the order that the map had when the survey came in.
    rest: &'a [BadSoFar],
    /// After the last step that was covered.
    shares: Option<Shares>,
}

impl<'a> Surveys<'a> {
    fn new(map: &'a JourneyMap, persona: PersonaId) -> Self {
        let counted = map.evidence.iter().filter_map(|entry| {
            let rest = entry.survey.as_ref()?.respondents.get(&persona)?;
            Some((entry.id, Survey { rest, shares: None }))
        });
        Self(counted.collect())
    }

    /// Whether a survey says how many bad experiences its respondents had after this step. It does as long as the steps
    /// stand in the order in which they were counted and still show its answers; what comes after the first that doesn't
    /// would count that one too.
    fn cover(&mut self, step: &Step, persona: PersonaId) -> bool {
        let source = step.score(persona).measured().and_then(|measured| measured.evidence);
        let Some(survey) = source.and_then(|id| self.0.get_mut(&id)) else { return false };
        let next = survey.rest.split_first().filter(|(next, _)| next.step == step.id);
        let covered = next.and_then(|(next, rest)| next.shares().map(|shares| (shares, rest)));
        match covered {
            Some((shares, rest)) => {
                survey.shares = Some(shares);
                survey.rest = rest;
                true
            }
            None => {
                survey.rest = &[];
                false
            }
        }
    }

    fn shares(&self) -> impl Iterator<Item = Shares> {
        self.0.values().filter_map(|survey| survey.shares)
    }
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
