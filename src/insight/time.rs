//! How long the journey takes, and how much of that is waiting.

use std::ops::Add;

use crate::model::{JourneyMap, PersonaId, ScoreState, StageId, Step, StepId};

/// Minutes of one step or of several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Times {
    /// Minutes that the customer is busy.
    pub active: u64,
    /// Minutes that the customer waits.
    pub waiting: u64,
    /// Steps that say neither: the sums are at least this.
    pub unknown: usize,
    /// All steps.
    pub steps: usize,
}

impl Times {
    /// Active and waiting minutes together.
    pub const fn total(self) -> u64 {
        self.active.saturating_add(self.waiting)
    }

    /// Waiting / (active + waiting), 0…1 (the project's own formula; "process cycle efficiency" of lean management is its
    /// complement); none without any time.
    pub fn waiting_share(self) -> Option<f64> {
        (self.total() > 0).then(|| self.waiting as f64 / self.total() as f64)
    }

    fn of(step: &Step) -> Self {
        Self {
            active: step.active_minutes.unwrap_or(0).into(),
            waiting: step.waiting_minutes.unwrap_or(0).into(),
            unknown: usize::from(step.active_minutes.is_none() && step.waiting_minutes.is_none()),
            steps: 1,
        }
    }
}

impl Add for Times {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            active: self.active.saturating_add(other.active),
            waiting: self.waiting.saturating_add(other.waiting),
            unknown: self.unknown + other.unknown,
            steps: self.steps + other.steps,
        }
    }
}

fn takes_part(step: &Step, whose: Option<PersonaId>) -> bool {
    whose.is_none_or(|persona| step.score(persona).state != ScoreState::NotInvolved)
}

/// The times of each step in which the persona takes part, or of all, in map order.
pub fn by_step(map: &JourneyMap, whose: Option<PersonaId>) -> Vec<(StepId, Times)> {
    let steps = map.steps().map(|(_, step)| step);
    steps.filter(|step| takes_part(step, whose)).map(|step| (step.id, Times::of(step))).collect()
}

/// The times of each stage, in map order.
pub fn by_stage(map: &JourneyMap, whose: Option<PersonaId>) -> Vec<(StageId, Times)> {
    let sum = |steps: &[std::sync::Arc<Step>]| {
        let taken = steps.iter().filter(|step| takes_part(step, whose));
        taken.map(|step| Times::of(step)).fold(Times::default(), Add::add)
    };
    map.stages.iter().map(|stage| (stage.id, sum(&stage.steps))).collect()
}

/// The time of the whole journey.
pub fn total(map: &JourneyMap, whose: Option<PersonaId>) -> Times {
    by_stage(map, whose).into_iter().map(|(_, times)| times).fold(Times::default(), Add::add)
}
