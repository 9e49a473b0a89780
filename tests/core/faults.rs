//! Every step of a save fails in every way a disk can, and what was in the file, or what should be, is there whole.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs::{self, File, Metadata, Permissions};
use std::io;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use wayfelt::file::disk::{save_bytes_by, sweep};
use wayfelt::file::say;
use wayfelt::file::steps::{Step, Steps, System};
use wayfelt::i18n::Words;
use wayfelt::model::Language;

/// What goes wrong.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Fault {
    /// The system's own number of an error, every time from then on.
    Error(i32),
    /// The same, once.
    Once(i32),
    /// A signal interrupts, so many times.
    Interrupted(usize),
    /// Half of the bytes are written, then the disk is full.
    HalfThenFull,
    /// Each write takes one byte, and nothing fails.
    ByteByByte,
    /// Nothing at all is written, and no error told.
    NothingWritten,
}

const ENOENT: i32 = 2;
const EINTR: i32 = 4;
const EIO: i32 = 5;
const EACCES: i32 = 13;
const EXDEV: i32 = 18;
const EFBIG: i32 = 27;
const ENOSPC: i32 = 28;
const EROFS: i32 = 30;
const EDQUOT: i32 = 122;

/// The system, of which one step fails the so manieth time it is done.
struct Faulty {
    fault: Option<(Step, usize, Fault)>,
    done: RefCell<BTreeMap<Step, usize>>,
    interrupts: RefCell<usize>,
    half: RefCell<bool>,
}

impl Faulty {
    fn new(fault: Option<(Step, usize, Fault)>) -> Self {
        Self { fault, done: RefCell::default(), interrupts: RefCell::new(0), half: RefCell::new(false) }
    }

    fn check(&self, step: Step) -> io::Result<()> {
        let mut done = self.done.borrow_mut();
        let nth = done.entry(step).or_default();
        let fails = match self.fault {
            Some((failing, at, fault)) if failing == step => match fault {
                Fault::Error(code) if *nth >= at => Some(code),
                Fault::Once(code) if *nth == at => Some(code),
                Fault::Interrupted(times) if *nth == at && *self.interrupts.borrow() < times => {
                    *self.interrupts.borrow_mut() += 1;
                    return Err(io::Error::from_raw_os_error(EINTR));
                }
                _ => None,
            },
            _ => None,
        };
        *nth += 1;
        fails.map_or(Ok(()), |code| Err(io::Error::from_raw_os_error(code)))
    }
}

impl Steps for Faulty {
    fn look(&self, path: &Path) -> io::Result<Metadata> {
        self.check(Step::Look)?;
        System.look(path)
    }
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.check(Step::Read)?;
        System.read(path)
    }
    fn follow(&self, link: &Path) -> io::Result<PathBuf> {
        self.check(Step::Follow)?;
        System.follow(link)
    }
    fn open(&self, path: &Path) -> io::Result<File> {
        self.check(Step::Open)?;
        System.open(path)
    }
    fn create(&self, path: &Path) -> io::Result<File> {
        self.check(Step::Create)?;
        System.create(path)
    }
    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<usize> {
        self.check(Step::Write)?;
        match self.fault {
            Some((Step::Write, _, Fault::ByteByByte)) => System.write(file, &bytes[..1]),
            Some((Step::Write, _, Fault::NothingWritten)) => Ok(0),
            Some((Step::Write, _, Fault::HalfThenFull)) if self.half.replace(true) => {
                Err(io::Error::from_raw_os_error(ENOSPC))
            }
            Some((Step::Write, _, Fault::HalfThenFull)) => System.write(file, &bytes[..bytes.len() / 2]),
            _ => System.write(file, bytes),
        }
    }
    fn permit(&self, file: &File, permissions: Permissions) -> io::Result<()> {
        self.check(Step::Permit)?;
        System.permit(file, permissions)
    }
    fn sync(&self, file: &File) -> io::Result<()> {
        self.check(Step::Sync)?;
        System.sync(file)
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.check(Step::Rename)?;
        System.rename(from, to)
    }
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.check(Step::SyncFolder)?;
        System.sync_folder(folder)
    }
    fn remove(&self, path: &Path) -> io::Result<()> {
        self.check(Step::Remove)?;
        System.remove(path)
    }
}

/// Something that stands in the way of a simple save.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Place {
    New,
    Old,
    Private,
    Link,
    Dangling,
    Spaces,
    Vietnamese,
    Longest,
}

impl Place {
    const ALL: [Self; 8] = [
        Self::New,
        Self::Old,
        Self::Private,
        Self::Link,
        Self::Dangling,
        Self::Spaces,
        Self::Vietnamese,
        Self::Longest,
    ];

    /// The path to save to, and the file that stands behind it.
    fn prepare(self, folder: &Path) -> (PathBuf, PathBuf) {
        let name = match self {
            Self::Spaces => " my map  (1) .ron".to_owned(),
            Self::Vietnamese => "Bản đồ khám bệnh – ‘thử’.ron".to_owned(),
            Self::Longest => format!("{}a.ron", "ắ".repeat(83)),
            _ => "map.ron".to_owned(),
        };
        assert!(self != Self::Longest || name.len() >= 254, "{}", name.len());
        let path = folder.join(&name);
        let elsewhere = folder.join("elsewhere");
        match self {
            Self::New => return (path.clone(), path),
            Self::Link | Self::Dangling => {
                fs::create_dir(&elsewhere).unwrap();
                let target = elsewhere.join("target.ron");
                symlink(&target, &path);
                if self == Self::Link {
                    fs::write(&target, OLD).unwrap();
                }
                return (path, target);
            }
            _ => fs::write(&path, OLD).unwrap(),
        }
        #[cfg(unix)]
        if self == Self::Private {
            use std::os::unix::fs::PermissionsExt as _;
            fs::set_permissions(&path, Permissions::from_mode(0o600)).unwrap();
        }
        (path.clone(), path)
    }

    fn was_there(self) -> bool {
        !matches!(self, Self::New | Self::Dangling)
    }
}

#[cfg(unix)]
fn symlink(target: &Path, link: &Path) {
    std::os::unix::fs::symlink(target, link).unwrap();
}

const OLD: &[u8] = b"the old content, whole";
const NEW: &[u8] = b"the new content, which is longer than the old one, whole too";

/// Names of all files below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}

#[cfg(unix)]
#[test]
fn every_fault_at_every_step_leaves_the_old_file_or_the_new_one() {
    let words = [Words::new(Language::En), Words::new(Language::Vi)];
    let (mut tried, mut failed, mut saved, mut unsettled) = (0, 0, 0, 0);
    for place in Place::ALL {
        // Which steps a save at this place takes, and how often.
        let trial = TempDir::new().unwrap();
        let (path, _) = place.prepare(trial.path());
        let counting = Faulty::new(None);
        save_bytes_by(&counting, &path, NEW).unwrap();
        let steps: Vec<(Step, usize)> = counting.done.borrow().iter().map(|(step, times)| (*step, *times)).collect();
        for expected in
            [Step::Look, Step::Follow, Step::Create, Step::Write, Step::Sync, Step::Rename, Step::SyncFolder]
        {
            assert!(steps.iter().any(|(step, _)| *step == expected), "{place:?} without {expected:?}");
        }
        for (step, times) in steps {
            for nth in 0..times {
                // A file that isn't there is no fault of looking, and a save goes on.
                let codes = [ENOENT, EIO, EACCES, EXDEV, EFBIG, ENOSPC, EROFS, EDQUOT];
                let mut faults: Vec<Fault> =
                    codes.into_iter().flat_map(|code| [Fault::Error(code), Fault::Once(code)]).collect();
                faults.extend([Fault::Interrupted(1), Fault::Interrupted(5)]);
                if step == Step::Write {
                    faults.extend([Fault::HalfThenFull, Fault::ByteByByte, Fault::NothingWritten]);
                }
                if place == Place::Dangling && step == Step::Follow {
                    // That a link isn't there is what the system says where no file is.
                    faults.retain(|fault| !matches!(fault, Fault::Error(ENOENT) | Fault::Once(ENOENT)));
                }
                for fault in faults {
                    let at = format!("{fault:?} at {step:?} {nth} of {place:?}");
                    let folder = TempDir::new().unwrap();
                    let (path, target) = place.prepare(folder.path());
                    let mut before = files(folder.path());
                    let result = save_bytes_by(&Faulty::new(Some((step, nth, fault))), &path, NEW);
                    let content = fs::read(&target).ok();
                    tried += 1;
                    match &result {
                        Ok(()) => {
                            saved += 1;
                            assert_eq!(content.as_deref(), Some(NEW), "{at}");
                        }
                        Err(error) if error.is_written() => {
                            unsettled += 1;
                            assert_eq!((step, content.as_deref()), (Step::SyncFolder, Some(NEW)), "{at}");
                        }
                        Err(_) => {
                            failed += 1;
                            assert_eq!(content.as_deref(), place.was_there().then_some(OLD), "{at}");
                        }
                    }
                    if matches!(fault, Fault::Interrupted(_) | Fault::ByteByByte) {
                        assert!(result.is_ok(), "{at}: {result:?}");
                    }
                    if content.as_deref() == Some(NEW) && !place.was_there() {
                        before = [before, vec![target.clone()]].concat();
                        before.sort();
                        before.dedup();
                    }
                    assert_eq!(files(folder.path()), before, "{at}");
                    if matches!(place, Place::Link | Place::Dangling) {
                        assert!(path.symlink_metadata().unwrap().is_symlink(), "{at}: the link was replaced");
                    }
                    if let Err(error) = &result {
                        for words in &words {
                            let said = say::save_error(words, error);
                            assert!(said.contains(&path.display().to_string()), "{at}: {said}");
                            // What the system says alone is no remedy.
                            assert!(!said.contains("os error"), "{at}: {said}");
                        }
                    }
                }
            }
        }
    }
    println!(
        "{tried} faults tried: {failed} refused with the old file whole, {unsettled} written and said to be not yet safe, {saved} saved all the same"
    );
    assert!(tried > 800, "{tried}");
    assert_eq!(tried, failed + saved + unsettled);
}

#[cfg(unix)]
#[test]
fn a_temporary_file_that_cannot_be_removed_is_swept_later() {
    struct NothingIsRemoved(Faulty);
    impl Steps for NothingIsRemoved {
        fn look(&self, path: &Path) -> io::Result<Metadata> {
            self.0.look(path)
        }
        fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
            self.0.read(path)
        }
        fn follow(&self, link: &Path) -> io::Result<PathBuf> {
            self.0.follow(link)
        }
        fn open(&self, path: &Path) -> io::Result<File> {
            self.0.open(path)
        }
        fn create(&self, path: &Path) -> io::Result<File> {
            self.0.create(path)
        }
        fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<usize> {
            self.0.write(file, bytes)
        }
        fn permit(&self, file: &File, permissions: Permissions) -> io::Result<()> {
            self.0.permit(file, permissions)
        }
        fn sync(&self, file: &File) -> io::Result<()> {
            self.0.sync(file)
        }
        fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
            self.0.rename(from, to)
        }
        fn sync_folder(&self, folder: &Path) -> io::Result<()> {
            self.0.sync_folder(folder)
        }
        fn remove(&self, _: &Path) -> io::Result<()> {
            Err(io::Error::from_raw_os_error(EIO))
        }
    }
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("map.ron");
    fs::write(&path, OLD).unwrap();
    let steps = NothingIsRemoved(Faulty::new(Some((Step::Sync, 0, Fault::Error(EIO)))));
    save_bytes_by(&steps, &path, NEW).expect_err("the disk fails");
    assert_eq!(fs::read(&path).unwrap(), OLD);
    assert_eq!(files(folder.path()).len(), 2);
    assert_eq!(sweep(folder.path(), std::time::Duration::from_secs(60)), 0, "it may still be written to");
    let left = files(folder.path()).into_iter().find(|file| *file != path).unwrap();
    let held = File::open(&left).unwrap();
    held.lock().unwrap();
    assert_eq!(sweep(folder.path(), std::time::Duration::ZERO), 0, "somebody holds it");
    drop(held);
    let mut swept = 0;
    for _ in 0..100 {
        // Another test of this process may be starting a program, which shares the lock until it runs.
        swept += sweep(folder.path(), std::time::Duration::ZERO);
        if swept > 0 {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    assert_eq!(swept, 1);
    assert_eq!(files(folder.path()), [path]);
}

/// Shared memory is another file system than the folder of temporary files, on Linux at least where it is mounted.
#[cfg(target_os = "linux")]
#[test]
fn a_link_to_another_file_system_is_followed() {
    use std::os::unix::fs::MetadataExt as _;
    let here = TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let Ok(there) = TempDir::new_in("/dev/shm") else {
        println!("skipped: there is no /dev/shm here");
        return;
    };
    if fs::metadata(here.path()).unwrap().dev() == fs::metadata(there.path()).unwrap().dev() {
        println!("skipped: /dev/shm is the same file system");
        return;
    }
    let (link, target) = (here.path().join("map.ron"), there.path().join("map.ron"));
    fs::write(&target, OLD).unwrap();
    symlink(&target, &link);
    wayfelt::file::disk::save_bytes(&link, NEW).unwrap();
    assert_eq!(fs::read(&target).unwrap(), NEW);
    assert!(link.symlink_metadata().unwrap().is_symlink());
    assert_eq!((files(here.path()), files(there.path())), (vec![link], vec![target]));
}

#[test]
fn a_name_that_is_too_long_says_so() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join(format!("{}.ron", "x".repeat(300)));
    let error = wayfelt::file::disk::save_bytes(&path, NEW).expect_err("no name is that long");
    let said = say::save_error(&Words::new(Language::En), &error);
    assert!(said.contains("the name is too long"), "{said}");
    assert!(files(folder.path()).is_empty());
}
