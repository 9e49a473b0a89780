use egui_kittest::kittest::Queryable as _;
use wayfelt::app::Intent;
use wayfelt::edit::{Cursor, Selection};
use wayfelt::model::{JourneyMap, LaneKind, Language, Theme};

use crate::maps::{believe, grid, id, lane, pain, put, put_plain, step_mut};
use crate::panel::{Which, click, open, open_in};
use crate::sample_maps::samples;

fn rated() -> JourneyMap {
    let mut map = grid(3);
    put(&mut map, 1, 1, LaneKind::PainPoints, pain(Some(3), Some(0.4)));
    put(&mut map, 2, 2, LaneKind::PainPoints, pain(Some(5), Some(0.62)));
    step_mut(&mut map, id(2)).moment_of_truth = true;
    believe(&mut map, id(1), &[Some(0.5), Some(-1.5), None]);
    map
}

const WORST: &str = "#1 Card 2. Severity 5 of 5, 62% of customers affected. Priority 6.2 = severity 5 × 62% × 2, a moment \
                     of truth counts double. The worst 1 make 84% of all priorities";

#[test]
fn a_click_on_a_bubble_shows_its_card() {
    let mut insights = open(Which::Insights, rated(), Selection::default());
    let marks: Vec<_> = insights.get_all_by_label(WORST).collect();
    assert_eq!(marks.len(), 2, "a bubble and a bar");
    marks[0].click();
    insights.run();
    let cursor = Cursor::Cell { lane: lane(LaneKind::PainPoints), step: id(2), persona: None };
    assert_eq!(insights.state().intents, [Intent::Show(Selection::card(cursor, id(2)))]);
}

#[test]
fn a_click_on_a_score_shows_its_cell() {
    let mut insights = open(Which::Insights, rated(), Selection::default());
    let lowest = "Minh · Step 2. −1.5, believed by the team. Hypothesis. The lowest point of the journey";
    click(&mut insights, lowest);
    let cursor = Cursor::Cell { lane: lane(LaneKind::Emotion), step: id(2), persona: Some(id(1)) };
    assert_eq!(insights.state().intents, [Intent::Show(Selection::at(cursor))]);
}

#[test]
fn the_point_of_the_selected_card_is_marked() {
    let selection = Selection { cards: vec![id(2)], ..Selection::default() };
    let insights = open(Which::Insights, rated(), selection);
    use egui_kittest::kittest::NodeT as _;
    for mark in insights.get_all_by_label(WORST) {
        assert_eq!(mark.accesskit_node().toggled(), Some(eframe::egui::accesskit::Toggled::True));
    }
}

#[test]
fn hover_says_what_a_point_is() {
    let mut insights = open(Which::Insights, rated(), Selection::default());
    insights.get_all_by_label(WORST).next().unwrap().hover();
    insights.run_steps(8);
    assert!(insights.query_by_label("#1 Card 2").is_some());
    assert!(insights.query_by_label("Severity 5 of 5, 62% of customers affected").is_some());
}

#[test]
fn without_ratings_it_says_what_to_do_and_leads_there() {
    let mut map = grid(1);
    put_plain(&mut map, 1, 7, LaneKind::PainPoints);
    let mut insights = open(Which::Insights, map, Selection::default());
    assert!(insights.query_all_by_label_contains("No pain point is rated yet").next().is_some());
    insights.get_all_by_label("Rate “Card 7”").next().unwrap().click();
    insights.run();
    assert_eq!(insights.state().selection.cards, [id(7)]);
}

#[test]
fn narrow_shows_one_plot_at_a_time() {
    let mut insights = open(Which::Insights, rated(), Selection::default());
    insights.set_size(eframe::egui::vec2(480.0, 300.0));
    insights.run();
    assert_eq!(insights.get_all_by_label(WORST).count(), 1);
    insights.get_by_role_and_label(eframe::egui::Role::RadioButton, "Emotion").click();
    insights.run();
    assert_eq!(insights.query_all_by_label(WORST).count(), 0);
    assert_eq!(insights.query_all_by_label_contains("Minh ·").count(), 2);
}

#[test]
fn the_samples_are_plotted_in_both_languages_and_themes() {
    for (_, map) in samples() {
        for (language, theme) in [(Language::En, Theme::Dark), (Language::Vi, Theme::Light)] {
            let insights = open_in(Which::Insights, map.clone(), Selection::default(), language, theme);
            assert!(insights.query_all_by_label_contains("#1 ").next().is_some());
        }
    }
}
