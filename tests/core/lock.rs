//! Who has a file open: one window at a time, a stale lock is taken over, and nothing ever blocks opening.

use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use tempfile::TempDir;
use wayfelt::file::lock::{Attempt, Beat, FileLock, Holder, STALE, holder_of, path_of, take, take_as};

fn ours(map: &Path) -> FileLock {
    match take(map) {
        Attempt::Ours(lock) => lock,
        other => panic!("{other:?}"),
    }
}

/// A lock that was just let go may be shared for a moment by a program that another test is starting.
fn taken_soon(map: &Path) -> FileLock {
    for _ in 0..200 {
        if let Attempt::Ours(lock) = take(map) {
            return lock;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    panic!("not free: {:?}", holder_of(map));
}

#[test]
fn one_has_it_and_the_next_hears_who_and_since_when() {
    let folder = TempDir::new().unwrap();
    let map = folder.path().join("Bản đồ.ron");
    fs::write(&map, "x").unwrap();
    let lock = ours(&map);
    assert_eq!(lock.path(), folder.path().canonicalize().unwrap().join(".Bản đồ.ron.lock"));
    let text = fs::read_to_string(lock.path()).unwrap();
    assert!(text.starts_with("// Wayfelt has \"Bản đồ.ron\" open."), "{text}");
    assert!(text.contains(&format!("process: {}", std::process::id())), "{text}");
    match take(&map) {
        Attempt::Theirs(holder) => {
            assert_eq!(&holder, lock.holder());
            assert!(holder.time().elapsed().unwrap() < Duration::from_secs(60));
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(holder_of(&map).as_ref(), Some(lock.holder()));
    let mut lock = lock;
    lock.release();
    assert!(!path_of(&map).exists());
    assert_eq!((lock.beat(), path_of(&map).exists()), (Beat::Ours, false), "it isn't made again");
    assert_eq!(holder_of(&map), None);
    drop(taken_soon(&map));
}

#[cfg(unix)]
#[test]
fn a_link_to_the_file_has_the_same_lock() {
    let folder = TempDir::new().unwrap();
    let map = folder.path().join("map.ron");
    fs::write(&map, "x").unwrap();
    let link = folder.path().join("link.ron");
    std::os::unix::fs::symlink("map.ron", &link).unwrap();
    let _lock = ours(&link);
    assert!(matches!(take(&map), Attempt::Theirs(_)));
}

#[test]
fn a_file_with_the_longest_of_names_has_one() {
    let folder = TempDir::new().unwrap();
    let map = folder.path().join(format!("{}a.ron", "ắ".repeat(83)));
    fs::write(&map, "x").unwrap();
    let lock = ours(&map);
    assert!(matches!(take(&map), Attempt::Theirs(_)));
    drop(lock);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_lock_that_a_dead_process_left_is_taken_over() {
    let folder = TempDir::new().unwrap();
    let map = folder.path().join("map.ron");
    for left in
        ["", "(process: 12", "(user: \"x\", machine: \"?\", process: 99999999, since: \"2026-11-22T08:00:00Z\")"]
    {
        fs::write(path_of(&map), left.replace('?', &Holder::here().machine)).unwrap();
        let lock = ours(&map);
        assert!(fs::read_to_string(lock.path()).unwrap().contains(&std::process::id().to_string()), "{left}");
        drop(lock);
        assert!(!path_of(&map).exists());
    }
}

#[test]
fn another_machine_holds_it_as_long_as_it_shows_that_it_is_there() {
    let folder = TempDir::new().unwrap();
    let map = folder.path().join("map.ron");
    let path = path_of(&map);
    fs::write(&path, "(user: \"lan\", machine: \"another one\", process: 1, since: \"2026-11-22T08:00:00Z\")").unwrap();
    match take(&map) {
        Attempt::Theirs(holder) => {
            assert_eq!((holder.user.as_str(), holder.machine.as_str()), ("lan", "another one"));
        }
        other => panic!("{other:?}"),
    }
    let file = fs::File::options().write(true).open(&path).unwrap();
    file.set_modified(SystemTime::now() - STALE + Duration::from_secs(20)).unwrap();
    assert!(matches!(take(&map), Attempt::Theirs(_)));
    file.set_modified(SystemTime::now() - STALE - Duration::from_secs(20)).unwrap();
    drop(file);
    drop(ours(&map));
}

#[test]
fn a_beat_renews_it_and_finds_out_that_it_is_lost() {
    let folder = TempDir::new().unwrap();
    let map = folder.path().join("map.ron");
    let mut lock = ours(&map);
    let old = SystemTime::now() - Duration::from_secs(1000);
    fs::File::options().write(true).open(lock.path()).unwrap().set_modified(old).unwrap();
    assert_eq!(lock.beat(), Beat::Ours);
    let renewed = fs::metadata(lock.path()).unwrap().modified().unwrap();
    assert!(renewed.elapsed().unwrap() < Duration::from_secs(60));
    // Somebody tidied the folder up.
    fs::remove_file(lock.path()).unwrap();
    assert_eq!(lock.beat(), Beat::Ours);
    assert!(matches!(take(&map), Attempt::Theirs(_)));
    // Somebody took it over: the machine slept, say.
    fs::remove_file(lock.path()).unwrap();
    let mut theirs = Holder::here();
    theirs.user = "lan".into();
    let Attempt::Ours(other) = take_as(&map, theirs.clone()) else { panic!("free") };
    assert_eq!(lock.beat(), Beat::Lost(Some(theirs)));
    drop(lock);
    assert!(other.path().exists(), "what isn't ours any more isn't removed");
}

/// Root may write everywhere, and sees nothing here.
#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_blocks_nothing() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = TempDir::new().unwrap();
    let missing = folder.path().join("missing/map.ron");
    assert!(matches!(take(&missing), Attempt::Impossible(_)));
    let closed = folder.path().join("closed");
    fs::create_dir(&closed).unwrap();
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o555)).unwrap();
    if fs::write(closed.join("probe"), "").is_ok() {
        println!("skipped: this user may write everywhere");
        return;
    }
    assert!(matches!(take(&closed.join("map.ron")), Attempt::Impossible(_)));
}

/// Of many that come at once, one gets it.
#[test]
fn one_of_many_gets_it() {
    let folder = TempDir::new().unwrap();
    let map = folder.path().join("map.ron");
    for round in 0..20 {
        if round % 2 == 0 {
            fs::write(path_of(&map), "").unwrap();
        }
        let attempts: Vec<Attempt> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..8).map(|_| scope.spawn(|| take(&map))).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        let ours = attempts.iter().filter(|attempt| matches!(attempt, Attempt::Ours(_))).count();
        assert!(ours <= 1, "round {round}: {attempts:?}");
        if ours == 0 {
            println!("round {round}: a program that another test started shared the lock for a moment");
        }
    }
}
