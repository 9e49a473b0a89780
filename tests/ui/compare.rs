//! The comparison of two journeys: chosen, turned round, matched by hand, both curves over each other, copied, saved.

use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use wayfelt::app::command::Command;
use wayfelt::app::{App, ThemeChoice};
use wayfelt::file::embedded;
use wayfelt::model::Language;

use crate::window::{click, ctrl, press, says, type_text, window};

/// The comparison of the airport of 2016 with that of 2014.
fn years() -> Harness<'static, App> {
    let mut shown = window(Language::En, ThemeChoice::Light);
    let place = embedded::samples().iter().position(|sample| sample.file == "sfo-airport-2016.ron").unwrap();
    shown.state_mut().show_sample(place);
    let context = shown.ctx.clone();
    shown.state_mut().run(&context, Command::CompareJourneys);
    shown.run_steps(4);
    assert!(says(&shown, "Choose a map to compare “Departing from San Francisco airport, 2016” with"));
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

#[test]
fn both_curves_lie_over_each_other_as_they_were_matched() {
    let mut shown = years();
    click(&mut shown, "Both curves");
    for said in ["Dana: Before", "Dana: After", "Tomás: Before", "Better than before", "Worse than before"] {
        assert!(says(&shown, said), "{said}");
    }
    // Every step of the two years, with what it was and what it is.
    assert!(says(&shown, "Dana · Leaves for the airport"));
    click(&mut shown, "Steps side by side");
    shown.get_by_role_and_label(Role::ComboBox, "What “Leaves for the airport” became").click();
    shown.run_steps(4);
    click(&mut shown, "Nothing: it was cut");
    click(&mut shown, "Both curves");
    for (side, score) in [("Before", "+1.06"), ("After", "+1.18")] {
        let alone = format!("Dana · Leaves for the airport. {side}: {score}");
        assert_eq!(shown.query_all_by_label(&alone).count(), 1, "what was cut and what is new are two steps");
    }
}

#[test]
fn the_list_of_changes_is_saved_as_its_ending_says() {
    let folder = tempfile::TempDir::new().unwrap();
    let mut shown = years();
    for (name, holds) in [("c.csv", "\"Metric"), ("c.html", "<th scope=\"col\">Before</th>"), ("c.md", "| --- |")] {
        // By its name: what was said of the last file may lie over it.
        shown.get_by_label("Save…").click_accesskit();
        shown.run_steps(6);
        ctrl(&mut shown, Key::A);
        shown.run_steps(2);
        let path = folder.path().join(name);
        type_text(&mut shown, &path.display().to_string());
        press(&mut shown, Key::Enter);
        shown.run_steps(6);
        let written = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(written.contains("CSAT of SFO as a whole") && written.contains("79"), "{name}: {written}");
        assert!(name == "c.csv" || written.contains(holds), "{name}: {written}");
    }
}
