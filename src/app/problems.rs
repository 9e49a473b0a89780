//! What a map lacks, in words, each with its place and, where there is one, a remedy. Must not know how it is shown.

use super::session::Found;
use crate::edit::{Cursor, Edit, Selection};
use crate::file::say;
use crate::i18n::Words;
use crate::lint::{self, Advice, Rule};
use crate::model::check::Thing;
use crate::model::{JourneyMap, LaneKind, PersonaId};

/// Something that a map lacks.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Problem {
    /// What it is, in words.
    pub text: String,
    /// It makes the map invalid; else it is advice.
    pub fault: bool,
    /// Where it is.
    pub place: Option<Selection>,
    /// An edit that settles it.
    pub remedy: Option<Edit>,
}

/// All that was found: faults first.
pub(crate) fn problems(words: &Words, map: &JourneyMap, found: &Found) -> Vec<Problem> {
    let faults = found.faults.iter().map(|fault| Problem {
        text: say::fault(words, map, fault),
        fault: true,
        place: fault.at().and_then(|thing| place(map, thing, None)),
        remedy: None,
    });
    let advice = found.advice.iter().map(|advice| Problem {
        text: lint::say(words, map, advice),
        fault: false,
        place: place(map, advice.at, persona(map, advice)),
        remedy: advice.remedy.clone(),
    });
    faults.chain(advice).collect()
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
        Rule::StepWithoutScore => map.personas.first().map(|persona| persona.id),
        Rule::PainUnanswered
        | Rule::NoWayToPerson
        | Rule::EmotionWithoutPersona
        | Rule::TouchpointGap { .. }
        | Rule::EmptyCard => None,
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
        Thing::Segment(_) | Thing::Channel(_) | Thing::Evidence(_) => return None,
    })
}
