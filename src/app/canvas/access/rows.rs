//! The rows of the table: headings, lanes, cells and the cards in them.

use std::collections::BTreeSet;

use eframe::egui;
use egui::accesskit::Action;
use egui::{Id, Role, Ui};

use super::{Column, Tree, bounds, cell, cell_id, container, node_id, note};
use crate::app::canvas::camera::Part;
use crate::app::canvas::navigate::RowAt;
use crate::app::intent::Intent;
use crate::edit::{Cursor, Edit, LaneChange};
use crate::i18n::{self, Words};
use crate::model::{LaneId, LaneKind, PersonaId, Step};
use crate::scene::{Target, kurbo};

impl<'a> Tree<'a, '_> {
    /// A row with its header and the wanted cells.
    pub(super) fn row(
        &mut self,
        table: &mut Ui,
        row: RowAt,
        at: usize,
        columns: &[Column<'a>],
        wanted: &BTreeSet<usize>,
    ) {
        let id = Id::unique(("canvas-row", row));
        let mut ui = container(table, id, Role::Row, self.shown.map.language);
        ui.ctx().accesskit_node_builder(id, |node| node.set_row_index(at));
        match row {
            RowAt::Phase | RowAt::Stage | RowAt::Step => self.headings(&mut ui, row, at, columns, wanted),
            RowAt::Lane(lane, persona) => self.lane(&mut ui, (lane, persona), at, columns, wanted),
        }
    }

    /// Phases, stages or steps: each once, over all its columns.
    fn headings(&mut self, ui: &mut Ui, row: RowAt, at: usize, columns: &[Column<'a>], wanted: &BTreeSet<usize>) {
        let shown = self.shown;
        let mut next = 0;
        while let Some(column) = columns.get(next) {
            let same = |other: &Column<'_>| match row {
                RowAt::Phase => other.stage.phase == column.stage.phase,
                RowAt::Stage => other.stage.id == column.stage.id,
                _ => false,
            };
            let span = columns.iter().skip(next).take_while(|other| same(other)).count().max(1);
            let range = next..next + span;
            let last = columns.get(range.end - 1).unwrap_or(column);
            let near = wanted.range(range.clone()).next().is_some();
            let first = std::mem::replace(&mut next, range.end);
            let (target, (name, place)) = match row {
                RowAt::Phase => {
                    let Some(phase) = column.stage.phase else { continue };
                    let own = shown.map.phases.get(phase);
                    let words = Words::new(shown.map.language);
                    let name = if own.is_empty() { i18n::phase_word(&words, phase) } else { own.to_owned() };
                    (Target::Phase(phase), (name, String::new()))
                }
                RowAt::Stage => (Target::Stage(column.stage.id), self.speech.stage(column.stage, column.stage_place)),
                _ => {
                    let Some((step, number)) = column.step else { continue };
                    (Target::Step(step.id), self.speech.step(step, number))
                }
            };
            if !near {
                continue;
            }
            let selected = self.is_selected(target);
            let header = shown.scene.header.rect;
            let header = kurbo::Rect::new(column.rect.0, header.y0, last.rect.1, header.y1);
            let found = shown.scene.header.groups().find(|group| group.target == Some(target));
            let found = found.map(|group| group.rect());
            let rect = (Part::Header, found.unwrap_or(header));
            self.leaf(ui, node_id(target), target, rect, |node| {
                node.set_role(Role::ColumnHeader);
                node.set_label(name);
                if !place.is_empty() {
                    node.set_description(place);
                }
                node.set_selected(selected);
                node.set_row_index(at);
                node.set_column_index(first + 1);
                node.set_column_span(span);
            });
        }
    }

    /// The name of a lane and its cells.
    fn lane(
        &mut self,
        ui: &mut Ui,
        (lane, persona): (LaneId, Option<PersonaId>),
        at: usize,
        columns: &[Column<'a>],
        wanted: &BTreeSet<usize>,
    ) {
        let shown = self.shown;
        let Some(found) = shown.map.lane(lane) else { return };
        let name = self.speech.row(RowAt::Lane(lane, persona));
        let Some(band) = shown.scene.rows.iter().find(|row| row.lane == lane) else { return };
        let names = shown.scene.names.rect;
        let header = kurbo::Rect::new(names.x0, band.top, names.x1, band.bottom);
        let selected = self.is_selected(Target::Lane(lane));
        let first = persona.is_none_or(|persona| shown.map.personas.first().is_some_and(|first| first.id == persona));
        let target = Target::Lane(lane);
        // A lane of several rows is one heading for the cursor; the rows of the other personas have their own names.
        let id = if first { node_id(target) } else { Id::unique(("canvas-row-name", lane, persona)) };
        let open = !found.collapsed;
        if self.is_asked(id, &[if open { Action::Collapse } else { Action::Expand }]) {
            self.intents.push(Intent::Edit(Edit::SetLane(lane, LaneChange::Collapsed(open))));
        }
        let locked = self.speech.locked(found);
        self.leaf(ui, id, target, (Part::Names, header), |node| {
            node.set_role(Role::RowHeader);
            node.set_label(name.as_str());
            if let Some(locked) = locked {
                node.set_description(locked);
            }
            node.set_selected(selected && first);
            node.set_expanded(open);
            node.add_action(if open { Action::Collapse } else { Action::Expand });
            node.set_row_index(at);
            node.set_column_index(0);
        });
        for group in self.seen.notes.get(&(lane, None)).into_iter().flatten().filter(|_| first) {
            let rect = self.on_screen(Part::Body, group.rect());
            note(ui, Id::unique(("canvas-line", lane)), rect, &group.name);
        }
        for place in wanted {
            let Some(column) = columns.get(*place) else { continue };
            let rect = kurbo::Rect::new(column.rect.0, band.top, column.rect.1, band.bottom);
            let Some((step, number)) = column.step else {
                let id = Id::unique(("canvas-no-step", lane, persona, column.stage.id));
                let label = self.speech.no_step(&name, column.stage);
                let (target, place) = (Target::Stage(column.stage.id), (at, *place + 1));
                self.leaf(ui, id, target, (Part::Body, rect), |node| cell(node, label, place, false));
                continue;
            };
            let cursor = Cursor::Cell { lane, step: step.id, persona };
            let selected = shown.selection.cursor == Some(cursor);
            let place = (at, *place + 1);
            if let Some(persona) = persona {
                let label = self.speech.score(found, number, step, persona);
                let rect = self.seen.scores.get(&(lane, step.id, persona)).copied().unwrap_or(rect);
                let target = Target::Score(lane, step.id, persona);
                self.leaf(ui, cell_id(cursor), target, (Part::Body, rect), |node| cell(node, label, place, selected));
                continue;
            }
            self.cell(ui, (found.kind, &name), cursor, (step, number), place, rect);
        }
    }

    /// A cell with its cards.
    fn cell(
        &mut self,
        ui: &mut Ui,
        (kind, row): (LaneKind, &str),
        cursor: Cursor,
        (step, number): (&'a Step, usize),
        place: (usize, usize),
        rect: kurbo::Rect,
    ) {
        let shown = self.shown;
        let Cursor::Cell { lane, .. } = cursor else { return };
        let collapsed = shown.map.lane(lane).is_some_and(|lane| lane.collapsed);
        let cards: Vec<_> = step.cards.iter().filter(|card| card.lane == lane).collect();
        let covering = self.seen.covering.get(&(lane, place.1 - 1)).map_or(&[][..], Vec::as_slice);
        let label = if kind.content().is_some() || collapsed {
            self.speech.cell(row, number, cards.len(), covering, collapsed)
        } else {
            self.speech.figure(row, number)
        };
        let selected = shown.selection.cursor == Some(cursor) && shown.selection.cards.is_empty();
        let id = cell_id(cursor);
        let target = Target::Cell(lane, step.id);
        self.act(ui, id, target);
        let inner = container(ui, id, Role::Cell, shown.map.language);
        let on_screen = self.on_screen(Part::Body, rect);
        let spoken = label.clone();
        ui.ctx().accesskit_node_builder(id, |node| {
            cell(node, label, place, selected);
            bounds(node, on_screen);
            node.add_action(Action::Click);
            node.add_action(Action::Focus);
        });
        if collapsed {
            return;
        }
        for card in cards {
            let group = self.seen.cards.get(&card.id).copied();
            let selected = self.selected.contains(&card.id);
            // A card whose cell is in view and which isn't itself says its place too, as layout has it.
            let name = group.map_or_else(|| format!("{spoken}: {}", card.text), |group| group.name.clone());
            let about = self.speech.about_card(card);
            let rect = group.map_or(rect, |group| group.rect());
            let target = Target::Card(card.id);
            self.leaf(&inner, node_id(target), target, (Part::Body, rect), |node| {
                node.set_role(Role::ListItem);
                node.set_label(name);
                node.set_selected(selected);
                if !about.is_empty() {
                    node.set_description(about);
                }
            });
        }
        for (index, group) in self.seen.notes.get(&(lane, Some(place.1 - 1))).into_iter().flatten().enumerate() {
            let rect = self.on_screen(Part::Body, group.rect());
            note(&inner, Id::unique(("canvas-note", cursor, index)), rect, &group.name);
        }
    }
}
