//! One open map: its document, where it is kept, its picture, and what its panels remember.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::standin::{Canvas, Document};
use crate::i18n::Words;
use crate::model::{JourneyMap, Theme};
use crate::scene::Scene;
use crate::words;

/// Identity of an open map while the window is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SessionId(pub u64);

/// One open map.
#[derive(Debug)]
pub struct Session {
    /// Which one it is.
    pub id: SessionId,
    /// The map with its past.
    pub document: Document,
    /// Its file; none before the first save.
    pub path: Option<PathBuf>,
    /// What is shown of it, and how large.
    pub canvas: Canvas,
    scene: Option<(Arc<JourneyMap>, Theme, Arc<Scene>)>,
}

impl Session {
    /// A map from a file, or a new one, which counts as unsaved only once it is changed.
    pub fn new(id: SessionId, map: JourneyMap, path: Option<PathBuf>) -> Self {
        let mut document = Document::new(Arc::new(map));
        document.mark_saved();
        Self { id, document, path, canvas: Canvas::default(), scene: None }
    }

    /// What the tab is called: the map's title, else the file's name.
    pub fn name(&self, words: &Words) -> String {
        let title = self.document.map().title.trim();
        if !title.is_empty() {
            return title.to_owned();
        }
        self.path.as_deref().and_then(file_name).unwrap_or_else(|| words!(words, "window-untitled"))
    }

    /// Whether closing it would lose something.
    pub fn unsaved(&self) -> bool {
        !self.document.is_saved()
    }

    /// The map's picture under this theme; laid out again only when the map changed.
    pub fn scene(&mut self, theme: Theme) -> Arc<Scene> {
        let map = self.document.map();
        if let Some((of, with, scene)) = &self.scene
            && Arc::ptr_eq(of, map)
            && *with == theme
        {
            return Arc::clone(scene);
        }
        let scene = super::standin::scene(map, theme);
        self.scene = Some((Arc::clone(map), theme, Arc::clone(&scene)));
        scene
    }
}

/// A file's name as people read it.
pub(super) fn file_name(path: &Path) -> Option<String> {
    path.file_name().map(|name| name.to_string_lossy().into_owned())
}
