//! Which steps a card covers.

use std::collections::HashMap;

use crate::model::{Card, JourneyMap, Step, StepId};

/// The steps of a map in order, and the place of each.
pub(super) struct Columns<'a> {
    /// The steps.
    pub(super) steps: Vec<&'a Step>,
    places: HashMap<StepId, usize>,
}

impl<'a> Columns<'a> {
    pub(super) fn new(map: &'a JourneyMap) -> Self {
        let steps: Vec<&Step> = map.steps().map(|(_, step)| &**step).collect();
        let places = steps.iter().enumerate().map(|(place, step)| (step.id, place)).collect();
        Self { steps, places }
    }

    /// First and last place of a card that begins at `begin`. A span whose end isn't there, or lies before, is none.
    pub(super) fn of(&self, begin: usize, card: &Card) -> (usize, usize) {
        let end = card.until.and_then(|until| self.places.get(&until)).copied();
        (begin, end.unwrap_or(begin).max(begin))
    }
}
