//! The command line, as scripts see it: what is written where, and how commands end.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;
use wayfelt::edit::{Edit, TextAt, apply};
use wayfelt::file;
use wayfelt::model::{CardId, JourneyMap};

use crate::every_kind;

const DONE: i32 = 0;
const FOUND: i32 = 1;
const USAGE: i32 = 2;
const BAD_INPUT: i32 = 3;
const CANNOT_WRITE: i32 = 4;

/// A folder with files of every sort, and the command line in it.
struct Shell {
    folder: TempDir,
}

/// What a command wrote, and how it ended.
#[derive(Debug)]
struct Ended {
    code: Option<i32>,
    out: Vec<u8>,
    errors: String,
}

impl Ended {
    fn of(output: Output) -> Self {
        let errors = String::from_utf8(output.stderr).unwrap();
        Self { code: output.status.code(), out: output.stdout, errors }
    }

    fn text(&self) -> &str {
        std::str::from_utf8(&self.out).unwrap()
    }

    #[track_caller]
    fn expect(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "{self:?}");
        self
    }

    #[track_caller]
    fn complains(&self, part: &str) {
        assert!(self.errors.contains(part), "{part:?} is not in {:?}", self.errors);
        assert_eq!(self.text(), "", "errors belong on standard error");
    }
}

impl Shell {
    fn new() -> Self {
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

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_wayfelt"));
        command.args(arguments).current_dir(self.folder.path());
        for name in ["WAYFELT_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "DISPLAY", "WAYLAND_DISPLAY"] {
            command.env_remove(name);
        }
        command
    }

    fn run(&self, arguments: &[&str]) -> Ended {
        Ended::of(self.command(arguments).output().unwrap())
    }

    fn run_with(&self, arguments: &[&str], input: &[u8]) -> Ended {
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
        .complains("broken.ron:2:3: Nothing is called titel here. Did you mean title?");
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
fn export_paints_every_format_whole_or_not_at_all() {
    let shell = Shell::new();
    let begins = |name: &str, start: &[u8]| {
        let bytes = fs::read(shell.path(name)).unwrap();
        assert!(bytes.starts_with(start), "{name}");
        bytes
    };
    shell.run(&["export", "good.ron", "-o", "one.SVG"]).expect(DONE);
    let svg = String::from_utf8(begins("one.SVG", b"<")).unwrap();
    assert!(svg.contains("Mua lần đầu"));
    shell
        .run(&["export", "good.ron", "loose.ron", "--to", "svg,png,pdf", "--out-dir", "out/deep", "--scale", "0.5"])
        .expect(DONE);
    for name in ["good", "loose"] {
        begins(&format!("out/deep/{name}.svg"), b"<");
        begins(&format!("out/deep/{name}.png"), b"\x89PNG");
        begins(&format!("out/deep/{name}.pdf"), b"%PDF-");
    }
    assert_eq!(fs::read_dir(shell.path("out/deep")).unwrap().count(), 6);
    let piped = shell.run_with(&["export", "-", "-o", "-", "--to", "svg"], &fs::read(shell.path("good.ron")).unwrap());
    assert_eq!(piped.expect(DONE).text(), svg);
    let dark = shell
        .run(&["export", "good.ron", "-o", "-", "--to", "svg", "--theme", "light", "--text", "paths"])
        .expect(DONE);
    assert_ne!(dark.text(), svg);

    shell.run(&["export", "faulty.ron", "-o", "no.svg"]).expect(BAD_INPUT).complains("faulty.ron:3:11: ");
    shell.run(&["export", "broken.ron", "-o", "no.svg"]).expect(BAD_INPUT).complains("broken.ron:2:3: ");
    shell
        .run(&["export", "good.ron", "-o", "missing/no.svg"])
        .expect(CANNOT_WRITE)
        .complains("missing/no.svg: Can't be saved");
    shell.run(&["export", "good.ron", "-o", "folder", "--to", "svg"]).expect(CANNOT_WRITE);
    shell
        .run(&["export", "good.ron", "-o", "no.png", "--scale", "100"])
        .expect(CANNOT_WRITE)
        .complains("The greatest scale");
    assert!(!shell.path("no.svg").exists() && !shell.path("no.png").exists());
    for paper in [&["--page", "A4", "--landscape", "--tile=60"][..], &["--page", "a3"], &["--page", "letter", "--tile"]]
    {
        shell.run(&[&["export", "good.ron", "-o", "paper.pdf"], paper].concat()).expect(DONE);
        begins("paper.pdf", b"%PDF-");
    }
    shell.run(&["export", "good.ron", "-o", "a5.png", "--page", "a4", "--landscape", "--dpi", "25.4"]).expect(DONE);
    let png = image::load_from_memory(&begins("a5.png", b"\x89PNG")).unwrap();
    assert_eq!((png.width(), png.height()), (297, 210), "a pixel for each millimetre");
    for contents in ["map", "actions", "grid"] {
        let command = ["export", "good.ron", "--to", "svg,pdf", "--out-dir", contents, "--contents", contents];
        shell.run(&command).expect(DONE);
        begins(&format!("{contents}/good.pdf"), b"%PDF-");
    }
    let small = ["export", "good.ron", "-o", "no.pdf", "--page", "a4", "--tile=900"];
    shell.run(&small).expect(CANNOT_WRITE).complains("The greatest size possible is");
    assert!(!shell.path("no.pdf").exists());
    // One bad map of several doesn't keep the others from leaving.
    shell.run(&["export", "broken.ron", "good.ron", "--to", "svg", "--out-dir", "two"]).expect(BAD_INPUT);
    assert_eq!(fs::read_dir(shell.path("two")).unwrap().count(), 1);
}

#[test]
fn many_maps_leave_in_many_formats_at_once() {
    let shell = Shell::new();
    let good = fs::read(shell.path("good.ron")).unwrap();
    for name in ["a.ron", "b.ron", "c.ron"] {
        fs::write(shell.path(name), &good).unwrap();
    }
    let files = ["a.ron", "broken.ron", "b.ron", "faulty.ron", "missing.ron", "c.ron"];
    let export = |folder: &str, jobs: &str| {
        let mut arguments = vec!["export", "--to", "svg,pdf,md,csv,xlsx,html", "--out-dir", folder, "--jobs", jobs];
        arguments.extend(files);
        let ended = shell.run(&arguments).expect(BAD_INPUT);
        assert!(!ended.errors.contains('\u{1b}'), "progress is for terminals: {}", ended.errors);
        // What is wrong is said file by file, in the order in which they were named.
        let named: Vec<&str> = ended.errors.lines().filter_map(|line| line.split(':').next()).collect();
        assert_eq!(named, ["broken.ron", "faulty.ron", "missing.ron"], "{}", ended.errors);
        let mut made: Vec<(String, Vec<u8>)> = fs::read_dir(shell.path(folder))
            .unwrap()
            .map(|entry| entry.unwrap())
            .map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap()))
            .collect();
        made.sort();
        made
    };
    let one = export("one", "1");
    assert_eq!(one.len(), 3 * (5 + 1 + wayfelt::export::tables::List::ALL.len()));
    assert!(one.iter().all(|(_, bytes)| !bytes.is_empty()));
    // However many hands there are, the same comes out; 64 share out the formats of each map too.
    for (folder, jobs) in [("three", "3"), ("many", "64")] {
        let names = |made: &[(String, Vec<u8>)]| made.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
        let made = export(folder, jobs);
        assert_eq!(names(&made), names(&one));
        let same = |(name, bytes): &(String, Vec<u8>)| {
            let before = one.iter().find(|(other, _)| other == name).unwrap();
            // A workbook tells when it was made.
            name.ends_with(".xlsx") || *bytes == before.1
        };
        let other: Vec<&String> = made.iter().filter(|file| !same(file)).map(|(name, _)| name).collect();
        assert!(other.is_empty(), "{other:?}");
    }
}

#[test]
fn no_result_takes_the_place_of_another_or_of_a_map() {
    let shell = Shell::new();
    fs::create_dir(shell.path("other")).unwrap();
    fs::copy(shell.path("good.ron"), shell.path("other/GOOD.ron")).unwrap();
    // In one folder of many systems these two are one.
    shell
        .run(&["export", "good.ron", "other/GOOD.ron", "--to", "svg", "--out-dir", "out"])
        .expect(USAGE)
        .complains("Two results would have the name");
    fs::copy(shell.path("good.ron"), shell.path("text.txt")).unwrap();
    let before = fs::read(shell.path("text.txt")).unwrap();
    shell.run(&["export", "text.txt", "--to", "txt", "--out-dir", "."]).expect(USAGE).complains("is the map itself");
    shell.run(&["export", "text.txt", "-o", "folder/../text.txt"]).expect(USAGE).complains("is the map itself");
    assert_eq!(fs::read(shell.path("text.txt")).unwrap(), before);
    shell.run(&["export", "good.ron", "--to", "svg", "--out-dir", "out", "--jobs", "0"]).expect(USAGE);
}

#[test]
fn an_indented_text_goes_out_and_comes_back() {
    let shell = Shell::new();
    shell.run(&["export", "good.ron", "-o", "x.txt"]).expect(DONE);
    let text = fs::read_to_string(shell.path("x.txt")).unwrap();
    assert_eq!(text, wayfelt::export::outline::outline(&every_kind::map()));
    assert_eq!(shell.run(&["export", "good.ron", "--to", "txt", "-o", "-"]).expect(DONE).text(), text);
    shell.run(&["export", "good.ron", "--to", "svg,txt", "--out-dir", "out"]).expect(DONE);
    assert!(shell.path("out/good.svg").is_file() && shell.path("out/good.txt").is_file());
    shell.run(&["import", "x.txt", "-o", "back.ron"]).expect(DONE);
    let back = file::disk::load(&shell.path("back.ron")).unwrap().map;
    let steps = |map: &wayfelt::model::JourneyMap| map.steps().map(|(_, step)| step.name.clone()).collect::<Vec<_>>();
    assert_eq!(steps(&back), steps(&every_kind::map()));
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
        assert!(vietnamese.contains("Có phải bạn muốn ghi title?"), "{vietnamese}");
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

/// Three maps: `base.ron`, and what two people made of it.
fn with_sides(shell: &Shell, same_card: bool) {
    let base = JourneyMap { conflicts: Vec::new(), ..every_kind::map() };
    let cards: Vec<CardId> = base.cards().map(|(_, card)| card.id).collect();
    let say = |card: CardId, text: &str| {
        apply(&base, &Edit::SetText { at: TextAt::CardText(card), text: text.to_owned() }).unwrap()
    };
    let other = if same_card { cards[0] } else { cards[1] };
    for (name, map) in [("base.ron", &base), ("ours", &say(cards[0], "ours")), ("theirs", &say(other, "theirs"))] {
        fs::write(shell.path(name), file::write(map)).unwrap();
    }
}

#[test]
fn diff_compares_journeys_by_name_too() {
    let shell = Shell::new();
    for year in ["2014", "2016"] {
        let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("sample_maps/sfo-airport-{year}.ron"));
        std::fs::copy(sample, shell.folder.path().join(format!("{year}.ron"))).unwrap();
    }
    let journeys = ["diff", "2014.ron", "2016.ron", "--journeys"];
    let with = |more: &[&'static str]| -> Vec<&'static str> { [&journeys, more].concat() };
    let ended = shell.run(&journeys).expect(FOUND);
    let text = ended.text();
    assert!(text.contains("The one metric “CSAT of SFO as a whole”: value: 79% → 81% (+2 points; Better)"), "{text}");
    assert!(shell.run(&with(&["--json"])).expect(FOUND).text().starts_with("[\n  {\"step\": "));
    assert!(shell.run(&with(&["--to", "csv"])).expect(FOUND).text().starts_with('\u{feff}'));
    assert!(shell.run(&with(&["--to", "md", "--lang", "vi"])).expect(FOUND).text().starts_with("| Bước | Nội dung |"));
    let cut = with(&["--match", "Goes online=", "--match", "Sees the art and the exhibitions=goes online"]);
    let ended = shell.run(&cut).expect(FOUND);
    let text = ended.text();
    assert!(text.contains("Goes online: Step renamed: Sees the art and the exhibitions → Goes online"), "{text}");
    assert!(text.contains("Goes online: Step cut"), "{text}");
    shell.run(&with(&["--match", "Nowhere=Goes online"])).expect(USAGE).complains("Nowhere=Goes online");
    assert_eq!(shell.run(&["diff", "2014.ron", "2014.ron", "--journeys"]).expect(DONE).text(), "");
}

#[test]
fn diff_lists_what_differs_and_ends_with_1() {
    let shell = Shell::new();
    with_sides(&shell, false);
    assert_eq!(shell.run(&["diff", "base.ron", "base.ron"]).expect(DONE).text(), "");
    let ended = shell.run(&["diff", "base.ron", "ours"]).expect(FOUND);
    assert_eq!(ended.text(), "Card “ours”: text: “\"Hmm\"” → “ours”\n");
    let ended = shell.run(&["diff", "base.ron", "ours", "--lang", "vi"]).expect(FOUND);
    assert_eq!(ended.text(), "Thẻ “ours”: nội dung: từ “\"Hmm\"” thành “ours”\n");
    let ended = shell.run(&["diff", "plain.ron", "base.ron", "--json"]).expect(FOUND);
    let list: serde_json::Value = serde_json::from_slice(&ended.out).unwrap();
    let list = list.as_array().unwrap();
    let of = |change: &str| list.iter().filter(|one| one["change"] == change).count();
    assert!(of("added") > 30 && of("changed") > 20, "{}", ended.text());
    let theme = list.iter().find(|one| one["field"] == serde_json::json!(["look", "theme"])).unwrap();
    assert_eq!((&theme["before"], &theme["after"]), (&serde_json::Value::Null, &"Dark".into()));
    assert_eq!(shell.run(&["diff", "base.ron", "base.ron", "--json"]).expect(DONE).text(), "[]\n");
    shell.run(&["diff", "base.ron", "broken.ron"]).expect(BAD_INPUT).complains("broken.ron:2:");
    shell.run(&["diff", "base.ron", "faulty.ron"]).expect(BAD_INPUT).complains("faulty.ron:");
    shell.run(&["diff", "-", "-"]).expect(USAGE);
    shell.run(&["diff", "base.ron"]).expect(USAGE);
}

#[test]
fn merge_writes_one_map_and_ends_with_1_where_something_is_left_to_choose() {
    let shell = Shell::new();
    with_sides(&shell, false);
    let ended = shell.run(&["merge", "base.ron", "ours", "theirs", "-o", "out.ron"]).expect(DONE);
    assert_eq!((ended.text(), ended.errors.as_str()), ("", ""));
    shell.run(&["check", "out.ron"]).expect(DONE);
    let read = |name: &str| file::read(&fs::read(shell.path(name)).unwrap()).unwrap().map;
    assert_eq!(read("out.ron").conflicts, []);

    with_sides(&shell, true);
    // As git calls it: the result takes the place of ours.
    let ended = shell.run(&["merge", "base.ron", "ours", "theirs", "-o", "ours"]).expect(FOUND);
    ended.complains("conflict: Card “ours”: text: ours “ours”, theirs “theirs”");
    assert_eq!(read("ours").conflicts.len(), 1);
    let ended = shell.run(&["check", "ours"]).expect(FOUND);
    assert!(ended.text().contains(": conflict: Card “ours”: text"), "{}", ended.text());
    let ended = shell.run(&["check", "ours", "--json"]).expect(FOUND);
    let list: serde_json::Value = serde_json::from_slice(&ended.out).unwrap();
    assert!(list.as_array().unwrap().iter().any(|one| one["kind"] == "conflict"));
    // Exports warn, and are made.
    let ended = shell.run(&["export", "ours", "-o", "out.svg"]).expect(DONE);
    assert!(ended.errors.contains("ours: warning: one conflict"), "{}", ended.errors);
    assert!(shell.path("out.svg").is_file());

    // What can't be read changes nothing.
    let before = fs::read(shell.path("ours")).unwrap();
    shell.run(&["merge", "base.ron", "ours", "broken.ron", "-o", "ours"]).expect(BAD_INPUT);
    shell.run(&["merge", "base.ron", "ours", "nothing", "-o", "ours"]).expect(BAD_INPUT);
    assert_eq!(fs::read(shell.path("ours")).unwrap(), before);
    shell.run(&["merge", "base.ron", "ours", "theirs"]).expect(USAGE);
    shell.run(&["merge", "base.ron", "ours", "theirs", "-o", "folder"]).expect(CANNOT_WRITE);
}
