//! Saving as a window does: who has the right to the file, the pictures, what somebody else made of it meanwhile.

use std::cell::Cell;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use tempfile::TempDir;
use wayfelt::file::lock::{self, Attempt};
use wayfelt::file::save::{Save, Saved, save};
use wayfelt::file::steps::System;
use wayfelt::file::{Fingerprint, disk, images, write};
use wayfelt::model::JourneyMap;

fn titled(title: &str) -> Arc<JourneyMap> {
    Arc::new(JourneyMap { title: title.to_owned(), ..crate::maps::grid(1) })
}

fn wish(path: &Path, map: &Arc<JourneyMap>) -> Save {
    Save { path: path.to_owned(), map: Arc::clone(map), pictures: None, ours: true, known: None, versions: None }
}

fn title(path: &Path) -> String {
    disk::load(path).unwrap().map.title
}

#[test]
fn what_somebody_else_made_of_the_file_is_given_back_and_not_written_over() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("map.ron");
    disk::save(&path, &titled("First")).unwrap();
    let known = Some(Fingerprint::of(&fs::read(&path).unwrap()));
    disk::save(&path, &titled("Theirs")).unwrap();
    let ours = Save { known, ..wish(&path, &titled("Ours")) };
    let Ok(Saved::Changed(opened, content)) = save(&ours, &System, &|_| true) else { panic!("it was changed") };
    assert_eq!((opened.map.title.as_str(), title(&path).as_str()), ("Theirs", "Theirs"));
    // Once it is known, ours takes its place.
    let ours = Save { known: Some(content), ..ours };
    assert!(matches!(save(&ours, &System, &|_| true), Ok(Saved::Whole { unsettled: None, lock: None, .. })));
    assert_eq!(title(&path), "Ours");
    // What is no map can't be brought together with ours; it is kept as a version, where versions are kept.
    fs::write(&path, "<<<<<<< ours").unwrap();
    assert!(matches!(save(&ours, &System, &|_| true), Ok(Saved::Whole { .. })));
    assert_eq!(title(&path), "Ours");
    // What is there already, by whatever way, is no change.
    disk::save(&path, &titled("New")).unwrap();
    let same = Save { map: titled("New"), ..ours };
    let Ok(Saved::Whole { content, .. }) = save(&same, &System, &|_| true) else { panic!("the same") };
    assert_eq!(content, Fingerprint::of(write(&same.map).as_bytes()));
}

#[test]
fn the_right_to_another_file_is_taken_with_it() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("map.ron");
    let first = Save { ours: false, ..wish(&path, &titled("First")) };
    let Ok(Saved::Whole { lock: Some(lock), .. }) = save(&first, &System, &|_| true) else { panic!("it is free") };
    let second = Save { ours: false, ..wish(&path, &titled("Second")) };
    let Ok(Saved::Held(holder)) = save(&second, &System, &|_| true) else { panic!("somebody has it") };
    assert_eq!(holder, *lock.holder());
    assert_eq!(title(&path), "First");
    drop(lock);
    // A save that fails keeps no right to anything.
    let nowhere = folder.path().join("none").join("map.ron");
    save(&Save { ours: false, ..wish(&nowhere, &titled("Third")) }, &System, &|_| true).expect_err("no folder");
    fs::create_dir(nowhere.parent().unwrap()).unwrap();
    assert!(matches!(lock::take(&nowhere), Attempt::Ours(_)));
}

/// A folder of so many pictures that differ.
fn pictures(folder: &Path, count: u8) -> std::path::PathBuf {
    let from = folder.join("old.images");
    for shade in 0..count {
        let mut bytes = Vec::new();
        let image = image::RgbImage::from_pixel(2, 2, image::Rgb([shade, 0, 0]));
        image.write_to(&mut std::io::Cursor::new(&mut bytes), image::ImageFormat::Png).unwrap();
        images::keep(&from, &bytes).unwrap();
    }
    from
}

#[test]
fn a_save_that_is_called_off_leaves_nothing_behind() {
    let folder = TempDir::new().unwrap();
    let from = pictures(folder.path(), 8);
    let path = folder.path().join("new.ron");
    let to = images::folder_of(&path);
    let wanted = Save { pictures: Some(from.clone()), ours: false, ..wish(&path, &titled("New")) };
    // At each of the moments at which it can be.
    let asked = Cell::new(0);
    let whole = save(&wanted, &System, &|_| {
        asked.set(asked.get() + 1);
        true
    });
    assert!(matches!(whole, Ok(Saved::Whole { .. })));
    let moments = asked.get();
    assert_eq!(moments, 17, "before each comparison, each copy, and the map");
    assert_eq!(fs::read_dir(&to).unwrap().count(), 8);
    drop(whole);
    for stop in 0..moments {
        fs::remove_dir_all(&to).ok();
        fs::remove_file(&path).ok();
        asked.set(0);
        let parts = std::cell::RefCell::new(Vec::new());
        let stopped = save(&wanted, &System, &|part| {
            parts.borrow_mut().push(part);
            asked.set(asked.get() + 1);
            asked.get() <= stop
        });
        assert!(matches!(stopped, Ok(Saved::Stopped)), "{stop}: {stopped:?}");
        assert!(parts.borrow().is_sorted() && parts.borrow().iter().all(|part| (0.0..=1.0).contains(part)));
        assert!(!path.exists(), "{stop}");
        // Only before the map itself, when all pictures are there, they stay: the next attempt finds them.
        let left = fs::read_dir(&to).map_or(0, Iterator::count);
        assert_eq!(left, if stop == moments - 1 { 8 } else { 0 }, "{stop}");
        assert!(lock::holder_of(&path).is_none());
    }
    assert_eq!(fs::read_dir(&from).unwrap().count(), 8);
}

#[test]
fn a_picture_that_came_while_the_others_were_copied_is_missed() {
    let folder = TempDir::new().unwrap();
    let from = pictures(folder.path(), 2);
    let to = folder.path().join("new.images");
    images::copy_all(&from, &to).unwrap();
    assert!(!images::lacks(&to, &from));
    pictures(folder.path(), 3);
    assert!(images::lacks(&to, &from));
}
