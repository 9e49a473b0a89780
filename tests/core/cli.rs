//! The command line, as scripts see it: what is written where, and how commands end.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;
use wayfelt::file;
use wayfelt::model::JourneyMap;

use crate::every_kind;

pub const DONE: i32 = 0;
pub const FOUND: i32 = 1;
pub const USAGE: i32 = 2;
pub const BAD_INPUT: i32 = 3;
pub const CANNOT_WRITE: i32 = 4;

/// A folder with files of every sort, and the command line in it.
pub struct Shell {
    pub folder: TempDir,
}

/// What a command wrote, and how it ended.
#[derive(Debug)]
pub struct Ended {
    pub code: Option<i32>,
    pub out: Vec<u8>,
    pub errors: String,
}

impl Ended {
    fn of(output: Output) -> Self {
        let errors = String::from_utf8(output.stderr).unwrap();
        Self { code: output.status.code(), out: output.stdout, errors }
    }

    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.out).unwrap()
    }

    #[track_caller]
    pub fn expect(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "{self:?}");
        self
    }

    #[track_caller]
    pub fn complains(&self, part: &str) {
        assert!(self.errors.contains(part), "{part:?} is not in {:?}", self.errors);
        assert_eq!(self.text(), "", "errors belong on standard error");
    }
}

impl Shell {
    pub fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let faulty = "(format: 1, map: (\n  lanes: [(id: \"00000001\", kind: Actions)],\n  \
                      tray: [(id: \"00000002\", lane: \"00000009\", text: \"Lost\")],\n))";
        let settled = JourneyMap { conflicts: Vec::new(), ..every_kind::map() };
        for (name, text) in [
            ("good.ron", file::write(&settled)),
            ("loose.ron", file::write(&settled).replace("\n  ", "\n      ")),
            ("faulty.ron", faulty.to_owned()),
            ("broken.ron", "(format: 1, map: (\n  titel: \"x\"))".to_owned()),
            ("newer.ron", "(format: 7, map: ())".to_owned()),
        ] {
            fs::write(folder.path().join(name), text).unwrap();
        }
        let nothing_to_say = file::write(&wayfelt::model::JourneyMap::default());
        fs::write(folder.path().join("plain.ron"), nothing_to_say).unwrap();
        fs::create_dir(folder.path().join("folder")).unwrap();
        Self { folder }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_wayfelt"));
        command.args(arguments).current_dir(self.folder.path());
        for name in ["WAYFELT_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "DISPLAY", "WAYLAND_DISPLAY"] {
            command.env_remove(name);
        }
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Ended {
        Ended::of(self.command(arguments).output().unwrap())
    }

    pub fn run_with(&self, arguments: &[&str], input: &[u8]) -> Ended {
        let mut child = self
            .command(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(input).unwrap();
        Ended::of(child.wait_with_output().unwrap())
    }
}

#[test]
fn what_is_not_understood_ends_with_2() {
    let shell = Shell::new();
    for arguments in [
        &["--wheels"][..],
        &["new"],
        &["new", "--template", "blank"],
        &["new", "--template", "nonsense", "-o", "x.ron"],
        &["new", "--template", "blank", "--lang", "fr", "-o", "x.ron"],
        &["import"],
        &["export", "good.ron"],
        &["export", "good.ron", "-o", "x.bmp"],
        &["export", "good.ron", "-o", "x"],
        &["export", "good.ron", "-o", "-"],
        &["export", "good.ron", "loose.ron", "-o", "x.svg"],
        &["export", "good.ron", "--to", "svg,png", "-o", "x.svg"],
        &["export", "good.ron", "--to", "svg,bmp", "--out-dir", "out"],
        &["export", "good.ron", "--out-dir", "out"],
        &["export", "good.ron", "-o", "x.svg", "--to", "svg", "--out-dir", "out"],
        &["export", "good.ron", "./good.ron", "--to", "svg", "--out-dir", "out"],
        &["export", "good.ron", "-o", "x.png", "--scale", "0"],
        &["export", "good.ron", "-o", "x.png", "--scale", "NaN"],
        &["export", "good.ron", "-o", "x.png", "--theme", "pink"],
        &["export", "good.ron", "-o", "x.svg", "--page", "a4"],
        &["export", "good.ron", "-o", "x.png", "--page", "a4", "--tile"],
        &["export", "good.ron", "-o", "x.png", "--dpi", "0"],
        &["export", "good.ron", "-o", "x.png", "--dpi", "96", "--scale", "1"],
        &["export", "good.ron", "-o", "x.xlsx", "--contents", "actions"],
        &["export", "good.ron", "-o", "x.pdf", "--contents", "everything"],
        &["export", "good.ron", "-o", "x.pdf", "--page", "a9"],
        &["export", "good.ron", "-o", "x.pdf", "--tile"],
        &["export", "good.ron", "-o", "x.pdf", "--page", "a4", "--tile=0"],
        &["export", "good.ron", "-o", "x.pdf", "--page", "a4", "--landscape", "--portrait"],
        &["check"],
        &["check", "-", "-"],
        &["format"],
    ] {
        let ended = shell.run(arguments).expect(USAGE);
        assert!(!ended.errors.trim().is_empty(), "{arguments:?}");
        assert_eq!(ended.text(), "", "{arguments:?}");
    }
    assert!(!shell.path("out").exists() && !shell.path("x.svg").exists());
}

#[test]
fn help_and_version_are_no_errors() {
    let shell = Shell::new();
    let help = shell.run(&["--help"]).expect(DONE);
    for command in ["new", "import", "export", "check", "format"] {
        assert!(help.text().contains(&format!("\n  {command} ")), "{}", help.text());
        shell.run(&[command, "--help"]).expect(DONE);
    }
    assert_eq!(shell.run(&["--version"]).expect(DONE).text().trim(), concat!("wayfelt ", env!("CARGO_PKG_VERSION")));
}

#[test]
fn check_lists_faults_with_their_place() {
    let shell = Shell::new();
    let plain = shell.run(&["check", "plain.ron"]).expect(DONE);
    assert_eq!(plain.text(), "plain.ron: nothing found\n");
    // Advice is no fault, unless it is asked to be.
    let good = shell.run(&["check", "good.ron"]).expect(DONE);
    assert!(good.text().lines().all(|line| line.starts_with("good.ron:") && line.contains(": advice: ")), "{good:?}");
    assert_eq!(good.text(), shell.run(&["check", "--strict", "good.ron"]).expect(FOUND).text());
    shell.run(&["check", "--strict", "plain.ron"]).expect(DONE);
    let faulty = shell.run(&["check", "good.ron", "faulty.ron"]).expect(FOUND);
    assert!(
        faulty.text().contains("\nfaulty.ron:3:11: Card “Lost” names Lane “00000009”, which isn't there."),
        "{faulty:?}"
    );
    shell
        .run(&["check", "broken.ron"])
        .expect(BAD_INPUT)
        .complains("broken.ron:2:3: Nothing is called “titel” here. Did you mean “title”?");
    shell
        .run(&["check", "newer.ron"])
        .expect(BAD_INPUT)
        .complains("newer.ron:1:1: This map was saved by a newer Wayfelt, in format 7");
    shell.run(&["check", "missing.ron"]).expect(BAD_INPUT).complains("missing.ron: Can't be read");
    shell.run(&["check", "folder"]).expect(BAD_INPUT).complains("folder: Can't be read");
    // The worst of several decides, and the others are still looked at.
    let mixed = shell.run(&["check", "broken.ron", "faulty.ron"]).expect(BAD_INPUT);
    assert!(mixed.text().starts_with("faulty.ron:"), "{mixed:?}");
    let piped = shell.run_with(&["check", "-"], &fs::read(shell.path("faulty.ron")).unwrap()).expect(FOUND);
    assert!(piped.text().starts_with("-:3:11: "), "{piped:?}");
}

#[test]
fn check_writes_json_that_is_json() {
    let shell = Shell::new();
    let ended = shell.run(&["check", "--json", "faulty.ron", "good.ron"]).expect(FOUND);
    let list: serde_json::Value = serde_json::from_slice(&ended.out).unwrap();
    let kinds: Vec<&str> = list.as_array().unwrap().iter().map(|finding| finding["kind"].as_str().unwrap()).collect();
    assert_eq!((kinds[0], kinds[1..].iter().all(|&kind| kind == "advice")), ("fault", true), "{kinds:?}");
    assert_eq!((&list[0]["file"], &list[0]["line"], &list[0]["column"]), (&"faulty.ron".into(), &3.into(), &11.into()));
    assert!(list[0]["message"].as_str().unwrap().contains("“Lost”"));
    let none = shell.run(&["check", "--json", "plain.ron"]).expect(DONE);
    assert_eq!(none.text(), "[]\n");
}

#[test]
fn format_rewrites_what_is_not_canonical() {
    let shell = Shell::new();
    let canonical = fs::read(shell.path("good.ron")).unwrap();
    let checked = shell.run(&["format", "--check", "good.ron", "loose.ron"]).expect(FOUND);
    assert!(checked.text().starts_with("loose.ron: ") && checked.text().lines().count() == 1, "{checked:?}");
    assert_ne!(fs::read(shell.path("loose.ron")).unwrap(), canonical);
    shell.run(&["format", "good.ron", "loose.ron"]).expect(DONE);
    assert_eq!(fs::read(shell.path("loose.ron")).unwrap(), canonical);
    shell.run(&["format", "--check", "good.ron", "loose.ron"]).expect(DONE);

    let loose = String::from_utf8(canonical.clone()).unwrap().replace('\n', "\r\n");
    assert_eq!(shell.run_with(&["format", "-"], loose.as_bytes()).expect(DONE).out, canonical);

    let faulty = fs::read(shell.path("faulty.ron")).unwrap();
    let refused = shell.run(&["format", "faulty.ron"]).expect(BAD_INPUT);
    refused.complains("faulty.ron:3:11: A fault makes this map invalid");
    assert_eq!(fs::read(shell.path("faulty.ron")).unwrap(), faulty);
}

#[test]
fn new_makes_a_map_from_a_template_and_never_takes_an_old_one_away() {
    let shell = Shell::new();
    shell.run(&["new", "--template", "blank", "-o", "new.ron"]).expect(DONE);
    let opened = file::disk::load(&shell.path("new.ron")).unwrap();
    assert_eq!(opened.faults, []);
    let good = fs::read(shell.path("good.ron")).unwrap();
    shell
        .run(&["new", "--template", "blank", "-o", "good.ron"])
        .expect(CANNOT_WRITE)
        .complains("good.ron: There is a file");
    assert_eq!(fs::read(shell.path("good.ron")).unwrap(), good);
    let vietnamese = shell.run(&["new", "--template", "blank", "--lang", "vi", "-o", "-"]).expect(DONE);
    assert_eq!(file::read(&vietnamese.out).unwrap().map.language, wayfelt::model::Language::Vi);
}

#[test]
fn import_makes_a_map_of_an_indented_text() {
    let shell = Shell::new();
    let text = "Order\n  Pays :-1\n    p: Slow !3\n    e: Minh 9\n";
    for name in ["notes.txt", "notes.outline"] {
        fs::write(shell.folder.path().join(name), text).unwrap();
        let imported = shell.run(&["import", name, "-o", "notes.ron"]).expect(DONE);
        assert!(imported.errors.starts_with(&format!("{name}:4:1: warning: ")), "{imported:?}");
        let bytes = fs::read(shell.folder.path().join("notes.ron")).unwrap();
        let opened = file::read(&bytes).unwrap();
        assert_eq!((opened.faults.len(), opened.map.steps().count(), opened.map.cards().count()), (0, 1, 1));
    }
    // A diagram in a text file is a diagram.
    fs::write(shell.folder.path().join("diagram.txt"), "journey\n  section A\n    B: 3: Me\n").unwrap();
    let imported = shell.run(&["import", "diagram.txt", "-o", "-"]).expect(DONE);
    assert!(imported.text().contains("name: \"B\""), "{imported:?}");
}

#[test]
fn import_makes_a_map_of_a_diagram() {
    let shell = Shell::new();
    let diagram = "journey\n  title Đi chợ\n  section Buổi sáng\n    Mua rau: 5: Linh, Minh\n    Trả tiền: 9: Linh\n";
    fs::write(shell.path("one.mmd"), diagram).unwrap();
    fs::write(
        shell.path("two.md"),
        format!("# x\n```mermaid\n{diagram}```\n```mermaid\n{}```\n", diagram.replace("Đi chợ", "Về")),
    )
    .unwrap();
    fs::write(shell.path("other.mmd"), "pie\n  title x\n").unwrap();
    fs::write(shell.path("table.xlsx"), "x").unwrap();

    let imported = shell.run(&["import", "one.mmd", "-o", "one.ron"]).expect(DONE);
    assert!(imported.errors.starts_with("one.mmd:5:") && imported.errors.contains(": warning: "), "{imported:?}");
    let opened = file::disk::load(&shell.path("one.ron")).unwrap();
    assert_eq!((opened.map.title.as_str(), opened.map.steps().count(), opened.map.personas.len()), ("Đi chợ", 2, 2));
    assert_eq!(opened.faults, []);
    shell.run(&["format", "--check", "one.ron"]).expect(DONE);
    // The same diagram gives the same map, so that importing it again shows what changed.
    let again = shell.run_with(&["import", "-", "-o", "-"], diagram.as_bytes()).expect(DONE);
    assert_eq!(again.out, fs::read(shell.path("one.ron")).unwrap());

    let second = shell.run(&["import", "two.md", "--nth", "2", "-o", "-"]).expect(DONE);
    assert_eq!(file::read(&second.out).unwrap().map.title, "Về");
    shell.run(&["import", "two.md", "--nth", "3", "-o", "no.ron"]).expect(BAD_INPUT).complains("two.md: ");
    shell
        .run(&["import", "other.mmd", "-o", "no.ron"])
        .expect(BAD_INPUT)
        .complains("other.mmd: There is no journey here");
    shell
        .run(&["import", "table.xlsx", "-o", "no.ron"])
        .expect(BAD_INPUT)
        .complains("table.xlsx: No row or column of this table");
    shell.run(&["import", "missing.mmd", "-o", "no.ron"]).expect(BAD_INPUT).complains("missing.mmd: Can't be read");
    shell.run(&["import", "one.mmd", "-o", "missing/no.ron"]).expect(CANNOT_WRITE);
    shell.run(&["import", "one.mmd", "--nth", "0", "-o", "no.ron"]).expect(USAGE);
    assert!(!shell.path("no.ron").exists());
}

/// Every real diagram that is at hand, through the whole pipe: what is accepted is a valid map in canonical form, and
/// what is refused is refused in words.
#[test]
fn real_diagrams_go_through_the_whole_pipe() {
    let Some(corpus) = std::env::var_os("WAYFELT_CORPUS") else {
        println!("skipped: WAYFELT_CORPUS names no real input");
        return;
    };
    let shell = Shell::new();
    let mut made = Vec::new();
    for entry in fs::read_dir(Path::new(&corpus).join("mermaid")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "mmd") {
            continue;
        }
        let out = path.with_extension("ron").file_name().unwrap().to_str().unwrap().to_owned();
        let ended = shell.run(&["import", path.to_str().unwrap(), "-o", &out]);
        match ended.code {
            Some(DONE) => made.push(out),
            _ => assert!(!ended.expect(BAD_INPUT).errors.is_empty()),
        }
    }
    assert!(made.len() > 50, "only {} diagrams", made.len());
    let made: Vec<&str> = made.iter().map(String::as_str).collect();
    shell.run(&[&["format", "--check"], made.as_slice()].concat()).expect(DONE);
    shell.run(&[&["export", "--to", "svg,pdf", "--out-dir", "out"], made.as_slice()].concat()).expect(DONE);
    assert_eq!(fs::read_dir(shell.path("out")).unwrap().count(), 2 * made.len());
}

#[test]
fn messages_come_in_the_users_language() {
    let shell = Shell::new();
    let with = |name: &str, value: &str, more: &[&str]| {
        let arguments = [&["check", "broken.ron"], more].concat();
        Ended::of(shell.command(&arguments).env(name, value).output().unwrap()).expect(BAD_INPUT).errors
    };
    for vietnamese in [
        with("LANG", "vi_VN.UTF-8", &[]),
        with("LC_ALL", "vi", &[]),
        with("WAYFELT_LANG", "vi", &[]),
        with("LANG", "en_US.UTF-8", &["--lang", "vi"]),
        with("LANG", "C", &["--lang=vi"]),
    ] {
        assert!(vietnamese.contains("Có phải bạn muốn ghi “title”?"), "{vietnamese}");
    }
    for english in [with("LANG", "C.UTF-8", &[]), with("LANG", "", &[]), with("WAYFELT_LANG", "vi", &["--lang", "en"])]
    {
        assert!(english.contains("Did you mean title?"), "{english}");
    }
}

#[test]
fn what_is_wrong_with_the_arguments_is_said_in_the_users_language() {
    let shell = Shell::new();
    let wrong: &[(&[&str], &str, &str)] = &[
        (&["--wheels"], "There is no option --wheels.", "Không có tùy chọn --wheels."),
        (&["export", "good.ron", "--wheels"], "There is no option --wheels.", "Không có tùy chọn --wheels."),
        (&["new", "--template", "blank"], "Missing: --out <OUT>", "Còn thiếu: --out <OUT>"),
        (&["check"], "Missing: <FILE>...", "Còn thiếu: <FILE>..."),
        (&["format", "--check", "--check", "good.ron"], "only once", "chỉ được ghi một lần"),
        (&["export", "good.ron", "-o", "x.svg", "--to", "svg", "--out-dir", "out"], "together", "Không thể dùng"),
        (&["export", "good.ron", "-o"], "--out <OUT> needs a value.", "--out <OUT> cần có giá trị."),
        (&["export", "good.ron", "--theme", "pink"], "Choose from: light, dark", "Hãy chọn: light, dark"),
        (&["export", "good.ron", "--scale", "0"], "has to be 0 < SCALE", "phải là 0 < SCALE"),
        (&["import", "x.mmd", "-o", "x.ron", "--nth", "0"], "has to be 1 ≤ N", "phải là 1 ≤ N"),
        (&["check", "good.ron", "--lang", "fr"], "Choose from: en, vi", "Hãy chọn: en, vi"),
    ];
    for (arguments, english, vietnamese) in wrong {
        for (language, said, other) in [("en", english, "error"), ("vi", vietnamese, "Usage")] {
            let ended = shell.command(arguments).env("WAYFELT_LANG", language).output().unwrap();
            let ended = Ended::of(ended).expect(USAGE);
            ended.complains(said);
            assert!(!ended.errors.contains(other), "{}", ended.errors);
            ended.complains("wayfelt --help");
        }
    }
    let vietnamese = shell.command(&["new"]).env("WAYFELT_LANG", "vi").output().unwrap();
    Ended::of(vietnamese).complains("Cách dùng: wayfelt new");
}

#[cfg(not(feature = "desktop"))]
#[test]
fn without_its_window_it_says_how_to_build_one() {
    let shell = Shell::new();
    shell.run(&[]).expect(USAGE).complains("cargo build --release");
    shell.run(&["good.ron"]).expect(USAGE).complains("cargo build --release");
}

#[test]
fn every_sample_goes_through_every_command() {
    let shell = Shell::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_maps");
    let mut arguments = vec!["check".to_owned()];
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "ron") {
            arguments.push(path.to_str().unwrap().to_owned());
        }
    }
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    shell.run(&arguments).expect(DONE);
    let export = [&["export", "--to", "svg,pdf", "--out-dir", "out"], &arguments[1..]].concat();
    shell.run(&export).expect(DONE);
    assert_eq!(fs::read_dir(shell.path("out")).unwrap().count(), 2 * (arguments.len() - 1));
}
