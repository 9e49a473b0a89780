//! How high the rows of the outline are, so that a row out of view costs nothing but its place. Must not know how a row looks.

use std::sync::Arc;

use eframe::egui::{Color32, FontId, Galley, Ui};

use super::rows::Row;

/// The heights of the rows of the frame before, in their order.
#[derive(Debug, Clone, Default)]
pub(super) struct Heights {
    known: Vec<Known>,
    /// How many rows of this frame there were.
    next: usize,
    /// A text that egui keeps as long as its fonts stay the same, and how large a point is.
    probe: Option<(Arc<Galley>, f32)>,
}

/// A row's height, and what it depends on.
#[derive(Debug, Clone)]
struct Known {
    text: String,
    heavy: bool,
    room: f32,
    height: f32,
}

impl Heights {
    /// A frame begins. Other fonts, or larger ones, make other heights.
    pub(super) fn begin(&mut self, ui: &Ui) {
        let painter = ui.painter();
        let galley = painter.layout_no_wrap("x".to_owned(), FontId::proportional(9.5), Color32::PLACEHOLDER);
        let size = ui.ctx().pixels_per_point();
        let same = |(before, was): &(Arc<Galley>, f32)| Arc::ptr_eq(before, &galley) && *was == size;
        if !self.probe.as_ref().is_some_and(same) {
            self.known.clear();
            self.probe = Some((galley, size));
        }
        self.known.truncate(self.next);
        self.next = 0;
    }

    /// The height of the next row, where its words have this room; none where it has to be measured.
    pub(super) fn of(&self, row: &Row, room: f32) -> Option<f32> {
        let known = self.known.get(self.next)?;
        (known.text == row.text && known.heavy == row.heavy && known.room == room).then_some(known.height)
    }

    /// The next row is so high.
    pub(super) fn note(&mut self, row: &Row, room: f32, height: f32) {
        let is_new = self.of(row, room) != Some(height);
        if is_new {
            let known = Known { text: row.text.clone(), heavy: row.heavy, room, height };
            match self.known.get_mut(self.next) {
                Some(before) => *before = known,
                None => self.known.push(known),
            }
        }
        self.next += 1;
    }
}
