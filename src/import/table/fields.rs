//! The cells of one row, in memory that the next row uses again.

use std::borrow::Cow;

/// The cells of a row: UTF-8, but for what a file says wrongly of itself.
#[derive(Debug, Clone, Default)]
pub struct Fields {
    bytes: Vec<u8>,
    /// Where each cell ends.
    ends: Vec<usize>,
    count: usize,
}

impl Fields {
    /// How many cells there are.
    pub const fn len(&self) -> usize {
        self.count
    }

    /// Whether there is none.
    pub const fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// The bytes of a cell; empty where the row is shorter.
    pub fn bytes(&self, at: usize) -> &[u8] {
        if at >= self.count {
            return &[];
        }
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(at).copied().unwrap_or(start);
        self.bytes.get(start..end).unwrap_or_default()
    }

    /// The text of a cell; empty where the row is shorter.
    pub fn text(&self, at: usize) -> Cow<'_, str> {
        String::from_utf8_lossy(self.bytes(at))
    }

    /// All cells.
    pub fn iter(&self) -> impl Iterator<Item = Cow<'_, str>> {
        (0..self.count).map(|at| self.text(at))
    }

    /// Whether no cell says anything.
    pub fn is_blank(&self) -> bool {
        (0..self.count).all(|at| self.bytes(at).trim_ascii().is_empty())
    }

    pub(super) fn clear(&mut self) {
        self.bytes.clear();
        self.ends.clear();
        self.count = 0;
    }

    /// Adds cells until there are `count`.
    pub(super) fn pad(&mut self, count: usize) {
        while self.count < count {
            self.push(b"");
        }
    }

    pub(super) fn push(&mut self, cell: &[u8]) {
        self.bytes.extend_from_slice(cell);
        self.ends.push(self.bytes.len());
        self.count += 1;
    }

    pub(super) const fn size(&self) -> usize {
        self.bytes.len()
    }

    /// Room for a reader to write to: bytes and ends.
    pub(super) const fn room(&mut self) -> (&mut Vec<u8>, &mut Vec<usize>, &mut usize) {
        (&mut self.bytes, &mut self.ends, &mut self.count)
    }
}
