//! What the canvas is for who can't see it: a table of headings, lanes and cells, each with its name and place, and the
//! cards in their cells. Nodes are made for what is in view and for the row and the column of the cursor, so that arrows
//! always have somewhere to go; and none at all while nobody listens. Must not know how things are called (`spoken`).

mod lines;
mod rows;
mod seen;
mod spoken;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use eframe::egui;
use egui::accesskit::{Action, Node, NodeId};
use egui::{Id, Rect, Role, Sense, Ui, UiBuilder, Vec2, vec2};

use super::Shown;
use super::camera::{Part, View};
use super::editor::field_id;
use super::navigate::{self, RowAt, selection_of, target_of};
use super::paint::Painted;
use crate::app::intent::Intent;
use crate::edit::{Cursor, headings};
use crate::model::{CardId, LaneId, Language, Stage, Step};
use crate::scene::{self, Target, kurbo};
use crate::words;
use seen::Seen;
use spoken::Speech;

/// Cells to both sides of the cursor that are there although they are out of view.
const REACH: usize = 40;
/// More cells than this in view can't be read by anybody: only the cursor's row and column are described then.
const MOST: usize = 900;

/// Describes the map to screen readers, and carries out what they ask for. How far they want to scroll.
pub(super) fn describe(
    ui: &mut Ui,
    shown: Shown<'_>,
    view: &View,
    painted: &Painted,
    (canvas, editing): (Id, bool),
    intents: &mut Vec<Intent>,
) -> Vec2 {
    let listening = ui.ctx().accesskit_node_builder(canvas, |node| node.set_role(Role::GenericContainer));
    if listening.is_none() {
        // Nobody reads the tree: nothing needs a name in this frame.
        return Vec2::ZERO;
    }
    let asked = ui.input(|input| {
        let asked = input.events.iter().filter_map(|event| match event {
            egui::Event::AccessKitActionRequest(request) => Some((request.target_node, request.action)),
            _ => None,
        });
        asked.collect()
    });
    let (speech, seen) = (Speech::new(shown.map), Seen::default());
    let selected = shown.selection.cards.iter().copied().collect();
    let chosen = headings::chosen(shown.map, shown.selection);
    let mut tree = Tree { shown, view, asked, intents, speech, seen, selected, chosen };
    tree.title(ui);
    let scrolled = tree.table(ui, painted);
    tree.lines(ui, painted);
    tree.footer(ui);
    tree.cursor(ui, editing);
    scrolled
}

/// Identity of the node that stands for a part of the map.
fn node_id(target: Target) -> Id {
    Id::unique(("canvas-node", target))
}

/// Identity of the node of what the cursor stands on.
fn cursor_id(shown: Shown<'_>, cursor: Cursor) -> Id {
    match cursor {
        Cursor::Cell { .. } if !shown.selection.cards.is_empty() => {
            let card = shown.selection.cards.last().copied().map(Target::Card);
            card.map_or_else(|| cell_id(cursor), node_id)
        }
        Cursor::Cell { .. } => cell_id(cursor),
        other => target_of(other).map_or_else(|| cell_id(other), node_id),
    }
}

fn cell_id(cursor: Cursor) -> Id {
    Id::unique(("canvas-cell", cursor))
}

/// A column of the table.
struct Column<'a> {
    stage: &'a Stage,
    stage_place: usize,
    step: Option<(&'a Step, usize)>,
    rect: (f64, f64),
}

/// The nodes under way.
struct Tree<'a, 'i> {
    shown: Shown<'a>,
    view: &'a View,
    asked: Vec<(NodeId, Action)>,
    intents: &'i mut Vec<Intent>,
    speech: Speech<'a>,
    seen: Seen<'a>,
    /// The selected cards.
    selected: BTreeSet<CardId>,
    /// The headings that are selected together.
    chosen: Vec<Cursor>,
}

impl<'a> Tree<'a, '_> {
    /// Who and why, before the table.
    fn title(&mut self, ui: &mut Ui) {
        let name = words!(self.shown.words, "canvas-title-block");
        let id = Id::unique("canvas-title-block");
        let block = container(ui, id, Role::Group, self.shown.map.language);
        ui.ctx().accesskit_node_builder(id, |node| node.set_label(name));
        for group in self.shown.scene.title_block.groups() {
            let Some(target) = group.target else { continue };
            let role = if group.role == scene::Role::Title { Role::Heading } else { Role::Paragraph };
            let selected = self.is_selected(target);
            self.leaf(&block, node_id(target), target, (Part::Title, group.rect()), |node| {
                node.set_role(role);
                node.set_label(group.name.as_str());
                node.set_selected(selected);
            });
        }
    }

    /// Legend, date and sources, after the table.
    fn footer(&self, ui: &mut Ui) {
        for (place, group) in self.shown.scene.footer.groups().enumerate() {
            if group.name.is_empty() || group.role == scene::Role::Decoration {
                continue;
            }
            let rect = self.on_screen(Part::Footer, group.rect());
            note(ui, Id::unique(("canvas-footer", place)), rect, &group.name);
        }
    }

    /// The table with its rows. How far a screen reader wants it scrolled.
    fn table(&mut self, ui: &mut Ui, painted: &Painted) -> Vec2 {
        let shown = self.shown;
        let rows = navigate::rows(shown.map);
        let columns = columns(shown);
        let cursor = shown.selection.cursor.and_then(|cursor| navigate::place(shown.map, cursor));
        let id = Id::unique("canvas-table");
        let mut table = container(ui, id, Role::Table, shown.map.language);
        let title = format!("{}: {}", words!(shown.words, "canvas-name"), shown.scene.title);
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_label(title);
            bounds(node, self.view.rect);
            node.set_row_count(rows.len());
            node.set_column_count(columns.len() + 1);
            node.set_multiselectable();
            for action in SCROLLS {
                node.add_action(action.0);
            }
        });
        let (in_view, mut columns_in_view) = self.in_view(&rows, &columns);
        let mut rows_in_view: BTreeSet<usize> = in_view;
        if rows_in_view.len() * columns_in_view.len() > MOST {
            rows_in_view.clear();
            columns_in_view = 0..0;
        }
        // The headings are always there: they say what a table is about.
        rows_in_view
            .extend(rows.iter().take_while(|row| !matches!(row, RowAt::Lane(..))).enumerate().map(|(at, _)| at));
        let near = |at: usize, count: usize| at.saturating_sub(REACH)..(at + REACH + 1).min(count);
        let cursor_column = cursor.and_then(|(_, column)| column);
        self.look(painted, &rows, &columns, cursor);
        for (at, row) in rows.iter().enumerate() {
            let seen = rows_in_view.contains(&at);
            let mut wanted: BTreeSet<usize> = if seen { columns_in_view.clone().collect() } else { BTreeSet::new() };
            if let Some((cursor_row, _)) = cursor {
                if cursor_row == at {
                    wanted.extend(near(cursor_column.unwrap_or_default(), columns.len()));
                }
                if near(cursor_row, rows.len()).contains(&at) || !matches!(row, RowAt::Lane(..)) {
                    wanted.extend(cursor_column);
                }
            }
            if seen
                || !wanted.is_empty()
                || cursor.is_some_and(|(cursor_row, _)| near(cursor_row, rows.len()).contains(&at))
            {
                self.row(&mut table, *row, at, &columns, &wanted);
            }
        }
        // Of what lies below the pinned headings: no row may be passed by that was never in view.
        let far = (self.view.clip(Part::Body).size() * 0.8).max(Vec2::splat(24.0));
        let asked = SCROLLS.into_iter().filter(|(action, _)| self.is_asked(id, &[*action]));
        asked.fold(Vec2::ZERO, |sum, (_, (x, y))| sum + vec2(x, y) * far)
    }

    /// The rows and columns of which something is in view.
    fn in_view(&self, rows: &[RowAt], columns: &[Column<'_>]) -> (BTreeSet<usize>, Range<usize>) {
        let clip = self.view.clip(Part::Body);
        let (low, high) = (self.view.map(Part::Body, clip.min), self.view.map(Part::Body, clip.max));
        let scene = self.shown.scene;
        let bands: BTreeMap<LaneId, bool> =
            scene.rows.iter().map(|row| (row.lane, row.bottom > low.y && row.top < high.y)).collect();
        let rows = rows.iter().enumerate().filter(|(_, row)| match row {
            RowAt::Lane(lane, _) => bands.get(lane).copied().unwrap_or_default(),
            RowAt::Phase | RowAt::Stage | RowAt::Step => false,
        });
        let first = columns.partition_point(|column| column.rect.1 <= low.x);
        let last = columns.partition_point(|column| column.rect.0 < high.x);
        (rows.map(|(at, _)| at).collect(), first..last.max(first))
    }

    /// A node without children that can be pressed.
    fn leaf(
        &mut self,
        ui: &Ui,
        id: Id,
        target: Target,
        (part, rect): (Part, kurbo::Rect),
        describe: impl FnOnce(&mut Node),
    ) {
        self.act(ui, id, target);
        let rect = self.on_screen(part, rect);
        // Pointing is sensed by the canvas itself; this only has a place in the tree.
        ui.interact(if rect.intersects(self.view.rect) { rect } else { Rect::NOTHING }, id, Sense::hover());
        ui.ctx().accesskit_node_builder(id, |node| {
            describe(node);
            bounds(node, rect);
            node.add_action(Action::Click);
            node.add_action(Action::Focus);
        });
    }

    /// What of a part's rectangle can be seen; where it is, if nothing can.
    fn on_screen(&self, part: Part, rect: kurbo::Rect) -> Rect {
        let (rect, clip) = (self.view.screen_rect(part, rect), self.view.clip(part));
        if rect.intersects(clip) { rect.intersect(clip) } else { rect }
    }

    /// Whether a heading is the cursor's, or selected with it.
    fn is_selected(&self, heading: Target) -> bool {
        let cursor = self.shown.selection.cursor;
        cursor.iter().chain(&self.chosen).any(|cursor| target_of(*cursor) == Some(heading))
    }

    fn is_asked(&self, id: Id, actions: &[Action]) -> bool {
        !self.asked.is_empty()
            && self.asked.iter().any(|(node, action)| *node == id.accesskit_id() && actions.contains(action))
    }

    /// A press or the focus of a screen reader selects what a node stands for, and gives the canvas the keyboard.
    fn act(&mut self, ui: &Ui, id: Id, target: Target) {
        if self.is_asked(id, &[Action::Click, Action::Focus])
            && let Some(selection) = selection_of(self.shown.map, target)
        {
            self.intents.push(Intent::Show(selection));
            ui.memory_mut(|memory| memory.request_focus(field_id()));
        }
    }

    /// While nothing is being typed, what the cursor stands on is what screen readers take to have the keyboard. The field
    /// that has it says what is being edited.
    fn cursor(&self, ui: &Ui, editing: bool) {
        let Some(cursor) = self.shown.selection.cursor else { return };
        let id = cursor_id(self.shown, cursor);
        let context = ui.ctx();
        let name = context.accesskit_node_builder(id, |node| node.label().map(ToOwned::to_owned)).flatten();
        let Some(name) = name else { return };
        // A heading keeps the name that it had before the typing: it is its text, and would be read again with each letter.
        let before = field_id().with("name");
        let name = context.data_mut(|data| match data.get_temp::<(Id, String)>(before) {
            Some((place, before)) if editing && place == id && !matches!(cursor, Cursor::Cell { .. }) => before,
            _ => {
                data.insert_temp(before, (id, name.clone()));
                name
            }
        });
        context.accesskit_node_builder(field_id(), |node| {
            if editing {
                node.set_label(format!("{}: {name}", words!(self.shown.words, "canvas-editing")));
            } else {
                node.set_active_descendant(id.accesskit_id());
            }
        });
    }
}

/// What a screen reader may ask of the table, and the way it goes then, in parts of the view.
const SCROLLS: [(Action, (f32, f32)); 4] = [
    (Action::ScrollDown, (0.0, -1.0)),
    (Action::ScrollUp, (0.0, 1.0)),
    (Action::ScrollRight, (-1.0, 0.0)),
    (Action::ScrollLeft, (1.0, 0.0)),
];

/// The columns of the table, with what stands over them.
fn columns<'a>(shown: Shown<'a>) -> Vec<Column<'a>> {
    let mut places = shown.scene.columns.iter();
    let mut columns = Vec::with_capacity(shown.scene.columns.len());
    let mut number = 0;
    for (stage_place, stage) in shown.map.stages.iter().enumerate() {
        let mut add = |step| {
            let Some(place) = places.next() else { return };
            columns.push(Column { stage, stage_place, step, rect: (place.left, place.right) });
        };
        if stage.steps.is_empty() {
            add(None);
        }
        for step in &stage.steps {
            add(Some((step.as_ref(), number)));
            number += 1;
        }
    }
    columns
}

/// A node that holds others. Its ids are its own, so that screen readers know it again after scrolling.
fn container(ui: &mut Ui, id: Id, role: Role, language: Language) -> Ui {
    let child = ui.new_child(UiBuilder::new().scope_id(id).max_rect(ui.max_rect()).accessibility_role(role));
    if role != Role::Row {
        ui.ctx().accesskit_node_builder(id, |node| node.set_language(language.code()));
    }
    child
}

/// Words that can't be pressed.
fn note(ui: &Ui, id: Id, rect: Rect, name: &str) {
    ui.interact(if rect.intersects(ui.clip_rect()) { rect } else { Rect::NOTHING }, id, Sense::hover());
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_role(Role::Note);
        node.set_label(name);
        bounds(node, rect);
    });
}

fn cell(node: &mut Node, label: String, (row, column): (usize, usize), selected: bool) {
    node.set_role(Role::Cell);
    node.set_label(label);
    node.set_row_index(row);
    node.set_column_index(column);
    node.set_selected(selected);
}

fn bounds(node: &mut Node, rect: Rect) {
    node.set_bounds(egui::accesskit::Rect {
        x0: rect.min.x.into(),
        y0: rect.min.y.into(),
        x1: rect.max.x.into(),
        y1: rect.max.y.into(),
    });
}
