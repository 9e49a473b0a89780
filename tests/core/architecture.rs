//! The law of dependency: a room names only rooms below it, and a library that belongs to one room stays there.
//!
//! `src/lib.rs` draws the levels; what the compiler doesn't hold is held here, from the text of the sources.

use std::path::{Path, PathBuf};

/// The rooms of each level, the lowest first.
const LEVELS: [&[&str]; 6] = [
    &["model", "i18n"],
    &["edit", "file", "scene", "text", "insight", "diff"],
    &["layout", "find"],
    &["import", "export", "lint"],
    &["app", "cli"],
    &["main"],
];

/// Rooms of one level that may name each other, the one that names first: words are in a map's language, a shaped text is
/// lines of a scene, and what two maps mean to a customer is found in what differs between them.
const NEIGHBOURS: [(&str, &str); 3] = [("i18n", "model"), ("text", "scene"), ("insight", "diff")];

/// Libraries that are known to one part of the tree only.
const LIBRARIES: [(&str, &[&str]); 31] = [
    ("eframe", &["app", "main.rs"]),
    ("egui", &["app", "main.rs"]),
    ("egui_plot", &["app"]),
    ("rfd", &["app"]),
    ("arboard", &["app"]),
    ("x11rb", &["app/clipboard"]),
    ("wl_clipboard_rs", &["app/clipboard"]),
    ("clap", &["cli"]),
    ("ron", &["file"]),
    ("tempfile", &["file"]),
    ("directories", &["file", "app"]),
    ("rust_embed", &["file", "i18n"]),
    ("i18n_embed", &["i18n"]),
    ("parley", &["text"]),
    ("fontique", &["text"]),
    ("skrifa", &["text", "export/svg", "export/pdf"]),
    ("skera", &["export/svg"]),
    ("quick_xml", &["export/svg", "export/pptx", "file/drawing", "import/table/bounds"]),
    ("resvg", &["file/drawing"]),
    ("base64", &["export/svg", "export/html/", "file/excerpt"]),
    ("sha2", &["export/html/"]),
    ("serde_json", &["export/html/", "import/reply"]),
    ("html5gum", &["import/html_table"]),
    ("krilla", &["export/pdf"]),
    ("tiny_skia", &["export/png"]),
    ("rust_xlsxwriter", &["export/xlsx"]),
    ("zip", &["export/pptx", "file/package", "import/table/bounds"]),
    ("getrandom", &["model/id.rs"]),
    ("csv_core", &["import/table"]),
    ("encoding_rs", &["import/table"]),
    ("calamine", &["import/table"]),
];

/// What is wrong with a source file: one line for each name that it must not say.
fn offences(path: &str, source: &str) -> Vec<String> {
    let code: String = source.lines().map(|line| line.split("//").next().unwrap_or("")).collect::<Vec<_>>().join("\n");
    let room = path.split('/').next().unwrap_or("").trim_end_matches(".rs");
    let mut found = Vec::new();
    if room != "lib" {
        for named in named_rooms(&code) {
            let (Some(own), Some(other)) = (level(room), level(&named)) else { continue };
            let are_neighbours = NEIGHBOURS.contains(&(room, named.as_str()));
            if named != room && other >= own && !are_neighbours {
                found.push(format!("src/{path} names crate::{named}: {room} (level {own}) may name only rooms below level {own}, and {named} is of level {other}"));
            }
        }
    }
    for (library, rooms) in LIBRARIES {
        let is_home = rooms.iter().any(|home| path.starts_with(home));
        if !is_home && names_library(&code, library) {
            found.push(format!("src/{path} names {library}, which only src/{} may know", rooms.join(", src/")));
        }
    }
    for parent in ["import", "export"] {
        // `svg/font.rs` belongs to `svg`, `svg.rs` too.
        let Some(child) = path.strip_prefix(parent).and_then(|rest| rest.strip_prefix('/')) else { continue };
        let own = child.split('/').next().unwrap_or("").trim_end_matches(".rs");
        let chooses = ["mod", "words", "file"].contains(&own);
        for sibling in ["svg", "png", "pdf", "pptx", "xlsx", "csv", "markdown", "mermaid", "html_table", "outline"] {
            let says =
                code.contains(&format!("crate::{parent}::{sibling}")) || code.contains(&format!("super::{sibling}::"));
            // The page embeds the picture.
            if (own, sibling) == ("html", "svg") {
                continue;
            }
            if !chooses && own != sibling && says {
                found
                    .push(format!("src/{path} names its sibling {sibling}: formats of {parent} don't name each other"));
            }
        }
    }
    found
}

fn level(room: &str) -> Option<usize> {
    LEVELS.iter().position(|rooms| rooms.contains(&room))
}

/// The first parts of all `crate::…` paths, those in braces too.
fn named_rooms(code: &str) -> Vec<String> {
    let mut rooms = Vec::new();
    for (at, start) in code.match_indices("crate::") {
        if code[..at].ends_with('$') {
            continue;
        }
        let rest = &code[at + start.len()..];
        if let Some(group) = rest.strip_prefix('{') {
            let mut depth = 0;
            let mut part = String::new();
            for character in group.chars() {
                match character {
                    '{' => depth += 1,
                    '}' if depth == 0 => break,
                    '}' => depth -= 1,
                    ',' if depth == 0 => rooms.push(first_name(&std::mem::take(&mut part))),
                    _ if depth == 0 => part.push(character),
                    _ => {}
                }
            }
            rooms.push(first_name(&part));
        } else {
            rooms.push(first_name(rest));
        }
    }
    rooms.retain(|room| !room.is_empty());
    rooms
}

fn first_name(text: &str) -> String {
    text.trim_start().chars().take_while(|&character| character.is_alphanumeric() || character == '_').collect()
}

/// Whether `library::` or `use library` is said, and not the end of a longer name or path.
fn names_library(code: &str, library: &str) -> bool {
    code.match_indices(library).any(|(at, _)| {
        let before = &code[..at];
        let after = &code[at + library.len()..];
        let is_whole = !before.ends_with(|character: char| character.is_alphanumeric() || character == '_');
        let is_own_path = before.ends_with("::") && !before.ends_with("{::") && !before.ends_with(" ::");
        is_whole && !is_own_path && (after.starts_with("::") || before.ends_with("use "))
    })
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// Every source file: its path below `src` with `/`, and its text.
fn all_sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    sources(&root, &mut paths);
    paths.sort();
    paths
        .into_iter()
        .map(|path| {
            let parts: Vec<_> = path.strip_prefix(&root).unwrap().iter().map(|part| part.to_str().unwrap()).collect();
            (parts.join("/"), std::fs::read_to_string(&path).unwrap())
        })
        .collect()
}

#[test]
fn no_room_names_one_above_it() {
    let sources = all_sources();
    assert!(sources.len() > 30, "the sources were not found");
    let offences: Vec<String> = sources.iter().flat_map(|(path, source)| offences(path, source)).collect();
    assert!(offences.is_empty(), "the law of dependency is broken:\n{}", offences.join("\n"));
}

#[test]
fn every_room_has_a_level_and_every_level_its_rooms() {
    let lib = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).unwrap();
    let declared: Vec<&str> = lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    for room in &declared {
        assert!(level(room).is_some(), "src/lib.rs declares {room}, which has no level here");
    }
    for room in LEVELS.iter().copied().flatten().filter(|&&room| room != "main") {
        assert!(declared.contains(room), "{room} has a level, and src/lib.rs doesn't declare it");
    }
}

#[test]
fn every_file_says_what_it_is_and_stays_small() {
    for (path, source) in all_sources() {
        assert!(source.starts_with("//!"), "src/{path} has no module documentation");
        let lines = source.lines().count();
        assert!(lines <= 700, "src/{path} has {lines} lines: split it");
        for name in ["utils", "helpers", "common", "prelude", "misc"] {
            assert!(!path.contains(name), "src/{path}: {name} says nothing about what is there");
        }
    }
}

#[test]
fn the_law_is_seen_to_be_broken() {
    for (path, source, rule) in [
        ("model/card.rs", "use crate::edit::Edit;", "model (level 0)"),
        ("scene/mod.rs", "fn f() { crate::layout::lay_out() }", "scene (level 1)"),
        ("edit/mod.rs", "use crate::file::disk;", "edit (level 1)"),
        ("layout/mod.rs", "use crate::{model::Card, export::{svg, png}, scene};", "names crate::export"),
        ("cli/mod.rs", "use crate::app;", "cli (level 4)"),
        ("layout/mod.rs", "use egui::Color32;", "names egui"),
        ("edit/mod.rs", "fn f() { ron::from_str(\"\") }", "names ron"),
        ("export/png.rs", "let x = krilla::Document::new();", "names krilla"),
        ("export/png.rs", "use super::svg::text;", "sibling svg"),
    ] {
        let found = offences(path, source);
        assert!(found.iter().any(|offence| offence.contains(rule)), "{source}: {found:?}");
    }
    for (path, source) in [
        ("layout/mod.rs", "use crate::scene::Scene;\nuse crate::{model::Card, words};"),
        ("text/mod.rs", "use crate::scene::Line;"),
        ("model/mod.rs", "// crate::edit changes a map\n/// [`crate::edit`]"),
        ("model/mod.rs", "let patron = 1; environ::x();"),
        ("app/mod.rs", "use eframe::egui;"),
        ("file/mod.rs", "use ron::Options;"),
    ] {
        assert_eq!(offences(path, source), [""; 0], "{source}");
    }
}
