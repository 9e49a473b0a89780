//! The README's merge driver with real git: two branches, one map.

use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;
use wayfelt::edit::{Edit, TextAt, apply};
use wayfelt::file;
use wayfelt::model::{Choice, JourneyMap, LaneKind};

use crate::maps::{grid, id, put_plain};

/// What the README says to put into a repository.
const ATTRIBUTES: &str = "*.ron merge=wayfelt\n";

/// A repository with a map on the branch `main`.
struct Repository {
    folder: TempDir,
}

impl Repository {
    /// None, with a printed note, where there is no git.
    fn new() -> Option<Self> {
        if Command::new("git").arg("--version").output().is_err() {
            println!("skipped: git is not installed");
            return None;
        }
        let folder = TempDir::new().unwrap();
        let repository = Self { folder };
        repository.git(&["init", "--quiet", "--initial-branch=main"]);
        repository.git(&["config", "merge.wayfelt.name", "Journey maps, card by card"]);
        let driver = format!("'{}' merge %O %A %B -o %A", env!("CARGO_BIN_EXE_wayfelt"));
        repository.git(&["config", "merge.wayfelt.driver", &driver]);
        std::fs::write(repository.path(".gitattributes"), ATTRIBUTES).unwrap();
        Some(repository)
    }

    fn path(&self, name: &str) -> std::path::PathBuf {
        self.folder.path().join(name)
    }

    fn try_git(&self, arguments: &[&str]) -> Output {
        Command::new("git")
            .args(arguments)
            .current_dir(self.folder.path())
            // Neither the user's settings nor the system's, and a name for commits.
            .envs([
                ("GIT_CONFIG_GLOBAL", "/dev/null"),
                ("GIT_CONFIG_NOSYSTEM", "1"),
                ("GIT_AUTHOR_NAME", "A"),
                ("GIT_AUTHOR_EMAIL", "a@example.org"),
                ("GIT_COMMITTER_NAME", "A"),
                ("GIT_COMMITTER_EMAIL", "a@example.org"),
                ("WAYFELT_LANG", "en"),
            ])
            .output()
            .unwrap()
    }

    #[track_caller]
    fn git(&self, arguments: &[&str]) -> String {
        let output = self.try_git(arguments);
        let out = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(output.status.success(), "git {arguments:?}: {out}{}", String::from_utf8_lossy(&output.stderr));
        out
    }

    fn commit(&self, map: &JourneyMap) {
        std::fs::write(self.path("map.ron"), file::write(map)).unwrap();
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--message", "a change"]);
    }

    fn map(&self) -> JourneyMap {
        let opened = file::read(&std::fs::read(self.path("map.ron")).unwrap()).unwrap();
        assert_eq!(opened.faults, []);
        opened.map
    }

    /// Commits one map on each of two branches, and merges the second into the first.
    fn merge(&self, ours: &JourneyMap, theirs: &JourneyMap) -> Output {
        self.git(&["checkout", "--quiet", "-b", "theirs"]);
        self.commit(theirs);
        self.git(&["checkout", "--quiet", "main"]);
        self.commit(ours);
        self.try_git(&["merge", "--no-edit", "theirs"])
    }
}

fn start() -> JourneyMap {
    let mut map = grid(3);
    for card in 100..104 {
        put_plain(&mut map, 1, card, LaneKind::Thoughts);
    }
    map
}

fn say(map: &JourneyMap, card: u64, text: &str) -> JourneyMap {
    apply(map, &Edit::SetText { at: TextAt::CardText(id(card)), text: text.into() }).unwrap()
}

fn text(map: &JourneyMap, card: u64) -> String {
    map.card(id(card)).unwrap().1.text.clone()
}

#[test]
fn git_merges_two_cards_of_one_step_without_a_conflict() {
    let Some(repository) = Repository::new() else { return };
    let base = start();
    repository.commit(&base);
    // Neighbours in the file, which git alone can't bring together.
    let output = repository.merge(&say(&base, 101, "Chờ ở quầy"), &say(&base, 102, "Không ai báo"));
    assert!(output.status.success(), "{output:?}");
    let merged = repository.map();
    assert_eq!((text(&merged, 101), text(&merged, 102)), ("Chờ ở quầy".into(), "Không ai báo".into()));
    assert_eq!(merged.conflicts, []);
    assert_eq!(repository.git(&["status", "--porcelain"]), "");
    assert_eq!(file::write(&merged).as_bytes(), std::fs::read(repository.path("map.ron")).unwrap());
}

#[test]
fn git_leaves_a_conflict_of_one_card_to_be_settled_in_the_window() {
    let Some(repository) = Repository::new() else { return };
    let base = start();
    repository.commit(&base);
    let output = repository.merge(&say(&say(&base, 101, "ours"), 100, "mine alone"), &say(&base, 101, "theirs"));
    assert!(!output.status.success(), "a conflict is no success");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("conflict: Card “ours”: text: ours “ours”, theirs “theirs”"), "{said}");
    assert!(repository.git(&["status", "--porcelain"]).contains("UU map.ron"));
    // The file is a map all the same, with both values.
    let merged = repository.map();
    assert_eq!((text(&merged, 100), merged.conflicts.len()), ("mine alone".into(), 1));
    // What the window does.
    let conflict = merged.conflicts[0].clone();
    let settled = apply(&merged, &Edit::Resolve(Box::new(conflict), Choice::Theirs)).unwrap();
    repository.commit(&settled);
    assert_eq!(repository.git(&["status", "--porcelain"]), "");
    assert_eq!((text(&repository.map(), 101), repository.map().conflicts.len()), ("theirs".into(), 0));
}

#[test]
fn git_merges_a_map_that_both_branches_added() {
    let Some(repository) = Repository::new() else { return };
    repository.git(&["add", "--all"]);
    repository.git(&["commit", "--quiet", "--message", "empty"]);
    let base = start();
    let output = repository.merge(&say(&base, 100, "ours"), &base);
    assert!(!output.status.success(), "{output:?}");
    let merged = repository.map();
    assert_eq!(merged.conflicts.len(), 1);
    assert_eq!(merged.cards().count(), base.cards().count());
}

#[test]
fn a_branch_that_is_no_map_leaves_git_its_own_file() {
    let Some(repository) = Repository::new() else { return };
    let base = start();
    repository.commit(&base);
    repository.git(&["checkout", "--quiet", "-b", "theirs"]);
    std::fs::write(repository.path("map.ron"), "(format: 1, map: (titel: \"x\"))").unwrap();
    repository.git(&["commit", "--quiet", "--all", "--message", "broken"]);
    repository.git(&["checkout", "--quiet", "main"]);
    let ours = say(&base, 100, "ours");
    repository.commit(&ours);
    let output = repository.try_git(&["merge", "--no-edit", "theirs"]);
    assert!(!output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("titel"), "{output:?}");
    assert!(repository.git(&["status", "--porcelain"]).contains("UU map.ron"));
    assert_eq!(repository.map(), ours);
}

#[test]
fn the_readme_says_what_the_tests_use() {
    let readme = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    assert!(readme.contains(ATTRIBUTES.trim()));
    assert!(readme.contains("merge.wayfelt.driver \"wayfelt merge %O %A %B -o %A\""));
}
