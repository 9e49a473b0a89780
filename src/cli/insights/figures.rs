//! What both ways of writing need of the figures.

use crate::insight::kept::kept;
use crate::model::{JourneyMap, PersonaId, StepId};

/// The customers kept after each step.
pub(super) struct Kept {
    /// Step, least share, greatest share, and whether it is only known to be at most that.
    pub(super) steps: Vec<(StepId, f64, f64, bool)>,
}

impl Kept {
    pub(super) fn of(map: &JourneyMap, persona: PersonaId) -> Self {
        let steps = kept(map, persona).into_iter();
        Self { steps: steps.map(|kept| (kept.step, kept.low, kept.high, kept.at_most)).collect() }
    }
}
