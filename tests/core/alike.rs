//! Names that are alike, equal or missing: whatever comes in lands on what it names, and nowhere else. And tables that are
//! broken, huge or strange.

use std::sync::Arc;

use wayfelt::export::csv;
use wayfelt::export::tables::{List, grid};
use wayfelt::i18n::Words;
use wayfelt::import::file;
use wayfelt::import::tabular::What;
use wayfelt::model::{
    Card, Content, Emotion, JourneyMap, Lane, LaneKind, Language, Persona, Phase, Score, ScoreState, Share, Stage,
    Step, TableShape,
};

use crate::maps::{self, id};
use crate::tabular::{assert_carried, back, back_from_csv, guessed};

/// A map of stages with these names, phases and steps.
fn journey(stages: &[(&str, Option<Phase>, &[&str])]) -> JourneyMap {
    let mut number = 10;
    let mut stage_of = |(name, phase, steps): &(&str, Option<Phase>, &[&str])| {
        number += 100;
        let step = |(n, step): (u64, &&str)| Arc::new(Step::new(id(number + n), *step));
        let steps = (1..).zip(*steps).map(step).collect();
        Arc::new(Stage { phase: *phase, steps, ..Stage::new(id(number), *name) })
    };
    let stages = stages.iter().map(&mut stage_of).collect();
    JourneyMap { stages, ..maps::grid(0) }
}

fn step_mut(map: &mut JourneyMap, nth: usize) -> &mut Step {
    let at = map.steps().nth(nth).unwrap().1.id;
    maps::step_mut(map, at)
}

fn comes_back(name: &str, map: &JourneyMap) {
    for found in [back(map), back_from_csv(map)] {
        assert_carried(name, map, &found);
    }
}

#[test]
fn two_steps_of_one_name_keep_each_their_own() {
    let mut map = journey(&[("Pay", None, &["Wait", "Pay", "Wait"]), ("Later", None, &["Wait"])]);
    step_mut(&mut map, 0).active_minutes = Some(5);
    step_mut(&mut map, 2).active_minutes = Some(60);
    step_mut(&mut map, 2).moment_of_truth = true;
    step_mut(&mut map, 3).notes = "The last one".to_owned();
    comes_back("steps", &map);
}

#[test]
fn a_curve_with_a_name_of_its_own_and_people_without_names_come_back() {
    let score = |value: f64| Score::believed(Emotion::new(value).unwrap());
    for names in [["Hà", "Hạ"], ["Minh", "minh"], ["", "An"], ["", ""], ["An", "An"]] {
        for lane in ["", "Curve", "Emotion: today"] {
            let mut map = journey(&[("A", None, &["One", "Two", "One"])]);
            map.personas = (1..).zip(names).map(|(n, name)| Arc::new(Persona::new(id(n), name))).collect();
            let named = |old: &Arc<Lane>| match old.kind {
                LaneKind::Emotion => Arc::new(Lane { name: lane.to_owned(), ..Lane::clone(old) }),
                _ => Arc::clone(old),
            };
            map.lanes = map.lanes.iter().map(named).collect();
            for (nth, value) in [(0, 1.0), (1, -0.5), (2, -2.0)] {
                step_mut(&mut map, nth).scores.insert(id(1), score(value));
                step_mut(&mut map, nth).scores.insert(id(2), score(value / 2.0));
            }
            comes_back(&format!("{names:?} {lane:?}"), &map);
            assert_eq!(back(&map).personas.len(), 2, "{names:?} {lane:?}");
        }
    }
}

#[test]
fn stages_without_names_and_without_phases_stay_where_they_are() {
    let (before, during) = (Some(Phase::PrePurchase), Some(Phase::Purchase));
    comes_back("nameless", &journey(&[("B", None, &["Journey"]), ("", None, &["Lonely"]), ("C", None, &["Last"])]));
    comes_back(
        "phases",
        &journey(&[("A", before, &["One"]), ("B", None, &["Two"]), ("C", during, &["Three", "Four"])]),
    );
    comes_back("none", &journey(&[("A", before, &["One"]), ("", during, &["Two"])]));
}

#[test]
fn two_lanes_of_one_name_keep_each_their_kind() {
    let mut map = journey(&[("A", None, &["One", "Two"])]);
    let lane = |n, kind| Arc::new(Lane { name: "Ideas".to_owned(), ..Lane::new(id(n), kind) });
    map.lanes = vec![lane(71, LaneKind::Actions), lane(72, LaneKind::Opportunities), lane(73, LaneKind::Touchpoints)];
    for (n, kind) in [(71, LaneKind::Actions), (72, LaneKind::Opportunities), (73, LaneKind::Touchpoints)] {
        let card = Card::new(id(n), id(n), format!("Card {n}"), kind.content().unwrap().empty());
        step_mut(&mut map, 1).cards.push(Arc::new(card));
    }
    comes_back("lanes", &map);
    assert_eq!(back(&map).cards().count(), 3);
}

/// What came in of a list of ours that a spreadsheet kept again.
fn kept_again(text: &str) -> (JourneyMap, Vec<What>) {
    let book = file::book(text.as_bytes(), &TableShape::default(), &|_| None).unwrap();
    let incoming = file::own_table(text.as_bytes(), &book).expect("one of ours");
    (incoming.map, incoming.notes.into_iter().map(|note| note.what).collect())
}

#[test]
fn percent_and_decimal_commas_of_a_spreadsheet_are_figures() {
    let pain = "Rank;Pain point;Stage;Step;Severity (1–5);Customers affected;Notes\n1;Late;Pay;Card;5;18%;\n";
    let (map, notes) = kept_again(pain);
    let share = map.cards().find_map(|(_, card)| match &card.content {
        Content::PainPoint(pain) => pain.share,
        _ => None,
    });
    assert_eq!((share.map(Share::value), notes), (Some(0.18), Vec::new()));
    let (_, notes) = kept_again(&pain.replace("18%", "many"));
    assert_eq!(notes, [What::FieldUnread { text: "many".to_owned() }]);

    let words = Words::new(Language::En);
    let mut map = journey(&[("Pay", None, &["Card"])]);
    let mut touchpoint =
        Card::new(id(5), maps::lane(LaneKind::Touchpoints), "Desk", LaneKind::Touchpoints.content().unwrap().empty());
    if let Content::Touchpoint(own) = &mut touchpoint.content {
        own.scores.insert(id(1), Emotion::new(-1.25).unwrap());
    }
    step_mut(&mut map, 0).cards.push(Arc::new(touchpoint));
    let personas = String::from_utf8(csv::list(&List::Personas.of(&map, &words))).unwrap();
    let touchpoints = String::from_utf8(csv::list(&List::Touchpoints.of(&map, &words))).unwrap();
    assert!(touchpoints.contains("-1.25"), "{touchpoints}");
    let again = touchpoints.replace(',', ";").replace("-1.25", "-1,25");
    let beside = |key: &str| match key {
        "personas" => Some(personas.clone().into_bytes()),
        "touchpoints" => Some(again.clone().into_bytes()),
        _ => None,
    };
    let bytes = csv::grid(&grid(&map, &words, true));
    let book = file::book(&bytes, &TableShape::default(), &beside).unwrap();
    let found = file::own_table(&bytes, &book).expect("one of ours").map;
    let scores: Vec<f64> = found
        .cards()
        .filter_map(|(_, card)| match &card.content {
            Content::Touchpoint(own) => own.scores.values().next().map(|score| score.value()),
            _ => None,
        })
        .collect();
    assert_eq!(scores, [-1.25]);
}

#[test]
fn phases_stand_above_stages_where_a_list_has_both() {
    let (map, _) = guessed(
        "Phase,Stage,Step,Pain points\nPre-purchase,Awareness,Sees an ad,Too many\nPurchase,Order,Pays,Slow\n,Order,Waits,\n",
    );
    let stages: Vec<_> = map.stages.iter().map(|stage| (stage.name.as_str(), stage.phase, stage.steps.len())).collect();
    assert_eq!(stages, [("Awareness", Some(Phase::PrePurchase), 1), ("Order", Some(Phase::Purchase), 2)]);
    let (map, _) = guessed("Phase,Step,Pain points\nAwareness,Sees an ad,Too many\nOrder,Pays,Slow\n");
    assert_eq!(map.stages.len(), 2, "alone, phases are the stages");
}

#[test]
fn a_letter_that_was_cut_off_spoils_itself_and_not_the_file() {
    let whole =
        "Giai đoạn,Bước,Điểm đau\nTìm hiểu,Hỏi bạn bè,Mỗi người nói một kiểu\nMua,Trả tiền,Quét mã chậ".as_bytes();
    // Within a cell, and at the very end.
    let cut = [&whole[..whole.len() - 1], b",\n", "Mua,Nhận hàng,Giao trễ\n".as_bytes()].concat();
    for bytes in [&cut[..], &whole[..whole.len() - 1]] {
        let book = file::book(bytes, &TableShape::default(), &|_| None).unwrap();
        let incoming = file::table(bytes, &book, None, &Words::new(Language::Vi));
        assert_eq!(incoming.map.stages.first().map(|stage| stage.name.as_str()), Some("Tìm hiểu"));
        let broken = incoming.notes.iter().filter(|note| note.what == What::BrokenLetters { cells: 1 }).count();
        assert_eq!(broken, 1, "{:?}", incoming.notes);
    }
}

#[test]
fn a_step_called_journey_makes_no_diagram_of_an_outline() {
    let text = "# A map\n@ Minh\nStart\n  Search :1\n    a: types\n  Journey :-1\n    a: drives\n    p: late !4\n";
    let read = file::read(text.as_bytes(), Some("txt"), None, &Words::new(Language::En)).unwrap();
    assert_eq!((read.map.title.as_str(), read.map.cards().count()), ("A map", 3));
    let diagram = "%% mine\njourney\n  title My day\n  section Go\n    Make tea: 5: Me\n    Go up: 3: Me\n";
    let read = file::read(diagram.as_bytes(), Some("txt"), None, &Words::new(Language::En)).unwrap();
    assert_eq!((read.map.title.as_str(), read.map.steps().count()), ("My day", 2));
}

#[test]
fn wide_and_long_tables_are_read_in_one_go() {
    // Each of these took minutes when rows and headings were compared with all before them.
    let headings = vec!["Action"; 8_000].join(",");
    let (map, _) = guessed(&format!("Step,{headings}\nBuy,pays\n"));
    assert_eq!(map.steps().count(), 1);
    let rows: String = (0..20_000).map(|n| format!("Step {},Does {n}\n", n % 9_000)).collect();
    let (map, notes) = guessed(&format!("Step,Action\n{rows}"));
    assert_eq!(map.steps().count(), 5_000);
    assert_eq!(notes, [What::TooMany { most: 5_000 }]);
}

#[test]
fn who_takes_no_part_stays_out() {
    let mut map = journey(&[("A", None, &["One"])]);
    let score = Score { state: ScoreState::NotInvolved, expected: None };
    step_mut(&mut map, 0).scores.insert(id(2), score);
    comes_back("not involved", &map);
}
