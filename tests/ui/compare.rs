//! The comparison of two journeys: chosen, turned round, matched by hand, copied.

use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use wayfelt::app::command::Command;
use wayfelt::app::{App, ThemeChoice};
use wayfelt::file::embedded;
use wayfelt::model::Language;

use crate::window::{click, press, says, window};

/// The comparison of the airport of 2016 with that of 2014.
fn years() -> Harness<'static, App> {
    let mut shown = window(Language::En, ThemeChoice::Light);
    let place = embedded::samples().iter().position(|sample| sample.file == "sfo-airport-2016.ron").unwrap();
    shown.state_mut().show_sample(place);
    let context = shown.ctx.clone();
    shown.state_mut().run(&context, Command::CompareJourneys);
    shown.run_steps(4);
    assert!(says(&shown, "Choose a map to compare “Departing from San Francisco airport” with"));
    shown.get_by_role_and_label(Role::ComboBox, "Before").click();
    shown.run_steps(4);
    click(&mut shown, "Departing from San Francisco airport, 2014");
    shown
}

#[test]
fn two_years_show_what_moved_either_way_round() {
    let mut shown = years();
    assert!(says(&shown, "0 added · 0 cut · 0 moved"));
    assert!(says(&shown, "CSAT of SFO as a whole”: value, 79%, 81%, +2 points, Better"));
    click(&mut shown, "Swap before and after");
    assert!(says(&shown, "CSAT of SFO as a whole”: value, 81%, 79%, −2 points, Worse"));
    click(&mut shown, "Copy as table");
    assert!(says(&shown, "The list of changes is on the clipboard."));
    press(&mut shown, Key::Escape);
    assert!(!says(&shown, "0 added · 0 cut · 0 moved"));
}

#[test]
fn a_step_is_matched_by_hand() {
    let mut shown = years();
    click(&mut shown, "Steps side by side");
    let list = "What “Leaves for the airport” became";
    shown.get_by_role_and_label(Role::ComboBox, list).click();
    shown.run_steps(4);
    click(&mut shown, "Nothing: it was cut");
    assert!(says(&shown, "1 added · 1 cut · 0 moved"));
    shown.get_by_role_and_label(Role::ComboBox, list).click();
    shown.run_steps(4);
    let entries: Vec<_> = shown.query_all_by_label("Leaves for the airport").collect();
    entries.last().unwrap().click();
    shown.run_steps(4);
    assert!(says(&shown, "0 added · 0 cut · 0 moved") && says(&shown, "By hand"));
}
