//! The page of plots in the whole window: opened, left, what-if, a matrix that is undone.

use std::sync::Arc;

use eframe::egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use wayfelt::app::App;
use wayfelt::app::command::Command;
use wayfelt::model::MapState;

use crate::window::{click, english, press};

fn run(shown: &mut Harness<'static, App>, command: Command) {
    let context = shown.ctx.clone();
    shown.state_mut().run(&context, command);
    shown.run_steps(4);
}

fn sample() -> Harness<'static, App> {
    let mut shown = english();
    shown.state_mut().show_sample(0);
    shown.run_steps(4);
    shown
}

/// The first point of the curve that is on the page.
fn first_point(shown: &Harness<'static, App>) -> String {
    use egui_kittest::kittest::NodeT as _;
    let point = shown.get_all_by_label_contains(". Score: ").next().unwrap();
    point.accesskit_node().label().unwrap()
}

#[test]
fn the_page_fills_the_window_and_gives_the_map_back() {
    let mut shown = sample();
    assert!(!shown.state().facts().plots_page);
    shown.key_press_modifiers(Modifiers::SHIFT, Key::F9);
    shown.run_steps(4);
    assert!(shown.state().facts().plots_page);
    assert!(shown.query_by_label("How is this worked out?").is_some());
    press(&mut shown, Key::Escape);
    assert!(!shown.state().facts().plots_page);
}

#[test]
fn what_if_leaves_the_map_untouched_until_it_is_kept_in_a_tab_of_its_own() {
    let mut shown = sample();
    let before = shown.state().shown_map().unwrap();
    let undo = shown.state().facts().undo;
    run(&mut shown, Command::WhatIf);
    assert!(shown.state().facts().what_if);
    let point = first_point(&shown);
    shown.get_all_by_label(point.as_str()).next().unwrap().focus();
    shown.run_steps(2);
    for _ in 0..3 {
        press(&mut shown, Key::ArrowDown);
    }
    assert!(shown.query_by_label(point.as_str()).is_none(), "the point is elsewhere");
    assert!(Arc::ptr_eq(&before, &shown.state().shown_map().unwrap()), "the map is the same one");
    assert_eq!(shown.state().facts().undo, undo, "there is nothing to undo");
    click(&mut shown, "Keep as to-be");
    shown.run_steps(4);
    assert_eq!(shown.state().facts().tabs, 2);
    let kept = shown.state().shown_map().unwrap();
    assert_eq!(kept.state, MapState::ToBe);
    let scores = |map: &wayfelt::model::JourneyMap| {
        let scores = map.steps().flat_map(|(_, step)| step.scores.values().map(|score| score.shown()));
        scores.collect::<Vec<_>>()
    };
    assert_ne!(scores(&kept), scores(&before));
    run(&mut shown, Command::PreviousTab);
    assert!(Arc::ptr_eq(&before, &shown.state().shown_map().unwrap()), "the map is the same one still");
    assert!(!shown.state().facts().what_if);
}
