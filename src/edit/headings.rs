//! Several headings at once: steps, stages, lanes or personas that are selected together, moved by a place, carried to a gap,
//! removed and duplicated. Must not know keys, pointers or windows.
//!
//! What is selected is the row of headings from the cursor to the anchor, and those that were added one by one.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::command::{Change, one};
use super::copies::duplicate;
use super::motion::{Direction, move_heading};
use super::{Cursor, Edit, Label, Selection, apply, fragment};
use crate::model::{IdSource, JourneyMap, StageId};

/// All headings of the cursor's kind that can be seen, in the map's order; none where it stands on no heading.
pub fn like(map: &JourneyMap, cursor: Cursor) -> Vec<Cursor> {
    match cursor {
        Cursor::Stage(_) => map.stages.iter().map(|stage| Cursor::Stage(stage.id)).collect(),
        Cursor::Step(_) => map.steps().map(|(_, step)| Cursor::Step(step.id)).collect(),
        Cursor::Lane(_) => map.lanes.iter().filter(|lane| !lane.hidden).map(|lane| Cursor::Lane(lane.id)).collect(),
        Cursor::Persona(_) => map.personas.iter().map(|persona| Cursor::Persona(persona.id)).collect(),
        _ => Vec::new(),
    }
}

/// The selected headings, in the map's order; none while cards are selected or the cursor stands on no heading.
pub fn chosen(map: &JourneyMap, selection: &Selection) -> Vec<Cursor> {
    let Some(cursor) = selection.cursor.filter(|_| selection.cards.is_empty()) else { return Vec::new() };
    if selection.anchor.is_none() && selection.also.is_empty() {
        // Nearly always, and asked in every frame.
        return if is_heading(cursor) && cursor.is_in(map) { vec![cursor] } else { Vec::new() };
    }
    let all = like(map, cursor);
    let place = |heading: Cursor| all.iter().position(|other| *other == heading);
    let here = place(cursor);
    let there = selection.anchor.and_then(place).or(here);
    let row = here.zip(there).map(|(here, there)| here.min(there)..=here.max(there));
    let also: BTreeSet<Cursor> = selection.also.iter().copied().collect();
    let mut found = Vec::new();
    for (at, heading) in all.into_iter().enumerate() {
        if row.as_ref().is_some_and(|row| row.contains(&at)) || also.contains(&heading) {
            found.push(heading);
        }
    }
    found
}

/// Whether a cursor stands on something that can be selected with others of its kind.
pub const fn is_heading(cursor: Cursor) -> bool {
    matches!(cursor, Cursor::Stage(_) | Cursor::Step(_) | Cursor::Lane(_) | Cursor::Persona(_))
}

/// Whether headings like this one follow each other in this direction.
pub const fn runs(cursor: Cursor, direction: Direction) -> bool {
    match cursor {
        Cursor::Stage(_) | Cursor::Step(_) | Cursor::Persona(_) => {
            matches!(direction, Direction::Left | Direction::Right)
        }
        Cursor::Lane(_) => matches!(direction, Direction::Up | Direction::Down),
        _ => false,
    }
}

/// The heading after or before this one; with `far` the last or the first.
pub fn beside(map: &JourneyMap, cursor: Cursor, direction: Direction, far: bool) -> Option<Cursor> {
    let all = like(map, cursor);
    let forward = matches!(direction, Direction::Right | Direction::Down);
    if far {
        return if forward { all.last().copied() } else { all.first().copied() };
    }
    let at = all.iter().position(|other| *other == cursor)?;
    all.get(if forward { at + 1 } else { at.checked_sub(1)? }).copied()
}

/// What is selected with the row from the anchor, else from the cursor, to this heading. None where they are of two kinds.
pub fn extended(selection: &Selection, to: Cursor) -> Option<Selection> {
    let cursor = selection.cursor.filter(|cursor| is_heading(*cursor) && cursor.is_like(to))?;
    if !selection.cards.is_empty() {
        return None;
    }
    let anchor = selection.anchor.filter(|anchor| anchor.is_like(to)).unwrap_or(cursor);
    Some(Selection { cursor: Some(to), anchor: Some(anchor), also: selection.also.clone(), cards: Vec::new() })
}

/// What is selected with this heading added, or taken out where it was selected with others. None where they are of two
/// kinds.
pub fn toggled(map: &JourneyMap, selection: &Selection, heading: Cursor) -> Option<Selection> {
    let cursor = selection.cursor.filter(|cursor| is_heading(*cursor) && cursor.is_like(heading))?;
    if !selection.cards.is_empty() {
        return None;
    }
    let mut all = chosen(map, selection);
    let cursor = if all.contains(&heading) {
        if all.len() == 1 {
            return Some(selection.clone());
        }
        all.retain(|other| *other != heading);
        if cursor == heading { all.last().copied()? } else { cursor }
    } else {
        heading
    };
    all.retain(|other| *other != cursor);
    Some(Selection { also: all, ..Selection::at(cursor) })
}

/// Moves the selected headings by one place: all or none, so that they keep their arrangement.
pub fn moved(map: &JourneyMap, selection: &Selection, direction: Direction) -> Option<Change> {
    let mut all = chosen(map, selection);
    if matches!(direction, Direction::Right | Direction::Down) {
        all.reverse();
    }
    let mut now = map.clone();
    let mut edits = Vec::new();
    for heading in all {
        let edit = move_heading(&now, heading, direction)?;
        now = apply(&now, &edit).ok()?;
        edits.push(edit);
    }
    Some(Change::new(one(edits)?, selection.clone()))
}

/// The edit that carries headings of one kind together before what stands at `before` now: among the steps of `stage`, or
/// among all stages, lanes, personas. They keep their order. None where they stand there already.
pub fn carried(map: &JourneyMap, headings: &[Cursor], stage: Option<StageId>, before: usize) -> Option<Edit> {
    let all: Vec<Cursor> = match headings.first()? {
        Cursor::Step(_) => map.stage(stage?)?.steps.iter().map(|step| Cursor::Step(step.id)).collect(),
        // The hidden ones too: a place is one among all.
        Cursor::Lane(_) => map.lanes.iter().map(|lane| Cursor::Lane(lane.id)).collect(),
        other => like(map, *other),
    };
    let next = all.iter().skip(before).find(|other| !headings.contains(other)).copied();
    let mut list = all.clone();
    let mut edits = Vec::new();
    for heading in headings {
        let was = list.iter().position(|other| other == heading);
        list.retain(|other| other != heading);
        let to = next.and_then(|next| list.iter().position(|other| *other == next)).unwrap_or(list.len());
        list.insert(to, *heading);
        if was != Some(to) {
            edits.push(match (*heading, stage) {
                (Cursor::Step(id), Some(stage)) => Edit::MoveStep { id, stage, to },
                (Cursor::Stage(id), _) => Edit::MoveStage { id, to },
                (Cursor::Lane(id), _) => Edit::MoveLane { id, to },
                (Cursor::Persona(id), _) => Edit::MovePersona { id, to },
                _ => return None,
            });
        }
    }
    if list == all { None } else { one(edits) }
}

/// Removes the selected headings with all that belongs to them. The cursor goes to the next one, else to the one before.
pub fn removed(map: &JourneyMap, selection: &Selection) -> Option<Change> {
    let all = chosen(map, selection);
    let others = like(map, *all.first()?);
    let last = others.iter().position(|other| Some(other) == all.last())?;
    let rest = || others.iter().filter(|other| !all.contains(other));
    let next = others.iter().skip(last).find(|other| !all.contains(other)).or_else(|| rest().next_back());
    let edits = all.iter().map(|heading| match *heading {
        Cursor::Stage(id) => Some(Edit::RemoveStage(id)),
        Cursor::Step(id) => Some(Edit::RemoveStep(id)),
        Cursor::Lane(id) => Some(Edit::RemoveLane(id)),
        Cursor::Persona(id) => Some(Edit::RemovePersona(id)),
        _ => None,
    });
    let edit = one(edits.collect::<Option<Vec<_>>>()?)?;
    Some(Change::new(edit, Selection { cursor: next.copied(), ..Selection::default() }))
}

/// Puts copies of several headings after them: steps and stages behind the last one, with the links among their cards; each
/// lane and persona behind its original.
pub(super) fn duplicated(map: &JourneyMap, selection: &Selection, ids: &mut IdSource) -> Option<Change> {
    let all = chosen(map, selection);
    let last = *all.last()?;
    if matches!(last, Cursor::Step(_) | Cursor::Stage(_)) {
        let excerpt = fragment::copy(map, selection, &|_| String::new())?.excerpt?;
        let change = fragment::paste(map, last, &excerpt, ids).ok()?.change;
        let count = all.len();
        let named =
            if let Cursor::Step(_) = last { Label::DuplicateSteps(count) } else { Label::DuplicateStages(count) };
        let with = apply(map, &change.edit).ok()?;
        return Some(Change { edit: Edit::Replace(Arc::new(with), named), ..change });
    }
    let mut now = map.clone();
    let mut edits = Vec::new();
    let mut made = Vec::new();
    for heading in all {
        let change = duplicate(&now, &Selection::at(heading), ids)?;
        now = apply(&now, &change.edit).ok()?;
        edits.push(change.edit);
        made.extend(change.selection.cursor);
    }
    let cursor = made.pop()?;
    Some(Change::new(one(edits)?, Selection { also: made, ..Selection::at(cursor) }))
}
