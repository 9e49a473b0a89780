//! Tables of ours in which somebody went on: what was changed counts, and whatever says otherwise is said.

use wayfelt::export::csv;
use wayfelt::export::tables::{List, grid};
use wayfelt::i18n::Words;
use wayfelt::import::file;
use wayfelt::import::tabular::say::note_words;
use wayfelt::import::tabular::{Incoming, What};
use wayfelt::model::check::check;
use wayfelt::model::{Content, Emotion, JourneyMap, LaneKind, Language, Score, TableShape};

use crate::maps;
use crate::tabular::{back, back_from_csv};

/// A grid and its lists as CSV, each after a change; read again.
fn changed(map: &JourneyMap, change: impl Fn(&str, String) -> String) -> Incoming {
    let words = Words::new(map.language);
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    let bytes = change("grid", text(csv::grid(&grid(map, &words, true)))).into_bytes();
    let beside = |key: &str| {
        let list = List::of_key(key)?.of(map, &words);
        Some(change(key, text(csv::list(&list))).into_bytes())
    };
    let book = file::book(&bytes, &TableShape::default(), &beside).unwrap();
    let mut incoming = file::own_table(&bytes, &book).expect("one of ours");
    assert_eq!(check(&incoming.map), []);
    incoming.notes.retain(|note| !matches!(note.what, What::CameAlong { .. }));
    incoming
}

/// The same, where only the table of this name is changed.
fn changed_in(map: &JourneyMap, name: &str, from: &str, to: &str) -> Incoming {
    changed(map, |table, text| {
        if table != name {
            return text;
        }
        assert!(text.contains(from), "{text}");
        text.replacen(from, to, 1)
    })
}

fn said(incoming: &Incoming) -> Vec<String> {
    incoming.notes.iter().map(|note| note_words(note, &Words::new(Language::En))).collect()
}

/// Three steps with names, scores of two personas, and a pain point in the second.
fn map() -> JourneyMap {
    let mut map = maps::grid(3);
    map.lanes.retain(|lane| lane.kind != LaneKind::Images);
    for (place, name) in ["Search", "Order", "Unpack"].into_iter().enumerate() {
        let people: Vec<_> = map.personas.iter().map(|persona| persona.id).collect();
        let step = maps::step_mut(&mut map, maps::id(1 + place as u64));
        step.name = name.to_owned();
        step.scores.clear();
        for (n, persona) in people.into_iter().enumerate() {
            step.scores.insert(persona, Score::believed(Emotion::clamped(place as f64 - 1.0 - 0.5 * n as f64)));
        }
    }
    maps::put(&mut map, 2, 1, LaneKind::PainPoints, maps::pain(Some(5), Some(0.9)));
    let card = maps::card_mut(&mut map, maps::id(1));
    (card.text, card.notes) = ("Pain".to_owned(), "Heard twice".to_owned());
    map
}

fn scores(map: &JourneyMap) -> Vec<Vec<Option<f64>>> {
    let of = |persona: &std::sync::Arc<wayfelt::model::Persona>| {
        map.steps().map(|(_, step)| step.score(persona.id).shown()).collect()
    };
    map.personas.iter().map(of).collect()
}

fn row_of(text: &str, begins: &str) -> String {
    text.lines().find(|line| line.starts_with(begins)).unwrap_or_else(|| panic!("{begins}: {text}")).to_owned()
}

#[test]
fn a_score_that_was_changed_in_the_grid_counts_and_is_said() {
    let map = map();
    let first = map.personas[0].name.clone();
    let words = Words::new(map.language);
    let emotion = wayfelt::i18n::lane_kind_word(&words, LaneKind::Emotion);
    let before = String::from_utf8(csv::grid(&grid(&map, &words, true))).unwrap();
    let row = row_of(&before, &format!("{emotion}: {first}"));
    let found = changed_in(&map, "grid", &row, &format!("{emotion}: {first},2,,1"));
    assert_eq!(scores(&found.map)[0], [Some(2.0), None, Some(1.0)]);
    assert_eq!(scores(&found.map)[1], scores(&map)[1]);
    let said = said(&found);
    assert_eq!(said.len(), 2, "the third one is as it was: {said:?}");
    assert!(said[0].contains("Search") && said[0].contains(&first) && said[0].contains("+2"), "{said:?}");
}

#[test]
fn a_score_that_was_changed_in_the_list_alone_counts_too() {
    let map = map();
    let text = String::from_utf8(csv::list(&List::Scores.of(&map, &Words::new(map.language)))).unwrap();
    let row = text.lines().nth(1).unwrap();
    let cells: Vec<&str> = row.split(',').collect();
    for column in [4, 5] {
        let mut cells = cells.clone();
        cells[column] = "2";
        let found = changed_in(&map, "scores", row, &cells.join(","));
        assert_eq!(scores(&found.map)[0][0], Some(2.0), "column {column}");
        assert!(matches!(found.notes[0].what, What::FeltDiffers { grid_counts: false, .. }), "{:?}", found.notes);
    }
}

#[test]
fn a_card_that_was_changed_in_the_grid_counts_and_keeps_what_only_its_list_says() {
    let found = changed_in(&map(), "grid", "Pain !5 90%", "Queue !2 10%");
    let cards: Vec<_> = found.map.cards().map(|(_, card)| card).collect();
    assert_eq!(cards.len(), 1);
    let Content::PainPoint(pain) = &cards[0].content else { panic!("{cards:?}") };
    assert_eq!((cards[0].text.as_str(), pain.severity.map(|grade| grade.value())), ("Queue", Some(2)));
    assert_eq!(cards[0].notes, "Heard twice");
    let said = said(&found);
    assert!(said.len() == 1 && said[0].contains("Pain !5 90%") && said[0].contains("Queue !2 10%"), "{said:?}");
}

#[test]
fn a_severity_that_was_changed_in_the_list_alone_counts() {
    let map = map();
    let text = String::from_utf8(csv::list(&List::PainPoints.of(&map, &Words::new(map.language)))).unwrap();
    let row = text.lines().nth(1).unwrap();
    let found = changed_in(&map, "pain-points", row, &row.replacen(",5,", ",3,", 1));
    let Some(Content::PainPoint(pain)) = found.map.cards().next().map(|(_, card)| card.content.clone()) else {
        panic!()
    };
    assert_eq!(pain.severity.map(|grade| grade.value()), Some(3));
    assert!(matches!(found.notes[0].what, What::Differs { grid_counts: false, .. }), "{:?}", found.notes);
}

#[test]
fn a_step_or_stage_that_was_renamed_in_the_grid_is_the_same_one() {
    let map = map();
    let stage = map.stages[0].name.clone();
    for (from, to) in [("Order", "Pays"), (stage.as_str(), "Another stage")] {
        let found = changed_in(&map, "grid", from, to);
        assert_eq!(found.map.steps().count(), 3, "no ghost");
        assert_eq!(scores(&found.map), scores(&map));
        assert_eq!(found.map.stages.len(), map.stages.len());
        assert_eq!(found.map.cards().count(), 1);
        assert_eq!(found.map.cards().next().unwrap().1.notes, "Heard twice", "{from}");
        assert_eq!(
            found.notes.iter().map(|note| &note.what).collect::<Vec<_>>(),
            [&What::Renamed { before: from.to_owned(), now: to.to_owned() }]
        );
    }
}

#[test]
fn a_step_that_only_the_lists_name_is_said_and_stays_out() {
    let found = changed(&map(), |name, text| {
        if name != "grid" {
            return text;
        }
        let without = |line: &str| {
            let cells: Vec<&str> = line.split(',').collect();
            cells
                .iter()
                .enumerate()
                .filter(|(place, _)| *place != 2)
                .map(|(_, cell)| *cell)
                .collect::<Vec<_>>()
                .join(",")
        };
        text.lines().map(without).collect::<Vec<_>>().join("\r\n")
    });
    let names: Vec<&str> = found.map.steps().map(|(_, step)| step.name.as_str()).collect();
    assert_eq!(names, ["Search", "Unpack"]);
    assert_eq!(found.map.cards().count() + found.map.tray.len(), 0);
    assert_eq!(
        found.notes.iter().map(|note| &note.what).collect::<Vec<_>>(),
        [&What::StepGone { name: "Order".to_owned() }]
    );
}

#[test]
fn lanes_and_personas_that_were_renamed_in_the_grid_are_the_same_ones() {
    let map = map();
    let first = map.personas[0].name.clone();
    let found = changed_in(&map, "grid", &format!(": {first},"), ": Somebody else,");
    assert_eq!(found.map.personas.len(), map.personas.len());
    assert_eq!(found.map.personas[0].name, "Somebody else");
    assert_eq!(scores(&found.map), scores(&map));
    let pain = wayfelt::i18n::lane_kind_word(&Words::new(map.language), LaneKind::PainPoints);
    let found = changed_in(&map, "grid", &format!("\n{pain},"), "\nWhat hurts,");
    assert_eq!(found.map.lanes.len(), map.lanes.len());
    let lane = found.map.lane(found.map.cards().next().unwrap().1.lane).unwrap();
    assert_eq!((lane.name.as_str(), lane.kind), ("What hurts", LaneKind::PainPoints));
}

#[test]
fn a_card_that_only_a_list_names_comes_in_and_is_said() {
    let found = changed_in(&map(), "grid", "Pain !5 90%", "");
    assert_eq!(found.map.cards().count(), 1);
    assert!(matches!(&found.notes[0].what, What::OnlyListed { text } if text == "Pain !5 90%"), "{:?}", found.notes);
}

#[test]
fn how_far_cards_reach_comes_back() {
    let mut map = map();
    maps::put_plain(&mut map, 1, 2, LaneKind::Actions);
    for (card, until) in [(1, 3), (2, 2)] {
        maps::card_mut(&mut map, maps::id(card)).until = Some(maps::id(until));
    }
    let until = |map: &JourneyMap| -> Vec<(String, Option<String>)> {
        let name = |id| map.step(id).map(|step| step.name.clone());
        map.cards().map(|(_, card)| (card.text.clone(), card.until.and_then(name))).collect()
    };
    for same in [false, true] {
        if same {
            // Names alone don't tell.
            for step in 1..=3 {
                maps::step_mut(&mut map, maps::id(step)).name = "Same".to_owned();
            }
        }
        for found in [back(&map), back_from_csv(&map)] {
            assert_eq!(until(&found), until(&map));
            let place = |map: &JourneyMap| -> Vec<_> {
                map.cards().map(|(_, card)| map.steps().position(|(_, step)| Some(step.id) == card.until)).collect()
            };
            assert_eq!(place(&found), place(&map));
        }
    }
    maps::step_mut(&mut map, maps::id(3)).name = "Unpack".to_owned();
    let found = changed_in(&map, "grid", ",Unpack", ",Opens it");
    assert_eq!(found.map.cards().filter(|(_, card)| card.until.is_some()).count(), 2, "{:?}", until(&found.map));
}

#[test]
fn what_lies_in_the_tray_and_the_scenario_come_back() {
    let mut map = map();
    maps::put_plain(&mut map, 1, 2, LaneKind::Actions);
    maps::put(&mut map, 1, 3, LaneKind::PainPoints, maps::pain(Some(2), None));
    for id in [2, 3] {
        let step = maps::step_mut(&mut map, maps::id(1));
        let place = step.cards.iter().position(|card| card.id == maps::id(id)).unwrap();
        let card = step.cards.remove(place);
        map.tray.push(card);
    }
    map.scenario = "Somebody buys a phone, and hurries".to_owned();
    let tray = |map: &JourneyMap| -> Vec<_> {
        let mut found: Vec<_> = map
            .tray
            .iter()
            .map(|card| (card.text.clone(), map.lane(card.lane).map(|lane| lane.kind), card.content.clone()))
            .collect();
        found.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.cmp(&b.1)));
        found
    };
    for found in [back(&map), back_from_csv(&map)] {
        assert_eq!(tray(&found), tray(&map));
        assert_eq!(found.scenario, map.scenario);
        assert_eq!(found.stages.len(), map.stages.len(), "the tray is no stage");
    }
}

#[test]
fn a_map_without_steps_comes_back_and_so_does_a_stage_without_a_name() {
    let mut map = maps::grid(3);
    map.lanes.retain(|lane| lane.kind != LaneKind::Images);
    map.personas.clear();
    let stage = map.stages[0].clone();
    map.stages = ["A", "", "C"]
        .into_iter()
        .enumerate()
        .map(|(place, name)| {
            let mut stage = wayfelt::model::Stage::clone(&stage);
            (stage.id, stage.name, stage.steps) = (maps::id(50 + place as u64), name.to_owned(), Vec::new());
            std::sync::Arc::new(stage)
        })
        .collect();
    for found in [back(&map), back_from_csv(&map)] {
        let names: Vec<&str> = found.stages.iter().map(|stage| stage.name.as_str()).collect();
        assert_eq!(names, ["A", "", "C"]);
        assert_eq!(found.lanes.len(), map.lanes.len());
    }
    let bytes = csv::grid(&grid(&map, &Words::new(map.language), true));
    assert!(file::read(&bytes, Some("csv"), None, &Words::new(Language::En)).is_ok(), "it isn't refused");
}
