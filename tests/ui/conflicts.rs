//! Conflicts of a merge in the window: told, shown, settled one by one or all at once; and what changed since saving.

use std::sync::Arc;

use eframe::egui::{Key, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use wayfelt::app::command::Command;
use wayfelt::app::{App, ThemeChoice};
use wayfelt::diff::merge;
use wayfelt::edit::{Edit, Label, TextAt, apply};
use wayfelt::model::{CardId, Choice, JourneyMap, LaneKind, Language};

use crate::maps::{grid, id, put_plain};
use crate::window::{alone, click, ctrl, english, press, says, type_text, window};

fn say(map: &JourneyMap, card: u64, text: &str) -> JourneyMap {
    apply(map, &Edit::SetText { at: TextAt::CardText(id(card)), text: text.into() }).unwrap()
}

/// Two cards that both sides wrote on, and one that one of them removed.
fn disputed() -> JourneyMap {
    let mut base = grid(3);
    base.title = "Disputed".into();
    for card in 100..104 {
        put_plain(&mut base, 1, card, LaneKind::Thoughts);
    }
    let ours = say(&say(&say(&base, 100, "ours 0"), 101, "ours 1"), 102, "kept by us");
    let theirs = say(&say(&base, 100, "theirs 0"), 101, "theirs 1");
    let theirs = apply(&theirs, &Edit::RemoveCards(vec![id(102)])).unwrap();
    let merged = merge(&base, &ours, &theirs);
    assert_eq!(merged.conflicts.len(), 3);
    merged.map
}

fn opened() -> Harness<'static, App> {
    let mut shown = alone(&disputed(), Vec2::new(1280.0, 720.0), false);
    shown.run_steps(4);
    shown
}

fn text(shown: &Harness<'static, App>, card: u64) -> String {
    let card: CardId = id(card);
    shown.state().shown_map().unwrap().card(card).map_or_else(String::new, |(_, card)| card.text.clone())
}

#[test]
fn a_map_with_conflicts_tells_of_them_and_each_is_settled_by_a_click_or_a_key() {
    let mut shown = opened();
    assert!(shown.state().facts().conflicts_page, "the page opens by itself");
    assert!(says(&shown, "3 open conflicts") && says(&shown, "3 conflicts of a merge are open"));
    click(&mut shown, "Card “ours 0”, text: take Theirs, “theirs 0”");
    assert_eq!((text(&shown, 100).as_str(), shown.state().facts().conflicts), ("theirs 0", 2));
    // One undo step with a name.
    assert_eq!(shown.state().facts().undo.as_deref(), Some("Settle a conflict"));
    ctrl(&mut shown, Key::Z);
    assert_eq!((text(&shown, 100).as_str(), shown.state().facts().conflicts), ("ours 0", 3));
    ctrl(&mut shown, Key::Y);
    // By keyboard: what stands in the map already can be taken too.
    shown.get_by_label("Card “ours 1”, text: take Ours, “ours 1”").focus();
    shown.run_steps(2);
    press(&mut shown, Key::Enter);
    assert_eq!((text(&shown, 101).as_str(), shown.state().facts().conflicts), ("ours 1", 1));
    click(&mut shown, "Card “kept by us”, changed and removed: take Theirs, remove it");
    assert_eq!((text(&shown, 102).as_str(), shown.state().facts().conflicts), ("", 0));
    assert!(says(&shown, "No conflict is open") && !says(&shown, "open conflict of"));
    click(&mut shown, "Close the conflicts");
    assert!(!shown.state().facts().conflicts_page);
}

#[test]
fn all_conflicts_are_settled_at_once_as_one_step() {
    for (button, texts) in
        [("Take all ours", ["ours 0", "ours 1", "kept by us"]), ("Take all theirs", ["theirs 0", "theirs 1", ""])]
    {
        let mut shown = opened();
        click(&mut shown, button);
        assert_eq!([100, 101, 102].map(|card| text(&shown, card)), texts);
        assert_eq!(shown.state().facts().conflicts, 0);
        assert_eq!(shown.state().facts().undo.as_deref(), Some("Settle 3 conflicts"));
        ctrl(&mut shown, Key::Z);
        assert_eq!(shown.state().facts().conflicts, 3);
    }
}

#[test]
fn a_third_value_typed_meanwhile_can_be_kept() {
    let mut shown = opened();
    let edit = Edit::SetText { at: TextAt::CardText(id(100)), text: "neither".into() };
    assert!(shown.state_mut().edit_shown(&edit));
    shown.run_steps(4);
    click(&mut shown, "Card “neither”, text: take In the map now, “neither”");
    assert_eq!((text(&shown, 100).as_str(), shown.state().facts().conflicts), ("neither", 2));
}

#[test]
fn what_was_there_before_can_be_taken() {
    let mut shown = opened();
    click(&mut shown, "Card “ours 0”, text: take Before, “Card 100”");
    assert_eq!((text(&shown, 100).as_str(), shown.state().facts().conflicts), ("Card 100", 2));
}

#[test]
fn an_order_is_chosen_by_a_click() {
    let base = grid(4);
    let moved = |to| apply(&base, &Edit::MoveStep { id: id(2), stage: id(1), to }).unwrap();
    let merged = merge(&base, &moved(0), &moved(3)).map;
    let mut shown = alone(&merged, Vec2::new(1280.0, 720.0), false);
    shown.run_steps(4);
    let steps = |shown: &Harness<'static, App>| -> Vec<u64> {
        shown.state().shown_map().unwrap().steps().map(|(_, step)| step.id.bits()).collect()
    };
    assert_eq!((steps(&shown), shown.state().facts().conflicts), (vec![2, 1, 3, 4], 1));
    let theirs = "take Theirs, Step “Step 1” · Step “Step 3” · Step “Step 4” · Step “Step 2”";
    shown.get_by_label_contains(theirs).click();
    shown.run_steps(4);
    assert_eq!((steps(&shown), shown.state().facts().conflicts), (vec![1, 3, 4, 2], 0));
}

#[test]
fn the_button_of_a_conflict_shows_its_place() {
    let mut shown = opened();
    click(&mut shown, "Show Card “ours 1” on the map");
    assert_eq!(shown.state().shown_selection().cards, [id(101)]);
}

#[test]
fn a_merge_that_comes_while_a_map_is_open_opens_the_page_in_both_languages() {
    for language in Language::ALL {
        let mut shown = window(language, ThemeChoice::Dark);
        shown.state_mut().show_sample(0);
        shown.run_steps(4);
        let map = JourneyMap::clone(&shown.state().shown_map().unwrap());
        let card = map.cards().next().unwrap().1.id;
        let say = |text: &str| apply(&map, &Edit::SetText { at: TextAt::CardText(card), text: text.into() }).unwrap();
        let merged = merge(&map, &say("ours"), &say("theirs"));
        assert!(shown.state_mut().edit_shown(&Edit::Replace(Arc::new(merged.map), Label::Merge)));
        shown.run_steps(4);
        let facts = shown.state().facts();
        assert!(facts.conflicts_page && facts.conflicts == 1);
        let named = match language {
            Language::En => "Merge another version",
            Language::Vi => "Gộp một phiên bản khác",
        };
        assert_eq!(facts.undo.as_deref(), Some(named));
        // Closed, it stays closed until there are new ones.
        let context = shown.ctx.clone();
        shown.state_mut().run(&context, Command::Conflicts);
        shown.run_steps(4);
        assert!(!shown.state().facts().conflicts_page);
        let conflict = shown.state().shown_map().unwrap().conflicts[0].clone();
        assert!(shown.state_mut().edit_shown(&Edit::Resolve(Box::new(conflict), Choice::Base)));
        shown.run_steps(4);
        assert!(!Command::Conflicts.enabled(&shown.state().facts()));
    }
}

#[test]
fn what_changed_since_saving_is_listed_and_each_line_leads_to_its_place() {
    let mut shown = alone(&grid(3), Vec2::new(1280.0, 720.0), false);
    let context = shown.ctx.clone();
    shown.state_mut().run(&context, Command::Changes);
    shown.run_steps(4);
    assert!(says(&shown, "Nothing changed since the map was saved"));
    for edit in [
        Edit::SetText { at: TextAt::StepName(id(2)), text: "Waiting".into() },
        Edit::MoveStep { id: id(3), stage: id(1), to: 0 },
    ] {
        assert!(shown.state_mut().edit_shown(&edit));
    }
    shown.run_steps(4);
    assert!(says(&shown, "2 differences"));
    assert!(says(&shown, "Step “Step 3”: moved from place 3 to place 1"));
    click(&mut shown, "Step “Waiting”: name: “Step 2” → “Waiting”");
    assert_eq!(shown.state().shown_selection().cursor, Some(wayfelt::edit::Cursor::Step(id(2))));
    ctrl(&mut shown, Key::Z);
    ctrl(&mut shown, Key::Z);
    assert!(says(&shown, "Nothing changed"));
    click(&mut shown, "Close what changed");
    assert!(!shown.state().facts().changes_page);
    let mut shown = english();
    let context = shown.ctx.clone();
    shown.state_mut().run(&context, Command::New);
    shown.state_mut().run(&context, Command::Changes);
    shown.run_steps(4);
    assert!(says(&shown, "never saved") || says(&shown, "Nothing changed"));
}

#[test]
fn a_map_is_compared_with_another_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("khác.ron");
    let other = say(&disputed(), 103, "Không ai báo");
    wayfelt::file::disk::save(&path, &JourneyMap { conflicts: Vec::new(), ..other }).unwrap();
    let mut shown = alone(&JourneyMap { conflicts: Vec::new(), ..disputed() }, Vec2::new(1280.0, 720.0), false);
    let context = shown.ctx.clone();
    shown.state_mut().run(&context, Command::Compare);
    shown.run_steps(4);
    ctrl(&mut shown, Key::A);
    type_text(&mut shown, &path.display().to_string());
    press(&mut shown, Key::Enter);
    assert!(shown.state().facts().changes_page);
    assert!(says(&shown, "Compared with khác.ron") && says(&shown, "One difference"));
    assert!(says(&shown, "Card “Card 103”: text: “Không ai báo” → “Card 103”"));
    click(&mut shown, "Compare with what was saved");
    assert!(says(&shown, "Nothing changed since the map was saved"));
}
