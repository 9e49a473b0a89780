//! Working on the canvas: typing in every way that keyboards and input methods have, the menu at the cursor, the mouse.

use eframe::egui::{Event, ImeEvent, Key, Modifiers, PointerButton, Pos2, Shape};
use egui_kittest::Harness;
use egui_kittest::kittest::{Queryable as _, by};
use wayfelt::app::App;
use wayfelt::app::command::Command;
use wayfelt::edit::Cursor;
use wayfelt::model::LaneKind;

use crate::window::{click, ctrl, english, press, says, type_text};

type Window = Harness<'static, App>;

fn run(shown: &mut Window, command: Command) {
    let context = shown.ctx.clone();
    shown.state_mut().run(&context, command);
    shown.run_steps(4);
}

/// A new map with one step, whose name the cursor stands on.
fn with_a_step() -> Window {
    let mut shown = english();
    ctrl(&mut shown, Key::N);
    run(&mut shown, Command::InsertStep);
    shown
}

/// A new map with one step; the cursor stands in its first lane that takes cards.
fn on_a_cell() -> Window {
    let mut shown = with_a_step();
    press(&mut shown, Key::ArrowDown);
    shown
}

/// A new map with this many steps, the cursor in the first cell of the lane of actions.
fn with_steps(count: usize) -> Window {
    let mut shown = on_a_cell();
    for _ in 1..count {
        press(&mut shown, Key::Tab);
    }
    press(&mut shown, Key::Home);
    shown
}

/// Where this text is painted on the canvas.
fn painted(shown: &Window, wanted: &str) -> Vec<Pos2> {
    fn look(shape: &Shape, wanted: &str, found: &mut Vec<Pos2>) {
        match shape {
            Shape::Text(text) if text.galley.text() == wanted => found.push(text.pos),
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| look(shape, wanted, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    shown.output().shapes.iter().for_each(|clipped| look(&clipped.shape, wanted, &mut found));
    found
}

#[test]
fn steps_without_a_name_say_so() {
    let mut shown = with_steps(3);
    assert_eq!(steps(&shown), ["", "", ""]);
    // The outline says so too.
    run(&mut shown, Command::ToggleOutline);
    assert_eq!(painted(&shown, "Unnamed").len(), 3);
    press(&mut shown, Key::ArrowUp);
    assert_eq!(painted(&shown, "Unnamed").len(), 2, "not where one is about to type it");
    type_text(&mut shown, "Looks around");
    press(&mut shown, Key::ArrowDown);
    assert_eq!(painted(&shown, "Unnamed").len(), 2);
}

#[test]
fn zooming_by_key_keeps_the_cursor_where_it_is() {
    let mut shown = with_steps(3);
    press(&mut shown, Key::End);
    let cursor = |shown: &Window| {
        let focused = shown.query_all(by().predicate(|node| node.is_focused())).next().unwrap();
        focused.rect()
    };
    let before = cursor(&shown);
    run(&mut shown, Command::ZoomIn);
    run(&mut shown, Command::ZoomIn);
    let after = cursor(&shown);
    assert!(after.width() > before.width() * 1.5, "{before} {after}");
    assert!(after.center().distance(before.center()) < 2.0, "{before} {after}");
}

fn with(shown: &mut Window, modifiers: Modifiers, key: Key) {
    shown.key_press_modifiers(modifiers, key);
    shown.run_steps(4);
}

/// Lane (by its kind) and step (from 1) that the cursor stands in.
fn cell(shown: &Window) -> (LaneKind, usize) {
    let (map, selection) = (shown.state().shown_map().unwrap(), shown.state().shown_selection());
    let Some(Cursor::Cell { lane, step, .. }) = selection.cursor else { panic!("{selection:?}") };
    let place = map.steps().position(|(_, other)| other.id == step).unwrap();
    (map.lane(lane).unwrap().kind, place + 1)
}

/// The texts of the selected cards, in alphabetical order.
fn selected(shown: &Window) -> Vec<String> {
    let (map, selection) = (shown.state().shown_map().unwrap(), shown.state().shown_selection());
    let mut texts: Vec<String> = selection.cards.iter().map(|id| map.card(*id).unwrap().1.text.clone()).collect();
    texts.sort();
    texts
}

fn steps(shown: &Window) -> Vec<String> {
    shown.state().shown_map().unwrap().steps().map(|(_, step)| step.name.clone()).collect()
}

fn cards(shown: &Window) -> Vec<String> {
    shown.state().shown_map().unwrap().cards().map(|(_, card)| card.text.clone()).collect()
}

/// Keys and letters that one frame brings together.
fn at_once(shown: &mut Window, events: Vec<Event>) {
    shown.input_mut().events.extend(events);
    shown.run_steps(8);
}

fn key(key: Key, modifiers: Modifiers) -> Event {
    Event::Key { key, physical_key: Some(key), pressed: true, repeat: false, modifiers }
}

fn text(text: &str) -> Event {
    Event::Text(text.to_owned())
}

fn preedit(text: &str) -> Event {
    Event::Ime(ImeEvent::Preedit { text: text.to_owned(), active_range_chars: None })
}

const CTRL_SHIFT: Modifiers = Modifiers { ctrl: true, command: true, shift: true, ..Modifiers::NONE };

#[test]
fn a_step_inserted_while_a_name_is_typed_does_not_take_its_letters() {
    let mut shown = with_a_step();
    type_text(&mut shown, "Writes to us");
    shown.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::Enter);
    shown.run_steps(4);
    type_text(&mut shown, "Waits");
    press(&mut shown, Key::Enter);
    assert_eq!(steps(&shown), ["Writes to us", "Waits"]);
}

#[test]
fn keys_and_letters_of_one_frame_are_taken_in_their_order() {
    let mut shown = with_a_step();
    let next = || key(Key::Enter, CTRL_SHIFT);
    let keys = vec![text("One"), next(), text("Two"), next(), text("Three"), key(Key::Enter, Modifiers::NONE)];
    shown.input_mut().events.extend(keys);
    shown.run_steps(16);
    assert_eq!(steps(&shown), ["One", "Two", "Three"]);

    let mut shown = on_a_cell();
    let tab = || key(Key::Tab, Modifiers::NONE);
    at_once(&mut shown, vec![text("a"), tab(), text("b"), tab(), text("c"), key(Key::Escape, Modifiers::NONE)]);
    assert_eq!(cards(&shown), ["a", "b"]);
    assert_eq!(steps(&shown).len(), 3);
}

#[test]
fn what_is_typed_for_the_palette_does_not_become_a_card() {
    let mut shown = on_a_cell();
    let palette = key(Key::K, Modifiers { ctrl: true, command: true, ..Modifiers::NONE });
    at_once(&mut shown, vec![palette, text("persona")]);
    press(&mut shown, Key::Escape);
    shown.run_steps(4);
    assert_eq!(cards(&shown), Vec::<String>::new());
}

#[test]
fn a_click_in_the_outline_keeps_what_is_typed() {
    let mut shown = with_a_step();
    run(&mut shown, Command::InsertStep);
    type_text(&mut shown, "Asks");
    click(&mut shown, "Step Unnamed");
    type_text(&mut shown, "First");
    press(&mut shown, Key::Enter);
    assert!(steps(&shown).contains(&"Asks".to_owned()), "{:?}", steps(&shown));
}

#[test]
fn an_input_method_begins_a_card_on_the_cell_cursor_and_goes_on_composing() {
    let mut shown = on_a_cell();
    assert!(shown.output().platform_output.ime.is_some(), "no input method on the cell cursor");
    for composed in ["t", "ti", "tiê", "tiên"] {
        shown.event(preedit(composed));
        shown.run_steps(2);
        assert!(shown.output().platform_output.ime.is_some(), "composing broke off at {composed}");
    }
    assert_eq!(cards(&shown), ["tiên"], "the row grows live");
    shown.event(Event::Ime(ImeEvent::Commit("tiền".to_owned())));
    shown.run_steps(2);
    shown.event(text(" "));
    shown.event(preedit("vê"));
    shown.event(Event::Ime(ImeEvent::Commit("về".to_owned())));
    shown.run_steps(4);
    press(&mut shown, Key::Enter);
    assert_eq!(cards(&shown), ["tiền về"]);
    ctrl(&mut shown, Key::Z);
    assert_eq!(cards(&shown), Vec::<String>::new(), "one undo step");
}

#[test]
fn a_keyboard_that_corrects_by_backspace_begins_a_card_on_the_cell_cursor() {
    let mut shown = on_a_cell();
    let back = || key(Key::Backspace, Modifiers::NONE);
    // "aa" → â: the letter, then Backspace and the letter with its mark, all in one frame or one by one.
    at_once(&mut shown, vec![text("a"), back(), text("â")]);
    assert_eq!(cards(&shown), ["â"]);
    for event in [text("n"), text("t"), back(), back(), back(), text("ấ"), text("n"), text("t")] {
        shown.event(event);
        shown.run_steps(1);
    }
    at_once(&mut shown, vec![text("u"), back(), text("ư"), text("o"), back(), back(), text("ươ")]);
    press(&mut shown, Key::Enter);
    assert_eq!(cards(&shown), ["ấntươ"]);
}

#[test]
fn no_input_method_is_on_where_digits_score() {
    let mut shown = on_a_cell();
    let emotion = shown.state().shown_map().unwrap().lanes.iter().position(|lane| lane.kind == LaneKind::Emotion);
    for _ in 0..emotion.unwrap() {
        press(&mut shown, Key::ArrowDown);
    }
    assert!(shown.output().platform_output.ime.is_none());
    at_once(&mut shown, vec![key(Key::Num1, Modifiers::NONE), text("1")]);
    let map = shown.state().shown_map().unwrap();
    let (_, step) = map.steps().next().unwrap();
    assert_eq!(step.score(map.personas[0].id).shown(), Some(-2.0));
}

#[test]
fn the_menu_key_opens_the_commands_for_what_the_cursor_stands_on() {
    let mut shown = on_a_cell();
    type_text(&mut shown, "Reads a letter");
    press(&mut shown, Key::Enter);
    press(&mut shown, Key::Menu);
    assert!(says(&shown, "Remove step"));
    assert!(!says(&shown, "Remove lane"));
    // Edit is the first entry, and has the focus.
    press(&mut shown, Key::Enter);
    type_text(&mut shown, "Throws it away");
    press(&mut shown, Key::Enter);
    assert_eq!(cards(&shown), ["Throws it away"]);

    press(&mut shown, Key::ArrowLeft);
    shown.key_press_modifiers(Modifiers::SHIFT, Key::F10);
    shown.run_steps(4);
    click(&mut shown, "Remove lane");
    assert_eq!(cards(&shown), Vec::<String>::new());
    assert_eq!(steps(&shown).len(), 1);
}

#[test]
fn a_right_click_opens_the_commands_for_what_is_under_the_pointer() {
    let mut shown = with_a_step();
    type_text(&mut shown, "Pays");
    press(&mut shown, Key::Enter);
    let at = place(&shown, "Pays");
    at_once(&mut shown, clicks(at, PointerButton::Secondary, 1));
    click(&mut shown, "Insert a step after");
    assert_eq!(steps(&shown), ["Pays", ""]);
    assert!(!says(&shown, "Insert a step after"), "chosen, it closes");
}

fn clicks(pos: eframe::egui::Pos2, button: PointerButton, times: usize) -> Vec<Event> {
    let press = |pressed| Event::PointerButton { pos, button, pressed, modifiers: Modifiers::NONE };
    let mut events = vec![Event::PointerMoved(pos)];
    events.extend((0..times).flat_map(|_| [press(true), press(false)]));
    events
}

/// The middle of what the canvas shows under this name.
fn place(shown: &Window, name: &str) -> eframe::egui::Pos2 {
    let all: Vec<_> = shown.query_all_by_label_contains(name).map(|node| node.rect()).collect();
    let on_canvas = all.iter().find(|rect| rect.left() > 240.0 && rect.right() < 990.0 && rect.bottom() < 470.0);
    on_canvas.unwrap_or_else(|| panic!("{name} isn't on the canvas: {all:?}")).center()
}

#[test]
fn a_double_click_opens_a_selected_card() {
    let mut shown = on_a_cell();
    type_text(&mut shown, "Old words");
    press(&mut shown, Key::Enter);
    press(&mut shown, Key::Escape);
    let at = place(&shown, "Old words");
    at_once(&mut shown, clicks(at, PointerButton::Primary, 2));
    type_text(&mut shown, "New words");
    press(&mut shown, Key::Enter);
    assert_eq!(cards(&shown), ["New words"]);
}

#[test]
fn nothing_is_painted_while_nothing_happens() {
    let mut shown = on_a_cell();
    shown.run_steps(60);
    let wait = shown.output().viewport_output.values().map(|viewport| viewport.repaint_delay).min().unwrap();
    assert!(wait > std::time::Duration::from_secs(3600), "it wants to paint again after {wait:?}");
}

const SHIFT: Modifiers = Modifiers::SHIFT;
const CTRL: Modifiers = Modifiers { ctrl: true, command: true, ..Modifiers::NONE };

#[test]
fn ctrl_and_arrows_go_to_the_edge_of_what_is_filled() {
    let mut shown = with_steps(6);
    // Filled: 1, 2, 3, 5.
    for (name, tabs) in [("a", 1), ("b", 1), ("c", 2), ("e", 0)] {
        type_text(&mut shown, name);
        for _ in 0..tabs {
            press(&mut shown, Key::Tab);
        }
    }
    press(&mut shown, Key::Enter);
    press(&mut shown, Key::Home);
    let mut right = Vec::new();
    for _ in 0..4 {
        with(&mut shown, CTRL, Key::ArrowRight);
        right.push(cell(&shown).1);
    }
    assert_eq!(right, [3, 5, 6, 6]);
    let mut left = Vec::new();
    for _ in 0..3 {
        with(&mut shown, CTRL, Key::ArrowLeft);
        left.push(cell(&shown).1);
    }
    assert_eq!(left, [5, 3, 1]);
    with(&mut shown, CTRL, Key::ArrowLeft);
    assert!(matches!(shown.state().shown_selection().cursor, Some(Cursor::Lane(_))), "on to the lane's name");
    with(&mut shown, CTRL, Key::ArrowRight);
    assert_eq!(cell(&shown), (LaneKind::Actions, 1));
    with(&mut shown, CTRL, Key::ArrowDown);
    assert_eq!(cell(&shown).0, LaneKind::Opportunities, "nothing below is filled: the end");
    with(&mut shown, CTRL, Key::End);
    assert_eq!(cell(&shown), (LaneKind::Actions, 5), "the last cell that is used");
    press(&mut shown, Key::End);
    assert_eq!(cell(&shown), (LaneKind::Actions, 6));
    with(&mut shown, CTRL, Key::Home);
    assert_eq!(cell(&shown), (LaneKind::Actions, 1));
    press(&mut shown, Key::PageDown);
    assert_ne!(cell(&shown).0, LaneKind::Actions, "at least a row");
    for _ in 0..6 {
        press(&mut shown, Key::PageUp);
    }
    assert_eq!(cell(&shown), (LaneKind::Actions, 1));
}

#[test]
fn shift_and_arrows_select_a_block_that_moves_is_copied_and_cleared_as_one() {
    let mut shown = with_steps(4);
    for name in ["a", "b", "c"] {
        type_text(&mut shown, name);
        press(&mut shown, Key::Tab);
    }
    press(&mut shown, Key::Home);
    press(&mut shown, Key::ArrowDown);
    for name in ["website", "email"] {
        type_text(&mut shown, name);
        press(&mut shown, Key::Tab);
    }
    with(&mut shown, CTRL, Key::Home);
    with(&mut shown, SHIFT, Key::ArrowRight);
    with(&mut shown, SHIFT, Key::ArrowDown);
    assert_eq!(selected(&shown), ["", "", "a", "b"], "channels have no words of their own");
    assert!(says(&shown, "2 steps × 2 rows"));
    // Back to one column, and with Ctrl to the edge.
    with(&mut shown, SHIFT, Key::ArrowLeft);
    assert_eq!(selected(&shown), ["", "a"]);
    with(&mut shown, SHIFT, Key::ArrowUp);
    with(&mut shown, CTRL | SHIFT, Key::ArrowRight);
    assert_eq!(selected(&shown), ["a", "b", "c"]);
    with(&mut shown, Modifiers::ALT, Key::ArrowRight);
    let order: Vec<usize> = {
        let map = shown.state().shown_map().unwrap();
        let cards = |place: usize| map.steps().nth(place).unwrap().1.cards.clone();
        (0..4).map(|place| cards(place).iter().filter(|card| !card.text.is_empty()).count()).collect()
    };
    assert_eq!(order, [0, 1, 1, 1], "all three moved by a step");
    assert_eq!(selected(&shown), ["a", "b", "c"]);
    press(&mut shown, Key::Delete);
    assert_eq!(cards(&shown), ["", ""]);
    ctrl(&mut shown, Key::Z);
    assert_eq!(selected(&shown), ["a", "b", "c"], "undo selects it again");
    press(&mut shown, Key::Escape);
    assert_eq!(selected(&shown), Vec::<String>::new());
}

#[test]
fn ctrl_a_selects_the_cell_then_the_lane_then_the_map() {
    let mut shown = with_steps(2);
    for name in ["a", "b"] {
        type_text(&mut shown, name);
        press(&mut shown, Key::Enter);
    }
    press(&mut shown, Key::Tab);
    type_text(&mut shown, "c");
    with(&mut shown, CTRL, Key::Enter);
    press(&mut shown, Key::ArrowDown);
    press(&mut shown, Key::ArrowDown);
    type_text(&mut shown, "thought");
    with(&mut shown, CTRL, Key::Enter);
    with(&mut shown, CTRL, Key::Home);
    let mut chosen = Vec::new();
    for _ in 0..3 {
        ctrl(&mut shown, Key::A);
        chosen.push(selected(&shown));
    }
    assert_eq!(chosen, [vec!["a", "b"], vec!["a", "b", "c"], vec!["a", "b", "c", "thought"]]);
}

#[test]
fn headings_are_typed_tabbed_and_entered_like_cells() {
    let mut shown = english();
    ctrl(&mut shown, Key::N);
    type_text(&mut shown, "Buying a phone");
    press(&mut shown, Key::Enter);
    type_text(&mut shown, "First order");
    press(&mut shown, Key::Enter);
    type_text(&mut shown, "Minh");
    press(&mut shown, Key::Tab);
    type_text(&mut shown, "Lan");
    press(&mut shown, Key::Enter);
    type_text(&mut shown, "Choose");
    press(&mut shown, Key::Enter);
    type_text(&mut shown, "Compares");
    press(&mut shown, Key::Tab);
    type_text(&mut shown, "Asks");
    press(&mut shown, Key::Tab);
    // A step without a name is new already.
    press(&mut shown, Key::Tab);
    type_text(&mut shown, "Orders");
    press(&mut shown, Key::ArrowUp);
    press(&mut shown, Key::Escape);
    type_text(&mut shown, "Orders online");
    press(&mut shown, Key::Enter);
    // After Tabs, Enter goes on below where they began.
    assert_eq!(cell(&shown), (LaneKind::Actions, 1));
    press(&mut shown, Key::ArrowUp);
    press(&mut shown, Key::ArrowUp);
    with(&mut shown, CTRL, Key::ArrowUp);
    type_text(&mut shown, "Buying a phone online");
    press(&mut shown, Key::Enter);
    let map = shown.state().shown_map().unwrap();
    assert_eq!(map.title, "Buying a phone online");
    assert_eq!(map.scenario, "First order");
    assert_eq!(map.personas.iter().map(|persona| persona.name.as_str()).collect::<Vec<_>>(), ["Minh", "Lan"]);
    assert_eq!(map.stages.iter().map(|stage| stage.name.as_str()).collect::<Vec<_>>(), ["Choose"]);
    assert_eq!(steps(&shown), ["Compares", "Asks", "Orders online"]);
}

#[test]
fn alt_and_enter_break_the_line_where_the_caret_stands() {
    let mut shown = on_a_cell();
    type_text(&mut shown, "onetwo");
    for _ in 0..3 {
        press(&mut shown, Key::ArrowLeft);
    }
    with(&mut shown, Modifiers::ALT, Key::Enter);
    press(&mut shown, Key::Enter);
    assert_eq!(cards(&shown), ["one\ntwo"]);
    // Enter on the empty next line goes on to the cell below.
    press(&mut shown, Key::Enter);
    assert_eq!(cell(&shown).0, LaneKind::Touchpoints);
}

#[test]
fn escape_takes_back_the_step_that_tab_made_by_the_way() {
    let mut shown = with_steps(2);
    press(&mut shown, Key::ArrowDown);
    press(&mut shown, Key::End);
    press(&mut shown, Key::Tab);
    assert_eq!(steps(&shown).len(), 3);
    press(&mut shown, Key::Escape);
    assert_eq!(steps(&shown).len(), 2, "nothing was written in it");
    assert_eq!(cell(&shown).1, 2, "the cursor is where it came from");
    // What was kept once is kept.
    press(&mut shown, Key::Tab);
    press(&mut shown, Key::ArrowLeft);
    press(&mut shown, Key::ArrowRight);
    press(&mut shown, Key::Escape);
    assert_eq!(steps(&shown).len(), 3);
}
