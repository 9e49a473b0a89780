//! What arrows run around: columns of cards, the gutters between them, and the gaps between rows.
//!
//! Must not know maps: it sees boxes.

use kurbo::Rect;

use crate::layout::theme::{GUTTER, MARGIN};
use crate::scene::{Column, kurbo};

/// How much of two edges that touch isn't a crossing.
const TOUCH: f64 = 0.5;

/// What a row holds, as arrows see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::layout) enum Holds {
    /// Cards, with room above and below them.
    Cards,
    /// Nothing but its name, at the left.
    Name,
    /// A curve or figures.
    Figures,
}

/// A row, as arrows see it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::layout) struct RowPlace {
    /// Where its content begins: below the line of the blueprint over it.
    pub(in crate::layout) top: f64,
    /// Its lower edge.
    pub(in crate::layout) bottom: f64,
    /// What is in it.
    pub(in crate::layout) holds: Holds,
    /// What it keeps free above and below what it holds.
    pub(in crate::layout) margin: f64,
    /// Room at its top that was added for arrows.
    pub(in crate::layout) above: f64,
    /// Room at its lower edge that was added for arrows.
    pub(in crate::layout) below: f64,
}

/// Where an arrow begins or ends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::layout) struct End {
    /// The card, or a dot in the row that it is folded into.
    pub(in crate::layout) rect: Rect,
    /// Its row.
    pub(in crate::layout) row: usize,
    /// Its first column.
    pub(in crate::layout) first: usize,
    /// Its last column.
    pub(in crate::layout) last: usize,
    /// Its row shows only its name.
    pub(in crate::layout) folded: bool,
}

/// Boxes and gaps of a picture.
pub(super) struct Ground<'a> {
    pub(super) rows: &'a [RowPlace],
    columns: &'a [Column],
    /// What covers each column, from the top; boxes of one column don't overlap.
    filled: Vec<Vec<(f64, f64)>>,
    /// What covers each gutter: cards that span several steps. The first gutter is left of the first column.
    bridges: Vec<Vec<(f64, f64)>>,
    /// Names of the blueprint's lines.
    names: &'a [Rect],
}

impl<'a> Ground<'a> {
    pub(super) fn new(
        columns: &'a [Column],
        rows: &'a [RowPlace],
        boxes: impl Iterator<Item = Rect>,
        names: &'a [Rect],
    ) -> Self {
        let mut filled = vec![Vec::new(); columns.len()];
        let mut bridges = vec![Vec::new(); columns.len() + 1];
        for rect in boxes {
            let first = columns.partition_point(|column| column.right <= rect.x0);
            let last = columns.partition_point(|column| column.left < rect.x1);
            for column in filled.iter_mut().take(last).skip(first) {
                column.push((rect.y0, rect.y1));
            }
            for gutter in bridges.iter_mut().take(last).skip(first + 1) {
                gutter.push((rect.y0, rect.y1));
            }
        }
        for list in filled.iter_mut().chain(&mut bridges) {
            list.sort_by(|a, b| a.0.total_cmp(&b.0));
        }
        Self { rows, columns, filled, bridges, names }
    }

    /// How many gutters there are.
    pub(super) fn gutters(&self) -> usize {
        self.columns.len() + 1
    }

    /// The middle of a gutter.
    pub(super) fn gutter(&self, gutter: usize) -> f64 {
        match (gutter.checked_sub(1).and_then(|before| self.columns.get(before)), self.columns.get(gutter)) {
            (Some(before), _) => before.right + GUTTER / 2.0,
            // There is less room before the first column: the names of lanes end there.
            (None, Some(first)) => first.left - 4.0,
            (None, None) => 0.0,
        }
    }

    /// A stretch of this width, moved so that it stays on the paper.
    pub(super) fn on_paper(&self, from: f64, to: f64) -> (f64, f64) {
        let least = self.columns.first().map_or(0.0, |first| first.left - 8.0);
        let most = self.columns.last().map_or(0.0, |last| last.right + MARGIN);
        let by = (least - from).max(0.0) + (most - to).min(0.0);
        (from + by, to + by)
    }

    /// How much room arrows have on each side of a gutter's middle.
    pub(super) fn reach(&self, gutter: usize) -> f64 {
        if gutter == 0 { 2.0 } else { GUTTER / 2.0 - 2.0 }
    }

    /// The column that a place lies in; none in a gutter.
    pub(super) fn column_at(&self, x: f64) -> Option<usize> {
        let column = self.columns.partition_point(|column| column.right < x);
        self.columns.get(column).is_some_and(|found| found.left <= x).then_some(column)
    }

    /// Left and right edge of a column.
    pub(super) fn column(&self, column: usize) -> Option<(f64, f64)> {
        self.columns.get(column).map(|column| (column.left, column.right))
    }

    /// Whether nothing stands in a gutter between two heights.
    pub(super) fn gutter_is_clear(&self, gutter: usize, a: f64, b: f64) -> bool {
        self.bridges.get(gutter).is_some_and(|boxes| is_clear(boxes, a, b))
    }

    /// Whether nothing stands in a column between two heights: no card, and no curve or figures.
    pub(super) fn column_is_clear(&self, column: usize, a: f64, b: f64) -> bool {
        let (top, bottom) = (a.min(b), a.max(b));
        let first = self.rows.partition_point(|row| row.bottom <= top + TOUCH);
        let mut crossed = self.rows.iter().skip(first).take_while(|row| row.top < bottom - TOUCH);
        self.filled.get(column).is_some_and(|boxes| is_clear(boxes, a, b))
            && crossed.all(|row| row.holds != Holds::Figures)
    }

    /// Whether an upright line runs through the name of a line of the blueprint: then the place left of all such names.
    pub(super) fn beside_names(&self, x: f64, a: f64, b: f64) -> Option<f64> {
        let (top, bottom) = (a.min(b), a.max(b));
        let crossed = self.names.iter().filter(|name| name.y0 < bottom && top < name.y1);
        let least = crossed.clone().map(|name| name.x0).reduce(f64::min)?;
        let mut through = crossed.filter(|name| name.x0 - 4.0 < x && x < name.x1);
        through.next().map(|_| least - 8.0)
    }

    /// The room for arrows along the upper edge of a row; of the one after the last the lower edge.
    pub(super) fn gap(&self, gap: usize) -> (f64, f64) {
        let (upper, lower) = (gap.checked_sub(1).and_then(|upper| self.rows.get(upper)), self.rows.get(gap));
        match (self.keeper(gap), upper, lower) {
            (Some((_, false)), Some(upper), _) => (upper.bottom - upper.margin - upper.below, upper.bottom),
            (Some((_, true)), _, Some(lower)) => (lower.top, lower.top + lower.margin + lower.above),
            (_, Some(upper), _) => (upper.bottom - 5.0, upper.bottom),
            (_, None, Some(lower)) => (lower.top, lower.top + 5.0),
            (_, None, None) => (0.0, 0.0),
        }
    }

    /// The row that keeps the room of a gap, and whether it does at its upper edge: a row of cards, else one that shows only
    /// its name.
    pub(super) fn keeper(&self, gap: usize) -> Option<(usize, bool)> {
        let upper = gap.checked_sub(1).map(|upper| (upper, false));
        let holds = |wanted: Holds| {
            let rows = upper.into_iter().chain([(gap, true)]);
            rows.filter(move |(row, _)| self.rows.get(*row).is_some_and(|row| row.holds == wanted))
        };
        holds(Holds::Cards).chain(holds(Holds::Name)).next()
    }

    /// The middle of a gap.
    pub(super) fn gap_middle(&self, gap: usize) -> f64 {
        let (top, bottom) = self.gap(gap);
        top.midpoint(bottom)
    }
}

/// Whether none of some boxes, sorted and apart from each other, stands between two heights.
fn is_clear(boxes: &[(f64, f64)], a: f64, b: f64) -> bool {
    let (top, bottom) = (a.min(b) + TOUCH, a.max(b) - TOUCH);
    let first = boxes.partition_point(|(_, end)| *end <= top);
    boxes.get(first).is_none_or(|(start, _)| *start >= bottom)
}
