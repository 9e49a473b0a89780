//! Saves go on while the window does. A save that takes as long as a test wants is one into a pipe: it ends when somebody
//! reads from it.

#![cfg(unix)]

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use eframe::egui::{Key, Modifiers};
use egui_kittest::Harness;
use tempfile::TempDir;
use wayfelt::app::App;
use wayfelt::app::command::Command;
use wayfelt::edit::{Edit, TextAt};

use crate::window::{click, ctrl, keeping, says, settle};

type Window = Harness<'static, App>;

/// A window with a map that stands in a pipe which is read once.
fn slow() -> (TempDir, PathBuf, Window) {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("slow.ron");
    assert!(std::process::Command::new("mkfifo").arg(&path).status().unwrap().success());
    let mut shown = keeping(&folder.path().join("state"), Vec::new());
    ctrl(&mut shown, Key::N);
    rename(&mut shown, "First");
    run(&mut shown, Command::SaveAs);
    shown.key_press_modifiers(Modifiers::COMMAND, Key::A);
    shown.event(eframe::egui::Event::Text(path.display().to_string()));
    shown.run_steps(2);
    shown.key_press(Key::Enter);
    shown.run_steps(4);
    assert!(shown.state().is_busy());
    (folder, path, shown)
}

fn rename(shown: &mut Window, title: &str) {
    assert!(shown.state_mut().edit_shown(&Edit::SetText { at: TextAt::Title, text: title.to_owned() }));
    shown.run_steps(4);
}

/// Runs a command, and waits for nothing.
fn run(shown: &mut Window, command: Command) {
    let context = shown.ctx.clone();
    shown.state_mut().run(&context, command);
    shown.run_steps(4);
}

/// What comes out of the pipe next: the title of the map, which is whole.
fn read(path: &Path) -> String {
    wayfelt::file::read(&fs::read(path).unwrap()).unwrap().map.title
}

fn until(shown: &mut Window, is_so: impl Fn(&Window) -> bool) {
    let begun = Instant::now();
    while !is_so(shown) {
        assert!(begun.elapsed() < Duration::from_secs(30));
        std::thread::sleep(Duration::from_millis(10));
        shown.run_steps(1);
    }
}

#[test]
fn what_is_done_while_a_map_is_on_its_way_is_not_yet_saved() {
    let (folder, path, mut shown) = slow();
    assert!(says(&shown, "Saving…"));
    until(&mut shown, |shown| says(shown, "Saving “slow.ron”"));
    rename(&mut shown, "Second");
    assert!(!shown.state().facts().file, "it stands nowhere yet");
    assert_eq!(read(&path), "First", "as it left");
    settle(&mut shown);
    assert!(says(&shown, "Not saved") && says(&shown, "Saved to"));
    assert!(shown.state().facts().file);
    // What is not in the file is in the copy.
    let copies = || fs::read_dir(folder.path().join("state/recovery")).unwrap();
    let begun = Instant::now();
    let holds = || {
        let mut copies = copies().map(|copy| fs::read_to_string(copy.unwrap().path()).unwrap_or_default());
        copies.any(|copy| copy.contains("Second") && copy.contains("slow.ron"))
    };
    while !holds() {
        assert!(begun.elapsed() < Duration::from_secs(10));
        std::thread::sleep(Duration::from_millis(20));
    }
    // Back to what is in the file: nothing is unsaved.
    run(&mut shown, Command::Undo);
    assert!(!says(&shown, "Not saved"));
}

#[test]
fn a_second_save_waits_for_the_first_and_writes_what_there_is_then() {
    let (_folder, path, mut shown) = slow();
    rename(&mut shown, "Second");
    run(&mut shown, Command::SaveAs);
    shown.key_press_modifiers(Modifiers::COMMAND, Key::A);
    shown.event(eframe::egui::Event::Text(path.display().to_string()));
    shown.run_steps(2);
    shown.key_press(Key::Enter);
    shown.run_steps(4);
    rename(&mut shown, "Third");
    assert_eq!(read(&path), "First");
    // The second one begins with the next frames.
    let reader = std::thread::spawn(move || read(&path));
    settle(&mut shown);
    assert_eq!(reader.join().unwrap(), "Third");
    assert!(!says(&shown, "Not saved"));
}

#[test]
fn closing_the_window_waits_for_the_save() {
    let (_folder, path, mut shown) = slow();
    run(&mut shown, Command::Quit);
    run(&mut shown, Command::Quit);
    assert!(!says(&shown, "Save the changes"), "it is being saved");
    assert_eq!(shown.state().facts().tabs, 1);
    assert_eq!(read(&path), "First");
    settle(&mut shown);
    assert_eq!(shown.state().facts().tabs, 0, "now it ends");
}

#[test]
fn closing_asks_about_what_was_done_since_the_map_left() {
    let (_folder, path, mut shown) = slow();
    run(&mut shown, Command::CloseTab);
    rename(&mut shown, "Second");
    assert_eq!(read(&path), "First");
    settle(&mut shown);
    assert_eq!(shown.state().facts().tabs, 1);
    assert!(says(&shown, "Save the changes"));
    click(&mut shown, "Don't save");
    assert_eq!(shown.state().facts().tabs, 0);
}

#[test]
fn a_window_that_is_torn_down_still_brings_the_map_to_its_file() {
    let (_folder, path, shown) = slow();
    let reader = std::thread::spawn(move || read(&path));
    drop(shown);
    assert_eq!(reader.join().unwrap(), "First");
}

#[test]
fn a_large_file_is_opened_while_the_window_goes_on() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("large.ron");
    wayfelt::file::disk::save(&path, &crate::generate::map(4_000)).unwrap();
    assert!(fs::metadata(&path).unwrap().len() > 512 << 10);
    let mut shown = keeping(&folder.path().join("state"), Vec::new());
    run(&mut shown, Command::Open);
    shown.key_press_modifiers(Modifiers::COMMAND, Key::A);
    shown.event(eframe::egui::Event::Text(path.display().to_string()));
    shown.run_steps(2);
    shown.key_press(Key::Enter);
    shown.run_steps(1);
    assert!(shown.state().is_busy() && shown.state().facts().tabs == 0);
    settle(&mut shown);
    assert_eq!(shown.state().facts().tabs, 1);
    assert_eq!(shown.state().shown_map().unwrap().cards().count(), 4_000);
}
