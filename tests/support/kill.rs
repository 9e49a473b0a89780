//! kill -9 of a process that edits and saves, at any moment: what is on the disk then. The test that uses this is its own
//! process's child, which it finds by the name of a test.

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use wayfelt::edit::{Edit, TextAt, apply};
use wayfelt::file::disk::{load, save, sweep};
use wayfelt::file::lock::{Attempt, take};
use wayfelt::file::recovery::RecoveryFolder;
use wayfelt::file::versions::VersionsFolder;
use wayfelt::model::JourneyMap;

/// Set in the child: where it works.
const DESK: &str = "WAYFELT_KILL_DESK";
/// A change older than this has to be on the disk.
pub const KEPT_WITHIN: Duration = Duration::from_secs(1);

/// Where one process edits and saves.
pub struct Desk {
    /// The map's file.
    pub path: PathBuf,
    /// The folder of what the application keeps.
    pub state: PathBuf,
}

impl Desk {
    fn at(folder: &Path) -> Self {
        Self { path: folder.join("Bản đồ của Lan.ron"), state: folder.join("state") }
    }

    /// Where recovery copies are.
    pub fn recovery(&self) -> RecoveryFolder {
        RecoveryFolder::at(self.state.join("recovery"))
    }

    /// Where versions are.
    pub fn versions(&self) -> VersionsFolder {
        VersionsFolder::at(self.state.join("versions"))
    }
}

fn base() -> JourneyMap {
    load(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/sample_maps/health-insurance.ron"))).unwrap().map
}

/// The edit that makes any of these maps the one of this number: longer and shorter ones.
pub fn nth_edit(n: u64) -> Edit {
    let scenario = format!("Lần {n}. ").repeat(1 + (n as usize * 37) % 400);
    let set = |at, text: String| Edit::SetText { at, text };
    Edit::All(vec![set(TextAt::Title, n.to_string()), set(TextAt::Scenario, scenario)])
}

/// The number of a map, which is whole: everything in it belongs to that number.
fn number(base: &JourneyMap, map: &JourneyMap) -> u64 {
    let n = map.title.parse().unwrap_or_else(|_| panic!("{:?} is no number", map.title));
    assert!(*map == apply(base, &nth_edit(n)).unwrap(), "the map of {n} isn't whole");
    n
}

fn now() -> u128 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_micros()
}

/// In the child: says what was done.
pub fn report(what: char, n: u64) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "@{what} {n} {}", now()).unwrap();
    out.flush().unwrap();
}

/// A source of numbers that anybody can make again.
pub struct Dice(u64);

impl Dice {
    /// From this seed.
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number below this one.
    pub fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % end
    }
}

/// What the child works on; none in a process that isn't one.
pub fn desk() -> Option<Desk> {
    std::env::var_os(DESK).map(|folder| Desk::at(Path::new(&folder)))
}

/// What a round found.
#[derive(Debug, Default)]
struct Round {
    edits: usize,
    saves: usize,
    /// It was killed within a save.
    in_save: bool,
    /// The recovery copy held more than the file.
    from_copy: bool,
    versions: usize,
    left_behind: usize,
    /// How old the oldest change was that was not on the disk yet.
    behind: Duration,
}

/// Kills so many children, so many at a time, and checks what each left behind. `child` is the name of the test that they
/// run. Prints the figures.
pub fn kill_and_check(child: &str, rounds: usize, at_once: usize, longest_life: Duration, seed: u64) {
    let base = base();
    let (begun, next) = (Instant::now(), AtomicUsize::new(0));
    let found = Mutex::new(Vec::new());
    let (stalled, over) = (AtomicUsize::new(0), AtomicUsize::new(0));
    std::thread::scope(|scope| {
        // A machine that does nothing at all for a while keeps nothing meanwhile: how long it does nothing is measured.
        scope.spawn(|| {
            let folder = tempfile::tempdir().unwrap();
            while over.load(Ordering::SeqCst) < at_once {
                let begun = Instant::now();
                std::thread::sleep(Duration::from_millis(10));
                fs::write(folder.path().join("a"), "x").unwrap();
                fs::rename(folder.path().join("a"), folder.path().join("b")).unwrap();
                stalled.fetch_max(begun.elapsed().as_millis().saturating_sub(10) as usize, Ordering::SeqCst);
            }
        });
        for _ in 0..at_once {
            scope.spawn(|| {
                let _over = Over(&over);
                loop {
                    let n = next.fetch_add(1, Ordering::SeqCst);
                    if n >= rounds {
                        return;
                    }
                    let mut dice = Dice::new(seed + n as u64);
                    let life = Duration::from_micros(dice.below(longest_life.as_micros() as u64));
                    let round = one(child, &base, life);
                    let stalled = Duration::from_millis(stalled.load(Ordering::SeqCst) as u64);
                    let limit = KEPT_WITHIN + stalled * 4;
                    let behind = round.behind;
                    assert!(
                        behind < limit,
                        "a change {behind:?} old is lost, with a machine that stood still {stalled:?}"
                    );
                    let mut found = found.lock().unwrap();
                    found.push(round);
                    if found.len() % 100 == 0 {
                        let oldest = found.iter().map(|round| round.behind).max().unwrap_or_default();
                        println!("{} killed so far, the oldest change not on the disk {oldest:?} old", found.len());
                    }
                }
            });
        }
    });
    let found = found.into_inner().unwrap();
    let sum = |of: fn(&Round) -> usize| found.iter().map(of).sum::<usize>();
    println!(
        "{} processes killed in {:.1} s, amid {} changes and {} saves ({} within a save): every file whole, nothing older than a second lost (the machine stood still for {} ms at most). \
         The recovery copy held more than the file {} times; {} earlier versions, all whole; {} temporary files swept; \
         the oldest change not yet on the disk was {:.0} ms old.",
        found.len(),
        begun.elapsed().as_secs_f64(),
        sum(|round| round.edits),
        sum(|round| round.saves),
        sum(|round| usize::from(round.in_save)),
        stalled.load(Ordering::SeqCst),
        sum(|round| usize::from(round.from_copy)),
        sum(|round| round.versions),
        sum(|round| round.left_behind),
        found.iter().map(|round| round.behind).max().unwrap_or_default().as_secs_f64() * 1000.0,
    );
    assert_eq!(found.len(), rounds);
    assert!(rounds < 20 || sum(|round| round.saves) > 0 && sum(|round| usize::from(round.from_copy)) > 0);
}

/// Counts a thread that ended, however it did.
struct Over<'a>(&'a AtomicUsize);

impl Drop for Over<'_> {
    fn drop(&mut self) {
        self.0.fetch_add(1, Ordering::SeqCst);
    }
}

fn one(child: &str, base: &JourneyMap, life: Duration) -> Round {
    let folder = tempfile::tempdir().unwrap();
    let desk = Desk::at(folder.path());
    save(&desk.path, &apply(base, &nth_edit(0)).unwrap()).unwrap();
    let mut process = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", child, "--nocapture", "--test-threads", "1"])
        .env(DESK, folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(process.stdout.take().unwrap()).lines().map_while(Result::ok);
    // Its life begins with its first change.
    let mut first = lines.by_ref().find(|line| line.contains('@'));
    assert!(first.is_some(), "the child did nothing");
    let rest = std::thread::spawn(move || lines.collect::<Vec<_>>());
    std::thread::sleep(life);
    let killed = now();
    process.kill().unwrap();
    process.wait().unwrap();
    let lines: Vec<String> = first.take().into_iter().chain(rest.join().unwrap()).collect();
    check(base, &desk, &lines, killed)
}

fn check(base: &JourneyMap, desk: &Desk, lines: &[String], killed: u128) -> Round {
    let (mut edits, mut begun, mut saved, mut in_save) = (vec![(0, 0)], vec![0], vec![0], false);
    for line in lines {
        // The first line begins with the name of the test, and the last one may have been cut.
        let Some((_, said)) = line.split_once('@') else { continue };
        let mut parts = said.split(' ');
        let (Some(what), Some(Ok(n)), Some(Ok(time))) =
            (parts.next(), parts.next().map(str::parse::<u64>), parts.next().map(str::parse::<u128>))
        else {
            continue;
        };
        in_save = what == "s" || in_save && what == "e";
        match what {
            "e" => edits.push((n, time)),
            "s" => begun.push(n),
            "S" => saved.push(n),
            other => panic!("{other}"),
        }
    }
    let last = edits.last().unwrap().0;
    let in_file = number(base, &load(&desk.path).expect("the file is a map").map);
    // A line is written after what it tells: one more may have been done than was said.
    assert!(begun.contains(&in_file), "{in_file} was never saved, but {begun:?}");
    assert!(in_file >= *saved.last().unwrap(), "{in_file} is older than what was saved last, {saved:?}");
    let copies = desk.recovery().list();
    assert!(copies.len() <= 1, "{copies:?}");
    let mut in_copy = 0;
    for copy in &copies {
        assert_eq!(copy.original(), Some(desk.path.as_path()));
        in_copy = number(base, &copy.read().expect("the copy is a map").map);
        assert!(in_copy <= last + 1, "{in_copy} of {last}");
    }
    let kept = in_file.max(in_copy);
    let age = |time: u128| Duration::from_micros(killed.saturating_sub(time) as u64);
    let lost = edits.iter().filter(|(n, _)| *n > kept).map(|(_, time)| age(*time)).max().unwrap_or_default();
    let versions = desk.versions().of(&desk.path).list();
    for version in &versions {
        let n = number(base, &version.read().expect("a version is a map").map);
        assert!(begun.contains(&n), "{n} was never saved");
    }
    // The next window has the file, and leaves no remains of the dead one.
    assert!(matches!(take(&desk.path), Attempt::Ours(_)), "the lock of a dead process is stale");
    let folder = desk.path.parent().unwrap();
    let mut left_behind = sweep(folder, Duration::ZERO);
    left_behind += sweep(desk.recovery().path(), Duration::ZERO);
    let names: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(names.len() <= 2, "remains: {names:?}");
    Round {
        edits: edits.len() - 1,
        saves: saved.len() - 1,
        in_save,
        from_copy: in_copy > in_file,
        versions: versions.len(),
        left_behind,
        behind: lost,
    }
}

/// How many rounds: as many as the environment says, else the usual number.
pub fn rounds(variable: &str, usual: usize) -> usize {
    std::env::var(variable).ok().and_then(|text| text.parse().ok()).unwrap_or(usual)
}
