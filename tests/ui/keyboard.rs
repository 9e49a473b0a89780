//! Keys as hands really press them: quickly one after another, and let go before a slow frame ends.

use eframe::egui::{Event, Key, Modifiers, vec2};
use egui_kittest::Harness;
use wayfelt::app::App;
use wayfelt::edit::{Cursor, Selection};
use wayfelt::model::{Emotion, LaneKind, Measured, Persona, Score, ScoreState};

use crate::maps;
use crate::window::{ctrl, english, press, says, settle, type_text};

type Window = Harness<'static, App>;

/// A key with what was held when it went down; nothing is held any more when the frame ends.
fn let_go(key: Key, modifiers: Modifiers) -> Event {
    Event::Key { key, physical_key: Some(key), pressed: true, repeat: false, modifiers }
}

#[test]
fn arrows_right_after_a_new_map_leave_the_keyboard_on_the_canvas() {
    // The frame in which the first arrow comes decides: whichever it is, nothing of what follows may be lost.
    for frames in 0..6 {
        let mut shown = english();
        shown.key_press_modifiers(Modifiers::COMMAND, Key::N);
        shown.run_steps(1 + frames);
        for _ in 0..3 {
            shown.key_press(Key::ArrowDown);
            shown.run_steps(1);
        }
        shown.event(Event::Text("Waits".to_owned()));
        shown.run_steps(1);
        shown.key_press(Key::Enter);
        settle(&mut shown);
        let map = shown.state().shown_map().unwrap();
        assert!(wayfelt::file::write(&map).contains("Waits"), "{frames} frames after the new map");
    }
}

/// A map with two steps, its cursor on the first cell of its actions.
fn on_actions() -> Window {
    let mut shown = crate::window::alone(&maps::grid(2), vec2(1280.0, 720.0), false);
    let at = Cursor::Cell { lane: maps::lane(LaneKind::Actions), step: maps::id(1), persona: None };
    shown.state_mut().select_shown(Selection::at(at));
    settle(&mut shown);
    shown
}

/// The texts of the cards of a step.
fn texts(shown: &Window, step: u64) -> Vec<String> {
    let map = shown.state().shown_map().unwrap();
    map.step(maps::id(step)).unwrap().cards.iter().map(|card| card.text.clone()).collect()
}

#[test]
fn alt_that_is_let_go_within_the_frame_still_breaks_the_line() {
    let mut shown = on_actions();
    type_text(&mut shown, "one");
    shown.event(let_go(Key::Enter, Modifiers::ALT));
    settle(&mut shown);
    type_text(&mut shown, "two");
    press(&mut shown, Key::Enter);
    assert_eq!(texts(&shown, 1), ["one\ntwo"]);
}

#[test]
fn shift_that_is_let_go_within_the_frame_still_leads_back() {
    let mut shown = on_actions();
    press(&mut shown, Key::ArrowRight);
    type_text(&mut shown, "second");
    shown.event(let_go(Key::Tab, Modifiers::SHIFT));
    settle(&mut shown);
    type_text(&mut shown, "first");
    press(&mut shown, Key::Enter);
    assert_eq!((texts(&shown, 1), texts(&shown, 2)), (vec!["first".to_owned()], vec!["second".to_owned()]));
}

/// A map with one step whose score was measured, its cursor there.
fn on_measured() -> Window {
    let mut map = maps::grid(2);
    let persona = maps::id(9);
    map.personas.push(std::sync::Arc::new(Persona::new(persona, "Lan")));
    let measured = Measured { n: 164, mean: -0.9, sd: Some(0.8), bad: None, effective: None, evidence: None };
    let state = ScoreState::Scored { believed: None, measured: Some(measured), validated: false };
    maps::step_mut(&mut map, maps::id(1)).scores.insert(persona, Score { state, expected: None });
    let mut shown = crate::window::alone(&map, vec2(1280.0, 720.0), false);
    let at = Cursor::Cell { lane: maps::lane(LaneKind::Emotion), step: maps::id(1), persona: Some(persona) };
    shown.state_mut().select_shown(Selection::at(at));
    settle(&mut shown);
    shown
}

fn score(shown: &Window, step: u64) -> Score {
    shown.state().shown_map().unwrap().step(maps::id(step)).unwrap().score(maps::id(9))
}

#[test]
fn one_key_takes_no_measurement_away() {
    let mut shown = on_measured();
    let before = score(&shown, 1);
    shown.key_press(Key::X);
    shown.event(Event::Text("x".to_owned()));
    settle(&mut shown);
    assert_eq!(score(&shown, 1), before);
    assert!(says(&shown, "164 answers"), "it says why");
    press(&mut shown, Key::Num5);
    assert_eq!(score(&shown, 1).measured(), before.measured());
    let believed = |score: Score| match score.state {
        ScoreState::Scored { believed, .. } => believed.map(Emotion::value),
        _ => None,
    };
    assert_eq!(believed(score(&shown, 1)), Some(2.0));
    assert!(says(&shown, "goes on showing what was measured"), "it says that the curve stays");
}

#[test]
fn a_word_on_an_emotion_cell_scores_nothing_and_is_answered() {
    let mut shown = on_measured();
    press(&mut shown, Key::ArrowRight);
    let before = score(&shown, 2);
    for (key, letter) in [(Key::E, "e"), (Key::X, "x"), (Key::P, "p"), (Key::L, "l")] {
        shown.key_press(key);
        shown.event(Event::Text(letter.to_owned()));
        shown.run_steps(1);
    }
    settle(&mut shown);
    assert_eq!(score(&shown, 2), before, "the x of a word is a letter");
    assert!(says(&shown, "Keys score here"));
}

#[test]
fn without_a_cursor_the_first_move_goes_all_the_way() {
    let mut map = maps::grid(3);
    maps::put_plain(&mut map, 3, 101, LaneKind::Actions);
    let mut shown = crate::window::alone(&map, vec2(1280.0, 720.0), false);
    shown.state_mut().select_shown(Selection::default());
    settle(&mut shown);
    ctrl(&mut shown, Key::End);
    type_text(&mut shown, "last");
    press(&mut shown, Key::Enter);
    assert_eq!(texts(&shown, 3).last().map(String::as_str), Some("last"));
}

#[test]
fn a_shortcut_that_can_do_nothing_says_so() {
    let mut shown = on_actions();
    ctrl(&mut shown, Key::L);
    assert!(says(&shown, "can’t be used here"));
}

#[test]
fn an_emptied_card_stays_where_more_than_words_is_in_it() {
    let mut map = maps::grid(2);
    maps::put_plain(&mut map, 1, 101, LaneKind::Actions);
    maps::put_plain(&mut map, 2, 102, LaneKind::Actions);
    maps::card_mut(&mut map, maps::id(102)).notes = "Heard in three interviews".to_owned();
    let mut shown = crate::window::alone(&map, vec2(1280.0, 720.0), false);
    for (step, card) in [(1, 101), (2, 102)] {
        let at = Cursor::Cell { lane: maps::lane(LaneKind::Actions), step: maps::id(step), persona: None };
        shown.state_mut().select_shown(Selection::card(at, maps::id(card)));
        settle(&mut shown);
        press(&mut shown, Key::F2);
        shown.key_press_modifiers(Modifiers::COMMAND, Key::A);
        press(&mut shown, Key::Backspace);
        press(&mut shown, Key::Enter);
    }
    assert_eq!((texts(&shown, 1).len(), texts(&shown, 2)), (0, vec![String::new()]));
}
