//! Files of other programs, opened or dropped: a new map that isn't saved yet, and what of the file wasn't plain.

use std::fs;
use std::path::Path;

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use tempfile::TempDir;
use wayfelt::app::command::Command;
use wayfelt::app::{App, Settings};
use wayfelt::model::{Content, JourneyMap};

use crate::maps::{grid, put_plain};
use crate::window::{alone, click, english, press, says, settle, type_text, with};

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

const LIST: &str = "Stage,Step,Action,Pain point,Colour of the room\n\
    Arrival,Check in,Queues,Long queue,red\nStay,Sleep,Sleeps,,blue\n";

#[test]
fn a_table_of_another_program_shows_what_will_come_of_it_first() {
    let (mut shown, _folder) = opened("hotel.csv", LIST);
    assert!(says(&shown, "Import a table") && says(&shown, "What will be imported"));
    assert!(says(&shown, "2 stages · 2 steps"), "a summary of the map");
    assert!(says(&shown, "“Colour of the room” (2 cells) isn’t matched"));
    click(&mut shown, "Import");
    shown.run_steps(4);
    let map = map(&shown);
    assert_eq!((map.title.as_str(), map.stages.len(), map.steps().count()), ("hotel", 2, 2));
    assert_eq!(map.cards().count(), 3);
    assert!(says(&shown, "Imported from “hotel.csv”"));
}

#[test]
fn a_table_of_ours_comes_in_without_a_question() {
    let mut own = grid(2);
    put_plain(&mut own, 1, 1, wayfelt::model::LaneKind::Actions);
    let words = wayfelt::i18n::Words::new(own.language);
    let bytes = wayfelt::export::csv::grid(&wayfelt::export::tables::grid(&own, &words, true));
    let (shown, _folder) = opened("ours.csv", &String::from_utf8(bytes).unwrap());
    assert_eq!(map(&shown).title, "A map");
    assert_eq!(map(&shown).cards().count(), 1);
}

#[test]
fn what_was_matched_is_there_again_after_escape() {
    let (mut shown, folder) = opened("hotel.csv", LIST);
    press(&mut shown, Key::Escape);
    assert!(!says(&shown, "Import a table") && !says(&shown, "is kept until"), "nothing was matched by hand");
    drop(&mut shown, &folder.path().join("hotel.csv"));
    let value = |shown: &Harness<'static, App>, list: &str| {
        shown.get_by_role_and_label(Role::ComboBox, list).accesskit_node().value()
    };
    assert_eq!(value(&shown, "What the column “Colour of the room” is").as_deref(), Some("Leave out"));
    shown.get_by_role_and_label(Role::ComboBox, "What the column “Colour of the room” is").click();
    shown.run_steps(4);
    click(&mut shown, "Phase");
    press(&mut shown, Key::Escape);
    assert!(says(&shown, "How you matched “hotel.csv” is kept"));
    drop(&mut shown, &folder.path().join("hotel.csv"));
    assert_eq!(value(&shown, "What the column “Colour of the room” is").as_deref(), Some("Phase"));
}

#[test]
fn a_list_of_a_journey_that_is_dropped_on_a_map_is_no_survey() {
    let folder = TempDir::new().unwrap();
    let (list, answers) = (folder.path().join("hotel.csv"), folder.path().join("answers.csv"));
    fs::write(&list, LIST).unwrap();
    fs::write(&answers, "id,Q1,Q2\n1,5,4\n2,3,2\n").unwrap();
    let mut shown = alone(&grid(2), vec2(1280.0, 720.0), false);
    drop(&mut shown, &list);
    assert!(says(&shown, "Import a table") && says(&shown, "These are survey answers…"));
    click(&mut shown, "Cancel");
    drop(&mut shown, &answers);
    assert!(!says(&shown, "Import a table"));
}

#[test]
fn a_package_opens_with_its_pictures_and_saving_puts_them_beside_the_map() {
    let folder = TempDir::new().unwrap();
    let images = folder.path().join("from");
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::RgbaImage::from_pixel(4, 3, image::Rgba([9, 80, 40, 255]))
        .write_to(&mut bytes, image::ImageFormat::Png)
        .unwrap();
    let name = wayfelt::file::images::keep(&images, bytes.get_ref()).unwrap();
    let mut own = grid(2);
    let picture = wayfelt::model::Image { file: name.clone(), alternative: String::new() };
    crate::maps::put(&mut own, 1, 1, wayfelt::model::LaneKind::Images, Content::Image(picture));
    let path = folder.path().join("trip.wayfelt");
    let package = wayfelt::file::package::write(&own, &|name| wayfelt::file::images::read(&images, name)).unwrap();
    fs::write(&path, package).unwrap();

    let settings = Settings { started_before: true, ..Settings::default() };
    let mut shown = with(settings, Vec::new(), Some(&folder.path().join("recovery")));
    drop(&mut shown, &path);
    assert_eq!(map(&shown), own);
    assert!(says(&shown, "Opened from “trip.wayfelt”") && says(&shown, "Not saved"));
    let target = folder.path().join("kept.ron");
    save_as(&mut shown, &target);
    assert!(target.is_file() && folder.path().join("kept.images").join(&name).is_file(), "the pictures come along");
    let saved = wayfelt::file::disk::load(&target).unwrap();
    assert_eq!(saved.map, own);
}

#[test]
fn a_large_table_is_read_while_the_window_goes_on() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("large.csv");
    let mut table = "Stage,Step,Touchpoints,Pain points\n".to_owned();
    for row in 0..9_000 {
        let line =
            format!("Stage {},Step {row},At the counter of the shop number {row},Nobody says how long\n", row / 100);
        table.push_str(&line);
    }
    fs::write(&path, &table).unwrap();
    assert!(table.len() > 600_000);
    let mut shown = alone(&grid(2), vec2(1280.0, 720.0), false);
    let context = shown.ctx.clone();
    shown.state_mut().drop_file(&context, &path);
    assert!(shown.state().is_busy(), "it is under way");
    assert_eq!(shown.state().facts().tabs, 1);
    settle(&mut shown);
    assert!(says(&shown, "large.csv") && says(&shown, "Step 17"), "what will come of it is shown");
    click(&mut shown, "Cancel");
    assert_eq!(shown.state().facts().tabs, 1);
}

#[test]
fn a_map_that_is_saved_as_a_package_is_sent_and_not_saved() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("send.wayfelt");
    let mut shown = english();
    let diagram = folder.path().join("a.mmd");
    fs::write(&diagram, "journey\n  section One\n    Look: 4: Guest\n").unwrap();
    drop(&mut shown, &diagram);
    save_as(&mut shown, &path);
    // It is written on a thread of its own.
    for _ in 0..500 {
        shown.run_steps(1);
        if path.is_file() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    shown.run_steps(4);
    let package = wayfelt::file::package::Package::open(fs::File::open(&path).unwrap()).unwrap();
    assert_eq!(package.opened.map, map(&shown));
    assert!(says(&shown, "Not saved"), "a package is no place to work in");
}

fn save_as(shown: &mut Harness<'static, App>, path: &Path) {
    let context = shown.ctx.clone();
    shown.state_mut().run(&context, Command::SaveAs);
    settle(shown);
    shown.key_press_modifiers(Modifiers::COMMAND, Key::A);
    shown.run_steps(2);
    type_text(shown, &path.display().to_string());
    press(shown, Key::Enter);
    settle(shown);
}
