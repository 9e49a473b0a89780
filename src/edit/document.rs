//! An open map: its history, and the gesture that is under way. The window works on this, and so do the tests.

use std::sync::Arc;

use super::{Edit, EditError, Entry, History, Label, Selection, apply, label, unchanged};
use crate::model::JourneyMap;

/// A gesture under way: a drag, typing. Always the base map with one edit.
#[derive(Debug, Clone)]
struct Gesture {
    label: Label,
    map: Arc<JourneyMap>,
}

/// An open map.
#[derive(Debug, Clone)]
pub struct Document {
    history: History,
    gesture: Option<Gesture>,
    /// It is only read: whatever is asked for, nothing changes.
    read_only: bool,
}

impl Document {
    /// A map that was just read from its file.
    pub fn new(map: JourneyMap) -> Self {
        Self { history: History::new(map), gesture: None, read_only: false }
    }

    /// A map that stands in no file yet.
    pub fn unsaved(map: JourneyMap) -> Self {
        let mut document = Self::new(map);
        document.history.mark_unsaved();
        document
    }

    /// From now on it can only be read, or be changed again. A gesture that runs is called off.
    pub fn set_read_only(&mut self, read_only: bool) {
        self.read_only = read_only;
        if read_only {
            self.gesture = None;
        }
    }

    /// Whether it can only be read.
    pub const fn is_read_only(&self) -> bool {
        self.read_only
    }

    fn writable(&self) -> Result<(), EditError> {
        if self.read_only { Err(EditError::ReadOnly) } else { Ok(()) }
    }

    /// The map as it is seen: while a gesture runs, its preview.
    pub fn map(&self) -> &Arc<JourneyMap> {
        self.gesture.as_ref().map_or(self.base(), |gesture| &gesture.map)
    }

    /// The map as it is in the history, whatever gesture runs.
    pub const fn base(&self) -> &Arc<JourneyMap> {
        &self.history.current().map
    }

    /// The history.
    pub const fn history(&self) -> &History {
        &self.history
    }

    /// What is selected.
    pub const fn selection(&self) -> &Selection {
        &self.history.current().selection
    }

    /// Selects something. A gesture goes on.
    pub fn select(&mut self, selection: Selection) {
        self.history.select(selection);
    }

    /// Changes the map: one undo step, none if nothing changes. Without a selection the one before stays, as far as what it
    /// names is still there. A gesture that runs is kept first. Whether the map changed.
    ///
    /// # Errors
    /// When the edit can't be done; the map stays as it is.
    pub fn edit(&mut self, edit: &Edit, selection: Option<Selection>) -> Result<bool, EditError> {
        self.edit_as(label(edit), edit, selection)
    }

    /// Changes the map as [`Self::edit`] does, under another name: what a person did may be one act, whatever it changes.
    ///
    /// # Errors
    /// As [`Self::edit`].
    pub fn edit_as(&mut self, name: Label, edit: &Edit, selection: Option<Selection>) -> Result<bool, EditError> {
        self.writable()?;
        self.commit(None);
        let next = apply(self.base(), edit)?;
        Ok(self.push(name, Arc::new(next), selection))
    }

    /// Shows the map as it would be after this edit of the map at the gesture's begin. The first preview begins it.
    ///
    /// # Errors
    /// When the edit can't be done; the preview before stays.
    pub fn preview(&mut self, edit: &Edit) -> Result<(), EditError> {
        self.writable()?;
        let map = Arc::new(apply(self.base(), edit)?);
        self.gesture = Some(Gesture { label: label(edit), map });
        Ok(())
    }

    /// Whether a gesture runs.
    pub const fn in_gesture(&self) -> bool {
        self.gesture.is_some()
    }

    /// Keeps what the last preview showed: one undo step, none if nothing changed. Whether the map changed.
    pub fn commit(&mut self, selection: Option<Selection>) -> bool {
        match self.gesture.take() {
            Some(gesture) => self.push(gesture.label, gesture.map, selection),
            None => {
                if let Some(selection) = selection {
                    self.select(selection);
                }
                false
            }
        }
    }

    /// Ends a gesture; the map is what it was before.
    pub fn cancel(&mut self) {
        self.gesture = None;
    }

    /// Takes the last change back, with its selection. A gesture that runs is kept first, so that redo brings it back.
    /// Whether there was one.
    pub fn undo(&mut self) -> bool {
        self.commit(None);
        self.history.undo()
    }

    /// Does again what was undone. Whether there was something.
    pub fn redo(&mut self) -> bool {
        self.commit(None);
        self.history.redo()
    }

    /// Puts another map in place of this one, as one undo step.
    pub fn replace(&mut self, map: JourneyMap) -> bool {
        self.replace_as(Label::Replace, map)
    }

    /// The same under another name. A map that can only be read takes over what its file says now, too.
    pub fn replace_as(&mut self, name: Label, map: JourneyMap) -> bool {
        self.commit(None);
        let map = Arc::new(map);
        // What stays the same is shared, so that little is worked out again; an invalid map is taken as it is.
        let next = apply(self.base(), &Edit::Replace(Arc::clone(&map), name)).map_or(map, Arc::new);
        self.push(name, next, None)
    }

    /// What undo would take back.
    pub fn undo_label(&self) -> Option<Label> {
        let gesture = self.gesture.as_ref().filter(|gesture| !unchanged(self.base(), &gesture.map));
        gesture.map_or_else(|| self.history.undo_label(), |gesture| Some(gesture.label))
    }

    /// What redo would do again.
    pub fn redo_label(&self) -> Option<Label> {
        self.history.redo_label().filter(|_| self.gesture.is_none())
    }

    /// The map now stands in its file. A gesture that runs is kept first.
    pub fn mark_saved(&mut self) {
        self.commit(None);
        self.history.mark_saved();
    }

    /// This map of the history now stands in its file. What was done since isn't saved, and what is under way goes on.
    pub fn mark_stands(&mut self, map: Arc<JourneyMap>) {
        self.history.mark_stands(map);
    }

    /// No map of the history stands in a file any more.
    pub fn mark_unsaved(&mut self) {
        self.history.mark_unsaved();
    }

    /// Whether the map as it is seen stands in its file.
    pub fn is_saved(&self) -> bool {
        let touched = self.gesture.as_ref().is_some_and(|gesture| !unchanged(self.base(), &gesture.map));
        self.history.is_saved() && !touched
    }

    /// The current entry of the history.
    pub const fn current(&self) -> &Entry {
        self.history.current()
    }

    /// Adds a map to the history unless it is the same.
    fn push(&mut self, label: Label, map: Arc<JourneyMap>, selection: Option<Selection>) -> bool {
        let selection = selection.unwrap_or_else(|| self.selection().clone()).within(&map);
        let changed = !unchanged(self.base(), &map);
        if changed {
            self.history.push(label, map, selection);
        } else {
            self.history.select(selection);
        }
        changed
    }
}
