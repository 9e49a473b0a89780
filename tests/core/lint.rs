//! Advice: each rule where it speaks and where it is silent, and that remedies settle what they are for.

use std::sync::Arc;

use wayfelt::edit::apply;
use wayfelt::i18n::Words;
use wayfelt::lint::{Rule, advise, say};
use wayfelt::model::check::{Thing, check};
use wayfelt::model::{
    Content, JourneyMap, LaneKind, Language, Measured, Opportunity, Score, ScoreState, Service, Touchpoint,
    TouchpointState,
};

use crate::maps::{believe, card_mut, grid, id, lane, pain, put, put_plain, step_mut};

/// A map on which there is no advice.
fn fine() -> JourneyMap {
    let mut map = grid(2);
    believe(&mut map, id(1), &[Some(1.0), Some(-1.0)]);
    map
}

fn rules(map: &JourneyMap) -> Vec<(Thing, Rule)> {
    assert_eq!(check(map), []);
    advise(map).into_iter().map(|advice| (advice.at, advice.rule)).collect()
}

#[test]
fn no_advice_on_a_map_that_needs_none() {
    assert_eq!(rules(&fine()), []);
    assert_eq!(rules(&JourneyMap::default()), []);
}

#[test]
fn pain_points_want_an_answer() {
    let mut map = fine();
    put(&mut map, 1, 11, LaneKind::PainPoints, pain(None, None));
    assert_eq!(rules(&map), [(Thing::Card(id(11)), Rule::PainUnanswered)]);
    let answer = Opportunity { answers: vec![id(11)], ..Opportunity::default() };
    put(&mut map, 2, 12, LaneKind::Opportunities, Content::Opportunity(answer));
    assert_eq!(rules(&map), []);
}

#[test]
fn automation_wants_a_way_to_a_person() {
    let served =
        |service, state| Content::Touchpoint(Touchpoint { service: Some(service), state, ..Touchpoint::default() });
    let mut map = fine();
    put(&mut map, 1, 11, LaneKind::Touchpoints, served(Service::Automated, TouchpointState::InUse));
    put(&mut map, 1, 12, LaneKind::Touchpoints, served(Service::Person, TouchpointState::Missing));
    put(&mut map, 2, 13, LaneKind::Touchpoints, served(Service::Person, TouchpointState::InUse));
    assert_eq!(rules(&map), [(Thing::Card(id(11)), Rule::NoWayToPerson)]);
    card_mut(&mut map, id(12)).content = served(Service::Person, TouchpointState::InUse);
    assert_eq!(rules(&map), []);
}

#[test]
fn validated_wants_thirty_answers() {
    let mut map = fine();
    let mut set = |measured| {
        let state = ScoreState::Scored { believed: None, measured, validated: true };
        step_mut(&mut map, id(1)).scores.insert(id(1), Score { state, expected: None });
        let advice = advise(&map);
        // The remedy settles it.
        for advice in &advice {
            assert_eq!(advise(&apply(&map, advice.remedy.as_ref().unwrap()).unwrap()), []);
        }
        advice.into_iter().map(|advice| advice.rule).collect::<Vec<_>>()
    };
    let measured = |n| Some(Measured { n, mean: 0.0, sd: None, bad: None, effective: None, evidence: None });
    assert_eq!(set(measured(30)), []);
    assert_eq!(set(measured(29)), [Rule::ValidatedOnFew { persona: id(1), n: 29 }]);
    step_mut(&mut map, id(1)).scores.clear();
    let believed = Score::believed(wayfelt::model::Emotion::BEST);
    let ScoreState::Scored { believed, .. } = believed.state else { unreachable!() };
    let state = ScoreState::Scored { believed, measured: None, validated: true };
    step_mut(&mut map, id(1)).scores.insert(id(1), Score { state, expected: None });
    assert_eq!(rules(&map), [(Thing::Step(id(1)), Rule::ValidatedWithoutEvidence(id(1)))]);
}

#[test]
fn a_curve_wants_scores_and_somebody_who_feels() {
    let mut map = fine();
    step_mut(&mut map, id(2)).scores.clear();
    assert_eq!(rules(&map), [(Thing::Step(id(2)), Rule::StepWithoutScore)]);
    let state = ScoreState::NotInvolved;
    step_mut(&mut map, id(2)).scores.insert(id(2), Score { state, expected: None });
    assert_eq!(rules(&map), [], "nobody is involved: that is known");
    map.lanes.retain(|lane| lane.kind != LaneKind::Emotion);
    step_mut(&mut map, id(2)).scores.clear();
    assert_eq!(rules(&map), [], "no curve, no scores wanted");
    let mut map = fine();
    for step in 1..=map.steps().count() as u64 {
        step_mut(&mut map, id(step)).scores.clear();
    }
    assert_eq!(rules(&map), [], "a map that nobody has begun to score");
    let mut map = grid(1);
    map.personas.clear();
    assert_eq!(rules(&map), [(Thing::Lane(lane(LaneKind::Emotion)), Rule::EmotionWithoutPersona)]);
}

#[test]
fn a_stage_wants_as_many_touchpoints_as_expected() {
    let mut map = fine();
    Arc::make_mut(&mut map.stages[0]).expected_touchpoints = Some(1);
    let gap = |observed| (Thing::Stage(id(1)), Rule::TouchpointGap { observed, expected: 1 });
    assert_eq!(rules(&map), [gap(0)]);
    put_plain(&mut map, 1, 11, LaneKind::Touchpoints);
    assert_eq!(rules(&map), []);
    put_plain(&mut map, 2, 12, LaneKind::Touchpoints);
    assert_eq!(rules(&map), [gap(2)]);
    let Content::Touchpoint(touchpoint) = &mut card_mut(&mut map, id(12)).content else { unreachable!() };
    touchpoint.state = TouchpointState::Redundant;
    assert_eq!(rules(&map), []);
}

#[test]
fn an_empty_card_can_go() {
    let mut map = fine();
    put_plain(&mut map, 1, 11, LaneKind::Actions);
    assert_eq!(rules(&map), []);
    card_mut(&mut map, id(11)).text = " ".to_owned();
    let advice = advise(&map);
    assert_eq!(advice[0].rule, Rule::EmptyCard);
    assert_eq!(apply(&map, advice[0].remedy.as_ref().unwrap()).unwrap().cards().count(), 0);
}

#[test]
fn advice_is_said_in_both_languages() {
    let mut map = grid(2);
    believe(&mut map, id(1), &[None, Some(1.0)]);
    put(&mut map, 1, 11, LaneKind::PainPoints, pain(None, None));
    card_mut(&mut map, id(11)).text = "Chờ lâu".to_owned();
    let said = |language| {
        let words = Words::new(language);
        advise(&map).iter().map(|advice| say(&words, &map, advice)).collect::<Vec<_>>()
    };
    let (en, vi) = (said(Language::En), said(Language::Vi));
    assert_eq!((en.len(), vi.len()), (2, 2));
    assert!(en[1].contains("Chờ lâu") && en[1].contains("no opportunity"), "{en:?}");
    assert!(vi[1].contains("Chờ lâu") && vi[1].contains("chưa có cơ hội"), "{vi:?}");
}
