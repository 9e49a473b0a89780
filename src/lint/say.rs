//! Advice in words.

use super::{Advice, Rule};
use crate::file::say::thing;
use crate::i18n::Words;
use crate::model::JourneyMap;
use crate::model::check::Thing;
use crate::words;

/// What was found, and what could be done.
pub fn say(words: &Words, map: &JourneyMap, advice: &Advice) -> String {
    let at = thing(words, map, advice.at);
    let number = |n: u32| words.number(f64::from(n), 0);
    let of = |id| thing(words, map, Thing::Persona(id));
    match advice.rule {
        Rule::PainUnanswered => words!(words, "advice-pain-unanswered", at = at),
        Rule::NoWayToPerson => words!(words, "advice-no-way-to-person", at = at),
        Rule::ValidatedWithoutEvidence(persona) => {
            words!(words, "advice-validated-without-evidence", at = at, persona = of(persona))
        }
        Rule::ValidatedOnFew { persona, n } => {
            words!(words, "advice-validated-on-few", at = at, persona = of(persona), n = number(n))
        }
        Rule::StepWithoutScore => words!(words, "advice-step-without-score", at = at),
        Rule::EmotionWithoutPersona => words!(words, "advice-emotion-without-persona", at = at),
        Rule::TouchpointGap { observed, expected } if observed < expected => {
            words!(words, "advice-touchpoints-few", at = at, observed = number(observed), expected = number(expected))
        }
        Rule::TouchpointGap { observed, expected } => {
            words!(words, "advice-touchpoints-many", at = at, observed = number(observed), expected = number(expected))
        }
        Rule::EmptyCard => words!(words, "advice-empty-card", at = at),
    }
}
