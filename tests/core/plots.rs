//! What plots say, without painting them.

use std::sync::Arc;

use wayfelt::i18n::Words;
use wayfelt::insight::plot::{self, About, Cell, Given, Hue, Kind, Label, Lack, Plot, Shape, Side, Ticks, Word};
use wayfelt::layout::plots;
use wayfelt::model::{Importance, JourneyMap, LaneKind, Language, MapState, Measured, Score, ScoreState};

use crate::maps::{believe, grid, id, pain, put, put_plain, step_mut};

fn measured(n: u32, mean: f64, validated: bool) -> Score {
    let measured = Measured { n, mean, sd: Some(0.8), bad: None, effective: None, evidence: None };
    Score { state: ScoreState::Scored { believed: None, measured: Some(measured), validated }, expected: None }
}

fn plot_of(kind: Kind, map: &JourneyMap) -> Plot {
    plot::plot(kind, map, &Given::default())
}

#[test]
fn unknown_is_a_gap_and_either_hypothesis_dashes() {
    let mut map = grid(6);
    for (step, mean) in [(1, 0.5), (2, 1.0)] {
        step_mut(&mut map, id(step)).scores.insert(id(1), measured(40, mean, true));
    }
    believe(&mut map, id(1), &[None, None, Some(-1.0), None, Some(1.0), Some(2.0)]);
    let plot = plot_of(Kind::Emotion, &map);
    let stretches = &plot.series[0].stretches;
    let shape: Vec<(usize, bool)> = stretches.iter().map(|stretch| (stretch.points.len(), stretch.dashed)).collect();
    assert_eq!(shape, [(2, false), (2, true), (2, true)], "solid 1–2, dashed 2–3, nothing at 4, dashed 5–6");
    assert_eq!(stretches[1].points[0], stretches[0].points[1], "they meet");
    assert_eq!(plot.bands.len(), 1);
    assert_eq!(plot.bands[0].points.len(), 2);
    assert_eq!(plot.marks.len(), 5);
    assert!(plot.series[1].stretches.is_empty(), "the other persona has no scores");
}

#[test]
fn the_curve_never_leaves_its_points() {
    let mut map = grid(7);
    let scores = [-2.0, 1.9, 2.0, 2.0, -1.0, -1.1, 2.0];
    believe(&mut map, id(1), &scores.map(Some));
    let plot = plot_of(Kind::Emotion, &map);
    for (x, y) in plot.series[0].stretches[0].sampled(40) {
        let (left, right) = (x.floor() as usize, (x.ceil() as usize).min(6));
        let (low, high) = (scores[left].min(scores[right]), scores[left].max(scores[right]));
        assert!((low - 1e-9..=high + 1e-9).contains(&y), "{y} at {x} is outside {low}…{high}");
    }
}

#[test]
fn the_lowest_score_of_the_map_is_named_once() {
    let mut map = grid(3);
    believe(&mut map, id(1), &[Some(-1.0), Some(0.5), Some(-0.5)]);
    believe(&mut map, id(2), &[Some(-0.2), Some(-1.75), None]);
    let plot = plot_of(Kind::Emotion, &map);
    let lowest: Vec<_> = plot
        .table
        .rows
        .iter()
        .filter(|row| row.cells.contains(&Cell::Said(Label::Word(Word::Lowest))))
        .map(|row| row.about)
        .collect();
    assert_eq!(lowest, [About::Score { persona: id(2), step: id(2) }]);
}

fn painful() -> JourneyMap {
    let mut map = grid(3);
    put(&mut map, 1, 1, LaneKind::PainPoints, pain(Some(3), Some(0.4)));
    put(&mut map, 2, 2, LaneKind::PainPoints, pain(Some(5), Some(0.6)));
    put_plain(&mut map, 3, 3, LaneKind::PainPoints);
    step_mut(&mut map, id(2)).moment_of_truth = true;
    map
}

#[test]
fn bubbles_stand_at_share_and_severity_with_priority_as_area() {
    let plot = plot_of(Kind::PainPoints, &painful());
    let places: Vec<_> = plot.marks.iter().map(|mark| (mark.x, mark.y, mark.label.clone())).collect();
    let expected = [(0.6, 5.0, Some(Label::Rank(1))), (0.4, 3.0, Some(Label::Rank(2)))];
    assert_eq!(places, expected, "what isn't rated has no bubble");
    let areas: Vec<f64> = plot
        .marks
        .iter()
        .map(|mark| match mark.shape {
            Shape::Bubble { area } => (area * 1e6).round() / 1e6,
            _ => panic!("{mark:?} is no bubble"),
        })
        .collect();
    assert_eq!(areas, [1.0, 0.2], "6.0 = 5 × 0.6 × 2 against 1.2 = 3 × 0.4");
    assert!(plot.marks.iter().all(|mark| mark.hue == Hue::Pain));
}

#[test]
fn the_share_axis_fits_what_is_there() {
    let high = |share| {
        let mut map = grid(1);
        put(&mut map, 1, 1, LaneKind::PainPoints, pain(Some(3), Some(share)));
        let axis = plot_of(Kind::PainPoints, &map).x;
        assert!(axis.low < 0.0 && share < axis.high);
        (axis.high / 1.06 * 100.0).round()
    };
    assert_eq!([0.04, 0.12, 0.5, 0.62, 1.0].map(high), [5.0, 25.0, 50.0, 100.0, 100.0]);
}

#[test]
fn the_pareto_chart_runs_up_to_all() {
    let plot = plot_of(Kind::Priorities, &painful());
    let names = ["Card 2", "Card 1"].map(|name| Label::Own(name.to_owned()));
    assert_eq!(plot.x.ticks, Ticks::Names(names.to_vec()));
    let heights: Vec<f64> = plot.marks.iter().map(|mark| (mark.y * 1e6).round() / 1e6).collect();
    assert_eq!(heights, [6.0, 1.2]);
    assert_eq!(plot.series[0].side, Side::Right);
    let running = &plot.series[0].stretches[0].points;
    assert!((running[0].1 - 6.0 / 7.2).abs() < 1e-9);
    assert!((running[1].1 - 1.0).abs() < 1e-9);
}

#[test]
fn of_very_many_pain_points_the_worst_are_plotted_and_their_number_is_known() {
    let few = crate::generate::map(100);
    assert_eq!(plot_of(Kind::PainPoints, &few).foremost_of, None);
    let many = crate::generate::map(3_000);
    let rated = wayfelt::insight::pain::ranking(&many).into_iter().filter(|pain| pain.rank.is_some()).count();
    for kind in [Kind::PainPoints, Kind::Priorities] {
        let plot = plot_of(kind, &many);
        assert!(plot.marks.len() < rated);
        assert_eq!(plot.foremost_of, Some(rated));
        let ranks: Vec<Cell> = plot.table.rows.iter().map(|row| row.cells[0].clone()).collect();
        let expected: Vec<Cell> = (1..=ranks.len()).map(|rank| Cell::Said(Label::Rank(rank))).collect();
        assert_eq!(ranks, expected, "worst first");
    }
}

#[test]
fn every_plot_says_what_is_missing_on_an_empty_map() {
    let map = JourneyMap::default();
    for kind in Kind::ALL {
        let plot = plot_of(kind, &map);
        assert!(plot.marks.is_empty(), "{kind:?}");
        assert!(plot.lack.is_some(), "{kind:?}");
        assert!(plot.x.low < plot.x.high && plot.y.low < plot.y.high, "{kind:?}");
        for language in Language::ALL {
            let words = Words::new(language);
            for said in [
                plots::say::title(kind, &words),
                plots::say::about(&plot, &words),
                plots::say::how(kind, &words),
                plots::say::none(kind, &words),
            ] {
                assert!(!said.starts_with("plot-") && said.len() > 3, "{kind:?} has no words: {said}");
            }
        }
    }
}

#[test]
fn every_plot_has_one_name_that_leads_back_to_it() {
    for kind in Kind::ALL {
        assert_eq!(Kind::of_name(kind.name()), Some(kind));
        assert!(wayfelt::scene::icon_names().any(|name| name == kind.icon()), "{} has no icon", kind.icon());
    }
    assert_eq!(Kind::of_name("nothing"), None);
}

#[test]
fn as_is_and_to_be_are_matched_by_identity_then_by_name_and_the_gap_is_cut_where_they_cross() {
    let mut today = grid(3);
    believe(&mut today, id(1), &[Some(-1.0), Some(1.0), Some(0.0)]);
    let mut designed = today.clone();
    designed.state = MapState::ToBe;
    believe(&mut designed, id(1), &[Some(1.0), Some(0.0), Some(0.5)]);
    // The third step was made anew, under the same name.
    let stage = Arc::make_mut(&mut designed.stages[0]);
    Arc::make_mut(&mut stage.steps[2]).id = id(99);
    let plot = plot::plot(Kind::Compared, &today, &Given { against: Some(&designed), ..Given::default() });
    let changes: Vec<Cell> = plot.table.rows.iter().map(|row| row.cells[4].clone()).collect();
    let figure = |value| Cell::Figure(value, plot::Scale::Signed(2));
    assert_eq!(changes, [figure(2.0), figure(-1.0), figure(0.5)]);
    let hues: Vec<Hue> = plot.bands.iter().map(|band| band.hue).collect();
    assert_eq!(hues, [Hue::Opportunity, Hue::Pain, Hue::Pain, Hue::Opportunity]);
    // Seen from the other map it is the same comparison.
    let turned = plot::plot(Kind::Compared, &designed, &Given { against: Some(&today), ..Given::default() });
    let (a, b) = (&turned.table.rows[0].cells, &plot.table.rows[0].cells);
    assert_eq!((&a[2], &a[3]), (&b[2], &b[3]), "as-is is today's map from both sides");
    assert_eq!(plot_of(Kind::Compared, &today).lack, Some(Lack::Against));
}

#[test]
fn customers_kept_bears_its_rates_and_the_loss_of_each_stage() {
    let mut map = grid(2);
    believe(&mut map, id(1), &[Some(-2.0), Some(2.0)]);
    let mut second = wayfelt::model::Stage::new(id(2), "Stage 2");
    second.steps = vec![Arc::make_mut(&mut map.stages[0]).steps.pop().unwrap()];
    map.stages.push(Arc::new(second));
    let plot = plot_of(Kind::Kept, &map);
    assert_eq!(plot.notes.len(), 2, "what the figures over the stages are, and the rates");
    // 70% have one bad experience, and of those a third leaves.
    let lost = |place: usize| match plot.regions[place].lines[1] {
        Label::Figure(lost, _) => (lost * 1e4).round() / 1e4,
        ref other => panic!("{other:?}"),
    };
    assert_eq!((lost(0), lost(1)), (-0.2333, 0.0));
}

#[test]
fn the_matrix_puts_most_impact_for_least_effort_first() {
    let mut map = grid(1);
    for (card, effort, impact) in [(1, 5, 2), (2, 1, 5), (3, 3, 3)] {
        let opportunity = wayfelt::model::Opportunity {
            effort: wayfelt::model::Grade::new(effort).ok(),
            impact: wayfelt::model::Grade::new(impact).ok(),
            importance: Importance::new(8).ok(),
            ..wayfelt::model::Opportunity::default()
        };
        put(&mut map, 1, card, LaneKind::Opportunities, wayfelt::model::Content::Opportunity(opportunity));
    }
    let plot = plot_of(Kind::Matrix, &map);
    let order: Vec<About> = plot.table.rows.iter().map(|row| row.about).collect();
    assert_eq!(order, [About::Card(id(2)), About::Card(id(3)), About::Card(id(1))]);
    assert_eq!((plot.marks[0].x, plot.marks[0].y), (1.0, 5.0));
    // 8 + (8 − 5) at a score of 0.
    believe(&mut map, id(1), &[Some(0.0)]);
    let scores = plot_of(Kind::Opportunities, &map);
    assert!(scores.marks.iter().all(|mark| (mark.x - 11.0).abs() < 1e-9));
}
