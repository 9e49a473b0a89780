//! A grid of ours and the lists that left with it, where people went on in one of them: which of their steps and rows are
//! the same, and what either says alone. Must not know other programs' tables.
//!
//! The grid is what people see and work in: what it says counts, a list only adds what the grid can't say. A step or row
//! that was renamed is known by its place between those that weren't; one that is only in a list was taken out.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::What;
use super::draft::{Draft, one_line};
use super::own::Listed;
use crate::edit::table::REACH;
use crate::model::{CardId, LaneId, LaneKind, PersonaId, StageId, StepId};

/// What is known of a grid of ours beside the map that it is.
#[derive(Debug, Default)]
pub(super) struct Beside {
    /// There is a grid.
    pub(super) has_grid: bool,
    /// The personas whose feelings the grid shows.
    pub(super) personas: BTreeSet<PersonaId>,
    /// Cells of feelings that say nothing that could be read.
    pub(super) unread: BTreeSet<(StepId, PersonaId)>,
    /// The stage and step that a step of the grid is in the lists, where it is called otherwise there.
    pub(super) listed: BTreeMap<StepId, (String, String)>,
    /// The steps that only lists name, by stage and step.
    pub(super) gone: BTreeSet<(String, String)>,
    /// Kinds of lanes of which the grid has no row any more.
    pub(super) kinds_gone: BTreeSet<LaneKind>,
    /// Lanes that the grid has no row for any more.
    pub(super) rows_gone: Vec<(LaneKind, String)>,
    /// What lanes and personas are called in the grid, and otherwise in the lists.
    pub(super) lanes: Vec<(LaneId, String)>,
    pub(super) people: Vec<(PersonaId, String)>,
    /// Cards that reach on: from which step, and to which, as the grid calls it.
    pub(super) reaches: Vec<(CardId, StepId, String)>,
    /// Stages over which the grid names their phase, or that they have none.
    pub(super) phased: BTreeSet<StageId>,
}

/// The most names that are compared each with each.
const MOST_COMPARED: usize = 2_000;

/// For each of the new ones which of the old ones it is: those that follow one another alike in both, then those that moved,
/// then those that stand alone between the same neighbours under another name.
pub(super) fn pairs<T: PartialEq>(old: &[T], new: &[T], may_be: &dyn Fn(&T, &T) -> bool) -> Vec<Option<usize>> {
    let mut found: Vec<Option<usize>> = vec![None; new.len()];
    let start = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let rest = old.len().min(new.len()) - start;
    let end = old.iter().rev().zip(new.iter().rev()).take(rest).take_while(|(a, b)| a == b).count();
    for (place, same) in found.iter_mut().enumerate().take(start) {
        *same = Some(place);
    }
    for back in 1..=end {
        found[new.len() - back] = Some(old.len() - back);
    }
    let (middle_old, middle_new) = (&old[start..old.len() - end], &new[start..new.len() - end]);
    if middle_old.len() <= MOST_COMPARED && middle_new.len() <= MOST_COMPARED {
        for (from, to) in common(middle_old, middle_new) {
            found[start + to] = Some(start + from);
        }
    }
    let mut taken: BTreeSet<usize> = found.iter().flatten().copied().collect();
    // Of very many those that moved are taken for other ones, rather than to keep anybody waiting.
    let few = middle_old.len() <= MOST_COMPARED && middle_new.len() <= MOST_COMPARED;
    for place in 0..new.len() {
        if few && found[place].is_none() {
            let moved = (0..old.len()).find(|from| !taken.contains(from) && old[*from] == new[place]);
            taken.extend(moved);
            found[place] = moved;
        }
    }
    let mut place = 0;
    while place < new.len() {
        let run = found[place..].iter().take_while(|known| known.is_none()).count();
        if run == 0 {
            place += 1;
            continue;
        }
        let before = place.checked_sub(1).map_or(0, |before| found[before].map_or(0, |from| from + 1));
        let after = found.get(place + run).map_or(old.len(), |from| from.unwrap_or(old.len()));
        let free: Vec<usize> = (before..after).filter(|from| !taken.contains(from)).collect();
        if free.len() == run {
            for (step, from) in free.into_iter().enumerate() {
                if may_be(&old[from], &new[place + step]) {
                    taken.insert(from);
                    found[place + step] = Some(from);
                }
            }
        }
        place += run;
    }
    found
}

/// The longest run of things that stand in both, in their order: places in either.
fn common<T: PartialEq>(old: &[T], new: &[T]) -> Vec<(usize, usize)> {
    let width = new.len() + 1;
    let mut longest = vec![0_u16; (old.len() + 1) * width];
    for from in (0..old.len()).rev() {
        for to in (0..new.len()).rev() {
            longest[from * width + to] = if old[from] == new[to] {
                longest[(from + 1) * width + to + 1] + 1
            } else {
                longest[(from + 1) * width + to].max(longest[from * width + to + 1])
            };
        }
    }
    let (mut from, mut to) = (0, 0);
    let mut found = Vec::new();
    while from < old.len() && to < new.len() {
        if old[from] == new[to] {
            found.push((from, to));
            (from, to) = (from + 1, to + 1);
        } else if longest[(from + 1) * width + to] >= longest[from * width + to + 1] {
            from += 1;
        } else {
            to += 1;
        }
    }
    found
}

/// Finds out which step of the grid each row of the list of steps is about.
pub(super) fn steps(list: &Listed<'_>, draft: &mut Draft<'_>) {
    let cell = |row: usize, id: &str| one_line(list.text(row, id));
    let old: Vec<(String, String)> =
        list.rows().map(|row| (cell(row, "list-column-stage"), cell(row, "list-column-step"))).collect();
    let (ids, new): (Vec<StepId>, Vec<(String, String)>) =
        draft.map.steps().map(|(stage, step)| (step.id, (one_line(&stage.name), one_line(&step.name)))).unzip();
    let found = pairs(&old, &new, &|_, _| true);
    let mut there: BTreeSet<usize> = BTreeSet::new();
    let mut stages: BTreeSet<(String, String)> = BTreeSet::new();
    for ((id, now), place) in ids.into_iter().zip(new).zip(found) {
        let Some((place, before)) = place.and_then(|place| Some((place, old.get(place)?))) else { continue };
        there.insert(place);
        if *before == now {
            continue;
        }
        draft.beside.listed.insert(id, before.clone());
        if before.0 != now.0 && stages.insert((before.0.clone(), now.0.clone())) {
            draft.note(0, What::Renamed { before: before.0.clone(), now: now.0 });
        }
        if before.1 != now.1 {
            draft.note(0, What::Renamed { before: before.1.clone(), now: now.1 });
        }
    }
    for (_, key) in old.into_iter().enumerate().filter(|(place, key)| !there.contains(place) && !key.1.is_empty()) {
        draft.note(0, What::StepGone { name: key.1.clone() });
        draft.beside.gone.insert(key);
    }
}

/// Gives lanes and personas the names that the grid has for them.
pub(super) fn names(draft: &mut Draft<'_>) {
    for (id, now) in std::mem::take(&mut draft.beside.lanes) {
        let Some(lane) = draft.map.lanes.iter_mut().find(|lane| lane.id == id).map(Arc::make_mut) else { continue };
        now.clone_into(&mut lane.name);
    }
    for (id, now) in std::mem::take(&mut draft.beside.people) {
        if let Some(persona) = draft.map.personas.iter_mut().find(|persona| persona.id == id) {
            now.clone_into(&mut Arc::make_mut(persona).name);
        }
    }
}

/// Lets cards reach as far as their cells say. What names no later step is left as it stands.
pub(super) fn reaches(draft: &mut Draft<'_>) {
    for (card, from, to) in std::mem::take(&mut draft.beside.reaches) {
        let steps: Vec<(StepId, String)> = draft.map.steps().map(|(_, step)| (step.id, one_line(&step.name))).collect();
        let Some(start) = steps.iter().position(|(id, _)| *id == from) else { continue };
        let name = one_line(&to);
        let numbered = name.strip_prefix('#').and_then(|digits| digits.parse::<usize>().ok());
        let numbered = numbered.and_then(|n| n.checked_sub(1)).filter(|place| *place > start);
        let before = |id: &StepId| draft.beside.listed.get(id).is_some_and(|(_, step)| *step == name);
        let later = || steps.iter().skip(start + 1);
        let until = later()
            .find(|(_, known)| *known == name)
            .or_else(|| steps.get(numbered?))
            .or_else(|| later().find(|(id, _)| before(id)))
            .map(|(id, _)| *id);
        let mut all = draft.map.stages.iter_mut().flat_map(|stage| &mut Arc::make_mut(stage).steps);
        let step = all.find(|step| step.id == from).map(Arc::make_mut);
        let slot = step.and_then(|step| step.cards.iter_mut().find(|known| known.id == card)).map(Arc::make_mut);
        match (slot, until) {
            (Some(slot), Some(until)) => slot.until = Some(until),
            (Some(slot), None) => slot.text = format!("{}{REACH}{to}", slot.text),
            (None, _) => {}
        }
    }
}
