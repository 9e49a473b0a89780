//! `wayfelt import` of tables and packages, and packages where maps are read.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;
use wayfelt::file;
use wayfelt::file::images::keep;
use wayfelt::model::{Content, Image, JourneyMap, LaneKind};

use crate::maps;

fn wayfelt(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wayfelt"));
    command.current_dir(folder).env("WAYFELT_LANG", "en").args(arguments).output().unwrap()
}

#[track_caller]
fn done(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn map(path: &Path) -> JourneyMap {
    file::read(&fs::read(path).unwrap()).unwrap().map
}

#[test]
fn a_table_comes_in_by_a_guess_or_by_a_matching_that_was_changed() {
    let folder = TempDir::new().unwrap();
    let at = folder.path();
    fs::write(at.join("t.csv"), "Stage,Step,Action,Remarkable\nA,one,x,y\nA,two,z,\n").unwrap();
    let said = done(&wayfelt(at, &["import", "t.csv", "-o", "t.ron"]));
    assert!(said.contains("t.csv: One stage · 2 steps · one lane · 2 cards"), "{said}");
    assert!(said.contains("“Remarkable” (1 cells) isn’t matched"), "{said}");
    assert_eq!(map(&at.join("t.ron")).steps().count(), 2);

    done(&wayfelt(at, &["import", "t.csv", "--write-mapping", "m.ron"]));
    let kept = fs::read_to_string(at.join("m.ron")).unwrap();
    let (before, after) = kept.split_once("\"Remarkable\"").unwrap();
    let changed = format!("{before}\"Remarkable\"{}", after.replacen("Nothing", "Lane(Needs)", 1));
    assert_ne!(kept, changed, "{kept}");
    fs::write(at.join("m.ron"), changed).unwrap();
    done(&wayfelt(at, &["import", "t.csv", "--mapping", "m.ron", "-o", "t.ron"]));
    assert_eq!(map(&at.join("t.ron")).cards().count(), 3);
    let wrong = wayfelt(at, &["import", "t.mmd", "--mapping", "m.ron", "-o", "x.ron"]);
    assert_eq!(wrong.status.code(), Some(2), "{wrong:?}");
}

#[test]
fn csv_that_left_into_a_folder_comes_back_with_its_lists() {
    let folder = TempDir::new().unwrap();
    let at = folder.path();
    let mut own = maps::grid(2);
    maps::put(&mut own, 1, 1, LaneKind::PainPoints, maps::pain(Some(4), Some(0.25)));
    maps::card_mut(&mut own, maps::id(1)).notes = "Asked twice".to_owned();
    fs::write(at.join("own.ron"), file::write(&own)).unwrap();
    done(&wayfelt(at, &["export", "own.ron", "--to", "csv", "--out-dir", "out", "--all"]));
    let said = done(&wayfelt(at, &["import", "out/own.csv", "-o", "back.ron"]));
    assert!(said.contains("The list “pain-points” beside the file came along"), "{said}");
    let back = map(&at.join("back.ron"));
    assert_eq!(back.cards().next().unwrap().1.notes, "Asked twice");
    assert_eq!(back.lanes.len(), own.lanes.len());
}

/// A map that shows a picture, which lies beside where `own.ron` would; what the picture is called, and what it holds.
fn with_picture(at: &Path) -> (JourneyMap, String, Vec<u8>) {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let pixels = image::RgbaImage::from_pixel(3, 3, image::Rgba([1, 200, 3, 255]));
    pixels.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    let name = keep(&at.join("own.images"), bytes.get_ref()).unwrap();
    let mut own = maps::grid(2);
    let picture = Image { file: name.clone(), alternative: "Green".to_owned() };
    maps::put(&mut own, 1, 1, LaneKind::Images, Content::Image(picture));
    (own, name, bytes.into_inner())
}

#[test]
fn a_package_is_made_unpacked_and_read_where_maps_are() {
    let folder = TempDir::new().unwrap();
    let at = folder.path();
    let (own, name, bytes) = with_picture(at);
    fs::write(at.join("own.ron"), file::write(&own)).unwrap();

    done(&wayfelt(at, &["export", "own.ron", "-o", "own.wayfelt"]));
    done(&wayfelt(at, &["import", "own.wayfelt", "-o", "back.ron"]));
    assert_eq!(map(&at.join("back.ron")), own);
    assert_eq!(fs::read(at.join("back.images").join(&name)).unwrap(), bytes);
    let refused = wayfelt(at, &["import", "own.wayfelt", "-o", "-"]);
    assert_eq!(refused.status.code(), Some(2), "pictures need a folder: {refused:?}");

    done(&wayfelt(at, &["export", "own.wayfelt", "-o", "a.svg"]));
    done(&wayfelt(at, &["export", "own.ron", "-o", "b.svg"]));
    assert_eq!(fs::read(at.join("a.svg")).unwrap(), fs::read(at.join("b.svg")).unwrap(), "with its pictures");
    assert_eq!(wayfelt(at, &["diff", "own.ron", "own.wayfelt"]).status.code(), Some(0));
    let before = fs::read(at.join("own.wayfelt")).unwrap();
    assert_eq!(wayfelt(at, &["format", "own.wayfelt"]).status.code(), Some(3), "nothing is written into a package");
    assert_eq!(fs::read(at.join("own.wayfelt")).unwrap(), before);
}

#[test]
fn nothing_that_is_read_is_written_over() {
    let folder = TempDir::new().unwrap();
    let at = folder.path();
    let own = maps::grid(1);
    fs::write(at.join("own.ron"), file::write(&own)).unwrap();
    fs::write(at.join("t.csv"), "Stage,Step,Action\nA,one,x\n").unwrap();
    fs::write(at.join("d.mmd"), "journey\n  section A\n    one: 3: Minh\n").unwrap();
    fs::write(at.join("answers.csv"), "id;Step 1\n1;5\n2;4\n3;1\n4;5\n5;3\n").unwrap();
    done(&wayfelt(at, &["import", "t.csv", "--write-mapping", "m.ron"]));
    done(&wayfelt(at, &["import", "--survey", "answers.csv", "--map", "own.ron", "--write-mapping", "s.ron"]));
    done(&wayfelt(at, &["export", "own.ron", "-o", "own.wayfelt"]));
    for arguments in [
        &["import", "t.csv", "-o", "t.csv"][..],
        &["import", "t.csv", "-o", "./t.csv"],
        &["import", "t.csv", "--mapping", "m.ron", "-o", "m.ron"],
        &["import", "t.csv", "--write-mapping", "t.csv"],
        &["import", "d.mmd", "-o", "d.mmd"],
        &["import", "own.wayfelt", "-o", "own.wayfelt"],
        &["import", "--survey", "answers.csv", "--map", "own.ron", "--mapping", "s.ron", "-o", "answers.csv"],
        &["import", "--survey", "answers.csv", "--map", "own.ron", "--mapping", "s.ron", "-o", "s.ron"],
        &["import", "--survey", "answers.csv", "--map", "own.ron", "--write-mapping", "own.ron"],
        &["import", "d.mmd", "--map", "own.ron", "-o", "d.mmd"],
    ] {
        let files = ["own.ron", "t.csv", "d.mmd", "answers.csv", "m.ron", "s.ron", "own.wayfelt"];
        let before = files.map(|name| fs::read(at.join(name)).unwrap());
        let refused = wayfelt(at, arguments);
        assert_eq!(refused.status.code(), Some(2), "{arguments:?}: {refused:?}");
        assert!(String::from_utf8_lossy(&refused.stderr).contains("would be lost"), "{refused:?}");
        assert!(before == files.map(|name| fs::read(at.join(name)).unwrap()), "{arguments:?}");
    }
    // A map that answers come into is changed itself.
    done(&wayfelt(
        at,
        &["import", "--survey", "answers.csv", "--map", "own.ron", "--mapping", "s.ron", "-o", "own.ron"],
    ));
}

#[test]
fn a_package_with_faults_is_refused_and_pictures_of_a_map_that_cannot_be_written_go() {
    let folder = TempDir::new().unwrap();
    let at = folder.path();
    let (own, _, bytes) = with_picture(at);
    let mut wrong = own.clone();
    maps::card_mut(&mut wrong, maps::id(1)).lane = maps::id(99);
    let pack = |name: &str, map: &JourneyMap| {
        let file = wayfelt::file::package::write(map, &|_| Some(bytes.clone())).unwrap();
        fs::write(at.join(name), file).unwrap();
    };
    pack("own.wayfelt", &own);
    pack("wrong.wayfelt", &wrong);
    let refused = wayfelt(at, &["import", "wrong.wayfelt", "-o", "wrong.ron"]);
    assert_eq!(refused.status.code(), Some(3), "{refused:?}");
    assert!(!at.join("wrong.ron").exists() && !at.join("wrong.images").exists());

    // What stands where the map would be can't be replaced.
    fs::create_dir_all(at.join("new.ron").join("in the way")).unwrap();
    let failed = wayfelt(at, &["import", "own.wayfelt", "-o", "new.ron"]);
    assert_eq!(failed.status.code(), Some(4), "{failed:?}");
    assert!(!at.join("new.images").exists(), "its pictures went again");
    fs::create_dir_all(at.join("new.images")).unwrap();
    fs::write(at.join("new.images").join("mine.txt"), "mine").unwrap();
    assert_eq!(wayfelt(at, &["import", "own.wayfelt", "-o", "new.ron"]).status.code(), Some(4));
    let left: Vec<_> = fs::read_dir(at.join("new.images")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["mine.txt"], "what was there stays");
}

#[test]
fn standard_input_is_read_once_and_a_table_on_it_needs_a_name() {
    use std::io::Write as _;
    use std::process::Stdio;
    let folder = TempDir::new().unwrap();
    let at = folder.path();
    let with_input = |arguments: &[&str], input: &[u8]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_wayfelt"));
        command.current_dir(at).env("WAYFELT_LANG", "en").args(arguments);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdin.take().unwrap().write_all(input));
        child.wait_with_output().unwrap()
    };
    for table in [&b"Stage,Step,Action\nA,one,x\n"[..], b"PK\x03\x04\xff\xfe"] {
        let refused = with_input(&["import", "-", "-o", "x.ron"], table);
        assert_eq!(refused.status.code(), Some(3), "{refused:?}");
        assert!(String::from_utf8_lossy(&refused.stderr).contains("give a file that ends in .csv"), "{refused:?}");
    }
    let diagram = with_input(&["import", "-", "-o", "x.ron"], b"journey\n  section A\n    one: 3: Minh\n");
    assert_eq!(diagram.status.code(), Some(0), "{diagram:?}");
    fs::write(at.join("own.ron"), file::write(&maps::grid(1))).unwrap();
    for arguments in [&["import", "-", "-", "--map", "own.ron"][..], &["import", "-", "--map", "-", "-o", "y.ron"]] {
        assert_eq!(with_input(arguments, b"").status.code(), Some(2), "{arguments:?}");
    }
}
