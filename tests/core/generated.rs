//! Maps of any number of cards are maps, and have pictures.

use wayfelt::layout::{NoImages, Options, lay_out};
use wayfelt::model::{Theme, check};

#[test]
fn generated_maps_are_sound() {
    for cards in [0, 1, 2, 3, 10, 100, 1_000] {
        let map = crate::generate::map(cards);
        assert_eq!(map.cards().count(), cards);
        assert_eq!(check::check(&map), [], "{cards}");
        let words = wayfelt::i18n::Words::new(map.language);
        let options = Options { theme: Theme::Light, words: &words, all: true, images: &NoImages };
        let scene = lay_out(&map, &options, &mut wayfelt::text::Typesetter::new());
        assert!(scene.size.area() > 0.0);
    }
    let wide = crate::generate::wide(20, 40);
    assert_eq!((wide.steps().count(), wide.lanes.len(), wide.cards().count()), (20, 40, 780));
    assert_eq!(check::check(&wide), []);
}

/// The maps that `.ci/measure` opens, in the folder that `WAYFELT_MEASURED_MAPS` names.
#[test]
#[ignore = "writes files for a measurement"]
fn maps_to_measure() {
    let folder = std::path::PathBuf::from(std::env::var_os("WAYFELT_MEASURED_MAPS").unwrap());
    let maps = [
        ("cards-1000", crate::generate::map(1_000)),
        ("cards-10000", crate::generate::map(10_000)),
        ("steps-200-lanes-40", crate::generate::wide(200, 40)),
    ];
    for (name, map) in maps {
        wayfelt::file::disk::save(&folder.join(name).with_extension("ron"), &map).unwrap();
    }
}

/// The maps that `.ci/exports` exports, in the same folder.
#[test]
#[ignore = "writes files for a measurement"]
fn maps_to_export() {
    let folder = std::path::PathBuf::from(std::env::var_os("WAYFELT_MEASURED_MAPS").unwrap());
    for cards in [100, 1_000, 10_000] {
        let path = folder.join(format!("cards-{cards}.ron"));
        wayfelt::file::disk::save(&path, &crate::generate::map(cards)).unwrap();
    }
}
