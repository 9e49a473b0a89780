//! Finding in a map: all its texts, writing over what was found, and which cards a filter lets through.
//!
//! Must not know windows: what is found is said as places of the map, what changes as an [`Edit`](crate::edit::Edit).

mod filter;
mod fold;
mod owners;
mod replace;
mod texts;

use std::ops::Range;

pub use filter::{Filter, channels};
pub use fold::{Folded, Pattern, Query, plain};
pub use owners::{Owners, owners};
pub use replace::{Replaced, is_locked, replace};
pub use texts::{Field, Owner, Spot, shown_text, visit};

use crate::i18n::Words;
use crate::model::{JourneyMap, LaneId};

/// A part of a text that is what was looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// Where the text stands.
    pub spot: Spot,
    /// Which bytes of it.
    pub range: Range<usize>,
}

/// Everything in a map that is what is looked for, in the order of reading.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// All of it.
    pub matches: Vec<Match>,
    /// The first one at or after where the search began; as many as there are where none follows.
    pub first: usize,
}

/// Looks through a map, from `start` on. The words are those of the map's language.
pub fn find(map: &JourneyMap, words: &Words, pattern: &mut Pattern, start: Option<Owner>) -> Found {
    let mut matches = Vec::new();
    let mut first = start.is_none().then_some(0);
    visit(map, words, &mut |spot, text| {
        if first.is_none() && Some(spot.owner) == start {
            first = Some(matches.len());
        }
        if !text.is_empty() {
            matches.extend(pattern.find_in(text).into_iter().map(|range| Match { spot, range }));
        }
    });
    let first = first.unwrap_or(0);
    Found { matches, first }
}

/// Why something of a map isn't seen on the canvas.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unseen {
    /// Its lane is hidden.
    Hidden(LaneId),
    /// Its lane is collapsed.
    Collapsed(LaneId),
    /// It lies in the tray.
    Tray,
}

/// Why this isn't seen on the canvas; none where it is.
pub fn unseen(map: &JourneyMap, owner: Owner) -> Option<Unseen> {
    let (id, is_name) = match owner {
        Owner::Lane(id) => (id, true),
        Owner::Card(id) => match map.card(id)? {
            (None, _) => return Some(Unseen::Tray),
            (Some(_), card) => (card.lane, false),
        },
        _ => return None,
    };
    let lane = map.lane(id)?;
    if lane.hidden {
        Some(Unseen::Hidden(id))
    } else {
        // The name of a collapsed lane is all that is left of it.
        (lane.collapsed && !is_name).then_some(Unseen::Collapsed(id))
    }
}
