//! Differences and conflicts in words; the only place of this room that knows any.

mod part;
mod value;

use self::part::part;
use self::value::Saying;
use super::{Change, Difference, Home};
use crate::i18n::{Words, thing};
use crate::model::check::Thing;
use crate::model::value::Value;
use crate::model::{CardPlace, Choice, Conflict, Disputed, JourneyMap, StageId};
use crate::words;

/// What differs between two maps, as one line.
pub fn say(words: &Words, a: &JourneyMap, b: &JourneyMap, difference: &Difference) -> String {
    let what = what(words, a, b, difference);
    words!(words, "diff-line", thing = name(words, a, b, difference.at), what = what)
}

/// What differs, by its name in the second map, or in the first one where only that has it.
pub fn name(words: &Words, a: &JourneyMap, b: &JourneyMap, at: Option<Thing>) -> String {
    match at {
        None => words!(words, "diff-the-map"),
        Some(at) => thing(words, if at.is_in(b) { b } else { a }, at),
    }
}

/// How it differs, without what differs.
pub fn what(words: &Words, a: &JourneyMap, b: &JourneyMap, difference: &Difference) -> String {
    let place = |home: Home| words.number((home.at + 1) as f64, 0);
    match &difference.change {
        Change::Added => words!(words, "diff-added"),
        Change::Removed => words!(words, "diff-removed"),
        Change::Moved { from, to } if (from.of, from.lane) == (to.of, to.lane) => {
            words!(words, "diff-moved-place", from = place(*from), to = place(*to))
        }
        Change::Moved { from, to } => {
            let lanes = from.lane != to.lane;
            words!(words, "diff-moved", from = home(words, a, *from, lanes), to = home(words, b, *to, lanes))
        }
        Change::Field { path, before, after } => {
            // What is only in a list, or isn't.
            if let Some((key, list)) = path.split_last()
                && [before, after].into_iter().any(|value| value.key() == Some(key) && value.field(key).is_nothing())
                && (before.is_nothing() || after.is_nothing())
            {
                let of = Saying { words, map: if after.is_nothing() { a } else { b }, at: difference.at, path };
                let field = part(words, a, b, difference.at, list);
                let said = of.element(if after.is_nothing() { before } else { after });
                return match after {
                    Value::Nothing => words!(words, "diff-cleared", field = field, before = said),
                    _ => words!(words, "diff-joined", field = field, after = said),
                };
            }
            let field = part(words, a, b, difference.at, path);
            let old = Saying { words, map: a, at: difference.at, path }.short(plain(before, after));
            let new = Saying { words, map: b, at: difference.at, path }.short(plain(after, before));
            match (old, new) {
                (None, Some(after)) => words!(words, "diff-set", field = field, after = after),
                (Some(before), None) => words!(words, "diff-cleared", field = field, before = before),
                (before, after) => {
                    let nothing = || words!(words, "diff-nothing");
                    let (before, after) = (before.unwrap_or_else(nothing), after.unwrap_or_else(nothing));
                    words!(words, "diff-changed", field = field, before = before, after = after)
                }
            }
        }
    }
}

/// A value as it is compared with another one: a mark that isn't there is a no.
const fn plain<'a>(value: &'a Value, other: &Value) -> &'a Value {
    match (value, other) {
        (Value::Nothing, Value::Flag(_)) => &Value::Flag(false),
        _ => value,
    }
}

/// Where something stands.
fn home(words: &Words, map: &JourneyMap, home: Home, with_lane: bool) -> String {
    let of = match home.of {
        Some(of) => thing(words, map, of),
        None if home.lane.is_some() => words!(words, "diff-tray"),
        None => words!(words, "diff-the-map"),
    };
    match home.lane {
        Some(lane) if with_lane => {
            words!(words, "diff-in-lane", at = of, lane = thing(words, map, Thing::Lane(lane)))
        }
        _ => of,
    }
}

/// A conflict as one line.
pub fn conflict(words: &Words, map: &JourneyMap, conflict: &Conflict) -> String {
    let at = name(words, map, map, conflict.at);
    let side = |choice| in_words(words, map, conflict, choice, true);
    let what = match &conflict.what {
        Disputed::Field(_) => words!(
            words,
            "conflict-field",
            field = disputed(words, map, conflict),
            ours = side(Choice::Ours),
            theirs = side(Choice::Theirs)
        ),
        Disputed::Place => {
            words!(words, "conflict-place", ours = side(Choice::Ours), theirs = side(Choice::Theirs))
        }
        Disputed::Existence if conflict.ours == Value::Flag(false) => words!(words, "conflict-we-removed"),
        Disputed::Existence => words!(words, "conflict-they-removed"),
        Disputed::Order(_) => {
            words!(words, "conflict-order", ours = side(Choice::Ours), theirs = side(Choice::Theirs))
        }
    };
    words!(words, "diff-line", thing = at, what = what)
}

/// What of a thing the two sides don't agree on.
pub fn disputed(words: &Words, map: &JourneyMap, conflict: &Conflict) -> String {
    match &conflict.what {
        Disputed::Field(path) if path.is_empty() => words!(words, "part-whole"),
        Disputed::Field(path) => part(words, map, map, conflict.at, path),
        Disputed::Place => words!(words, "conflict-place-label"),
        Disputed::Existence => words!(words, "conflict-existence-label"),
        Disputed::Order(_) => words!(words, "conflict-order-label"),
    }
}

/// A side of a conflict in full.
pub fn choice_words(words: &Words, map: &JourneyMap, conflict: &Conflict, choice: Choice) -> String {
    in_words(words, map, conflict, choice, false)
}

/// A side of a conflict, on one line where it should be short.
fn in_words(words: &Words, map: &JourneyMap, conflict: &Conflict, choice: Choice, short: bool) -> String {
    let value = match choice {
        Choice::Ours => &conflict.ours,
        Choice::Theirs => &conflict.theirs,
        Choice::Base | Choice::Standing => &conflict.base,
    };
    let said = match &conflict.what {
        Disputed::Field(path) => {
            let saying = Saying { words, map, at: conflict.at, path };
            if short { saying.short(value) } else { saying.full(value) }
        }
        Disputed::Place => place(words, map, value),
        Disputed::Existence if *value == Value::Flag(false) => Some(words!(words, "conflict-is-removed")),
        Disputed::Existence => Some(words!(words, "conflict-is-there")),
        Disputed::Order(list) => Some(order(words, map, conflict, list, value)),
    };
    said.unwrap_or_else(|| words!(words, "diff-nothing"))
}

/// An order that a conflict keeps: the part in which the orders differ.
fn order(words: &Words, map: &JourneyMap, conflict: &Conflict, list: &str, value: &Value) -> String {
    let all = [&conflict.base, &conflict.ours, &conflict.theirs].map(Value::texts);
    let ids = value.texts();
    let same = |place: usize, back: bool| {
        let at = |order: &Vec<&str>| {
            let place = if back { order.len().checked_sub(place + 1)? } else { place };
            order.get(place).map(|id| (*id).to_owned())
        };
        let first = at(&all[1]);
        first.is_some() && at(&all[2]) == first && (all[0].is_empty() || at(&all[0]) == first)
    };
    let begin = (0..ids.len()).take_while(|place| same(*place, false)).count();
    let end = ids.len() - (0..ids.len() - begin).take_while(|place| same(*place, true)).count();
    let shown = ids.get(begin..end).unwrap_or_default();
    let names = shown.iter().filter_map(|id| Thing::of_list(list, id)).filter(|one| one.is_in(map));
    names.map(|one| thing(words, map, one)).collect::<Vec<_>>().join(" · ")
}

/// A place that a conflict keeps.
fn place(words: &Words, map: &JourneyMap, value: &Value) -> Option<String> {
    if let Ok(CardPlace { step, lane }) = value.read() {
        return Some(home(words, map, Home { of: step.map(Thing::Step), lane: Some(lane), at: 0 }, true));
    }
    value.read::<StageId>().ok().map(|stage| thing(words, map, Thing::Stage(stage)))
}
