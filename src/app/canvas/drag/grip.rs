//! What the pointer would seize, and what a click selects. Must not know what happens to it then.

use eframe::egui::{CursorIcon, Pos2};

use super::super::camera::Part;
use super::super::{Canvas, Shown, navigate};
use super::Refusal;
use crate::edit::{Cursor, Selection};
use crate::model::{CardId, JourneyMap, LaneId, LaneKind, PersonaId, StepId};
use crate::scene::{Column, Scene, Target, card_rects, kurbo, pick_region};

/// How near to an edge the pointer has to be, in points.
const NEAR: f64 = 5.0;
/// A card or column narrower than this on the screen has no edge to seize.
const LEAST: f64 = 40.0;

/// What is under the pointer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::app::canvas) enum Grip {
    /// Nothing: a rubber band begins here.
    Nothing,
    /// Something that can be clicked, and not moved.
    Still,
    /// A card.
    Card(CardId),
    /// Where a card begins or ends.
    CardEdge(CardId, End),
    /// A point of an emotion curve, or the mark where it has none.
    Point(LaneId, StepId, PersonaId),
    /// The heading of a step, stage or lane; a persona.
    Heading(Cursor),
    /// The right edge of a column.
    StepEdge(StepId),
    /// The lower edge of a row.
    LaneEdge(LaneId),
}

/// Which end of a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::app::canvas) enum End {
    Left,
    Right,
}

impl Grip {
    /// What the pointer looks like over it.
    pub(super) const fn icon(self) -> Option<CursorIcon> {
        match self {
            Self::Nothing => None,
            Self::Still | Self::Card(_) | Self::Heading(_) => Some(CursorIcon::PointingHand),
            Self::Point(..) | Self::LaneEdge(_) => Some(CursorIcon::ResizeVertical),
            Self::CardEdge(..) | Self::StepEdge(_) => Some(CursorIcon::ResizeHorizontal),
        }
    }

    /// Itself, if it is an edge of the table.
    pub(super) fn edge(self) -> Option<Self> {
        matches!(self, Self::StepEdge(_) | Self::LaneEdge(_) | Self::CardEdge(..)).then_some(self)
    }
}

/// Why what lies in a lane can't be changed, if it can't.
pub(super) fn locked(map: &JourneyMap, lane: LaneId) -> Option<Refusal> {
    map.lane(lane).filter(|lane| lane.locked).map(|lane| Refusal::Locked(lane.id))
}

impl Canvas {
    /// What is seized at a place of the screen.
    pub(super) fn grip_at(&self, shown: Shown<'_>, at: Pos2) -> Grip {
        let Some(part) = self.view.part_at(shown.scene, at) else { return Grip::Nothing };
        if !self.view.clip(part).contains(at) {
            // In the corner between the headings that stay in view lies what can't be seen.
            return Grip::Nothing;
        }
        let point = self.view.map(part, at);
        let zoom = f64::from(self.view.zoom);
        let near = |a: f64, b: f64| ((a - b) * zoom).abs() <= NEAR;
        let hit = pick_region(part.region(shown.scene), point);
        match part {
            Part::Header if self.view.is_over_steps(point) => {
                let wide = |column: &&Column| (column.right - column.left) * zoom > LEAST;
                let edge = shown.scene.columns.iter().filter(wide).find(|column| near(point.x, column.right));
                if let Some(step) = edge.and_then(|column| column.step) {
                    return Grip::StepEdge(step);
                }
            }
            Part::Names => {
                let open = shown.scene.rows.iter().filter(|row| !row.collapsed);
                if let Some(row) = open.into_iter().find(|row| near(point.y, row.bottom)) {
                    return Grip::LaneEdge(row.lane);
                }
            }
            _ => {}
        }
        let Some(hit) = hit else { return Grip::Nothing };
        match hit.target {
            Target::Card(id) if hit.rect.width() * zoom <= LEAST => Grip::Card(id),
            Target::Card(id) if near(point.x, hit.rect.x1) => Grip::CardEdge(id, End::Right),
            Target::Card(id) if near(point.x, hit.rect.x0) => Grip::CardEdge(id, End::Left),
            Target::Card(id) => Grip::Card(id),
            Target::Score(lane, step, persona) => Grip::Point(lane, step, persona),
            Target::Step(id) => Grip::Heading(Cursor::Step(id)),
            Target::Stage(id) => Grip::Heading(Cursor::Stage(id)),
            Target::Lane(id) => Grip::Heading(Cursor::Lane(id)),
            Target::Persona(id) => Grip::Heading(Cursor::Persona(id)),
            Target::Title
            | Target::Scenario
            | Target::Omtm
            | Target::Phase(_)
            | Target::Cell(..)
            | Target::Link { .. }
            | Target::Branch { .. } => Grip::Still,
        }
    }

    /// What a click at a place of the screen selects.
    pub(super) fn selection_at(&self, shown: Shown<'_>, at: Pos2) -> Option<Selection> {
        let part = self.view.part_at(shown.scene, at)?;
        if !self.view.clip(part).contains(at) {
            return Some(Selection::default());
        }
        let point = self.view.map(part, at);
        match pick_region(part.region(shown.scene), point).map(|hit| hit.target) {
            Some(target) => navigate::selection_of(shown.map, target),
            None => match part {
                Part::Body => cursor_at(shown, point).map(Selection::at),
                // Above a step and beside a lane there is more room than their names take.
                Part::Header if self.view.is_over_steps(point) => {
                    let column = shown.scene.columns.iter().find(|column| distance(column, point.x) < 8.0)?;
                    column.step.map(|step| Selection::at(Cursor::Step(step)))
                }
                Part::Names => {
                    let row = shown.scene.rows.iter().find(|row| row.top <= point.y && point.y < row.bottom)?;
                    Some(Selection::at(Cursor::Lane(row.lane)))
                }
                _ => Some(Selection::default()),
            },
        }
    }
}

/// The cell at a point of the body.
fn cursor_at(shown: Shown<'_>, point: kurbo::Point) -> Option<Cursor> {
    let (lane, step) = cell_at(shown.scene, point)?;
    let kind = shown.map.lane(lane)?.kind;
    let persona = (kind == LaneKind::Emotion).then(|| {
        // The persona that the cursor scores already, else the first.
        let current = shown.selection.cursor.and_then(|cursor| match cursor {
            Cursor::Cell { persona, .. } => persona,
            _ => None,
        });
        current.or_else(|| shown.map.personas.first().map(|persona| persona.id))
    });
    Some(Cursor::Cell { lane, step, persona: persona.flatten() })
}

/// Lane and step at a point of the body.
pub(in crate::app::canvas) fn cell_at(scene: &Scene, point: kurbo::Point) -> Option<(LaneId, StepId)> {
    let row = scene.rows.iter().find(|row| row.top <= point.y && point.y < row.bottom)?;
    let column = nearest_column(scene, point.x).filter(|column| distance(column, point.x) < 40.0)?;
    Some((row.lane, column.step?))
}

/// The column of a step that is nearest to `x`.
pub(super) fn nearest_column(scene: &Scene, x: f64) -> Option<&Column> {
    let steps = scene.columns.iter().filter(|column| column.step.is_some());
    steps.min_by(|a, b| distance(a, x).total_cmp(&distance(b, x)))
}

fn distance(column: &Column, x: f64) -> f64 {
    (column.left - x).max(x - column.right).max(0.0)
}

/// The cards that a rectangle of the body touches.
pub(super) fn cards_in(scene: &Scene, band: kurbo::Rect) -> Vec<CardId> {
    let touched = card_rects(scene, |_| true).filter(|(_, rect)| rect.intersect(band).area() > 0.0);
    touched.map(|(id, _)| id).collect()
}
