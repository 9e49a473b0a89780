//! How a step is scored: what the team believes, unknown, not involved. What was measured is never written over
//! by a belief. Must not
//! know keys or windows.

use super::Edit;
use crate::model::{Emotion, JourneyMap, PersonaId, Score, ScoreState, StepId};

/// Sets what the team believes of a step; a measurement beside it stays, and goes on being shown.
pub fn believe(map: &JourneyMap, step: StepId, persona: PersonaId, emotion: Emotion) -> Option<Edit> {
    let score = map.step(step)?.score(persona);
    let state = match score.state {
        ScoreState::Scored { measured, validated, .. } => {
            ScoreState::Scored { believed: Some(emotion), measured, validated }
        }
        ScoreState::Unknown | ScoreState::NotInvolved => Score::believed(emotion).state,
    };
    Some(Edit::SetScore { step, persona, score: Score { state, ..score } })
}

/// Moves what the team believes up or down, at most to the end of the scale. It begins at what is shown, or at 0.
pub fn nudge(map: &JourneyMap, step: StepId, persona: PersonaId, by: f64) -> Option<Edit> {
    let score = map.step(step)?.score(persona);
    let from = match score.state {
        ScoreState::Scored { believed: Some(believed), .. } => believed.value(),
        _ => score.shown().unwrap_or(0.0),
    };
    believe(map, step, persona, Emotion::clamped(from + by))
}

/// Makes a step unknown: the belief goes. What was measured stays, since nobody can un-measure it.
pub fn unknown(map: &JourneyMap, step: StepId, persona: PersonaId) -> Option<Edit> {
    let score = map.step(step)?.score(persona);
    let state = match score.state {
        ScoreState::Scored { measured: Some(measured), validated, .. } => {
            ScoreState::Scored { believed: None, measured: Some(measured), validated }
        }
        _ => ScoreState::Unknown,
    };
    (state != score.state).then_some(Edit::SetScore { step, persona, score: Score { state, ..score } })
}

/// Says that a persona takes no part in a step; what was known of it goes, what was measured too: who asks for this has to
/// know it.
pub fn not_involved(map: &JourneyMap, step: StepId, persona: PersonaId) -> Option<Edit> {
    let score = map.step(step)?.score(persona);
    Some(Edit::SetScore { step, persona, score: Score { state: ScoreState::NotInvolved, ..score } })
}
