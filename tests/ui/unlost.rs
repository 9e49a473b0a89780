//! What somebody typed isn't lost: texts that a map refuses, notes half written, files that nobody was asked about, and what
//! was open.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use eframe::App as _;
use eframe::egui::{Event, Key, Modifiers, PointerButton, Role, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use wayfelt::app::command::Command;
use wayfelt::app::{App, Settings, Start};
use wayfelt::file::disk;
use wayfelt::model::JourneyMap;

use crate::window::{click, ctrl, english, keeping, press, rename, run, says, settle, started, type_text, with};

type Window = Harness<'static, App>;

#[derive(Default)]
struct Store(HashMap<String, String>);

impl eframe::Storage for Store {
    fn get_string(&self, key: &str) -> Option<String> {
        self.0.get(key).cloned()
    }

    fn set_string(&mut self, key: &str, value: String) {
        self.0.insert(key.to_owned(), value);
    }

    fn remove_string(&mut self, key: &str) {
        self.0.remove(key);
    }

    fn flush(&mut self) {}
}

/// What the window leaves to the next one.
fn left(shown: &mut Window) -> Settings {
    let mut store = Store::default();
    shown.state_mut().save(&mut store);
    eframe::get_value(&store, "settings").unwrap()
}

fn titled(path: &Path, title: &str) {
    disk::save(path, &JourneyMap { title: title.to_owned(), ..crate::maps::grid(1) }).unwrap();
}

/// What the field for an indented text says.
fn outline(shown: &Window) -> String {
    let field = shown.get_by_role_and_label(Role::MultilineTextInput, "Text");
    field.value().unwrap_or_default()
}

fn choose(shown: &mut Window, path: &Path) {
    let context = shown.ctx.clone();
    shown.state_mut().pretend_chosen(&context, path);
    settle(shown);
}

fn type_path(shown: &mut Window, path: &Path) {
    shown.key_press_modifiers(Modifiers::COMMAND, Key::A);
    shown.run_steps(2);
    type_text(shown, &path.display().to_string());
    press(shown, Key::Enter);
    settle(shown);
}

#[test]
fn a_text_that_the_map_refuses_stays_in_its_dialog() {
    let mut shown = english();
    ctrl(&mut shown, Key::N);
    for _ in 0..2 {
        run(&mut shown, Command::PasteOutline);
        type_text(&mut shown, "Order\n  Pays");
        click(&mut shown, "Into this map");
        click(&mut shown, "Add to map");
    }
    assert!(says(&shown, "says nothing that this map doesn"));
    assert_eq!(outline(&shown), "Order\n  Pays", "it can be changed and tried again");
    press(&mut shown, Key::Escape);
    assert!(says(&shown, "The text is kept"));
    run(&mut shown, Command::PasteOutline);
    assert_eq!(outline(&shown), "Order\n  Pays");
    click(&mut shown, "As a new map");
    click(&mut shown, "Make map");
    assert_eq!(shown.state().facts().tabs, 2);
    run(&mut shown, Command::PasteOutline);
    assert_eq!(outline(&shown), "", "what became a map isn't offered again");
}

#[test]
fn a_text_typed_for_a_map_survives_a_stray_click_escape_and_the_end_of_the_window() {
    let mut shown = english();
    run(&mut shown, Command::PasteOutline);
    type_text(&mut shown, "One");
    let (pos, button, modifiers) = (pos2(4.0, 300.0), PointerButton::Primary, Modifiers::NONE);
    for pressed in [true, false] {
        shown.event(Event::PointerMoved(pos));
        shown.event(Event::PointerButton { pos, button, pressed, modifiers });
        shown.run_steps(2);
    }
    assert_eq!(outline(&shown), "One", "a click beside the dialog doesn't close it");
    press(&mut shown, Key::Escape);
    assert!(!says(&shown, "Tab moves a line in"), "it is closed");
    run(&mut shown, Command::PasteOutline);
    assert_eq!(outline(&shown), "One");
    type_text(&mut shown, " and two");
    run(&mut shown, Command::Quit);
    let kept = left(&mut shown).outline_draft;
    assert!(kept.contains("One") && kept.contains(" and two"), "{kept:?}");
    let mut next = with(left(&mut shown), Vec::new(), None);
    run(&mut next, Command::PasteOutline);
    assert_eq!(outline(&next), kept);
    ctrl(&mut next, Key::A);
    press(&mut next, Key::Delete);
    press(&mut next, Key::Escape);
    assert_eq!(left(&mut next).outline_draft, "", "who empties the field is done with it");
}

#[test]
fn a_map_that_can_only_be_read_is_offered_no_text() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("map.ron");
    titled(&path, "Theirs");
    let _first = keeping(&folder.path().join("first"), vec![path.clone()]);
    let mut second = keeping(&folder.path().join("second"), vec![path]);
    click(&mut second, "Open read-only");
    run(&mut second, Command::PasteOutline);
    type_text(&mut second, "Order\n  Pays");
    assert!(!says(&second, "Into this map"));
    click(&mut second, "Make map");
    assert_eq!(second.state().facts().tabs, 2);
}

#[test]
fn a_note_half_written_is_a_note_when_the_window_or_the_map_is_closed() {
    for command in [Command::Quit, Command::CloseTab, Command::CloseOthers] {
        let folder = tempfile::tempdir().unwrap();
        let (path, other) = (folder.path().join("map.ron"), folder.path().join("other.ron"));
        titled(&path, "Map");
        titled(&other, "Other");
        let settings = Settings { started_before: true, ..Settings::default() };
        let mut shown = with(settings, vec![other, path.clone()], None);
        run(&mut shown, Command::ToggleTray);
        type_text(&mut shown, "half a note of the room");
        if command == Command::CloseOthers {
            run(&mut shown, Command::PreviousTab);
        }
        run(&mut shown, command);
        assert!(says(&shown, "Save the changes to “Map”?"), "{command:?}");
        click(&mut shown, "Save");
        let saved = disk::load(&path).unwrap().map;
        assert_eq!(saved.tray.last().unwrap().text, "half a note of the room", "{command:?}");
    }
}

#[test]
fn a_name_that_gets_its_ending_writes_over_nothing_unasked() {
    let folder = tempfile::tempdir().unwrap();
    let there = folder.path().join("plan.ron");
    titled(&there, "Somebody's");
    let said = || disk::load(&there).unwrap().map.title;
    let mut shown = english();
    ctrl(&mut shown, Key::N);
    rename(&mut shown, "Mine");
    choose(&mut shown, &folder.path().join("plan"));
    assert!(says(&shown, "Replace “plan.ron”?"));
    click(&mut shown, "Cancel");
    assert_eq!(said(), "Somebody's");
    choose(&mut shown, &folder.path().join("plan v1.2"));
    assert_eq!(disk::load(&folder.path().join("plan v1.2.ron")).unwrap().map.title, "Mine");
    choose(&mut shown, &folder.path().join("plan"));
    click(&mut shown, "Another name…");
    assert!(says(&shown, "Save to a file"));
    press(&mut shown, Key::Escape);
    choose(&mut shown, &folder.path().join("plan"));
    click(&mut shown, "Replace");
    assert_eq!(said(), "Mine");
    // It is the map's own now: nothing is to be asked.
    rename(&mut shown, "Mine again");
    choose(&mut shown, &folder.path().join("plan"));
    assert_eq!(said(), "Mine again");
}

#[test]
fn what_got_its_file_while_the_window_was_closed_is_open_again() {
    let folder = tempfile::tempdir().unwrap();
    let (old, new) = (folder.path().join("d.ron"), folder.path().join("n.ron"));
    titled(&old, "Old");
    let settings = Settings { started_before: true, ..Settings::default() };
    let mut shown = with(settings, vec![old.clone()], None);
    ctrl(&mut shown, Key::N);
    rename(&mut shown, "New");
    run(&mut shown, Command::Quit);
    click(&mut shown, "Save");
    type_path(&mut shown, &new);
    assert!(new.is_file());
    assert_eq!(left(&mut shown).open, [old, new]);
}

#[test]
fn a_file_on_a_disk_that_comes_later_is_open_again_then() {
    let folder = tempfile::tempdir().unwrap();
    let (here, away) = (folder.path().join("a.ron"), folder.path().join("b.ron"));
    titled(&here, "Here");
    let both = vec![here.clone(), away.clone()];
    let before = Settings { started_before: true, open: both.clone(), recent: both.clone(), ..Settings::default() };
    let mut shown = with(before, Vec::new(), None);
    assert!(says(&shown, "“b.ron” was open before"));
    assert_eq!(left(&mut shown).open, both);
    run(&mut shown, Command::Quit);
    titled(&away, "Back");
    let mut next = with(left(&mut shown), Vec::new(), None);
    assert_eq!(next.state().facts().tabs, 2);
    assert_eq!(left(&mut next).open, both);
    run(&mut next, Command::CloseTab);
    assert_eq!(left(&mut next).open, [here], "who closes it is done with it");
}

#[test]
fn a_package_saved_at_the_end_is_not_taken_for_the_map() {
    let folder = tempfile::tempdir().unwrap();
    let mut shown = english();
    ctrl(&mut shown, Key::N);
    rename(&mut shown, "New");
    run(&mut shown, Command::CloseTab);
    click(&mut shown, "Save");
    type_path(&mut shown, &folder.path().join("sent.wayfelt"));
    assert!(says(&shown, "packages are for sending") && says(&shown, "Save to a file"), "it is asked again");
    type_path(&mut shown, &folder.path().join("kept.ron"));
    assert_eq!((shown.state().facts().tabs, folder.path().join("kept.ron").is_file()), (0, true));
}

#[test]
fn two_prints_of_one_name_are_two_files() {
    let folder = tempfile::tempdir().unwrap();
    let (file, prints) = (folder.path().join("map.ron"), folder.path().join("prints"));
    titled(&file, "Map");
    let settings = Settings { started_before: true, ..Settings::default() };
    let start = Start { settings, files: vec![file], prints: Some(prints.clone()), ..Start::default() };
    let mut shown = started(start, vec2(1280.0, 720.0));
    let context = shown.ctx.clone();
    for _ in 0..2 {
        shown.state_mut().run(&context, Command::Print);
    }
    for _ in 0..2000 {
        shown.run_steps(1);
        if shown.state().asked_of_system().len() == 2 {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    let mut names: Vec<_> = fs::read_dir(&prints).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["Map (2).pdf", "Map.pdf"]);
    assert!(shown.state().asked_of_system()[0] != shown.state().asked_of_system()[1]);
}

#[test]
fn the_only_copy_of_a_lost_map_is_discarded_at_the_second_press() {
    let folder = tempfile::tempdir().unwrap();
    let recovery = folder.path().join("recovery");
    let copies =
        || fs::read_dir(&recovery).map_or(0, |all| all.filter(|it| is_copy(&it.as_ref().unwrap().path())).count());
    let mut shown = keeping(folder.path(), Vec::new());
    ctrl(&mut shown, Key::N);
    rename(&mut shown, "Lost");
    drop(shown);
    assert_eq!(copies(), 1);
    let mut next = keeping(folder.path(), Vec::new());
    click(&mut next, "Discard Lost");
    assert_eq!(copies(), 1);
    click(&mut next, "Discard for good Lost");
    assert_eq!(copies(), 0);
}

fn is_copy(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "ron")
}

#[test]
fn whoever_edits_here_at_last_is_told_what_came_in() {
    let folder = tempfile::tempdir().unwrap();
    let path: PathBuf = folder.path().join("map.ron");
    titled(&path, "First");
    let mut first = keeping(&folder.path().join("first"), vec![path.clone()]);
    let mut second = keeping(&folder.path().join("second"), vec![path.clone()]);
    click(&mut second, "Open read-only");
    rename(&mut first, "By the first");
    ctrl(&mut first, Key::S);
    ctrl(&mut first, Key::W);
    drop(first);
    click(&mut second, "Edit here");
    assert_eq!(second.state().shown_map().unwrap().title, "By the first");
    assert!(says(&second, "was saved elsewhere") || says(&second, "was changed by another program"));
}
