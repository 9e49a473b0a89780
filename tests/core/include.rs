//! What of a map leaves and what stays behind.

use std::collections::BTreeSet;

use wayfelt::export::include::LeftOut;
use wayfelt::export::{ExportOptions, Format, export};
use wayfelt::layout::NoImages;
use wayfelt::model::{JourneyMap, check};
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
