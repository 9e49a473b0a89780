//! Which pain points hurt most, and which nobody has an answer to.

use std::collections::HashSet;

use super::span::Columns;
use crate::model::{CardId, Content, JourneyMap, OpportunityState, StepId};

/// A pain point in the ranking.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RankedPain {
    /// Which card.
    pub card: CardId,
    /// The step where it begins.
    pub step: StepId,
    /// 1…5.
    pub severity: Option<u8>,
    /// Share of all customers on this path, 0…1.
    pub share: Option<f64>,
    /// Whether a step that it spans is a moment of truth.
    pub moment_of_truth: bool,
    /// 0…10; none where severity or share is unknown.
    pub priority: Option<f64>,
    /// 1 is the worst; none where there is no priority.
    pub rank: Option<usize>,
}

/// The priority of a pain point: severity (1…5) × share of customers affected (0…1) × 2 where it touches a moment of truth.
/// 0…10. The project's own formula (severity × reach, as in FMEA's risk priority number without detection).
pub fn priority(severity: u8, share: f64, moment_of_truth: bool) -> f64 {
    f64::from(severity) * share * if moment_of_truth { 2.0 } else { 1.0 }
}

/// The pain points of a map, worked out once for whoever wants both.
#[derive(Debug, Clone, PartialEq)]
pub struct Pains {
    /// Worst first. Of equal priority the more severe, then the first in map order; those that can't be rated come last, in
    /// map order.
    pub ranking: Vec<RankedPain>,
    /// The sum of priorities of each step, in step order: what hurts over several steps counts at each of them. None where
    /// no rated pain point lies.
    pub by_step: Vec<(StepId, Option<f64>)>,
}

/// The pain points that lie on the map.
pub fn pains(map: &JourneyMap) -> Pains {
    let found = spanned(map);
    let mut by_step: Vec<(StepId, Option<f64>)> = map.steps().map(|(_, step)| (step.id, None)).collect();
    for (pain, (first, last)) in &found {
        let Some(priority) = pain.priority else { continue };
        for (_, sum) in by_step.iter_mut().take(last + 1).skip(*first) {
            *sum = Some(sum.unwrap_or(0.0) + priority);
        }
    }
    let mut ranking: Vec<RankedPain> = found.into_iter().map(|(pain, _)| pain).collect();
    // Stable, so map order decides the rest.
    ranking.sort_by(|a, b| match (a.priority, b.priority) {
        (Some(x), Some(y)) => y.total_cmp(&x).then(b.severity.cmp(&a.severity)),
        (x, y) => y.is_some().cmp(&x.is_some()),
    });
    for (place, pain) in ranking.iter_mut().enumerate() {
        pain.rank = pain.priority.map(|_| place + 1);
    }
    Pains { ranking, by_step }
}

/// [`Pains::ranking`] alone.
pub fn ranking(map: &JourneyMap) -> Vec<RankedPain> {
    pains(map).ranking
}

/// [`Pains::by_step`] alone.
pub fn by_step(map: &JourneyMap) -> Vec<(StepId, Option<f64>)> {
    pains(map).by_step
}

/// The pain points on the map, in map order, that no opportunity answers. An opportunity counts on the map and in the tray,
/// unless it was rejected.
pub fn unanswered(map: &JourneyMap) -> Vec<CardId> {
    let answered: HashSet<CardId> = map
        .cards()
        .map(|(_, card)| card)
        .chain(&map.tray)
        .filter_map(|card| match &card.content {
            Content::Opportunity(opportunity) if opportunity.state != OpportunityState::Rejected => Some(opportunity),
            _ => None,
        })
        .flat_map(|opportunity| opportunity.answers.iter().copied())
        .collect();
    map.cards()
        .filter(|(_, card)| matches!(card.content, Content::PainPoint(_)) && !answered.contains(&card.id))
        .map(|(_, card)| card.id)
        .collect()
}

/// The steps over which a pain point lies, rated or not.
pub fn steps(map: &JourneyMap) -> HashSet<StepId> {
    let steps: Vec<StepId> = map.steps().map(|(_, step)| step.id).collect();
    let covered = spanned(map).into_iter().flat_map(|(_, (first, last))| first..=last);
    covered.filter_map(|place| steps.get(place).copied()).collect()
}

/// All pain points on the map in map order, unranked, each with the places of its first and last step.
fn spanned(map: &JourneyMap) -> Vec<(RankedPain, (usize, usize))> {
    let columns = Columns::new(map);
    // How many moments of truth stand before each step.
    let mut before = vec![0_usize];
    for step in &columns.steps {
        before.push(before.last().copied().unwrap_or(0) + usize::from(step.moment_of_truth));
    }
    let mut pains = Vec::new();
    for (place, step) in columns.steps.iter().enumerate() {
        for card in &step.cards {
            let Content::PainPoint(pain) = &card.content else { continue };
            let (first, last) = columns.of(place, card);
            let moment_of_truth = before.get(last + 1) > before.get(first);
            let severity = pain.severity.map(|grade| grade.value());
            let share = pain.share.map(|share| share.value());
            let priority = severity.zip(share).map(|(severity, share)| priority(severity, share, moment_of_truth));
            let ranked =
                RankedPain { card: card.id, step: step.id, severity, share, moment_of_truth, priority, rank: None };
            pains.push((ranked, (first, last)));
        }
    }
    pains
}
