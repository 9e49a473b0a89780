//! Steps, stages, lanes and personas, dragged by their headings to a gap between others.

use eframe::egui::Pos2;

use super::super::Shown;
use super::super::camera::{Part, View};
use super::super::navigate::target_of;
use super::super::overlay::part_of_cursor;
use super::Moment;
use super::paint::Ghost;
use crate::app::intent::Intent;
use crate::edit::{Cursor, Edit, Selection, apply, headings};
use crate::layout::theme::GUTTER;
use crate::model::{JourneyMap, LaneId, Phase, StageId};
use crate::scene::{Scene, Target, target_rect};

/// A heading that is dragged.
pub(super) struct Heading {
    pub(super) what: Cursor,
    /// All that go with it, in the map's order: what is selected, if it is among that.
    pub(super) all: Vec<Cursor>,
    pub(super) ghost: Option<Ghost>,
    pub(super) gap: Option<Gap>,
    /// What landing there means; none where they stay.
    edit: Option<Edit>,
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
    /// Before which one of that stage's steps, or of all stages, lanes, personas.
    before: usize,
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
    pub(super) fn new(shown: Shown<'_>, view: &View, what: Cursor, from: Pos2) -> Self {
        let part = part_of_cursor(what);
        let region = part.region(shown.scene);
        let ghost = target_of(what).and_then(|target| Ghost::new(region, target, view.map(part, from)));
        let chosen = headings::chosen(shown.map, shown.selection);
        let all = if chosen.contains(&what) { chosen } else { vec![what] };
        Self { what, all, ghost, gap: None, edit: None, phase: None }
    }

    /// Whether it moves among columns, not among rows.
    pub(super) const fn goes_sideways(&self) -> bool {
        !matches!(self.what, Cursor::Lane(_))
    }

    pub(super) fn go_on(&mut self, moment: Moment<'_>) {
        let (map, scene) = (moment.base, moment.base_scene);
        let gaps = match self.what {
            Cursor::Step(_) => steps(map, scene),
            Cursor::Stage(_) => stages(map, scene),
            Cursor::Lane(_) => lanes(map, scene),
            Cursor::Persona(_) => personas(map, scene),
            _ => return,
        };
        let part = if matches!(self.what, Cursor::Persona(_)) { Part::Title } else { Part::Body };
        let at = moment.view.map(part, moment.at);
        let away = |gap: &Gap| gap.line.away(at.x, at.y);
        let gap = gaps.into_iter().min_by(|a, b| away(a).total_cmp(&away(b)));
        if gap != self.gap {
            self.edit = gap.as_ref().and_then(|gap| headings::carried(map, &self.all, gap.stage, gap.before));
            self.gap = gap;
            self.phase = self.other_phase(map);
        }
    }

    fn other_phase(&self, map: &JourneyMap) -> Option<Phase> {
        let Cursor::Stage(id) = self.what else { return None };
        let after = apply(map, self.edit.as_ref()?).ok()?;
        let phase = after.stage(id)?.phase;
        phase.filter(|_| map.stage(id).is_some_and(|stage| stage.phase != phase))
    }

    pub(super) fn end(&self, before: &Selection, intents: &mut Vec<Intent>) {
        let selection = if self.all.len() > 1 { before.clone() } else { Selection::at(self.what) };
        intents.push(match self.edit.clone() {
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

/// Before each step, and at the end of each stage. Where two stages meet there are two gaps, one for each.
fn steps(map: &JourneyMap, scene: &Scene) -> Vec<Gap> {
    let mut gaps = Vec::new();
    for stage in &map.stages {
        let columns: Vec<_> = scene.columns.iter().filter(|column| column.stage == stage.id).collect();
        let mut push = |x: f64, before: usize| {
            gaps.push(Gap { line: Line::Column(x), stage: Some(stage.id), before });
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

fn stages(map: &JourneyMap, scene: &Scene) -> Vec<Gap> {
    let gap = |x: f64, before: usize| Gap { line: Line::Column(x), stage: None, before };
    let first = |stage: StageId| scene.columns.iter().find(|column| column.stage == stage);
    let stages = map.stages.iter().enumerate();
    let mut gaps: Vec<Gap> =
        stages.filter_map(|(before, stage)| Some(gap(first(stage.id)?.left - GUTTER / 2.0, before))).collect();
    gaps.extend(scene.columns.last().map(|column| gap(column.right + GUTTER / 2.0, map.stages.len())));
    gaps
}

fn lanes(map: &JourneyMap, scene: &Scene) -> Vec<Gap> {
    let place = |id: LaneId| map.lanes.iter().position(|lane| lane.id == id);
    let gap = |y: f64, before: usize| Gap { line: Line::Row(y), stage: None, before };
    let mut gaps: Vec<Gap> = scene.rows.iter().filter_map(|row| Some(gap(row.top, place(row.lane)?))).collect();
    gaps.extend(scene.rows.last().and_then(|row| Some(gap(row.bottom, place(row.lane)? + 1))));
    gaps
}

fn personas(map: &JourneyMap, scene: &Scene) -> Vec<Gap> {
    let mut gaps = Vec::new();
    for (place, persona) in map.personas.iter().enumerate() {
        let Some(rect) = target_rect(scene, Target::Persona(persona.id)) else { continue };
        for (x, before) in [(rect.x0 - 5.0, place), (rect.x1 + 5.0, place + 1)] {
            gaps.push(Gap { line: Line::Title(x, rect.y0, rect.y1), stage: None, before });
        }
    }
    gaps
}
