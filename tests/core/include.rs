//! What of a map leaves and what stays behind.

use std::collections::BTreeSet;

use wayfelt::export::include::LeftOut;
use wayfelt::export::tables::List;
use wayfelt::export::{ExportOptions, Format, export};
use wayfelt::layout::NoImages;
use wayfelt::model::{Content, JourneyMap, Lane, LaneKind, Opportunity, check};
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
    assert!(diagram.contains("Step 1: ?:") && !left(Format::Mermaid, None, true).contains("Step 1: ?: Minh,"));
    // A package is the map itself.
    assert!(left(Format::Package, None, false).contains("SECRETPAIN"));
}
