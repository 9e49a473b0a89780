//! Mermaid journeys become maps: the project's own fixtures, any text at all, and what real people wrote.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use proptest::prelude::*;
use wayfelt::i18n::Words;
use wayfelt::import::mermaid::{Doubt, MAX_PEOPLE, MAX_TASKS, Options, read};
use wayfelt::import::words::{error_words, warning_words};
use wayfelt::import::{ImportError, Imported, MAX_BYTES, TextPlace, decode};
use wayfelt::model::{Emotion, IdSource, JourneyMap, LaneKind, Language, ScoreState, Step, check};

use crate::corpus;

const FIRST: Options = Options { nth: None };

fn imported(text: &str) -> Imported {
    read(text, &FIRST, &mut IdSource::seeded(1)).unwrap_or_else(|error| panic!("{error} in {text:?}"))
}

fn doubts(text: &str) -> Vec<Doubt> {
    imported(text).warnings.into_iter().map(|warning| warning.kind).collect()
}

/// Who takes part in a step, in the order of the personas; a score that nobody knows is none.
fn people(map: &JourneyMap, step: &Step) -> Vec<(String, Option<f64>)> {
    map.personas
        .iter()
        .filter_map(|persona| match step.score(persona.id).state {
            ScoreState::NotInvolved => None,
            ScoreState::Unknown => Some((persona.name.clone(), None)),
            ScoreState::Scored { believed, .. } => Some((persona.name.clone(), believed.map(Emotion::value))),
        })
        .collect()
}

/// What was read, in lines that a person can check.
fn listing(text: &str, options: &Options) -> String {
    let english = Words::new(Language::En);
    let mut out = String::new();
    match read(text, options, &mut IdSource::seeded(1)) {
        Err(error) => writeln!(out, "error: {}", error_words(&error, &english)).unwrap(),
        Ok(Imported { map, warnings }) => {
            writeln!(out, "{:?} {:?}", map.language, map.title).unwrap();
            for (what, text) in [("scenario", &map.scenario), ("notes", &map.notes)] {
                if !text.is_empty() {
                    writeln!(out, "{what}: {text:?}").unwrap();
                }
            }
            for stage in &map.stages {
                writeln!(out, "\n{:?}", stage.name).unwrap();
                for step in &stage.steps {
                    let people: Vec<String> = people(&map, step)
                        .into_iter()
                        .map(|(name, score)| score.map_or(format!("{name:?} ?"), |score| format!("{name:?} {score:+}")))
                        .collect();
                    let notes = if step.notes.is_empty() { String::new() } else { format!("   ({})", step.notes) };
                    writeln!(out, "    {:?}   {}{notes}", step.name, people.join(", ")).unwrap();
                }
            }
            out.push('\n');
            for warning in warnings {
                let TextPlace { line, column } = warning.at;
                writeln!(out, "{line}:{column}: {}", warning_words(&warning, &english)).unwrap();
            }
        }
    }
    out
}

#[test]
fn each_fixture_gives_what_stands_beside_it() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/mermaid");
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|end| end != "expected"));
    paths.sort();
    assert!(paths.len() >= 8, "the fixtures are gone");
    for path in paths {
        let text = decode(&std::fs::read(&path).unwrap()).unwrap();
        let found = listing(&text, &FIRST);
        let expected = path.with_extension("expected");
        if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
            std::fs::write(&expected, &found).unwrap();
        }
        let wanted = std::fs::read_to_string(&expected).unwrap_or_default();
        assert_eq!(found, wanted, "{}", path.display());
    }
}

#[test]
fn of_several_diagrams_the_one_asked_for_is_read() {
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/mermaid/notes.md"));
    let text = text.unwrap();
    let nth = |nth| read(&text, &Options { nth: Some(nth) }, &mut IdSource::seeded(1));
    let title = |wanted| nth(wanted).unwrap().map.title;
    assert_eq!([title(1), title(2), title(3), title(4)], ["First", "Second", "Third", "Fourth, never closed"]);
    assert!(!nth(1).unwrap().warnings.iter().any(|warning| matches!(warning.kind, Doubt::SeveralDiagrams { .. })));
    assert_eq!(nth(5), Err(ImportError::NoSuchDiagram { wanted: 5, found: 4 }));
    assert_eq!(nth(0), Err(ImportError::NoSuchDiagram { wanted: 0, found: 4 }));
    let bare = "journey\ntitle One\n---\ntitle: x\n---\njourney\ntitle Two\njourney\nsection S";
    assert_eq!(doubts(bare)[0], Doubt::SeveralDiagrams { found: 3 });
    assert_eq!(read(bare, &Options { nth: Some(2) }, &mut IdSource::seeded(1)).unwrap().map.title, "Two");
}

#[test]
fn line_ends_and_byte_order_marks_make_no_difference() {
    let text = "journey\ntitle Trà đá\nsection S\n\tA: 5: Me\n";
    let plain = imported(text);
    for other in [text.replace('\n', "\r\n"), text.replace('\n', "\r"), format!("\u{feff}{text}")] {
        assert_eq!(imported(&other), plain, "{other:?}");
    }
    let wide = |mark: u16, unit: fn(u16) -> [u8; 2]| -> Vec<u8> {
        [mark].into_iter().chain(text.encode_utf16()).flat_map(unit).collect()
    };
    for bytes in
        [[b"\xef\xbb\xbf", text.as_bytes()].concat(), wide(0xfeff, u16::to_le_bytes), wide(0xfeff, u16::to_be_bytes)]
    {
        assert_eq!(imported(&decode(&bytes).unwrap()), plain);
    }
    assert_eq!(decode(b"journey\xff"), Err(ImportError::NotText { byte: 7 }));
    assert_eq!(decode(b"\xff\xfej"), Err(ImportError::NotText { byte: 2 }));
}

#[test]
fn a_map_made_of_a_diagram_is_valid_and_ready_for_work() {
    let map = imported("journey\nsection S\nA: 1: Me\nB: 4: You").map;
    assert!(check::check(&map).is_empty());
    let kinds: Vec<LaneKind> = map.lanes.iter().map(|lane| lane.kind).collect();
    assert!(
        [LaneKind::Touchpoints, LaneKind::Emotion, LaneKind::PainPoints, LaneKind::Opportunities]
            .iter()
            .all(|kind| kinds.contains(kind))
    );
    assert!(map.stages.iter().all(|stage| stage.phase.is_none()));
    let (me, you) = (map.personas[0].id, map.personas[1].id);
    let step = &map.stages[0].steps[0];
    assert_eq!(step.score(me).shown(), Some(-2.0));
    assert!(!step.score(me).validated(), "a diagram proves nothing");
    assert_eq!(step.score(you).state, ScoreState::NotInvolved, "who isn't named takes no part");
}

#[test]
fn words_that_only_vietnamese_writes_make_the_map_vietnamese() {
    assert_eq!(imported("journey\ntitle Đặt lịch khám bệnh").map.language, Language::Vi);
    assert_eq!(imported("journey\ntitle Réserver à l'hôtel").map.language, Language::En);
    assert_eq!(imported("journey\ntitle Reservar não é difícil").map.language, Language::En);
}

#[test]
fn names_are_the_same_however_their_accents_are_written() {
    let map = imported("journey\nsection S\nA: 1: H\u{ea}\u{300}\nB: 4: H\u{1ec1}").map;
    assert_eq!(map.personas.len(), 1);
    assert_eq!(map.personas[0].name, "H\u{1ec1}");
}

#[test]
fn errors_say_where() {
    let error = |text: &str| read(text, &FIRST, &mut IdSource::seeded(1)).unwrap_err();
    assert_eq!(error(""), ImportError::NoDiagram);
    assert_eq!(error("Dear all,\nsee below."), ImportError::NoDiagram);
    assert_eq!(error("journeys are long"), ImportError::NoDiagram);
    let other = ImportError::OtherDiagram { at: TextPlace { line: 3, column: 1 }, kind: "flowchart".to_owned() };
    assert_eq!(error("text\n```mermaid\nflowchart LR\n```"), other);
    let open = ImportError::OpenDescription { at: TextPlace { line: 2, column: 3 } };
    assert_eq!(error("journey\n  accDescr {\nsection S\nA: 5: Me"), open);
    assert_eq!(open.at(), Some(TextPlace { line: 2, column: 3 }));
}

#[test]
fn a_flood_is_refused_before_it_hurts() {
    let error = |text: &str| read(text, &FIRST, &mut IdSource::seeded(1)).unwrap_err();
    let tasks = format!("journey\n{}", "A: 5: Me\n".repeat(MAX_TASKS + 1));
    let at = TextPlace { line: MAX_TASKS + 2, column: 1 };
    assert_eq!(error(&tasks), ImportError::TooManyTasks { at, most: MAX_TASKS });
    let people: String = (0..=MAX_PEOPLE).map(|n| format!("p{n},")).collect();
    let at = TextPlace { line: 2, column: 1 };
    assert_eq!(error(&format!("journey\nA: 5: {people}")), ImportError::TooManyPeople { at, most: MAX_PEOPLE });
    assert_eq!(error(&" ".repeat(MAX_BYTES + 1)), ImportError::TooLarge { bytes: MAX_BYTES + 1 });
}

/// Each is a line that a careless reader would go over again for every one of its characters.
#[test]
fn long_lines_are_read_in_one_go() {
    let start = Instant::now();
    for unit in
        [";", ":", "#", "&", ",", "\"", "%%{\n", "---\n", "> ", "```\n", "<br", "a;", "#1;", "::", "journey\n", "{"]
    {
        for before in ["", "journey\n", "journey\nsection ", "journey\nA: 1: ", "journey\nA", "```mermaid\n"] {
            let text = format!("{before}{}", unit.repeat(100_000 / unit.len()));
            read(&text, &FIRST, &mut IdSource::seeded(1)).ok();
        }
    }
    // Even without optimisation this takes a second or two; quadratic reading would take hours.
    assert!(start.elapsed() < Duration::from_secs(60), "took {:?}", start.elapsed());
}

proptest! {
    #[test]
    fn no_text_makes_the_reader_panic(text in "(?s).{0,400}") {
        read(&text, &FIRST, &mut IdSource::seeded(1)).ok();
    }

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(text) = decode(&bytes) {
            read(&text, &FIRST, &mut IdSource::seeded(1)).ok();
        }
    }

    #[test]
    fn a_damaged_diagram_gives_a_valid_map_or_an_error(
        pieces in prop::collection::vec((0usize..60, prop::sample::select(vec![
            "journey", "\n", "\r", "title ", "section ", "accDescr {", "}", "accTitle:", ":", ",", "#", "#35;", ";", "%%", "%%{",
            "}%%", "---\n", "```", "```mermaid\n", "A: 5: Me\n", "Đ", "😀", "\u{feff}", " ", "\t", "3", "-", "0x", "<br", "/>", "\"",
        ])), 0..40),
    ) {
        let mut text = "journey\ntitle T\nsection S\nA: 5: Me, You\nB: 2\n".to_owned();
        for (at, piece) in pieces {
            let at = (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
            text.insert_str(at, piece);
        }
        if let Ok(Imported { map, warnings }) = read(&text, &FIRST, &mut IdSource::seeded(1)) {
            prop_assert!(check::check(&map).is_empty());
            let lines = text.replace("\r\n", "\n").split(['\n', '\r']).count();
            for warning in warnings {
                prop_assert!((1..=lines).contains(&warning.at.line), "{:?}", warning);
                prop_assert!(warning.at.column >= 1);
            }
        }
    }
}

/// One task as Mermaid reads it: section, name, score, people.
type Task = (String, String, f64, Vec<String>);

/// Compares a map with what Mermaid reads, with the exceptions that the importer promises.
fn agrees(name: &str, text: &str, sections: &[String], tasks: &[Task]) {
    let Imported { map, warnings } = imported(text);
    let mut wanted: Vec<&str> = sections.iter().map(|section| section.trim()).collect();
    if tasks.first().is_some_and(|task| task.0.is_empty()) {
        wanted.insert(0, &map.title);
    }
    let found: Vec<&str> = map.stages.iter().map(|stage| stage.name.as_str()).collect();
    assert_eq!(found, wanted, "{name}: sections");
    assert_eq!(map.steps().count(), tasks.len(), "{name}: tasks");
    for ((stage, step), (section, task, score, names)) in map.steps().zip(tasks) {
        let section = if section.is_empty() { &map.title } else { section };
        assert_eq!(stage.name, section.trim(), "{name}: {task}");
        let known = people(&map, step);
        if score.is_nan() && step.name != task.trim() {
            assert!(step.name.starts_with(task.trim()), "{name}: read from the right, {:?}", step.name);
            assert!(known.iter().all(|(_, score)| score.is_some()), "{name}: {}", step.name);
            assert!(warnings.iter().any(|warning| warning.kind == Doubt::ReadFromRight), "{name}");
            continue;
        }
        assert_eq!(step.name, task.trim(), "{name}");
        let mut names: Vec<&str> = names.iter().map(|name| name.trim()).filter(|name| !name.is_empty()).collect();
        if names.is_empty() {
            names.push("Customer");
        }
        let order = |name: &str| map.personas.iter().position(|persona| persona.name == name);
        names.sort_by_key(|name| order(name));
        names.dedup();
        let score = if score.is_nan() { None } else { Some(score.clamp(1.0, 5.0) - 3.0) };
        let wanted: Vec<(String, Option<f64>)> = names.into_iter().map(|name| (name.to_owned(), score)).collect();
        assert_eq!(known, wanted, "{name}: {task}");
    }
    let outside = tasks.iter().filter(|task| !task.2.is_nan() && !(1.0..=5.0).contains(&task.2)).count();
    let warned = warnings.iter().filter(|warning| matches!(warning.kind, Doubt::ScoreOutside { .. })).count();
    assert_eq!(warned, outside, "{name}: scores brought inside");
}

fn task(value: &serde_json::Value) -> Task {
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let people = value[3].as_array().unwrap().iter().map(text).collect();
    (text(&value[0]), text(&value[1]), value[2].as_f64().unwrap_or(f64::NAN), people)
}

#[test]
fn diagrams_of_real_people_are_read_as_mermaid_reads_them() {
    let Some(folder) = corpus::folder("mermaid") else { return };
    let index = std::fs::read_to_string(folder.join("expected.jsonl")).unwrap();
    for line in index.lines() {
        let expected: serde_json::Value = serde_json::from_str(line).unwrap();
        let name = expected["id"].as_str().unwrap();
        let text = decode(&std::fs::read(folder.join(name)).unwrap()).unwrap();
        if expected["accept"] == true {
            let sections: Vec<String> = serde_json::from_value(expected["sections"].clone()).unwrap();
            let tasks: Vec<Task> = expected["tasks"].as_array().unwrap().iter().map(task).collect();
            agrees(name, &text, &sections, &tasks);
        } else {
            refused(name, &text);
        }
    }
}

/// What Mermaid refuses is read with a warning, or is an error that says where.
fn refused(name: &str, text: &str) {
    match read(text, &FIRST, &mut IdSource::seeded(1)) {
        Ok(imported) => assert!(!imported.warnings.is_empty(), "{name}: read without a word"),
        Err(error) => assert!(error.at().is_some() || error == ImportError::NoDiagram, "{name}: {error}"),
    }
}

#[test]
fn probes_are_read_as_mermaid_reads_them() {
    let Some(folder) = corpus::folder("mermaid") else { return };
    let table = std::fs::read_to_string(folder.join("spec.tsv")).unwrap();
    let mut seen = 0;
    for row in table.lines().filter(|line| !line.starts_with('#')).skip(1) {
        let fields: Vec<&str> = row.split('\t').collect();
        let [name, _, input, expected, _, _, _, sections, tasks, ..] = fields.as_slice() else { panic!("{row}") };
        let text = unescaped(input);
        seen += 1;
        match (*expected, *name) {
            // A fence is what people paste, so it is read without a word.
            ("reject", "fence") => assert_eq!(imported(&text).map.steps().count(), 1),
            ("reject", _) => refused(name, &text),
            // An empty score is 0 to Mermaid; here it is no score.
            (_, "score-empty") => assert_eq!(doubts(&text), [Doubt::NoScore]),
            (_, "double-colon") => assert_eq!(doubts(&text), [Doubt::ReadFromRight]),
            // Entities and breaks are letters, not code.
            (_, "entity") => assert_eq!(imported(&text).map.stages[0].steps[0].name, "A # B"),
            (_, "section-br") => assert_eq!(imported(&text).map.stages[0].name, "Line1 Line2 Line3 Line4 Line5"),
            _ => {
                let sections: Vec<String> = serde_json::from_str(&unescaped(sections)).unwrap();
                let tasks: Vec<serde_json::Value> = serde_json::from_str(&unescaped(tasks)).unwrap();
                let tasks: Vec<Task> = tasks.iter().map(task).collect();
                agrees(name, &text, &sections, &tasks);
            }
        }
    }
    assert!(seen >= 60, "the table is gone");
}

fn unescaped(field: &str) -> String {
    let mut text = String::new();
    let mut letters = field.chars();
    while let Some(letter) = letters.next() {
        text.push(match letter {
            '\\' => match letters.next() {
                Some('t') => '\t',
                Some('r') => '\r',
                Some('n') => '\n',
                Some(other) => other,
                None => '\\',
            },
            other => other,
        });
    }
    text
}
