//! What the emotion curve says: its lowest point, its valleys, its longest slump, and what is remembered of it.

use crate::model::{JourneyMap, PersonaId, ScoreState, Step, StepId};

/// The lowest point of a map.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lowest {
    /// Where.
    pub step: StepId,
    /// Whose score.
    pub persona: PersonaId,
    /// The shown score, below 0.
    pub value: f64,
}

/// The lowest shown score below 0 over all personas of this journey; of equals the first in map order, then in the order of personas.
pub fn lowest(map: &JourneyMap) -> Option<Lowest> {
    let mut lowest: Option<Lowest> = None;
    for (_, step) in map.steps() {
        for persona in map.personas.iter().filter(|persona| !persona.competitor) {
            let Some(value) = step.score(persona.id).shown() else { continue };
            if value < lowest.map_or(0.0, |found| found.value) {
                lowest = Some(Lowest { step: step.id, persona: persona.id, value });
            }
        }
    }
    lowest
}

/// What is remembered of a journey.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PeakEnd {
    /// The step whose score is farthest from zero.
    pub peak: StepId,
    /// Its score.
    pub peak_value: f64,
    /// The last step that the persona takes part in.
    pub end: StepId,
    /// Its score.
    pub end_value: f64,
}

impl PeakEnd {
    /// The mean of both, −2…+2 (peak-end rule; Kahneman, Fredrickson et al. 1993).
    pub fn score(self) -> f64 {
        f64::midpoint(self.peak_value, self.end_value)
    }
}

/// Peak and end of a persona's curve: the score farthest from zero (of equals the worse, then the first), and that of the
/// last step in which it is involved. None where that step has no score.
pub fn peak_and_end(map: &JourneyMap, persona: PersonaId) -> Option<PeakEnd> {
    let involved = |step: &Step| step.score(persona).state != ScoreState::NotInvolved;
    let end = map.steps().map(|(_, step)| step).filter(|step| involved(step)).last()?;
    let end_value = end.score(persona).shown()?;
    let (peak, peak_value) = known(map, persona).reduce(|peak, other| {
        let farther = other.1.abs() > peak.1.abs() || (other.1.abs() == peak.1.abs() && other.1 < peak.1);
        if farther { other } else { peak }
    })?;
    Some(PeakEnd { peak, peak_value, end: end.id, end_value })
}

/// The peak-end score of a persona, see [`PeakEnd::score`].
pub fn peak_end(map: &JourneyMap, persona: PersonaId) -> Option<f64> {
    peak_and_end(map, persona).map(PeakEnd::score)
}

/// The local minima below 0: steps whose score is below that of the nearest scored step on either side (an end of the curve
/// has only one side). Of equal scores in a row the first step stands for all.
pub fn valleys(map: &JourneyMap, persona: PersonaId) -> Vec<StepId> {
    let mut runs: Vec<(StepId, f64)> = known(map, persona).collect();
    runs.dedup_by(|later, earlier| later.1 == earlier.1);
    let value = |place: Option<usize>| place.and_then(|place| runs.get(place)).map(|run| run.1);
    let deep = |place: usize, own: f64| {
        let below = |other: Option<f64>| other.is_none_or(|other| own < other);
        own < 0.0 && below(value(place.checked_sub(1))) && below(value(Some(place + 1)))
    };
    runs.iter().enumerate().filter(|&(place, run)| deep(place, run.1)).map(|(_, run)| run.0).collect()
}

/// A run of steps that all feel bad.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Slump {
    /// Where it begins.
    pub first: StepId,
    /// Where it ends.
    pub last: StepId,
    /// How many scored steps it has.
    pub steps: usize,
    /// Its lowest score.
    pub lowest: f64,
}

/// The longest run of known scores below 0; of equals the one with the lowest score, then the first. Steps without a score
/// are left out, so a run goes on behind them.
pub fn slump(map: &JourneyMap, persona: PersonaId) -> Option<Slump> {
    let mut best: Option<Slump> = None;
    let mut run: Option<Slump> = None;
    for (step, value) in known(map, persona) {
        run = (value < 0.0).then(|| match run {
            Some(run) => Slump { last: step, steps: run.steps + 1, lowest: run.lowest.min(value), ..run },
            None => Slump { first: step, last: step, steps: 1, lowest: value },
        });
        let Some(run) = run else { continue };
        let better = |best: Slump| run.steps > best.steps || (run.steps == best.steps && run.lowest < best.lowest);
        if best.is_none_or(better) {
            best = Some(run);
        }
    }
    best
}

/// A persona's shown scores in order, where there are any.
fn known(map: &JourneyMap, persona: PersonaId) -> impl Iterator<Item = (StepId, f64)> {
    map.steps().filter_map(move |(_, step)| step.score(persona).shown().map(|value| (step.id, value)))
}
