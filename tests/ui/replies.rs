//! Replies of a page's readers in the window: dropped or opened they come into the map that they answer, say who said what,
//! and can be undone; what isn't whole does nothing.

use std::fs;
use std::path::{Path, PathBuf};

use eframe::egui::vec2;
use egui_kittest::Harness;
use serde_json::json;
use tempfile::TempDir;
use wayfelt::app::{App, Settings};
use wayfelt::edit::{Cursor, Selection};
use wayfelt::file::{self, Fingerprint};
use wayfelt::model::{CardId, JourneyMap, StepId};

use crate::maps::{grid, put_plain};
use crate::window::{beside, click, says, with};

fn map() -> JourneyMap {
    let mut map = grid(3);
    put_plain(&mut map, 1, 1, wayfelt::model::LaneKind::Actions);
    map.title = "Mua hàng".to_owned();
    map
}

fn first_step(map: &JourneyMap) -> StepId {
    map.steps().next().unwrap().1.id
}

fn first_card(map: &JourneyMap) -> CardId {
    map.cards().next().unwrap().1.id
}

/// A reply in a file, as the page saves it.
fn saved(folder: &Path, map: &JourneyMap, id: &str, name: &str, score: i32) -> PathBuf {
    let reply = json!({
        "map": { "title": map.title, "steps": Fingerprint::of_steps(map).to_string() },
        "reply": id,
        "revision": 1,
        "name": name,
        "date": "2026-11-22",
        "comments": [
            { "step": first_step(map).to_string(), "text": format!("{name} waited") },
            { "card": first_card(map).to_string(), "text": format!("{name} agrees") },
        ],
        "scores": [{ "step": first_step(map).to_string(), "score": score }],
        "votes": [first_card(map).to_string()],
    });
    let path = folder.join(format!("{id}.reply.txt"));
    // The page says first what it is.
    fs::write(&path, reply.to_string().replacen('{', "{\"wayfelt_reply\":1,", 1)).unwrap();
    path
}

fn drop(shown: &mut Harness<'static, App>, paths: &[&Path]) {
    let context = shown.ctx.clone();
    shown.state_mut().drop_files(&context, paths);
    shown.run_steps(4);
}

fn shown_map(shown: &Harness<'static, App>) -> JourneyMap {
    (*shown.state().shown_map().unwrap()).clone()
}

fn open(map: &JourneyMap) -> Harness<'static, App> {
    let settings = Settings { inspector: true, ..Settings::default() };
    beside(map, vec2(1560.0, 1900.0), settings)
}

#[test]
fn replies_dropped_together_come_in_as_one_act_and_say_who_said_what() {
    let folder = TempDir::new().unwrap();
    let map = map();
    let files: Vec<PathBuf> = [("aaaaaaaa", "Linh", -2), ("bbbbbbbb", "Minh", 1), ("cccccccc", "", -1)]
        .map(|(id, name, score)| saved(folder.path(), &map, id, name, score))
        .into();
    let mut shown = open(&map);
    drop(&mut shown, &files.iter().map(PathBuf::as_path).collect::<Vec<_>>());
    assert_eq!(shown_map(&shown).replies.len(), 3);
    assert!(says(&shown, "3 replies: comments 6, scores 3, votes 3"));
    // The team's own words are as they were.
    assert_eq!(JourneyMap { replies: map.replies.clone(), ..shown_map(&shown) }, map);

    shown.state_mut().select_shown(Selection::at(Cursor::Step(first_step(&map))));
    shown.run_steps(4);
    assert!(says(&shown, "−0.67 on average, n = 3"), "evidence of their own kind");
    assert!(says(&shown, "Linh waited") && says(&shown, "Minh waited") && says(&shown, "Somebody without a name"));
    shown.state_mut().select_shown(Selection { cards: vec![first_card(&map)], ..Selection::default() });
    shown.run_steps(4);
    assert!(says(&shown, "3 readers vote for it") && says(&shown, "Linh agrees"));

    let context = shown.ctx.clone();
    shown.state_mut().run(&context, wayfelt::app::command::Command::Undo);
    shown.run_steps(4);
    assert_eq!(shown_map(&shown), map, "one act, undone at once");
    shown.state_mut().run(&context, wayfelt::app::command::Command::Redo);
    shown.run_steps(4);
    assert_eq!(shown_map(&shown).replies.len(), 3);
}

#[test]
fn the_list_of_replies_leads_to_what_was_said_and_lets_one_go() {
    let folder = TempDir::new().unwrap();
    let map = map();
    let path = saved(folder.path(), &map, "aaaaaaaa", "Linh", -2);
    let mut shown = open(&map);
    drop(&mut shown, &[&path]);
    shown.state_mut().select_shown(Selection::at(Cursor::Title));
    shown.run_steps(4);
    click(&mut shown, "Replies of readers");
    click(&mut shown, "Linh");
    assert!(says(&shown, "Linh waited"));
    click(&mut shown, "Remove “Linh”");
    assert!(shown_map(&shown).replies.is_empty());
}

#[test]
fn a_reply_is_opened_like_a_map_and_finds_the_tab_that_it_answers() {
    let folder = TempDir::new().unwrap();
    let map = map();
    let paths = [folder.path().join("answered.ron"), folder.path().join("other.ron")];
    fs::write(&paths[0], file::write(&map)).unwrap();
    fs::write(&paths[1], file::write(&wayfelt::file::embedded::samples()[0].open().unwrap().map)).unwrap();
    let reply = saved(folder.path(), &map, "aaaaaaaa", "Linh", -2);
    let settings = Settings { started_before: true, ..Settings::default() };
    let mut shown = with(settings, vec![paths[0].clone(), paths[1].clone()], None);
    assert_ne!(shown_map(&shown).title, map.title, "the other one is shown");
    drop(&mut shown, &[&reply]);
    assert_eq!((shown_map(&shown).title, shown_map(&shown).replies.len()), (map.title.clone(), 1));
    // Its lock goes with it.
    std::mem::drop(shown);

    let settings = Settings { started_before: true, ..Settings::default() };
    let shown = with(settings, vec![paths[0].clone(), reply], None);
    assert_eq!(shown_map(&shown).replies.len(), 1, "named on the command line as well");
}

#[test]
fn what_is_damaged_doubled_outdated_or_of_another_map_changes_nothing_and_says_why() {
    let folder = TempDir::new().unwrap();
    let map = map();
    let good = saved(folder.path(), &map, "aaaaaaaa", "Linh", -2);
    let text = fs::read_to_string(&good).unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        path
    };
    let damaged = write("damaged.reply.txt", &text[..text.len() / 2]);
    let hostile = write("hostile.json", &text.replace("\"score\":-2", "\"score\":-1e300"));
    let newer = write("newer.reply.txt", &text.replace("\"wayfelt_reply\":1", "\"wayfelt_reply\":9"));
    let later = write("later.reply.txt", &text.replace("\"revision\":1", "\"revision\":3"));
    let elsewhere =
        saved(folder.path(), &wayfelt::file::embedded::samples()[0].open().unwrap().map, "dddddddd", "A", 0);

    let mut shown = with(Settings { started_before: true, ..Settings::default() }, Vec::new(), None);
    drop(&mut shown, &[&good]);
    assert!(says(&shown, "Open the map that was answered first"));

    let mut shown = open(&map);
    for (path, why) in [
        (&damaged, "The reply is damaged"),
        (&hostile, "The reply is damaged"),
        (&newer, "Update Wayfelt"),
        (&elsewhere, "answers another map"),
    ] {
        drop(&mut shown, &[path]);
        assert!(says(&shown, why), "{why}");
        assert_eq!(shown_map(&shown), map, "{why}");
    }
    let mut shown = open(&map);
    // The good one of several comes in all the same.
    drop(&mut shown, &[&later, &damaged]);
    let with_later = shown_map(&shown);
    assert_eq!(with_later.replies.len(), 1);
    drop(&mut shown, &[&later]);
    assert!(says(&shown, "has this reply already"));
    drop(&mut shown, &[&good]);
    assert!(says(&shown, "a later state"));
    assert_eq!(shown_map(&shown), with_later);
}

#[test]
fn hostile_words_are_words() {
    let folder = TempDir::new().unwrap();
    let map = map();
    let name = "</script>=cmd|'/c calc'!A1";
    let path = saved(folder.path(), &map, "aaaaaaaa", name, 2);
    let mut shown = open(&map);
    drop(&mut shown, &[&path]);
    shown.state_mut().select_shown(Selection::at(Cursor::Step(first_step(&map))));
    shown.run_steps(4);
    assert!(says(&shown, name));
    let after = shown_map(&shown);
    assert_eq!(file::read(file::write(&after).as_bytes()).unwrap().map, after);
}
