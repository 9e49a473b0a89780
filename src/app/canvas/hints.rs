//! What belongs in a lane that says nothing yet, with an example, laid over the picture. Must not know what is selected.

use std::collections::BTreeSet;

use eframe::egui;
use egui::Ui;
use egui::text::{LayoutJob, TextFormat};

use super::Shown;
use super::camera::{Part, View};
use crate::app::look::{self};
use crate::edit::Cursor;
use crate::i18n::Words;
use crate::model::{Content, JourneyMap, Lane, LaneId, LaneKind, ScoreState, StepId};
use crate::scene::{Column, Group, Item, Placed, Row, Scene, Target, kurbo, target_rect};
use crate::words;

/// Space above a hint and below it, in map units.
const AIR: f64 = 15.0;

/// Paints the hints of the lanes that say nothing, but for the one that the cursor stands in.
pub(super) fn paint(ui: &Ui, shown: Shown<'_>, view: &View) {
    let size = 12.0 * view.zoom;
    if size < 6.0 {
        return;
    }
    unnamed(ui, shown, view, size);
    let clip = view.clip(Part::Body);
    let painter = ui.painter().with_clip_rect(clip);
    let ink = shown.look.colors.weak;
    for row in &shown.scene.rows {
        let Some(column) = shown.scene.columns.first() else { continue };
        let mut at = view.screen(Part::Body, kurbo::Point::new(column.left, row.top + AIR));
        // Where the view begins further to the right, so does the hint.
        at.x = at.x.max(clip.left() + 6.0);
        let end = view.screen(Part::Body, kurbo::Point::new(column.left, row.bottom));
        // Whether a lane is silent may be asked of every card: first whether it is in view.
        if at.y > clip.bottom() || end.y < clip.top() {
            continue;
        }
        let Some(lane) = shown.map.lane(row.lane).filter(|lane| is_silent(shown.map, lane, row)) else { continue };
        let here = matches!(shown.selection.cursor, Some(Cursor::Cell { lane, .. }) if lane == row.lane);
        if here {
            continue;
        }
        let format = TextFormat { font_id: look::italic(size), color: ink, ..TextFormat::default() };
        let mut job = LayoutJob::single_section(hint(shown.words, lane.kind), format);
        let room = view.screen(Part::Body, kurbo::Point::new(shown.scene.body.rect.x1, row.top)).x - at.x;
        job.wrap.max_width = room.max(size * 10.0);
        let height = (row.bottom - row.top - AIR) as f32 * view.zoom;
        job.wrap.max_rows = ((height / (size * 1.4)) as usize).clamp(1, 2);
        let galley = painter.layout_job(job);
        // On the line that the lane's name stands on: a row may begin with a line of a blueprint.
        let first = first_baseline(&galley);
        let baseline = name_baseline(shown.scene, row.lane).map(|y| view.screen(Part::Body, (0.0, y).into()).y);
        let top = baseline.zip(first).map_or(at.y, |(line, first)| line - first);
        painter.galley(egui::pos2(at.x, top), galley, ink);
    }
}

/// Says of steps and stages without a name that they are there.
fn unnamed(ui: &Ui, shown: Shown<'_>, view: &View, size: f32) {
    let clip = view.clip(Part::Header);
    let painter = ui.painter().with_clip_rect(clip);
    let unnamed = shown.map.steps().filter(|(_, step)| step.name.is_empty());
    let unnamed: BTreeSet<StepId> = unnamed.map(|(_, step)| step.id).collect();
    let seen = |column: &&Column| {
        let left = view.screen(Part::Header, kurbo::Point::new(column.left, 0.0)).x;
        let right = view.screen(Part::Header, kurbo::Point::new(column.right, 0.0)).x;
        left < clip.right() && right > clip.left()
    };
    let steps = shown.scene.columns.iter().filter(seen).filter_map(|column| column.step);
    let steps_line = shown.scene.header.groups().find_map(|group| match group.target {
        Some(Target::Step(step)) if !unnamed.contains(&step) => line_of(&group),
        _ => None,
    });
    let steps = steps.filter(|step| unnamed.contains(step)).map(|step| (Target::Step(step), Cursor::Step(step)));
    let stages = shown.map.stages.iter().filter(|stage| stage.name.is_empty());
    let stages = stages.map(|stage| (Target::Stage(stage.id), Cursor::Stage(stage.id)));
    for (target, cursor) in steps.chain(stages) {
        let Some(rect) = target_rect(shown.scene, target).filter(|_| shown.selection.cursor != Some(cursor)) else {
            continue;
        };
        let rect = view.screen_rect(Part::Header, rect);
        if !clip.intersects(rect) {
            continue;
        }
        let words = words!(shown.words, "map-unnamed");
        let galley = painter.layout_no_wrap(words, look::italic(size), shown.look.colors.weak);
        let at = match (target, first_baseline(&galley)) {
            (Target::Step(_), Some(first)) => {
                // On the line that the other names stand on.
                let line = steps_line.map(|y| view.screen(Part::Header, (0.0, y).into()).y);
                egui::pos2(rect.left(), line.unwrap_or_else(|| rect.bottom() - 12.0 * view.zoom) - first)
            }
            _ => egui::pos2(rect.left() + 12.0 * view.zoom, rect.center().y - galley.size().y / 2.0),
        };
        painter.galley(at, galley, shown.look.colors.weak);
    }
}

/// Where the first line of a galley stands, from its top.
fn first_baseline(galley: &egui::Galley) -> Option<f32> {
    galley.rows.first().and_then(|row| Some(row.pos.y + row.row.glyphs.first()?.pos.y))
}

/// Where the first line of a lane's name stands.
fn name_baseline(scene: &Scene, lane: LaneId) -> Option<f64> {
    let name = scene.names.groups().find(|group| group.target == Some(Target::Lane(lane)))?;
    line_of(&name)
}

/// Where the first line of a group stands.
fn line_of(group: &Placed<&Group>) -> Option<f64> {
    group.items().find_map(|item| match item {
        Item::Text(text) => Some(text.origin.y),
        Item::Group(_) | Item::Rect(_) | Item::Path(_) | Item::Image(_) | Item::Link(_) => None,
    })
}

/// Whether a lane says nothing yet.
fn is_silent(map: &JourneyMap, lane: &Lane, row: &Row) -> bool {
    if row.collapsed {
        return false;
    }
    let scored = || {
        let scores = map.steps().flat_map(|(_, step)| step.scores.values());
        scores.into_iter().any(|score| matches!(score.state, ScoreState::Scored { .. }))
    };
    match lane.kind {
        LaneKind::Emotion | LaneKind::CustomersKept => !scored(),
        // A pain point leaves an empty place for what answers it.
        LaneKind::Opportunities => {
            !row.filled && !map.cards().any(|(_, card)| matches!(card.content, Content::PainPoint(_)))
        }
        LaneKind::Time => !map.steps().any(|(_, step)| step.active_minutes.is_some() || step.waiting_minutes.is_some()),
        LaneKind::PainPriority => {
            let rated = |content: &Content| matches!(content, Content::PainPoint(pain) if pain.severity.is_some());
            !map.cards().any(|(_, card)| rated(&card.content))
        }
        _ => !row.filled,
    }
}

/// What belongs in a lane of this kind, with an example.
fn hint(words: &Words, kind: LaneKind) -> String {
    match kind {
        LaneKind::Actions => words!(words, "hint-actions"),
        LaneKind::Touchpoints => words!(words, "hint-touchpoints"),
        LaneKind::Thoughts => words!(words, "hint-thoughts"),
        LaneKind::Emotion => words!(words, "hint-emotion"),
        LaneKind::PainPoints => words!(words, "hint-pain-points"),
        LaneKind::Opportunities => words!(words, "hint-opportunities"),
        LaneKind::Metrics => words!(words, "hint-metrics"),
        LaneKind::Expectations => words!(words, "hint-expectations"),
        LaneKind::Needs => words!(words, "hint-needs"),
        LaneKind::Quotes => words!(words, "hint-quotes"),
        LaneKind::Text => words!(words, "hint-text"),
        LaneKind::Images => words!(words, "hint-images"),
        LaneKind::Frontstage => words!(words, "hint-frontstage"),
        LaneKind::Backstage => words!(words, "hint-backstage"),
        LaneKind::Systems => words!(words, "hint-systems"),
        LaneKind::Evidence => words!(words, "hint-evidence"),
        LaneKind::Owners => words!(words, "hint-owners"),
        LaneKind::Time => words!(words, "hint-time"),
        LaneKind::CustomersKept => words!(words, "hint-customers-kept"),
        LaneKind::PainPriority => words!(words, "hint-pain-priority"),
    }
}
