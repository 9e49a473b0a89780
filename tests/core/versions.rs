//! Versions of a file: each save keeps what was there before, and with age they become fewer.

use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use proptest::prelude::*;
use tempfile::TempDir;
use wayfelt::file::disk::save_keeping;
use wayfelt::file::steps::System;
use wayfelt::file::versions::{MOST, MOST_BYTES, VersionsFolder, kept};
use wayfelt::file::{self, Fingerprint};
use wayfelt::model::JourneyMap;

const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;

fn titled(title: &str) -> JourneyMap {
    JourneyMap { title: title.into(), ..JourneyMap::default() }
}

fn titles(folder: &VersionsFolder, path: &Path) -> Vec<String> {
    folder.of(path).list().iter().map(|version| version.read().unwrap().map.title).collect()
}

#[test]
fn each_save_keeps_what_was_there_before() {
    let place = TempDir::new().unwrap();
    let path = place.path().join("Bản đồ, thử.ron");
    let folder = VersionsFolder::at(place.path().join("state/versions"));
    for title in ["one", "two", "three", "three"] {
        let saved = save_keeping(&System, &path, &titled(title), Some(&folder)).unwrap();
        assert!(saved.version.is_none(), "{:?}", saved.version);
        assert_eq!(saved.content, Fingerprint::of(&fs::read(&path).unwrap()));
    }
    assert_eq!(titles(&folder, &path), ["two", "one"], "saving the same again keeps nothing");
    assert_eq!(fs::read_dir(place.path()).unwrap().count(), 2, "nothing lies about beside the map");
    // What another program wrote is kept too, whatever it is.
    fs::write(&path, "no map at all").unwrap();
    save_keeping(&System, &path, &titled("four"), Some(&folder)).unwrap();
    let list = folder.of(&path).list();
    assert_eq!(list.len(), 3);
    assert_eq!(fs::read(list[0].path()).unwrap(), b"no map at all");
    list[0].read().expect_err("no map");
    let text = file::write(&titled("two"));
    assert_eq!(folder.of(&path).find(Fingerprint::of(text.as_bytes())).unwrap().read().unwrap().map.title, "two");
    assert!(folder.of(&path).find(Fingerprint::of(b"never there")).is_none());
}

#[cfg(unix)]
#[test]
fn versions_belong_to_the_file_whatever_path_leads_there_and_are_private() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let place = TempDir::new().unwrap();
    let path = place.path().join("map.ron");
    let folder = VersionsFolder::at(place.path().join("versions"));
    save_keeping(&System, &path, &titled("one"), Some(&folder)).unwrap();
    let link = place.path().join("link.ron");
    symlink("map.ron", &link).unwrap();
    save_keeping(&System, &link, &titled("two"), Some(&folder)).unwrap();
    fs::create_dir(place.path().join("sub")).unwrap();
    let roundabout = place.path().join("sub/../map.ron");
    for path in [&path, &link, &roundabout] {
        assert_eq!(titles(&folder, path), ["one"], "{}", path.display());
    }
    let own = fs::read_dir(place.path().join("versions")).unwrap().next().unwrap().unwrap().path();
    assert_eq!(fs::metadata(&own).unwrap().permissions().mode() & 0o777, 0o700);
    assert_eq!(fs::read_to_string(own.join("path.txt")).unwrap(), path.canonicalize().unwrap().display().to_string());
    // Another file of the same name has its own.
    assert!(titles(&folder, &place.path().join("sub/map.ron")).is_empty());
}

#[test]
fn a_version_that_cannot_be_kept_is_no_reason_not_to_save() {
    let place = TempDir::new().unwrap();
    let path = place.path().join("map.ron");
    fs::write(place.path().join("versions"), "a file where the folder should be").unwrap();
    let folder = VersionsFolder::at(place.path().join("versions"));
    save_keeping(&System, &path, &titled("one"), Some(&folder)).unwrap();
    let saved = save_keeping(&System, &path, &titled("two"), Some(&folder)).unwrap();
    assert!(saved.version.is_some());
    assert_eq!(file::disk::load(&path).unwrap().map.title, "two");
}

fn at(seconds: u64) -> SystemTime {
    UNIX_EPOCH + Duration::from_secs(seconds)
}

/// Ages in seconds of those versions that are kept, of versions of these ages.
fn ages_kept(ages: &[u64], bytes: u64) -> Vec<u64> {
    let now = 1_800_000_000 / (30 * DAY) * (30 * DAY) + 29 * DAY + 23 * HOUR + 59 * MINUTE + 59;
    let versions: Vec<_> = ages.iter().map(|age| (at(now - age), bytes)).collect();
    let kept = kept(&versions, at(now));
    ages.iter().zip(kept).filter(|(_, kept)| *kept).map(|(age, _)| *age).collect()
}

#[test]
fn with_age_they_become_fewer() {
    // A save each five minutes, for two years.
    let ages: Vec<u64> = (0..2 * 365 * DAY / (5 * MINUTE)).map(|n| n * 5 * MINUTE).collect();
    let kept = ages_kept(&ages, 1000);
    let within = |from: u64, to: u64| kept.iter().filter(|age| (from..to).contains(*age)).count();
    assert_eq!(within(0, HOUR), 12, "all of the last hour");
    assert_eq!(within(HOUR, DAY), 23, "one an hour for a day");
    assert_eq!(within(DAY, 31 * DAY), 30, "one a day for a month");
    assert!((23..=25).contains(&within(31 * DAY, 2 * 365 * DAY)), "one a month from then on: {kept:?}");
    println!("{} of {} versions are kept after two years of saving each five minutes", kept.len(), ages.len());
}

#[test]
fn they_are_never_too_many_nor_too_large_and_the_newest_stays() {
    let fast: Vec<u64> = (0..1000).collect();
    assert_eq!(ages_kept(&fast, 10), (0..MOST as u64).collect::<Vec<_>>());
    let large = ages_kept(&fast, MOST_BYTES / 4);
    assert_eq!(large, [0, 1, 2, 3]);
    assert_eq!(ages_kept(&fast, MOST_BYTES * 2), [0], "whatever its size");
}

#[test]
fn all_files_together_are_bounded_too() {
    let place = TempDir::new().unwrap();
    let folder = VersionsFolder::at(place.path());
    let maps = ["a.ron", "b.ron"].map(|name| place.path().join("maps").join(name));
    for (n, map) in maps.iter().enumerate() {
        for age in 0..3_u64 {
            let time = SystemTime::now() - Duration::from_secs(60 * (10 - 2 * age) + n as u64);
            folder.of(map).keep(&[b'x'; 1000].map(|x: u8| x + age as u8), time).unwrap();
        }
    }
    assert_eq!(folder.thin_to(6000), 0);
    assert_eq!(folder.thin_to(4500), 2, "the oldest of both");
    assert_eq!(folder.thin_to(0), 2);
    assert_eq!(maps.map(|map| folder.of(&map).list().len()), [1, 1], "the newest of each stays");
}

proptest! {
    /// What stays once stays, as long as it is no older.
    #[test]
    fn thinning_again_and_again_is_as_thinning_once(mut ages in proptest::collection::vec(0_u64..90 * DAY, 1..120)) {
        ages.sort_unstable();
        ages.dedup();
        let now = 1_800_000_000;
        let versions: Vec<_> = ages.iter().map(|age| (at(now - age), 100)).collect();
        let keep = |versions: &[(SystemTime, u64)], now| -> Vec<(SystemTime, u64)> {
            versions.iter().zip(kept(versions, at(now))).filter(|(_, kept)| *kept).map(|(version, _)| *version).collect()
        };
        let once = keep(&versions, now);
        prop_assert_eq!(keep(&once, now), once.clone());
        prop_assert_eq!(once[0], versions[0], "the newest stays");
    }
}
