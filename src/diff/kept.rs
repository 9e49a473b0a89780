//! What stays although one side removed it: what the other side changed, or began to use.

use std::collections::{BTreeSet, HashMap};

use super::fields::leaves;
use super::parts::{Part, Parts};
use crate::model::check::Thing;
use crate::model::value::Value;

/// Of what `deleter` removed, the things that stay because `editor` changed them, put something into them, or mentioned them
/// anew. What was removed together with a step, stage or lane stays together with it.
pub(super) fn kept(base: &Parts, editor: &Parts, deleter: &Parts) -> BTreeSet<Thing> {
    let is_gone = |thing: &Thing| {
        base.things.contains_key(thing) && editor.things.contains_key(thing) && !deleter.things.contains_key(thing)
    };
    let gone: BTreeSet<Thing> = editor.things.keys().filter(|thing| is_gone(thing)).copied().collect();
    if gone.is_empty() {
        return gone;
    }
    // Mentions are told by their letters alone: things of two kinds may have the same.
    let mut by_id: HashMap<String, Vec<Thing>> = HashMap::new();
    for &thing in &gone {
        by_id.entry(thing.id()).or_default().push(thing);
    }
    let removed: BTreeSet<String> =
        base.things.keys().filter(|thing| !editor.things.contains_key(thing)).map(|thing| thing.id()).collect();
    let mut kept = BTreeSet::new();
    for (&thing, part) in &editor.things {
        let uses = uses(base.things.get(&thing), part, &removed);
        if uses.changed && gone.contains(&thing) {
            kept.insert(thing);
        }
        kept.extend(uses.ids.iter().filter_map(|id| by_id.get(id)).flatten());
    }
    // Whatever holds a kept thing is kept too.
    let mut waiting: Vec<Thing> = kept.iter().copied().collect();
    while let Some(thing) = waiting.pop() {
        let Some(spot) = editor.spot(thing) else { continue };
        for holder in [spot.shelf.of, spot.lane.map(Thing::Lane)].into_iter().flatten() {
            if gone.contains(&holder) && kept.insert(holder) {
                waiting.push(holder);
            }
        }
    }
    // Things sort with their holders before them, so one pass is enough.
    for &thing in &gone {
        let Some(spot) = editor.spot(thing) else { continue };
        if base.spot(thing) != Some(spot) {
            continue;
        }
        let mut holders = [spot.shelf.of, spot.lane.map(Thing::Lane)].into_iter().flatten();
        let (any, all) = holders
            .by_ref()
            .filter(|holder| gone.contains(holder))
            .fold((false, true), |(_, all), holder| (true, all && kept.contains(&holder)));
        if any && all {
            kept.insert(thing);
        }
    }
    kept
}

/// What an edited thing says that the base didn't.
struct Uses {
    /// Whether it says anything else at all.
    changed: bool,
    /// The texts that are new; those that are ids are mentions.
    ids: Vec<String>,
}

fn uses(before: Option<&Part>, after: &Part, removed: &BTreeSet<String>) -> Uses {
    let nothing = Value::Fields(Vec::new());
    let mut uses = Uses { changed: false, ids: Vec::new() };
    if before.map(|part| part.spot) != Some(after.spot) {
        uses.changed = true;
        uses.ids.extend(after.spot.shelf.of.map(Thing::id));
        uses.ids.extend(after.spot.lane.map(|lane| lane.to_string()));
    }
    let fields = before.map_or(&nothing, |part| &part.fields);
    leaves(&mut Vec::new(), fields, &after.fields, &mut |path, leaf| {
        // A mention that went with what it named is no change of what mentioned it.
        let mut mentions = leaf.before.texts().into_iter().chain(path.iter().map(String::as_str));
        let says_no_more = leaf.after.is_nothing() || leaf.after.key().is_some() && leaf.after.text().is_some();
        if says_no_more && mentions.any(|text| removed.contains(text)) {
            return;
        }
        uses.changed = true;
        if !leaf.after.is_nothing() {
            uses.ids.extend(leaf.after.texts().into_iter().map(str::to_owned));
            uses.ids.extend(path.iter().cloned());
        }
    });
    uses
}
