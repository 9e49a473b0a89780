//! Files of older formats open, and those of newer ones are left alone by everything that writes.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;
use wayfelt::file::disk::{load, save, save_bytes, save_keeping};
use wayfelt::file::recovery::RecoveryFolder;
use wayfelt::file::steps::System;
use wayfelt::file::versions::VersionsFolder;
use wayfelt::file::{self, FORMAT, say};
use wayfelt::i18n::Words;
use wayfelt::model::{Channel, Content, JourneyMap, Language, MapState, Phase};

fn fixture(format: u32) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/fixtures/versions/format-{format}.ron"))
}

#[test]
fn every_format_that_was_ever_written_opens() {
    for format in 0..=FORMAT {
        let path = match format {
            // The present one is that of every sample.
            FORMAT => Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/goldens/every_kind.ron"),
            older => fixture(older),
        };
        let opened = load(&path).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(opened.faults, [], "{}", path.display());
        let text = file::write(&opened.map);
        assert!(text.starts_with(&format!("(\n  format: {FORMAT},")), "written as the present one");
        assert_eq!(file::read(text.as_bytes()).unwrap().map, opened.map);
    }
}

#[test]
fn a_map_of_format_0_loses_nothing_on_its_way() {
    let map = load(&fixture(0)).unwrap().map;
    assert_eq!((map.title.as_str(), map.language, map.state), ("Khám dạ dày", Language::Vi, MapState::AsIs));
    assert_eq!(map.personas[0].quote, "Tôi chỉ có một buổi sáng.");
    assert_eq!(map.stages[0].phase, Some(Phase::PrePurchase));
    assert_eq!(map.lanes[1].name, "Gặp ở đâu");
    let (call, meet) = (&map.stages[0].steps[0], &map.stages[1].steps[0]);
    let shown =
        |step: &wayfelt::model::Step| map.personas.iter().map(|one| step.score(one.id).shown()).collect::<Vec<_>>();
    assert_eq!((shown(call), shown(meet)), (vec![Some(-1.0), Some(-1.5)], vec![Some(2.0), None]));
    assert!(meet.moment_of_truth && !call.moment_of_truth);
    let Content::PainPoint(pain) = &call.cards[2].content else { panic!("a pain point") };
    assert_eq!((pain.severity.unwrap().value(), pain.share.unwrap().value()), (4, 0.38));
    let Content::Opportunity(idea) = &meet.cards[1].content else { panic!("an idea") };
    assert_eq!((idea.impact.unwrap().value(), idea.effort.unwrap().value()), (5, 2));
    assert_eq!(meet.cards[1].notes, "channel: Tổng đài", "what has no field there is kept in words");
    let channels: Vec<_> = map.channels.iter().map(|channel| channel.name.as_str()).collect();
    assert_eq!(channels, ["Tổng đài", "Phòng khám"], "each once");
    let Content::Touchpoint(again) = &map.stages[1].steps[1].cards[0].content else { panic!("a touchpoint") };
    assert_eq!(again.channel, Some(Channel::Own(map.channels[0].id)));
    // Every word of the old text is in the new one.
    let (old, new) = (fs::read_to_string(fixture(0)).unwrap(), file::write(&map));
    for word in old.split('"').skip(1).step_by(2) {
        assert!(new.contains(word), "{word}");
    }
}

#[test]
fn mistakes_in_an_old_file_have_their_place() {
    let text = fs::read_to_string(fixture(0)).unwrap();
    let error = file::read(text.replace("moment: true", "momment: true").as_bytes()).expect_err("no such field");
    assert_eq!(error.place.line, 45, "{error}");
    let twice = text.replace("\"p000000b\": -1.5", "\"p000000a\": -1.5");
    file::read(twice.as_bytes()).expect_err("the same persona twice");
    // Fields of the present format are none of the old one.
    file::read(b"(format: 0, map: (state: ToBe))").expect_err("no such field");
}

const NEWER: &str = "// of tomorrow\n(format: 2, map: (title: \"Ngày mai\", wheels: Round(3)))\n";

fn assert_untouched(folder: &Path, path: &Path) {
    assert_eq!(fs::read_to_string(path).unwrap(), NEWER);
    assert_eq!(fs::read_dir(folder).unwrap().count(), 1, "no remains");
}

#[test]
fn a_map_of_a_newer_format_is_never_overwritten() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("map.ron");
    fs::write(&path, NEWER).unwrap();
    let map = JourneyMap { title: "today".into(), ..JourneyMap::default() };
    let state = TempDir::new().unwrap();
    let versions = VersionsFolder::at(state.path());
    for result in [
        save(&path, &map),
        save_bytes(&path, b"a picture"),
        save_keeping(&System, &path, &map, Some(&versions)).map(drop),
    ] {
        let error = result.expect_err("it is newer");
        assert_eq!(error.newer_format(), Some(2));
        for words in Language::ALL.map(Words::new) {
            let said = say::save_error(&words, &error);
            assert!(said.contains('2') && said.contains("Wayfelt") && said.contains("map.ron"), "{said}");
        }
        assert_untouched(folder.path(), &path);
    }
    // A number alone, without a readable rest, says enough; so does one behind the map.
    for text in ["(format: 7", "\u{feff}  /* x */ (map: (a: B([])), format: 2)", "(format: 2, kept: Persona(()))"] {
        fs::write(&path, text).unwrap();
        assert!(save(&path, &map).expect_err(text).newer_format().is_some());
    }
    for text in ["", "(", "(format: 1, map: (broken", "\u{89}PNG", "// format: 2\nhello", "(format: \"2\")"] {
        fs::write(&path, text).unwrap();
        save(&path, &map).unwrap_or_else(|error| panic!("{text}: {error}"));
    }
}

#[test]
fn no_command_writes_over_one() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("newer.ron");
    fs::write(&path, NEWER).unwrap();
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_maps/health-insurance.ron");
    let diagram = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/mermaid/structure.mmd");
    let (newer, sample, diagram) = (path.to_str().unwrap(), sample.to_str().unwrap(), diagram.to_str().unwrap());
    for (arguments, code) in [
        (vec!["format", newer], 3),
        (vec!["format", "--check", newer], 3),
        (vec!["check", newer], 3),
        // A map is never the place of what is made of it, whatever its format.
        (vec!["export", newer, "-o", newer, "--to", "svg"], 2),
        (vec!["export", sample, "-o", newer, "--to", "svg"], 4),
        (vec!["import", diagram, "-o", newer], 4),
        (vec!["new", "--template", "blank", "-o", newer], 4),
    ] {
        let output =
            Command::new(env!("CARGO_BIN_EXE_wayfelt")).args(&arguments).env("WAYFELT_LANG", "en").output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {said}");
        assert!(said.contains("newer.ron"), "{arguments:?}: {said}");
        if arguments[0] != "new" && code != 2 {
            assert!(said.contains("newer Wayfelt"), "{arguments:?}: {said}");
        }
        assert_untouched(folder.path(), &path);
    }
}

#[test]
fn a_recovery_copy_of_a_newer_version_is_offered_and_stays() {
    let place = TempDir::new().unwrap();
    let copy = place.path().join("abcd1234.ron");
    let text = format!("// wayfelt recovery (path:Some(\"/maps/a.ron\"),time:1790000000,colour:3)\n{NEWER}");
    fs::write(&copy, &text).unwrap();
    let folder = RecoveryFolder::at(place.path());
    let found = folder.list();
    assert_eq!(found.len(), 1);
    let error = found[0].read().expect_err("it is newer");
    assert!(say::load_error(&Words::new(Language::En), &error).contains("newer Wayfelt"));
    drop(found);
    assert_eq!(fs::read_to_string(&copy).unwrap(), text);
}

#[test]
fn formatting_an_old_file_upgrades_it() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("old.ron");
    fs::copy(fixture(0), &path).unwrap();
    let run = |arguments: &[&str]| {
        Command::new(env!("CARGO_BIN_EXE_wayfelt")).args(arguments).arg(&path).status().unwrap().code()
    };
    assert_eq!(run(&["format", "--check"]), Some(1), "it isn't in its canonical form");
    assert_eq!(run(&["format"]), Some(0));
    assert_eq!(run(&["format", "--check"]), Some(0));
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.starts_with("(\n  format: 1,\n"), "{text}");
    assert_eq!(file::read(text.as_bytes()).unwrap().map, load(&fixture(0)).unwrap().map);
}
