//! What holds of every figure on any map: its range, which way it moves, and that the order in which things are kept doesn't
//! matter.

use std::sync::Arc;

use jiff::civil::date;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::{ProptestConfig, any, prop, prop_assert, prop_assert_eq, proptest};
use wayfelt::edit::apply;
use wayfelt::insight::evidence::{self, Ground};
use wayfelt::insight::{
    band, carry_over, channels, curve, expectation, kept, load, metrics, opportunity, pain, survey, time, touchpoints,
};
use wayfelt::model::{
    Content, Direction, Emotion, Importance, JourneyMap, LaneKind, Measured, Metric, Opportunity, PersonaId, Step,
};

use crate::any_edit::{Dice, any_edit};
use crate::maps::{believe, grid, id, pain, put, put_plain, step_mut};

/// A map that many random edits made.
fn any_map(numbers: &[u32]) -> JourneyMap {
    let mut map = grid(6);
    for (n, kind) in (0..).zip(LaneKind::ALL.into_iter().filter(|kind| kind.content().is_some())) {
        put_plain(&mut map, 1 + n % 6, 100 + n, kind);
        put_plain(&mut map, 1 + n % 5, 200 + n, kind);
    }
    let mut dice = Dice(numbers);
    while !dice.0.is_empty() {
        let edit = any_edit(&map, &mut dice);
        if let Ok(next) = apply(&map, &edit) {
            map = next;
        }
    }
    map
}

fn shares(map: &JourneyMap, whose: Option<PersonaId>) -> Vec<Option<f64>> {
    vec![
        carry_over::carry_over(map, whose).share(),
        touchpoints::mobile(map, whose).share(),
        touchpoints::personalised(map, whose).share(),
        time::total(map, whose).waiting_share(),
    ]
}

/// The map with everything in it kept in another order that means the same: personas, evidence, lanes.
fn reordered(map: &JourneyMap) -> JourneyMap {
    let mut map = map.clone();
    map.personas.reverse();
    map.evidence.reverse();
    map.lanes.reverse();
    map.channels.reverse();
    map
}

/// The map with the cards of each step the other way round.
fn turned(map: &JourneyMap) -> JourneyMap {
    let mut map = map.clone();
    for stage in &mut map.stages {
        for step in &mut Arc::make_mut(stage).steps {
            Arc::make_mut(step).cards.reverse();
        }
    }
    map
}

/// Equal but for the order in which numbers were summed.
fn same(one: Option<f64>, other: Option<f64>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => (one - other).abs() < 1e-9,
        (one, other) => one == other,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn figures_stay_in_their_ranges(numbers in vec(any::<u32>(), 0..1200)) {
        let map = any_map(&numbers);
        let within = |value: Option<f64>, low: f64, high: f64| value.is_none_or(|value| (low..=high).contains(&value));
        let today = date(2026, 11, 22);
        for whose in map.personas.iter().map(|persona| Some(persona.id)).chain([None]) {
            for share in shares(&map, whose) {
                prop_assert!(within(share, 0.0, 1.0), "{share:?}");
            }
            prop_assert!(within(touchpoints::mobile(&map, whose).support, -2.0, 2.0));
        }
        for persona in map.personas.iter().map(|persona| persona.id) {
            prop_assert!(within(curve::peak_end(&map, persona), -2.0, 2.0));
            prop_assert!(within(channels::consistency(&map, persona), 0.0, 1.0));
            prop_assert!(within(expectation::mean_gap(&map, persona), -4.0, 4.0));
            for score in channels::scores(&map, persona) {
                prop_assert!(within(Some(score.mean), -2.0, 2.0) && within(score.spread, 0.0, 2.0));
                prop_assert_eq!(score.spread.is_some(), score.marks.len() > 1);
            }
            let coverage = Ground::new(&map, Some(today)).of_persona(&map, persona);
            prop_assert!(coverage.stale <= coverage.supported && coverage.supported <= coverage.all);
            prop_assert!(curve::valleys(&map, persona).len() <= map.steps().count());
            if let Some(slump) = curve::slump(&map, persona) {
                prop_assert!(slump.lowest < 0.0 && slump.steps > 0);
            }
        }
        for (_, coverage) in Ground::new(&map, Some(today)).by_lane(&map) {
            prop_assert!(within(coverage.share(), 0.0, 1.0) && coverage.all > 0);
        }
        for pain in pain::ranking(&map) {
            prop_assert!(within(pain.priority, 0.0, 10.0));
            prop_assert_eq!(pain.priority.is_some(), pain.rank.is_some());
        }
        for (_, score) in opportunity::scores(&map) {
            prop_assert!(within(score, 0.0, 20.0));
        }
        for stale in evidence::stale(&map, today) {
            prop_assert!(stale.days > 0);
        }
        let owned: usize = load::loads(&map).iter().map(load::Load::total).sum();
        prop_assert!(owned <= map.cards().count() + map.tray.len());
    }

    #[test]
    fn figures_dont_mind_in_which_order_things_are_kept(numbers in vec(any::<u32>(), 0..800)) {
        let map = any_map(&numbers);
        let other = reordered(&map);
        let ground = |map: &JourneyMap| {
            let mut lanes = Ground::new(map, Some(date(2026, 11, 22))).by_lane(map);
            lanes.sort_unstable_by_key(|(lane, _)| *lane);
            lanes
        };
        prop_assert_eq!(ground(&map), ground(&other));
        prop_assert_eq!(pain::ranking(&map), pain::ranking(&other));
        prop_assert_eq!(load::loads(&map), load::loads(&other));
        for (one, two) in opportunity::scores(&map).into_iter().zip(opportunity::scores(&other)) {
            prop_assert!(one.0 == two.0 && same(one.1, two.1));
        }
        for whose in map.personas.iter().map(|persona| Some(persona.id)).chain([None]) {
            prop_assert_eq!(shares(&map, whose), shares(&other, whose));
        }
        let turned = turned(&map);
        prop_assert_eq!(load::loads(&map), load::loads(&turned));
        for persona in map.personas.iter().map(|persona| persona.id) {
            prop_assert_eq!(curve::peak_and_end(&map, persona), curve::peak_and_end(&other, persona));
            prop_assert!(same(channels::consistency(&map, persona), channels::consistency(&turned, persona)));
        }
        let sum = |map: &JourneyMap| pain::ranking(map).iter().filter_map(|pain| pain.priority).sum::<f64>();
        prop_assert!(same(Some(sum(&map)), Some(sum(&turned))));
    }

    #[test]
    fn times_of_stages_and_of_steps_make_the_whole(numbers in vec(any::<u32>(), 0..600)) {
        let map = any_map(&numbers);
        let steps = time::by_step(&map, None).into_iter().map(|(_, times)| times);
        prop_assert_eq!(steps.fold(time::Times::default(), |sum, times| sum + times), time::total(&map, None));
        prop_assert_eq!(time::total(&map, None).steps, map.steps().count());
    }

    #[test]
    fn what_feels_better_is_remembered_better(
        scores in vec(option::of(-200..=200_i32), 1..12), end in -200..=200_i32, more in 0..=400_i32,
    ) {
        let value = |hundredths: i32| f64::from(hundredths.min(200)) / 100.0;
        let mut scores: Vec<Option<f64>> = scores.into_iter().map(|score| score.map(value)).collect();
        let remembered = |scores: &[Option<f64>]| {
            let mut map = grid(scores.len() as u64);
            believe(&mut map, id(1), scores);
            curve::peak_end(&map, id(1))
        };
        // The end alone: where it isn't the farthest score, before and after.
        scores.push(Some(value(end)));
        let before = remembered(&scores);
        *scores.last_mut().unwrap() = Some(value(end + more));
        let after = remembered(&scores);
        prop_assert!(before.is_some() && after >= before, "{before:?} {after:?}");
    }

    #[test]
    fn worse_pains_never_rank_behind(severity in 1..=4_u8, share in 0..=99_u32, of_truth in any::<bool>()) {
        let share = f64::from(share) / 100.0;
        let priority = pain::priority(severity, share, of_truth);
        prop_assert!(pain::priority(severity + 1, share, of_truth) >= priority);
        prop_assert!(pain::priority(severity, share + 0.01, of_truth) >= priority);
        prop_assert!(pain::priority(severity, share, true) >= priority);
        let mut map = grid(2);
        put(&mut map, 1, 11, LaneKind::PainPoints, pain(Some(severity), Some(share)));
        put(&mut map, 2, 12, LaneKind::PainPoints, pain(Some(severity + 1), Some(share)));
        prop_assert_eq!(pain::ranking(&map)[0].card, id(12));
    }

    #[test]
    fn an_opportunity_is_worth_more_the_more_it_matters_and_the_worse_it_is(
        importance in 0..=9_u8, score in -199..=200_i32,
    ) {
        let worth = |importance: u8, score: i32| {
            let mut map = grid(1);
            believe(&mut map, id(1), &[Some(f64::from(score) / 100.0)]);
            let importance = Importance::new(importance).ok();
            let content = Content::Opportunity(Opportunity { importance, ..Opportunity::default() });
            put(&mut map, 1, 11, LaneKind::Opportunities, content);
            opportunity::score(&map, id(11)).unwrap()
        };
        prop_assert!(worth(importance + 1, score) > worth(importance, score));
        prop_assert!(worth(importance, score - 1) >= worth(importance, score));
    }

    #[test]
    fn progress_grows_with_the_value_on_the_way_that_is_better(
        baseline in -1e6..1e6_f64, way in 1e-3..1e6_f64, value in -1e6..1e6_f64, more in 0.0..1e6_f64, up in any::<bool>(),
    ) {
        let sign = if up { 1.0 } else { -1.0 };
        let direction = if up { Direction::Up } else { Direction::Down };
        let progress = |value: f64| {
            let target = Some(baseline + sign * way);
            metrics::progress(&Metric { direction, baseline: Some(baseline), value: Some(value), target, ..Metric::default() })
        };
        prop_assert!(progress(value + sign * more) >= progress(value));
        prop_assert!(same(progress(baseline), Some(0.0)));
    }

    #[test]
    fn more_switches_that_repeat_carry_over_less(numbers in vec(any::<u32>(), 0..600)) {
        let mut map = any_map(&numbers);
        let Some(before) = carry_over::carry_over(&map, None).share() else { return Ok(()) };
        let switches = carry_over::switches(&map, None);
        let Some(clean) = switches.iter().find(|switch| !switch.repeats) else { return Ok(()) };
        let repeat = |step: &mut Step| {
            for card in step.cards.iter_mut().filter(|card| card.id == clean.to) {
                if let Content::Touchpoint(touchpoint) = &mut Arc::make_mut(card).content {
                    touchpoint.repeats = true;
                }
            }
        };
        repeat(step_mut(&mut map, clean.step));
        prop_assert!(carry_over::carry_over(&map, None).share() < Some(before));
    }

    #[test]
    fn a_higher_expectation_lets_down_more(score in -200..=200_i32, expected in -200..=199_i32) {
        let gap = |expected: i32| {
            let mut map = grid(1);
            believe(&mut map, id(1), &[Some(f64::from(score) / 100.0)]);
            let expected = Emotion::new(f64::from(expected) / 100.0).ok();
            step_mut(&mut map, id(1)).scores.get_mut(&id(1)).unwrap().expected = expected;
            expectation::mean_gap(&map, id(1)).unwrap()
        };
        prop_assert!(gap(expected + 1) < gap(expected));
    }

    #[test]
    fn answers_mean_the_same_in_any_order_and_better_ones_never_less(
        mut answers in vec(0..=10_u8, 1..60), place in any::<prop::sample::Index>(),
    ) {
        let figures = |answers: &[u8]| {
            let answers = || answers.iter().map(|answer| f64::from(*answer));
            // The same answers on 1…7, for the question how easy it was.
            let ease = answers().map(|answer| 1.0 + 0.6 * answer);
            [survey::nps(answers()), survey::csat(answers(), 0.0, 10.0), survey::ces(ease)].map(Option::unwrap)
        };
        let [nps, csat, ces] = figures(&answers);
        prop_assert!((-100.0..=100.0).contains(&nps) && (0.0..=1.0).contains(&csat) && (1.0..=7.0 + 1e-9).contains(&ces));
        let turned: Vec<u8> = answers.iter().rev().copied().collect();
        for (one, other) in figures(&answers).into_iter().zip(figures(&turned)) {
            prop_assert!(same(Some(one), Some(other)));
        }
        let place = place.index(answers.len());
        answers[place] = (answers[place] + 1).min(10);
        for (before, after) in [nps, csat, ces].into_iter().zip(figures(&answers)) {
            prop_assert!(after >= before - 1e-9, "{before} {after}");
        }
    }

    #[test]
    fn a_better_answer_is_a_better_score(worst in -5..=10_i32, best in -5..=10_i32, answer in -6..=11_i32) {
        let score = |answer: i32| survey::emotion(f64::from(answer), f64::from(worst), f64::from(best));
        let within = worst != best && (worst.min(best)..=worst.max(best)).contains(&answer);
        prop_assert_eq!(score(answer).is_some(), within);
        if let (Some(one), Some(other)) = (score(answer), score(answer + 1)) {
            prop_assert!((-2.0..=2.0).contains(&one) && (other > one) == (best > worst));
        }
        let bands = |answer: i32| survey::emotion_of_recommendation(f64::from(answer));
        if let (Some(one), Some(other)) = (bands(answer), bands(answer + 1)) {
            prop_assert!((-2.0..=2.0).contains(&one) && other > one);
        }
    }

    #[test]
    fn a_band_holds_its_mean_and_more_answers_make_it_no_wider(n in 5..2000_u32, mean in -2.0..=2.0_f64, sd in 0.01..=2.0_f64) {
        let of = |n: u32| band(&Measured { n, mean, sd: Some(sd), bad: None, effective: None, evidence: None });
        let (low, high) = of(n).unwrap();
        prop_assert!(-2.0 <= low && low <= mean && mean <= high && high <= 2.0);
        let (more_low, more_high) = of(n + 1).unwrap();
        prop_assert!(more_high - more_low <= high - low + 1e-12);
    }

    #[test]
    fn customers_kept_never_rise_and_a_worse_step_keeps_no_more(
        scores in vec(option::of(-200..=199_i32), 1..10), place in any::<prop::sample::Index>(),
    ) {
        let along = |scores: &[Option<i32>]| {
            let mut map = grid(scores.len() as u64);
            let scores: Vec<Option<f64>> = scores.iter().map(|score| score.map(|score| f64::from(score) / 100.0)).collect();
            believe(&mut map, id(1), &scores);
            kept::kept(&map, id(1))
        };
        let found = along(&scores);
        let mut before = (1.0, 1.0);
        for kept in &found {
            prop_assert!(0.0 <= kept.low && kept.low <= kept.high + 1e-12);
            prop_assert!(kept.low <= before.0 + 1e-12 && kept.high <= before.1 + 1e-12);
            before = (kept.low, kept.high);
        }
        let mut better = scores.clone();
        let place = place.index(scores.len());
        better[place] = better[place].map(|score| score + 1);
        for (one, other) in found.iter().zip(along(&better)) {
            prop_assert!(other.low >= one.low - 1e-12 && other.high >= one.high - 1e-12);
        }
    }

    #[test]
    fn fewer_touchpoints_than_expected_are_a_gap_below_nought(cards in 0..6_u64, expected in 0..9_u32) {
        let mut map = grid(1);
        for card in 0..cards {
            put_plain(&mut map, 1, 50 + card, LaneKind::Touchpoints);
        }
        Arc::make_mut(&mut map.stages[0]).expected_touchpoints = Some(expected);
        let gap = touchpoints::by_stage(&map)[0].gap().unwrap();
        prop_assert_eq!(gap, cards as i64 - i64::from(expected));
    }
}
