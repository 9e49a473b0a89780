//! The bar over the canvas: found, stepped through, written over, by keyboard alone.

use eframe::egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use wayfelt::app::App;
use wayfelt::app::command::Command;
use wayfelt::edit::Cursor;
use wayfelt::model::{CardId, JourneyMap};

use crate::window::{click, ctrl, english, press, says, type_text};

/// The first Vietnamese sample.
fn sample() -> Harness<'static, App> {
    let mut shown = english();
    shown.state_mut().show_sample(2);
    shown.run_steps(4);
    shown
}

fn map(shown: &Harness<'static, App>) -> std::sync::Arc<JourneyMap> {
    shown.state().shown_map().unwrap()
}

fn selected(shown: &Harness<'static, App>) -> Option<CardId> {
    shown.state().shown_selection().cards.last().copied()
}

fn text_of(map: &JourneyMap, card: CardId) -> String {
    map.card(card).unwrap().1.text.clone()
}

fn press_with(shown: &mut Harness<'static, App>, modifiers: Modifiers, key: Key) {
    shown.key_press_modifiers(modifiers, key);
    shown.run_steps(4);
}

/// What the bar says of the matches: "3 of 17".
fn count(shown: &Harness<'static, App>) -> Option<(usize, usize)> {
    (1..200)
        .find_map(|now| (now..200).find_map(|all| shown.query_by_label(&format!("{now} of {all}")).map(|_| (now, all))))
}

#[test]
fn what_is_typed_is_found_without_its_marks_and_stepped_through() {
    let mut shown = sample();
    let cards = map(&shown).cards().count();
    ctrl(&mut shown, Key::F);
    type_text(&mut shown, "dien thoai");
    let (first, all) = count(&shown).unwrap();
    assert!(all > 2, "{all}");
    press(&mut shown, Key::Enter);
    assert_eq!(count(&shown), Some((first % all + 1, all)));
    press(&mut shown, Key::F3);
    assert_eq!(count(&shown), Some(((first + 1) % all + 1, all)));
    press_with(&mut shown, Modifiers::SHIFT, Key::Enter);
    press_with(&mut shown, Modifiers::SHIFT, Key::F3);
    assert_eq!(count(&shown), Some((first, all)));
    assert_eq!(map(&shown).cards().count(), cards, "nothing was typed into the map");
    // Once round.
    for _ in 0..all {
        press(&mut shown, Key::Enter);
    }
    assert_eq!(count(&shown), Some((first, all)));
    // Marks count where they are wanted.
    click(&mut shown, "Match tone marks");
    assert!(says(&shown, "No match"));
}

#[test]
fn the_bar_leaves_no_gap_above_the_map_when_it_closes() {
    let mut shown = sample();
    let title = map(&shown).title.clone();
    press(&mut shown, Key::F12);
    let top = |shown: &Harness<'static, App>| {
        let tops = shown.query_all_by_label_contains(&title).map(|node| node.rect().top());
        tops.filter(|top| *top > 44.0).fold(f32::INFINITY, f32::min)
    };
    let before = top(&shown);
    ctrl(&mut shown, Key::F);
    // What stands at the very top, below the bar.
    type_text(&mut shown, "minh");
    let (_, all) = count(&shown).unwrap();
    let mut pushed = false;
    for _ in 0..all {
        pushed |= top(&shown) > before + 8.0;
        if pushed {
            break;
        }
        press(&mut shown, Key::Enter);
    }
    assert!(pushed, "what the bar covers is brought out from under it");
    press(&mut shown, Key::Escape);
    shown.run_steps(4);
    assert!(top(&shown) <= before + 1.0, "{} after, {before} before", top(&shown));
}

#[test]
fn escape_leaves_the_cursor_at_what_was_found() {
    let mut shown = sample();
    let long = |text: &str| text.chars().count() > 12;
    let card = map(&shown).cards().find(|(_, card)| long(&card.text)).map(|(_, card)| card.id).unwrap();
    let text = text_of(&map(&shown), card);
    ctrl(&mut shown, Key::F);
    type_text(&mut shown, &text);
    assert_eq!(selected(&shown), Some(card));
    press(&mut shown, Key::Escape);
    assert!(shown.query_by_label("Find").is_none(), "the bar is closed");
    assert_eq!(selected(&shown), Some(card));
    // The keyboard is the canvas's again.
    press(&mut shown, Key::Delete);
    assert!(map(&shown).card(card).is_none());
    // F3 looks for the same again.
    ctrl(&mut shown, Key::Z);
    press(&mut shown, Key::F3);
    assert!(says(&shown, "of"));
}

#[test]
fn all_are_written_over_in_one_step() {
    let mut shown = sample();
    let before = map(&shown);
    ctrl(&mut shown, Key::H);
    type_text(&mut shown, "điện thoại");
    let (_, all) = count(&shown).unwrap();
    // With something to look for, the keyboard goes to what stands instead.
    ctrl(&mut shown, Key::H);
    type_text(&mut shown, "máy mới");
    press_with(&mut shown, Modifiers::COMMAND, Key::Enter);
    assert!(says(&shown, &format!("Replaced {all} times.")), "{all}");
    assert!(says(&shown, "No match"));
    assert!(map(&shown).title.contains("máy mới"));
    press(&mut shown, Key::Escape);
    ctrl(&mut shown, Key::Z);
    assert_eq!(*map(&shown), *before, "one step back");
    assert!(shown.state().facts().undo.is_none());
}

#[test]
fn one_after_the_other_is_written_over() {
    let mut shown = sample();
    ctrl(&mut shown, Key::F);
    type_text(&mut shown, "điện thoại");
    let (_, all) = count(&shown).unwrap();
    ctrl(&mut shown, Key::H);
    type_text(&mut shown, "điện thoại điện thoại");
    press(&mut shown, Key::Enter);
    let (now, left) = count(&shown).unwrap();
    assert_eq!(left, all + 1, "what was written holds it twice");
    press(&mut shown, Key::Enter);
    let (then, left) = count(&shown).unwrap();
    assert_eq!(left, all + 2);
    assert_eq!(then, now + 2, "what was written is passed over");
}

#[test]
fn what_a_lane_hides_is_said_and_shown_on_demand() {
    let mut shown = sample();
    let (lane, text) = {
        let map = map(&shown);
        let (_, card) = map.cards().find(|(_, card)| card.text.chars().count() > 12).unwrap();
        (card.lane, card.text.clone())
    };
    shown.state_mut().edit_shown(&wayfelt::edit::Edit::SetLane(lane, wayfelt::edit::LaneChange::Hidden(true)));
    ctrl(&mut shown, Key::F);
    type_text(&mut shown, &text);
    assert!(says(&shown, "its lane is hidden"));
    click(&mut shown, "Show lane");
    assert!(!map(&shown).lane(lane).unwrap().hidden);
    assert!(!says(&shown, "its lane is hidden"));
    assert!(matches!(
        shown.state().shown_selection().cursor,
        Some(Cursor::Cell { lane: at, .. }) if at == lane
    ));
}

#[test]
fn locked_lanes_keep_their_words() {
    let mut shown = sample();
    let lane = map(&shown).cards().map(|(_, card)| card.lane).next().unwrap();
    shown.state_mut().edit_shown(&wayfelt::edit::Edit::SetLane(lane, wayfelt::edit::LaneChange::Locked(true)));
    let before: Vec<String> =
        map(&shown).cards().filter(|(_, card)| card.lane == lane).map(|(_, card)| card.text.clone()).collect();
    ctrl(&mut shown, Key::H);
    type_text(&mut shown, "a");
    let context = shown.ctx.clone();
    shown.state_mut().run(&context, Command::Replace);
    shown.run_steps(2);
    click(&mut shown, "Replace all");
    let after: Vec<String> =
        map(&shown).cards().filter(|(_, card)| card.lane == lane).map(|(_, card)| card.text.clone()).collect();
    assert_eq!(before, after);
    assert!(says(&shown, "in locked lanes were left"));
}

#[test]
fn what_a_slow_frame_brings_after_escape_goes_to_the_canvas() {
    let mut shown = sample();
    let card = map(&shown).cards().find(|(_, card)| card.text.chars().count() > 12).map(|(_, card)| card.id).unwrap();
    let text = text_of(&map(&shown), card);
    ctrl(&mut shown, Key::F);
    type_text(&mut shown, &text);
    let key =
        |key: Key| Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE };
    // All at once: the bar closes, and the card is removed.
    shown.event(key(Key::Escape));
    shown.event(key(Key::Delete));
    shown.run_steps(6);
    assert!(shown.query_by_label("Find").is_none(), "the bar is closed");
    assert!(map(&shown).card(card).is_none(), "the key after Escape is the canvas's");
    // Letters too, and the field keeps what it said.
    ctrl(&mut shown, Key::Z);
    ctrl(&mut shown, Key::F);
    shown.run_steps(2);
    for event in [key(Key::Escape), Event::Text("New".to_owned()), key(Key::Enter)] {
        shown.event(event);
    }
    shown.run_steps(8);
    assert!(map(&shown).cards().any(|(_, card)| card.text == "New"), "what was typed after Escape is a card");
    ctrl(&mut shown, Key::F);
    assert!(shown.query_all_by_value(&text).next().is_some(), "what was looked for is as it was");
}

#[test]
fn what_is_typed_while_the_bar_opens_is_looked_for() {
    let mut shown = sample();
    let before = map(&shown);
    // On the cell cursor letters would begin a card.
    let card = before.cards().next().map(|(_, card)| card.id).unwrap();
    shown.state_mut().select_shown(wayfelt::edit::Selection { cards: vec![card], ..Default::default() });
    shown.run_steps(3);
    shown.key_press_modifiers(Modifiers::COMMAND, Key::F);
    shown.step();
    for letter in ["d", "a", "t"] {
        shown.event(Event::Text(letter.to_owned()));
        shown.step();
    }
    shown.run_steps(4);
    assert!(shown.query_all_by_value("dat").next().is_some(), "no letter is lost");
    assert_eq!(before, map(&shown));
}
