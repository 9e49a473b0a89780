//! A map and its pictures as one file: there and back, packed again by other programs, and made to do harm.

use std::io::{Cursor, Read as _, Write as _};

use tempfile::TempDir;
use wayfelt::export::images::ImageFolder;
use wayfelt::export::{ExportOptions, Format, export};
use wayfelt::file;
use wayfelt::file::images::keep;
use wayfelt::file::package::{LeftOut, MOST_ENTRIES, Package, PackageError, pictures_of};
use wayfelt::i18n::Words;
use wayfelt::model::{Content, Image, JourneyMap, LaneKind, Language};
use wayfelt::text::Typesetter;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::maps;

fn picture(shade: u8) -> Vec<u8> {
    let mut bytes = Vec::new();
    let image = image::RgbaImage::from_pixel(5, 4, image::Rgba([shade, 80, 40, 255]));
    image.write_to(&mut Cursor::new(&mut bytes), image::ImageFormat::Png).unwrap();
    bytes
}

/// A map with a picture on a card and one as a portrait, and the folder that holds them.
fn with_pictures() -> (JourneyMap, TempDir) {
    let folder = TempDir::new().unwrap();
    let mut map = maps::grid(2);
    let show = |file: String| Content::Image(Image { file, alternative: "A shop".to_owned() });
    maps::put(&mut map, 1, 1, LaneKind::Images, show(keep(folder.path(), &picture(9)).unwrap()));
    std::sync::Arc::make_mut(&mut map.personas[0]).portrait = keep(folder.path(), &picture(200)).unwrap();
    keep(folder.path(), &picture(77)).unwrap();
    (map, folder)
}

fn packed(map: &JourneyMap, folder: &TempDir) -> Vec<u8> {
    let images = ImageFolder::at(folder.path());
    export(map, Format::Package, &ExportOptions::default(), &images, &mut Typesetter::new()).unwrap()
}

fn zip_of(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn opened(bytes: Vec<u8>) -> Result<Package<Cursor<Vec<u8>>>, PackageError> {
    Package::open(Cursor::new(bytes))
}

#[test]
fn a_package_brings_the_map_and_the_pictures_that_it_shows() {
    let (map, folder) = with_pictures();
    let bytes = packed(&map, &folder);
    assert!(bytes == packed(&map, &folder), "the same map gives the same package");
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes.clone())).unwrap();
    assert_eq!(archive.len(), 3, "the picture that nothing shows stays behind");
    let mut text = String::new();
    archive.by_name("map.ron").unwrap().read_to_string(&mut text).unwrap();
    assert_eq!(text, file::write(&map), "any zip tool unpacks a map");
    let target = TempDir::new().unwrap();
    let package = opened(bytes).unwrap();
    assert_eq!(package.opened.map, map);
    assert_eq!(package.unpack(&target.path().join("new.images")).unwrap(), []);
    for name in pictures_of(&map) {
        let there = std::fs::read(target.path().join("new.images").join(&name)).unwrap();
        assert_eq!(there, std::fs::read(folder.path().join(&name)).unwrap());
    }
}

#[test]
fn a_package_that_was_packed_again_by_another_program_opens() {
    let (map, folder) = with_pictures();
    let text = file::write(&map);
    let names: Vec<String> = pictures_of(&map).into_iter().collect();
    let first = std::fs::read(folder.path().join(&names[0])).unwrap();
    let path = format!("Our journey/Bản đồ.images/{}", names[0]);
    let bytes = zip_of(&[
        ("Our journey/Bản đồ.ron", text.as_bytes()),
        (&path, &first),
        ("Our journey/.DS_Store", b"x"),
        ("__MACOSX/Our journey/._Bản đồ.ron", b"x"),
        ("Our journey/old/older.ron", b"x"),
    ]);
    let target = TempDir::new().unwrap();
    let package = opened(bytes).unwrap();
    assert_eq!(package.opened.map, map);
    assert_eq!(package.unpack(target.path()).unwrap(), [LeftOut::Missing(names[1].clone())]);
    assert!(target.path().join(&names[0]).is_file());
}

#[test]
fn hostile_packages_are_refused_with_a_reason() {
    let (map, _folder) = with_pictures();
    let text = file::write(&map);
    let map_entry = ("map.ron", text.as_bytes());
    for name in ["../out.png", "map.images/../../x.png", "/etc/x.png", "a\\..\\x.png", "C:/x.png", "map.images/.."] {
        let found = opened(zip_of(&[map_entry, (name, b"x")])).map(drop);
        assert!(matches!(found, Err(PackageError::LeadsOut { .. })), "{name}: {found:?}");
    }
    let found = |bytes: Vec<u8>| opened(bytes).map(drop).unwrap_err();
    assert!(matches!(found(b"no zip".to_vec()), PackageError::Damaged(_)));
    assert!(matches!(found(zip_of(&[("a.txt", b"x")])), PackageError::NoMap));
    assert!(matches!(found(zip_of(&[map_entry, ("b.ron", b"()")])), PackageError::SeveralMaps { .. }));
    assert!(matches!(found(zip_of(&[("map.ron", b"(format: 1, map: (titel: \"x\"))")])), PackageError::Map(_)));
    let cut = zip_of(&[map_entry]);
    assert!(matches!(found(cut[..cut.len() / 2].to_vec()), PackageError::Damaged(_)));
    let names: Vec<String> = (0..=MOST_ENTRIES).map(|n| format!("{n}.txt")).collect();
    let many: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    assert!(matches!(found(zip_of(&many)), PackageError::TooManyEntries { .. }));
    for language in Language::ALL {
        let said = file::say::package_error(&Words::new(language), &PackageError::NoMap);
        assert!(!said.is_empty());
    }
}

#[test]
fn what_unpacks_to_more_than_may_be_is_never_unpacked() {
    let (map, _folder) = with_pictures();
    let names: Vec<String> = pictures_of(&map).into_iter().collect();
    let text = file::write(&map);
    // 65 MiB of nothing in some kilobytes.
    let bomb = vec![0; 65 << 20];
    let (bomb_name, fake) = (format!("map.images/{}", names[0]), format!("map.images/{}", names[1]));
    let bytes = zip_of(&[("map.ron", text.as_bytes()), (&bomb_name, &bomb), (&fake, b"<script>alert(1)</script>")]);
    assert!(bytes.len() < 1 << 20);
    let target = TempDir::new().unwrap();
    let left = opened(bytes).unwrap().unpack(target.path()).unwrap();
    assert_eq!(left, names.iter().cloned().map(LeftOut::Unshowable).collect::<Vec<_>>());
    assert_eq!(std::fs::read_dir(target.path()).unwrap().count(), 0, "nothing was written");
}
