//! `wayfelt insights`: figures as a reader and as a script see them.

use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;
use wayfelt::file;
use wayfelt::model::{JourneyMap, LaneKind};

use crate::maps::{believe, grid, id, pain, put, step_mut};
use crate::{every_kind, sample_maps};

fn insights(map: &JourneyMap, options: &[&str]) -> String {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("map.ron"), file::write(map)).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_wayfelt"));
    command.current_dir(&folder).env_remove("WAYFELT_LANG").env("LC_ALL", "C");
    let ended = command.args(["insights", "map.ron", "--day", "2026-11-22"]).args(options).output().unwrap();
    assert_eq!(ended.status.code(), Some(0), "{}", String::from_utf8_lossy(&ended.stderr));
    String::from_utf8(ended.stdout).unwrap()
}

fn json(map: &JourneyMap) -> Value {
    serde_json::from_str(&insights(map, &["--json"])).unwrap()
}

fn small() -> JourneyMap {
    let mut map = grid(3);
    believe(&mut map, id(1), &[Some(1.0), Some(-1.5), Some(0.5)]);
    step_mut(&mut map, id(2)).moment_of_truth = true;
    put(&mut map, 2, 11, LaneKind::PainPoints, pain(Some(4), Some(0.25)));
    map
}

#[test]
fn figures_are_read_as_a_table() {
    let said = insights(&small(), &[]);
    for line in [
        "Emotion curve of Minh",
        "2 Step 2 ★  −1.50  hypothesis",
        "Peak-end: −0.50 (peak −1.50 at 2 Step 2; end +0.50 at 3 Step 3)",
        "1  Card 11       2.00 ★         4       25%  2 Step 2  no opportunity",
    ] {
        assert!(said.contains(line), "{line:?} is not in\n{said}");
    }
    let vietnamese = insights(&small(), &["--lang", "vi"]);
    assert!(vietnamese.contains("Đường cong cảm xúc của Minh") && vietnamese.contains("−1,50"), "{vietnamese}");
}

#[test]
fn figures_have_keys_that_stay() {
    let found = json(&small());
    let minh = &found["personas"][0];
    assert_eq!(minh["peak_end"]["score"], -0.5);
    assert_eq!(minh["curve"][1]["score"], -1.5);
    assert_eq!(minh["curve"][1]["measured"], Value::Null);
    assert_eq!(found["personas"][1]["curve"][0]["state"], "unknown");
    assert_eq!(found["pain_points"][0]["priority"], 2.0);
    assert_eq!(found["as_of"], "2026-11-22");
    let keys: Vec<&str> = found.as_object().unwrap().keys().map(String::as_str).collect();
    let mut promised = vec![
        "title",
        "state",
        "date",
        "as_of",
        "personas",
        "loss_rates",
        "pain_points",
        "pain_by_step",
        "opportunities",
        "touchpoints",
        "carry_over",
        "switches",
        "mobile",
        "personalised",
        "time",
        "owners",
        "metrics",
        "replies",
        "evidence",
        "facts",
    ];
    promised.sort_unstable();
    let mut keys = keys;
    keys.sort_unstable();
    assert_eq!(keys, promised, "what scripts may rely on; more may come, none may go");
}

#[test]
fn what_readers_answered_is_apart_from_what_is_known() {
    let map = JourneyMap { conflicts: Vec::new(), ..every_kind::map() };
    let found = json(&map);
    let reply = map.replies.values().next().unwrap();
    let (step, score) = reply.scores.first_key_value().unwrap();
    let of_step = &found["replies"]["steps"][0];
    assert_eq!((of_step["step"].as_str(), of_step["n"].as_u64()), (Some(step.to_string().as_str()), Some(1)));
    assert_eq!((of_step["mean"].as_f64(), of_step["low"].is_null()), (Some(score.value()), true));
    assert_eq!(found["replies"]["cards"][0]["votes"].as_u64(), Some(1));
    let without = json(&JourneyMap { replies: Default::default(), ..map });
    assert_eq!(without["replies"]["n"].as_u64(), Some(0));
    let apart = |mut figures: serde_json::Value| {
        figures.as_object_mut().unwrap().remove("replies");
        figures
    };
    assert_eq!(apart(found), apart(without), "no other figure is moved by it");
}

#[test]
fn every_map_has_figures_in_both_languages() {
    let empty = ("empty", JourneyMap::default());
    let all = sample_maps::samples().into_iter().chain([empty, ("every kind", every_kind::map())]);
    for (name, mut map) in all {
        map.conflicts.clear();
        assert!(json(&map)["personas"].is_array(), "{name}");
        for language in ["en", "vi"] {
            let said = insights(&map, &["--lang", language]);
            assert!(!said.contains("insights-cli-") && !said.contains("NaN"), "{name}:\n{said}");
        }
    }
}
