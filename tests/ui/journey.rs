//! A whole journey through the window: made, scored, undone, saved, opened again; and what happens when something is
//! about to be lost.

use eframe::egui::{Key, Modifiers};
use egui_kittest::Harness;
use wayfelt::app::command::Command;
use wayfelt::app::{App, Settings};

use crate::window::{click, ctrl, english, press, says, type_text, with};

fn run(shown: &mut Harness<'static, App>, command: Command) {
    let context = shown.ctx.clone();
    shown.state_mut().run(&context, command);
    shown.run_steps(4);
}

/// Saves the shown map to this file, by the field for a path.
fn save_to(shown: &mut Harness<'static, App>, path: &std::path::Path) {
    press_ctrl_shift(shown, Key::S);
    press_with(shown, Modifiers::COMMAND, Key::A);
    type_text(shown, &path.display().to_string());
    press(shown, Key::Enter);
}

fn press_with(shown: &mut Harness<'static, App>, modifiers: Modifiers, key: Key) {
    shown.key_press_modifiers(modifiers, key);
    shown.run_steps(4);
}

fn press_ctrl_shift(shown: &mut Harness<'static, App>, key: Key) {
    press_with(shown, Modifiers::COMMAND | Modifiers::SHIFT, key);
}

#[test]
fn a_map_is_made_saved_and_opened_again_byte_for_byte() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("hành trình.ron");
    let mut shown = english();
    ctrl(&mut shown, Key::N);
    run(&mut shown, Command::InsertStage);
    for _ in 0..3 {
        press_ctrl_shift(&mut shown, Key::Enter);
    }
    run(&mut shown, Command::InsertStep);
    ctrl(&mut shown, Key::M);
    assert!(shown.state().facts().moment_of_truth);
    let full = shown.state().shown_map().unwrap();
    let mut undone = 0;
    while shown.state().facts().undo.is_some() {
        ctrl(&mut shown, Key::Z);
        undone += 1;
        assert!(undone < 50);
    }
    assert!(undone >= 5, "{undone} steps back");
    assert_eq!(shown.state().shown_map().unwrap().steps().count(), 0);
    for _ in 0..undone {
        ctrl(&mut shown, Key::Y);
    }
    assert_eq!(*shown.state().shown_map().unwrap(), *full);
    save_to(&mut shown, &path);
    assert!(says(&shown, "Saved"));
    let bytes = std::fs::read(&path).unwrap();
    ctrl(&mut shown, Key::W);
    assert_eq!(shown.state().facts().tabs, 0, "a saved map closes without a question");

    let mut again = with(Settings { started_before: true, ..Settings::default() }, vec![path.clone()], None);
    assert_eq!(*again.state().shown_map().unwrap(), *full);
    ctrl(&mut again, Key::S);
    assert_eq!(std::fs::read(&path).unwrap(), bytes);
}

#[test]
fn a_question_comes_before_changes_are_lost() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("map.ron");
    let mut shown = english();
    ctrl(&mut shown, Key::N);
    save_to(&mut shown, &path);
    let before = std::fs::read(&path).unwrap();
    run(&mut shown, Command::InsertStep);
    ctrl(&mut shown, Key::W);
    assert!(says(&shown, "Save the changes"));
    click(&mut shown, "Cancel");
    assert_eq!(shown.state().facts().tabs, 1);
    ctrl(&mut shown, Key::W);
    click(&mut shown, "Don't save");
    assert_eq!(shown.state().facts().tabs, 0);
    assert_eq!(std::fs::read(&path).unwrap(), before, "not saved");

    let mut shown = with(Settings { started_before: true, ..Settings::default() }, vec![path.clone()], None);
    run(&mut shown, Command::InsertStep);
    run(&mut shown, Command::Quit);
    click(&mut shown, "Cancel");
    assert_eq!(shown.state().facts().tabs, 1, "the end is called off");
    run(&mut shown, Command::Quit);
    press(&mut shown, Key::Enter);
    assert_eq!(shown.state().facts().tabs, 0);
    assert_ne!(std::fs::read(&path).unwrap(), before, "Enter saves");
}

#[test]
fn what_cannot_be_opened_is_said_and_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("broken.ron");
    std::fs::write(&path, "(format: 1, map: (titel: \"x\"))").unwrap();
    let mut shown = with(Settings { started_before: true, ..Settings::default() }, vec![path], None);
    assert!(says(&shown, "broken.ron"));
    assert!(says(&shown, "can't be opened"));
    click(&mut shown, "Dismiss");
    assert!(!says(&shown, "can't be opened"));
}

#[test]
fn what_was_not_saved_is_offered_at_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    let settings = || Settings { started_before: true, ..Settings::default() };
    let recovery = folder.path().join("recovery");
    let mut shown = with(settings(), Vec::new(), Some(&recovery));
    ctrl(&mut shown, Key::N);
    run(&mut shown, Command::InsertStep);
    let lost = shown.state().shown_map().unwrap();
    std::thread::sleep(std::time::Duration::from_millis(1300));
    // As after kill -9: nothing is tidied away, and the lock of the process that died is gone.
    std::mem::forget(shown.into_state());
    for entry in std::fs::read_dir(&recovery).unwrap() {
        let entry = entry.unwrap().path();
        if entry.extension().is_some_and(|ending| ending != "ron") {
            std::fs::remove_file(entry).unwrap();
        }
    }
    let mut again = with(settings(), Vec::new(), Some(&recovery));
    assert!(says(&again, "Bring back unsaved maps?"));
    click(&mut again, "Recover all");
    assert_eq!(*again.state().shown_map().unwrap(), *lost);
}
