//! Typing as keyboards and input methods really send it, keystroke by keystroke: composing ones (Telex and VNI in IBus,
//! Fcitx, macOS and Windows), UniKey and its kin, which send Backspace and letters, and dead keys. Fields inside a line,
//! what completes them, and the answer to a pain point.

use eframe::egui::{Event, ImeEvent, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use wayfelt::app::App;
use wayfelt::app::command::Command;
use wayfelt::edit::Cursor;
use wayfelt::model::{Card, Channel, Content, LaneKind};

use crate::window::{ctrl, english, press, says};

type Window = Harness<'static, App>;

/// The states of a word while it is typed: after each key what stands there.
struct Keys(&'static [&'static str]);

/// `tieenf` in Telex; in VNI `tie6n2`, which has the same states.
const TIEN: Keys = Keys(&["t", "ti", "tie", "tiê", "tiên", "tiền"]);
/// `dduwowcj` in Telex.
const DUOC: Keys = Keys(&["d", "đ", "đu", "đư", "đưo", "đươ", "đươc", "được"]);
/// `d9u7o7c5` in VNI: the word's vowels are mended together.
const DUOC_VNI: Keys = Keys(&["d", "đ", "đu", "đư", "đưo", "đươ", "đươc", "được"]);
/// `Thanh`, then `toans`: the tone mark comes at the end and goes back to its vowel.
const TOAN: Keys = Keys(&["t", "to", "toa", "toan", "toán"]);

/// Who turns keys into letters.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Method {
    /// An input method: it shows what it composes, and hands it over at the end.
    Composing,
    /// UniKey: Backspaces and letters, one event a frame.
    Slowly,
    /// The same, each burst in one frame.
    InBursts,
    /// The same, a whole word in one frame of a slow machine.
    AtOnce,
}

const METHODS: [Method; 4] = [Method::Composing, Method::Slowly, Method::InBursts, Method::AtOnce];

fn key(key: Key) -> Event {
    Event::Key { key, physical_key: Some(key), pressed: true, repeat: false, modifiers: Modifiers::NONE }
}

fn preedit(text: &str) -> Event {
    Event::Ime(ImeEvent::Preedit { text: text.to_owned(), active_range_chars: None })
}

/// The events that lead from one state to the next: Backspace over what differs, then the letters.
fn burst(before: &str, after: &str) -> Vec<Event> {
    let common = before.chars().zip(after.chars()).take_while(|(a, b)| a == b).count();
    let mut events: Vec<Event> = before.chars().skip(common).map(|_| key(Key::Backspace)).collect();
    events.extend(after.chars().skip(common).map(|letter| Event::Text(letter.to_string())));
    events
}

/// Types a word.
fn word(shown: &mut Window, method: Method, keys: &Keys) {
    let mut before = "";
    let mut all = Vec::new();
    for state in keys.0 {
        match method {
            Method::Composing => {
                shown.event(preedit(state));
                shown.run_steps(1);
            }
            Method::Slowly => {
                for event in burst(before, state) {
                    shown.event(event);
                    shown.run_steps(1);
                }
            }
            Method::InBursts => {
                shown.input_mut().events.extend(burst(before, state));
                shown.run_steps(1);
            }
            Method::AtOnce => all.extend(burst(before, state)),
        }
        before = state;
    }
    if method == Method::Composing {
        shown.event(preedit(""));
        shown.event(Event::Ime(ImeEvent::Commit(before.to_owned())));
    }
    shown.input_mut().events.extend(all);
    shown.run_steps(3);
}

/// Letters that need no help.
fn plain(shown: &mut Window, text: &str) {
    for letter in text.chars() {
        shown.event(Event::Text(letter.to_string()));
        shown.run_steps(1);
    }
}

fn with(shown: &mut Window, modifiers: Modifiers, key: Key) {
    shown.key_press_modifiers(modifiers, key);
    shown.run_steps(4);
}

/// A new map with one step; the cursor stands in the first lane of this kind.
fn in_lane(kind: LaneKind) -> Window {
    let mut shown = english();
    ctrl(&mut shown, Key::N);
    let context = shown.ctx.clone();
    shown.state_mut().run(&context, Command::InsertStep);
    shown.run_steps(4);
    press(&mut shown, Key::ArrowDown);
    let place = shown.state().shown_map().unwrap().lanes.iter().position(|lane| lane.kind == kind).unwrap();
    for _ in 0..place {
        press(&mut shown, Key::ArrowDown);
    }
    shown
}

fn cards(shown: &Window) -> Vec<Card> {
    shown.state().shown_map().unwrap().cards().map(|(_, card)| (**card).clone()).collect()
}

fn texts(shown: &Window) -> Vec<String> {
    cards(shown).into_iter().map(|card| card.text).collect()
}

#[test]
fn a_card_is_begun_and_ended_by_every_way_of_typing_vietnamese() {
    for method in METHODS {
        for (first, second, whole) in [(TIEN, DUOC, "tiền được"), (DUOC_VNI, TOAN, "được toán")] {
            let mut shown = in_lane(LaneKind::Actions);
            // Nothing to delete: an input method may clear what it believes is there.
            press(&mut shown, Key::Backspace);
            word(&mut shown, method, &first);
            plain(&mut shown, " ");
            word(&mut shown, method, &second);
            assert_eq!(texts(&shown), [whole], "{method:?}, while it is typed");
            press(&mut shown, Key::Enter);
            word(&mut shown, method, &TIEN);
            press(&mut shown, Key::Tab);
            word(&mut shown, method, &DUOC);
            press(&mut shown, Key::Escape);
            assert_eq!(texts(&shown), [whole, "tiền"], "{method:?}");
            ctrl(&mut shown, Key::Z);
            ctrl(&mut shown, Key::Z);
            assert_eq!(texts(&shown), [whole], "{method:?}: a card is one undo step");
        }
    }
}

#[test]
fn a_card_that_is_there_is_typed_over_and_mended() {
    for method in METHODS {
        let mut shown = in_lane(LaneKind::Thoughts);
        word(&mut shown, method, &TIEN);
        press(&mut shown, Key::Enter);
        press(&mut shown, Key::F2);
        word(&mut shown, method, &DUOC);
        press(&mut shown, Key::Enter);
        assert_eq!(texts(&shown), ["được"], "{method:?}");
        press(&mut shown, Key::F2);
        press(&mut shown, Key::End);
        plain(&mut shown, " ");
        word(&mut shown, method, &TIEN);
        press(&mut shown, Key::Backspace);
        press(&mut shown, Key::Enter);
        assert_eq!(texts(&shown), ["được tiề"], "{method:?}");
    }
}

#[test]
fn headings_take_every_way_of_typing() {
    for method in METHODS {
        let mut shown = english();
        ctrl(&mut shown, Key::N);
        // Title, scenario, persona, stage, step.
        for end in [Key::Enter, Key::Enter, Key::Enter, Key::Enter, Key::Tab] {
            word(&mut shown, method, &TIEN);
            press(&mut shown, end);
        }
        word(&mut shown, method, &DUOC);
        press(&mut shown, Key::Enter);
        press(&mut shown, Key::ArrowLeft);
        press(&mut shown, Key::ArrowLeft);
        word(&mut shown, method, &TOAN);
        press(&mut shown, Key::Enter);
        let map = shown.state().shown_map().unwrap();
        let people: Vec<&str> = map.personas.iter().map(|persona| persona.name.as_str()).collect();
        let steps: Vec<&str> = map.steps().map(|(_, step)| step.name.as_str()).collect();
        let said = [map.title.as_str(), &map.scenario, people[0], &map.stages[0].name, steps[0], steps[1]];
        assert_eq!(said, ["tiền", "tiền", "tiền", "tiền", "tiền", "được"], "{method:?}");
        assert_eq!(map.lanes[0].name, "toán", "{method:?}");
    }
}

#[test]
fn the_inspector_takes_every_way_of_typing() {
    for method in METHODS {
        let mut shown = in_lane(LaneKind::PainPoints);
        plain(&mut shown, "x");
        with(&mut shown, Modifiers::COMMAND, Key::Enter);
        shown.get_by_label("Notes").focus();
        shown.run_steps(2);
        word(&mut shown, method, &TIEN);
        plain(&mut shown, " ");
        word(&mut shown, method, &DUOC);
        let card = cards(&shown).remove(0);
        assert_eq!((card.text.as_str(), card.notes.as_str()), ("x", "tiền được"), "{method:?}");
    }
}

#[test]
fn dead_keys_begin_and_go_on_in_cells_and_headings() {
    // Without an input method: the dead key says nothing, the next one the whole letter.
    let silent = [key(Key::Quote), Event::Text("é".to_owned())];
    // Through one: what is dead is shown until the letter is there.
    let shown_dead = [preedit("´"), preedit(""), Event::Ime(ImeEvent::Commit("é".to_owned()))];
    for events in [silent.to_vec(), shown_dead.to_vec()] {
        let mut shown = in_lane(LaneKind::Actions);
        for _ in 0..2 {
            for event in &events {
                shown.event(event.clone());
                shown.run_steps(1);
            }
        }
        press(&mut shown, Key::Enter);
        assert_eq!(texts(&shown), ["éé"]);
        press(&mut shown, Key::ArrowUp);
        for event in &events {
            shown.event(event.clone());
            shown.run_steps(1);
        }
        press(&mut shown, Key::Enter);
        assert_eq!(shown.state().shown_map().unwrap().steps().next().unwrap().1.name, "é");
    }
}

#[test]
fn digits_score_on_a_keyboard_that_has_letters_there() {
    let mut shown = in_lane(LaneKind::Emotion);
    // The Vietnamese layout has ă, â, ê, ô on the keys of 1 to 4.
    let event = Event::Key {
        key: Key::A,
        physical_key: Some(Key::Num2),
        pressed: true,
        repeat: false,
        modifiers: Modifiers::NONE,
    };
    shown.input_mut().events.extend([event, Event::Text("â".to_owned())]);
    shown.run_steps(4);
    let map = shown.state().shown_map().unwrap();
    assert_eq!(map.steps().next().unwrap().1.score(map.personas[0].id).shown(), Some(-1.0));
    assert!(says(&shown, &map.personas[0].name), "whose score it is");
}

#[test]
fn fields_are_recognised_as_they_are_typed() {
    let mut shown = in_lane(LaneKind::PainPoints);
    plain(&mut shown, "Money taken");
    assert!(says(&shown, "!5 severity"), "what can be typed is shown");
    plain(&mut shown, " !5");
    assert!(says(&shown, "severity 5/5"));
    for (key, share) in [(" ", false), ("1", false), ("8", false), ("%", true)] {
        plain(&mut shown, key);
        assert!(says(&shown, "severity 5/5"), "it stays while the next field is typed");
        assert_eq!(says(&shown, "18% of customers"), share);
    }
    plain(&mut shown, " @Payments");
    assert!(says(&shown, "Payments"));
    press(&mut shown, Key::Enter);
    assert!(!says(&shown, "severity 5/5"), "kept, the chips go");
    let card = cards(&shown).remove(0);
    assert_eq!((card.text.as_str(), card.owner.as_str()), ("Money taken", "Payments"));
    let Content::PainPoint(pain) = card.content else { panic!("{card:?}") };
    assert_eq!((pain.severity.unwrap().value(), pain.share.unwrap().value()), (5, 0.18));
    // Opened again, what it says already is shown.
    press(&mut shown, Key::F2);
    assert!(says(&shown, "severity 5/5"));
    press(&mut shown, Key::End);
    plain(&mut shown, " !2");
    assert!(says(&shown, "severity 2/5"));
}

#[test]
fn enter_takes_what_was_chosen_and_nothing_else() {
    let mut shown = in_lane(LaneKind::Touchpoints);
    plain(&mut shown, "call");
    assert!(shown.query_by_label("Call centre").is_some(), "offered");
    // Not chosen: the line is what was typed.
    press(&mut shown, Key::Enter);
    assert_eq!(texts(&shown), ["call"]);
    plain(&mut shown, "call");
    press(&mut shown, Key::ArrowDown);
    press(&mut shown, Key::Escape);
    assert!(shown.query_by_label("Call centre").is_none(), "put away");
    plain(&mut shown, " cen");
    press(&mut shown, Key::ArrowDown);
    press(&mut shown, Key::Enter);
    plain(&mut shown, ": asks again");
    press(&mut shown, Key::Enter);
    let card = cards(&shown).remove(1);
    let Content::Touchpoint(touchpoint) = card.content else { panic!("{card:?}") };
    assert_eq!((card.text.as_str(), touchpoint.channel), ("asks again", Some(Channel::CallCentre)));
    // Tab takes it and goes on.
    plain(&mut shown, "web");
    press(&mut shown, Key::ArrowDown);
    press(&mut shown, Key::ArrowDown);
    press(&mut shown, Key::ArrowUp);
    press(&mut shown, Key::Tab);
    let card = cards(&shown).remove(2);
    let Content::Touchpoint(touchpoint) = card.content else { panic!("{card:?}") };
    assert_eq!((card.text.as_str(), touchpoint.channel), ("", Some(Channel::Website)));
    assert_eq!(shown.state().shown_map().unwrap().steps().count(), 2);
}

#[test]
fn an_owner_completes_by_every_way_of_typing() {
    for method in METHODS {
        let mut shown = in_lane(LaneKind::PainPoints);
        plain(&mut shown, "a @Thanh ");
        word(&mut shown, method, &TOAN);
        press(&mut shown, Key::Enter);
        plain(&mut shown, "b @Thanh ");
        // Two keys of the word are enough; they are no letters that a Backspace takes back later.
        word(&mut shown, method, &Keys(&["t", "to"]));
        assert!(shown.query_by_label("Thanh toán").is_some(), "{method:?}: offered");
        press(&mut shown, Key::Backspace);
        plain(&mut shown, "o");
        press(&mut shown, Key::ArrowDown);
        press(&mut shown, Key::Enter);
        plain(&mut shown, " !3");
        press(&mut shown, Key::Enter);
        let card = cards(&shown).remove(1);
        assert_eq!((card.text.as_str(), card.owner.as_str()), ("b", "Thanh toán"), "{method:?}");
        let Content::PainPoint(pain) = card.content else { panic!("{card:?}") };
        assert_eq!(pain.severity.unwrap().value(), 3);
    }
}

#[test]
fn one_key_answers_a_pain_point_and_goes_there() {
    const ANSWER: Modifiers = Modifiers { ctrl: true, command: true, shift: true, ..Modifiers::NONE };
    let mut shown = in_lane(LaneKind::PainPoints);
    plain(&mut shown, "Money taken !5 18%");
    // Still typing: the pain point is kept, and its answer begun.
    with(&mut shown, ANSWER, Key::O);
    plain(&mut shown, "Automatic refund i5 e2 @Payments");
    press(&mut shown, Key::Enter);
    let (pain, answer) = {
        let mut cards = cards(&shown);
        let answer = cards.pop().unwrap();
        (cards.pop().unwrap(), answer)
    };
    let Content::Opportunity(opportunity) = &answer.content else { panic!("{answer:?}") };
    assert_eq!(opportunity.answers, [pain.id]);
    assert_eq!((answer.text.as_str(), answer.owner.as_str()), ("Automatic refund", "Payments"));
    assert_eq!((opportunity.impact.unwrap().value(), opportunity.effort.unwrap().value()), (5, 2));
    let selection = shown.state().shown_selection();
    assert_eq!(selection.cards, [answer.id]);
    assert!(matches!(selection.cursor, Some(Cursor::Cell { lane, .. }) if lane == answer.lane));

    // Without a lane of opportunities one is made, by the same undo step; Escape leaves nothing.
    press(&mut shown, Key::ArrowLeft);
    let context = shown.ctx.clone();
    shown.state_mut().run(&context, Command::RemoveLane);
    shown.run_steps(4);
    press(&mut shown, Key::Escape);
    while !shown.state().facts().pain {
        with(&mut shown, Modifiers::COMMAND, Key::Home);
        for _ in 0..8 {
            if !shown.state().facts().pain {
                press(&mut shown, Key::ArrowDown);
            }
        }
    }
    let before = shown.state().shown_map().unwrap();
    with(&mut shown, ANSWER, Key::O);
    plain(&mut shown, "Ask first");
    press(&mut shown, Key::Escape);
    assert_eq!(*shown.state().shown_map().unwrap(), *before);
    with(&mut shown, Modifiers::COMMAND, Key::Home);
    while !shown.state().facts().pain {
        press(&mut shown, Key::ArrowDown);
    }
    with(&mut shown, ANSWER, Key::O);
    plain(&mut shown, "Ask first");
    press(&mut shown, Key::Enter);
    let map = shown.state().shown_map().unwrap();
    assert_eq!(map.lanes.last().unwrap().kind, LaneKind::Opportunities);
    assert_eq!(texts(&shown), ["Money taken", "Ask first"]);
    ctrl(&mut shown, Key::Z);
    assert_eq!(*shown.state().shown_map().unwrap(), *before);
}
