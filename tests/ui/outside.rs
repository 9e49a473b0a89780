//! Two windows on one file, other programs that change it, what is recovered after a window died, and earlier versions.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use eframe::egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use tempfile::TempDir;
use wayfelt::app::App;
use wayfelt::app::command::Command;
use wayfelt::edit::{Cursor, Edit, Selection, TextAt};
use wayfelt::file::disk;
use wayfelt::file::lock;
use wayfelt::file::recovery::RecoveryFolder;
use wayfelt::model::JourneyMap;

use crate::window::{click, ctrl, keeping, press, says, settle, type_text, until};

type Window = Harness<'static, App>;

/// A folder with a sample as `map.ron`, and a place for state.
struct Desk {
    folder: TempDir,
    path: PathBuf,
}

fn desk() -> Desk {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("map.ron");
    fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/sample_maps/health-insurance.ron"), &path).unwrap();
    Desk { folder, path }
}

impl Desk {
    fn window(&self) -> Window {
        keeping(&self.folder.path().join("state"), vec![self.path.clone()])
    }

    /// A second window, of somebody else on the same machine.
    fn other(&self) -> Window {
        keeping(&self.folder.path().join("state of the other"), vec![self.path.clone()])
    }

    fn on_disk(&self) -> JourneyMap {
        disk::load(&self.path).unwrap().map
    }

    /// Another program changes the map in the file.
    fn change(&self, change: impl FnOnce(&mut JourneyMap)) {
        let mut map = self.on_disk();
        change(&mut map);
        fs::write(&self.path, wayfelt::file::write(&map)).unwrap();
    }
}

fn set(at: TextAt, text: &str) -> Edit {
    Edit::SetText { at, text: text.into() }
}

fn edit(window: &mut Window, at: TextAt, text: &str) {
    assert!(window.state_mut().edit_shown(&set(at, text)));
    window.run_steps(4);
}

fn map(window: &Window) -> JourneyMap {
    (*window.state().shown_map().unwrap()).clone()
}

fn run(window: &mut Window, command: Command) {
    let context = window.ctx.clone();
    window.state_mut().run(&context, command);
    settle(window);
}

fn unsaved(window: &Window) -> bool {
    window.query_by_label("Not saved").is_some()
}

#[test]
fn a_second_window_reads_and_changes_nothing() {
    let desk = desk();
    let _first = desk.window();
    let mut second = desk.other();
    assert!(says(&second, "“map.ron” is open elsewhere"));
    click(&mut second, "Open read-only");
    assert!(says(&second, "Read only. "), "the banner");
    let before = map(&second);
    assert!(!second.state_mut().edit_shown(&set(TextAt::Title, "Other")));
    // Typing on a cell says why nothing happens, and leaves nothing behind.
    let (lane, step) = (before.lanes[0].id, before.steps().next().unwrap().1.id);
    second.state_mut().select_shown(Selection::at(Cursor::Cell { lane, step, persona: None }));
    second.run_steps(4);
    type_text(&mut second, "x");
    press(&mut second, Key::Enter);
    assert!(says(&second, "can only be read here"));
    press(&mut second, Key::Delete);
    run(&mut second, Command::InsertStep);
    run(&mut second, Command::EditText);
    type_text(&mut second, "y");
    press(&mut second, Key::Enter);
    assert_eq!(map(&second), before);
    assert!(!Command::Paste.enabled(&second.state().facts()) && Command::Copy.enabled(&second.state().facts()));
    // Saving asks for another name.
    ctrl(&mut second, Key::S);
    assert!(says(&second, "Save to a file"));
}

#[test]
fn who_only_reads_can_go_everywhere_and_change_nothing() {
    let desk = desk();
    let _first = desk.window();
    let mut second = desk.other();
    click(&mut second, "Open read-only");
    let before = map(&second);
    let persona = before.personas[0].id;
    second.state_mut().select_shown(Selection::at(Cursor::Persona(persona)));
    settle(&mut second);
    click(&mut second, "buyer");
    assert!(says(&second, "can only be read here"), "it says why nothing happens");
    run(&mut second, Command::PersonaPage);
    click(&mut second, "Back to the map");
    assert!(second.query_by_label("Back to the map").is_none(), "there is a way back");
    assert_eq!(map(&second), before);
}

#[test]
fn a_map_that_is_only_read_is_saved_as_another_file_and_can_be_changed_then() {
    let desk = desk();
    let first = desk.window();
    let mut second = desk.other();
    click(&mut second, "Open read-only");
    run(&mut second, Command::SaveAs);
    let other = desk.folder.path().join("other.ron");
    second.key_press_modifiers(Modifiers::COMMAND, Key::A);
    second.event(eframe::egui::Event::Text(other.display().to_string()));
    second.run_steps(2);
    press(&mut second, Key::Enter);
    assert!(other.is_file(), "saved");
    assert!(!says(&second, "Read only. "));
    edit(&mut second, TextAt::Title, "Mine");
    ctrl(&mut second, Key::S);
    assert_eq!(disk::load(&other).unwrap().map.title, "Mine");
    assert!(lock::holder_of(&other).is_some() && lock::holder_of(&desk.path).is_some());
    drop(first);
}

#[test]
fn a_copy_stands_in_no_file_and_a_lock_that_goes_lets_the_other_in() {
    let desk = desk();
    let mut first = desk.window();
    let mut second = desk.other();
    let mut third = desk.other();
    click(&mut second, "Open a copy");
    assert!(!says(&second, "Read only. "));
    assert!(!second.state().facts().file);
    edit(&mut second, TextAt::Title, "A copy");
    click(&mut third, "Open read-only");
    click(&mut third, "Edit here");
    assert!(says(&third, "Still open elsewhere"));
    assert!(third.state().facts().read_only);
    let picture = eframe::egui::ColorImage::filled([3, 2], eframe::egui::Color32::RED);
    third.event(eframe::egui::Event::PasteImage(std::sync::Arc::new(picture)));
    third.run_steps(4);
    assert!(says(&third, "That can't be done"));
    assert!(!desk.path.with_extension("images").exists(), "no picture is put beside a file of somebody else");
    // The first one saves and closes: the third sees it, and may go on.
    edit(&mut first, TextAt::Title, "By the first");
    ctrl(&mut first, Key::S);
    ctrl(&mut first, Key::W);
    drop(first);
    assert!(until(&mut third, |third| map(third).title == "By the first"), "what is saved there is seen here");
    assert!(until(&mut third, |third| {
        if third.state().facts().read_only {
            third.get_by_label("Edit here").click();
        }
        !third.state().facts().read_only
    }));
    edit(&mut third, TextAt::Title, "By the third");
    ctrl(&mut third, Key::S);
    assert_eq!(desk.on_disk().title, "By the third");
}

#[test]
fn without_own_changes_the_map_is_read_again_where_it_is() {
    let desk = desk();
    let mut shown = desk.window();
    let (stage, step) = shown.state().shown_map().unwrap().steps().nth(2).map(|(a, b)| (a.id, b.id)).unwrap();
    shown.state_mut().select_shown(Selection::at(Cursor::Step(step)));
    shown.run_steps(4);
    run(&mut shown, Command::ZoomActual);
    desk.change(|map| map.title = "From outside".into());
    assert!(until(&mut shown, |shown| map(shown).title == "From outside"));
    assert!(until(&mut shown, |shown| says(shown, "was changed by another program")));
    assert!(!unsaved(&shown));
    assert_eq!(shown.state().shown_selection().cursor, Some(Cursor::Step(step)), "{stage}");
    assert!(says(&shown, "100%"), "the view stays");
    run(&mut shown, Command::Undo);
    assert_ne!(map(&shown).title, "From outside");
    assert!(unsaved(&shown), "the file says something else");
    run(&mut shown, Command::Redo);
    assert!(!unsaved(&shown));
}

#[test]
fn with_own_changes_both_are_brought_together() {
    let desk = desk();
    let mut shown = desk.window();
    let steps: Vec<_> = map(&shown).steps().map(|(_, step)| step.id).collect();
    edit(&mut shown, TextAt::StepName(steps[0]), "Ours");
    edit(&mut shown, TextAt::StepName(steps[1]), "Ours too");
    desk.change(|map| {
        map.title = "Theirs".into();
        for stage in &mut map.stages {
            let stage = std::sync::Arc::make_mut(stage);
            for step in &mut stage.steps {
                if step.id == steps[1] {
                    std::sync::Arc::make_mut(step).name = "Theirs too".into();
                }
            }
        }
    });
    assert!(until(&mut shown, |shown| map(shown).title == "Theirs"));
    let merged = map(&shown);
    assert_eq!(merged.step(steps[0]).unwrap().name, "Ours");
    assert_eq!(merged.step(steps[1]).unwrap().name, "Ours too");
    assert_eq!(merged.conflicts.len(), 1, "theirs is kept beside it: {:?}", merged.conflicts);
    assert!(wayfelt::file::write(&merged).contains("Theirs too"));
    assert!(unsaved(&shown));
    ctrl(&mut shown, Key::S);
    let saved = desk.on_disk();
    assert_eq!((saved.title.as_str(), saved.step(steps[0]).unwrap().name.as_str()), ("Theirs", "Ours"));
    assert!(!unsaved(&shown));
    // Undo goes back to what was here before, without theirs.
    run(&mut shown, Command::Undo);
    assert_ne!(map(&shown).title, "Theirs");
}

#[test]
fn saving_never_writes_over_a_change_that_was_not_yet_seen() {
    let desk = desk();
    let mut shown = desk.window();
    let first = map(&shown).steps().next().unwrap().1.id;
    edit(&mut shown, TextAt::StepName(first), "Ours");
    // In the same frame: nobody had time to look.
    desk.change(|map| map.scenario = "Theirs".into());
    ctrl(&mut shown, Key::S);
    let saved = desk.on_disk();
    assert_eq!((saved.scenario.as_str(), saved.step(first).unwrap().name.as_str()), ("Theirs", "Ours"));
}

#[test]
fn what_is_being_typed_is_not_torn_by_a_change_from_outside() {
    let desk = desk();
    let mut shown = desk.window();
    let before = map(&shown);
    let (lane, step) = (before.lanes[0].id, before.steps().next().unwrap().1.id);
    shown.state_mut().select_shown(Selection::at(Cursor::Cell { lane, step, persona: None }));
    shown.run_steps(4);
    type_text(&mut shown, "Half a wo");
    desk.change(|map| map.title = "From outside".into());
    std::thread::sleep(Duration::from_millis(2200));
    shown.run_steps(4);
    type_text(&mut shown, "rd");
    assert_ne!(map(&shown).title, "From outside", "it waits");
    press(&mut shown, Key::Enter);
    assert!(until(&mut shown, |shown| map(shown).title == "From outside"));
    assert!(map(&shown).cards().any(|(_, card)| card.text == "Half a word"));
}

#[test]
fn a_file_that_is_gone_or_no_map_any_more_is_said_and_nothing_is_lost() {
    let desk = desk();
    let mut shown = desk.window();
    let before = map(&shown);
    fs::rename(&desk.path, desk.folder.path().join("moved.ron")).unwrap();
    assert!(until(&mut shown, |shown| says(shown, "“map.ron” was deleted or moved. The map is still here")));
    assert!(unsaved(&shown));
    assert_eq!(map(&shown), before);
    // It comes back as it was: all is well again.
    fs::rename(desk.folder.path().join("moved.ron"), &desk.path).unwrap();
    assert!(until(&mut shown, |shown| !says(shown, "The map is still here")));
    assert!(!unsaved(&shown));
    // Or it is saved again.
    fs::remove_file(&desk.path).unwrap();
    assert!(until(&mut shown, |shown| says(shown, "The map is still here")));
    click(&mut shown, "Save again");
    assert_eq!(desk.on_disk(), before);
    assert!(!says(&shown, "The map is still here") && !unsaved(&shown));
    fs::write(&desk.path, "<<<<<<< ours").unwrap();
    assert!(until(&mut shown, |shown| says(shown, "that is no map: ")));
    assert!(unsaved(&shown));
    click(&mut shown, "Save again");
    assert_eq!(desk.on_disk(), before);
    run(&mut shown, Command::Versions);
    assert!(says(&shown, "Versions of “"));
    assert!(says(&shown, "map is expected") || says(&shown, "is expected here"), "theirs is kept as a version");
}

#[test]
fn a_map_that_is_only_read_can_be_changed_here_although_its_file_went_meanwhile() {
    let desk = desk();
    let first = desk.window();
    let mut second = desk.other();
    click(&mut second, "Open read-only");
    let before = map(&second);
    let elsewhere = desk.folder.path().join("moved.ron");
    fs::rename(&desk.path, &elsewhere).unwrap();
    assert!(until(&mut second, |second| says(second, "was deleted or moved")));
    assert!(says(&second, "Read only. ") && second.query_by_label("Edit here").is_some(), "it is still held");
    fs::rename(&elsewhere, &desk.path).unwrap();
    assert!(until(&mut second, |second| !unsaved(second) && says(second, "Read only. ")));
    fs::remove_file(&desk.path).unwrap();
    drop(first);
    assert!(until(&mut second, |second| {
        if second.state().facts().read_only {
            second.get_by_label("Edit here").click();
        }
        !second.state().facts().read_only
    }));
    ctrl(&mut second, Key::S);
    assert_eq!(desk.on_disk(), before);
}

/// Waits until the recovery copies below a folder hold a text.
fn copied(state: &Path, text: &str, limit: Duration) -> Option<Duration> {
    let start = Instant::now();
    while start.elapsed() < limit {
        let entries = fs::read_dir(state.join("recovery")).into_iter().flatten().filter_map(Result::ok);
        for entry in entries {
            if fs::read_to_string(entry.path()).is_ok_and(|found| found.contains(text)) {
                return Some(start.elapsed());
            }
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    None
}

#[test]
fn what_a_dead_window_had_is_offered_and_opened_as_changes_of_its_file() {
    let desk = desk();
    let state = desk.folder.path().join("state");
    let mut shown = desk.window();
    let before = map(&shown);
    edit(&mut shown, TextAt::Title, "Committed");
    let after = copied(&state, "Committed", Duration::from_secs(1)).expect("a change is kept within a second");
    let (lane, step) = (before.lanes[0].id, before.steps().next().unwrap().1.id);
    shown.state_mut().select_shown(Selection::at(Cursor::Cell { lane, step, persona: None }));
    shown.run_steps(4);
    type_text(&mut shown, "Typed and not");
    type_text(&mut shown, " finished");
    let typed = copied(&state, "Typed and not finished", Duration::from_secs(2)).expect("within two");
    println!("a change was kept after {after:?}, typed text after {typed:?}");
    // The window dies: nothing is closed or saved.
    drop(shown);
    assert_eq!(desk.on_disk(), before);

    let mut next = desk.window();
    assert!(says(&next, "Bring back an unsaved map?"));
    assert!(says(&next, "map.ron"));
    assert!(until(&mut next, |next| next.query_by_label("Recover Committed").is_some()));
    click(&mut next, "Recover Committed");
    assert_eq!(map(&next).title, "Committed");
    assert!(map(&next).cards().any(|(_, card)| card.text == "Typed and not finished"));
    assert!(unsaved(&next) && next.state().facts().file, "unsaved changes of that file");
    assert_eq!(next.state().facts().tabs, 1);
    assert_eq!(next.state().facts().undo.as_deref(), Some("Recovered changes"));
    run(&mut next, Command::Undo);
    assert_eq!(map(&next), before);
    assert!(!unsaved(&next));
    run(&mut next, Command::Redo);
    // The copy stays until the file is safely written.
    assert!(copied(&state, "Typed and not finished", Duration::from_secs(2)).is_some());
    ctrl(&mut next, Key::S);
    assert_eq!(desk.on_disk().title, "Committed");
    assert!(until(&mut next, |_| RecoveryFolder::at(state.join("recovery")).list().is_empty()));
    assert!(until(&mut next, |_| copied(&state, "Committed", Duration::from_millis(1)).is_none()));
}

#[test]
fn what_is_recovered_meets_what_the_file_says_since() {
    let desk = desk();
    let state = desk.folder.path().join("state");
    let mut shown = desk.window();
    let first = map(&shown).steps().next().unwrap().1.id;
    // The version of the file that the changes began with is known from a later save.
    edit(&mut shown, TextAt::StepName(first), "Lost and found");
    copied(&state, "Lost and found", Duration::from_secs(1)).unwrap();
    drop(shown);
    let mut other = keeping(&state, vec![desk.path.clone()]);
    click(&mut other, "Ask again later");
    edit(&mut other, TextAt::Title, "Saved since");
    ctrl(&mut other, Key::S);
    ctrl(&mut other, Key::W);
    drop(other);
    let mut next = keeping(&state, Vec::new());
    assert!(until(&mut next, |next| says(next, "Recover all")));
    click(&mut next, "Recover all");
    let both = map(&next);
    assert_eq!((both.title.as_str(), both.step(first).unwrap().name.as_str()), ("Saved since", "Lost and found"));
    assert!(unsaved(&next));
}

#[test]
fn a_save_that_fails_keeps_the_recovery_copy() {
    let desk = desk();
    let state = desk.folder.path().join("state");
    let mut shown = desk.window();
    edit(&mut shown, TextAt::Title, "Not to be lost");
    copied(&state, "Not to be lost", Duration::from_secs(1)).unwrap();
    // The file became one of a newer version: whoever saves over it would lose what it holds.
    fs::write(&desk.path, "(format: 2, map: (title: \"Ngày mai\"))").unwrap();
    ctrl(&mut shown, Key::S);
    assert!(says(&shown, "newer Wayfelt"));
    assert!(fs::read_to_string(&desk.path).unwrap().contains("Ngày mai"));
    assert!(unsaved(&shown));
    std::thread::sleep(Duration::from_millis(700));
    assert!(copied(&state, "Not to be lost", Duration::from_millis(100)).is_some());
}

#[test]
fn a_version_is_shown_and_brought_back_as_a_change() {
    let desk = desk();
    let mut shown = desk.window();
    let original = map(&shown).title;
    run(&mut shown, Command::Versions);
    assert!(says(&shown, "There is none yet"));
    click(&mut shown, "Close");
    for title in ["Second", "Third"] {
        edit(&mut shown, TextAt::Title, title);
        ctrl(&mut shown, Key::S);
    }
    run(&mut shown, Command::Versions);
    assert!(says(&shown, "Versions of “Third”"));
    // The notices of the saves lie over the corner for some seconds.
    assert!(until(&mut shown, |shown| !says(shown, "Saved to")));
    press(&mut shown, Key::ArrowDown);
    click(&mut shown, "Go back to this version");
    assert_eq!(map(&shown).title, original);
    assert!(unsaved(&shown), "nothing is written before it is saved");
    assert_eq!(desk.on_disk().title, "Third");
    run(&mut shown, Command::Undo);
    assert_eq!(map(&shown).title, "Third");
}

#[test]
fn nothing_is_drawn_while_nothing_happens() {
    let desk = desk();
    let mut shown = desk.window();
    assert!(until(&mut shown, |shown| !shown.ctx.requested_repaint_last_pass()));
    // The file is looked at meanwhile, several times.
    let context = shown.ctx.clone();
    let frames = context.cumulative_pass_nr();
    std::thread::sleep(Duration::from_millis(3500));
    assert!(!context.has_requested_repaint(), "nobody asked for a frame");
    assert_eq!(context.cumulative_pass_nr(), frames);
    desk.change(|map| map.title = "From outside".into());
    let start = Instant::now();
    while !context.has_requested_repaint() && start.elapsed() < Duration::from_secs(5) {
        std::thread::sleep(Duration::from_millis(20));
    }
    assert!(context.has_requested_repaint(), "now somebody did");
}
