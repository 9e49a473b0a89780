//! What belongs in a lane that says nothing yet, with an example, laid over the picture. Must not know what is selected.

use eframe::egui;
use egui::Ui;
use egui::text::{LayoutJob, TextFormat};

use super::Shown;
use super::camera::{Part, View};
use crate::app::look::{self};
use crate::edit::Cursor;
use crate::i18n::Words;
use crate::model::{Content, JourneyMap, Lane, LaneId, LaneKind, ScoreState};
use crate::scene::{Item, Row, Scene, Target, kurbo};
use crate::words;

/// Space above a hint and below it, in map units.
const AIR: f64 = 15.0;

/// Paints the hints of the lanes that say nothing, but for the one that the cursor stands in.
pub(super) fn paint(ui: &Ui, shown: Shown<'_>, view: &View) {
    let size = 12.0 * view.zoom;
    if size < 6.0 {
        return;
    }
    let clip = view.clip(Part::Body);
    let painter = ui.painter().with_clip_rect(clip);
    let ink = shown.look.colors.weak;
    for row in &shown.scene.rows {
        let Some(column) = shown.scene.columns.first() else { continue };
        let at = view.screen(Part::Body, kurbo::Point::new(column.left, row.top + AIR));
        let end = view.screen(Part::Body, kurbo::Point::new(column.left, row.bottom));
        // Whether a lane is silent may be asked of every card: first whether it is in view.
        if at.y > clip.bottom() || end.y < clip.top() {
            continue;
        }
        let Some(lane) = shown.map.lane(row.lane).filter(|lane| is_silent(shown.map, lane, row)) else { continue };
        let here = matches!(shown.selection.cursor, Some(Cursor::Cell { lane, .. }) if lane == row.lane);
        // A curve is scored all along its lane, and the hint is in nobody's way there.
        if here && lane.kind.content().is_some() {
            continue;
        }
        let format = TextFormat { font_id: look::italic(size), color: ink, ..TextFormat::default() };
        let mut job = LayoutJob::single_section(hint(shown.words, lane.kind), format);
        let room = (shown.scene.body.rect.x1 - column.left) as f32 * view.zoom;
        job.wrap.max_width = room.max(size * 10.0);
        let height = (row.bottom - row.top - AIR) as f32 * view.zoom;
        job.wrap.max_rows = ((height / (size * 1.4)) as usize).clamp(1, 2);
        let galley = painter.layout_job(job);
        // On the line that the lane's name stands on: a row may begin with a line of a blueprint.
        let first = galley.rows.first().and_then(|row| Some(row.pos.y + row.row.glyphs.first()?.pos.y));
        let baseline = name_baseline(shown.scene, row.lane).map(|y| view.screen(Part::Body, (0.0, y).into()).y);
        let top = baseline.zip(first).map_or(at.y, |(line, first)| line - first);
        painter.galley(egui::pos2(at.x, top), galley, ink);
    }
}

/// Where the first line of a lane's name stands.
fn name_baseline(scene: &Scene, lane: LaneId) -> Option<f64> {
    let name = scene.names.groups().find(|group| group.target == Some(Target::Lane(lane)))?;
    let mut items = name.items();
    items.find_map(|item| match item {
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
