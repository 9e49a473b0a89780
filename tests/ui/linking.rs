//! Drawing links and branches: from a handle by pointer, and by key; naming, going to and deleting them.

use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2, Rect, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use wayfelt::app::App;
use wayfelt::app::command::Command;
use wayfelt::edit::Cursor;
use wayfelt::model::{Branch, JourneyMap, LaneKind, Link};

use crate::maps::{card_mut, grid, id, lane, put_plain, step_mut};
use crate::window::{alone, press, says, type_text};

type Window = Harness<'static, App>;

/// Cards 1 and 2 at step 1 and 3 at step 2, each in a lane of its own; step 3 is empty.
fn map() -> JourneyMap {
    let mut map = grid(3);
    map.lanes.retain(|lane| [LaneKind::Actions, LaneKind::Frontstage, LaneKind::Backstage].contains(&lane.kind));
    put_plain(&mut map, 1, 1, LaneKind::Actions);
    put_plain(&mut map, 1, 2, LaneKind::Frontstage);
    put_plain(&mut map, 2, 3, LaneKind::Backstage);
    map
}

fn open(map: &JourneyMap) -> Window {
    alone(map, vec2(1400.0, 900.0), false)
}

fn now(shown: &Window) -> JourneyMap {
    (*shown.state().shown_map().unwrap()).clone()
}

fn rect(shown: &Window, number: u64) -> Rect {
    shown.get_by_label_contains(&format!(": Card {number}")).rect()
}

fn step(shown: &Window, number: u64) -> Rect {
    shown.get_by_label(&format!("Step {number}")).rect()
}

fn links(shown: &Window, card: u64) -> Vec<(u64, String)> {
    let map = now(shown);
    map.card(id(card)).unwrap().1.links.iter().map(|link| (link.to.bits(), link.label.clone())).collect()
}

fn branches(shown: &Window, step: u64) -> Vec<(u64, String)> {
    let map = now(shown);
    map.step(id(step)).unwrap().branches.iter().map(|branch| (branch.to.bits(), branch.label.clone())).collect()
}

fn undo(shown: &Window) -> Option<String> {
    shown.state().facts().undo
}

fn cursor(shown: &Window) -> Option<Cursor> {
    shown.state().shown_selection().cursor
}

fn go(shown: &mut Window, to: Pos2) {
    shown.event(Event::PointerMoved(to));
    shown.run_steps(3);
}

fn click_at(shown: &mut Window, at: Pos2) {
    go(shown, at);
    for pressed in [true, false] {
        let event =
            Event::PointerButton { pos: at, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE };
        shown.event(event);
        shown.run_steps(2);
    }
    shown.run_steps(2);
}

/// Hovers a card, seizes its handle below it, and holds the line over a place.
fn draw(shown: &mut Window, from: u64, to: Pos2) {
    let card = rect(shown, from);
    go(shown, card.center());
    let handle = card.center_bottom() + vec2(0.0, 10.0);
    go(shown, handle);
    shown.drag_at(handle);
    shown.run_steps(2);
    go(shown, handle + (to - handle) * 0.4);
    go(shown, to);
}

fn release(shown: &mut Window, at: Pos2) {
    shown.drop_at(at);
    shown.run_steps(4);
}

fn run(shown: &mut Window, command: Command) {
    let context = shown.ctx.clone();
    shown.state_mut().run(&context, command);
    shown.run_steps(4);
}

#[test]
fn a_link_is_drawn_from_a_handle_and_its_words_are_typed_at_once() {
    let mut shown = open(&map());
    let to = rect(&shown, 3).center();
    draw(&mut shown, 1, to);
    assert!(says(&shown, "Link to Card 3"), "where it leads is announced");
    assert!(says(&shown, "Enter draws the link"), "and what the keys do");
    assert_eq!(links(&shown, 1), [], "nothing has changed yet");
    release(&mut shown, to);
    assert_eq!(links(&shown, 1), [(3, String::new())]);
    assert_eq!(undo(&shown).as_deref(), Some("Change a link"));
    assert_eq!(cursor(&shown), Some(Cursor::Link { from: id(1), to: id(3) }));
    type_text(&mut shown, "asks for");
    press(&mut shown, Key::Enter);
    assert_eq!(links(&shown, 1), [(3, "asks for".to_owned())]);
    assert!(says(&shown, "Link from Card 1 to Card 3: asks for"));
    assert!(cursor(&shown).is_some_and(|cursor| matches!(cursor, Cursor::Cell { .. })), "it goes on at the card");
    run(&mut shown, Command::Undo);
    run(&mut shown, Command::Undo);
    assert_eq!(links(&shown, 1), []);
}

#[test]
fn escape_lets_go_of_a_line_and_nothing_has_changed() {
    let mut shown = open(&map());
    let to = rect(&shown, 3).center();
    draw(&mut shown, 1, to);
    press(&mut shown, Key::Escape);
    assert!(!says(&shown, "Link to Card 3"));
    release(&mut shown, to);
    assert_eq!(links(&shown, 1), []);
    assert_eq!(undo(&shown), None);
}

#[test]
fn a_line_to_its_own_card_or_to_a_linked_one_says_why_it_cannot_be() {
    let mut map = map();
    card_mut(&mut map, id(1)).links.push(Link { to: id(2), label: String::new() });
    let mut shown = open(&map);
    let to = rect(&shown, 2).center();
    draw(&mut shown, 1, to);
    assert!(says(&shown, "linked already"));
    release(&mut shown, to);
    assert_eq!(links(&shown, 1).len(), 1);
    let own = rect(&shown, 1).center();
    draw(&mut shown, 1, own);
    release(&mut shown, own);
    assert!(says(&shown, "to itself"));
    assert_eq!(links(&shown, 1).len(), 1);
    assert_eq!(undo(&shown), None);
}

#[test]
fn a_line_into_an_empty_cell_makes_a_card_there() {
    let mut shown = open(&map());
    let to = pos2(step(&shown, 3).center().x, rect(&shown, 3).center().y);
    draw(&mut shown, 2, to);
    assert!(says(&shown, "New card here"));
    release(&mut shown, to);
    type_text(&mut shown, "Checks it");
    press(&mut shown, Key::Enter);
    let map = now(&shown);
    let (step, card) = map.cards().find(|(_, card)| card.text == "Checks it").unwrap();
    assert_eq!((step.id, card.lane), (id(3), lane(LaneKind::Backstage)));
    assert_eq!(map.card(id(2)).unwrap().1.links.first().map(|link| link.to), Some(card.id));
    run(&mut shown, Command::Undo);
    run(&mut shown, Command::Undo);
    assert_eq!(now(&shown).cards().count(), 3, "the card and its link are one step");
    assert_eq!(links(&shown, 2), []);
}

#[test]
fn keys_choose_a_card_and_draw_the_link() {
    let mut shown = open(&map());
    let at = rect(&shown, 1).center();
    click_at(&mut shown, at);
    shown.key_press_modifiers(Modifiers::COMMAND, Key::L);
    shown.run_steps(4);
    assert!(says(&shown, "Link to Card 2"), "the nearest one first");
    press(&mut shown, Key::ArrowRight);
    assert!(says(&shown, "Link to Card 3"));
    press(&mut shown, Key::ArrowUp);
    assert!(says(&shown, "Link to Card 2"), "it never leads to its own card");
    type_text(&mut shown, "x");
    assert_eq!(now(&shown).cards().count(), 3, "letters type nothing meanwhile");
    press(&mut shown, Key::Escape);
    assert!(!says(&shown, "Link to Card 2"));
    assert_eq!(links(&shown, 1), []);
    run(&mut shown, Command::LinkTo);
    press(&mut shown, Key::Tab);
    press(&mut shown, Key::Enter);
    assert_eq!(links(&shown, 1), [(3, String::new())]);
    assert_eq!(cursor(&shown), Some(Cursor::Link { from: id(1), to: id(3) }));
}

#[test]
fn a_selected_link_is_left_deleted_and_brought_back() {
    let mut map = map();
    card_mut(&mut map, id(1)).links.push(Link { to: id(2), label: "asks".to_owned() });
    card_mut(&mut map, id(2)).links.push(Link { to: id(3), label: String::new() });
    let mut shown = open(&map);
    let at = rect(&shown, 1).center();
    click_at(&mut shown, at);
    run(&mut shown, Command::NextLink);
    assert_eq!(cursor(&shown), Some(Cursor::Link { from: id(1), to: id(2) }));
    run(&mut shown, Command::NextLink);
    assert_eq!(cursor(&shown), Some(Cursor::Link { from: id(2), to: id(3) }));
    assert!(says(&shown, "Delete removes it"));
    press(&mut shown, Key::ArrowLeft);
    assert!(matches!(cursor(&shown), Some(Cursor::Cell { .. })));
    run(&mut shown, Command::NextLink);
    press(&mut shown, Key::Delete);
    assert_eq!(links(&shown, 2), []);
    assert_eq!(undo(&shown).as_deref(), Some("Change a link"));
    run(&mut shown, Command::Undo);
    assert_eq!(links(&shown, 2).len(), 1);
    assert_eq!(cursor(&shown), Some(Cursor::Link { from: id(2), to: id(3) }), "undo selects it again");
}

#[test]
fn a_click_on_a_line_selects_it_and_f2_edits_its_words() {
    let mut map = map();
    card_mut(&mut map, id(1)).links.push(Link { to: id(2), label: "asks".to_owned() });
    let mut shown = open(&map);
    let (from, to) = (rect(&shown, 1), rect(&shown, 2));
    // Straight down: the line ends at the middle of the card below.
    click_at(&mut shown, pos2(to.center().x, to.top() - 6.0));
    assert!(from.bottom() < to.top());
    assert_eq!(cursor(&shown), Some(Cursor::Link { from: id(1), to: id(2) }));
    press(&mut shown, Key::F2);
    type_text(&mut shown, "is told");
    press(&mut shown, Key::Enter);
    assert_eq!(links(&shown, 1), [(2, "is told".to_owned())]);
}

#[test]
fn a_branch_is_drawn_by_key_and_by_handle_and_named() {
    let mut shown = open(&map());
    let at = step(&shown, 3).center();
    click_at(&mut shown, at);
    crate::window::ctrl(&mut shown, Key::B);
    assert!(says(&shown, "Branch to Step 2"));
    press(&mut shown, Key::ArrowLeft);
    assert!(says(&shown, "Branch to Step 1"));
    press(&mut shown, Key::Enter);
    type_text(&mut shown, "not paid");
    press(&mut shown, Key::Enter);
    assert_eq!(branches(&shown, 3), [(1, "not paid".to_owned())]);
    assert!(says(&shown, "Loop back from Step 3 to Step 1: not paid"));

    let first = step(&shown, 1);
    go(&mut shown, first.center());
    let handle = first.center_bottom() + vec2(0.0, 2.0);
    go(&mut shown, handle);
    shown.drag_at(handle);
    shown.run_steps(2);
    let to = rect(&shown, 3).center();
    go(&mut shown, handle + vec2(20.0, 5.0));
    go(&mut shown, to);
    assert!(says(&shown, "Branch to Step 2"), "a column is its step");
    release(&mut shown, to);
    assert_eq!(branches(&shown, 1), [(2, String::new())]);
    press(&mut shown, Key::Delete);
    assert_eq!(branches(&shown, 1), []);
    assert_eq!(undo(&shown).as_deref(), Some("Change a branch"));
}

#[test]
fn a_link_from_a_locked_lane_is_refused_with_the_reason() {
    let mut map = map();
    let wanted = lane(LaneKind::Actions);
    let place = map.lanes.iter().position(|lane| lane.id == wanted).unwrap();
    std::sync::Arc::make_mut(&mut map.lanes[place]).locked = true;
    step_mut(&mut map, id(1)).branches.push(Branch { to: id(3), label: String::new() });
    let mut shown = open(&map);
    let at = rect(&shown, 1).center();
    click_at(&mut shown, at);
    run(&mut shown, Command::LinkTo);
    press(&mut shown, Key::Enter);
    assert!(says(&shown, "Unlock it in the inspector to draw links from it"));
    assert_eq!(links(&shown, 1), []);
}
