//! What the parts of the picture are: a table with headings for screen readers, and bookmarks.
//!
//! Must not know what they look like, nor on how many sheets they are: it is one table over all of them.

use std::num::{NonZeroU16, NonZeroU32};
use std::ops::Range;

use krilla::destination::XyzDestination;
use krilla::geom::{Point, Rect};
use krilla::outline::{Outline, OutlineNode};
use krilla::tagging::{BBox, Node, TableHeaderScope, Tag, TagGroup, TagKind, TagTree};

use super::paint::{Region, Thing};
use crate::layout::sheets::Sheets;
use crate::model::{StageId, StepId};
use crate::scene::{Group, Placed, Role, Scene, Target, kurbo};

/// What a group is.
pub(super) fn tag(group: &Placed, bounds: Option<BBox>) -> TagKind {
    let name = (!group.name.is_empty()).then(|| group.name.clone());
    match group.role {
        Role::Title => heading(1, name),
        // A figure that nothing describes is no figure to those who can't see it.
        Role::Point | Role::Figure if name.is_some() => Tag::Figure(name).with_bbox(bounds).into(),
        Role::Row => Tag::Section.into(),
        Role::Card | Role::ColumnHeader | Role::RowHeader => Tag::P.with_alt_text(name).into(),
        Role::Point | Role::Figure | Role::Note | Role::Decoration => Tag::P.into(),
    }
}

fn heading(level: u16, title: Option<String>) -> TagKind {
    match (NonZeroU16::new(level), title) {
        (Some(level), Some(title)) => Tag::Hn(level, Some(title)).into(),
        _ => Tag::P.into(),
    }
}

/// A rectangle of a sheet in points; none if it has no area.
pub(super) fn rectangle(rect: kurbo::Rect, scale: f64) -> Option<Rect> {
    if rect.width() <= 0.0 || rect.height() <= 0.0 {
        return None;
    }
    Rect::from_ltrb(
        (rect.x0 * scale) as f32,
        (rect.y0 * scale) as f32,
        (rect.x1 * scale) as f32,
        (rect.y1 * scale) as f32,
    )
}

/// What readers hear, in their order: the title, the table of steps and lanes with a heading for each, and then what
/// belongs to no cell, such as arrows and the legend. `nothing` makes the content of an empty cell.
pub(super) fn tree(tree: &mut TagTree, scene: &Scene, things: &mut [Thing], nothing: &mut dyn FnMut() -> Node) {
    for thing in things.iter_mut().filter(|thing| thing.part == Region::Title) {
        take(thing).for_each(|node| tree.push(node));
    }
    if !scene.columns.is_empty() && !scene.rows.is_empty() {
        let (head, body) = (head(scene, things, nothing), body(scene, things, nothing));
        let summary = (!scene.title.is_empty()).then(|| scene.title.clone());
        tree.push(TagGroup::with_children(Tag::Table.with_summary(summary), vec![head, body]));
    }
    for part in [Region::Header, Region::Names, Region::Body, Region::Footer] {
        for thing in things.iter_mut().filter(|thing| thing.part == part) {
            take(thing).for_each(|node| tree.push(node));
        }
    }
}

fn take(thing: &mut Thing) -> impl Iterator<Item = Node> + use<> {
    std::mem::take(&mut thing.nodes).into_iter()
}

/// The columns whose middle a rectangle covers.
fn covered(scene: &Scene, rect: kurbo::Rect) -> Range<usize> {
    let inside = |column: &&crate::scene::Column| {
        let middle = f64::midpoint(column.left, column.right);
        rect.x0 <= middle && middle <= rect.x1
    };
    let first = scene.columns.iter().position(|column| inside(&column)).unwrap_or_default();
    first..first + scene.columns.iter().filter(inside).count()
}

/// The headings: phases, stages, steps, a row each; only those that there are.
fn head(scene: &Scene, things: &mut [Thing], nothing: &mut dyn FnMut() -> Node) -> Node {
    let levels: [fn(Target) -> bool; 3] = [
        |target| matches!(target, Target::Phase(_)),
        |target| matches!(target, Target::Stage(_)),
        |target| matches!(target, Target::Step(_)),
    ];
    let mut rows = Vec::new();
    for is_level in levels {
        let mut cells: Vec<(Range<usize>, Vec<Node>)> = Vec::new();
        for thing in things.iter_mut().filter(|thing| thing.part == Region::Header) {
            let Some(group) = thing.group.as_ref().filter(|group| group.target.is_some_and(is_level)) else { continue };
            let columns = covered(scene, group.rect());
            if !columns.is_empty() {
                cells.push((columns, take(thing).collect()));
            }
        }
        if cells.is_empty() {
            continue;
        }
        cells.sort_by_key(|(columns, _)| columns.start);
        let mut row = vec![cell(Tag::TD, vec![nothing()])];
        let mut column = 0;
        for (columns, nodes) in cells {
            while column < columns.start {
                row.push(cell(Tag::TD, vec![nothing()]));
                column += 1;
            }
            let span = u32::try_from(columns.len()).ok().and_then(NonZeroU32::new).filter(|span| span.get() > 1);
            row.push(cell(Tag::TH(TableHeaderScope::Column).with_col_span(span), nodes));
            column = columns.end;
        }
        while column < scene.columns.len() {
            row.push(cell(Tag::TD, vec![nothing()]));
            column += 1;
        }
        rows.push(cell(Tag::TR, row));
    }
    cell(Tag::THead, rows)
}

/// The rows: a heading and a cell for each step.
fn body(scene: &Scene, things: &mut [Thing], nothing: &mut dyn FnMut() -> Node) -> Node {
    let count = scene.columns.len();
    let mut cells: Vec<Vec<Vec<Node>>> = vec![vec![Vec::new(); count]; scene.rows.len()];
    let mut names: Vec<Vec<Node>> = vec![Vec::new(); scene.rows.len()];
    for thing in things {
        let Some(group) = &thing.group else { continue };
        let (rect, target) = (group.rect(), group.target);
        let middle = rect.center().y;
        // Rows follow one another from the top.
        let Some(row) = scene.rows.iter().position(|row| row.top <= middle && middle < row.bottom) else { continue };
        match (thing.part, target) {
            (Region::Names, _) => names[row].extend(take(thing)),
            (Region::Body, Some(Target::Link { .. } | Target::Branch { .. })) => {}
            (Region::Body, _) => {
                let begins = rect.x0 + 1.0;
                let of_step = |step: StepId| scene.columns.iter().position(|column| column.step == Some(step));
                let column = match target {
                    Some(Target::Score(_, step, _) | Target::Cell(_, step)) => of_step(step),
                    // A line between lanes belongs to all of them.
                    None if covered(scene, rect).len() > 1 => None,
                    _ => scene.columns.iter().position(|column| begins <= column.right),
                };
                if let Some(column) = column {
                    cells[row][column].extend(take(thing));
                }
            }
            (Region::Header | Region::Title | Region::Footer, _) => {}
        }
    }
    let mut rows = Vec::new();
    for (name, cells) in names.into_iter().zip(cells) {
        let mut filled = |nodes: Vec<Node>| if nodes.is_empty() { vec![nothing()] } else { nodes };
        let mut row = vec![cell(Tag::TH(TableHeaderScope::Row), filled(name))];
        row.extend(cells.into_iter().map(|nodes| cell(Tag::TD, filled(nodes))));
        rows.push(cell(Tag::TR, row));
    }
    cell(Tag::TBody, rows)
}

fn cell(tag: impl Into<TagKind>, nodes: Vec<Node>) -> Node {
    TagGroup::with_children(tag, nodes).into()
}

/// A bookmark for each stage, with its steps; the title where there is no stage. The first sheet is the page `first`.
pub(super) fn outline(outline: &mut Outline, scene: &Scene, sheets: &Sheets, scale: f64, first: usize) {
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
        let (page, at) = sheets.place(group.rect().origin()).unwrap_or_default();
        XyzDestination::new(first + page, Point::from_xy((at.x * scale) as f32, (at.y * scale) as f32))
    };
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
        outline.push_child(OutlineNode::new(named(&scene.title), XyzDestination::new(first, Point::from_xy(0.0, 0.0))));
    }
}

/// A bookmark can't be without a name.
fn named(name: &str) -> String {
    let name = name.trim();
    if name.is_empty() { "…".to_owned() } else { name.to_owned() }
}
