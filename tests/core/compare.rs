//! Two maps compared as journeys: what belongs together, what changed, and the list of it.

use std::sync::Arc;

use proptest::collection::vec;
use proptest::prelude::{ProptestConfig, any, proptest};
use wayfelt::edit::apply;
use wayfelt::export::comparison::listed;
use wayfelt::export::{COMPARISON_ENDINGS, comparison_file, csv};
use wayfelt::i18n::Words;
use wayfelt::insight::compare::{
    At, By, ByHand, Change, Comparison, Figure, Pair, Part, Trend, What, compare, difference_of_means, pairs,
};
use wayfelt::insight::plot::{About, Cell, Given, Kind, Scale, plot};
use wayfelt::model::{
    Content, ContentKind, JourneyMap, LaneKind, Language, Measured, Metric, NamedMetric, Persona, Score, ScoreState,
    Stage, Step, StepId, Unit,
};

use crate::any_edit::{Dice, any_edit};
use crate::every_kind;
use crate::maps::{believe, card_mut, grid, id, pain, put, put_plain, step_mut};

fn pair(before: Option<u64>, after: Option<u64>, by: Option<By>, moved: bool) -> Pair<StepId> {
    Pair { before: before.map(id), after: after.map(id), by, moved }
}

/// The same journey with other identities, as two teams would draw it.
fn redrawn(map: &JourneyMap) -> JourneyMap {
    let mut map = map.clone();
    for stage in &mut map.stages {
        let stage = Arc::make_mut(stage);
        stage.id = id(stage.id.bits() + 100);
        for step in &mut stage.steps {
            let step = Arc::make_mut(step);
            step.id = id(step.id.bits() + 100);
        }
    }
    map
}

fn compared(before: &JourneyMap, after: &JourneyMap) -> Comparison {
    compare(before, after, &ByHand::default())
}

fn only(comparison: &Comparison) -> &Change {
    assert_eq!(comparison.changes.len(), 1, "{:?}", comparison.changes);
    &comparison.changes[0]
}

fn measured(n: u32, mean: f64, sd: f64) -> Score {
    let measured = Measured { n, mean, sd: Some(sd), bad: None, effective: None, evidence: None };
    Score { state: ScoreState::Scored { believed: None, measured: Some(measured), validated: true }, expected: None }
}

#[test]
fn a_map_and_itself_have_no_changes() {
    for map in [grid(3), every_kind::map(), JourneyMap::default()] {
        let comparison = compared(&map, &map.clone());
        assert_eq!(comparison.changes, []);
        assert!(comparison.pairs.steps.iter().all(|pair| pair.by == Some(By::Id) && !pair.moved));
        assert_eq!(comparison.pairs.steps.len(), map.steps().count());
    }
}

#[test]
fn steps_are_matched_by_id_then_by_name_whatever_the_case_and_the_spaces() {
    let before = grid(3);
    let mut after = redrawn(&before);
    step_mut(&mut after, id(102)).name = "  STEP   2 ".to_owned();
    let stage = Arc::make_mut(&mut after.stages[0]);
    // The third has its identity and another name.
    stage.steps[2] = Arc::new(Step::new(id(3), "Pays"));
    let found = pairs(&before, &after, &ByHand::default());
    assert_eq!(
        found.steps,
        [
            pair(Some(1), Some(101), Some(By::Name), false),
            pair(Some(2), Some(102), Some(By::Name), false),
            pair(Some(3), Some(3), Some(By::Id), false),
        ]
    );
    assert_eq!((found.after(id(2)), found.before(id(102)), found.after(id(9))), (Some(id(102)), Some(id(2)), None));
}

#[test]
fn of_one_name_the_first_is_taken_first_and_nameless_steps_are_never_alike() {
    let mut before = grid(3);
    let mut after = redrawn(&before);
    for (place, name) in [(1, "Waits"), (2, "Waits"), (3, "")] {
        step_mut(&mut before, id(place)).name = name.to_owned();
        step_mut(&mut after, id(place + 100)).name = name.to_owned();
    }
    let found = pairs(&before, &after, &ByHand::default());
    assert_eq!(
        found.steps,
        [
            pair(Some(1), Some(101), Some(By::Name), false),
            pair(Some(2), Some(102), Some(By::Name), false),
            pair(Some(3), None, None, false),
            pair(None, Some(103), None, false),
        ]
    );
}

#[test]
fn a_hand_matches_what_no_name_does_and_parts_what_a_name_joins() {
    let before = grid(2);
    let after = redrawn(&before);
    let mut by_hand = ByHand::default();
    by_hand.step(id(1), Some(id(102)));
    let found = pairs(&before, &after, &by_hand);
    let crossed = found.steps.iter().find(|pair| pair.before == Some(id(1))).unwrap();
    assert_eq!((crossed.after, crossed.by), (Some(id(102)), Some(By::Hand)));
    // Its namesake is taken: the second has none.
    assert_eq!(found.after(id(2)), None);
    by_hand.step(id(2), Some(id(102)));
    assert_eq!(by_hand.steps, [(id(2), Some(id(102)))], "what was said before of either is forgotten");
    by_hand.step(id(1), None);
    let found = pairs(&before, &after, &by_hand);
    assert_eq!((found.after(id(1)), found.after(id(2))), (None, Some(id(102))));
    by_hand.step(id(2), Some(id(999)));
    assert_eq!(pairs(&before, &after, &by_hand).after(id(2)), Some(id(102)), "a step that isn't there joins nothing");
}

#[test]
fn steps_added_cut_and_moved_are_told_where_they_stand() {
    let before = grid(4);
    let mut after = before.clone();
    let stage = Arc::make_mut(&mut after.stages[0]);
    let first = stage.steps.remove(0);
    stage.steps.remove(0);
    stage.steps.push(first);
    stage.steps.insert(1, Arc::new(Step::new(id(9), "Scans the code")));
    let comparison = compared(&before, &after);
    let steps: Vec<_> = comparison.pairs.steps.iter().map(|pair| (pair.before, pair.after, pair.moved)).collect();
    let (one, two, three, four, nine) = (Some(id(1)), Some(id(2)), Some(id(3)), Some(id(4)), Some(id(9)));
    assert_eq!(
        steps,
        [(three, three, false), (None, nine, false), (four, four, false), (one, one, true), (two, None, false)]
    );
    let whats: Vec<_> = comparison.changes.iter().map(|change| (change.at, change.what.clone())).collect();
    assert_eq!(whats, [(At::Step(1), What::StepAdded), (At::Step(3), What::StepMoved), (At::Step(4), What::StepCut)]);
    let moved = &comparison.changes[1];
    let stage = "Stage 1".to_owned();
    assert_eq!((&moved.before, &moved.after), (&Figure::Place(0, stage.clone()), &Figure::Place(3, stage)));
    assert_eq!(comparison.at(3).count(), 1);
}

#[test]
fn a_step_that_went_to_another_stage_has_moved_and_one_whose_stage_is_called_otherwise_has_not() {
    let mut before = grid(2);
    before.stages.push(Arc::new(Stage::new(id(2), "Stage 2")));
    let mut after = before.clone();
    let step = Arc::make_mut(&mut after.stages[0]).steps.pop().unwrap();
    Arc::make_mut(&mut after.stages[1]).steps.push(step);
    assert_eq!(only(&compared(&before, &after)).what, What::StepMoved);
    let mut renamed = before.clone();
    Arc::make_mut(&mut renamed.stages[0]).name = "Arrival".to_owned();
    assert_eq!(compared(&before, &renamed).changes, []);
}

#[test]
fn scores_are_compared_by_persona_with_what_stands_behind_them() {
    let mut before = grid(2);
    let mut after = before.clone();
    step_mut(&mut before, id(1)).scores.insert(id(1), measured(100, 0.0, 1.0));
    step_mut(&mut after, id(1)).scores.insert(id(1), measured(100, 0.5, 1.0));
    let comparison = compared(&before, &after);
    let change = only(&comparison);
    let What::Feeling { persona, interval: Some((low, high)) } = change.what else { panic!("{change:?}") };
    assert_eq!(persona, (id(1), id(1)));
    // sqrt(1/100 + 1/100) = 0.14142, Welch's freedom 198, t = 1.97202.
    assert!((low - 0.221_11).abs() < 1e-4 && (high - 0.778_89).abs() < 1e-4, "{low} {high}");
    assert_eq!((change.is_sure(), change.trend), (Some(true), Trend::Better));
    assert!((change.difference().unwrap() - 0.5).abs() < 1e-12);
    // The same with ten answers each may be chance.
    step_mut(&mut before, id(1)).scores.insert(id(1), measured(10, 0.0, 1.0));
    step_mut(&mut after, id(1)).scores.insert(id(1), measured(10, 0.5, 1.0));
    assert_eq!(only(&compared(&before, &after)).is_sure(), Some(false));
    // What is believed has no interval.
    believe(&mut after, id(1), &[Some(0.5)]);
    let comparison = compared(&before, &after);
    assert_eq!(only(&comparison).is_sure(), None);
}

#[test]
fn welch_needs_five_answers_and_a_spread() {
    let one = |n, mean, sd: Option<f64>| Measured { n, mean, sd, bad: None, effective: None, evidence: None };
    assert_eq!(difference_of_means(&one(4, 0.0, Some(1.0)), &one(50, 1.0, Some(1.0))), None);
    assert_eq!(difference_of_means(&one(50, 0.0, None), &one(50, 1.0, Some(1.0))), None);
    assert_eq!(difference_of_means(&one(50, 0.0, Some(0.0)), &one(50, 1.0, Some(0.0))), None);
    // Unequal sizes and spreads: s² = 4/20 + 1/80 = 0.2125, freedom = 0.2125² / (0.2²/19 + 0.0125²/79) = 21.43, t = 2.0773.
    let (low, high) = difference_of_means(&one(20, 0.0, Some(2.0)), &one(80, 1.0, Some(1.0))).unwrap();
    assert!((low - (1.0 - 0.957_6)).abs() < 2e-3 && (high - 1.957_6).abs() < 2e-3, "{low} {high}");
}

#[test]
fn two_segments_are_compared_though_their_personas_have_other_names() {
    let mut before = grid(1);
    before.personas.truncate(1);
    let mut after = before.clone();
    after.personas = vec![Arc::new(Persona::new(id(7), "Lan"))];
    believe(&mut before, id(1), &[Some(-1.0)]);
    believe(&mut after, id(7), &[Some(1.0)]);
    step_mut(&mut after, id(1)).scores.remove(&id(1));
    let comparison = compared(&before, &after);
    assert_eq!(comparison.pairs.personas[0].by, Some(By::Rest));
    let whats: Vec<_> = comparison.changes.iter().map(|change| &change.what).collect();
    assert!(matches!(whats[..], [What::Remembered { .. }, What::Feeling { .. }]), "{whats:?}");
    // Of two personas each, nobody can tell.
    let mut by_hand = ByHand::default();
    by_hand.persona(id(1), None);
    let apart = compare(&before, &after, &by_hand);
    assert_eq!(apart.changes.iter().filter(|change| change.what == What::Persona).count(), 2);
}

#[test]
fn times_metrics_pains_and_opportunities_are_compared() {
    let mut before = grid(2);
    put(&mut before, 1, 10, LaneKind::PainPoints, pain(Some(4), Some(0.3)));
    put_plain(&mut before, 1, 11, LaneKind::Opportunities);
    put(&mut before, 2, 12, LaneKind::PainPoints, pain(Some(2), Some(0.1)));
    step_mut(&mut before, id(1)).waiting_minutes = Some(90);
    let metric = |value| NamedMetric {
        name: "NPS".to_owned(),
        metric: Metric { unit: Unit::Points, value: Some(value), ..Metric::default() },
    };
    before.omtm = Some(metric(10.0));
    let mut after = before.clone();
    after.omtm = Some(metric(18.0));
    step_mut(&mut after, id(1)).waiting_minutes = Some(30);
    // By name, at the step that belongs to it.
    card_mut(&mut after, id(10)).content = pain(Some(4), Some(0.12));
    card_mut(&mut after, id(10)).id = id(50);
    step_mut(&mut after, id(2)).cards.retain(|card| card.id != id(12));
    put(&mut after, 2, 60, LaneKind::PainPoints, pain(Some(3), Some(0.2)));
    let comparison = compared(&before, &after);
    let told: Vec<_> = comparison
        .changes
        .iter()
        .map(|change| (change.at, change.what.clone(), change.trend, change.difference()))
        .collect();
    let nps = What::Metric { name: "NPS".to_owned(), omtm: true, part: Part::Value };
    assert_eq!(told[0], (At::Map, nps, Trend::Better, Some(8.0)));
    assert_eq!(told[1], (At::Step(0), What::Waiting, Trend::Better, Some(-60.0)));
    let share = What::CardPart { kind: ContentKind::PainPoint, card: (id(10), id(50)), part: Part::Share };
    assert_eq!((told[2].1.clone(), told[2].2), (share, Trend::Better));
    let card = |before, after| What::Card { kind: ContentKind::PainPoint, before, after };
    assert_eq!((told[3].1.clone(), told[3].2), (card(None, Some(id(60))), Trend::Worse));
    assert_eq!((told[4].1.clone(), told[4].2), (card(Some(id(12)), None), Trend::Better));
    assert_eq!(told.len(), 5, "{told:?}");
}

#[test]
fn metrics_in_other_units_have_no_difference() {
    let of = |unit| NamedMetric { name: "Time".into(), metric: Metric { unit, value: Some(3.0), ..Metric::default() } };
    let mut before = grid(1);
    before.metrics = vec![of(Unit::Days)];
    let mut after = before.clone();
    after.metrics = vec![of(Unit::Minutes)];
    let comparison = compared(&before, &after);
    let change = only(&comparison);
    assert_eq!((change.difference(), change.trend), (None, Trend::Neither));
}

#[test]
fn the_list_has_a_line_for_each_change_in_both_languages_and_runs_no_formula() {
    let before = grid(2);
    let mut after = grid(3);
    let evil = "=HYPERLINK(\"x\")|<b>";
    step_mut(&mut after, id(3)).name = evil.to_owned();
    put(&mut after, 1, 10, LaneKind::PainPoints, pain(Some(4), Some(0.3)));
    let comparison = compared(&before, &after);
    for language in Language::ALL {
        let words = Words::new(language);
        let list = listed(&words, &before, &after, &comparison);
        assert_eq!(list.lines.len(), comparison.changes.len());
        assert!(list.lines.iter().all(|line| !line.what.is_empty() && !line.what.contains("compare-")));
        let csv = String::from_utf8(csv::list(&list.as_table(String::new()))).unwrap();
        let markdown = list.as_markdown();
        assert!(csv.starts_with('\u{feff}') && csv.contains("\"'=HYPERLINK(\"\"x\"\")|<b>\""), "{csv}");
        assert_eq!(csv.lines().count(), list.lines.len() + 1);
        assert!(markdown.contains("=HYPERLINK(\"x\")\\|&lt;b>"), "{markdown}");
        assert!(markdown.lines().all(|line| line.replace("\\|", "").matches('|').count() == 7), "{markdown}");
        assert_eq!(list.as_text().lines().count(), list.lines.len() + 1);
        assert!(list.as_text().lines().all(|line| line.matches('\t').count() == 5));
    }
}

/// Criterion of the survey: comparing the two airport years shows what moved.
#[test]
fn the_two_airport_years_are_compared() {
    let samples = crate::sample_maps::samples();
    let map = |file: &str| &samples.iter().find(|(name, _)| *name == file).unwrap().1;
    let (before, after) = (map("sfo-airport-2014.ron"), map("sfo-airport-2016.ron"));
    let comparison = compared(before, after);
    assert!(comparison.pairs.steps.iter().all(|pair| pair.before.is_some() && pair.after.is_some() && !pair.moved));
    let feelings: Vec<&Change> =
        comparison.changes.iter().filter(|change| matches!(change.what, What::Feeling { .. })).collect();
    assert_eq!(feelings.len(), 29, "each measured score of both personas moved a little");
    assert!(feelings.iter().all(|change| change.is_sure().is_some()), "all were measured");
    let sure: Vec<(String, f64)> = feelings
        .iter()
        .filter(|change| change.is_sure() == Some(true))
        .map(|change| {
            let At::Step(place) = change.at else { panic!("{change:?}") };
            let step = after.step(comparison.pairs.steps[place].after.unwrap()).unwrap();
            (step.name.clone(), (change.difference().unwrap() * 100.0).round() / 100.0)
        })
        .collect();
    assert!(!sure.is_empty() && sure.len() < feelings.len(), "{sure:?}");
    let omtm = comparison.changes.iter().find(|change| matches!(change.what, What::Metric { omtm: true, .. })).unwrap();
    assert_eq!((omtm.difference(), omtm.trend), (Some(2.0), Trend::Better));
    let shares = comparison
        .changes
        .iter()
        .filter(|change| matches!(change.what, What::CardPart { part: Part::Share, kind: ContentKind::PainPoint, .. }));
    assert!(shares.count() >= 5);
}

#[test]
fn a_card_that_went_to_another_step_is_told_once() {
    let mut before = grid(2);
    put_plain(&mut before, 1, 10, LaneKind::Touchpoints);
    let mut after = grid(2);
    put_plain(&mut after, 2, 10, LaneKind::Touchpoints);
    let comparison = compared(&before, &after);
    assert!(matches!(only(&comparison).what, What::CardMoved { kind: ContentKind::Touchpoint, .. }));
    assert!(matches!(after.card(id(10)).unwrap().1.content, Content::Touchpoint(_)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever was edited: every step of both maps stands in one pair, and what is compared with itself is the same.
    #[test]
    fn every_step_stands_in_one_pair(rolls in vec(any::<u32>(), 0..60)) {
        let before = every_kind::map();
        let mut dice = Dice(&rolls);
        let mut after = before.clone();
        while !dice.0.is_empty() {
            if let Ok(next) = apply(&after, &any_edit(&after, &mut dice)) {
                after = next;
            }
        }
        let found = compare(&before, &after, &ByHand::default());
        let mut old: Vec<StepId> = found.pairs.steps.iter().filter_map(|pair| pair.before).collect();
        let new: Vec<StepId> = found.pairs.steps.iter().filter_map(|pair| pair.after).collect();
        let mut expected: Vec<StepId> = before.steps().map(|(_, step)| step.id).collect();
        assert_eq!(new, after.steps().map(|(_, step)| step.id).collect::<Vec<_>>());
        old.sort_unstable();
        expected.sort_unstable();
        assert_eq!(old, expected);
        assert_eq!(compare(&after, &after, &ByHand::default()).changes, []);
    }
}

#[test]
fn the_page_of_changes_runs_nothing_of_what_it_says() {
    let before = grid(2);
    let mut after = before.clone();
    step_mut(&mut after, id(1)).name = "<script>alert(1)</script> & co".to_owned();
    for language in Language::ALL {
        let words = Words::new(language);
        let list = listed(&words, &before, &after, &compared(&before, &after));
        let page = comparison_file(&list, "HTML", "a < b", &words).unwrap();
        let page = String::from_utf8(page).unwrap();
        assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; co") && !page.contains("<script"), "{page}");
        assert!(page.contains(&format!("<html lang=\"{}\">", language.code())) && page.contains("<h1>a &lt; b</h1>"));
        assert_eq!(page.matches("<tr").count(), 1 + list.lines.len());
        for ending in COMPARISON_ENDINGS {
            assert!(comparison_file(&list, ending, "", &words).is_some_and(|file| !file.is_empty()));
        }
        assert_eq!(comparison_file(&list, "png", "", &words), None);
    }
}

#[test]
fn the_plot_goes_by_the_same_pairs_as_the_list() {
    let mut before = grid(3);
    believe(&mut before, id(1), &[Some(-1.0), Some(0.0), Some(1.0)]);
    let mut after = before.clone();
    believe(&mut after, id(1), &[Some(1.0), Some(1.0), Some(1.0)]);
    let mut after = redrawn(&after);
    step_mut(&mut after, id(103)).name = "Is paid".to_owned();
    let rows = |by_hand: &ByHand, map: &JourneyMap, other: &JourneyMap, is_after: bool| {
        let given = Given {
            against: Some(other),
            against_is_after: Some(is_after),
            by_hand: Some(by_hand),
            ..Given::default()
        };
        plot(Kind::Compared, map, &given).table.rows
    };
    let none = ByHand::default();
    assert_eq!(rows(&none, &before, &after, true).len(), 4, "two pairs, one cut, one added");
    let mut by_hand = ByHand::default();
    by_hand.step(id(3), Some(id(103)));
    let found = rows(&by_hand, &before, &after, true);
    let about: Vec<About> = found.iter().map(|row| row.about).collect();
    assert_eq!(about, [1, 2, 3].map(|step| About::Score { persona: id(1), step: id(step) }));
    assert_eq!(found[2].cells[4], Cell::Figure(0.0, Scale::Signed(2)));
    let seen_from_after = rows(&by_hand, &after, &before, false);
    assert_eq!(seen_from_after[2].about, About::Score { persona: id(1), step: id(103) });
    assert_eq!(seen_from_after[2].cells[2..], found[2].cells[2..], "before stays before");
}
