//! What the picture shows where nodes are made: the names and places that layout has given to cards, faces and figures.

use std::collections::BTreeMap;

use super::{Column, Tree};
use crate::app::canvas::camera::Part;
use crate::app::canvas::navigate::RowAt;
use crate::app::canvas::paint::Painted;
use crate::model::{CardId, LaneId, PersonaId, StepId};
use crate::scene::{self, Group, Placed, Target, kurbo};

/// What the picture shows where nodes are made.
#[derive(Default)]
pub(super) struct Seen<'a> {
    pub(super) cards: BTreeMap<CardId, Placed<&'a Group>>,
    pub(super) scores: BTreeMap<(LaneId, StepId, PersonaId), kurbo::Rect>,
    /// Names of cards that go on over a cell from a step before.
    pub(super) covering: BTreeMap<(LaneId, usize), Vec<String>>,
    /// Words and figures that belong to no card, by lane and column; none: to the whole row.
    pub(super) notes: BTreeMap<(LaneId, Option<usize>), Vec<Placed<&'a Group>>>,
}

impl<'a> Tree<'a, '_> {
    /// Finds what the picture shows in view and in the cursor's row and column.
    pub(super) fn look(
        &mut self,
        painted: &Painted,
        rows: &[RowAt],
        columns: &[Column<'_>],
        cursor: Option<(usize, Option<usize>)>,
    ) {
        let shown = self.shown;
        let clip = self.view.clip(Part::Body);
        let (low, high) = (self.view.map(Part::Body, clip.min), self.view.map(Part::Body, clip.max));
        let mut areas = vec![kurbo::Rect::new(low.x, low.y, high.x, high.y)];
        let whole = shown.scene.body.rect;
        if let Some((row, column)) = cursor {
            if let Some(RowAt::Lane(lane, _)) = rows.get(row)
                && let Some(row) = shown.scene.rows.iter().find(|row| row.lane == *lane)
            {
                areas.push(kurbo::Rect::new(whole.x0, row.top, whole.x1, row.bottom));
            }
            if let Some(column) = column.and_then(|column| columns.get(column)) {
                areas.push(kurbo::Rect::new(column.rect.0, whole.y0, column.rect.1, whole.y1));
            }
        }
        let scene = shown.scene;
        for group in painted.index.groups_in(Part::Body, &scene.body, &areas) {
            match group.target {
                Some(Target::Card(id)) => {
                    self.seen.cards.insert(id, group);
                    self.cover(group, columns);
                }
                Some(Target::Score(lane, step, persona)) if group.role != scene::Role::Decoration => {
                    self.seen.scores.insert((lane, step, persona), group.rect());
                }
                None if !group.name.is_empty() && group.role != scene::Role::Decoration => {
                    let middle = group.rect().center();
                    let row = scene.rows.iter().find(|row| row.top <= group.rect().y0 + 1.0 && middle.y < row.bottom);
                    let within =
                        columns.iter().position(|column| column.rect.0 <= middle.x && middle.x <= column.rect.1);
                    let wide = columns
                        .first()
                        .is_some_and(|column| group.rect().width() > 2.0 * (column.rect.1 - column.rect.0));
                    if let Some(row) = row {
                        let place = (row.lane, within.filter(|_| !wide));
                        self.seen.notes.entry(place).or_default().push(group);
                    }
                }
                _ => {}
            }
        }
    }

    /// A card that spans several steps covers the cells after its own.
    fn cover(&mut self, group: Placed<&Group>, columns: &[Column<'_>]) {
        let first = columns.partition_point(|column| column.rect.1 <= group.rect().x0);
        let after = columns.partition_point(|column| column.rect.0 < group.rect().x1);
        if after <= first + 1 {
            return;
        }
        let Some(row) =
            self.shown.scene.rows.iter().find(|row| row.top <= group.rect().y0 && group.rect().y0 < row.bottom)
        else {
            return;
        };
        // The place that the name begins with is that of its first cell.
        let text = group.name.split_once(": ").map_or(group.name.as_str(), |(_, text)| text);
        for column in first + 1..after {
            self.seen.covering.entry((row.lane, column)).or_default().push(text.to_owned());
        }
    }
}
