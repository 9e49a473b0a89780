//! Saving is whole or leaves everything as it was; recovery copies are there when they are needed, and only then.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tempfile::TempDir;
use wayfelt::file::disk::{self, LoadError, load, save};
use wayfelt::file::recovery::{Recoverable, RecoveryFolder};
use wayfelt::file::{self, MOST_BYTES, Problem};
use wayfelt::model::JourneyMap;

use crate::every_kind;

fn titled(title: &str) -> JourneyMap {
    JourneyMap { title: title.into(), ..JourneyMap::default() }
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_saved_map_is_loaded_again_and_leaves_nothing_beside_it() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("bản đồ.ron");
    save(&path, &every_kind::map()).unwrap();
    save(&path, &every_kind::map()).unwrap();
    assert_eq!(load(&path).unwrap().map, every_kind::map());
    assert_eq!(fs::read_to_string(&path).unwrap(), file::write(&every_kind::map()));
    assert_eq!(names(folder.path()), ["bản đồ.ron"]);
}

#[test]
fn a_failed_save_says_why_and_changes_nothing() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, "old").unwrap();
    let is_folder = folder.path().join("folder");
    fs::create_dir(&is_folder).unwrap();
    let before = names(folder.path());
    for (path, kind) in [
        (folder.path().join("missing/map.ron"), ErrorKind::NotFound),
        (file.join("map.ron"), ErrorKind::NotADirectory),
        (is_folder, ErrorKind::IsADirectory),
    ] {
        let error = save(&path, &titled("new")).expect_err("can't be saved");
        assert_eq!((error.path, error.error.kind()), (path, kind));
    }
    assert_eq!(names(folder.path()), before);
    assert_eq!(fs::read_to_string(&file).unwrap(), "old");
}

#[test]
fn a_read_only_file_is_not_replaced() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("map.ron");
    save(&path, &titled("old")).unwrap();
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    let error = save(&path, &titled("new")).expect_err("read-only");
    assert_eq!(error.error.kind(), ErrorKind::PermissionDenied);
    assert_eq!(load(&path).unwrap().map.title, "old");
    assert_eq!(names(folder.path()), ["map.ron"]);
}

/// Needs a device that is always full, which Linux has.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said() {
    let error = disk::save_bytes(Path::new("/dev/full"), b"map").expect_err("always full");
    assert_eq!(error.error.kind(), ErrorKind::StorageFull);
    assert!(Path::new("/dev/full").exists());
}

/// A disk of 64 KiB can only be mounted by root; elsewhere this says that it saw nothing.
#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_becomes_full_keeps_the_old_file() {
    let folder = TempDir::new().unwrap();
    let mount = std::process::Command::new("mount")
        .args(["-t", "tmpfs", "-o", "size=64k", "wayfelt-test"])
        .arg(folder.path())
        .output();
    if !mount.is_ok_and(|output| output.status.success()) {
        println!("skipped: no file system can be mounted here");
        return;
    }
    let path = folder.path().join("map.ron");
    save(&path, &titled("old")).unwrap();
    let error = save(&path, &titled(&"x".repeat(100_000)));
    let (title, names) = (load(&path).map(|opened| opened.map.title), names(folder.path()));
    std::process::Command::new("umount").arg(folder.path()).status().unwrap();
    assert_eq!(error.expect_err("full").error.kind(), ErrorKind::StorageFull);
    assert_eq!(title.unwrap(), "old");
    assert_eq!(names, ["map.ron"]);
}

/// No test of its own: a process that may write only small files, started by the next one.
#[cfg(target_os = "linux")]
#[test]
fn limited_child() {
    let Some(path) = std::env::var_os("WAYFELT_LIMITED") else { return };
    println!("@{:?}", save(Path::new(&path), &titled(&"x".repeat(100_000))).map_err(|error| error.error.kind()));
}

/// The system tells a process that its file becomes too large in two ways: by an error where the process turned a deaf ear
/// to the signal, else by its end.
#[cfg(target_os = "linux")]
#[test]
fn a_file_that_may_not_become_so_large_keeps_what_it_says() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("map.ron");
    save(&path, &titled("old")).unwrap();
    for (before, said, left) in [("trap '' XFSZ;", true, 1), ("", false, 2)] {
        let script = format!("{before} ulimit -f 16; exec \"$0\" --exact disk::limited_child --nocapture");
        let output = std::process::Command::new("sh")
            .args(["-c", &script])
            .arg(std::env::current_exe().unwrap())
            .env("WAYFELT_LIMITED", &path)
            .output()
            .unwrap();
        let text = String::from_utf8_lossy(&output.stdout);
        assert_eq!((text.contains("@Err(FileTooLarge)"), output.status.success()), (said, said), "{text}");
        assert_eq!(load(&path).unwrap().map.title, "old");
        assert_eq!(names(folder.path()).len(), left, "{:?}", names(folder.path()));
    }
    // What a process left behind that was ended in the middle goes later.
    assert!(within(Duration::from_secs(5), || disk::sweep(folder.path(), Duration::ZERO) == 1));
    assert_eq!(names(folder.path()), ["map.ron"]);
}

#[cfg(unix)]
#[test]
fn permissions_are_kept_and_links_are_followed() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let folder = TempDir::new().unwrap();
    let real = folder.path().join("real");
    fs::create_dir(&real).unwrap();
    let target = real.join("map.ron");
    save(&target, &titled("old")).unwrap();
    fs::set_permissions(&target, fs::Permissions::from_mode(0o640)).unwrap();
    let link = folder.path().join("link.ron");
    symlink("second.ron", &link).unwrap();
    symlink("real/map.ron", folder.path().join("second.ron")).unwrap();
    save(&link, &titled("new")).unwrap();
    assert!(link.symlink_metadata().unwrap().is_symlink());
    assert_eq!(load(&target).unwrap().map.title, "new");
    assert_eq!(fs::metadata(&target).unwrap().permissions().mode() & 0o777, 0o640);
    assert_eq!(names(&real), ["map.ron"]);

    let dangling = folder.path().join("dangling.ron");
    symlink("real/new.ron", &dangling).unwrap();
    save(&dangling, &titled("made")).unwrap();
    assert_eq!(load(&real.join("new.ron")).unwrap().map.title, "made");

    symlink("circle-b.ron", folder.path().join("circle-a.ron")).unwrap();
    symlink("circle-a.ron", folder.path().join("circle-b.ron")).unwrap();
    save(&folder.path().join("circle-a.ron"), &titled("x")).expect_err("a circle");
}

#[test]
fn a_huge_file_is_refused_by_its_size() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("huge.ron");
    // A file of holes: it takes no room, and reading it would show.
    fs::File::create(&path).unwrap().set_len(1 << 30).unwrap();
    let start = Instant::now();
    match load(&path) {
        Err(LoadError::NoMap { error, .. }) => {
            assert_eq!(error.problem, Problem::TooLarge { bytes: 1 << 30, most: MOST_BYTES });
        }
        other => panic!("{other:?}"),
    }
    assert!(start.elapsed() < Duration::from_millis(100), "{:?}", start.elapsed());
}

#[test]
fn a_folder_and_a_missing_file_are_unreadable() {
    let folder = TempDir::new().unwrap();
    for (path, kind) in
        [(folder.path().to_owned(), ErrorKind::IsADirectory), (folder.path().join("x"), ErrorKind::NotFound)]
    {
        match load(&path) {
            Err(LoadError::Unreadable { error, .. }) => assert_eq!(error.kind(), kind),
            other => panic!("{other:?}"),
        }
    }
}

/// Waits until something is so, for at most so long.
fn within(limit: Duration, mut is_so: impl FnMut() -> bool) -> bool {
    let start = Instant::now();
    while start.elapsed() < limit {
        if is_so() {
            return true;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    false
}

/// What is offered once nobody holds it. Another test of this process may be starting a program at this very moment, and
/// until that program runs it shares the lock that was just let go.
fn offered(folder: &RecoveryFolder) -> Vec<Recoverable> {
    let mut found = Vec::new();
    within(Duration::from_secs(5), || {
        found = folder.list();
        !found.is_empty()
    });
    found
}

fn copies(folder: &Path) -> Vec<std::path::PathBuf> {
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "ron"))
        .collect()
}

#[test]
fn a_change_is_copied_within_a_second_and_the_newest_wins() {
    let folder = TempDir::new().unwrap();
    let writer = RecoveryFolder::at(folder.path()).start().unwrap();
    for n in 0..200 {
        writer.put(Arc::new(titled(&n.to_string())), Some("/maps/a.ron".into()));
    }
    let is_newest = || {
        copies(folder.path()).first().and_then(|copy| load(copy).ok()).is_some_and(|opened| opened.map.title == "199")
    };
    assert!(within(Duration::from_secs(1), is_newest));
    assert_eq!(copies(folder.path()).len(), 1);
    assert!(writer.take_error().is_none());
    writer.close();
    assert_eq!(names(folder.path()), [""; 0]);
}

#[test]
fn a_session_that_died_is_offered_once_and_a_living_one_is_not() {
    let place = TempDir::new().unwrap();
    let folder = RecoveryFolder::at(place.path().join("state/recovery"));
    assert!(folder.list().is_empty());

    let living = folder.start().unwrap();
    living.write_now(&titled("living"), None).unwrap();
    let dying = folder.start().unwrap();
    dying.put(Arc::new(every_kind::map()), Some("/maps/Cần \"Thơ\".ron".into()));
    // Dropped without being closed: what waits is written, and the lock goes with the process or the writer.
    drop(dying);

    let found = offered(&folder);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].original(), Some(Path::new("/maps/Cần \"Thơ\".ron")));
    assert_eq!(found[0].title().as_deref(), Some("Mua lần đầu"));
    assert_eq!(found[0].read().unwrap().map, every_kind::map());
    assert!(found[0].time().elapsed().unwrap() < Duration::from_secs(60));
    assert!(folder.list().is_empty(), "a second window would offer the same copy");
    drop(found);

    let mut found = offered(&folder);
    assert_eq!(found.len(), 1, "looking at a copy must not use it up");
    found.remove(0).discard().unwrap();
    assert!(folder.list().is_empty());
    living.close();
    assert_eq!(names(folder.path()), [""; 0]);
}

#[test]
fn a_saved_map_has_no_copy() {
    let folder = TempDir::new().unwrap();
    let writer = RecoveryFolder::at(folder.path()).start().unwrap();
    writer.write_now(&titled("x"), None).unwrap();
    assert_eq!(copies(folder.path()).len(), 1);
    writer.clear();
    assert!(within(Duration::from_secs(2), || copies(folder.path()).is_empty()));
    // A map changed again after the save is copied again.
    writer.put(Arc::new(titled("y")), None);
    assert!(within(Duration::from_secs(2), || copies(folder.path()).len() == 1));
    drop(writer);
    assert_eq!(offered(&RecoveryFolder::at(folder.path()))[0].title().as_deref(), Some("y"));
}

#[test]
fn what_waits_can_be_written_from_a_panic_hook() {
    let folder = TempDir::new().unwrap();
    let writer = RecoveryFolder::at(folder.path()).start().unwrap();
    let handle = writer.handle();
    writer.write_now(&titled("old"), None).unwrap();
    writer.put(Arc::new(titled("newest")), None);
    std::thread::spawn(move || handle.write_waiting_now().unwrap()).join().unwrap();
    assert!(within(Duration::from_secs(1), || load(&copies(folder.path())[0]).unwrap().map.title == "newest"));
}

#[test]
fn a_broken_copy_is_offered_but_says_why_it_cannot_be_read() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("broken.ron"), "// wayfelt recovery (pa\n(format: 1, map: (").unwrap();
    let found = offered(&RecoveryFolder::at(folder.path()));
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].original(), found[0].title()), (None, None));
    found[0].read().expect_err("cut off");
}

#[cfg(unix)]
#[test]
fn copies_are_for_their_user_only() {
    use std::os::unix::fs::PermissionsExt as _;
    let place = TempDir::new().unwrap();
    let folder = RecoveryFolder::at(place.path().join("recovery"));
    let writer = folder.start().unwrap();
    writer.write_now(&titled("x"), None).unwrap();
    assert_eq!(fs::metadata(folder.path()).unwrap().permissions().mode() & 0o777, 0o700);
}

#[test]
fn copies_are_never_too_many_and_the_newest_stay() {
    use wayfelt::file::recovery::MOST;
    let place = TempDir::new().unwrap();
    let folder = RecoveryFolder::at(place.path());
    for n in 0..MOST as u64 + 5 {
        let header = format!("// wayfelt recovery (path:Some(\"/maps/{n}.ron\"),time:{})\n", 1_790_000_000 + n);
        let text = header + &file::write(&titled(&n.to_string()));
        fs::write(place.path().join(format!("{n:08}.ron")), text).unwrap();
        fs::create_dir(place.path().join(format!("{n:08}.images"))).unwrap();
    }
    let living = folder.start().unwrap();
    living.write_now(&titled("living"), None).unwrap();
    let found = folder.list();
    assert_eq!(found.len(), MOST);
    assert_eq!(found[0].original(), Some(Path::new("/maps/64.ron")), "the newest first");
    assert_eq!(found.last().unwrap().original(), Some(Path::new("/maps/5.ron")));
    drop(found);
    assert_eq!(copies(place.path()).len(), MOST + 1, "a session that runs is not counted, nor touched");
    assert!(!place.path().join("00000000.images").exists(), "pictures go with their copy");
    living.close();
}

#[test]
fn the_copy_knows_what_its_file_said() {
    use wayfelt::file::recovery::Original;
    let place = TempDir::new().unwrap();
    let folder = RecoveryFolder::at(place.path());
    let writer = folder.start().unwrap();
    let content = Some(file::Fingerprint::of(b"what the file said"));
    writer.write_now(&titled("x"), Some(&Original { path: "/maps/a.ron".into(), content })).unwrap();
    drop(writer);
    assert_eq!(offered(&folder)[0].content(), content);
}

#[test]
fn the_newest_copy_is_taken_if_it_is_whole() {
    let place = TempDir::new().unwrap();
    let folder = RecoveryFolder::at(place.path());
    let copy = |title: &str| format!("// wayfelt recovery (time:1790000000)\n{}", file::write(&titled(title)));
    fs::write(place.path().join("aaaa.ron"), copy("safe")).unwrap();
    for (fresh, title) in [(String::new(), "safe"), (copy("fresh")[..60].to_owned(), "safe"), (copy("fresh"), "fresh")]
    {
        fs::write(place.path().join("aaaa.new"), fresh).unwrap();
        let found = offered(&folder);
        assert_eq!(found.len(), 1, "one copy, whatever it consists of");
        assert_eq!(found[0].title().as_deref(), Some(title));
    }
    fs::remove_file(place.path().join("aaaa.ron")).unwrap();
    let mut found = offered(&folder);
    assert_eq!(found[0].title().as_deref(), Some("fresh"), "the first copy may not have been safe yet");
    found.remove(0).discard().unwrap();
    assert_eq!(names(place.path()), [""; 0]);
}
