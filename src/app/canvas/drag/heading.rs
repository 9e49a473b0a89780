//! Steps, stages, lanes and personas, dragged by their headings to a gap between others.

use eframe::egui::Pos2;

use super::super::camera::{Part, View};
use super::super::navigate::target_of;
use super::super::overlay::part_of_cursor;
use super::Moment;
use super::paint::Ghost;
use crate::app::intent::Intent;
use crate::edit::{Cursor, Edit, Selection, apply};
use crate::layout::theme::GUTTER;
use crate::model::{JourneyMap, LaneId, PersonaId, Phase, StageId, StepId};
use crate::scene::{Scene, Target, target_rect};

/// A heading that is dragged.
pub(super) struct Heading {
    pub(super) what: Cursor,
    pub(super) ghost: Option<Ghost>,
    pub(super) gap: Option<Gap>,
    /// The phase that a stage would belong to, where that is another one.
    pub(super) phase: Option<Phase>,
}

/// Where it would land.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Gap {
    /// The line between its neighbours, in map units: where it is across, and from where to where along.
    pub(super) line: Line,
    /// The stage that a step would belong to.
    pub(super) stage: Option<StageId>,
    /// The edit; none where it stays.
    edit: Option<Edit>,
}

/// A line that shows a gap.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Line {
    /// Between two columns, over the whole height of the table; for a stage from its heading on.
    Column(f64),
    /// Between two rows, over the whole width of the table.
    Row(f64),
    /// Between two personas of the title block: x, from y to y.
    Title(f64, f64, f64),
}

impl Heading {
    pub(super) fn new(scene: &Scene, view: &View, what: Cursor, from: Pos2) -> Self {
        let part = part_of_cursor(what);
        let ghost = target_of(what).and_then(|target| Ghost::new(part.region(scene), target, view.map(part, from)));
        Self { what, ghost, gap: None, phase: None }
    }

    /// Whether it moves among columns, not among rows.
    pub(super) const fn goes_sideways(&self) -> bool {
        !matches!(self.what, Cursor::Lane(_))
    }

    pub(super) fn go_on(&mut self, moment: Moment<'_>) {
        let (map, scene) = (moment.base, moment.base_scene);
        let gaps = match self.what {
            Cursor::Step(id) => steps(map, scene, id),
            Cursor::Stage(id) => stages(map, scene, id),
            Cursor::Lane(id) => lanes(map, scene, id),
            Cursor::Persona(id) => personas(map, scene, id),
            _ => return,
        };
        let part = if matches!(self.what, Cursor::Persona(_)) { Part::Title } else { Part::Body };
        let at = moment.view.map(part, moment.at);
        let away = |gap: &Gap| gap.line.away(at.x, at.y);
        let gap = gaps.into_iter().min_by(|a, b| away(a).total_cmp(&away(b)));
        if gap != self.gap {
            self.gap = gap;
            self.phase = self.other_phase(map);
        }
    }

    fn other_phase(&self, map: &JourneyMap) -> Option<Phase> {
        let Cursor::Stage(id) = self.what else { return None };
        let after = apply(map, self.gap.as_ref()?.edit.as_ref()?).ok()?;
        let phase = after.stage(id)?.phase;
        phase.filter(|_| map.stage(id).is_some_and(|stage| stage.phase != phase))
    }

    pub(super) fn end(&self, intents: &mut Vec<Intent>) {
        let selection = Selection::at(self.what);
        intents.push(match self.gap.as_ref().and_then(|gap| gap.edit.clone()) {
            Some(edit) => Intent::EditAndSelect(edit, selection),
            None => Intent::Select(selection),
        });
    }
}

impl Line {
    /// How far a point is away from it.
    fn away(self, x: f64, y: f64) -> f64 {
        match self {
            Self::Column(at) => (x - at).abs(),
            Self::Row(at) => (y - at).abs(),
            Self::Title(at, top, bottom) => (x - at).hypot((top - y).max(y - bottom).max(0.0) * 4.0),
        }
    }
}

/// The place that something has after it was taken out of its list: before what stands at `before` now; none where it
/// stands there already.
const fn place_after(own: usize, before: usize) -> Option<usize> {
    if before == own || before == own + 1 {
        None
    } else if before > own {
        Some(before - 1)
    } else {
        Some(before)
    }
}

/// Before each step, and at the end of each stage. Where two stages meet there are two gaps, one for each.
fn steps(map: &JourneyMap, scene: &Scene, id: StepId) -> Vec<Gap> {
    let mut gaps = Vec::new();
    for stage in &map.stages {
        let columns: Vec<_> = scene.columns.iter().filter(|column| column.stage == stage.id).collect();
        let own = stage.steps.iter().position(|step| step.id == id);
        let edit = |before: usize| {
            let to = own.map_or(Some(before), |own| place_after(own, before));
            to.map(|to| Edit::MoveStep { id, stage: stage.id, to })
        };
        let mut push = |x: f64, before: usize| {
            gaps.push(Gap { line: Line::Column(x), stage: Some(stage.id), edit: edit(before) });
        };
        if stage.steps.is_empty() {
            if let Some(column) = columns.first() {
                push(column.left.midpoint(column.right), 0);
            }
            continue;
        }
        for (before, column) in columns.iter().enumerate() {
            // The first one of a stage stands nearer to it, so that the end of the stage before has room beside it.
            push(column.left - if before == 0 { GUTTER / 4.0 } else { GUTTER / 2.0 }, before);
        }
        if let Some(column) = columns.last() {
            push(column.right + GUTTER / 4.0, columns.len());
        }
    }
    gaps
}

fn stages(map: &JourneyMap, scene: &Scene, id: StageId) -> Vec<Gap> {
    let Some(own) = map.stages.iter().position(|stage| stage.id == id) else { return Vec::new() };
    let edit = |before: usize| place_after(own, before).map(|to| Edit::MoveStage { id, to });
    let gap = |x: f64, before: usize| Gap { line: Line::Column(x), stage: None, edit: edit(before) };
    let first = |stage: StageId| scene.columns.iter().find(|column| column.stage == stage);
    let mut gaps: Vec<Gap> = map
        .stages
        .iter()
        .enumerate()
        .filter_map(|(before, stage)| Some(gap(first(stage.id)?.left - GUTTER / 2.0, before)))
        .collect();
    gaps.extend(scene.columns.last().map(|column| gap(column.right + GUTTER / 2.0, map.stages.len())));
    gaps
}

fn lanes(map: &JourneyMap, scene: &Scene, id: LaneId) -> Vec<Gap> {
    let place = |id: LaneId| map.lanes.iter().position(|lane| lane.id == id);
    let Some(own) = place(id) else { return Vec::new() };
    let mut gaps = Vec::new();
    let mut push = |y: f64, before: usize| {
        let edit = place_after(own, before).map(|to| Edit::MoveLane { id, to });
        gaps.push(Gap { line: Line::Row(y), stage: None, edit });
    };
    for row in &scene.rows {
        if let Some(before) = place(row.lane) {
            push(row.top, before);
        }
    }
    if let Some((row, before)) = scene.rows.last().and_then(|row| Some((row, place(row.lane)?))) {
        push(row.bottom, before + 1);
    }
    gaps
}

fn personas(map: &JourneyMap, scene: &Scene, id: PersonaId) -> Vec<Gap> {
    let Some(own) = map.personas.iter().position(|persona| persona.id == id) else { return Vec::new() };
    let mut gaps = Vec::new();
    for (place, persona) in map.personas.iter().enumerate() {
        let Some(rect) = target_rect(scene, Target::Persona(persona.id)) else { continue };
        for (x, before) in [(rect.x0 - 5.0, place), (rect.x1 + 5.0, place + 1)] {
            let edit = place_after(own, before).map(|to| Edit::MovePersona { id, to });
            gaps.push(Gap { line: Line::Title(x, rect.y0, rect.y1), stage: None, edit });
        }
    }
    gaps
}
