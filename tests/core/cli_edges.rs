//! The command line where something is in the way: one format of several, foreign letters, options that do nothing, closed
//! pipes, pictures that aren't there.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;
use wayfelt::file;
use wayfelt::model::{Content, Image, LaneKind};

use crate::maps;

fn wayfelt(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wayfelt"));
    command.current_dir(folder).env("WAYFELT_LANG", "en").args(arguments).output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("own.ron"), file::write(&maps::grid(2))).unwrap();
    folder
}

#[test]
fn a_format_that_cannot_be_made_keeps_no_other_back() {
    let folder = folder();
    for jobs in ["1", "4"] {
        let output = wayfelt(
            folder.path(),
            &["export", "own.ron", "--to", "svg,png,pdf", "--out-dir", jobs, "--scale", "100", "--jobs", jobs],
        );
        assert_eq!(output.status.code(), Some(4), "{output:?}");
        assert!(said(&output).contains("own.ron → png: "), "it is named: {output:?}");
        let there = |name: &str| folder.path().join(jobs).join(name).exists();
        assert!(there("own.svg") && there("own.pdf") && !there("own.png"));
    }
}

#[test]
fn nothing_of_a_foreign_file_reaches_the_terminal_as_a_command() {
    let folder = folder();
    let mut evil = maps::grid(2);
    maps::step_mut(&mut evil, maps::id(1)).name = "\u{1b}[31mred\u{1b}]0;title\u{7} \u{202e}drawkcab".to_owned();
    fs::write(folder.path().join("evil.ron"), file::write(&evil)).unwrap();
    for arguments in [&["diff", "own.ron", "evil.ron"][..], &["insights", "evil.ron"], &["check", "evil.ron"]] {
        let output = wayfelt(folder.path(), arguments);
        for bytes in [&output.stdout, &output.stderr] {
            let text = String::from_utf8_lossy(bytes);
            assert!(!text.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{arguments:?}: {text:?}");
        }
    }
}

#[test]
fn an_option_that_does_nothing_is_refused() {
    let folder = folder();
    for (option, format) in [
        (&["--dpi", "300"][..], "svg"),
        (&["--scale", "3"], "xlsx"),
        (&["--text", "paths"], "html"),
        (&["--with-notes"], "csv"),
        (&["--with-plots"], "svg"),
        (&["--transparent"], "pdf"),
    ] {
        let out = format!("o.{format}");
        let mut arguments = vec!["export", "own.ron", "-o", out.as_str()];
        arguments.extend(option);
        let output = wayfelt(folder.path(), &arguments);
        assert_eq!(output.status.code(), Some(2), "{output:?}");
        assert!(said(&output).contains(option[0]), "{output:?}");
    }
    let output = wayfelt(folder.path(), &["export", "own.ron", "--to", "svg,png", "--out-dir", "o", "--scale", "2"]);
    assert_eq!(output.status.code(), Some(0), "one of them has it: {output:?}");
}

#[cfg(unix)]
#[test]
fn a_closed_pipe_ends_quietly() {
    let folder = folder();
    let line = format!("'{}' export own.ron --to svg -o - | head -c 1 >/dev/null", env!("CARGO_BIN_EXE_wayfelt"));
    let output = Command::new("sh").current_dir(folder.path()).args(["-c", &line]).output().unwrap();
    assert_eq!(said(&output), "");
}

#[test]
fn a_picture_that_is_missing_is_said_wherever_the_map_goes() {
    let folder = folder();
    let mut own = maps::grid(2);
    let picture = Image { file: "gone.png".to_owned(), alternative: String::new() };
    maps::put(&mut own, 1, 1, LaneKind::Images, Content::Image(picture));
    fs::write(folder.path().join("own.ron"), file::write(&own)).unwrap();
    for out in ["o.svg", "o.csv", "o.wayfelt"] {
        let output = wayfelt(folder.path(), &["export", "own.ron", "-o", out]);
        assert!(output.status.success() && said(&output).contains("gone.png"), "{out}: {output:?}");
    }
    let output = wayfelt(folder.path(), &["import", "o.wayfelt", "-o", "back.ron"]);
    assert!(output.status.success() && said(&output).contains("gone.png"), "{output:?}");
}

#[test]
fn every_import_says_what_came_in_and_a_package_is_no_map_to_change() {
    let folder = folder();
    let at = folder.path();
    fs::write(at.join("d.mmd"), "journey\n  section A\n    one: 3: Minh\n").unwrap();
    fs::write(at.join("o.txt"), "# T\nOrder\n  Pay\n    a: Taps\n").unwrap();
    assert!(wayfelt(at, &["export", "own.ron", "-o", "own.wayfelt"]).status.success());
    for name in ["d.mmd", "o.txt", "own.wayfelt"] {
        let output = wayfelt(at, &["import", name, "-o", "x.ron"]);
        assert!(output.status.success() && said(&output).contains("One stage"), "{name}: {output:?}");
    }
    fs::write(at.join("r.txt"), "{\"wayfelt_reply\":1}").unwrap();
    let output = wayfelt(at, &["import", "r.txt", "--map", "own.wayfelt"]);
    assert_eq!(output.status.code(), Some(3), "{output:?}");
    assert!(said(&output).contains("Unpack it first"), "{output:?}");
}
