//! The pages of personas, and the library, in the whole window.

use eframe::egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use wayfelt::app::command::Command;
use wayfelt::app::{App, Settings, Start};
use wayfelt::edit::{Cursor, Edit, LaneChange, Selection};
use wayfelt::file::library::{Kept, Library};
use wayfelt::file::recovery::RecoveryFolder;
use wayfelt::model::{Content, JourneyMap, Persona};

use crate::window::{press, says, type_text};

type Window = Harness<'static, App>;

/// A window with a sample, whose library and recovery copies lie in this folder.
fn with_library(folder: &std::path::Path) -> Window {
    let start = Start {
        settings: Settings { started_before: true, ..Settings::default() },
        recovery: Some(RecoveryFolder::at(folder.join("recovery"))),
        library: Some(Library::at(folder.join("library"))),
        ..Start::default()
    };
    let mut shown = Harness::builder()
        .with_size(eframe::egui::vec2(1280.0, 720.0))
        .build_eframe(move |creation| App::new(&creation.egui_ctx, start));
    shown.run_steps(4);
    shown.state_mut().show_sample(0);
    shown.run_steps(4);
    shown
}

fn run(shown: &mut Window, command: Command) {
    let context = shown.ctx.clone();
    shown.state_mut().run(&context, command);
    shown.run_steps(4);
}

fn map(shown: &Window) -> JourneyMap {
    (*shown.state().shown_map().unwrap()).clone()
}

fn select(shown: &mut Window, selection: Selection) {
    shown.state_mut().select_shown(selection);
    shown.run_steps(3);
}

#[test]
fn a_persona_has_a_page_that_turns_and_closes_by_key() {
    let folder = tempfile::tempdir().unwrap();
    let mut shown = with_library(folder.path());
    let names: Vec<String> = map(&shown).personas.iter().map(|persona| persona.name.clone()).collect();
    assert!(names.len() > 1, "the sample has several");
    run(&mut shown, Command::PersonaPage);
    assert!(says(&shown, "Back to the map"));
    let name = |shown: &Window| shown.get_by_label("Name").value().unwrap_or_default();
    assert_eq!(name(&shown), names[0]);
    press(&mut shown, Key::PageDown);
    assert_eq!(name(&shown), names[1]);
    press(&mut shown, Key::PageUp);
    press(&mut shown, Key::PageUp);
    assert_eq!(name(&shown), *names.last().unwrap(), "it goes round");
    press(&mut shown, Key::Delete);
    assert_eq!(map(&shown).personas.len(), names.len(), "keys of the canvas do nothing here");
    press(&mut shown, Key::Escape);
    assert!(!says(&shown, "Back to the map"));
}

#[test]
fn a_page_is_filled_in_and_escape_first_takes_typing_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut shown = with_library(folder.path());
    run(&mut shown, Command::PersonaPage);
    let before = map(&shown);
    shown.get_by_label("Goal").focus();
    shown.run_steps(2);
    shown.key_press_modifiers(Modifiers::COMMAND, Key::A);
    type_text(&mut shown, "Peace of mind");
    assert_eq!(map(&shown).personas[0].goal, "Peace of mind");
    press(&mut shown, Key::Escape);
    assert_eq!(map(&shown).personas[0].goal, before.personas[0].goal);
    assert!(says(&shown, "Back to the map"), "Escape was for the field");
    press(&mut shown, Key::Escape);
    assert!(!says(&shown, "Back to the map"));
}

#[test]
fn enter_on_a_persona_of_the_outline_opens_its_page() {
    let folder = tempfile::tempdir().unwrap();
    let mut shown = with_library(folder.path());
    let name = map(&shown).personas[1].name.clone();
    let row = format!("Persona {name}");
    let node = shown.query_all_by_label_contains(&row).next();
    let node = node.unwrap_or_else(|| panic!("{row}"));
    node.focus();
    shown.run_steps(2);
    press(&mut shown, Key::Enter);
    assert!(says(&shown, "Back to the map"));
    assert_eq!(shown.get_by_label("Name").value().as_deref(), Some(name.as_str()));
}

#[test]
fn selecting_something_else_brings_the_map_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut shown = with_library(folder.path());
    run(&mut shown, Command::PersonaPage);
    let step = map(&shown).steps().next().unwrap().1.id;
    select(&mut shown, Selection::at(Cursor::Step(step)));
    assert!(!says(&shown, "Back to the map"));
}

#[test]
fn a_persona_goes_through_the_library_into_another_map() {
    let folder = tempfile::tempdir().unwrap();
    let mut shown = with_library(folder.path());
    let persona = map(&shown).personas[0].clone();
    select(&mut shown, Selection::at(Cursor::Persona(persona.id)));
    run(&mut shown, Command::KeepInLibrary);
    assert!(says(&shown, "in the library"));
    run(&mut shown, Command::New);
    run(&mut shown, Command::InsertFromLibrary);
    assert!(says(&shown, &folder.path().join("library").display().to_string()), "it says where it is");
    type_text(&mut shown, &persona.name.to_lowercase());
    press(&mut shown, Key::Enter);
    let inserted = map(&shown).personas.last().unwrap().clone();
    assert_ne!(inserted.id, persona.id, "with a fresh id");
    assert_eq!((&inserted.name, &inserted.goal, &inserted.fields), (&persona.name, &persona.goal, &persona.fields));
    run(&mut shown, Command::Undo);
    assert_eq!(map(&shown).personas.len(), 1, "one undo step");
}

#[test]
fn a_portrait_that_is_gone_from_the_library_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let mut shown = with_library(folder.path());
    let persona = Persona { portrait: "gone.png".to_owned(), ..Persona::clone(&map(&shown).personas[0]) };
    Library::at(folder.path().join("library")).keep(&Kept::persona(&persona, None), None).unwrap();
    run(&mut shown, Command::InsertFromLibrary);
    press(&mut shown, Key::Enter);
    let inserted = map(&shown).personas.last().unwrap().clone();
    assert_eq!((inserted.name.as_str(), inserted.portrait.as_str()), (persona.name.as_str(), ""));
    assert!(says(&shown, "comes without a portrait"));
    assert!(says(&shown, "gone.png"));
}

#[test]
fn a_touchpoint_goes_through_the_library_to_the_cursor() {
    let folder = tempfile::tempdir().unwrap();
    let mut shown = with_library(folder.path());
    let card = map(&shown)
        .cards()
        .find(|(_, card)| matches!(card.content, Content::Touchpoint(_)))
        .map(|(_, card)| card.clone())
        .unwrap();
    select(&mut shown, Selection { cards: vec![card.id], ..Selection::default() });
    run(&mut shown, Command::KeepInLibrary);
    run(&mut shown, Command::New);
    run(&mut shown, Command::InsertStep);
    run(&mut shown, Command::InsertFromLibrary);
    press(&mut shown, Key::Enter);
    let now = map(&shown);
    let (_, inserted) = now.cards().next().expect("it stands at the step");
    assert_ne!(inserted.id, card.id);
    let (Content::Touchpoint(before), Content::Touchpoint(after)) = (&card.content, &inserted.content) else {
        panic!()
    };
    assert_eq!((&inserted.text, before.channel, before.service), (&card.text, after.channel, after.service));
}

#[test]
fn a_broken_file_of_the_library_is_said_and_the_rest_can_be_used() {
    let folder = tempfile::tempdir().unwrap();
    let mut shown = with_library(folder.path());
    let persona = map(&shown).personas[0].clone();
    select(&mut shown, Selection::at(Cursor::Persona(persona.id)));
    run(&mut shown, Command::KeepInLibrary);
    std::fs::write(folder.path().join("library").join("broken.ron"), "(format: 1").unwrap();
    run(&mut shown, Command::InsertFromLibrary);
    assert!(says(&shown, "A file can’t be used; the rest can"));
    assert!(says(&shown, "broken.ron"));
    press(&mut shown, Key::Enter);
    assert_eq!(map(&shown).personas.iter().filter(|other| other.name == persona.name).count(), 2);
}

#[test]
fn a_lane_is_locked_and_unlocked_by_command_and_says_why_it_refuses() {
    let folder = tempfile::tempdir().unwrap();
    let mut shown = with_library(folder.path());
    let (step, card) = map(&shown).cards().next().map(|(step, card)| (step.id, card.clone())).unwrap();
    select(&mut shown, Selection::at(Cursor::Cell { lane: card.lane, step, persona: None }));
    run(&mut shown, Command::LockLane);
    assert!(map(&shown).lane(card.lane).unwrap().locked);
    let locked = map(&shown);
    run(&mut shown, Command::Delete);
    assert_eq!(map(&shown), locked);
    assert!(says(&shown, "the lane is locked"));
    shown.state_mut().edit_shown(&Edit::SetLane(card.lane, LaneChange::Color(Some(1))));
    shown.run_steps(2);
    assert_eq!(map(&shown), locked);
    run(&mut shown, Command::LockLane);
    assert!(!map(&shown).lane(card.lane).unwrap().locked);
}

#[test]
fn a_lane_is_collapsed_hidden_and_duplicated_from_its_own_menu() {
    let folder = tempfile::tempdir().unwrap();
    let mut shown = with_library(folder.path());
    let lane = map(&shown).lanes[0].id;
    let menu = |shown: &mut Window| {
        select(shown, Selection::at(Cursor::Lane(lane)));
        shown.key_press_modifiers(Modifiers::SHIFT, Key::F10);
        shown.run_steps(4);
    };
    menu(&mut shown);
    for name in ["Rename", "Lock lane", "Collapse lane", "Hide lane", "Duplicate"] {
        assert!(says(&shown, name), "{name}");
    }
    assert!(!says(&shown, "Edit the text"));
    shown.get_by_label("Collapse lane").click();
    shown.run_steps(4);
    assert!(map(&shown).lane(lane).unwrap().collapsed);
    let count = map(&shown).lanes.len();
    menu(&mut shown);
    shown.get_by_label("Duplicate").click();
    shown.run_steps(4);
    assert_eq!(map(&shown).lanes.len(), count + 1);
    menu(&mut shown);
    shown.get_by_label("Hide lane").click();
    shown.run_steps(4);
    assert!(map(&shown).lane(lane).unwrap().hidden);
    // A step has no such entries.
    let step = map(&shown).steps().next().unwrap().1.id;
    select(&mut shown, Selection::at(Cursor::Step(step)));
    shown.key_press_modifiers(Modifiers::SHIFT, Key::F10);
    shown.run_steps(4);
    assert!(says(&shown, "Rename") && !says(&shown, "Lock lane") && !says(&shown, "Hide lane"));
}
