//! What of a map leaves and what stays behind.

use std::collections::BTreeSet;

use wayfelt::export::include::LeftOut;
use wayfelt::export::tables::List;
use wayfelt::export::{ExportError, ExportOptions, Format, Leaving, export};
use wayfelt::i18n::{Words, lane_kind_word};
use wayfelt::insight::plot::Kind;
use wayfelt::layout::NoImages;
use wayfelt::model::{Branch, Content, JourneyMap, Lane, LaneKind, Link, Opportunity, check};
use wayfelt::text::Typesetter;

fn maps() -> Vec<(String, JourneyMap)> {
    let mut maps =
        vec![("every kind".to_owned(), crate::every_kind::map()), ("generated".to_owned(), crate::generate::map(80))];
    maps.extend(crate::sample_maps::samples().into_iter().map(|(name, map)| (name.to_owned(), map)));
    maps
}

#[test]
fn what_is_left_out_isn_t_there_and_the_rest_is_a_valid_map() {
    for (name, map) in maps() {
        for lane in &map.lanes {
            let left_out = LeftOut { lanes: BTreeSet::from([lane.id]), ..LeftOut::default() };
            let rest = left_out.of(&map);
            assert!(rest.lane(lane.id).is_none(), "{name}: {:?}", lane.kind);
            assert!(rest.cards().all(|(_, card)| card.lane != lane.id), "{name}: {:?}", lane.kind);
            assert_eq!(check::check(&rest), [], "{name} without {:?}", lane.kind);
            let others = |map: &JourneyMap| map.cards().filter(|(_, card)| card.lane != lane.id).count();
            assert_eq!(others(&rest), others(&map), "{name}: the other cards stay");
        }
        for persona in &map.personas {
            let left_out = LeftOut { personas: BTreeSet::from([persona.id]), ..LeftOut::default() };
            let rest = left_out.of(&map);
            assert!(rest.persona(persona.id).is_none(), "{name}: {}", persona.name);
            assert!(rest.steps().all(|(_, step)| !step.scores.contains_key(&persona.id)), "{name}");
            for (_, card) in map.cards().filter(|(_, card)| card.personas == [persona.id]) {
                assert!(
                    rest.cards().all(|(_, other)| other.id != card.id),
                    "{name}: {} is about nobody else",
                    card.text
                );
            }
            assert_eq!(check::check(&rest), [], "{name} without {}", persona.name);
            assert_eq!(rest.lanes, map.lanes, "{name}: locked lanes stay locked");
        }
        assert!(matches!(LeftOut::default().of(&map), std::borrow::Cow::Borrowed(_)), "{name}");
    }
}

#[test]
fn a_pdf_has_its_plots_and_notes_on_pages_after_the_map() {
    let map = JourneyMap { conflicts: Vec::new(), ..crate::every_kind::map() };
    let pages = |plots: bool, notes: bool| {
        let options = ExportOptions { plots, notes, ..ExportOptions::default() };
        let file = export(&map, Format::Pdf, &options, &NoImages, &mut Typesetter::new()).unwrap();
        let text = String::from_utf8_lossy(&file).into_owned();
        assert!(text.contains("pdfuaid:part"), "accessible with {plots} {notes}");
        let count = text.split("/Count ").nth(1).unwrap();
        count[..count.find(|letter: char| !letter.is_ascii_digit()).unwrap()].parse::<usize>().unwrap()
    };
    let (map_alone, with_notes, with_both) = (pages(false, false), pages(false, true), pages(true, true));
    assert_eq!((map_alone, with_notes), (1, 2));
    assert!(with_both > 8, "{with_both}");
}

/// A map with a hidden lane, which a card of another lane answers, and no lane of emotions or times that is seen.
fn with_hidden_lanes() -> JourneyMap {
    let mut map = crate::maps::grid(2);
    for lane in &mut map.lanes {
        let hidden = matches!(lane.kind, LaneKind::PainPoints | LaneKind::Emotion | LaneKind::Time);
        *lane = std::sync::Arc::new(Lane { hidden, ..Lane::clone(lane) });
    }
    crate::maps::believe(&mut map, crate::maps::id(1), &[Some(-1.75), None]);
    crate::maps::step_mut(&mut map, crate::maps::id(1)).active_minutes = Some(4711);
    crate::maps::put(&mut map, 1, 1, LaneKind::PainPoints, crate::maps::pain(Some(5), Some(0.25)));
    crate::maps::card_mut(&mut map, crate::maps::id(1)).text = "SECRETPAIN".to_owned();
    let answer = Opportunity { answers: vec![crate::maps::id(1)], ..Opportunity::default() };
    crate::maps::put(&mut map, 1, 2, LaneKind::Opportunities, Content::Opportunity(answer));
    let mut lying = (**map.cards().next().unwrap().1).clone();
    (lying.id, lying.text) = (crate::maps::id(3), "SECRETTRAY".to_owned());
    map.tray.push(std::sync::Arc::new(lying));
    assert_eq!(check::check(&map), []);
    map
}

/// All that a file says; what is packed is unpacked.
fn inside(bytes: &[u8]) -> String {
    let mut said = String::new();
    match zip::ZipArchive::new(std::io::Cursor::new(bytes)) {
        Ok(mut zip) => {
            for place in 0..zip.len() {
                let mut part = Vec::new();
                std::io::Read::read_to_end(&mut zip.by_index(place).unwrap(), &mut part).unwrap();
                said.push_str(&inside(&part));
            }
        }
        Err(_) => said.push_str(&String::from_utf8_lossy(bytes)),
    }
    said
}

#[test]
fn nothing_of_a_hidden_lane_leaves_unless_all_does() {
    let map = with_hidden_lanes();
    let left = |format: Format, list: Option<List>, all: bool| {
        let options = ExportOptions { all, list, ..ExportOptions::default() };
        inside(&export(&map, format, &options, &NoImages, &mut Typesetter::new()).unwrap())
    };
    let secrets = ["SECRETPAIN", "SECRETTRAY", "1.75", "1,75", "4711", "-1.8", "−1.8"];
    let texts = [Format::Pptx, Format::Xlsx, Format::Markdown, Format::Outline, Format::Html, Format::Csv];
    for format in texts {
        let said = left(format, None, false);
        for secret in secrets {
            // A page and a deck hold letters' outlines.
            let figures = matches!(format, Format::Html | Format::Pptx) && !secret.starts_with("SECRET");
            assert!(figures || !said.contains(secret), "{format:?} says {secret}");
        }
        assert!(left(format, None, true).contains("SECRETPAIN"), "all of {format:?}");
    }
    assert!(!left(Format::Pptx, None, false).contains("<c:chart"), "no curve of a hidden lane");
    assert!(left(Format::Pptx, None, true).contains("<c:chart"));
    for list in List::ALL {
        let said = left(Format::Csv, Some(list), false);
        assert!(secrets.iter().all(|secret| !said.contains(secret)), "{list:?}: {said}");
    }
    let diagram = left(Format::Mermaid, None, false);
    assert!(diagram.contains("Step 1 (?): 3\n") && left(Format::Mermaid, None, true).contains("Step 1: 1.25: Minh"));
    // Nor do its plots name it.
    let plot = |all| {
        let options = ExportOptions { plot: Some(Kind::Evidence), all, ..ExportOptions::default() };
        inside(&export(&map, Format::Svg, &options, &NoImages, &mut Typesetter::new()).unwrap())
    };
    let name = lane_kind_word(&Words::new(map.language), LaneKind::PainPoints);
    assert!(plot(true).contains(&name) && !plot(false).contains(&name), "{name}");
    // A package is the map itself.
    assert!(left(Format::Package, None, false).contains("SECRETPAIN"));
}

#[test]
fn a_plot_without_anything_in_it_is_not_made() {
    let mut map = crate::maps::grid(2);
    let made = |map: &JourneyMap, kind: Kind| {
        let options = ExportOptions { plot: Some(kind), ..ExportOptions::default() };
        export(map, Format::Svg, &options, &NoImages, &mut Typesetter::new())
    };
    for kind in [Kind::Time, Kind::Emotion, Kind::Compared] {
        let error = made(&map, kind).unwrap_err();
        assert!(matches!(error, ExportError::Nothing(refused) if refused == kind), "{error}");
        assert!(
            error.in_words(&Words::new(map.language)).contains("empty"),
            "{}",
            error.in_words(&Words::new(map.language))
        );
    }
    crate::maps::step_mut(&mut map, crate::maps::id(1)).waiting_minutes = Some(10);
    assert!(made(&map, Kind::Time).is_ok());
    // What is hidden isn't there.
    for lane in map.lanes.iter_mut().filter(|lane| lane.kind == LaneKind::Time) {
        *lane = std::sync::Arc::new(Lane { hidden: true, ..Lane::clone(lane) });
    }
    assert!(made(&map, Kind::Time).is_err());
}

#[test]
fn letters_that_no_font_has_are_named() {
    let mut map = crate::maps::grid(1);
    map.title = "Vé 🜁🜂 \u{10A00}🜁".to_owned();
    let mut fonts = Typesetter::new();
    let options = ExportOptions::default();
    let mut leaving = Leaving::new(&map, &options, &NoImages);
    assert_eq!(leaving.undrawn(Format::Pdf, &mut fonts), ["🜁", "🜂", "\u{10A00}"]);
    // Readers of a page may have a font for it.
    assert!(leaving.undrawn(Format::Html, &mut fonts).is_empty());
    assert!(leaving.undrawn(Format::Svg, &mut fonts).is_empty());
    let paths = ExportOptions { text_as_paths: true, ..ExportOptions::default() };
    assert!(!Leaving::new(&map, &paths, &NoImages).undrawn(Format::Svg, &mut fonts).is_empty());
    map.title = "Vé máy bay".to_owned();
    assert!(Leaving::new(&map, &options, &NoImages).undrawn(Format::Png, &mut fonts).is_empty());
}

#[test]
fn a_text_says_how_long_steps_take_and_where_things_lead() {
    let mut map = crate::maps::grid(3);
    crate::maps::put_plain(&mut map, 1, 1, LaneKind::Actions);
    crate::maps::put_plain(&mut map, 2, 2, LaneKind::Actions);
    let card = crate::maps::card_mut(&mut map, crate::maps::id(1));
    card.until = Some(crate::maps::id(3));
    card.links.push(Link { to: crate::maps::id(2), label: String::new() });
    let step = crate::maps::step_mut(&mut map, crate::maps::id(1));
    (step.active_minutes, step.waiting_minutes) = (Some(5), Some(20));
    step.branches.push(Branch { to: crate::maps::id(3), label: "skip".to_owned() });
    let bytes = export(&map, Format::Markdown, &ExportOptions::default(), &NoImages, &mut Typesetter::new()).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    for said in ["5 min", "20 min", "→ Step 3: skip", "Card 1 · as far as Step 3 · → Card 2"] {
        assert!(text.contains(said), "{said} in {text}");
    }
}
