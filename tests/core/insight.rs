//! Every formula on cases worked out by hand.

use wayfelt::insight::{band, curve, kept, opportunity, pain, survey};
use wayfelt::model::{
    Content, Grade, Importance, JourneyMap, LaneKind, LossRates, Measured, Opportunity, OpportunityState, PersonaId,
    Score, ScoreState, StepId,
};

use crate::maps::{believe, card_mut, grid, id, pain, put, step_mut};

const MINH: u64 = 1;
const HANH: u64 = 2;

fn near(found: f64, expected: f64, within: f64) {
    assert!((found - expected).abs() <= within, "{found} is not {expected} ± {within}");
}

fn measured(n: u32, mean: f64, sd: Option<f64>) -> Measured {
    Measured { n, mean, sd, bad: None, effective: None, evidence: None }
}

fn curve_of(scores: &[Option<f64>]) -> JourneyMap {
    let mut map = grid(scores.len() as u64);
    believe(&mut map, id(MINH), scores);
    map
}

fn minh() -> PersonaId {
    id(MINH)
}

fn steps(numbers: &[u64]) -> Vec<StepId> {
    numbers.iter().map(|&n| id(n)).collect()
}

#[test]
fn band_is_students_t() {
    // From the tables of Student's t: 2.776 (4 degrees of freedom), 2.262 (9), 2.045 (29), 1.962 (999).
    for (n, t) in [(5_u32, 2.776), (10, 2.262), (30, 2.045), (1000, 1.962)] {
        let (low, high) = band(&measured(n, 0.25, Some(0.5))).unwrap();
        let half = t * 0.5 / f64::from(n).sqrt();
        near(low, 0.25 - half, 0.001);
        near(high, 0.25 + half, 0.001);
    }
}

#[test]
fn band_needs_five_answers_and_a_spread() {
    assert_eq!(band(&measured(4, 0.0, Some(1.0))), None);
    assert!(band(&measured(5, 0.0, Some(1.0))).is_some());
    assert_eq!(band(&measured(50, 0.0, Some(0.0))), None);
    assert_eq!(band(&measured(50, 0.0, None)), None);
    assert_eq!(band(&measured(50, f64::NAN, Some(1.0))), None);
}

#[test]
fn band_stays_on_the_scale() {
    let (low, high) = band(&measured(5, 1.9, Some(1.0))).unwrap();
    assert_eq!(high, 2.0);
    assert!(low > 0.0 && low < 1.9);
    assert_eq!(band(&measured(5, -1.9, Some(2.0))).unwrap().0, -2.0);
}

#[test]
fn lowest_is_the_lowest_of_all_personas() {
    let mut map = curve_of(&[Some(0.5), Some(-1.0), None]);
    assert_eq!(curve::lowest(&map), Some(curve::Lowest { step: id(2), persona: id(MINH), value: -1.0 }));
    // Equal: the first step wins, and at one step the first persona.
    believe(&mut map, id(HANH), &[Some(-1.0), Some(-1.0), Some(-0.5)]);
    assert_eq!(curve::lowest(&map).map(|lowest| (lowest.step, lowest.persona)), Some((id(1), id(HANH))));
    believe(&mut map, id(HANH), &[Some(0.0), Some(-1.0)]);
    assert_eq!(curve::lowest(&map).map(|lowest| (lowest.step, lowest.persona)), Some((id(2), id(MINH))));
}

#[test]
fn lowest_is_none_without_a_score_below_zero() {
    assert_eq!(curve::lowest(&curve_of(&[Some(0.0), Some(1.0), None])), None);
    assert_eq!(curve::lowest(&JourneyMap::default()), None);
}

#[test]
fn peak_end_takes_the_farthest_and_the_last() {
    assert_eq!(curve::peak_end(&curve_of(&[Some(0.5), Some(-1.5), Some(1.0)]), minh()), Some(-0.25));
    // Of equals the worse.
    assert_eq!(curve::peak_end(&curve_of(&[Some(1.5), Some(-1.5), Some(1.0)]), minh()), Some(-0.25));
    assert_eq!(curve::peak_end(&curve_of(&[Some(-1.5), Some(1.5), Some(1.0)]), minh()), Some(-0.25));
    // The end itself may be the peak.
    assert_eq!(curve::peak_end(&curve_of(&[None, Some(0.5), Some(2.0)]), minh()), Some(2.0));
    assert_eq!(curve::peak_end(&curve_of(&[Some(2.0), None]), minh()), None);
    assert_eq!(curve::peak_end(&JourneyMap::default(), minh()), None);
    // Who takes no part in the last step ends before it.
    let mut map = curve_of(&[Some(-2.0), Some(1.0), None]);
    assert_eq!(curve::peak_end(&map, minh()), None);
    step_mut(&mut map, id(3)).scores.insert(minh(), Score { state: ScoreState::NotInvolved, expected: None });
    let found = curve::peak_and_end(&map, minh()).unwrap();
    assert_eq!((found.peak, found.end, found.score()), (id(1), id(2), -0.5));
}

#[test]
fn valleys_are_minima_below_zero() {
    let map = curve_of(&[Some(1.0), Some(-0.5), Some(0.5), Some(0.2), Some(0.4), Some(-1.0), Some(-0.5)]);
    assert_eq!(curve::valleys(&map, minh()), steps(&[2, 6]));
    // A plateau is one valley, at its begin; what is unknown is left out.
    let map = curve_of(&[Some(-0.5), Some(-1.0), None, Some(-1.0), Some(0.0), Some(-2.0)]);
    assert_eq!(curve::valleys(&map, minh()), steps(&[2, 6]));
    assert_eq!(curve::valleys(&curve_of(&[Some(-1.0)]), minh()), steps(&[1]));
    assert_eq!(curve::valleys(&curve_of(&[Some(0.0), Some(1.0)]), minh()), []);
    assert_eq!(curve::valleys(&curve_of(&[None]), minh()), []);
}

#[test]
fn slump_is_the_longest_run_below_zero() {
    let slump = |scores: &[Option<f64>]| {
        curve::slump(&curve_of(scores), minh()).map(|slump| (slump.first, slump.last, slump.steps, slump.lowest))
    };
    assert_eq!(
        slump(&[Some(-2.0), Some(0.0), Some(-0.5), None, Some(-0.2), Some(1.0)]),
        Some((id(3), id(5), 2, -0.5)),
        "longer wins over deeper, and the unknown step is left out"
    );
    assert_eq!(slump(&[Some(-0.5), Some(0.0), Some(-1.0), Some(0.0), Some(-1.0)]), Some((id(3), id(3), 1, -1.0)));
    assert_eq!(slump(&[Some(0.0), None]), None);
}

#[test]
fn pains_are_ranked_as_the_picture_shows() {
    let mut map = grid(9);
    step_mut(&mut map, id(5)).moment_of_truth = true;
    step_mut(&mut map, id(8)).moment_of_truth = true;
    let pains = [(3, 3, 0.40), (4, 2, 0.55), (5, 5, 0.18), (6, 3, 0.50), (8, 5, 0.62)];
    for (step, severity, share) in pains {
        put(&mut map, step, 100 + step, LaneKind::PainPoints, pain(Some(severity), Some(share)));
    }
    let ranking = pain::ranking(&map);
    let order: Vec<_> = ranking.iter().map(|pain| (pain.card, pain.rank)).collect();
    assert_eq!(
        order,
        [(id(108), Some(1)), (id(105), Some(2)), (id(106), Some(3)), (id(103), Some(4)), (id(104), Some(5))]
    );
    for (pain, priority) in ranking.iter().zip([6.2, 1.8, 1.5, 1.2, 1.1]) {
        near(pain.priority.unwrap(), priority, 1e-12);
    }
}

#[test]
fn pains_without_figures_come_last_in_map_order() {
    let mut map = grid(3);
    put(&mut map, 1, 11, LaneKind::PainPoints, pain(None, Some(1.0)));
    put(&mut map, 1, 12, LaneKind::PainPoints, pain(Some(1), Some(0.1)));
    put(&mut map, 2, 13, LaneKind::PainPoints, pain(Some(5), None));
    put(&mut map, 3, 14, LaneKind::PainPoints, pain(None, None));
    // No customer is affected: that is known, and 0.
    put(&mut map, 3, 15, LaneKind::PainPoints, pain(Some(5), Some(0.0)));
    let order: Vec<_> = pain::ranking(&map).iter().map(|pain| (pain.card, pain.rank)).collect();
    assert_eq!(order, [(id(12), Some(1)), (id(15), Some(2)), (id(11), None), (id(13), None), (id(14), None)]);
}

#[test]
fn pains_of_equal_priority_go_by_severity_then_map_order() {
    let mut map = grid(3);
    put(&mut map, 1, 11, LaneKind::PainPoints, pain(Some(2), Some(0.5)));
    put(&mut map, 2, 12, LaneKind::PainPoints, pain(Some(4), Some(0.25)));
    put(&mut map, 3, 13, LaneKind::PainPoints, pain(Some(4), Some(0.25)));
    let order: Vec<_> = pain::ranking(&map).iter().map(|pain| pain.card).collect();
    assert_eq!(order, [id(12), id(13), id(11)]);
}

#[test]
fn a_span_over_a_moment_of_truth_doubles() {
    let mut map = grid(4);
    step_mut(&mut map, id(3)).moment_of_truth = true;
    put(&mut map, 1, 11, LaneKind::PainPoints, pain(Some(4), Some(0.5)));
    assert_eq!(pain::ranking(&map)[0].priority, Some(2.0));
    card_mut(&mut map, id(11)).until = Some(id(2));
    assert_eq!(pain::ranking(&map)[0].priority, Some(2.0));
    card_mut(&mut map, id(11)).until = Some(id(3));
    assert_eq!(pain::ranking(&map)[0].priority, Some(4.0));
    let sums: Vec<_> = pain::by_step(&map).iter().map(|(_, sum)| *sum).collect();
    assert_eq!(sums, [Some(4.0), Some(4.0), Some(4.0), None]);
}

fn answering(answers: &[u64], state: OpportunityState) -> Content {
    let answers = answers.iter().map(|&n| id(n)).collect();
    Content::Opportunity(Opportunity { answers, state, ..Opportunity::default() })
}

#[test]
fn a_pain_point_is_unanswered_until_an_opportunity_that_was_not_rejected_answers_it() {
    let mut map = grid(3);
    for card in [11, 12, 13, 14] {
        put(&mut map, 1, card, LaneKind::PainPoints, pain(None, None));
    }
    put(&mut map, 2, 21, LaneKind::Opportunities, answering(&[11], OpportunityState::Idea));
    put(&mut map, 2, 22, LaneKind::Opportunities, answering(&[12], OpportunityState::Rejected));
    put(&mut map, 2, 23, LaneKind::Opportunities, answering(&[13], OpportunityState::Done));
    assert_eq!(pain::unanswered(&map), [id(12), id(14)]);
    let in_tray = wayfelt::model::Card::new(
        id(24),
        crate::maps::lane(LaneKind::Opportunities),
        "",
        answering(&[14], OpportunityState::Idea),
    );
    map.tray.push(in_tray.into());
    assert_eq!(pain::unanswered(&map), [id(12)]);
}

#[test]
fn customers_kept_are_as_the_picture_shows() {
    let scores = [0.5, 1.0, 0.7, -0.4, -1.2, 0.2, 1.5, -1.7, 1.1].map(Some);
    let kept = kept::kept(&curve_of(&scores), minh());
    let percent = |share: f64| (share * 100.0).round();
    assert_eq!((percent(kept[0].low), percent(kept[0].high)), (99.0, 99.0));
    assert_eq!((percent(kept[3].low), percent(kept[3].high)), (92.0, 92.0));
    assert_eq!((percent(kept[4].low), percent(kept[4].high)), (77.0, 82.0));
    assert_eq!((percent(kept[7].low), percent(kept[7].high)), (51.0, 69.0));
    assert_eq!((percent(kept[8].low), percent(kept[8].high)), (51.0, 68.0));
    assert!(kept.iter().all(|kept| !kept.at_most));
}

#[test]
fn customers_kept_by_hand_for_three_bad_steps() {
    let mut map = curve_of(&[Some(-2.0), Some(-2.0), Some(-2.0)]);
    map.loss_rates = LossRates { first: 0.25, second: 0.5, source: "by hand".to_owned() };
    let kept = kept::kept(&map, minh());
    near(kept[0].high, 0.3 + 0.7 * 0.75, 1e-12);
    near(kept[0].low, kept[0].high, 1e-12);
    near(kept[1].low, 0.09 + 0.42 * 0.75 + 0.49 * 0.5, 1e-12);
    near(kept[1].high, 0.09 + 0.42 * 0.75 + 0.49 * 0.75, 1e-12);
    near(kept[2].low, 0.027 + 0.189 * 0.75 + 0.441 * 0.5 + 0.343 * 0.5, 1e-12);
    near(kept[2].high, 0.027 + 0.189 * 0.75 + 0.441 * 0.75 + 0.343 * 0.5, 1e-12);
}

#[test]
fn the_share_of_bad_answers_is_the_measured_one_where_there_is_one() {
    let mut map = curve_of(&[Some(2.0), None]);
    assert_eq!(kept::bad_share(map.step(id(1)).unwrap(), minh()), Some(0.0));
    assert_eq!(kept::bad_share(map.step(id(2)).unwrap(), minh()), None);
    let state = |bad| ScoreState::Scored {
        believed: None,
        measured: Some(Measured { bad, ..measured(10, -1.0, None) }),
        validated: false,
    };
    let step = step_mut(&mut map, id(2));
    step.scores.insert(minh(), Score { state: state(Some(0.5)), expected: None });
    assert_eq!(kept::bad_share(step, minh()), Some(0.5));
    step.scores.insert(minh(), Score { state: state(None), expected: None });
    assert_eq!(kept::bad_share(step, minh()), Some(0.3));
}

#[test]
fn a_step_without_score_makes_it_at_most_but_not_one_without_the_persona() {
    let mut map = curve_of(&[Some(0.0), None, None, Some(-1.0)]);
    step_mut(&mut map, id(2)).scores.insert(minh(), Score { state: ScoreState::NotInvolved, expected: None });
    let kept = kept::kept(&map, minh());
    assert_eq!(kept.iter().map(|kept| kept.at_most).collect::<Vec<_>>(), [false, false, true, true]);
    assert_eq!(kept[0].high, kept[2].high, "an unknown step adds nothing");
    assert!(kept[3].high < kept[2].high);
    assert_eq!(kept::kept(&JourneyMap::default(), minh()), []);
}

#[test]
fn opportunity_score_is_ulwicks() {
    let mut map = curve_of(&[Some(-1.0), Some(1.0), Some(2.0)]);
    believe(&mut map, id(HANH), &[Some(-2.0)]);
    put(&mut map, 1, 11, LaneKind::PainPoints, pain(None, None));
    put(&mut map, 3, 21, LaneKind::Opportunities, answering(&[11], OpportunityState::Idea));
    assert_eq!(opportunity::score(&map, id(21)), None, "without importance");
    let importance = |map: &mut JourneyMap, value| {
        let Content::Opportunity(opportunity) = &mut card_mut(map, id(21)).content else { unreachable!() };
        opportunity.importance = Some(Importance::new(value).unwrap());
        opportunity.impact = Some(Grade::new(1).unwrap());
    };
    importance(&mut map, 8);
    // e = (-1 - 2) / 2 = -1.5, satisfaction 1.25, score 8 + 6.75.
    assert_eq!(opportunity::score(&map, id(21)), Some(14.75));
    // Spanning the next step too: e = (-1 - 2 + 1) / 3.
    card_mut(&mut map, id(11)).until = Some(id(2));
    near(opportunity::score(&map, id(21)).unwrap(), 8.0 + 8.0 - 2.5 * (4.0 / 3.0), 1e-12);
    // Answering nothing: its own step, satisfaction 10, so nothing is added.
    let Content::Opportunity(opportunity) = &mut card_mut(&mut map, id(21)).content else { unreachable!() };
    opportunity.answers.clear();
    assert_eq!(opportunity::score(&map, id(21)), Some(8.0));
    assert_eq!(opportunity::score(&map, id(11)), None, "no opportunity");
    step_mut(&mut map, id(3)).scores.clear();
    assert_eq!(opportunity::score(&map, id(21)), None, "nothing known");
}

#[test]
fn survey_figures_by_hand() {
    assert_eq!(survey::nps([10.0, 9.0, 8.0, 7.0, 6.0]), Some(20.0));
    assert_eq!(survey::nps([0.0, 11.0, -1.0, f64::NAN]), Some(-100.0), "off the scale is no answer");
    assert_eq!(survey::nps([]), None);
    assert_eq!(survey::csat([5.0, 4.0, 3.0, 1.0], 1.0, 5.0), Some(0.5));
    assert_eq!(survey::csat([1.0, 2.0, 3.0, 5.0], 5.0, 1.0), Some(0.5), "a turned scale");
    assert_eq!(survey::csat([8.0, 7.4], 0.0, 10.0), Some(0.5));
    assert_eq!(survey::csat([1.0], 1.0, 1.0), None, "no scale");
    assert_eq!(survey::ces([7.0, 4.0, 8.0]), Some(5.5));
    assert_eq!(survey::ces([]), None);
    assert_eq!(survey::emotion(4.0, 1.0, 5.0), Some(1.0));
    assert_eq!(survey::emotion(1.0, 5.0, 1.0), Some(2.0));
    assert_eq!(survey::emotion(6.0, 1.0, 5.0), None);
    let by_bands: Vec<_> = (0..=11).map(|answer| survey::emotion_of_recommendation(f64::from(answer))).collect();
    let expected = [-2.0, -1.75, -1.5, -1.25, -1.0, -0.75, -0.5, 0.0, 0.5, 1.25, 2.0].map(Some);
    assert_eq!(by_bands[..11], expected);
    assert_eq!(by_bands[11], None);
}
