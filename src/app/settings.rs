//! What the window remembers from one start to the next: kept by eframe beside the window's place and size.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::room::Panel;
use crate::export::{ExportOptions, Format};
use crate::layout::paper::Page;
use crate::model::Language;

/// How many files the start page remembers.
const RECENT: usize = 12;
/// How much larger than usual the interface is in large type.
const LARGE_TYPE: f32 = 1.4;

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

/// The sizes that the interface's text can have, in hundredths of the usual.
pub const TEXT_SIZES: [u16; 6] = [100, 115, 130, 150, 175, 200];

/// What somebody prefers: the page of settings shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Preferences {
    /// The window's language.
    pub language: Language,
    /// The window's theme.
    pub theme: ThemeChoice,
    /// Whose colours a map on the canvas has.
    pub paper: PaperChoice,
    /// How large the interface's text is, in hundredths of the usual.
    pub text_size: u16,
    /// Everything is larger, for a projector.
    pub large_type: bool,
    /// Nothing moves by itself.
    pub less_motion: bool,
}

/// What was chosen for an export last. What belongs to one map, such as its lanes and colours, isn't remembered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct LastExport {
    /// The ending of the format's files.
    pub format: String,
    /// The paper; none: the map's own size.
    pub page: Option<Page>,
    /// Pixels for each unit of the map, or 1/96 inch of paper.
    pub scale: f64,
    /// Without a background.
    pub transparent: bool,
    /// Letters as outlines.
    pub text_as_paths: bool,
    /// With hidden lanes, and collapsed ones opened.
    pub all: bool,
    /// With the plots.
    pub plots: bool,
    /// With the notes.
    pub notes: bool,
}

impl Default for LastExport {
    fn default() -> Self {
        Self::of(Format::Svg, &ExportOptions::default())
    }
}

impl LastExport {
    /// What of this is to be remembered.
    pub fn of(format: Format, options: &ExportOptions) -> Self {
        Self {
            format: format.extension().to_owned(),
            page: options.page,
            scale: options.scale,
            transparent: options.transparent,
            text_as_paths: options.text_as_paths,
            all: options.all,
            plots: options.plots,
            notes: options.notes,
        }
    }

    /// The format.
    pub fn format(&self) -> Format {
        Format::of_extension(&self.format).unwrap_or(Format::Svg)
    }

    /// The same choices again.
    pub fn options(&self) -> ExportOptions {
        let usual = ExportOptions::default();
        ExportOptions {
            page: self.page,
            scale: if self.scale.is_finite() && self.scale > 0.0 { self.scale } else { usual.scale },
            transparent: self.transparent,
            text_as_paths: self.text_as_paths,
            all: self.all,
            plots: self.plots,
            notes: self.notes,
            ..usual
        }
    }
}

/// What the window remembers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Whether the window was ever open before.
    pub started_before: bool,
    /// Its theme.
    pub theme: ThemeChoice,
    /// Its theme before high contrast was asked for by its key.
    pub theme_before: ThemeChoice,
    /// Whose colours a map on the canvas has.
    pub paper: PaperChoice,
    /// Its language.
    pub language: Language,
    /// How large its text is, in hundredths of the usual; 100…200.
    pub text_size: u16,
    /// Everything is larger, and what is being typed can be read from the back of a room.
    pub large_type: bool,
    /// Nothing moves by itself.
    pub less_motion: bool,
    /// Panels and tools are hidden, whichever are chosen.
    pub only_map: bool,
    /// Whether the outline is shown.
    pub outline: bool,
    /// Whether the inspector is shown.
    pub inspector: bool,
    /// Whether the insights are shown.
    pub insights: bool,
    /// Whether the tray is shown.
    pub tray: bool,
    /// What was chosen for an export last.
    pub export: LastExport,
    /// An indented text that was typed and came to nothing: the next one begins with it.
    pub outline_draft: String,
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
            theme_before: ThemeChoice::System,
            paper: PaperChoice::Map,
            language: Language::En,
            text_size: 100,
            large_type: false,
            less_motion: false,
            only_map: false,
            outline: true,
            inspector: true,
            insights: true,
            tray: false,
            export: LastExport::default(),
            outline_draft: String::new(),
            recent: Vec::new(),
            open: Vec::new(),
        }
    }
}

impl Settings {
    /// Chooses a panel, or not.
    pub(super) const fn set_panel(&mut self, panel: Panel, shown: bool) {
        match panel {
            Panel::Outline => self.outline = shown,
            Panel::Tray => self.tray = shown,
            Panel::Inspector => self.inspector = shown,
            Panel::Insights => self.insights = shown,
        }
    }

    /// What somebody prefers.
    pub const fn preferences(&self) -> Preferences {
        Preferences {
            language: self.language,
            theme: self.theme,
            paper: self.paper,
            text_size: self.text_size,
            large_type: self.large_type,
            less_motion: self.less_motion,
        }
    }

    /// Remembers what somebody prefers.
    pub const fn prefer(&mut self, preferences: Preferences) {
        let Preferences { language, theme, paper, text_size, large_type, less_motion } = preferences;
        self.language = language;
        self.theme = theme;
        self.paper = paper;
        self.text_size = text_size;
        self.large_type = large_type;
        self.less_motion = less_motion;
    }

    /// How much larger than usual the interface is.
    pub fn zoom(&self) -> f32 {
        let (least, most) = (TEXT_SIZES[0], TEXT_SIZES[TEXT_SIZES.len() - 1]);
        let size = f32::from(self.text_size.clamp(least, most)) / 100.0;
        // Large type is for a projector: whoever has chosen more already keeps that.
        if self.large_type { size.max(LARGE_TYPE) } else { size }
    }

    /// The next larger or smaller size of the interface's text, if there is one.
    pub fn next_text_size(&self, larger: bool) -> Option<u16> {
        if larger {
            TEXT_SIZES.into_iter().find(|size| *size > self.text_size)
        } else {
            TEXT_SIZES.into_iter().rev().find(|size| *size < self.text_size)
        }
    }

    /// Puts a file at the top of those opened last.
    pub fn remember(&mut self, path: &Path) {
        self.recent.retain(|known| known != path);
        self.recent.insert(0, path.to_owned());
        self.recent.truncate(RECENT);
    }
}
