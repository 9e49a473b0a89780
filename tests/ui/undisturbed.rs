//! What comes by itself takes nothing from who types, and what is typed ends where it was meant: maps that arrive late,
//! conflicts in other tabs, questions, locked lanes, maps that are only read, fields of panels that go away.

#![cfg(unix)]

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::{Event, Key, Modifiers, PointerButton};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use tempfile::TempDir;
use wayfelt::app::command::Command;
use wayfelt::app::{App, Settings, Start};
use wayfelt::edit::{Cursor, Edit, Selection, TextAt};
use wayfelt::file::recovery::RecoveryFolder;
use wayfelt::file::{disk, lock};
use wayfelt::model::{Brand, JourneyMap, LaneKind, Link, Rgb, Theme};

use crate::dragging::{lock as lock_lane, middle, open as open_alone};
use crate::maps::{card_mut, grid, id, lane};
use crate::window::{click, ctrl, press, says, started, type_text, until};

type Window = Harness<'static, App>;

/// A folder with two maps, `a.ron` and `b.ron`, titled so.
struct Desk {
    folder: TempDir,
}

fn desk() -> Desk {
    let desk = Desk { folder: TempDir::new().unwrap() };
    for name in ["a", "b"] {
        let mut map = grid(3);
        map.title = name.to_uppercase();
        desk.put(name, &map);
    }
    desk
}

impl Desk {
    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(format!("{name}.ron"))
    }

    fn put(&self, name: &str, map: &JourneyMap) {
        disk::save(&self.path(name), map).unwrap();
    }

    /// Another program changes a title.
    fn retitle(&self, name: &str, title: &str) {
        let mut map = disk::load(&self.path(name)).unwrap().map;
        map.title = title.into();
        fs::write(self.path(name), wayfelt::file::write(&map)).unwrap();
    }

    /// A window that shows the last of these.
    fn window(&self, names: &[&str]) -> Window {
        self.window_of(names, eframe::egui::vec2(1280.0, 720.0))
    }

    fn window_of(&self, names: &[&str], size: eframe::egui::Vec2) -> Window {
        let start = Start {
            settings: Settings { started_before: true, recent: vec![self.path("slow")], ..Settings::default() },
            files: names.iter().map(|name| self.path(name)).collect(),
            recovery: Some(RecoveryFolder::at(self.folder.path().join("state"))),
            ..Start::default()
        };
        started(start, size)
    }

    /// Asks the window for a file that gives nothing yet.
    fn ask_for_slow(&self, shown: &mut Window) -> PathBuf {
        let path = self.path("slow");
        assert!(std::process::Command::new("mkfifo").arg(&path).status().unwrap().success());
        run(shown, Command::Palette);
        letters(shown, "slow.ron");
        shown.key_press(Key::Enter);
        shown.run_steps(6);
        assert!(shown.state().is_busy());
        path
    }

    /// The slow file gives what it holds.
    fn slow_comes(&self, shown: &mut Window) {
        let mut map = grid(2);
        map.title = "Slow".into();
        let path = self.path("slow");
        fs::write(&path, wayfelt::file::write(&map)).unwrap();
        // From now on it is a plain file.
        let other = self.path("other");
        fs::write(&other, wayfelt::file::write(&map)).unwrap();
        fs::rename(&other, &path).unwrap();
        assert!(until(shown, |shown| !shown.state().is_busy()));
        shown.run_steps(4);
        assert_eq!(shown.state().facts().tabs, 2);
    }
}

fn map(shown: &Window) -> JourneyMap {
    (*shown.state().shown_map().unwrap()).clone()
}

fn run(shown: &mut Window, command: Command) {
    let context = shown.ctx.clone();
    shown.state_mut().run(&context, command);
    shown.run_steps(4);
}

/// Letters, without waiting for what is on its way.
fn letters(shown: &mut Window, text: &str) {
    for letter in text.chars() {
        shown.event(Event::Text(letter.to_string()));
        shown.run_steps(1);
    }
    shown.run_steps(1);
}

fn key(shown: &mut Window, key: Key) {
    shown.key_press(key);
    shown.run_steps(4);
}

fn select(shown: &mut Window, selection: Selection) {
    shown.state_mut().select_shown(selection);
    shown.run_steps(4);
}

/// What stands in the field on the canvas; nothing where none is open.
fn typed(shown: &Window) -> String {
    let field = shown.query_all_by_label_contains("Text of this place").next();
    field.and_then(|field| field.accesskit_node().value()).unwrap_or_default()
}

fn double_click(shown: &mut Window, at: eframe::egui::Pos2) {
    shown.event(Event::PointerMoved(at));
    shown.run_steps(1);
    let button =
        |pressed| Event::PointerButton { pos: at, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE };
    for _ in 0..2 {
        shown.input_mut().events.extend([button(true), button(false)]);
        shown.run_steps(1);
    }
    shown.run_steps(3);
}

const LOCKED: &str = "This lane is locked";

#[test]
fn no_editor_opens_in_a_locked_lane_whose_words_would_be_thrown_away() {
    let mut locked = crate::dragging::map();
    card_mut(&mut locked, id(1)).links.push(Link { to: id(3), label: "leads to".into() });
    lock_lane(&mut locked, LaneKind::Actions);
    let actions = lane(LaneKind::Actions);
    let cell = Cursor::Cell { lane: actions, step: id(1), persona: None };
    let cases: [(&str, Selection, Key); 4] = [
        ("a card", Selection::card(cell, id(1)), Key::F2),
        ("the next card", Selection::at(cell), Key::Enter),
        ("its name", Selection::at(Cursor::Lane(actions)), Key::F2),
        ("a link", Selection::at(Cursor::Link { from: id(1), to: id(3) }), Key::F2),
    ];
    for (what, selection, opens) in cases {
        let mut shown = open_alone(&locked);
        select(&mut shown, selection);
        assert!(!says(&shown, LOCKED), "{what}");
        press(&mut shown, opens);
        assert!(says(&shown, LOCKED), "{what}: said before anything is typed");
        assert_eq!(typed(&shown), "", "{what}");
        type_text(&mut shown, "abc");
        assert_eq!(typed(&shown), "", "{what}");
        press(&mut shown, Key::Enter);
        assert_eq!(map(&shown), locked, "{what}");
    }
    let mut shown = open_alone(&locked);
    let at = middle(&shown, 1);
    double_click(&mut shown, at);
    assert!(says(&shown, LOCKED) && typed(&shown).is_empty(), "a double click");
    // Letters on a link, too.
    let mut shown = open_alone(&locked);
    select(&mut shown, Selection::at(Cursor::Link { from: id(1), to: id(3) }));
    type_text(&mut shown, "x");
    assert!(says(&shown, LOCKED) && typed(&shown).is_empty(), "a letter on a link");
    // Elsewhere it opens as ever.
    let mut shown = open_alone(&locked);
    select(
        &mut shown,
        Selection::card(Cursor::Cell { lane: lane(LaneKind::PainPoints), step: id(2), persona: None }, id(4)),
    );
    press(&mut shown, Key::F2);
    assert!(typed(&shown).contains("Card 4"));
}

#[test]
fn the_tray_and_the_outline_of_a_map_that_is_only_read_take_nothing_and_say_so() {
    let desk = desk();
    let mut a = grid(3);
    a.tray.push(Arc::new(wayfelt::model::Card::new(id(7), lane(LaneKind::Actions), "Noted", Default::default())));
    desk.put("a", &a);
    let _theirs = lock::take(&desk.path("a"));
    let mut shown = desk.window(&["a"]);
    click(&mut shown, "Open read-only");
    press(&mut shown, Key::F4);
    assert!(says(&shown, "so nothing can be noted down"));
    let field = shown.get_by_label("New note");
    assert!(field.accesskit_node().is_disabled() && !field.is_focused());
    // A note isn't opened either.
    shown.get_by_label("Note 1 of 1: Noted").focus();
    shown.run_steps(2);
    press(&mut shown, Key::F2);
    assert!(shown.query_by_label("Text of the note").is_none());
    assert!(says(&shown, "the map can only be read here"));
    click(&mut shown, "Dismiss");
    shown.get_by_label("Add a stage").click();
    shown.run_steps(4);
    assert!(!says(&shown, "Rename ") && says(&shown, "the map can only be read here"));
    assert_eq!(map(&shown), a);
}

#[test]
fn a_conflict_in_another_tab_takes_nobody_away_from_a_word_half_typed() {
    let desk = desk();
    let mut shown = desk.window(&["a", "b"]);
    assert!(shown.state_mut().edit_shown(&Edit::SetText { at: TextAt::Title, text: "Ours".into() }));
    run(&mut shown, Command::PreviousTab);
    assert_eq!(map(&shown).title, "A");
    select(&mut shown, Selection::at(Cursor::Step(id(1))));
    letters(&mut shown, "abcdefgh");
    desk.retitle("b", "Theirs");
    assert!(until(&mut shown, |shown| says(shown, "Show the conflicts")));
    letters(&mut shown, "ijk lmn");
    key(&mut shown, Key::Enter);
    assert_eq!(map(&shown).title, "A");
    assert_eq!(map(&shown).step(id(1)).unwrap().name, "abcdefghijk lmn");
    assert!(!shown.state().facts().conflicts_page);
    click(&mut shown, "Show the conflicts");
    assert_eq!((map(&shown).title.as_str(), shown.state().facts().conflicts), ("Ours", 1));
    assert!(shown.state().facts().conflicts_page);
}

#[test]
fn a_map_that_is_open_elsewhere_asks_nobody_who_types_and_no_typed_key_answers() {
    let desk = desk();
    let mut shown = desk.window(&["a"]);
    let path = desk.ask_for_slow(&mut shown);
    let _theirs = lock::take(&path);
    select(&mut shown, Selection::at(Cursor::Step(id(1))));
    letters(&mut shown, "the quick brown fox ju");
    desk.slow_comes(&mut shown);
    letters(&mut shown, "mps over the lazy dog");
    assert!(!says(&shown, "is open elsewhere"));
    key(&mut shown, Key::Enter);
    assert_eq!(map(&shown).title, "A");
    assert_eq!(map(&shown).step(id(1)).unwrap().name, "the quick brown fox jumps over the lazy dog");
    assert!(says(&shown, "“Slow” is open now"));
    // It is asked once its map is shown.
    click(&mut shown, "Show it");
    assert!(says(&shown, "“slow.ron” is open elsewhere"));
    let before = map(&shown);
    for pressed in [Key::Space, Key::Enter] {
        letters(&mut shown, " and");
        key(&mut shown, pressed);
        assert!(says(&shown, "“slow.ron” is open elsewhere"), "{pressed:?}");
    }
    assert_eq!(map(&shown), before);
    key(&mut shown, Key::Tab);
    key(&mut shown, Key::Tab);
    key(&mut shown, Key::Enter);
    assert!(!says(&shown, "“slow.ron” is open elsewhere"), "by keyboard it can be answered");
}

#[test]
fn a_late_map_does_not_change_the_one_under_a_dialog() {
    let desk = desk();
    let mut shown = desk.window(&["a"]);
    desk.ask_for_slow(&mut shown);
    run(&mut shown, Command::PasteOutline);
    letters(&mut shown, "Zustep");
    desk.slow_comes(&mut shown);
    assert_eq!(map(&shown).title, "A", "behind the dialog");
    ctrl(&mut shown, Key::Enter);
    assert_eq!(map(&shown).title, "A");
    assert!(map(&shown).stages.iter().any(|stage| stage.name == "Zustep"), "{:?}", map(&shown).stages);
    run(&mut shown, Command::NextTab);
    assert_eq!((map(&shown).title.as_str(), map(&shown).stages.len()), ("Slow", 1));
}

#[test]
fn a_late_map_does_not_come_under_the_palette_or_a_field_that_is_typed_into() {
    for palette in [true, false] {
        let desk = desk();
        let mut shown = desk.window(&["a"]);
        desk.ask_for_slow(&mut shown);
        if palette {
            run(&mut shown, Command::Palette);
        } else {
            shown.get_by_label("Title").focus();
            shown.run_steps(2);
        }
        desk.slow_comes(&mut shown);
        assert_eq!(map(&shown).title, "A", "palette: {palette}");
        assert!(says(&shown, "“Slow” is open now"));
    }
    // Who does nothing sees what was asked for.
    let desk = desk();
    let mut shown = desk.window(&["a"]);
    desk.ask_for_slow(&mut shown);
    desk.slow_comes(&mut shown);
    assert_eq!(map(&shown).title, "Slow");
}

#[test]
fn words_typed_beside_a_map_that_is_left_are_kept_and_do_not_come_back_once_undone() {
    let desk = desk();
    let mut shown = desk.window(&["a", "b"]);
    shown.get_by_label("Title").focus();
    shown.run_steps(2);
    letters(&mut shown, "QQQ");
    let after = map(&shown).title;
    assert!(after.contains("QQQ"), "{after}");
    ctrl(&mut shown, Key::Tab);
    assert_eq!(map(&shown).title, "A");
    ctrl(&mut shown, Key::Tab);
    assert_eq!(map(&shown).title, after);
    run(&mut shown, Command::Undo);
    assert_eq!(map(&shown).title, "B");
    shown.get_by_label("Title").focus();
    shown.run_steps(2);
    letters(&mut shown, "W");
    let title = map(&shown).title;
    assert!(title.contains('W') && !title.contains('Q'), "{title}");
}

#[test]
fn a_field_that_goes_away_with_its_panel_holds_nothing_up() {
    for hides in [Command::ToggleInspector, Command::LookOfMap, Command::PlotsPage] {
        let desk = desk();
        let mut shown = desk.window(&["b"]);
        shown.get_by_label("Scenario").focus();
        shown.run_steps(2);
        letters(&mut shown, "QQQ");
        run(&mut shown, hides);
        assert_eq!(map(&shown).scenario, "QQQ", "{hides:?}");
        desk.retitle("b", "From outside");
        assert!(until(&mut shown, |shown| map(shown).title == "From outside"), "{hides:?}");
        assert_eq!(map(&shown).scenario, "QQQ", "{hides:?}");
    }
}

#[test]
fn what_is_typed_on_the_page_of_a_look_stays_with_its_map() {
    let desk = desk();
    for name in ["a", "b"] {
        let mut map = grid(3);
        map.title = name.to_uppercase();
        map.look.theme = Theme::Brand;
        map.look.brand = Brand { accent: Some(Rgb { r: 1, g: 2, b: 3 }), ..Brand::default() };
        desk.put(name, &map);
    }
    let mut shown = desk.window_of(&["a", "b"], eframe::egui::vec2(1400.0, 1500.0));
    run(&mut shown, Command::LookOfMap);
    shown.get_by_label("Paper").focus();
    shown.run_steps(2);
    letters(&mut shown, "#ff0000");
    let red = Some(Rgb { r: 255, g: 0, b: 0 });
    assert_eq!(map(&shown).look.brand.paper, red);
    ctrl(&mut shown, Key::Tab);
    assert_eq!((map(&shown).title.as_str(), map(&shown).look.brand.paper), ("A", None));
    assert_eq!(shown.get_by_label("Paper").accesskit_node().value().unwrap_or_default(), "");
    press(&mut shown, Key::Backspace);
    letters(&mut shown, "8");
    key(&mut shown, Key::Enter);
    assert_eq!(map(&shown).look.brand.paper, None, "it is another map's");
    ctrl(&mut shown, Key::Tab);
    assert_eq!(map(&shown).look.brand.paper, red);
    run(&mut shown, Command::Undo);
    assert_eq!(map(&shown).look.brand.paper, None, "it was one step");
}

#[test]
fn who_had_no_conflict_is_not_told_to_keep_choices() {
    let desk = desk();
    let base = disk::load(&desk.path("b")).unwrap().map;
    let titled = |title: &str| JourneyMap { title: title.into(), ..base.clone() };
    let disputed = wayfelt::diff::merge(&base, &titled("Ours"), &titled("Theirs")).map;
    desk.put("b", &disputed);
    let mut shown = desk.window(&["a", "b"]);
    assert!(shown.state().facts().conflicts_page && shown.state().facts().conflicts == 1);
    run(&mut shown, Command::PreviousTab);
    assert!(shown.state_mut().edit_shown(&Edit::SetText { at: TextAt::Title, text: "Changed".into() }));
    shown.run_steps(4);
    assert!(says(&shown, "No conflict is open."));
    assert!(!says(&shown, "Save the map to keep your choices"));
    // Who settled one is.
    run(&mut shown, Command::NextTab);
    shown.get_by_label_contains("take Theirs").click();
    shown.run_steps(4);
    assert!(says(&shown, "Save the map to keep your choices"));
}
