//! `wayfelt diff` and `wayfelt merge`.

use std::fs;
use std::path::Path;

use wayfelt::edit::{Edit, TextAt, apply};
use wayfelt::file;
use wayfelt::model::{CardId, JourneyMap};

use crate::cli::{BAD_INPUT, CANNOT_WRITE, DONE, FOUND, Shell, USAGE};
use crate::every_kind;

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
