//! A file that another program changes is noticed; one that we wrote ourselves is not.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use tempfile::TempDir;
use wayfelt::file::watch::{Change, Watcher};
use wayfelt::file::{self, Fingerprint, disk};
use wayfelt::model::JourneyMap;

fn titled(title: &str) -> JourneyMap {
    JourneyMap { title: title.into(), ..JourneyMap::default() }
}

struct Watching {
    _folder: TempDir,
    path: PathBuf,
    watcher: Watcher,
    woken: Arc<AtomicUsize>,
}

fn watching() -> Watching {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("map.ron");
    disk::save(&path, &titled("one")).unwrap();
    let woken = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&woken);
    let watcher = Watcher::start(move || {
        counter.fetch_add(1, Ordering::SeqCst);
    })
    .unwrap();
    watcher.watch(7, &path, content(&path), None);
    Watching { _folder: folder, path, watcher, woken }
}

fn content(path: &Path) -> Option<Fingerprint> {
    Some(Fingerprint::of(&fs::read(path).unwrap()))
}

impl Watching {
    /// The first change that is found within a while.
    fn change(&self) -> Option<Change> {
        let start = Instant::now();
        while start.elapsed() < Duration::from_secs(3) {
            self.watcher.look_now();
            std::thread::sleep(Duration::from_millis(20));
            if let Some((key, change)) = self.watcher.take().into_iter().next() {
                assert_eq!(key, 7);
                return Some(change);
            }
        }
        None
    }

    /// Nothing is found, although it looks.
    fn assert_quiet(&self) {
        for _ in 0..10 {
            self.watcher.look_now();
            std::thread::sleep(Duration::from_millis(20));
        }
        let found = self.watcher.take();
        assert!(found.is_empty(), "{found:?}");
    }
}

#[test]
fn a_change_is_found_once_and_nobody_is_woken_without_one() {
    let it = watching();
    it.assert_quiet();
    // Touched, not changed.
    fs::write(&it.path, file::write(&titled("one"))).unwrap();
    it.assert_quiet();
    assert_eq!(it.woken.load(Ordering::SeqCst), 0);
    fs::write(&it.path, file::write(&titled("two"))).unwrap();
    match it.change() {
        Some(Change::Content(opened, found)) => {
            assert_eq!(opened.map.title, "two");
            assert_eq!(Some(found), content(&it.path));
        }
        other => panic!("{other:?}"),
    }
    it.assert_quiet();
    assert_eq!(it.woken.load(Ordering::SeqCst), 1);
}

#[test]
fn what_we_saved_ourselves_is_no_change() {
    let it = watching();
    disk::save(&it.path, &titled("ours")).unwrap();
    it.watcher.watch(7, &it.path, content(&it.path), None);
    it.assert_quiet();
}

#[test]
fn a_file_that_goes_and_comes_back_is_found() {
    let it = watching();
    let aside = it.path.with_extension("away");
    fs::rename(&it.path, &aside).unwrap();
    assert!(matches!(it.change(), Some(Change::Gone)));
    it.assert_quiet();
    fs::rename(&aside, &it.path).unwrap();
    assert!(matches!(it.change(), Some(Change::Content(..))), "the caller knows best whether that is news");
}

#[test]
fn half_a_file_is_not_believed_until_it_stays_so() {
    let it = watching();
    let text = file::write(&titled("three"));
    fs::write(&it.path, &text[..text.len() / 2]).unwrap();
    it.watcher.look_now();
    std::thread::sleep(Duration::from_millis(60));
    fs::write(&it.path, &text).unwrap();
    match it.change() {
        Some(Change::Content(opened, _)) => assert_eq!(opened.map.title, "three"),
        other => panic!("{other:?}"),
    }
    fs::write(&it.path, "<<<<<<< ours\n").unwrap();
    assert!(matches!(it.change(), Some(Change::NoMap(..))));
    it.assert_quiet();
    fs::write(&it.path, file::write(&titled("mended"))).unwrap();
    assert!(matches!(it.change(), Some(Change::Content(..))));
}

#[test]
fn what_is_forgotten_is_not_watched() {
    let it = watching();
    it.watcher.forget(7);
    fs::write(&it.path, file::write(&titled("two"))).unwrap();
    it.assert_quiet();
}
