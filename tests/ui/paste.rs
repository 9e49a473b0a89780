//! Copying and pasting on the canvas, as the keys do it.

use eframe::egui::{Color32, ColorImage, Event, Key, Modifiers, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use wayfelt::app::App;
use wayfelt::app::command::Command;
use wayfelt::edit::{Cursor, Selection};
use wayfelt::model::{JourneyMap, LaneKind};

use crate::window::{ctrl, english, press, says, type_text};

type Window = Harness<'static, App>;

fn run(shown: &mut Window, command: Command) {
    let context = shown.ctx.clone();
    shown.state_mut().run(&context, command);
    shown.run_steps(4);
}

fn event(shown: &mut Window, event: Event) {
    shown.event(event);
    shown.run_steps(4);
}

/// A new map with one step; the cursor stands in its lane of actions.
fn on_a_cell() -> Window {
    let mut shown = english();
    ctrl(&mut shown, Key::N);
    run(&mut shown, Command::InsertStep);
    press(&mut shown, Key::ArrowDown);
    shown
}

/// The cards of each step of a lane, parted by `/`.
fn cards(shown: &Window, kind: LaneKind) -> Vec<String> {
    let map = shown.state().shown_map().unwrap();
    let lane = map.lanes.iter().find(|lane| lane.kind == kind).unwrap().id;
    map.steps()
        .map(|(_, step)| {
            let cards = step.cards.iter().filter(|card| card.lane == lane);
            cards.map(|card| card.text.as_str()).collect::<Vec<_>>().join("/")
        })
        .collect()
}

#[test]
fn a_table_of_another_program_fills_cells_and_undo_takes_it_back_at_once() {
    let mut shown = on_a_cell();
    let before = shown.state().shown_map().unwrap();
    let html = "<meta charset='utf-8'><table><tr><td>Hỏi<br>Gọi</td><td>Đặt</td></tr><tr><td>Website</td><td></td></tr>\
                <tr><td>“Ừ”</td><td>a b</td></tr><tr><td sdval=\"-1.5\">-1,5</td><td>tốt</td></tr></table>";
    let text = "Hỏi Gọi\tĐặt\nWebsite\t\n“Ừ”\ta  b\n-1,5\ttốt\n";
    shown.state_mut().pretend_copied(text, html);
    event(&mut shown, Event::Paste(text.to_owned()));
    assert_eq!(cards(&shown, LaneKind::Actions), ["Hỏi/Gọi", "Đặt"], "the line end is known from the table");
    assert_eq!(cards(&shown, LaneKind::Thoughts), ["“Ừ”", "a  b"], "the spaces are known from the text");
    let map = shown.state().shown_map().unwrap();
    let score = map.steps().next().unwrap().1.scores.values().next().unwrap().shown();
    assert_eq!(score, Some(-1.5));
    assert!(says(&shown, "One cell holds no figure from −2 to 2"));
    assert_eq!(shown.state().facts().undo.as_deref(), Some("Paste"));
    ctrl(&mut shown, Key::Z);
    assert_eq!(*shown.state().shown_map().unwrap(), *before);
}

#[test]
fn cards_go_into_another_map_with_all_they_carry() {
    let mut shown = on_a_cell();
    for _ in 0..4 {
        press(&mut shown, Key::ArrowDown);
    }
    type_text(&mut shown, "Money taken !5 18%");
    press(&mut shown, Key::Enter);
    press(&mut shown, Key::Escape);
    let map = shown.state().shown_map().unwrap();
    let pain = map.cards().next().unwrap().1.clone();
    event(&mut shown, Event::Copy);
    ctrl(&mut shown, Key::N);
    run(&mut shown, Command::InsertStep);
    for _ in 0..5 {
        press(&mut shown, Key::ArrowDown);
    }
    event(&mut shown, Event::Paste("Money taken !5 18%".to_owned()));
    let other = shown.state().shown_map().unwrap();
    let pasted = other.cards().next().unwrap().1.clone();
    assert_eq!((&pasted.text, &pasted.content), (&pain.text, &pain.content));
    assert_ne!(pasted.id, pain.id);
    // As text what a line can say.
    shown.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::V);
    shown.run_steps(4);
    let other = shown.state().shown_map().unwrap();
    assert_eq!(other.cards().count(), 2);
    assert_eq!(other.cards().last().unwrap().1.content, pain.content);
    // Another program's text makes what was copied here a thing of the past.
    event(&mut shown, Event::Paste("Another".to_owned()));
    assert_eq!(cards(&shown, LaneKind::PainPoints), ["Money taken/Money taken/Another"]);
}

#[test]
fn cut_and_paste_moves() {
    let mut shown = on_a_cell();
    type_text(&mut shown, "Asks");
    press(&mut shown, Key::Enter);
    press(&mut shown, Key::Escape);
    let id = shown.state().shown_map().unwrap().cards().next().unwrap().1.id;
    event(&mut shown, Event::Cut);
    assert_eq!(shown.state().shown_map().unwrap().cards().count(), 0);
    run(&mut shown, Command::InsertStep);
    press(&mut shown, Key::ArrowDown);
    event(&mut shown, Event::Paste("Asks".to_owned()));
    assert_eq!(cards(&shown, LaneKind::Actions), ["", "Asks"]);
    assert_eq!(shown.state().shown_map().unwrap().cards().next().unwrap().1.id, id, "it is the same card");
}

#[test]
fn why_nothing_is_pasted_is_said() {
    let mut shown = on_a_cell();
    let released = Event::Key {
        key: Key::V,
        physical_key: Some(Key::V),
        pressed: false,
        repeat: false,
        modifiers: Modifiers::COMMAND,
    };
    event(&mut shown, released.clone());
    assert!(says(&shown, "nothing on the clipboard that can be pasted"));
    for _ in 0..3 {
        press(&mut shown, Key::ArrowDown);
    }
    event(&mut shown, Event::Paste("good".to_owned()));
    assert!(says(&shown, "an emotion row takes figures"));
    let mut shown = on_a_cell();
    event(&mut shown, Event::Paste("Asks".to_owned()));
    event(&mut shown, released);
    assert!(!says(&shown, "nothing on the clipboard"), "something was pasted before the key was let go");
    event(&mut shown, Event::Copy);
    assert_eq!(cards(&shown, LaneKind::Actions), ["Asks"]);
}

/// Pastes this where the cursor stands, and looks whether the window says why nothing came of it.
fn refuses(shown: &mut Window, pasted: Event, why: &str) {
    let before = shown.state().shown_map().unwrap();
    event(shown, pasted);
    assert!(says(shown, why), "{why}");
    assert!(std::sync::Arc::ptr_eq(&before, &shown.state().shown_map().unwrap()), "{why}: nothing has changed");
}

/// Sets the cursor into the first step of the lane of this kind.
fn stand_in(shown: &mut Window, kind: LaneKind) {
    let map = shown.state().shown_map().unwrap();
    let lane = map.lanes.iter().find(|lane| lane.kind == kind).unwrap().id;
    let step = map.steps().next().unwrap().1.id;
    shown.state_mut().select_shown(Selection::at(Cursor::Cell { lane, step, persona: None }));
    shown.run_steps(4);
}

#[test]
fn every_reason_to_paste_nothing_is_said() {
    let text = |text: &str| Event::Paste(text.to_owned());
    let picture = |size| {
        let image = ColorImage::filled(size, Color32::RED);
        Event::PasteImage(std::sync::Arc::new(image))
    };
    let open = |map: &JourneyMap| crate::window::alone(map, vec2(1280.0, 720.0), false);
    let mut map = crate::maps::grid(2);
    let mut shown = open(&map);
    stand_in(&mut shown, LaneKind::Actions);
    refuses(&mut shown, text(" \t \n"), "nothing on the clipboard that can be pasted");
    refuses(&mut shown, text(&"a\t".repeat(60_000)), "more than the");
    refuses(&mut shown, picture([17_000, 1]), "16384 on a side");
    stand_in(&mut shown, LaneKind::Time);
    refuses(&mut shown, text("a\tb"), "this kind of lane has no cards");

    for lane in &mut map.lanes {
        std::sync::Arc::make_mut(lane).locked = true;
    }
    let mut shown = open(&map);
    stand_in(&mut shown, LaneKind::Actions);
    refuses(&mut shown, text("Asks"), "the lane is locked. Unlock it");
    let mut shown = open(&map);
    stand_in(&mut shown, LaneKind::Images);
    refuses(&mut shown, picture([3, 2]), "the lane is locked. Unlock it");

    let mut shown = english();
    ctrl(&mut shown, Key::N);
    shown.state_mut().select_shown(Selection::default());
    shown.run_steps(4);
    refuses(&mut shown, text("Asks"), "click a cell or a heading first");
    refuses(&mut shown, picture([3, 2]), "click a cell or a heading first");
}

const OUTLINE: &str = "Order\n  Pays :-1.5 *\n    p: Money taken !5 18%\n  Waits\n    e: Hạnh 3\n";

#[test]
fn an_outline_is_previewed_and_extends_the_map_or_makes_one() {
    let mut shown = on_a_cell();
    event(&mut shown, Event::Paste(OUTLINE.to_owned()));
    assert!(says(&shown, "Map from text"));
    assert!(says(&shown, "1 stage, 2 steps, 1 card, 1 score"));
    assert!(says(&shown, "Line 5:"), "what isn't plain is said by its line");
    shown.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    shown.run_steps(4);
    let map = shown.state().shown_map().unwrap();
    assert_eq!((map.stages.len(), map.steps().count(), map.cards().count()), (2, 3, 1));
    assert_eq!(shown.state().facts().undo.as_deref(), Some("Paste"));
    ctrl(&mut shown, Key::Z);
    assert_eq!(shown.state().shown_map().unwrap().steps().count(), 1);
    // Escape leaves everything as it is.
    event(&mut shown, Event::Paste(OUTLINE.to_owned()));
    press(&mut shown, Key::Escape);
    assert!(!says(&shown, "Map from text"));
    assert_eq!(shown.state().shown_map().unwrap().steps().count(), 1);
    // As lines, if that is what was meant.
    event(&mut shown, Event::Paste(OUTLINE.to_owned()));
    crate::window::click(&mut shown, "Paste as lines");
    assert_eq!(shown.state().shown_map().unwrap().cards().count(), 5);
    event(&mut shown, Event::Paste(OUTLINE.to_owned()));
    crate::window::click(&mut shown, "As a new map");
    crate::window::click(&mut shown, "Make map");
    assert_eq!(shown.state().facts().tabs, 2);
    assert_eq!(shown.state().shown_map().unwrap().steps().count(), 2);
}

#[test]
fn an_outline_is_typed_with_the_keyboard_alone() {
    let mut shown = english();
    run(&mut shown, Command::PasteOutline);
    for (key, text) in
        [(None, "Order"), (Some(Key::Tab), "Pays :1"), (Some(Key::Tab), "a: Enters"), (None, "t: Website")]
    {
        type_text(&mut shown, text);
        // The line just typed moves in; Enter keeps how far.
        if key == Some(Key::Tab) {
            press(&mut shown, Key::Tab);
        }
        press(&mut shown, Key::Enter);
    }
    let field = shown.get_by_role_and_label(eframe::egui::accesskit::Role::MultilineTextInput, "Text");
    assert_eq!(field.value().as_deref(), Some("Order\n  Pays :1\n    a: Enters\n    t: Website\n    "));
    assert!(says(&shown, "1 stage, 1 step, 2 cards, 1 score"));
    press(&mut shown, Key::F6);
    press(&mut shown, Key::Enter);
    let map = shown.state().shown_map().unwrap();
    assert_eq!((map.stages.len(), map.steps().count(), map.cards().count()), (1, 1, 2));
}

#[test]
fn a_map_copied_as_an_outline_pastes_as_the_same() {
    let mut shown = english();
    shown.state_mut().show_sample(0);
    shown.run_steps(4);
    let before = shown.state().shown_map().unwrap();
    run(&mut shown, Command::CopyOutline);
    run(&mut shown, Command::PasteOutline);
    crate::window::click(&mut shown, "As a new map");
    crate::window::click(&mut shown, "Make map");
    let after = shown.state().shown_map().unwrap();
    assert_eq!((after.stages.len(), after.cards().count()), (before.stages.len(), before.cards().count()));
    assert_eq!(shown.state().facts().tabs, 2);
}

#[test]
fn a_picture_becomes_an_image_card_in_a_lane_of_pictures() {
    let folder = tempfile::tempdir().unwrap();
    let settings = wayfelt::app::Settings { started_before: true, ..wayfelt::app::Settings::default() };
    let mut shown = crate::window::with(settings, Vec::new(), Some(folder.path()));
    ctrl(&mut shown, Key::N);
    run(&mut shown, Command::InsertStep);
    press(&mut shown, Key::ArrowDown);
    let image = eframe::egui::ColorImage::filled([3, 2], eframe::egui::Color32::RED);
    event(&mut shown, Event::PasteImage(std::sync::Arc::new(image.clone())));
    let map = shown.state().shown_map().unwrap();
    let card = map.cards().next().unwrap().1.clone();
    let wayfelt::model::Content::Image(found) = &card.content else { panic!("{card:?}") };
    assert_eq!(map.lane(card.lane).unwrap().kind, LaneKind::Images);
    let written = walk(folder.path()).into_iter().find(|path| path.ends_with(&found.file)).unwrap();
    assert_eq!(&std::fs::read(written).unwrap()[1..4], b"PNG");
    // The same picture is kept once, and its lane is used again.
    event(&mut shown, Event::PasteImage(std::sync::Arc::new(image)));
    let map = shown.state().shown_map().unwrap();
    assert_eq!((map.cards().count(), map.lanes.iter().filter(|lane| lane.kind == LaneKind::Images).count()), (2, 1));
    // Into another map it goes with its bytes.
    event(&mut shown, Event::Copy);
    ctrl(&mut shown, Key::N);
    run(&mut shown, Command::InsertStep);
    press(&mut shown, Key::ArrowDown);
    event(&mut shown, Event::Paste(found.file.clone()));
    let card = shown.state().shown_map().unwrap().cards().next().unwrap().1.clone();
    assert!(matches!(card.content, wayfelt::model::Content::Image(_)), "{card:?}");
    let count =
        walk(folder.path()).iter().filter(|path| path.extension().is_some_and(|ending| ending == "png")).count();
    assert_eq!(count, 2, "{:?}", walk(folder.path()));
}

fn walk(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(walk(&path)) } else { found.push(path) }
    }
    found
}
