//! The rows of the outline, and what moving one means. Pure: must not know widgets.

use std::collections::BTreeSet;
use std::sync::Arc;

use eframe::egui::Color32;

use crate::app::look::Look;
use crate::app::panels::naming::{color32, lane_icon, lane_name, persona_color, phase_name};
use crate::edit::{Cursor, Edit};
use crate::i18n::Words;
use crate::layout::theme;
use crate::model::{JourneyMap, Stage, StageId};
use crate::words;

/// A row of the outline.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Row {
    /// What it stands for.
    pub(super) target: Cursor,
    /// How deep it stands, from 0.
    pub(super) depth: u8,
    /// What it says.
    pub(super) text: String,
    /// What it says to who can't see it: with its kind and state.
    pub(super) name: String,
    /// An icon before it.
    pub(super) icon: Option<&'static str>,
    /// A dot of colour before it.
    pub(super) dot: Option<Color32>,
    /// Icons after it.
    pub(super) marks: Vec<&'static str>,
    /// The colour of its words; none: that of text.
    pub(super) color: Option<Color32>,
    /// Weighs more than the rows below it.
    pub(super) heavy: bool,
    /// Not shown on the map.
    pub(super) faint: bool,
    /// Whether what is below it is shown; none where nothing can be below it.
    pub(super) open: Option<bool>,
}

impl Row {
    fn new(target: Cursor, depth: u8, text: String, name: String) -> Self {
        Self {
            target,
            depth,
            text,
            name,
            icon: None,
            dot: None,
            marks: Vec::new(),
            color: None,
            heavy: false,
            faint: false,
            open: None,
        }
    }
}

/// Phases, stages and steps, as a tree. Usual names are in the map's language, as on the map.
pub(super) fn journey(
    map: &JourneyMap,
    closed: &BTreeSet<StageId>,
    look: &Look,
    map_words: &Words,
    words: &Words,
) -> Vec<Row> {
    shape(map, closed)
        .flat_map(|(stage, begins, open)| of_stage(map, stage, begins, open, look, map_words, words))
        .collect()
}

/// The stages, whether a phase begins with each, and whether its steps are shown.
pub(super) fn shape<'m>(
    map: &'m JourneyMap,
    closed: &BTreeSet<StageId>,
) -> impl Iterator<Item = (&'m Arc<Stage>, bool, bool)> {
    let mut phase = None;
    map.stages.iter().map(move |stage| {
        let before = std::mem::replace(&mut phase, stage.phase);
        (stage, before != stage.phase && stage.phase.is_some(), !closed.contains(&stage.id))
    })
}

/// The rows of a stage, with that of its phase where it `begins` one.
pub(super) fn of_stage(
    map: &JourneyMap,
    stage: &Stage,
    begins: bool,
    open: bool,
    look: &Look,
    map_words: &Words,
    words: &Words,
) -> Vec<Row> {
    let mut rows = Vec::new();
    if let Some(phase) = stage.phase.filter(|_| begins) {
        let text = phase_name(map, phase, map_words);
        let name = words!(words, "outline-phase", name = text.clone());
        let mut row = Row::new(Cursor::Phase(phase), 0, text, name);
        row.color = Some(color32(theme::palette(look.theme).phase(Some(phase)).text));
        row.heavy = true;
        rows.push(row);
    }
    let below = u8::from(stage.phase.is_some());
    rows.push(stage_row(stage, below, open, words));
    if open {
        rows.extend(stage.steps.iter().map(|step| {
            let text = named(&step.name, words);
            let name = if step.moment_of_truth {
                words!(words, "outline-step-moment", name = text.clone())
            } else {
                words!(words, "outline-step", name = text.clone())
            };
            let mut row = Row::new(Cursor::Step(step.id), below + 1, text, name);
            row.marks.extend(step.moment_of_truth.then_some("star"));
            row
        }));
    }
    rows
}

fn stage_row(stage: &Stage, depth: u8, open: bool, words: &Words) -> Row {
    let text = named(&stage.name, words);
    let name = words!(words, "outline-stage", name = text.clone());
    let mut row = Row::new(Cursor::Stage(stage.id), depth, text, name);
    row.heavy = true;
    row.open = (!stage.steps.is_empty()).then_some(open);
    row
}

/// The lanes, in order.
pub(super) fn lanes(map: &JourneyMap, map_words: &Words, words: &Words) -> Vec<Row> {
    map.lanes
        .iter()
        .map(|lane| {
            let text = lane_name(lane, map_words);
            let mut name = words!(words, "outline-lane", name = text.clone());
            let states = [
                (lane.hidden, "eye-off", words!(words, "outline-hidden")),
                (lane.collapsed, "fold-vertical", words!(words, "outline-collapsed")),
                (lane.locked, "lock", words!(words, "outline-locked")),
            ];
            let mut marks = Vec::new();
            for (on, mark, word) in states {
                if on {
                    name = format!("{name}, {word}");
                    marks.push(mark);
                }
            }
            let mut row = Row::new(Cursor::Lane(lane.id), 0, text, name);
            row.icon = Some(lane_icon(lane.kind));
            row.faint = lane.hidden;
            row.marks = marks;
            row
        })
        .collect()
}

/// The personas, in order.
pub(super) fn personas(map: &JourneyMap, look: &Look, words: &Words) -> Vec<Row> {
    map.personas
        .iter()
        .map(|persona| {
            let text = named(&persona.name, words);
            let name = words!(words, "outline-persona", name = text.clone());
            let mut row = Row::new(Cursor::Persona(persona.id), 0, text, name);
            row.dot = Some(persona_color(map, persona.id, look.theme));
            row
        })
        .collect()
}

fn named(name: &str, words: &Words) -> String {
    if name.trim().is_empty() { words!(words, "outline-unnamed") } else { name.to_owned() }
}

/// Where a dragged row can land: a line above or below a row, and the edit that puts it there.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Landing {
    /// The row whose edge it is.
    pub(super) row: Cursor,
    /// The lower edge; of a stage that of its last row.
    pub(super) below: bool,
    /// What landing there means; none where it already is.
    pub(super) edit: Option<Edit>,
}

/// All places where what is dragged can land.
pub(super) fn landings(map: &JourneyMap, dragged: Cursor, closed: &BTreeSet<StageId>) -> Vec<Landing> {
    match dragged {
        Cursor::Stage(id) => {
            let ids: Vec<_> = map.stages.iter().map(|stage| stage.id).collect();
            list_landings(&ids, id, Cursor::Stage, |to| Edit::MoveStage { id, to })
        }
        Cursor::Lane(id) => {
            let ids: Vec<_> = map.lanes.iter().map(|lane| lane.id).collect();
            list_landings(&ids, id, Cursor::Lane, |to| Edit::MoveLane { id, to })
        }
        Cursor::Persona(id) => {
            let ids: Vec<_> = map.personas.iter().map(|persona| persona.id).collect();
            list_landings(&ids, id, Cursor::Persona, |to| Edit::MovePersona { id, to })
        }
        Cursor::Step(id) => {
            let mut landings = Vec::new();
            for stage in &map.stages {
                let from = stage.steps.iter().position(|step| step.id == id);
                let put = |gap: usize| {
                    let to = gap - usize::from(from.is_some_and(|from| from < gap));
                    (from != Some(to)).then_some(Edit::MoveStep { id, stage: stage.id, to })
                };
                let count = stage.steps.len();
                if closed.contains(&stage.id) || count == 0 {
                    landings.push(Landing { row: Cursor::Stage(stage.id), below: true, edit: put(count) });
                    continue;
                }
                for (gap, step) in stage.steps.iter().enumerate() {
                    landings.push(Landing { row: Cursor::Step(step.id), below: false, edit: put(gap) });
                }
                if let Some(last) = stage.steps.last() {
                    landings.push(Landing { row: Cursor::Step(last.id), below: true, edit: put(count) });
                }
            }
            landings
        }
        _ => Vec::new(),
    }
}

fn list_landings<T: Copy + PartialEq>(
    ids: &[T],
    dragged: T,
    cursor: impl Fn(T) -> Cursor,
    edit: impl Fn(usize) -> Edit,
) -> Vec<Landing> {
    let Some(from) = ids.iter().position(|&id| id == dragged) else { return Vec::new() };
    let put = |gap: usize| {
        let to = gap - usize::from(from < gap);
        (to != from).then(|| edit(to))
    };
    let mut landings: Vec<Landing> =
        ids.iter().enumerate().map(|(gap, &id)| Landing { row: cursor(id), below: false, edit: put(gap) }).collect();
    landings.extend(ids.last().map(|&id| Landing { row: cursor(id), below: true, edit: put(ids.len()) }));
    landings
}

/// What moves a row one place up or down, if it can go there. A step at the edge of its stage goes into the next one.
pub(super) fn moved(map: &JourneyMap, target: Cursor, down: bool) -> Option<Edit> {
    let beside = |place: usize, count: usize| {
        if down { (place + 1 < count).then_some(place + 1) } else { place.checked_sub(1) }
    };
    match target {
        Cursor::Stage(id) => {
            let place = map.stages.iter().position(|stage| stage.id == id)?;
            beside(place, map.stages.len()).map(|to| Edit::MoveStage { id, to })
        }
        Cursor::Lane(id) => {
            let place = map.lanes.iter().position(|lane| lane.id == id)?;
            beside(place, map.lanes.len()).map(|to| Edit::MoveLane { id, to })
        }
        Cursor::Persona(id) => {
            let place = map.personas.iter().position(|persona| persona.id == id)?;
            beside(place, map.personas.len()).map(|to| Edit::MovePersona { id, to })
        }
        Cursor::Step(id) => {
            let (at, stage) =
                map.stages.iter().enumerate().find(|(_, stage)| stage.steps.iter().any(|step| step.id == id))?;
            let place = stage.steps.iter().position(|step| step.id == id)?;
            if let Some(to) = beside(place, stage.steps.len()) {
                return Some(Edit::MoveStep { id, stage: stage.id, to });
            }
            let next = map.stages.get(beside(at, map.stages.len())?)?;
            Some(Edit::MoveStep { id, stage: next.id, to: if down { 0 } else { next.steps.len() } })
        }
        _ => None,
    }
}
