//! Maps as slides: whole, well formed, with everything that the map says.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};
use std::sync::Arc;

use quick_xml::events::Event;
use wayfelt::export::images::ImageFolder;
use wayfelt::export::{ExportOptions, Format, export};
use wayfelt::model::{Branch, Content, Field, Grade, JourneyMap, LaneKind, Link, Opportunity, Persona, Theme};
use wayfelt::text::Typesetter;

use crate::{every_kind, generate, maps, sample_maps};

fn parts(map: &JourneyMap, options: &ExportOptions) -> BTreeMap<String, Vec<u8>> {
    let bytes = export(map, Format::Pptx, options, &ImageFolder::of_map(None), &mut Typesetter::new()).unwrap();
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..zip.len())
        .map(|place| {
            let mut file = zip.by_index(place).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            (file.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

/// Every text of the slides, a line each.
fn texts(parts: &BTreeMap<String, Vec<u8>>, folder: &str) -> String {
    let mut said = String::new();
    for (path, bytes) in parts.iter().filter(|(path, _)| path.starts_with(folder) && path.ends_with(".xml")) {
        let text = std::str::from_utf8(bytes).unwrap();
        let mut reader = quick_xml::Reader::from_str(text);
        let mut inside = false;
        loop {
            match reader.read_event().unwrap_or_else(|error| panic!("{path}: {error}")) {
                Event::Start(tag) if tag.name().as_ref() == b"a:t" => inside = true,
                Event::End(tag) if tag.name().as_ref() == b"a:t" => {
                    inside = false;
                    said.push('\n');
                }
                Event::Text(words) if inside => said.push_str(&words.decode().unwrap()),
                Event::GeneralRef(name) if inside => {
                    let name = name.decode().unwrap();
                    said.push_str(match name.as_ref() {
                        "amp" => "&",
                        "lt" => "<",
                        "gt" => ">",
                        "quot" => "\"",
                        "apos" => "'",
                        other => panic!("{other}"),
                    });
                }
                Event::Eof => break,
                _ => {}
            }
        }
    }
    said
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// That all parts are well formed and name only parts that are there.
fn check(name: &str, parts: &BTreeMap<String, Vec<u8>>) {
    let types = std::str::from_utf8(&parts["[Content_Types].xml"]).unwrap();
    for (path, bytes) in parts.iter().filter(|(path, _)| path.ends_with(".xml") || path.ends_with(".rels")) {
        let text = std::str::from_utf8(bytes).unwrap();
        let mut reader = quick_xml::Reader::from_str(text);
        while !matches!(reader.read_event().unwrap_or_else(|error| panic!("{name}: {path}: {error}")), Event::Eof) {}
        if path.ends_with(".rels") {
            for target in text.split("Target=\"/").skip(1).map(|rest| rest.split('"').next().unwrap()) {
                assert!(parts.contains_key(target), "{name}: {path} names {target}");
            }
        } else if path != "[Content_Types].xml" {
            assert!(types.contains(&format!("PartName=\"/{path}\"")), "{name}: {path} has no type");
        }
    }
}

#[test]
fn slides_of_every_sample_are_whole_and_say_what_the_map_says() {
    for (name, map) in sample_maps::samples().into_iter().chain([("every kind", every_kind::map())]) {
        let parts = parts(&map, &ExportOptions::default());
        check(name, &parts);
        let said = texts(&parts, "ppt/slides/");
        let shown = map.cards().filter(|(_, card)| {
            map.lane(card.lane).is_some_and(|lane| !lane.hidden && lane.kind.content().is_some())
                && !card.text.is_empty()
        });
        for (_, card) in shown {
            let first: String = one_line(card.text.lines().next().unwrap()).chars().take(30).collect();
            assert!(said.contains(&first), "{name}: {first}");
        }
        for (_, step) in map.steps() {
            assert!(said.contains(&one_line(&step.name)), "{name}: {}", step.name);
        }
        assert!(map.personas.iter().all(|persona| said.contains(&persona.name)), "{name}");
        assert!(parts.contains_key("ppt/charts/chart1.xml") && parts["ppt/embeddings/chart1.xlsx"].starts_with(b"PK"));
    }
}

#[test]
fn notes_of_the_map_are_the_speakers() {
    let mut map = maps::grid(2);
    maps::step_mut(&mut map, maps::id(2)).notes = "Ask <the> room & wait".to_owned();
    let parts = parts(&map, &ExportOptions::default());
    assert!(texts(&parts, "ppt/notesSlides/").contains("Ask <the> room & wait"));
}

#[test]
fn hostile_words_stay_words() {
    let mut map = maps::grid(1);
    maps::put_plain(&mut map, 1, 7, LaneKind::Actions);
    maps::card_mut(&mut map, maps::id(7)).text = "</a:t></a:r>\u{1}<p:evil/>&#0;]]>\"'".to_owned();
    map.title = "<x y=\"\u{0}\">".to_owned();
    let parts = parts(&map, &ExportOptions::default());
    check("hostile", &parts);
    assert!(texts(&parts, "ppt/slides/").contains("</a:t></a:r><p:evil/>&#0;]]>\"'"));
}

#[test]
fn what_does_not_fit_on_a_slide_goes_on_on_the_next_one() {
    let map = generate::map(400);
    let parts = parts(&map, &ExportOptions::default());
    check("400 cards", &parts);
    assert_within(&parts);
}

#[test]
fn a_card_higher_than_a_slide_goes_on_on_the_next_one() {
    let mut map = maps::grid(1);
    let letters = "abcdefghij".repeat(400);
    let words: Vec<String> = (0..1500).map(|n| format!("w{n}")).collect();
    let rated = Opportunity { impact: Grade::new(3).ok(), effort: Grade::new(3).ok(), ..Opportunity::default() };
    maps::put(&mut map, 1, 7, LaneKind::PainPoints, maps::pain(Some(4), Some(0.5)));
    maps::put(&mut map, 1, 8, LaneKind::Opportunities, Content::Opportunity(rated));
    maps::card_mut(&mut map, maps::id(7)).text.clone_from(&letters);
    maps::card_mut(&mut map, maps::id(8)).text = words.join(" ");
    maps::step_mut(&mut map, maps::id(1)).name = "a long name ".repeat(80);
    let parts = parts(&map, &ExportOptions::default());
    check("high cards", &parts);
    assert_within(&parts);
    let said = texts(&parts, "ppt/slides/");
    assert!(said.contains("w0 ") && words.iter().all(|word| said.contains(word.as_str())), "nothing is cut");
    let count = |text: &str| text.matches('a').count();
    assert!(count(&said) >= count(&letters), "all letters are there");
}

#[test]
fn a_card_that_covers_steps_of_other_slides_stands_on_each() {
    let mut map = maps::grid(12);
    maps::put_plain(&mut map, 2, 7, LaneKind::Actions);
    maps::card_mut(&mut map, maps::id(7)).until = Some(maps::id(9));
    let parts = parts(&map, &ExportOptions::default());
    let slides: Vec<String> = parts
        .keys()
        .filter(|path| path.starts_with("ppt/slides/slide"))
        .map(|path| texts(&parts, path))
        .filter(|said| said.contains("Step ") && said.contains("Stage 1 ("))
        .collect();
    assert_eq!(slides.len(), 3);
    assert!(slides[0].contains("Card 7 · as far as Step 9"), "{}", slides[0]);
    assert!(slides[1].contains("… Card 7 · as far as Step 9") && slides[2].contains("… Card 7"), "{}", slides[2]);
}

#[test]
fn what_is_on_no_slide_is_said_by_the_speaker() {
    let mut map = maps::grid(2);
    maps::put_plain(&mut map, 1, 7, LaneKind::Actions);
    maps::put_plain(&mut map, 2, 8, LaneKind::Actions);
    maps::card_mut(&mut map, maps::id(7)).links.push(Link { to: maps::id(8), label: String::new() });
    let step = maps::step_mut(&mut map, maps::id(1));
    (step.active_minutes, step.waiting_minutes) = (Some(5), Some(20));
    step.branches.push(Branch { to: maps::id(2), label: "skip".to_owned() });
    let notes = texts(&parts(&map, &ExportOptions::default()), "ppt/notesSlides/");
    for said in ["5 min", "20 min", "→ Step 2: skip", "Card 7 → Card 8"] {
        assert!(notes.contains(said), "{said} in {notes}");
    }
}

#[test]
fn a_curve_of_hypotheses_is_dashed_and_hollow_as_a_whole() {
    let mut map = maps::grid(3);
    maps::believe(&mut map, maps::id(1), &[Some(1.0), None, Some(-1.0)]);
    let parts = parts(&map, &ExportOptions::default());
    let chart = std::str::from_utf8(&parts["ppt/charts/chart1.xml"]).unwrap();
    let head = chart.split("<c:dPt>").next().unwrap();
    assert!(head.contains("<a:prstDash val=\"sysDash\"/>") && head.contains("<a:schemeClr val=\"bg1\"/>"), "{head}");
}

#[test]
fn an_overview_of_many_says_how_many_more_there_are() {
    let mut map = maps::grid(1);
    for n in 3..=12 {
        map.personas.push(Arc::new(Persona::new(maps::id(n), format!("P{n}"))));
    }
    let parts = parts(&map, &ExportOptions::default());
    let said = texts(&parts, "ppt/slides/slide1.xml");
    assert!(said.contains("and 7 more") && said.contains("P5") && !said.contains("P6"), "{said}");
}

#[test]
fn words_from_right_to_left_say_so() {
    let mut map = maps::grid(1);
    maps::put_plain(&mut map, 1, 7, LaneKind::Actions);
    maps::card_mut(&mut map, maps::id(7)).text = "שלום abc 123".to_owned();
    let parts = parts(&map, &ExportOptions::default());
    let slides: String = parts
        .iter()
        .filter(|(path, _)| path.starts_with("ppt/slides/slide"))
        .map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned())
        .collect();
    let paragraph = slides.split("<a:p>").find(|paragraph| paragraph.contains("שלום")).unwrap();
    assert!(paragraph.contains(" rtl=\"1\""), "{paragraph}");
    assert!(!slides.split("<a:p>").any(|paragraph| paragraph.contains("Step 1") && paragraph.contains("rtl")));
}

#[test]
fn tables_beside_a_square_and_below_a_persona_go_on_on_the_next_slide() {
    let mut map = maps::grid(4);
    for card in 1..=16 {
        let grade = Grade::new(3).ok();
        let rated = Opportunity { impact: grade, effort: grade, ..Opportunity::default() };
        maps::put(&mut map, 1 + card % 4, card, LaneKind::Opportunities, Content::Opportunity(rated));
        maps::card_mut(&mut map, maps::id(card)).text = format!("idea {card} {}", "of many words ".repeat(6));
    }
    let person = Arc::make_mut(&mut map.personas[0]);
    for n in 0..20 {
        person.fields.push(Field { name: format!("Field {n}"), value: format!("Value {n}") });
    }
    let long: Vec<String> = (0..2000).map(|n| format!("w{n}")).collect();
    person.fields.push(Field { name: "Long".to_owned(), value: long.join(" ") });
    let parts = parts(&map, &ExportOptions::default());
    check("tables", &parts);
    assert_within(&parts);
    let said = texts(&parts, "ppt/slides/");
    assert!((0..20).all(|n| said.contains(&format!("Value {n}\n"))));
    assert!(said.contains("w0 ") && said.contains("w1999"), "nothing is cut");
    assert!(said.contains("Minh (2 of "), "the slide that goes on is called so");
}

/// That no frame of a slide reaches below it.
fn assert_within(parts: &BTreeMap<String, Vec<u8>>) {
    for (path, bytes) in parts.iter().filter(|(path, _)| path.starts_with("ppt/slides/slide")) {
        let text = std::str::from_utf8(bytes).unwrap();
        // Where each frame begins, and how high it is.
        for frame in text.split("<p:xfrm>").skip(1) {
            let figure = |name: &str| {
                let rest = frame.split(&format!("{name}=\"")).nth(1).unwrap();
                rest.split('"').next().unwrap().parse::<i64>().unwrap()
            };
            assert!(figure("y") + figure("cy") <= 540 * 12_700, "{path} reaches below its slide");
        }
    }
}

#[test]
fn an_empty_map_and_a_stage_without_steps_give_slides_too() {
    for map in [JourneyMap::default(), {
        let mut map = maps::grid(0);
        Arc::make_mut(&mut map.stages[0]).notes = "Nothing yet".to_owned();
        map
    }] {
        let parts = parts(&map, &ExportOptions::default());
        check("empty", &parts);
        assert!(parts.contains_key("ppt/slides/slide1.xml"));
    }
}

#[test]
fn the_theme_of_the_map_is_that_of_the_deck() {
    let (_, map) = sample_maps::samples().swap_remove(0);
    let theme = |theme| {
        let options = ExportOptions { theme: Some(theme), ..ExportOptions::default() };
        String::from_utf8(parts(&map, &options)["ppt/theme/theme1.xml"].clone()).unwrap()
    };
    assert_ne!(theme(Theme::Light), theme(Theme::Dark));
    let again = parts(&map, &ExportOptions::default());
    assert!(again == parts(&map, &ExportOptions::default()), "the same map gives the same slides");
}
