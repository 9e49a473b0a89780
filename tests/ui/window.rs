//! A window to be driven.

use std::cell::RefCell;
use std::path::{Path, PathBuf};

use eframe::egui::Vec2;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use tempfile::TempDir;
use wayfelt::app::command::Command;
use wayfelt::app::{App, Settings, Start, ThemeChoice};
use wayfelt::edit::{Edit, TextAt};
use wayfelt::file::recovery::RecoveryFolder;
use wayfelt::file::versions::VersionsFolder;
use wayfelt::model::{JourneyMap, Language};

thread_local! {
    /// Files of windows, which go with the test.
    static FOLDERS: RefCell<Vec<TempDir>> = const { RefCell::new(Vec::new()) };
}

/// A window of a common laptop that was open before, and so begins with the start page.
pub fn window(language: Language, theme: ThemeChoice) -> Harness<'static, App> {
    with(Settings { started_before: true, language, theme, ..Settings::default() }, Vec::new(), None)
}

/// An English window that was open before.
pub fn english() -> Harness<'static, App> {
    window(Language::En, ThemeChoice::Light)
}

/// A window with these settings and files; recovery copies go to this folder.
pub fn with(settings: Settings, files: Vec<PathBuf>, recovery: Option<&Path>) -> Harness<'static, App> {
    let recovery = recovery.map(RecoveryFolder::at);
    begun(Start { settings, files, recovery, ..Start::default() }, eframe::egui::vec2(1280.0, 720.0))
}

/// An English window with these files that keeps recovery copies and versions below `state`.
pub fn keeping(state: &Path, files: Vec<PathBuf>) -> Harness<'static, App> {
    let settings = Settings { started_before: true, ..Settings::default() };
    let start = Start {
        settings,
        files,
        recovery: Some(RecoveryFolder::at(state.join("recovery"))),
        versions: Some(VersionsFolder::at(state.join("versions"))),
        ..Start::default()
    };
    begun(start, eframe::egui::vec2(1280.0, 720.0))
}

/// A window of this size that shows nothing beside this map but, if wanted, its tray.
pub fn alone(map: &JourneyMap, size: Vec2, tray: bool) -> Harness<'static, App> {
    beside(map, size, Settings { outline: false, inspector: false, insights: false, tray, ..Settings::default() })
}

/// A light window of this size that shows this map and the panels that are chosen.
pub fn beside(map: &JourneyMap, size: Vec2, settings: Settings) -> Harness<'static, App> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("map.ron");
    wayfelt::file::disk::save(&path, map).unwrap();
    // A file that is gone is told of, above everything that a test points at.
    FOLDERS.with_borrow_mut(|folders| folders.push(folder));
    let settings = Settings { started_before: true, theme: ThemeChoice::Light, ..settings };
    begun(Start { settings, files: vec![path], ..Start::default() }, size)
}

/// A window of this size that starts like this.
pub fn started(start: Start, size: Vec2) -> Harness<'static, App> {
    begun(start, size)
}

fn begun(start: Start, size: Vec2) -> Harness<'static, App> {
    let mut harness =
        Harness::builder().with_size(size).build_eframe(move |creation| App::new(&creation.egui_ctx, start));
    harness.run_steps(4);
    harness
}

/// Clicks what has exactly this name.
pub fn click(window: &mut Harness<'static, App>, name: &str) {
    window.get_by_label(name).click();
    settle(window);
}

/// Presses a key together with Ctrl.
pub fn ctrl(window: &mut Harness<'static, App>, key: eframe::egui::Key) {
    window.key_press_modifiers(eframe::egui::Modifiers::COMMAND, key);
    settle(window);
}

/// Presses a key.
pub fn press(window: &mut Harness<'static, App>, key: eframe::egui::Key) {
    window.key_press(key);
    settle(window);
}

/// Types a text.
pub fn type_text(window: &mut Harness<'static, App>, text: &str) {
    window.event(eframe::egui::Event::Text(text.to_owned()));
    settle(window);
}

/// Whether anything is called so.
pub fn says(window: &Harness<'static, App>, text: &str) -> bool {
    window.query_all_by_label_contains(text).next().is_some()
}

/// Some frames, and as many more as a map takes to its file, or a large file takes here.
pub fn settle(window: &mut Harness<'static, App>) {
    window.run_steps(3);
    let begun = std::time::Instant::now();
    while window.state().is_busy() {
        assert!(begun.elapsed().as_secs() < 60, "it never comes back");
        std::thread::sleep(std::time::Duration::from_millis(2));
        window.run_steps(1);
        if !window.state().is_busy() {
            window.run_steps(2);
        }
    }
    // What came of it is seen with the next frame.
    window.run_steps(1);
}

/// Frames until something is so; whether it ever was.
pub fn until(window: &mut Harness<'static, App>, mut is_so: impl FnMut(&Harness<'static, App>) -> bool) -> bool {
    let begun = std::time::Instant::now();
    while begun.elapsed().as_secs() < 15 {
        window.run_steps(2);
        if is_so(window) {
            return true;
        }
        std::thread::sleep(std::time::Duration::from_millis(30));
    }
    false
}

/// Runs a command, and waits for what comes of it.
pub fn run(window: &mut Harness<'static, App>, command: Command) {
    let context = window.ctx.clone();
    window.state_mut().run(&context, command);
    settle(window);
}

/// Gives the shown map another title.
pub fn rename(window: &mut Harness<'static, App>, title: &str) {
    assert!(window.state_mut().edit_shown(&Edit::SetText { at: TextAt::Title, text: title.to_owned() }));
    window.run_steps(2);
}
