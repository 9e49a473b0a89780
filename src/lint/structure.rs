//! Rules of a map's build: stages, steps, lanes, and cards that say nothing.

use std::collections::{BTreeSet, HashMap};

use super::{Advice, Remedy, Rule};
use crate::edit::{CardChange, Edit};
use crate::model::check::Thing;
use crate::model::{Card, CardId, Content, JourneyMap, LaneId, LaneKind, Link, StepId};

/// More steps than this can't be looked over.
const MOST_STEPS: usize = 20;

pub(super) fn advise(map: &JourneyMap, found: &mut Vec<Advice>) {
    for stage in map.stages.iter().filter(|stage| stage.steps.is_empty()) {
        // The only stage of a map is a beginning.
        if map.stages.len() > 1 {
            let advice = Advice::new(Thing::Stage(stage.id), Rule::StageWithoutSteps);
            found.push(advice.mended_by(Edit::RemoveStage(stage.id)));
        }
    }
    if let Some((_, step)) = map.steps().nth(MOST_STEPS) {
        found.push(Advice::new(Thing::Step(step.id), Rule::TooManySteps { steps: map.steps().count() }));
    }
    for (_, card) in map.cards().filter(|(_, card)| says_nothing(card)) {
        let advice = Advice::new(Thing::Card(card.id), Rule::EmptyCard);
        found.push(advice.mended_by(Edit::RemoveCards(vec![card.id])));
    }
    lanes(map, found);
    arrows(map, found);
}

fn says_nothing(card: &Card) -> bool {
    let content = match &card.content {
        Content::Touchpoint(touchpoint) => touchpoint.channel.is_some(),
        Content::Image(image) => !image.file.is_empty(),
        Content::Metric(metric) => metric.value.is_some(),
        Content::Text | Content::PainPoint(_) | Content::Opportunity(_) | Content::Process => false,
    };
    !content && card.text.trim().is_empty() && card.notes.trim().is_empty()
}

/// How far behind the scene a lane of the service blueprint lies: the customer, frontstage, backstage, systems.
const fn depth(kind: LaneKind) -> Option<u8> {
    match kind {
        LaneKind::Actions => Some(0),
        LaneKind::Frontstage => Some(1),
        LaneKind::Backstage => Some(2),
        LaneKind::Systems => Some(3),
        _ => None,
    }
}

/// Lanes of the blueprint that lie above one nearer to the customer.
fn lanes(map: &JourneyMap, found: &mut Vec<Advice>) {
    for (place, lane) in map.lanes.iter().enumerate() {
        let Some(own) = depth(lane.kind).filter(|own| *own > 0) else { continue };
        let nearer = map.lanes.iter().rposition(|other| depth(other.kind).is_some_and(|other| other < own));
        if let Some(to) = nearer.filter(|to| *to > place) {
            let advice = Advice::new(Thing::Lane(lane.id), Rule::LaneBehindOther);
            found.push(advice.mended_by(Edit::MoveLane { id: lane.id, to }));
        }
    }
}

/// An arrow that skips the frontstage led over what stands there: the only frontstage card at the steps of its two ends. None
/// where there is none or a choice.
fn over_frontstage(map: &JourneyMap, card: &Card, link: &Link) -> Option<Edit> {
    let steps: BTreeSet<StepId> =
        [card.id, link.to].into_iter().filter_map(|id| map.card(id)?.0).map(|step| step.id).collect();
    let in_front = |card: &Card| map.lane(card.lane).is_some_and(|lane| lane.kind == LaneKind::Frontstage);
    let mut between = map.cards().filter(|(step, card)| steps.contains(&step.id) && in_front(card));
    let (_, front) = between.next()?;
    if between.next().is_some() {
        return None;
    }
    let leads = |links: &[Link], to: CardId| links.iter().any(|link| link.to == to);
    // What the arrow says stands at its first half.
    let mut here: Vec<Link> = card.links.iter().filter(|other| other.to != link.to).cloned().collect();
    if !leads(&here, front.id) {
        here.push(Link { to: front.id, label: link.label.clone() });
    }
    let mut on = front.links.clone();
    if !leads(&on, link.to) {
        on.push(Link { to: link.to, label: String::new() });
    }
    let links = |card: CardId, links: Vec<Link>| Edit::SetCard(card, CardChange::Links(links));
    Some(Edit::All(vec![links(card.id, here), links(front.id, on)]))
}

/// Arrows that cross the lines of interaction and of visibility at once, on a map that shows a frontstage between them.
fn arrows(map: &JourneyMap, found: &mut Vec<Advice>) {
    if !map.lanes.iter().any(|lane| lane.kind == LaneKind::Frontstage) {
        return;
    }
    let lanes: HashMap<LaneId, u8> = map.lanes.iter().filter_map(|lane| Some((lane.id, depth(lane.kind)?))).collect();
    let depths: HashMap<CardId, u8> =
        map.cards().filter_map(|(_, card)| Some((card.id, *lanes.get(&card.lane)?))).collect();
    for (_, card) in map.cards() {
        let Some(&own) = depths.get(&card.id) else { continue };
        for link in &card.links {
            if depths.get(&link.to).is_some_and(|&other| own.min(other) == 0 && own.max(other) > 1) {
                let remedy = over_frontstage(map, card, link).map(Remedy::Edit);
                let rule = Rule::PastFrontstage { other: link.to };
                found.push(Advice { remedy, ..Advice::new(Thing::Card(card.id), rule) });
            }
        }
    }
}
