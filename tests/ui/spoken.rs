//! What is said: by itself when something changes, and of a card besides its text.

use eframe::egui::{Key, Role, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _, by};
use wayfelt::edit::{Cursor, Selection};
use wayfelt::model::{Channel, Content, LaneKind, Link, Opportunity, OpportunityState, Service, Touchpoint};

use crate::access::{Window, two_steps};
use crate::maps;
use crate::window::{ctrl, press, type_text};

/// What is being said by itself.
fn said_now(shown: &Window) -> Vec<String> {
    let live = by().predicate(|node| node.live() != eframe::egui::accesskit::Live::Off);
    shown.query_all(live).filter_map(|node| node.accesskit_node().label()).collect()
}

#[test]
fn what_changes_is_said_once() {
    let mut shown = two_steps();
    shown.run_steps(400);
    assert_eq!(said_now(&shown), Vec::<String>::new(), "nothing is said for ever");
    press(&mut shown, Key::ArrowDown);
    type_text(&mut shown, "Waits");
    assert_eq!(said_now(&shown), Vec::<String>::new(), "typing says itself");
    press(&mut shown, Key::Enter);
    assert_eq!(said_now(&shown), ["Add a card"]);
    shown.run_steps(400);
    ctrl(&mut shown, Key::Z);
    assert_eq!(said_now(&shown), ["Undone: Add a card"]);
    shown.run_steps(400);
    ctrl(&mut shown, Key::Y);
    ctrl(&mut shown, Key::Z);
    ctrl(&mut shown, Key::Y);
    assert_eq!(said_now(&shown).last().unwrap(), "Done again: Add a card");
    shown.run_steps(400);
    ctrl(&mut shown, Key::Plus);
    assert_eq!(said_now(&shown).len(), 1);
    assert!(said_now(&shown)[0].starts_with("Zoom "), "{:?}", said_now(&shown));
    shown.run_steps(400);
    ctrl(&mut shown, Key::N);
    assert_eq!(said_now(&shown), ["Untitled map"], "another tab");
}

#[test]
fn errors_are_said_at_once() {
    let settings = wayfelt::app::Settings { started_before: true, ..Default::default() };
    let shown = crate::window::with(settings, vec!["/there/is/no/such.ron".into()], None);
    let urgent = by().predicate(|node| node.live() == eframe::egui::accesskit::Live::Assertive);
    let said: Vec<_> = shown.query_all(urgent).filter_map(|node| node.value()).collect();
    assert!(!said.is_empty() && said[0].contains("such.ron"), "{said:?}");
}

/// What is said of the card of which this is said; it is said once.
fn about(shown: &Window, text: &str) -> Option<String> {
    let card =
        by().predicate(|node| node.role() == Role::ListItem && node.label().is_some_and(|name| name.contains(text)));
    let found: Vec<_> = shown.query_all(card).collect();
    assert_eq!(found.len(), 1, "cards that say {text}");
    found[0].accesskit_node().description()
}

#[test]
fn a_card_says_what_its_picture_only_marks() {
    let mut map = maps::grid(2);
    let mut said: Vec<(u64, Vec<String>)> = Vec::new();
    let mut put = |step: u64, kind: LaneKind, content: Content, about: &[&str]| {
        let card = 101 + said.len() as u64;
        maps::put(&mut map, step, card, kind, content);
        said.push((card, about.iter().map(|part| (*part).to_owned()).collect()));
        card
    };
    let touchpoint = Touchpoint {
        channel: Some(Channel::Website),
        service: Some(Service::SelfService),
        personalised: true,
        ..Touchpoint::default()
    };
    put(1, LaneKind::Touchpoints, Content::Touchpoint(touchpoint), &["Website", "Self-service", "ersonalised"]);
    for (state, word) in [(OpportunityState::Planned, "Planned"), (OpportunityState::Done, "Done")] {
        let opportunity = Opportunity { state, ..Opportunity::default() };
        put(1, LaneKind::Opportunities, Content::Opportunity(opportunity), &[word]);
    }
    let owned = put(1, LaneKind::Actions, Content::Text, &["Sales", "Call them back"]);
    let long = put(1, LaneKind::PainPoints, maps::pain(None, None), &["step 2 of 2"]);
    maps::card_mut(&mut map, maps::id(owned)).owner = "Sales".to_owned();
    maps::card_mut(&mut map, maps::id(owned)).notes = "Call them back".to_owned();
    maps::card_mut(&mut map, maps::id(long)).until = Some(maps::id(2));
    let mut shown = crate::window::alone(&map, vec2(1600.0, 2400.0), false);
    ctrl(&mut shown, Key::Num1);
    for (card, parts) in said {
        let said = about(&shown, &format!("Card {card}")).unwrap_or_default();
        for part in parts {
            assert!(said.contains(&part), "{said:?} of card {card} doesn't say {part}");
        }
    }
}

#[test]
fn the_notes_of_every_card_of_a_sample_are_said() {
    let mut notes = 0;
    for sample in wayfelt::file::embedded::samples() {
        let map = sample.open().unwrap().map;
        let mut shown = crate::window::alone(&map, vec2(2560.0, 1440.0), false);
        ctrl(&mut shown, Key::Num1);
        for (_, card) in map.cards().filter(|(_, card)| !card.notes.is_empty()) {
            let lane = map.lane(card.lane).unwrap();
            if lane.hidden || lane.collapsed {
                continue;
            }
            let said = about(&shown, &card.text).unwrap_or_default();
            assert!(said.contains(card.notes.trim()), "{said:?} of {}", card.text);
            notes += 1;
        }
    }
    assert!(notes > 0, "some card of a sample has notes");
}

#[test]
fn the_selected_line_is_read_once() {
    let mut map = maps::grid(2);
    for (step, card) in [(1, 101), (2, 102), (1, 103), (2, 104)] {
        let kind = if card < 103 { LaneKind::Actions } else { LaneKind::Thoughts };
        maps::put_plain(&mut map, step, card, kind);
    }
    for card in [101, 103] {
        maps::card_mut(&mut map, maps::id(card)).links = vec![Link { to: maps::id(card + 1), label: String::new() }];
    }
    let mut shown = crate::window::alone(&map, vec2(1280.0, 720.0), false);
    let (from, to) = (maps::id(101), maps::id(102));
    shown.state_mut().select_shown(Selection::at(Cursor::Link { from, to }));
    shown.run_steps(4);
    let list = shown.get_by_label("Links and branches");
    let lines: Vec<_> = list.accesskit_node().children().map(|line| (line.label(), line.is_selected())).collect();
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert_eq!(lines[0].1, Some(true));
}

/// The line of the palette where the keyboard stands: its node, and what is said of it.
fn chosen_line(shown: &Window) -> (eframe::egui::accesskit::NodeId, String) {
    let lines: Vec<_> = shown.query_all(by().role(Role::ListBoxOption)).collect();
    let chosen: Vec<_> = lines.iter().filter(|line| line.accesskit_node().is_selected() == Some(true)).collect();
    assert_eq!(chosen.len(), 1, "one line of {} is selected", lines.len());
    assert!(lines.iter().all(|line| line.accesskit_node().toggled().is_none()), "nothing is checked in a list");
    (chosen[0].accesskit_node().locate().0, chosen[0].accesskit_node().label().unwrap_or_default())
}

#[test]
fn another_answer_of_the_palette_is_another_thing_to_say() {
    let mut shown = two_steps();
    ctrl(&mut shown, Key::K);
    let (first, name) = chosen_line(&shown);
    assert_eq!(name, "New map");
    type_text(&mut shown, "settings");
    let (found, name) = chosen_line(&shown);
    assert_eq!(name, "Settings…");
    assert_ne!(found, first, "what was said of the first line isn't said again under a new name");
}

#[test]
fn a_place_keeps_its_name_while_it_is_typed_into() {
    let mut shown = two_steps();
    shown.state_mut().select_shown(Selection::at(Cursor::Title));
    shown.run_steps(4);
    type_text(&mut shown, "W");
    let field = |shown: &Window| {
        let field = by().predicate(|node| node.label().is_some_and(|name| name.starts_with("Text of this place")));
        shown.query_all(field).next().and_then(|node| node.accesskit_node().label())
    };
    let before = field(&shown);
    assert!(before.is_some());
    type_text(&mut shown, "aits");
    assert_eq!(field(&shown), before);
    assert_eq!(shown.state().shown_map().map(|map| map.title.clone()).unwrap_or_default().len(), 5, "it was typed");
}
