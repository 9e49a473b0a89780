//! A blueprint with as many arrows as anybody would draw: forty links over all lanes, some with words, and six branches.

use std::sync::Arc;

use wayfelt::model::{Branch, Emotion, Id, JourneyMap, LaneKind, Link, Phase, Score};

use crate::maps::{card_mut, grid, id, lane, pain, put, put_plain, step_mut};

const LANES: [LaneKind; 7] = [
    LaneKind::Actions,
    LaneKind::Touchpoints,
    LaneKind::Emotion,
    LaneKind::PainPoints,
    LaneKind::Frontstage,
    LaneKind::Backstage,
    LaneKind::Systems,
];

const STEPS: [&str; 10] = [
    "Sees the offer",
    "Compares",
    "Asks a friend",
    "Visits the shop",
    "Orders",
    "Pays",
    "Waits for the parcel",
    "Unpacks",
    "Calls support",
    "Recommends",
];

/// A number of a card: its row among the lanes that hold cards, and its step, both from 1.
fn number(row: u64, step: u64) -> u64 {
    row * 100 + step
}

/// The map.
pub fn dense_links() -> JourneyMap {
    let mut map = grid(STEPS.len() as u64);
    map.title = "Buying a phone, front and back".to_owned();
    map.lanes.retain(|lane| LANES.contains(&lane.kind));
    for (n, name) in (1..).zip(STEPS) {
        step_mut(&mut map, id(n)).name = name.to_owned();
    }
    Arc::make_mut(&mut map.stages[0]).phase = Some(Phase::Purchase);
    step_mut(&mut map, id(6)).moment_of_truth = true;
    let kinds: Vec<LaneKind> = LANES.into_iter().filter(|kind| kind.content().is_some()).collect();
    for (row, kind) in (1..).zip(&kinds) {
        for step in 1..=STEPS.len() as u64 {
            // Some cells stay empty, so that straight ways exist.
            if (row * 7 + step * 3) % 5 == 0 {
                continue;
            }
            if *kind == LaneKind::PainPoints {
                put(&mut map, step, number(row, step), *kind, pain(Some(3), Some(0.2)));
            } else {
                put_plain(&mut map, step, number(row, step), *kind);
            }
            card_mut(&mut map, id(number(row, step))).text = match step % 3 {
                0 => format!("Card {row}·{step} says what is done here, at some length"),
                1 => format!("Card {row}·{step}"),
                _ => format!("Card {row}·{step} with a few words"),
            };
        }
    }
    // One that spans three steps, and a cell of three cards.
    if let Some(wide) = card(&map, 5, 4) {
        card_mut(&mut map, wide).until = Some(id(6));
    }
    put_plain(&mut map, 2, 902, LaneKind::Backstage);
    put_plain(&mut map, 2, 903, LaneKind::Backstage);
    for step in 1..=STEPS.len() as u64 {
        let value = [1.0, 0.5, 1.5, -0.5, 0.0, -1.5, -1.0, 1.0, -2.0, 0.5][step as usize - 1];
        step_mut(&mut map, id(step)).scores.insert(Id::from_bits(1), Score::believed(Emotion::clamped(value)));
    }
    let words = ["asks for", "", "", "is told of it", "", "order, address and payment", "", ""];
    let mut drawn = 0;
    let mut turn = 0;
    'all: for (by_row, by_step) in
        [(1, 0), (0, 1), (1, 1), (2, 0), (1, 2), (-1, 1), (0, 3), (2, -2), (-2, 1), (3, 4), (1, -1)]
    {
        for row in 1..=kinds.len() as i64 {
            for step in 1..=STEPS.len() as i64 {
                turn += 1;
                let (to_row, to_step) = (row + by_row, step + by_step);
                if turn * 3 % 7 >= 2 || to_row < 1 || to_step < 1 {
                    continue;
                }
                let ends = (card(&map, row as u64, step as u64), card(&map, to_row as u64, to_step as u64));
                let (Some(from), Some(to)) = ends else { continue };
                let label = words[drawn % words.len()].to_owned();
                card_mut(&mut map, from).links.push(Link { to, label });
                drawn += 1;
                if drawn == 40 {
                    break 'all;
                }
            }
        }
    }
    assert_eq!(drawn, 40);
    let branches = [
        (2, 4, "has a friend in the trade"),
        (6, 5, "card refused"),
        (9, 7, "asks where it is"),
        (5, 8, ""),
        (10, 1, "next phone"),
        (6, 7, ""),
    ];
    for (from, to, label) in branches {
        step_mut(&mut map, id(from)).branches.push(Branch { to: id(to), label: label.to_owned() });
    }
    assert!(map.lane(lane(LaneKind::Systems)).is_some());
    map
}

/// The first card of a row and step, if there is one.
fn card(map: &JourneyMap, row: u64, step: u64) -> Option<wayfelt::model::CardId> {
    let wanted = id(number(row, step));
    map.cards().any(|(_, card)| card.id == wanted).then_some(wanted)
}
