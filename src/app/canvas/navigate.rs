//! Where the cursor goes from a place: the map seen as a table, headings and lane names included, and over it what the
//! map is about.

use crate::edit::motion::Direction;
use crate::edit::{Cursor, Selection};
use crate::model::{Card, CardId, JourneyMap, Lane, LaneId, LaneKind, PersonaId, Phase, StageId, StepId};
use crate::scene::Target;

/// A row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum RowAt {
    Phase,
    Stage,
    Step,
    Lane(LaneId, Option<PersonaId>),
}

/// The rows of a map, from the top.
pub(super) fn rows(map: &JourneyMap) -> Vec<RowAt> {
    let mut rows = Vec::new();
    if map.stages.iter().any(|stage| stage.phase.is_some()) {
        rows.push(RowAt::Phase);
    }
    rows.push(RowAt::Stage);
    rows.push(RowAt::Step);
    for lane in map.lanes.iter().filter(|lane| !lane.hidden) {
        if lane.kind == LaneKind::Emotion && !lane.collapsed && !map.personas.is_empty() {
            rows.extend(map.personas.iter().map(|persona| RowAt::Lane(lane.id, Some(persona.id))));
        } else {
            rows.push(RowAt::Lane(lane.id, None));
        }
    }
    rows
}

/// The columns of a map: its steps with their stage and phase, and stages without a step.
fn columns(map: &JourneyMap) -> Vec<(StageId, Option<Phase>, Option<StepId>)> {
    let mut columns = Vec::new();
    for stage in &map.stages {
        if stage.steps.is_empty() {
            columns.push((stage.id, stage.phase, None));
        }
        columns.extend(stage.steps.iter().map(|step| (stage.id, stage.phase, Some(step.id))));
    }
    columns
}

/// Row and column of a cursor; the column of lane names is none.
pub(super) fn place(map: &JourneyMap, cursor: Cursor) -> Option<(usize, Option<usize>)> {
    let rows = rows(map);
    let columns = columns(map);
    let row = |wanted: RowAt| rows.iter().position(|row| *row == wanted);
    match cursor {
        Cursor::Phase(phase) => {
            Some((row(RowAt::Phase)?, Some(columns.iter().position(|(_, found, _)| *found == Some(phase))?)))
        }
        Cursor::Stage(stage) => {
            Some((row(RowAt::Stage)?, Some(columns.iter().position(|(found, _, _)| *found == stage)?)))
        }
        Cursor::Step(step) => {
            Some((row(RowAt::Step)?, Some(columns.iter().position(|(_, _, found)| *found == Some(step))?)))
        }
        Cursor::Lane(lane) => {
            Some((rows.iter().position(|row| matches!(row, RowAt::Lane(found, _) if *found == lane))?, None))
        }
        Cursor::Cell { lane, step, persona } => {
            let row = row(RowAt::Lane(lane, persona))
                .or_else(|| rows.iter().position(|row| matches!(row, RowAt::Lane(found, _) if *found == lane)))?;
            Some((row, Some(columns.iter().position(|(_, _, found)| *found == Some(step))?)))
        }
        Cursor::Title
        | Cursor::Scenario
        | Cursor::Omtm
        | Cursor::Persona(_)
        | Cursor::Link { .. }
        | Cursor::Branch { .. } => None,
    }
}

/// The cursor at a row and column.
fn at(map: &JourneyMap, row: usize, column: Option<usize>) -> Option<Cursor> {
    let row = *rows(map).get(row)?;
    let Some(column) = column else {
        return match row {
            RowAt::Lane(lane, _) => Some(Cursor::Lane(lane)),
            RowAt::Phase | RowAt::Stage | RowAt::Step => None,
        };
    };
    let (stage, phase, step) = *columns(map).get(column)?;
    match row {
        RowAt::Phase => Some(phase.map_or(Cursor::Stage(stage), Cursor::Phase)),
        RowAt::Stage => Some(Cursor::Stage(stage)),
        RowAt::Step => Some(step.map_or(Cursor::Stage(stage), Cursor::Step)),
        RowAt::Lane(lane, persona) => {
            Some(step.map_or(Cursor::Stage(stage), |step| Cursor::Cell { lane, step, persona }))
        }
    }
}

/// The cards of a cell, in order.
pub(super) fn cell_cards(map: &JourneyMap, lane: LaneId, step: StepId) -> Vec<&Card> {
    map.step(step)
        .map(|step| step.cards.iter().map(AsRef::as_ref).filter(|card| card.lane == lane).collect())
        .unwrap_or_default()
}

/// The lane of a cell.
pub(super) fn lane_of(map: &JourneyMap, cursor: Cursor) -> Option<&Lane> {
    match cursor {
        Cursor::Cell { lane, .. } | Cursor::Lane(lane) => map.lane(lane).map(AsRef::as_ref),
        _ => None,
    }
}

/// The selection one further. Up and down go through the cards of a cell before they leave it.
pub(super) fn step(map: &JourneyMap, selection: &Selection, direction: Direction) -> Option<Selection> {
    let cursor = match selection.cursor {
        Some(cursor) => cursor,
        None => return first(map).map(|cursor| arrive(map, cursor, direction)),
    };
    if let Cursor::Cell { lane, step, .. } = cursor {
        let cards = cell_cards(map, lane, step);
        let current = selection.cards.last().and_then(|id| cards.iter().position(|card| card.id == *id));
        let next = match (direction, current) {
            (Direction::Down, Some(index)) => cards.get(index + 1),
            (Direction::Up, Some(index)) => index.checked_sub(1).and_then(|before| cards.get(before)),
            _ => None,
        };
        if let Some(card) = next {
            return Some(Selection::card(cursor, card.id));
        }
    }
    // From an arrow to what it joins.
    let back = matches!(direction, Direction::Left | Direction::Up);
    match cursor {
        Cursor::Link { from, to } => {
            let card = if back { from } else { to };
            return cursor_of_card(map, card).map(|cursor| Selection::card(cursor, card));
        }
        Cursor::Branch { from, to } => return Some(Selection::at(Cursor::Step(if back { from } else { to }))),
        _ => {}
    }
    let Some((row, column)) = place(map, cursor) else {
        return above(map, cursor, direction).map(|cursor| arrive(map, cursor, direction));
    };
    let count = columns(map).len();
    let range = phase_or_stage(map, cursor);
    let next = match direction {
        Direction::Up => match row.checked_sub(1) {
            Some(above) => at(map, above, column),
            None => title_block(map).pop().and_then(|row| row.first().copied()),
        },
        Direction::Down => at(map, row + 1, column),
        Direction::Left => match column {
            Some(0) => at(map, row, None),
            Some(column) => at(map, row, Some(column - 1)),
            None => None,
        },
        Direction::Right => match column {
            Some(_) => range.filter(|after| *after < count).and_then(|after| at(map, row, Some(after))),
            None => at(map, row, Some(0)),
        },
    }?;
    Some(arrive(map, next, direction))
}

/// What stands over the table: title, scenario, personas and the one metric that matters.
fn title_block(map: &JourneyMap) -> Vec<Vec<Cursor>> {
    let mut people: Vec<Cursor> = map.personas.iter().map(|persona| Cursor::Persona(persona.id)).collect();
    people.extend(map.omtm.as_ref().map(|_| Cursor::Omtm));
    let mut rows = vec![vec![Cursor::Title], vec![Cursor::Scenario]];
    rows.extend((!people.is_empty()).then_some(people));
    rows
}

/// One further from a place over the table.
fn above(map: &JourneyMap, cursor: Cursor, direction: Direction) -> Option<Cursor> {
    let rows = title_block(map);
    let (row, column) =
        rows.iter().enumerate().find_map(|(r, row)| Some((r, row.iter().position(|found| *found == cursor)?)))?;
    match direction {
        Direction::Left => rows.get(row)?.get(column.checked_sub(1)?).copied(),
        Direction::Right => rows.get(row)?.get(column + 1).copied(),
        Direction::Up => rows.get(row.checked_sub(1)?)?.first().copied(),
        Direction::Down => match rows.get(row + 1) {
            Some(next) => next.first().copied(),
            None => at(map, 0, Some(0)).or_else(|| first(map)),
        },
    }
}

/// The column after the one, or the whole stage or phase, that the cursor stands in.
fn phase_or_stage(map: &JourneyMap, cursor: Cursor) -> Option<usize> {
    let columns = columns(map);
    let last = match cursor {
        Cursor::Phase(phase) => columns.iter().rposition(|(_, found, _)| *found == Some(phase)),
        Cursor::Stage(stage) => columns.iter().rposition(|(found, _, _)| *found == stage),
        _ => place(map, cursor).and_then(|(_, column)| column),
    }?;
    Some(last + 1)
}

/// The selection at a cursor: its first card, or its last when it is entered from below.
pub(super) fn arrive(map: &JourneyMap, cursor: Cursor, direction: Direction) -> Selection {
    let Cursor::Cell { lane, step, .. } = cursor else { return Selection::at(cursor) };
    let cards = cell_cards(map, lane, step);
    let card = if direction == Direction::Up { cards.last() } else { cards.first() };
    card.map_or_else(|| Selection::at(cursor), |card| Selection::card(cursor, card.id))
}

/// The first cell that a card can be typed into, else the first step or stage.
fn first(map: &JourneyMap) -> Option<Cursor> {
    let step = map.steps().next().map(|(_, step)| step.id);
    let lane = map.lanes.iter().find(|lane| !lane.hidden && !lane.collapsed && lane.kind.content().is_some());
    match (step, lane) {
        (Some(step), Some(lane)) => Some(Cursor::Cell { lane: lane.id, step, persona: None }),
        (Some(step), None) => Some(Cursor::Step(step)),
        (None, _) => map.stages.first().map(|stage| Cursor::Stage(stage.id)),
    }
}

/// The cell that a card lies in, as a cursor.
pub(super) fn cursor_of_card(map: &JourneyMap, card: CardId) -> Option<Cursor> {
    let (step, card) = map.card(card)?;
    Some(Cursor::Cell { lane: card.lane, step: step?.id, persona: None })
}

/// The cell of the next step, if there is one.
pub(super) fn next_step(map: &JourneyMap, cursor: Cursor, back: bool) -> Option<Cursor> {
    let Cursor::Cell { lane, step, persona } = cursor else { return None };
    let steps: Vec<StepId> = map.steps().map(|(_, step)| step.id).collect();
    let index = steps.iter().position(|id| *id == step)?;
    let index = if back { index.checked_sub(1)? } else { index + 1 };
    steps.get(index).map(|step| Cursor::Cell { lane, step: *step, persona })
}

/// The next heading of its kind, if there is one; the title leads to the scenario, and that to the personas.
pub(super) fn next_heading(map: &JourneyMap, cursor: Cursor, back: bool) -> Option<Cursor> {
    let all: Vec<Cursor> = match cursor {
        Cursor::Title | Cursor::Scenario | Cursor::Persona(_) => {
            title_block(map).into_iter().flatten().filter(|cursor| *cursor != Cursor::Omtm).collect()
        }
        Cursor::Stage(_) => map.stages.iter().map(|stage| Cursor::Stage(stage.id)).collect(),
        Cursor::Step(_) => map.steps().map(|(_, step)| Cursor::Step(step.id)).collect(),
        _ => return None,
    };
    let place = all.iter().position(|found| *found == cursor)?;
    all.get(if back { place.checked_sub(1)? } else { place + 1 }).copied()
}

/// What is selected when somebody points at this.
pub(super) fn selection_of(map: &JourneyMap, target: Target) -> Option<Selection> {
    Some(match target {
        Target::Card(id) => Selection::card(cursor_of_card(map, id)?, id),
        Target::Score(lane, step, persona) => Selection::at(Cursor::Cell { lane, step, persona: Some(persona) }),
        Target::Cell(lane, step) => Selection::at(Cursor::Cell { lane, step, persona: None }),
        Target::Title => Selection::at(Cursor::Title),
        Target::Scenario => Selection::at(Cursor::Scenario),
        Target::Omtm => Selection::at(Cursor::Omtm),
        Target::Persona(id) => Selection::at(Cursor::Persona(id)),
        Target::Phase(phase) => Selection::at(Cursor::Phase(phase)),
        Target::Stage(id) => Selection::at(Cursor::Stage(id)),
        Target::Step(id) => Selection::at(Cursor::Step(id)),
        Target::Lane(id) => Selection::at(Cursor::Lane(id)),
        Target::Link { from, to } => Selection::at(Cursor::Link { from, to }),
        Target::Branch { from, to } => Selection::at(Cursor::Branch { from, to }),
    })
}

/// The part of the map that a cursor stands on, where that has a picture of its own; a cell has none.
pub(super) fn target_of(cursor: Cursor) -> Option<Target> {
    Some(match cursor {
        Cursor::Title => Target::Title,
        Cursor::Scenario => Target::Scenario,
        Cursor::Omtm => Target::Omtm,
        Cursor::Persona(id) => Target::Persona(id),
        Cursor::Phase(phase) => Target::Phase(phase),
        Cursor::Stage(id) => Target::Stage(id),
        Cursor::Step(id) => Target::Step(id),
        Cursor::Lane(id) => Target::Lane(id),
        Cursor::Link { from, to } => Target::Link { from, to },
        Cursor::Branch { from, to } => Target::Branch { from, to },
        Cursor::Cell { .. } => return None,
    })
}

/// What has to come into view for a selection to be seen.
pub(super) fn shown_by(selection: &Selection) -> Option<Target> {
    // Of a block of cells the corner that moves.
    if let (Some(card), None) = (selection.cards.last(), selection.anchor) {
        return Some(Target::Card(*card));
    }
    match selection.cursor? {
        Cursor::Cell { lane, step, .. } => Some(Target::Cell(lane, step)),
        heading => target_of(heading),
    }
}
