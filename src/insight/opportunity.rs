//! Which opportunities are worth it.

use std::collections::{BTreeSet, HashMap};

use super::span::Columns;
use crate::model::{Card, CardId, Content, JourneyMap};

/// The opportunity score of a card (Ulwick, "What Customers Want", 2005): importance + max(importance − satisfaction, 0),
/// 0…20. Satisfaction is 2.5 · (e + 2), e the mean of the shown scores of all personas at the steps that its pain points
/// span; where none of them lies on the map, at the steps that it spans itself. None for another card, without importance, or
/// where no such score is known.
pub fn score(map: &JourneyMap, card: CardId) -> Option<f64> {
    scores(map).into_iter().find(|(id, _)| *id == card).and_then(|(_, score)| score)
}

/// The opportunity scores of all opportunities, on the map in map order and then in the tray.
pub fn scores(map: &JourneyMap) -> Vec<(CardId, Option<f64>)> {
    let columns = Columns::new(map);
    let mut places: HashMap<CardId, (usize, usize)> = HashMap::new();
    for (place, step) in columns.steps.iter().enumerate() {
        for card in &step.cards {
            places.insert(card.id, columns.of(place, card));
        }
    }
    // Sum and number of the known scores of each step.
    let known: Vec<(f64, u32)> = columns
        .steps
        .iter()
        .map(|step| {
            let own = map.personas.iter().filter(|persona| !persona.competitor);
            let shown = own.filter_map(|persona| step.score(persona.id).shown());
            shown.fold((0.0, 0), |(sum, n), value| (sum + value, n + 1))
        })
        .collect();
    let own_score = |card: &Card| {
        let Content::Opportunity(opportunity) = &card.content else { return None };
        let importance = f64::from(opportunity.importance?.value());
        // A set: two pain points at one step don't make its score count twice.
        let covered = |cards: &[CardId]| -> BTreeSet<usize> {
            cards.iter().filter_map(|id| places.get(id)).flat_map(|&(first, last)| first..=last).collect()
        };
        let mut steps = covered(&opportunity.answers);
        if steps.is_empty() {
            steps = covered(&[card.id]);
        }
        let at_steps = steps.iter().filter_map(|&place| known.get(place));
        let (sum, n) = at_steps.fold((0.0, 0), |(sum, n), step| (sum + step.0, n + step.1));
        let mean = (n > 0).then(|| sum / f64::from(n))?;
        let satisfaction = 2.5 * (mean + 2.0);
        Some(importance + (importance - satisfaction).max(0.0))
    };
    map.cards()
        .map(|(_, card)| card)
        .chain(&map.tray)
        .filter(|card| matches!(card.content, Content::Opportunity(_)))
        .map(|card| (card.id, own_score(card)))
        .collect()
}
