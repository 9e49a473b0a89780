//! Orders of lists: what of one was moved in another, and both moves together.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

/// What stands elsewhere in `after` than in `before`, of what stands in both: as few as explain the difference.
pub(crate) fn moved<T: Copy + Eq + Hash>(before: &[T], after: &[T]) -> HashSet<T> {
    let places: HashMap<T, usize> = before.iter().enumerate().map(|(place, &one)| (one, place)).collect();
    let common: Vec<(T, usize)> = after.iter().filter_map(|one| places.get(one).map(|&place| (*one, place))).collect();
    // The longest run of places that rise stayed where it was (patience sorting: the last of each length, and who was
    // before it).
    let mut ends: Vec<usize> = Vec::new();
    let mut before_it: Vec<Option<usize>> = Vec::with_capacity(common.len());
    for (at, &(_, place)) in common.iter().enumerate() {
        let length = ends.partition_point(|&end| common.get(end).is_some_and(|&(_, other)| other < place));
        before_it.push(length.checked_sub(1).and_then(|shorter| ends.get(shorter).copied()));
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut stayed = HashSet::new();
    let mut next = ends.last().copied();
    while let Some(at) = next {
        stayed.extend(common.get(at).map(|(one, _)| *one));
        next = before_it.get(at).copied().flatten();
    }
    common.into_iter().map(|(one, _)| one).filter(|one| !stayed.contains(one)).collect()
}

/// Whether both moved something, and not to the same place: of what stood there when both began, in groups whose order
/// among each other says nothing.
pub(super) fn clash<T: Copy + Eq + Hash, G: PartialEq>(
    base: &[T],
    (ours, theirs): (&[T], &[T]),
    (merged, exchanged): (&[T], &[T]),
    group: impl Fn(T) -> G,
) -> bool {
    let (by_us, by_them) = (moved(base, ours), moved(base, theirs));
    let common: HashSet<T> =
        base.iter().copied().filter(|one| ours.contains(one) && theirs.contains(one) && merged.contains(one)).collect();
    by_us.intersection(&by_them).filter(|one| common.contains(one)).any(|&one| {
        let others = |order: &[T]| -> Vec<T> {
            order.iter().copied().filter(|other| common.contains(other) && group(*other) == group(one)).collect()
        };
        others(merged) != others(exchanged)
    })
}

/// The members in an order that has our moves and theirs. What both moved stands where we put it; what both added at one
/// place stands with ours first.
pub(super) fn merged<T: Copy + Eq + Hash>(
    base: &[T],
    ours: &[T],
    theirs: &[T],
    is_member: impl Fn(T) -> bool,
) -> Vec<T> {
    let in_ours: HashSet<T> = ours.iter().copied().collect();
    let in_theirs: HashSet<T> = theirs.iter().copied().collect();
    let moved_by_us = moved(base, ours);
    let moved_by_them: HashSet<T> = moved(base, theirs).difference(&moved_by_us).copied().collect();
    let mut order: Vec<T> =
        ours.iter().copied().filter(|one| is_member(*one) && !moved_by_them.contains(one)).collect();
    let mut before: Option<T> = None;
    for &one in theirs {
        if !is_member(one) {
            continue;
        }
        let comes = !in_ours.contains(&one) || moved_by_them.contains(&one);
        if comes {
            let after = before.and_then(|before| order.iter().position(|other| *other == before));
            let mut at = after.map_or(0, |after| after + 1);
            // Behind what we added there.
            while order.get(at).is_some_and(|other| !in_theirs.contains(other)) {
                at += 1;
            }
            order.insert(at, one);
        }
        before = Some(one);
    }
    order
}
