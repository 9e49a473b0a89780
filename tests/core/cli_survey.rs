//! `wayfelt import --survey`: a first mapping, answers into a map, a newer file.

use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;
use wayfelt::file;

const MAP: &str = r#"(format: 1, map: (
  personas: [(id: "00000001", name: "Linh")],
  lanes: [(id: "00000002", kind: Emotion)],
  stages: [(id: "00000003", name: "Clinic", steps: [(id: "00000004", name: "Book a slot"), (id: "00000005", name: "See the doctor")])],
))
"#;

fn wayfelt(folder: &Path, language: &str, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wayfelt"));
    command.current_dir(folder).env("WAYFELT_LANG", language).args(arguments).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    let write = |name: &str, content: &str| std::fs::write(folder.path().join(name), content).unwrap();
    write("map.ron", MAP);
    write(
        "a.csv",
        "id;Book a slot;Doctor;How likely would you recommend us\n1;5;4;10\n2;4;6;9\n3;1;2;3\n4;5;5;10\n5;3;3;7\n",
    );
    write("b.csv", "id;book a slot;doctor\n1;2;4\n2;2;5\n");
    write("codes.csv", "Field,Description\nQ1,Book a slot\n,1 = bad\n,5 = good\nQ2,Doctor\n");
    folder
}

#[test]
fn a_mapping_is_guessed_run_and_run_again() {
    let folder = folder();
    let at = folder.path();
    let guessed = wayfelt(at, "en", &["import", "--survey", "a.csv", "--map", "map.ron", "--write-mapping", "m.ron"]);
    assert_eq!(guessed.status.code(), Some(0), "{guessed:?}");
    assert!(
        text(&guessed.stdout).contains("Book a slot → Book a slot; 1 (worst) … 5 (best)"),
        "{}",
        text(&guessed.stdout)
    );
    let kept = std::fs::read_to_string(at.join("m.ron")).unwrap();
    assert!(kept.contains("figure: Nps") && kept.contains("00000004"), "{kept}");
    assert_eq!(std::fs::read_to_string(at.join("map.ron")).unwrap(), MAP, "the map is left alone");

    let done = wayfelt(at, "en", &["import", "--survey", "a.csv", "--mapping", "m.ron", "--map", "map.ron"]);
    assert_eq!(done.status.code(), Some(0), "{done:?}");
    let said = text(&done.stdout);
    assert!(said.contains("5 of 5 respondents count"), "{said}");
    assert!(said.contains("Book a slot · Linh: +0.60 (n = 5"), "{said}");
    let map = file::read(&std::fs::read(at.join("map.ron")).unwrap()).unwrap().map;
    let (_, step) = map.steps().next().unwrap();
    assert_eq!(step.scores.values().next().unwrap().measured().unwrap().n, 5);
    assert_eq!(map.evidence[0].source, "a.csv");

    // A newer file, matched as the map keeps it, into another map; as JSON.
    let newer = ["import", "--survey", "b.csv", "--map", "map.ron", "-o", "next.ron", "--json"];
    let done = wayfelt(at, "en", &newer);
    assert_eq!(done.status.code(), Some(0), "{done:?}");
    let said: serde_json::Value = serde_json::from_slice(&done.stdout).unwrap();
    assert_eq!((said["renewed"].as_bool(), said["counted"].as_u64()), (Some(true), Some(2)));
    assert_eq!(said["scores"][0]["before"]["n"], 5);
    assert_eq!(said["scores"][0]["after"]["mean"], -1.0);
    assert!(at.join("next.ron").is_file());
    let vietnamese = wayfelt(at, "vi", &["import", "--survey", "b.csv", "--map", "map.ron", "-o", "-"]);
    assert!(text(&vietnamese.stderr).contains("trước đó"), "the map is on standard output: {vietnamese:?}");
    assert!(file::read(&vietnamese.stdout).is_ok());
}

#[test]
fn what_is_wrong_is_said_and_nothing_is_written() {
    let folder = folder();
    let at = folder.path();
    let cases: [(&[&str], i32, &str); 7] = [
        (&["import", "--survey", "codes.csv", "--map", "map.ron", "--write-mapping", "m.ron"], 3, "list of codes"),
        (&["import", "--survey", "a.csv", "--map", "map.ron"], 2, "--write-mapping"),
        (&["import", "--survey", "a.csv"], 2, "--map"),
        (&["import", "--survey", "none.csv", "--map", "map.ron", "--write-mapping", "m.ron"], 3, "none.csv"),
        (&["import", "--survey", "a.csv", "--map", "map.ron", "--mapping", "map.ron", "-o", "n.ron"], 3, "map.ron"),
        (&["import", "a.json", "--mapping", "m.ron", "--map", "map.ron"], 2, "--survey"),
        (&["import", "--mapping", "m.ron", "--map", "map.ron"], 2, "<IN>"),
    ];
    for (arguments, code, part) in cases {
        let ended = wayfelt(at, "en", arguments);
        assert_eq!(ended.status.code(), Some(code), "{arguments:?} {ended:?}");
        assert!(text(&ended.stderr).contains(part), "{arguments:?} {}", text(&ended.stderr));
    }
    assert!(!at.join("m.ron").exists());
    assert_eq!(std::fs::read_to_string(at.join("map.ron")).unwrap(), MAP);
}
