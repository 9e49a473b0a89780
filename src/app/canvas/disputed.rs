//! Conflicts of a merge, marked on the picture: a frame around what they are about, with a sign at its corner. Laid over the
//! picture, never part of it.

use std::collections::BTreeSet;
use std::sync::Arc;

use eframe::egui::{CornerRadius, Rect, Stroke, StrokeKind, Ui, Vec2};

use super::Shown;
use super::camera::{Part, View};
use crate::app::look::icon;
use crate::model::check::Thing;
use crate::model::{Conflict, JourneyMap};
use crate::scene::{Scene, Target, kurbo};

/// The marks of one picture; placed once.
#[derive(Debug, Default)]
pub(super) struct Disputes {
    of: Option<Arc<Scene>>,
    targets: BTreeSet<Target>,
    placed: Vec<(Part, kurbo::Rect)>,
}

impl Disputes {
    /// Paints the marks that are in view.
    pub(super) fn paint(&mut self, ui: &Ui, shown: Shown<'_>, view: &View) {
        if shown.map.conflicts.is_empty() {
            self.of = None;
            return;
        }
        if !self.of.as_ref().is_some_and(|of| Arc::ptr_eq(of, shown.scene)) {
            self.targets = targets(shown.map);
            self.placed = place(shown.scene, &self.targets);
            self.of = Some(Arc::clone(shown.scene));
        }
        let colors = &shown.look.colors;
        for (part, frame) in &self.placed {
            let clip = view.clip(*part);
            let frame = view.screen_rect(*part, *frame).expand(1.5);
            if !frame.expand(12.0).intersects(clip) {
                continue;
            }
            let painter = ui.painter().with_clip_rect(clip);
            let radius = CornerRadius::same((8.0 * view.zoom).clamp(2.0, 10.0) as u8);
            painter.rect_stroke(frame, radius, Stroke::new(1.6, colors.danger), StrokeKind::Outside);
            let size = (9.0 * view.zoom).clamp(5.0, 11.0);
            painter.circle(frame.right_top(), size, colors.danger, Stroke::new(1.5, colors.raised));
            if size > 5.0 {
                let sign = Rect::from_center_size(frame.right_top(), Vec2::splat(size * 1.3));
                icon(&painter, "git-branch", sign, colors.raised);
            }
        }
    }
}

/// What the conflicts of a map are about, as far as it has a place on the picture.
fn targets(map: &JourneyMap) -> BTreeSet<Target> {
    let target = |conflict: &Conflict| match conflict.at {
        None => Some(Target::Title),
        Some(Thing::Persona(id)) => Some(Target::Persona(id)),
        Some(Thing::Stage(id)) => Some(Target::Stage(id)),
        Some(Thing::Step(id)) => Some(Target::Step(id)),
        Some(Thing::Lane(id)) => Some(Target::Lane(id)),
        Some(Thing::Card(id)) => Some(Target::Card(id)),
        Some(Thing::Segment(_) | Thing::Channel(_) | Thing::Evidence(_)) => None,
    };
    map.conflicts.iter().filter_map(target).collect()
}

fn place(scene: &Scene, targets: &BTreeSet<Target>) -> Vec<(Part, kurbo::Rect)> {
    let mut placed = Vec::new();
    for part in Part::ALL {
        let groups = part.region(scene).groups();
        let disputed = groups.filter(|group| group.target.is_some_and(|target| targets.contains(&target)));
        placed.extend(disputed.map(|group| {
            let rect = group.rect();
            // The scenario begins right below the title.
            let lower = if group.target == Some(Target::Title) { rect.y1 - 5.0 } else { rect.y1 };
            (part, kurbo::Rect { y1: lower, ..rect })
        }));
    }
    placed
}
