//! The filter: chosen in the toolbar, said in the status bar, switched off by one key, never in the map.

use eframe::egui::{Key, Modifiers};
use egui_kittest::Harness;
use wayfelt::app::App;
use wayfelt::app::command::Command;
use wayfelt::edit::Edit;

use crate::window::{click, english, press, says};

fn sample() -> Harness<'static, App> {
    let mut shown = english();
    shown.state_mut().show_sample(2);
    shown.run_steps(4);
    shown
}

fn open(shown: &mut Harness<'static, App>) {
    shown.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::F);
    shown.run_steps(4);
}

#[test]
fn a_persona_is_chosen_by_keyboard_and_one_key_shows_everything_again() {
    let mut shown = sample();
    let map = shown.state().shown_map().unwrap();
    open(&mut shown);
    assert!(says(&shown, "All cards are shown"));
    assert!(says(&shown, "What you export shows everything"));
    // The first choice has the keyboard: the first persona.
    press(&mut shown, Key::Space);
    let first = map.personas[0].id;
    let through = map.cards().filter(|(_, card)| card.personas.is_empty() || card.personas.contains(&first)).count();
    let all = map.cards().count();
    assert!(through < all, "the sample has cards of one persona");
    assert!(says(&shown, &format!("{through} of {all} cards match the filter")));
    press(&mut shown, Key::Escape);
    shown.key_press_modifiers(Modifiers::SHIFT, Key::F4);
    shown.run_steps(4);
    assert!(!says(&shown, "match the filter"));
    shown.key_press_modifiers(Modifiers::SHIFT, Key::F4);
    shown.run_steps(4);
    assert!(says(&shown, "match the filter"));
    let context = shown.ctx.clone();
    shown.state_mut().run(&context, Command::FilterClear);
    shown.run_steps(4);
    assert!(!says(&shown, "match the filter") && !shown.state().facts().filter);
    assert_eq!(*shown.state().shown_map().unwrap(), *map, "the map knows nothing of it");
    assert!(shown.state().facts().undo.is_none());
}

#[test]
fn a_filter_asks_again_for_what_comes_back() {
    let mut shown = sample();
    let first = shown.state().shown_map().unwrap().personas[0].id;
    open(&mut shown);
    press(&mut shown, Key::Space);
    press(&mut shown, Key::Escape);
    assert!(says(&shown, "match the filter"));
    assert!(shown.state_mut().edit_shown(&Edit::RemovePersona(first)));
    shown.run_steps(4);
    assert!(!says(&shown, "match the filter"), "nobody is left to ask for");
    let context = shown.ctx.clone();
    shown.state_mut().run(&context, Command::Undo);
    shown.run_steps(4);
    assert!(says(&shown, "match the filter"));
}

#[test]
fn channel_and_owner_are_chosen_by_mouse_and_stay_with_their_map() {
    let mut shown = sample();
    open(&mut shown);
    click(&mut shown, "Website");
    assert!(says(&shown, "cards match the filter"));
    click(&mut shown, "Nobody");
    press(&mut shown, Key::Escape);
    assert!(shown.state().facts().filtering);
    shown.state_mut().show_sample(0);
    shown.run_steps(4);
    assert!(!shown.state().facts().filtering, "another map is looked at whole");
    let context = shown.ctx.clone();
    shown.state_mut().run(&context, Command::PreviousTab);
    shown.run_steps(4);
    assert!(shown.state().facts().filtering);
}
