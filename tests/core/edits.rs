//! Any edits keep a map valid and can be undone; and the subtle rule of each edit by hand.

use proptest::collection::vec;
use proptest::prelude::{ProptestConfig, any, prop_assert, prop_assert_eq, proptest};
use wayfelt::edit::{Document, apply, unchanged};
use wayfelt::model::check::check;
use wayfelt::model::{JourneyMap, LaneKind};

use crate::any_edit::{Dice, any_edit};
use crate::maps::{grid, put_plain};

/// A map with two cards in each lane that has cards.
fn filled() -> JourneyMap {
    let mut map = grid(5);
    for (n, kind) in (0..).zip(LaneKind::ALL.into_iter().filter(|kind| kind.content().is_some())) {
        put_plain(&mut map, 1 + n % 3, 100 + n, kind);
        put_plain(&mut map, 2 + n % 4, 200 + n, kind);
    }
    map
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn any_edits_keep_the_map_valid_and_undo_to_its_start(numbers in vec(any::<u32>(), 0..1500)) {
        let start = filled();
        let mut document = Document::new(start.clone());
        let mut dice = Dice(&numbers);
        while !dice.0.is_empty() {
            let before = JourneyMap::clone(document.map());
            let edit = any_edit(&before, &mut dice);
            match document.edit(&edit, None) {
                Ok(changed) => {
                    let faults = check(document.map());
                    prop_assert!(faults.is_empty(), "{edit:?} brought {faults:?}");
                    prop_assert_eq!(changed, !unchanged(&before, document.map()));
                    if changed && !matches!(edit, wayfelt::edit::Edit::All(_)) {
                        prop_assert!(before != **document.map(), "{:?} changed nothing and copied", edit);
                    }
                }
                Err(_) => prop_assert!(unchanged(&before, document.map())),
            }
        }
        let end = JourneyMap::clone(document.map());
        while document.undo() {}
        prop_assert_eq!(&start, &**document.map());
        prop_assert!(document.is_saved());
        while document.redo() {}
        prop_assert_eq!(&end, &**document.map());
    }

    #[test]
    fn an_edit_gives_the_same_map_each_time(numbers in vec(any::<u32>(), 0..200)) {
        let mut map = filled();
        let mut dice = Dice(&numbers);
        while !dice.0.is_empty() {
            let edit = any_edit(&map, &mut dice);
            let next = apply(&map, &edit);
            prop_assert_eq!(&next, &apply(&map, &edit));
            map = next.unwrap_or(map);
        }
    }
}
