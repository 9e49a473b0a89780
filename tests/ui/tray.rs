//! The tray: writing notes down, putting them in order, sending and dragging them to and from the map.

use std::sync::Arc;

use eframe::egui::{CursorIcon, Event, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use wayfelt::app::command::Command;
use wayfelt::edit::{Cursor, Selection};
use wayfelt::model::{Card, Content, JourneyMap, LaneKind};

use crate::dragging::{
    Window, cell, click_at, drag, drag_with, go, icon, lock, map, middle, now, open_with, place, rect,
};
use crate::dragging::{release, undo};
use crate::maps::{id, lane, pain};
use crate::window::{click, ctrl, press, says, type_text};

fn notes(map: &JourneyMap) -> Vec<String> {
    map.tray.iter().map(|card| card.text.clone()).collect()
}

fn paste(shown: &mut Window, text: &str) {
    shown.event(Event::Paste(text.to_owned()));
    shown.run_steps(4);
}

/// A window with the tray shown and three notes in it.
fn with_notes() -> Window {
    let mut shown = open_with(&map(), true);
    click(&mut shown, "New note");
    paste(&mut shown, "First\n- Money taken !5 18%\n\nThird");
    shown
}

fn run(shown: &mut Window, command: Command) {
    let context = shown.ctx.clone();
    shown.state_mut().run(&context, command);
    shown.run_steps(4);
}

/// Puts the cursor into a cell of the map.
fn cursor_at(shown: &mut Window, step: &str, lane_name: &str) {
    let at = place(shown, step, lane_name);
    shown.event(Event::PointerMoved(at));
    shown.drag_at(at);
    shown.run_steps(1);
    shown.drop_at(at);
    shown.run_steps(4);
}

#[test]
fn its_key_opens_it_ready_to_be_written_in() {
    let mut shown = open_with(&map(), false);
    assert!(!says(&shown, "Notes that have no place yet"));
    press(&mut shown, Key::F4);
    assert!(says(&shown, "Notes that have no place yet"), "an empty tray says what it is for");
    assert!(shown.get_by_label("New note").is_focused());
    type_text(&mut shown, "Nobody calls back");
    press(&mut shown, Key::Enter);
    type_text(&mut shown, "Too many forms");
    press(&mut shown, Key::Enter);
    assert_eq!(notes(&now(&shown)), ["Nobody calls back", "Too many forms"]);
    assert_eq!(undo(&shown).unwrap(), "Add a card");
    press(&mut shown, Key::F4);
    assert!(!says(&shown, "New note"));
}

#[test]
fn each_pasted_line_is_a_note_and_all_are_one_step() {
    let mut shown = with_notes();
    assert_eq!(notes(&now(&shown)), ["First", "Money taken !5 18%", "Third"]);
    assert!(says(&shown, "3 notes"));
    assert!(says(&shown, "Note 2 of 3: Money taken !5 18%"));
    assert_eq!(undo(&shown).unwrap(), "Add 3 cards");
    run(&mut shown, Command::Undo);
    assert_eq!(now(&shown), map());
}

#[test]
fn lines_and_enter_of_one_frame_are_taken_in_their_order() {
    let mut shown = open_with(&map(), true);
    click(&mut shown, "New note");
    let enter =
        || Event::Key { key: Key::Enter, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE };
    let text = |text: &str| Event::Text(text.to_owned());
    shown.input_mut().events.extend([text("One"), enter(), text("Two"), enter(), text("Th")]);
    shown.run_steps(4);
    assert_eq!(notes(&now(&shown)), ["One", "Two"]);
    type_text(&mut shown, "ree");
    press(&mut shown, Key::Enter);
    assert_eq!(notes(&now(&shown)), ["One", "Two", "Three"]);
    shown.input_mut().events.extend([text("Four"), enter(), text("Five"), enter()]);
    shown.run_steps(4);
    assert_eq!(notes(&now(&shown))[3..], ["Four", "Five"]);
}

#[test]
fn notes_are_edited_moved_and_removed_by_keys() {
    let mut shown = with_notes();
    click(&mut shown, "Note 1 of 3: First");
    press(&mut shown, Key::F2);
    shown.get_by_label("Text of the note").type_text(" of all");
    shown.run_steps(4);
    press(&mut shown, Key::Enter);
    let first = "Note 1 of 3: First of all";
    assert!(says(&shown, first), "{:?}", notes(&now(&shown)));
    click(&mut shown, first);
    shown.key_press_modifiers(Modifiers::ALT, Key::ArrowDown);
    shown.run_steps(4);
    assert_eq!(notes(&now(&shown)), ["Money taken !5 18%", "First of all", "Third"]);
    shown.key_press_modifiers(Modifiers::SHIFT, Key::ArrowDown);
    shown.run_steps(4);
    assert_eq!(shown.state().shown_selection().cards.len(), 2);
    let two = shown.state().shown_selection();
    ctrl(&mut shown, Key::A);
    assert_eq!(shown.state().shown_selection().cards.len(), 3, "all notes, and no card of the map");
    shown.key_press_modifiers(Modifiers::SHIFT, Key::ArrowUp);
    shown.key_press_modifiers(Modifiers::SHIFT, Key::ArrowDown);
    shown.run_steps(4);
    assert_eq!(shown.state().shown_selection(), two);
    press(&mut shown, Key::Delete);
    assert_eq!(notes(&now(&shown)), ["Money taken !5 18%"]);
    assert!(shown.get_by_label("Note 1 of 1: Money taken !5 18%").is_focused());
    press(&mut shown, Key::ArrowUp);
    assert!(shown.get_by_label("New note").is_focused());
}

#[test]
fn a_key_sends_the_next_note_to_the_cell_of_the_cursor_and_fills_its_fields() {
    let mut shown = with_notes();
    cursor_at(&mut shown, "Step 5", "Thoughts");
    ctrl(&mut shown, Key::T);
    assert_eq!(cell(&now(&shown), 5, LaneKind::Thoughts).len(), 1);
    assert_eq!(notes(&now(&shown)), ["Money taken !5 18%", "Third"]);
    cursor_at(&mut shown, "Step 5", "Pain points");
    ctrl(&mut shown, Key::T);
    let after = now(&shown);
    let landed = cell(&after, 5, LaneKind::PainPoints);
    let (_, card) = after.card(id(landed[0])).unwrap();
    assert_eq!((card.text.as_str(), &card.content), ("Money taken", &pain(Some(5), Some(0.18))));
    assert_eq!(undo(&shown).unwrap(), "Move a card");
    assert_eq!(shown.state().shown_selection().cards, [id(landed[0])]);
    // And back, as it is.
    shown.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::T);
    shown.run_steps(4);
    let after = now(&shown);
    assert_eq!(notes(&after), ["Third", "Money taken"]);
    assert_eq!(after.tray[1].content, pain(Some(5), Some(0.18)));
}

#[test]
fn a_selected_note_is_sent_before_the_first_one() {
    let mut shown = with_notes();
    cursor_at(&mut shown, "Step 6", "Thoughts");
    click(&mut shown, "Note 3 of 3: Third");
    ctrl(&mut shown, Key::T);
    assert_eq!(notes(&now(&shown)), ["First", "Money taken !5 18%"]);
    assert_eq!(cell(&now(&shown), 6, LaneKind::Thoughts).len(), 1);
}

#[test]
fn what_lies_in_a_locked_lane_is_not_sent_away() {
    let mut locked = map();
    lock(&mut locked, LaneKind::PainPoints);
    let mut shown = open_with(&locked, true);
    click_at(&mut shown, 4);
    run(&mut shown, Command::SendToTray);
    assert_eq!(now(&shown), locked);
    assert!(says(&shown, "locked"));
}

#[test]
fn a_note_is_dragged_into_a_cell_and_escape_puts_it_back() {
    let mut shown = with_notes();
    let before = shown.state().shown_map().unwrap();
    let from = rect(&shown, "Note 2 of 3").center();
    let to = place(&shown, "Step 4", "Pain points");
    drag(&mut shown, from, to);
    assert_eq!(cell(&now(&shown), 4, LaneKind::PainPoints).len(), 1);
    assert_eq!(icon(&shown), CursorIcon::Grabbing);
    press(&mut shown, Key::Escape);
    assert!(std::sync::Arc::ptr_eq(&before, &shown.state().shown_map().unwrap()));
    release(&mut shown, to);
    drag(&mut shown, from, to);
    release(&mut shown, to);
    let after = now(&shown);
    let landed = cell(&after, 4, LaneKind::PainPoints);
    let (_, card) = after.card(id(landed[0])).unwrap();
    assert_eq!(card.content, pain(Some(5), Some(0.18)), "the line's fields are read in their lane");
    assert_eq!(notes(&after), ["First", "Third"]);
    let cursor = Cursor::Cell { lane: lane(LaneKind::PainPoints), step: id(4), persona: None };
    assert_eq!(shown.state().shown_selection(), Selection::card(cursor, id(landed[0])));
}

#[test]
fn a_card_is_dragged_into_the_tray_among_its_notes() {
    let mut shown = with_notes();
    let from = middle(&shown, 4);
    let to = rect(&shown, "Note 2 of 3").center_top();
    drag(&mut shown, from, to);
    assert_eq!(notes(&now(&shown)), ["First", "Card 4", "Money taken !5 18%", "Third"]);
    release(&mut shown, to);
    let after = now(&shown);
    assert_eq!(notes(&after), ["First", "Card 4", "Money taken !5 18%", "Third"]);
    assert_eq!(after.tray[1].content, pain(Some(4), Some(0.5)), "it keeps what it carries");
    // A copy leaves the card where it is.
    let from = middle(&shown, 3);
    let to = rect(&shown, "Note 1 of 4").center_top();
    drag_with(&mut shown, from, to, Modifiers::COMMAND);
    release(&mut shown, to);
    assert_eq!(notes(&now(&shown))[0], "Card 3");
    assert_eq!(cell(&now(&shown), 2, LaneKind::Actions), [3]);
}

#[test]
fn notes_change_their_order_by_dragging() {
    let mut shown = with_notes();
    let from = rect(&shown, "Note 3 of 3").center();
    let to = rect(&shown, "Note 1 of 3").center_top();
    drag(&mut shown, from, to);
    release(&mut shown, to);
    assert_eq!(notes(&now(&shown)), ["Third", "First", "Money taken !5 18%"]);
    assert_eq!(undo(&shown).unwrap(), "Move a card");
}

#[test]
fn a_hidden_tray_takes_what_is_dropped_on_its_tab() {
    let mut shown = open_with(&map(), false);
    let from = middle(&shown, 1);
    // The tab is there while cards are dragged, at the lower left of the canvas.
    let canvas = shown.get_by_label("Status bar").rect();
    let to = canvas.left_top() + eframe::egui::vec2(90.0, -30.0);
    drag(&mut shown, from, from + eframe::egui::vec2(30.0, 40.0));
    go(&mut shown, to);
    assert_eq!(notes(&now(&shown)), ["Card 1"]);
    release(&mut shown, to);
    assert_eq!(notes(&now(&shown)), ["Card 1"]);
    assert_eq!(now(&shown).tray[0].content, Content::Text);
    assert!(says(&shown, "In the tray. F4 shows it."));
}

#[test]
fn the_next_panel_key_comes_to_the_tray() {
    let mut shown = open_with(&map(), true);
    let mut found = false;
    for _ in 0..8 {
        press(&mut shown, Key::F6);
        found |= shown.query_all_by_label("Tray").any(|node| node.is_focused());
    }
    assert!(found);
}

#[test]
fn a_note_that_bears_more_than_words_is_not_cut() {
    let mut map = map();
    for (number, content) in [(31, pain(None, None)), (32, pain(Some(4), None))] {
        let note = Card::new(id(number), lane(LaneKind::PainPoints), format!("Note {number}"), content);
        map.tray.push(Arc::new(note));
    }
    let mut shown = open_with(&map, true);
    for (name, left, said) in [("Note 31", 1, false), ("Note 32", 1, true)] {
        shown.get_by_label_contains(name).click();
        shown.run_steps(4);
        shown.event(Event::Cut);
        shown.run_steps(4);
        assert_eq!(now(&shown).tray.len(), left, "{name}");
        assert_eq!(says(&shown, "which a cut would lose"), said, "{name}");
    }
}
