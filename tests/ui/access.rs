//! The map as a screen reader has it: a table that equals the map, however one gets through it.

use std::collections::BTreeMap;

use eframe::egui::accesskit::{Action, ActionRequest, TreeId};
use eframe::egui::{Event, Key, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _, by};
use wayfelt::app::command::Command;
use wayfelt::app::{App, ThemeChoice};
use wayfelt::i18n::{Words, lane_kind_word, phase_word};
use wayfelt::model::{Content, JourneyMap, LaneKind, Language, ScoreState};
use wayfelt::words;

use crate::window::{ctrl, english, press, type_text, window};

pub type Window = Harness<'static, App>;

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
pub fn focused(shown: &Window) -> String {
    let root = shown.kittest_state().root();
    let focused = by().predicate(|node| node.is_focused());
    let found: Vec<_> = shown.query_all(focused).filter_map(|node| node.accesskit_node().label()).collect();
    assert_eq!(found.len(), 1, "{found:?} in {:?}", root.role());
    found[0].clone()
}

pub fn run(shown: &mut Window, command: Command) {
    let context = shown.ctx.clone();
    shown.state_mut().run(&context, command);
    shown.run_steps(4);
}

/// A new map with two steps; the cursor stands on the name of the second.
pub fn two_steps() -> Window {
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
