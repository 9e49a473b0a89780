//! The folder of a map's pictures.

use std::fs;

use wayfelt::export::images::ImageFolder;
use wayfelt::export::svg::{SvgOptions, svg};
use wayfelt::export::{pdf, png};
use wayfelt::file::images::{self, PictureError};
use wayfelt::file::picture::{self, Head, Kind, Unshowable};
use wayfelt::file::recovery::RecoveryFolder;
use wayfelt::file::{excerpt, say};
use wayfelt::i18n::Words;
use wayfelt::layout::{Images as _, NoImages, Options, lay_out};
use wayfelt::model::check::check;
use wayfelt::model::{Excerpt, Image, JourneyMap, Language, Persona, Theme};
use wayfelt::scene::kurbo::Rect;
use wayfelt::scene::{ImageItem, Item, Scene};
use wayfelt::text::Typesetter;

use crate::maps::{grid, id};

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
    for bytes in [&b"<html/>"[..], b"", &png(1)[..20]] {
        assert!(matches!(images::keep(&images, bytes), Err(PictureError::Unshowable(Unshowable::NoPicture))));
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

/// The check sum of a PNG's chunk.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 })
    })
}

/// A small picture that says it has so many pixels.
fn png_that_says(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = png(1);
    bytes[16..20].copy_from_slice(&width.to_be_bytes());
    bytes[20..24].copy_from_slice(&height.to_be_bytes());
    let sum = crc(&bytes[12..29]);
    bytes[29..33].copy_from_slice(&sum.to_be_bytes());
    bytes
}

fn jpeg() -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::RgbImage::new(3, 2).write_to(&mut bytes, image::ImageFormat::Jpeg).unwrap();
    bytes.into_inner()
}

fn jpeg_that_says(width: u16, height: u16) -> Vec<u8> {
    let mut bytes = jpeg();
    let frame = bytes.windows(2).position(|pair| pair == [0xff, 0xc0]).unwrap();
    bytes[frame + 5..frame + 7].copy_from_slice(&height.to_be_bytes());
    bytes[frame + 7..frame + 9].copy_from_slice(&width.to_be_bytes());
    bytes
}

fn webp_that_says(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::RgbImage::new(3, 2).write_to(&mut bytes, image::ImageFormat::WebP).unwrap();
    let mut bytes = bytes.into_inner();
    let head = bytes.windows(4).position(|four| four == b"VP8L").unwrap() + 9;
    let said = u32::from_le_bytes(bytes[head..head + 4].try_into().unwrap());
    let said = said >> 28 << 28 | (height - 1) << 14 | (width - 1);
    bytes[head..head + 4].copy_from_slice(&said.to_le_bytes());
    bytes
}

/// Pictures of a few bytes that would take gigabytes, each with what it says of itself.
fn bombs() -> Vec<(Vec<u8>, u32, u32)> {
    vec![
        (png_that_says(60_000, 60_000), 60_000, 60_000),
        (png_that_says(100_000, 1), 100_000, 1),
        (png_that_says(16_000, 16_000), 16_000, 16_000),
        (jpeg_that_says(65_535, 65_535), 65_535, 65_535),
        (jpeg_that_says(65_535, 1), 65_535, 1),
        (webp_that_says(16_383, 16_383), 16_383, 16_383),
    ]
}

#[test]
fn a_picture_that_says_it_is_huge_is_refused_by_its_head_everywhere() {
    let folder = tempfile::tempdir().unwrap();
    let map = folder.path().join("map.ron");
    let images = images::folder_of(&map);
    fs::create_dir(&images).unwrap();
    for (bytes, width, height) in bombs() {
        let refused = Unshowable::TooManyPixels { width, height };
        assert_eq!(picture::head(&bytes), Err(refused));
        assert_eq!(picture::pixels(&bytes).map(drop), Err(refused));
        let error = images::keep(&images, &bytes).unwrap_err();
        assert!(matches!(error, PictureError::Unshowable(found) if found == refused), "{error:?}");
        fs::write(images.join("a.png"), &bytes).unwrap();
        assert!(ImageFolder::of_map(Some(&map)).find("a.png").is_none(), "{width} × {height}");
    }
    for language in Language::ALL {
        let said = say::picture_error(&Words::new(language), &images::keep(&images, &bombs()[1].0).unwrap_err());
        assert!(said.contains("100") && said.contains("50"), "{said}");
    }
    assert!(picture::head(&png_that_says(0x7fff_ffff, 0x7fff_ffff)).is_err());
    assert_eq!(picture::head(&png(1)), Ok(Head { kind: Kind::Png, width: 3, height: 2 }));
    assert_eq!(picture::head(&jpeg()), Ok(Head { kind: Kind::Jpeg, width: 3, height: 2 }));
    assert_eq!(picture::head(&webp_that_says(3, 2)).map(|head| head.kind), Ok(Kind::WebP));
}

#[test]
fn a_jpeg_that_would_be_gone_over_again_and_again_is_refused() {
    let scan = [0xff, 0xda, 0, 2];
    let mut large = jpeg_that_says(7_000, 7_000);
    assert!(picture::head(&large).is_ok());
    large.extend(scan.repeat(50));
    assert_eq!(picture::head(&large), Err(Unshowable::TooManyPixels { width: 7_000, height: 7_000 }));
    let mut small = jpeg();
    small.extend(scan.repeat(50));
    assert!(picture::pixels(&small).is_ok());
}

/// The picture of a map that holds nothing.
fn lay_out_nothing() -> Scene {
    let words = Words::new(Language::En);
    let options = Options { theme: Theme::Light, words: &words, all: false, images: &NoImages };
    lay_out(&JourneyMap::default(), &options, &mut Typesetter::new())
}

#[test]
fn painters_leave_out_a_picture_whose_head_lies() {
    let showing = |data: Vec<u8>| {
        let rect = Rect::new(0.0, 0.0, 40.0, 30.0);
        let item = Item::Image(ImageItem { rect, data: data.into(), alternative: "a".into() });
        let mut scene = lay_out_nothing();
        scene.body.items.push(item);
        scene
    };
    let mut broken = png_that_says(300, 200);
    broken.truncate(60);
    for bytes in bombs().into_iter().map(|(bytes, ..)| bytes).chain([broken, b"GIF89a".to_vec(), Vec::new()]) {
        let scene = showing(bytes);
        svg(&scene, &SvgOptions::default()).unwrap();
        png::png(&scene, 1.0, false).unwrap();
        pdf::pdf(&scene, &pdf::PdfOptions::of(&scene)).unwrap();
        assert!(!svg(&showing(b"<html/>".to_vec()), &SvgOptions::default()).unwrap().contains("<image"));
    }
    assert!(svg(&showing(png(1)), &SvgOptions::default()).unwrap().contains("<image"));
}

#[test]
fn a_kind_is_told_by_content_and_never_by_name() {
    let folder = tempfile::tempdir().unwrap();
    let map = folder.path().join("map.ron");
    let images = images::folder_of(&map);
    fs::create_dir(&images).unwrap();
    fs::write(images.join("a.jpg"), png(1)).unwrap();
    assert!(ImageFolder::of_map(Some(&map)).find("a.jpg").is_some());
    let gif = b"GIF89a\x01\0\x01\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x01\0;";
    for bytes in [&gif[..], b"BM", b"II*\0", b"%PDF-1.7", b"<html>", b"\0\0\0\x20ftypavif"] {
        fs::write(images.join("b.png"), bytes).unwrap();
        assert!(ImageFolder::of_map(Some(&map)).find("b.png").is_none());
        assert!(images::keep(&images, bytes).is_err());
    }
}

#[test]
fn no_name_leads_out_of_the_folder() {
    let folder = tempfile::tempdir().unwrap();
    let map = folder.path().join("map.ron");
    let images = images::folder_of(&map);
    fs::create_dir(&images).unwrap();
    fs::write(folder.path().join("beside.png"), png(1)).unwrap();
    fs::create_dir(images.join("deeper")).unwrap();
    fs::write(images.join("deeper/a.png"), png(1)).unwrap();
    let absolute = folder.path().join("beside.png").display().to_string();
    let shown = ImageFolder::of_map(Some(&map));
    let other = folder.path().join("other.images");
    for name in [
        "../beside.png",
        "..\\beside.png",
        "deeper/a.png",
        "deeper/../../beside.png",
        "./a.png",
        "C:a.png",
        "C:\\a.png",
        "\\\\server\\share\\a.png",
        "//server/share/a.png",
        "file:///a.png",
        "a.png\0",
        "a\0.png",
        "a.png:stream",
        "",
        ".",
        "..",
        "deeper",
        &absolute,
    ] {
        assert!(shown.find(name).is_none(), "{name}");
        assert_eq!(images::locate(&images, name), None, "{name}");
        assert_eq!(images::copy(&images, &other, name).unwrap(), None, "{name}");
        let mut map = grid(2);
        map.look.logo = Some(Image { file: name.to_owned(), alternative: String::new() });
        let names_one = !matches!(name, "" | "deeper");
        assert_eq!(!check(&map).is_empty(), names_one, "{name}");
        let text = wayfelt::file::write(&map);
        assert_eq!(!wayfelt::file::read(text.as_bytes()).unwrap().faults.is_empty(), names_one, "{name}");
    }
    assert!(!other.exists());
}

#[cfg(unix)]
#[test]
fn a_picture_that_points_elsewhere_is_neither_shown_nor_copied() {
    use std::os::unix::fs::symlink;
    let elsewhere = tempfile::tempdir().unwrap();
    fs::write(elsewhere.path().join("private.png"), png(9)).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let map = folder.path().join("map.ron");
    let images = images::folder_of(&map);
    fs::create_dir(&images).unwrap();
    symlink(elsewhere.path().join("private.png"), images.join("a.png")).unwrap();
    symlink("/dev/zero", images.join("endless.png")).unwrap();
    symlink("endless.png", images.join("endless.png.png")).unwrap();
    symlink("round.png", images.join("round.png")).unwrap();
    fs::write(folder.path().join("shared.png"), png(2)).unwrap();
    symlink("../shared.png", images.join("beside.png")).unwrap();
    let shown = ImageFolder::of_map(Some(&map));
    let target = folder.path().join("b.images");
    for name in ["a.png", "endless.png", "endless.png.png", "round.png"] {
        assert!(shown.find(name).is_none(), "{name}");
        assert_eq!(images::copy(&images, &target, name).unwrap(), None, "{name}");
    }
    images::copy_all(&images, &target).unwrap();
    assert!(shown.find("beside.png").is_some(), "beside the map is still the map's own");
    assert_eq!(fs::read_dir(&target).unwrap().count(), 1);

    let mut excerpt = Excerpt { map: grid(1), ..Excerpt::default() };
    excerpt.map.personas.clear();
    let mut persona = Persona::new(id(90), "Linh");
    persona.portrait = "a.png".into();
    excerpt.map.personas.push(persona.into());
    assert_eq!(excerpt::pack(&mut excerpt, &images), 1);
    assert!(excerpt.pictures.is_empty());

    // A whole folder of images that is elsewhere.
    let other = folder.path().join("other.ron");
    symlink(elsewhere.path(), images::folder_of(&other)).unwrap();
    assert!(ImageFolder::of_map(Some(&other)).find("private.png").is_none());
}

#[cfg(unix)]
#[test]
fn a_picture_is_not_kept_through_a_name_that_points_elsewhere() {
    let elsewhere = tempfile::tempdir().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let images = images::folder_of(&folder.path().join("map.ron"));
    let name = images::keep(&images, &png(1)).unwrap();
    fs::rename(images.join(&name), elsewhere.path().join("b.png")).unwrap();
    std::os::unix::fs::symlink(elsewhere.path().join("b.png"), images.join(&name)).unwrap();
    let other = images::keep(&images, &png(1)).unwrap();
    assert_ne!(other, name);
    assert!(images::locate(&images, &other).is_some());
}
