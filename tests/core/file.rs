//! Map files: what is written is read again, and every mistake has a place.

use std::path::Path;

use wayfelt::file::{self, Expected, Place, Problem, ReadError, say};
use wayfelt::i18n::Words;
use wayfelt::model::{Language, LossRates, Metric, NamedMetric};

use crate::every_kind;

fn error(text: &str) -> ReadError {
    file::read(text.as_bytes()).expect_err(text)
}

/// Line, column and problem of a text that is no map.
fn found(text: &str) -> (usize, usize, Problem) {
    let ReadError { place: Place { line, column }, problem } = error(text);
    (line, column, problem)
}

#[test]
fn everything_is_written_and_read_again() {
    let map = every_kind::map();
    let text = file::write(&map);
    let opened = file::read(text.as_bytes()).unwrap_or_else(|error| panic!("{error}\n{text}"));
    assert_eq!(opened.map, map);
    assert_eq!(opened.faults, []);
    assert_eq!(file::write(&opened.map), text);
}

#[test]
fn the_written_text_is_kept_as_it_was() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/goldens/every_kind.ron");
    let text = file::write(&every_kind::map());
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, &text).unwrap();
    }
    let golden = std::fs::read_to_string(&path).expect("UPDATE_SNAPSHOTS=1 writes it");
    assert!(
        text == golden,
        "the form of files changed; if that is meant, UPDATE_SNAPSHOTS=1 renews {}",
        path.display()
    );
}

#[test]
fn a_map_of_nothing_is_a_short_text() {
    let text = file::write(&wayfelt::model::JourneyMap::default());
    assert_eq!(text, "(\n  format: 1,\n  map: (),\n)\n");
    assert_eq!(file::read(text.as_bytes()).unwrap().map, wayfelt::model::JourneyMap::default());
}

#[test]
fn every_map_in_the_repository_is_canonical_and_valid() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut count = 0;
    for folder in ["sample_maps", "assets/templates/en", "assets/templates/vi"] {
        for entry in std::fs::read_dir(root.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_none_or(|extension| extension != "ron") {
                continue;
            }
            count += 1;
            let bytes = std::fs::read(&path).unwrap();
            let opened = file::read(&bytes).unwrap_or_else(|error| panic!("{}:{error}", path.display()));
            assert_eq!(opened.faults, [], "{}", path.display());
            let text = file::write(&opened.map);
            assert!(text.as_bytes() == bytes, "{}: run `wayfelt format` on it", path.display());
        }
    }
    assert!(count >= 16, "only {count} maps were found");
}

#[test]
fn a_mistake_is_found_where_it_stands() {
    use Expected::{Colon, Comma, Date, EndOfText, Id, Opening, Text, TrueOrFalse, WholeNumber};
    let expected = Problem::Expected;
    for (text, line, column, problem) in [
        ("", 1, 1, Problem::EndsEarly),
        ("(", 1, 2, Problem::EndsEarly),
        ("hello", 1, 1, expected(Opening('('))),
        ("[1]", 1, 1, expected(Opening('('))),
        ("(map: ())", 1, 9, Problem::MissingField { field: "format" }),
        ("(format: 1)", 1, 11, Problem::MissingField { field: "map" }),
        ("(format: \"1\", map: ())", 1, 10, expected(WholeNumber)),
        ("(format: 1, map: [])", 1, 18, expected(Opening('('))),
        ("(format: 1, map: ()) x", 1, 22, Problem::MoreText),
        ("(format: 1, map: (title: 3))", 1, 26, expected(Text)),
        ("(format: 1, map: (title: \"x)", 1, 27, expected(EndOfText)),
        ("(format: 1,\n map: (title \"x\"))", 2, 14, expected(Colon)),
        ("(format: 1, map: (title: \"x\" notes: \"y\"))", 1, 30, expected(Comma)),
        ("(format: 1, map: (title: \"x\"", 1, 29, Problem::EndsEarly),
        ("(format: 1, map: (stages: [))", 1, 28, expected(Opening('('))),
        ("(format: 1, map: (personas: [(id: \"00000000\", name: \"\", roles: [User)]))", 1, 69, expected(Comma)),
        ("(format: 1, map: (stages: (id: 3)))", 1, 27, expected(Opening('['))),
        ("(format: 1, map: (title: \"\\q\"))", 1, 29, Problem::Escape),
        ("(format: 1, map: (date: \"2026-13-01\"))", 1, 25, expected(Date)),
        ("(format: 1, map: (lanes: [(id: \"0000000\", kind: Emotion)]))", 1, 32, expected(Id)),
        ("(format: 1, map: (lanes: [(id: \"00000000\")]))", 1, 42, Problem::MissingField { field: "kind" }),
        ("(format: 1, map: (title: \"\", title: \"\"))", 1, 30, Problem::Twice { name: "title".into() }),
        ("(format: 1, map: (loss_rates: (first: NaN)))", 1, 39, Problem::NotFinite),
        ("(format: 1, map: (loss_rates: (first: 1e999)))", 1, 39, Problem::NotFinite),
        ("(format: 1, map: (omtm: (name: \"\", metric: (value: inf))))", 1, 52, Problem::NotFinite),
        (
            "(format: 1, map: (stages: [(id: \"00000000\", name: \"\", expected_touchpoints: -1)]))",
            1,
            77,
            Problem::DoesNotFit,
        ),
        (
            "(format: 1, map: (lanes: [(id: \"00000000\", kind: Actions,\n\thidden: yes)]))",
            2,
            10,
            expected(TrueOrFalse),
        ),
        (
            "(format: 1, map: (tray: [(id: \"00000000\", lane: \"00000000\", content: PainPoint(severity: 7))]))",
            1,
            90,
            Problem::OutOfRange { low: 1.0, high: 5.0, found: 7.0 },
        ),
    ] {
        assert_eq!(found(text), (line, column, problem), "{text}");
    }
}

#[test]
fn a_persona_scored_twice_is_not_dropped_silently() {
    let text = "(format: 1, map: (stages: [(id: \"00000000\", name: \"\", steps: [(id: \"00000000\", name: \"\",\n\
                scores: {\"00000001\": (), \"00000001\": (expected: 1)})])]))";
    assert_eq!(found(text), (2, 26, Problem::Twice { name: "00000001".into() }));
}

#[test]
fn a_wrong_name_is_answered_with_the_nearest_right_one() {
    let card = |content: &str| {
        format!("(format: 1, map: (tray: [(id: \"00000000\", lane: \"00000000\", content: {content})]))")
    };
    for (text, wrong, right) in [
        ("(format: 1, map: (titel: \"x\"))".to_owned(), "titel", Some("title")),
        ("(format: 1, mpa: (title: \"x\"))".to_owned(), "mpa", Some("map")),
        ("(format: 1, map: (Title: \"x\"))".to_owned(), "Title", Some("title")),
        ("(format: 1, map: (lossrates: ()))".to_owned(), "lossrates", Some("loss_rates")),
        ("(format: 1, map: (language: Vn))".to_owned(), "Vn", Some("Vi")),
        ("(format: 1, map: (wheels: 3))".to_owned(), "wheels", None),
        (card("Touchpiont()"), "Touchpiont", Some("Touchpoint")),
        (card("Touchpoint(chanel: Store)"), "chanel", Some("channel")),
        (card("Touchpoint(channel: CallCenter)"), "CallCenter", Some("CallCentre")),
        (card("Touchpoint(channel: Web)"), "Web", Some("Website")),
        (card("Touchpoint(channel: Zeppelin)"), "Zeppelin", None),
    ] {
        match error(&text).problem {
            Problem::UnknownField { found, nearest, known } | Problem::UnknownChoice { found, nearest, known } => {
                assert_eq!((found.as_str(), nearest), (wrong, right), "{text}");
                assert!(nearest.is_none_or(|nearest| known.contains(&nearest)));
            }
            other => panic!("{text}: {other:?}"),
        }
    }
}

#[test]
fn a_newer_format_is_refused_by_name_whatever_it_holds() {
    let newer = Problem::TooNew { found: 2, supported: 1 };
    for text in ["(format: 2, map: (wheels: Round(3), lanes: 7))", "(map: (wheels: Round(3)), format: 2)", "(format: 2"]
    {
        assert_eq!(error(text).problem, newer, "{text}");
    }
    let huge = "(format: 99999999999, map: ())";
    assert_eq!(error(huge).problem, Problem::TooNew { found: 99_999_999_999, supported: 1 });
}

#[test]
fn a_text_that_is_too_large_is_refused_before_it_is_parsed() {
    let bytes = vec![b'('; file::MOST_BYTES as usize + 1];
    let error = file::read(&bytes).expect_err("one byte too many");
    assert_eq!(error.problem, Problem::TooLarge { bytes: file::MOST_BYTES + 1, most: file::MOST_BYTES });
}

#[test]
fn broken_utf8_is_located() {
    let error = file::read(b"(format: 1,\n map: (title: \"Vi\xe1\xbb\x87t \xff\"))").expect_err("0xff is no UTF-8");
    assert_eq!(error, ReadError { place: Place { line: 2, column: 21 }, problem: Problem::NotUtf8 { byte: 0xff } });
}

#[test]
fn a_byte_order_mark_and_line_ends_of_windows_change_nothing() {
    let text = file::write(&every_kind::map());
    let windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    assert_eq!(file::read(windows.as_bytes()).unwrap().map, every_kind::map());
}

#[test]
fn every_text_becomes_nfc() {
    let decomposed = "(format: 1, map: (title: \"Tie\u{302}\u{301}ng Vie\u{323}\u{302}t\"))";
    assert_eq!(file::read(decomposed.as_bytes()).unwrap().map.title, "Tiếng Việt");
    let hidden = "(format: 1, map: (title: \"e\\u{301}\", notes: \"\\u{1ec7}\"))";
    let map = file::read(hidden.as_bytes()).unwrap().map;
    assert_eq!((map.title.as_str(), map.notes.as_str()), ("é", "ệ"));
    let written = file::write(&wayfelt::model::JourneyMap { title: "e\u{301}".into(), ..Default::default() });
    assert!(written.contains("\"é\""), "{written}");
    let tilde_on_a_new_line = wayfelt::model::JourneyMap { title: "\n\u{303}".into(), ..Default::default() };
    let written = file::write(&tilde_on_a_new_line);
    assert_eq!(file::read(written.as_bytes()).unwrap().map, tilde_on_a_new_line, "{written}");
}

#[test]
fn what_cannot_be_seen_is_written_as_an_escape_and_all_else_plainly() {
    let map = wayfelt::model::JourneyMap {
        title: "It's \"ngày\" ❤️ 👩‍👧 हिन्दी ก็ \\ \u{a0}\u{202e}\u{200b}\u{7}\n\t".into(),
        ..Default::default()
    };
    let text = file::write(&map);
    assert!(text.contains(r#"title: "It's \"ngày\" ❤️ 👩‍👧 हिन्दी ก็ \\ \u{a0}\u{202e}\u{200b}\u{7}\n\t","#), "{text}");
    assert_eq!(file::read(text.as_bytes()).unwrap().map, map);
}

#[test]
fn brackets_and_commas_in_texts_are_left_alone() {
    let title = "a (b, [c]: {d} 1.0, \\\"e\\\" 2.0)";
    let map = wayfelt::model::JourneyMap { title: title.into(), ..Default::default() };
    let text = file::write(&map);
    assert_eq!(text.lines().count(), 6, "{text}");
    assert_eq!(file::read(text.as_bytes()).unwrap().map.title, title);
}

#[test]
fn numbers_are_written_shortly_and_exactly() {
    let metric = Metric { baseline: Some(61.0), value: Some(0.1 + 0.2), target: Some(-1e-7), ..Metric::default() };
    let map = wayfelt::model::JourneyMap {
        omtm: Some(NamedMetric { name: "m".into(), metric }),
        loss_rates: LossRates { first: 0.0, second: 1.0, source: "s".into() },
        ..Default::default()
    };
    let text = file::write(&map);
    assert!(text.contains("(baseline: 61, value: 0.30000000000000004, target: -1e-7)"), "{text}");
    assert_eq!(file::read(text.as_bytes()).unwrap().map, map);
}

#[test]
fn one_changed_word_is_one_changed_line() {
    let before = file::write(&every_kind::map());
    let mut map = every_kind::map();
    map.scenario = "Something else altogether, and very much longer than what stood here before. ".repeat(20);
    let after = file::write(&map);
    let changed = before.lines().zip(after.lines()).filter(|(a, b)| a != b).count();
    assert_eq!((changed, before.lines().count()), (1, after.lines().count()));
}

#[test]
fn every_problem_is_said_in_both_languages() {
    let problems = [
        Problem::TooLarge { bytes: 1 << 30, most: file::MOST_BYTES },
        Problem::TooNew { found: 2, supported: 1 },
        Problem::NoSuchFormat { found: 0 },
        Problem::NotUtf8 { byte: 0xff },
        Problem::EndsEarly,
        Problem::MoreText,
        Problem::Expected(Expected::Closing(')')),
        Problem::WrongType { expected: "a".into(), found: "b".into() },
        Problem::UnknownField { found: "titel".into(), nearest: Some("title"), known: &["title"] },
        Problem::UnknownChoice { found: "x".into(), nearest: None, known: &["En", "Vi"] },
        Problem::MissingField { field: "map" },
        Problem::Twice { name: "title".into() },
        Problem::OutOfRange { low: -2.0, high: 2.0, found: 3.0 },
        Problem::DoesNotFit,
        Problem::NotFinite,
        Problem::TooDeep,
        Problem::Escape,
        Problem::Other("x".into()),
    ];
    let [english, vietnamese] = Language::ALL.map(Words::new);
    for problem in &problems {
        let (en, vi) = (say::problem(&english, problem), say::problem(&vietnamese, problem));
        assert_ne!(en, vi);
        assert!(en.ends_with(['.', '?']) && vi.ends_with(['.', '?']), "{en} / {vi}");
    }
    let bracket = say::problem(&english, &Problem::Expected(Expected::Closing(']')));
    assert_eq!(bracket, "] is expected here.");
    let nearest = say::problem(&english, &problems[8]);
    assert_eq!(nearest, "Nothing is called “titel” here. Did you mean “title”?");
}
