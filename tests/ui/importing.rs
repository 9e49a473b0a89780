//! Files of other programs, opened or dropped: a new map that isn't saved yet, and what of the file wasn't plain.

use std::fs;
use std::path::Path;

use eframe::egui::vec2;
use egui_kittest::Harness;
use tempfile::TempDir;
use wayfelt::app::{App, Settings};
use wayfelt::model::{Content, JourneyMap};

use crate::maps::{grid, put_plain};
use crate::window::{alone, click, english, says, with};

fn opened(name: &str, text: &str) -> (Harness<'static, App>, TempDir) {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, text).unwrap();
    let settings = Settings { started_before: true, ..Settings::default() };
    (with(settings, vec![path], None), folder)
}

fn map(shown: &Harness<'static, App>) -> JourneyMap {
    (*shown.state().shown_map().unwrap()).clone()
}

fn drop(shown: &mut Harness<'static, App>, path: &Path) {
    let context = shown.ctx.clone();
    shown.state_mut().drop_file(&context, path);
    shown.run_steps(4);
}

#[test]
fn a_mermaid_file_opens_as_a_new_map_and_says_what_was_left_out() {
    let text = "journey\n  title A stay\n  section Arrival\n    Check in: 3: Guest\n    Wait: 9: Guest\n";
    let (mut shown, _folder) = opened("stay.mmd", text);
    assert_eq!(map(&shown).title, "A stay");
    assert_eq!(map(&shown).steps().count(), 2);
    assert!(says(&shown, "Imported from “stay.mmd”") && says(&shown, "Line 5"), "which line wasn't plain");
    click(&mut shown, "Close");
    assert!(says(&shown, "Not saved"));
    assert!(!shown.state().facts().file, "it stands in no file of ours");
}

#[test]
fn an_outline_opens_under_the_name_of_its_file() {
    let (shown, _folder) = opened("Mua hàng.txt", "Khám phá\n  Xem quảng cáo\n    Nhấn vào liên kết\n");
    let map = map(&shown);
    assert_eq!((map.title.as_str(), map.stages.len(), map.steps().count()), ("Mua hàng", 1, 1));
    assert!(says(&shown, "Imported from “Mua hàng.txt”"));
}

#[test]
fn what_holds_no_journey_says_so_and_opens_nothing() {
    let (shown, _folder) = opened("notes.md", "# Notes\n\nNothing of a journey.\n");
    assert!(says(&shown, "“notes.md” can't be imported"));
    assert_eq!(shown.state().facts().tabs, 0);
}

#[test]
fn a_file_that_is_dropped_is_imported_and_a_picture_becomes_a_card() {
    let folder = TempDir::new().unwrap();
    let (diagram, picture) = (folder.path().join("a.MMD"), folder.path().join("shop.png"));
    fs::write(&diagram, "journey\n  section One\n    Look: 4: Guest\n").unwrap();
    image::RgbaImage::from_pixel(4, 3, image::Rgba([9, 80, 40, 255])).save(&picture).unwrap();
    let mut shown = english();
    drop(&mut shown, &picture);
    assert!(says(&shown, "Open a map first"));
    drop(&mut shown, &diagram);
    assert_eq!(map(&shown).steps().count(), 1);

    let mut own = grid(2);
    put_plain(&mut own, 1, 1, wayfelt::model::LaneKind::Actions);
    let mut shown = alone(&own, vec2(1280.0, 720.0), false);
    drop(&mut shown, &picture);
    let shows = |card: &wayfelt::model::Card| matches!(&card.content, Content::Image(image) if !image.file.is_empty());
    assert!(map(&shown).cards().any(|(_, card)| shows(card)));
}
