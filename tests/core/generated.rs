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
}
