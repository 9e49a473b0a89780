//! What isn't saved is kept with its pictures where a crash can't reach it, and leaves alone what belongs to others.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use eframe::egui::{Color32, ColorImage, Event, Key, Modifiers};
use egui_kittest::Harness;
use tempfile::TempDir;
use wayfelt::app::App;
use wayfelt::app::command::Command;
use wayfelt::edit::{Cursor, Selection};
use wayfelt::file::disk;
use wayfelt::model::JourneyMap;

use crate::window::{click, ctrl, keeping, press, rename, run, says, settle, type_text};

type Window = Harness<'static, App>;

/// A folder with a map that has a picture beside it.
struct Desk {
    folder: TempDir,
    path: PathBuf,
}

fn desk() -> Desk {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("c.ron");
    disk::save(&path, &titled("Theirs")).unwrap();
    fs::create_dir(folder.path().join("c.images")).unwrap();
    fs::write(folder.path().join("c.images/pic.png"), "a picture").unwrap();
    Desk { folder, path }
}

impl Desk {
    fn state(&self, of: &str) -> PathBuf {
        self.folder.path().join(of)
    }

    /// A window of somebody with these files.
    fn window(&self, of: &str, files: &[&Path]) -> Window {
        keeping(&self.state(of), files.iter().map(PathBuf::from).collect())
    }

    /// Saves the shown map under another name; the names of its pictures there.
    fn saved_as(&self, shown: &mut Window, name: &str) -> Vec<String> {
        run(shown, Command::SaveAs);
        shown.key_press_modifiers(Modifiers::COMMAND, Key::A);
        shown.run_steps(2);
        let path = self.folder.path().join(name);
        type_text(shown, &path.display().to_string());
        press(shown, Key::Enter);
        settle(shown);
        assert!(path.is_file(), "it is saved");
        names(&path.with_extension("images"))
    }
}

fn titled(title: &str) -> JourneyMap {
    JourneyMap { title: title.to_owned(), ..crate::maps::grid(2) }
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn title(shown: &Window) -> String {
    shown.state().shown_map().unwrap().title.clone()
}

/// Whether a copy with this text is on the disk within a second, or so long as a busy machine takes.
fn copied(state: &Path, text: &str) -> bool {
    let start = Instant::now();
    while start.elapsed() < Duration::from_secs(5) {
        let entries = fs::read_dir(state.join("recovery")).into_iter().flatten().filter_map(Result::ok);
        for entry in entries {
            if fs::read_to_string(entry.path()).is_ok_and(|found| found.contains(text)) {
                return true;
            }
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    false
}

#[test]
fn a_map_of_typed_or_imported_text_is_kept_before_anything_is_done_to_it() {
    let desk = desk();
    let mut shown = desk.window("me", &[]);
    ctrl(&mut shown, Key::N);
    assert!(!desk.state("me").join("recovery").exists(), "nobody touched the new map");
    run(&mut shown, Command::PasteOutline);
    type_text(&mut shown, "Alles getippt\n  Ein Schritt");
    click(&mut shown, "As a new map");
    click(&mut shown, "Make map");
    assert!(copied(&desk.state("me"), "Alles getippt"));
    let text = desk.folder.path().join("notes.outline");
    fs::write(&text, "Aus einer Datei\n  Noch ein Schritt\n").unwrap();
    let context = shown.ctx.clone();
    shown.state_mut().drop_file(&context, &text);
    settle(&mut shown);
    assert!(copied(&desk.state("me"), "Aus einer Datei"));
    drop(shown);
    let mut next = desk.window("me", &[]);
    click(&mut next, "Recover all");
    assert_eq!(next.state().facts().tabs, 2);
}

#[test]
fn what_is_recovered_beside_a_file_that_changed_has_its_pictures_and_leaves_the_file_open() {
    let desk = desk();
    let mut shown = desk.window("me", &[&desk.path]);
    rename(&mut shown, "Ours");
    assert!(copied(&desk.state("me"), "Ours"));
    drop(shown);
    disk::save(&desk.path, &titled("Changed since")).unwrap();
    let mut next = desk.window("me", &[&desk.path]);
    click(&mut next, "Recover all");
    assert!(says(&next, "a map of its own"));
    assert_eq!((title(&next).as_str(), next.state().facts().tabs), ("Ours", 2), "the file's own tab stays");
    assert!(!next.state().facts().file);
    assert_eq!(desk.saved_as(&mut next, "apart.ron"), ["pic.png"]);
    assert_eq!(disk::load(&desk.path).unwrap().map.title, "Changed since");
    run(&mut next, Command::PreviousTab);
    assert_eq!(title(&next), "Changed since");
}

#[test]
fn what_is_recovered_beside_unsaved_changes_of_its_file_has_its_pictures_too() {
    let desk = desk();
    let mut shown = desk.window("me", &[&desk.path]);
    rename(&mut shown, "Lost");
    assert!(copied(&desk.state("me"), "Lost"));
    drop(shown);
    let mut next = desk.window("me", &[&desk.path]);
    rename(&mut next, "Changed meanwhile");
    click(&mut next, "Recover all");
    assert_eq!((title(&next).as_str(), next.state().facts().tabs), ("Lost", 2));
    assert!(says(&next, "a map of its own"), "it is said why it has no file");
    assert_eq!(desk.saved_as(&mut next, "apart.ron"), ["pic.png"]);
}

#[test]
fn a_copy_of_somebody_elses_map_has_pictures_of_its_own() {
    let desk = desk();
    let _first = desk.window("first", &[&desk.path]);
    let mut second = desk.window("second", &[&desk.path]);
    click(&mut second, "Open a copy");
    assert!(copied(&desk.state("second"), "Theirs"));
    let step = second.state().shown_map().unwrap().steps().next().unwrap().1.id;
    second.state_mut().select_shown(Selection::at(Cursor::Step(step)));
    second.run_steps(2);
    second.event(Event::PasteImage(std::sync::Arc::new(ColorImage::filled([3, 2], Color32::RED))));
    settle(&mut second);
    assert_eq!(names(&desk.folder.path().join("c.images")), ["pic.png"], "nothing is put among the other's pictures");
    rename(&mut second, "A copy");
    assert!(copied(&desk.state("second"), "A copy"));
    drop(second);
    let mut next = desk.window("second", &[]);
    click(&mut next, "Recover all");
    assert_eq!(title(&next), "A copy");
    let pictures = desk.saved_as(&mut next, "mine.ron");
    assert!(pictures.len() == 2 && pictures.contains(&"pic.png".to_owned()), "{pictures:?}");
}

#[test]
fn a_map_that_comes_back_without_its_file_has_its_pictures() {
    let desk = desk();
    let mut shown = desk.window("me", &[&desk.path]);
    rename(&mut shown, "Mine");
    run(&mut shown, Command::CloseTab);
    click(&mut shown, "Don't save");
    disk::save(&desk.path, &titled("From elsewhere")).unwrap();
    run(&mut shown, Command::ReopenTab);
    assert!(copied(&desk.state("me"), "Mine"));
    drop(shown);
    let mut next = desk.window("me", &[]);
    click(&mut next, "Recover all");
    assert_eq!(desk.saved_as(&mut next, "mine.ron"), ["pic.png"]);
}
