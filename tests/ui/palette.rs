//! The palette: everything there is, by a few letters.

use eframe::egui::Key;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use wayfelt::app::{App, Settings, ThemeChoice};
use wayfelt::edit::{Cursor, Selection};
use wayfelt::model::Language;

use crate::window::{click, ctrl, english, press, says, type_text, window, with};

fn sample() -> Harness<'static, App> {
    let mut shown = english();
    shown.state_mut().show_sample(2);
    shown.run_steps(4);
    shown
}

/// What is selected once the best answer to these letters was chosen.
fn went_to(shown: &mut Harness<'static, App>, typed: &str) -> Selection {
    ctrl(shown, Key::K);
    type_text(shown, typed);
    press(shown, Key::Enter);
    shown.state().shown_selection()
}

#[test]
fn letters_without_marks_lead_to_cards_steps_lanes_and_personas() {
    let mut shown = sample();
    let map = shown.state().shown_map().unwrap();
    let (step, card) = map.cards().find(|(_, card)| card.text.chars().count() > 14).unwrap();
    let plain = wayfelt::find::plain(&card.text);
    let there = went_to(&mut shown, &plain);
    assert_eq!(there.cards, [card.id]);
    assert_eq!(there.cursor, Some(Cursor::Cell { lane: card.lane, step: step.id, persona: None }));
    let (_, last) = map.steps().last().unwrap();
    assert_eq!(went_to(&mut shown, &wayfelt::find::plain(&last.name)).cursor, Some(Cursor::Step(last.id)));
    let persona = &map.personas[1];
    assert_eq!(went_to(&mut shown, &wayfelt::find::plain(&persona.name)).cursor, Some(Cursor::Persona(persona.id)));
    let stage = &map.stages[1];
    assert_eq!(went_to(&mut shown, &wayfelt::find::plain(&stage.name)).cursor, Some(Cursor::Stage(stage.id)));
}

#[test]
fn answers_are_grouped_and_only_commands_on_demand() {
    let mut shown = sample();
    ctrl(&mut shown, Key::K);
    type_text(&mut shown, "khach");
    assert!(says(&shown, "Cards") && says(&shown, "Lanes"));
    press(&mut shown, Key::Escape);
    ctrl(&mut shown, Key::K);
    type_text(&mut shown, ">exp");
    assert!(says(&shown, "Export…"));
    assert!(!says(&shown, "Cards"));
}

#[test]
fn a_command_found_by_its_name_in_the_other_language_says_so() {
    let mut shown = window(Language::En, ThemeChoice::Light);
    ctrl(&mut shown, Key::K);
    type_text(&mut shown, "mo tep");
    press(&mut shown, Key::Escape);
    ctrl(&mut shown, Key::K);
    type_text(&mut shown, "phim tat");
    let line = shown.get_by_label("Keyboard shortcuts");
    let said = line.accesskit_node().description().unwrap_or_default();
    assert!(said.contains("Phím tắt"), "{said}");
}

#[test]
fn other_open_maps_and_recent_ones_are_there_before_anything_is_typed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("An old map.ron");
    std::fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/sample_maps/health-insurance.ron"), &path).unwrap();
    let settings = Settings { started_before: true, recent: vec![path], ..Settings::default() };
    let mut shown = with(settings, Vec::new(), None);
    shown.state_mut().show_sample(2);
    shown.state_mut().show_sample(1);
    shown.run_steps(4);
    ctrl(&mut shown, Key::K);
    assert!(says(&shown, "Open maps") && says(&shown, "Recent maps"));
    type_text(&mut shown, "dien thoai truc tuyen");
    press(&mut shown, Key::Enter);
    assert_eq!(shown.state().shown_map().unwrap().title, "Mua điện thoại trực tuyến");
    ctrl(&mut shown, Key::K);
    type_text(&mut shown, "old map");
    press(&mut shown, Key::Enter);
    assert_eq!(shown.state().shown_map().unwrap().title, "Switching health insurance");
    assert_eq!(shown.state().facts().tabs, 3);
}

#[test]
fn the_list_is_gone_through_by_keyboard_and_by_mouse() {
    let mut shown = sample();
    ctrl(&mut shown, Key::K);
    type_text(&mut shown, "zoom");
    press(&mut shown, Key::ArrowUp);
    press(&mut shown, Key::ArrowDown);
    press(&mut shown, Key::PageDown);
    press(&mut shown, Key::Escape);
    ctrl(&mut shown, Key::K);
    type_text(&mut shown, "about way");
    click(&mut shown, "About Wayfelt");
    assert!(says(&shown, "Version"));
}

#[test]
fn what_a_slow_frame_brings_with_the_key_is_typed_into_the_palette() {
    use eframe::egui::{Event, Modifiers};
    let mut shown = english();
    let modifiers = Modifiers { ctrl: true, command: true, ..Modifiers::NONE };
    shown.event(Event::Key { key: Key::K, physical_key: None, pressed: true, repeat: false, modifiers });
    shown.event(Event::Text("ab".into()));
    shown.step();
    shown.event(Event::Text("out w".into()));
    shown.step();
    press(&mut shown, Key::Enter);
    assert!(says(&shown, "Version"));
}

#[test]
fn what_nothing_answers_to_is_said() {
    let mut shown = sample();
    ctrl(&mut shown, Key::K);
    type_text(&mut shown, "qqzzxxw");
    assert!(says(&shown, "Nothing is called that."));
    press(&mut shown, Key::Enter);
    assert!(says(&shown, "Nothing is called that."), "and Enter does nothing");
}
