//! What the parts of the picture are: tags for screen readers, and bookmarks.

use std::num::NonZeroU16;

use krilla::destination::XyzDestination;
use krilla::geom::{Point, Rect};
use krilla::outline::{Outline, OutlineNode};
use krilla::tagging::{BBox, Tag, TagKind};

use crate::model::{StageId, StepId};
use crate::scene::{Group, Placed, Role, Scene, Target, kurbo};

/// What a group is.
pub(super) fn tag(group: &Placed, scale: f64) -> TagKind {
    let name = (!group.name.is_empty()).then(|| group.name.clone());
    match group.role {
        Role::Title => heading(1, name),
        Role::ColumnHeader => match group.target {
            Some(Target::Stage(_)) => heading(2, name),
            Some(Target::Step(_)) => heading(3, name),
            _ => Tag::P.with_alt_text(name).into(),
        },
        Role::RowHeader => heading(2, name),
        // A figure that nothing describes is no figure to those who can't see it.
        Role::Point | Role::Figure if name.is_some() => {
            Tag::Figure(name).with_bbox(bounding_box(group.rect(), scale)).into()
        }
        Role::Row => Tag::Section.into(),
        Role::Card => Tag::P.with_alt_text(name).into(),
        Role::Point | Role::Figure | Role::Note | Role::Decoration => Tag::P.into(),
    }
}

fn heading(level: u16, title: Option<String>) -> TagKind {
    match (NonZeroU16::new(level), title) {
        (Some(level), Some(title)) => Tag::Hn(level, Some(title)).into(),
        _ => Tag::P.into(),
    }
}

/// A place on the page.
pub(super) fn bounding_box(rect: kurbo::Rect, scale: f64) -> Option<BBox> {
    rectangle(rect, scale).map(|rect| BBox::new(0, rect))
}

/// A rectangle of the scene in points; none if it has no area.
pub(super) fn rectangle(rect: kurbo::Rect, scale: f64) -> Option<Rect> {
    let rect = rect.abs();
    if rect.area() <= 0.0 {
        return None;
    }
    Rect::from_ltrb(
        (rect.x0 * scale) as f32,
        (rect.y0 * scale) as f32,
        (rect.x1 * scale) as f32,
        (rect.y1 * scale) as f32,
    )
}

/// A bookmark for each stage, with its steps; the title where there is no stage.
pub(super) fn outline(scene: &Scene, scale: f64) -> Outline {
    let mut stages: Vec<(StageId, Placed<&Group>)> = Vec::new();
    let mut steps: Vec<(StepId, Placed<&Group>)> = Vec::new();
    for group in scene.header.groups() {
        match group.target {
            Some(Target::Stage(id)) => stages.push((id, group)),
            Some(Target::Step(id)) => steps.push((id, group)),
            _ => {}
        }
    }
    let place = |group: &Placed<&Group>| {
        let rect = group.rect();
        XyzDestination::new(0, Point::from_xy((rect.x0 * scale) as f32, (rect.y0 * scale) as f32))
    };
    let mut outline = Outline::new();
    for (stage, group) in &stages {
        let mut node = OutlineNode::new(named(&group.name), place(group)).with_open(true);
        let columns = scene.columns.iter().filter(|column| column.stage == *stage);
        for step in columns.filter_map(|column| column.step) {
            if let Some((_, group)) = steps.iter().find(|(id, _)| *id == step) {
                node.push_child(OutlineNode::new(named(&group.name), place(group)));
            }
        }
        outline.push_child(node);
    }
    if stages.is_empty() {
        outline.push_child(OutlineNode::new(named(&scene.title), XyzDestination::new(0, Point::from_xy(0.0, 0.0))));
    }
    outline
}

/// A bookmark can't be without a name.
fn named(name: &str) -> String {
    let name = name.trim();
    if name.is_empty() { "…".to_owned() } else { name.to_owned() }
}
