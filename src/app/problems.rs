//! What a map lacks, in words, each with its place and, where there is one, a remedy. Must not know how it is shown.

use super::session::Found;
use crate::edit::{Cursor, Selection};
use crate::file::say;
use crate::i18n::Words;
use crate::lint::{self, Advice, Remedy, Rule, RuleName};
use crate::model::check::Thing;
use crate::model::{JourneyMap, LaneKind, PersonaId, Score, Step};

/// Something that a map lacks.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Problem {
    /// What it is, in words.
    pub text: String,
    /// The rule that found it; none: it makes the map invalid.
    pub rule: Option<RuleName>,
    /// Where it is.
    pub place: Option<Selection>,
    /// What settles it, and how the button that does it is called.
    pub remedy: Option<(String, Remedy)>,
}

/// All that a map lacks, and the rules that don't speak on it.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Problems {
    /// What was found: faults first, then rule by rule.
    pub list: Vec<Problem>,
    /// The rules that the map has switched off.
    pub off: Vec<RuleName>,
}

/// All that was found: faults first, then rule by rule, each in map order.
pub(crate) fn problems(words: &Words, map: &JourneyMap, found: &Found) -> Problems {
    let faults = found.faults.iter().map(|fault| Problem {
        text: say::fault(words, map, fault),
        rule: None,
        place: fault.at().and_then(|thing| place(map, thing, None)),
        remedy: None,
    });
    let advice = found.advice.iter().map(|advice| Problem {
        text: lint::say(words, map, advice),
        rule: Some(advice.rule.name()),
        place: match advice.at {
            Some(at) => place(map, at, persona(map, advice)),
            // What concerns the whole map stands in the inspector while nothing is selected.
            None => Some(Selection::default()),
        },
        remedy: advice.remedy_words(words).zip(advice.remedy.clone()),
    });
    let mut list: Vec<Problem> = faults.chain(advice).collect();
    list.sort_by_key(|problem| problem.rule);
    let off = RuleName::ALL.iter().copied().filter(|rule| lint::is_off(map, *rule)).collect();
    Problems { list, off }
}

/// The first of what was found, in words.
pub(crate) fn first(words: &Words, map: &JourneyMap, found: &Found) -> Option<String> {
    let fault = found.faults.first().map(|fault| say::fault(words, map, fault));
    fault.or_else(|| found.advice.first().map(|advice| lint::say(words, map, advice)))
}

/// Whose score an advice is about.
fn persona(map: &JourneyMap, advice: &Advice) -> Option<PersonaId> {
    match advice.rule {
        Rule::ValidatedWithoutEvidence(persona) | Rule::ValidatedOnFew { persona, .. } => Some(persona),
        Rule::StepWithoutScore | Rule::MomentWithoutEvidence => map.personas.first().map(|persona| persona.id),
        _ => None,
    }
}

/// What is selected to show a thing; none for what has no place on the map. A score of a step is shown in the emotion lane.
pub(crate) fn place(map: &JourneyMap, thing: Thing, persona: Option<PersonaId>) -> Option<Selection> {
    Some(match thing {
        Thing::Persona(id) => Selection::at(Cursor::Persona(map.persona(id)?.id)),
        Thing::Stage(id) => Selection::at(Cursor::Stage(map.stage(id)?.id)),
        Thing::Step(id) => {
            let step = map.step(id)?.id;
            let lane = map.lanes.iter().find(|lane| lane.kind == LaneKind::Emotion && !lane.hidden && !lane.collapsed);
            match (lane, persona) {
                (Some(lane), Some(persona)) => {
                    Selection::at(Cursor::Cell { lane: lane.id, step, persona: Some(persona) })
                }
                _ => Selection::at(Cursor::Step(step)),
            }
        }
        Thing::Lane(id) => Selection::at(Cursor::Lane(map.lane(id)?.id)),
        Thing::Card(id) => {
            let (step, card) = map.card(id)?;
            Selection::card(Cursor::Cell { lane: card.lane, step: step?.id, persona: None }, id)
        }
        // Evidence shows where something rests on it.
        Thing::Evidence(id) => {
            let cards = map.cards().map(|(_, card)| card).chain(&map.tray);
            let mut cards = cards.filter(|card| card.evidence.contains(&id));
            let measured = |step: &Step| {
                let by = |score: &Score| score.measured().is_some_and(|measured| measured.evidence == Some(id));
                step.scores.iter().find(|(_, score)| by(score)).map(|(persona, _)| (step.id, *persona))
            };
            let score = map.steps().find_map(|(_, step)| measured(step));
            return match (score, cards.next()) {
                (Some((step, persona)), _) => place(map, Thing::Step(step), Some(persona)),
                (None, Some(card)) => place(map, Thing::Card(card.id), None),
                (None, None) => None,
            };
        }
        Thing::Segment(_) | Thing::Channel(_) => return None,
    })
}
