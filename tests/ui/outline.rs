use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use wayfelt::app::Intent;
use wayfelt::edit::{Cursor, Edit, LaneChange, Selection, StepChange, TextAt};
use wayfelt::model::{JourneyMap, LaneKind, Language, Theme};

use crate::maps::{grid, id, lane, step_mut};
use crate::panel::{Which, click, open, open_in, press, type_into};
use crate::sample_maps::samples;

fn names(map: &JourneyMap) -> Vec<&str> {
    map.steps().map(|(_, step)| step.name.as_str()).collect()
}

#[test]
fn a_click_selects_and_shows() {
    let mut outline = open(Which::Outline, grid(3), Selection::default());
    click(&mut outline, "Step Step 2");
    assert_eq!(outline.state().intents, [Intent::Show(Selection::at(Cursor::Step(id(2))))]);
    click(&mut outline, "Persona Hạnh");
    assert_eq!(outline.state().selection, Selection::at(Cursor::Persona(id(2))));
}

#[test]
fn renaming_is_one_gesture() {
    let mut outline = open(Which::Outline, grid(2), Selection::default());
    click(&mut outline, "Step Step 1");
    press(&mut outline, Modifiers::NONE, Key::F2);
    outline.get_by_label("Rename Step 1").type_text("Pays");
    outline.run();
    assert_eq!(names(&outline.state().map), ["Pays", "Step 2"], "the name is previewed while it is typed");
    press(&mut outline, Modifiers::NONE, Key::Enter);
    let at = TextAt::StepName(id(1));
    let preview = Intent::Preview(Edit::SetText { at, text: "Pays".to_owned() });
    assert_eq!(outline.state().intents[1..], [preview, Intent::Commit]);
    assert!(outline.query_by_label("Step Pays").is_some());
}

#[test]
fn escape_puts_the_old_name_back() {
    let mut outline = open(Which::Outline, grid(2), Selection::default());
    click(&mut outline, "Step Step 1");
    press(&mut outline, Modifiers::NONE, Key::F2);
    outline.get_by_label("Rename Step 1").type_text("Pays");
    outline.run();
    press(&mut outline, Modifiers::NONE, Key::Escape);
    assert_eq!(names(&outline.state().map), ["Step 1", "Step 2"]);
    assert_eq!(outline.state().intents.last(), Some(&Intent::Cancel));
    assert!(outline.query_by_label("Step Step 1").is_some());
}

#[test]
fn a_new_stage_is_named_at_once() {
    let mut outline = open(Which::Outline, grid(1), Selection::default());
    click(&mut outline, "Add a stage");
    assert_eq!(outline.state().map.stages.len(), 2);
    outline.get_by_label("Rename New stage").type_text("Support");
    outline.run();
    press(&mut outline, Modifiers::NONE, Key::Enter);
    assert_eq!(outline.state().map.stages[1].name, "Support");
    click(&mut outline, "Add a step to Support");
    outline.get_by_label("Rename New step").type_text("Calls");
    outline.run();
    press(&mut outline, Modifiers::NONE, Key::Enter);
    assert_eq!(names(&outline.state().map), ["Step 1", "Calls"]);
}

#[test]
fn personas_and_lanes_are_added() {
    let mut outline = open(Which::Outline, grid(1), Selection::default());
    click(&mut outline, "Add a persona");
    press(&mut outline, Modifiers::NONE, Key::Enter);
    assert_eq!(outline.state().map.personas.len(), 3);
    let before = outline.state().map.lanes.len();
    click(&mut outline, "Add a lane");
    click(&mut outline, "Quotes");
    assert_eq!(outline.state().map.lanes.len(), before + 1);
    assert_eq!(outline.state().map.lanes[before].kind, LaneKind::Quotes);
}

#[test]
fn rows_are_moved_by_keyboard() {
    let mut outline = open(Which::Outline, grid(3), Selection::default());
    click(&mut outline, "Step Step 1");
    press(&mut outline, Modifiers::ALT, Key::ArrowDown);
    assert_eq!(outline.state().edits(), [&Edit::MoveStep { id: id(1), stage: id(1), to: 1 }]);
    assert_eq!(names(&outline.state().map), ["Step 2", "Step 1", "Step 3"]);
    press(&mut outline, Modifiers::ALT, Key::ArrowUp);
    assert_eq!(names(&outline.state().map), ["Step 1", "Step 2", "Step 3"]);
    press(&mut outline, Modifiers::ALT, Key::ArrowUp);
    assert_eq!(outline.state().edits().len(), 2, "the first step of the first stage goes no farther up");
}

#[test]
fn arrows_go_from_row_to_row() {
    let mut outline = open(Which::Outline, grid(2), Selection::default());
    click(&mut outline, "Step Step 1");
    press(&mut outline, Modifiers::NONE, Key::ArrowDown);
    assert!(outline.get_by_label("Step Step 2").is_focused());
    press(&mut outline, Modifiers::NONE, Key::ArrowUp);
    press(&mut outline, Modifiers::NONE, Key::ArrowUp);
    assert!(outline.get_by_label("Stage Stage 1").is_focused());
}

#[test]
fn dragging_a_step_lands_where_the_line_is() {
    let mut outline = open(Which::Outline, grid(3), Selection::default());
    let from = outline.get_by_label("Step Step 1").rect().center();
    let to = outline.get_by_label("Step Step 3").rect();
    outline.drag_at(from);
    outline.run();
    outline.hover_at(to.center());
    outline.run();
    outline.hover_at(to.center_bottom());
    outline.run();
    outline.drop_at(to.center_bottom());
    outline.run();
    assert_eq!(outline.state().edits(), [&Edit::MoveStep { id: id(1), stage: id(1), to: 2 }]);
    assert_eq!(names(&outline.state().map), ["Step 2", "Step 3", "Step 1"]);
}

#[test]
fn the_menu_marks_moments_of_truth_and_hides_lanes() {
    let mut outline = open(Which::Outline, grid(1), Selection::default());
    outline.get_by_label("Step Step 1").click_secondary();
    outline.run();
    click(&mut outline, "Mark as moment of truth");
    outline.get_by_label("Lane Thoughts").click_secondary();
    outline.run();
    click(&mut outline, "Hide on the map");
    let thoughts = lane(LaneKind::Thoughts);
    assert_eq!(
        outline.state().edits(),
        [&Edit::SetStep(id(1), StepChange::MomentOfTruth(true)), &Edit::SetLane(thoughts, LaneChange::Hidden(true))]
    );
    assert!(outline.query_by_label("Step Step 1, moment of truth").is_some());
    assert!(outline.query_by_label("Lane Thoughts, hidden").is_some());
}

#[test]
fn long_names_are_never_cut() {
    let mut map = grid(2);
    let long = "Compares prices on the website, in the store and with three friends who bought the same one";
    step_mut(&mut map, id(1)).name = long.to_owned();
    let outline = open(Which::Outline, map, Selection::default());
    let (tall, short) =
        (outline.get_by_label(&format!("Step {long}")).rect(), outline.get_by_label("Step Step 2").rect());
    assert!(tall.height() > 1.5 * short.height(), "the row grows: {tall} against {short}");
    assert_eq!(tall.width(), short.width());
}

#[test]
fn the_samples_are_shown_in_both_languages_and_themes() {
    for (_, map) in samples() {
        for (language, theme) in [(Language::En, Theme::Dark), (Language::Vi, Theme::Light)] {
            let outline = open_in(Which::Outline, map.clone(), Selection::default(), language, theme);
            assert!(outline.state().intents.is_empty());
        }
    }
}

#[test]
fn an_empty_map_says_what_belongs_in_it() {
    let mut outline = open(Which::Outline, JourneyMap::default(), Selection::default());
    assert!(outline.query_by_label_contains("No stages yet").is_some());
    click(&mut outline, "Add a stage");
    type_into(&mut outline, "Rename New stage", "Awareness");
    press(&mut outline, Modifiers::NONE, Key::Enter);
    assert_eq!(outline.state().map.stages[0].name, "Awareness");
}
