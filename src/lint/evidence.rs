//! Rules of what scores and statements rest on.

use jiff::civil::Date;

use super::{Advice, Rule};
use crate::edit::Edit;
use crate::insight::evidence;
use crate::model::check::Thing;
use crate::model::{JourneyMap, PersonaId, Score, ScoreState, Step};

/// Below this many answers a score shouldn't be called validated.
const VALIDATED_ANSWERS: u32 = 30;

pub(super) fn advise(map: &JourneyMap, today: Option<Date>, found: &mut Vec<Advice>) {
    let supported = evidence::supported_steps(map);
    // Where nothing at all was gathered yet, the whole map is a hypothesis, and says so with its dashes.
    let begun = !supported.is_empty();
    for (_, step) in map.steps() {
        if begun && step.moment_of_truth && !supported.contains(&step.id) {
            found.push(Advice::new(Thing::Step(step.id), Rule::MomentWithoutEvidence));
        }
        found.extend(map.personas.iter().filter_map(|persona| unfounded(step, persona.id)));
    }
    let stale = today.map(|today| evidence::stale(map, today)).unwrap_or_default();
    for stale in stale {
        found.push(Advice::new(Thing::Evidence(stale.evidence), Rule::StaleEvidence { days: stale.days }));
    }
}

/// A validated score that isn't.
fn unfounded(step: &Step, persona: PersonaId) -> Option<Advice> {
    let score = step.score(persona);
    let ScoreState::Scored { believed, measured, validated: true } = score.state else { return None };
    let rule = match measured {
        None => Rule::ValidatedWithoutEvidence(persona),
        Some(measured) if measured.n < VALIDATED_ANSWERS => Rule::ValidatedOnFew { persona, n: measured.n },
        Some(_) => return None,
    };
    let state = ScoreState::Scored { believed, measured, validated: false };
    let remedy = Edit::SetScore { step: step.id, persona, score: Score { state, ..score } };
    Some(Advice::new(Thing::Step(step.id), rule).mended_by(remedy))
}
