//! The folder of a map's pictures.

use std::fs;

use wayfelt::file::images::{self, PictureError};
use wayfelt::file::recovery::RecoveryFolder;
use wayfelt::model::JourneyMap;

fn png(shade: u8) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::RgbImage::from_pixel(3, 2, image::Rgb([shade, 0, 0])).write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

#[test]
fn a_picture_put_in_twice_is_kept_once_with_its_own_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let images = images::folder_of(&folder.path().join("map.ron"));
    let first = images::keep(&images, &png(1)).unwrap();
    assert_eq!(images::keep(&images, &png(1)).unwrap(), first);
    let second = images::keep(&images, &png(2)).unwrap();
    assert_ne!(first, second);
    assert!(images.ends_with("map.images"));
    assert_eq!(fs::read_dir(&images).unwrap().count(), 2);
    assert_eq!(fs::read(images.join(&first)).unwrap(), png(1));
}

#[test]
fn what_is_no_picture_is_refused_and_makes_no_folder() {
    let folder = tempfile::tempdir().unwrap();
    let images = folder.path().join("map.images");
    for bytes in [&b"<svg/>"[..], b"", &png(1)[..20]] {
        assert!(matches!(images::keep(&images, bytes), Err(PictureError::NoPicture)));
    }
    assert!(!images.exists());
}

#[test]
fn another_picture_of_the_same_name_is_not_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let name = images::keep(folder.path(), &png(1)).unwrap();
    fs::write(folder.path().join(&name), b"something else").unwrap();
    let other = images::keep(folder.path(), &png(1)).unwrap();
    assert_ne!(name, other);
    assert_eq!(fs::read(folder.path().join(&name)).unwrap(), b"something else");
}

#[test]
fn copying_takes_pictures_only_and_leaves_what_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let (from, to) = (folder.path().join("a.images"), folder.path().join("b.images"));
    images::copy_all(&from, &to).unwrap();
    let name = images::keep(&from, &png(1)).unwrap();
    fs::write(from.join("notes.txt"), "x").unwrap();
    images::copy_all(&from, &to).unwrap();
    assert_eq!(fs::read(to.join(&name)).unwrap(), png(1));
    assert!(!to.join("notes.txt").exists());
    images::copy_all(&from, &to).unwrap();
    assert_eq!(fs::read_dir(&to).unwrap().count(), 1);
    assert_eq!(images::copy(&from, &to, "../a.images/notes.txt").unwrap(), None);
}

#[test]
fn another_picture_of_the_same_name_is_not_taken_for_the_copied_one() {
    let folder = tempfile::tempdir().unwrap();
    let (from, to) = (folder.path().join("a.images"), folder.path().join("b.images"));
    for (folder, shade) in [(&from, 1), (&to, 2)] {
        fs::create_dir(folder).unwrap();
        fs::write(folder.join("logo.png"), png(shade)).unwrap();
    }
    fs::write(from.join("a.png"), png(3)).unwrap();
    let refused = images::copy_all(&from, &to).unwrap_err();
    assert_eq!(refused.path, to.join("logo.png"));
    assert!(!to.join("a.png").exists(), "all or nothing");
    assert_eq!(fs::read(to.join("logo.png")).unwrap(), png(2));
    // One alone may be called otherwise, and twice copied it is there once.
    for _ in 0..2 {
        assert_eq!(images::copy(&from, &to, "logo.png").unwrap().as_deref(), Some("logo-1.png"));
    }
    assert_eq!(fs::read(to.join("logo-1.png")).unwrap(), png(1));
    assert_eq!(fs::read(to.join("logo.png")).unwrap(), png(2));
}

#[test]
fn pictures_of_a_map_that_was_given_up_do_not_stay_for_ever() {
    let folder = tempfile::tempdir().unwrap();
    let recovery = RecoveryFolder::at(folder.path());
    let given_up = folder.path().join("abandoned.images");
    images::keep(&given_up, &png(1)).unwrap();
    let lock = fs::File::create(given_up.with_extension("lock")).unwrap();
    recovery.sweep();
    assert!(given_up.exists(), "it may be about to be used");
    lock.set_modified(std::time::SystemTime::now() - std::time::Duration::from_secs(3600)).unwrap();
    lock.lock().unwrap();
    recovery.sweep();
    assert!(given_up.exists(), "somebody uses it");
    drop(lock);
    recovery.sweep();
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn pictures_of_an_unsaved_map_go_with_its_recovery_copy() {
    let folder = tempfile::tempdir().unwrap();
    let recovery = RecoveryFolder::at(folder.path());
    let writer = recovery.start().unwrap();
    images::keep(&writer.images(), &png(1)).unwrap();
    writer.write_now(&JourneyMap::default(), None).unwrap();
    let kept = writer.images();
    drop(writer);
    assert!(kept.is_dir(), "a session that did not end well leaves them");
    let found = recovery.list().pop().unwrap();
    assert_eq!(found.images(), kept);
    found.discard().unwrap();
    assert!(!kept.exists());

    let writer = recovery.start().unwrap();
    images::keep(&writer.images(), &png(1)).unwrap();
    let kept = writer.images();
    writer.close();
    assert!(!kept.exists());
}

#[test]
fn pictures_that_nobody_asks_for_any_more_are_forgotten() {
    use wayfelt::layout::Images as _;
    let folder = tempfile::tempdir().unwrap();
    let names: Vec<String> = (0..5).map(|shade| images::keep(folder.path(), &png(shade)).unwrap()).collect();
    let bytes = png(0).len() as u64;
    let few = wayfelt::export::images::ImageFolder::at(folder.path()).with_room(3 * bytes);
    for name in &names {
        assert!(few.find(&names[0]).is_some() && few.find(name).is_some());
        assert!(few.remembered() <= 3 * bytes);
    }
    assert_eq!(few.remembered(), 3 * bytes);
    // What was asked for in each turn is still remembered: the same bytes, not read again.
    let again = (few.find(&names[0]).unwrap(), few.find(&names[0]).unwrap());
    assert!(std::sync::Arc::ptr_eq(&again.0.data, &again.1.data));
    // One that has no room at all is shown all the same.
    let none = few.with_room(1);
    assert!(none.find(&names[1]).is_some());
    assert_eq!(none.remembered(), 0);
}
