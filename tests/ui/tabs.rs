//! Tabs: moved, closed, opened again, copied; their menu and their list.

use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use wayfelt::app::command::Command;
use wayfelt::app::{App, Settings};
use wayfelt::model::MapState;

use crate::window::{click, english, press, says, with};

fn run(shown: &mut Harness<'static, App>, command: Command) {
    let context = shown.ctx.clone();
    shown.state_mut().run(&context, command);
    shown.run_steps(4);
}

/// A window with three samples, the third shown.
fn three() -> Harness<'static, App> {
    let mut shown = english();
    for place in 0..3 {
        shown.state_mut().show_sample(place);
    }
    shown.run_steps(4);
    shown
}

/// Titles of the tabs, from the left.
fn order(shown: &Harness<'static, App>) -> Vec<String> {
    let mut tabs: Vec<(f32, String)> = wayfelt::file::embedded::samples()
        .iter()
        .filter_map(|sample| {
            let tab = shown.query_by_role_and_label(eframe::egui::accesskit::Role::Tab, sample.title)?;
            Some((tab.rect().left(), sample.title.to_owned()))
        })
        .collect();
    tabs.sort_by(|a, b| a.0.total_cmp(&b.0));
    tabs.into_iter().map(|(_, title)| title).collect()
}

fn middle(shown: &Harness<'static, App>, title: &str) -> Pos2 {
    shown.get_by_role_and_label(eframe::egui::accesskit::Role::Tab, title).rect().center()
}

fn button(shown: &mut Harness<'static, App>, pos: Pos2, button: PointerButton, pressed: bool) {
    shown.event(Event::PointerMoved(pos));
    shown.event(Event::PointerButton { pos, button, pressed, modifiers: Modifiers::NONE });
    shown.run_steps(2);
}

fn title(shown: &Harness<'static, App>) -> String {
    shown.state().shown_map().unwrap().title.clone()
}

#[test]
fn a_tab_is_dragged_to_another_place_unless_escape_calls_it_off() {
    let mut shown = three();
    let before = order(&shown);
    let (from, to) = (middle(&shown, &before[0]), middle(&shown, &before[2]));
    for escape in [true, false] {
        button(&mut shown, from, PointerButton::Primary, true);
        for part in 1..=8 {
            shown.event(Event::PointerMoved(from + (to - from) * (part as f32 / 8.0) + vec2(0.0, 1.0)));
            shown.run_steps(1);
        }
        if escape {
            press(&mut shown, Key::Escape);
        }
        button(&mut shown, to, PointerButton::Primary, false);
        shown.run_steps(2);
        if escape {
            assert_eq!(order(&shown), before);
        }
    }
    assert_eq!(order(&shown), [before[1].clone(), before[2].clone(), before[0].clone()]);
    assert_eq!(title(&shown), before[0], "what is dragged is shown");
}

#[test]
fn tabs_are_moved_by_key() {
    let mut shown = three();
    let before = order(&shown);
    run(&mut shown, Command::TabLeft);
    assert_eq!(order(&shown), [before[0].clone(), before[2].clone(), before[1].clone()]);
    run(&mut shown, Command::TabRight);
    run(&mut shown, Command::TabRight);
    assert_eq!(order(&shown), before);
}

#[test]
fn the_middle_button_closes_and_what_was_closed_is_opened_again() {
    let mut shown = three();
    let before = order(&shown);
    let at = middle(&shown, &before[0]);
    button(&mut shown, at, PointerButton::Middle, true);
    button(&mut shown, at, PointerButton::Middle, false);
    assert_eq!(shown.state().facts().tabs, 2);
    shown.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::W);
    shown.run_steps(4);
    assert_eq!(shown.state().facts().tabs, 3);
    assert_eq!(title(&shown), before[0]);
    assert!(!shown.state().facts().closed);
}

#[test]
fn the_menu_of_a_tab_is_done_to_that_tab() {
    let mut shown = three();
    let before = order(&shown);
    let at = middle(&shown, &before[1]);
    button(&mut shown, at, PointerButton::Secondary, true);
    button(&mut shown, at, PointerButton::Secondary, false);
    assert_eq!(title(&shown), before[1]);
    for name in ["Duplicate as to-be", "Close tab", "Close other tabs", "Copy the path"] {
        assert!(says(&shown, name), "{name}");
    }
    click(&mut shown, "Close other tabs");
    assert_eq!((shown.state().facts().tabs, title(&shown)), (1, before[1].clone()));
}

#[test]
fn a_copy_to_be_keeps_all_ids_and_is_not_saved() {
    let mut shown = three();
    let original = shown.state().shown_map().unwrap();
    run(&mut shown, Command::DuplicateToBe);
    let copy = shown.state().shown_map().unwrap();
    assert_eq!(shown.state().facts().tabs, 4);
    assert_eq!((original.state, copy.state), (MapState::AsIs, MapState::ToBe));
    assert_eq!(copy.title, format!("{} (tương lai)", original.title), "in the map's language");
    assert_eq!((&copy.stages, &copy.lanes, &copy.personas), (&original.stages, &original.lanes, &original.personas));
    assert!(says(&shown, &format!("{}, not saved", copy.title)));
    // What happens to the copy doesn't happen to the original.
    let step = copy.stages[0].steps[0].id;
    shown.state_mut().edit_shown(&wayfelt::edit::Edit::RemoveStep(step));
    run(&mut shown, Command::PreviousTab);
    assert_eq!(*shown.state().shown_map().unwrap(), *original);
}

#[test]
fn the_path_of_a_file_is_copied() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("Đi khám.ron");
    std::fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/sample_maps/health-insurance.ron"), &path).unwrap();
    let settings = Settings { started_before: true, ..Settings::default() };
    let mut shown = with(settings, vec![path.clone()], None);
    assert!(shown.state().facts().file);
    run(&mut shown, Command::CopyPath);
    assert!(says(&shown, &path.display().to_string()));
}

#[test]
fn more_tabs_than_fit_stand_in_a_list() {
    let mut shown = english();
    for _ in 0..3 {
        for place in 0..4 {
            shown.state_mut().show_sample(place);
        }
    }
    shown.run_steps(4);
    click(&mut shown, "Open maps");
    let entries = shown.query_all_by_role(eframe::egui::accesskit::Role::MenuItem).count();
    assert!(entries >= 12, "{entries}");
    // It opens at the shown one, the last; the first comes after it.
    press(&mut shown, Key::ArrowDown);
    press(&mut shown, Key::Enter);
    assert_eq!(title(&shown), "Switching health insurance");
}

#[test]
fn names_that_differ_at_their_end_are_told_apart() {
    let mut shown = english();
    for (place, sample) in wayfelt::file::embedded::samples().iter().enumerate() {
        if sample.title.starts_with("Departing from San Francisco airport") {
            shown.state_mut().show_sample(place);
        }
    }
    shown.run_steps(4);
    assert!(shown.state().facts().tabs >= 2);
    let mut seen = Vec::new();
    for clipped in &shown.output().shapes {
        if let eframe::egui::Shape::Text(text) = &clipped.shape
            && text.pos.y < 40.0
            && text.galley.text().starts_with("Departing")
        {
            seen.push(text.galley.text().to_owned());
            assert!(!text.galley.elided, "{}", text.galley.text());
        }
    }
    let all = seen.len();
    seen.sort();
    seen.dedup();
    assert!(all >= 2 && seen.len() == all, "{seen:?}");
}
