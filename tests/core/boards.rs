//! Notes of whiteboards, figures of unknown scales, and texts that are something else: nothing vanishes, and what was
//! guessed is said.

use wayfelt::i18n::Words;
use wayfelt::import::file::{self, FileError, Mistaken};
use wayfelt::import::tabular::What;
use wayfelt::model::{JourneyMap, LaneKind, Language};

use crate::tabular::guessed;

/// The texts of a kind's cards, those of the tray too.
fn texts(map: &JourneyMap, kind: LaneKind) -> Vec<&str> {
    let cards = map.cards().map(|(_, card)| card).chain(&map.tray);
    let of = |card: &&std::sync::Arc<wayfelt::model::Card>| map.lane(card.lane).is_some_and(|lane| lane.kind == kind);
    cards.filter(of).map(|card| card.text.as_str()).collect()
}

fn all(map: &JourneyMap) -> usize {
    map.cards().count() + map.tray.len()
}

const NOTES: [(&str, &str, i32, i32); 8] = [
    ("Sees an ad", "#FFF9B1", 0, 0),
    ("Asks a friend", "#FFF9B1", 30, 20),
    ("pain of prices", "#F16C7F", 0, 300),
    ("idea of prices", "#D5F692", 0, 600),
    ("Opens three shops", "#FFF9B1", 400, 0),
    ("action is late", "#FFF9B1", 430, 20),
    ("Prices are hidden", "#F16C7F", 400, 300),
    ("Show prices", "#D5F692", 400, 600),
];

fn board(heading: &str, line: impl Fn(&str, &str, i32, i32) -> String) -> (JourneyMap, Vec<What>) {
    let lines: Vec<String> = NOTES.iter().map(|(text, color, x, y)| line(text, color, *x, *y)).collect();
    guessed(&format!("{heading}\n{}\n", lines.join("\n")))
}

fn assert_by_color(map: &JourneyMap) {
    assert_eq!(all(map), NOTES.len(), "no note vanishes");
    assert_eq!(texts(map, LaneKind::Actions).len(), 4);
    assert_eq!(texts(map, LaneKind::PainPoints), ["pain of prices", "Prices are hidden"]);
    assert_eq!(texts(map, LaneKind::Opportunities), ["idea of prices", "Show prices"]);
}

#[test]
fn a_top_row_of_several_notes_a_column_is_no_heading() {
    let (map, _) = board("Text,Color,X,Y", |text, color, x, y| format!("{text},{color},{x},{y}"));
    assert_by_color(&map);
    assert_eq!(map.steps().count(), 2);
    // At one place, they are even less.
    let (map, _) = board("Text,Color,X,Y", |text, color, x, y| format!("{text},{color},{},{}", x / 400, y / 300));
    assert_by_color(&map);
}

#[test]
fn notes_that_name_the_steps_are_said() {
    let (map, notes) = guessed(
        "Text,Color,X,Y\nSearch,white,0,0\nPay,white,400,0\nUnpack,white,800,0\nSlow,red,10,300\nDear,red,410,300\n",
    );
    assert_eq!((map.steps().count(), all(&map)), (3, 2));
    assert!(notes.contains(&What::NotesAsHeadings { notes: 3 }), "{notes:?}");
}

#[test]
fn what_kind_of_thing_a_note_is_on_its_board_is_no_lane() {
    for thing in ["Sticky note", "STICKY", "sticky_note", "shape"] {
        let (map, _) = board("ID,Type,Text,BG Color,Position X,Position Y", |text, color, x, y| {
            format!("1,{thing},{text},{color},{x},{y}")
        });
        assert_by_color(&map);
    }
    let (map, _) = guessed("Text,Type,X\nSlow,Pain point,1\nFast,Idea,2\n");
    assert_eq!(texts(&map, LaneKind::PainPoints), ["Slow"], "a type that names lanes does");
}

#[test]
fn sections_and_frames_of_a_board_are_stages() {
    for heading in ["Section", "Frame", "Area", "Khung"] {
        let (map, _) = board(&format!("Text,Color,{heading}"), |text, color, x, _| {
            format!("{text},{color},{}", if x < 400 { "Discover" } else { "Compare" })
        });
        assert_by_color(&map);
        let stages: Vec<&str> = map.stages.iter().map(|stage| stage.name.as_str()).collect();
        assert_eq!((stages, map.tray.len()), (vec!["Discover", "Compare"], 0), "{heading}");
    }
}

#[test]
fn names_and_words_as_interfaces_of_programs_write_them_are_understood() {
    let (map, _) = board("content,fillColor,x,y", |text, color, x, y| format!("<p>{text}</p>,{color},{x},{y}"));
    assert_by_color(&map);
    let (map, _) = guessed("content,fill_color,x\n<p>A &amp; B</p><p>is 1 < 2<br>yes</p>,red,1\n");
    assert_eq!(texts(&map, LaneKind::PainPoints), ["A & B\nis 1 < 2\nyes"]);
}

#[test]
fn one_column_of_notes_goes_into_the_tray() {
    for (text, count) in [("Text\nSlow\nDear\nKind\n", 3), ("My board\nDiscover\npain slow\nidea fast\n", 4)] {
        let (map, notes) = guessed(text);
        assert_eq!((map.tray.len(), map.cards().count()), (count, 0));
        assert!(notes.contains(&What::InTray { cards: count }), "{notes:?}");
    }
}

#[test]
fn the_scale_of_scores_is_always_said_and_doubted_where_two_fit() {
    let scale = |text: &str| {
        let (map, notes) = guessed(text);
        let shown: Vec<Option<f64>> =
            map.steps().map(|(_, step)| step.scores.values().next().and_then(wayfelt::model::Score::shown)).collect();
        let said = notes.into_iter().find_map(|what| match what {
            What::Scale { worst, best, doubtful } => Some((worst / 100, best / 100, doubtful)),
            _ => None,
        });
        (shown.len(), said.expect("it is said"))
    };
    let grid = |cells: &str| scale(&format!("Stage,A,B,C,D\nStep,a,b,c,d\nEmotion,{cells}\n"));
    assert_eq!(grid("1,2,2,1"), (4, (-2, 2, true)));
    assert_eq!(grid("+1,2,2,1"), (4, (-2, 2, false)));
    assert_eq!(grid("1,-2,2,1"), (4, (-2, 2, false)));
    assert_eq!(grid("1,3,5,4"), (4, (1, 5, false)));
    assert_eq!(grid("1,0,-1,-3"), (4, (-3, 3, false)));
    assert_eq!(grid("8,95,2,1"), (4, (0, 100, false)));
    assert_eq!(scale("Stage,Step,Emotion\nA,one,2\nA,two,1\nB,three,2\n"), (3, (-2, 2, true)));
}

#[test]
fn equal_stages_side_by_side_are_one_and_errors_of_a_spreadsheet_no_cards() {
    let (map, notes) = guessed("Stage,A,A,B,B\nStep,a,b,c,d\nActions,x,y,z,#DIV/0!\nPain points,,p,,,,#REF!\n");
    let stages: Vec<(&str, usize)> = map.stages.iter().map(|stage| (stage.name.as_str(), stage.steps.len())).collect();
    assert_eq!(stages, [("A", 2), ("B", 2)]);
    assert_eq!(all(&map), 4);
    assert!(notes.contains(&What::ErrorCells { cells: 2 }), "{notes:?}");
}

#[test]
fn texts_that_are_something_else_are_refused_by_name() {
    let words = Words::new(Language::En);
    let markdown = "# Hotel\n\n## Arrive (Pre-purchase)\n\n### 1. Check in\n\n- **Actions**: Waits\n";
    for (text, what) in [
        ("{\"wayfelt_reply\": 1, \"map\"", Mistaken::Reply),
        ("(format: 1, map: (\n  title: \"x\",\n))", Mistaken::Map),
        ("<!DOCTYPE html>\n<html>\n <head>\n", Mistaken::Page),
        ("[{\"a\": 1}]", Mistaken::Data),
        (markdown, Mistaken::OwnMarkdown),
    ] {
        for ending in ["txt", "md"].into_iter().filter(|ending| text != markdown || *ending == "md") {
            let found = file::read(text.as_bytes(), Some(ending), None, &words);
            assert!(matches!(&found, Err(FileError::Mistaken(found)) if *found == what), "{text}: {found:?}");
        }
    }
}

#[test]
fn nobody_is_made_up_beside_an_outline() {
    let words = Words::new(Language::En);
    let plain = file::read(b"# T\nOrder\n  Pay\n    a: Taps\n", Some("txt"), None, &words).unwrap();
    assert_eq!(plain.map.personas.len(), 0);
    let scored = file::read(b"# T\nOrder\n  Pay :1\n    a: Taps\n", Some("txt"), None, &words).unwrap();
    assert_eq!(scored.map.personas.len(), 1);
    assert!(scored.notes.iter().any(|(_, note)| note.contains("Nobody is named")), "{:?}", scored.notes);
}

#[test]
fn phases_and_the_tray_come_back_from_an_outline() {
    let text = "# T\n| before: Dreaming\nOrder [before]\n  Pay\n    a: Taps\n~ p: Slow !4\n~~ and dear\n~ Waits\n";
    let map = file::read(text.as_bytes(), Some("txt"), None, &Words::new(Language::En)).unwrap().map;
    assert_eq!(map.phases.get(wayfelt::model::Phase::PrePurchase), "Dreaming");
    assert_eq!(texts(&map, LaneKind::PainPoints).len(), 1);
    let again = wayfelt::export::outline::outline(&map);
    let back = file::read(again.as_bytes(), Some("txt"), None, &Words::new(Language::En)).unwrap().map;
    let said = |map: &JourneyMap| -> std::collections::BTreeSet<String> {
        map.tray.iter().map(|card| card.text.clone()).collect()
    };
    assert_eq!((said(&back).len(), said(&back)), (2, said(&map)), "{again}");
    assert_eq!(back.phases, map.phases);
    let markdown = wayfelt::export::markdown::markdown(&map, &Words::new(Language::En), true);
    assert!(markdown.contains("## In the tray") && markdown.contains("Waits"), "{markdown}");
}

#[test]
fn personas_of_one_name_keep_their_scores_in_a_diagram() {
    let mut map = crate::maps::grid(2);
    for persona in &mut map.personas {
        std::sync::Arc::make_mut(persona).name = "Same".to_owned();
    }
    let people: Vec<_> = map.personas.iter().map(|persona| persona.id).collect();
    for (place, id) in [(1.0, 1), (-1.0, 2)] {
        let step = crate::maps::step_mut(&mut map, crate::maps::id(id));
        step.scores.clear();
        for (n, persona) in people.iter().enumerate() {
            let score = wayfelt::model::Emotion::clamped(place * (1.0 + n as f64));
            step.scores.insert(*persona, wayfelt::model::Score::believed(score));
        }
    }
    let text = wayfelt::export::mermaid::mermaid(&map);
    let back = file::read(text.as_bytes(), Some("mmd"), None, &Words::new(Language::En)).unwrap().map;
    let count = |map: &JourneyMap| map.steps().map(|(_, step)| step.scores.len()).sum::<usize>();
    assert_eq!(count(&back), count(&map), "{text}");
}
