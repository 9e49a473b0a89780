//! Rules of touchpoints.

use std::collections::HashSet;

use super::{Advice, Remedy, Rule};
use crate::insight::carry_over::switches;
use crate::insight::contact::{Contact, contacts};
use crate::insight::{pain, touchpoints};
use crate::model::check::Thing;
use crate::model::{Content, JourneyMap, PersonaId, Service, Step, StepId, TouchpointState};

pub(super) fn advise(map: &JourneyMap, found: &mut Vec<Advice>) {
    // Fewer touchpoints than expected lose customers early; more make it too complicated.
    for stage in touchpoints::by_stage(map) {
        let Some((gap, expected)) = stage.gap().zip(stage.expected) else { continue };
        if gap != 0 {
            let observed = u32::try_from(stage.observed()).unwrap_or(u32::MAX);
            found.push(Advice::new(Thing::Stage(stage.stage), Rule::TouchpointGap { observed, expected }));
        }
    }
    for switch in switches(map, None).into_iter().filter(|switch| switch.repeats) {
        found.push(Advice::new(Thing::Card(switch.to), Rule::Repeats { from: switch.from }));
    }
    for (_, step) in map.steps() {
        without_person(step, found);
    }
    negative(map, found);
}

/// Automated touchpoints of a step at which no person serves.
fn without_person(step: &Step, found: &mut Vec<Advice>) {
    let in_use = |service: Service| {
        step.cards.iter().filter(move |card| match &card.content {
            Content::Touchpoint(it) => it.service == Some(service) && it.state == TouchpointState::InUse,
            _ => false,
        })
    };
    if in_use(Service::Person).next().is_none() {
        let alone = in_use(Service::Automated);
        found.extend(alone.map(|card| Advice::new(Thing::Card(card.id), Rule::NoWayToPerson)));
    }
}

/// Touchpoints that feel bad at a step over which no pain point lies: each that has a score of its own, and the first of those
/// that only their step makes bad.
fn negative(map: &JourneyMap, found: &mut Vec<Advice>) {
    let explained = pain::steps(map);
    let mut said: HashSet<StepId> = HashSet::new();
    for contact in contacts(map, None).filter(|contact| !explained.contains(&contact.step.id)) {
        let Some((persona, own)) = worst(map, &contact) else { continue };
        if own || said.insert(contact.step.id) {
            let advice = Advice::new(Thing::Card(contact.card.id), Rule::NegativeTouchpoint(persona));
            found.push(advice.mended_by(Remedy::NamePain(contact.step.id)));
        }
    }
}

/// To whom a touchpoint feels worst, below 0, and whether it is its own score.
fn worst(map: &JourneyMap, contact: &Contact<'_>) -> Option<(PersonaId, bool)> {
    let personas = map.personas.iter().map(|persona| persona.id).filter(|&persona| contact.meets(persona));
    let felt = personas.filter_map(|persona| Some((persona, contact.felt(persona)?)));
    let below = felt.filter(|(_, felt)| felt.value < 0.0);
    let worst = below.min_by(|(_, a), (_, b)| (!a.own).cmp(&!b.own).then(a.value.total_cmp(&b.value)))?;
    Some((worst.0, worst.1.own))
}
