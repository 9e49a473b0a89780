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
    assert!(said.contains("t.csv: Stages 1 · Steps 2 · Lanes 1 · Cards 2"), "{said}");
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

#[test]
fn a_package_is_made_unpacked_and_read_where_maps_are() {
    let folder = TempDir::new().unwrap();
    let at = folder.path();
    let mut bytes = std::io::Cursor::new(Vec::new());
    let pixels = image::RgbaImage::from_pixel(3, 3, image::Rgba([1, 200, 3, 255]));
    pixels.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    let name = keep(&at.join("own.images"), bytes.get_ref()).unwrap();
    let mut own = maps::grid(2);
    let picture = Image { file: name.clone(), alternative: "Green".to_owned() };
    maps::put(&mut own, 1, 1, LaneKind::Images, Content::Image(picture));
    fs::write(at.join("own.ron"), file::write(&own)).unwrap();

    done(&wayfelt(at, &["export", "own.ron", "-o", "own.wayfelt"]));
    done(&wayfelt(at, &["import", "own.wayfelt", "-o", "back.ron"]));
    assert_eq!(map(&at.join("back.ron")), own);
    assert_eq!(fs::read(at.join("back.images").join(&name)).unwrap(), *bytes.get_ref());
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
