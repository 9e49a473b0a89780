//! What plots say, without painting them.

use wayfelt::insight::plot::{self, About, Hue, Label, Shape, Side, Ticks};
use wayfelt::model::{JourneyMap, LaneKind, Measured, Score, ScoreState};

use crate::maps::{believe, grid, id, pain, put, put_plain, step_mut};

fn measured(n: u32, mean: f64, validated: bool) -> Score {
    let measured = Measured { n, mean, sd: Some(0.8), bad: None, effective: None, evidence: None };
    Score { state: ScoreState::Scored { believed: None, measured: Some(measured), validated }, expected: None }
}

#[test]
fn unknown_is_a_gap_and_either_hypothesis_dashes() {
    let mut map = grid(6);
    for (step, mean) in [(1, 0.5), (2, 1.0)] {
        step_mut(&mut map, id(step)).scores.insert(id(1), measured(40, mean, true));
    }
    believe(&mut map, id(1), &[None, None, Some(-1.0), None, Some(1.0), Some(2.0)]);
    let plot = plot::emotion(&map);
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
    let plot = plot::emotion(&map);
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
    let lowest: Vec<_> = plot::emotion(&map)
        .marks
        .into_iter()
        .filter_map(|mark| match mark.about {
            About::Score { persona, step, lowest: true, .. } => Some((persona, step)),
            _ => None,
        })
        .collect();
    assert_eq!(lowest, [(id(2), id(2))]);
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
    let plot = plot::pain_points(&painful());
    let places: Vec<_> = plot.marks.iter().map(|mark| (mark.x, mark.y, mark.label.clone())).collect();
    let expected = [(0.6, 5.0, Some(Label::Rank(1))), (0.4, 3.0, Some(Label::Rank(2)))];
    assert_eq!(places, expected, "what isn't rated has no bubble");
    let areas: Vec<f64> = plot
        .marks
        .iter()
        .map(|mark| match mark.shape {
            Shape::Bubble { area } => (area * 1e6).round() / 1e6,
            Shape::Point { .. } | Shape::Bar { .. } => panic!("{mark:?} is no bubble"),
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
        let axis = plot::pain_points(&map).x;
        assert!(axis.low < 0.0 && share < axis.high);
        (axis.high / 1.06 * 100.0).round()
    };
    assert_eq!([0.04, 0.12, 0.5, 0.62, 1.0].map(high), [5.0, 25.0, 50.0, 100.0, 100.0]);
}

#[test]
fn the_pareto_chart_runs_up_to_all() {
    let plot = plot::priorities(&painful());
    assert_eq!(plot.x.ticks, Ticks::Names(vec!["Card 2".to_owned(), "Card 1".to_owned()]));
    let heights: Vec<f64> = plot.marks.iter().map(|mark| (mark.y * 1e6).round() / 1e6).collect();
    assert_eq!(heights, [6.0, 1.2]);
    assert_eq!(plot.series[0].side, Side::Right);
    let running = &plot.series[0].stretches[0].points;
    assert!((running[0].1 - 6.0 / 7.2).abs() < 1e-9);
    assert!((running[1].1 - 1.0).abs() < 1e-9);
}

#[test]
fn an_empty_map_has_plots_without_marks() {
    let map = JourneyMap::default();
    for plot in [plot::emotion(&map), plot::pain_points(&map), plot::priorities(&map)] {
        assert!(plot.marks.is_empty());
        assert!(plot.x.low < plot.x.high && plot.y.low < plot.y.high);
    }
}

#[test]
fn of_very_many_pain_points_the_worst_are_plotted_and_their_number_is_known() {
    let few = crate::generate::map(100);
    assert_eq!(plot::pain_points(&few).foremost_of, None);
    let many = crate::generate::map(3_000);
    let rated = wayfelt::insight::pain::ranking(&many).into_iter().filter(|pain| pain.rank.is_some()).count();
    for plot in [plot::pain_points(&many), plot::priorities(&many)] {
        assert!(plot.marks.len() < rated);
        assert_eq!(plot.foremost_of, Some(rated));
        let ranks: Vec<usize> = plot
            .marks
            .iter()
            .map(|mark| match mark.about {
                plot::About::Pain { rank, .. } => rank,
                plot::About::Score { .. } => 0,
            })
            .collect();
        assert_eq!(ranks.iter().max(), ranks.last(), "worst first");
        assert_eq!(ranks.first(), Some(&1));
    }
}
