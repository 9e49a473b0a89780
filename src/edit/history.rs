//! The maps that were: named snapshots that share whatever stayed the same. Undo can't be wrong, since nothing is worked
//! out backwards.

use std::sync::Arc;

use super::{Label, Selection};
use crate::model::JourneyMap;

/// A map of the history.
#[derive(Debug, Clone)]
pub struct Entry {
    /// What led to it.
    pub label: Label,
    /// The map.
    pub map: Arc<JourneyMap>,
    /// What is selected in it: what was last selected while it was the current map.
    pub selection: Selection,
}

/// All maps from the opened one to the last one.
#[derive(Debug, Clone)]
pub struct History {
    /// The maps before, the oldest first.
    past: Vec<Entry>,
    current: Entry,
    /// The maps that were undone, the next one last.
    future: Vec<Entry>,
    /// The map that stands in the file.
    saved: Option<Arc<JourneyMap>>,
}

impl History {
    /// The history of a map that was just read from its file.
    pub fn new(map: JourneyMap) -> Self {
        let current = Entry { label: Label::Open, map: Arc::new(map), selection: Selection::default() };
        let saved = Some(Arc::clone(&current.map));
        Self { past: Vec::new(), current, future: Vec::new(), saved }
    }

    /// The map as it is now.
    pub const fn current(&self) -> &Entry {
        &self.current
    }

    /// Remembers what is selected in the current map.
    pub fn select(&mut self, selection: Selection) {
        self.current.selection = selection;
    }

    /// Adds a map after the current one; what was undone is forgotten.
    pub fn push(&mut self, label: Label, map: Arc<JourneyMap>, selection: Selection) {
        self.future.clear();
        let before = std::mem::replace(&mut self.current, Entry { label, map, selection });
        self.past.push(before);
    }

    /// Goes back to the map before; whether there is one.
    pub fn undo(&mut self) -> bool {
        let Some(before) = self.past.pop() else { return false };
        self.future.push(std::mem::replace(&mut self.current, before));
        true
    }

    /// Goes on to the map after; whether there is one.
    pub fn redo(&mut self) -> bool {
        let Some(after) = self.future.pop() else { return false };
        self.past.push(std::mem::replace(&mut self.current, after));
        true
    }

    /// What undo would take back.
    pub fn undo_label(&self) -> Option<Label> {
        (!self.past.is_empty()).then_some(self.current.label)
    }

    /// What redo would do again.
    pub fn redo_label(&self) -> Option<Label> {
        self.future.last().map(|entry| entry.label)
    }

    /// The current map now stands in its file.
    pub fn mark_saved(&mut self) {
        self.saved = Some(Arc::clone(&self.current.map));
    }

    /// This map of the history now stands in its file, whatever was done since.
    pub fn mark_stands(&mut self, map: Arc<JourneyMap>) {
        self.saved = Some(map);
    }

    /// No map of this history stands in a file: it is a copy of a template, an import, or was recovered.
    pub fn mark_unsaved(&mut self) {
        self.saved = None;
    }

    /// The map that stands in the file; none of a history that was never saved.
    pub const fn saved(&self) -> Option<&Arc<JourneyMap>> {
        self.saved.as_ref()
    }

    /// Whether the current map is the one that stands in its file.
    pub fn is_saved(&self) -> bool {
        self.saved.as_ref().is_some_and(|saved| Arc::ptr_eq(saved, &self.current.map))
    }
}
