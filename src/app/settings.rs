//! What the window remembers from one start to the next: kept by eframe beside the window's place and size.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::model::Language;

/// How many files the start page remembers.
const RECENT: usize = 12;

/// Which theme the window has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum ThemeChoice {
    /// That of the system.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// Black on white.
    HighContrast,
}

/// Whose colours a map on the canvas has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum PaperChoice {
    /// The map's: as it is exported.
    #[default]
    Map,
    /// The window's.
    Window,
}

/// What the window remembers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Whether the window was ever open before.
    pub started_before: bool,
    /// Its theme.
    pub theme: ThemeChoice,
    /// Whose colours a map on the canvas has.
    pub paper: PaperChoice,
    /// Its language.
    pub language: Language,
    /// Whether the outline is shown.
    pub outline: bool,
    /// Whether the inspector is shown.
    pub inspector: bool,
    /// Whether the insights are shown.
    pub insights: bool,
    /// Whether the tray is shown.
    pub tray: bool,
    /// The files opened last, newest first.
    pub recent: Vec<PathBuf>,
    /// The files that were open, in the order of the tabs.
    pub open: Vec<PathBuf>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            started_before: false,
            theme: ThemeChoice::System,
            paper: PaperChoice::Map,
            language: Language::En,
            outline: true,
            inspector: true,
            insights: true,
            tray: false,
            recent: Vec::new(),
            open: Vec::new(),
        }
    }
}

impl Settings {
    /// Puts a file at the top of those opened last.
    pub fn remember(&mut self, path: &Path) {
        self.recent.retain(|known| known != path);
        self.recent.insert(0, path.to_owned());
        self.recent.truncate(RECENT);
    }
}
