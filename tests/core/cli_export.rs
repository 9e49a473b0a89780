//! `wayfelt export`: whole files or none, of one map or of many.

use std::fs;

use wayfelt::file;

use crate::cli::{BAD_INPUT, CANNOT_WRITE, DONE, Shell, USAGE};
use crate::every_kind;

#[test]
fn export_paints_every_format_whole_or_not_at_all() {
    let shell = Shell::new();
    let begins = |name: &str, start: &[u8]| {
        let bytes = fs::read(shell.path(name)).unwrap();
        assert!(bytes.starts_with(start), "{name}");
        bytes
    };
    shell.run(&["export", "good.ron", "-o", "one.SVG"]).expect(DONE);
    let svg = String::from_utf8(begins("one.SVG", b"<")).unwrap();
    assert!(svg.contains("Mua lần đầu"));
    shell
        .run(&["export", "good.ron", "loose.ron", "--to", "svg,png,pdf", "--out-dir", "out/deep", "--scale", "0.5"])
        .expect(DONE);
    for name in ["good", "loose"] {
        begins(&format!("out/deep/{name}.svg"), b"<");
        begins(&format!("out/deep/{name}.png"), b"\x89PNG");
        begins(&format!("out/deep/{name}.pdf"), b"%PDF-");
    }
    assert_eq!(fs::read_dir(shell.path("out/deep")).unwrap().count(), 6);
    let piped = shell.run_with(&["export", "-", "-o", "-", "--to", "svg"], &fs::read(shell.path("good.ron")).unwrap());
    assert_eq!(piped.expect(DONE).text(), svg);
    let dark = shell
        .run(&["export", "good.ron", "-o", "-", "--to", "svg", "--theme", "light", "--text", "paths"])
        .expect(DONE);
    assert_ne!(dark.text(), svg);

    shell.run(&["export", "faulty.ron", "-o", "no.svg"]).expect(BAD_INPUT).complains("faulty.ron:3:11: ");
    shell.run(&["export", "broken.ron", "-o", "no.svg"]).expect(BAD_INPUT).complains("broken.ron:2:3: ");
    shell
        .run(&["export", "good.ron", "-o", "missing/no.svg"])
        .expect(CANNOT_WRITE)
        .complains("missing/no.svg: Can't be saved");
    shell.run(&["export", "good.ron", "-o", "folder", "--to", "svg"]).expect(CANNOT_WRITE);
    shell
        .run(&["export", "good.ron", "-o", "no.png", "--scale", "100"])
        .expect(CANNOT_WRITE)
        .complains("The greatest scale");
    assert!(!shell.path("no.svg").exists() && !shell.path("no.png").exists());
    for paper in [&["--page", "A4", "--landscape", "--tile=60"][..], &["--page", "a3"], &["--page", "letter", "--tile"]]
    {
        shell.run(&[&["export", "good.ron", "-o", "paper.pdf"], paper].concat()).expect(DONE);
        begins("paper.pdf", b"%PDF-");
    }
    shell.run(&["export", "good.ron", "-o", "a5.png", "--page", "a4", "--landscape", "--dpi", "25.4"]).expect(DONE);
    let png = image::load_from_memory(&begins("a5.png", b"\x89PNG")).unwrap();
    assert_eq!((png.width(), png.height()), (297, 210), "a pixel for each millimetre");
    for contents in ["map", "actions", "grid"] {
        let command = ["export", "good.ron", "--to", "svg,pdf", "--out-dir", contents, "--contents", contents];
        shell.run(&command).expect(DONE);
        begins(&format!("{contents}/good.pdf"), b"%PDF-");
    }
    let small = ["export", "good.ron", "-o", "no.pdf", "--page", "a4", "--tile=900"];
    shell.run(&small).expect(CANNOT_WRITE).complains("The greatest size possible is");
    assert!(!shell.path("no.pdf").exists());
    // One bad map of several doesn't keep the others from leaving.
    shell.run(&["export", "broken.ron", "good.ron", "--to", "svg", "--out-dir", "two"]).expect(BAD_INPUT);
    assert_eq!(fs::read_dir(shell.path("two")).unwrap().count(), 1);
}

#[test]
fn many_maps_leave_in_many_formats_at_once() {
    let shell = Shell::new();
    let good = fs::read(shell.path("good.ron")).unwrap();
    for name in ["a.ron", "b.ron", "c.ron"] {
        fs::write(shell.path(name), &good).unwrap();
    }
    let files = ["a.ron", "broken.ron", "b.ron", "faulty.ron", "missing.ron", "c.ron"];
    let export = |folder: &str, jobs: &str| {
        let mut arguments = vec!["export", "--to", "svg,pdf,md,csv,xlsx,html", "--out-dir", folder, "--jobs", jobs];
        arguments.extend(files);
        let ended = shell.run(&arguments).expect(BAD_INPUT);
        assert!(!ended.errors.contains('\u{1b}'), "progress is for terminals: {}", ended.errors);
        // What is wrong is said file by file, in the order in which they were named.
        let lines = ended.errors.lines().filter(|line| !line.contains(": warning: "));
        let named: Vec<&str> = lines.filter_map(|line| line.split(':').next()).collect();
        assert_eq!(named, ["broken.ron", "faulty.ron", "missing.ron"], "{}", ended.errors);
        let mut made: Vec<(String, Vec<u8>)> = fs::read_dir(shell.path(folder))
            .unwrap()
            .map(|entry| entry.unwrap())
            .map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap()))
            .collect();
        made.sort();
        made
    };
    let one = export("one", "1");
    assert_eq!(one.len(), 3 * (5 + 1 + wayfelt::export::tables::List::ALL.len()));
    assert!(one.iter().all(|(_, bytes)| !bytes.is_empty()));
    // However many hands there are, the same comes out; 64 share out the formats of each map too.
    for (folder, jobs) in [("three", "3"), ("many", "64")] {
        let names = |made: &[(String, Vec<u8>)]| made.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
        let made = export(folder, jobs);
        assert_eq!(names(&made), names(&one));
        let same = |(name, bytes): &(String, Vec<u8>)| {
            let before = one.iter().find(|(other, _)| other == name).unwrap();
            // A workbook tells when it was made.
            name.ends_with(".xlsx") || *bytes == before.1
        };
        let other: Vec<&String> = made.iter().filter(|file| !same(file)).map(|(name, _)| name).collect();
        assert!(other.is_empty(), "{other:?}");
    }
}

#[test]
fn no_result_takes_the_place_of_another_or_of_a_map() {
    let shell = Shell::new();
    fs::create_dir(shell.path("other")).unwrap();
    fs::copy(shell.path("good.ron"), shell.path("other/GOOD.ron")).unwrap();
    // In one folder of many systems these two are one.
    shell
        .run(&["export", "good.ron", "other/GOOD.ron", "--to", "svg", "--out-dir", "out"])
        .expect(USAGE)
        .complains("Two results would have the name");
    fs::copy(shell.path("good.ron"), shell.path("text.txt")).unwrap();
    let before = fs::read(shell.path("text.txt")).unwrap();
    shell.run(&["export", "text.txt", "--to", "txt", "--out-dir", "."]).expect(USAGE).complains("is the map itself");
    shell.run(&["export", "text.txt", "-o", "folder/../text.txt"]).expect(USAGE).complains("is the map itself");
    assert_eq!(fs::read(shell.path("text.txt")).unwrap(), before);
    shell.run(&["export", "good.ron", "--to", "svg", "--out-dir", "out", "--jobs", "0"]).expect(USAGE);
}

#[test]
fn an_indented_text_goes_out_and_comes_back() {
    let shell = Shell::new();
    shell.run(&["export", "good.ron", "--all", "-o", "x.txt"]).expect(DONE);
    let text = fs::read_to_string(shell.path("x.txt")).unwrap();
    assert_eq!(text, wayfelt::export::outline::outline(&every_kind::map()));
    assert_eq!(shell.run(&["export", "good.ron", "--all", "--to", "txt", "-o", "-"]).expect(DONE).text(), text);
    shell.run(&["export", "good.ron", "--to", "svg,txt", "--out-dir", "out"]).expect(DONE);
    assert!(shell.path("out/good.svg").is_file() && shell.path("out/good.txt").is_file());
    shell.run(&["import", "x.txt", "-o", "back.ron"]).expect(DONE);
    let back = file::disk::load(&shell.path("back.ron")).unwrap().map;
    let steps = |map: &wayfelt::model::JourneyMap| map.steps().map(|(_, step)| step.name.clone()).collect::<Vec<_>>();
    assert_eq!(steps(&back), steps(&every_kind::map()));
}

#[test]
fn a_list_is_only_for_tables() {
    let folder = tempfile::TempDir::new().unwrap();
    std::fs::write(folder.path().join("a.ron"), wayfelt::file::write(&crate::maps::grid(1))).unwrap();
    for out in ["a.svg", "a.md", "a.xlsx"] {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_wayfelt"));
        command.current_dir(folder.path()).env("WAYFELT_LANG", "en");
        let refused = command.args(["export", "a.ron", "--list", "steps", "-o", out]).output().unwrap();
        assert_eq!(refused.status.code(), Some(2), "{refused:?}");
        assert!(!folder.path().join(out).exists());
    }
}
