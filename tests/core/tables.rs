//! Maps as tables and texts: workbooks, CSV, Markdown, Mermaid.

use std::collections::BTreeSet;

use proptest::prelude::{any, prop, proptest};
use std::sync::Arc;

use wayfelt::export::csv::{defused, fused};
use wayfelt::export::images::ImageFolder;
use wayfelt::export::tables::{Cell, List, grid};
use wayfelt::export::{ExportOptions, Format, csv, export, markdown, mermaid};
use wayfelt::i18n::Words;
use wayfelt::import;
use wayfelt::model::{
    Content, Emotion, IdSource, JourneyMap, LaneKind, Language, Persona, Score, ScoreState, Stage, Step,
};
use wayfelt::text::Typesetter;

use crate::{every_kind, maps, sample_maps};

fn reread(map: &JourneyMap) -> JourneyMap {
    let text = mermaid::mermaid(map);
    let options = import::mermaid::Options { nth: None };
    let read = import::mermaid::read(&text, &options, &mut IdSource::seeded(1)).unwrap();
    assert_eq!(read.warnings, [], "{text}");
    read.map
}

/// A stage with its steps, and who feels how at each.
type Felt = (String, Vec<(String, Vec<(String, Option<i64>)>)>);
/// A stage with its steps, and the scores of each.
type Wanted = (String, Vec<(String, Vec<Option<i16>>)>);

/// What a diagram can carry: stages, steps, and who feels how, in hundredths.
fn feelings(map: &JourneyMap) -> Vec<Felt> {
    let step = |step: &Arc<Step>| {
        let mut people: Vec<_> = map
            .personas
            .iter()
            .filter(|persona| step.score(persona.id).state != ScoreState::NotInvolved)
            .map(|persona| {
                let shown = step.score(persona.id).shown();
                (one_line(&persona.name), shown.map(|value| (value * 100.0).round() as i64))
            })
            .collect();
        people.sort();
        (one_line(&step.name), people)
    };
    map.stages.iter().map(|stage| (one_line(&stage.name), stage.steps.iter().map(step).collect())).collect()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_diagram_of_every_sample_gives_the_same_steps_and_scores_again() {
    for (name, map) in sample_maps::samples() {
        let back = reread(&map);
        assert_eq!(feelings(&back), feelings(&map), "{name}");
        assert_eq!((&back.title, &back.scenario), (&one_line(&map.title), &one_line(&map.scenario)), "{name}");
    }
}

#[test]
fn personas_who_feel_differently_share_one_step_in_the_diagram() {
    let mut map = maps::grid(2);
    let step = maps::step_mut(&mut map, maps::id(1));
    step.name = "Pays: by card; 20% #1".to_owned();
    assert!(mermaid::mermaid(&map).contains("Pays#58; by card#59; 20% #35;1"), "{}", mermaid::mermaid(&map));
}

#[test]
fn a_diagram_bears_a_number_for_each_task_and_gives_unknown_back() {
    let mut map = maps::grid(3);
    // At the first step one of two is scored, at the second none, at the third only the second takes part.
    maps::believe(&mut map, maps::id(2), &[Some(1.0), None, None]);
    let nobody = Score { state: ScoreState::NotInvolved, expected: None };
    maps::step_mut(&mut map, maps::id(3)).scores.insert(maps::id(1), nobody);
    let text = mermaid::mermaid(&map);
    let tasks: Vec<&str> = text.lines().map(str::trim).filter(|line| line.starts_with("Step")).collect();
    assert_eq!(tasks, ["Step 1: 4: Hạnh", "Step 2 (?): 3", "Step 3 (?): 3"], "{text}");
    assert!(text.contains("%% unknown: Minh, Hạnh\n") && !text.contains("?:"), "{text}");
    let back = reread(&map);
    assert_eq!(feelings(&back), feelings(&map), "{text}");
    assert_eq!(back.personas.iter().map(|persona| persona.name.as_str()).collect::<Vec<_>>(), ["Minh", "Hạnh"]);
}

/// A map of these names and scores.
fn map_of(stages: &[Wanted], people: &[String]) -> JourneyMap {
    let mut ids = IdSource::seeded(9);
    let mut map = JourneyMap::default();
    map.personas = people.iter().map(|name| Arc::new(Persona::new(ids.fresh(), name.clone()))).collect();
    for (name, steps) in stages {
        let mut stage = Stage::new(ids.fresh(), name.clone());
        for (name, scores) in steps {
            let mut step = Step::new(ids.fresh(), name.clone());
            for (persona, score) in map.personas.iter().zip(scores) {
                let score = match score {
                    // Beyond the scale: takes no part.
                    Some(value) if value.abs() > 200 => Score { state: ScoreState::NotInvolved, expected: None },
                    Some(value) => Score::believed(Emotion::clamped(f64::from(*value) / 100.0)),
                    None => continue,
                };
                step.scores.insert(persona.id, score);
            }
            stage.steps.push(Arc::new(step));
        }
        map.stages.push(Arc::new(stage));
    }
    map
}

proptest! {
    #[test]
    fn any_names_and_scores_come_back_from_their_diagram(
        people in prop::collection::btree_set("[a-zA-Zạơ,:#;&<\"%{ -]{1,8}[a-z]", 1..4),
        stages in prop::collection::vec(
            ("\\PC{0,12}", prop::collection::vec(
                ("\\PC{0,16}", prop::collection::vec(prop::option::of(-230_i16..230), 3)), 1..4)), 1..4),
    ) {
        let people: BTreeSet<String> = people.iter().map(|name| one_line(name)).collect();
        let people: Vec<String> = people.into_iter().collect();
        let map = map_of(&stages, &people);
        let back = reread_any(&map);
        // Someone who takes part nowhere isn't named anywhere.
        proptest::prop_assert_eq!(feelings(&back), normal(feelings(&map)), "{}", mermaid::mermaid(&map));
    }

    #[test]
    fn no_text_runs_as_a_formula_and_each_comes_back(text in "[=+@\\-\t\r'a-z ]{0,4}\\PC{0,6}") {
        let written = defused(&text);
        proptest::prop_assert!(!written.starts_with(['=', '+', '-', '@', '\t', '\r']));
        proptest::prop_assert_eq!(fused(&written), text);
    }

    #[test]
    fn no_part_of_a_text_runs_where_another_program_parts_it(text in "[=+@\\-\t\r\n'a;|＝＋－＠ ]{0,12}") {
        let written = defused(&text);
        for part in written.split([';', '\t', '|', '\n', '\r']) {
            proptest::prop_assert!(!part.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']), "{written:?}");
        }
        proptest::prop_assert_eq!(fused(&written), text);
    }

    #[test]
    fn every_cell_of_a_list_comes_back_from_csv(texts in prop::collection::vec(any::<String>(), 1..6)) {
        let mut map = maps::grid(texts.len() as u64);
        for (place, text) in texts.iter().enumerate() {
            maps::step_mut(&mut map, maps::id(1 + place as u64)).notes.clone_from(text);
        }
        let bytes = csv::list(&List::Steps.of(&map, &Words::new(Language::En)));
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").expect("a byte order mark");
        let rows = read_csv(bytes);
        let back: Vec<String> = rows.iter().skip(1).map(|row| fused(row.last().unwrap())).collect();
        proptest::prop_assert_eq!(back, texts);
    }
}

/// The fields of every record, as another reader sees them.
fn read_csv(mut bytes: &[u8]) -> Vec<Vec<String>> {
    let mut reader = csv_core::Reader::new();
    let (mut rows, mut row, mut field) = (Vec::new(), Vec::new(), Vec::new());
    let mut out = [0; 256];
    loop {
        let (result, read, written) = reader.read_field(bytes, &mut out);
        bytes = &bytes[read..];
        field.extend_from_slice(&out[..written]);
        match result {
            csv_core::ReadFieldResult::Field { record_end } => {
                row.push(String::from_utf8(std::mem::take(&mut field)).unwrap());
                if record_end {
                    rows.push(std::mem::take(&mut row));
                }
            }
            csv_core::ReadFieldResult::End => return rows,
            csv_core::ReadFieldResult::InputEmpty | csv_core::ReadFieldResult::OutputFull => {}
        }
    }
}

/// As the import reads names: composed, in one line.
fn normal(feelings: Vec<Felt>) -> Vec<Felt> {
    use unicode_normalization::UnicodeNormalization as _;
    let nfc = |text: String| one_line(&text.nfc().collect::<String>());
    feelings
        .into_iter()
        .map(|(stage, steps)| {
            let steps = steps.into_iter().map(|(step, people)| {
                let mut people: Vec<_> = people.into_iter().map(|(person, score)| (nfc(person), score)).collect();
                people.sort();
                (nfc(step), people)
            });
            (nfc(stage), steps.collect())
        })
        .collect()
}

/// As `reread`, but names may be missing.
fn reread_any(map: &JourneyMap) -> JourneyMap {
    let text = mermaid::mermaid(map);
    import::mermaid::read(&text, &import::mermaid::Options { nth: None }, &mut IdSource::seeded(1)).unwrap().map
}

#[test]
fn the_grid_stands_as_the_map_does() {
    for (name, map) in sample_maps::samples() {
        let grid = grid(&map, &Words::new(map.language), false);
        let columns = grid.steps.len();
        assert_eq!(columns, map.steps().count(), "{name}");
        assert_eq!(grid.stages.iter().map(|(_, _, run)| run).sum::<usize>(), columns, "{name}");
        assert_eq!(grid.phases.iter().map(|(_, _, run)| run).sum::<usize>(), columns, "{name}");
        assert!(grid.rows.iter().all(|row| row.cells.len() == columns), "{name}");
        let said: String = grid.rows.iter().flat_map(|row| &row.cells).map(|cell| format!("{cell:?}\n")).collect();
        let shown = map.cards().filter(|(_, card)| map.lane(card.lane).is_some_and(|lane| !lane.hidden));
        for (_, card) in shown.filter(|(_, card)| !card.text.is_empty()) {
            let first: String = card.text.lines().next().unwrap().chars().take(20).collect();
            assert!(said.contains(first.trim_end()), "{name}: {first}");
        }
    }
}

#[test]
fn a_stage_without_steps_keeps_its_column() {
    let mut map = maps::grid(1);
    map.stages.push(Arc::new(Stage::new(maps::id(900), "Empty")));
    let grid = grid(&map, &Words::new(Language::En), false);
    assert_eq!(grid.steps.last(), Some(&None));
    assert!(grid.rows.iter().all(|row| row.cells.len() == grid.steps.len()));
}

#[test]
fn every_list_has_a_row_for_each_of_its_things() {
    for (name, map) in sample_maps::samples().into_iter().chain([("every kind", every_kind::map())]) {
        let words = Words::new(map.language);
        let cards = |wanted: fn(&Content) -> bool| {
            map.cards().map(|(_, card)| card).chain(&map.tray).filter(|card| wanted(&card.content)).count()
        };
        let expected = [
            (List::Steps, map.steps().count()),
            (List::Touchpoints, cards(|content| matches!(content, Content::Touchpoint(_)))),
            (List::Scores, map.steps().count() * map.personas.len()),
            (List::PainPoints, cards(|content| matches!(content, Content::PainPoint(_)))),
            (List::Opportunities, cards(|content| matches!(content, Content::Opportunity(_)))),
            (
                List::Metrics,
                cards(|content| matches!(content, Content::Metric(_)))
                    + map.metrics.len()
                    + usize::from(map.omtm.is_some()),
            ),
            (List::Personas, map.personas.len()),
        ];
        for (list, rows) in expected {
            let table = list.of(&map, &words);
            assert_eq!(table.rows.len(), rows, "{name}: {list:?}");
            assert!(table.rows.iter().all(|row| row.len() == table.columns.len()), "{name}: {list:?}");
        }
    }
}

#[test]
fn pain_points_are_listed_worst_first() {
    let mut map = maps::grid(2);
    maps::put(&mut map, 1, 1, LaneKind::PainPoints, maps::pain(Some(2), Some(0.5)));
    maps::put(&mut map, 2, 2, LaneKind::PainPoints, maps::pain(Some(5), Some(0.5)));
    maps::put(&mut map, 2, 3, LaneKind::PainPoints, maps::pain(None, Some(0.5)));
    let table = List::PainPoints.of(&map, &Words::new(Language::En));
    let ranks: Vec<&Cell> = table.rows.iter().map(|row| &row[0]).collect();
    assert_eq!(ranks, [&Cell::Number(1.0), &Cell::Number(2.0), &Cell::Empty]);
    assert_eq!(table.rows[0][7], Cell::Number(2.5), "5 × 0.5");
}

#[test]
fn markdown_says_every_card_once_and_no_text_becomes_a_mark() {
    for (name, map) in sample_maps::samples() {
        let text = markdown::markdown(&map, &Words::new(map.language), true);
        for (_, step) in map.steps() {
            assert!(text.contains(&format!(". {}", step.name)), "{name}: {}", step.name);
        }
    }
    let mut map = maps::grid(1);
    maps::put(&mut map, 1, 1, LaneKind::PainPoints, maps::pain(Some(2), Some(0.5)));
    maps::card_mut(&mut map, maps::id(1)).text = "# <b>*1*</b> | [x](y)".to_owned();
    let text = markdown::markdown(&map, &Words::new(Language::En), false);
    assert!(
        text.contains("**Pain points**: \\# \\<b>\\*1\\*\\</b> | \\[x\\](y) · severity 2 of 5 · 50% of customers"),
        "{text}"
    );
    assert!(text.contains("\\</b> \\| \\[x\\](y)"), "a bar would end a cell of the table: {text}");
}

#[test]
fn a_workbook_is_the_same_whenever_it_is_made() {
    let (_, map) = sample_maps::samples().swap_remove(0);
    let make = || {
        let images = ImageFolder::of_map(None);
        export(&map, Format::Xlsx, &ExportOptions::default(), &images, &mut Typesetter::new()).unwrap()
    };
    let first = make();
    assert!(first.starts_with(b"PK"));
    assert!(first == make(), "two workbooks of one map differ");
}

#[test]
fn csv_quotes_what_other_programs_part_cells_at() {
    let mut map = maps::grid(3);
    for (step, text) in [(1, "x;=1+1"), (2, "y|@SUM(A1)"), (3, "z\t+1")] {
        maps::step_mut(&mut map, maps::id(step)).notes = text.to_owned();
    }
    let bytes = csv::list(&List::Steps.of(&map, &Words::new(Language::En)));
    let text = String::from_utf8(bytes).unwrap();
    for part in ["\"x;'=1+1\"", "\"y|'@SUM(A1)\"", "\"z\t'+1\""] {
        assert!(text.contains(part), "{part} in {text}");
    }
}

#[test]
fn a_persona_without_a_name_is_somebody_in_its_diagram() {
    let mut map = maps::grid(1);
    map.language = Language::Vi;
    std::sync::Arc::make_mut(&mut map.personas[1]).name.clear();
    maps::believe(&mut map, maps::id(1), &[Some(1.0)]);
    maps::believe(&mut map, maps::id(2), &[Some(-2.0)]);
    let text = mermaid::mermaid(&map);
    assert!(text.contains("Step 1: 1: Khách hàng mới"), "{text}");
    assert_eq!(reread(&map).personas.len(), 2);
}
