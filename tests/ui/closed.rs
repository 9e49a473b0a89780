//! Closed maps: what was closed comes back as it was, and closing asks one thing at a time.

use std::path::{Path, PathBuf};

use eframe::egui::{Color32, ColorImage, Event, Key, Modifiers};
use egui_kittest::Harness;
use wayfelt::app::command::Command;
use wayfelt::app::{App, Settings};
use wayfelt::edit::{Cursor, Edit, Selection, TextAt};
use wayfelt::file::disk;
use wayfelt::model::{Content, JourneyMap};

use crate::window::{click, ctrl, english, press, says, settle, type_text, with};

type Window = Harness<'static, App>;

fn run(shown: &mut Window, command: Command) {
    let context = shown.ctx.clone();
    shown.state_mut().run(&context, command);
    settle(shown);
}

fn map(shown: &Window) -> JourneyMap {
    (*shown.state().shown_map().unwrap()).clone()
}

fn opened(files: &[&Path], recovery: Option<&Path>) -> Window {
    let settings = Settings { started_before: true, ..Settings::default() };
    with(settings, files.iter().map(PathBuf::from).collect(), recovery)
}

fn titled(path: &Path, title: &str) {
    disk::save(path, &JourneyMap { title: title.to_owned(), ..crate::maps::grid(1) }).unwrap();
}

fn rename(shown: &mut Window, title: &str) {
    assert!(shown.state_mut().edit_shown(&Edit::SetText { at: TextAt::Title, text: title.to_owned() }));
    shown.run_steps(2);
}

fn save_as(shown: &mut Window, path: &Path) {
    run(shown, Command::SaveAs);
    shown.key_press_modifiers(Modifiers::COMMAND, Key::A);
    shown.run_steps(2);
    type_text(shown, &path.display().to_string());
    press(shown, Key::Enter);
    settle(shown);
}

fn copies(folder: &Path, ending: &str) -> usize {
    let mut found = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        found += if path.is_dir() {
            copies(&path, ending)
        } else {
            usize::from(path.extension().is_some_and(|known| known == ending))
        };
    }
    found
}

/// A window whose map was never saved and has a picture; recovery copies go to this folder.
fn with_a_picture(folder: &Path) -> Harness<'static, App> {
    let mut shown = opened(&[], Some(folder));
    ctrl(&mut shown, Key::N);
    run(&mut shown, Command::InsertStep);
    press(&mut shown, Key::ArrowDown);
    let image = ColorImage::filled([3, 2], Color32::RED);
    shown.event(Event::PasteImage(std::sync::Arc::new(image)));
    shown.run_steps(4);
    shown
}

#[test]
fn a_map_that_was_never_saved_comes_back_with_its_pictures_and_its_past() {
    let folder = tempfile::tempdir().unwrap();
    let mut shown = with_a_picture(folder.path());
    let (before, selection) = (map(&shown), shown.state().shown_selection());
    assert!(before.cards().any(|(_, card)| matches!(card.content, Content::Image(_))));
    run(&mut shown, Command::CloseTab);
    click(&mut shown, "Don't save");
    assert_eq!(shown.state().facts().tabs, 0);
    run(&mut shown, Command::ReopenTab);
    assert_eq!(map(&shown), before);
    assert_eq!(shown.state().shown_selection(), selection);
    assert!(says(&shown, ", not saved"));
    assert_eq!(copies(folder.path(), "ron"), 1, "it can be recovered again");
    let path = folder.path().join("saved.ron");
    save_as(&mut shown, &path);
    let pictures = wayfelt::file::images::folder_of(&path);
    assert_eq!(copies(&pictures, "png"), 1, "the picture is saved with it");
    for _ in 0..2 {
        run(&mut shown, Command::Undo);
    }
    assert_eq!(map(&shown).steps().count(), 0, "what was done can still be undone");
}

#[test]
fn what_was_given_up_is_not_recovered_and_leaves_no_pictures() {
    let folder = tempfile::tempdir().unwrap();
    let mut shown = with_a_picture(folder.path());
    run(&mut shown, Command::CloseTab);
    click(&mut shown, "Don't save");
    drop(shown);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn unsaved_changes_of_a_file_come_back_and_can_be_undone_to_what_is_saved() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("map.ron");
    titled(&path, "First");
    let mut shown = opened(&[&path], None);
    rename(&mut shown, "Second");
    run(&mut shown, Command::CloseTab);
    click(&mut shown, "Don't save");
    run(&mut shown, Command::ReopenTab);
    assert_eq!(map(&shown).title, "Second");
    assert!(shown.state().facts().file && says(&shown, "Second, not saved"));
    run(&mut shown, Command::Undo);
    assert_eq!(map(&shown).title, "First");
    assert!(!says(&shown, ", not saved"));
}

#[test]
fn a_file_that_was_changed_since_is_not_overwritten_by_what_was_closed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("map.ron");
    titled(&path, "First");
    let mut shown = opened(&[&path], None);
    run(&mut shown, Command::CloseTab);
    titled(&path, "From elsewhere");
    run(&mut shown, Command::ReopenTab);
    assert_eq!(map(&shown).title, "From elsewhere", "what was saved is read again");
    rename(&mut shown, "Mine");
    run(&mut shown, Command::CloseTab);
    click(&mut shown, "Don't save");
    titled(&path, "From elsewhere again");
    run(&mut shown, Command::ReopenTab);
    assert_eq!(map(&shown).title, "Mine");
    assert!(!shown.state().facts().file, "it stands in no file");
    assert!(says(&shown, "came back without its file"));
}

#[test]
fn saving_onto_a_file_that_another_tab_shows_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let (one, two) = (folder.path().join("one.ron"), folder.path().join("two.ron"));
    titled(&one, "One");
    titled(&two, "Two");
    let mut shown = opened(&[&one, &two], None);
    assert_eq!(map(&shown).title, "Two");
    // The same file by another path.
    save_as(&mut shown, &folder.path().join(".").join("one.ron"));
    assert!(says(&shown, "is open in another tab, as “One”"));
    assert_eq!(disk::load(&one).unwrap().map.title, "One", "nothing is lost");
    rename(&mut shown, "Two, changed");
    ctrl(&mut shown, Key::S);
    assert_eq!(disk::load(&two).unwrap().map.title, "Two, changed", "its own file is still its file");
    save_as(&mut shown, &folder.path().join("three.ron"));
    assert!(folder.path().join("three.ron").is_file());
}

#[test]
fn a_picture_of_another_map_is_not_taken_for_ours_when_saving_as() {
    let folder = tempfile::tempdir().unwrap();
    let (one, two) = (folder.path().join("one.ron"), folder.path().join("two.ron"));
    let pictures = wayfelt::file::images::folder_of;
    for (path, shade) in [(&one, 1), (&two, 2)] {
        std::fs::create_dir(pictures(path)).unwrap();
        let image = image::RgbImage::from_pixel(2, 2, image::Rgb([shade, 0, 0]));
        image.save(pictures(path).join("logo.png")).unwrap();
    }
    titled(&one, "One");
    let mut shown = opened(&[&one], None);
    let theirs = std::fs::read(pictures(&two).join("logo.png")).unwrap();
    save_as(&mut shown, &two);
    assert!(says(&shown, "wasn't saved") && says(&shown, "logo.png"));
    assert!(!two.exists());
    assert_eq!(std::fs::read(pictures(&two).join("logo.png")).unwrap(), theirs);
}

/// A window with three maps that nobody saved, the first shown.
fn three_unsaved() -> Window {
    let mut shown = english();
    for title in ["One", "Two", "Three"] {
        ctrl(&mut shown, Key::N);
        rename(&mut shown, title);
    }
    run(&mut shown, Command::NextTab);
    assert_eq!(map(&shown).title, "One");
    shown
}

#[test]
fn closing_the_others_asks_one_question_after_the_other() {
    let mut shown = three_unsaved();
    shown.state_mut().show_sample(0);
    shown.run_steps(2);
    run(&mut shown, Command::NextTab);
    run(&mut shown, Command::CloseOthers);
    assert_eq!(shown.state().facts().tabs, 3, "what is saved is closed without a question");
    for title in ["Two", "Three"] {
        assert_eq!(map(&shown).title, title, "the map that is asked about is shown");
        assert!(says(&shown, &format!("“{title}”")));
        click(&mut shown, "Don't save");
    }
    assert_eq!((shown.state().facts().tabs, map(&shown).title.as_str()), (1, "One"));
}

#[test]
fn calling_one_question_off_calls_off_closing_the_others() {
    let mut shown = three_unsaved();
    run(&mut shown, Command::CloseOthers);
    click(&mut shown, "Cancel");
    assert_eq!(shown.state().facts().tabs, 3);
    assert!(!says(&shown, "Don't save"), "nothing more is asked");
    shown.state_mut().select_shown(Selection::at(Cursor::Title));
    shown.run_steps(2);
    assert_eq!(map(&shown).title, "Two");
}
