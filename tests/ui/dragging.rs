//! Dragging cards on the canvas: where they land, and that Escape puts them back at every stage. The maps and moves of other
//! tests that drag stand here too.

use std::sync::Arc;

use eframe::egui::{CursorIcon, Event, Key, Modifiers, PointerButton, Pos2, Rect, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use wayfelt::app::App;
use wayfelt::app::command::Command;
use wayfelt::model::{Card, CardId, Content, JourneyMap, LaneKind, Stage, Step};

use crate::maps::{believe, card_mut, grid, id, lane, pain, put, put_plain, step_mut};
use crate::window::{alone, press, says};

pub type Window = Harness<'static, App>;

const KINDS: [LaneKind; 5] =
    [LaneKind::Actions, LaneKind::Touchpoints, LaneKind::Thoughts, LaneKind::Emotion, LaneKind::PainPoints];

/// Two stages of three steps; cards 1 and 2 at step 1 and 3 at step 2 are actions, 4 at step 2 is a pain point with
/// data; Minh is scored at steps 1 to 3.
pub fn map() -> JourneyMap {
    let mut map = grid(6);
    map.lanes.retain(|lane| KINDS.contains(&lane.kind));
    put_plain(&mut map, 1, 1, LaneKind::Actions);
    put_plain(&mut map, 1, 2, LaneKind::Actions);
    put_plain(&mut map, 2, 3, LaneKind::Actions);
    put(&mut map, 2, 4, LaneKind::PainPoints, pain(Some(4), Some(0.5)));
    believe(&mut map, id(1), &[Some(1.0), Some(-1.0), Some(0.5)]);
    let first = Arc::make_mut(&mut map.stages[0]);
    let rest = first.steps.split_off(3);
    let mut second = Stage::new(id(2), "Stage 2");
    second.steps = rest;
    map.stages.push(Arc::new(second));
    map
}

/// A window that shows nothing but this map, whole.
pub fn open(map: &JourneyMap) -> Window {
    open_with(map, false)
}

pub fn open_with(map: &JourneyMap, tray: bool) -> Window {
    alone(map, vec2(1600.0, 1000.0), tray)
}

pub fn now(shown: &Window) -> JourneyMap {
    (*shown.state().shown_map().unwrap()).clone()
}

/// Where the canvas shows this.
pub fn rect(shown: &Window, name: &str) -> Rect {
    let mut found = shown.query_all_by_label_contains(name);
    found.next().unwrap_or_else(|| panic!("there is no {name}")).rect()
}

pub fn card(number: u64) -> String {
    format!(": Card {number}")
}

pub fn middle(shown: &Window, number: u64) -> Pos2 {
    rect(shown, &card(number)).center()
}

/// Presses the button here and moves there, in steps; it stays pressed.
pub fn drag(shown: &mut Window, from: Pos2, to: Pos2) {
    drag_with(shown, from, to, Modifiers::NONE);
}

pub fn drag_with(shown: &mut Window, from: Pos2, to: Pos2, modifiers: Modifiers) {
    shown.event(Event::PointerMoved(from));
    shown.run_steps(1);
    shown.drag_at(from);
    shown.run_steps(1);
    shown.event(Event::ModifiersChanged(modifiers));
    go(shown, from + (to - from) * 0.3);
    go(shown, to);
}

pub fn go(shown: &mut Window, to: Pos2) {
    shown.event(Event::PointerMoved(to));
    shown.run_steps(4);
}

pub fn release(shown: &mut Window, at: Pos2) {
    shown.drop_at(at);
    shown.run_steps(4);
    shown.event(Event::ModifiersChanged(Modifiers::NONE));
    shown.run_steps(2);
}

pub fn icon(shown: &Window) -> CursorIcon {
    shown.output().platform_output.cursor_icon
}

pub fn undo(shown: &Window) -> Option<String> {
    shown.state().facts().undo
}

/// The cards of a cell.
pub fn cell(map: &JourneyMap, step: u64, kind: LaneKind) -> Vec<u64> {
    let cards = &map.step(id(step)).unwrap().cards;
    cards.iter().filter(|card| card.lane == lane(kind)).map(|card| card.id.bits()).collect()
}

/// The empty place of a cell: below a step's heading, beside a lane's name.
pub fn place(shown: &Window, step: &str, lane: &str) -> Pos2 {
    pos2(heading(shown, step).center().x, heading(shown, lane).center().y)
}

/// A heading of the canvas, by what stands in it; its name says its place too.
pub fn heading(shown: &Window, name: &str) -> Rect {
    let of_column = [format!("{name}, step "), format!("{name}, stage ")];
    let of_row = [format!("{name}, Minh"), format!("{name}, locked")];
    let found = shown.query_all_by_label_contains(name).find(|node| {
        let label = egui_kittest::kittest::NodeT::accesskit_node(node).label().unwrap_or_default();
        let column = of_column.iter().any(|begin| label.starts_with(begin.as_str())) && !label.contains(':');
        label == name || column && name.starts_with('S') || of_row.contains(&label)
    });
    found.unwrap_or_else(|| panic!("there is no heading {name}")).rect()
}

pub fn lock(map: &mut JourneyMap, kind: LaneKind) {
    let place = map.lanes.iter().position(|lane| lane.kind == kind).unwrap();
    Arc::make_mut(&mut map.lanes[place]).locked = true;
}

#[test]
fn a_card_lands_in_the_cell_under_the_pointer() {
    let mut shown = open(&map());
    let (from, to) = (middle(&shown, 1), place(&shown, "Step 3", "Thoughts"));
    drag(&mut shown, from, to);
    assert_eq!(cell(&now(&shown), 3, LaneKind::Thoughts), [1], "the place is open before the button is let go");
    assert_eq!(icon(&shown), CursorIcon::Grabbing);
    release(&mut shown, to);
    assert_eq!(cell(&now(&shown), 1, LaneKind::Actions), [2]);
    assert_eq!(cell(&now(&shown), 3, LaneKind::Thoughts), [1]);
    assert_eq!(undo(&shown).unwrap(), "Move a card");
    let selection = shown.state().shown_selection();
    assert_eq!(selection.cards, [id(1)]);
    press(&mut shown, Key::Escape);
    shown.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    shown.run_steps(4);
    assert_eq!(now(&shown), map(), "one undo step");
}

#[test]
fn a_card_lands_before_or_after_others_of_its_cell() {
    let mut shown = open(&map());
    let (from, below) = (middle(&shown, 1), rect(&shown, &card(2)).center_bottom() - vec2(0.0, 3.0));
    drag(&mut shown, from, below);
    release(&mut shown, below);
    assert_eq!(cell(&now(&shown), 1, LaneKind::Actions), [2, 1]);
    let (from, above) = (middle(&shown, 3), rect(&shown, &card(2)).center_top() + vec2(0.0, 3.0));
    drag(&mut shown, from, above);
    release(&mut shown, above);
    assert_eq!(cell(&now(&shown), 1, LaneKind::Actions), [3, 2, 1]);
}

#[test]
fn escape_puts_everything_back_at_every_stage_of_a_drag() {
    let mut shown = open(&map());
    click_at(&mut shown, 3);
    shown.run_steps(4);
    let before = (shown.state().shown_map().unwrap(), shown.state().shown_selection());
    let from = middle(&shown, 1);
    let stages = [vec2(0.0, 8.0), vec2(40.0, 8.0), vec2(180.0, 8.0), vec2(420.0, 90.0), vec2(700.0, 300.0)];
    for stage in 0..=stages.len() {
        shown.event(Event::PointerMoved(from));
        shown.drag_at(from);
        shown.run_steps(1);
        for by in &stages[..stage] {
            go(&mut shown, from + *by);
        }
        press(&mut shown, Key::Escape);
        let after = (shown.state().shown_map().unwrap(), shown.state().shown_selection());
        assert!(Arc::ptr_eq(&before.0, &after.0), "the same map, not one like it, at stage {stage}");
        if stage > 0 {
            assert_eq!(before.1, after.1, "at stage {stage}");
        }
        // What is moved after Escape, with the button still down, moves nothing.
        go(&mut shown, from + vec2(300.0, 0.0));
        release(&mut shown, from + vec2(300.0, 0.0));
        assert!(Arc::ptr_eq(&before.0, &shown.state().shown_map().unwrap()), "at stage {stage}");
        assert_eq!(undo(&shown), None);
        click_at(&mut shown, 3);
        shown.run_steps(4);
    }
}

#[test]
fn ctrl_copies_and_can_be_switched_on_the_way() {
    let mut shown = open(&map());
    let (from, to) = (middle(&shown, 4), place(&shown, "Step 4", "Pain points"));
    drag_with(&mut shown, from, to, Modifiers::COMMAND);
    assert_eq!(icon(&shown), CursorIcon::Copy);
    assert_eq!(cell(&now(&shown), 2, LaneKind::PainPoints), [4]);
    assert_eq!(cell(&now(&shown), 4, LaneKind::PainPoints).len(), 1);
    shown.event(Event::ModifiersChanged(Modifiers::NONE));
    shown.run_steps(4);
    assert_eq!(cell(&now(&shown), 2, LaneKind::PainPoints), Vec::<u64>::new(), "moved again");
    assert_eq!(icon(&shown), CursorIcon::Grabbing);
    shown.event(Event::ModifiersChanged(Modifiers::COMMAND));
    shown.run_steps(4);
    release(&mut shown, to);
    let after = now(&shown);
    let copy = cell(&after, 4, LaneKind::PainPoints);
    assert_eq!(cell(&after, 2, LaneKind::PainPoints), [4]);
    assert!(copy.len() == 1 && copy[0] != 4, "a card of its own: {copy:?}");
    assert_eq!(after.card(id(copy[0])).unwrap().1.content, pain(Some(4), Some(0.5)));
    assert_eq!(shown.state().shown_selection().cards, [id(copy[0])]);
    assert_eq!(undo(&shown).unwrap(), "Add a card");
}

#[test]
fn several_cards_keep_their_arrangement_over_the_steps_of_their_lane() {
    let mut shown = open(&map());
    for number in [1, 2, 3] {
        let at = middle(&shown, number);
        let modifiers = if number == 1 { Modifiers::NONE } else { Modifiers::COMMAND };
        shown.event(Event::ModifiersChanged(modifiers));
        shown.event(Event::PointerMoved(at));
        for pressed in [true, false] {
            shown.event(Event::PointerButton { pos: at, button: PointerButton::Primary, pressed, modifiers });
        }
        shown.run_steps(4);
    }
    shown.event(Event::ModifiersChanged(Modifiers::NONE));
    shown.run_steps(1);
    assert_eq!(shown.state().shown_selection().cards, [id::<Card>(1), id(2), id(3)]);
    let (from, to) = (middle(&shown, 1), place(&shown, "Step 3", "Actions"));
    drag(&mut shown, from, to);
    release(&mut shown, to);
    let after = now(&shown);
    assert_eq!(cell(&after, 3, LaneKind::Actions), [1, 2]);
    assert_eq!(cell(&after, 4, LaneKind::Actions), [3]);
    assert_eq!(undo(&shown).unwrap(), "Move 3 cards");
    // In another lane too.
    let (from, to) = (middle(&shown, 2), place(&shown, "Step 2", "Thoughts"));
    drag(&mut shown, from, to);
    // Rows above have changed their heights meanwhile.
    let to = place(&shown, "Step 2", "Thoughts");
    go(&mut shown, to);
    release(&mut shown, to);
    let after = now(&shown);
    assert_eq!(cell(&after, 2, LaneKind::Thoughts), [1, 2]);
    assert_eq!(cell(&after, 3, LaneKind::Thoughts), [3]);
}

#[test]
fn a_locked_lane_refuses_and_says_why() {
    let mut locked = map();
    lock(&mut locked, LaneKind::PainPoints);
    let mut shown = open(&locked);
    // Into it.
    let (from, to) = (middle(&shown, 1), place(&shown, "Step 4", "Pain points"));
    drag(&mut shown, from, to);
    assert_eq!(icon(&shown), CursorIcon::NotAllowed);
    assert_eq!(now(&shown), locked);
    release(&mut shown, to);
    assert_eq!(now(&shown), locked);
    assert!(says(&shown, "“Pain points” is locked"));
    // Out of it.
    let (from, to) = (middle(&shown, 4), place(&shown, "Step 4", "Thoughts"));
    drag(&mut shown, from, to);
    assert_eq!(icon(&shown), CursorIcon::NotAllowed);
    release(&mut shown, to);
    assert_eq!(now(&shown), locked);
    // A copy takes nothing away.
    drag_with(&mut shown, from, to, Modifiers::COMMAND);
    assert_eq!(icon(&shown), CursorIcon::Copy);
    release(&mut shown, to);
    assert_eq!(cell(&now(&shown), 4, LaneKind::Thoughts).len(), 1);
    // Its edge.
    let lane = heading(&shown, "Pain points");
    let edge = pos2(lane.center().x, lane.bottom());
    drag(&mut shown, edge, edge + vec2(0.0, 60.0));
    assert_eq!(icon(&shown), CursorIcon::NotAllowed);
    release(&mut shown, edge + vec2(0.0, 60.0));
    assert_eq!(now(&shown).lanes, locked.lanes);
}

#[test]
fn a_lane_without_cards_refuses() {
    let mut shown = open(&map());
    let (from, to) = (middle(&shown, 1), place(&shown, "Step 4", "Emotion, Minh"));
    drag(&mut shown, from, to);
    assert_eq!(icon(&shown), CursorIcon::NotAllowed);
    release(&mut shown, to);
    assert_eq!(now(&shown), map());
}

#[test]
fn the_view_scrolls_while_a_card_is_held_at_its_edge() {
    let mut long = map();
    let last = Arc::make_mut(&mut long.stages[1]);
    last.steps.extend((7..30).map(|n| Arc::new(Step::new(id(n), format!("Step {n}")))));
    let mut shown = open(&long);
    assert!(!says(&shown, "step 20 of 29"), "out of view, so not described");
    let from = middle(&shown, 1);
    let edge = pos2(1592.0, from.y);
    drag(&mut shown, from, edge);
    shown.run_steps(120);
    assert!(says(&shown, "step 20 of 29"));
    press(&mut shown, Key::Escape);
    assert!(!says(&shown, "step 20 of 29"), "back where it was");
    assert_eq!(now(&shown), long);
}

/// Clicks a card.
pub fn click_at(shown: &mut Window, number: u64) {
    let at = middle(shown, number);
    shown.event(Event::PointerMoved(at));
    shown.drag_at(at);
    shown.run_steps(1);
    shown.drop_at(at);
    shown.run_steps(4);
}

#[test]
fn a_rubber_band_selects_what_it_touches_and_adds_with_ctrl() {
    let mut shown = open(&map());
    let selected = |shown: &Window| {
        let mut cards: Vec<u64> = shown.state().shown_selection().cards.iter().map(|id: &CardId| id.bits()).collect();
        cards.sort_unstable();
        cards
    };
    let from = rect(&shown, &card(2)).left_bottom() + vec2(-8.0, 3.0);
    let to = rect(&shown, &card(1)).center();
    drag(&mut shown, from, to);
    assert_eq!(selected(&shown), [1, 2], "while it is drawn");
    release(&mut shown, to);
    assert_eq!(selected(&shown), [1, 2]);
    let four = rect(&shown, &card(4));
    let from = four.right_bottom() + vec2(30.0, 1.0);
    drag_with(&mut shown, from, four.center(), Modifiers::NONE);
    assert_eq!(selected(&shown), [4]);
    press(&mut shown, Key::Escape);
    assert_eq!(selected(&shown), [1, 2], "Escape selects what was selected");
    release(&mut shown, four.center());
    shown.event(Event::ModifiersChanged(Modifiers::COMMAND));
    shown.event(Event::PointerMoved(from));
    shown.drag_at(from);
    shown.run_steps(1);
    go(&mut shown, four.center());
    release(&mut shown, four.center());
    assert_eq!(selected(&shown), [1, 2, 4]);
}

#[test]
fn a_card_with_data_warns_of_what_it_loses_and_undo_brings_it_back() {
    let mut shown = open(&map());
    let (from, to) = (middle(&shown, 4), place(&shown, "Step 4", "Thoughts"));
    drag(&mut shown, from, to);
    release(&mut shown, to);
    assert_eq!(now(&shown).card(id(4)).unwrap().1.content, Content::Text);
    shown.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    shown.run_steps(4);
    assert_eq!(now(&shown).card(id(4)).unwrap().1.content, pain(Some(4), Some(0.5)));
}

#[test]
fn keys_do_nothing_while_something_is_dragged() {
    let mut shown = open(&map());
    let (from, to) = (middle(&shown, 1), place(&shown, "Step 3", "Thoughts"));
    drag(&mut shown, from, to);
    shown.event(Event::Text("x".to_owned()));
    shown.run_steps(2);
    press(&mut shown, Key::Delete);
    shown.key_press_modifiers(Modifiers::COMMAND, Key::D);
    shown.run_steps(4);
    release(&mut shown, to);
    let after = now(&shown);
    assert_eq!(after.cards().count(), 4);
    assert_eq!(cell(&after, 3, LaneKind::Thoughts), [1]);
}

#[test]
fn what_is_typed_is_kept_before_a_drag_begins() {
    let mut shown = open(&map());
    click_at(&mut shown, 3);
    shown.run_steps(4);
    crate::window::type_text(&mut shown, "New words");
    let (from, to) = (middle(&shown, 1), place(&shown, "Step 5", "Thoughts"));
    drag(&mut shown, from, to);
    press(&mut shown, Key::Escape);
    release(&mut shown, to);
    let texts: Vec<String> = now(&shown).cards().map(|(_, card)| card.text.clone()).collect();
    assert!(texts.contains(&"New words".to_owned()), "{texts:?}");
}

#[test]
fn a_link_between_two_cards_is_copied_with_both() {
    let mut linked = map();
    card_mut(&mut linked, id(1)).links.push(wayfelt::model::Link { to: id(2), label: String::new() });
    step_mut(&mut linked, id(1)).notes = "kept".to_owned();
    let mut shown = open(&linked);
    let from = rect(&shown, &card(2)).left_bottom() + vec2(-8.0, 3.0);
    let to = rect(&shown, &card(1)).center();
    drag(&mut shown, from, to);
    release(&mut shown, to);
    let (from, to) = (middle(&shown, 1), place(&shown, "Step 5", "Actions"));
    drag_with(&mut shown, from, to, Modifiers::COMMAND);
    release(&mut shown, to);
    let after = now(&shown);
    let copies = cell(&after, 5, LaneKind::Actions);
    assert_eq!(copies.len(), 2);
    assert_eq!(after.card(id(copies[0])).unwrap().1.links[0].to, id(copies[1]));
}

#[test]
fn a_rubber_band_out_of_the_headings_begins_below_them_and_scrolls_nothing() {
    let mut shown = open(&map());
    let context = shown.ctx.clone();
    for _ in 0..3 {
        shown.state_mut().run(&context, Command::ZoomIn);
    }
    shown.run_steps(2);
    shown.event(Event::PointerMoved(pos2(800.0, 600.0)));
    let (delta, modifiers) = (vec2(0.0, -160.0), Modifiers::NONE);
    let (unit, phase) = (eframe::egui::MouseWheelUnit::Point, eframe::egui::TouchPhase::Move);
    shown.event(Event::MouseWheel { unit, delta, phase, modifiers, source: eframe::egui::MouseWheelSource::Unknown });
    shown.run_steps(30);
    let one = rect(&shown, &card(4));
    let step = heading(&shown, "Step 3");
    // Beside the name of the lanes, where no heading of a step is.
    let from = pos2(heading(&shown, "Pain points").center().x, step.center().y);
    drag(&mut shown, from, from + vec2(30.0, 8.0));
    shown.run_steps(20);
    assert_eq!(rect(&shown, &card(4)), one, "nothing scrolls under it");
    assert_eq!(shown.state().shown_selection().cards, [], "nor is what the headings cover chosen");
    go(&mut shown, one.center());
    assert!(shown.state().shown_selection().cards.contains(&id(4)));
    release(&mut shown, one.center());
}
