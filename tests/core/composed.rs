//! A picture that shares what was composed before is the one that is made from nothing.

use std::sync::Arc;

use proptest::collection::vec;
use proptest::prelude::{ProptestConfig, any, prop_assert_eq, proptest};
use wayfelt::edit::apply;
use wayfelt::i18n::Words;
use wayfelt::layout::{Composed, FoundImage, Images, NoImages, Options, lay_out, lay_out_again};
use wayfelt::model::{JourneyMap, Language, Theme};
use wayfelt::scene::Scene;
use wayfelt::text::Typesetter;

use crate::any_edit::{Dice, any_edit};
use crate::{every_kind, generate};

/// Some files are pictures, each of a size of its own.
struct Folder(usize);

impl Images for Folder {
    fn find(&self, file: &str) -> Option<FoundImage> {
        let size = |pixels: usize| 10 + u32::try_from(pixels).unwrap();
        let shown = !(file.len() + self.0).is_multiple_of(3);
        shown.then(|| FoundImage { data: [0].into(), width: size(file.len()), height: size(self.0) })
    }
}

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
        let (mut theme, mut all, mut language, mut folder) = (Theme::Light, false, map.language, 0);
        while !dice.0.is_empty() {
            // What is looked at changes less often than the map.
            match dice.roll(24) {
                0 => theme = Theme::ALL[dice.roll(5)],
                1 => all = !all,
                2 => language = Language::ALL[dice.roll(2)],
                3 => folder = dice.roll(4),
                _ => {}
            }
            let edit = any_edit(&map, &mut dice);
            if let Ok(next) = apply(&map, &edit) {
                map = next;
            }
            let words = Words::new(language);
            let some = Folder(folder);
            let images: &dyn Images = if folder == 0 { &NoImages } else { &some };
            let options = Options { theme, words: &words, all, images };
            let again = lay_out_again(&map, &options, &mut fonts, &mut composed);
            prop_assert_eq!(whole(&again), whole(&lay_out(&map, &options, &mut fonts)), "after {:?}", edit);
        }
    }
}

#[test]
fn a_large_map_composed_by_several_threads_is_the_same() {
    let mut map = generate::map(1_200);
    // What only the system's faces could have.
    let other = "ꦲꦤ ᚠᚢ";
    for stage in &mut map.stages {
        for step in &mut Arc::make_mut(stage).steps {
            for card in Arc::make_mut(step).cards.iter_mut().step_by(5) {
                Arc::make_mut(card).text.push_str(other);
            }
        }
    }
    let words = Words::new(map.language);
    let options = Options { theme: Theme::Light, words: &words, all: false, images: &NoImages };
    // So few at a time that no thread is worth it.
    let mut part = map.clone();
    let mut composed = Composed::default();
    let mut fonts = Typesetter::new();
    let mut grown = None;
    for shown in 0..=12 {
        for (of, whole) in part.stages.iter_mut().zip(&map.stages) {
            for (step, whole) in Arc::make_mut(of).steps.iter_mut().zip(&whole.steps) {
                let cards = whole.cards.iter().enumerate().filter(|(place, _)| place % 12 < shown);
                Arc::make_mut(step).cards = cards.map(|(_, card)| Arc::clone(card)).collect();
            }
        }
        grown = Some(lay_out_again(&part, &options, &mut fonts, &mut composed));
    }
    assert!(part == map, "everything is shown in the end");
    assert_eq!(whole(&grown.unwrap()), whole(&lay_out(&map, &options, &mut Typesetter::new())));
}
