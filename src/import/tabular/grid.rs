//! A grid as a map: phases, stages and steps in the top rows, the lanes' names in the first column, merged cells for what
//! stretches. Must not know what other formats say.

use super::What;
use super::draft::{At, Draft, OwnRow, cards_of, phase_of};
use super::guess::{heading_part, lane_of, persona_in};
use super::sheet::Sheet;
use crate::edit::table::{NONE_BEGINS, REACH};
use crate::i18n::{Words, folded};
use crate::model::{FeelingScale, LaneKind, Language, PersonaId, RowPart, TableMapping};
use crate::words;

/// Which parts of a sheet are what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Frame {
    /// The row of the phases.
    pub(super) phases: Option<usize>,
    /// The row of the stages.
    pub(super) stages: Option<usize>,
    /// The row of the steps.
    pub(super) steps: Option<usize>,
    /// The first row of lanes.
    pub(super) body_first: usize,
    /// The column of the lanes' names.
    pub(super) names: usize,
    /// The first column of steps.
    pub(super) first: usize,
    /// The row of the scenario, in a sheet that was made here.
    pub(super) scenario: Option<usize>,
    /// The sheet is one that was made here.
    pub(super) ours: bool,
}

impl Frame {
    /// What a sheet shows: rows above the first lane are headings, at most three; a single cell above them is a title.
    pub(super) fn of(sheet: &Sheet) -> Self {
        let filled = |row: &Vec<String>| row.iter().filter(|cell| !cell.trim().is_empty()).count();
        let leading = |row: &Vec<String>| row.iter().take_while(|cell| cell.trim().is_empty()).count();
        // Names stand in the first column that holds any below the headings.
        let names = sheet.rows.iter().filter(|row| filled(row) > 0).skip(2).map(leading).min();
        let names = names.unwrap_or_else(|| sheet.rows.iter().map(leading).min().unwrap_or(0));
        let ours = (0..sheet.rows.len().min(4)).find(|row| is_corner(sheet.cell(*row, 0)) && *row >= 1);
        if let Some(steps) = ours {
            // Above the stages stand the phases, which leave the first column free, and above all the scenario.
            let across = |row: &usize| {
                sheet.rows.get(*row).is_some_and(|cells| cells.iter().skip(1).any(|cell| !cell.trim().is_empty()))
            };
            let phases = steps.checked_sub(2).filter(across);
            let scenario = steps.checked_sub(if phases.is_some() { 3 } else { 2 });
            return Self {
                phases,
                scenario,
                stages: Some(steps - 1),
                steps: Some(steps),
                body_first: steps + 1,
                names: 0,
                first: 1,
                ours: true,
            };
        }
        let lines: Vec<usize> = (0..sheet.rows.len())
            .skip_while(|row| sheet.rows.get(*row).is_some_and(|cells| filled(cells) < 2))
            .take(4)
            .collect();
        let first = lines.first().copied().unwrap_or(0);
        // Rows without a name of a lane are headings, as long as they are at the top.
        let is_head = |row: &&usize| {
            let name = sheet.cell(**row, names).trim();
            **row == first
                || name.is_empty() && sheet.rows.get(**row).is_some_and(|cells| filled(cells) > 0)
                || heading_part(name).is_some()
        };
        let heads: Vec<usize> = lines.iter().take_while(is_head).take(3).copied().collect();
        let mut frame = Self {
            phases: None,
            stages: None,
            steps: None,
            body_first: heads.last().map_or(0, |last| last + 1),
            names,
            first: names + 1,
            scenario: None,
            ours: false,
        };
        match heads.as_slice() {
            [] => {}
            [one] if heading_part(sheet.cell(*one, names)) == Some(RowPart::Stages) => frame.stages = Some(*one),
            [one] => frame.steps = Some(*one),
            [stages, steps] => (frame.stages, frame.steps) = (Some(*stages), Some(*steps)),
            [phases, stages, steps, ..] => {
                (frame.phases, frame.stages, frame.steps) = (Some(*phases), Some(*stages), Some(*steps));
            }
        }
        frame
    }

    /// The rows of lanes.
    pub(super) fn body(&self, sheet: &Sheet) -> std::ops::Range<usize> {
        self.body_first..sheet.rows.len()
    }

    /// What a row is called.
    pub(super) fn name(&self, sheet: &Sheet, row: usize) -> String {
        super::draft::one_line(sheet.shown(row, self.names))
    }
}

fn is_corner(cell: &str) -> bool {
    let is = |language| cell == words!(Words::new(language), "grid-corner");
    Language::ALL.into_iter().any(is)
}

/// The map that a grid is.
pub(super) fn read(sheet: &Sheet, mapping: &TableMapping, draft: &mut Draft<'_>) {
    let frame = Frame::of(sheet);
    title(sheet, &frame, draft);
    let columns = columns(sheet, &frame, draft);
    let mut nameless = None;
    for row in frame.body(sheet) {
        let own = frame.name(sheet, row);
        if let Some(expected) = draft.expected_row(&own) {
            expected_row(sheet, &frame, row, &expected, &columns, draft);
            continue;
        }
        let part = mapping.row(&own).unwrap_or_else(|| match own.is_empty() {
            true => nameless.unwrap_or(RowPart::Lane(LaneKind::Text)),
            false => RowPart::Lane(lane_of(&own).unwrap_or(LaneKind::Text)),
        });
        nameless = Some(part);
        match part {
            RowPart::Lane(LaneKind::Emotion) => {
                let persona = persona_in(&own);
                let bare = own.split([':', '(']).next().unwrap_or(&own).trim();
                let mut find = |draft: &mut Draft<'_>| draft.persona(&persona);
                let felt = feelings(sheet, &frame, (row, bare), (&mut find, mapping.scale), &columns, draft);
                if frame.ours {
                    draft.lane(LaneKind::Emotion, bare);
                    let persona = draft.persona(&persona);
                    draft.beside.personas.extend(persona);
                } else if felt && draft.map.lanes.iter().all(|lane| lane.kind != LaneKind::Emotion) {
                    draft.new_lane(LaneKind::Emotion, "");
                }
            }
            RowPart::Lane(kind) if kind.content().is_some() => {
                let lane = if frame.ours { own_lane(kind, &own, draft) } else { draft.lane(kind, &own) };
                cards(sheet, &frame, (row, kind, lane), &columns, draft);
            }
            RowPart::Lane(_) => draft.note(sheet.number(row), What::NoCards { name: own }),
            RowPart::Nothing | RowPart::Stages | RowPart::Steps => {
                draft.note(sheet.number(row), What::RowLeft { name: own });
            }
        }
    }
}

/// A row that the lists beside the grid know.
fn expected_row(
    sheet: &Sheet,
    frame: &Frame,
    row: usize,
    expected: &OwnRow,
    columns: &[Option<At>],
    draft: &mut Draft<'_>,
) {
    match expected.persona {
        Some(persona) => {
            draft.lane(LaneKind::Emotion, &expected.lane);
            draft.beside.personas.insert(persona);
            draft.beside.people.extend(expected.now.clone().map(|now| (persona, now)));
            let scale = Some(FeelingScale::OWN);
            feelings(sheet, frame, (row, &expected.lane), (&mut |_| Some(persona), scale), columns, draft);
        }
        None => {
            let lane = own_lane(expected.kind, &expected.lane, draft);
            draft.beside.lanes.extend(expected.now.clone().map(|now| (lane, now)));
            cards(sheet, frame, (row, expected.kind, lane), columns, draft);
        }
    }
}

/// A lane as it was called here: every row is one of its own.
fn own_lane(kind: LaneKind, name: &str, draft: &mut Draft<'_>) -> crate::model::LaneId {
    let word = draft.is_usual(kind, name);
    draft.new_lane(kind, if word { "" } else { name })
}

/// A single cell above the headings, else the corner of our own.
fn title(sheet: &Sheet, frame: &Frame, draft: &mut Draft<'_>) {
    if frame.ours {
        sheet.cell(frame.stages.unwrap_or(0), 0).clone_into(&mut draft.map.title);
        let scenario = frame.scenario.map_or("", |row| sheet.cell(row, 0));
        scenario.clone_into(&mut draft.map.scenario);
        return;
    }
    let top = frame.phases.or(frame.stages).or(frame.steps).unwrap_or(0);
    let alone = |row: &Vec<String>| row.iter().find(|cell| !cell.trim().is_empty()).cloned();
    draft.map.title =
        sheet.rows.iter().take(top).find_map(alone).map(|cell| super::draft::one_line(&cell)).unwrap_or_default();
}

/// The stages and steps of the columns; where each column's step is.
fn columns(sheet: &Sheet, frame: &Frame, draft: &mut Draft<'_>) -> Vec<Option<At>> {
    let mut columns = vec![None; sheet.width()];
    let mut current: Option<usize> = None;
    let mut phase = None;
    // Own names of phases take the phases in their order.
    let mut named: Vec<(String, crate::model::Phase)> = Vec::new();
    let mut phase_begins = false;
    for column in frame.first..sheet.width() {
        if let Some(row) = frame.phases
            && let Some(name) = begins(sheet, frame, row, column)
        {
            phase = phase_named(&name, &mut named, draft);
            phase_begins = true;
        }
        let stage = frame.stages.and_then(|row| begins(sheet, frame, row, column));
        if frame.ours && stage.as_deref().is_some_and(is_tray) && step_is_empty(sheet, frame, column) {
            break;
        }
        let step = frame.steps.map(|row| sheet.shown(row, column).trim().to_owned());
        let nothing = (frame.body(sheet)).all(|row| sheet.cell(row, column).trim().is_empty());
        // A step without a name bears a mark, so that it isn't taken for no step.
        let nameless = frame.ours && step.as_deref() == Some(NONE_BEGINS);
        let step = step.map(|name| if nameless { String::new() } else { name });
        let nothing = nothing && !nameless;
        let under = step.as_deref().unwrap_or_default();
        if let Some(name) = &stage {
            // A stage without steps keeps a column in which nothing stands.
            let next = column + 1;
            let alone =
                next >= sheet.width() || frame.stages.is_none_or(|row| begins(sheet, frame, row, next).is_some());
            // Programs that part merged cells write their words into each.
            let goes_on = !frame.ours
                && current.and_then(|last| draft.map.stages.get(last)).is_some_and(|last| {
                    !name.trim().is_empty() && last.name == super::draft::one_line(name) && last.phase == phase
                });
            let made = match current.filter(|_| goes_on) {
                Some(last) => last,
                None => draft.stage(name, phase),
            };
            if std::mem::take(&mut phase_begins) {
                let id = draft.map.stages.get(made).map(|stage| stage.id);
                draft.beside.phased.extend(id);
            }
            current = Some(made);
            if frame.steps.is_some() && under.is_empty() && nothing && alone {
                continue;
            }
        } else if under.is_empty() && nothing {
            continue;
        }
        // The same heading over several columns is one step.
        if frame.steps.is_some_and(|row| continues(sheet, row, column)) && stage.is_none() {
            columns[column] = column.checked_sub(1).and_then(|before| columns.get(before).copied().flatten());
            continue;
        }
        let stage = match current {
            Some(stage) => stage,
            None => *current.insert(draft.stage("", phase)),
        };
        let name = match (&step, frame.steps) {
            (Some(name), _) => name.clone(),
            (None, _) => draft.map.stages.get(stage).map(|stage| stage.name.clone()).unwrap_or_default(),
        };
        if let Some(slot) = columns.get_mut(column) {
            *slot = draft.step(stage, &name);
        }
    }
    columns
}

/// What begins in this column of a row of headings: a cell with words, or the first of a merged one.
fn begins(sheet: &Sheet, frame: &Frame, row: usize, column: usize) -> Option<String> {
    let begins = match sheet.merge_over(row, column) {
        Some(merge) if merge.first.1 != column => None,
        Some(merge) => Some(sheet.cell(merge.first.0, merge.first.1).to_owned()),
        None => Some(sheet.cell(row, column)).filter(|cell| !cell.trim().is_empty()).map(ToOwned::to_owned),
    };
    begins.map(|name| if frame.ours && name == NONE_BEGINS { String::new() } else { name })
}

/// Whether a heading of ours stands over what lies in the tray.
fn is_tray(name: &str) -> bool {
    Language::ALL.into_iter().any(|language| name == words!(Words::new(language), "list-in-tray"))
}

fn step_is_empty(sheet: &Sheet, frame: &Frame, column: usize) -> bool {
    frame.steps.is_none_or(|row| sheet.cell(row, column).trim().is_empty())
}

/// Whether a merged cell that began before stands here too.
fn continues(sheet: &Sheet, row: usize, column: usize) -> bool {
    sheet.merge_over(row, column).is_some_and(|merge| merge.first.1 < column)
}

fn phase_named(
    name: &str,
    named: &mut Vec<(String, crate::model::Phase)>,
    draft: &mut Draft<'_>,
) -> Option<crate::model::Phase> {
    use crate::model::Phase;
    if name.trim().is_empty() {
        return None;
    }
    let key = folded(name);
    if let Some((_, phase)) = named.iter().find(|(known, _)| *known == key) {
        return Some(*phase);
    }
    let usual = |phase: &Phase| {
        Language::ALL.into_iter().any(|language| crate::i18n::phase_word(&Words::new(language), *phase) == name)
    };
    let known = Phase::ALL.into_iter().find(usual).or_else(|| phase_of(name));
    let last = named.iter().map(|(_, phase)| *phase).max();
    let phase = known.or_else(|| Phase::ALL.into_iter().find(|phase| last.is_none_or(|last| *phase > last)));
    match phase {
        Some(phase) => {
            if !usual(&phase) {
                super::draft::one_line(name).clone_into(draft.map.phases.get_mut(phase));
            }
            named.push((key, phase));
            Some(phase)
        }
        None => {
            draft.note(0, What::NoPhase { name: name.to_owned() });
            None
        }
    }
}

fn cards(
    sheet: &Sheet,
    frame: &Frame,
    (row, kind, lane): (usize, LaneKind, crate::model::LaneId),
    columns: &[Option<At>],
    draft: &mut Draft<'_>,
) {
    let signs: &[char] = if kind == LaneKind::Touchpoints && !frame.ours { &[';', '•'] } else { &[] };
    for column in frame.first..sheet.width() {
        // What stretches over rows is the first one's.
        let cell = sheet.cell(row, column);
        let lines = cards_of(cell, signs);
        if lines.is_empty() {
            continue;
        }
        let Some(at) = columns.get(column).copied().flatten() else {
            for line in &lines {
                draft.card(None, lane, line);
            }
            if !(frame.ours && frame.stages.is_some_and(|stages| is_tray(sheet.cell(stages, column)))) {
                draft.note(sheet.number(row), What::BesideSteps { cards: lines.len() });
            }
            continue;
        };
        let end = sheet.merge_over(row, column).map(|merge| merge.last.1).filter(|last| *last > column);
        let end = end.and_then(|last| columns.get(last).copied().flatten()).filter(|end| *end != at);
        let until = end.and_then(|end| draft.step_mut(end).map(|step| step.id));
        for line in lines {
            let (said, reach) = match line.rsplit_once(REACH).filter(|_| frame.ours) {
                Some((said, reach)) => (said, Some(reach.to_owned())),
                None => (line.as_str(), None),
            };
            let Some(card) = draft.card(Some(at), lane, said) else { continue };
            card.until = until;
            let id = card.id;
            if let Some((reach, from)) = reach.zip(draft.step_mut(at).map(|step| step.id)) {
                draft.beside.reaches.push((id, from, reach));
            }
        }
    }
}

/// Whose feelings a row holds, found out where something is felt; and the scale.
type Felt<'a, 'b> = (&'a mut dyn FnMut(&mut Draft<'b>) -> Option<PersonaId>, Option<FeelingScale>);

/// A row of feelings; whether any was felt. Words that can't be counted become cards of a lane called `bare`.
fn feelings<'b>(
    sheet: &Sheet,
    frame: &Frame,
    (row, bare): (usize, &str),
    (persona, scale): Felt<'_, 'b>,
    columns: &[Option<At>],
    draft: &mut Draft<'b>,
) -> bool {
    let mut felt = false;
    for column in frame.first..sheet.width() {
        let Some(at) = columns.get(column).copied().flatten() else { continue };
        let cell = sheet.shown(row, column).to_owned();
        if cell.trim().is_empty() {
            continue;
        }
        if draft.feel_as(at, persona, &cell, scale, sheet.number(row)) {
            felt = true;
        } else if sheet.merge_over(row, column).is_none_or(|merge| merge.first == (row, column)) {
            // What can't be counted is kept as the words it is.
            let lane = draft.lane(LaneKind::Text, bare);
            draft.card(Some(at), lane, &cell);
            draft.note(sheet.number(row), What::NoFigure { text: super::draft::one_line(&cell) });
        }
    }
    felt
}
