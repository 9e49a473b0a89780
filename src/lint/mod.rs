//! Advice on a map: rules, each with a finding and, where there is one, a remedy as an edit. A map with advice is valid; what
//! makes one invalid is found by [`crate::model::check`]. Must not know windows.

mod say;

use std::collections::HashSet;

pub use say::say;

use crate::edit::Edit;
use crate::insight::{pain, touchpoints};
use crate::model::check::Thing;
use crate::model::{
    Card, CardId, Content, JourneyMap, LaneKind, PersonaId, Score, ScoreState, Service, Stage, Step, Touchpoint,
    TouchpointState,
};

/// Below this many answers a score shouldn't be called validated.
const VALIDATED_ANSWERS: u32 = 30;

/// What a finding is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// No opportunity answers a pain point.
    PainUnanswered,
    /// An automated touchpoint offers no way to a person: no touchpoint of the step is served by one.
    NoWayToPerson,
    /// A score is called validated, with nothing measured and no evidence.
    ValidatedWithoutEvidence(PersonaId),
    /// A score is called validated on fewer than 30 answers.
    ValidatedOnFew {
        /// Whose score.
        persona: PersonaId,
        /// How many answers.
        n: u32,
    },
    /// No persona has a score at a step, though there is an emotion lane.
    StepWithoutScore,
    /// There is an emotion lane, but nobody who feels.
    EmotionWithoutPersona,
    /// A stage has more or fewer touchpoints in use than it should.
    TouchpointGap {
        /// How many are in use.
        observed: u32,
        /// How many there should be.
        expected: u32,
    },
    /// A card says nothing.
    EmptyCard,
}

/// A finding.
#[derive(Debug, Clone, PartialEq)]
pub struct Advice {
    /// What it is about.
    pub at: Thing,
    /// What was found.
    pub rule: Rule,
    /// An edit that settles it, where one does.
    pub remedy: Option<Edit>,
}

/// All advice on a map, lanes first, then in map order.
pub fn advise(map: &JourneyMap) -> Vec<Advice> {
    let mut advice = Vec::new();
    let emotion = map.lanes.iter().find(|lane| lane.kind == LaneKind::Emotion);
    if let Some(lane) = emotion.filter(|_| map.personas.is_empty()) {
        advice.push(Advice { at: Thing::Lane(lane.id), rule: Rule::EmotionWithoutPersona, remedy: None });
    }
    // On a map that nobody has begun to score, every step would say the same.
    let silent = |step: &Step| map.personas.iter().all(|persona| step.score(persona.id).state == ScoreState::Unknown);
    let begun = map.steps().any(|(_, step)| !silent(step));
    let unanswered: HashSet<CardId> = pain::unanswered(map).into_iter().collect();
    for stage in &map.stages {
        advice.extend(touchpoint_gap(stage));
        for step in &stage.steps {
            if emotion.is_some() && begun && silent(step) {
                advice.push(Advice { at: Thing::Step(step.id), rule: Rule::StepWithoutScore, remedy: None });
            }
            advice.extend(map.personas.iter().filter_map(|persona| unfounded(step, persona.id)));
            let served = step.cards.iter().filter_map(|card| touchpoint(card)).any(|touchpoint| {
                touchpoint.service == Some(Service::Person) && touchpoint.state == TouchpointState::InUse
            });
            for card in &step.cards {
                let alone = touchpoint(card).is_some_and(|touchpoint| {
                    touchpoint.service == Some(Service::Automated) && touchpoint.state == TouchpointState::InUse
                });
                let at = Thing::Card(card.id);
                if alone && !served {
                    advice.push(Advice { at, rule: Rule::NoWayToPerson, remedy: None });
                }
                if unanswered.contains(&card.id) {
                    advice.push(Advice { at, rule: Rule::PainUnanswered, remedy: None });
                }
                if says_nothing(card) {
                    let remedy = Some(Edit::RemoveCards(vec![card.id]));
                    advice.push(Advice { at, rule: Rule::EmptyCard, remedy });
                }
            }
        }
    }
    advice
}

fn touchpoint(card: &Card) -> Option<&Touchpoint> {
    match &card.content {
        Content::Touchpoint(touchpoint) => Some(touchpoint),
        _ => None,
    }
}

/// Fewer touchpoints than expected lose customers early; more make it too complicated.
fn touchpoint_gap(stage: &Stage) -> Option<Advice> {
    let touchpoints = touchpoints::of_stage(stage);
    let rule =
        Rule::TouchpointGap { observed: u32::try_from(touchpoints.observed()).ok()?, expected: touchpoints.expected? };
    (touchpoints.gap() != Some(0)).then_some(Advice { at: Thing::Stage(stage.id), rule, remedy: None })
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
    let remedy = Some(Edit::SetScore { step: step.id, persona, score: Score { state, ..score } });
    Some(Advice { at: Thing::Step(step.id), rule, remedy })
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
