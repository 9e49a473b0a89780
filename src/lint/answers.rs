//! Rules of pain points and what is done about them.

use std::collections::{HashMap, HashSet};

use super::{Advice, Remedy, Rule};
use crate::edit::{CardChange, Edit, TextAt};
use crate::insight::pain;
use crate::model::check::Thing;
use crate::model::{Card, CardId, Content, JourneyMap, Opportunity, OpportunityState, Step};

pub(super) fn advise(map: &JourneyMap, found: &mut Vec<Advice>) {
    let cards = || map.cards().map(|(_, card)| card).chain(&map.tray);
    let unanswered: HashSet<CardId> = pain::unanswered(map).into_iter().collect();
    // Whether somebody answers for one of the opportunities that answer a pain point.
    let mut taken: HashMap<CardId, bool> = HashMap::new();
    for card in cards() {
        let Some(opportunity) = opportunity(card).filter(|it| it.state != OpportunityState::Rejected) else { continue };
        for answered in &opportunity.answers {
            *taken.entry(*answered).or_default() |= owned(card);
        }
    }
    // On a map where nobody answers for anything yet, every pain point would say the same.
    let begun = cards().any(|card| owned(card));
    for (step, card) in map.cards().filter(|(_, card)| matches!(card.content, Content::PainPoint(_))) {
        let (rule, remedy) = if unanswered.contains(&card.id) {
            // Without an idea beside it, one is to be written.
            let remedy = answered_here(step, card).map_or(Remedy::Answer(card.id), Remedy::Edit);
            (Rule::PainUnanswered, Some(remedy))
        } else if begun && !owned(card) && taken.get(&card.id) != Some(&true) {
            (Rule::PainWithoutOwner, owner_here(step, card).map(Remedy::Edit))
        } else {
            continue;
        };
        found.push(Advice { remedy, ..Advice::new(Thing::Card(card.id), rule) });
    }
    // Without a pain point on the map there is nothing to answer.
    let has_pains = cards().any(|card| matches!(card.content, Content::PainPoint(_)));
    for (step, card) in map.cards().filter(|_| has_pains) {
        let Some(idea) = opportunity(card) else { continue };
        if !idea.answers.is_empty() || idea.state == OpportunityState::Rejected {
            continue;
        }
        let mut advice = Advice::new(Thing::Card(card.id), Rule::OpportunityAnswersNothing);
        // Most likely it is meant for what goes wrong where it stands.
        let here = step.cards.iter().filter(|card| matches!(card.content, Content::PainPoint(_)));
        let answers: Vec<CardId> = here.map(|card| card.id).collect();
        if !answers.is_empty() {
            let content = Content::Opportunity(Opportunity { answers, ..idea.clone() });
            advice = advice.mended_by(Edit::SetCard(card.id, CardChange::Content(content)));
        }
        found.push(advice);
    }
}

/// The first idea of a step answers what goes wrong there, too: most likely it is meant for that.
fn answered_here(step: &Step, pain: &Card) -> Option<Edit> {
    let ideas = step.cards.iter().filter_map(|card| Some((card, opportunity(card)?)));
    let (card, idea) = ideas.into_iter().find(|(_, idea)| idea.state != OpportunityState::Rejected)?;
    let mut idea = idea.clone();
    idea.answers.push(pain.id);
    Some(Edit::SetCard(card.id, CardChange::Content(Content::Opportunity(idea))))
}

/// Who answers for the touchpoints of a step answers for what goes wrong there, where that is one and the same.
fn owner_here(step: &Step, pain: &Card) -> Option<Edit> {
    let touchpoints = step.cards.iter().filter(|card| matches!(card.content, Content::Touchpoint(_)));
    let mut owners = touchpoints.map(|card| card.owner.trim()).filter(|owner| !owner.is_empty());
    let owner = owners.next()?;
    owners.all(|other| other == owner).then(|| Edit::SetText { at: TextAt::CardOwner(pain.id), text: owner.to_owned() })
}

fn opportunity(card: &Card) -> Option<&Opportunity> {
    match &card.content {
        Content::Opportunity(opportunity) => Some(opportunity),
        _ => None,
    }
}

fn owned(card: &Card) -> bool {
    !card.owner.trim().is_empty()
}
