//! Whatever the bytes: a map or an error with a place, never a panic, never an overflowing stack.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use proptest::prelude::{Strategy, any, prop, proptest};
use wayfelt::file::{self, Problem};

use crate::every_kind;
use crate::hostile_input::{self, ron_map as read};

/// What is done with an input of one kind.
type Holds = fn(&[u8]);

/// Every kind of input, by the name of its fuzz target and of the folder of its cases.
const KINDS: [(&str, Holds); 9] = [
    ("ron_map", hostile_input::ron_map),
    ("ron_layout", hostile_input::ron_layout),
    ("mermaid", hostile_input::mermaid),
    ("outline", hostile_input::outline),
    ("clipboard", hostile_input::clipboard),
    ("excerpt", hostile_input::excerpt),
    ("image", hostile_input::image),
    ("table", hostile_input::table),
    ("package", hostile_input::package),
];

/// The files of a folder, by name; none where there is no such folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

/// The cases that fuzzing found, and what it starts from.
fn cases(kind: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut cases = files(&root.join("tests/fixtures/hostile").join(kind));
    // Pictures of a map are made of what is read as one.
    cases.extend(files(&root.join("fuzz/seeds").join(if kind == "ron_layout" { "ron_map" } else { kind })));
    cases
}

#[test]
fn every_case_that_fuzzing_found_holds_in_time() {
    for (kind, holds) in KINDS {
        let cases = cases(kind);
        assert!(cases.len() > 3, "{kind}");
        for case in cases {
            let bytes = std::fs::read(&case).unwrap();
            println!("{}", case.display());
            let begin = Instant::now();
            holds(&bytes);
            let took = begin.elapsed();
            // A second in what people get; this is built without optimising, on a machine that does other things too.
            assert!(took < Duration::from_secs(10), "{} took {took:?}", case.display());
        }
    }
}

#[test]
fn a_file_cut_off_at_any_byte_is_an_error() {
    let text = file::write(&every_kind::map());
    let bytes = text.trim_end().as_bytes();
    for length in 0..bytes.len() {
        assert!(file::read(&bytes[..length]).is_err(), "{length}");
    }
}

#[test]
fn a_file_with_any_byte_changed_never_panics() {
    let text = file::write(&every_kind::map());
    let bytes = text.as_bytes();
    for (at, byte) in
        (0..bytes.len()).zip([b'(', b')', b'"', b'\\', b',', b':', b'[', b'0', 0xff, b'/'].into_iter().cycle())
    {
        let mut changed = bytes.to_vec();
        changed[at] = byte;
        read(&changed);
    }
}

#[test]
fn a_megabyte_of_brackets_is_an_error() {
    for bracket in
        ["(", "[", "{", "a(", "Some(", "[(", "(a:", "{\"\":", "\"", "/*", "'", "r#", "b\"", "-", "//\n", "#![enable("]
    {
        let heap = bracket.repeat((1 << 20) / bracket.len());
        assert!(file::read(heap.as_bytes()).is_err(), "{bracket}");
        for start in
            ["(format: 1, map: ", "(format: 1, map: (title: ", "(format: 1, map: (stages: ", "(x: ", "(format: "]
        {
            assert!(file::read(format!("{start}{heap}").as_bytes()).is_err(), "{start}{bracket}");
        }
    }
}

#[test]
fn brackets_nested_deep_and_closed_again_are_an_error() {
    for depth in [100, 1_000, 100_000] {
        for (open, close) in [("(", ")"), ("[", "]"), ("(a: ", ")")] {
            let nested = format!("{}{}", open.repeat(depth), close.repeat(depth));
            assert!(file::read(format!("(map: {nested}, format: 1)").as_bytes()).is_err());
            assert!(file::read(format!("(wheels: {nested}, format: 1, map: ())").as_bytes()).is_err());
        }
    }
    let deep = format!("(wheels: {}{})", "[".repeat(1000), "]".repeat(1000));
    let error = file::read(deep.as_bytes()).expect_err("wheels");
    assert!(matches!(error.problem, Problem::UnknownField { .. } | Problem::TooDeep), "{error}");
}

#[test]
fn the_stack_of_a_small_thread_is_enough() {
    let map = every_kind::map();
    let deep = format!("(x: {}", "[(a:".repeat(1000));
    let thread = std::thread::Builder::new().stack_size(1 << 20);
    let handle = thread.spawn(move || {
        file::read(deep.as_bytes()).expect_err("deep");
        file::read(file::write(&map).as_bytes()).unwrap();
    });
    handle.unwrap().join().unwrap();
}

#[test]
fn the_same_id_twice_is_a_fault() {
    let lane = "(id: \"00000001\", kind: Actions)";
    let opened = file::read(format!("(format: 1, map: (lanes: [{lane}, {lane}]))").as_bytes()).unwrap();
    assert_eq!(opened.faults.len(), 1, "{:?}", opened.faults);
}

/// Pieces of which map files are made.
fn pieces() -> impl Strategy<Value = Vec<&'static str>> {
    let piece = prop::sample::select(vec![
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        ",",
        ":",
        " ",
        "\n",
        "\"",
        "\\",
        "/*",
        "*/",
        "//",
        "'",
        "format",
        "map",
        "title",
        "stages",
        "lanes",
        "steps",
        "cards",
        "content",
        "Touchpoint",
        "PainPoint",
        "Scored",
        "Some",
        "None",
        "true",
        "NaN",
        "inf",
        "-",
        "1",
        "2.5",
        "1e999",
        "\"00000000\"",
        "\"2026-11-22\"",
        "\u{feff}",
        "Việt",
        "\u{301}",
        "r#",
        "#![enable(implicit_some)]",
        "\u{0}",
        "id:",
        "name:",
        "kind: Emotion",
    ]);
    prop::collection::vec(piece, 0..60)
}

proptest! {
    #[test]
    fn random_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        read(&bytes);
    }

    #[test]
    fn random_pieces_never_panic(pieces in pieces()) {
        let text = pieces.concat();
        read(text.as_bytes());
        read(format!("(format: 1, map: ({text}").as_bytes());
    }

    #[test]
    fn any_text_survives(title in any::<String>(), notes in "\\PC*") {
        use unicode_normalization::UnicodeNormalization as _;
        let map = wayfelt::model::JourneyMap { title, notes, ..Default::default() };
        let text = file::write(&map);
        let read = file::read(text.as_bytes()).unwrap().map;
        assert_eq!(read.title, map.title.nfc().collect::<String>());
        assert_eq!(read.notes, map.notes.nfc().collect::<String>());
        assert_eq!(file::write(&read), text);
    }
}
