//! A picture that shares what was composed before is the one that is made from nothing.

use proptest::collection::vec;
use proptest::prelude::{ProptestConfig, any, prop_assert_eq, proptest};
use wayfelt::edit::apply;
use wayfelt::i18n::Words;
use wayfelt::layout::{Composed, NoImages, Options, lay_out, lay_out_again};
use wayfelt::model::{JourneyMap, Theme};
use wayfelt::scene::Scene;
use wayfelt::text::Typesetter;

use crate::any_edit::{Dice, any_edit};
use crate::every_kind;

/// Everything that a painter paints: the listing, and all that it leaves out.
fn whole(scene: &Scene) -> String {
    format!("{scene:?}")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn after_any_edits_it_is_the_same(numbers in vec(any::<u32>(), 0..300)) {
        let mut map: JourneyMap = every_kind::map();
        let mut dice = Dice(&numbers);
        let mut fonts = Typesetter::new();
        let mut composed = Composed::default();
        let mut theme = Theme::Light;
        while !dice.0.is_empty() {
            if dice.roll(20) == 0 {
                theme = if theme == Theme::Light { Theme::Dark } else { Theme::Light };
            }
            let edit = any_edit(&map, &mut dice);
            if let Ok(next) = apply(&map, &edit) {
                map = next;
            }
            let words = Words::new(map.language);
            let options = Options { theme, words: &words, all: false, images: &NoImages };
            let again = lay_out_again(&map, &options, &mut fonts, &mut composed);
            prop_assert_eq!(whole(&again), whole(&lay_out(&map, &options, &mut fonts)), "after {:?}", edit);
        }
    }
}
