//! Advice in words.

use super::{Advice, Rule};
use crate::file::say::thing;
use crate::i18n::Words;
use crate::model::check::Thing;
use crate::model::{CardId, JourneyMap, PersonaId};
use crate::words;

/// What was found, and what could be done.
pub fn say(words: &Words, map: &JourneyMap, advice: &Advice) -> String {
    let at = advice.at.map_or_else(|| words!(words, "advice-the-map"), |at| thing(words, map, at));
    let number = |n: u32| words.number(f64::from(n), 0);
    let many = |n: usize| words.number(n as f64, 0);
    let of = |id: PersonaId| {
        let name = map.persona(id).map(|persona| persona.name.trim()).filter(|name| !name.is_empty());
        name.map_or_else(|| thing(words, map, Thing::Persona(id)), str::to_owned)
    };
    let card = |id: CardId| thing(words, map, Thing::Card(id));
    match advice.rule {
        Rule::StageWithoutSteps => words!(words, "advice-stage-without-steps", at = at),
        Rule::TooManySteps { steps } => words!(words, "advice-too-many-steps", steps = many(steps)),
        Rule::LaneBehindOther => words!(words, "advice-lane-behind-other", at = at),
        Rule::PastFrontstage { other } => words!(words, "advice-past-frontstage", at = at, other = card(other)),
        Rule::PainUnanswered => words!(words, "advice-pain-unanswered", at = at),
        Rule::PainWithoutOwner => words!(words, "advice-pain-without-owner", at = at),
        Rule::OpportunityAnswersNothing => words!(words, "advice-opportunity-answers-nothing", at = at),
        Rule::NegativeTouchpoint(persona) => {
            words!(words, "advice-negative-touchpoint", at = at, persona = of(persona))
        }
        Rule::NoWayToPerson => words!(words, "advice-no-way-to-person", at = at),
        Rule::Repeats { from } => words!(words, "advice-customer-repeats", at = at, from = card(from)),
        Rule::MomentWithoutEvidence => words!(words, "advice-moment-without-evidence", at = at),
        Rule::ValidatedWithoutEvidence(persona) => {
            words!(words, "advice-validated-without-evidence", at = at, persona = of(persona))
        }
        Rule::ValidatedOnFew { persona, n } => {
            words!(words, "advice-validated-on-few", at = at, persona = of(persona), n = number(n))
        }
        Rule::StaleEvidence { days } => {
            let count = words.number(f64::from(days), 0);
            words!(words, "advice-stale-evidence", at = at, n = days, days = count)
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
        Rule::TextTooLong { letters, most } => {
            words!(words, "advice-text-too-long", at = at, letters = many(letters), most = many(most))
        }
        Rule::MissingAlternative if advice.at.is_none() => words!(words, "advice-logo-without-alternative"),
        Rule::MissingAlternative => words!(words, "advice-missing-alternative", at = at),
        Rule::Contrast { colors } => words!(words, "advice-contrast", n = colors, colors = many(colors)),
    }
}
