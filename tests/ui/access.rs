//! The map as a screen reader has it: a table that equals the map, however one gets through it.

use std::collections::BTreeMap;

use eframe::egui::accesskit::{Action, ActionRequest, TreeId};
use eframe::egui::{Event, Key, Modifiers, Role, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _, by};
use wayfelt::app::command::Command;
use wayfelt::app::{App, ThemeChoice};
use wayfelt::edit::{Cursor, Selection};
use wayfelt::i18n::{Words, lane_kind_word, phase_word};
use wayfelt::model::{
    Channel, Content, JourneyMap, LaneKind, Language, Link, Opportunity, OpportunityState, ScoreState, Service,
    Touchpoint,
};
use wayfelt::words;

use crate::maps;
use crate::window::{ctrl, english, press, type_text, window};

type Window = Harness<'static, App>;

/// A cell as it is read: what it is, its name, and the names of what is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Read {
    role: Role,
    name: String,
    about: Option<String>,
    cards: Vec<String>,
    notes: Vec<String>,
}

/// The table by row and column, and how many of both it says it has.
#[derive(Debug, Default)]
struct Table {
    size: (usize, usize),
    cells: BTreeMap<(usize, usize), Read>,
}

impl Table {
    /// Adds what is in the tree now. What is found again must not say anything else.
    fn read(&mut self, shown: &Window) {
        let table = shown.get_by_role(Role::Table);
        let table = table.accesskit_node();
        self.size = (table.data().row_count().unwrap(), table.data().column_count().unwrap());
        let mut last = None;
        for row in table.children() {
            assert_eq!(row.role(), Role::Row, "{:?}", row.label());
            let index = row.data().row_index().unwrap();
            assert!(last.is_none_or(|last| last < index), "row {index} comes after {last:?}");
            last = Some(index);
            let mut column = None;
            for cell in row.children().filter(|cell| cell.role() != Role::Note) {
                assert!(matches!(cell.role(), Role::Cell | Role::ColumnHeader | Role::RowHeader), "{:?}", cell.role());
                let at = (cell.data().row_index().unwrap(), cell.data().column_index().unwrap());
                assert_eq!(at.0, index);
                assert!(column.is_none_or(|column| column < at.1), "{at:?} comes after {column:?}");
                column = Some(at.1);
                let inside = |role: Role| -> Vec<String> {
                    cell.children().filter(|child| child.role() == role).filter_map(|child| child.label()).collect()
                };
                let read = Read {
                    role: cell.role(),
                    name: cell.label().unwrap(),
                    about: cell.description(),
                    cards: inside(Role::ListItem),
                    notes: inside(Role::Note),
                };
                if let Some(before) = self.cells.insert(at, read.clone()) {
                    assert_eq!(before, read, "{at:?} says something else after scrolling");
                }
            }
        }
    }
}

fn ask(shown: &mut Window, action: Action) -> bool {
    let before = places(shown);
    let (target_node, _) = shown.get_by_role(Role::Table).accesskit_node().locate();
    let request = ActionRequest { action, target_tree: TreeId::ROOT, target_node, data: None };
    shown.event(Event::AccessKitActionRequest(request));
    shown.run_steps(3);
    before != places(shown)
}

/// Where things are now.
fn places(shown: &Window) -> Vec<String> {
    let table = shown.get_by_role(Role::Table);
    let rows = table.accesskit_node().children();
    rows.flat_map(|row| row.children().collect::<Vec<_>>())
        .map(|cell| format!("{:?} {:?}", cell.label(), cell.raw_bounds()))
        .collect()
}

/// Scrolls through the whole canvas, to and fro from the top to the bottom, and reads.
fn walk(shown: &mut Window) -> Table {
    ctrl(shown, Key::Num0);
    while ask(shown, Action::ScrollUp) {}
    while ask(shown, Action::ScrollLeft) {}
    let mut table = Table::default();
    let mut way = [Action::ScrollRight, Action::ScrollLeft];
    loop {
        table.read(shown);
        while ask(shown, way[0]) {
            table.read(shown);
        }
        way.reverse();
        if !ask(shown, Action::ScrollDown) {
            return table;
        }
    }
}

/// What a card says at least.
fn said(map: &JourneyMap, words: &Words, card: &wayfelt::model::Card) -> String {
    match &card.content {
        Content::Touchpoint(touchpoint) if card.text.is_empty() => {
            let channel = touchpoint.channel.unwrap();
            wayfelt::i18n::channel_word(words, channel)
                .or_else(|| match channel {
                    wayfelt::model::Channel::Own(id) => map.own_channel(id).map(|own| own.name.clone()),
                    _ => None,
                })
                .unwrap()
        }
        _ => card.text.clone(),
    }
}

fn compare(map: &JourneyMap, table: &Table, title: &str) {
    let words = Words::new(map.language);
    let phases = map.stages.iter().any(|stage| stage.phase.is_some());
    let steps: Vec<_> = map.stages.iter().flat_map(|stage| &stage.steps).collect();
    assert!(map.stages.iter().all(|stage| !stage.steps.is_empty()), "the samples have steps everywhere");
    let mut expected = 0;
    let mut row = 0;
    let at = |row: usize, column: usize| {
        table.cells.get(&(row, column)).unwrap_or_else(|| panic!("{title}: nothing at row {row}, column {column}"))
    };
    if phases {
        let mut column = 1;
        let mut last = None;
        for stage in &map.stages {
            if let Some(phase) = stage.phase.filter(|_| stage.phase != last) {
                let own = map.phases.get(phase);
                let name = if own.is_empty() { phase_word(&words, phase) } else { own.to_owned() };
                assert_eq!((at(row, column).role, at(row, column).name.as_str()), (Role::ColumnHeader, name.as_str()));
                expected += 1;
            }
            last = stage.phase;
            column += stage.steps.len();
        }
        row += 1;
    }
    let mut column = 1;
    for stage in &map.stages {
        assert!(at(row, column).name.starts_with(&stage.name), "{:?} isn't stage {}", at(row, column), stage.name);
        assert_eq!(at(row, column).role, Role::ColumnHeader);
        column += stage.steps.len();
        expected += 1;
    }
    row += 1;
    for (place, step) in steps.iter().enumerate() {
        let header = at(row, place + 1);
        assert_eq!(header.role, Role::ColumnHeader);
        let number = words!(words, "map-step-place", n = place.saturating_add(1), count = steps.len());
        assert!(header.name.starts_with(&step.name), "{header:?} isn't step {}", step.name);
        assert_eq!(header.about.as_deref(), Some(number.as_str()));
        assert_eq!(header.name.contains(&words!(words, "map-moment-of-truth")), step.moment_of_truth);
        expected += 1;
    }
    row += 1;
    for lane in map.lanes.iter().filter(|lane| !lane.hidden) {
        let name = if lane.name.is_empty() { lane_kind_word(&words, lane.kind) } else { lane.name.clone() };
        let personas: Vec<_> = match lane.kind {
            LaneKind::Emotion if !lane.collapsed => map.personas.iter().map(Some).collect(),
            _ => vec![None],
        };
        for persona in personas {
            let header = at(row, 0);
            assert_eq!(header.role, Role::RowHeader);
            assert!(header.name.starts_with(&name), "{header:?} isn't lane {name}");
            assert!(persona.is_none_or(|persona| header.name.ends_with(&persona.name)), "{header:?}");
            expected += 1;
            for (place, step) in steps.iter().enumerate() {
                let cell = at(row, place + 1);
                assert_eq!(cell.role, Role::Cell);
                expected += 1;
                let number = words!(words, "map-step-place", n = place.saturating_add(1), count = steps.len());
                let start = format!("{name}, {number}");
                assert!(cell.name.starts_with(&start), "{cell:?} isn't at {start}");
                if let Some(persona) = persona {
                    let score = step.score(persona.id);
                    let what = match (score.shown(), score.state) {
                        (Some(value), _) => {
                            let sign = if value > 0.0 { "+" } else { "" };
                            format!("{}: {sign}{}", persona.name, words.number_up_to(value, 2))
                        }
                        (None, ScoreState::NotInvolved) => {
                            format!("{}: {}", persona.name, words!(words, "map-not-involved"))
                        }
                        (None, _) => format!("{}: {}", persona.name, words!(words, "map-unknown")),
                    };
                    assert!(cell.name.contains(&what), "{cell:?} doesn't say {what}");
                    assert!(
                        score.shown().is_none() || {
                            let validated = words!(words, "map-validated");
                            cell.name.contains(&validated) == score.validated()
                        }
                    );
                    continue;
                }
                let cards: Vec<_> = step.cards.iter().filter(|card| card.lane == lane.id).collect();
                if lane.collapsed {
                    assert!(cell.cards.is_empty());
                    continue;
                }
                assert_eq!(cell.cards.len(), cards.len(), "{cell:?} at {start} of {title}");
                for (read, card) in cell.cards.iter().zip(cards) {
                    let text = said(map, &words, card);
                    assert!(read.starts_with(&name) && read.contains(&text), "{read} doesn't say {text}");
                }
            }
            row += 1;
        }
    }
    assert_eq!(table.size, (row, steps.len() + 1), "{title}");
    assert_eq!(table.cells.len(), expected, "{title} has cells that the map hasn't");
}

#[test]
fn the_table_equals_the_map_however_one_scrolls_through_it() {
    let samples = wayfelt::file::embedded::samples();
    assert!(Language::ALL.iter().all(|language| samples.iter().any(|sample| sample.language == *language)));
    for (place, sample) in samples.iter().enumerate() {
        let mut shown = window(sample.language, ThemeChoice::Light);
        shown.state_mut().show_sample(place);
        shown.run_steps(4);
        let table = walk(&mut shown);
        compare(&shown.state().shown_map().unwrap(), &table, sample.title);
    }
}

/// What screen readers take to have the keyboard.
fn focused(shown: &Window) -> String {
    let root = shown.kittest_state().root();
    let focused = by().predicate(|node| node.is_focused());
    let found: Vec<_> = shown.query_all(focused).filter_map(|node| node.accesskit_node().label()).collect();
    assert_eq!(found.len(), 1, "{found:?} in {:?}", root.role());
    found[0].clone()
}

fn run(shown: &mut Window, command: Command) {
    let context = shown.ctx.clone();
    shown.state_mut().run(&context, command);
    shown.run_steps(4);
}

/// A new map with two steps; the cursor stands on the name of the second.
fn two_steps() -> Window {
    let mut shown = english();
    ctrl(&mut shown, Key::N);
    for name in ["Asks", "Pays"] {
        run(&mut shown, Command::InsertStep);
        type_text(&mut shown, name);
        press(&mut shown, Key::Enter);
    }
    press(&mut shown, Key::ArrowUp);
    shown
}

#[test]
fn what_the_cursor_stands_on_has_the_focus_of_screen_readers() {
    let mut shown = two_steps();
    assert_eq!(focused(&shown), "Pays");
    press(&mut shown, Key::ArrowDown);
    let lane = shown.state().shown_map().unwrap().lanes.first().map(|lane| lane.kind).unwrap();
    let lane = lane_kind_word(&Words::new(Language::En), lane);
    assert_eq!(focused(&shown), format!("{lane}, step 2 of 2: empty"));
    press(&mut shown, Key::ArrowLeft);
    assert_eq!(focused(&shown), format!("{lane}, step 1 of 2: empty"));

    type_text(&mut shown, "Waits");
    let typing = focused(&shown);
    assert!(typing.ends_with(&format!(": {lane}, step 1 of 2")), "{typing}");
    let field = shown.query_all(by().predicate(|node| node.is_focused())).next().unwrap();
    assert_eq!(field.value().as_deref(), Some("Waits"));
    press(&mut shown, Key::Enter);
    assert_eq!(focused(&shown), format!("{lane}, step 1 of 2: Waits"));
    press(&mut shown, Key::ArrowLeft);
    assert_eq!(focused(&shown), lane);
    let stage = shown.state().shown_map().unwrap().stages[0].name.clone();
    for key in [Key::ArrowRight, Key::ArrowUp, Key::ArrowUp] {
        press(&mut shown, key);
    }
    assert_eq!(focused(&shown), stage);
}

#[test]
fn a_score_is_read_with_its_persona_its_value_and_whether_it_is_known() {
    let mut shown = two_steps();
    let map = shown.state().shown_map().unwrap();
    let lane = map.lanes.iter().position(|lane| lane.kind == LaneKind::Emotion).unwrap();
    let persona = map.personas[0].name.clone();
    for _ in 0..=lane {
        press(&mut shown, Key::ArrowDown);
    }
    press(&mut shown, Key::ArrowLeft);
    assert!(focused(&shown).ends_with(&format!("step 1 of 2, {persona}: unknown")), "{}", focused(&shown));
    press(&mut shown, Key::Num4);
    assert!(focused(&shown).ends_with("unknown"), "the cursor goes on: {}", focused(&shown));
    press(&mut shown, Key::ArrowLeft);
    press(&mut shown, Key::Plus);
    let score = focused(&shown);
    assert!(score.ends_with(&format!("step 1 of 2, {persona}: +1.5, hypothesis")), "{score}");
    press(&mut shown, Key::X);
    press(&mut shown, Key::ArrowLeft);
    assert!(focused(&shown).ends_with(&format!("{persona}: not involved")), "{}", focused(&shown));
}

#[test]
fn a_screen_reader_selects_by_pressing_and_focusing_and_folds_lanes() {
    let mut shown = two_steps();
    press(&mut shown, Key::ArrowDown);
    type_text(&mut shown, "Waits");
    press(&mut shown, Key::Enter);
    shown.get_by_label("Asks").click_accesskit();
    shown.run_steps(4);
    assert_eq!(focused(&shown), "Asks");
    let lane = shown.state().shown_map().unwrap().lanes[0].clone();
    let name = lane_kind_word(&Words::new(Language::En), lane.kind);
    let card = format!("{name}, step 2 of 2: Waits");
    shown.get_by_label(&card).focus();
    shown.run_steps(4);
    assert_eq!(focused(&shown), card);
    let card = shown.get_by_label(&card);
    assert_eq!(card.accesskit_node().is_selected(), Some(true));
    assert_eq!(card.accesskit_node().parent().unwrap().role(), Role::Cell);

    let (header, _) = shown
        .get_by(|node| node.role() == Role::RowHeader && node.label() == Some(name.clone()))
        .accesskit_node()
        .locate();
    for (action, folded) in [(Action::Collapse, true), (Action::Expand, false)] {
        let request = ActionRequest { action, target_tree: TreeId::ROOT, target_node: header, data: None };
        shown.event(Event::AccessKitActionRequest(request));
        shown.run_steps(4);
        assert_eq!(shown.state().shown_map().unwrap().lanes[0].collapsed, folded);
    }
}

/// A large map is described where it is seen and where the cursor can go, not whole.
#[test]
fn a_large_map_is_described_only_in_part() {
    let mut shown = two_steps();
    for _ in 0..120 {
        let context = shown.ctx.clone();
        shown.state_mut().run(&context, Command::InsertStep);
        shown.run_steps(1);
    }
    ctrl(&mut shown, Key::Num0);
    press(&mut shown, Key::ArrowDown);
    let mut table = Table::default();
    table.read(&shown);
    assert_eq!(table.size.1, 123);
    assert!(table.cells.len() < 400, "{} cells", table.cells.len());
    let map = shown.state().shown_map().unwrap();
    let rows = table.cells.keys().map(|(row, _)| *row).max().unwrap();
    assert!(rows + 1 >= map.lanes.len(), "the cursor's column is whole");
    // The cursor's neighbours are there although they are out of view.
    let first = focused(&shown);
    assert!(first.contains("step 122 of 122"), "{first}");
    for _ in 0..12 {
        press(&mut shown, Key::ArrowLeft);
        assert!(focused(&shown).contains("of 122"));
    }
}

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

/// All regions that F6 goes through, by name, until it comes round.
fn ring(shown: &mut Window, modifiers: Modifiers) -> Vec<String> {
    let mut names = Vec::new();
    loop {
        shown.key_press_modifiers(modifiers, Key::F6);
        shown.run_steps(4);
        let name = focused(shown);
        if names.first() == Some(&name) || names.len() > 12 {
            return names;
        }
        names.push(name);
    }
}

#[test]
fn f6_goes_round_all_regions_both_ways() {
    let mut shown = two_steps();
    let forward = ring(&mut shown, Modifiers::NONE);
    assert_eq!(forward.len(), 7, "{forward:?}");
    let mut back = ring(&mut shown, Modifiers::SHIFT);
    back.reverse();
    let turn = back.iter().position(|name| *name == forward[0]).unwrap();
    back.rotate_left(turn);
    assert_eq!(back, forward);

    // From wherever the keyboard is inside a region.
    for _ in 0..forward.len() {
        if focused(&shown) == "Inspector" {
            break;
        }
        press(&mut shown, Key::F6);
    }
    for _ in 0..3 {
        press(&mut shown, Key::Tab);
    }
    press(&mut shown, Key::F6);
    assert_eq!(focused(&shown), "Insights");

    let mut shown = english();
    let names = ring(&mut shown, Modifiers::NONE);
    assert_eq!(names.len(), 4, "the start page has no map: {names:?}");
}

/// From the inspector on, Tab reaches only what has a name, and ends on the map, which F6 leaves.
#[test]
fn tab_goes_through_the_panels_to_the_map() {
    for language in Language::ALL {
        let mut shown = two_steps();
        let command = if language == Language::En { Command::English } else { Command::Vietnamese };
        run(&mut shown, command);
        press(&mut shown, Key::F6);
        let map = Some(eframe::egui::Id::unique("canvas-cell"));
        let mut seen = Vec::new();
        while shown.ctx.memory(|memory| memory.focused()) != map {
            press(&mut shown, Key::Tab);
            let id = shown.ctx.memory(|memory| memory.focused());
            let node = shown.query_all(by().predicate(|node| node.is_focused())).next();
            let node = node.unwrap_or_else(|| panic!("{id:?} has the keyboard and no node, after {seen:?}"));
            let (role, name) = (node.accesskit_node().role(), node.accesskit_node().label());
            assert!(name.is_some(), "a {role:?} at {:?} has no name, after {seen:?}", node.rect());
            seen.extend(name);
            assert!(seen.len() < 120, "the keyboard is caught: {seen:?}");
        }
        assert!(seen.len() > 10, "{seen:?}");
        assert!(!seen.iter().any(|name| name == "Resize panel"), "{seen:?}");
        press(&mut shown, Key::F6);
        assert_ne!(shown.ctx.memory(|memory| memory.focused()), map);
    }
}

#[test]
fn the_edge_of_a_panel_moves_by_arrows() {
    let mut shown = two_steps();
    for (name, larger, smaller) in [
        ("Size of the panel: Outline", Key::ArrowRight, Key::ArrowLeft),
        ("Size of the panel: Inspector", Key::ArrowLeft, Key::ArrowRight),
        ("Size of the panel: Insights", Key::ArrowUp, Key::ArrowDown),
    ] {
        shown.get_by_label(name).focus();
        shown.run_steps(4);
        let size = |shown: &Window| shown.get_by_label(name).accesskit_node().numeric_value().unwrap();
        let before = size(&shown);
        press(&mut shown, larger);
        let after = size(&shown);
        assert!(after > before, "{name}: {before} → {after}");
        press(&mut shown, smaller);
        assert!((size(&shown) - before).abs() < 0.01);
        assert_eq!(focused(&shown), name);
    }
}

#[test]
fn the_menu_of_a_row_of_the_outline_opens_by_key_and_gives_the_row_back() {
    let mut shown = two_steps();
    let row = |shown: &Window| {
        shown.get_by(|node| node.role() == Role::TreeItem && node.label() == Some("Step Pays".into())).rect()
    };
    row(&shown);
    shown.get_by(|node| node.role() == Role::TreeItem && node.label() == Some("Step Pays".into())).focus();
    shown.run_steps(2);
    assert_eq!(focused(&shown), "Step Pays");
    for key in [Key::Escape, Key::Enter] {
        shown.key_press_modifiers(Modifiers::SHIFT, Key::F10);
        shown.run_steps(4);
        let items = shown.query_all(by().role(Role::MenuItem).predicate(|node| node.is_focused())).count();
        assert_eq!(items, 1, "the first entry has the keyboard");
        if key == Key::Enter {
            press(&mut shown, Key::ArrowDown);
        }
        press(&mut shown, key);
        shown.run_steps(4);
        assert_eq!(focused(&shown), "Step Pays", "after {key:?}");
    }
    let steps: Vec<_> = shown.state().shown_map().unwrap().steps().map(|(_, step)| step.name.clone()).collect();
    assert_eq!(steps, ["Pays", "Asks"], "moved up by its menu");
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
